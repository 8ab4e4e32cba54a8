//! Our Markdown tree as Typst content whose places point into the author's file. Author text
//! becomes elements, never markup: there is nothing that it could escape from.

mod inlines;

use std::cell::Cell;
use std::ops::Range;

use comemo::Tracked;
use typst_library::World;
use typst_library::foundations::{Bytes, Content, Derived, NativeElement, Packed, Smart};
use typst_library::layout::{
    Abs, Alignment, BlockBody, BlockElem, Celled, Em, Fr, HAlignment, Length, Rel, Sides, Sizing,
    TrackSizings,
};
use typst_library::loading::{DataSource, LoadSource, Loaded};
use typst_library::model::{
    Destination, DividerElem, EnumElem, EnumItem, FigureCaption, FigureElem, HeadingElem, LinkElem,
    LinkTarget, ListElem, ListItem, ParElem, ParbreakElem, QuoteElem, StrongElem, TableCell, TableChild,
    TableElem, TableHeader, TableItem, TermItem, TermsElem, Url,
};
use typst_library::pdf::ArtifactElem;
use typst_library::text::{RawContent, RawElem, TextElem, TextSize};
use typst_library::visualize::ImageElem;
use typst_syntax::{FileId, RangeMapper, Span, Spanned, SyntaxKind, SyntaxNode};

use super::ids::file_id;
use crate::markdown::{
    Block, BlockKind, Columns, DENSE_INSET, Document, Image, Inline, InlineKind, List, Table,
};
use inlines::{kept_together, pieces};

/// Makes content of one author's file.
pub struct Writer<'a> {
    /// The author's file.
    file: FileId,
    /// Its path, for the labels of footnotes.
    path: &'a str,
    /// The level at which the first heading stands.
    level: usize,
    /// Where pictures come from.
    world: &'a Tracked<'a, dyn World + 'a>,
    /// Whether the text is a table's cell: addresses may break at their points there.
    cell: Cell<bool>,
}

/// The place of some bytes of a file.
///
/// A range span can't be made directly outside Typst; a syntax node that is mapped onto the file
/// has one. It needs two bytes or more.
fn span(id: FileId, range: &Range<usize>) -> Span {
    let (start, end) = (range.start, range.end.max(range.start + 2));
    let Ok(mapper) = RangeMapper::new([start..start + 1, end - 1..end]) else {
        return Span::detached();
    };
    let mut node = SyntaxNode::leaf(SyntaxKind::Text, "ab");
    match node.synthesize_mapped(id, &mapper) {
        Ok(()) => node.span(),
        Err(_) => Span::detached(),
    }
}

impl<'a> Writer<'a> {
    /// A writer for a file.
    pub fn new(file: FileId, path: &'a str, level: usize, world: &'a Tracked<'a, dyn World + 'a>) -> Self {
        Self { file, path, level, world, cell: Cell::new(false) }
    }

    /// A whole text.
    pub fn document(&self, document: &Document) -> Content {
        let mut mentioned = vec![false; document.notes.len()];
        let mut content = self.blocks(&document.blocks, document, &mut mentioned);
        // A note that nothing mentions is still the author's text.
        let forgotten: Vec<_> = document.notes.iter().enumerate().filter(|(i, _)| !mentioned[*i]).collect();
        for (_, note) in forgotten {
            content += self.blocks(note, document, &mut mentioned);
        }
        content
    }

    /// The place of a node.
    fn span(&self, range: &Range<usize>) -> Span {
        span(self.file, range)
    }

    /// Some blocks.
    fn blocks(&self, blocks: &[Block], document: &Document, mentioned: &mut [bool]) -> Content {
        Content::sequence(blocks.iter().map(|block| self.block(block, document, mentioned)))
    }

