//! comrak's tree into ours: bounded in depth, with the bytes of each node, and nothing lost.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use comrak::nodes::{ListType, NodeValue, Sourcepos, TableAlignment};
use comrak::{Arena, Node, Options, parse_document};

use super::raw::{self, Piece, Tag};
use super::text::visible;
use super::tree::{Alert, Block, BlockKind, Document, Image, Inline, InlineKind, Item, List, Table};
use super::{smart, unworked};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::value::{Language, is_noncharacter};

/// How deep blocks may nest; Typst fails at 16 nested quotations.
const MAX_BLOCKS: usize = 10;

/// How deep inline text may nest.
const MAX_INLINES: usize = 24;

/// The longest run of characters without a space that passes without a word.
const MAX_RUN: usize = 1000;

/// Schemes that an address may have.
const SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];

/// A Markdown text of a file.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The file's path, for findings.
    pub path: &'a Arc<str>,
    /// The file's whole text.
    pub text: &'a str,
    /// Where the Markdown starts in it.
    pub start: usize,
    /// The language whose quotation marks and dashes are set; `None` leaves them as typed.
    pub language: Option<&'a Language>,
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
    if let Some(language) = input.language {
        smart::document(&mut document, language);
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
                let depth = self.level(heading.level, Document::words(&text).is_empty(), node);
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
        for (found, finding) in unworked::look(&run, raw) {
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
                    "skipped-heading",
                    format!("heading `{found}` stands below `{}`", "#".repeat(above.into())),
                )
                .hint(format!("type `{wanted}`: a screen reader's user looks for the level between")),
                node,
            );
        }
        self.headings.push(level);
        u8::try_from(self.headings.len()).unwrap_or(6)
    }

    /// A table's cells.
    fn table(&mut self, node: Node<'a>, align: Vec<String>) -> Table {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        for row in node.children() {
            self.extra_cells(row, align.len());
            rows.push(row.children().map(|cell| self.run(cell)).collect());
        }
        let header = if rows.is_empty() { vec![] } else { rows.remove(0) };
        if header.iter().all(|cell| Document::words(cell).is_empty()) {
            self.find(
                Diagnostic::error("empty-header", "this table's header is empty").hint(
                    "say above each column what stands in it: a screen reader names it before each cell",
                ),
                node,
            );
        }
        Table { align, header, rows }
    }

    /// Cells beyond the header's count, which a table has no place for.
    fn extra_cells(&mut self, row: Node<'a>, columns: usize) {
        let raw = self.input.text.get(self.range_of(row)).unwrap_or_default().trim();
        let bars = |text: &str| {
            let escaped = text.matches("\\|").count();
            text.matches('|').count() - escaped
        };
        let inner = raw.strip_prefix('|').unwrap_or(raw);
        let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix('|').unwrap_or(inner) };
        let cells = bars(inner) + 1;
        if cells > columns && columns > 0 {
            self.find(
                Diagnostic::error(
                    "extra-cells",
                    format!(
                        "this row has {cells} cells, the table's header {columns}: the last would not print"
                    ),
                )
                .hint("give the header as many cells, or write a bar that belongs to the text as `\\|`"),
                row,
            );
        }
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

    /// Terms and meanings.
    fn definitions(&mut self, node: Node<'a>, depth: usize) -> Vec<(Vec<Inline>, Vec<Block>)> {
        let mut entries = Vec::new();
        for entry in node.children() {
            let mut term = Vec::new();
            let mut meaning = Vec::new();
            for part in entry.children() {
                match part.data().value {
                    NodeValue::DescriptionTerm => term = self.term(part),
                    _ => meaning.extend(self.blocks(part, depth + 1)),
                }
            }
            entries.push((term, meaning));
        }
        entries
    }

    /// A term, which comrak wraps in a paragraph.
    fn term(&mut self, node: Node<'a>) -> Vec<Inline> {
        let inner = node.first_child().filter(|child| matches!(child.data().value, NodeValue::Paragraph));
        self.inlines(inner.unwrap_or(node), 0)
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
            Diagnostic::warning("raw-html", format!("HTML is not used here: `{shown}`"))
                .hint("its text is kept; use Markdown for emphasis, links, lists and tables"),
            node,
        );
    }

    /// The inline text below a node.
    fn inlines(&mut self, node: Node<'a>, depth: usize) -> Vec<Inline> {
        let children: Vec<Node<'a>> = node.children().collect();
        self.pieces(&children, depth)
    }

    /// Some pieces of inline text. `<sup>` and `<sub>` reach to their closing tags.
    fn pieces(&mut self, nodes: &[Node<'a>], depth: usize) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::new();
        let mut at = 0;
        let last_closing = nodes.iter().rposition(
            |node| matches!(&node.data().value, NodeValue::HtmlInline(html) if html.starts_with("</")),
        );
        let mut put_back = false;
        while at < nodes.len() {
            if let Some(end) = last_closing.filter(|last| at < *last).and_then(|_| unseen(nodes, at)) {
                at = end + 1;
                continue;
            }
            // Without a closing tag ahead there is nothing to look for.
            let element = last_closing.filter(|last| at < *last).and_then(|_| self.element(nodes, at, depth));
            let inlines = match element {
                Some((inline, end)) => {
                    at = end;
                    vec![inline]
                }
                None => match self.as_typed(nodes[at], depth) {
                    Some(typed) => {
                        put_back = true;
                        typed
                    }
                    None => self.inline(nodes[at], depth).into_iter().collect(),
                },
            };
            at += 1;
            for inline in inlines {
                push(&mut out, inline);
            }
        }
        if put_back { out.into_iter().flat_map(shifted).collect() } else { out }
    }

    /// What a mark has raised, lowered or emphasised that was none: the mark itself and what stands
    /// between, as typed. Numbers would change else: `~500 t of CO~2~`, `10^6 to 10^9`, `5*3 and 4*2`.
    fn as_typed(&mut self, node: Node<'a>, depth: usize) -> Option<Vec<Inline>> {
        let (mark, what) = match node.data().value {
            NodeValue::Superscript => ("^", "raises"),
            NodeValue::Subscript => ("~", "lowers"),
            NodeValue::Emph => ("*", "emphasises"),
            _ => return None,
        };
        if depth >= MAX_INLINES {
            return None;
        }
        let range = self.range_of(node);
        let raw = self.input.text.get(range.clone()).unwrap_or_default();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = self.input.text[..range.start].chars().next_back();
        let behind = self.input.text.get(range.end..).and_then(|rest| rest.chars().next());
        let wrong = match mark {
            "*" => raw.starts_with('*') && digit(before) && digit(behind),
            _ => raw.contains(char::is_whitespace) || digit(behind),
        };
        if !wrong {
            return None;
        }
        let example = match mark {
            "^" => "type `10^6^` to raise the 6",
            "~" => "type `CO~2~` to lower the 2, and `about 500` for `~500`",
            _ => "type `5 × 3`, or `5\\*3`",
        };
        self.find(
            Diagnostic::warning(
                "mark-as-typed",
                format!("`{mark}` {what} what stands up to the next one, and here it was left as typed"),
            )
            .hint(example),
            node,
        );
        let (start, end) = (range.start..range.start + 1, range.end.saturating_sub(1)..range.end);
        let text = |range| Inline { range, kind: InlineKind::Text(mark.to_string()) };
        let mut out = vec![text(start)];
        out.extend(self.inlines(node, depth + 1));
        out.push(text(end));
        Some(out)
    }

    /// What stands between `<sup>`, `<b>`, `<a href="…">` and the like and their closing tags, and
    /// where that is.
    fn element(&mut self, nodes: &[Node<'a>], at: usize, depth: usize) -> Option<(Inline, usize)> {
        let tag = |node: Node<'a>| match &node.data().value {
            NodeValue::HtmlInline(html) => Some(html.trim().to_string()),
            _ => None,
        };
        let open = tag(nodes[at])?;
        let name = raw::element(&open).filter(|_| !open.starts_with("</"))?;
        let kind: fn(Vec<Inline>) -> InlineKind = match name.as_str() {
            "sup" => InlineKind::Super,
            "sub" => InlineKind::Sub,
            "b" | "strong" => InlineKind::Strong,
            "i" | "em" | "cite" => InlineKind::Emph,
            "s" | "del" | "strike" => InlineKind::Strike,
            "a" => |inner| InlineKind::Link(String::new(), inner),
            _ => return None,
        };
        let closing = format!("</{name}>");
        let end = (at + 1..nodes.len())
            .find(|&i| tag(nodes[i]).is_some_and(|tag| tag.to_lowercase() == closing))?;
        if depth >= MAX_INLINES {
            return None;
        }
        if !matches!(name.as_str(), "sup" | "sub") {
            self.raw_html(&open, nodes[at]);
        }
        let inner = self.pieces(&nodes[at + 1..end], depth + 1);
        let range = self.range_of(nodes[at]).start..self.range_of(nodes[end]).end;
        let kind = match (name.as_str(), raw::pieces(&open).pop()) {
            ("a", Some(Piece::Open(Tag { href: Some(url), .. }))) => self.link(nodes[at], &url, inner),
            // A place, and not a link.
            ("a", _) => InlineKind::Emph(inner),
            _ => kind(inner),
        };
        Some((Inline { range, kind }, end))
    }

    /// One piece of inline text; `None` for what prints nothing.
    fn inline(&mut self, node: Node<'a>, depth: usize) -> Option<Inline> {
        let range = self.range_of(node);
        let value = node.data().value.clone();
        if depth >= MAX_INLINES && node.first_child().is_some() {
            self.find(
                Diagnostic::warning(
                    "too-deep",
                    format!("emphasis nested deeper than {MAX_INLINES} levels: kept as plain text"),
                ),
                node,
            );
            let text = self.without_controls(flat(node), node);
            return Some(Inline { range, kind: InlineKind::Text(text) });
        }
        let kind = match value {
            NodeValue::Text(text) => {
                // An end of line that was typed as `&#10;` is white space, as in HTML.
                let text = self.without_controls(text.into_owned(), node).replace(['\n', '\r'], " ");
                if text.contains(['\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']) {
                    // What other programs end lines with is such an end here, too.
                    return Some(self.broken_lines(&text, range));
                }
                let text = visible(&text).into_owned();
                self.long_run(&text, node);
                self.broken_picture(&text, node);
                InlineKind::Text(text)
            }
            NodeValue::SoftBreak => InlineKind::SoftBreak,
            NodeValue::LineBreak => InlineKind::Break,
            NodeValue::Code(code) => {
                InlineKind::Code(self.without_controls(code.literal, node).replace('\t', " "))
            }
            NodeValue::Emph | NodeValue::Underline => InlineKind::Emph(self.inlines(node, depth + 1)),
            NodeValue::Strong => InlineKind::Strong(self.inlines(node, depth + 1)),
            NodeValue::Strikethrough => InlineKind::Strike(self.inlines(node, depth + 1)),
            NodeValue::Superscript => InlineKind::Super(self.inlines(node, depth + 1)),
            NodeValue::Subscript => InlineKind::Sub(self.inlines(node, depth + 1)),
            NodeValue::Link(link) => {
                let text = self.inlines(node, depth + 1);
                self.link(node, &link.url, text)
            }
            NodeValue::Image(link) => {
                let alt = Document::words(&self.inlines(node, depth + 1));
                let title = visible(&self.without_controls(link.title, node)).into_owned();
                InlineKind::Image(Image { url: link.url, alt, title, decorative: false })
            }
            NodeValue::FootnoteReference(note) => self.mention(node, &note.name),
            NodeValue::HtmlInline(html) => return self.html_inline(node, &html, range),
            _ => InlineKind::Text(self.without_controls(flat(node), node)),
        };
        Some(Inline { range, kind })
    }

    /// A text with line ends that only some programs know; their words stay together in one emphasis
    /// of nothing.
    fn broken_lines(&mut self, text: &str, range: Range<usize>) -> Inline {
        let parts = text.split(['\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']);
        let text: Vec<String> = parts.map(|part| visible(part).into_owned()).collect();
        Inline { range, kind: InlineKind::Text(text.join("\n")) }
    }

    /// A text without what an entity such as `&#7;` may have brought in.
    fn without_controls(&mut self, text: String, node: Node<'a>) -> String {
        let odd = |c: char| is_noncharacter(c) || c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        if !text.contains(odd) {
            return text;
        }
        // One that was typed has its finding already.
        if !self.input.text.get(self.range_of(node)).is_some_and(|raw| raw.contains(odd)) {
            self.find(
                Diagnostic::error("control-character", "a control character stands here")
                    .hint("it shows as nothing or breaks mail programs: delete it"),
                node,
            );
        }
        text.chars().filter(|c| !odd(*c)).collect()
    }

    /// A picture that was not written as one and would print as text.
    fn broken_picture(&mut self, text: &str, node: Node<'a>) {
        // `#![no_std]` is none, `![Panels](my panels.png)` and `![Panels] (panels.png)` are.
        let meant = text.match_indices("![").any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let inside = text[at..].split_once(']').map(|(_, rest)| rest.trim_start());
            before.is_none_or(|c| c.is_whitespace() || "([\"*_".contains(c))
                && inside.is_none_or(|rest| rest.is_empty() || rest.starts_with(['(', '[', ']']))
        });
        if meant
            || text.ends_with('!')
                && !text.ends_with("#!")
                && node.next_sibling().is_some_and(
                    |next| matches!(next.data().value, NodeValue::Text(ref text) if text.starts_with('[')),
                )
        {
            self.find(
                Diagnostic::error("broken-picture", "this looks like a picture and is not written as one")
                    .hint("write `![what it shows](photo.jpg \"Photo: Name, CC BY 4.0\")`: no space in the file's name, straight quotes"),
                node,
            );
        }
    }

    /// A run without a break that no line can hold.
    fn long_run(&mut self, text: &str, node: Node<'a>) {
        let longest = text.split_whitespace().map(str::len).max().unwrap_or(0);
        if longest > MAX_RUN && text.split_whitespace().any(|run| run.chars().count() > MAX_RUN) {
            self.find(
                Diagnostic::warning("long-run", format!("more than {MAX_RUN} characters without a space"))
                    .hint("no line can hold this: was a picture or a file pasted as text?"),
                node,
            );
        }
    }

    /// A link; an address that would do something else than lead somewhere is refused.
    fn link(&mut self, node: Node<'a>, url: &str, text: Vec<Inline>) -> InlineKind {
        let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
        let finding = match scheme {
            _ if url.trim().is_empty() => Some(
                Diagnostic::error("empty-link", "this link leads nowhere")
                    .hint("type its address: `[text](https://example.org/page)`"),
            ),
            Some(scheme) if SCHEMES.contains(&&*scheme) => odd_address(&scheme, url),
            Some(scheme) if !scheme.contains(['/', '.', '?', '#']) => Some(
                Diagnostic::error("link-scheme", format!("links may not start with `{scheme}:`"))
                    .hint("allowed: `https:`, `http:`, `mailto:` and `tel:`"),
            ),
            // Where it leads is looked up when all files are known.
            _ => None,
        };
        match finding {
            None => InlineKind::Link(url.to_string(), text),
            Some(finding) => {
                self.find(finding, node);
                InlineKind::Text(Document::words(&text))
            }
        }
    }

    /// A footnote's mention; mentions inside footnotes could run in circles and stay text.
    fn mention(&mut self, node: Node<'a>, name: &str) -> InlineKind {
        let name = normal(name);
        if self.in_note || !self.notes.contains_key(&name) {
            if self.in_note {
                self.find(
                    Diagnostic::error(
                        "nested-footnote",
                        format!("footnote `{name}` is mentioned inside a footnote"),
                    )
                    .hint("move the mention into the text"),
                    node,
                );
            }
            return InlineKind::Text(format!("[^{name}]"));
        }
        let next = self.order.len();
        let index = *self.index.entry(name.clone()).or_insert(next);
        if index == next {
            self.order.push(name);
        }
        InlineKind::FootnoteRef(index)
    }

    /// Inline HTML: a line break is one, a comment is nothing, what is no HTML is text, the rest is
    /// reported and its words are kept.
    fn html_inline(&mut self, node: Node<'a>, html: &str, range: Range<usize>) -> Option<Inline> {
        if is_comment(html) {
            return None;
        }
        let Some(name) = raw::element(html) else {
            let html = html.replace(['\n', '\r'], " ");
            let text = visible(&self.without_controls(html, node)).into_owned();
            return Some(Inline { range, kind: InlineKind::Text(text) });
        };
        if name == "br" {
            return Some(Inline { range, kind: InlineKind::Break });
        }
        if !html.starts_with("</") {
            self.raw_html(html, node);
        }
        match raw::pieces(html).pop() {
            Some(Piece::Open(Tag { alt: Some(alt), .. })) => {
                Some(Inline { range, kind: InlineKind::Text(alt) })
            }
            // Cells and items do not run together.
            Some(Piece::Close(name)) if matches!(name.as_str(), "td" | "th" | "li" | "p" | "div" | "tr") => {
                Some(Inline { range, kind: InlineKind::Text(" ".into()) })
            }
            _ => None,
        }
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

/// A column's alignment in one word.
fn alignment(alignment: &TableAlignment) -> String {
    match alignment {
        TableAlignment::None => "",
        TableAlignment::Left => "left",
        TableAlignment::Center => "center",
        TableAlignment::Right => "right",
    }
    .to_string()
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

/// What is wrong with an address of a kind that may be linked to.
fn odd_address(scheme: &str, url: &str) -> Option<Diagnostic> {
    let rest = &url[scheme.len() + 1..];
    let odd = |what: &str, hint: &str| {
        Some(Diagnostic::error("link-address", format!("`{url}` {what}")).hint(hint))
    };
    match scheme {
        "mailto" => {
            let to = rest.split('?').next().unwrap_or_default();
            let whole = to.rsplit_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
            let only_copies = to.is_empty() && rest.starts_with('?');
            if whole || only_copies {
                return None;
            }
            return odd(
                "names nobody to write to",
                "type the whole address, such as `mailto:news@example.org`",
            );
        }
        "tel" if !rest.contains(|c: char| c.is_ascii_digit()) => {
            return odd("names nobody to call", "type the number, such as `tel:+302100000000`");
        }
        "http" | "https" => {}
        _ => return None,
    }
    let Some(rest) = rest.strip_prefix("//") else {
        let host = rest.trim_start_matches('/');
        return Some(
            Diagnostic::error("link-address", format!("`{url}` lacks the two slashes behind `{scheme}:`"))
                .hint(format!("type `{scheme}://{host}`")),
        );
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((_, host)) = authority.rsplit_once('@') {
        return Some(
            // What stands there may be a password: it is not repeated.
            Diagnostic::error("link-address", "a user's name or a password stands in this address")
                .hint(format!("everybody reads it: type `{scheme}://{host}…`, and change the password")),
        );
    }
    let host = match authority.rsplit_once(':') {
        // Of an address such as `[::1]` the last colon divides nothing.
        Some((host, port)) if !port.ends_with(']') => {
            if !port.is_empty() && port.parse::<u16>().is_err() {
                return odd(
                    "has no number of a port behind its colon",
                    "leave the colon and what follows it out",
                );
            }
            host
        }
        _ => authority,
    };
    let named = host.contains('.') || host.starts_with('[') || host == "localhost";
    let odd =
        host.is_empty() || !named || host.split('.').any(|label| label.is_empty() && !host.ends_with('.'));
    odd.then(|| {
        Diagnostic::error("link-address", format!("`{url}` names no server"))
            .hint(format!("type the whole address, such as `{scheme}://example.org/page`"))
    })
}

/// Adds a piece of inline text; text joins the text before it.
fn push(out: &mut Vec<Inline>, inline: Inline) {
    if let InlineKind::Text(text) = &inline.kind
        && let Some((line, rest)) = text.split_once('\n')
    {
        // An end of line that only some programs know.
        let piece = |kind| Inline { range: inline.range.clone(), kind };
        push(out, piece(InlineKind::Text(line.to_string())));
        out.push(piece(InlineKind::Break));
        return push(out, piece(InlineKind::Text(rest.to_string())));
    }
    match (out.last_mut(), &inline.kind) {
        (Some(Inline { range, kind: InlineKind::Text(text) }), InlineKind::Text(more)) => {
            text.push_str(more);
            range.end = inline.range.end.max(range.end);
        }
        _ => out.push(inline),
    }
}

/// A text in which marks were put back, with those of them that do raise or lower something: what
/// stands between two holds no white space, and no digit follows.
fn shifted(inline: Inline) -> Vec<Inline> {
    let InlineKind::Text(text) = &inline.kind else { return vec![inline] };
    let piece = |text: &str| Inline { range: inline.range.clone(), kind: InlineKind::Text(text.to_string()) };
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find(['^', '~']).map(|open| at + open) {
        let mark = &text[open..=open];
        let inside = &text[open + 1..];
        let close = inside.find(mark).map(|close| open + 1 + close);
        let fits = |close: &usize| {
            let inner = &text[open + 1..*close];
            let behind = text[close + 1..].chars().next();
            !inner.is_empty()
                && !inner.contains(char::is_whitespace)
                && !behind.is_some_and(|c| c.is_ascii_digit())
                && text[..open].ends_with(char::is_alphanumeric)
        };
        match close.filter(fits) {
            Some(close) => {
                out.extend((from < open).then(|| piece(&text[from..open])));
                let inner = vec![piece(&text[open + 1..close])];
                let kind = if mark == "^" { InlineKind::Super(inner) } else { InlineKind::Sub(inner) };
                out.push(Inline { range: inline.range.clone(), kind });
                (from, at) = (close + 1, close + 1);
            }
            None => at = open + 1,
        }
    }
    out.extend((from < text.len()).then(|| piece(&text[from..])));
    out
}

/// Where an element ends that begins here and that a browser shows to nobody.
fn unseen(nodes: &[Node<'_>], at: usize) -> Option<usize> {
    let name = |node: Node<'_>, closing: bool| match &node.data().value {
        NodeValue::HtmlInline(html) if html.starts_with("</") == closing => raw::element(html),
        _ => None,
    };
    let open = name(nodes[at], false).filter(|name| raw::is_unseen(name))?;
    (at + 1..nodes.len()).find(|end| name(nodes[*end], true).is_some_and(|close| close == open))
}

/// Makes blocks of pieces of HTML.
struct HtmlBlocks {
    /// The bytes of the HTML.
    range: Range<usize>,
    /// The blocks so far.
    blocks: Vec<Block>,
    /// The items of the list that is open.
    items: Vec<Item>,
    /// The paragraph that is open.
    line: Vec<Inline>,
    /// The link that is open: its address and where its words begin.
    link: Option<(String, usize)>,
    /// Whether the paragraph is an item's.
    in_item: bool,
}

impl HtmlBlocks {
    /// All blocks.
    fn of(mut self, pieces: Vec<Piece>) -> Vec<Block> {
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
        if Document::words(&line).trim().is_empty() {
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
