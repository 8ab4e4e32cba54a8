//! What was meant to be filled in before anyone reads it.

use std::ops::Range;

use super::super::{Issue, Stage};
use super::paste::{accepted, compared};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::markdown::{Columns, Inline, InlineKind};
use crate::model::Update;
use crate::sources::{Kind, SourceFile, Sources};

/// Words that stand for text to come; compared with their case, as whole words.
const WORDS: &[&str] = &["TODO", "TBD", "TBA", "TBC", "FIXME", "XXX", "tbd", "tba", "tbc"];

/// Filler that stands for text to come, in lower case.
const FILLER: &[&str] = &[
    "lorem ipsum",
    "dolor sit amet",
    "link to follow",
    "photo to follow",
    "picture to follow",
    "text to follow",
    "quote to follow",
    "logo to follow",
    "link folgt",
    "foto folgt",
    "text folgt",
    "lien à venir",
    "photo à venir",
    "link da inserire",
    "foto da inserire",
    "enlace por confirmar",
    "ακολουθεί σύνδεσμος",
    "ο σύνδεσμος θα προστεθεί",
    "връзката ще бъде добавена",
    "poveznica slijedi",
];

/// Texts of a new cluster that are there to be replaced: no matter for a draft.
const TEMPLATES: &[&str] = &[
    "Our cluster of projects",
    "Our organisation, Street 1, 00100 City",
    "An example of a project, to be replaced by yours",
    "Shows what a project's file looks like",
    "What is new in our cluster of projects",
    "An example of news, to be replaced by yours",
];

/// First words of a bracket that stands for text to come, in lower case.
const BRACKETS: &[&str] = &[
    "name", "date", "place", "title", "text", "insert", "your", "xx", "link", "number", "project", "tbd",
    "todo", "add",
];

/// A table that no page of the report holds.
fn too_wide(columns: usize, fit: usize) -> Diagnostic {
    let text = format!("this table has {columns} columns; a page of the report holds {fit} of them");
    Diagnostic::error("wide-table", text).hint("make two tables of it, or turn its rows into columns")
}

/// Looks through the texts of the files that the issue is made of.
pub fn texts(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for file in files(issue) {
        for (range, text) in parts(file) {
            let template = TEMPLATES.iter().find(|template| text.contains(**template));
            if let Some(template) = template.filter(|_| issue.stage == Stage::Final) {
                findings.push(
                    Diagnostic::error(asking::UNFINISHED_TEXT, format!("`{template}` is an example's text"))
                        .at(Place::new(file.path.clone(), range.clone()))
                        .hint("write your own"),
                );
            }
            if file.kind == Kind::Markdown && range.start == file.body {
                continue;
            }
            for (found, shown) in leftovers(text) {
                let at = range.start + found.start..range.start + found.end;
                findings.push(unfinished(shown).at(Place::new(file.path.clone(), at)));
            }
        }
    }
    let updates = issue.updates.iter().map(|one| (&one.item.origin, &one.item.title, &one.item.body));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin, &one.item.title, &one.item.body));
    for (origin, title, body) in updates.chain(meetings) {
        let Some(file) = issue.sources.files.get(&origin.file) else { continue };
        for (table, range) in body.tables() {
            if let Columns::TooWide(fit) = table.columns() {
                let place = Place::new(file.path.clone(), range);
                findings.push(too_wide(table.header.len(), fit).at(place));
            }
        }
        let mut find = |range: Range<usize>, text: &str| {
            for (_, shown) in leftovers(text) {
                let raw = file.text.get(range.clone()).unwrap_or_default();
                let at = raw
                    .find(shown)
                    .map_or(range.clone(), |at| range.start + at..range.start + at + shown.len());
                findings.push(unfinished(shown).at(Place::new(file.path.clone(), at)));
            }
        };
        find(file.body..file.text.len(), title);
        for run in body.clone().runs_mut() {
            each_text(run, &mut find);
        }
    }
    agreed(issue, findings);
}

/// Leftovers in actions and decisions.
fn agreed(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for state in &issue.actions {
        let Some(file) = issue.sources.files.get(&state.action.origin.file) else { continue };
        for (_, shown) in leftovers(&state.action.text) {
            let place = issue.sources.place(&state.action.origin, "text");
            let raw = file.text.get(place.range.clone()).unwrap_or_default();
            let at = raw.find(shown).map_or(place.range.clone(), |at| {
                place.range.start + at..place.range.start + at + shown.len()
            });
            findings.push(unfinished(shown).at(Place::new(file.path.clone(), at)));
        }
    }
    for (origin, text) in
        issue.meetings.iter().flat_map(|one| &one.item.decisions).map(|one| (&one.origin, &one.text))
    {
        for (_, shown) in leftovers(text) {
            findings.push(unfinished(shown).at(issue.sources.place(origin, "text")));
        }
    }
}

/// The finding for text to come.
fn unfinished(shown: &str) -> Diagnostic {
    Diagnostic::error(asking::UNFINISHED_TEXT, format!("unfinished text `{shown}`"))
        .hint("write what belongs here, or delete it; if it is meant, put it into the file's list `accepted`")
}

