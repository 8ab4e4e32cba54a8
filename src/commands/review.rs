//! `bulletin review`: one text as its readers will see it, and to those whose yes it needs.

use serde::Serialize;

use super::build::checked_or_printed;
use super::{Console, Exit, Stop, argument, load};
use crate::cli::Review;
use crate::diagnostic::{Diagnostics, nearest};
use crate::issue::{Stage, gap, missing_approvals};
use crate::markdown::TextWriter;
use crate::model::{Update, UpdateStatus};
use crate::output::Outputs;
use crate::pipeline::{Folder, Loaded, Wanted, build};
use crate::sending::{Letter, Options, contacts, letters};
use crate::sources::Sources;
use crate::value::{Localised, Month};

/// What a letter of review says.
#[derive(Serialize)]
struct Said<'a> {
    /// The cluster's name.
    cluster: &'a str,
    /// The project's acronym.
    project: String,
    /// The text's title.
    title: &'a str,
    /// Its text.
    text: &'a str,
    /// Who publishes.
    publisher: &'a str,
}

/// Writes report, newsletter and text of one item into `output/review/`; sends it to its projects, if asked to.
pub fn run(folder: &Folder, asked: &Review, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let update = update_of(&loaded, &asked.update, asked.month.as_deref())?.clone();
    if asked.send {
        finished(&update, &loaded.sources)?;
        return send(folder, &loaded, &update, asked, console);
    }
    let month = update.month;
    alone(&mut loaded, &update);
    // What is wrong elsewhere is no matter here.
    let mut findings = std::mem::take(&mut loaded.findings);
    findings.retain(|finding| {
        finding.fatal || finding.place.as_ref().is_some_and(|place| place.file == update.origin.file)
    });
    let editions = checked_or_printed(&loaded, folder, month, Stage::Draft, &mut findings, console)?;
    let wanted = Wanted { only: None, pages: false, no_pdf: false, now: console.now() };
    let built = build(&editions, &loaded, wanted, &mut findings, console);
    findings.retain(|finding| finding.place.as_ref().is_some_and(|place| place.file == update.origin.file));
    console.findings(std::mem::replace(&mut findings, Diagnostics::new()), &loaded.texts);
    let built = built.ok_or(Stop::Errors)?;
    let mut outputs = Outputs::default();
    let shown = |path: &str| {
        path.starts_with("report.") && path.ends_with(".pdf")
            || path.starts_with("newsletter.")
            || path.starts_with("images/")
    };
    for (path, bytes) in built.outputs.files.iter().filter(|(path, _)| shown(path)) {
        outputs.add(path.clone(), bytes.clone());
    }
    let target = folder.root.join("output").join("review").join(update.id.as_str());
    outputs.write(&target).map_err(|error| Stop::Failure(error.to_string()))?;
    console.stage("");
    for path in outputs.files.keys().filter(|path| !path.contains('/')) {
        console.data(&format!("{}\n", target.join(path).display()));
    }
    Ok(Exit::Done)
}

/// The update that was named: by its id, its file or the end of one.
pub fn update_of<'l>(loaded: &'l Loaded, typed: &str, month: Option<&str>) -> Result<&'l Update, Stop> {
    let month: Option<Month> = month.map(|month| argument("--month: ", month)).transpose()?;
    let name = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
    let name = name.strip_suffix(".md").unwrap_or(name);
    let named = |update: &&Update| {
        let own = update.id.as_str() == name || update.origin.file.ends_with(typed) && typed.contains('/');
        own && !update.is_translation && month.is_none_or(|month| update.month == month)
    };
    let found = loaded.cluster.updates.iter().filter(named).max_by_key(|update| update.month);
    found.ok_or_else(|| {
        let known = loaded.cluster.updates.iter().map(|update| update.id.as_str());
        let meant =
            nearest(name, known).map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
        Stop::Failure(format!("there is no text `{typed}`{meant}"))
    })
}

/// An update as it is named to a person.
pub fn chosen(update: &Update) -> String {
    format!("“{}”", update.title)
}

/// Refuses a text that is not finished: nobody says yes to what is still to come.
pub fn finished(update: &Update, sources: &Sources) -> Result<(), Stop> {
    match gap(update, sources) {
        Some(word) => Err(Stop::Failure(format!(
            "{} is not finished (`{word}` stands in it): write what belongs there first; whoever changes it afterwards needs every yes anew",
            update.origin.file
        ))),
        None => Ok(()),
    }
}

/// Leaves one text in a cluster, and makes it shown.
fn alone(loaded: &mut Loaded, update: &Update) {
    let cluster = &mut loaded.cluster;
    cluster.updates.retain(|own| own.month == update.month && own.id == update.id);
    for own in cluster.updates.iter_mut().filter(|own| own.stage == UpdateStatus::Draft) {
        own.stage = UpdateStatus::Review;
    }
    cluster.meetings.clear();
    cluster.events.clear();
    cluster.indicators.clear();
    cluster.activities.clear();
    cluster.synergies.clear();
    cluster.sent.clear();
    if let Some(manifest) = cluster.issues.get_mut(&update.month) {
        manifest.lead = None;
        manifest.subject = Some(Localised::new(vec![(update.language.clone(), update.title.clone())]));
        manifest.preheader = None;
        manifest.note = None;
        manifest.ask = None;
        manifest.answers = None;
    }
}

/// Sends a text to the people of those projects that have not said yes.
fn send(
    folder: &Folder,
    loaded: &Loaded,
    update: &Update,
    asked: &Review,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let cluster = &loaded.cluster;
    let missing = missing_approvals(update, cluster.issues.get(&update.month), &loaded.sources);
    let waits = |id: &crate::value::Id| {
        missing.is_empty()
            || missing.iter().any(|who| cluster.project(who).is_some_and(|project| project.id == *id))
    };
    let people = contacts(folder, cluster)?;
    let config = &cluster.config;
    let mut written = Vec::new();
    for contact in
        people.iter().filter(|contact| update.projects.contains(&contact.project) && waits(&contact.project))
    {
        if written.iter().any(|letter: &Letter| letter.to == contact.address) {
            continue;
        }
        let mut writer = TextWriter::new("picture");
        let text = writer.document(&update.body);
        let links = writer.links.iter().enumerate().map(|(at, url)| format!("[{}] {url}\n", at + 1));
        let text = format!("{}\n\n{text}\n{}", update.title, links.collect::<String>());
        let said = Said {
            cluster: config.name.get(&contact.language),
            project: cluster.display(contact.project.as_str()),
            title: &update.title,
            text: text.trim(),
            publisher: &config.publisher,
        };
        written.push(Letter::written(
            &loaded.layouts,
            "review",
            (contact.address.clone(), contact.language.clone()),
            &said,
        )?);
    }
    if written.is_empty() {
        let names: Vec<String> = update.projects.iter().map(|id| cluster.display(id.as_str())).collect();
        return Err(Stop::Failure(format!("nobody of {} stands in contacts.csv", names.join(", "))));
    }
    let today = crate::issue::AsOf::at(console.now()).date;
    let name = format!("review-{}-{today}", update.id);
    let options = Options { dry_run: asked.dry_run, yes: asked.yes, ..Options::default() };
    Ok(letters(folder, loaded, (update.month, &name), &written, &options, console)?.into())
}
