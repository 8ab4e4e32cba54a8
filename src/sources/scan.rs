//! What can be seen in a text before it is parsed: control characters, conflict markers, tabs
//! that indent YAML, quotation marks from a word processor round a YAML value.

use std::sync::Arc;

use super::places::{Places, Unreadable};
use super::{Kind, SourceFile};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::value::is_noncharacter;

/// Finds control characters (C0 but for tab and line ends, DEL, C1) and places them.
pub fn controls(path: &Arc<str>, text: &str, findings: &mut Diagnostics) {
    for (at, c) in text.char_indices() {
        let harmless = matches!(c, '\t' | '\n') || c == '\r' && text[at + 1..].starts_with('\n');
        let place = Place::new(path.clone(), at..at + c.len_utf8());
        let code = u32::from(c);
        if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') {
            findings.push(
                Diagnostic::warning(
                    "bidi-control",
                    format!("U+{code:04X} turns the direction of the text behind it"),
                )
                .at(place.clone())
                .hint("delete it: letters know their direction, and what is shown should be what is written"),
            );
        }
        if c == '\u{FFFD}' {
            findings.push(
                Diagnostic::error("replacement-character", "U+FFFD stands where a letter was lost")
                    .at(place.clone())
                    .hint("the text was decoded wrongly before it came here: type the letter, or fetch the text once more"),
            );
        }
        // Noncharacters mark, inside this program, where a recipient's values are joined in.
        if is_noncharacter(c) {
            findings.push(
                Diagnostic::fatal("control-character", format!("U+{code:04X} is no character"))
                    .at(place)
                    .hint("delete it"),
            );
        } else if c.is_control() && !harmless {
            let hint = match meant(c) {
                Some(meant) => format!("it came from an old Windows file, where it is `{meant}`: type that"),
                None => "it shows as nothing or breaks mail programs: delete it".to_string(),
            };
            findings.push(
                Diagnostic::error("control-character", format!("control character U+{code:04X}"))
                    .at(place)
                    .hint(hint),
            );
        }
    }
}

/// What a C1 control character is in Windows-1252, from which text files were often converted as
/// if they were ISO 8859-1.
fn meant(c: char) -> Option<char> {
    const WINDOWS_1252: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
    let at = u32::from(c).checked_sub(0x80)?;
    WINDOWS_1252.chars().nth(at as usize).filter(|meant| *meant != '\0')
}

/// Finds the markers that a version control merge leaves; `true` if there are any.
pub fn conflicts(path: &Arc<str>, text: &str, findings: &mut Diagnostics) -> bool {
    let mut at = 0;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare.starts_with("<<<<<<< ") || bare.starts_with(">>>>>>> ") {
            found = true;
            findings.push(
                Diagnostic::fatal("conflict-marker", format!("conflict marker `{}`", &bare[..7]))
                    .at(Place::new(path.clone(), at..at + bare.len()))
                    .hint("two versions of this text were merged: keep one, delete the marker lines `<<<<<<<`, `=======` and `>>>>>>>`"),
            );
        }
        at += line.len();
    }
    found
}

/// The tree of places of a file's YAML, or a finding that says what stands in its way.
pub fn places(file: &SourceFile, yaml: &str, findings: &mut Diagnostics) -> Option<Places> {
    if let Some(tab) = indenting_tab(yaml) {
        findings.push(
            Diagnostic::fatal("yaml-syntax", "a tab cannot indent YAML")
                .at(Place::new(file.path.clone(), tab..tab + 1))
                .hint("put two spaces in place of the tab"),
        );
        return None;
    }
    match Places::parse(yaml) {
        Ok(places) => {
            structure(file, &places, findings);
            quotes(file, &places, findings);
            cut_by_comment(file, &places, findings);
            escaped_controls(file, &places, findings);
            Some(places)
        }
        Err(error) => {
            findings.push(syntax(file, yaml, &error));
            None
        }
    }
}

