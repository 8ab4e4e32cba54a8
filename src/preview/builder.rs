//! Builds an issue again and again, and keeps the last good outputs.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;

use super::files::Files;
use super::follow::Change;
use super::shown::{EditionShown, FileShown, FindingShown, PageShown, Shown};
use crate::diagnostic::{Diagnostics, Severity, Texts, line_col, rules};
use crate::issue::{self, Stage};
use crate::pipeline::{Built, Folder, Kept, Loaded, Quiet, Wanted, build, checked};
use crate::value::{Month, Parse, hex, sha256_bytes};

/// Builds an issue of a folder.
pub struct Builder {
    folder: Folder,
    /// The month asked for; the newest there is if none was.
    asked: Option<Month>,
    /// Whether that one was asked for.
    fixed: bool,
    /// What stays between two builds.
    kept: Kept,
    /// What was shown last.
    shown: Shown,
    /// The last good outputs.
    files: Files,
}

impl Builder {
    /// A builder of a month, or of the newest.
    pub fn new(folder: Folder, asked: Option<Month>) -> Self {
        let fixed = asked.is_some();
        Self {
            folder,
            asked,
            fixed,
            kept: Kept::between_builds(),
            shown: Shown::default(),
            files: Files::default(),
        }
    }

    /// Goes on with the month of a text that was saved, unless one month was asked for.
    pub fn turn_to(&mut self, change: &Change) {
        let month = |file: &String| {
            let below = file.strip_prefix("sources/")?;
            let below =
                ["updates/", "issues/", "meetings/"].iter().find_map(|folder| below.strip_prefix(folder))?;
            Month::parse(below.get(..7)?).ok()
        };
        if !self.fixed
            && let Some(month) = change.files.iter().rev().find_map(month)
        {
            self.asked = Some(month);
        }
    }

    /// Builds what the folder says now. Where something stops it, the last good outputs stay.
    /// The report's PDF is made only if it is not a `quick` one.
    pub fn build(&mut self, quick: bool) -> (Shown, Files) {
        let begun = Instant::now();
        let mut findings = Diagnostics::new();
        let mut texts = Texts::default();
        let built = match self.folder.load(&mut self.kept, &mut Quiet) {
            Err(unreadable) => {
                findings = unreadable.findings;
                texts = unreadable.texts;
                None
            }
            Ok(mut loaded) => {
                findings.append(std::mem::take(&mut loaded.findings));
                let built = self.of(&loaded, quick, &mut findings);
                texts.clone_from(&loaded.texts);
                built.map(|(month, built)| (month, editions(&loaded, &built), built))
            }
        };
        findings.dedup();
        self.shown.build += 1;
        self.shown.errors = findings.count(Severity::Error);
        self.shown.found = findings.tally().unwrap_or_else(|| "nothing is wrong".to_string());
        self.shown.findings = findings_shown(findings, &texts);
        match built {
            Some((month, editions, built)) => {
                self.shown.stale = None;
                self.shown.month = month.to_string();
                self.shown.editions = editions;
                self.files = files(built);
            }
            None => self.shown.stale = Some(self.why_stale()),
        }
        // What is made in a pause nobody waited for.
        if quick {
            self.shown.took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        }
        (self.shown.clone(), self.files.clone())
    }

    /// Checks and renders a month's editions; nothing if one may not be rendered.
    fn of(&self, loaded: &Loaded, quick: bool, findings: &mut Diagnostics) -> Option<(Month, Built)> {
        let month = self.asked.or_else(|| issue::newest(&loaded.cluster))?;
        let editions = checked(loaded, &self.folder, month, Stage::Draft, findings, &mut Quiet)?;
        // A draft publishes nothing: no clock is asked what is public by now.
        let wanted = Wanted { only: None, pages: true, no_pdf: quick, now: Timestamp::UNIX_EPOCH };
        Some((month, build(&editions, loaded, wanted, findings, &mut Quiet)?))
    }

    /// Why the outputs are not of this build, in words.
    fn why_stale(&self) -> String {
        let what = match self.shown.errors {
            0 => "There is no issue yet".to_string(),
            1 => "An error stops this build".to_string(),
            many => format!("{many} errors stop this build"),
        };
        match self.files.outputs.is_empty() {
            true => format!("{what}."),
            false => format!("{what}: what you see is the last good one."),
        }
    }
}

/// The editions with what each of them shows.
fn editions(loaded: &Loaded, built: &Built) -> Vec<EditionShown> {
    let of = |language: &crate::value::Language| {
        let tag = language.as_str();
        let names = [
            ("mail", format!("newsletter.{tag}.html")),
            ("text", format!("newsletter.{tag}.txt")),
            ("web", format!("web.{tag}.html")),
            ("proof", format!("proof.{tag}.html")),
            ("pdf", format!("report.{tag}.pdf")),
        ];
        let file = |(kind, file): (&'static str, String)| {
            let bytes = built.outputs.files.get(&file)?;
            // A PDF is asked for when it is there.
            let mark = if kind == "pdf" { String::new() } else { hex(&sha256_bytes(bytes)[..8]) };
            Some(FileShown { kind, file, mark })
        };
        names.into_iter().filter_map(file).collect()
    };
    let page = |page: &crate::report::PagePicture| PageShown {
        name: page.name.clone(),
        width: page.width,
        height: page.height,
    };
    let edition =
        |(language, pages): &(crate::value::Language, Vec<crate::report::PagePicture>)| EditionShown {
            language: language.as_str().to_string(),
            name: loaded.words.get(language).map_or_else(String::new, |words| words.autonym(language)),
            pages: pages.iter().map(page).collect(),
            files: of(language),
        };
    built.pages.iter().map(edition).collect()
}

/// The outputs, to be served.
fn files(built: Built) -> Files {
    let outputs: BTreeMap<String, Arc<[u8]>> = built
        .outputs
        .files
        .into_iter()
        .filter(|(_, bytes)| !bytes.is_empty())
        .map(|(name, bytes)| (name, bytes.into()))
        .collect();
    let pages = built.pages.into_iter().flat_map(|(_, pages)| pages);
    Files { outputs, pages: pages.map(|page| (page.name, page.svg)).collect() }
}

/// The findings with their places as people count them: errors first.
fn findings_shown(findings: Diagnostics, texts: &Texts) -> Vec<FindingShown> {
    let mut all = findings.sorted();
    all.retain(|finding| finding.severity != Severity::Note);
    all.sort_by_key(|finding| finding.severity);
    let shown = |finding: crate::diagnostic::Diagnostic| {
        let place = finding.place.as_ref();
        let at = place.and_then(|place| Some(line_col(texts.get(&place.file)?, place.range.start)));
        let said = rules().find(|rule| rule.name == finding.rule.name);
        FindingShown {
            why: said.map_or("", |rule| rule.why),
            cure: said.map_or("", |rule| rule.cure),
            severity: finding.severity.word(),
            rule: finding.rule.name.to_string(),
            message: finding.message,
            hints: finding.hints,
            file: place.map(|place| place.file.to_string()),
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
        }
    };
    all.into_iter().map(shown).collect()
}
