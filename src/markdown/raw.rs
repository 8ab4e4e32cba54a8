//! HTML that somebody typed or pasted into a text. It is never passed on: every visible word and every
//! address in it becomes text of ours, and what is no HTML at all (`<village>`) is text as it stands.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// The names of the elements of HTML, those of old and those that word processors and mail programs
/// leave included (WHATWG, "HTML Living Standard", index of elements).
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "menu",
    "meta",
    "meter",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// A piece of some HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text, its entities as characters.
    Text(String),
    /// The start of an element, or an element without an end.
    Open(Tag),
    /// The end of an element.
    Close(String),
}

/// The start of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name in lower case.
    pub name: String,
    /// Where it leads, if it is a link.
    pub href: Option<String>,
    /// What a picture shows.
    pub alt: Option<String>,
}

impl Tag {
    /// Whether it begins or ends a paragraph.
    pub fn is_block(name: &str) -> bool {
        BLOCKS.contains(&name)
    }
}

/// The name of the element that a tag such as `</b>` is of, if there is one of that name.
pub fn element(tag: &str) -> Option<String> {
    let inner = tag.trim().strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name: String = inner.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
    let name = name.to_lowercase();
    let behind = inner[name.len()..].chars().next();
    let ends = behind.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/'));
    (ends && ELEMENTS.contains(&&*name)).then_some(name)
}

/// Elements of which a browser shows nobody what stands in them.
const UNSEEN: &[&str] = &["script", "style"];

/// Whether a browser shows nobody what stands in an element.
pub fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

/// The pieces of some HTML, in order; comments say nothing.
pub fn pieces(html: &str) -> Vec<Piece> {
    /// Collects tokens; behind the names of elements that nobody sees and that do end.
    struct Sink(RefCell<Vec<Piece>>, Vec<&'static str>);
    impl TokenSink for Sink {
        type Handle = ();
        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let mut pieces = self.0.borrow_mut();
            // What a browser shows to nobody is no text: programs and styles.
            if let Some(Piece::Open(tag)) = pieces.last()
                && self.1.contains(&&*tag.name)
                && !matches!(&token, TagToken(end) if *end.name == *tag.name)
            {
                return TokenSinkResult::Continue;
            }
            match token {
                CharacterTokens(text) => match pieces.last_mut() {
                    Some(Piece::Text(before)) => before.push_str(&text),
                    _ => pieces.push(Piece::Text(text.to_string())),
                },
                TagToken(tag) => {
                    let name = tag.name.to_string();
                    let attribute = |wanted: &str| {
                        let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == wanted);
                        found.map(|attribute| attribute.value.to_string())
                    };
                    pieces.push(match tag.kind {
                        html5ever::tokenizer::TagKind::StartTag => {
                            Piece::Open(Tag { name, href: attribute("href"), alt: attribute("alt") })
                        }
                        html5ever::tokenizer::TagKind::EndTag => Piece::Close(name),
                    });
                }
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }
    // One that does not end would take the rest of the text with it.
    let lower = html.to_lowercase();
    let ends = |name: &&&str| lower.rfind(&format!("</{name}")) > lower.rfind(&format!("<{name}"));
    let unseen: Vec<&str> = UNSEEN.iter().filter(ends).copied().collect();
    let tokenizer = Tokenizer::new(Sink(RefCell::default(), unseen), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(escaped(html)));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// The same HTML with every `<` that begins no tag and no comment as an entity.
fn escaped(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let tag = tail.find('>').map(|end| &tail[..=end]);
        let real = tail.starts_with("<!--")
            || tag.is_some_and(|tag| element(tag).is_some() && !tag[1..].contains('<'));
        out.push_str(if real { "<" } else { "&lt;" });
        rest = &tail[1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of some HTML.
    fn text(html: &str) -> String {
        let text = |piece| match piece {
            Piece::Text(text) => Some(text),
            _ => None,
        };
        pieces(html).into_iter().filter_map(text).collect()
    }

    #[test]
    fn what_is_no_html_is_text_and_entities_are_characters() {
        assert_eq!(text("to <village> and <the mayor>: <5 kW"), "to <village> and <the mayor>: <5 kW");
        assert_eq!(text("<p>caf&eacute; &amp; &euro;5 &lt;b&gt; &bogus;</p>"), "café & €5 <b> &bogus;");
        assert_eq!(text("Heat < 5 <b>degrees</b> > 2<!-- no -->"), "Heat < 5 degrees > 2");
        assert_eq!(element("<b>").as_deref(), Some("b"));
        assert_eq!(element("</Table >").as_deref(), Some("table"));
        assert_eq!(element("<village>"), None);
        assert_eq!(element("<basket>"), None);
    }
}
