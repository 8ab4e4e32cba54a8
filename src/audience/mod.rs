//! Who may be mailed: the list of recipients, and why some on it are not.
//!
//! In come a list's text, the configuration and who is never to be mailed; out goes an [`Audience`]: every
//! row is somebody who is mailed, or is counted by the reason why not. No address ever reaches a finding or
//! a log: rows are named by their line.
//!
//! ```
//! let (never, odd) = bulletin::audience::suppressed_in("email\nana@example.org\nnot an address\n");
//! assert!(never.contains("ana@example.org"));
//! assert_eq!(odd, [3]);
//! ```

mod dates;
pub mod import;
mod list;
mod look;
mod recipient;
mod row;
pub mod store;
mod suppressed;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Config;
use crate::value::sha256_bytes;
use list::Records;
use look::{broken_list, first_look, known_columns};
pub use recipient::{Exclusion, Recipient, normal};
use row::Row;
pub use suppressed::suppressed_in;

/// The columns that hold days.
const DAYS: [&str; 3] = ["consent_at", "confirmed_at", "unsubscribed_at"];

/// How many rows that can't be used are a few.
const FEW: usize = 3;

/// A list, divided into those who are mailed and those who are not.
#[derive(Debug, Clone, Default)]
pub struct Audience {
    /// Who is mailed, in the order of the list.
    pub recipients: Vec<Recipient>,
    /// How many are not, by reason.
    pub excluded: BTreeMap<Exclusion, usize>,
    /// Whether every address is one that no person has.
    pub only_examples: bool,
    /// Lines that hold the same person: the one that counts, and the other.
    pub merged: Vec<(u64, u64)>,
}

impl Audience {
    /// How many rows the list has.
    pub fn candidates(&self) -> usize {
        self.recipients.len() + self.excluded.values().sum::<usize>()
    }

    /// Reads a list from CSV. `file` names it in findings; `suppressed` are normal addresses.
    ///
    /// A list that can't be read whole, or of which it is in doubt whether somebody has left, is an
    /// error: nobody on it is mailed before it is put right.
    pub fn parse(
        text: &str,
        file: &str,
        config: &Config,
        suppressed: &BTreeSet<String>,
        findings: &mut Diagnostics,
    ) -> Self {
        let mut audience = Self { only_examples: true, ..Self::default() };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut records = Records::new(text);
        let headers = loop {
            match records.next() {
                Some(Ok(first)) if first.is_blank() => {}
                Some(Ok(first)) => break first.cells.iter().map(|name| column_name(name)).collect(),
                Some(Err(broken)) => {
                    findings.push(broken_list(broken, file));
                    return audience;
                }
                None => break Vec::new(),
            }
        };
        if !known_columns(&headers, file, findings) {
            return audience;
        }
        let records = records.with_columns(headers.len());
        let Some(suppressed) = first_look(records.clone(), &headers, file, suppressed, findings) else {
            audience.only_examples = false;
            return audience;
        };
        let mut languages = Vec::new();
        // A hash of each address, with its line: a list may be long.
        let mut seen: BTreeMap<[u8; 16], u64> = BTreeMap::new();
        let mut rows = 0;
        for record in records.flatten().filter(|record| !record.is_blank()) {
            rows += 1;
            let line = record.line;
            let row = Row { headers: &headers, cells: &record.cells };
            let outcome = row.read(config, &suppressed, &mut languages, &mut audience.only_examples);
            let outcome = outcome.and_then(|recipient| match seen.entry(short_hash(&recipient.normal())) {
                Entry::Vacant(free) => {
                    free.insert(line);
                    Ok(recipient)
                }
                Entry::Occupied(taken) => {
                    audience.merged.push((*taken.get(), line));
                    Err((Exclusion::Twice, String::new()))
                }
            });
            match outcome {
                Ok(recipient) => audience.recipients.push(recipient),
                Err((reason, message)) => {
                    *audience.excluded.entry(reason).or_default() += 1;
                    if reason == Exclusion::Unusable {
                        findings.push(
                            Diagnostic::warning("recipient", format!("line {line}: {message}"))
                                .at(Place::file(file))
                                .hint("correct or delete the row"),
                        );
                    }
                }
            }
        }
        audience.account(rows, file, findings);
        audience
    }

