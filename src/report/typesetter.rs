//! What typesets: the report, one text alone, and the pictures that mail and web show.

use std::sync::Arc;
use std::thread;

use serde::Serialize;
use typst_layout::PagedDocument;

use super::charts::ChartData;
use super::compile::{beyond, compile};
use super::data::{REPORT_DATA, ReportData};
use super::inspect::{self, PageText};
use super::pages::{DrawnPages, PagePicture};
use super::pdf::{Pdf, destinations, export, options};
use super::png::{Known, picture_of, picture_once};
use super::world::{Files, ReportWorld, Shared};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::issue::{AsOf, CheckedIssue, Pictures};
use crate::layouts::{FontCoverage, Layouts};
use crate::markdown::Document;
use crate::model::{Channel, Limits};
use crate::theme::Theme;
use crate::value::{Date, Language};

/// The width of a picture of the report's first page, in CSS pixels.
const THUMBNAIL: u32 = 240;

/// From how many pages on it is worth its time to give back what Typst remembers before a PDF is made.
const LONG: usize = 40;

/// How old what Typst remembers may get, in compilations, where something is kept between builds.
const KEPT: usize = 60;

/// The virtual file of the theme's tokens. It stands apart from the data, so that Typst keeps what it has of
/// the layouts where only a text changed.
pub(super) const LOOK: &str = "/data/look.json";

/// A finished report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The PDF; empty if none was wanted.
    pub pdf: Vec<u8>,
    /// The data that it was made of and that is attached to it: JSON.
    pub data: Vec<u8>,
    /// What stands on each page.
    pub pages: Vec<PageText>,
    /// The names of the places in it that links may lead to.
    pub destinations: Vec<String>,
    /// Its first page as PNG, if that was asked for.
    pub first_page: Option<Vec<u8>>,
    /// Its pages as pictures, if they were asked for.
    pub drawn: Vec<PagePicture>,
}

/// Which pictures of a report's pages are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pictured {
    /// The first page, small, for mail and web.
    pub first_page: bool,
    /// Every page, sharp at any size, to be looked at.
    pub pages: bool,
    /// No PDF: it takes a third of the time, and whoever looks at the pages does not need it yet.
    pub no_pdf: bool,
}

/// A chart's look and language.
#[derive(Debug, Clone, Copy)]
pub struct ChartLook<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The language of its words.
    pub language: &'a Language,
}

/// Typesets with the layouts and fonts of one cluster. Fonts are read once, a picture is drawn once.
pub struct Typesetter {
    layouts: Layouts,
    /// The library and the fonts.
    shared: Arc<Shared>,
    /// Pictures that were drawn, by what they were made of.
    pub(super) drawn: Arc<Known>,
    /// Pages that were drawn.
    pages: Arc<DrawnPages>,
    /// Whether what Typst remembers is kept for the next build.
    keeps: bool,
}

impl Typesetter {
    /// A typesetter for one build: what Typst remembers is given back before the PDF is made, which is
    /// half of the memory that a long report takes.
    pub fn new(layouts: &Layouts) -> Self {
        Self {
            layouts: layouts.clone(),
            shared: Arc::new(Shared::new(layouts)),
            drawn: Arc::default(),
            pages: Arc::default(),
            keeps: false,
        }
    }

    /// A typesetter for many builds: what Typst remembers stays for the next one.
    pub fn keeping(layouts: &Layouts) -> Self {
        Self { keeps: true, ..Self::new(layouts) }
    }

    /// Whether its fonts are those of some layouts.
    pub fn has_fonts_of(&self, layouts: &Layouts) -> bool {
        self.layouts.below("fonts/").eq(layouts.below("fonts/"))
    }

    /// The same with other layouts of the same fonts.
    pub fn with_layouts(&self, layouts: &Layouts) -> Self {
        Self {
            layouts: layouts.clone(),
            shared: Arc::clone(&self.shared),
            drawn: Arc::clone(&self.drawn),
            pages: Arc::clone(&self.pages),
            keeps: self.keeps,
        }
    }

    /// Parses the layouts, so that a report finds it done.
    pub fn parse_layouts(&self) {
        let mut files = Files::new("", Date::constant(2000, 1, 1));
        files.add_layouts(&self.layouts);
        self.shared.parse_all(&files);
    }

    /// Which characters the fonts have.
    pub fn coverage(&self) -> FontCoverage {
        self.shared.coverage()
    }

