//! The one function that turns a byte offset into a printed line and column.

/// A line and a column as a person counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineCol {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode scalar values, from 1.
    pub column: usize,
}

/// The line and column of a byte offset, both from 1, columns in Unicode scalar values.
///
/// An offset behind the end counts as the end; one inside a character as its start. The text is
/// the file's without a leading byte order mark.
pub fn line_col(text: &str, offset: usize) -> LineCol {
    let offset = floor_char(text, offset);
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LineCol { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
}

/// The nearest character boundary at or before an offset.
pub fn floor_char(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "α\nτίτλος: x\n";
        let offset = text.find('x').expect("there is an x");
        assert_eq!(line_col(text, offset), LineCol { line: 2, column: 9 });
        assert_eq!(line_col(text, 999), LineCol { line: 3, column: 1 });
        assert_eq!(line_col(text, 1), LineCol { line: 1, column: 1 });
    }
}
