//! The tree as plain text that a person would sign: at most 78 columns, links numbered with their
//! addresses listed, tables as labelled lines, no box drawing.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::tree::{Block, BlockKind, Document, Inline, InlineKind, List, Table};

/// The widest line, in characters (RFC 5322, section 2.1.1 recommends 78).
pub const WIDTH: usize = 76;

/// Writes trees as text and numbers the links of a whole mail.
#[derive(Debug)]
pub struct TextWriter {
    /// What a footnote is called where it is mentioned: `note` of `[note 1]`.
    note: String,
    /// The addresses in the order of their first mention; a link's number is its index plus one.
    pub links: Vec<String>,
    /// Where each address stands among them.
    index: std::collections::BTreeMap<String, usize>,
}

impl Default for TextWriter {
    fn default() -> Self {
        Self::new("note")
    }
}

/// A text as every output takes it: composed letters (NFC), a tab as a space, and without characters
/// that show as nothing and that whoever copies a text would copy, too (zero-width spaces, soft hyphens,
/// word joiners). Joiners that scripts and emoji need stay.
pub fn visible(text: &str) -> std::borrow::Cow<'_, str> {
    let nothing =
        |c: char| matches!(c, '\u{200B}' | '\u{AD}' | '\u{2060}' | '\u{180E}' | '\u{2061}'..='\u{2064}');
    let plain = !text.contains(|c: char| c == '\t' || nothing(c)) && (text.is_ascii() || is_nfc(text));
    if plain {
        return text.into();
    }
    text.chars()
        .filter(|c| !nothing(*c))
        .map(|c| if c == '\t' { ' ' } else { c })
        .nfc()
        .collect::<String>()
        .into()
}

impl TextWriter {
    /// A writer that calls footnotes by a word.
    pub fn new(note: &str) -> Self {
        Self { note: note.to_string(), links: vec![], index: std::collections::BTreeMap::new() }
    }

    /// A whole text with its footnotes.
    pub fn document(&mut self, document: &Document) -> String {
        let mut out = self.blocks(&document.blocks, "");
        for (number, note) in document.notes.iter().enumerate() {
            out.push_str("\n\n");
            let label = format!("[{} {}] ", self.note, number + 1);
            let body = self.blocks(note, "    ");
            out.push_str(&format!("{label}{}", body.trim_start()));
        }
        out
    }

    /// Some blocks, each line behind an indent.
    pub fn blocks(&mut self, blocks: &[Block], indent: &str) -> String {
        let parts: Vec<_> = blocks.iter().map(|block| self.block(block, indent)).collect();
        parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn block(&mut self, block: &Block, indent: &str) -> String {
        match &block.kind {
            BlockKind::Heading(_, text) | BlockKind::Paragraph(text) => {
                wrap(&self.inlines(text), indent, indent)
            }
            BlockKind::List(list) => self.list(list, indent),
            BlockKind::Quote(inner) => self.blocks(inner, &format!("{indent}> ")),
            BlockKind::Alert(alert, inner) => {
                let body = self.blocks(inner, &format!("{indent}> "));
                format!("{}\n{body}", wrap(alert.title(), &format!("{indent}> "), &format!("{indent}> ")))
            }
            BlockKind::Code(_, text) => {
                text.lines().map(|line| format!("{indent}    {line}")).collect::<Vec<_>>().join("\n")
            }
            BlockKind::Table(table) => self.table(table, indent),
            BlockKind::Definitions(entries) => {
                let parts: Vec<_> = entries
                    .iter()
                    .map(|(term, meaning)| {
                        let term = wrap(&self.inlines(term), indent, indent);
                        format!("{term}\n{}", self.blocks(meaning, &format!("{indent}    ")))
                    })
                    .collect();
                parts.join("\n\n")
            }
            BlockKind::Rule => format!("{indent}* * *"),
        }
    }

    fn list(&mut self, list: &List, indent: &str) -> String {
        let mut out = Vec::new();
        for (number, item) in list.items.iter().enumerate() {
            let mark = match (list.start, item.task) {
                (_, Some(true)) => "[x] ".to_string(),
                (_, Some(false)) => "[ ] ".to_string(),
                (Some(start), None) => format!("{}. ", start + number),
                (None, None) => "- ".to_string(),
            };
            let inner = format!("{indent}{}", " ".repeat(mark.len()));
            let body = self.blocks(&item.blocks, &inner);
            out.push(format!("{indent}{mark}{}", body.strip_prefix(&inner).unwrap_or(body.trim_start())));
        }
        out.join(if list.tight { "\n" } else { "\n\n" })
    }

    /// A table: for each row, each column's name and its cell.
    fn table(&mut self, table: &Table, indent: &str) -> String {
        let names: Vec<_> = table.header.iter().map(|cell| self.inlines(cell)).collect();
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut lines = Vec::new();
            for (cell, name) in row.iter().zip(&names) {
                let text = self.inlines(cell);
                let line = if name.is_empty() { text } else { format!("{name}: {text}") };
                let first = if lines.is_empty() { "- " } else { "  " };
                lines.push(wrap(&line, &format!("{indent}{first}"), &format!("{indent}    ")));
            }
            rows.push(lines.join("\n"));
        }
        if rows.is_empty() {
            rows.push(wrap(&names.join(", "), indent, indent));
        }
        rows.join("\n")
    }

