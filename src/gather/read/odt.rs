//! LibreOffice's files (ODF 1.3, part 3): what stands in the text, with what its styles mean.

use std::collections::BTreeMap;
use std::rc::Rc;

use roxmltree::Node;

use super::super::lines::{Line, blocks, in_cell};
use super::super::spans::{Look, Spans, What};
use super::super::tree::{plain, table};
use super::super::{Picture, Refused, Removed, Text, Why, picture_name};
use super::pack::{Pack, all_text, attribute, child, is, xml};
use crate::markdown::{Block, Document};

/// A style.
#[derive(Debug, Clone, Default)]
struct Style {
    /// The style that it stands on.
    parent: Option<String>,
    /// How its words look.
    look: Look,
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Text, Refused> {
    let mut pack = Pack::open(bytes)?;
    let Some(content) = pack.text("content.xml")? else {
        return Err(Refused::new(
            "the file has no text that LibreOffice would show",
            "open it, save it as .odt, and send it again",
        ));
    };
    let mut known = Known::default();
    let edges = pack.text("styles.xml")?;
    let edges = match &edges {
        Some(text) => Some(xml(text)?),
        None => None,
    };
    let tree = xml(&content)?;
    for tree in edges.iter().chain([&tree]) {
        known.add(tree.root());
    }
    let mut body = Body { known: &known, removed: vec![], shown: vec![], notes: vec![], boxes: vec![] };
    if let Some(tree) = &edges {
        for edge in tree.descendants().filter(|node| is(*node, "header") || is(*node, "footer")) {
            body.note(Why::PageEdge, &spaced(edge));
        }
    }
    let root = tree.descendants().find(|node| is(*node, "body")).and_then(|body| child(body, "text"));
    let Some(root) = root else {
        return Err(Refused::new("the file holds no text", "open it, save it as .odt, and send it again"));
    };
    let blocks = body.blocks(root);
    let Body { mut removed, shown, notes, .. } = body;
    let mut pictures = Vec::new();
    for (name, path) in shown {
        match pack.picture(path.trim_start_matches("./"))? {
            Some(bytes) => pictures.push(Picture { name, bytes }),
            None => removed.push(Removed::new(Why::Outside, format!("a picture at {path}"))),
        }
    }
    Ok(Text { document: Document { blocks, notes }, pictures, removed, ..Text::default() })
}

/// The words of an element, its paragraphs apart.
fn spaced(node: Node<'_, '_>) -> String {
    let lines = node.descendants().filter(|node| is(*node, "p") || is(*node, "h")).map(all_text);
    lines.collect::<Vec<_>>().join("\n")
}

/// The styles of a file.
#[derive(Default)]
struct Known {
    /// Styles by their names.
    styles: BTreeMap<String, Style>,
    /// Whether each level of a list is numbered, by the list style's name.
    lists: BTreeMap<String, Vec<bool>>,
}

impl Known {
    /// Takes in the styles of a part.
    fn add(&mut self, root: Node<'_, '_>) {
        for node in root.descendants() {
            let Some(name) = attribute(node, "name").filter(|_| node.is_element()) else { continue };
            match node.tag_name().name() {
                "style" => {
                    let text = child(node, "text-properties");
                    let value = |name: &str| text.and_then(|text| attribute(text, name)).unwrap_or_default();
                    let position = value("text-position");
                    let look = Look {
                        bold: matches!(value("font-weight"), "bold" | "600" | "700" | "800" | "900"),
                        italic: matches!(value("font-style"), "italic" | "oblique"),
                        strike: !matches!(value("text-line-through-style"), "" | "none"),
                        raised: position.starts_with("super") || position.starts_with("33%"),
                        lowered: position.starts_with("sub") || position.starts_with("-33%"),
                        link: None,
                    };
                    let parent = attribute(node, "parent-style-name").map(str::to_string);
                    self.styles.insert(name.to_string(), Style { parent, look });
                }
                "list-style" => {
                    let level = |node: Node<'_, '_>| match node.tag_name().name() {
                        "list-level-style-number" => {
                            Some(attribute(node, "num-format").is_some_and(|f| !f.is_empty()))
                        }
                        "list-level-style-bullet" | "list-level-style-image" => Some(false),
                        _ => None,
                    };
                    self.lists.insert(name.to_string(), node.children().filter_map(level).collect());
                }
                _ => {}
            }
        }
    }

