//! Languages by their tags (BCP 47).

use serde::Serialize;

use super::parse::{Complaint, Parse, Shape};

/// A language tag, BCP 47, such as `en`, `el` or `sr-Latn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// English, the language of messages that have no translation.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag without script and region: `sr` of `sr-Latn`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The language without script and region: `sr` of `sr-Latn`.
    pub fn base(&self) -> Self {
        Self(self.primary().to_string())
    }

    /// The region, if the tag names one: `PT` of `pt-PT`.
    pub fn region(&self) -> Option<&str> {
        self.0
            .split('-')
            .skip(1)
            .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))
    }

    /// The direction of its script in HTML's words: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => {
                ["Arab", "Hebr", "Syrc", "Thaa"].iter().any(|rtl| rtl.eq_ignore_ascii_case(script))
            }
            None => ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"].contains(&self.primary()),
        };
        if rtl { "rtl" } else { "ltr" }
    }
}

/// The languages that a file's name may end in: those of the EU and its neighbours.
const FILE_LANGUAGES: &[&str] = &[
    "ar", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga",
    "gl", "he", "hr", "hu", "hy", "is", "it", "ka", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "pl",
    "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// Languages as people type them who mean one by its country's code or its English name.
const MEANT: &[(&str, &str)] = &[
    ("gr", "el"),
    ("si", "sl"),
    ("cz", "cs"),
    ("dk", "da"),
    ("ee", "et"),
    ("se", "sv"),
    ("at", "de"),
    ("gb", "en"),
    ("us", "en"),
    ("greek", "el"),
    ("bulgarian", "bg"),
    ("croatian", "hr"),
    ("italian", "it"),
    ("slovenian", "sl"),
    ("english", "en"),
    ("german", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("portuguese", "pt"),
    ("polish", "pl"),
    ("romanian", "ro"),
    ("dutch", "nl"),
    ("swedish", "sv"),
    ("czech", "cs"),
    ("hungarian", "hu"),
];

/// The language that somebody means who types a country's code, a name, or capitals.
pub fn language_meant(typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    let known = MEANT.iter().find(|(name, _)| *name == typed).map(|(_, tag)| *tag);
    known.or_else(|| FILE_LANGUAGES.iter().find(|tag| **tag == typed).copied())
}

impl Language {
    /// The language that is meant, where the tag is a country's code and no language of Europe.
    pub fn meant(&self) -> Option<&'static str> {
        language_meant(&self.0).filter(|tag| *tag != self.0)
    }

    /// The language at the end of a file's name: `news.el.md`. Other words there are a mistake.
    pub fn of_file(tag: &str) -> Result<Self, Complaint> {
        let language = Self::parse(tag)?;
        let primary = tag.split('-').next().unwrap_or(tag);
        match FILE_LANGUAGES.contains(&primary) {
            true => Ok(language),
            false => Err(Complaint::new(
                format!("`.{tag}` is no language"),
                match language_meant(tag) {
                    Some(meant) => format!("name the file `….{meant}.md`"),
                    None => "a file's name has a dot only before its language and `md`: `recet-plans.el.md`"
                        .into(),
                },
            )),
        }
    }
}

impl Parse for Language {
    const SHAPE: Shape =
        Shape::Form { what: "a language", pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", example: "el" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let valid = (2..=3).contains(&primary.len())
            && primary.chars().all(|c| c.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        match valid {
            true => Ok(Self(text.to_string())),
            false => Err(Complaint::new(
                format!("`{text}` is no language tag"),
                match language_meant(text) {
                    Some(meant) => format!("type `{meant}`"),
                    None => "type a tag such as `en`, `el`, `bg`, `hr`, `it`".into(),
                },
            )),
        }
    }
}
