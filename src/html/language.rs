//! Marks of language: which attributes say that a piece is in another language than the page.

use serde::Serialize;

use crate::issue::Spoken;
use crate::value::Language;

/// The attributes that mark a piece in another language; nothing where it is in the edition's.
pub fn mark(language: Option<&Language>) -> String {
    // A tag holds letters, digits and hyphens only.
    language.map_or_else(String::new, |language| {
        format!(" lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction())
    })
}

/// A paragraph as templates take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// The attributes that mark its language.
    pub mark: String,
}

/// Paragraphs as templates take them.
pub fn said(paragraphs: &[Spoken]) -> Vec<Paragraph> {
    let paragraph = |said: &Spoken| Paragraph { text: said.text.clone(), mark: mark(said.language.as_ref()) };
    paragraphs.iter().map(paragraph).collect()
}
