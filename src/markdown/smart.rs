//! Quotation marks, dashes and spaces of a whole document; how a language sets them is [`crate::value`]'s.

use super::tree::{Document, Inline, InlineKind};
use crate::value::{PIECE, Setter, Style};

/// Sets the marks of a whole text; code is left as it is.
pub fn document(document: &mut Document, style: &Style) {
    for run in document.runs_mut() {
        let mut setter = Setter::new(*style);
        gather(&mut setter, run);
        inlines(&mut setter, run, None);
    }
}

/// Collects the characters of a run.
fn gather(setter: &mut Setter, run: &[Inline]) {
    for inline in run {
        match &inline.kind {
            InlineKind::Text(text) => setter.gather(text),
            InlineKind::SoftBreak | InlineKind::Break => setter.gather_piece(' '),
            InlineKind::Code(_) | InlineKind::Image(_) | InlineKind::FootnoteRef(_) => {
                setter.gather_piece(PIECE)
            }
            InlineKind::Link(url, inner) if is_own_text(url, inner) => setter.gather_piece(PIECE),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => gather(setter, inner),
        }
    }
}

/// Some pieces; `after` is the character that follows them.
fn inlines(setter: &mut Setter, all: &mut [Inline], after: Option<char>) {
    for at in 0..all.len() {
        let next = all.get(at + 1).map_or(after, first_char);
        match &mut all[at].kind {
            InlineKind::Text(text) => *text = setter.text(text, next),
            InlineKind::SoftBreak => {
                if let Some(space) = setter.pass_line_end() {
                    all[at].kind = InlineKind::Text(space.to_string());
                }
            }
            InlineKind::Break => setter.pass(' '),
            InlineKind::Code(_) | InlineKind::Image(_) | InlineKind::FootnoteRef(_) => setter.pass(PIECE),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner) => inlines(setter, inner, next),
            // An address that is its own text stays what it is.
            InlineKind::Link(url, inner) if is_own_text(url, inner) => setter.pass(PIECE),
            InlineKind::Link(_, inner) => inlines(setter, inner, next),
        }
    }
}

/// Whether a link's text is its address.
fn is_own_text(url: &str, inner: &[Inline]) -> bool {
    matches!(inner, [Inline { kind: InlineKind::Text(text), .. }] if url.ends_with(text.as_str()))
}

/// The first character of a piece.
fn first_char(inline: &Inline) -> Option<char> {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.chars().next(),
        InlineKind::SoftBreak | InlineKind::Break => Some(' '),
        InlineKind::Image(_) | InlineKind::FootnoteRef(_) => Some('x'),
        InlineKind::Emph(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Strike(inner)
        | InlineKind::Super(inner)
        | InlineKind::Sub(inner)
        | InlineKind::Link(_, inner) => inner.first().and_then(first_char),
    }
}
