//! Tables and lists of definitions.

use super::super::tree::{Block, Document, Inline, Table};
use super::Builder;
use crate::diagnostic::Diagnostic;
use comrak::Node;
use comrak::nodes::{NodeValue, TableAlignment};

impl<'a> Builder<'a, '_> {
    /// A table's cells.
    pub(super) fn table(&mut self, node: Node<'a>, align: Vec<String>) -> Table {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        for row in node.children() {
            self.extra_cells(row, align.len());
            rows.push(row.children().map(|cell| self.run(cell)).collect());
        }
        let header = if rows.is_empty() { vec![] } else { rows.remove(0) };
        if header.iter().all(|cell| Document::text_of(cell).is_empty()) {
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
    pub(super) fn extra_cells(&mut self, row: Node<'a>, columns: usize) {
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

    /// Terms and meanings.
    pub(super) fn definitions(&mut self, node: Node<'a>, depth: usize) -> Vec<(Vec<Inline>, Vec<Block>)> {
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
    pub(super) fn term(&mut self, node: Node<'a>) -> Vec<Inline> {
        let inner = node.first_child().filter(|child| matches!(child.data().value, NodeValue::Paragraph));
        self.inlines(inner.unwrap_or(node), 0)
    }
}

/// A column's alignment in one word.
pub(super) fn alignment(alignment: &TableAlignment) -> String {
    match alignment {
        TableAlignment::None => "",
        TableAlignment::Left => "left",
        TableAlignment::Center => "center",
        TableAlignment::Right => "right",
    }
    .to_string()
}
