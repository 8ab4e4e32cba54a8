//! What a translator gets: a file for each text that has no translation, with its passages and their places.

use super::Issue;
use super::untranslated::translation;
use crate::markdown::skeleton;
use crate::model::heading_in;
use crate::sources::SourceFile;
use crate::value::Language;

/// A translation that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Its file, below the cluster's folder.
    pub path: String,
    /// What stands in it before anybody writes.
    pub text: String,
}

/// A file for each text of an edition that is in another language, in the edition's order.
pub fn blanks(issue: &Issue<'_>) -> Vec<Blank> {
    let updates = issue.updates.iter().map(|one| (&one.item.origin, &one.item.language, false));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin, &one.item.language, true));
    let others = updates.chain(meetings).filter(|(_, own, _)| own.primary() != issue.language.primary());
    let blank = |(origin, own, minutes): (&crate::sources::Origin, &Language, bool)| {
        let file = issue.sources.files.get(&origin.file)?;
        let path = translation(&file.path, own, issue.language.as_str());
        Some(Blank { path, text: text(file, &issue.language, minutes) })
    };
    others.filter_map(blank).collect()
}

/// The file of a translation into a language.
fn text(original: &SourceFile, language: &Language, minutes: bool) -> String {
    let heading = |words: &str| minutes.then(|| heading_in(words, language)).flatten();
    let name = original.path.rsplit('/').next().unwrap_or(&original.path);
    format!(
        "---\ntranslation:\n  # Which wording of {name} this translates: once that is changed, `check` says so.\n  of: \"{}\"\n  # Delete the next line when everything is translated; until then {name} stands in this edition.\n  status: draft\n---\n<!-- Write in `{}` where … stands. Comments like this one show what is to be translated and are printed nowhere. -->\n\n{}",
        original.wording(),
        language.as_str(),
        skeleton(&original.text[original.body..], &heading)
    )
}
