//! The body of a Word file: paragraphs, tables and what stands in them.

use std::rc::Rc;

use roxmltree::Node;

use super::super::super::lines::{Line, blocks, in_cell};
use super::super::super::spans::{Look, Spans, What};
use super::super::super::tree::table;
use super::super::super::{Removed, Why};
use super::super::pack::{all_text, attribute, child, is};
use super::{Meaning, Parts};
use crate::markdown::Block;

/// Reads a body.
pub(super) struct Body<'p> {
    /// What the other parts say.
    parts: &'p Parts,
    /// What is not taken over.
    pub(super) removed: Vec<Removed>,
    /// The pictures: the name that they have in the text, and where they lie.
    pub(super) pictures: Vec<(String, String)>,
    /// The notes that are mentioned, in order: `footnote` or `endnote`, and their ids.
    pub(super) mentioned: Vec<(&'static str, String)>,
    /// The fields that are open: their instruction, and whether its result is being read.
    fields: Vec<(String, bool)>,
    /// Text boxes met in the paragraph that is being read: they stand below it.
    boxes: Vec<Line>,
}

impl<'p> Body<'p> {
    /// Begins.
    pub(super) fn new(parts: &'p Parts) -> Self {
        Self { parts, removed: vec![], pictures: vec![], mentioned: vec![], fields: vec![], boxes: vec![] }
    }

    /// The blocks of an element.
    pub(super) fn blocks(&mut self, root: Node<'_, '_>) -> Vec<Block> {
        let lines = self.lines(root);
        blocks(lines)
    }

