//! New files, ready to edit: the shortest of a kind, and those of a new cluster.

use crate::issue;
use crate::model::{Cluster, Confidentiality, FILE_KINDS, UpdateStatus};
use crate::sources::CONFIG_FILE;
use crate::value::{Date, Id, Language, MailAddress, Month};

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// Its path below the cluster's folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Files of a new cluster that are the same for all.
const FILES: &[(&str, &str)] = &[
    (
        ".gitignore",
        "# People's data and the record of what was sent never enter version control.\n/state/\n/contacts.csv\n/recipients.csv\n",
    ),
    ("output/.gitignore", "*\n!.gitignore\n"),
];

/// What is known of a new cluster; the rest is an example's.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Its name.
    pub name: Option<String>,
    /// Who publishes, with a postal address.
    pub publisher: Option<String>,
    /// The sender's address.
    pub from: Option<MailAddress>,
    /// The language of its texts.
    pub language: Option<Language>,
    /// The acronym of its first project.
    pub project: Option<String>,
}

/// Folders that are there to be filled.
pub const FOLDERS: &[&str] = &["sources/updates", "sources/meetings", "sources/issues", "sources/images"];

/// The schemas of all files, by which editors complete and check.
///
/// # Errors
///
/// If one has no form as JSON.
pub fn schemas() -> serde_json::Result<Vec<Fresh>> {
    let file = |kind: &crate::model::FileKind| {
        Ok(Fresh { path: format!("schemas/{}.schema.json", kind.name), text: kind.json()? })
    };
    FILE_KINDS.iter().map(file).collect()
}

/// The files of a new cluster whose first issue is of a month.
pub fn cluster(month: Month, answers: &Answers) -> serde_json::Result<Vec<Fresh>> {
    let file = |path: String, text: String| Fresh { path, text };
    let id = answers.project.as_deref().map(Id::slug).filter(|id| !id.as_str().is_empty());
    let mut files = vec![file(CONFIG_FILE.into(), configuration(answers)?)];
    files.push(match (&answers.project, &id) {
        (Some(acronym), Some(id)) => project(id, Some(acronym)),
        _ => file("sources/projects/example.yaml".into(), include_str!("templates/project.yaml").into()),
    });
    let id = id.as_ref().map_or("example", Id::as_str);
    files.push(file(
        format!("sources/updates/{month}/{id}-first-news.md"),
        include_str!("templates/update.md").into(),
    ));
    files.push(file(format!("sources/issues/{month}.yaml"), include_str!("templates/issue.yaml").into()));
    files.extend(FILES.iter().map(|(path, text)| file((*path).into(), (*text).into())));
    files.extend(schemas()?);
    Ok(files)
}

/// `bulletin.yaml`.
fn configuration(answers: &Answers) -> serde_json::Result<String> {
    let quoted =
        |answer: &Option<String>, example: &str| serde_json::to_string(answer.as_deref().unwrap_or(example));
    let mut text = include_str!("templates/bulletin.yaml").to_string();
    let from = answers.from.as_ref().map_or("news@example.org", MailAddress::as_str);
    for (name, value) in [
        ("name", quoted(&answers.name, "Our cluster of projects")?),
        ("publisher", quoted(&answers.publisher, "Our organisation, Street 1, 00100 City")?),
        ("from", from.to_string()),
    ] {
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push_str("# Where your privacy notice stands:\nprivacy_url: https://example.org/privacy\n");
    if let Some(language) = &answers.language {
        text.push_str(&format!("languages: [{}]\n", language.as_str()));
    }
    text.push_str(&more("bulletin", &["languages"]));
    Ok(with_schema("bulletin", CONFIG_FILE, text))
}

/// The optional fields of a kind of file that are not given yet, a comment a line.
fn more(kind: &str, given: &[&str]) -> String {
    let Some(kind) = FILE_KINDS.iter().find(|known| known.name == kind) else { return String::new() };
    let mut text = format!(
        "\n# More, if you have it: take the `#` away. `bulletin explain {}.FIELD` says more.\n",
        kind.name
    );
    for field in kind.fields() {
        let below = field.path.contains('.') || field.path.contains('[');
        if !below && !field.required && !given.contains(&field.path.as_str()) {
            let line = format!("# {}: {}", field.path, field.example);
            text.push_str(&format!("{line:<36}  # {}\n", field.meaning));
        }
    }
    text
}

/// A YAML file with the line by which editors find its schema.
fn with_schema(kind: &str, path: &str, text: String) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n{text}")
}

/// A project's file.
pub fn project(id: &Id, acronym: Option<&str>) -> Fresh {
    let acronym = acronym.map_or_else(|| id.as_str().to_uppercase(), str::to_string);
    let text = format!(
        "acronym: {}\ntitle: \"TODO: the project's full title\"\nprogramme: LIFE # or HE (Horizon Europe), H2020, other\nsummary: \"TODO: one sentence of at most 18 words that says what it does for whom\"\n{}",
        acronym,
        more("project", &["accepted"])
    );
    let path = format!("sources/projects/{id}.yaml");
    Fresh { text: with_schema("project", &path, text), path }
}

