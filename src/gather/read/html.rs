//! Pages and mails in HTML, as browsers read them: what is seen becomes lines, what is not is named.

use std::rc::Rc;

use scraper::node::Element;
use scraper::{Html, Node};

use super::super::lines::{Line, blocks, in_cell};
use super::super::spans::{Look, Spans, What};
use super::super::tree::{block, table};
use super::super::{Refused, Removed, Text, Why, links, picture_name};
use super::marks::{At, is, leads, mso_level, of_a_mail, rows, squeezed, starts_numbered, words_of};
use super::pack::DEPTH;
use crate::markdown::{Block, BlockKind, Document};

/// What is read of a page beside its text.
#[derive(Default)]
pub(super) struct Page {
    /// The lines, for whoever cuts a mail's head and foot off.
    pub(super) lines: Vec<Line>,
    /// Its title.
    pub(super) title: Option<String>,
    /// Its language.
    pub(super) language: Option<String>,
    /// The pictures: the name that they have in the text, and their address: `cid:…` or `data:…`.
    pub(super) pictures: Vec<(String, String)>,
    /// What is not taken over.
    pub(super) removed: Vec<Removed>,
}

/// Reads a page.
pub(super) fn read(html: &str) -> Result<Text, Refused> {
    let page = page(html)?;
    let mut text = Text {
        document: Document { blocks: blocks(page.lines), notes: vec![] },
        removed: page.removed,
        title: page.title,
        language: page.language,
        ..Text::default()
    };
    for (name, address) in page.pictures {
        match super::embedded(&address) {
            Some(bytes) => text.pictures.push(super::super::Picture { name, bytes }),
            None => text.removed.push(Removed::new(Why::Outside, format!("a picture at {address}"))),
        }
    }
    Ok(text)
}

/// The lines of a page.
pub(super) fn page(html: &str) -> Result<Page, Refused> {
    let tree = Html::parse_document(html);
    let deep = Refused::new(
        format!("elements lie more than {DEPTH} deep in each other"),
        "it is not what it claims to be: ask the sender for the plain text",
    );
    let mut depth: usize = 0;
    for edge in tree.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(_) => depth += 1,
            ego_tree::iter::Edge::Close(_) => depth -= 1,
        }
        if depth > DEPTH {
            return Err(deep);
        }
    }
    let mut reader = Reader::default();
    let root = tree.root_element();
    reader.page.language = root.value().attr("lang").map(str::to_string);
    reader.flow(*root, &Look::default(), 0);
    reader.end();
    Ok(reader.page)
}

/// Reads a page.
#[derive(Default)]
struct Reader {
    /// What was read.
    page: Page,
    /// The line that is being read.
    spans: Spans,
    /// What the lines are part of.
    kind: Kind,
    /// The lists that are open: whether each is numbered.
    lists: Vec<bool>,
}

/// What a line is part of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// A paragraph.
    #[default]
    Plain,
    /// A heading.
    Heading(u8),
    /// A quotation.
    Quote,
    /// An item of a list: how deep, whether it is numbered.
    Item(usize, bool),
}

impl Reader {
    /// Ends the line.
    fn end(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.is_blank() {
            return;
        }
        self.page.lines.push(match self.kind {
            Kind::Plain => Line::Plain(spans),
            Kind::Heading(depth) => Line::Heading(depth, spans),
            Kind::Quote => Line::Quote(spans),
            Kind::Item(depth, ordered) => {
                // What follows in the same item is set in by nothing: it stands as a paragraph.
                self.kind = Kind::Plain;
                Line::Item(depth, ordered, spans)
            }
        });
    }

    /// What stands in an element.
    fn flow(&mut self, root: At<'_>, look: &Look, depth: usize) {
        for node in root.children() {
            match node.value() {
                Node::Text(text) => {
                    let text = squeezed(text, self.spans.0.is_empty() || self.ends_in_blank());
                    self.spans.text(&text, look);
                }
                Node::Element(element) => self.element(node, element, look, depth),
                _ => {}
            }
        }
    }

