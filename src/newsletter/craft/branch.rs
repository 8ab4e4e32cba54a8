//! The Outlook branch: the code in conditional comments, unwrapped, which a parser of HTML and a
//! browser never see.

use super::{Fault, Mail, fault};

/// The width of the sheet, in pixels.
const SHEET: u32 = 600;

/// The deepest that Outlook's tables stand in each other.
const DEPTH: usize = 4;

/// Elements without an end.
const VOID: &[&str] = &["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// The HTML as Outlook for Windows reads it: what is for it unwrapped, what is for others gone.
pub fn outlook_branch(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<!--[if") {
        out.push_str(&rest[..at]);
        let comment = &rest[at..];
        let Some(head_end) = comment.find("]>") else { break };
        let head = &comment[..head_end];
        if head.contains("!mso") {
            // `<!--[if !mso]><!-->` ... `<!--<![endif]-->`: others' branch.
            match comment.find("<![endif]-->") {
                Some(end) => rest = &comment[end + "<![endif]-->".len()..],
                None => break,
            }
            continue;
        }
        match comment.find("<![endif]-->") {
            Some(end) => {
                out.push_str(&comment[head_end + 2..end]);
                rest = &comment[end + "<![endif]-->".len()..];
            }
            None => break,
        }
    }
    out.push_str(rest);
    out
}

/// A tag of the branch.
struct Tag<'a> {
    /// Its name, in lower case.
    name: String,
    /// Whether it ends an element.
    ends: bool,
    /// Everything between `<` and `>`.
    text: &'a str,
}

/// The tags of some HTML, comments left out.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let text = &rest[1..end];
        let name = text
            .trim_start_matches('/')
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push(Tag { name: name.to_lowercase(), ends: text.starts_with('/'), text });
            if !text.ends_with('/') && matches!(name, "style" | "title") && !text.starts_with('/') {
                // Their text holds no tags.
                let close = format!("</{name}");
                rest = rest.find(&close).map_or("", |at| &rest[at..]);
                continue;
            }
        }
        rest = &rest[end + 1..];
    }
    found
}

/// An attribute of a tag in numbers.
fn number(tag: &str, name: &str) -> Option<u32> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    value.trim_end_matches("px").parse().ok()
}

/// R3 (tables for Outlook alone), R7 and R8 (its pixels).
pub fn inspect(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let branch = outlook_branch(mail.html);
    if !branch.replace(' ', "").contains("<o:PixelsPerInch>96</o:PixelsPerInch>") {
        faults.push(fault(
            8,
            "Outlook is not told how large a pixel is",
            "keep `<o:PixelsPerInch>96</o:PixelsPerInch>` in the head",
        ));
    }
    roles(&branch, faults);
    balance(&branch, faults);
    widths(&branch, faults);
}

/// R3: tables of the frame, which no block holds, and those that are for Outlook alone.
fn roles(branch: &str, faults: &mut Vec<Fault>) {
    let mut open: Vec<(bool, bool)> = Vec::new();
    for tag in tags(branch) {
        match (tag.name.as_str(), tag.ends) {
            ("table", false) => open.push((tag.text.contains("role=\"presentation\""), false)),
            ("th", false) => {
                if let Some((_, data)) = open.last_mut() {
                    *data = true;
                }
            }
            ("table", true) => {
                // One that a block holds was named with its file.
                let silent = open.pop().is_some_and(|(says, data)| !says && !data);
                if silent && faults.iter().all(|fault| fault.rule != 3) {
                    faults.push(fault(
                        3,
                        "a layout table of the frame or of the Outlook branch does not say that it is none of data",
                        "write `<table role=\"presentation\">`: else a screen reader counts its rows",
                    ));
                }
            }
            _ => {}
        }
    }
}

/// Whether every element that is opened is closed, in order.
fn balance(branch: &str, faults: &mut Vec<Fault>) {
    let mut open: Vec<String> = Vec::new();
    for tag in tags(branch) {
        if VOID.contains(&tag.name.as_str()) || tag.text.ends_with('/') {
            continue;
        }
        if !tag.ends {
            open.push(tag.name);
        } else if open.last() == Some(&tag.name) {
            open.pop();
        } else {
            let expected = open.last().map_or("nothing".to_string(), |name| format!("`</{name}>`"));
            faults.push(fault(
                7,
                format!("`</{}>` stands in the Outlook branch where {expected} is due", tag.name),
                "look for `<!--[if mso]>` in the layouts: what one opens, another must close",
            ));
            return;
        }
    }
    if let Some(name) = open.last() {
        faults.push(fault(
            7,
            format!("`<{name}>` is never closed in the Outlook branch"),
            "look for `<!--[if mso]>` in the layouts",
        ));
    }
}

/// A table that is open.
struct Open {
    width: Option<u32>,
    /// Whether it lays out.
    layout: bool,
    /// The widths of the open row's cells.
    cells: Vec<Option<u32>>,
}

/// Whether the cells of each layout row fill their table, and the outermost fills the sheet.
fn widths(branch: &str, faults: &mut Vec<Fault>) {
    let mut open: Vec<Open> = Vec::new();
    let mut outermost = true;
    for tag in tags(branch) {
        match (tag.name.as_str(), tag.ends) {
            ("table", false) => {
                let layout = tag.text.contains("role=\"presentation\"");
                let width = number(tag.text, "width");
                if layout && std::mem::take(&mut outermost) && width != Some(SHEET) {
                    faults.push(fault(
                        7,
                        format!("Outlook's outermost table is not {SHEET} wide"),
                        format!("write `width=\"{SHEET}\"`"),
                    ));
                }
                open.push(Open { width, layout, cells: vec![] });
                let deep = open.iter().filter(|table| table.layout).count();
                if layout && deep > DEPTH {
                    faults.push(fault(
                        7,
                        format!("{deep} layout tables stand in each other"),
                        format!("Outlook is slow and wrong beyond {DEPTH}"),
                    ));
                }
            }
            ("table", true) => {
                open.pop();
            }
            ("tr", false) => {
                if let Some(table) = open.last_mut() {
                    table.cells.clear();
                }
            }
            ("td" | "th", false) => {
                if let Some(table) = open.last_mut() {
                    table.cells.push(number(tag.text, "width"));
                }
            }
            ("tr", true) => {
                let Some(table) = open.last().filter(|table| table.layout) else { continue };
                let sum: Option<u32> = table.cells.iter().copied().sum();
                // A last row of cards may have one card less than there is room for.
                let short = open.len() > 1
                    && sum.zip(table.width).is_some_and(|(sum, width)| sum < width && sum * 2 == width);
                if sum != table.width && !short {
                    let (sum, width) = (sum.unwrap_or_default(), table.width.unwrap_or_default());
                    faults.push(fault(
                        7,
                        format!(
                            "the cells of a row in the Outlook branch are {sum} wide, their table {width}"
                        ),
                        "give each cell a width in numbers that add up",
                    ));
                }
            }
            _ => {}
        }
    }
    if outermost {
        faults.push(fault(
            7,
            "the Outlook branch has no table that holds the sheet",
            "Outlook knows no `max-width`: keep the table round the sheet",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_branch_is_unwrapped_and_others_is_gone() {
        let html = "a<!--[if mso]><b><![endif]-->c<!--[if !mso]><!--><d><!--<![endif]-->e";
        assert_eq!(outlook_branch(html), "a<b>ce");
    }
}
