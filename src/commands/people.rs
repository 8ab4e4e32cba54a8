//! `bulletin audience`: the people whom the newsletter goes to.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::person::{erase, leave, show};
use super::web_deeds::web_deeds;
use super::{Console, Exit, Stop, load};
use crate::audience::import::{ImportError, Reading, Told, lines, read};
use crate::audience::store::{Change, Event, Person, StoreError};
use crate::audience::{Exclusion, normal};
use crate::cli::{Import, People};
use crate::model::Basis;
use crate::pipeline::Folder;
use crate::sending::{audience, is_web_log, people};
use crate::value::{Language, MailAddress, Parse, decoded, sha256};

/// Does what is asked.
pub fn run(folder: &Folder, what: &People, console: &mut dyn Console) -> Result<Exit, Stop> {
    match what {
        People::Import(asked) => import(folder, asked, console),
        People::List => list(folder, console),
        People::Add { address, basis, language, evidence } => {
            add(folder, (address, basis, language.as_deref(), evidence.as_deref()), console)
        }
        People::Leave { who } => leave(folder, who, console),
        People::Show { who, json } => show(folder, who, *json, console),
        People::Erase { who, yes } => erase(folder, who, *yes, console),
        People::Undo { batch } => undo(folder, *batch, console),
        People::Stats => stats(folder, console),
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.to_string())
    }
}

/// A basis, as it is typed by a person.
fn basis_of(typed: &str) -> Result<String, Stop> {
    match Basis::parse(&typed.to_lowercase()) {
        Ok(basis) => Ok(basis.word().to_string()),
        Err(_) => Err(Stop::Failure(format!("`{typed}` is no basis; there is {}", Basis::WORDS.join(", ")))),
    }
}

/// Takes files in, after they were shown.
fn import(folder: &Folder, asked: &Import, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut told = Told { basis: asked.basis.as_deref().map(basis_of).transpose()?, ..Told::default() };
    for pair in &asked.map {
        let Some((what, column)) = pair
            .split_once('=')
            .filter(|(what, _)| ["email", "language", "audiences", "consent"].contains(what))
        else {
            return Err(Stop::Failure(format!(
                "--map {pair}: type `email=COLUMN`, or language, audiences, consent"
            )));
        };
        told.map.insert(what.to_string(), column.trim().to_string());
    }
    if let Some(words) = &asked.words {
        let name = words.display().to_string();
        told.words =
            Some(fs::read_to_string(console.here().join(words)).map_err(|error| Stop::disk(&name, error))?);
    }
    let mut store = people(folder)?;
    let at = console.now().as_millisecond();
    let mut refused = false;
    for file in &asked.files {
        let name = file.display().to_string();
        let bytes = fs::read(console.here().join(file)).map_err(|error| Stop::disk(&name, error))?;
        let text = decoded(&bytes);
        if is_web_log(&text) {
            refused |= !web_deeds(folder, (&name, &text), asked, &mut store, console)?;
            continue;
        }
        let reading = match read(&store, (&name, &bytes, &text), &told, at) {
            Ok(reading) => reading,
            Err(ImportError::Store(error)) => return Err(error.into()),
            Err(ImportError::File(message, hint)) => {
                console.say(&format!(
                    "error: {name}: {message}\n  hint: {hint}; nothing of this file was taken in"
                ));
                refused = true;
                continue;
            }
        };
        console.data(&shown(&name, &reading));
        if reading.changes.is_empty() || asked.dry_run {
            continue;
        }
        if !asked.yes {
            match console.ask("Take them in?") {
                Some(true) => {}
                Some(false) => return Err(Stop::Failure("nothing was written".into())),
                None => {
                    return Err(Stop::Failure(
                        "nobody is there to answer: add `--yes` to take them in without asking".into(),
                    ));
                }
            }
        }
        if let Some(words) = &told.words {
            store.keep_words(words)?;
        }
        let batch = store.apply(
            file.file_name().map_or(name.as_str(), |own| own.to_str().unwrap_or(&name)),
            at,
            &reading.changes,
        )?;
        console.say(&format!("taken in as batch {batch}; `bulletin audience undo {batch}` takes it back"));
    }
    if asked.dry_run {
        console.say("dry run: nothing was written");
    } else {
        mailable(folder, console)?;
    }
    Ok(if refused { Exit::Errors } else { Exit::Done })
}