    /// Says that too many rows can't be used, or that somebody is not counted.
    fn account(&self, rows: usize, file: &str, findings: &mut Diagnostics) {
        let unusable = self.excluded.get(&Exclusion::Unusable).copied().unwrap_or(0);
        if unusable > FEW && unusable * 5 > rows {
            findings.push(
                Diagnostic::error("recipient", format!("{unusable} of {rows} rows can't be used"))
                    .at(Place::file(file))
                    .hint("that many are a mistake of the whole list, not of a row: was it saved by another program? put it right, and nobody is left out by accident"),
            );
        }
        if self.candidates() != rows {
            findings.push(
                Diagnostic::error(
                    "recipient",
                    format!("{rows} rows, {} people: somebody is not counted", self.candidates()),
                )
                .at(Place::file(file))
                .hint("this is a fault of the program: report it; nobody is mailed"),
            );
        }
    }
}

/// A column's name as it is compared.
fn column_name(typed: &str) -> String {
    let shown = typed.chars().filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}'));
    shown.collect::<String>().trim().to_lowercase()
}

/// The first half of a text's SHA-256.
fn short_hash(text: &str) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&sha256_bytes(text.as_bytes())[..16]);
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A configuration.
    fn config() -> Config {
        let text = "name: N\npublisher: P\nfrom: a@example.org\nprivacy_url: https://example.org/p\n";
        let sources = crate::sources::Sources::from_texts([("bulletin.yaml", text)]);
        crate::model::Cluster::parse(&sources, &mut Diagnostics::new()).expect("a cluster").config
    }

    #[test]
    fn rows_are_named_by_their_line_whatever_the_line_ends() {
        for end in ["\n", "\r\n"] {
            let csv = [
                "email,basis",
                "a@example.org,staff",
                "",
                "bad@@example.org,staff",
                "\"x",
                "y\",staff",
                "worse,staff",
                "c@example.org,staff",
                "d@example.org,staff",
                "e@example.org,staff",
            ];
            let mut findings = Diagnostics::new();
            Audience::parse(&csv.join(end), "list.csv", &config(), &BTreeSet::new(), &mut findings);
            let said: Vec<_> = findings.iter().map(|finding| finding.message[..7].to_string()).collect();
            assert_eq!(said, ["line 4:", "line 5:", "line 7:"], "{end:?}");
        }
    }

    #[test]
    fn everybody_on_the_list_is_counted_once() {
        let csv = "email,basis,confirmed_at,unsubscribed_at\n\
            a@example.org,double-opt-in,2024-01-01,\n\
            A@Example.org,double-opt-in,2024-01-01,\n\
            b@example.org,double-opt-in,,\n\
            c@example.org,staff,,2024-02-02\n\
            d@example.org,single-opt-in,,\n\
            e@example.org,,,\n\
            nonsense,staff,,\n";
        let mut findings = Diagnostics::new();
        let audience = Audience::parse(csv, "list.csv", &config(), &BTreeSet::new(), &mut findings);
        assert_eq!(audience.recipients.len(), 1);
        assert_eq!(audience.candidates(), 7);
        use Exclusion::*;
        for reason in [Twice, NotConfirmed, Unsubscribed, BasisNotAllowed, NoBasis, Unusable] {
            assert_eq!(audience.excluded.get(&reason), Some(&1), "{reason:?}");
        }
        let said: String = findings.iter().map(|finding| finding.message.clone()).collect();
        assert_eq!(said, "line 8: the address is not one that mail can be sent to");
    }
}