    fn block(&self, block: &Block, document: &Document, mentioned: &mut [bool]) -> Content {
        let at = self.span(&block.range);
        let content = match &block.kind {
            // A heading without words would be one that nobody can go to.
            BlockKind::Heading(_, text) if Document::text_of(text).is_empty() => Content::empty(),
            BlockKind::Heading(depth, text) => {
                let body = self.inlines(text, document, mentioned);
                let level = (self.level + usize::from(*depth) - 1).clamp(1, 6);
                let level = std::num::NonZeroUsize::new(level).unwrap_or(std::num::NonZeroUsize::MIN);
                HeadingElem::new(body).with_level(Smart::Custom(level)).with_outlined(false).pack()
            }
            BlockKind::Paragraph(text) => self.paragraph(text, true, document, mentioned),
            BlockKind::List(list) => self.list(list, document, mentioned),
            BlockKind::Quote(inner) => {
                QuoteElem::new(self.blocks(inner, document, mentioned)).with_block(true).pack()
            }
            BlockKind::Alert(alert, inner) => {
                let title = StrongElem::new(TextElem::packed(alert.title())).pack().spanned(at);
                let body = ParElem::new(title).pack().spanned(at) + self.blocks(inner, document, mentioned);
                QuoteElem::new(body).with_block(true).pack()
            }
            BlockKind::Code(_, text) => {
                RawElem::new(RawContent::Text(broken(text).into())).with_block(true).pack()
            }
            BlockKind::Table(table) => self.table(table, document, mentioned),
            BlockKind::Definitions(entries) => {
                let items = entries.iter().map(|(term, meaning)| {
                    let term = self.inlines(term, document, mentioned);
                    Packed::new(TermItem::new(term, self.blocks(meaning, document, mentioned)))
                });
                TermsElem::new(items.collect()).with_tight(false).pack()
            }
            BlockKind::Rule => DividerElem::new().pack(),
        };
        content.spanned(at)
    }

    /// A list; a task says its state with a sign.
    fn list(&self, list: &List, document: &Document, mentioned: &mut [bool]) -> Content {
        let bodies: Vec<Content> = list
            .items
            .iter()
            .map(|item| {
                let sign = match item.task {
                    Some(true) => TextElem::packed("\u{2611} "),
                    Some(false) => TextElem::packed("\u{2610} "),
                    None => Content::empty(),
                };
                sign + self.item(&item.blocks, document, mentioned)
            })
            .collect();
        let placed = bodies.into_iter().zip(list.items.iter().map(|item| self.span(&item.range)));
        match list.start {
            Some(start) => {
                let items = placed.map(|(body, at)| Packed::new(EnumItem::new(body)).spanned(at));
                EnumElem::new(items.collect())
                    .with_start(Smart::Custom(start as u64))
                    .with_tight(list.tight)
                    .pack()
            }
            None => {
                let items = placed.map(|(body, at)| Packed::new(ListItem::new(body)).spanned(at));
                ListElem::new(items.collect()).with_tight(list.tight).pack()
            }
        }
    }