/// What a file comes to, in words; no address is in it.
fn shown(name: &str, reading: &Reading) -> String {
    let gone = reading.changes.iter().filter(|change| change.suppress.is_some()).count();
    let proved = reading
        .changes
        .iter()
        .filter(|change| change.person.confirmed_at.is_some() && change.suppress.is_none())
        .count();
    let unknown = reading
        .changes
        .iter()
        .filter(|change| change.person.basis == "unknown" && change.suppress.is_none())
        .count();
    let mut text = format!("{name}: {}, {} rows\n", reading.format, reading.rows);
    for (count, words) in [
        (reading.new, "new"),
        (reading.changed, "known, with something new"),
        (reading.known, "known, and nothing is new"),
        (reading.merged.len(), "of somebody who stands there already"),
    ] {
        if count > 0 {
            text += &format!("  {count:>7}  {words}\n");
        }
    }
    for (why, of) in &reading.aside {
        text += &format!("  {:>7}  set aside, {why}: {}\n", of.len(), lines(of));
    }
    if !reading.changes.is_empty() {
        text += "of those that are taken in:\n";
    }
    for (count, words) in [
        (proved, "have confirmed, as the file proves"),
        (
            unknown,
            "proved by nothing: they are kept, and not mailed (`--basis` says on which basis they may be)",
        ),
        (gone, "have left, or their mailbox is gone: never to be mailed"),
    ] {
        if count > 0 {
            text += &format!("  {count:>7}  {words}\n");
        }
    }
    text
}

/// Says how many may be mailed, and why the others not.
fn mailable(folder: &Folder, console: &mut dyn Console) -> Result<(), Stop> {
    let loaded = load(folder, console)?;
    let mut findings = crate::diagnostic::Diagnostics::new();
    let Some(audience) = audience(folder, &loaded.cluster.config, &mut findings) else { return Ok(()) };
    let excluded: BTreeMap<&Exclusion, &usize> = audience.excluded.iter().collect();
    let mut text = format!("{} of {} may be mailed\n", audience.recipients.len(), audience.candidates());
    for (why, count) in excluded {
        text += &format!("  {count:>7}  {}\n", why.advice());
    }
    console.say(text.trim_end());
    Ok(())
}

/// Everybody, a line each.
fn list(folder: &Folder, console: &mut dyn Console) -> Result<Exit, Stop> {
    let store = people(folder)?;
    for person in store.people()? {
        let gone = store.suppression(&person.normal)?.map(|gone| gone.reason).unwrap_or_default();
        console.data(&format!(
            "{}\t{}\t{}\t{}\t{gone}\n",
            person.address,
            person.language.unwrap_or_default(),
            person.basis,
            person.confirmed_at.unwrap_or_default()
        ));
    }
    mailable(folder, console)?;
    Ok(Exit::Done)
}

/// Somebody by hand.
fn add(
    folder: &Folder,
    (typed, basis, language, evidence): (&str, &str, Option<&str>, Option<&Path>),
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let address = MailAddress::parse(typed.trim())
        .map_err(|complaint| Stop::Failure(format!("{}; {}", complaint.message, complaint.hint)))?;
    let language = match language {
        Some(typed) => Some(
            Language::parse(typed)
                .map_err(|complaint| Stop::Failure(complaint.message))?
                .as_str()
                .to_string(),
        ),
        None => None,
    };
    let basis = basis_of(basis)?;
    let mut store = people(folder)?;
    let normal = normal(&address);
    if let Some(gone) = store.suppression(&normal)? {
        return Err(Stop::Failure(format!(
            "they are never to be mailed ({}); whoever wishes to come back asks for it anew, by themselves",
            gone.reason
        )));
    }
    let evidence = match evidence {
        Some(file) => {
            let name = file.display().to_string();
            let bytes = fs::read(console.here().join(file)).map_err(|error| Stop::disk(&name, error))?;
            Some(format!(
                "sha256:{}, {}",
                &sha256(&bytes)[..16],
                file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default()
            ))
        }
        None => None,
    };
    let at = console.now().as_millisecond();
    let confirmed_at = (basis == "double-opt-in").then(|| console.now().to_string());
    let event = Event {
        action: "added".into(),
        at,
        channel: "by hand".into(),
        words: None,
        basis: Some(basis.clone()),
        evidence,
        batch: None,
    };
    let person = Person {
        address: address.as_str().to_string(),
        normal,
        language,
        audiences: None,
        basis,
        confirmed_at,
    };
    let batch = store.apply("by hand", at, &[Change { person, event, suppress: None }])?;
    console.say(&format!("added; `bulletin audience undo {batch}` takes it back"));
    Ok(Exit::Done)
}

