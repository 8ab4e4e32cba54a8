//! The web edition: a page for each edition of each issue, the archive over all of them, its feeds
//! and the calendar. No script, nothing from elsewhere.

mod address;
mod calendar;
mod feed;
mod page;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::json;

use crate::diagnostic::Diagnostics;
use crate::issue::CheckedIssue;
use crate::layouts::Layouts;
use crate::model::{Language, Month};
use crate::newsletter::{MailPicture, Templates};
use crate::sources::Parse;
use crate::words::Words;

pub use address::Address;
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
}

/// The files of `output/web/` by path. The archive's `index.html` is among them: whoever writes
/// them writes it last.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The editions that the archive names.
    pub listed: Vec<Listed>,
    /// Files of an earlier build that stay as they are.
    pub kept: BTreeSet<String>,
    /// The domain that the ids of feeds and events were first made with, and are from then on.
    pub domain: Option<String>,
}

/// What says which files of `output/web/` are ours.
pub const SITE_RECORD: &str = "site.json";

/// What a page says of itself, so that `send` knows it again where it is published: month and language.
pub fn mark(issue: &CheckedIssue<'_>) -> String {
    format!("{}/{}", issue.month, issue.language.as_str())
}

impl Site {
    /// What an earlier build wrote, by its record: the files without their bytes, and what the
    /// archive named.
    pub fn recorded(folder: &std::path::Path) -> Self {
        let record = std::fs::read(folder.join(SITE_RECORD)).unwrap_or_default();
        let record: serde_json::Value = serde_json::from_slice(&record).unwrap_or_default();
        let files = record["files"].as_array().into_iter().flatten().filter_map(|path| path.as_str());
        // A record that somebody changed leads nowhere outside.
        let inside = |path: &&str| crate::system::is_inside(path);
        let listed = record["listed"].as_array().into_iter().flatten().filter_map(|one| {
            let text = |name: &str| one[name].as_str();
            Some(Listed {
                month: Month::parse(text("month")?).ok()?,
                language: Language::parse(text("language")?).ok()?,
                title: text("title")?.to_string(),
                spoken: Language::parse(text("spoken")?).ok()?,
                summary: text("summary")?.to_string(),
                as_of: text("as_of")?.parse().ok()?,
                report: one["report"].as_bool()?,
            })
        });
        Self {
            files: files.filter(inside).map(|path| (path.to_string(), Vec::new())).collect(),
            listed: listed.collect(),
            kept: BTreeSet::new(),
            domain: record["domain"].as_str().map(str::to_string),
        }
    }

    /// The record that [`Site::recorded`] reads.
    pub fn record(&self) -> String {
        let files: BTreeSet<&String> = self.files.keys().chain(&self.kept).collect();
        let listed: Vec<_> = self
            .listed
            .iter()
            .map(|one| {
                json!({
                    "month": one.month.to_string(), "language": one.language.as_str(), "title": one.title, "spoken": one.spoken.as_str(),
                    "summary": one.summary, "as_of": one.as_of.to_string(), "report": one.report,
                })
            })
            .collect();
        serde_json::to_string_pretty(&json!({"domain": self.domain, "files": files, "listed": listed}))
            .unwrap_or_default()
            + "\n"
    }

    /// Adds an edition's page with its pictures.
    pub fn add(&mut self, issue: &CheckedIssue<'_>, page: Page, report: bool) {
        let (month, language) = (issue.month, issue.language.as_str());
        self.files.insert(format!("{month}/{language}/index.html"), page.html.into_bytes());
        for MailPicture { name, bytes, .. } in page.pictures {
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
        });
    }

    /// Adds the archive, the feeds and the calendar, in the words of an issue's language.
    pub fn finish(
        &mut self,
        issue: &CheckedIssue<'_>,
        all_words: &BTreeMap<Language, Words>,
        layouts: &Layouts,
        findings: &mut Diagnostics,
    ) {
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
        if let Some(index) = self.index(issue, all_words, layouts, findings) {
            self.files.insert("index.html".into(), index.into_bytes());
        }
    }

    /// The archive's page.
    fn index(
        &self,
        issue: &CheckedIssue<'_>,
        all_words: &BTreeMap<Language, Words>,
        layouts: &Layouts,
        findings: &mut Diagnostics,
    ) -> Option<String> {
        let config = &issue.cluster.config;
        let words = all_words.get(&config.language).or_else(|| all_words.get(&issue.language))?;
        let of = |language: &Language| all_words.get(language).unwrap_or(words);
        let languages: BTreeSet<&Language> = self.listed.iter().map(|one| &one.language).collect();
        let months: BTreeSet<Month> = self.listed.iter().map(|one| one.month).collect();
        let issues: Vec<_> = months
            .iter()
            .rev()
            .map(|month| {
                let editions = self.listed.iter().filter(|one| one.month == *month).map(|one| {
                    let language = one.language.as_str();
                    json!({
                        "href": format!("{month}/{language}/index.html"), "lang": language, "title": one.title, "spoken": one.spoken.as_str(),
                        "name": (languages.len() > 1).then(|| of(&one.language).get("language-name")),
                        "report": one.report.then(|| format!("{month}/report.{language}.pdf")),
                        "report_text": of(&one.language).get("web-report"),
                    })
                });
                json!({"month": words.month(month.first()), "editions": editions.collect::<Vec<_>>()})
            })
            .collect();
        let feeds: Vec<_> = languages
            .iter()
            .map(|language| {
                let href = format!("feed.{}.xml", language.as_str());
                json!({"lang": language.as_str(), "href": href, "text": format!("{} ({})", of(language).get("web-feed"), language.as_str())})
            })
            .collect();
        let data = json!({
            "lang": config.language.as_str(), "dir": config.language.direction(),
            "title": words.get("web-archive"), "cluster": config.name.get(&config.language),
            "url": Address::of(issue).archive(), "css": page::style(issue, layouts),
            "issues": issues, "feeds": feeds, "calendar": calendar::shown(issue).next().is_some(),
            "publisher": words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
            "privacy_url": config.privacy_url.as_str(), "w": page::interface(words),
        });
        Templates::load(layouts, "web/", findings)?.render("index", &data, layouts, findings)
    }
}