    /// Whether a style stands on one whose name begins so.
    fn is(&self, name: &str, begins: &str) -> bool {
        let mut at = Some(name);
        for _ in 0..20 {
            match at {
                Some(name) if name.starts_with(begins) => return true,
                Some(name) => at = self.styles.get(name).and_then(|style| style.parent.as_deref()),
                None => break,
            }
        }
        false
    }
}

/// Reads a body.
struct Body<'k> {
    known: &'k Known,
    /// What is not taken over.
    removed: Vec<Removed>,
    /// The pictures: the name that they have in the text, and where they lie.
    shown: Vec<(String, String)>,
    /// The footnotes, in order.
    notes: Vec<Vec<Block>>,
    /// Text boxes met in the paragraph that is being read.
    boxes: Vec<Line>,
}

impl Body<'_> {
    /// Names something that is not taken over.
    fn note(&mut self, why: Why, words: &str) {
        if !words.trim().is_empty() {
            self.removed.push(Removed::new(why, words.trim()));
        }
    }

    /// The blocks of an element.
    fn blocks(&mut self, root: Node<'_, '_>) -> Vec<Block> {
        let mut lines = Vec::new();
        self.lines(root, None, &mut lines);
        blocks(lines)
    }

    /// The lines of an element; `list` is the list that it is in: its style and depth.
    fn lines(&mut self, root: Node<'_, '_>, list: Option<(&str, usize)>, lines: &mut Vec<Line>) {
        let mut first = true;
        for node in root.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "h" | "p" => {
                    let line = self.paragraph(node, list.filter(|_| first));
                    first &= line.is_none();
                    lines.extend(line);
                    lines.append(&mut self.boxes);
                }
                "list" => {
                    let style =
                        attribute(node, "style-name").or(list.map(|(style, _)| style)).unwrap_or_default();
                    let depth = list.map_or(0, |(_, depth)| depth + 1);
                    for item in
                        node.children().filter(|node| is(*node, "list-item") || is(*node, "list-header"))
                    {
                        self.lines(item, Some((style, depth)), lines);
                    }
                }
                "table" => lines.extend(self.table(node)),
                "section" | "index-body" | "text-box" => self.lines(node, list, lines),
                "tracked-changes" => {
                    for change in node.descendants().filter(|node| is(*node, "deletion")) {
                        let words = spaced(change);
                        self.note(Why::Deleted, &words);
                    }
                }
                "table-of-content" => {
                    let words = spaced(node);
                    self.note(Why::Contents, &words);
                }
                _ => {}
            }
        }
    }

    /// A paragraph or a heading.
    fn paragraph(&mut self, node: Node<'_, '_>, list: Option<(&str, usize)>) -> Option<Line> {
        let style = attribute(node, "style-name").unwrap_or_default();
        let mut spans = Spans::default();
        self.runs(node, &Look::default(), &mut spans);
        if spans.is_blank() {
            return None;
        }
        if is(node, "h") {
            let depth = attribute(node, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
            return Some(Line::Heading(depth, spans));
        }
        Some(match list {
            Some((name, depth)) => {
                let levels = self.known.lists.get(name);
                let ordered = levels.and_then(|levels| levels.get(depth)).copied().unwrap_or(false);
                Line::Item(depth, ordered, spans)
            }
            None if self.known.is(style, "Title") => Line::Heading(1, spans),
            None if self.known.is(style, "Heading") => Line::Heading(2, spans),
            None if self.known.is(style, "Quotations") => Line::Quote(spans),
            None => Line::Plain(spans),
        })
    }

    /// The words of a paragraph.
    fn runs(&mut self, root: Node<'_, '_>, look: &Look, spans: &mut Spans) {
        for node in root.children() {
            if node.is_text() {
                spans.text(&squeezed(node.text().unwrap_or_default()), look);
                continue;
            }
            match node.tag_name().name() {
                "s" => {
                    let count =
                        attribute(node, "c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                    spans.text(&" ".repeat(count.min(80)), look);
                }
                "tab" => spans.text("\t", look),
                "line-break" => spans.push(What::Break, look),
                "span" => {
                    let own = attribute(node, "style-name").and_then(|name| self.known.styles.get(name));
                    let own = own.map(|style| style.look.clone()).unwrap_or_default();
                    let look = Look {
                        bold: look.bold || own.bold,
                        italic: look.italic || own.italic,
                        strike: look.strike || own.strike,
                        raised: look.raised || own.raised,
                        lowered: look.lowered || own.lowered,
                        link: look.link.clone(),
                    };
                    self.runs(node, &look, spans);
                }
                "a" => {
                    let url = attribute(node, "href").map(Rc::from);
                    self.runs(node, &Look { link: url, ..look.clone() }, spans);
                }
                "note" => {
                    let blocks = child(node, "note-body").map(|body| self.blocks(body)).unwrap_or_default();
                    spans.push(What::Note(self.notes.len()), look);
                    self.notes.push(if blocks.is_empty() { vec![plain("…")] } else { blocks });
                }
                "annotation" => {
                    let words = spaced(node);
                    self.note(Why::Comment, &words);
                }
                "hidden-text" | "hidden-paragraph" => {
                    let words =
                        attribute(node, "string-value").map_or_else(|| all_text(node), str::to_string);
                    self.note(Why::Hidden, &words);
                }
                "frame" | "g" | "custom-shape" | "rect" => self.drawing(node, look, spans),
                "ruby" => {
                    if let Some(base) = child(node, "ruby-base") {
                        self.runs(base, look, spans);
                    }
                }
                _ if node.is_element() => self.runs(node, look, spans),
                _ => {}
            }
        }
    }

    /// A drawing: its picture, or the words of its boxes below the paragraph.
    fn drawing(&mut self, node: Node<'_, '_>, look: &Look, spans: &mut Spans) {
        let words = |name: &str| child(node, name).map(all_text).filter(|words| !words.trim().is_empty());
        let alt = words("desc").or_else(|| words("title")).unwrap_or_default();
        let mut seen = false;
        for part in node.children().filter(Node::is_element) {
            match (part.tag_name().name(), attribute(part, "href")) {
                ("image", Some(url)) if url.contains("://") => {
                    seen = true;
                    self.note(Why::Outside, &format!("a picture at {url}"));
                }
                // A picture may stand in several forms: the first is taken.
                ("image", Some(path)) if !seen => {
                    seen = true;
                    let name = picture_name(self.shown.len(), path);
                    spans.push(What::Picture(name.clone(), alt.clone()), look);
                    self.shown.push((name, path.to_string()));
                }
                ("image", _) => {}
                ("text-box", _) => {
                    seen = true;
                    let before = std::mem::take(&mut self.boxes);
                    let mut lines = Vec::new();
                    self.lines(part, None, &mut lines);
                    self.boxes = before;
                    self.boxes.extend(lines);
                }
                ("frame" | "g" | "custom-shape", _) => {
                    seen = true;
                    self.drawing(part, look, spans);
                }
                ("p", _) => {
                    seen = true;
                    if let Some(line) = self.paragraph(part, None) {
                        self.boxes.push(line);
                    }
                }
                _ => {}
            }
        }
        if !seen {
            let alt = if alt.is_empty() { String::new() } else { format!(": {alt}") };
            self.note(Why::Drawing, &format!("a drawing{alt}"));
        }
    }

    /// A table; one of a single column is its paragraphs.
    fn table(&mut self, node: Node<'_, '_>) -> Vec<Line> {
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        for row in node.descendants().filter(|node| is(*node, "table-row")) {
            let own = row.ancestors().skip(1).find(|above| is(*above, "table"));
            if own != Some(node) {
                continue;
            }
            let mut cells = Vec::new();
            for cell in row.children().filter(Node::is_element) {
                let more = attribute(cell, "number-columns-repeated").and_then(|count| count.parse().ok());
                match cell.tag_name().name() {
                    "table-cell" => cells.push(self.blocks(cell)),
                    "covered-table-cell" => cells.push(vec![]),
                    _ => continue,
                }
                (1..more.unwrap_or(1usize).min(64)).for_each(|_| cells.push(vec![]));
            }
            rows.push(cells);
        }
        if rows.iter().all(|row| row.len() < 2) {
            return rows.into_iter().flatten().flatten().map(Line::Block).collect();
        }
        let rows = rows.iter().map(|row| row.iter().map(|blocks| in_cell(blocks)).collect()).collect();
        table(rows).map(Line::Block).into_iter().collect()
    }
}

/// Text as ODF counts its blanks: several are one.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}
