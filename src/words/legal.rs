//! What the law prescribes in other languages than English, from `layouts/legal/`: only what was seen in
//! public use, or was compared with the official wording by somebody, is printed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Place};
use crate::layouts::Layouts;
use crate::model::Rate;
use crate::value::Language;

/// How sure a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mark {
    /// Seen in public use.
    Seen,
    /// In one place, or altered by a machine.
    Weak,
    /// From memory, or not said.
    #[default]
    Memory,
}

/// A text: alone, or with how sure it is.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Wording {
    /// A text alone, which is as sure as the file's verifier.
    Plain(String),
    /// A text with its mark; its source stands beside it for the reader of the file.
    Marked {
        text: String,
        #[serde(default)]
        mark: Mark,
    },
}

impl Wording {
    /// The text, if it may be printed.
    fn sure(self, verified: bool) -> Option<String> {
        match self {
            Self::Plain(text) => verified.then_some(text),
            Self::Marked { text, mark, .. } => (verified || mark == Mark::Seen).then_some(text),
        }
    }
}

/// What a rate has: a statement alone, or with the words that its disclaimer opens with.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum RawRate {
    /// Both.
    Both {
        statement: Wording,
        #[serde(default)]
        disclaimer_opening: Option<Wording>,
    },
    /// The statement alone.
    Statement(Wording),
}

/// A language's file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    /// Of projects that the EU funds in full.
    funded: Option<RawRate>,
    /// Of projects that it funds in part.
    co_funded: Option<RawRate>,
    /// The disclaimer behind its opening, with `{agency}` and `{acronym}`.
    disclaimer: Option<Wording>,
    /// Agencies in the form that the disclaimer needs, by acronym.
    agencies: BTreeMap<String, Wording>,
    /// Horizon 2020's sentence, with `{agreement}`.
    h2020: Option<Wording>,
    /// Who compared them with the official wording.
    verified_by: Option<String>,
    /// When.
    verified_on: Option<String>,
}

impl Raw {
    /// The same with what it leaves out from another.
    fn over(self, default: Self) -> Self {
        let mut agencies = default.agencies;
        agencies.extend(self.agencies);
        Self {
            funded: self.funded.or(default.funded),
            co_funded: self.co_funded.or(default.co_funded),
            disclaimer: self.disclaimer.or(default.disclaimer),
            agencies,
            h2020: self.h2020.or(default.h2020),
            verified_by: self.verified_by.or(default.verified_by),
            verified_on: self.verified_on.or(default.verified_on),
        }
    }
}

/// The texts of a rate that may be printed.
#[derive(Debug, Default)]
struct RateTexts {
    statement: Option<String>,
    opening: Option<String>,
}

impl RateTexts {
    /// Those of a file.
    fn of(raw: Option<RawRate>, verified: bool) -> Self {
        match raw {
            Some(RawRate::Both { statement, disclaimer_opening }) => Self {
                statement: statement.sure(verified),
                opening: disclaimer_opening.and_then(|opening| opening.sure(verified)),
            },
            Some(RawRate::Statement(statement)) => {
                Self { statement: statement.sure(verified), opening: None }
            }
            None => Self::default(),
        }
    }
}

/// What may be printed of a language's prescribed texts.
#[derive(Debug, Default)]
pub struct Legal {
    funded: RateTexts,
    co_funded: RateTexts,
    disclaimer: Option<String>,
    agencies: BTreeMap<String, String>,
    h2020: Option<String>,
}

impl Legal {
    /// Loads a language's texts, with what is to be said of their file.
    pub fn load(layouts: &Layouts, language: &Language) -> (Self, Option<Diagnostic>) {
        if language.primary() == "en" {
            return (Self::default(), None);
        }
        let path = format!("legal/{}.yaml", language.primary());
        let raw: Raw = match layouts.bytes(&path).map(|_| serde_yaml::from_str(&layouts.text(&path))) {
            Some(Ok(raw)) => raw,
            Some(Err(error)) => {
                let message = format!("the funding statements can't be read: {error}");
                let finding = Diagnostic::warning("funding-statement", message)
                    .at(Place::file(format!("layouts/{path}")))
                    .hint("compare with the default file");
                return (Self::default(), Some(finding));
            }
            None => Raw::default(),
        };
        // A file of the cluster's own may hold one line: what it does not say is the program's.
        let raw = match Layouts::embedded_text(&path).map(serde_yaml::from_str::<Raw>) {
            Some(Ok(default)) => raw.over(default),
            _ => raw,
        };
        let verified = raw.verified_by.is_some();
        let legal = Self {
            funded: RateTexts::of(raw.funded, verified),
            co_funded: RateTexts::of(raw.co_funded, verified),
            disclaimer: raw.disclaimer.and_then(|text| text.sure(verified)),
            agencies: raw
                .agencies
                .into_iter()
                .filter_map(|(name, text)| Some((name, text.sure(verified)?)))
                .collect(),
            h2020: raw.h2020.and_then(|text| text.sure(verified)),
        };
        (legal, None)
    }

    /// The finding for texts of a language that are in doubt, so that the English ones stand.
    pub fn doubt(layouts: &Layouts, language: &Language, texts: &[String]) -> Diagnostic {
        let path = format!("legal/{}.yaml", language.primary());
        let there = layouts.bytes(&path).is_some();
        let message = format!(
            "no wording in `{}` has been verified of {}: the English one stands",
            language.as_str(),
            texts.join(", ")
        );
        let place = if there { format!("layouts/{path}") } else { "bulletin.yaml".into() };
        Diagnostic::warning("funding-statement", message).at(Place::file(place)).hint(match there {
            true => format!(
                "`bulletin new layout {path}` shows the wording; compare it with the official one, correct what differs, and write `verified_by: NAME` into that file"
            ),
            false => format!(
                "write layouts/{path} with the official wording and who compared it: `co_funded: …`, `verified_by: NAME`"
            ),
        })
    }

    /// The texts of a rate.
    fn rate(&self, rate: Rate) -> &RateTexts {
        match rate {
            Rate::Funded => &self.funded,
            Rate::CoFunded => &self.co_funded,
        }
    }

    /// The statement for a rate, if it may be printed.
    pub fn statement(&self, rate: Rate) -> Option<&str> {
        self.rate(rate).statement.as_deref()
    }

    /// The disclaimer for a rate and an agency, by its acronym or its name with the acronym in brackets;
    /// only if its opening, its body and the agency's form may all be printed.
    pub fn disclaimer(&self, rate: Rate, agency: &str) -> Option<String> {
        let opening = self.rate(rate).opening.as_deref()?;
        let body = self.disclaimer.as_deref()?;
        let named = |acronym: &&String| agency == **acronym || agency.ends_with(&format!("({acronym})"));
        let (acronym, name) = self.agencies.iter().find(|(acronym, _)| named(acronym))?;
        Some(format!("{opening} {}", body.replace("{agency}", name).replace("{acronym}", acronym)))
    }

    /// Horizon 2020's sentence with the number of a grant agreement, if it may be printed.
    pub fn h2020(&self, agreement: &str) -> Option<String> {
        Some(self.h2020.as_deref()?.replace("{agreement}", agreement))
    }
}
