//! Archives of text processors: unpacked with limits, as XML trees.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::super::Refused;

/// The most entries of an archive.
const ENTRIES: usize = 2_000;

/// The most bytes that are unpacked of one archive.
const UNPACKED: u64 = 200 << 20;

/// The most bytes of one XML part.
const PART: u64 = 32 << 20;

/// The most bytes of a picture.
const PICTURE: u64 = 40 << 20;

/// The most nodes of one XML part.
const NODES: u32 = 1_000_000;

/// How deep elements may lie in each other.
pub(super) const DEPTH: usize = 256;

/// An archive.
pub(super) struct Pack {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// How many bytes were unpacked.
    unpacked: u64,
}

impl Pack {
    /// Opens an archive.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, Refused> {
        let broken = |_| {
            Refused::new("the file is broken: its archive can't be opened", "save it anew and send it again")
        };
        let archive = ZipArchive::new(Cursor::new(bytes.to_vec())).map_err(broken)?;
        if archive.len() > ENTRIES {
            return Err(Refused::new(
                format!("the file holds {} parts; no text has more than {ENTRIES}", archive.len()),
                "it is not what it claims to be: ask the sender for the text in a mail",
            ));
        }
        Ok(Self { archive, unpacked: 0 })
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.archive.file_names().flatten().map(|name| name.to_string()).collect();
        names.sort();
        names
    }

    /// Whether a part is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part's bytes; `None` if it is not there.
    fn bytes(&mut self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Refused> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let broken = |_| {
            Refused::new(
                format!(
                    "the part `{}` of the file can't be unpacked: it is broken, or protected by a password",
                    shown(name)
                ),
                "save it anew, without a password, and send it again",
            )
        };
        let part = self.archive.by_index(index).map_err(broken)?;
        let most = most.min(UNPACKED - self.unpacked);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|error| broken(error.into()))?;
        if bytes.len() as u64 > most {
            return Err(Refused::new(
                format!("the part `{}` unpacks to more than {} MB", shown(name), most >> 20),
                "no text is that large: ask the sender for the text in a mail, and for its pictures one by one",
            ));
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A part's text as XML has it.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        Ok(self.bytes(name, PART)?.map(|bytes| crate::value::decoded_xml(&bytes)))
    }

    /// A picture.
    pub(super) fn picture(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        self.bytes(name, PICTURE)
    }
}

/// A part's name as it may be printed.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// Parses XML with limits: no document type, so that nothing is expanded or fetched.
pub(in super::super) fn xml(text: &str) -> Result<Document<'_>, Refused> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => Refused::new(
            "the file declares entities, which no honest text needs",
            "ask the sender for the text in a mail",
        ),
        roxmltree::Error::NodesLimitReached => Refused::new(
            format!("the file has more than {NODES} elements"),
            "no contribution is that long: ask the sender for the part that is meant",
        ),
        error => Refused::new(
            format!("the file is broken: line {} of its XML can't be read", error.pos().row),
            "save it anew and send it again",
        ),
    })?;
    let mut depth: usize = 0;
    let mut node = Some(document.root());
    // Down, to the right, up: without a stack of calls.
    while let Some(here) = node {
        if depth > DEPTH {
            return Err(Refused::new(
                format!("elements lie more than {DEPTH} deep in each other"),
                "it is not what it claims to be: ask the sender for the text in a mail",
            ));
        }
        if let Some(child) = here.first_child() {
            depth += 1;
            node = Some(child);
            continue;
        }
        let mut up = Some(here);
        node = loop {
            let Some(at) = up else { break None };
            if let Some(next) = at.next_sibling() {
                break Some(next);
            }
            depth = depth.saturating_sub(1);
            up = at.parent();
        };
    }
    Ok(document)
}

/// An attribute by its local name.
pub(in super::super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// A child element by its local name.
pub(in super::super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// Whether a node is an element of a local name.
pub(in super::super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All text below a node.
pub(in super::super) fn all_text(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| if node.is_text() { node.text() } else { None }).collect()
}
