//! The first look at a list: whether its rows and columns can be told from each other, and who left.

use super::DAYS;
use super::dates::{Column, Day};
use super::list::{Broken, Records};
use super::recipient::normal;
use super::row::Row;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::value::{MailAddress, Parse};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The columns that a list may have.
pub(super) const COLUMNS: &[&str] = &[
    "email",
    "language",
    "audiences",
    "basis",
    "consent_at",
    "consent_source",
    "consent_text_version",
    "confirmed_at",
    "unsubscribed_at",
];

/// Looks through all rows before any counts: whether each can be told from the next, what its days
/// mean, and who has left. Those never to be mailed, and all who have left in any row: whoever left
/// stays away even if another row says otherwise. `None` if the list is refused.
pub(super) fn first_look(
    records: Records<'_>,
    headers: &[String],
    file: &str,
    suppressed: &BTreeSet<String>,
    findings: &mut Diagnostics,
) -> Option<BTreeSet<String>> {
    let mut seen = Seen::default();
    seen.left.clone_from(suppressed);
    for record in records {
        let record = match record {
            Ok(record) if record.is_blank() => continue,
            Ok(record) => record,
            Err(broken) => {
                findings.push(broken_list(broken, file));
                return None;
            }
        };
        let line = record.line;
        if record.cells.len() != headers.len() {
            seen.ragged.push(line);
            continue;
        }
        let row = Row { headers, cells: &record.cells };
        let filled = |(header, cell): (&String, &Cow<'_, str>)| header.is_empty() && !cell.trim().is_empty();
        if headers.iter().zip(&record.cells).any(filled) {
            seen.unnamed.push(line);
        }
        for column in DAYS {
            if let Some(cell) = row.cell(column) {
                seen.days.entry(column).or_default().note(line, cell);
            }
        }
        let Some(left) = row.cell("unsubscribed_at") else { continue };
        if super::dates::read(left) == Day::None {
            seen.no_day.push(line);
        }
        match row.cell("email").map(MailAddress::parse) {
            Some(Ok(address)) => {
                seen.left.insert(normal(&address));
            }
            _ => seen.nameless.push(line),
        }
    }
    let before = findings.count(crate::diagnostic::Severity::Error);
    seen.report(headers.len(), file, findings);
    (findings.count(crate::diagnostic::Severity::Error) == before).then_some(seen.left)
}

/// What a first look at the rows has seen: lines by what is wrong with them, and who left.
#[derive(Default)]
struct Seen {
    /// Rows with too many cells or too few.
    ragged: Vec<u64>,
    /// Rows with something in a column without a name.
    unnamed: Vec<u64>,
    /// Rows of which nobody knows whether they left.
    no_day: Vec<u64>,
    /// Rows of people who left and have no address.
    nameless: Vec<u64>,
    /// The columns that hold days.
    days: BTreeMap<&'static str, Column>,
    /// Who left, or is suppressed.
    left: BTreeSet<String>,
}

impl Seen {
    /// Says what is wrong.
    fn report(&self, columns: usize, file: &str, findings: &mut Diagnostics) {
        let mut refuse = |lines: &[u64], what: &str, hint: &str| {
            if !lines.is_empty() {
                findings.push(
                    Diagnostic::error("recipient-list", format!("{}: {what}", lines_words(lines)))
                        .at(Place::file(file))
                        .hint(hint),
                );
            }
        };
        refuse(
            &self.ragged,
            &format!("there are not {} cells, as in the line that names the columns", columns),
            "a comma too many or too few moves what stands behind it into the wrong column, and somebody who left might be mailed: put a text that holds one in quotation marks, and end short rows with as many commas",
        );
        refuse(
            &self.unnamed,
            "something stands in a column without a name",
            "name the column in the first line, or delete it",
        );
        refuse(
            &self.no_day,
            "`unsubscribed_at` holds something that is no day",
            "if they left, type the day, such as 2024-04-08; if not, empty the cell",
        );
        refuse(
            &self.nameless,
            "somebody left, and the address can't be read",
            "correct the address, so that they are never mailed; do not delete the row",
        );
        for (column, day) in &self.days {
            // That somebody left is known whatever the day was.
            if let Some((lines, example)) = day.unknown().filter(|_| *column != "unsubscribed_at") {
                refuse(
                    lines,
                    &format!("`{column}`: `{example}` is two days, as one reads it"),
                    "save the column's days as 2024-03-01 (in a spreadsheet: Format, Cells, Date, the form that begins with the year)",
                );
            }
        }
    }
}

/// Lines as they are named: `line 4`, or `lines 4, 5 and 9`.
pub(super) fn lines_words(lines: &[u64]) -> String {
    let shown: Vec<String> = lines.iter().take(10).map(ToString::to_string).collect();
    match (shown.split_last(), lines.len() - shown.len()) {
        (Some((one, [])), 0) => format!("line {one}"),
        (Some((last, rest)), 0) => format!("lines {} and {last}", rest.join(", ")),
        (_, more) => format!("lines {} and {more} more", shown.join(", ")),
    }
}

/// The finding for a list whose rows can't be told from each other.
pub(super) fn broken_list(broken: Broken, file: &str) -> Diagnostic {
    let (message, hint) = match broken {
        Broken::Unclosed(line, 0) => (
            format!("line {line}: a quotation mark is not closed"),
            "delete it, or close it at the end of its cell".to_string(),
        ),
        Broken::Unclosed(line, behind) => (
            format!(
                "line {line}: a quotation mark is not closed, and the {behind} lines behind it would be taken for its text"
            ),
            "delete it, or close it at the end of its cell: nobody is mailed while people would be missing"
                .to_string(),
        ),
        Broken::Swallows(line, last) => (
            format!("line {line}: a quotation mark swallows lines {} to {last}", line + 1),
            format!("delete it, or close it in line {line}: nobody is mailed while people would be missing"),
        ),
        Broken::Behind(line) => (
            format!("line {line}: something stands behind a closing quotation mark"),
            "a quotation mark inside a text is written twice: `\"say \"\"yes\"\"\"`; a stray one is deleted"
                .to_string(),
        ),
    };
    Diagnostic::error("recipient-list", message).at(Place::file(file)).hint(hint)
}

/// Whether the list has an address column and no column that is not known.
pub(super) fn known_columns(headers: &[String], file: &str, findings: &mut Diagnostics) -> bool {
    if headers.iter().any(|header| header.contains('@')) {
        findings.push(
            Diagnostic::error("missing-field", "the first line holds an address and not the columns' names")
                .at(Place::file(file))
                .hint("put a first line that names the columns: `email,language,basis,confirmed_at`"),
        );
        return false;
    }
    for (i, header) in headers.iter().enumerate() {
        if COLUMNS.contains(&header.as_str()) && headers[..i].contains(header) {
            findings.push(
                Diagnostic::error("recipient-list", format!("the column `{header}` stands twice"))
                    .at(Place::file(file))
                    .hint("which one counts? keep one of the two; for `unsubscribed_at` the one that says who left"),
            );
        }
    }
    let unknown = |header: &&String| !header.is_empty() && !COLUMNS.contains(&header.as_str());
    for header in headers.iter().filter(unknown) {
        let finding =
            Diagnostic::error("unknown-field", format!("unknown column `{header}`")).at(Place::file(file));
        findings.push(match nearest(header, COLUMNS.iter().copied()) {
            Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
            None => finding.hint(format!("known columns: {}", COLUMNS.join(", "))),
        });
    }
    let has_address = headers.iter().any(|header| header == "email");
    if !has_address {
        findings.push(
            Diagnostic::error("missing-field", "there is no column `email`")
                .at(Place::file(file))
                .hint("the first line names the columns: `email,language,basis,confirmed_at`"),
        );
    }
    has_address
}