    /// Typesets the report of an issue, with the pictures of its pages that are wanted. Warnings go to
    /// `findings`.
    pub fn report(
        &self,
        issue: &CheckedIssue<'_>,
        data: &ReportData,
        pictures: &Pictures,
        pictured: Pictured,
        findings: &mut Diagnostics,
    ) -> Option<Report> {
        let look = bytes_of(&data.look.print_tokens(names(data)), findings)?;
        let data = bytes_of(data, findings)?;
        let world = self.world(files(issue, &data, &look, pictures));
        let limits = issue.cluster.config.limits;
        let document = compile(&world, limits.seconds, findings)?;
        let count = document.pages().len();
        if count > usize::try_from(limits.pages).unwrap_or(usize::MAX) {
            let message = format!("the report has {count} pages; the limit is {}", limits.pages);
            findings.push(beyond(message, "pages"));
            return None;
        }
        inspect::faults(&document, &world, &issue.language, findings);
        if findings.has_fatal() {
            return None;
        }
        let ident = format!("{} {} {}", issue.name().text, issue.month, issue.language.as_str());
        if !self.keeps && count > LONG {
            // Half of the memory that a long report takes.
            comemo::evict(0);
        }
        let options = options(ident, issue.as_of)?;
        let (first_page, pdf) = thread::scope(|scope| {
            let picture = pictured
                .first_page
                .then(|| scope.spawn(|| picture_once(document.pages(), 0, THUMBNAIL, &self.drawn)));
            let pdf = match pictured.no_pdf {
                true => Ok(Pdf { bytes: vec![], pages: vec![], destinations: destinations(&document) }),
                false => export(&document, &world, &options),
            };
            let panicked = || Err(Diagnostic::fatal("picture", "the first page can't be drawn"));
            (picture.map(|picture| picture.join().unwrap_or_else(|_| panicked())).transpose(), pdf)
        });
        let drawn = if pictured.pages { self.pages.draw(document.pages()) } else { vec![] };
        self.leave(document, world);
        let Pdf { bytes: pdf, pages, destinations } = pdf.map_err(|more| findings.append(more)).ok()?;
        let first_page = first_page.map_err(|fault| findings.push(fault)).ok()?;
        Some(Report { pdf, data, pages, destinations, first_page, drawn })
    }

    /// Typesets a report of which no PDF may be made, for what is wrong with the layouts. What Typst
    /// says of the texts is left out: the checks said it before.
    pub fn look_at_layouts(
        &self,
        issue: &CheckedIssue<'_>,
        data: &ReportData,
        pictures: &Pictures,
        findings: &mut Diagnostics,
    ) {
        let Some(look) = bytes_of(&data.look.print_tokens(names(data)), findings) else { return };
        let Some(data) = bytes_of(data, findings) else { return };
        let world = self.world(files(issue, &data, &look, pictures));
        let mut found = Diagnostics::new();
        if let Some(document) = compile(&world, issue.cluster.config.limits.seconds, &mut found) {
            inspect::faults(&document, &world, &issue.language, &mut found);
        }
        found
            .retain(|finding| finding.place.as_ref().is_some_and(|place| place.file.starts_with("layouts/")));
        findings.append(found);
    }

    /// Typesets one text alone, without a report round it: for tests of what the Typst writer makes of
    /// Markdown. `pictures` are the files that its pictures name.
    ///
    /// # Errors
    ///
    /// What Typst says of the text.
    pub fn text(
        &self,
        text: &str,
        document: &Document,
        pictures: &[(&str, &[u8])],
    ) -> Result<Report, Diagnostics> {
        let as_of = AsOf::end_of(Date::constant(2024, 4, 30));
        let mut files = Files::new("/main.typ", as_of.date);
        let main = "#set document(title: \"Text\")\n#set text(font: (\"Source Sans 3\", \"Noto Emoji\", \"DejaVu Sans\"))\n= Text\n#markdown(\"text.md\", level: 2)\n";
        files.add("/main.typ", main.as_bytes());
        files.add_text("text.md", text, document);
        for (path, bytes) in pictures {
            files.add(format!("/{path}"), bytes.to_vec());
        }
        let world = Arc::new(ReportWorld::new(files, Arc::clone(&self.shared)));
        let mut findings = Diagnostics::new();
        let seconds = Limits::default().seconds;
        let document = compile(&world, seconds, &mut findings).ok_or_else(|| findings.clone())?;
        let options = options("text".into(), as_of).ok_or(findings)?;
        let pdf = export(&document, &world, &options);
        self.forget();
        let Pdf { bytes: pdf, pages, destinations } = pdf?;
        Ok(Report { pdf, data: vec![], pages, destinations, first_page: None, drawn: vec![] })
    }

