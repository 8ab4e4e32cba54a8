//! Funding statements in other languages than English, from `layouts/legal/`: only those that
//! somebody has compared with the official wording are printed.

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Place};
use crate::layouts::Layouts;
use crate::model::Rate;
use crate::value::Language;

/// A language's file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    /// The statement of projects that the EU funds in full.
    funded: Option<String>,
    /// The statement of projects that it funds in part.
    co_funded: Option<String>,
    /// Who compared them with the official wording.
    verified_by: Option<String>,
    /// When.
    #[allow(dead_code)] // kept for the reader of the file
    verified_on: Option<String>,
}

/// The verified statements of a language.
#[derive(Debug, Default)]
pub struct Legal {
    /// The statement of projects that the EU funds in full.
    funded: Option<String>,
    /// The statement of projects that it funds in part.
    co_funded: Option<String>,
}

impl Legal {
    /// Loads a language's statements, with what is to be said of their file.
    pub fn load(layouts: &Layouts, language: &Language) -> (Self, Option<Diagnostic>) {
        if language.primary() == "en" {
            return (Self::default(), None);
        }
        let path = format!("legal/{}.yaml", language.primary());
        let finding = |message: String, hint: String| {
            let place = if layouts.bytes(&path).is_some() {
                format!("layouts/{path}")
            } else {
                "bulletin.yaml".into()
            };
            Some(Diagnostic::warning("funding-statement", message).at(Place::file(place)).hint(hint))
        };
        let raw: Raw = match layouts.bytes(&path).map(|_| serde_yaml::from_str(&layouts.text(&path))) {
            Some(Ok(raw)) => raw,
            Some(Err(error)) => {
                let message = format!("the funding statements can't be read: {error}");
                return (Self::default(), finding(message, "compare with the default file".into()));
            }
            None => Raw::default(),
        };
        if raw.verified_by.is_none() {
            let message = format!(
                "no funding statement in `{}` has been verified: the English one stands",
                language.as_str()
            );
            let hint = match layouts.bytes(&path) {
                Some(_) => {
                    format!("compare layouts/{path} with the official wording, then add `verified_by: NAME`")
                }
                None => format!(
                    "write layouts/{path} with the official wording and who compared it: `co_funded: …`, `verified_by: NAME`"
                ),
            };
            return (Self::default(), finding(message, hint));
        }
        (Self { funded: raw.funded, co_funded: raw.co_funded }, None)
    }

    /// The statement for a rate, if it is verified.
    pub fn statement(&self, rate: Rate) -> Option<&str> {
        match rate {
            Rate::Funded => self.funded.as_deref(),
            Rate::CoFunded => self.co_funded.as_deref(),
        }
    }
}
