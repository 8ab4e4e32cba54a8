//! Who may be mailed: the list of recipients, and why some on it are not.
//!
//! No address ever reaches a finding or a log: rows are named by their line.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use std::sync::Arc;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::model::{Basis, Config, Language, MailAddress, When};
use crate::sources::Parse;

/// The columns that a list may have.
const COLUMNS: &[&str] = &[
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

/// Somebody who gets the newsletter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address as it is written to.
    pub address: MailAddress,
    /// The language asked for.
    pub language: Option<Arc<Language>>,
    /// Whether they get it before everybody else, to look at it.
    pub reviewer: bool,
}

impl Recipient {
    /// The address as it is compared.
    pub fn normal(&self) -> String {
        normal(&self.address)
    }

    /// The address as it is written to: as typed, its domain as mail carries it.
    pub fn mailed(&self) -> Option<String> {
        Some(format!("{}@{}", self.address.local(), self.address.ascii_domain()?))
    }
}

/// Why somebody on the list is not mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// Has left.
    Unsubscribed,
    /// Was asked to confirm and has not.
    NotConfirmed,
    /// The basis is not among those that the configuration mails to.
    BasisNotAllowed,
    /// No basis is known.
    NoBasis,
    /// Is on the list of those never to be mailed.
    Suppressed,
    /// Asked for something else than the newsletter.
    OtherAudience,
    /// Stands on the list a second time.
    Twice,
    /// The row can't be used.
    Unusable,
}

impl Exclusion {
    /// The reason's name in a receipt.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::NotConfirmed => "not confirmed",
            Self::BasisNotAllowed => "basis not allowed",
            Self::NoBasis => "without a basis",
            Self::Suppressed => "suppressed",
            Self::OtherAudience => "other audience",
            Self::Twice => "on the list twice",
            Self::Unusable => "unusable row",
        }
    }

    /// The reason in words, with what to do.
    pub fn words(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed: nothing to do",
            Self::NotConfirmed => {
                "not confirmed: double opt-in needs `confirmed_at`; ask them once more, or leave them out"
            }
            Self::BasisNotAllowed => {
                "on a basis that `mail_to` in bulletin.yaml does not allow: add it there if your privacy notice covers it"
            }
            Self::NoBasis => {
                "without a basis: fill in `basis` (double-opt-in, single-opt-in, membership or staff)"
            }
            Self::Suppressed => "suppressed, or unsubscribed in another row: never to be mailed",
            Self::OtherAudience => "for other audiences: their column `audiences` does not hold `newsletter`",
            Self::Twice => "on the list a second time: each person gets one message",
            Self::Unusable => "in rows that can't be used: see the findings above",
        }
    }
}

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
    pub fn parse(
        text: &str,
        file: &str,
        config: &Config,
        suppressed: &BTreeSet<String>,
        findings: &mut Diagnostics,
    ) -> Self {
        let mut audience = Self { only_examples: true, ..Self::default() };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let headers: Vec<String> = match reader.headers() {
            Ok(headers) => headers.iter().map(|name| name.trim().to_lowercase()).collect(),
            Err(_) => vec![],
        };
        if !known_columns(&headers, file, findings) {
            return audience;
        }
        let mut lines = Lines { text, byte: 0, line: 1 };
        let mut languages = Vec::new();
        // A hash of each address, with its line: a list may be long.
        let mut seen: BTreeMap<[u8; 16], u64> = BTreeMap::new();
        let suppressed = &left(text, delimiter, &headers, suppressed);
        for record in reader.records() {
            // A line that a spreadsheet leaves empty is no row.
            if record.as_ref().is_ok_and(|record| record.iter().all(|cell| cell.trim().is_empty())) {
                continue;
            }
            let row = record.as_ref().ok().map(|record| Row { headers: &headers, record });
            let outcome = match &row {
                Some(row) => row.read(config, suppressed, &mut languages, &mut audience.only_examples),
                None => Err((Exclusion::Unusable, "this row is not readable as CSV".into())),
            };
            let byte = row.and_then(|row| row.record.position()).map_or(0, csv::Position::byte);
            let line = lines.at(byte);
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
        audience
    }
}

/// Those never to be mailed, and all who have left in any row: whoever left stays away even if
/// another row says otherwise.
fn left(text: &str, delimiter: u8, headers: &[String], suppressed: &BTreeSet<String>) -> BTreeSet<String> {
    let mut all = suppressed.clone();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        let row = Row { headers, record: &record };
        let address = row.cell("email").and_then(|typed| MailAddress::parse(typed).ok());
        if let Some(address) = address.filter(|_| row.cell("unsubscribed_at").is_some()) {
            all.insert(normal(&address));
        }
    }
    all
}

