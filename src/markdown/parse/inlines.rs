//! Runs of text: what stands inside of a paragraph.

use super::super::raw::{self, Piece, Tag};
use super::super::text::visible;
use super::super::tree::{Document, Image, Inline, InlineKind};
use super::address::{SCHEMES, odd_address};
use super::{Builder, MAX_INLINES, MAX_RUN, flat, is_comment, normal};
use crate::diagnostic::{Diagnostic, asking};
use crate::value::is_noncharacter;
use comrak::Node;
use comrak::nodes::NodeValue;
use std::ops::Range;

impl<'a> Builder<'a, '_> {
    /// The inline text below a node.
    pub(super) fn inlines(&mut self, node: Node<'a>, depth: usize) -> Vec<Inline> {
        let children: Vec<Node<'a>> = node.children().collect();
        self.pieces(&children, depth)
    }

    /// Some pieces of inline text. `<sup>` and `<sub>` reach to their closing tags.
    pub(super) fn pieces(&mut self, nodes: &[Node<'a>], depth: usize) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::new();
        let mut at = 0;
        let last_closing = nodes.iter().rposition(
            |node| matches!(&node.data().value, NodeValue::HtmlInline(html) if html.starts_with("</")),
        );
        let mut put_back = false;
        while at < nodes.len() {
            if let Some(end) = last_closing.filter(|last| at < *last).and_then(|_| unseen(nodes, at)) {
                at = end + 1;
                continue;
            }
            // Without a closing tag ahead there is nothing to look for.
            let element = last_closing.filter(|last| at < *last).and_then(|_| self.element(nodes, at, depth));
            let inlines = match element {
                Some((inline, end)) => {
                    at = end;
                    vec![inline]
                }
                None => match self.as_typed(nodes[at], depth) {
                    Some(typed) => {
                        put_back = true;
                        typed
                    }
                    None => self.inline(nodes[at], depth).into_iter().collect(),
                },
            };
            at += 1;
            for inline in inlines {
                push(&mut out, inline);
            }
        }
        if put_back { out.into_iter().flat_map(shifted).collect() } else { out }
    }

    /// What a mark has raised, lowered or emphasised that was none: the mark itself and what stands
    /// between, as typed. Numbers would change else: `~500 t of CO~2~`, `10^6 to 10^9`, `5*3 and 4*2`.
    pub(super) fn as_typed(&mut self, node: Node<'a>, depth: usize) -> Option<Vec<Inline>> {
        let (mark, what) = match node.data().value {
            NodeValue::Superscript => ("^", "raises"),
            NodeValue::Subscript => ("~", "lowers"),
            NodeValue::Emph => ("*", "emphasises"),
            _ => return None,
        };
        if depth >= MAX_INLINES {
            return None;
        }
        let range = self.range_of(node);
        let raw = self.input.text.get(range.clone()).unwrap_or_default();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = self.input.text[..range.start].chars().next_back();
        let behind = self.input.text.get(range.end..).and_then(|rest| rest.chars().next());
        let wrong = match mark {
            "*" => raw.starts_with('*') && digit(before) && digit(behind),
            _ => raw.contains(char::is_whitespace) || digit(behind),
        };
        if !wrong {
            return None;
        }
        let example = match mark {
            "^" => "type `10^6^` to raise the 6",
            "~" => "type `CO~2~` to lower the 2, and `about 500` for `~500`",
            _ => "type `5 × 3`, or `5\\*3`",
        };
        self.find(
            Diagnostic::warning(
                asking::MARK_AS_TYPED,
                format!("`{mark}` {what} what stands up to the next one, and here it was left as typed"),
            )
            .hint(example),
            node,
        );
        let (start, end) = (range.start..range.start + 1, range.end.saturating_sub(1)..range.end);
        let text = |range| Inline { range, kind: InlineKind::Text(mark.to_string()) };
        let mut out = vec![text(start)];
        out.extend(self.inlines(node, depth + 1));
        out.push(text(end));
        Some(out)
    }

    /// What stands between `<sup>`, `<b>`, `<a href="…">` and the like and their closing tags, and
    /// where that is.
    pub(super) fn element(&mut self, nodes: &[Node<'a>], at: usize, depth: usize) -> Option<(Inline, usize)> {
        let tag = |node: Node<'a>| match &node.data().value {
            NodeValue::HtmlInline(html) => Some(html.trim().to_string()),
            _ => None,
        };
        let open = tag(nodes[at])?;
        let name = raw::element(&open).filter(|_| !open.starts_with("</"))?;
        let kind: fn(Vec<Inline>) -> InlineKind = match name.as_str() {
            "sup" => InlineKind::Super,
            "sub" => InlineKind::Sub,
            "b" | "strong" => InlineKind::Strong,
            "i" | "em" | "cite" => InlineKind::Emph,
            "s" | "del" | "strike" => InlineKind::Strike,
            "a" => |inner| InlineKind::Link(String::new(), inner),
            _ => return None,
        };
        let closing = format!("</{name}>");
        let end = (at + 1..nodes.len())
            .find(|&i| tag(nodes[i]).is_some_and(|tag| tag.to_lowercase() == closing))?;
        if depth >= MAX_INLINES {
            return None;
        }
        if !matches!(name.as_str(), "sup" | "sub") {
            self.raw_html(&open, nodes[at]);
        }
        let inner = self.pieces(&nodes[at + 1..end], depth + 1);
        let range = self.range_of(nodes[at]).start..self.range_of(nodes[end]).end;
        let kind = match (name.as_str(), raw::pieces(&open).pop()) {
            ("a", Some(Piece::Open(Tag { href: Some(url), .. }))) => self.link(nodes[at], &url, inner),
            // A place, and not a link.
            ("a", _) => InlineKind::Emph(inner),
            _ => kind(inner),
        };
        Some((Inline { range, kind }, end))
    }

    /// One piece of inline text; `None` for what prints nothing.
    pub(super) fn inline(&mut self, node: Node<'a>, depth: usize) -> Option<Inline> {
        let range = self.range_of(node);
        let value = node.data().value.clone();
        if depth >= MAX_INLINES && node.first_child().is_some() {
            self.find(
                Diagnostic::warning(
                    "too-deep",
                    format!("emphasis nested deeper than {MAX_INLINES} levels: kept as plain text"),
                ),
                node,
            );
            let text = self.without_controls(flat(node), node);
            return Some(Inline { range, kind: InlineKind::Text(text) });
        }
        let kind = match value {
            NodeValue::Text(text) => {
                // An end of line that was typed as `&#10;` is white space, as in HTML.
                let text = self.without_controls(text.into_owned(), node).replace(['\n', '\r'], " ");
                if text.contains(['\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']) {
                    // What other programs end lines with is such an end here, too.
                    return Some(self.broken_lines(&text, range));
                }
                let text = visible(&text).into_owned();
                self.long_run(&text, node);
                self.broken_picture(&text, node);
                InlineKind::Text(text)
            }
            NodeValue::SoftBreak => InlineKind::SoftBreak,
            NodeValue::LineBreak => InlineKind::Break,
            NodeValue::Code(code) => {
                InlineKind::Code(self.without_controls(code.literal, node).replace('\t', " "))
            }
            NodeValue::Emph | NodeValue::Underline => InlineKind::Emph(self.inlines(node, depth + 1)),
            NodeValue::Strong => InlineKind::Strong(self.inlines(node, depth + 1)),
            NodeValue::Strikethrough => InlineKind::Strike(self.inlines(node, depth + 1)),
            NodeValue::Superscript => InlineKind::Super(self.inlines(node, depth + 1)),
            NodeValue::Subscript => InlineKind::Sub(self.inlines(node, depth + 1)),
            NodeValue::Link(link) => {
                let text = self.inlines(node, depth + 1);
                self.link(node, &link.url, text)
            }
            NodeValue::Image(link) => {
                let alt = Document::text_of(&self.inlines(node, depth + 1));
                let title = visible(&self.without_controls(link.title, node)).into_owned();
                InlineKind::Image(Image { url: link.url, alt, title, decorative: false })
            }
            NodeValue::FootnoteReference(note) => self.mention(node, &note.name),
            NodeValue::HtmlInline(html) => return self.html_inline(node, &html, range),
            _ => InlineKind::Text(self.without_controls(flat(node), node)),
        };
        Some(Inline { range, kind })
    }

    /// A text with line ends that only some programs know; their words stay together in one emphasis
    /// of nothing.
    pub(super) fn broken_lines(&mut self, text: &str, range: Range<usize>) -> Inline {
        let parts = text.split(['\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']);
        let text: Vec<String> = parts.map(|part| visible(part).into_owned()).collect();
        Inline { range, kind: InlineKind::Text(text.join("\n")) }
    }

    /// A text without what an entity such as `&#7;` may have brought in.
    pub(super) fn without_controls(&mut self, text: String, node: Node<'a>) -> String {
        let odd = |c: char| is_noncharacter(c) || c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        if !text.contains(odd) {
            return text;
        }
        // One that was typed has its finding already.
        if !self.input.text.get(self.range_of(node)).is_some_and(|raw| raw.contains(odd)) {
            self.find(
                Diagnostic::error("control-character", "a control character stands here")
                    .hint("it shows as nothing or breaks mail programs: delete it"),
                node,
            );
        }
        text.chars().filter(|c| !odd(*c)).collect()
    }

    /// A picture that was not written as one and would print as text.
    pub(super) fn broken_picture(&mut self, text: &str, node: Node<'a>) {
        // `#![no_std]` is none, `![Panels](my panels.png)` and `![Panels] (panels.png)` are.
        let meant = text.match_indices("![").any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let inside = text[at..].split_once(']').map(|(_, rest)| rest.trim_start());
            before.is_none_or(|c| c.is_whitespace() || "([\"*_".contains(c))
                && inside.is_none_or(|rest| rest.is_empty() || rest.starts_with(['(', '[', ']']))
        });
        if meant
            || text.ends_with('!')
                && !text.ends_with("#!")
                && node.next_sibling().is_some_and(
                    |next| matches!(next.data().value, NodeValue::Text(ref text) if text.starts_with('[')),
                )
        {
            self.find(
                Diagnostic::error(asking::BROKEN_PICTURE, "this looks like a picture and is not written as one")
                    .hint("write `![what it shows](photo.jpg \"Photo: Name, CC BY 4.0\")`: no space in the file's name, straight quotes"),
                node,
            );
        }
    }

    /// A run without a break that no line can hold.
    pub(super) fn long_run(&mut self, text: &str, node: Node<'a>) {
        let longest = text.split_whitespace().map(str::len).max().unwrap_or(0);
        if longest > MAX_RUN && text.split_whitespace().any(|run| run.chars().count() > MAX_RUN) {
            self.find(
                Diagnostic::warning("long-run", format!("more than {MAX_RUN} characters without a space"))
                    .hint("no line can hold this: was a picture or a file pasted as text?"),
                node,
            );
        }
    }

    /// A link; an address that would do something else than lead somewhere is refused.
    pub(super) fn link(&mut self, node: Node<'a>, url: &str, text: Vec<Inline>) -> InlineKind {
        let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
        let finding = match scheme {
            _ if url.trim().is_empty() => Some(
                Diagnostic::error("empty-link", "this link leads nowhere")
                    .hint("type its address: `[text](https://example.org/page)`"),
            ),
            Some(scheme) if SCHEMES.contains(&&*scheme) => odd_address(&scheme, url),
            Some(scheme) if !scheme.contains(['/', '.', '?', '#']) => Some(
                Diagnostic::error("link-scheme", format!("links may not start with `{scheme}:`"))
                    .hint("allowed: `https:`, `http:`, `mailto:` and `tel:`"),
            ),
            // Where it leads is looked up when all files are known.
            _ => None,
        };
        match finding {
            None => InlineKind::Link(url.to_string(), text),
            Some(finding) => {
                self.find(finding, node);
                InlineKind::Text(Document::text_of(&text))
            }
        }
    }

    /// A footnote's mention; mentions inside footnotes could run in circles and stay text.
    pub(super) fn mention(&mut self, node: Node<'a>, name: &str) -> InlineKind {
        let name = normal(name);
        if self.in_note || !self.notes.contains_key(&name) {
            if self.in_note {
                self.find(
                    Diagnostic::error(
                        "nested-footnote",
                        format!("footnote `{name}` is mentioned inside a footnote"),
                    )
                    .hint("move the mention into the text"),
                    node,
                );
            }
            return InlineKind::Text(format!("[^{name}]"));
        }
        let next = self.order.len();
        let index = *self.index.entry(name.clone()).or_insert(next);
        if index == next {
            self.order.push(name);
        }
        InlineKind::FootnoteRef(index)
    }

    /// Inline HTML: a line break is one, a comment is nothing, what is no HTML is text, the rest is
    /// reported and its words are kept.
    pub(super) fn html_inline(&mut self, node: Node<'a>, html: &str, range: Range<usize>) -> Option<Inline> {
        if is_comment(html) {
            return None;
        }
        let Some(name) = raw::element(html) else {
            let html = html.replace(['\n', '\r'], " ");
            let text = visible(&self.without_controls(html, node)).into_owned();
            return Some(Inline { range, kind: InlineKind::Text(text) });
        };
        if name == "br" {
            return Some(Inline { range, kind: InlineKind::Break });
        }
        if !html.starts_with("</") {
            self.raw_html(html, node);
        }
        match raw::pieces(html).pop() {
            Some(Piece::Open(Tag { alt: Some(alt), .. })) => {
                Some(Inline { range, kind: InlineKind::Text(alt) })
            }
            // Cells and items do not run together.
            Some(Piece::Close(name)) if matches!(name.as_str(), "td" | "th" | "li" | "p" | "div" | "tr") => {
                Some(Inline { range, kind: InlineKind::Text(" ".into()) })
            }
            _ => None,
        }
    }
}

