//! The rules that look at each element, block by block, so that a finding names the block's file.

use std::collections::BTreeMap;

use super::dom::{Element, Page};
use super::styles::declared;
use super::{Fault, Mail, fault};
use crate::diagnostic::Place;
use crate::html::Shows;

/// The largest file of a picture, in bytes.
const PICTURE_BYTES: usize = 200_000;

/// The longest alternative text, in characters: screen readers read it in one breath.
const ALT: usize = 250;

/// Link texts that say nothing of where they lead.
const EMPTY_WORDS: &[&str] = &[
    "click here",
    "here",
    "read more",
    "more",
    "link",
    "this link",
    "εδώ",
    "πατήστε εδώ",
    "περισσότερα",
    "тук",
    "вижте тук",
    "повече",
    "ovdje",
    "kliknite ovdje",
    "više",
    "tukaj",
    "kliknite tukaj",
    "več",
    "qui",
    "clicca qui",
    "leggi di più",
];

/// All of these rules.
pub fn inspect(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let mut targets: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for (place, html) in mail.blocks {
        let block = Page::parse(html);
        let mut found = Vec::new();
        tables(&block, &mut found);
        pictures(&block, mail, &mut found);
        lettering(&block, &mut found);
        links(&block, mail, &mut targets, &mut found);
        drawing(html, &mut found);
        faults.extend(found.into_iter().map(|fault| {
            let place = fault.place.clone().or_else(|| Some(Place::clone(place)));
            Fault { place, ..fault }
        }));
    }
    files(mail, faults);
}

/// R3 and R16.
fn tables(block: &Page, faults: &mut Vec<Fault>) {
    for table in block.named(&["table"]) {
        let headers: Vec<Element<'_>> = block.named(&["th"]).filter(|header| header.is_in(table)).collect();
        let data = !headers.is_empty();
        match (data, table.attr("role")) {
            (false, role) if role != Some("presentation") => faults.push(fault(
                3,
                "a layout table does not say that it is none of data",
                "write `<table role=\"presentation\">`: else a screen reader counts its rows",
            )),
            (true, Some(_)) => {
                faults.push(fault(3, "a data table has a `role`", "delete it: the table is one"))
            }
            _ => {}
        }
        for header in headers.into_iter().filter(|header| header.attr("scope").is_none()) {
            faults.push(fault(
                3,
                format!("the header `{}` has no `scope`", header.visible_text()),
                "write `<th scope=\"col\">`",
            ));
        }
    }
    for cell in block.named(&["td", "th"]) {
        let style = cell.style().replace(' ', "");
        if ["word-break:break-word", "word-break:break-all", "overflow-wrap:anywhere"]
            .iter()
            .any(|part| style.contains(part))
        {
            faults.push(fault(
                16,
                "a cell breaks words wherever a line ends",
                "delete `word-break` and `overflow-wrap` from the style `cell`",
            ));
        }
    }
}

