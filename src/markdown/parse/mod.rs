//! comrak's tree into ours: bounded in depth, with the bytes of each node, and nothing lost.

mod address;
mod html_blocks;
mod inlines;
mod tables;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use comrak::nodes::{ListType, NodeValue, Sourcepos};
use comrak::{Arena, Node, Options, parse_document};

use super::raw::{self, Piece};
use super::tree::{Alert, Block, BlockKind, Document, Inline, InlineKind, Item, List};
use super::{smart, unworked};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::value::Style;
use html_blocks::HtmlBlocks;
use tables::alignment;

/// How deep blocks may nest; Typst fails at 16 nested quotations.
const MAX_BLOCKS: usize = 10;

/// How deep inline text may nest.
const MAX_INLINES: usize = 24;

/// The longest run of characters without a space that passes without a word.
const MAX_RUN: usize = 1000;

/// A Markdown text of a file.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The file's path, for findings.
    pub path: &'a Arc<str>,
    /// The file's whole text.
    pub text: &'a str,
    /// Where the Markdown starts in it.
    pub start: usize,
    /// How its language sets quotation marks, dashes and spaces; `None` leaves them as typed.
    pub style: Option<Style>,
}

/// Reads Markdown: CommonMark with tables, footnotes, task lists, strikethrough, autolinks,
/// definition lists, superscript, subscript and alerts.
pub fn parse(input: &Input<'_>, findings: &mut Diagnostics) -> Document {
    let arena = Arena::new();
    let body = &input.text[input.start..];
    let root = parse_document(&arena, body, &options(body));
    let mut builder = Builder {
        input,
        lines: line_starts(body),
        notes: BTreeMap::new(),
        order: Vec::new(),
        index: BTreeMap::new(),
        headings: Vec::new(),
        in_note: false,
        findings,
    };
    builder.define_notes(root);
    let blocks = builder.blocks(root, 0);
    let notes = builder.footnotes();
    let mut document = Document { blocks, notes };
    if let Some(style) = &input.style {
        smart::document(&mut document, style);
    }
    document
}

/// comrak's options for a text.
fn options(text: &str) -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    options.extension.superscript = true;
    options.extension.subscript = true;
    // For alerts comrak looks along the whole line at each mark of a quotation: a line of tens of
    // thousands of marks would take minutes. Nobody nests an alert that deep.
    let deep = |line: &str| line.bytes().take_while(|b| matches!(b, b'>' | b' ')).take(200).count() == 200;
    options.extension.alerts = text.contains("[!") && !text.lines().any(deep);
    // Definitions that nothing mentions would be dropped otherwise.
    options.parse.leave_footnote_definitions = true;
    options
}

/// Where each line of a text starts.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// A footnote's name as mentions and definitions are compared.
fn normal(name: &str) -> String {
    name.to_lowercase()
}

/// The state of a walk over comrak's tree.
struct Builder<'a, 'i> {
    /// What is read.
    input: &'i Input<'i>,
    /// Where the body's lines start.
    lines: Vec<usize>,
    /// Footnote definitions by name.
    notes: BTreeMap<String, Node<'a>>,
    /// Names of footnotes in the order of their first mention.
    order: Vec<String>,
    /// Where each of them stands in that order.
    index: BTreeMap<String, usize>,
    /// The levels of the headings that the present one stands under.
    headings: Vec<u8>,
    /// Whether a footnote is read, in which none may be mentioned.
    in_note: bool,
    /// Where findings go.
    findings: &'i mut Diagnostics,
}

