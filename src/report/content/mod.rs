//! Our Markdown tree as Typst content whose places point into the author's file. Author text
//! becomes elements, never markup: there is nothing that it could escape from.

mod inlines;
mod pictures;

use std::cell::Cell;
use std::ops::Range;

use comemo::Tracked;
use typst_library::World;
use typst_library::foundations::{Content, NativeElement, Packed, Smart};
use typst_library::layout::{
    Abs, Alignment, Celled, Em, Fr, HAlignment, Length, PadElem, Rel, Sides, Sizing, TrackSizings,
};
use typst_library::model::{
    Attribution, DividerElem, EnumElem, EnumItem, HeadingElem, ListElem, ListItem, ParElem, ParbreakElem,
    QuoteElem, StrongElem, TableCell, TableChild, TableElem, TableHeader, TableItem, TermItem, TermsElem,
};
use typst_library::text::{RawContent, RawElem, TextElem, TextSize};
use typst_syntax::{FileId, RangeMapper, Span, SyntaxKind, SyntaxNode};

use crate::markdown::{
    Block, BlockKind, Columns, DENSE_INSET, Document, Inline, InlineKind, List, Table, attributed,
};
use inlines::{kept_together, pieces};
use pictures::{Picture, only_pictures, without_pictures};

/// The margin column at the left of a text with the space between, in millimetres (`hang` of the layouts).
const HANG: f64 = 58.0;

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

    /// Some blocks; pictures that follow each other stand together.
    fn blocks(&self, blocks: &[Block], document: &Document, mentioned: &mut [bool]) -> Content {
        let mut content = Content::empty();
        let mut rest = blocks;
        while let Some((block, behind)) = rest.split_first() {
            let row = rest.iter().map_while(only_pictures).collect::<Vec<_>>();
            if row.len() > 1 {
                content += self.pictures(&row.concat());
                rest = &rest[row.len()..];
                continue;
            }
            content += self.block(block, document, mentioned);
            rest = behind;
        }
        content
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
                let (said, by) = attributed(inner);
                let by = by.map(|by| Attribution::Content(self.inlines(&by, document, mentioned)));
                QuoteElem::new(self.blocks(&said, document, mentioned))
                    .with_block(true)
                    .with_attribution(by)
                    .pack()
            }
            BlockKind::Alert(alert, inner) => {
                let title = StrongElem::new(TextElem::packed(alert.title())).pack().spanned(at);
                let body = ParElem::new(title).pack().spanned(at) + self.blocks(inner, document, mentioned);
                // The theme knows a box beside the text by this.
                QuoteElem::new(body).with_block(true).with_quotes(Smart::Custom(true)).pack()
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
        let (tracks, size, wide) = match table.columns() {
            Columns::Natural => (vec![Sizing::Auto; count], 1.0, false),
            Columns::Shared { wide, shares, size } => {
                (shares.into_iter().map(|share| Sizing::Fr(Fr::new(share))).collect(), size, wide)
            }
            // Only a draft gets here: a final build says which table it is.
            Columns::TooWide(_) => (vec![Sizing::Fr(Fr::one()); count], 0.5, true),
        };
        // One that is too wide for the column reaches over the margin at its left.
        let placed = |content: Content| match wide {
            true => PadElem::new(content).with_left(Rel::from(Length::from(Abs::mm(-HANG)))).pack(),
            false => content,
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
            let x = DENSE_INSET * 9.0 / 2.0;
            let inset = Sides::new(side(x), side(5.5), side(x), side(5.5));
            return placed(element.with_inset(Celled::Value(inset)).pack());
        }
        placed(element.pack())
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
        let figures = |all: Vec<Picture<'_>>| self.pictures(&all);
        let mut content = figures(above);
        if !empty {
            content += body(self, mentioned);
        }
        content + figures(below)
    }
}

/// A text of code in which long runs may break, by a zero-width space: a block of code holds nothing
/// but characters.
fn broken(text: &str) -> String {
    pieces(text).join("\u{200B}")
}

/// A column's alignment.
fn alignment(name: Option<&String>) -> Alignment {
    Alignment::H(match name.map(String::as_str) {
        Some("right") => HAlignment::End,
        Some("center") => HAlignment::Center,
        _ => HAlignment::Start,
    })
}