/// R8, R19 and R20: the pictures where they stand.
fn pictures(block: &Page, mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    for picture in block.named(&["img"]) {
        let src = picture.attr("src").unwrap_or_default();
        for name in ["width", "height"] {
            if !picture.attr(name).is_some_and(|size| size.parse::<u32>().is_ok_and(|size| size > 0)) {
                faults.push(fault(
                    8,
                    format!("a picture has no `{name}` in numbers"),
                    "Outlook shows it in its full size: write width and height",
                ));
            }
        }
        let alt = picture.attr("alt");
        let linked = picture.is_below("a");
        let file = mail.pictures.iter().find(|one| src.contains(&one.name));
        match alt {
            None => faults.push(fault(19, "a picture has no `alt`", "say what it shows")),
            Some("") if linked => faults.push(fault(
                19,
                "a linked picture has no words",
                "its `alt` names where the link leads",
            )),
            Some(alt)
                if alt.chars().count() > ALT
                    && file.is_none_or(|file| !matches!(file.shows, Shows::Chart(_))) =>
            {
                let own = mail.illustrated.iter().find(|(words, _)| words.trim() == alt.trim());
                faults.push(Fault {
                    place: own.map(|(_, place)| place.clone()),
                    ..fault(
                        19,
                        format!(
                            "an alternative text has {} characters; {ALT} are heard",
                            alt.chars().count()
                        ),
                        "say the most important in a sentence, the rest in the text",
                    )
                });
            }
            Some(alt)
                if [".png", ".jpg", ".jpeg", ".gif"].iter().any(|end| alt.to_lowercase().ends_with(end)) =>
            {
                faults.push(fault(19, format!("`{alt}` is a file's name"), "say what the picture shows"));
            }
            Some(_) => {}
        }
        let style = picture.style();
        if declared(style, "font-size").is_none() || declared(style, "color").is_none() {
            faults.push(fault(
                19,
                "the words of a picture have no style",
                "give the picture's style `font-size` and `color`: they show where pictures are off",
            ));
        }
        if src.starts_with("data:")
            || src.to_lowercase().ends_with(".svg")
            || src.to_lowercase().ends_with(".webp")
        {
            faults.push(fault(
                20,
                "a picture is of a kind that mail programs do not show",
                "use PNG or JPEG in a file",
            ));
        }
    }
    if block.named(&["svg"]).next().is_some() {
        faults.push(fault(20, "there is an `<svg>`, which most mail programs drop", "use a picture"));
    }
}

/// R18, R20 and R21: the files of the pictures.
fn files(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    for picture in mail.pictures {
        let place = || Some(Place::file(picture.path().unwrap_or("layouts/newsletter/newsletter.hbs")));
        if picture.bytes.len() > PICTURE_BYTES {
            let message = format!(
                "the picture `{}` has {} kB; {} are the most",
                picture.name,
                picture.bytes.len() / 1000,
                PICTURE_BYTES / 1000
            );
            faults.push(Fault {
                place: place(),
                ..fault(20, message, "save a photo as JPEG, or make it smaller")
            });
        }
        if picture.media_type == "image/png" && bare(&picture.bytes) {
            faults.push(Fault {
                place: place(),
                ..fault(
                    18,
                    format!("`{}` is dark on nothing: it vanishes in the dark", picture.name),
                    "save it on white, or with a light edge",
                )
            });
        }
    }
    if let Some(points) = mail.chart_lettering {
        // The picture's 272 points stand on 335 pixels of a phone.
        let pixels = points * 335.0 / 272.0;
        if pixels < 11.0 {
            faults.push(Fault {
                place: Some(Place::file("layouts/charts/charts.typ")),
                ..fault(
                    21,
                    format!(
                        "the charts' smallest letters are {pixels:.1} pixels high on a phone; 11 can be read"
                    ),
                    "make the lettering of the charts larger",
                )
            });
        }
    }
}

/// Whether a PNG is dark where it is drawn and transparent at its corners.
fn bare(bytes: &[u8]) -> bool {
    let Ok(image) = image::load_from_memory_with_format(bytes, image::ImageFormat::Png) else { return false };
    let image = image.to_rgba8();
    let (width, height) = image.dimensions();
    let corners = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)];
    let clear = corners.iter().filter(|(x, y)| image.get_pixel(*x, *y)[3] < 128).count();
    if clear < 3 {
        return false;
    }
    let drawn: Vec<_> = image.pixels().filter(|pixel| pixel[3] > 200).collect();
    let dark = drawn
        .iter()
        .filter(|pixel| u32::from(pixel[0]) + u32::from(pixel[1]) + u32::from(pixel[2]) < 240)
        .count();
    !drawn.is_empty() && dark * 2 > drawn.len()
}

