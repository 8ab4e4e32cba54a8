//! Rules by their names, why they are there, and how an author says that they mean what a rule asks about.

/// How an author answers a rule that asks about words: in the file's list `accepted`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Not at all: what is found has to be mended.
    None,
    /// With the passage as it stands.
    Passage,
    /// With the passage, or a part of it.
    Within,
}

/// What looked for a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Its short stable name, for machines and for people who speak of it.
    pub name: &'static str,
    /// How an author may answer it.
    pub answer: Answer,
}

impl From<&'static str> for Rule {
    /// A rule that is not answered.
    fn from(name: &'static str) -> Self {
        Self { name, answer: Answer::None }
    }
}

/// Every rule: a line each.
const RULES: &str = include_str!("rules.tsv");

/// Why a rule is there, and what to do where it finds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleText {
    /// The rule's name.
    pub name: &'static str,
    /// Why it is there.
    pub why: &'static str,
    /// What to do.
    pub cure: &'static str,
}

impl RuleText {
    /// Where the book explains it.
    pub fn page(&self) -> String {
        page(self.name)
    }
}

/// Where the book explains a rule.
pub(super) fn page(rule: &str) -> String {
    format!("rules.html#{rule}")
}

/// Every rule, by its name.
pub fn rules() -> impl Iterator<Item = RuleText> {
    RULES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some(RuleText { name: cells.next()?, why: cells.next()?, cure: cells.next()? })
    })
}

/// The rules that an author may answer.
pub mod asking {
    use super::{Answer, Rule};

    /// `unfinished-text`.
    pub const UNFINISHED_TEXT: Rule = Rule { name: "unfinished-text", answer: Answer::Passage };
    /// `broken-picture`.
    pub const BROKEN_PICTURE: Rule = Rule { name: "broken-picture", answer: Answer::Within };
    /// `unworked`.
    pub const UNWORKED: Rule = Rule { name: "unworked", answer: Answer::Passage };
    /// `mark-as-typed`.
    pub const MARK_AS_TYPED: Rule = Rule { name: "mark-as-typed", answer: Answer::Within };
    /// `raw-html`.
    pub const RAW_HTML: Rule = Rule { name: "raw-html", answer: Answer::Within };
    /// `craft`.
    pub const CRAFT: Rule = Rule { name: "craft", answer: Answer::Within };
    /// `held-back`.
    pub const HELD_BACK: Rule = Rule { name: "held-back", answer: Answer::Passage };
    /// `unread-date`.
    pub const UNREAD_DATE: Rule = Rule { name: "unread-date", answer: Answer::Passage };
    /// `skipped-heading`.
    pub const SKIPPED_HEADING: Rule = Rule { name: "skipped-heading", answer: Answer::Passage };
    /// `joined-words`.
    pub const JOINED_WORDS: Rule = Rule { name: "joined-words", answer: Answer::Passage };
    /// `empty-words`.
    pub const EMPTY_WORDS: Rule = Rule { name: "empty-words", answer: Answer::Passage };
}
