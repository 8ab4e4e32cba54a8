//! New files, ready to edit: the shortest of a kind, and those of a new cluster.

use crate::issue;
use crate::model::{Cluster, Confidentiality};
use crate::sources::CONFIG_FILE;
use crate::value::{Date, Id, Month};

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// Its path below the cluster's folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The files of a new cluster.
const FILES: &[(&str, &str)] = &[
    (CONFIG_FILE, include_str!("templates/bulletin.yaml")),
    ("sources/projects/example.yaml", include_str!("templates/project.yaml")),
    (
        ".gitignore",
        "# People's data and the record of what was sent never enter version control.\n/state/\n/contacts.csv\n/recipients.csv\n",
    ),
    ("output/.gitignore", "*\n!.gitignore\n"),
];

/// Folders that are there to be filled.
pub const FOLDERS: &[&str] = &["sources/updates", "sources/meetings", "sources/issues", "sources/images"];

/// The files of a new cluster whose first issue is of a month.
pub fn cluster(month: Month) -> Vec<Fresh> {
    let dated = [
        (format!("sources/updates/{month}/example-first-news.md"), include_str!("templates/update.md")),
        (format!("sources/issues/{month}.yaml"), include_str!("templates/issue.yaml")),
    ];
    let files = FILES.iter().map(|(path, text)| ((*path).to_string(), *text));
    files.chain(dated).map(|(path, text)| Fresh { path, text: text.to_string() }).collect()
}

/// A project's file.
pub fn project(id: &Id) -> Fresh {
    let text = format!(
        "acronym: {}\ntitle: \"TODO: the project's full title\"\nprogramme: LIFE\nsummary: \"TODO: one sentence of at most 18 words that says what it does for whom\"\n",
        id.as_str().to_uppercase()
    );
    Fresh { path: format!("sources/projects/{id}.yaml"), text }
}

/// A piece of news.
pub fn update(slug: &Id, month: Month) -> Fresh {
    let text = "# TODO: a headline of a dozen words\n\nTODO: two or three sentences: what happened, who can use it, and a link: [the plans in full](https://example.org/plans).\n";
    Fresh { path: format!("sources/updates/{month}/{slug}.md"), text: text.to_string() }
}

/// Minutes, with the open actions carried over.
pub fn meeting(cluster: &Cluster, date: Date, slug: &Id) -> Fresh {
    let month = Month::of(date);
    let present: Vec<&str> = cluster.projects.keys().map(Id::as_str).collect();
    let mut text = format!(
        "---\nhost: \"TODO: who hosts the meeting\"\nmode: online\npresent: [{}]\n---\n# TODO: the meeting's title\n\nTODO: two or three sentences: what was spoken of, and what came of it.\n\n## Decisions\n\n- TODO: what was decided\n\n## Actions\n\n",
        present.join(", ")
    );
    let all: Vec<_> = cluster.meetings.iter().filter(|meeting| !meeting.is_translation).collect();
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
    Fresh { path: format!("sources/issues/{month}.yaml"), text: text.to_string() }
}
