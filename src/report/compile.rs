//! From a checked issue to the bytes of a PDF/A-3a and PDF/UA-1 file, or to findings that point
//! into the author's files.

use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use comemo::Track;
use jiff::tz::TimeZone;
use typst_layout::PagedDocument;
use typst_library::WorldExt;
use typst_library::diag::{Severity as TypstSeverity, SourceDiagnostic, Warned};
use typst_library::foundations::{Datetime, NativeElement, Smart};
use typst_library::introspection::Introspector;
use typst_library::model::{HeadingElem, LateLinkResolver};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_syntax::DiagSpan;

use super::data::REPORT_DATA;
use super::inspect::{self, PageText, page_text};
use super::native::tree_path;
use super::world::{Files, ReportWorld, path_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::issue::{AsOf, CheckedIssue, Pictures};
use crate::layouts::Layouts;
use crate::markdown::Document;
use crate::model::{Channel, Date, Limits};

/// The stack of the thread that typesets, in bytes: deep nesting needs more than the usual.
const STACK: usize = 64 << 20;

/// A finished report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What stands on each page.
    pub pages: Vec<PageText>,
    /// The names of the places in it that links may lead to.
    pub destinations: Vec<String>,
}

/// Typesets the report of an issue from its data. Warnings go to `findings`.
pub fn render(
    issue: &CheckedIssue<'_>,
    data: &[u8],
    pictures: &Pictures,
    layouts: &Layouts,
    findings: &mut Diagnostics,
) -> Option<Report> {
    let world = Arc::new(ReportWorld::new(files(issue, data, pictures, layouts), layouts));
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
    // What Typst remembers of this compilation is half of the memory that a long report takes.
    comemo::evict(0);
    let report = export(&document, &world, &options(ident, issue.as_of)?);
    comemo::evict(0);
    report.map_err(|more| findings.append(more)).ok()
}

/// Typesets a report of which no PDF may be made, for what is wrong with the layouts. What Typst
/// says of the texts is left out: the checks said it before.
pub fn look_at_layouts(
    issue: &CheckedIssue<'_>,
    data: &[u8],
    pictures: &Pictures,
    layouts: &Layouts,
    findings: &mut Diagnostics,
) {
    let world = Arc::new(ReportWorld::new(files(issue, data, pictures, layouts), layouts));
    let mut found = Diagnostics::new();
    if let Some(document) = compile(&world, issue.cluster.config.limits.seconds, &mut found) {
        inspect::faults(&document, &world, &issue.language, &mut found);
    }
    found.retain(|finding| finding.place.as_ref().is_some_and(|place| place.file.starts_with("layouts/")));
    findings.append(found);
}

/// The finding for a report that a limit stops.
fn beyond(message: String, limit: &str) -> Diagnostic {
    Diagnostic::fatal("limit", message)
        .at(Place::file("layouts/report/report.typ"))
        .hint("a layout that repeats itself without end is the usual cause: look at what you changed last")
        .hint(format!("if the report is that large, write `limits: {{{limit}: …}}` in bulletin.yaml"))
}

/// A document as PDF, with every place in it that a link may lead to.
fn export(
    document: &PagedDocument,
    world: &ReportWorld,
    options: &PdfOptions,
) -> Result<Report, Diagnostics> {
    let anchors = inspect::anchors(document);
    let headings = document.introspector().query(&HeadingElem::ELEM.select());
    let headings = headings.iter().filter_map(|heading| heading.label());
    let headings = headings.map(|label| label.resolve().to_string());
    let destinations = headings.chain(anchors.iter().map(|(_, name)| name.clone())).collect();
    let anchors: Vec<_> = anchors.into_iter().map(|(at, name)| (at, name.into())).collect();
    let resolver = LateLinkResolver::new(None, document.introspector().as_ref());
    match typst_pdf::pdf_in_bundle(document, options, &anchors, resolver.track()) {
        Ok(pdf) => {
            let pages = document.pages().iter().map(|page| page_text(&page.frame)).collect();
            Ok(Report { pdf, pages, destinations })
        }
        Err(errors) => {
            let mut findings = Diagnostics::new();
            errors.iter().for_each(|error| findings.push(finding(error, world)));
            Err(findings)
        }
    }
}

