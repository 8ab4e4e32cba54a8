//! Who may be mailed: the list of recipients, and why some on it are not.
//!
//! No address ever reaches a finding or a log: rows are named by their line.

mod dates;
mod list;

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::model::{Basis, Config};
use crate::value::{Language, MailAddress, Parse};
use dates::{Column, Day};
use list::{Broken, Records};

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

/// The columns that hold days.
const DAYS: [&str; 3] = ["consent_at", "confirmed_at", "unsubscribed_at"];

/// How many rows that can't be used are a few.
const FEW: usize = 3;

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
    pub fn advice(self) -> &'static str {
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
        let unusable = audience.excluded.get(&Exclusion::Unusable).copied().unwrap_or(0);
        if unusable > FEW && unusable * 5 > rows {
            findings.push(
                Diagnostic::error("recipient", format!("{unusable} of {rows} rows can't be used"))
                    .at(Place::file(file))
                    .hint("that many are a mistake of the whole list, not of a row: was it saved by another program? put it right, and nobody is left out by accident"),
            );
        }
        if audience.candidates() != rows {
            findings.push(
                Diagnostic::error(
                    "recipient",
                    format!("{rows} rows, {} people: somebody is not counted", audience.candidates()),
                )
                .at(Place::file(file))
                .hint("this is a fault of the program: report it; nobody is mailed"),
            );
        }
        audience
    }
}

/// A column's name as it is compared.
fn column_name(typed: &str) -> String {
    let shown = typed.chars().filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}'));
    shown.collect::<String>().trim().to_lowercase()
}

/// Looks through all rows before any counts: whether each can be told from the next, what its days
/// mean, and who has left. Those never to be mailed, and all who have left in any row: whoever left
/// stays away even if another row says otherwise. `None` if the list is refused.
fn first_look(
    records: Records<'_>,
    headers: &[String],
    file: &str,
    suppressed: &BTreeSet<String>,
    findings: &mut Diagnostics,
) -> Option<BTreeSet<String>> {
    let mut all = suppressed.clone();
    let mut days: BTreeMap<&str, Column> = BTreeMap::new();
    let (mut ragged, mut unnamed, mut no_day, mut nameless) = (vec![], vec![], vec![], vec![]);
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
            ragged.push(line);
            continue;
        }
        let row = Row { headers, cells: &record.cells };
        let filled = |(header, cell): (&String, &Cow<'_, str>)| header.is_empty() && !cell.trim().is_empty();
        if headers.iter().zip(&record.cells).any(filled) {
            unnamed.push(line);
        }
        for column in DAYS {
            if let Some(cell) = row.cell(column) {
                days.entry(column).or_default().note(line, cell);
            }
        }
        let Some(left) = row.cell("unsubscribed_at") else { continue };
        if dates::read(left) == Day::None {
            no_day.push(line);
        }
        match row.cell("email").map(MailAddress::parse) {
            Some(Ok(address)) => {
                all.insert(normal(&address));
            }
            _ => nameless.push(line),
        }
    }
    let before = findings.count(crate::diagnostic::Severity::Error);
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
        &ragged,
        &format!("there are not {} cells, as in the line that names the columns", headers.len()),
        "a comma too many or too few moves what stands behind it into the wrong column, and somebody who left might be mailed: put a text that holds one in quotation marks, and end short rows with as many commas",
    );
    refuse(
        &unnamed,
        "something stands in a column without a name",
        "name the column in the first line, or delete it",
    );
    refuse(
        &no_day,
        "`unsubscribed_at` holds something that is no day",
        "if they left, type the day, such as 2024-04-08; if not, empty the cell",
    );
    refuse(
        &nameless,
        "somebody left, and the address can't be read",
        "correct the address, so that they are never mailed; do not delete the row",
    );
    for (column, day) in &days {
        // That somebody left is known whatever the day was.
        if let Some((lines, example)) = day.unknown().filter(|_| *column != "unsubscribed_at") {
            refuse(
                lines,
                &format!("`{column}`: `{example}` is two days, as one reads it"),
                "save the column's days as 2024-03-01 (in a spreadsheet: Format, Cells, Date, the form that begins with the year)",
            );
        }
    }
    (findings.count(crate::diagnostic::Severity::Error) == before).then_some(all)
}

/// Lines as they are named: `line 4`, or `lines 4, 5 and 9`.
fn lines_words(lines: &[u64]) -> String {
    let shown: Vec<String> = lines.iter().take(10).map(ToString::to_string).collect();
    match (shown.split_last(), lines.len() - shown.len()) {
        (Some((one, [])), 0) => format!("line {one}"),
        (Some((last, rest)), 0) => format!("lines {} and {last}", rest.join(", ")),
        (_, more) => format!("lines {} and {more} more", shown.join(", ")),
    }
}

/// The finding for a list whose rows can't be told from each other.
fn broken_list(broken: Broken, file: &str) -> Diagnostic {
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
fn known_columns(headers: &[String], file: &str, findings: &mut Diagnostics) -> bool {
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

/// A row of the list.
struct Row<'a> {
    /// The columns' names.
    headers: &'a [String],
    /// The cells.
    cells: &'a [Cow<'a, str>],
}

impl Row<'_> {
    /// A cell by its column; blank is absent.
    fn cell(&self, name: &str) -> Option<&str> {
        let at = self.headers.iter().position(|header| header == name)?;
        self.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
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
        // A line may break inside of a note, and nowhere else.
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let broken = |(header, cell): (&String, &Cow<'_, str>)| {
            let note = header.starts_with("consent_source") || header.starts_with("consent_text");
            cell.trim().contains(odd) || !note && cell.trim().contains(char::is_control)
        };
        if self.headers.iter().zip(self.cells).any(broken) {
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
        for column in DAYS {
            if self.cell(column).map(dates::read) == Some(Day::None) {
                return Err(unusable(&format!("`{column}` is no date: type it as 2024-04-08")));
            }
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