/// Takes a batch back.
fn undo(folder: &Folder, batch: Option<i64>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut store = people(folder)?;
    let batches = store.batches()?;
    let found = batches.iter().find(|known| batch.map_or(!known.undone, |id| known.id == id));
    let Some(found) = found.filter(|found| !found.undone) else {
        return Err(Stop::Failure("there is nothing to take back, or it was taken back already".into()));
    };
    let count = store.undo(found.id, console.now().as_millisecond())?;
    console.say(&format!(
        "batch {} ({}) is taken back: {count} people are as they were before; who left has left",
        found.id, found.source
    ));
    Ok(Exit::Done)
}

/// The least number that is told.
const LEAST: usize = 5;

/// How many there are, by what nobody can be known by.
fn stats(folder: &Folder, console: &mut dyn Console) -> Result<Exit, Stop> {
    let store = people(folder)?;
    let gone = store.suppressions()?.len();
    let mut active = Vec::new();
    for person in store.people()? {
        if store.suppression(&person.normal)?.is_none() {
            active.push(person);
        }
    }
    let told = |count: usize| if count < LEAST { format!("fewer than {LEAST}") } else { count.to_string() };
    console.data(&format!("people: {}\nnever to be mailed: {}\n", told(active.len()), told(gone)));
    let by = |name: &str, of: &dyn Fn(&Person) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        active.iter().for_each(|person| *counts.entry(of(person)).or_default() += 1);
        format!("{name}:\n{}", cells(&counts))
    };
    console
        .data(&by("by language", &|person| person.language.clone().unwrap_or_else(|| "none named".into())));
    console.data(&by("by basis", &|person| person.basis.clone()));
    console.data("opens: not measured, and not measurable without tracking\n");
    Ok(Exit::Done)
}

/// Counts of which none is small, and none can be had from the others: where one is hidden, the next smallest is, too.
fn cells(counts: &BTreeMap<String, usize>) -> String {
    let mut order: Vec<(&String, &usize)> = counts.iter().collect();
    order.sort_by_key(|(_, count)| **count);
    let mut hidden: Vec<&String> =
        order.iter().filter(|(_, count)| **count < LEAST).map(|(name, _)| *name).collect();
    if hidden.len() == 1
        && let Some((next, _)) = order.iter().find(|(name, _)| !hidden.contains(name))
    {
        hidden.push(next);
    }
    let shown = counts
        .iter()
        .filter(|(name, _)| !hidden.contains(name))
        .map(|(name, count)| format!("  {count:>7}  {name}\n"));
    let rest = if hidden.is_empty() {
        String::new()
    } else {
        "           others: too few to be told apart\n".to_string()
    };
    shown.collect::<String>() + &rest
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn no_small_number_is_told_and_none_follows_from_the_others() {
        let counts =
            |all: &[(&str, usize)]| all.iter().map(|(name, count)| ((*name).to_string(), *count)).collect();
        assert_eq!(
            cells(&counts(&[("en", 10), ("el", 7)])),
            "       7  el\n      10  en\n".replace("       7", "        7").replace("      10", "       10")
        );
        let told = cells(&counts(&[("en", 10), ("el", 7), ("bg", 2)]));
        assert!(told.contains("10") && !told.contains('7') && !told.contains('2'), "{told}");
    }
}
