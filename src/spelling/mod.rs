//! Spelling, by the Hunspell dictionaries that a machine or a cluster has. Asked for by hand only
//! (`check --spelling`): what is found depends on the machine.
//!
//! In come the texts of issues and the words that need no dictionary; out goes a warning for each word that
//! neither knows, with the nearest one, and for each language without a dictionary.

mod find;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use spellbook::Dictionary;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{Issue, Prose, accepted_passages, prose};
use crate::value::Language;
use crate::words::AllWords;
pub use find::{Found, Unreadable, dictionary};
use tokens::{Token, parts, tokens};

/// How many words get the nearest one suggested: in a large dictionary that takes a second a word.
const SUGGESTIONS: usize = 20;

/// Words of the field that dictionaries lack, a language a line.
const FIELD: &str = include_str!("field.tsv");

/// The file of words that a cluster adds, a word a line.
const OWN_WORDS: &str = "dictionaries/words.txt";

/// Looks through the texts of some editions. `root` is the cluster's folder, whose own dictionaries and words
/// come first; `words` are those of its languages.
pub fn check(root: &Path, issues: &[&Issue<'_>], words: &AllWords, findings: &mut Diagnostics) {
    let Some(first) = issues.first() else { return };
    let own = std::fs::read_to_string(root.join(OWN_WORDS)).unwrap_or_default();
    let known = known(first, words, &own);
    let mut by_language: BTreeMap<Language, Vec<Prose<'_>>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for text in issues.iter().flat_map(|issue| prose(issue)) {
        if seen.insert((text.file.path.clone(), text.range.start)) {
            by_language.entry(text.language.base()).or_default().push(text);
        }
    }
    let mut suggestions = SUGGESTIONS;
    for (language, texts) in by_language {
        match dictionary(root, &language) {
            Ok(Some(found)) => {
                let field = of_field(&language);
                let mut reader =
                    Reader { dictionary: &found.dictionary, known: &known, field, unknown: vec![] };
                texts.iter().for_each(|text| reader.text(text));
                reader.tell(&found, &language, &mut suggestions, findings);
            }
            Ok(None) => findings.push(find::missing(&language)),
            Err(unreadable) => findings.push(unreadable.finding()),
        }
    }
}

/// Words that are right in any language: names, acronyms and terms of the cluster, and what its authors
/// vouch for; in lower case.
fn known(issue: &Issue<'_>, words: &AllWords, own: &str) -> BTreeSet<String> {
    let cluster = issue.cluster;
    let mut texts: Vec<String> =
        own.lines().filter(|line| !line.starts_with('#')).map(str::to_string).collect();
    for project in cluster.projects.values() {
        texts.push(project.acronym.clone());
        texts.extend(
            [&project.themes, &project.target_groups, &project.instruments].into_iter().flatten().cloned(),
        );
        texts.extend(project.coordinator.iter().chain(&project.partners).cloned());
        texts.extend(
            project.countries.iter().flat_map(|country| words.values().map(|words| words.country(country))),
        );
    }
    for organisation in cluster.organisations.values() {
        texts.extend([organisation.name.clone()].into_iter().chain(organisation.short.clone()));
    }
    texts.extend(cluster.people.values().map(|person| person.name.clone()));
    texts.extend(accepted_passages(issue.sources));
    let mut all = BTreeSet::new();
    for text in &texts {
        for token in tokens(text) {
            all.extend(parts(token.word).map(str::to_lowercase));
            all.insert(token.word.to_lowercase());
        }
    }
    all
}

/// The words of the field in a language.
fn of_field(language: &Language) -> Vec<&'static str> {
    let mut lines = FIELD.lines().filter_map(|line| line.split_once('\t'));
    let words = lines.find(|(tag, _)| *tag == language.primary()).map(|(_, words)| words);
    words.unwrap_or_default().split(' ').filter(|word| !word.is_empty()).collect()
}

/// Reads the texts of one language.
struct Reader<'a> {
    /// What a word is looked up in.
    dictionary: &'a Dictionary,
    /// Words that need none.
    known: &'a BTreeSet<String>,
    /// Words of the field, `*` for any ending.
    field: Vec<&'static str>,
    /// What neither has, with its places.
    unknown: Vec<(String, Vec<Place>)>,
}

impl Reader<'_> {
    /// Reads a text.
    fn text(&mut self, text: &Prose<'_>) {
        for token in tokens(&text.masked) {
            if self.is_right(&token) {
                continue;
            }
            let at = text.range.start + token.at;
            let place = Place::new(Arc::clone(&text.file.path), at..at + token.word.len());
            match self.unknown.iter_mut().find(|(word, _)| *word == token.word) {
                Some((_, places)) => places.push(place),
                None => self.unknown.push((token.word.to_string(), vec![place])),
            }
        }
    }

    /// Whether a word is right, whole or in each of its parts.
    fn is_right(&self, token: &Token<'_>) -> bool {
        let right = |word: &str| {
            let lower = word.to_lowercase();
            let of_field = |known: &&str| match known.strip_suffix('*') {
                Some(begins) => lower.starts_with(begins),
                None => lower == **known,
            };
            self.known.contains(&lower)
                || self.field.iter().any(of_field)
                || self.dictionary.check(word)
                || word.contains('’') && self.dictionary.check(&word.replace('’', "'"))
        };
        // A capital within a sentence makes a name; in German it makes a noun, which is looked up too.
        token.is_name
            || right(token.word)
            || parts(token.word).all(|part| part.chars().count() < 3 || right(part))
    }

    /// Tells what was found.
    fn tell(self, found: &Found, language: &Language, suggestions: &mut usize, findings: &mut Diagnostics) {
        for (word, places) in self.unknown {
            let mut nearest = Vec::new();
            if *suggestions > 0 {
                *suggestions -= 1;
                self.dictionary.suggest(&word, &mut nearest);
            }
            let meant = nearest.first().map(|nearest| format!("did you mean `{nearest}`? "));
            let hint =
                format!("{}if it is right, write it on a line of {OWN_WORDS}", meant.unwrap_or_default());
            let message = format!("`{word}` is no word of {}", found.name(language));
            // What another rule has found there says more.
            let told = |place: &Place| findings.iter().any(|finding| finding.place.as_ref() == Some(place));
            let places: Vec<Place> = places.into_iter().filter(|place| !told(place)).collect();
            for place in places {
                findings.push(Diagnostic::warning("spelling", message.clone()).at(place).hint(hint.clone()));
            }
        }
    }
}
