//! Characters, and the spaces between words.

use super::spacing::{HARD, NARROW};

/// Whether a code point is one that no text may hold (Unicode, section 23.7), some of which mark
/// places inside this program; or a byte order mark, which belongs before a text (section 23.8).
pub fn is_noncharacter(c: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&c) || u32::from(c) & 0xFFFE == 0xFFFE || c == '\u{FEFF}'
}

/// A text on one line, with one space where there was any white space; but the spaces at which no line
/// breaks stay.
pub fn on_one_line(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, HARD | NARROW);
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