    /// The lines of an element.
    fn lines(&mut self, root: Node<'_, '_>) -> Vec<Line> {
        let mut lines = Vec::new();
        for node in root.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => {
                    lines.extend(self.paragraph(node));
                    lines.append(&mut self.boxes);
                }
                "tbl" => lines.extend(self.table(node)),
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" | "txbxContent" => {
                    lines.extend(self.lines(node));
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        lines.extend(self.lines(chosen));
                    }
                }
                "del" | "moveFrom" => self.deleted(node),
                "altChunk" => self.removed.push(Removed::new(Why::Outside, "a file within the file")),
                _ => {}
            }
        }
        lines
    }

    /// A paragraph; one that ends a list stands for itself.
    fn paragraph(&mut self, node: Node<'_, '_>) -> Option<Line> {
        let properties = child(node, "pPr");
        let style =
            properties.and_then(|about| child(about, "pStyle")).and_then(|style| attribute(style, "val"));
        let meaning = style.map_or(Meaning::Plain, |style| self.parts.meaning(style));
        let list = properties.and_then(super::list_of).or_else(|| self.parts.list(style?));
        let outline =
            properties.and_then(|about| child(about, "outlineLvl")).and_then(|level| attribute(level, "val"));
        let outline = outline.and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
        let mut spans = Spans::default();
        self.runs(node, &Look::default(), &mut spans);
        if spans.is_blank() {
            return None;
        }
        Some(match (meaning, list, outline) {
            // Numbered headings are headings.
            (Meaning::Heading(depth), ..) => Line::Heading(depth, spans),
            (_, Some((id, depth)), _) if id != "0" => {
                let levels = self.parts.lists.get(&id);
                let ordered = levels.and_then(|levels| levels.get(depth)).copied().unwrap_or(false);
                Line::Item(depth, ordered, spans)
            }
            (Meaning::Item(ordered), ..) => Line::Item(0, ordered, spans),
            (Meaning::Quote, ..) => Line::Quote(spans),
            (_, _, Some(depth)) => Line::Heading(depth + 1, spans),
            (Meaning::Plain, ..) => Line::Plain(spans),
        })
    }

    /// The runs of a paragraph, links and insertions included.
    fn runs(&mut self, root: Node<'_, '_>, look: &Look, spans: &mut Spans) {
        for node in root.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, look, spans),
                "hyperlink" => {
                    let url = attribute(node, "id").and_then(|id| self.parts.targets.get(id)).cloned();
                    self.runs(node, &Look { link: url.map(Rc::from), ..look.clone() }, spans);
                }
                "fldSimple" => {
                    let url = attribute(node, "instr").and_then(linked);
                    self.runs(
                        node,
                        &Look { link: url.map(Rc::from).or(look.link.clone()), ..look.clone() },
                        spans,
                    );
                }
                "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "customXml" | "bdo" | "dir" => {
                    self.runs(node, look, spans);
                }
                "del" | "moveFrom" => self.deleted(node),
                "oMath" | "oMathPara" => spans.text(&all_text(node), look),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.runs(chosen, look, spans);
                    }
                }
                _ => {}
            }
        }
    }

    /// A run: words of one look, and what stands between them.
    fn run(&mut self, node: Node<'_, '_>, outer: &Look, spans: &mut Spans) {
        let mut look = outer.clone();
        if let Some(properties) = child(node, "rPr") {
            let on = |name: &str| {
                child(properties, name).is_some_and(|mark| {
                    !matches!(attribute(mark, "val"), Some("0" | "false" | "off" | "none"))
                })
            };
            if on("vanish") || on("webHidden") {
                let words = all_text(node);
                if !words.trim().is_empty() {
                    self.removed.push(Removed::new(Why::Hidden, words));
                }
                return;
            }
            look.bold |= on("b");
            look.italic |= on("i");
            look.strike |= on("strike") || on("dstrike");
            match child(properties, "vertAlign").and_then(|align| attribute(align, "val")) {
                Some("superscript") => look.raised = true,
                Some("subscript") => look.lowered = true,
                _ => {}
            }
        }
        // Within a field whose instruction is a link the result is its words.
        if let Some(url) =
            self.fields.iter().rev().filter(|(_, shown)| *shown).find_map(|(text, _)| linked(text))
        {
            look.link = Some(Rc::from(url));
        }
        self.pieces(node, &look, spans);
    }

    /// What a run holds.
    fn pieces(&mut self, node: Node<'_, '_>, look: &Look, spans: &mut Spans) {
        for piece in node.children().filter(Node::is_element) {
            let name = piece.tag_name().name();
            if self.fields.last().is_some_and(|(_, shown)| !shown) && !matches!(name, "fldChar" | "instrText")
            {
                continue;
            }
            match name {
                "t" => spans.text(piece.text().unwrap_or_default(), look),
                "tab" | "ptab" => spans.text("\t", look),
                "br" if attribute(piece, "type").is_none_or(|kind| kind == "textWrapping") => {
                    spans.push(What::Break, look);
                }
                "cr" => spans.push(What::Break, look),
                "noBreakHyphen" => spans.text("-", look),
                "sym" => {
                    let font = attribute(piece, "font").unwrap_or_default();
                    let sign = attribute(piece, "char").unwrap_or_default();
                    self.removed.push(Removed::new(Why::Symbol, format!("{sign} of the font {font}")));
                }
                "fldChar" => match attribute(piece, "fldCharType") {
                    Some("begin") => self.fields.push((String::new(), false)),
                    Some("separate") => {
                        self.fields.iter_mut().last().into_iter().for_each(|field| field.1 = true)
                    }
                    _ => drop(self.fields.pop()),
                },
                "instrText" => {
                    if let Some((instruction, false)) = self.fields.last_mut() {
                        instruction.push_str(piece.text().unwrap_or_default());
                    }
                }
                "footnoteReference" | "endnoteReference" => {
                    let kind = if name == "footnoteReference" { "footnote" } else { "endnote" };
                    if let Some(id) = attribute(piece, "id") {
                        let plain = Look { raised: false, ..look.clone() };
                        spans.push(What::Note(self.mentioned.len()), &plain);
                        self.mentioned.push((kind, id.to_string()));
                    }
                }
                "drawing" | "pict" | "object" => self.drawing(piece, look, spans),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(piece) {
                        self.pieces(chosen, look, spans);
                    }
                }
                _ => {}
            }
        }
    }

    /// A drawing: its picture, or the words of its boxes below the paragraph.
    fn drawing(&mut self, node: Node<'_, '_>, look: &Look, spans: &mut Spans) {
        let about = node.descendants().find(|node| is(*node, "docPr") || is(*node, "shape"));
        let alt =
            about.and_then(|about| attribute(about, "descr").or(attribute(about, "alt"))).unwrap_or_default();
        let mut seen = false;
        for part in node.descendants().filter(Node::is_element) {
            let id = match part.tag_name().name() {
                "blip" => attribute(part, "embed").or_else(|| attribute(part, "link")),
                "imagedata" => attribute(part, "id"),
                _ => None,
            };
            let Some(target) = id.and_then(|id| self.parts.targets.get(id)) else { continue };
            seen = true;
            if target.contains("://") {
                self.removed.push(Removed::new(Why::Outside, format!("a picture at {target}")));
                continue;
            }
            let name = super::super::super::picture_name(self.pictures.len(), target);
            spans.push(What::Picture(name.clone(), alt.to_string()), look);
            self.pictures.push((name, target.clone()));
        }
        let boxes: Vec<_> = node.descendants().filter(|node| is(*node, "txbxContent")).collect();
        // A box in a box is read with the outer one.
        let outer = |one: &&Node<'_, '_>| !one.ancestors().skip(1).any(|above| boxes.contains(&above));
        for content in boxes.iter().filter(outer) {
            seen = true;
            let fields = std::mem::take(&mut self.fields);
            let before = std::mem::take(&mut self.boxes);
            let lines = self.lines(*content);
            self.boxes = before;
            self.boxes.extend(lines);
            self.fields = fields;
        }
        if !seen {
            let what = if is(node, "object") { "an object of another program" } else { "a drawing" };
            let alt = if alt.is_empty() { String::new() } else { format!(": {alt}") };
            self.removed.push(Removed::new(Why::Drawing, format!("{what}{alt}")));
        }
    }

    /// Words that a tracked change deletes.
    fn deleted(&mut self, node: Node<'_, '_>) {
        let words: String = node
            .descendants()
            .filter(|node| is(*node, "delText") || is(*node, "t"))
            .filter_map(|node| node.text())
            .collect();
        if !words.trim().is_empty() {
            self.removed.push(Removed::new(Why::Deleted, words));
        }
    }

    /// A table; one of a single column is its paragraphs.
    fn table(&mut self, node: Node<'_, '_>) -> Vec<Line> {
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        self.rows(node, &mut rows);
        if rows.iter().all(|row| row.len() < 2) {
            return rows.into_iter().flatten().flatten().map(Line::Block).collect();
        }
        let cell = |blocks: &Vec<Block>| in_cell(blocks);
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        table(rows).map(Line::Block).into_iter().collect()
    }

    /// The rows of a table, those within content controls and insertions included.
    fn rows(&mut self, node: Node<'_, '_>, rows: &mut Vec<Vec<Vec<Block>>>) {
        for row in node.children().filter(Node::is_element) {
            match row.tag_name().name() {
                "tr" => {
                    let mut cells = Vec::new();
                    self.cells(row, &mut cells);
                    rows.push(cells);
                }
                "sdt" | "sdtContent" | "ins" | "customXml" => self.rows(row, rows),
                _ => {}
            }
        }
    }

    /// The cells of a row; a wide one is followed by empty ones.
    fn cells(&mut self, row: Node<'_, '_>, cells: &mut Vec<Vec<Block>>) {
        for cell in row.children().filter(Node::is_element) {
            match cell.tag_name().name() {
                "tc" => {
                    let properties = child(cell, "tcPr");
                    let span = properties.and_then(|about| child(about, "gridSpan"));
                    let wide =
                        span.and_then(|span| attribute(span, "val")?.parse::<usize>().ok()).unwrap_or(1);
                    cells.push(self.blocks(cell));
                    (1..wide.min(64)).for_each(|_| cells.push(vec![]));
                }
                "sdt" | "sdtContent" | "ins" | "customXml" => self.cells(cell, cells),
                _ => {}
            }
        }
    }
}

/// What a run of alternatives shows: the first choice, or else the fallback.
fn chosen<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// The address in a field's instruction: `HYPERLINK "https://…"`.
fn linked(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim();
    let url = rest
        .strip_prefix('"')
        .and_then(|rest| rest.split('"').next())
        .or_else(|| rest.split_whitespace().next())?;
    (!url.is_empty() && !url.starts_with('\\')).then(|| url.to_string())
}
