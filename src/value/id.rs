//! Ids: names that files, links and other items know an item by.

use std::fmt;

use serde::Serialize;

use super::parse::{Complaint, Parse, Shape};

/// An id: lower-case letters, digits and hyphens, starting with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes an id of any text in any alphabet, in Latin letters: for names of files, and for hints.
    pub fn slug(text: &str) -> Self {
        Self::plain(&deunicode::deunicode(text))
    }

    /// Makes an id of a text's own ASCII letters and digits, everything else to hyphens: for what others
    /// know by it, such as a list's id or an event's, and what must stay the same for ever.
    pub fn plain(text: &str) -> Self {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.ends_with('-') && !slug.is_empty() {
                slug.push('-');
            }
        }
        Self(slug.trim_end_matches('-').to_string())
    }

    /// The same id with a suffix, such as a meeting's with an action's position.
    pub fn with(&self, suffix: impl fmt::Display) -> Self {
        Self(format!("{}-{suffix}", self.0))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Parse for Id {
    const SHAPE: Shape = Shape::Form { what: "an id", pattern: "^[a-z0-9][a-z0-9-]*$", example: "recet" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let valid = text.starts_with(allowed) && text.chars().all(|c| allowed(c) || c == '-');
        if valid {
            return Ok(Self(text.to_string()));
        }
        let slug = Self::slug(text);
        let hint = if slug.0.is_empty() { "recet".to_string() } else { slug.0 };
        Err(Complaint::new(format!("`{text}` is no id: only a-z, 0-9 and hyphens"), format!("type `{hint}`")))
    }
}
