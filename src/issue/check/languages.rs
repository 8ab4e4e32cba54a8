//! Each text is in the language that its file's name says, and each translation has its original.

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::is_blank;
use crate::sources::{Origin, SourceFile};
use crate::value::Language;

/// Languages of the EU and its neighbours that are written in Cyrillic letters.
const CYRILLIC: &[&str] = &["bg", "sr", "mk", "uk", "ru", "be"];

/// A text whose letters are not those of its language: hyphenation, quotation marks and screen
/// readers would go wrong.
pub fn scripts(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let updates = issue.updates.iter().map(|update| (&update.item.origin, &update.item.language));
    let meetings = issue.meetings.iter().map(|meeting| (&meeting.item.origin, &meeting.item.language));
    for (origin, language) in updates.chain(meetings) {
        let Some(file) = issue.sources.files.get(&origin.file) else { continue };
        let Some((script, meant)) = other_script(&without_comments(&file.text[file.body..]), language) else {
            continue;
        };
        let stem = file.path.rsplit('/').next().unwrap_or(&file.path).trim_end_matches(".md");
        let stem = stem.trim_end_matches(&format!(".{}", language.as_str()));
        findings.push(
            Diagnostic::error(
                "other-language",
                format!("this text is in {script} letters, and its language is `{}`", language.as_str()),
            )
            .at(Place::new(file.path.clone(), file.body..file.body))
            .hint(format!("name the file `{stem}.{meant}.md`")),
        );
    }
}

/// A text without its comments, in which another language may stand.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let mut shown = parts.next().unwrap_or_default().to_string();
    shown.extend(parts.filter_map(|part| Some(part.split_once("-->")?.1)));
    shown
}

/// Translations of another wording than their original has now, and those with places left to fill in.
pub fn translations(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let updates =
        issue.updates.iter().map(|one| one.item).filter(|own| own.is_translation).filter_map(|own| {
            let mut all = issue.cluster.updates.iter();
            let is_original =
                |of: &&crate::model::Update| !of.is_translation && (of.month, &of.id) == (own.month, &own.id);
            Some((&own.origin, own.wording_of.as_deref(), &all.find(is_original)?.origin))
        });
    let meetings =
        issue.meetings.iter().map(|one| one.item).filter(|own| own.is_translation).filter_map(|own| {
            let mut all = issue.cluster.meetings.iter();
            let is_original = |of: &&crate::model::Meeting| !of.is_translation && of.id == own.id;
            Some((&own.origin, own.wording_of.as_deref(), &all.find(is_original)?.origin))
        });
    let file = |origin: &Origin| issue.sources.files.get(&origin.file);
    for (origin, wording_of, original) in updates.chain(meetings) {
        let (Some(own), Some(original)) = (file(origin), file(original)) else { continue };
        if let Some(of) = wording_of.filter(|of| *of != original.wording()) {
            findings.push(
                Diagnostic::warning(
                    "old-translation",
                    format!("{} was changed since this was translated", original.path),
                )
                .at(own.place("translation.of"))
                .hint(format!(
                    "compare the two; then write `of: \"{}\"` instead of \"{of}\"",
                    original.wording()
                )),
            );
        }
        places_left(own).into_iter().for_each(|finding| findings.push(finding));
    }
}

/// Places of a translation at which nothing was written.
fn places_left(file: &SourceFile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut at = file.body;
    for line in file.text[file.body..].split_inclusive('\n') {
        if is_blank(line) {
            found.push(
                Diagnostic::error("untranslated", "nothing is written here yet")
                    .at(Place::new(file.path.clone(), at..at + line.trim_end().len()))
                    .hint("write the translation of what stands above, or delete the place"),
            );
        }
        at += line.len();
    }
    found
}

/// The script of most letters of a text, if it is not that of a language, and a language that it
/// may be in.
fn other_script(text: &str, language: &Language) -> Option<(&'static str, &'static str)> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let most = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count() * 2 > letters;
    if most(|c| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')) && language.primary() != "el" {
        return Some(("Greek", "el"));
    }
    if most(|c| matches!(c, '\u{400}'..='\u{52F}')) && !CYRILLIC.contains(&language.primary()) {
        return Some(("Cyrillic", "bg"));
    }
    None
}

/// A file such as `news.el.md` beside which there is no `news.md`, but one with nearly that name.
pub fn originals(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let default = &issue.cluster.config.language;
    let updates = issue.cluster.updates.iter().filter(|update| update.month == issue.month);
    let updates: Vec<_> =
        updates.map(|item| (item.id.as_str(), &item.origin, &item.language, item.is_translation)).collect();
    let meetings = issue.cluster.meetings.iter();
    let meetings: Vec<_> =
        meetings.map(|item| (item.id.as_str(), &item.origin, &item.language, item.is_translation)).collect();
    for items in [updates, meetings] {
        let known: Vec<&str> =
            items.iter().filter(|item| item.2 == default || !is_named(item.1)).map(|item| item.0).collect();
        for (id, origin, language, is_translation) in &items {
            if *is_translation || *language == default || !is_named(origin) {
                continue;
            }
            // One or two letters away: a slip, which would print the text a second time.
            if let Some(meant) = known.iter().find(|known| strsim::osa_distance(id, known) <= 2) {
                findings.push(lonely(origin, meant, language));
            }
        }
    }
}

/// Whether a file's name says its language.
fn is_named(origin: &Origin) -> bool {
    origin.file.rsplit('/').next().is_some_and(|name| name.trim_end_matches(".md").contains('.'))
}

/// The finding for a translation whose name is nearly that of a text.
fn lonely(origin: &Origin, meant: &str, language: &Language) -> Diagnostic {
    Diagnostic::error(
        "no-original",
        "this file is named as a translation, and there is no original of that name",
    )
    .at(Place::file(origin.file.clone()))
    .hint(format!(
        "if it translates `{meant}`, name it `{meant}.{}.md`; else it stands as a text of its own",
        language.as_str()
    ))
}
