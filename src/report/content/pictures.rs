//! Pictures of authors' texts, each by its shape: a wide one over the column, a high one narrow, several that
//! follow each other in rows of one height. None is cropped.

use std::io::Cursor;
use std::ops::Range;

use typst_library::World;
use typst_library::foundations::{Bytes, Content, Derived, NativeElement, Packed, Smart};
use typst_library::layout::{
    Abs, BlockBody, BlockElem, GridCell, GridChild, GridElem, GridItem, Length, Ratio, Rel, Sizing,
    TrackSizings,
};
use typst_library::loading::{DataSource, LoadSource, Loaded};
use typst_library::model::{Destination, FigureCaption, FigureElem, LinkElem, LinkTarget, ParElem, Url};
use typst_library::pdf::ArtifactElem;
use typst_library::text::TextElem;
use typst_library::visualize::ImageElem;
use typst_syntax::Spanned;

use super::super::ids::file_id;
use super::Writer;
use crate::markdown::{Block, BlockKind, Document, Image, Inline, InlineKind};

/// The width of a text's column: 8 of the grid's.
const COLUMN: f64 = 112.0;

/// The space between two pictures.
const GAP: f64 = 4.0;

/// The most that a picture is high: a wide one, a high one.
const HIGHEST: (f64, f64) = (75.0, 90.0);

/// The most that a high picture is wide.
const NARROW: f64 = 68.5;

/// The most pictures in a row.
const ROW: usize = 3;

/// How many pixels a picture has for each millimetre at least, before it is made smaller than its place:
/// 100 pixels an inch.
const DENSITY: f64 = 100.0 / 25.4;

impl Writer<'_> {
    /// Pictures that follow each other: one by its shape, several in rows.
    pub(super) fn pictures(&self, all: &[Picture<'_>]) -> Content {
        match all {
            [one] => self.figure(*one, Some(single(self.shape(one.image)))),
            _ => Content::sequence(all.chunks(ROW).map(|row| match row {
                [one] => self.figure(*one, Some(single(self.shape(one.image)))),
                row => self.row(row),
            })),
        }
    }

    /// Some pictures beside each other, all of one height.
    fn row(&self, row: &[Picture<'_>]) -> Content {
        let ratios: Vec<f64> =
            row.iter().map(|one| self.shape(one.image).map_or(1.5, |(w, h)| w / h)).collect();
        #[allow(clippy::cast_precision_loss)] // three at most
        let gaps = GAP * (row.len() - 1) as f64;
        let height = ((COLUMN - gaps) / ratios.iter().sum::<f64>()).min(HIGHEST.0);
        let tracks = |sizes: Vec<f64>| {
            TrackSizings(
                sizes.into_iter().map(|mm| Sizing::Rel(Rel::from(Length::from(Abs::mm(mm))))).collect(),
            )
        };
        let cell = |one: &Picture<'_>| {
            let body = self.figure(*one, None);
            GridChild::Item(GridItem::Cell(Packed::new(GridCell::new(body))))
        };
        let grid = GridElem::new(row.iter().map(cell).collect())
            .with_columns(tracks(ratios.iter().map(|ratio| ratio * height).collect()))
            .with_column_gutter(tracks(vec![GAP]));
        BlockElem::new().with_body(Some(BlockBody::Content(grid.pack()))).pack()
    }

    /// A picture's width and height in pixels.
    fn shape(&self, image: &Image) -> Option<(f64, f64)> {
        let bytes = self.world.file(file_id(&format!("/{}", image.url))?).ok()?;
        if let Ok(reader) = image::ImageReader::new(Cursor::new(&bytes)).with_guessed_format()
            && let Ok((width, height)) = reader.into_dimensions()
        {
            return Some((f64::from(width), f64::from(height)));
        }
        let tree = resvg::usvg::Tree::from_data(&bytes, &resvg::usvg::Options::default()).ok()?;
        let size = tree.size();
        // A drawing is as sharp as one likes.
        let scale = COLUMN * DENSITY / f64::from(size.width()).max(1.0);
        Some((f64::from(size.width()) * scale, f64::from(size.height()) * scale))
    }

    /// A picture with its credit below; where it leads somewhere, as a link. Without a width it is as wide as
    /// its place.
    fn figure(&self, one: Picture<'_>, width: Option<f64>) -> Content {
        let Picture { image, range, url, .. } = one;
        let at = self.span(range);
        let Some(picture) = self.picture(image, range, width) else {
            return ParElem::new(TextElem::packed(image.alt.as_str())).pack().spanned(at);
        };
        if image.decorative {
            return BlockElem::new().with_body(Some(BlockBody::Content(picture))).pack().spanned(at);
        }
        let picture = match url.and_then(|url| Url::new(url).ok()) {
            Some(url) => LinkElem::new(LinkTarget::Dest(Destination::Url(url)), picture).pack().spanned(at),
            None => picture,
        };
        let figure = FigureElem::new(picture);
        let figure = match image.title.trim().is_empty() {
            true => figure.pack(),
            false => {
                let caption = TextElem::packed(image.title.as_str()).spanned(at);
                figure.with_caption(Some(Packed::new(FigureCaption::new(caption)))).pack()
            }
        };
        figure.spanned(at)
    }

    /// A picture's element; `None` if the report has no such file.
    pub(super) fn picture(&self, image: &Image, range: &Range<usize>, width: Option<f64>) -> Option<Content> {
        let at = self.span(range);
        let bytes: Bytes = self.world.file(file_id(&format!("/{}", image.url))?).ok()?;
        let loaded = Loaded::new(Spanned::new(LoadSource::Bytes, at), bytes.clone());
        let width = match width.filter(|_| !self.cell.get()) {
            Some(mm) => Rel::from(Length::from(Abs::mm(mm))),
            None => Rel::from(Ratio::one()),
        };
        let element =
            ImageElem::new(Derived::new(DataSource::Bytes(bytes), loaded)).with_width(Smart::Custom(width));
        // A picture that says nothing is left out of what is read aloud.
        Some(match image.decorative {
            true => ArtifactElem::new(element.pack().spanned(at)).pack().spanned(at),
            // Only a draft gets here without words, and says so elsewhere.
            false if image.alt.trim().is_empty() => element.with_alt(Some("?".into())).pack().spanned(at),
            false => element.with_alt(Some(image.alt.trim().into())).pack().spanned(at),
        })
    }
}

