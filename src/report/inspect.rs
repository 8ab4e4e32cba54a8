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
use typst_library::visualize::{Geometry, Shape};
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
    /// The size of each run's letters, in points.
    pub sizes: Vec<f64>,
    /// The width and height of each picture, in points.
    pub pictures: Vec<(f64, f64)>,
}

/// The text of a page and how far it is filled.
pub fn page_text(frame: &Frame) -> PageText {
    let mut page =
        PageText { text: String::new(), filled: 0.0, runs: vec![], sizes: vec![], pictures: vec![] };
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
                page.sizes.push(text.size.to_pt());
                page.text.push_str(&text.text);
                page.text.push(' ');
                // Running feet stand in the lowest tenth of the page.
                if y < height * 0.92 {
                    page.filled = page.filled.max(y / height);
                }
            }
            FrameItem::Image(_, size, _) => page.pictures.push((size.x.to_pt(), size.y.to_pt())),
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

/// The words of a drawing that a line strikes: one that is drawn over them, or below them without a ground of
/// their own between.
pub fn struck(frame: &Frame) -> Vec<String> {
    let mut drawing = Drawing::default();
    drawing.walk(frame, (0.0, 0.0));
    drawing.struck
}

/// A box: left, top, right, bottom, in points.
type Area = (f64, f64, f64, f64);

/// A drawing as it is put together, in its order.
#[derive(Default)]
struct Drawing {
    /// The lines so far.
    lines: Vec<Area>,
    /// The words so far, with their boxes.
    words: Vec<(Area, String)>,
    /// The words that a line strikes.
    struck: Vec<String>,
}

impl Drawing {
    /// Draws a frame's items.
    fn walk(&mut self, frame: &Frame, (left, top): (f64, f64)) {
        for (position, item) in frame.items() {
            let (x, y) = (left + position.x.to_pt(), top + position.y.to_pt());
            match item {
                FrameItem::Group(group) => self.walk(&group.frame, (x, y)),
                FrameItem::Shape(shape, _) => self.shape(shape, (x, y)),
                FrameItem::Text(text) => {
                    // Capitals are about two thirds of the letters' size high.
                    let area = (x, y - text.size.to_pt() * 0.66, x + text.width().to_pt(), y);
                    if self.lines.iter().any(|line| crosses(*line, area)) {
                        self.struck.push(text.text.to_string());
                    }
                    self.words.push((area, text.text.to_string()));
                }
                _ => {}
            }
        }
    }

    /// Draws a shape: a line, or a ground that hides the lines below it.
    fn shape(&mut self, shape: &Shape, (x, y): (f64, f64)) {
        match &shape.geometry {
            Geometry::Line(to) => {
                let (to_x, to_y) = (x + to.x.to_pt(), y + to.y.to_pt());
                let line = (x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y));
                // Only one that lies flat strikes words through.
                if line.3 - line.1 > 1.0 {
                    return;
                }
                let over = self.words.iter().filter(|(area, _)| crosses(line, *area));
                self.struck.extend(over.map(|(_, words)| words.clone()));
                self.lines.push(line);
            }
            Geometry::Rect(size) if shape.fill.is_some() => {
                let (right, bottom) = (x + size.x.to_pt(), y + size.y.to_pt());
                let mut cut = Vec::new();
                for line in std::mem::take(&mut self.lines) {
                    if line.1 < y || line.3 > bottom || line.2 < x || line.0 > right {
                        cut.push(line);
                        continue;
                    }
                    cut.extend((line.0 < x).then_some((line.0, line.1, x, line.3)));
                    cut.extend((line.2 > right).then_some((right, line.1, line.2, line.3)));
                }
                self.lines = cut;
            }
            _ => {}
        }
    }
}

/// Whether a flat line goes through a box of words.
fn crosses(line: Area, words: Area) -> bool {
    let inside = line.1 > words.1 + 0.5 && line.3 < words.3 - 0.5;
    inside && line.0 < words.2 - 0.5 && line.2 > words.0 + 0.5
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
