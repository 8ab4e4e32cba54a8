//! The web edition of a final build: the pages of its own issue, of all others that were published,
//! and the archive over them.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;

use super::Loaded;
use super::edition::Edition;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::html::Picture;
use crate::issue::{self, CheckedIssue, Stage, withheld};
use crate::output::Outputs;
use crate::value::Month;
use crate::web::{self, Site};

/// What an earlier build left.
struct Published<'a> {
    folder: &'a Path,
    /// Its record.
    before: &'a Site,
    /// The time on the clock.
    now: Timestamp,
}

/// The web edition while it is built.
#[derive(Default)]
pub(super) struct WebEdition {
    /// Its files so far.
    site: Site,
}

impl WebEdition {
    /// Adds the page of an edition: of a final build to the site, of a draft beside the other outputs.
    pub(super) fn edition(&mut self, edition: &mut Edition<'_, '_>, outputs: &mut Outputs) {
        let issue = edition.issue;
        let pdf = format!("report.{}.pdf", issue.language.as_str());
        let report = outputs.files.get(&pdf).filter(|_| !issue.is_sensitive()).cloned();
        let draft = issue.stage == Stage::Draft;
        let beside = format!("../{pdf}");
        let place = web::Place {
            up: (!draft).then_some("../../"),
            images: if draft { "images/" } else { "../images/" },
            report: report.as_ref().map(|_| if draft { pdf.as_str() } else { beside.as_str() }),
            destinations: outputs.places(&pdf),
            share: !draft,
        };
        let language = issue.language.as_str().to_string();
        let thumb =
            outputs.files.get(&format!("report.{language}.png")).filter(|_| report.is_some()).cloned();
        let shared = (!draft).then(|| edition.share()).flatten();
        let (means, findings) = edition.means();
        let Some(page) = web::page(issue, means, place, findings) else { return };
        if draft {
            outputs.add(format!("web.{}.html", issue.language.as_str()), page.html);
            for picture in page.pictures {
                outputs.add(format!("images/{}", picture.name), picture.bytes);
            }
            return;
        }
        if let Some(bytes) = &report {
            self.site.files.insert(format!("{}/{pdf}", issue.month), bytes.clone());
        }
        let beside = [("report", &thumb), ("share", &shared)];
        for (name, png) in beside.into_iter().filter_map(|(name, png)| Some((name, png.as_ref()?))) {
            self.site.files.insert(format!("{}/{name}.{language}.png", issue.month), png.clone());
        }
        self.site.add(issue, page, report.is_some(), thumb.is_some());
    }

    /// Adds the pictures of the mail, under names that change with their content.
    pub(super) fn host(&mut self, pictures: &[Picture]) {
        for picture in pictures {
            self.site.files.insert(format!("images/{}", picture.name), picture.bytes.clone());
        }
    }

    /// Adds the pages of all other issues, as far as they are public by now, and the archive.
    pub(super) fn finish(
        mut self,
        main: &CheckedIssue<'_>,
        loaded: &Loaded,
        now: Timestamp,
        findings: &mut Diagnostics,
    ) -> Site {
        let web = loaded.sources.root.join("output").join("web");
        let before = Site::recorded(&web);
        let published = Published { folder: &web, before: &before, now };
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
            if !self.other(month, loaded, &published, there) && there {
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
        let Some(words) = loaded.words_of(&main.language, findings) else { return self.site };
        let pictures = loaded.pictures(&issue::needed(main), &mut Diagnostics::new());
        let mut edition =
            Edition { issue: main, words, loaded, pictures: &pictures, drawn: vec![], findings };
        edition.draw_emblem();
        let (means, findings) = edition.means();
        self.site.finish(main, &loaded.words, means, findings);
        self.site
    }

    /// Adds the pages of another issue; `false` if it can't be rendered or may not go out yet.
    fn other(&mut self, month: Month, loaded: &Loaded, published: &Published<'_>, there: bool) -> bool {
        let Published { folder: web, before, now } = *published;
        // What is wrong with another issue is said when that one is built.
        let mut scratch = Diagnostics::new();
        let languages = issue::editions(&loaded.cluster, month);
        let mut editions = Vec::new();
        for language in &languages {
            let edition =
                issue::assemble(&loaded.sources, &loaded.cluster, month, language, None, Stage::Final);
            let Some(edition) = issue::check(edition, &loaded.aids(), &mut scratch) else { return false };
            if withheld(&edition, now).is_some() || (!there && edition.as_of.stamp > now) {
                return false;
            }
            editions.push(edition);
        }
        let folder = loaded.sources.root.join("output").join(month.to_string());
        for edition in &editions {
            let Some(words) = loaded.words_of(&edition.language, &mut scratch) else { return false };
            let pictures = loaded.pictures(&issue::needed(edition), &mut scratch);
            // Its report is not made again: the one that was published stays.
            let pdf = format!("report.{}.pdf", edition.language.as_str());
            let path = format!("{month}/{pdf}");
            let mut outputs = Outputs::places_of(&folder);
            if before.files.contains_key(&path)
                && let Ok(bytes) = std::fs::read(web.join(&path))
            {
                outputs.add(pdf, bytes);
                let png = format!("report.{}.png", edition.language.as_str());
                if let Ok(bytes) = std::fs::read(web.join(format!("{month}/{png}"))) {
                    outputs.add(png, bytes);
                }
            }
            let mut edition = Edition {
                issue: edition,
                words,
                loaded,
                pictures: &pictures,
                drawn: vec![],
                findings: &mut scratch,
            };
            edition.draw();
            self.edition(&mut edition, &mut outputs);
        }
        true
    }

    /// Keeps the files of an issue as they are, and its place in the archive.
    fn keep(&mut self, month: Month, before: &Site) {
        let own = before.files.keys().filter(|path| path.starts_with(&format!("{month}/")));
        self.site.kept.extend(own.cloned());
        self.site.listed.extend(before.listed.iter().filter(|one| one.month == month).cloned());
        let month = month.to_string();
        self.site.told.extend(before.told.iter().filter(|one| one.month == month).cloned());
    }
}
