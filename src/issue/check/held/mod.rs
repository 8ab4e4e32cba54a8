//! What somebody typed to hold a text back, and which would have been printed instead.

mod marks;
mod vocabulary;

use std::sync::Arc;

use super::super::Issue;
use super::paste::{accepted, compared, printed};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::model::Channel;
use crate::sources::{Kind, SourceFile};
use marks::Mark;

/// Looks through every text that the edition prints.
pub fn texts(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let updates = issue.updates.iter().map(|update| &update.item.origin.file);
    let meetings = issue.meetings.iter().map(|meeting| &meeting.item.origin.file);
    let actions = issue.actions.iter().map(|state| &state.written_at.origin.file);
    let projects = issue.projects.iter().map(|project| &project.origin.file);
    let manifest = issue.manifest.iter().map(|manifest| &manifest.origin.file);
    let lists = issue.events.iter().map(|event| &event.origin.file).take(1);
    let lists = lists.chain(issue.indicators().map(|indicator| &indicator.origin.file).take(1));
    let mut files: Vec<&Arc<str>> =
        updates.chain(meetings).chain(actions).chain(projects).chain(manifest).chain(lists).collect();
    files.sort();
    files.dedup();
    for file in files.into_iter().filter_map(|path| issue.sources.files.get(path)) {
        one(file, issue, findings);
    }
}

/// One file.
fn one(file: &SourceFile, issue: &Issue<'_>, findings: &mut Diagnostics) {
    let accepted = accepted(file);
    let words = || file.stem().split(['-', '_', '.', ' ']).filter(|word| !word.is_empty());
    let named = [words().next(), words().next_back()].into_iter().flatten().find(|word| marks::is_tag(word));
    // A report for the partners prints what its own fields keep from everybody else.
    let held = issue.updates.iter().any(|update| {
        update.item.origin.file == file.path && update.item.audience.contains(&Channel::Internal)
    });
    if let Some(word) = named.filter(|word| !held && accepted.iter().all(|(own, _)| own != word)) {
        findings.push(
            Diagnostic::fatal(asking::HELD_BACK, format!("`{word}` in the file's name holds nothing back: its text would be printed"))
                .at(Place::file(file.path.clone()))
                .hint("write `audience: internal` or `status: draft` between two lines `---` at its top, or give it another name"),
        );
    }
    let mut find = |range: std::ops::Range<usize>, mark: Mark| {
        let passage = file.text.get(range.clone()).unwrap_or_default();
        let meant = accepted.iter().any(|(own, _)| *own == compared(passage));
        if !meant {
            findings.push(finding(mark, passage, file.kind).at(Place::new(file.path.clone(), range)));
        }
    };
    for (range, _) in printed(file, &issue.cluster.config.language) {
        let Some(text) = file.text.get(range.clone()) else { continue };
        match file.kind {
            Kind::Markdown if range.start == file.body => {
                for (within, mark) in marks::marks(text) {
                    find(range.start + within.start..range.start + within.end, mark);
                }
            }
            _ => {
                if let Some(mark) = marks::value(text.trim_matches(['"', '\''])) {
                    find(range, mark);
                }
            }
        }
    }
}

/// What is to be said of a mark.
fn finding(mark: Mark, passage: &str, kind: Kind) -> Diagnostic {
    let shown: String = passage.chars().take(60).collect();
    let (message, hint) = match (mark, kind) {
        (Mark::Field, Kind::Markdown) => (
            format!("`{shown}` stands in the text, where it holds nothing back: it would be printed"),
            "move it to the file's first lines, between two lines `---`",
        ),
        (Mark::Field | Mark::Words, Kind::Yaml) => (
            format!("`{shown}` stands in a text that everybody reads"),
            "take the text out; what is not for everybody belongs into no printed field",
        ),
        (Mark::Words, Kind::Markdown) => (
            format!("`{shown}` holds nothing back: it would be printed, with the text below it"),
            "write `audience: internal` (or `status: draft`, `embargo_until: …`; in minutes `confidentiality: consortium`) between two lines `---` at the top of the file, or delete what is not for everybody",
        ),
        (Mark::Comment, _) => (
            "this comment is not written as one, and what it hides would be printed".to_string(),
            "a comment begins with `<!--` and ends with `-->`; better delete what nobody is to read",
        ),
        (Mark::OtherComment, _) => (
            format!("`{shown}` is no comment here: it would be printed"),
            "a comment is `<!-- … -->`; better delete what nobody is to read",
        ),
        (Mark::Html, _) => (
            format!("`{shown}` hides nothing here: its text would be printed"),
            "delete the text, or hold the whole file back with `audience: internal` at its top",
        ),
    };
    Diagnostic::fatal(asking::HELD_BACK, message)
        .hint(hint)
        .hint("if it is meant to be read, put the line into the file's list `accepted`, as it stands")
}
