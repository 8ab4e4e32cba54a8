//! Texts in several languages.

use super::language::Language;
use super::quotes;
use super::style::{Style, Typography};

/// A text in one or more languages, the default language's first if it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localised(Vec<(Language, String)>);

impl Localised {
    /// A text from its languages; at least one.
    pub fn new(texts: Vec<(Language, String)>) -> Self {
        Self(texts)
    }

    /// The text in a language, or else the first there is, with the language that it is in.
    pub fn in_language<'a>(&'a self, language: &'a Language) -> (&'a Language, &'a str) {
        let found = self.find(language);
        found.map_or((language, ""), |(own, text)| (own, text.as_str()))
    }

    /// Whether there is a text in a language.
    pub fn has(&self, language: &Language) -> bool {
        self.0.iter().any(|(own, _)| own.primary() == language.primary())
    }

    /// The texts with the quotation marks, dashes and spaces of their languages.
    pub fn typeset(self, typography: Typography) -> Self {
        let set = |(language, text): (Language, String)| {
            let text = quotes::set(&text, &Style::of(&language, typography));
            (language, text)
        };
        Self(self.0.into_iter().map(set).collect())
    }

    /// Every text with its language.
    pub fn all(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// The text in a language or else the first there is.
    pub fn get(&self, language: &Language) -> &str {
        let found = self.find(language);
        found.map_or("", |(_, text)| text)
    }

    /// The text in a language, in another of its variants, or else the first there is.
    fn find(&self, language: &Language) -> Option<&(Language, String)> {
        let same = || self.0.iter().find(|(own, _)| own.primary() == language.primary());
        self.0.iter().find(|(own, _)| own == language).or_else(same).or_else(|| self.0.first())
    }
}
