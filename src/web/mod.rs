//! The web edition: a page for each edition of each issue, the archive over all of them, its feeds and the
//! calendar. No script, nothing from elsewhere.
//!
//! In come a [`CheckedIssue`], which knows where its items stand ([`crate::issue::Address`]), and the means to render it; out go a [`Page`] and, of all pages together, the
//! files of a [`Site`], which knows what an earlier one left.
//!
//! ```
//! let site = bulletin::web::Site::default();
//! assert!(site.files.is_empty());
//! ```

mod archive;
mod calendar;
mod drawn;
mod feed;
mod page;
mod parts;
mod pictures;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::html::{Means, Picture, Shows, that_shows};
use crate::issue::CheckedIssue;
use crate::model::Channel;
use crate::value::{Language, Month, Parse};
use crate::words::AllWords;

use archive::Archive;
pub use page::{Page, Place, page};

/// An edition as the archive and the feed name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The issue's month.
    pub month: Month,
    /// The edition's language.
    pub language: Language,
    /// Its title: the mail's subject.
    pub title: String,
    /// The language of that title, which may have no translation.
    pub spoken: Language,
    /// The line behind the subject.
    pub summary: String,
    /// The moment that it was made as of.
    pub as_of: Timestamp,
    /// Whether its report lies beside it.
    pub report: bool,
    /// Whether a picture of the report's first page does.
    pub thumb: bool,
}

/// A piece of news as the pages of its projects name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The issue's month.
    pub month: String,
    /// The edition's language.
    pub page: String,
    /// The ids of its projects.
    pub projects: Vec<String>,
    /// Its place on that page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub lang: String,
}

/// The files of `output/web/` by path. The archive's `index.html` is among them: whoever writes
/// them writes it last.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The editions that the archive names.
    pub listed: Vec<Listed>,
    /// The news of all issues.
    pub told: Vec<Told>,
    /// Files of an earlier build that stay as they are.
    pub kept: BTreeSet<String>,
    /// The domain that the ids of feeds and events were first made with, and are from then on.
    pub domain: Option<String>,
}

/// What says which files of `output/web/` are ours.
pub const SITE_RECORD: &str = "site.json";

/// `site.json`.
#[derive(Debug, Serialize, Deserialize)]
struct SiteRecord {
    /// The domain of the ids.
    domain: Option<String>,
    files: BTreeSet<String>,
    /// The editions that the archive names.
    listed: Vec<ListedRecord>,
    /// The news of all issues.
    #[serde(default)]
    told: Vec<Told>,
}

/// An edition in `site.json`.
#[derive(Debug, Serialize, Deserialize)]
struct ListedRecord {
    /// The issue's month.
    month: String,
    /// The edition's language.
    language: String,
    title: String,
    /// The title's language.
    spoken: String,
    /// The line behind the subject.
    summary: String,
    /// The moment that it was made as of.
    as_of: String,
    /// Whether its report lies beside it.
    report: bool,
    /// Whether a picture of the report's first page does.
    #[serde(default)]
    thumb: bool,
}

impl ListedRecord {
    /// An edition as it is recorded.
    fn of(one: &Listed) -> Self {
        Self {
            month: one.month.to_string(),
            language: one.language.as_str().to_string(),
            title: one.title.clone(),
            spoken: one.spoken.as_str().to_string(),
            summary: one.summary.clone(),
            as_of: one.as_of.to_string(),
            report: one.report,
            thumb: one.thumb,
        }
    }

    /// The edition, if what is recorded can be read.
    fn read(self) -> Option<Listed> {
        Some(Listed {
            month: Month::parse(&self.month).ok()?,
            language: Language::parse(&self.language).ok()?,
            title: self.title,
            spoken: Language::parse(&self.spoken).ok()?,
            summary: self.summary,
            as_of: self.as_of.parse().ok()?,
            report: self.report,
            thumb: self.thumb,
        })
    }
}

/// What a page says of itself, so that `send` knows it again where it is published: month and language.
pub fn mark(issue: &CheckedIssue<'_>) -> String {
    format!("{}/{}", issue.month, issue.language.as_str())
}

