//! What an edition says in another language than its own, for the translator.

use super::Issue;
use crate::diagnostic::Place;
use crate::sources::Origin;
use crate::value::{Language, Localised};

/// Something that stands in an edition in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// Where it was written.
    pub place: Place,
    /// What it is.
    pub what: String,
    /// What to write, and where.
    pub todo: String,
}

/// Everything of an edition that falls back to another language, in the order of its files.
pub fn untranslated(issue: &Issue<'_>) -> Vec<Untranslated> {
    let mut found = Vec::new();
    let tag = issue.language.as_str();
    let files = issue.updates.iter().map(|selected| (&selected.item.origin, &selected.item.language));
    let meetings = issue.meetings.iter().map(|selected| (&selected.item.origin, &selected.item.language));
    for (origin, language) in files.chain(meetings) {
        if language.primary() != issue.language.primary() {
            found.push(Untranslated {
                place: issue.sources.place(origin, ""),
                what: format!("a text in `{}`", language.as_str()),
                todo: format!("write {}", translation(&origin.file, language, tag)),
            });
        }
    }
    for state in issue.actions.iter().filter(|state| state.language.primary() != issue.language.primary()) {
        let minutes = &state.written_at.origin.file;
        // Minutes without any translation are listed as a whole.
        let listed = issue.meetings.iter().any(|selected| selected.item.origin.file == *minutes);
        if !listed {
            found.push(Untranslated {
                place: issue.sources.place(&state.action.origin, "text"),
                what: format!("an action in `{}`", state.language.as_str()),
                todo: format!("write it into {}", translation(minutes, state.language, tag)),
            });
        }
    }
    for (origin, field, text) in texts(issue) {
        if let Some(text) = text.filter(|text| !text.has(&issue.language)) {
            found.push(Untranslated {
                place: issue.sources.place(origin, field),
                what: format!("`{field}`"),
                todo: todo(text, field, &issue.language),
            });
        }
    }
    found.sort_by(|a, b| (&a.place.file, a.place.range.start).cmp(&(&b.place.file, b.place.range.start)));
    found
}

/// How many of an edition's texts are in its language, and how many there are.
pub fn translated(issue: &Issue<'_>) -> (usize, usize) {
    let own = |language: &Language| language.primary() == issue.language.primary();
    let updates = issue.updates.iter().map(|selected| own(&selected.item.language));
    let meetings = issue.meetings.iter().map(|selected| own(&selected.item.language));
    let texts = texts(issue).into_iter().filter_map(|(_, _, text)| Some(text?.has(&issue.language)));
    let all: Vec<bool> = updates.chain(meetings).chain(texts).collect();
    (all.iter().filter(|is_own| **is_own).count(), all.len())
}

/// The name of the file that translates another.
pub(super) fn translation(file: &str, language: &Language, tag: &str) -> String {
    let stem = file.trim_end_matches(".md");
    let stem = stem.strip_suffix(&format!(".{}", language.as_str())).unwrap_or(stem);
    format!("{stem}.{tag}.md")
}

/// How to write a text in one more language.
fn todo(text: &Localised, field: &str, language: &Language) -> String {
    let languages: Vec<String> = text
        .all()
        .map(|(known, _)| known.as_str().to_string())
        .chain([language.as_str().to_string()])
        .collect();
    let parts: Vec<String> = languages.iter().map(|tag| format!("{tag}: \"…\"")).collect();
    format!("write `{field}: {{{}}}`", parts.join(", "))
}

/// The texts of an edition that may have languages, with their places.
fn texts<'a>(issue: &'a Issue<'_>) -> Vec<(&'a Origin, &'static str, Option<&'a Localised>)> {
    let config = &issue.cluster.config;
    let mut texts = vec![
        (&config.origin, "name", Some(&config.name)),
        (&config.origin, "reason", config.reason.as_ref()),
    ];
    if let Some(manifest) = issue.manifest {
        let origin = &manifest.origin;
        texts.extend([
            (origin, "subject", manifest.subject.as_ref()),
            (origin, "preheader", manifest.preheader.as_ref()),
            (origin, "note", manifest.note.as_ref()),
            (origin, "ask", manifest.ask.as_ref()),
            (origin, "answers", manifest.answers.as_ref()),
        ]);
    }
    for project in &issue.projects {
        texts.push((&project.origin, "title", Some(&project.title)));
        texts.push((&project.origin, "summary", Some(&project.summary)));
    }
    texts
}
