//! The tree as HTML for mail: inline styles from a theme, no in-page anchors, no raw HTML.

use std::fmt::Write;

use super::tree::{Block, BlockKind, Document, Image, Inline, InlineKind, List, Table, attributed};

/// What stands in the start tag of each element behind its name: ` style="…"`, or nothing.
#[derive(Debug, Clone, Default)]
pub struct HtmlStyle {
    /// Paragraphs.
    pub p: String,
    /// Headings.
    pub heading: String,
    /// Lists.
    pub list: String,
    /// Items of lists.
    pub item: String,
    /// Links.
    pub link: String,
    /// Code.
    pub code: String,
    /// Quotations.
    pub quote: String,
    /// Alerts.
    pub alert: String,
    /// Tables.
    pub table: String,
    /// The style of tables' cells, without the attribute's name.
    pub cell: String,
    /// Their class; none where it is empty.
    pub cell_class: String,
    /// Pictures.
    pub image: String,
    /// Credits and footnotes.
    pub small: String,
}

/// A picture as the output holds it.
#[derive(Debug, Clone)]
pub struct Img {
    /// The address for the `src` attribute.
    pub src: String,
    /// The width in CSS pixels.
    pub width: u32,
    /// The height in CSS pixels.
    pub height: u32,
}

/// Writes trees as HTML.
pub struct HtmlWriter<'a> {
    /// The styles.
    pub style: &'a HtmlStyle,
    /// The level at which a text's first heading stands.
    pub level: u8,
    /// Where a picture is found in the output.
    pub picture: &'a dyn Fn(&str) -> Option<Img>,
    /// What to call the footnotes.
    pub notes_title: &'a str,
    /// The side at which lines begin: `left` or `right`.
    pub start: &'a str,
}

