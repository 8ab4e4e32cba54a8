//! The addresses of the web edition: where the newsletter links to and what the feed names.

use super::CheckedIssue;
use crate::value::{Language, Month};

/// The addresses of one edition of one issue.
#[derive(Debug, Clone)]
pub struct Address {
    /// Where `output/web/` is published, without a slash at its end.
    base: Option<String>,
    /// The issue.
    month: Month,
    /// The edition.
    language: Language,
    /// Whether everybody may read the report.
    report: bool,
}

impl Address {
    /// The addresses of an edition. A draft's are those that the final build will have.
    pub fn of(issue: &CheckedIssue<'_>) -> Self {
        let base = issue.cluster.config.web_url.as_ref();
        Self {
            base: base.map(|url| url.as_str().trim_end_matches('/').to_string()),
            month: issue.month,
            language: issue.language.clone(),
            report: !issue.is_sensitive(),
        }
    }

    /// The same issue's edition in another language.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Self {
        Self { language: language.clone(), ..self.clone() }
    }

    /// The page of the edition, if the web edition is published.
    pub fn page(&self) -> Option<String> {
        let base = self.base.as_ref()?;
        Some(format!("{base}/{}/{}/", self.month, self.language.as_str()))
    }

    /// The place of an item on that page; `kind` is `update`, `meeting`, `decision`, `action`,
    /// `event` or `project`.
    pub fn item(&self, kind: &str, id: &str) -> Option<String> {
        Some(format!("{}#{kind}-{id}", self.page()?))
    }

    /// The report as PDF, unless it is for the partners and the funder alone.
    pub fn report(&self) -> Option<String> {
        let base = self.base.as_ref().filter(|_| self.report)?;
        Some(format!("{base}/{}/report.{}.pdf", self.month, self.language.as_str()))
    }

    /// The picture that shared links show.
    pub fn share(&self) -> Option<String> {
        Some(format!("{}/{}/share.{}.png", self.base.as_ref()?, self.month, self.language.as_str()))
    }

    /// An event as a calendar file.
    pub fn calendar(&self, event: &str) -> Option<String> {
        Some(format!("{}/events/{event}.ics", self.base.as_ref()?))
    }

    /// The archive.
    pub fn archive(&self) -> Option<String> {
        Some(format!("{}/", self.base.as_ref()?))
    }
}
