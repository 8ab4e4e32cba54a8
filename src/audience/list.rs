//! The file of a list, read strictly: every line of it belongs to a row that is counted, or the list
//! is refused. A reader of CSV that is kind to mistakes loses people: a stray quotation mark makes one
//! cell of many rows, a comma too many moves the day on which somebody left out of its column (RFC
//! 4180, section 2).

use std::borrow::Cow;

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// Its first line, from 1.
    pub line: u64,
    /// Its cells, without quotation marks.
    pub cells: Vec<Cow<'a, str>>,
}

impl Record<'_> {
    /// Whether there is nothing in it: a line that a spreadsheet leaves empty.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Why the rows behind a place can't be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// A quotation mark is opened in a line and never closed; so many lines stand behind it.
    Unclosed(u64, u64),
    /// A quotation mark in a line makes one cell of the rows up to another.
    Swallows(u64, u64),
    /// Something stands behind the closing mark of a cell of this line.
    Behind(u64),
}

/// The rows of a file, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    text: &'a str,
    /// What divides cells.
    delimiter: char,
    /// How many columns there are, once it is known.
    columns: usize,
    /// Up to where it was read.
    at: usize,
    /// The line there, from 1.
    line: u64,
}

impl<'a> Records<'a> {
    /// The rows of a text; what divides its cells is seen in its first line, or said there as `sep=;`,
    /// as spreadsheets write it.
    pub fn new(text: &'a str) -> Self {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let said = first.trim().trim_matches('"').to_lowercase();
        let said = said.strip_prefix("sep=").and_then(|mark| mark.chars().next());
        let count = |mark: char| first.matches(mark).count();
        let most = [',', ';', '\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == ','));
        let mut records = Self { text, delimiter: said.or(most).unwrap_or(','), columns: 1, at: 0, line: 1 };
        if said.is_some() {
            records.skip_line();
        }
        records
    }

    /// Says how many columns there are: what a swallowed row is known by.
    pub fn with_columns(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// Goes to the next line.
    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.line += 1;
    }

    /// The rest of the text.
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Takes an end of line; whether there was one, or the text ends.
    fn end_of_line(&mut self) -> bool {
        let rest = self.rest();
        let end = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end));
        self.at += end.map_or(0, str::len);
        self.line += u64::from(end.is_some());
        end.is_some() || rest.is_empty()
    }

    fn cell(&mut self) -> Result<Cow<'a, str>, Broken> {
        let rest = self.rest();
        let blank = |c: char| c != self.delimiter && matches!(c, ' ' | '\t' | '\u{A0}');
        let start = rest.trim_start_matches(blank);
        if !start.starts_with('"') {
            let end = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
            self.at += end;
            return Ok(rest[..end].into());
        }
        let opened = self.line;
        self.at += rest.len() - start.len() + 1;
        let mut cell = String::new();
        loop {
            let rest = self.rest();
            let Some(end) = rest.find('"') else {
                let lines = rest.lines().count() as u64;
                return Err(Broken::Unclosed(opened, lines.saturating_sub(1)));
            };
            cell.push_str(&rest[..end]);
            self.line += lines_in(&rest[..end]);
            self.at += end + 1;
            if !self.rest().starts_with('"') {
                break;
            }
            cell.push('"');
            self.at += 1;
        }
        let looks_like_a_row =
            |line: &str| line.contains('@') && line.matches(self.delimiter).count() + 1 >= self.columns;
        if cell.lines().skip(1).any(looks_like_a_row) {
            return Err(Broken::Swallows(opened, self.line));
        }
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(blank).len();
        match self.rest().chars().next() {
            Some(c) if c != self.delimiter && c != '\n' && c != '\r' => Err(Broken::Behind(self.line)),
            _ => Ok(cell.into()),
        }
    }
}

/// How many lines end in a text.
fn lines_in(text: &str) -> u64 {
    let lone = text.replace("\r\n", "\n");
    lone.matches(['\n', '\r']).count() as u64
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest().is_empty() {
            return None;
        }
        let line = self.line;
        let mut cells = Vec::with_capacity(self.columns);
        loop {
            match self.cell() {
                Ok(cell) => cells.push(cell),
                Err(broken) => {
                    // What stands behind it can't be told.
                    self.at = self.text.len();
                    return Some(Err(broken));
                }
            }
            if self.end_of_line() {
                return Some(Ok(Record { line, cells }));
            }
            self.at += self.delimiter.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text as lines and cells.
    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let columns = Records::new(text).next().and_then(Result::ok).map_or(1, |first| first.cells.len());
        Records::new(text)
            .with_columns(columns)
            .map(|record| record.expect("a row"))
            .map(|record| (record.line, record.cells.iter().map(ToString::to_string).collect()))
            .collect()
    }

    /// What breaks a text.
    fn broken(text: &str) -> Option<Broken> {
        Records::new(text).with_columns(3).find_map(Result::err)
    }

    #[test]
    fn cells_are_read_whatever_divides_them_and_whatever_ends_a_line() {
        for (divides, ends) in [(",", "\n"), (";", "\r\n"), ("\t", "\n"), (",", "\r")] {
            let text =
                ["email,note", " a@x , \"one, two\" ", "b@x,\"a \"\"b\"\"\nc\"", ",", "c@x,"].join(ends);
            let text = text.replace(',', divides);
            let rows = rows(&text);
            assert_eq!(rows[1], (2, vec![" a@x ".into(), format!("one{divides} two")]), "{text:?}");
            assert_eq!(rows[2], (3, vec!["b@x".into(), "a \"b\"\nc".into()]), "{text:?}");
            assert_eq!(rows[4], (6, vec!["c@x".into(), String::new()]), "{text:?}");
        }
        assert_eq!(rows("sep=;\nemail;a,b\nx;y\n")[1], (3, vec!["x".into(), "y".into()]));
    }

    #[test]
    fn a_mark_that_swallows_people_is_found() {
        assert_eq!(broken("email,basis,x\na@x,staff,\"b\nc@x,staff,d\n"), Some(Broken::Unclosed(2, 1)));
        let closed = "email,basis,x\na@x,staff,\"b\nc@x,staff,d\ne@x,staff,f\"\ng@x,staff,h\n";
        assert_eq!(broken(closed), Some(Broken::Swallows(2, 4)));
        assert_eq!(broken("email,basis,x\na@x,staff,\"b\"c\n"), Some(Broken::Behind(2)));
        assert_eq!(broken("email,basis,x\na@x,staff,\"fair,\nBrussels\"\n"), None);
    }
}
