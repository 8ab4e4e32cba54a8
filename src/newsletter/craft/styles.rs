//! Styles, dark mode and colours.

use super::dom::{Element, Page};
use super::{Fault, Mail, fault};
use crate::value::{CONTRAST, Colour, Parse};

/// The most bytes of all styles together: Gmail stops reading a style there.
pub(super) const STYLES: usize = 8 << 10;

/// R6, R10, R12 and R16: what the styles hold.
pub(super) fn styles(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let blocks: Vec<String> = page.named(&["style"]).map(Element::text).collect();
    let bytes: usize = blocks.iter().map(String::len).sum();
    if bytes > STYLES {
        faults.push(fault(
            10,
            format!("the styles have {bytes} bytes; {STYLES} are read everywhere"),
            "style in the elements, from the theme",
        ));
    }
    for block in &blocks {
        if nested(block) {
            faults.push(fault(
                10,
                "an `@` rule stands inside another",
                "Gmail drops the whole `<style>`: write the two one after the other",
            ));
        }
        for foreign in ["@import", "@font-face", "url("] {
            if block.contains(foreign) {
                faults.push(fault(
                    12,
                    format!("a style has `{foreign}`"),
                    "nothing may be fetched when the mail is opened: use fonts that readers have",
                ));
            }
        }
    }
    let dark = blocks.iter().filter(|block| block.contains("prefers-color-scheme"));
    if dark.clone().any(|block| block.contains("max-width")) {
        faults.push(fault(
            10,
            "the rules for dark surroundings share a `<style>` with others",
            "give them one of their own: some programs drop the whole block",
        ));
    }
    if !blocks.iter().any(|block| block.contains("max-width:480px") || block.contains("max-width: 480px")) {
        faults.push(fault(
            6,
            "no rule is for screens below 480 pixels",
            "keep `@media (max-width:480px)` in the first `<style>`",
        ));
    }
    widths(page, faults);
    fetched(page, mail, faults);
}

/// R6: nothing is wider than a phone.
fn widths(page: &Page, faults: &mut Vec<Fault>) {
    let styled = page.elements().filter(|element| element.name() != "img");
    for element in styled {
        let style = element.style();
        let width = declared(style, "width").or_else(|| declared(style, "min-width"));
        let width = width.and_then(|width| width.trim_end_matches("px").parse::<u32>().ok());
        if width.is_some_and(|width| width > 320) {
            faults.push(fault(
                6,
                format!("`<{}>` is wider than a phone", element.name()),
                "write `max-width` in place of `width`",
            ));
        }
    }
}

/// R12: nothing is fetched or run.
fn fetched(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let links = page.named(&["link", "script", "iframe", "video", "audio", "object", "embed", "form"]).next();
    if let Some(element) = links {
        faults.push(fault(
            12,
            format!("`<{}>` fetches or runs something", element.name()),
            "delete it: mail programs drop it or warn of it",
        ));
    }
    for picture in page.named(&["img"]) {
        let src = picture.attr("src").unwrap_or_default();
        let ours = src.starts_with("cid:") || mail.images_url.is_some_and(|base| src.starts_with(base));
        if !ours && !src.starts_with("data:") {
            faults.push(fault(
                12,
                format!("a picture comes from `{src}`"),
                "put the picture into `sources/images/`: nothing may be fetched from elsewhere",
            ));
        }
    }
}

/// The value of a declaration in an inline style.
pub fn declared<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    let all = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    all.filter(|(property, _)| property.trim() == name).map(|(_, value)| value.trim()).next_back()
}

/// Whether an `@` rule stands inside another.
pub(super) fn nested(css: &str) -> bool {
    let (mut depth, mut ruled) = (0_usize, Vec::new());
    let mut pending = false;
    for c in css.chars() {
        match c {
            '@' if !ruled.is_empty() => return true,
            '@' => pending = true,
            '{' => {
                depth += 1;
                if std::mem::take(&mut pending) {
                    ruled.push(depth);
                }
            }
            '}' => {
                if ruled.last() == Some(&depth) {
                    ruled.pop();
                }
                depth = depth.saturating_sub(1);
            }
            ';' if depth == 0 => pending = false,
            _ => {}
        }
    }
    false
}

/// R17.
pub(super) fn dark(page: &Page, faults: &mut Vec<Fault>) {
    for name in ["color-scheme", "supported-color-schemes"] {
        if !page.named(&["meta"]).any(|meta| meta.attr("name") == Some(name)) {
            faults.push(fault(
                17,
                format!("there is no `<meta name=\"{name}\">`"),
                "keep it: programs darken the mail badly without it",
            ));
        }
    }
    let styles: String = page.named(&["style"]).map(Element::text).collect();
    for part in ["color-scheme:light dark", "prefers-color-scheme:dark", "[data-ogsc]", "[data-ogsb]"] {
        if !styles.contains(part) {
            faults.push(fault(
                17,
                format!("the styles have no `{part}`"),
                "keep `{{{dark_css}}}` and `:root{color-scheme:light dark}`",
            ));
        }
    }
    let body = page.named(&["body"]).next();
    let style = body.map(Element::style).unwrap_or_default();
    if !style.contains("background") {
        faults.push(fault(
            17,
            "the body has no background",
            "give `<body>` the ground's colour: else it stays white in the dark",
        ));
    }
}

/// R13: the palette's contrast.
pub(super) fn colours(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    for (name, text, ground) in mail.colours {
        let colour = |text: &str| Colour::parse(text).unwrap_or(Colour::BLACK);
        let ratio = colour(text).contrast(colour(ground));
        if ratio < CONTRAST {
            faults.push(Fault {
                place: Some(crate::diagnostic::Place::file(format!("layouts/{}", mail.tokens))),
                ..fault(
                    13,
                    format!("{name}: {text} on {ground} has a contrast of {ratio:.1}"),
                    "take a colour further away: 4.5 is the least",
                )
            });
        }
    }
}