/// The words of inline text, code left out, each with its bytes: what was a link, a reference or a box
/// is none of them any more.
fn each_text(run: &[Inline], find: &mut dyn FnMut(Range<usize>, &str)) {
    for inline in run {
        match &inline.kind {
            InlineKind::Text(text) => find(inline.range.clone(), text),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => each_text(inner, find),
            _ => {}
        }
    }
}

/// The files that the issue is made of.
fn files<'a>(issue: &'a Issue<'_>) -> impl Iterator<Item = &'a SourceFile> {
    let projects = issue.projects.iter().map(|project| &project.origin.file);
    let updates = issue.updates.iter().map(|update| &update.item.origin.file);
    let meetings = issue.meetings.iter().map(|meeting| &meeting.item.origin.file);
    let manifest = issue.manifest.iter().map(|manifest| &manifest.origin.file);
    let events = issue.events.iter().map(|event| &event.origin.file).take(1);
    let all = projects.chain(updates).chain(meetings).chain(manifest).chain(events);
    let config = issue.sources.files.get(crate::sources::CONFIG_FILE);
    all.filter_map(|file| issue.sources.files.get(file)).chain(config)
}

/// The texts of a file that print: a YAML file's values, a Markdown file's body and front matter.
fn parts(file: &SourceFile) -> Vec<(Range<usize>, &str)> {
    let mut parts: Vec<_> = match &file.places {
        Some(places) => places
            .scalars()
            .into_iter()
            .filter(|(path, _)| !path.contains("accepted"))
            .filter_map(|(_, scalar)| Some((scalar.range.clone(), file.text.get(scalar.range.clone())?)))
            .collect(),
        None => vec![],
    };
    if file.kind == Kind::Markdown {
        parts.push((file.body..file.text.len(), &file.text[file.body..]));
    }
    parts
}

/// The first gap in an update's headline or text that its author did not mean, as it is shown; in code there is none.
pub fn gap(update: &Update, sources: &Sources) -> Option<String> {
    let meant: Vec<String> = sources
        .files
        .get(&update.origin.file)
        .map(|file| accepted(file).into_iter().map(|(passage, _)| passage).collect())
        .unwrap_or_default();
    let mut found = None;
    let mut look = |_: Range<usize>, text: &str| {
        let gaps = leftovers(text).into_iter().map(|(_, shown)| shown);
        let gap = gaps.into_iter().find(|shown| !meant.contains(&compared(shown)));
        found = found.take().or(gap.map(str::to_string));
    };
    look(0..0, &update.title);
    for run in update.body.clone().runs_mut() {
        each_text(run, &mut look);
    }
    found
}

/// The leftovers of a text, each with its bytes.
fn leftovers(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for word in WORDS {
        found.extend(text.match_indices(word).filter(|(at, word)| whole(text, *at, word.len())));
    }
    let lower = text.to_lowercase();
    // Lower case may change a text's length; then the place is the text as a whole.
    let same = lower.len() == text.len();
    for filler in FILLER {
        if let Some(at) = lower.find(filler) {
            let range = if same { at..at + filler.len() } else { 0..0 };
            found.push((range.start, text.get(range).unwrap_or_default()));
        }
    }
    // `Who knows???` is a question, `the date is ???` a gap.
    found.extend(text.match_indices("???").filter(|(at, _)| {
        text[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || "([:–—-/".contains(c))
    }));
    found.extend(brackets(text));
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(at, _)| *at);
    found.into_iter().map(|(at, shown)| (at..at + shown.len(), shown)).collect()
}

/// Whether some bytes of a text are a whole word.
fn whole(text: &str, at: usize, len: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    !text[..at].ends_with(letter) && !text[at + len..].starts_with(letter)
}

/// Brackets such as `[name]` or `[insert date]`, which are neither links nor footnotes nor boxes.
fn brackets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('[') {
        let Some(len) = text[open..].find(']') else { break };
        let (inside, after) = (&text[open + 1..open + len], &text[open + len + 1..]);
        let lower = inside.to_lowercase();
        let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let link = after.starts_with(['(', '[', ':']);
        if !link && inside.len() <= 40 && !inside.contains(',') && BRACKETS.contains(&first) {
            found.push((open, &text[open..open + len + 1]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leftovers as shown.
    fn shown(text: &str) -> Vec<&str> {
        leftovers(text).into_iter().map(|(_, shown)| shown).collect()
    }

    #[test]
    fn unfinished_text_is_found_and_ordinary_text_is_not() {
        assert_eq!(
            shown("TODO: ask [name], then ??? and Lorem ipsum"),
            ["TODO", "[name]", "???", "Lorem ipsum"]
        );
        assert_eq!(shown("[name](https://example.org) TODOS [x] método todo [^name]"), Vec::<&str>::new());
        assert_eq!(shown("Η συνάντηση TBD"), ["TBD"]);
    }
}
