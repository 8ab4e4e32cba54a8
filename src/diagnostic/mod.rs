//! What is wrong, where, and what to type instead: one type for every language that we read.
//!
//! In comes what a rule found; out go [`Diagnostics`], sorted, each once, and printed for people, as one line
//! each, or as JSON.
//!
//! ```
//! use bulletin::diagnostic::{Diagnostic, Diagnostics, Place};
//!
//! let mut findings = Diagnostics::new();
//! let place = Place::new("sources/events.yaml", 12..22);
//! findings.push(Diagnostic::error("date", "`2024-02-30` is no day").at(place).hint("type `2024-02-29`"));
//! assert!(findings.has_errors());
//! ```

mod locate;
mod print;
mod rule;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use locate::{LineCol, floor_char, line_col};
pub use print::{Form, Texts, location, print};
pub use rule::{Answer, Rule, RuleText, asking, rules};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops a final build.
    Error,
    /// Is worth a look; stops nothing.
    Warning,
    /// For information only; shown with `-v` or in `status`.
    Note,
}

impl Severity {
    /// The word that is printed before the message.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A file, named from the cluster's folder with forward slashes, and a byte range in its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file's path below the cluster's folder.
    pub file: Arc<str>,
    /// The bytes meant; empty at 0 where the file as a whole is meant.
    pub range: Range<usize>,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), range: 0..0 }
    }

    /// A byte range of a file.
    pub fn new(file: impl Into<Arc<str>>, range: Range<usize>) -> Self {
        Self { file: file.into(), range }
    }
}

/// One finding: a message, the place that it is about, and hints that say what to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Whether even a draft can't be built with it.
    pub fatal: bool,
    /// What looked for it.
    pub rule: Rule,
    /// Lower case, no full stop, back-ticks round what was typed.
    pub message: String,
    /// Where; `None` only where no file is concerned.
    pub place: Option<Place>,
    /// What to do about it, most useful first.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A finding of the given weight without place or hint.
    fn new(severity: Severity, rule: impl Into<Rule>, message: impl Into<String>) -> Self {
        Self {
            severity,
            fatal: false,
            rule: rule.into(),
            message: message.into(),
            place: None,
            hints: vec![],
        }
    }

    /// A finding that stops a final build.
    pub fn error(rule: impl Into<Rule>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, rule, message)
    }

    /// A finding that stops even a draft: something can't be read, or would break a layout.
    pub fn fatal(rule: impl Into<Rule>, message: impl Into<String>) -> Self {
        Self { fatal: true, ..Self::new(Severity::Error, rule, message) }
    }

    /// A finding that stops nothing.
    pub fn warning(rule: impl Into<Rule>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, rule, message)
    }

    /// A finding for information.
    pub fn note(rule: impl Into<Rule>, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, rule, message)
    }

    /// The same finding at a place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same finding with one more hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// What findings are sorted by: file, place, weight. What was found at one place keeps its order.
    fn order(&self) -> (Option<(&str, usize, usize)>, Severity) {
        let place = self.place.as_ref();
        (place.map(|place| (&*place.file, place.range.start, place.range.end)), self.severity)
    }
}

/// All findings of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all findings of another list.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Sorts, and keeps one of several findings that are the same: editions share most of theirs.
    pub fn dedup(&mut self) {
        *self = Self(std::mem::take(self).sorted());
    }

    /// Keeps the findings for which a question has a yes.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// The findings sorted by file and place, the same one only once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|a, b| a.order().cmp(&b.order()));
        // Those that are the same stand at one place, and so near each other.
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.0.len());
        for finding in self.0 {
            let here = kept.iter().rev().take_while(|other| other.order() == finding.order());
            if !here.into_iter().any(|other| *other == finding) {
                kept.push(finding);
            }
        }
        kept
    }

    /// The findings in the order in which they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many findings have this weight.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// `3 errors and 1 warning`, or nothing.
    pub fn tally(&self) -> Option<String> {
        let count = |severity, one: &str| match self.count(severity) {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {one}s")),
        };
        let parts = [count(Severity::Error, "error"), count(Severity::Warning, "warning")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" and "))
    }

    /// The findings that are told, by their rules: errors first.
    pub fn by_rule(&self) -> BTreeMap<(Severity, &'static str), Vec<&Diagnostic>> {
        let mut all: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
        for finding in self.iter().filter(|finding| finding.severity != Severity::Note) {
            all.entry((finding.severity, finding.rule.name)).or_default().push(finding);
        }
        all
    }

    /// Whether a final build is refused.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether even a draft is refused.
    pub fn has_fatal(&self) -> bool {
        self.0.iter().any(|d| d.fatal)
    }
}

/// The known name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        // Half of what was typed is right.
        .filter(|(distance, _)| distance * 2 <= typed.chars().count())
        .min_by_key(|(distance, name)| (*distance, *name))
        .map(|(_, name)| name)
}

/// `a`, `b` or `c`: a list of what may be typed, for hints.
pub fn one_of(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        assert_eq!(nearest("titel", ["title", "programme"]), Some("title"));
        assert_eq!(nearest("colour", ["title", "programme"]), None);
    }

    #[test]
    fn findings_are_sorted_by_file_and_place() {
        let mut all = Diagnostics::new();
        all.push(Diagnostic::error("x", "b").at(Place::new("b.md", 1..2)));
        all.push(Diagnostic::error("x", "late").at(Place::new("a.md", 9..9)));
        all.push(Diagnostic::error("x", "early").at(Place::new("a.md", 1..2)));
        all.push(Diagnostic::error("x", "early").at(Place::new("a.md", 1..2)));
        let order: Vec<_> = all.sorted().into_iter().map(|d| d.message).collect();
        assert_eq!(order, ["early", "late", "b"]);
    }
}