/// The files that the report's layout sees, by path: for benches that give the same to another
/// compiler.
pub fn virtual_files(
    issue: &CheckedIssue<'_>,
    data: &[u8],
    pictures: &Pictures,
    layouts: &Layouts,
) -> Vec<(String, Vec<u8>)> {
    files(issue, data, pictures, layouts).into_parts()
}

/// The files that the report's layout sees.
fn files(issue: &CheckedIssue<'_>, data: &[u8], pictures: &Pictures, layouts: &Layouts) -> Files {
    let mut files = Files::new("/layouts/report/report.typ", issue.as_of.date);
    files.add_layouts(layouts);
    files.add(REPORT_DATA, data.to_vec());
    for update in issue.updates(Channel::Report) {
        add_markdown(&mut files, issue, &update.origin.file, &update.body);
    }
    for meeting in issue.meetings(Channel::Report) {
        add_markdown(&mut files, issue, &meeting.origin.file, &issue.minutes(meeting));
    }
    for (path, picture) in &pictures.0 {
        files.add(format!("/{path}"), picture.print.bytes.clone());
    }
    files
}

/// Adds an author's text and the tree that we made of it.
fn add_markdown(files: &mut Files, issue: &CheckedIssue<'_>, path: &str, body: &Document) {
    // A tree of plain data always has a JSON form.
    files.add(tree_path(path), serde_json::to_vec(body).unwrap_or_default());
    if let Some(file) = issue.sources.files.get(path) {
        files.add(format!("/{path}"), file.text.as_bytes().to_vec());
    }
}

/// Compiles for at most so many seconds, turning errors and warnings into findings. It runs in a
/// thread of its own, so that one that runs away can be left behind.
fn compile(world: &Arc<ReportWorld>, seconds: u32, findings: &mut Diagnostics) -> Option<PagedDocument> {
    let (done, result) = mpsc::channel();
    let theirs = Arc::clone(world);
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody listens any more if the time is up.
        let _ = done.send(typst::compile::<PagedDocument>(&*theirs));
    });
    let compiled = thread.ok().and_then(|_| {
        let limit = Duration::from_secs(u64::from(seconds));
        result
            .recv_timeout(limit)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => {
                    world.leave();
                    findings.push(beyond(
                        format!("typesetting took longer than {seconds} seconds and was stopped"),
                        "seconds",
                    ));
                }
                RecvTimeoutError::Disconnected => findings.push(
                    Diagnostic::fatal(
                        "typst",
                        "typesetting failed: the typesetter came to a state that it does not know",
                    )
                    .at(Place::file("layouts/report/report.typ"))
                    .hint("try without your own layouts; if it stays, report it with the sources"),
                ),
            })
            .ok()
    });
    let Warned { output, warnings } = compiled?;
    warnings.iter().for_each(|warning| findings.push(finding(warning, world)));
    match output {
        Ok(document) => Some(document),
        Err(errors) => {
            errors.iter().for_each(|error| findings.push(finding(error, world)));
            None
        }
    }
}

/// PDF/A-3a with PDF/UA-1, with a timestamp from outside.
fn options(ident: String, as_of: AsOf) -> Option<PdfOptions> {
    let moment = as_of.stamp.to_zoned(TimeZone::UTC).datetime();
    let small = i8::unsigned_abs;
    let datetime = Datetime::from_ymd_hms(
        moment.year().into(),
        small(moment.month()),
        small(moment.day()),
        small(moment.hour()),
        small(moment.minute()),
        small(moment.second()),
    )?;
    Some(PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some(format!("Bulletin {}", env!("CARGO_PKG_VERSION")))),
        timestamp: Some(Timestamp::new_utc(datetime)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).ok()?,
        ..PdfOptions::default()
    })
}

/// A finding of Typst's as one of ours.
fn finding(typst: &SourceDiagnostic, world: &ReportWorld) -> Diagnostic {
    let finding = match typst.severity {
        TypstSeverity::Error => Diagnostic::fatal("typst", typst.message.to_string()),
        TypstSeverity::Warning => Diagnostic::warning("typst", typst.message.to_string()),
    };
    let own = place(typst.span, world);
    let traced = typst.trace.iter().find_map(|point| place(point.span.into(), world));
    let mut finding = Diagnostic { place: own.or(traced), ..finding };
    for hint in &typst.hints {
        finding = finding.hint(hint.v.to_string());
    }
    debug_assert!(finding.severity != Severity::Note);
    finding
}

