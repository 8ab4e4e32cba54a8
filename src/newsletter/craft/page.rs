//! The rules that look at the page as a whole.

use super::dom::{Element, Page};
use super::styles::{colours, dark, declared, styles};
use super::{Fault, Mail, fault};
use crate::html::{Shows, that_shows};

/// The characters of the line behind the subject.
const PREHEADER: (usize, usize) = (40, 110);

/// All of these rules.
pub fn inspect(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let page = Page::parse(mail.html);
    language(&page, faults);
    title(&page, mail, faults);
    headings(&page, faults);
    characters(&page, mail, faults);
    styles(&page, mail, faults);
    dark(&page, faults);
    preheader(&page, mail, faults);
    colours(mail, faults);
    super::inked::inspect(&page, faults);
    mandatory(&page, mail, faults);
    links(&page, mail, faults);
}

/// R1.
fn language(page: &Page, faults: &mut Vec<Fault>) {
    let outer = page.elements().filter(|element| {
        element.name() == "html" || element.above().is_some_and(|above| above.name() == "body")
    });
    for element in outer {
        for name in ["lang", "dir"] {
            if element.attr(name).is_none_or(str::is_empty) {
                faults.push(fault(
                    1,
                    format!("`<{}>` has no `{name}`", element.name()),
                    format!("add `{name}=\"{{{{{name}}}}}\"`: mail programs drop it from `<html>` and keep it here"),
                ));
            }
        }
    }
}

/// R2.
fn title(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let title = page.named(&["title"]).next().map(Element::visible_text).unwrap_or_default();
    let subject = mail.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    if title != subject {
        faults.push(fault(2, "the page's title is not the subject", "write `<title>{{subject}}</title>`"));
    }
}

/// R4.
fn headings(page: &Page, faults: &mut Vec<Fault>) {
    let levels: Vec<(u8, String)> = page
        .named(&["h1", "h2", "h3", "h4", "h5", "h6"])
        .map(|heading| (heading.name().as_bytes()[1] - b'0', heading.visible_text()))
        .collect();
    let mains = levels.iter().filter(|(level, _)| *level == 1).count();
    if mains != 1 {
        faults.push(fault(
            4,
            format!("there are {mains} main headings, and one is wanted"),
            "the masthead has the one `<h1>`",
        ));
    }
    let mut above = 0;
    for (level, text) in &levels {
        if *level > above + 1 {
            faults.push(fault(
                4,
                format!("the heading `{text}` is of level {level} and stands below one of level {above}"),
                "no level may be left out: a screen reader's user looks for it",
            ));
        }
        above = *level;
    }
}

/// R5: the page's part of it.
fn characters(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let charset = page.named(&["meta"]).find_map(|meta| meta.attr("charset"));
    if !charset.is_some_and(|charset| charset.eq_ignore_ascii_case("utf-8")) {
        faults.push(fault(5, "the page does not say that it is UTF-8", "write `<meta charset=\"utf-8\">`"));
    }
    if let Some(control) = mail.html.chars().find(|c| matches!(c, '\u{80}'..='\u{9F}')) {
        faults.push(fault(
            5,
            format!(
                "the control character U+{:04X} stands in the mail, which Gmail clips there",
                u32::from(control)
            ),
            "delete it: it is what is left of a quotation mark from an old program",
        ));
    }
}

/// R22.
fn preheader(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let length = mail.preheader.chars().count();
    // Of one that is written, the manifest's own check speaks.
    if !mail.preheader_written && !(PREHEADER.0..=PREHEADER.1).contains(&length) {
        faults.push(fault(
            22,
            format!(
                "the line behind the subject has {length} characters; {} to {} are shown",
                PREHEADER.0, PREHEADER.1
            ),
            "write `preheader:` in the manifest",
        ));
    }
    if mail.preheader.trim() == mail.subject.trim() {
        faults.push(fault(22, "the line behind the subject repeats it", "say the next thing that matters"));
    }
    let wanted = mail.preheader.split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = page.elements().filter(|element| {
        element.above().and_then(Element::above).is_some_and(|outer| outer.name() == "body")
    });
    let line = inner
        .filter(|element| element.attr("style").is_some())
        .find(|element| element.visible_text() == wanted);
    match line.and_then(|line| line.attr("style")) {
        None => faults.push(fault(
            22,
            "the line behind the subject is not in the mail",
            "keep `{{preheader}}` inside the first child of the body",
        )),
        Some(style) => {
            for part in ["display:none", "max-height:0", "overflow:hidden", "mso-hide:all"] {
                if !style.replace(' ', "").contains(part) {
                    faults.push(fault(
                        22,
                        format!("the line behind the subject lacks `{part}`"),
                        "it would show a second time, above the masthead",
                    ));
                }
            }
            if declared(style, "color").is_some_and(|colour| colour.contains("fff") || colour == "white") {
                faults.push(fault(
                    22,
                    "the line behind the subject is white on white",
                    "spam filters count that: hide it by `display:none` alone",
                ));
            }
        }
    }
    let description = page.named(&["meta"]).find(|meta| meta.attr("name") == Some("description"));
    if description.and_then(|meta| meta.attr("content")) != Some(mail.preheader) {
        faults.push(fault(
            22,
            "the page's description is not the line behind the subject",
            "write `<meta name=\"description\" content=\"{{preheader}}\">`",
        ));
    }
}

