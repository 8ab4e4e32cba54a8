//! The list of recipients that the configuration names, less those who are never to be mailed.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;

use super::people::{people, people_file};
use super::{LEDGER, SUPPRESSIONS};
use crate::audience::store::{Store, StoreError};
use crate::audience::{Audience, Exclusion, suppressed_in};
use crate::delivery::ledger::{Ledger, Sqlite};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::model::Config;
use crate::pipeline::Folder;

/// The list of recipients that the configuration names.
pub fn audience(folder: &Folder, config: &Config, findings: &mut Diagnostics) -> Option<Audience> {
    let kept = people_file(folder).exists();
    let store = match kept.then(|| people(folder)).transpose() {
        Ok(store) => store,
        Err(error) => {
            findings.push(Diagnostic::fatal("no-audience", error.to_string()));
            return None;
        }
    };
    if let (None, Some(store)) = (&config.audience, &store) {
        return of_store(folder, store, config, findings);
    }
    let Some(named) = &config.audience else {
        findings.push(
            Diagnostic::error("no-audience", "no list of recipients is named")
                .at(Place::file("bulletin.yaml"))
                .hint("add `audience: ../recipients.csv` (outside this folder; its first line: email,language,basis,confirmed_at)"),
        );
        return None;
    };
    let path = folder.root.join(named);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            let why = match error.kind() {
                std::io::ErrorKind::NotFound => "is not there".to_string(),
                std::io::ErrorKind::InvalidData => "is not UTF-8 text: save it as CSV UTF-8".to_string(),
                _ => format!("can't be read: {error}"),
            };
            findings.push(
                Diagnostic::error("no-audience", format!("the list of recipients `{named}` {why}"))
                    .at(Place::file("bulletin.yaml"))
                    .hint("`audience:` names it from the cluster's folder"),
            );
            return None;
        }
    };
    let before = findings.count(Severity::Error);
    let suppressed = suppressed(&folder.state(), findings);
    let mut audience = Audience::parse(&text, named, config, &suppressed, findings);
    if let Some(store) = &store
        && let Err(error) = without_those_who_left(&mut audience, store)
    {
        findings.push(Diagnostic::fatal("no-audience", error.to_string()));
        return None;
    }
    if !audience.only_examples && is_inside(&folder.root, &path) {
        findings.push(
            Diagnostic::error("audience-place", "this list holds people's addresses and lies inside the cluster's folder or a version-controlled one")
                .at(Place::file(named.as_str()))
                .hint("move it out of the folder that is shared or under version control, and name its new place in bulletin.yaml: `audience: ../recipients.csv`"),
        );
    }
    (findings.count(Severity::Error) == before).then_some(audience)
}

/// Takes those out whom the store knows never to be mailed: whoever left stays away, whatever list brings them.
fn without_those_who_left(audience: &mut Audience, store: &Store) -> Result<(), StoreError> {
    let mut left = Vec::new();
    for recipient in &audience.recipients {
        left.push(store.suppression(&recipient.normal())?.is_some());
    }
    let count = left.iter().filter(|left| **left).count();
    if count > 0 {
        let mut left = left.into_iter();
        audience.recipients.retain(|_| !left.next().unwrap_or(false));
        *audience.excluded.entry(Exclusion::Suppressed).or_default() += count;
    }
    Ok(())
}

/// The people in `state/` as a list, by the same rules as a file.
fn of_store(folder: &Folder, store: &Store, config: &Config, findings: &mut Diagnostics) -> Option<Audience> {
    const NAME: &str = "state/audience.db";
    let written = || -> Result<String, StoreError> {
        let mut text = "email,language,audiences,basis,confirmed_at,unsubscribed_at\n".to_string();
        for person in store.people()? {
            let gone = store.suppression(&person.normal)?;
            let gone = gone.and_then(|gone| Timestamp::from_millisecond(gone.at).ok());
            let quoted =
                |cell: Option<&str>| format!("\"{}\"", cell.unwrap_or_default().replace('"', "\"\""));
            let basis = Some(person.basis.as_str()).filter(|basis| *basis != "unknown");
            let gone = gone.map(|gone| gone.strftime("%Y-%m-%d").to_string());
            let cells = [
                quoted(Some(&person.address)),
                quoted(person.language.as_deref()),
                quoted(person.audiences.as_deref()),
                quoted(basis),
                quoted(person.confirmed_at.as_deref()),
                quoted(gone.as_deref()),
            ];
            text.push_str(&(cells.join(",") + "\n"));
        }
        Ok(text)
    };
    match written() {
        Ok(text) => {
            let before = findings.count(Severity::Error);
            let suppressed = suppressed(&folder.state(), findings);
            let audience = Audience::parse(&text, NAME, config, &suppressed, findings);
            (findings.count(Severity::Error) == before).then_some(audience)
        }
        Err(error) => {
            findings.push(Diagnostic::fatal("no-audience", error.to_string()).at(Place::file(NAME)));
            None
        }
    }
}

/// Whether a file lies in the cluster's folder or in one under version control, but for `state/`,
/// which is never shared.
fn is_inside(root: &Path, file: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (root, file) = (real(root), real(file));
    let tracked = file.ancestors().skip(1).any(|folder| folder.join(".git").exists());
    (tracked || file.starts_with(&root)) && !file.starts_with(root.join("state"))
}

/// The addresses that are never to be mailed: those in `state/suppressions.csv`, the first cell of
/// each line, and those of the ledger. A list that can't be read, or a line that is no address, is an
/// error: nobody on it may be mailed by mistake.
fn suppressed(state: &Path, findings: &mut Diagnostics) -> BTreeSet<String> {
    const NAME: &str = "state/suppressions.csv";
    let mut all: BTreeSet<String> = match Sqlite::open_read_only(&state.join(LEDGER))
        .map(|ledger| ledger.map(|ledger| ledger.suppressed()))
    {
        Ok(Some(Ok(known))) => known.into_keys().collect(),
        _ => BTreeSet::new(),
    };
    let text = match std::fs::read_to_string(state.join(SUPPRESSIONS)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return all,
        Err(error) => {
            findings.push(
                Diagnostic::fatal(
                    "suppressions",
                    format!("the list of those never to be mailed can't be read: {error}"),
                )
                .at(Place::file(NAME))
                .hint("save it as UTF-8 text, one address a line"),
            );
            return all;
        }
    };
    let (addresses, odd) = suppressed_in(&text);
    all.extend(addresses);
    for line in odd {
        findings.push(
            Diagnostic::fatal("suppressions", format!("line {line}: this is no address"))
                .at(Place::file(NAME))
                .hint("one address a line; correct or delete the line"),
        );
    }
    all
}
