//! Pieces of text with their looks, as word processors and pages keep them, made into inline text.

use std::rc::Rc;

use super::tree::{inline, link, picture, text};
use crate::markdown::{Inline, InlineKind};

/// How a piece of text looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Strong.
    pub(super) bold: bool,
    /// Emphasis.
    pub(super) italic: bool,
    /// Struck out.
    pub(super) strike: bool,
    /// Raised.
    pub(super) raised: bool,
    /// Lowered.
    pub(super) lowered: bool,
    /// Where it leads.
    pub(super) link: Option<Rc<str>>,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Words.
    Text(String),
    /// A line end.
    Break,
    /// A footnote, counted from 0.
    Note(usize),
    /// A picture: its name and what it shows.
    Picture(String, String),
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// What it is.
    pub(super) what: What,
    /// How it looks.
    pub(super) look: Look,
}

/// Pieces of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Spans(pub(super) Vec<Span>);

impl Spans {
    /// Adds words; those of the same look join.
    pub(super) fn text(&mut self, words: &str, look: &Look) {
        if words.is_empty() {
            return;
        }
        if let Some(Span { what: What::Text(before), look: same }) = self.0.last_mut()
            && same == look
        {
            before.push_str(words);
            return;
        }
        self.push(What::Text(words.to_string()), look);
    }

    /// Adds a piece.
    pub(super) fn push(&mut self, what: What, look: &Look) {
        self.0.push(Span { what, look: look.clone() });
    }

    /// Whether there is nothing to see.
    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|span| match &span.what {
            What::Text(words) => words.trim().is_empty(),
            What::Break => true,
            What::Note(_) | What::Picture(..) => false,
        })
    }

    /// The plain words.
    pub(super) fn words(&self) -> String {
        self.0
            .iter()
            .map(|span| match &span.what {
                What::Text(words) => words.as_str(),
                What::Break => "\n",
                What::Note(_) | What::Picture(..) => "",
            })
            .collect()
    }

    /// The pieces between line ends.
    pub(super) fn lines(self) -> Vec<Self> {
        let mut lines = vec![Self::default()];
        for span in self.0 {
            match (span.what == What::Break, lines.last_mut()) {
                (true, _) => lines.push(Self::default()),
                (false, Some(line)) => line.0.push(span),
                (false, None) => {}
            }
        }
        lines
    }

    /// The same without so many bytes of words at the beginning.
    pub(super) fn behind(mut self, bytes: usize) -> Self {
        let mut left = bytes;
        for span in &mut self.0 {
            let What::Text(words) = &mut span.what else { continue };
            let cut = left.min(words.len());
            *words = words[cut..].to_string();
            left -= cut;
            if left == 0 {
                break;
            }
        }
        if let Some(Span { what: What::Text(words), .. }) =
            self.0.iter_mut().find(|span| matches!(&span.what, What::Text(words) if !words.trim().is_empty()))
        {
            *words = words.trim_start().to_string();
        }
        self
    }

    /// As inline text.
    pub(super) fn inlines(&self) -> Vec<Inline> {
        let mut spans: Vec<Span> = self.0.clone();
        trim(&mut spans);
        group(&spans, 0)
    }
}

/// Takes blanks and line ends away from both ends.
fn trim(spans: &mut Vec<Span>) {
    let blank = |span: &Span| match &span.what {
        What::Text(words) => words.trim().is_empty(),
        What::Break => true,
        What::Note(_) | What::Picture(..) => false,
    };
    while spans.last().is_some_and(blank) {
        spans.pop();
    }
    let first = spans.iter().position(|span| !blank(span)).unwrap_or(spans.len());
    spans.drain(..first);
    if let Some(Span { what: What::Text(words), .. }) = spans.first_mut() {
        *words = words.trim_start().to_string();
    }
    if let Some(Span { what: What::Text(words), .. }) = spans.last_mut() {
        *words = words.trim_end().to_string();
    }
}

/// The looks from the outside to the inside.
const LEVELS: usize = 6;

/// Whether two pieces have a look of a level in common, so that they stand in one mark.
fn same(one: &Look, other: &Look, level: usize) -> bool {
    match level {
        0 => one.link == other.link,
        1 => one.bold == other.bold,
        2 => one.italic == other.italic,
        3 => one.strike == other.strike,
        4 => one.raised == other.raised,
        _ => one.lowered == other.lowered,
    }
}

/// Pieces as inline text from a level on.
fn group(spans: &[Span], level: usize) -> Vec<Inline> {
    if level == LEVELS {
        return spans.iter().flat_map(leaf).collect();
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = spans.get(at) {
        let run = spans[at..].iter().take_while(|span| same(&span.look, &first.look, level)).count();
        let inner = group(&spans[at..at + run], level + 1);
        let look = &first.look;
        let blank = spans[at..at + run]
            .iter()
            .all(|span| matches!(&span.what, What::Text(words) if words.trim().is_empty()));
        let bare =
            blank || matches!(spans[at..at + run], [Span { what: What::Picture(..) | What::Break, .. }]);
        match (level, bare) {
            (0, false) if look.link.is_some() => {
                out.push(link(look.link.as_deref().unwrap_or_default(), inner));
            }
            (1, false) if look.bold => out.push(inline(InlineKind::Strong(inner))),
            (2, false) if look.italic => out.push(inline(InlineKind::Emph(inner))),
            (3, false) if look.strike => out.push(inline(InlineKind::Strike(inner))),
            (4, false) if look.raised => out.push(inline(InlineKind::Super(inner))),
            (5, false) if look.lowered => out.push(inline(InlineKind::Sub(inner))),
            _ => out.extend(inner),
        }
        at += run;
    }
    out
}

/// A piece by itself.
fn leaf(span: &Span) -> Vec<Inline> {
    match &span.what {
        What::Text(words) if span.look.link.is_none() => super::tree::linked(words),
        What::Text(words) => vec![text(words.as_str())],
        What::Break => vec![inline(InlineKind::Break)],
        What::Note(index) => vec![inline(InlineKind::FootnoteRef(*index))],
        What::Picture(name, alt) => vec![picture(name.as_str(), alt.as_str())],
    }
}