impl Site {
    /// What an earlier build wrote, by its record: the files without their bytes, and what the
    /// archive named.
    pub fn recorded(folder: &std::path::Path) -> Self {
        let record = std::fs::read(folder.join(SITE_RECORD)).ok();
        let record: Option<SiteRecord> = record.and_then(|text| serde_json::from_slice(&text).ok());
        let Some(record) = record else { return Self::default() };
        // A record that somebody changed leads nowhere outside.
        let files = record.files.into_iter().filter(|path| crate::system::is_inside(path));
        Self {
            files: files.map(|path| (path, Vec::new())).collect(),
            listed: record.listed.into_iter().filter_map(ListedRecord::read).collect(),
            told: record.told,
            kept: BTreeSet::new(),
            domain: record.domain,
        }
    }

    /// The record that [`Site::recorded`] reads.
    ///
    /// # Errors
    ///
    /// If it has no form as JSON.
    pub fn record(&self) -> serde_json::Result<String> {
        let record = SiteRecord {
            domain: self.domain.clone(),
            files: self.files.keys().chain(&self.kept).cloned().collect(),
            listed: self.listed.iter().map(ListedRecord::of).collect(),
            told: self.told.clone(),
        };
        Ok(serde_json::to_string_pretty(&serde_json::to_value(&record)?)? + "\n")
    }

    /// Adds an edition's page with its pictures; `report` and `thumb` say whether the report and a picture of
    /// its first page lie beside it.
    pub fn add(&mut self, issue: &CheckedIssue<'_>, page: Page, report: bool, thumb: bool) {
        let (month, language) = (issue.month, issue.language.as_str());
        self.files.insert(format!("{month}/{language}/index.html"), page.html.into_bytes());
        for Picture { name, bytes, .. } in page.pictures {
            self.files.insert(format!("{month}/images/{name}"), bytes);
        }
        self.listed.push(Listed {
            month,
            language: issue.language.clone(),
            title: issue.subject().text,
            spoken: issue.subject().language.unwrap_or_else(|| issue.language.clone()),
            summary: page.description,
            as_of: issue.as_of.stamp,
            report,
            thumb,
        });
        self.told.extend(issue.updates(Channel::Web).filter(|update| !update.projects.is_empty()).map(
            |update| Told {
                month: month.to_string(),
                page: language.to_string(),
                projects: update.projects.iter().map(ToString::to_string).collect(),
                id: format!("update-{}", update.id),
                title: update.title.clone(),
                lang: update.language.as_str().to_string(),
            },
        ));
    }

    /// Adds the archive, the feeds and the calendar, in the words of an issue's language.
    pub fn finish(
        &mut self,
        issue: &CheckedIssue<'_>,
        all_words: &AllWords,
        means: Means<'_>,
        findings: &mut Diagnostics,
    ) {
        self.told.sort_by(|a, b| (&b.month, &a.page, &a.id).cmp(&(&a.month, &b.page, &b.id)));
        self.listed.sort_by(|a, b| (b.month, &a.language).cmp(&(a.month, &b.language)));
        let languages: BTreeSet<Language> = self.listed.iter().map(|one| one.language.clone()).collect();
        let own = || issue.cluster.config.from.domain().to_lowercase();
        let domain = self.domain.get_or_insert_with(own).clone();
        for language in &languages {
            if let Some(feed) = feed::feed(issue, language, &self.listed, &domain) {
                self.files.insert(format!("feed.{}.xml", language.as_str()), feed.into_bytes());
            }
        }
        for (key, text) in calendar::entries(issue, &domain) {
            self.files.insert(format!("events/{key}.ics"), text.into_bytes());
        }
        if calendar::shown(issue).next().is_some() {
            self.files.insert("events.ics".into(), calendar::calendar(issue, &domain).into_bytes());
        }
        let archive = Archive { issue, all_words, means, listed: &self.listed, told: &self.told };
        let projects = archive.projects(findings);
        let index = archive.index(findings);
        if let Some(emblem) = that_shows(means.drawn, &Shows::Emblem) {
            self.files.insert(format!("images/{}", emblem.name), emblem.bytes.clone());
        }
        for (id, html) in projects {
            self.files.insert(format!("projects/{id}.html"), html.into_bytes());
        }
        if let Some(index) = index {
            self.files.insert("index.html".into(), index.into_bytes());
        }
    }
}
