//! `bulletin new`: the shortest file of a kind, ready to edit.

use super::{Console, Desk, Exit, Loaded, Stop, failure};
use crate::cli::New;
use crate::diagnostic::Severity;
use crate::issue;
use crate::model::{Confidentiality, Date, Id, Month};
use crate::output::write_new;
use crate::sources::{Complaint, Parse};

/// Writes the file.
pub fn run(desk: &Desk, what: &New, console: &mut dyn Console) -> Result<Exit, Stop> {
    let (path, text) = match what {
        New::Project { id } => project(&parsed::<Id>(id)?),
        New::Update { slug, month } => update(desk, slug, month.as_deref(), console)?,
        New::Meeting { date, slug } => meeting(desk, date, slug, console)?,
        New::Issue { month } => issue(desk, month.as_deref(), console)?,
    };
    let target = desk.root.join(&path);
    match write_new(&target, &text) {
        Ok(()) => {
            console.data(&format!("{}\n", target.display()));
            Ok(Exit::Done)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Stop::Failure(format!("`{path}` is there already; nothing was written")))
        }
        Err(error) => Err(failure(&path, &error)),
    }
}

/// An argument as a value.
fn parsed<T: Parse>(text: &str) -> Result<T, Stop> {
    T::parse(text).map_err(|Complaint { message, hint }| Stop::Failure(format!("{message}; {hint}")))
}

/// A project's file.
fn project(id: &Id) -> (String, String) {
    let text = format!(
        "acronym: {}\ntitle: \"TODO: the project's full title\"\nprogramme: LIFE\nsummary: \"TODO: one sentence of at most 18 words that says what it does for whom\"\n",
        id.as_str().to_uppercase()
    );
    (format!("sources/projects/{id}.yaml"), text)
}

/// A piece of news.
fn update(
    desk: &Desk,
    slug: &str,
    month: Option<&str>,
    console: &mut dyn Console,
) -> Result<(String, String), Stop> {
    let slug: Id = parsed(slug)?;
    let month = match month {
        Some(month) => parsed(month)?,
        None => {
            let mut loaded = quietly(desk, console)?;
            desk.month(&mut loaded, None, console)?
        }
    };
    let text = "# TODO: a headline of a dozen words\n\nTODO: two or three sentences: what happened, who can use it, and a link: [the plans in full](https://example.org/plans).\n";
    Ok((format!("sources/updates/{month}/{slug}.md"), text.to_string()))
}

/// Minutes, with the open actions carried over.
fn meeting(desk: &Desk, date: &str, slug: &str, console: &mut dyn Console) -> Result<(String, String), Stop> {
    let (date, slug): (Date, Id) = (parsed(date)?, parsed(slug)?);
    let loaded = quietly(desk, console)?;
    let month = Month::of(date);
    let present: Vec<&str> = loaded.cluster.projects.keys().map(Id::as_str).collect();
    let mut text = format!(
        "---\nhost: \"TODO: who hosts the meeting\"\nmode: online\npresent: [{}]\n---\n# TODO: the meeting's title\n\nTODO: two or three sentences: what was spoken of, and what came of it.\n\n## Decisions\n\n- TODO: what was decided\n\n## Actions\n\n",
        present.join(", ")
    );
    let all: Vec<_> = loaded.cluster.meetings.iter().filter(|meeting| !meeting.is_translation).collect();
    let open = issue::states(&all, date);
    let carried = open.iter().filter(|state| state.is_open() && state.opened_at.date < date);
    for state in carried.clone() {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| as_written(&loaded, name)).collect();
        let owner = if owners.is_empty() { String::new() } else { format!("{}: ", owners.join(", ")) };
        let due = state.action.due.map(|due| format!(" (by {due})")).unwrap_or_default();
        text.push_str(&format!("- [ ] {owner}{}{due} {{#{}}}\n", state.action.text, state.id));
    }
    text.push_str(&format!(
        "- [ ] {}: TODO what is to be done (by {})\n",
        loaded.cluster.projects.values().next().map_or("OWNER", |p| p.acronym.as_str()),
        month.next().last()
    ));
    let confidential =
        carried.clone().any(|state| state.opened_at.confidentiality == Confidentiality::Consortium);
    if confidential {
        // What was said among partners stays among partners.
        text = text.replacen("mode: online\n", "mode: online\nconfidentiality: consortium\n", 1);
    }
    Ok((format!("sources/meetings/{date}-{slug}.md"), text))
}

/// An owner as minutes name it: a project by its acronym, others as they were typed.
fn as_written(loaded: &Loaded, name: &str) -> String {
    loaded.cluster.project(name).map_or_else(|| name.to_string(), |project| project.acronym.clone())
}

/// A month's manifest.
fn issue(desk: &Desk, month: Option<&str>, console: &mut dyn Console) -> Result<(String, String), Stop> {
    let month = match month {
        Some(month) => parsed(month)?,
        None => {
            let loaded = quietly(desk, console)?;
            let newest = loaded.cluster.issues.keys().next_back();
            match (newest, issue::newest(&loaded.cluster)) {
                (Some(newest), _) => newest.next(),
                (None, Some(month)) => month,
                (None, None) => {
                    return Err(Stop::Failure("name the month: `bulletin new issue 2024-04`".into()));
                }
            }
        }
    };
    let text = "# The mail's subject: what is new for the reader, in at most 60 characters.\nsubject: \"TODO: what is new, in a few words\"\n\n# Which update leads, by its file's name without folder and extension:\n# lead: recet-energy-plans\n";
    Ok((format!("sources/issues/{month}.yaml"), text.to_string()))
}

/// Loads the cluster; what is wrong in it is not this command's matter, but is counted.
fn quietly(desk: &Desk, console: &mut dyn Console) -> Result<Loaded, Stop> {
    let loaded = desk.load(console)?;
    let errors = loaded.findings.count(Severity::Error);
    if errors > 0 {
        console.say(&format!("note: {errors} errors in the sources; `bulletin check` prints them"));
    }
    Ok(loaded)
}
