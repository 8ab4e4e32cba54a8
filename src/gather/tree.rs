//! Small ways to make the tree of a text that was no Markdown.

use crate::markdown::{Block, BlockKind, Document, Image, Inline, InlineKind, Item, List, Table};

/// Words.
pub(super) fn text(words: impl Into<String>) -> Inline {
    inline(InlineKind::Text(words.into()))
}

/// A piece of inline text.
pub(super) fn inline(kind: InlineKind) -> Inline {
    Inline { range: 0..0, kind }
}

/// A link.
pub(super) fn link(url: impl Into<String>, words: Vec<Inline>) -> Inline {
    inline(InlineKind::Link(url.into(), words))
}

/// A picture.
pub(super) fn picture(url: impl Into<String>, alt: impl Into<String>) -> Inline {
    inline(InlineKind::Image(Image {
        url: url.into(),
        alt: alt.into(),
        title: String::new(),
        decorative: false,
    }))
}

/// A block.
pub(super) fn block(kind: BlockKind) -> Block {
    Block { range: 0..0, kind }
}

/// A paragraph.
pub(super) fn paragraph(words: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph(words))
}

/// A paragraph of plain words, their addresses as links.
pub(super) fn plain(words: &str) -> Block {
    paragraph(linked(words))
}

/// A heading.
pub(super) fn heading(depth: u8, words: Vec<Inline>) -> Block {
    block(BlockKind::Heading(depth.clamp(1, 6), words))
}

/// An item of a list.
pub(super) fn item(blocks: Vec<Block>) -> Item {
    Item { range: 0..0, task: None, blocks }
}

/// A list; numbered from 1 if it is ordered.
pub(super) fn list(ordered: bool, items: Vec<Item>) -> Block {
    let simple = |item: &Item| {
        item.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::List(_))).count() < 2
    };
    let tight = items.iter().all(simple);
    block(BlockKind::List(List { start: ordered.then_some(1), tight, items }))
}

/// A table of rows, the first of which is its header; short rows are filled up.
pub(super) fn table(mut rows: Vec<Vec<Vec<Inline>>>) -> Option<Block> {
    let columns = rows.iter().map(Vec::len).max().filter(|columns| *columns > 0)?;
    rows.iter_mut().for_each(|row| row.resize(columns, vec![]));
    let header = rows.remove(0);
    Some(block(BlockKind::Table(Table { align: vec![String::new(); columns], header, rows })))
}

/// Plain words, with web addresses in them as links.
pub(super) fn linked(words: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = words;
    while let Some(at) = first_address(rest) {
        let address = &rest[at..];
        let end = address
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»'))
            .unwrap_or(address.len());
        let address = trimmed_address(&address[..end]);
        if at > 0 {
            out.push(text(&rest[..at]));
        }
        out.push(link(address, vec![text(address)]));
        rest = &rest[at + address.len()..];
    }
    if !rest.is_empty() {
        out.push(text(rest));
    }
    out
}

/// Where the first web address begins.
fn first_address(words: &str) -> Option<usize> {
    ["https://", "http://"].iter().filter_map(|scheme| words.find(scheme)).min()
}

/// An address without the full stop or bracket of the sentence that it stands in.
fn trimmed_address(address: &str) -> &str {
    let mut out = address;
    loop {
        let opened = out.matches('(').count();
        let closed = out.matches(')').count();
        let next = match out.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_') => &out[..out.len() - 1],
            Some(')') if closed > opened => &out[..out.len() - 1],
            _ => return out,
        };
        out = next;
    }
}

/// The words of a document, in order, pictures' words and all; to be counted.
pub(super) fn words(document: &Document) -> String {
    let mut document = document.clone();
    let runs = document.runs_mut();
    runs.into_iter().map(|run| Document::text_of(run)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let document = |words: &str| Document { blocks: vec![plain(words)], notes: vec![] }.source();
        assert_eq!(document("See https://example.org/a_(b)."), "See <https://example.org/a_(b)>.\n");
        assert_eq!(document("(https://example.org)"), "(<https://example.org>)\n");
        assert_eq!(document("no address"), "no address\n");
    }
}
