//! Where each value of a YAML text stands.
//!
//! serde_yaml reads the model but keeps no places, and keeps the last of two equal keys. The same
//! text is therefore parsed once more, by saphyr's parser, into a tree of byte ranges. Used at the
//! level of events it names *all* duplicate keys of a file and how a scalar was quoted, which
//! saphyr's own tree does not.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

/// How deep a YAML text may nest.
const MAX_DEPTH: usize = 64;

/// How many aliases (`*name`) a YAML text may hold; people's files have none.
const MAX_ALIASES: usize = 32;

/// A value with its place.
#[derive(Debug, Clone)]
struct Node {
    /// Its bytes in the file.
    range: Range<usize>,
    /// What it is.
    value: Value,
}

#[derive(Debug, Clone)]
enum Value {
    /// A scalar as it was written.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys, each with its place, and their values.
    Mapping(Vec<(Scalar, Node)>),
    /// An alias to another value.
    Alias,
}

/// A scalar as it was written.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// Its text, unquoted and unfolded.
    pub text: String,
    /// Whether it stood without quotes and not as a block.
    pub plain: bool,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// Why a text has no tree of places.
#[derive(Debug, Clone)]
pub struct Unreadable {
    /// What the parser says.
    pub message: String,
    /// Where it says so.
    pub offset: usize,
}

/// The tree of places of one YAML text.
#[derive(Debug, Clone)]
pub struct Places {
    /// The first document's value.
    root: Option<Node>,
    /// Keys that stand twice in one mapping: the later one, and its path.
    pub duplicates: Vec<(String, Scalar)>,
    /// Where a second document starts, if there is one.
    pub second_document: Option<usize>,
}

impl Places {
    /// Parses a YAML text; offsets are those of `text`.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let offsets = Offsets::new(text);
        let mut builder = Builder { offsets: &offsets, ..Builder::default_with(&offsets) };
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| unreadable(&error, &offsets))?;
            builder.event(event, span)?;
            if builder.second_document.is_some() {
                break;
            }
        }
        Ok(Self {
            root: builder.root,
            duplicates: builder.duplicates,
            second_document: builder.second_document,
        })
    }

    /// The scalar that a path such as `attendance[3].project` leads to.
    pub fn scalar(&self, path: &str) -> Option<&Scalar> {
        match &self.walk(path).1?.value {
            Value::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// All scalars with their paths, keys not included, in the order of the text.
    pub fn scalars(&self) -> Vec<(String, &Scalar)> {
        let mut found = Vec::new();
        let mut todo: Vec<(String, &Node)> = self.root.iter().map(|root| (String::new(), root)).collect();
        while let Some((path, node)) = todo.pop() {
            match &node.value {
                Value::Scalar(scalar) => found.push((path, scalar)),
                Value::Sequence(items) => {
                    todo.extend(items.iter().enumerate().map(|(i, item)| (format!("{path}[{i}]"), item)))
                }
                Value::Mapping(entries) => {
                    todo.extend(entries.iter().map(|(key, value)| (super::join(&path, &key.text), value)))
                }
                Value::Alias => {}
            }
        }
        found.sort_by_key(|(_, scalar)| scalar.range.start);
        found
    }

    /// The bytes of the key that a path ends with.
    pub fn key(&self, path: &str) -> Option<Range<usize>> {
        let (parent, last) = path.rsplit_once('.').unwrap_or(("", path));
        match &self.walk(parent).1?.value {
            Value::Mapping(entries) => {
                entries.iter().find(|(key, _)| key.text == last).map(|(key, _)| key.range.clone())
            }
            _ => None,
        }
    }

    /// The bytes of the value at a path, or else of its nearest parent that exists.
    pub fn nearest(&self, path: &str) -> Range<usize> {
        match self.walk(path) {
            (_, Some(node)) => node.range.clone(),
            (Some(parent), None) => parent.range.start..parent.range.start,
            (None, None) => 0..0,
        }
    }

    /// The node at a path, and the last node on the way to it.
    fn walk(&self, path: &str) -> (Option<&Node>, Option<&Node>) {
        let mut parent = None;
        let mut node = self.root.as_ref();
        for step in steps(path) {
            let Some(here) = node else { break };
            parent = Some(here);
            node = match (&here.value, step) {
                (Value::Mapping(entries), Step::Key(name)) => {
                    entries.iter().find(|(key, _)| key.text == name).map(|(_, value)| value)
                }
                (Value::Sequence(items), Step::Index(index)) => items.get(index),
                // A list of one may be written as the value alone.
                (_, Step::Index(0)) => Some(here),
                _ => None,
            };
        }
        (parent, node)
    }
}

/// One step of a YAML path.
enum Step<'a> {
    /// Into a mapping.
    Key(&'a str),
    /// Into a list.
    Index(usize),
}

/// The steps of a path such as `attendance[3].project`.
fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        part.strip_suffix(']').and_then(|index| index.parse().ok()).map_or(Step::Key(part), Step::Index)
    })
}

/// Character offsets, as saphyr counts, to byte offsets.
struct Offsets {
    /// The byte at which each character starts, and the end; empty for ASCII text.
    bytes: Vec<usize>,
    /// The text's length in bytes.
    len: usize,
}

impl Offsets {
    /// Counts a text.
    fn new(text: &str) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect()
        };
        Self { bytes, len: text.len() }
    }

    /// The byte at which a character starts.
    fn byte(&self, character: usize) -> usize {
        if self.bytes.is_empty() {
            character.min(self.len)
        } else {
            self.bytes.get(character).copied().unwrap_or(self.len)
        }
    }

    /// The bytes of a span.
    fn range(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }
}

