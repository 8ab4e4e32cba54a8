//! What a typeset document is looked through for: the text of its pages, the places that links may
//! lead to, and what Typst lets pass though a reader with a screen reader would miss it.

use std::collections::BTreeSet;

use typst_layout::PagedDocument;
use typst_library::WorldExt;
use typst_library::foundations::{NativeElement, Value};
use typst_library::introspection::{Introspector, Location, MetadataElem, Tag};
use typst_library::layout::{Frame, FrameItem};
use typst_library::model::FigureElem;
use typst_library::pdf::ArtifactElem;
use typst_syntax::{DiagSpan, Span};

use super::ids::path_of;
use super::world::ReportWorld;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::value::Language;

/// What stands before the name of a destination in a layout's metadata.
const ANCHOR: &str = "anchor:";

/// The functions that draw.
const SHAPES: &[&str] = &["circle", "curve", "ellipse", "line", "path", "polygon", "rect", "square"];

/// What stands on a page.
#[derive(Debug, Clone)]
pub struct PageText {
    /// Its text in the order of drawing.
    pub text: String,
    /// How far down it is filled, from 0 to 1, running heads and feet not counted.
    pub filled: f64,
    /// Each run of text: where it begins from the left and from the top, how wide it is, in points, and
    /// its words.
    pub runs: Vec<(f64, f64, f64, String)>,
}

/// The text of a page and how far it is filled.
pub fn page_text(frame: &Frame) -> PageText {
    let mut page = PageText { text: String::new(), filled: 0.0, runs: vec![] };
    let height = frame.height().to_pt();
    collect(frame, (0.0, 0.0), height, &mut page);
    page
}

/// Walks a frame's items.
fn collect(frame: &Frame, (left, top): (f64, f64), height: f64, page: &mut PageText) {
    for (position, item) in frame.items() {
        let (x, y) = (left + position.x.to_pt(), top + position.y.to_pt());
        match item {
            FrameItem::Group(group) => collect(&group.frame, (x, y), height, page),
            FrameItem::Text(text) => {
                page.runs.push((x, y, text.width().to_pt(), text.text.to_string()));
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

/// The size of the smallest letters of a frame, in points.
pub fn smallest_letters(frame: &Frame) -> Option<f64> {
    let sizes = frame.items().filter_map(|(_, item)| match item {
        FrameItem::Group(group) => smallest_letters(&group.frame),
        FrameItem::Text(text) => Some(text.size.to_pt()),
        _ => None,
    });
    sizes.reduce(f64::min)
}

/// The places beside labelled headings that links may lead to, by name, each once.
pub fn anchors(document: &PagedDocument) -> Vec<(Location, String)> {
    let mut seen = BTreeSet::new();
    let named = document.introspector().query(&MetadataElem::ELEM.select());
    let named = named.iter().filter_map(|element| {
        let metadata = element.to_packed::<MetadataElem>()?;
        let Value::Str(text) = &metadata.value else { return None };
        Some((element.location()?, text.as_str().strip_prefix(ANCHOR)?.to_string()))
    });
    named.filter(|(_, name)| seen.insert(name.clone())).collect()
}

/// Finds shapes that a layout draws outside every figure, and a layout that does not say the
/// report's language. Typst reports neither.
pub fn faults(
    document: &PagedDocument,
    world: &ReportWorld,
    language: &Language,
    findings: &mut Diagnostics,
) {
    let mut walk = Walk {
        world,
        language: language.primary(),
        open: Vec::new(),
        first: None,
        last: false,
        shapes: BTreeSet::new(),
    };
    for page in document.pages() {
        walk.frame(&page.frame);
    }
    for (file, start, end) in walk.shapes {
        findings.push(
            Diagnostic::fatal(
                "bare-shape",
                "this shape stands outside every figure: nobody can hear what it shows",
            )
            .at(Place::new(file, start..end))
            .hint("put it into `figure(alt: \"what it shows\", ...)`")
            .hint("if it only decorates, into `pdf.artifact(...)`"),
        );
    }
    // The first and the last words are a page's head and foot or what the layout says itself; what
    // stands between may be authors' text in any language.
    if walk.first == Some(false) && !walk.last {
        findings.push(
            Diagnostic::fatal("missing-language", "the report's layout does not say the report's language")
                .at(Place::file("layouts/report/theme.typ"))
                .hint("`set text(lang: data.language, region: data.region)`: screen readers speak by it"),
        );
    }
}

/// A walk through all pages.
struct Walk<'a> {
    /// The layouts' texts.
    world: &'a ReportWorld,
    /// The report's language.
    language: &'a str,
    /// The figures and artifacts that are open.
    open: Vec<Location>,
    /// Whether the first words are in the report's language.
    first: Option<bool>,
    /// Whether the last words are.
    last: bool,
    /// The shapes outside of them: file, first byte, end.
    shapes: BTreeSet<(String, usize, usize)>,
}

impl Walk<'_> {
    /// Walks a frame's items.
    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Text(text) => {
                    let spoken = text.lang.as_str() == self.language;
                    self.first.get_or_insert(spoken);
                    self.last = spoken;
                }
                FrameItem::Shape(_, span) if self.open.is_empty() => self.shapes.extend(self.drawn(*span)),
                FrameItem::Tag(Tag::Start(element, _))
                    if element.is::<FigureElem>() || element.is::<ArtifactElem>() =>
                {
                    self.open.extend(element.location());
                }
                FrameItem::Tag(Tag::End(location, ..)) => self.open.retain(|open| open != location),
                _ => {}
            }
        }
    }

    /// The place of a call that draws; a table's lines and a block's ground have another.
    fn drawn(&self, span: Span) -> Option<(String, usize, usize)> {
        let file = path_of(span.id()?);
        let range = self.world.range(DiagSpan::from(span))?;
        let text = self.world.text(file)?;
        let call = text.get(range.clone())?.trim_start_matches("std.");
        let name = call.split(['(', '.']).next()?;
        SHAPES.contains(&name).then(|| (file.trim_start_matches('/').to_string(), range.start, range.end))
    }
}
