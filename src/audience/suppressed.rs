//! The list of those never to be mailed.

use super::recipient::normal;
use crate::value::{MailAddress, Parse};
use std::collections::BTreeSet;

/// The addresses in a list of those never to be mailed, as they are compared: the first cell of each
/// line. Lines that hold none are given by their number.
pub fn suppressed_in(text: &str) -> (BTreeSet<String>, Vec<usize>) {
    let mut addresses = BTreeSet::new();
    let mut odd = Vec::new();
    // A quotation mark that is not closed must not swallow the lines behind it: it is a character like
    // others here.
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(false)
        .from_reader(text.as_bytes());
    for (i, record) in lines.records().flatten().enumerate() {
        let line = record.position().map_or(0, csv::Position::line);
        let cell = record.get(0).unwrap_or_default();
        let cell = cell.split(';').next().unwrap_or_default().trim().trim_matches('"');
        match MailAddress::parse(cell) {
            Ok(address) => {
                addresses.insert(normal(&address));
            }
            // A first line may name the column.
            Err(_)
                if cell.is_empty()
                    || i == 0 && ["email", "e-mail", "address"].contains(&&*cell.to_lowercase()) => {}
            Err(_) => odd.push(usize::try_from(line).unwrap_or(usize::MAX)),
        }
    }
    (addresses, odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_hides_another() {
        let text = "\u{FEFF}email;reason\na@example.org;left\n\n\"b@example.org\",left\n\"c@example.org\nno address\nD@Example.org\r\n";
        let (addresses, odd) = suppressed_in(text);
        let wanted = ["a@example.org", "b@example.org", "c@example.org", "d@example.org"];
        assert_eq!(addresses.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
        assert_eq!(odd, [6]);
    }
}
