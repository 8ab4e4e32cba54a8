//! From a checked issue to the bytes of a PDF/A-3a and PDF/UA-1 file, or to findings that point
//! into the author's files.

use std::ops::Range;

use jiff::tz::TimeZone;
use typst_layout::PagedDocument;
use typst_library::WorldExt;
use typst_library::diag::{Severity as TypstSeverity, SourceDiagnostic, Warned};
use typst_library::foundations::{Datetime, Smart};
use typst_library::layout::{Frame, FrameItem};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_syntax::DiagSpan;

use super::data::REPORT_DATA;
use super::native::tree_path;
use super::world::{Files, ReportWorld, path_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::issue::{AsOf, CheckedIssue, Pictures};
use crate::layouts::Layouts;
use crate::markdown::Document;
use crate::model::{Channel, Date};

/// A finished report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What stands on each page.
    pub pages: Vec<PageText>,
}

/// What stands on a page.
#[derive(Debug, Clone)]
pub struct PageText {
    /// Its text in the order of drawing.
    pub text: String,
    /// How far down it is filled, from 0 to 1, running heads and feet not counted.
    pub filled: f64,
}

/// Typesets the report of an issue from its data. Warnings go to `findings`.
pub fn render(
    issue: &CheckedIssue<'_>,
    data: &[u8],
    pictures: &Pictures,
    layouts: &Layouts,
    findings: &mut Diagnostics,
) -> Option<Report> {
    let world = ReportWorld::new(files(issue, data, pictures, layouts), layouts);
    let document = compile(&world, findings)?;
    let pages = document.pages().iter().map(|page| page_text(&page.frame)).collect();
    let ident = format!("{} {} {}", issue.name().text, issue.month, issue.language.as_str());
    let pdf = typst_pdf::pdf(&document, &options(ident, issue.as_of)?);
    comemo::evict(1);
    match pdf {
        Ok(pdf) => Some(Report { pdf, pages }),
        Err(errors) => {
            errors.iter().for_each(|error| findings.push(finding(error, &world)));
            None
        }
    }
}

/// The files that the report's layout sees.
fn files(issue: &CheckedIssue<'_>, data: &[u8], pictures: &Pictures, layouts: &Layouts) -> Files {
    let mut files = Files::new("/layouts/report/report.typ", issue.as_of.date);
    files.add_layouts(layouts);
    files.add(REPORT_DATA, data.to_vec());
    let updates = issue.updates(Channel::Report).map(|update| (&update.origin.file, &update.body));
    let meetings = issue.meetings(Channel::Report).map(|meeting| (&meeting.origin.file, &meeting.body));
    for (path, body) in updates.chain(meetings) {
        add_markdown(&mut files, issue, path, body);
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

/// Compiles, turning errors and warnings into findings.
fn compile(world: &ReportWorld, findings: &mut Diagnostics) -> Option<PagedDocument> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
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

/// The text of a page and how far it is filled.
fn page_text(frame: &Frame) -> PageText {
    let mut page = PageText { text: String::new(), filled: 0.0 };
    let height = frame.height().to_pt();
    collect(frame, 0.0, height, &mut page);
    page
}

/// Walks a frame's items.
fn collect(frame: &Frame, top: f64, height: f64, page: &mut PageText) {
    for (position, item) in frame.items() {
        let y = top + position.y.to_pt();
        match item {
            FrameItem::Group(group) => collect(&group.frame, y, height, page),
            FrameItem::Text(text) => {
                page.text.push_str(&text.text);
                page.text.push(' ');
                // Running feet stand in the lowest tenth of the page.
                if y < height * 0.92 {
                    page.filled = page.filled.max(y / height);
                }
            }
            _ => {}
        }
    }
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
    let world = ReportWorld::new(files, layouts);
    let mut findings = Diagnostics::new();
    let document = compile(&world, &mut findings).ok_or_else(|| findings.clone())?;
    let pages = document.pages().iter().map(|page| page_text(&page.frame)).collect();
    let options = options("text".into(), as_of).ok_or_else(|| findings.clone())?;
    let pdf = typst_pdf::pdf(&document, &options);
    comemo::evict(0);
    pdf.map(|pdf| Report { pdf, pages }).map_err(|errors| {
        errors.iter().for_each(|error| findings.push(finding(error, &world)));
        findings
    })
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

/// The one page of a small document as PNG, 2 pixels a CSS pixel.
fn png(files: Files, layouts: &Layouts, width: u32) -> Result<Vec<u8>, Diagnostics> {
    let world = ReportWorld::new(files, layouts);
    let mut findings = Diagnostics::new();
    let document = compile(&world, &mut findings).ok_or_else(|| findings.clone())?;
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
