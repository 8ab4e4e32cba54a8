//! One row of a list.

use super::DAYS;
use super::dates::Day;
use super::recipient::{Exclusion, Recipient, normal};
use crate::model::{Basis, Config};
use crate::value::{Language, MailAddress, Parse, is_example_domain};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A row of the list.
pub(super) struct Row<'a> {
    /// The columns' names.
    pub(super) headers: &'a [String],
    pub(super) cells: &'a [Cow<'a, str>],
}

impl Row<'_> {
    /// A cell by its column; blank is absent.
    pub(super) fn cell(&self, name: &str) -> Option<&str> {
        let at = self.headers.iter().position(|header| header == name)?;
        self.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The recipient, or why there is none.
    pub(super) fn read(
        &self,
        config: &Config,
        suppressed: &BTreeSet<String>,
        languages: &mut Vec<Arc<Language>>,
        only_examples: &mut bool,
    ) -> Result<Recipient, (Exclusion, String)> {
        let unusable = |why: &str| (Exclusion::Unusable, why.to_string());
        // A line may break inside of a note, and nowhere else.
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let broken = |(header, cell): (&String, &Cow<'_, str>)| {
            let note = header.starts_with("consent_source") || header.starts_with("consent_text");
            cell.trim().contains(odd) || !note && cell.trim().contains(char::is_control)
        };
        if self.headers.iter().zip(self.cells).any(broken) {
            *only_examples = false;
            return Err(unusable("a cell holds a control character"));
        }
        let typed = self.cell("email").ok_or_else(|| unusable("there is no address"))?;
        let Ok(address) = MailAddress::parse(typed) else {
            *only_examples = false;
            return Err(unusable("the address is not one that mail can be sent to"));
        };
        let is_example = is_example_domain(address.domain());
        *only_examples &= is_example;
        if is_example && !is_example_domain(config.from.domain()) {
            return Err(unusable("this is an example's address: nobody reads there"));
        }
        if !address.local().is_ascii() || address.ascii_domain().is_none() {
            return Err(unusable(
                "most mail servers do not take an address with such letters: ask for another one",
            ));
        }
        let language = self.cell("language").map(Language::parse).transpose();
        // What stands there may be an address in the wrong column: it is not repeated.
        let language = language.map_err(|_| unusable("the language is no tag such as `en` or `el`"))?;
        let language = language.map(|asked| known(languages, asked));
        let basis = self.cell("basis").map(|typed| Basis::parse(&typed.to_lowercase())).transpose();
        let basis =
            basis.map_err(|_| unusable(&format!("the basis is none of {}", Basis::WORDS.join(", "))))?;
        for column in DAYS {
            if self.cell(column).map(super::dates::read) == Some(Day::None) {
                return Err(unusable(&format!("`{column}` is no date: type it as 2024-04-08")));
            }
        }
        let normal = normal(&address);
        let exclude = |reason: Exclusion| Err((reason, String::new()));
        if self.cell("unsubscribed_at").is_some() {
            return exclude(Exclusion::Unsubscribed);
        }
        if suppressed.contains(&normal) {
            return exclude(Exclusion::Suppressed);
        }
        let audiences = self.cell("audiences").map(str::to_lowercase);
        let asked = |name: &str| {
            audiences.as_ref().is_some_and(|names| names.split([';', ',', ' ', '|']).any(|one| one == name))
        };
        let reviewer = asked("reviewers");
        if audiences.is_some() && !asked("newsletter") && !reviewer {
            return exclude(Exclusion::OtherAudience);
        }
        match basis {
            None => return exclude(Exclusion::NoBasis),
            Some(basis) if !config.mail_to.contains(&basis) => return exclude(Exclusion::BasisNotAllowed),
            Some(Basis::DoubleOptIn) if self.cell("confirmed_at").is_none() => {
                return exclude(Exclusion::NotConfirmed);
            }
            Some(_) => {}
        }
        Ok(Recipient { address, language, reviewer })
    }
}

/// A language as it is kept once for all who ask for it: a long list asks for a few.
pub(super) fn known(languages: &mut Vec<Arc<Language>>, asked: Language) -> Arc<Language> {
    if let Some(known) = languages.iter().find(|known| ***known == asked) {
        return Arc::clone(known);
    }
    let fresh = Arc::new(asked);
    languages.push(Arc::clone(&fresh));
    fresh
}
