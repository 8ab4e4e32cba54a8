//! How wide the columns of a table on a page must be, so that nothing prints over its neighbour.

use std::ops::Range;

use super::tree::{Block, BlockKind, Document, Inline, InlineKind, Table};

/// The width of a text's column in the report, in ems of a table's type (112 mm at 9 pt), less a tenth for
/// fonts that run wider than those that were measured.
const COLUMN: f64 = 31.7;

/// The width of the whole page, which a table takes that is too wide for the column (170 mm).
const PAGE: f64 = 48.1;

/// The white space left and right of a cell's words, in ems of a table's type at its full size.
const INSET: f64 = 1.05;

/// The same where the type is smaller than usual.
pub const DENSE_INSET: f64 = 0.6;

/// The smallest type, of 9 pt: 6 pt still read on paper.
const SMALLEST: f64 = 0.67;

/// The smallest type for which a table stays in the column.
const SMALLEST_IN_COLUMN: f64 = 0.95;

/// How a table is set.
#[derive(Debug, Clone, PartialEq)]
pub enum Columns {
    /// As wide as its words are.
    Natural,
    /// In shares of a width, with type and white space this much smaller.
    Shared {
        /// Whether that is the whole page's width, and not the column's.
        wide: bool,
        /// Each column's share.
        shares: Vec<f64>,
        /// The size of the type against a table's usual one.
        size: f64,
    },
    /// Its words do not fit even then: this many of its columns do.
    TooWide(usize),
}

impl Table {
    /// How the table is set on a page: in its own width; else each column gets what its longest word
    /// needs and a part of the rest, in smaller type where that is not enough.
    pub fn columns(&self) -> Columns {
        match self.columns_in(COLUMN, false) {
            Columns::Shared { size, .. } if size < SMALLEST_IN_COLUMN => self.columns_in(PAGE, true),
            Columns::TooWide(_) => self.columns_in(PAGE, true),
            fits => fits,
        }
    }

    /// How the table is set in a width, in ems of its type at its full size.
    fn columns_in(&self, width: f64, wide: bool) -> Columns {
        let count = self.header.len().max(1);
        let mut least = vec![0.0_f64; count];
        let mut most = vec![0.0_f64; count];
        for row in std::iter::once(&self.header).chain(&self.rows) {
            for (column, cell) in row.iter().enumerate().take(count) {
                let (word, line) = widths(cell);
                least[column] = least[column].max(word);
                most[column] = most[column].max(line);
            }
        }
        let columns = count as f64;
        if !wide && most.iter().sum::<f64>() + INSET * columns <= width {
            return Columns::Natural;
        }
        let least_of_all: f64 = least.iter().sum();
        let inset = if least_of_all + INSET * columns <= width { INSET } else { DENSE_INSET };
        let needed = least_of_all + inset * columns;
        // Where the white space was taken away, the type is smaller as well.
        let most_size = if inset < INSET { 0.95 } else { 1.0 };
        let size = (width / needed).min(most_size);
        if size < SMALLEST {
            let mut room = width / SMALLEST;
            let fits = least.iter().take_while(|width| {
                room -= **width + inset;
                room >= 0.0
            });
            return Columns::TooWide(fits.count().max(1));
        }
        let rest = (width / size - needed).max(0.0);
        let wishes: f64 = most.iter().zip(&least).map(|(most, least)| most - least).sum();
        let shares = most.iter().zip(&least).map(|(most, least)| {
            let part = if wishes > 0.0 { rest * (most - least) / wishes } else { 0.0 };
            least + inset + part
        });
        Columns::Shared { wide, shares: shares.collect(), size }
    }
}

