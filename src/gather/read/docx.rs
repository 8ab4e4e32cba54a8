//! Word files (ECMA-376, part 1): what stands in the document, with what its styles and numbers mean.

mod body;

use std::collections::BTreeMap;

use super::super::tree::plain;
use super::super::{Picture, Refused, Removed, Text, Why};
use super::pack::{Pack, all_text, attribute, child, is, xml};
use crate::markdown::{Block, Document};
use body::Body;

/// The document itself.
const DOCUMENT: &str = "word/document.xml";

/// A paragraph's style.
#[derive(Debug, Clone, Default)]
struct Style {
    /// Its name in English, whatever language it is shown in.
    name: String,
    /// The style that it stands on.
    based_on: Option<String>,
    /// The list that it belongs to, and how deep.
    list: Option<(String, usize)>,
    /// The depth of a heading, from 0.
    outline: Option<u8>,
}

/// What a paragraph's style comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// A heading of a depth.
    Heading(u8),
    /// A quotation.
    Quote,
    /// An item of a list, by its style's name: whether it is numbered.
    Item(bool),
    /// A paragraph.
    Plain,
}

/// What a document's other parts say.
struct Parts {
    /// Styles by their ids.
    styles: BTreeMap<String, Style>,
    /// Whether each level of a list is numbered, by the list's id.
    lists: BTreeMap<String, Vec<bool>>,
    /// Where relations lead, by their ids.
    targets: BTreeMap<String, String>,
}

/// Reads a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Text, Refused> {
    let mut pack = Pack::open(bytes)?;
    let Some(document) = pack.text(DOCUMENT)? else {
        return Err(Refused::new(
            "the file has no text that Word would show",
            "open it in Word, save it as .docx, and send it again",
        ));
    };
    let parts = Parts {
        styles: match pack.text("word/styles.xml")? {
            Some(text) => styles(&text)?,
            None => BTreeMap::new(),
        },
        lists: match pack.text("word/numbering.xml")? {
            Some(text) => lists(&text)?,
            None => BTreeMap::new(),
        },
        targets: match pack.text("word/_rels/document.xml.rels")? {
            Some(text) => targets(&text)?,
            None => BTreeMap::new(),
        },
    };
    let notes_text = (pack.text("word/footnotes.xml")?, pack.text("word/endnotes.xml")?);
    let mut body = Body::new(&parts);
    let tree = xml(&document)?;
    let Some(root) = child(tree.root_element(), "body") else {
        return Err(Refused::new(
            "the file has no text",
            "open it in Word, save it as .docx, and send it again",
        ));
    };
    let blocks = body.blocks(root);
    let notes = notes(&mut body, &notes_text)?;
    let mut removed = body.removed;
    let pictures = pictures(&mut pack, &body.pictures, &mut removed)?;
    around(&mut pack, &mut removed)?;
    Ok(Text { document: Document { blocks, notes }, pictures, removed, ..Text::default() })
}

/// The footnotes in the order of their mention.
fn notes(body: &mut Body<'_>, texts: &(Option<String>, Option<String>)) -> Result<Vec<Vec<Block>>, Refused> {
    let mut notes = Vec::new();
    for (kind, id) in body.mentioned.clone() {
        let text = if kind == "endnote" { &texts.1 } else { &texts.0 };
        let mut blocks = vec![plain("…")];
        if let Some(text) = text {
            let tree = xml(text)?;
            let found = tree
                .root_element()
                .children()
                .find(|note| is(*note, kind) && attribute(*note, "id") == Some(&id));
            if let Some(found) = found {
                let read = body.blocks(found);
                if !read.is_empty() {
                    blocks = read;
                }
            }
        }
        notes.push(blocks);
    }
    Ok(notes)
}

/// The pictures that the text shows; what can't be read is named.
fn pictures(
    pack: &mut Pack,
    shown: &[(String, String)],
    removed: &mut Vec<Removed>,
) -> Result<Vec<Picture>, Refused> {
    let mut pictures = Vec::new();
    for (name, target) in shown {
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_string(),
            None => format!("word/{target}"),
        };
        match pack.picture(&path)? {
            Some(bytes) => pictures.push(Picture { name: name.clone(), bytes }),
            None => removed.push(Removed::new(Why::Outside, format!("a picture at {target}"))),
        }
    }
    Ok(pictures)
}

/// What stands round the text and is not taken over: comments, the heads and feet of pages, drawings of words.
fn around(pack: &mut Pack, removed: &mut Vec<Removed>) -> Result<(), Refused> {
    for name in pack.names() {
        let Some(file) = name.strip_prefix("word/").filter(|file| file.ends_with(".xml")) else { continue };
        let why = match file {
            "comments.xml" => Why::Comment,
            _ if file.starts_with("header") || file.starts_with("footer") => Why::PageEdge,
            _ if file.starts_with("diagrams/data") || file.starts_with("charts/chart") => Why::Drawing,
            _ => continue,
        };
        let Some(text) = pack.text(&name)? else { continue };
        let tree = xml(&text)?;
        let mut words = Vec::new();
        for node in tree.descendants().filter(|node| is(*node, "p") || is(*node, "pt") || is(*node, "ser")) {
            let line = all_text(node).split_whitespace().collect::<Vec<_>>().join(" ");
            if !line.is_empty() && !words.contains(&line) {
                words.push(line);
            }
        }
        if !words.is_empty() {
            removed.push(Removed::new(why, words.join("\n")));
        }
    }
    Ok(())
}