    /// The blocks of an item: a first paragraph stands on the line of its mark.
    fn item(&self, blocks: &[Block], document: &Document, mentioned: &mut [bool]) -> Content {
        match blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(text), .. }, rest)) => {
                let first = self.paragraph(text, false, document, mentioned);
                match rest.is_empty() {
                    true => first,
                    false => first + ParbreakElem::shared().clone() + self.blocks(rest, document, mentioned),
                }
            }
            _ => self.blocks(blocks, document, mentioned),
        }
    }

    /// A table with its header row.
    fn table(&self, table: &Table, document: &Document, mentioned: &mut [bool]) -> Content {
        let count = table.header.len().max(1);
        let (tracks, size) = match table.columns() {
            Columns::Natural => (vec![Sizing::Auto; count], 1.0),
            Columns::Shared { shares, size } => {
                (shares.into_iter().map(|share| Sizing::Fr(Fr::new(share))).collect(), size)
            }
            // Only a draft gets here: a final build says which table it is.
            Columns::TooWide(_) => (vec![Sizing::Fr(Fr::one()); count], 0.5),
        };
        let mut cells = |row: &[Vec<Inline>]| -> Vec<TableItem> {
            row.iter()
                .map(|cell| {
                    let cell: Vec<Inline> = cell.iter().map(kept_together).collect();
                    self.cell.set(true);
                    let mut body = self.paragraph(&cell, false, document, mentioned);
                    self.cell.set(false);
                    if size < 1.0 {
                        body = body.set(TextElem::size, TextSize(Em::new(size).into()));
                    }
                    TableItem::Cell(Packed::new(TableCell::new(body)))
                })
                .collect()
        };
        let header = TableChild::Header(Packed::new(TableHeader::new(cells(&table.header))));
        let rows: Vec<TableChild> =
            table.rows.iter().flat_map(|row| cells(row)).map(TableChild::Item).collect();
        let align = (0..count).map(|column| Smart::Custom(alignment(table.align.get(column)))).collect();
        let element = TableElem::new(std::iter::once(header).chain(rows).collect())
            .with_columns(TrackSizings(tracks.into()))
            .with_align(Celled::Array(align));
        if size < 1.0 {
            let side = |points: f64| Some(Rel::from(Length::from(Abs::pt(points * size))));
            let x = DENSE_INSET * 9.5 / 2.0;
            let inset = Sides::new(side(x), side(5.5), side(x), side(5.5));
            return element.with_inset(Celled::Value(inset)).pack();
        }
        element.pack()
    }

    /// A paragraph, an item's first line or a cell. Typst sets no picture in a line: those before its
    /// words stand above it, the others below, each with its credit, and none is lost.
    fn paragraph(&self, text: &[Inline], own: bool, document: &Document, mentioned: &mut [bool]) -> Content {
        let mut pictures = Vec::new();
        let words = without_pictures(text, None, &mut pictures);
        let body = |writer: &Self, mentioned: &mut [bool]| {
            let body = writer.inlines(&words, document, mentioned);
            if own { ParElem::new(body).pack() } else { body }
        };
        if pictures.is_empty() {
            return body(self, mentioned);
        }
        let empty = Document::text_of(&words).trim().is_empty()
            && !words.iter().any(|inline| matches!(inline.kind, InlineKind::FootnoteRef(_)));
        let (above, below): (Vec<_>, Vec<_>) =
            pictures.into_iter().partition(|picture| empty || picture.first);
        let figures = |all: Vec<Picture<'_>>| {
            Content::sequence(all.into_iter().map(|one| self.figure(one.image, one.range, one.url)))
        };
        let mut content = figures(above);
        if !empty {
            content += body(self, mentioned);
        }
        content + figures(below)
    }

    /// A picture with its credit below; where it leads somewhere, as a link.
    fn figure(&self, image: &Image, range: &Range<usize>, url: Option<&str>) -> Content {
        let at = self.span(range);
        let Some(picture) = self.picture(image, range) else {
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
    fn picture(&self, image: &Image, range: &Range<usize>) -> Option<Content> {
        let at = self.span(range);
        let bytes: Bytes = self.world.file(file_id(&format!("/{}", image.url))?).ok()?;
        let loaded = Loaded::new(Spanned::new(LoadSource::Bytes, at), bytes.clone());
        let element = ImageElem::new(Derived::new(DataSource::Bytes(bytes), loaded));
        // A picture that says nothing is left out of what is read aloud.
        Some(match image.decorative {
            true => ArtifactElem::new(element.pack().spanned(at)).pack().spanned(at),
            // Only a draft gets here without words, and says so elsewhere.
            false if image.alt.trim().is_empty() => element.with_alt(Some("?".into())).pack().spanned(at),
            false => element.with_alt(Some(image.alt.trim().into())).pack().spanned(at),
        })
    }
}

/// A text of code in which long runs may break, by a zero-width space: a block of code holds nothing
/// but characters.
fn broken(text: &str) -> String {
    pieces(text).join("\u{200B}")
}

/// A picture of a run of text.
struct Picture<'t> {
    /// The picture.
    image: &'t Image,
    /// Its bytes in the file.
    range: &'t Range<usize>,
    /// Where it leads.
    url: Option<&'t str>,
    /// Whether no word stands before it.
    first: bool,
}

/// A run of text without its pictures, which are collected.
fn without_pictures<'t>(
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

/// A column's alignment.
fn alignment(name: Option<&String>) -> Alignment {
    Alignment::H(match name.map(String::as_str) {
        Some("right") => HAlignment::End,
        Some("center") => HAlignment::Center,
        _ => HAlignment::Start,
    })
}
