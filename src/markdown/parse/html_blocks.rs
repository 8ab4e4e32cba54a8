//! Blocks of HTML as blocks of ours.

use super::super::raw::{Piece, Tag};
use super::super::text::visible;
use super::super::tree::{Block, BlockKind, Document, Inline, InlineKind, Item, List};
use std::ops::Range;

/// Makes blocks of pieces of HTML.
pub(super) struct HtmlBlocks {
    /// The bytes of the HTML.
    pub(super) range: Range<usize>,
    /// The blocks so far.
    pub(super) blocks: Vec<Block>,
    /// The items of the list that is open.
    pub(super) items: Vec<Item>,
    /// The paragraph that is open.
    pub(super) line: Vec<Inline>,
    /// The link that is open: its address and where its words begin.
    pub(super) link: Option<(String, usize)>,
    /// Whether the paragraph is an item's.
    pub(super) in_item: bool,
}

impl HtmlBlocks {
    /// All blocks.
    pub(super) fn of(mut self, pieces: Vec<Piece>) -> Vec<Block> {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.text(&text),
                Piece::Open(tag) => self.open(tag),
                Piece::Close(name) => self.close(&name),
            }
        }
        self.end_link();
        self.end_paragraph();
        self.end_list();
        self.blocks
    }

    /// A piece with the place of the whole.
    fn inline(&self, kind: InlineKind) -> Inline {
        Inline { range: self.range.clone(), kind }
    }

    /// Text, its white space folded.
    fn text(&mut self, text: &str) {
        let mut folded = String::new();
        for word in text.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
        let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
        if blank(text.chars().next()) && !self.line.is_empty() {
            folded.insert(0, ' ');
        }
        if blank(text.chars().next_back()) && !folded.trim().is_empty() {
            folded.push(' ');
        }
        if !folded.is_empty() {
            let inline = self.inline(InlineKind::Text(visible(&folded).into_owned()));
            self.line.push(inline);
        }
    }

    /// The start of an element.
    fn open(&mut self, tag: Tag) {
        match tag.name.as_str() {
            "br" => {
                let inline = self.inline(InlineKind::Break);
                self.line.push(inline);
            }
            "a" => {
                self.end_link();
                self.link = tag.href.map(|url| (url, self.line.len()));
            }
            "li" => {
                self.end_paragraph();
                self.in_item = true;
            }
            name if Tag::is_block(name) => {
                self.end_paragraph();
                if !matches!(name, "ul" | "ol") {
                    self.end_list();
                }
            }
            _ => {}
        }
        if let Some(alt) = tag.alt.filter(|alt| !alt.trim().is_empty()) {
            self.text(&format!(" {alt} "));
        }
    }

    /// The end of an element.
    fn close(&mut self, name: &str) {
        match name {
            "a" => self.end_link(),
            "td" | "th" if !self.line.is_empty() => self.text(" | "),
            "ul" | "ol" => {
                self.end_paragraph();
                self.end_list();
            }
            name if Tag::is_block(name) => self.end_paragraph(),
            _ => {}
        }
    }

    /// Ends the link that is open.
    fn end_link(&mut self) {
        let Some((url, from)) = self.link.take() else { return };
        let inner: Vec<Inline> = self.line.drain(from.min(self.line.len())..).collect();
        if !inner.is_empty() {
            let inline = self.inline(InlineKind::Link(url, inner));
            self.line.push(inline);
        }
    }

    /// Ends the paragraph that is open.
    fn end_paragraph(&mut self) {
        self.end_link();
        let mut line = std::mem::take(&mut self.line);
        if let Some(Inline { kind: InlineKind::Text(text), .. }) = line.last_mut() {
            // The mark behind the last cell of a row divides nothing.
            *text = text.trim_end().trim_end_matches('|').trim_end().to_string();
        }
        let in_item = std::mem::take(&mut self.in_item);
        if Document::text_of(&line).trim().is_empty() {
            return;
        }
        let block = Block { range: self.range.clone(), kind: BlockKind::Paragraph(line) };
        match in_item {
            true => self.items.push(Item { range: self.range.clone(), task: None, blocks: vec![block] }),
            false => self.blocks.push(block),
        }
    }

    /// Ends the list that is open.
    fn end_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            let list = List { start: None, tight: true, items };
            self.blocks.push(Block { range: self.range.clone(), kind: BlockKind::List(list) });
        }
    }
}