/// Whether the list has an address column and no column that is not known.
fn known_columns(headers: &[String], file: &str, findings: &mut Diagnostics) -> bool {
    if headers.iter().any(|header| header.contains('@')) {
        findings.push(
            Diagnostic::error("missing-field", "the first line holds an address and not the columns' names")
                .at(Place::file(file))
                .hint("put a first line that names the columns: `email,language,basis,confirmed_at`"),
        );
        return false;
    }
    for header in headers.iter().filter(|header| !COLUMNS.contains(&header.as_str())) {
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

/// A row of the list.
struct Row<'a> {
    /// The columns' names.
    headers: &'a [String],
    /// The cells.
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    /// A cell by its column; blank is absent.
    fn cell(&self, name: &str) -> Option<&str> {
        let at = self.headers.iter().position(|header| header == name)?;
        self.record.get(at).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// The recipient, or why there is none.
    fn read(
        &self,
        config: &Config,
        suppressed: &BTreeSet<String>,
        languages: &mut Vec<Arc<Language>>,
        only_examples: &mut bool,
    ) -> Result<Recipient, (Exclusion, String)> {
        let unusable = |why: &str| (Exclusion::Unusable, why.to_string());
        if self.record.iter().any(|cell| cell.trim().chars().any(char::is_control)) {
            *only_examples = false;
            return Err(unusable("a cell holds a control character"));
        }
        let typed = self.cell("email").ok_or_else(|| unusable("there is no address"))?;
        let Ok(address) = MailAddress::parse(typed) else {
            *only_examples = false;
            return Err(unusable("the address is not one that mail can be sent to"));
        };
        *only_examples &= is_example(address.domain());
        if !address.local().is_ascii() || address.ascii_domain().is_none() {
            return Err(unusable(
                "most mail servers do not take an address with such letters: ask for another one",
            ));
        }
        let language = self.cell("language").map(Language::parse).transpose();
        // What stands there may be an address in the wrong column: it is not repeated.
        let language = language.map_err(|_| unusable("the language is no tag such as `en` or `el`"))?;
        let language = language.map(|asked| known(languages, asked));
        let basis = self.cell("basis").map(|typed| Basis::parse(&typed.to_lowercase())).transpose();
        let basis =
            basis.map_err(|_| unusable(&format!("the basis is none of {}", Basis::WORDS.join(", "))))?;
        for column in ["consent_at", "confirmed_at", "unsubscribed_at"] {
            let day = self.cell(column).map(When::parse).transpose();
            day.map_err(|_| unusable(&format!("`{column}` is no date: type it as 2024-04-08")))?;
        }
        let normal = normal(&address);
        let exclude = |reason: Exclusion| Err((reason, String::new()));
        if self.cell("unsubscribed_at").is_some() {
            return exclude(Exclusion::Unsubscribed);
        }
        if suppressed.contains(&normal) {
            return exclude(Exclusion::Suppressed);
        }
        let audiences = self.cell("audiences").map(str::to_lowercase);
        let asked = |name: &str| {
            audiences.as_ref().is_some_and(|names| names.split([';', ',', ' ', '|']).any(|one| one == name))
        };
        let reviewer = asked("reviewers");
        if audiences.is_some() && !asked("newsletter") && !reviewer {
            return exclude(Exclusion::OtherAudience);
        }
        match basis {
            None => return exclude(Exclusion::NoBasis),
            Some(basis) if !config.mail_to.contains(&basis) => return exclude(Exclusion::BasisNotAllowed),
            Some(Basis::DoubleOptIn) if self.cell("confirmed_at").is_none() => {
                return exclude(Exclusion::NotConfirmed);
            }
            Some(_) => {}
        }
        Ok(Recipient { address, language, reviewer })
    }
}

/// Counts lines from place to place: the reader of CSV counts a line that ends in CRLF, as
/// spreadsheets write it, with the next record.
struct Lines<'a> {
    /// The text.
    text: &'a str,
    /// Up to where lines were counted.
    byte: usize,
    /// The line there, from 1.
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at a place, which is never before the last one.
    fn at(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let mut end = usize::try_from(byte).unwrap_or(0).min(bytes.len());
        while matches!(bytes.get(end), Some(b'\r' | b'\n')) {
            end += 1;
        }
        if end > self.byte {
            self.line += bytes[self.byte..end].iter().filter(|byte| **byte == b'\n').count() as u64;
            self.byte = end;
        }
        self.line
    }
}

/// A language as it is kept once for all who ask for it: a long list asks for a few.
fn known(languages: &mut Vec<Arc<Language>>, asked: Language) -> Arc<Language> {
    if let Some(known) = languages.iter().find(|known| ***known == asked) {
        return Arc::clone(known);
    }
    let fresh = Arc::new(asked);
    languages.push(Arc::clone(&fresh));
    fresh
}

/// The first half of a text's SHA-256.
fn short_hash(text: &str) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&Sha256::digest(text.as_bytes())[..16]);
    half
}

/// An address as it is compared: NFC, lower case, its domain as mail carries it (RFC 5890).
pub fn normal(address: &MailAddress) -> String {
    let local = address.local().nfc().collect::<String>().to_lowercase();
    let domain = address.ascii_domain().unwrap_or_else(|| address.domain().to_lowercase());
    format!("{local}@{domain}")
}

/// The addresses in a list of those never to be mailed, as they are compared: the first cell of each
/// line. Lines that hold none are given by their number.
pub fn suppressed_in(text: &str) -> (BTreeSet<String>, Vec<usize>) {
    let mut addresses = BTreeSet::new();
    let mut odd = Vec::new();
    for (i, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let cell = line.split([',', ';']).next().unwrap_or_default().trim().trim_matches('"');
        match MailAddress::parse(cell) {
            Ok(address) => {
                addresses.insert(normal(&address));
            }
            // A first line may name the column.
            Err(_)
                if cell.is_empty()
                    || i == 0 && ["email", "e-mail", "address"].contains(&&*cell.to_lowercase()) => {}
            Err(_) => odd.push(i + 1),
        }
    }
    (addresses, odd)
}

/// Whether a domain is kept for examples (RFC 2606): no person reads mail there.
fn is_example(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    ["example.org", "example.com"]
        .iter()
        .any(|known| domain == *known || domain.ends_with(&format!(".{known}")))
        || domain.ends_with(".test")
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