/// The width of a picture that stands alone, in millimetres, by its width and height in pixels.
fn single(shape: Option<(f64, f64)>) -> f64 {
    let Some((width, height)) = shape else { return COLUMN };
    let (most_wide, most_high) = if width >= height { (COLUMN, HIGHEST.0) } else { (NARROW, HIGHEST.1) };
    most_wide.min(most_high * width / height.max(1.0)).min(width / DENSITY)
}

/// The pictures of a paragraph that holds nothing else.
pub(super) fn only_pictures(block: &Block) -> Option<Vec<Picture<'_>>> {
    let BlockKind::Paragraph(text) = &block.kind else { return None };
    let mut pictures = Vec::new();
    let words = without_pictures(text, None, &mut pictures);
    let empty = Document::text_of(&words).trim().is_empty()
        && !words.iter().any(|inline| matches!(inline.kind, InlineKind::FootnoteRef(_)));
    (empty && !pictures.is_empty()).then_some(pictures)
}

/// A picture of a run of text.
#[derive(Clone, Copy)]
pub(super) struct Picture<'t> {
    /// The picture.
    pub(super) image: &'t Image,
    /// Its bytes in the file.
    pub(super) range: &'t Range<usize>,
    /// Where it leads.
    pub(super) url: Option<&'t str>,
    /// Whether no word stands before it.
    pub(super) first: bool,
}

/// A run of text without its pictures, which are collected.
pub(super) fn without_pictures<'t>(
    text: &'t [Inline],
    url: Option<&'t str>,
    pictures: &mut Vec<Picture<'t>>,
) -> Vec<Inline> {
    let mut words: Vec<Inline> = Vec::new();
    for inline in text {
        let mut inner = |text: &'t [Inline], url: Option<&'t str>| {
            let first = Document::text_of(&words).trim().is_empty();
            let from = pictures.len();
            let inner = without_pictures(text, url, pictures);
            pictures[from..].iter_mut().for_each(|picture| picture.first &= first);
            inner
        };
        let kind = match &inline.kind {
            InlineKind::Image(image) => {
                let first = Document::text_of(&words).trim().is_empty();
                pictures.push(Picture { image, range: &inline.range, url, first });
                continue;
            }
            InlineKind::Emph(text) => InlineKind::Emph(inner(text, url)),
            InlineKind::Strong(text) => InlineKind::Strong(inner(text, url)),
            InlineKind::Strike(text) => InlineKind::Strike(inner(text, url)),
            InlineKind::Super(text) => InlineKind::Super(inner(text, url)),
            InlineKind::Sub(text) => InlineKind::Sub(inner(text, url)),
            InlineKind::Link(own, text) => {
                let words = inner(text, Some(own.as_str()));
                if Document::text_of(&words).trim().is_empty() && !text.is_empty() {
                    // The picture is the link.
                    continue;
                }
                InlineKind::Link(own.clone(), words)
            }
            InlineKind::SoftBreak | InlineKind::Break if words.is_empty() => continue,
            other => other.clone(),
        };
        words.push(Inline { range: inline.range.clone(), kind });
    }
    words
}
