//! Texts in one or more languages, each set as its language is.

use super::super::{Field, TextField, join};
use super::Reader;
use crate::value::{Complaint, Language, Localised, Parse, Style, set_quotes};

impl Reader<'_> {
    /// How texts that name no language are set.
    fn style(&self) -> Style {
        Style::of(&self.default, self.typography)
    }

    /// An optional text in one or more languages; a blank one counts as absent.
    pub fn text(&mut self, field: Option<TextField>, name: &str) -> Option<Localised> {
        let texts = match field? {
            TextField::Plain(text) => vec![(self.default.clone(), text)],
            TextField::AsTyped => {
                let path = join(&self.prefix, name);
                let scalar = self.file.places.as_ref().and_then(|places| places.scalar(&path))?;
                vec![(self.default.clone(), scalar.text.clone())]
            }
            TextField::ByLanguage(texts) => self.languages(texts, name),
        };
        let texts: Vec<_> = texts
            .into_iter()
            .map(|(language, text)| (language, text.trim().to_string()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        (!texts.is_empty()).then(|| Localised::new(texts))
    }

    /// A required text in the default language, with its quotation marks, dashes and spaces.
    pub fn required_prose(
        &mut self,
        field: Option<Field<String>>,
        name: &str,
        example: &str,
    ) -> Option<String> {
        let text = self.required(field, name, example)?;
        Some(set_quotes(&text, &self.style()))
    }

    /// A text with the quotation marks, dashes and spaces of each of its languages; the words that a grant
    /// agreement prescribes are read by [`Reader::text`], which leaves them as they are.
    pub fn prose(&mut self, field: Option<TextField>, name: &str) -> Option<Localised> {
        self.text(field, name).map(|text| text.typeset(self.typography))
    }

    /// The languages of a text, each checked.
    fn languages(&mut self, texts: Vec<(String, String)>, name: &str) -> Vec<(Language, String)> {
        let mut out = Vec::new();
        for (tag, text) in texts {
            // `{en: Plans, in short, el: …}`: to YAML the text ends at the comma.
            if text.is_empty() && tag.chars().count() != 2 {
                let complaint = Complaint::new(
                    format!("the text before `{tag}` ends at the comma, and `{tag}` stands for nothing"),
                    "put each text into quotation marks: `{en: \"…\", el: \"…\"}`",
                );
                self.complain(name, complaint);
                continue;
            }
            match Language::parse(&tag) {
                Ok(language) => out.push((language, text)),
                Err(complaint) => self.complain(&format!("{name}.{tag}"), complaint),
            }
        }
        out
    }

    /// A required text.
    pub fn required_text(
        &mut self,
        field: Option<TextField>,
        name: &str,
        example: &str,
    ) -> Option<Localised> {
        let text = self.prose(field, name);
        if text.is_none() {
            self.missing(name, example);
        }
        text
    }
}