    /// Inline text; a line end that is meant is `\n`.
    pub fn inlines(&mut self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
                InlineKind::SoftBreak => out.push(' '),
                InlineKind::Break => out.push('\n'),
                InlineKind::Emph(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) => {
                    out.push_str(&self.inlines(inner))
                }
                InlineKind::Super(inner) => {
                    let text = self.inlines(inner);
                    out.push_str(&raised(&text));
                }
                InlineKind::Sub(inner) => {
                    let text = self.inlines(inner);
                    out.push_str(&lowered(&text));
                }
                InlineKind::Link(url, inner) => {
                    let text = self.inlines(inner);
                    out.push_str(&self.link(&text, url));
                }
                InlineKind::Image(image) if !image.decorative => {
                    out.push_str(&format!("[{}]", image.alt));
                }
                InlineKind::Image(_) => {}
                InlineKind::FootnoteRef(index) => out.push_str(&format!(" [{} {}]", self.note, index + 1)),
            }
        }
        out
    }

    /// A link as its text and number; an address that is its own text stands alone.
    pub fn link(&mut self, text: &str, url: &str) -> String {
        let next = self.links.len();
        let number = *self.index.entry(url.to_string()).or_insert(next);
        if number == next {
            self.links.push(url.to_string());
        }
        format!("{text} [{}]", number + 1)
    }
}

/// A raised text: in raised characters where there are some, else behind `^`.
pub fn raised(text: &str) -> String {
    mapped(text, "0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ").unwrap_or_else(|| format!("^{text}"))
}

/// A lowered text: in lowered characters where there are some, else as it is.
pub fn lowered(text: &str) -> String {
    mapped(text, "0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋").unwrap_or_else(|| text.to_string())
}

/// A text with each character replaced, if all have a replacement.
fn mapped(text: &str, from: &str, to: &str) -> Option<String> {
    text.chars().map(|c| from.chars().position(|f| f == c).and_then(|at| to.chars().nth(at))).collect()
}

/// Breaks words into lines of at most 76 characters; longer words stand alone.
pub fn wrap(text: &str, first: &str, indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split('\n') {
        let start = if lines.is_empty() { first } else { indent };
        let mut line = start.to_string();
        let mut empty = true;
        for word in part.split([' ', '\t', '\r']).filter(|word| !word.is_empty()) {
            if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::replace(&mut line, indent.to_string()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// Some plain words as wrapped text.
pub fn plain(text: &str) -> String {
    wrap(text, "", "")
}