impl HtmlWriter<'_> {
    /// A whole text with its footnotes.
    pub fn document(&self, document: &Document) -> String {
        let mut out = String::new();
        self.blocks(&document.blocks, &mut out);
        if !document.notes.is_empty() {
            let _ =
                write!(out, "<p{}><strong>{}</strong></p>", self.style.small, escape_text(self.notes_title));
            for (number, note) in document.notes.iter().enumerate() {
                let _ = write!(out, "<div{}>[{}] ", self.style.small, number + 1);
                self.tight(note, &mut out);
                out.push_str("</div>");
            }
        }
        out
    }

    /// Some blocks.
    pub fn blocks(&self, blocks: &[Block], out: &mut String) {
        for block in blocks {
            self.block(block, out);
        }
    }

    /// One block. Writing into a string does not fail.
    fn block(&self, block: &Block, out: &mut String) {
        let style = self.style;
        match &block.kind {
            BlockKind::Heading(depth, text) => {
                let level = (self.level + depth - 1).min(6);
                let _ = write!(out, "<h{level}{}>", style.heading);
                self.inlines(text, out);
                let _ = write!(out, "</h{level}>");
            }
            BlockKind::Paragraph(text) => {
                let _ = write!(out, "<p{}>", style.p);
                self.inlines(text, out);
                out.push_str("</p>");
            }
            BlockKind::List(list) => self.list(list, out),
            BlockKind::Quote(inner) => {
                let (said, by) = attributed(inner);
                let _ = write!(out, "<blockquote{}>", style.quote);
                self.blocks(&said, out);
                if let Some(by) = by {
                    let _ = write!(out, "<p{}>", style.small);
                    self.inlines(&by, out);
                    out.push_str("</p>");
                }
                out.push_str("</blockquote>");
            }
            BlockKind::Alert(alert, inner) => {
                let _ = write!(
                    out,
                    "<div{}><p{}><strong>{}</strong></p>",
                    if style.alert.is_empty() { " class=\"alert\"" } else { &style.alert },
                    style.p,
                    escape_text(alert.title())
                );
                self.blocks(inner, out);
                out.push_str("</div>");
            }
            BlockKind::Code(_, text) => {
                let _ = write!(out, "<pre{}>{}</pre>", style.code, escape_text(text));
            }
            BlockKind::Table(table) => self.table(table, out),
            BlockKind::Definitions(entries) => {
                for (term, meaning) in entries {
                    let _ = write!(out, "<p{}><strong>", style.p);
                    self.inlines(term, out);
                    out.push_str("</strong></p>");
                    self.blocks(meaning, out);
                }
            }
            BlockKind::Rule => out.push_str("<hr>"),
        }
    }

    /// A list; a task's state is a sign and a word for those who hear it.
    fn list(&self, list: &List, out: &mut String) {
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        let from = list.start.filter(|&start| start != 1).map(|start| format!(" start=\"{start}\""));
        let _ = write!(out, "<{tag}{}{}>", from.unwrap_or_default(), self.style.list);
        for item in &list.items {
            let _ = write!(out, "<li{}>", self.style.item);
            match item.task {
                Some(true) => out.push_str("\u{2611} "),
                Some(false) => out.push_str("\u{2610} "),
                None => {}
            }
            match list.tight {
                true => self.tight(&item.blocks, out),
                false => self.blocks(&item.blocks, out),
            }
            out.push_str("</li>");
        }
        let _ = write!(out, "</{tag}>");
    }

    /// Blocks of a tight item: paragraphs stand without their own space.
    fn tight(&self, blocks: &[Block], out: &mut String) {
        for (i, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(text) => {
                    if i > 0 {
                        out.push('\n');
                    }
                    self.inlines(text, out);
                }
                _ => self.block(block, out),
            }
        }
    }

    /// A data table with scoped headers.
    fn table(&self, table: &Table, out: &mut String) {
        let align = |column: usize| {
            let side = table.align.get(column).map(String::as_str);
            side.filter(|side| matches!(*side, "left" | "right" | "center")).unwrap_or(self.start)
        };
        let _ = write!(out, "<table{}><thead><tr>", self.style.table);
        for (column, cell) in table.header.iter().enumerate() {
            let _ = write!(out, "<th scope=\"col\"{}>", self.cell(align(column)));
            self.inlines(cell, out);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead>");
        if !table.rows.is_empty() {
            out.push_str("<tbody>");
        }
        for row in &table.rows {
            out.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let _ = write!(out, "<td{}>", self.cell(align(column)));
                self.inlines(cell, out);
                out.push_str("</td>");
            }
            out.push_str("</tr>");
        }
        out.push_str(if table.rows.is_empty() { "</table>" } else { "</tbody></table>" });
    }

    /// The attribute of a table's cell: its style and where its text stands.
    fn cell(&self, align: &str) -> String {
        let class = match self.style.cell_class.as_str() {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        match (self.style.cell.as_str(), align == self.start) {
            ("", true) => String::new(),
            ("", false) => format!(" style=\"text-align:{align}\""),
            (style, _) => format!("{class} style=\"{style};text-align:{align}\""),
        }
    }

    /// Inline text.
    pub fn inlines(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => out.push_str(&escape_text(text)),
                InlineKind::SoftBreak => out.push('\n'),
                InlineKind::Break => out.push_str("<br>"),
                InlineKind::Code(text) => {
                    let _ = write!(out, "<code{}>{}</code>", self.style.code, escape_text(text));
                }
                InlineKind::Emph(inner) => self.wrapped("em", inner, out),
                InlineKind::Strong(inner) => self.wrapped("strong", inner, out),
                InlineKind::Strike(inner) => self.wrapped("del", inner, out),
                InlineKind::Super(inner) => self.wrapped("sup", inner, out),
                InlineKind::Sub(inner) => self.wrapped("sub", inner, out),
                InlineKind::Link(url, inner) => {
                    let _ = write!(out, "<a href=\"{}\"{}>", escape_attribute(url), self.style.link);
                    self.inlines(inner, out);
                    out.push_str("</a>");
                }
                InlineKind::Image(image) => self.image(image, out),
                InlineKind::FootnoteRef(index) => {
                    let _ = write!(out, "<sup>[{}]</sup>", index + 1);
                }
            }
        }
    }

    /// Inline text in an element.
    fn wrapped(&self, tag: &str, inner: &[Inline], out: &mut String) {
        let _ = write!(out, "<{tag}>");
        self.inlines(inner, out);
        let _ = write!(out, "</{tag}>");
    }

    /// A picture with its numeric size and its credit, or its alt text where it has no file.
    fn image(&self, image: &Image, out: &mut String) {
        let alt = if image.decorative { "" } else { &image.alt };
        let Some(picture) = (self.picture)(&image.url) else {
            out.push_str(&escape_text(alt));
            return;
        };
        let _ = write!(
            out,
            "<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\"{}>",
            escape_attribute(&picture.src),
            escape_attribute(alt),
            picture.width,
            picture.height,
            self.style.image
        );
        if !image.title.is_empty() {
            let _ = write!(out, "<br><span{}>{}</span>", self.style.small, escape_text(&image.title));
        }
    }
}

/// Text between tags.
pub fn escape_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text inside a double-quoted attribute.
pub fn escape_attribute(text: &str) -> String {
    escape_text(text).replace('"', "&quot;").replace('\'', "&#39;")
}
