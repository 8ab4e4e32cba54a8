//! A file of people taken in: told what it is, read whole or not at all, and shown before anything is written.

mod formats;

use std::collections::BTreeMap;

use super::list::{Broken, Records};
use super::recipient::normal;
use super::store::{Change, Event, Person, Store, StoreError};
use crate::value::{MailAddress, Millis, Parse, sha256};
use formats::{Cells, Format};

/// What a person says of a file that the program can't tell by itself.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Columns by what they are: `email`, `language`, `audiences`, `consent`.
    pub map: BTreeMap<String, String>,
    /// On which basis those are mailed of whom the file proves nothing.
    pub basis: Option<String>,
    /// The words that they agreed to.
    pub words: Option<String>,
}

/// What a file comes to, before anything of it is written.
#[derive(Debug, Default)]
pub struct Reading {
    /// Whose export it is.
    pub format: &'static str,
    /// How many rows it has.
    pub rows: usize,
    /// How many people are new, known already as they are, and known with something new.
    pub new: usize,
    /// Known, and nothing is another.
    pub known: usize,
    /// Known, and something is added: a proof, a language.
    pub changed: usize,
    /// Rows that hold a person a second time, with the line that counts.
    pub merged: Vec<(u64, u64)>,
    /// Rows that are set aside, by the reason, with their lines.
    pub aside: BTreeMap<&'static str, Vec<u64>>,
    /// What is to be written.
    pub changes: Vec<Change>,
}

impl Reading {
    /// How many rows are accounted for: every one is somebody, or is counted by its reason.
    pub fn counted(&self) -> usize {
        let aside: usize = self.aside.values().map(Vec::len).sum();
        self.new + self.known + self.changed + self.merged.len() + aside
    }
}