/// The width of a cell's longest word and of its longest line, in ems.
fn widths(cell: &[Inline]) -> (f64, f64) {
    let mut text = String::new();
    gather(cell, &mut text);
    let text = together(&text);
    let lines = text.lines().map(measure).fold(0.0, f64::max);
    let words =
        text.split(|c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')).flat_map(word_pieces);
    // Beyond 40 characters a line may break within a word; half of that stays together.
    let least = |word: String| match word.chars().count() {
        0..=40 => measure(&word),
        _ => measure(&word.chars().take(20).collect::<String>()),
    };
    (words.map(least).fold(0.0, f64::max), lines)
}

/// The text of a cell, its lines as such.
fn gather(cell: &[Inline], text: &mut String) {
    for inline in cell {
        match &inline.kind {
            InlineKind::Text(own) | InlineKind::Code(own) => text.push_str(own),
            InlineKind::SoftBreak => text.push(' '),
            InlineKind::Break => text.push('\n'),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => gather(inner, text),
            InlineKind::Image(_) => {}
            InlineKind::FootnoteRef(_) => text.push('1'),
        }
    }
}

/// The width of a text in ems, as Source Sans 3 sets it.
fn measure(text: &str) -> f64 {
    let one = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.27,
        ' ' | '\u{A0}' => 0.2,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'ж' | 'ш' | 'щ' | 'ю' => 0.86,
        c if c.is_ascii_digit() => 0.5,
        c if c >= '\u{2E80}' => 1.0,
        c if c.is_uppercase() => 0.62,
        _ => 0.53,
    };
    text.chars().map(one).sum()
}

/// Where a number is written in groups of three digits, they are kept on one line; so are a number and
/// the sign behind it.
pub fn together(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let group = |i: usize| (1..=3).all(|n| digit(i + n)) && !digit(i + 4);
    let sign = |i: usize| chars.get(i + 1).is_some_and(|c| matches!(c, '€' | '%' | '£' | '$' | '‰'));
    let first = |i: usize| !(1..=4).all(|n| i >= n && digit(i - n));
    let kept = chars.iter().enumerate().map(|(i, c)| match c {
        ' ' if i > 0 && digit(i - 1) && (group(i) && first(i) || sign(i)) => '\u{A0}',
        c => *c,
    });
    kept.collect()
}

/// A word of a cell in the pieces between which it may be broken: an address or a file name behind its
/// points and strokes, never a number.
pub fn word_pieces(word: &str) -> Vec<String> {
    let address = |word: &str| {
        word.chars().count() > 12
            && word.contains(['@', '.', '_', '/'])
            && word.chars().filter(|c| c.is_alphabetic()).count() * 2 > word.chars().count()
    };
    if !address(word) && word.contains(|c: char| c.is_ascii_digit()) {
        return vec![word.to_owned()];
    }
    if !address(word) {
        return word.split_inclusive('-').map(str::to_owned).collect();
    }
    word.split_inclusive(['@', '.', '_', '/', '-']).map(str::to_owned).collect()
}

impl Document {
    /// The tables of the text, each with its place in the file.
    pub fn tables(&self) -> Vec<(&Table, Range<usize>)> {
        let mut found = Vec::new();
        tables(&self.blocks, &mut found);
        for note in &self.notes {
            tables(note, &mut found);
        }
        found
    }
}

/// Collects the tables of some blocks.
fn tables<'d>(blocks: &'d [Block], found: &mut Vec<(&'d Table, Range<usize>)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => found.push((table, block.range.clone())),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => tables(inner, found),
            BlockKind::List(list) => list.items.iter().for_each(|item| tables(&item.blocks, found)),
            BlockKind::Definitions(entries) => entries.iter().for_each(|(_, meaning)| tables(meaning, found)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_whole_and_addresses_may_break() {
        assert_eq!(
            together("1 234 567 € in 2024 and 12 345"),
            "1\u{A0}234\u{A0}567\u{A0}€ in 2024 and 12\u{A0}345"
        );
        assert_eq!(together("in 2024 123 towns of 2 1234"), "in 2024 123 towns of 2 1234");
        assert_eq!(word_pieces("1.234.567.890,50"), ["1.234.567.890,50"]);
        assert_eq!(word_pieces("D2.1_Roadmap_method.pdf").len(), 5);
        assert_eq!(word_pieces("info@example.org").concat(), "info@example.org");
    }
}
