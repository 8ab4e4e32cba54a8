//! The tree that all writers read. Each node knows its bytes in the author's file.

mod said;
mod walk;

pub use said::attributed;

use crate::value::on_one_line;

use serde::Serialize;
use std::ops::Range;
use walk::{code, inline_images, links, push_words, relevel, renumber, text_runs, title_alerts};

/// A text with its footnotes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Document {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The footnotes in the order of their first mention; `FootnoteRef` counts into it from 0.
    pub notes: Vec<Vec<Block>>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Block {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub enum BlockKind {
    /// A heading. Its depth counts from 1 inside the text, without gaps; the writer adds the
    /// level at which the text stands.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// A call for attention.
    Alert(Alert, Vec<Block>),
    /// Code, with its language.
    Code(String, String),
    /// A table.
    Table(Table),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
    /// A thematic break.
    Rule,
}

/// A call for attention.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Alert {
    /// `note`, `tip`, `important`, `warning` or `caution`.
    pub kind: String,
    /// Its title as written, or in the text's language; empty until it is known.
    pub title: String,
}

impl Alert {
    /// The title, or else the kind.
    pub fn title(&self) -> &str {
        if self.title.is_empty() { &self.kind } else { &self.title }
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct List {
    /// The first item's number, if it is ordered.
    pub start: Option<usize>,
    /// Whether its items stand close together.
    pub tight: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Item {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// Whether it is a task, and a finished one.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A table; every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Table {
    /// How each column is aligned: `left`, `center`, `right` or empty.
    pub align: Vec<String>,
    /// The header's cells.
    pub header: Vec<Vec<Inline>>,
    /// The rows below it.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A piece of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Inline {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What it is.
    pub kind: InlineKind,
}

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub enum InlineKind {
    /// Words.
    Text(String),
    /// A line end in the source: a space.
    SoftBreak,
    /// A line end that is meant.
    Break,
    /// Code.
    Code(String),
    /// Emphasis.
    Emph(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strike(Vec<Inline>),
    /// Raised.
    Super(Vec<Inline>),
    /// Lowered.
    Sub(Vec<Inline>),
    /// A link: its address and its text.
    Link(String, Vec<Inline>),
    /// A picture.
    Image(Image),
    /// A footnote's mention: its index in `Document::notes`.
    FootnoteRef(usize),
}

/// A picture as the author placed it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Image {
    /// The address as typed, until it is resolved to a path below `sources/`.
    pub url: String,
    /// What it shows, in words.
    pub alt: String,
    /// The title, which holds credit and licence.
    pub title: String,
    /// Whether it is decorative: `images.yaml` says so.
    pub decorative: bool,
}

impl Document {
    /// The plain words of a run of inline text, to be compared or looked into; pictures give their alt text.
    pub fn text_of(inlines: &[Inline]) -> String {
        let mut out = String::new();
        push_words(inlines, &mut out);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same to be printed: with the spaces at which no line breaks.
    pub fn line_of(inlines: &[Inline]) -> String {
        let mut out = String::new();
        push_words(inlines, &mut out);
        on_one_line(&out)
    }

    /// Whether the first heading mentions a footnote, which a headline can't show.
    pub fn title_has_note(&self) -> bool {
        let Some(Block { kind: BlockKind::Heading(_, text), .. }) = self.blocks.first() else { return false };
        let mut order = Vec::new();
        renumber(&mut text.clone(), &mut order);
        !order.is_empty()
    }

    /// Takes the first heading out and gives its words and place, if the text starts with one.
    pub fn take_title(&mut self) -> Option<(String, Range<usize>)> {
        match self.blocks.first() {
            Some(Block { range, kind: BlockKind::Heading(_, text) }) => {
                let title = (Self::line_of(text), range.clone());
                self.blocks.remove(0);
                Some(title)
            }
            _ => None,
        }
    }

    /// The text of every block of code.
    pub fn code(&self) -> Vec<&str> {
        let mut found = Vec::new();
        code(&self.blocks, &mut found);
        self.notes.iter().for_each(|note| code(note, &mut found));
        found
    }

    /// Counts the depths of the headings anew, as those that stood above them may have been taken
    /// out: the first is 1, and none is skipped.
    pub fn relevel(&mut self) {
        let mut above = Vec::new();
        relevel(&mut self.blocks, &mut above);
        self.notes.iter_mut().for_each(|note| relevel(note, &mut above));
    }

    /// The words of the first paragraph.
    pub fn summary(&self) -> Option<String> {
        self.blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Paragraph(text) if !is_picture(text) => Some(Self::line_of(text)),
            _ => None,
        })
    }

    /// The first paragraph alone, with the footnotes that it mentions.
    pub fn opening(&self) -> Self {
        let words = |block: &&Block| matches!(&block.kind, BlockKind::Paragraph(text) if !is_picture(text));
        self.part(self.blocks.iter().find(words).into_iter().cloned().collect())
    }

    /// The first blocks alone, with the footnotes that they mention.
    pub fn first_blocks(&self, most: usize) -> Self {
        match most >= self.blocks.len() {
            true => self.clone(),
            false => self.part(self.blocks[..most].to_vec()),
        }
    }

    /// Some of the blocks, with the footnotes that they mention, counted anew.
    fn part(&self, blocks: Vec<Block>) -> Self {
        let mut part = Self { blocks, notes: Vec::new() };
        let mut order = Vec::new();
        for run in part.runs_mut() {
            renumber(run, &mut order);
        }
        part.notes = order.iter().filter_map(|index| self.notes.get(*index).cloned()).collect();
        part
    }

    /// Every picture, in order, to be changed or read.
    pub fn images_mut(&mut self) -> Vec<(Range<usize>, &mut Image)> {
        let mut found = Vec::new();
        for run in self.runs_mut() {
            inline_images(run, &mut found);
        }
        found
    }

    /// Every run of inline text, in order, the footnotes' last.
    pub fn runs_mut(&mut self) -> Vec<&mut Vec<Inline>> {
        let mut runs = Vec::new();
        text_runs(&mut self.blocks, &mut runs);
        for note in &mut self.notes {
            text_runs(note, &mut runs);
        }
        runs
    }
}

impl Document {
    /// Gives each alert without a title the one that its kind has.
    pub fn title_alerts(&mut self, title: &dyn Fn(&str) -> String) {
        title_alerts(&mut self.blocks, title);
        for note in &mut self.notes {
            title_alerts(note, title);
        }
    }

    /// Every link's address, in order, with the link's place, to be changed or read.
    pub fn links_mut(&mut self) -> Vec<&mut Inline> {
        let mut found = Vec::new();
        for run in self.runs_mut() {
            links(run, &mut found);
        }
        found
    }
}

/// Whether a paragraph is one picture and nothing else: a figure.
pub fn is_picture(inlines: &[Inline]) -> bool {
    matches!(inlines, [Inline { kind: InlineKind::Image(_), .. }])
}