/// R23 and R24: what must stand in every mail.
fn mandatory(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let body = page.named(&["body"]).next().map(Element::visible_text).unwrap_or_default();
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hrefs: Vec<&str> = page.named(&["a"]).filter_map(|link| link.attr("href")).collect();
    let near = |needle: &str| {
        mail.html.find(&crate::markdown::escape_attribute(needle)).is_some_and(|at| at < 80_000)
    };
    if !hrefs.contains(&mail.unsubscribe) || !near(mail.unsubscribe) {
        faults.push(fault(
            23,
            "there is no way to unsubscribe in the first 80 kB",
            "keep the footer's `{{unsubscribe}}`",
        ));
    }
    if let Some(online) = mail.online.filter(|online| !hrefs.contains(online) || !near(online)) {
        faults.push(fault(
            23,
            format!("the mail does not link to its web edition {online}"),
            "keep `{{online}}` in the masthead",
        ));
    }
    for (what, text) in
        [("who publishes, with the address,", mail.publisher), ("why readers get it", mail.reason)]
    {
        if !body.contains(&one(text)) {
            faults.push(fault(
                23,
                format!("{what} is not in the mail"),
                "keep the footer's lines: the law asks for them",
            ));
        }
    }
    for statement in mail.statements {
        if !body.contains(&one(statement)) {
            faults.push(fault(
                24,
                format!("the funding statement is not in the mail: {statement}"),
                "keep the block `acknowledgement`",
            ));
        }
    }
    let widths = |picture: Element<'_>| picture.attr("width").and_then(|width| width.parse::<u32>().ok());
    let pictures: Vec<_> = page.named(&["img"]).collect();
    let emblem = that_shows(mail.pictures, &Shows::Emblem);
    if let Some(emblem) = emblem.filter(|_| !mail.statements.is_empty()) {
        let shown =
            pictures.iter().find(|picture| picture.attr("src").is_some_and(|src| src.contains(&emblem.name)));
        match shown.copied().and_then(widths) {
            None => {
                faults.push(fault(24, "the EU emblem is not in the mail", "keep the block `acknowledgement`"))
            }
            Some(width) => {
                let logos = mail.pictures.iter().filter(|one| matches!(one.shows, Shows::Logo(_)));
                let shown = |logo: &crate::html::Picture| {
                    let is_it = |picture: &&Element<'_>| {
                        picture.attr("src").is_some_and(|src| src.contains(&logo.name))
                    };
                    pictures.iter().find(is_it).copied().and_then(widths)
                };
                if logos.filter_map(shown).any(|logo| logo > width) || width < 60 {
                    faults.push(fault(
                        24,
                        "a logo is larger than the EU emblem",
                        "the emblem is at least as prominent as any other logo",
                    ));
                }
            }
        }
    }
}

/// R26.
fn links(page: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let mut html: Vec<&str> = Vec::new();
    for href in page.named(&["a"]).filter_map(|link| link.attr("href")) {
        if !html.contains(&href) {
            html.push(href);
        }
    }
    let listed: Vec<&str> = mail.listed.iter().map(String::as_str).collect();
    // The way to leave stands in the text where it is named.
    let without: Vec<&str> = html.iter().copied().filter(|href| *href != mail.unsubscribe).collect();
    if without != listed {
        let missing: Vec<&str> = without.iter().copied().filter(|href| !listed.contains(href)).collect();
        let more: Vec<&str> = listed.iter().copied().filter(|url| !without.contains(url)).collect();
        let what = match (missing.first(), more.first()) {
            (Some(one), _) => format!("the text part lacks the link {one}"),
            (_, Some(one)) => format!("the HTML part lacks the link {one}"),
            _ => "the text part has its links in another order".to_string(),
        };
        faults.push(fault(
            26,
            what,
            "a link in a layout must be one that the content has: take it out, or out of the content",
        ));
    }
    if !mail.text.contains(mail.unsubscribe) {
        faults.push(fault(
            26,
            "the text part says no way to unsubscribe",
            "this is a fault of the program: report it",
        ));
    }
}