impl<'a> Builder<'a, '_> {
    /// A comrak position as bytes of the file.
    fn range(&self, position: Sourcepos) -> Range<usize> {
        let len = self.input.text.len() - self.input.start;
        let byte = |line: usize, column: usize| {
            let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied();
            (start.unwrap_or(len) + column).min(len)
        };
        let start = byte(position.start.line, position.start.column.saturating_sub(1));
        let end = byte(position.end.line, position.end.column).max(start);
        let text = self.input.text;
        let floor = |at| crate::diagnostic::floor_char(text, at + self.input.start);
        floor(start)..floor(end)
    }

    /// The bytes of a node.
    fn range_of(&self, node: Node<'a>) -> Range<usize> {
        self.range(node.data().sourcepos)
    }

    /// A finding at a node.
    fn find(&mut self, finding: Diagnostic, node: Node<'a>) {
        let place = Place::new(self.input.path.clone(), self.range_of(node));
        self.findings.push(finding.at(place));
    }

    /// The blocks below a node.
    fn blocks(&mut self, node: Node<'a>, depth: usize) -> Vec<Block> {
        node.children().flat_map(|child| self.block(child, depth)).collect()
    }

    /// One block; none for what prints nothing, several for HTML.
    fn block(&mut self, node: Node<'a>, depth: usize) -> Vec<Block> {
        let range = self.range_of(node);
        let value = node.data().value.clone();
        let container = !matches!(value, NodeValue::Paragraph | NodeValue::Heading(_));
        if depth >= MAX_BLOCKS && container && node.first_child().is_some() {
            return vec![self.flattened(node, range)];
        }
        let kind = match value {
            NodeValue::Paragraph => BlockKind::Paragraph(self.run(node)),
            NodeValue::Heading(heading) => {
                let text = self.run(node);
                let depth = self.level(heading.level, Document::text_of(&text).is_empty(), node);
                BlockKind::Heading(depth, text)
            }
            NodeValue::List(list) => {
                let start = (list.list_type == ListType::Ordered).then_some(list.start);
                let items = node.children().map(|item| self.item(item, depth + 1)).collect();
                BlockKind::List(List { start, tight: list.tight, items })
            }
            NodeValue::BlockQuote | NodeValue::MultilineBlockQuote(_) => {
                BlockKind::Quote(self.blocks(node, depth + 1))
            }
            NodeValue::Alert(alert) => {
                let kind = format!("{:?}", alert.alert_type).to_lowercase();
                let title = self.without_controls(alert.title.clone().unwrap_or_default(), node);
                BlockKind::Alert(Alert { kind, title }, self.blocks(node, depth + 1))
            }
            NodeValue::CodeBlock(code) => {
                let language = code.info.split_whitespace().next().unwrap_or_default().to_string();
                let text = code.literal.strip_suffix('\n').unwrap_or(&code.literal);
                BlockKind::Code(language, self.without_controls(text.to_string(), node))
            }
            NodeValue::Table(table) => {
                let align = table.alignments.iter().map(alignment).collect();
                BlockKind::Table(self.table(node, align))
            }
            NodeValue::DescriptionList => BlockKind::Definitions(self.definitions(node, depth)),
            NodeValue::ThematicBreak => BlockKind::Rule,
            NodeValue::HtmlBlock(html) => return self.html_block(node, &html.literal, range),
            NodeValue::FootnoteDefinition(_) | NodeValue::FrontMatter(_) => return vec![],
            _ => return vec![self.flattened(node, range)],
        };
        vec![Block { range, kind }]
    }

    /// A whole run of inline text, with what is to be said of marks in it that did nothing.
    fn run(&mut self, node: Node<'a>) -> Vec<Inline> {
        let run = self.inlines(node, 0);
        let range = self.range_of(node);
        let raw = self.input.text.get(range.clone()).unwrap_or_default();
        for (found, finding) in unworked::find(&run, raw) {
            let at = range.start + found.start..range.start + found.end;
            self.findings.push(finding.at(Place::new(self.input.path.clone(), at)));
        }
        run
    }

    /// An item of a list.
    fn item(&mut self, node: Node<'a>, depth: usize) -> Item {
        let task = match node.data().value {
            NodeValue::TaskItem(task) => Some(task.symbol.is_some()),
            _ => None,
        };
        Item { range: self.range_of(node), task, blocks: self.blocks(node, depth) }
    }

    /// A heading's depth without gaps; a skipped level is repaired and reported.
    /// One without words is none that another could stand under.
    fn level(&mut self, level: u8, empty: bool, node: Node<'a>) -> u8 {
        if empty {
            return level;
        }
        while self.headings.last().is_some_and(|&above| above >= level) {
            self.headings.pop();
        }
        if let Some(&above) = self.headings.last().filter(|&&above| level > above + 1) {
            let (found, wanted) = ("#".repeat(level.into()), "#".repeat(usize::from(above) + 1));
            self.find(
                Diagnostic::warning(
                    asking::SKIPPED_HEADING,
                    format!("heading `{found}` stands below `{}`", "#".repeat(above.into())),
                )
                .hint(format!("type `{wanted}`: a screen reader's user looks for the level between")),
                node,
            );
        }
        self.headings.push(level);
        u8::try_from(self.headings.len()).unwrap_or(6)
    }

    /// Collects the footnotes' definitions by name; a second one of a name is reported.
    fn define_notes(&mut self, root: Node<'a>) {
        for node in root.descendants() {
            let NodeValue::FootnoteDefinition(note) = &node.data().value else { continue };
            let name = normal(&note.name);
            if let Entry::Vacant(place) = self.notes.entry(name.clone()) {
                place.insert(node);
                continue;
            }
            self.find(
                Diagnostic::error(
                    "duplicate-footnote",
                    format!("footnote `{name}` is defined a second time"),
                )
                .hint("give it another name; else its text would not print"),
                node,
            );
        }
    }

    /// A block kept as its text: too deep, or of a kind that no writer knows.
    fn flattened(&mut self, node: Node<'a>, range: Range<usize>) -> Block {
        self.find(
            Diagnostic::warning(
                "too-deep",
                format!("nested deeper than {MAX_BLOCKS} levels: kept as plain text"),
            )
            .hint("use fewer levels"),
            node,
        );
        let text = self.without_controls(flat(node), node);
        let inline = Inline { range: range.clone(), kind: InlineKind::Text(text) };
        Block { range, kind: BlockKind::Paragraph(vec![inline]) }
    }

    /// A block of HTML: comments say nothing, everything that shows is kept as paragraphs, lists and
    /// links, and reported.
    fn html_block(&mut self, node: Node<'a>, html: &str, range: Range<usize>) -> Vec<Block> {
        let html = self.without_controls(html.to_string(), node);
        let pieces = raw::pieces(&html);
        if pieces.iter().any(|piece| !matches!(piece, Piece::Text(_))) {
            self.raw_html(&html, node);
        }
        let blocks =
            HtmlBlocks { range, blocks: vec![], items: vec![], line: vec![], link: None, in_item: false }
                .of(pieces);
        let mut document = Document { blocks, notes: vec![] };
        for link in document.links_mut() {
            if let InlineKind::Link(url, text) = &mut link.kind {
                link.kind = self.link(node, &std::mem::take(url), std::mem::take(text));
            }
        }
        document.blocks
    }

    /// The finding for HTML in a text.
    fn raw_html(&mut self, html: &str, node: Node<'a>) {
        let shown: String = html.trim().chars().take(30).collect();
        self.find(
            Diagnostic::warning(asking::RAW_HTML, format!("HTML is not used here: `{shown}`"))
                .hint("its text is kept; use Markdown for emphasis, links, lists and tables"),
            node,
        );
    }

    /// The footnotes in the order of their mention; those never mentioned come last, reported.
    fn footnotes(&mut self) -> Vec<Vec<Block>> {
        self.in_note = true;
        let unused: Vec<_> =
            self.notes.keys().filter(|name| !self.index.contains_key(*name)).cloned().collect();
        for name in unused {
            let node = self.notes[&name];
            self.find(
                Diagnostic::warning("unused-footnote", format!("footnote `{name}` is never mentioned"))
                    .hint(format!("put `[^{name}]` where it belongs")),
                node,
            );
            self.order.push(name);
        }
        let nodes: Vec<_> = self.order.iter().map(|name| self.notes[name]).collect();
        nodes.into_iter().map(|node| self.blocks(node, 1)).collect()
    }
}

/// All text below a node, without recursion.
fn flat(node: Node<'_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::CodeBlock(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether some HTML is a comment and nothing else.
fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.ends_with("-->")
}