/// Why a file is not taken in: nothing of it is.
#[derive(Debug)]
pub enum ImportError {
    /// What is wrong with the file, and what to do.
    File(String, String),
    /// The store.
    Store(StoreError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Reads a file of people, compares it with who is known, and says what would be written.
///
/// # Errors
///
/// If the file is none that is known, or if a row of it can't be told from the next.
pub fn read(
    store: &Store,
    (name, bytes, text): (&str, &[u8], &str),
    told: &Told,
    at: Millis,
) -> Result<Reading, ImportError> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let refuse = |message: String, hint: &str| ImportError::File(message, hint.to_string());
    let mut records = Records::new(text.trim_start_matches('\u{FEFF}'));
    let header: Vec<String> = loop {
        match records.next() {
            Some(Ok(first)) if first.is_blank() => {}
            Some(Ok(first)) => break first.cells.iter().map(|cell| cell.trim().to_lowercase()).collect(),
            Some(Err(broken)) => return Err(broken_file(&broken)),
            None => return Err(refuse("the file is empty".into(), "export it again")),
        }
    };
    let twice = header.iter().enumerate().find(|(at, name)| !name.is_empty() && header[..*at].contains(name));
    if let Some((_, name)) = twice {
        return Err(refuse(
            format!("the column `{name}` stands there twice"),
            "delete one of the two, and export it again",
        ));
    }
    let mapped = |what: &str| {
        let wanted = told.map.get(what)?.to_lowercase();
        header.iter().position(|own| *own == wanted)
    };
    let (format, email) = match (Format::of(&header), mapped("email")) {
        (Some((format, _)), Some(email)) => (Some(format), email),
        (None, Some(email)) => (None, email),
        (Some((format, email)), None) => (Some(format), email),
        (None, None) => {
            return Err(refuse(
                format!("no export is known that has these columns: {}", header.join(", ")),
                "say which column is the address: `--map email=COLUMN`",
            ));
        }
    };
    let language = mapped("language").or_else(|| {
        header.iter().position(|own| {
            matches!(own.as_str(), "language" | "lang" | "sprache" | "langue" | "lingua" | "idioma")
        })
    });
    let audiences = mapped("audiences").or_else(|| header.iter().position(|own| own == "audiences"));
    let consent = mapped("consent");
    let mut reading =
        Reading { format: format.map_or("a table", |format| format.name), ..Reading::default() };
    let mut ragged = Vec::new();
    let mut seen: BTreeMap<String, (u64, usize)> = BTreeMap::new();
    let hash = sha256(bytes);
    let lower_name = file.to_lowercase();
    for record in records.with_columns(header.len()) {
        let record = match record {
            Ok(record) if record.is_blank() => continue,
            Ok(record) => record,
            Err(broken) => return Err(broken_file(&broken)),
        };
        reading.rows += 1;
        if record.cells.len() != header.len() {
            ragged.push(record.line);
            continue;
        }
        let cells: Vec<String> = record.cells.iter().map(|cell| cell.to_string()).collect();
        let row = Cells { header: &header, cells: &cells, file: &lower_name };
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at))
                .map(|cell| cell.trim().to_string())
                .filter(|cell| !cell.is_empty())
        };
        let mut aside = |why: &'static str| reading.aside.entry(why).or_default().push(record.line);
        let Some(typed) = cell(Some(email)).map(|typed| bare(&typed)) else {
            aside("without an address");
            continue;
        };
        if typed.eq_ignore_ascii_case("anonymous") {
            aside("answered without an address");
            continue;
        }
        let Some(address) =
            MailAddress::parse(&typed).ok().filter(|address| address.ascii_domain().is_some())
        else {
            aside("with an address that no mail can be sent to");
            continue;
        };
        let normal = normal(&address);
        let mut claim = format.map_or_else(
            || formats::Claim { basis: "unknown".into(), ..formats::Claim::default() },
            |format| (format.claim)(&row),
        );
        if let Some(answer) = cell(consent) {
            let yes =
                ["yes", "ja", "oui", "sì", "si", "sí", "ναι", "да", "da", "i agree", "agree", "true", "1"]
                    .contains(&answer.to_lowercase().as_str());
            if yes && claim.basis == "unknown" {
                claim.basis = "single-opt-in".into();
                claim.evidence.push(format!(
                    "{}={answer}",
                    header.get(consent.unwrap_or(0)).cloned().unwrap_or_default()
                ));
            }
        }
        if let (Some(basis), "unknown") = (&told.basis, claim.basis.as_str()) {
            claim.basis.clone_from(basis);
            claim.evidence.push(format!("basis={basis}, by hand"));
        }
        if let Some((first, _)) = seen.get(&normal) {
            // Whoever has left in any row has left.
            if let Some(gone) = claim.gone
                && let Some(change) = reading.changes.iter_mut().find(|change| change.person.normal == normal)
            {
                change.suppress = Some(gone.to_string());
                change.event.action = gone.to_string();
            }
            reading.merged.push((*first, record.line));
            continue;
        }
        seen.insert(normal.clone(), (record.line, 0));
        if let Some(gone) = store.suppression(&normal)? {
            aside(match gone.reason.as_str() {
                "erased" => "of people who were erased: they never come back",
                "bounced" => "of people whose mailbox was gone",
                "complained" => "of people who complained",
                _ => "of people who have left",
            });
            continue;
        }
        let known = store.find(&normal)?;
        let person = Person {
            address: address.as_str().to_string(),
            normal: normal.clone(),
            language: cell(language).or_else(|| known.as_ref().and_then(|known| known.language.clone())),
            audiences: cell(audiences).or_else(|| known.as_ref().and_then(|known| known.audiences.clone())),
            basis: match (claim.basis.as_str(), &known) {
                // What is proved already is not forgotten.
                ("unknown", Some(known)) => known.basis.clone(),
                (basis, _) => basis.to_string(),
            },
            confirmed_at: claim
                .confirmed_at
                .clone()
                .or_else(|| known.as_ref().and_then(|known| known.confirmed_at.clone())),
        };
        match &known {
            None => reading.new += 1,
            Some(known) if *known == person && claim.gone.is_none() => {
                reading.known += 1;
                continue;
            }
            Some(_) => reading.changed += 1,
        }
        let evidence = format!("sha256:{}, row {}, {}", &hash[..16], record.line, claim.evidence.join(", "));
        reading.changes.push(Change {
            event: Event {
                action: claim.gone.unwrap_or("imported").to_string(),
                at,
                channel: file.to_string(),
                words: told.words.as_ref().map(|words| sha256(words.as_bytes())),
                basis: Some(person.basis.clone()),
                evidence: Some(evidence),
                batch: None,
            },
            suppress: claim.gone.map(str::to_string),
            person,
        });
    }
    if !ragged.is_empty() {
        return Err(refuse(
            format!(
                "{}: there are not {} cells, as in the line that names the columns",
                lines(&ragged),
                header.len()
            ),
            "a comma too many or too few moves what stands behind it into the wrong column: put a text that holds one in quotation marks",
        ));
    }
    if reading.counted() != reading.rows {
        return Err(refuse(
            format!("{} rows, {} people: somebody is not counted", reading.rows, reading.counted()),
            "this is a fault of the program: report it",
        ));
    }
    Ok(reading)
}

/// An address without what stands round it: `Anna <a@b>`, `mailto:a@b`.
fn bare(typed: &str) -> String {
    let inner =
        typed.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(typed, |(inner, _)| inner);
    let inner = inner.trim();
    inner.strip_prefix("mailto:").unwrap_or(inner).split(" ::: ").next().unwrap_or(inner).trim().to_string()
}

/// Lines in words, the first of many.
pub fn lines(lines: &[u64]) -> String {
    let shown: Vec<String> = lines.iter().take(12).map(ToString::to_string).collect();
    let more = lines.len().saturating_sub(12);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{} {}{more}", if lines.len() == 1 { "line" } else { "lines" }, shown.join(", "))
}

/// Why rows can't be told from each other.
fn broken_file(broken: &Broken) -> ImportError {
    let message = match broken {
        Broken::Unclosed(line, behind) => {
            format!(
                "line {line}: a quotation mark is opened and never closed; {behind} lines stand behind it"
            )
        }
        Broken::Swallows(from, to) => {
            format!("line {from}: a quotation mark makes one cell of the rows up to line {to}")
        }
        Broken::Behind(line) => format!("line {line}: something stands behind a closing quotation mark"),
    };
    ImportError::File(message, "export it again, or delete the mark".to_string())
}
