//! A page as a browser's parser reads it, as a plain tree to be looked through.

use scraper::{Html, Node as Parsed};

/// A node of a page.
struct Node {
    /// The node above.
    above: Option<usize>,
    /// What it is.
    kind: Kind,
}

/// What a node is.
enum Kind {
    /// An element: its name and attributes.
    Element(String, Vec<(String, String)>),
    /// Text.
    Text(String),
}

/// A page.
pub struct Page(Vec<Node>);

/// An element of a page.
#[derive(Clone, Copy)]
pub struct Element<'p> {
    page: &'p Page,
    /// Its number.
    at: usize,
}

impl Page {
    /// Parses a page, or a piece of one, which gets the elements round it that it lacks.
    pub fn parse(html: &str) -> Self {
        let parsed = Html::parse_document(html);
        let mut page = Self(Vec::new());
        // Without recursion: a page may be deep.
        let mut waiting = vec![(parsed.tree.root(), None)];
        while let Some((node, above)) = waiting.pop() {
            let kind = match node.value() {
                Parsed::Element(element) => {
                    let attrs = element.attrs().map(|(name, value)| (name.to_string(), value.to_string()));
                    Some(Kind::Element(element.name().to_string(), attrs.collect()))
                }
                Parsed::Text(text) => Some(Kind::Text(text.to_string())),
                _ => None,
            };
            let own = kind.map(|kind| {
                page.0.push(Node { above, kind });
                page.0.len() - 1
            });
            waiting.extend(node.children().rev().map(|child| (child, own.or(above))));
        }
        page
    }

    /// All elements, in order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        (0..self.0.len())
            .filter(|at| matches!(self.0[*at].kind, Kind::Element(..)))
            .map(|at| Element { page: self, at })
    }

    /// All elements of one of some names, in order.
    pub fn named<'p>(&'p self, names: &'p [&'p str]) -> impl Iterator<Item = Element<'p>> {
        self.elements().filter(move |element| names.contains(&element.name()))
    }
}

impl<'p> Element<'p> {
    /// Its name, in lower case.
    pub fn name(self) -> &'p str {
        match &self.page.0[self.at].kind {
            Kind::Element(name, _) => name,
            Kind::Text(_) => "",
        }
    }

    /// Its number among the nodes of the page.
    pub fn number(self) -> usize {
        self.at
    }

    /// Whether it holds words itself, and not only in elements of its own.
    pub fn has_own_text(self) -> bool {
        let own = self.page.0.iter().filter(|node| node.above == Some(self.at));
        own.into_iter().any(|node| matches!(&node.kind, Kind::Text(text) if !text.trim().is_empty()))
    }

    /// An attribute.
    pub fn attr(self, name: &str) -> Option<&'p str> {
        let Kind::Element(_, attrs) = &self.page.0[self.at].kind else { return None };
        attrs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Its inline style; empty without one.
    pub fn style(self) -> &'p str {
        self.attr("style").unwrap_or_default()
    }

    /// The element above.
    pub fn above(self) -> Option<Self> {
        self.page.0[self.at].above.map(|at| Self { at, ..self })
    }

    /// Whether it lies in another, or in one that lies in that.
    pub fn is_in(self, other: Self) -> bool {
        std::iter::successors(self.above(), |element| element.above()).any(|above| above.at == other.at)
    }

    /// Whether one of the elements above has a name.
    pub fn is_below(self, name: &str) -> bool {
        std::iter::successors(self.above(), |element| element.above()).any(|above| above.name() == name)
    }

    /// All its text as it stands.
    pub fn text(self) -> String {
        let inside =
            self.page.0.iter().enumerate().filter(|(at, node)| {
                matches!(node.kind, Kind::Text(_)) && Self { at: *at, ..self }.is_in(self)
            });
        inside.map(|(_, node)| if let Kind::Text(text) = &node.kind { text.as_str() } else { "" }).collect()
    }

    /// Its words, with single spaces.
    pub fn visible_text(self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