    /// Whether the line ends with a blank, or has just begun.
    fn ends_in_blank(&self) -> bool {
        match self.spans.0.last().map(|span| &span.what) {
            Some(What::Text(words)) => words.ends_with([' ', '\t']),
            Some(What::Break) | None => true,
            Some(_) => false,
        }
    }

    /// An element.
    fn element(&mut self, node: At<'_>, element: &Element, look: &Look, depth: usize) {
        let name = element.name();
        let style = element.attr("style").unwrap_or_default().to_lowercase().replace(' ', "");
        if style.contains("display:none")
            || style.contains("visibility:hidden")
            || style.contains("mso-hide:all")
        {
            self.remove(Why::Hidden, node);
            return;
        }
        // The number or bullet that Word draws.
        if style.contains("mso-list:ignore") {
            return;
        }
        if let Some(why) = of_a_mail(element, &style) {
            self.end();
            self.remove(why, node);
            return;
        }
        match name {
            "script" | "style" | "template" | "noscript" | "meta" | "link" | "object" | "iframe" | "svg"
            | "select" | "button" | "input" | "textarea" => {}
            "title" => {
                let words = words_of(node);
                self.page.title = (!words.is_empty()).then_some(words);
            }
            "br" => self.spans.push(What::Break, look),
            "hr" => {
                self.end();
                self.page.lines.push(Line::Block(block(BlockKind::Rule)));
            }
            "img" => self.picture(element, look),
            "a" => {
                let url = element.attr("href").map(links::cleaned).filter(|url| leads(url));
                let link = url.map(Rc::from).or_else(|| look.link.clone());
                self.flow(node, &Look { link, ..look.clone() }, depth);
            }
            "b" | "strong" => self.flow(node, &Look { bold: true, ..look.clone() }, depth),
            "i" | "em" | "cite" => self.flow(node, &Look { italic: true, ..look.clone() }, depth),
            "s" | "del" | "strike" => self.flow(node, &Look { strike: true, ..look.clone() }, depth),
            "sup" => self.flow(node, &Look { raised: true, ..look.clone() }, depth),
            "sub" => self.flow(node, &Look { lowered: true, ..look.clone() }, depth),
            "table" => self.table(node, look, depth),
            "ul" | "ol" => self.list(node, name == "ol", look, depth),
            "li" => self.item(node, look, depth, false),
            "blockquote" => self.within(node, Kind::Quote, look, depth),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().unwrap_or(1);
                self.within(node, Kind::Heading(level), look, depth);
            }
            "pre" => {
                self.end();
                let words: String =
                    node.descendants().filter_map(|node| Some(&**node.value().as_text()?)).collect();
                for line in words.lines() {
                    self.spans.text(line, look);
                    self.spans.push(What::Break, look);
                }
                self.end();
            }
            "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside"
            | "center" | "body" | "html" | "head" | "figure" | "figcaption" | "form" | "fieldset"
            | "address" | "details" | "summary" | "dl" | "dt" | "dd" => {
                let kind = match mso_level(&style) {
                    Some(level) => Kind::Item(level, starts_numbered(node)),
                    None if self.kind == Kind::Quote => Kind::Quote,
                    None if matches!(self.kind, Kind::Item(..)) => self.kind,
                    None => Kind::Plain,
                };
                self.within(node, kind, look, depth);
            }
            _ => {
                let bold =
                    look.bold || style.contains("font-weight:bold") || style.contains("font-weight:700");
                let italic = look.italic || style.contains("font-style:italic");
                self.flow(node, &Look { bold, italic, ..look.clone() }, depth);
            }
        }
    }

    /// A block of a kind.
    fn within(&mut self, node: At<'_>, kind: Kind, look: &Look, depth: usize) {
        // An item's first block is the item.
        let inherits = matches!(self.kind, Kind::Item(..)) && self.spans.is_blank() && kind == self.kind;
        if !inherits {
            self.end();
        }
        let before = std::mem::replace(&mut self.kind, kind);
        self.flow(node, look, depth);
        self.end();
        self.kind = if inherits { self.kind } else { before };
    }

    /// A list.
    fn list(&mut self, node: At<'_>, ordered: bool, look: &Look, depth: usize) {
        self.end();
        let before = self.kind;
        self.lists.push(ordered);
        self.flow(node, look, depth);
        self.end();
        self.lists.pop();
        self.kind = if matches!(before, Kind::Item(..)) { Kind::Plain } else { before };
    }

    /// An item.
    fn item(&mut self, node: At<'_>, look: &Look, depth: usize, _: bool) {
        self.end();
        let before = self.kind;
        let ordered = self.lists.last().copied().unwrap_or(false);
        self.kind = Kind::Item(self.lists.len().saturating_sub(1), ordered);
        self.flow(node, look, depth);
        self.end();
        self.kind = before;
    }

    /// A picture: one that travels with the text, or is said to lie elsewhere; what only counts readers goes.
    fn picture(&mut self, element: &Element, look: &Look) {
        let source = element.attr("src").unwrap_or_default();
        let tiny = |name: &str| {
            element.attr(name).is_some_and(|size| matches!(size.trim_end_matches("px"), "0" | "1"))
        };
        if tiny("width") && tiny("height") {
            self.page.removed.push(Removed::new(Why::Tracker, format!("a picture of one point at {source}")));
            return;
        }
        let alt = element.attr("alt").unwrap_or_default();
        if source.starts_with("cid:") || source.starts_with("data:") {
            let name = picture_name(self.page.pictures.len(), source);
            self.spans.push(What::Picture(name.clone(), alt.to_string()), look);
            self.page.pictures.push((name, source.to_string()));
            return;
        }
        let shown = if alt.is_empty() { String::new() } else { format!(" ({alt})") };
        self.page.removed.push(Removed::new(Why::Outside, format!("a picture at {source}{shown}")));
    }

    /// A table of data; one that only lays out is its cells, one below the other.
    fn table(&mut self, node: At<'_>, look: &Look, depth: usize) {
        let rows: Vec<Vec<At<'_>>> = rows(node);
        let nested = node.descendants().skip(1).any(|node| is(node, "table"));
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if nested || columns < 2 || rows.len() < 2 {
            let kind = if self.kind == Kind::Quote { Kind::Quote } else { Kind::Plain };
            for cell in rows.into_iter().flatten() {
                self.within(cell, kind, look, depth + 1);
            }
            return;
        }
        self.end();
        let mut made = Vec::new();
        for row in rows {
            let mut cells = Vec::new();
            for cell in row {
                let wide =
                    cell.value().as_element().and_then(|cell| cell.attr("colspan")?.parse::<usize>().ok());
                cells.push(in_cell(&self.apart(cell, look, depth)));
                (1..wide.unwrap_or(1).min(64)).for_each(|_| cells.push(vec![]));
            }
            made.push(cells);
        }
        self.page.lines.extend(table(made).map(Line::Block));
    }

    /// The blocks of a cell, read by itself.
    fn apart(&mut self, cell: At<'_>, look: &Look, depth: usize) -> Vec<Block> {
        let page = Page { pictures: std::mem::take(&mut self.page.pictures), ..Page::default() };
        let mut inner = Reader { page, ..Self::default() };
        inner.flow(cell, look, depth + 1);
        inner.end();
        self.page.pictures = inner.page.pictures;
        self.page.removed.extend(inner.page.removed);
        blocks(inner.page.lines)
    }

    /// Names what an element says, and takes it out.
    fn remove(&mut self, why: Why, node: At<'_>) {
        let words = words_of(node);
        if !words.is_empty() {
            self.page.removed.push(Removed::new(why, words));
        }
    }
}