/// The styles.
fn styles(text: &str) -> Result<BTreeMap<String, Style>, Refused> {
    let tree = xml(text)?;
    let mut styles = BTreeMap::new();
    for node in tree.root_element().children().filter(|node| is(*node, "style")) {
        let Some(id) = attribute(node, "styleId") else { continue };
        let value =
            |name: &str| child(node, name).and_then(|node| attribute(node, "val")).map(str::to_string);
        let about = child(node, "pPr");
        let outline =
            about.and_then(|about| child(about, "outlineLvl")).and_then(|level| attribute(level, "val"));
        styles.insert(
            id.to_string(),
            Style {
                name: value("name").unwrap_or_default().to_lowercase(),
                based_on: value("basedOn"),
                list: about.and_then(list_of),
                outline: outline.and_then(|level| level.parse().ok()),
            },
        );
    }
    Ok(styles)
}

/// The list and depth that a paragraph's properties name.
fn list_of(properties: roxmltree::Node<'_, '_>) -> Option<(String, usize)> {
    let numbers = child(properties, "numPr")?;
    let value = |name: &str| child(numbers, name).and_then(|node| attribute(node, "val"));
    let depth = value("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    Some((value("numId")?.to_string(), depth))
}

/// Whether each level of each list is numbered.
fn lists(text: &str) -> Result<BTreeMap<String, Vec<bool>>, Refused> {
    let tree = xml(text)?;
    let root = tree.root_element();
    let mut kinds: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for node in root.children().filter(|node| is(*node, "abstractNum")) {
        let Some(id) = attribute(node, "abstractNumId") else { continue };
        let ordered = |level: roxmltree::Node<'_, '_>| {
            let format =
                child(level, "numFmt").and_then(|format| attribute(format, "val")).unwrap_or("bullet");
            !matches!(format, "bullet" | "none")
        };
        kinds.insert(id, node.children().filter(|node| is(*node, "lvl")).map(ordered).collect());
    }
    let mut lists = BTreeMap::new();
    for node in root.children().filter(|node| is(*node, "num")) {
        let kind = child(node, "abstractNumId").and_then(|kind| attribute(kind, "val"));
        if let (Some(id), Some(levels)) = (attribute(node, "numId"), kind.and_then(|kind| kinds.get(kind))) {
            lists.insert(id.to_string(), levels.clone());
        }
    }
    Ok(lists)
}

/// Where relations lead.
fn targets(text: &str) -> Result<BTreeMap<String, String>, Refused> {
    let tree = xml(text)?;
    let relation = |node: roxmltree::Node<'_, '_>| {
        Some((attribute(node, "Id")?.to_string(), attribute(node, "Target")?.to_string()))
    };
    Ok(tree.root_element().children().filter_map(relation).collect())
}

impl Parts {
    /// What a style comes to, by its name and those that it stands on.
    fn meaning(&self, id: &str) -> Meaning {
        let mut at = Some(id);
        // A circle of styles ends, too.
        for _ in 0..20 {
            let Some(style) = at.and_then(|id| self.styles.get(id)) else { break };
            let name = style.name.as_str();
            if let Some(depth) = name.strip_prefix("heading ").and_then(|depth| depth.trim().parse().ok()) {
                return Meaning::Heading(depth);
            }
            match name {
                "title" => return Meaning::Heading(1),
                "quote" | "intense quote" | "block text" => return Meaning::Quote,
                _ if name.starts_with("list bullet") => return Meaning::Item(false),
                _ if name.starts_with("list number") => return Meaning::Item(true),
                _ => {}
            }
            if let Some(depth) = style.outline.filter(|depth| *depth < 9) {
                return Meaning::Heading(depth + 1);
            }
            at = style.based_on.as_deref();
        }
        // A file without its styles names them by what they are called in some language.
        match id.to_lowercase().strip_prefix("heading").and_then(|depth| depth.parse().ok()) {
            Some(depth) => Meaning::Heading(depth),
            None => Meaning::Plain,
        }
    }

    /// The list that a style belongs to.
    fn list(&self, id: &str) -> Option<(String, usize)> {
        let mut at = Some(id);
        for _ in 0..20 {
            let style = at.and_then(|id| self.styles.get(id))?;
            if let Some(list) = &style.list {
                return Some(list.clone());
            }
            at = style.based_on.as_deref();
        }
        None
    }
}