/// The first tab that stands in the indentation of a line.
fn indenting_tab(yaml: &str) -> Option<usize> {
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
        if let (false, Some(tab)) = (blank, line[..indent].find('\t')) {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}

/// A syntax error in words that help.
fn syntax(file: &SourceFile, yaml: &str, error: &Unreadable) -> Diagnostic {
    if let Some((range, quoted)) = unquoted_colon(yaml, error.offset) {
        return Diagnostic::fatal("yaml-syntax", "a colon followed by a space inside an unquoted text")
            .at(Place::new(file.path.clone(), range))
            .hint(format!("put the text in double quotes: `{quoted}`"));
    }
    if let Some((range, quoted)) =
        needs_quotes(yaml, error.offset).filter(|_| !error.message.starts_with("more than"))
    {
        return Diagnostic::fatal(
            "yaml-syntax",
            "this text needs quotes: its first character means something to YAML",
        )
        .at(Place::new(file.path.clone(), range))
        .hint(format!("put the whole text in single quotes: `{quoted}`"));
    }
    let finding = Diagnostic::fatal("yaml-syntax", format!("this YAML can't be read: {}", error.message))
        .at(Place::new(file.path.clone(), error.offset..error.offset));
    match file.kind {
        Kind::Yaml => finding.hint("look at this line and the one above: a missing colon, quote or bracket, or other indentation"),
        Kind::Markdown => finding.hint("look at the lines between the two `---` at the top: a missing colon, quote or bracket, or other indentation"),
    }
}

/// Where the line of an offset and the line above it start.
fn lines_near(yaml: &str, offset: usize) -> [usize; 2] {
    let offset = crate::diagnostic::floor_char(yaml, offset);
    let this = yaml[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let above = yaml[..this.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    [this, above]
}

/// The second `: ` of a line near an error, and the line with its value in quotes.
fn unquoted_colon(yaml: &str, offset: usize) -> Option<(std::ops::Range<usize>, String)> {
    lines_near(yaml, offset).into_iter().find_map(|start| {
        let line = yaml[start..].lines().next()?;
        let (key, value) = line.split_once(": ")?;
        let text = value.trim();
        let plain = !text.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '#']);
        let colon = value.find(": ").filter(|_| plain)?;
        let at = start + key.len() + 2 + colon;
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        Some((at..at + 1, format!("{}: \"{escaped}\"", key.trim())))
    })
}

/// The value near an error that begins with a character of YAML's own, and the line with it quoted.
fn needs_quotes(yaml: &str, offset: usize) -> Option<(std::ops::Range<usize>, String)> {
    lines_near(yaml, offset).into_iter().find_map(|start| {
        let line = yaml[start..].lines().next()?;
        let (key, value) = line.split_once(": ")?;
        let text = value.trim();
        // A word behind `&` or `*` is an anchor or an alias, meant as such.
        let marked = text.starts_with(['&', '*']) && text[1..].starts_with(' ');
        let special = marked || text.starts_with(['"', '%', '@', '`', '!']);
        let whole =
            text.len() > 1 && text.starts_with('"') && text.ends_with('"') && text.matches('"').count() == 2;
        let at = start + key.len() + 2;
        let quoted = format!("{}: '{}'", key.trim(), text.replace('\'', "''"));
        (special && !whole).then_some((at..at + value.len(), quoted))
    })
}

/// Duplicate keys and a second document.
fn structure(file: &SourceFile, places: &Places, findings: &mut Diagnostics) {
    for (path, key) in &places.duplicates {
        findings.push(
            Diagnostic::fatal("duplicate-key", format!("`{path}` stands here a second time"))
                .at(Place::new(file.path.clone(), key.range.clone()))
                .hint("keep one of the two lines"),
        );
    }
    if let Some(start) = places.second_document {
        // A document may also start without the mark, after the `...` that ends one.
        let mark = file.text.get(start..start + 3).filter(|text| *text == "---").map_or(0, str::len);
        findings.push(
            Diagnostic::fatal("second-document", "a second YAML document starts here")
                .at(Place::new(file.path.clone(), start..start + mark))
                .hint("one file holds one document: delete the `---` or `...` before it, or make it a file of its own"),
        );
    }
}

/// Control characters and noncharacters written as escapes, such as `"\\x07"`.
fn escaped_controls(file: &SourceFile, places: &Places, findings: &mut Diagnostics) {
    for (_, scalar) in places.scalars() {
        let odd = scalar
            .text
            .chars()
            .find(|c| is_noncharacter(*c) || c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
        let raw = file.text.get(scalar.range.clone()).unwrap_or_default();
        if let Some(c) = odd.filter(|c| !raw.contains(*c)) {
            findings.push(
                Diagnostic::fatal("control-character", format!("control character U+{:04X}", u32::from(c)))
                    .at(Place::new(file.path.clone(), scalar.range.clone()))
                    .hint("delete the escape"),
            );
        }
    }
}

/// Unquoted texts that ` #` cuts: what stands behind it is a comment to YAML.
fn cut_by_comment(file: &SourceFile, places: &Places, findings: &mut Diagnostics) {
    for (_, scalar) in places.scalars().iter().filter(|(_, scalar)| scalar.plain) {
        let Some(rest) = file.text.get(scalar.range.end..) else { continue };
        let line = rest.lines().next().unwrap_or_default();
        let comment = line.trim_start();
        if comment.len() < line.len()
            && comment.starts_with('#')
            && comment[1..].starts_with(char::is_alphanumeric)
        {
            let text = format!("{}{line}", scalar.text).replace('"', "\\\"");
            findings.push(
                Diagnostic::warning(
                    "cut-text",
                    format!("`{comment}` is a comment to YAML and does not print"),
                )
                .at(Place::new(file.path.clone(), scalar.range.end..scalar.range.end + line.len()))
                .hint(format!("if it belongs to the text: `\"{text}\"`; if not, put a space behind `#`")),
            );
        }
    }
}

/// Pairs of quotation marks that a word processor makes of `"`.
const TYPOGRAPHIC: &[(char, char)] =
    &[('“', '”'), ('„', '“'), ('„', '”'), ('”', '”'), ('‘', '’'), ('‚', '‘'), ('«', '»'), ('»', '«')];

/// Values in typographic quotes: to YAML these are letters, and they would be printed.
fn quotes(file: &SourceFile, places: &Places, findings: &mut Diagnostics) {
    for (_, scalar) in places.scalars().iter().filter(|(_, scalar)| scalar.plain) {
        let (first, last) = (scalar.text.chars().next(), scalar.text.chars().next_back());
        let (Some(first), Some(last)) = (first, last) else { continue };
        if scalar.text.chars().count() > 1 && TYPOGRAPHIC.contains(&(first, last)) {
            let inner: String = scalar.text.trim_start_matches(first).trim_end_matches(last).to_string();
            findings.push(
                Diagnostic::error(
                    "typographic-quotes",
                    format!("`{first}` and `{last}` are no YAML quotes and would be printed"),
                )
                .at(Place::new(file.path.clone(), scalar.range.clone()))
                .hint(format!("type straight quotes: `\"{inner}\"`"))
                .hint(format!("if they belong to the text: `\"{}\"`", scalar.text)),
            );
        }
    }
}
