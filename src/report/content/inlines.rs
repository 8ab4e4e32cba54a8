//! Runs of text.

use super::Writer;
use crate::markdown::{Document, Inline, InlineKind, together, word_pieces};
use typst_library::foundations::{Content, Label, NativeElement, Smart};
use typst_library::layout::{Abs, HElem};
use typst_library::model::{Destination, EmphElem, FootnoteElem, LinkElem, LinkTarget, StrongElem, Url};
use typst_library::text::{
    LinebreakElem, RawContent, RawElem, SpaceElem, StrikeElem, SubElem, SuperElem, TextElem,
};
use typst_syntax::Span;
use typst_utils::PicoStr;
use unicode_normalization::char::is_combining_mark;

impl<'a> Writer<'a> {
    /// Inline text.
    pub(super) fn inlines(&self, inlines: &[Inline], document: &Document, mentioned: &mut [bool]) -> Content {
        Content::sequence(inlines.iter().map(|inline| self.inline(inline, document, mentioned)))
    }

    /// One piece of inline text.
    pub(super) fn inline(&self, inline: &Inline, document: &Document, mentioned: &mut [bool]) -> Content {
        let at = self.span(&inline.range);
        let mut inner = |text: &[Inline]| self.inlines(text, document, mentioned);
        match &inline.kind {
            InlineKind::Text(text) if self.cell.get() => {
                let mut pieces = vec![String::new()];
                for word in text.split_inclusive(' ') {
                    let mut parts = word_pieces(word).into_iter();
                    let first = parts.next().unwrap_or_default();
                    pieces.last_mut().into_iter().for_each(|last| last.push_str(&first));
                    pieces.extend(parts);
                }
                with_gaps(pieces.iter().map(|piece| breakable(piece, |piece| TextElem::packed(piece))))
            }
            InlineKind::Text(text) => breakable(text, |piece| TextElem::packed(piece)),
            InlineKind::SoftBreak => SpaceElem::shared().clone(),
            InlineKind::Break => LinebreakElem::shared().clone(),
            InlineKind::Code(text) => {
                breakable(text, |piece| RawElem::new(RawContent::Text(piece.into())).pack())
            }
            InlineKind::Emph(text) => EmphElem::new(inner(text)).pack(),
            InlineKind::Strong(text) => StrongElem::new(inner(text)).pack(),
            InlineKind::Strike(text) if text.iter().any(|one| matches!(one.kind, InlineKind::Link(..))) => {
                Content::sequence(text.iter().map(|one| match &one.kind {
                    InlineKind::Link(url, words) => struck_link(url, inner(words)),
                    _ => StrikeElem::new(inner(std::slice::from_ref(one))).pack(),
                }))
            }
            InlineKind::Strike(text) => StrikeElem::new(inner(text)).pack(),
            InlineKind::Super(text) => SuperElem::new(inner(text)).pack(),
            InlineKind::Sub(text) => SubElem::new(inner(text)).pack(),
            InlineKind::Link(url, text)
                if text.iter().any(|one| matches!(one.kind, InlineKind::Strike(_))) =>
            {
                Content::sequence(text.iter().map(|one| match &one.kind {
                    InlineKind::Strike(struck) => struck_link(url, inner(struck)),
                    _ => link(url, "", inner(std::slice::from_ref(one))),
                }))
            }
            InlineKind::Link(url, text) => link(url, &Document::text_of(text), inner(text)),
            InlineKind::Image(image) => self
                .picture(image, &inline.range, None)
                .unwrap_or_else(|| TextElem::packed(image.alt.as_str())),
            InlineKind::FootnoteRef(index) => return self.footnote(*index, at, document, mentioned),
        }
        .spanned(at)
    }

    /// A footnote: its text at the first mention, later a reference to it.
    pub(super) fn footnote(
        &self,
        index: usize,
        at: Span,
        document: &Document,
        mentioned: &mut [bool],
    ) -> Content {
        let name = PicoStr::intern(&format!("note-{}-{}", self.path, index + 1));
        let Some(label) = Label::new(name) else { return Content::empty() };
        let Some(mentioned_before) = mentioned.get_mut(index) else { return Content::empty() };
        if std::mem::replace(mentioned_before, true) {
            return FootnoteElem::with_label(label).pack().spanned(at);
        }
        let body = self.item(&document.notes[index], document, mentioned);
        FootnoteElem::with_content(body).pack().spanned(at).labelled(label)
    }
}