    /// The pages of a report as PNG, for looking at them.
    ///
    /// # Errors
    ///
    /// What Typst says of texts and layouts.
    pub fn pages(
        &self,
        issue: &CheckedIssue<'_>,
        data: &ReportData,
        pictures: &Pictures,
        width: u32,
    ) -> Result<Vec<Vec<u8>>, Diagnostics> {
        let mut findings = Diagnostics::new();
        let look =
            bytes_of(&data.look.print_tokens(names(data)), &mut findings).ok_or_else(|| findings.clone())?;
        let data = bytes_of(data, &mut findings).ok_or_else(|| findings.clone())?;
        let world = self.world(files(issue, &data, &look, pictures));
        let seconds = issue.cluster.config.limits.seconds;
        let document = compile(&world, seconds, &mut findings).ok_or_else(|| findings.clone())?;
        let pages = (0..document.pages().len()).map(|at| picture_of(document.pages(), at, width));
        let pages = pages.collect::<Result<Vec<_>, _>>();
        self.forget();
        pages.map_err(|fault| {
            findings.push(fault);
            findings
        })
    }

    /// A world of some files, the layouts and the fonts.
    pub(super) fn world(&self, mut files: Files) -> Arc<ReportWorld> {
        files.add_layouts(&self.layouts);
        Arc::new(ReportWorld::new(files, Arc::clone(&self.shared)))
    }

    /// Gives back what a report was made with, while the next output is made.
    fn leave(&self, document: PagedDocument, world: Arc<ReportWorld>) {
        let age = self.kept();
        thread::spawn(move || {
            drop((document, world));
            comemo::evict(age);
        });
    }

    /// How old what Typst remembers may get, in compilations.
    fn kept(&self) -> usize {
        if self.keeps { KEPT } else { 1 }
    }

    /// Gives back what Typst remembers, but what the next build may need.
    fn forget(&self) {
        comemo::evict(self.kept());
    }
}

/// What a layout is given, as JSON: the door. Names stand in alphabetical order.
pub(super) fn bytes_of(data: &impl Serialize, findings: &mut Diagnostics) -> Option<Vec<u8>> {
    let json = serde_json::to_value(data).and_then(|value| serde_json::to_vec_pretty(&value));
    json.map_err(|error| findings.push(not_written(&error))).ok()
}

/// The names that stay on one line.
fn names(data: &ReportData) -> impl Iterator<Item = &str> {
    data.projects.iter().map(|project| project.acronym.as_str())
}

/// Data that has no form as JSON.
fn not_written(error: &serde_json::Error) -> Diagnostic {
    Diagnostic::fatal("data", format!("what the layout is given can't be written as JSON: {error}"))
}

/// What a chart's layout is given.
#[derive(Serialize)]
struct Drawn<'a> {
    chart: &'a ChartData,
    language: &'a str,
}

/// The files of a chart's picture.
pub(super) fn chart_files(chart: &ChartData, look: ChartLook<'_>, day: Date) -> Result<Files, Diagnostics> {
    let mut findings = Diagnostics::new();
    let drawn = Drawn { chart, language: look.language.primary() };
    let tokens = bytes_of(&look.theme.print_tokens([]), &mut findings).ok_or_else(|| findings.clone())?;
    let data = bytes_of(&drawn, &mut findings).ok_or(findings)?;
    let mut files = Files::new("/layouts/charts/picture.typ", day);
    files.add("/data/chart.json", data);
    files.add(LOOK, tokens);
    Ok(files)
}

/// The files that the report's layout sees, by path, with each text as JSON: for benches that give the
/// same to another compiler.
///
/// # Errors
///
/// If something has no form as JSON.
pub fn virtual_files(
    issue: &CheckedIssue<'_>,
    data: &ReportData,
    pictures: &Pictures,
    layouts: &Layouts,
) -> serde_json::Result<Vec<(String, Vec<u8>)>> {
    let look = serde_json::to_vec_pretty(&serde_json::to_value(data.look.print_tokens(names(data)))?)?;
    let data = serde_json::to_vec_pretty(&serde_json::to_value(data)?)?;
    let mut files = files(issue, &data, &look, pictures);
    files.add_layouts(layouts);
    files.into_parts()
}

/// The files of an issue that the report's layout sees.
fn files(issue: &CheckedIssue<'_>, data: &[u8], look: &[u8], pictures: &Pictures) -> Files {
    let mut files = Files::new("/layouts/report/report.typ", issue.as_of.date);
    files.add(REPORT_DATA, data.to_vec());
    files.add(LOOK, look.to_vec());
    let mut add = |path: &str, body: &Document| {
        let text = issue.sources.files.get(path).map_or("", |file| &*file.text);
        files.add_text(path, text, body);
    };
    issue.updates(Channel::Report).for_each(|update| add(&update.origin.file, &update.body));
    for meeting in issue.meetings(Channel::Report) {
        add(&meeting.origin.file, &issue.minutes(meeting));
    }
    for (path, picture) in &pictures.0 {
        files.add(format!("/{path}"), picture.print.bytes.clone());
    }
    files
}
