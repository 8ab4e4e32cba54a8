//! The web edition of a final build: the pages of its own issue, of all others that were published,
//! and the archive over them.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;

use super::{Loaded, send};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{self, CheckedIssue, Pictures, Stage};
use crate::model::Month;
use crate::newsletter::{self, MailPicture};
use crate::output::Outputs;
use crate::report;
use crate::web::{self, Site};
use crate::words::Words;

/// The web edition while it is built.
#[derive(Default)]
pub struct WebEdition {
    /// Its files so far.
    site: Site,
}

impl WebEdition {
    /// Adds the page of an edition: of a final build to the site, of a draft beside the other outputs.
    #[allow(clippy::too_many_arguments)] // what a page is made of
    pub fn edition(
        &mut self,
        issue: &CheckedIssue<'_>,
        pictures: &Pictures,
        loaded: &Loaded,
        words: &Words,
        outputs: &mut Outputs,
        findings: &mut Diagnostics,
    ) {
        let language = issue.language.as_str();
        let pdf = format!("report.{language}.pdf");
        let report = outputs.0.get(&pdf).filter(|_| !issue.is_sensitive()).cloned();
        let draft = issue.stage == Stage::Draft;
        let beside = format!("../{pdf}");
        let place = web::Place {
            up: (!draft).then_some("../../"),
            images: if draft { "images/" } else { "../images/" },
            report: report.as_ref().map(|_| if draft { pdf.as_str() } else { beside.as_str() }),
            destinations: &outputs.places(&pdf),
        };
        let emblem = report::emblem_png(&loaded.layouts, newsletter::EMBLEM_WIDTH, issue.as_of.date);
        let emblem = emblem.unwrap_or_else(|more| {
            findings.append(more);
            Vec::new()
        });
        let page = web::page(issue, words, &loaded.layouts, pictures, &emblem, place, findings);
        let Some(page) = page else { return };
        if draft {
            outputs.add(format!("web.{language}.html"), page.html);
            for picture in page.pictures {
                outputs.add(format!("images/{}", picture.name), picture.bytes);
            }
            return;
        }
        if let Some(bytes) = &report {
            self.site.files.insert(format!("{}/{pdf}", issue.month), bytes.clone());
        }
        self.site.add(issue, page, report.is_some());
    }

    /// Adds the pictures of the mail, under names that change with their content.
    pub fn host(&mut self, pictures: &[MailPicture]) {
        for picture in pictures {
            self.site.files.insert(format!("images/{}", picture.name), picture.bytes.clone());
        }
    }

    /// Adds the pages of all other issues, as far as they are public by now, and the archive.
    pub fn finish(
        mut self,
        main: &CheckedIssue<'_>,
        loaded: &Loaded,
        now: Timestamp,
        findings: &mut Diagnostics,
    ) -> Site {
        let web = loaded.sources.root.join("output").join("web");
        let before = Site::recorded(&web);
        self.site.domain.clone_from(&before.domain);
        let cluster = &loaded.cluster;
        let months = cluster.issues.keys().copied();
        let months = months.chain(cluster.updates.iter().map(|update| update.month));
        let months: BTreeSet<Month> =
            months.chain(cluster.meetings.iter().map(|m| Month::of(m.date))).collect();
        for month in months.into_iter().filter(|month| *month != main.month) {
            let there = before.files.keys().any(|path| path.starts_with(&format!("{month}/")));
            if !there && (month > main.month || !cluster.issues.contains_key(&month)) {
                continue;
            }
            if !self.other(month, loaded, &web, &before, there, now) && there {
                self.keep(month, &before);
                findings.push(
                    Diagnostic::warning("web-archive", format!("the pages of {month} stay as they were"))
                        .at(Place::file("bulletin.yaml"))
                        .hint(format!(
                            "a final build of it would be refused now: `bulletin check {month}` says why"
                        )),
                );
            }
        }
        // Mails that went out show these pictures and lead to these calendar files.
        let lasting = |path: &&String| path.starts_with("images/") || path.starts_with("events/");
        self.site.kept.extend(before.files.keys().filter(lasting).cloned());
        self.site.finish(main, &loaded.words, &loaded.layouts, findings);
        self.site
    }

    /// Adds the pages of another issue; `false` if it can't be rendered or may not go out yet.
    fn other(
        &mut self,
        month: Month,
        loaded: &Loaded,
        web: &Path,
        before: &Site,
        there: bool,
        now: Timestamp,
    ) -> bool {
        // What is wrong with another issue is said when that one is built.
        let mut scratch = Diagnostics::new();
        let languages = issue::editions(&loaded.cluster, month);
        let mut editions = Vec::new();
        for language in &languages {
            let edition =
                issue::assemble(&loaded.sources, &loaded.cluster, month, language, None, Stage::Final);
            let Some(edition) = issue::check(edition, &loaded.aids(), &mut scratch) else { return false };
            if send::held(&edition, now).is_some() || (!there && edition.as_of.stamp > now) {
                return false;
            }
            editions.push(edition);
        }
        let folder = loaded.sources.root.join("output").join(month.to_string());
        for edition in &editions {
            let Some(words) = loaded.words.get(&edition.language) else { continue };
            let pictures =
                Pictures::read(&loaded.sources, &issue::needed(edition), &loaded.layouts, &mut scratch);
            // Its report is not made again: the one that was published stays.
            let pdf = format!("report.{}.pdf", edition.language.as_str());
            let path = format!("{month}/{pdf}");
            let mut outputs = Outputs::places_of(&folder);
            if before.files.contains_key(&path)
                && let Ok(bytes) = std::fs::read(web.join(&path))
            {
                outputs.add(pdf, bytes);
            }
            self.edition(edition, &pictures, loaded, words, &mut outputs, &mut scratch);
        }
        true
    }

    /// Keeps the files of an issue as they are, and its place in the archive.
    fn keep(&mut self, month: Month, before: &Site) {
        let own = before.files.keys().filter(|path| path.starts_with(&format!("{month}/")));
        self.site.kept.extend(own.cloned());
        self.site.listed.extend(before.listed.iter().filter(|one| one.month == month).cloned());
    }
}