/// A piece of a cell whose numbers stay on one line, and whose addresses and file names may break behind
/// their points and strokes, which a hole of no width marks.
pub(super) fn kept_together(inline: &Inline) -> Inline {
    let inner = |text: &[Inline]| text.iter().map(kept_together).collect();
    let kind = match &inline.kind {
        InlineKind::Text(text) => InlineKind::Text(together(text)),
        InlineKind::Emph(text) => InlineKind::Emph(inner(text)),
        InlineKind::Strong(text) => InlineKind::Strong(inner(text)),
        InlineKind::Link(url, text) => InlineKind::Link(url.clone(), inner(text)),
        other => other.clone(),
    };
    Inline { range: inline.range.clone(), kind }
}

/// The longest run of characters between which no line may break.
pub(super) const LONGEST_RUN: usize = 40;

/// Pieces of a text, between which a line may break where a run is too long for one: a space of no
/// width stands there, which is no character, so that an address copied from the page is the address.
pub(super) fn breakable(text: &str, element: impl Fn(&str) -> Content) -> Content {
    let pieces = pieces(text);
    match pieces.as_slice() {
        [] | [_] => element(text),
        pieces => with_gaps(pieces.iter().map(|piece| element(piece))),
    }
}

/// Pieces between which a line may break. Typst passes over space without width, and breaks at the
/// least that has some; no character stands there.
pub(super) fn with_gaps(pieces: impl Iterator<Item = Content>) -> Content {
    let gap = || HElem::new(Abs::pt(0.001).into()).with_weak(true).pack();
    let all = pieces.enumerate();
    Content::sequence(all.flat_map(|(i, piece)| (i > 0).then(gap).into_iter().chain(std::iter::once(piece))))
}

/// A text cut where long runs in it may break.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let breaks = |c: char| c.is_whitespace() || matches!(c, '/' | '-');
    if text.len() <= LONGEST_RUN || text.split(breaks).all(|run| run.chars().count() <= LONGEST_RUN) {
        return vec![text];
    }
    let mut cuts = vec![];
    let mut start = 0;
    for run in text.split_inclusive(breaks) {
        let long = run.chars().count() > LONGEST_RUN;
        for (i, (at, c)) in run.char_indices().enumerate() {
            // Not between a letter and a mark that belongs to it, nor inside an emoji of several.
            let joined = is_combining_mark(c)
                || matches!(c, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
            if long && i > 0 && i.is_multiple_of(LONGEST_RUN / 2) && !joined {
                cuts.push(start + at);
            }
        }
        start += run.len();
    }
    let ends = cuts.iter().copied().chain([text.len()]);
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    starts.zip(ends).filter_map(|(from, to)| text.get(from..to)).collect()
}

/// A link. The word joiner at its end keeps Typst 0.15.1 from failing where a hyphenation break
/// follows a link (typst issue 8608). An address is not hyphenated and needs none: it is copied from
/// the page as it is.
pub(super) fn link(url: &str, words: &str, body: Content) -> Content {
    match Url::new(url) {
        Ok(url) => {
            let dest = LinkTarget::Dest(Destination::Url(url));
            let address = !words.contains(char::is_whitespace)
                && (words.contains("://") || words.contains('@') || words.starts_with("www."));
            if address {
                return LinkElem::new(dest, body.set(TextElem::hyphenate, Smart::Custom(false))).pack();
            }
            LinkElem::new(dest, body + TextElem::packed("\u{2060}")).pack()
        }
        Err(_) => body,
    }
}

/// A link whose words are struck. The layout knows by its body that it is not to be underlined as well,
/// which PDF/UA forbids.
pub(super) fn struck_link(url: &str, body: Content) -> Content {
    let struck = StrikeElem::new(body + TextElem::packed("\u{2060}")).pack();
    match Url::new(url) {
        Ok(url) => LinkElem::new(LinkTarget::Dest(Destination::Url(url)), struck).pack(),
        Err(_) => struck,
    }
}