/// A place of Typst's as one of ours.
fn place(span: DiagSpan, world: &ReportWorld) -> Option<Place> {
    let file = path_of(span.id()?).trim_start_matches('/');
    let range: Range<usize> = world.range(span)?;
    Some(Place::new(file, range))
}

/// Typesets one text alone, without a report round it: for tests of what the Typst writer makes of
/// Markdown. `pictures` are the files that its pictures name.
pub fn typeset(
    text: &str,
    document: &Document,
    pictures: &[(&str, &[u8])],
    layouts: &Layouts,
) -> Result<Report, Diagnostics> {
    let as_of = AsOf::end_of(Date::constant(2024, 4, 30));
    let mut files = Files::new("/main.typ", as_of.date);
    let main = "#set document(title: \"Text\")\n#set text(font: (\"Source Sans 3\", \"Noto Emoji\", \"DejaVu Sans\"))\n= Text\n#markdown(\"text.md\", level: 2)\n";
    files.add("/main.typ", main.as_bytes());
    files.add("/text.md", text.as_bytes().to_vec());
    files.add(tree_path("text.md"), serde_json::to_vec(document).unwrap_or_default());
    for (path, bytes) in pictures {
        files.add(format!("/{path}"), bytes.to_vec());
    }
    let world = Arc::new(ReportWorld::new(files, layouts));
    let mut findings = Diagnostics::new();
    let seconds = Limits::default().seconds;
    let document = compile(&world, seconds, &mut findings).ok_or_else(|| findings.clone())?;
    let options = options("text".into(), as_of).ok_or(findings)?;
    let report = export(&document, &world, &options);
    comemo::evict(0);
    report
}

/// The EU emblem as PNG, 2 pixels a CSS pixel, drawn by the same Typst code as in the report.
pub fn emblem_png(layouts: &Layouts, width: u32, day: Date) -> Result<Vec<u8>, Diagnostics> {
    let mut files = Files::new("/layouts/report/emblem-picture.typ", day);
    files.add_layouts(layouts);
    png(files, layouts, width)
}

/// A chart as PNG, 2 pixels a CSS pixel, drawn by the same Typst code as in the report. `data` is
/// what [`super::Chart::data`] gives.
pub fn chart_png(
    data: &serde_json::Value,
    accent: &str,
    language: &crate::model::Language,
    layouts: &Layouts,
    width: u32,
    day: Date,
) -> Result<Vec<u8>, Diagnostics> {
    let mut files = Files::new("/layouts/charts/picture.typ", day);
    files.add_layouts(layouts);
    let data = serde_json::json!({"chart": data, "accent": accent, "language": language.primary()});
    files.add("/data/chart.json", data.to_string().into_bytes());
    png(files, layouts, width)
}

/// The smallest letters of a chart's picture, in points.
pub fn chart_lettering(
    data: &serde_json::Value,
    language: &crate::model::Language,
    layouts: &Layouts,
    day: Date,
) -> Option<f64> {
    let mut files = Files::new("/layouts/charts/picture.typ", day);
    files.add_layouts(layouts);
    let data = serde_json::json!({"chart": data, "accent": "#000000", "language": language.primary()});
    files.add("/data/chart.json", data.to_string().into_bytes());
    let world = Arc::new(ReportWorld::new(files, layouts));
    let document = compile(&world, Limits::default().seconds, &mut Diagnostics::new())?;
    document.pages().iter().filter_map(|page| inspect::smallest_letters(&page.frame)).reduce(f64::min)
}

/// The one page of a small document as PNG, 2 pixels a CSS pixel.
fn png(files: Files, layouts: &Layouts, width: u32) -> Result<Vec<u8>, Diagnostics> {
    let world = Arc::new(ReportWorld::new(files, layouts));
    let mut findings = Diagnostics::new();
    let document =
        compile(&world, Limits::default().seconds, &mut findings).ok_or_else(|| findings.clone())?;
    let Some(page) = document.pages().first() else { return Err(findings) };
    let scale = f64::from(width) * 2.0 / page.frame.width().to_pt();
    let options = typst_render::RenderOptions {
        pixel_per_pt: typst_utils::Scalar::new(scale),
        ..typst_render::RenderOptions::default()
    };
    typst_render::render(page, &options).encode_png().map_err(|error| {
        findings.push(Diagnostic::fatal("picture", format!("a picture can't be drawn: {error}")));
        findings
    })
}