/// Adds a piece of inline text; text joins the text before it.
fn push(out: &mut Vec<Inline>, inline: Inline) {
    if let InlineKind::Text(text) = &inline.kind
        && let Some((line, rest)) = text.split_once('\n')
    {
        // An end of line that only some programs know.
        let piece = |kind| Inline { range: inline.range.clone(), kind };
        push(out, piece(InlineKind::Text(line.to_string())));
        out.push(piece(InlineKind::Break));
        return push(out, piece(InlineKind::Text(rest.to_string())));
    }
    match (out.last_mut(), &inline.kind) {
        (Some(Inline { range, kind: InlineKind::Text(text) }), InlineKind::Text(more)) => {
            text.push_str(more);
            range.end = inline.range.end.max(range.end);
        }
        _ => out.push(inline),
    }
}

/// A text in which marks were put back, with those of them that do raise or lower something: what
/// stands between two holds no white space, and no digit follows.
fn shifted(inline: Inline) -> Vec<Inline> {
    let InlineKind::Text(text) = &inline.kind else { return vec![inline] };
    let piece = |text: &str| Inline { range: inline.range.clone(), kind: InlineKind::Text(text.to_string()) };
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find(['^', '~']).map(|open| at + open) {
        let mark = &text[open..=open];
        let inside = &text[open + 1..];
        let close = inside.find(mark).map(|close| open + 1 + close);
        let fits = |close: &usize| {
            let inner = &text[open + 1..*close];
            let behind = text[close + 1..].chars().next();
            !inner.is_empty()
                && !inner.contains(char::is_whitespace)
                && !behind.is_some_and(|c| c.is_ascii_digit())
                && text[..open].ends_with(char::is_alphanumeric)
        };
        match close.filter(fits) {
            Some(close) => {
                out.extend((from < open).then(|| piece(&text[from..open])));
                let inner = vec![piece(&text[open + 1..close])];
                let kind = if mark == "^" { InlineKind::Super(inner) } else { InlineKind::Sub(inner) };
                out.push(Inline { range: inline.range.clone(), kind });
                (from, at) = (close + 1, close + 1);
            }
            None => at = open + 1,
        }
    }
    out.extend((from < text.len()).then(|| piece(&text[from..])));
    out
}

/// Where an element ends that begins here and that a browser shows to nobody.
fn unseen(nodes: &[Node<'_>], at: usize) -> Option<usize> {
    let name = |node: Node<'_>, closing: bool| match &node.data().value {
        NodeValue::HtmlInline(html) if html.starts_with("</") == closing => raw::element(html),
        _ => None,
    };
    let open = name(nodes[at], false).filter(|name| raw::is_unseen(name))?;
    (at + 1..nodes.len()).find(|end| name(nodes[*end], true).is_some_and(|close| close == open))
}