/// A parser error in bytes.
fn unreadable(error: &ScanError, offsets: &Offsets) -> Unreadable {
    let message = match error.info() {
        // The parser has a limit of its own for lists and mappings in brackets.
        "recursion limit exceeded" => format!("more than {MAX_DEPTH} levels of nesting"),
        info => info.to_string(),
    };
    Unreadable { message, offset: offsets.byte(error.marker().index()) }
}

/// A mapping or list that is not closed yet.
enum Open {
    /// A list.
    Sequence(usize, Vec<Node>),
    /// A mapping, and the key that waits for its value.
    Mapping(usize, Vec<(Scalar, Node)>, Option<Scalar>),
}

/// Builds the tree from events, without recursion.
struct Builder<'a> {
    /// Translates offsets.
    offsets: &'a Offsets,
    /// What is open, outermost first.
    open: Vec<Open>,
    /// The finished tree.
    root: Option<Node>,
    /// How many aliases were met.
    aliases: usize,
    /// Keys met twice.
    duplicates: Vec<(String, Scalar)>,
    /// Where a second document starts.
    second_document: Option<usize>,
}

impl<'a> Builder<'a> {
    /// Nothing built yet.
    fn default_with(offsets: &'a Offsets) -> Self {
        Self {
            offsets,
            open: Vec::new(),
            root: None,
            aliases: 0,
            duplicates: Vec::new(),
            second_document: None,
        }
    }

    /// Takes one event.
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Unreadable> {
        let range = self.offsets.range(span);
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                self.second_document = Some(range.start);
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, range),
            Event::Alias(_) => {
                self.aliases += 1;
                if self.aliases > MAX_ALIASES {
                    let message = format!("more than {MAX_ALIASES} aliases (`*name`)");
                    return Err(Unreadable { message, offset: range.start });
                }
                self.push(Node { range, value: Value::Alias });
            }
            Event::SequenceStart(..) => self.open(Open::Sequence(range.start, vec![]), &range)?,
            Event::MappingStart(..) => {
                self.open(Open::Mapping(range.start, vec![], None), &range)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            _ => {}
        }
        Ok(())
    }

    /// Opens a list or mapping, within bounds.
    fn open(&mut self, open: Open, range: &Range<usize>) -> Result<(), Unreadable> {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} levels of nesting");
            return Err(Unreadable { message, offset: range.start });
        }
        self.open.push(open);
        Ok(())
    }

    /// Closes the innermost list or mapping.
    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::Sequence(start, items)) => {
                let end = items.last().map_or(end, |item| item.range.end);
                Node { range: start..end.max(start), value: Value::Sequence(items) }
            }
            Some(Open::Mapping(start, entries, _)) => {
                let start = entries.first().map_or(start, |(key, _)| key.range.start);
                let end = entries.last().map_or(end, |(_, value)| value.range.end);
                Node { range: start..end.max(start), value: Value::Mapping(entries) }
            }
            None => return,
        };
        self.push(node);
    }

    /// A scalar is a key where a mapping waits for one, else a value.
    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) {
        let scalar = Scalar { text: text.to_string(), plain: style == ScalarStyle::Plain, range };
        if matches!(self.open.last(), Some(Open::Mapping(_, _, None))) {
            let path = self.path(&scalar.text);
            if let Some(Open::Mapping(_, entries, key)) = self.open.last_mut() {
                if entries.iter().any(|(known, _)| known.text == scalar.text) {
                    self.duplicates.push((path, scalar.clone()));
                }
                *key = Some(scalar);
            }
        } else {
            self.push(Node { range: scalar.range.clone(), value: Value::Scalar(scalar) });
        }
    }

    /// The path of a key in the innermost mapping.
    fn path(&self, key: &str) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Sequence(_, items) => path = format!("{path}[{}]", items.len()),
                Open::Mapping(_, _, Some(key)) => path = super::join(&path, &key.text),
                Open::Mapping(_, _, None) => {}
            }
        }
        super::join(&path, key)
    }

    /// Puts a finished value where it belongs.
    fn push(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Mapping(_, entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                // A list or mapping as a key: serde_yaml refuses it with its own words.
                None => *key = Some(Scalar { text: String::new(), plain: false, range: node.range }),
            },
            None => self.root = self.root.take().or(Some(node)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text at a path.
    fn at<'a>(text: &'a str, path: &str) -> &'a str {
        let places = Places::parse(text).expect("this YAML is well formed");
        &text[places.nearest(path)]
    }

    #[test]
    fn a_path_leads_to_its_value_behind_greek_text() {
        let text = "τίτλος: x\nattendance:\n  - project: α\n  - {project: recet, count: 2}\n";
        assert_eq!(at(text, "attendance[1].project"), "recet");
        assert_eq!(at(text, "attendance[1].count"), "2");
        assert_eq!(at(text, "attendance[0].project"), "α");
        assert_eq!(at(text, "attendance[0].missing"), "");
    }

    #[test]
    fn every_duplicate_key_is_found() {
        let text = "a: 1\nb:\n  - c: 1\n    c: 2\na: 3\n";
        let places = Places::parse(text).expect("duplicates are no syntax error");
        let paths: Vec<_> = places.duplicates.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["b[0].c", "a"]);
    }

    #[test]
    fn alias_bombs_and_deep_nesting_are_refused() {
        let bomb = format!("a: &a x\nb: [{}]\n", "*a,".repeat(100));
        assert!(Places::parse(&bomb).is_err());
        let deep = "[".repeat(10_000);
        assert!(Places::parse(&deep).is_err());
    }
}
