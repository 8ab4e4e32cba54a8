//! Characters.

/// Whether a code point is one that no text may hold (Unicode, section 23.7), some of which mark
/// places inside this program; or a byte order mark, which belongs before a text (section 23.8).
pub fn is_noncharacter(c: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&c) || u32::from(c) & 0xFFFE == 0xFFFE || c == '\u{FEFF}'
}