/// R13: sizes and alignment.
fn lettering(block: &Page, faults: &mut Vec<Fault>) {
    for element in block.elements() {
        let name = element.name();
        let style = element.style();
        if declared(style, "display") == Some("none") {
            continue;
        }
        let size =
            declared(style, "font-size").and_then(|size| size.trim_end_matches("px").parse::<f64>().ok());
        if size.is_some_and(|size| size < 14.0) {
            faults.push(fault(
                13,
                format!("`<{name}>` has letters below 14 pixels"),
                "14 is the least for small print, 16 for text",
            ));
        }
        if declared(style, "text-align") == Some("justify") {
            faults.push(fault(
                13,
                format!("`<{name}>` is justified"),
                "set it from the left: gaps between words slow readers",
            ));
        }
        let leading = declared(style, "line-height").and_then(|leading| leading.parse::<f64>().ok());
        if matches!(name, "p" | "li") && leading.is_some_and(|leading| leading < 1.4) {
            faults.push(fault(
                13,
                format!("`<{name}>` has lines too close to each other"),
                "1.5 is the usual line height",
            ));
        }
    }
}

/// R14.
///
/// `targets` knows for each name where it leads first, and whether an author wrote that link.
fn links(
    block: &Page,
    mail: &Mail<'_>,
    targets: &mut BTreeMap<String, (String, bool)>,
    faults: &mut Vec<Fault>,
) {
    let mut found = Vec::new();
    for link in block.named(&["a"]) {
        let before = found.len();
        let href = link.attr("href").unwrap_or_default();
        let text = link.visible_text();
        let picture = block.named(&["img"]).find(|picture| picture.is_in(link));
        if href.is_empty() || href.starts_with('#') || href.to_lowercase().starts_with("javascript:") {
            found.push(fault(
                14,
                format!("the link `{text}` leads nowhere"),
                "give it an address, or take it out",
            ));
            continue;
        }
        if text.is_empty() && picture.is_none() {
            found.push(fault(14, format!("the link to {href} has no words"), "say where it leads"));
        }
        let empty = EMPTY_WORDS.contains(&text.to_lowercase().trim_end_matches(['.', '!', '…', ' ']));
        // Where an author wrote it, the lint of pasted text speaks, and may be told that it is meant.
        if empty && !mail.accepted.contains(&text.to_lowercase()) {
            found.push(fault(
                14,
                format!("the link `{text}` does not say where it leads"),
                "name the thing behind it: links are read out of their sentence; if an author means it, its file's `accepted` keeps it",
            ));
        }
        let style = link.style();
        if !style.contains("underline") && picture.is_none() {
            found.push(fault(
                14,
                format!("the link `{text}` is not underlined"),
                "colour alone is not seen by everybody: add `text-decoration:underline`",
            ));
        }
        let own = mail.authored.iter().find(|(words, url, _)| *words == text && same_page(url, href));
        let name = link.attr("aria-label").unwrap_or(&text).to_string();
        if let Some((other, theirs)) =
            targets.get(&name).filter(|(other, _)| !same_page(other, href) && !text.is_empty())
        {
            let message = format!("`{text}` leads to {href}, and elsewhere to {other}");
            match (own.is_some(), *theirs) {
                // The layout's links are its matter, and named apart; a text is never refused for them.
                (false, false) => found.push(fault(14, message, "two addresses need two names")),
                (true, true) if !mail.accepted.contains(&text.to_lowercase()) => found.push(Fault {
                    mild: true,
                    ..fault(14, message, "two addresses want two names; if it is meant, put the words into the file's list `accepted`")
                }),
                _ => {}
            }
        }
        // An author's link is named where the author wrote it.
        for fault in &mut found[before..] {
            fault.place = own.map(|(_, _, place)| place.clone());
        }
        targets.entry(name).or_insert_with(|| (href.to_string(), own.is_some()));
    }
    faults.extend(found);
}

/// Whether two addresses are those of one page: but for `http` and a slash at the end.
fn same_page(one: &str, other: &str) -> bool {
    let bare = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.trim_end_matches('/').to_string()
    };
    one == other || bare(one) == bare(other)
}

/// R15: the old Outlooks' drawing language.
fn drawing(html: &str, faults: &mut Vec<Fault>) {
    if html.contains("<v:") {
        faults.push(fault(
            15,
            "there is VML, Outlook's old drawing language",
            "a button is a link with padding in a coloured cell",
        ));
    }
}
