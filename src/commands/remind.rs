//! `bulletin remind`: what is still open, as one letter to each contact.

use serde::Serialize;

use super::{Console, Exit, Stop, load, month};
use crate::cli::Remind;
use crate::issue::{self, AsOf, Owed, Stage, owed};
use crate::pipeline::{Folder, Loaded};
use crate::sending::{Contact, Letter, Options, contacts, letters};
use crate::value::{Id, Month};
use crate::words::Words;

/// News that is waited for.
#[derive(Serialize)]
struct News {
    /// Of which month.
    month: String,
    /// Until when.
    by: Option<String>,
}

/// A text that waits for a yes.
#[derive(Serialize)]
struct Yes {
    /// Its title.
    title: String,
}

/// An action.
#[derive(Serialize)]
struct ToDo {
    /// What is to be done.
    text: String,
    /// Until when.
    due: Option<String>,
}

/// A picture.
#[derive(Serialize)]
struct Rights {
    /// Its file.
    file: String,
    /// The text that it stands in.
    title: String,
}

/// What a reminder says.
#[derive(Serialize)]
struct Said<'a> {
    /// The cluster's name.
    cluster: &'a str,
    /// The acronyms of the contact's projects.
    project: String,
    /// The issue's month.
    month: String,
    news: Vec<News>,
    approvals: Vec<Yes>,
    actions: Vec<ToDo>,
    pictures: Vec<Rights>,
    /// Who publishes.
    publisher: &'a str,
}

/// Writes a letter to each contact whose projects owe something, shows them, and sends them after a yes.
pub fn run(folder: &Folder, asked: &Remind, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked.issue.as_deref(), console)?;
    let now = folder.as_of.unwrap_or_else(|| AsOf::at(console.now()));
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = loaded.assemble(month, Some(now), Stage::Final);
    let Some(main) = editions.first() else { return Ok(Exit::Done) };
    let _ = issue::check(main.clone(), &loaded.aids(), &mut findings);
    let open = owed(main, month, now, &findings);
    if open.is_empty() {
        console.say(&format!("{month}: nobody owes anything"));
        return Ok(Exit::Done);
    }
    let people = contacts(folder, &loaded.cluster)?;
    let mut written = Vec::new();
    for contact in &people {
        if written.iter().any(|letter: &Letter| letter.to == contact.address) {
            continue;
        }
        let own: Vec<(&Id, &Owed)> = people
            .iter()
            .filter(|other| other.address == contact.address)
            .filter_map(|other| open.get_key_value(&other.project))
            .collect();
        if !own.is_empty() {
            written.push(letter(&loaded, month, contact, &own)?);
        }
    }
    for project in open.keys().filter(|id| people.iter().all(|contact| contact.project != **id)) {
        console.say(&format!(
            "note: nobody of {} stands in contacts.csv",
            loaded.cluster.display(project.as_str())
        ));
    }
    if written.is_empty() {
        return Ok(Exit::Done);
    }
    let name = format!("remind-{}", AsOf::at(console.now()).date);
    let options = Options { dry_run: asked.dry_run, yes: asked.yes, ..Options::default() };
    Ok(letters(folder, &loaded, (month, &name), &written, &options, console)?.into())
}

/// The letter to a contact, for all projects that they answer for.
fn letter(loaded: &Loaded, month: Month, contact: &Contact, own: &[(&Id, &Owed)]) -> Result<Letter, Stop> {
    let words = Words::load(&loaded.layouts, &contact.language, loaded.cluster.config.typography);
    let of_month = words.month(month.first());
    let each = || own.iter().map(|(_, owed)| *owed);
    let named: Vec<String> = own.iter().map(|(id, _)| loaded.cluster.display(id.as_str())).collect();
    let said = Said {
        cluster: loaded.cluster.config.name.get(&contact.language),
        project: named.join(", "),
        month: of_month.clone(),
        news: each()
            .filter_map(|owed| owed.news)
            .map(|by| News { month: of_month.clone(), by: by.map(|day| words.date(day)) })
            .collect(),
        approvals: each()
            .flat_map(|owed| &owed.approvals)
            .map(|(title, _)| Yes { title: title.clone() })
            .collect(),
        actions: each()
            .flat_map(|owed| &owed.actions)
            .map(|(text, due)| ToDo { text: text.clone(), due: due.map(|day| words.date(day)) })
            .collect(),
        pictures: each()
            .flat_map(|owed| &owed.pictures)
            .map(|(file, title)| Rights { file: file.clone(), title: title.clone() })
            .collect(),
        publisher: &loaded.cluster.config.publisher,
    };
    Ok(Letter::written(
        &loaded.layouts,
        "remind",
        (contact.address.clone(), contact.language.clone()),
        &said,
    )?)
}