/// A piece of news, with its headline if there is one.
pub fn update(slug: &Id, month: Month, title: Option<&str>) -> Fresh {
    let title = title.unwrap_or("TODO: a headline of a dozen words");
    let text = format!(
        "---{}---\n# {title}\n\nTODO: two or three sentences: what happened, who can use it, and a link: [the plans in full](https://example.org/plans).\n",
        more("update", &["accepted", "provenance", "translation", "translation_of"])
    );
    Fresh { path: format!("sources/updates/{month}/{slug}.md"), text }
}

/// An event, as an item of the list of events.
pub fn event(title: &str) -> serde_json::Result<Fresh> {
    let title = serde_json::to_string(title)?;
    let text = format!(
        "- title: {title}\n  starts: TODO # such as 2024-06-03, or 2024-06-03T10:00\n  # ends: 2024-06-04\n  # place: Rome\n  # mode: in-person # or online, hybrid\n  # url: https://example.org/page\n  # projects: [ID]\n  # timezone: Europe/Rome # of its hours; once for all in bulletin.yaml\n"
    );
    Ok(Fresh { path: "sources/events.yaml".into(), text })
}

/// An indicator, as an item of the list of indicators.
pub fn indicator(id: &Id, label: &str, month: Month) -> serde_json::Result<Fresh> {
    let label = serde_json::to_string(label)?;
    let text = format!(
        "- id: {id}\n  label: {label}\n  unit: TODO # what one of it is: towns, GWh\n  # target: 100\n  values:\n    - {{period: {month}, value: 0}}\n"
    );
    Ok(Fresh { path: "sources/indicators.yaml".into(), text })
}

/// The columns of a list of recipients, with one line as an example.
pub const RECIPIENTS: &str = "email,language,basis,confirmed_at,unsubscribed_at\nreader@example.org,en,double-opt-in,2024-01-31T10:00:00Z,\n";

/// Minutes, with the open actions carried over.
pub fn meeting(cluster: &Cluster, date: Date, slug: &Id) -> Fresh {
    let month = Month::of(date);
    let present: Vec<&str> = cluster.projects.keys().map(Id::as_str).collect();
    let mut text = format!(
        "---\nhost: \"TODO: who hosts the meeting\"\nmode: online\npresent: [{}]\n---\n# TODO: the meeting's title\n\nTODO: two or three sentences: what was spoken of, and what came of it.\n\n## Decisions\n\n- TODO: what was decided\n\n## Actions\n\n",
        present.join(", ")
    );
    let all: Vec<_> = cluster
        .meetings
        .iter()
        .filter(|meeting| !meeting.is_translation && meeting.stage == UpdateStatus::Approved)
        .collect();
    let open = issue::states(&all, date);
    let carried = open.iter().filter(|state| state.is_open() && state.opened_at.date < date);
    for state in carried.clone() {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| as_written(cluster, name)).collect();
        let owner = if owners.is_empty() { String::new() } else { format!("{}: ", owners.join(", ")) };
        let due = state.action.due.map(|due| format!(" (by {due})")).unwrap_or_default();
        text.push_str(&format!("- [ ] {owner}{}{due} {{#{}}}\n", state.action.text, state.id));
    }
    text.push_str(&format!(
        "- [ ] {}: TODO what is to be done (by {})\n",
        cluster.projects.values().next().map_or("OWNER", |p| p.acronym.as_str()),
        month.next().last()
    ));
    let confidential =
        carried.clone().any(|state| state.opened_at.confidentiality == Confidentiality::Consortium);
    if confidential {
        // What was said among partners stays among partners.
        text = text.replacen("mode: online\n", "mode: online\nconfidentiality: consortium\n", 1);
    }
    Fresh { path: format!("sources/meetings/{date}-{slug}.md"), text }
}

/// An owner as minutes name it: a project by its acronym, others as they were typed.
fn as_written(cluster: &Cluster, name: &str) -> String {
    cluster.project(name).map_or_else(|| name.to_string(), |project| project.acronym.clone())
}

/// A month's manifest.
pub fn manifest(month: Month) -> Fresh {
    let text = "# The mail's subject: what is new for the reader, in at most 60 characters.\nsubject: \"TODO: what is new, in a few words\"\n\n# Which update leads, by its file's name without folder and extension:\n# lead: recet-energy-plans\n";
    let path = format!("sources/issues/{month}.yaml");
    let text = format!("{text}{}", more("issue", &["lead", "accepted"]));
    Fresh { text: with_schema("issue", &path, text), path }
}
