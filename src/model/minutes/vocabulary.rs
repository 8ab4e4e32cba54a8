//! The words that minutes use, in every official language of the EU, from a table beside this file.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The table: a language a line.
const TABLE: &str = include_str!("vocabulary.tsv");

/// Words that make a heading one of actions wherever they stand in it, if what is listed below it looks like
/// actions, `3. Agreed actions and next steps`; beside those of the table.
const SOME_ACTIONS: &[&str] = &["next step", "acciones"];

/// Words that make a heading one of decisions where a list stands below it: alone they may head a summary.
const SOME_DECISIONS: &[&str] = &[
    "decisioni",
    "ergebnisse",
    "entscheidungen",
    "závery",
    "závěry",
    "concluzii",
    "conclusões",
    "conclusioni",
    "изводи",
];

/// What is typed in a list of which there is none, in any language.
const NOTHING: &[&str] = &["–", "-", "—"];

/// The names of a month, as they are compared.
#[derive(Debug)]
struct MonthNames {
    /// Whole ones, in the forms that stand behind a day.
    whole: Vec<String>,
    /// Short ones.
    short: Vec<String>,
}

impl MonthNames {
    /// Reads a cell: `maja|maj;maj`.
    fn read(cell: &str) -> Self {
        let (whole, short) = cell.split_once(';').unwrap_or((cell, ""));
        let names = |list: &str| list.split('|').map(|name| folded(name.trim())).collect();
        Self { whole: names(whole), short: names(short) }
    }
}

/// The words of minutes, all languages together: whoever writes minutes may use another language's.
#[derive(Debug)]
pub struct Vocabulary {
    /// Headings above a list of actions.
    actions: BTreeSet<String>,
    /// Headings above a list of decisions.
    decisions: BTreeSet<String>,
    /// Words before a day until when, the longest first.
    by: Vec<String>,
    /// Words and endings behind one.
    behind: Vec<String>,
    /// Words that say that something is done.
    done: BTreeSet<String>,
    /// Who acts where everybody does.
    all: BTreeSet<String>,
    /// Words between two owners, with their blanks.
    and: Vec<String>,
    /// What is typed where there is nothing.
    none: BTreeSet<String>,
    /// The months' names of each language, in their order.
    months: Vec<(String, Vec<MonthNames>)>,
}

/// The one vocabulary.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

/// A text as words are compared: in lower case, without accents, with plain apostrophes.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    lower.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

impl Vocabulary {
    /// The words of all languages.
    pub fn get() -> &'static Self {
        &VOCABULARY
    }

    /// Reads the table.
    fn read() -> Self {
        let mut all = Self {
            actions: BTreeSet::new(),
            decisions: BTreeSet::new(),
            by: vec![],
            behind: vec![],
            done: BTreeSet::new(),
            all: BTreeSet::new(),
            and: vec![" & ".into(), " / ".into()],
            none: NOTHING.iter().map(|word| (*word).to_string()).collect(),
            months: vec![],
        };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let words = |at: usize| {
                let cell = cells.get(at).copied().unwrap_or_default();
                cell.split(',').map(|word| folded(word.trim())).filter(|word| !word.is_empty())
            };
            all.actions.extend(words(1));
            all.decisions.extend(words(2));
            all.by.extend(words(3));
            all.behind.extend(words(4));
            all.done.extend(words(5));
            all.all.extend(words(6));
            let typed = cells.get(7).copied().unwrap_or_default();
            all.and.extend(typed.split(',').map(|word| format!(" {} ", word.trim())));
            all.none.extend(words(8));
            let months = cells.get(9).copied().unwrap_or_default();
            all.months.push((cells[0].to_string(), months.split(',').map(MonthNames::read).collect()));
        }
        all.by.sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
        all.by.dedup();
        all
    }

    /// The heading of actions, or else of decisions, in a language.
    pub fn heading(language: &str, actions: bool) -> Option<String> {
        let line = TABLE.lines().find(|line| line.split('\t').next() == Some(language))?;
        let word = line.split('\t').nth(if actions { 1 } else { 2 })?.split(',').next()?;
        let mut letters = word.trim().chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect())
    }

    /// Whether a heading, as it is compared, opens a list of actions.
    pub(super) fn heads_actions(&self, heading: &str) -> bool {
        self.actions.contains(heading)
    }

    /// Whether a heading, as it is compared, opens a list of decisions.
    pub(super) fn heads_decisions(&self, heading: &str) -> bool {
        self.decisions.contains(heading)
    }

    /// Whether a word for actions, and one for decisions, stands in a heading between blanks.
    pub(super) fn some(&self, heading: &str) -> (bool, bool) {
        let has = |word: &str| heading.contains(&format!(" {word} "));
        let more = |words: &[&str]| words.iter().any(|word| has(&folded(word)));
        (
            self.actions.iter().any(|word| has(word)) || more(SOME_ACTIONS),
            self.decisions.iter().any(|word| has(word)) || more(SOME_DECISIONS),
        )
    }

    /// Words before a day until when, the longest first.
    pub(super) fn by(&self) -> &[String] {
        &self.by
    }

    /// Words and endings behind one; an ending begins with a hyphen.
    pub(super) fn behind(&self) -> &[String] {
        &self.behind
    }

    /// Whether a word says that something is done.
    pub(super) fn is_done(&self, word: &str) -> bool {
        self.done.contains(&folded(word.trim()))
    }

    /// Whether a name means everybody.
    pub fn is_everybody(&self, name: &str) -> bool {
        self.all.contains(&folded(name.trim()))
    }

    /// Words between two owners, with their blanks.
    pub(super) fn and(&self) -> &[String] {
        &self.and
    }

    /// Whether a text says that there is nothing.
    pub(super) fn is_nothing(&self, text: &str) -> bool {
        self.none.contains(&folded(text))
    }

    /// The month that a word names, 1 to 12: in the language of the text by a whole or a short name, else by
    /// a whole one of other languages, if they agree. A word that only begins as a month is none: `decisions`.
    pub(super) fn month(&self, word: &str, language: &str) -> Option<i8> {
        let word = folded(word);
        // `maiks`, `maini`: until May, in Estonian.
        let bare = ["ks", "ni"].iter().find_map(|end| word.strip_suffix(end)).filter(|_| language == "et");
        let is = |name: &String| *name == word || bare == Some(name);
        let number = |at: usize| i8::try_from(at + 1).ok();
        let (own, others): (Vec<_>, Vec<_>) = self.months.iter().partition(|(tag, _)| tag == language);
        let own = own.iter().find_map(|(_, months)| {
            months.iter().position(|month| month.whole.iter().chain(&month.short).any(is))
        });
        if let Some(at) = own {
            return number(at);
        }
        let mut found = others
            .iter()
            .filter_map(|(_, months)| months.iter().position(|month| month.whole.iter().any(is)));
        let at = found.next()?;
        found.all(|other| other == at).then(|| number(at))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_official_language_has_all_words() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        assert_eq!(lines.len(), 24);
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 10, "{line}");
            for (at, cell) in cells.iter().enumerate().filter(|(at, _)| *at != 4) {
                assert!(!cell.trim().is_empty(), "{}: cell {at}", cells[0]);
            }
            assert_eq!(cells[9].split(',').count(), 12, "{}", cells[0]);
        }
    }

    #[test]
    fn no_heading_is_one_of_both_lists() {
        let all = Vocabulary::get();
        let both: Vec<_> = all.actions.intersection(&all.decisions).collect();
        assert_eq!(both, [""; 0]);
    }
}
