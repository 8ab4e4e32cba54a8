//! Walks over the tree.

use super::{Block, BlockKind, Document, Image, Inline, InlineKind};
use std::ops::Range;

/// Collects the links of a run of inline text; a link holds no other.
pub(super) fn links<'a>(inlines: &'a mut [Inline], found: &mut Vec<&'a mut Inline>) {
    for inline in inlines {
        if matches!(inline.kind, InlineKind::Link(..)) {
            found.push(inline);
            continue;
        }
        match &mut inline.kind {
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner) => links(inner, found),
            _ => {}
        }
    }
}

/// Collects the code of some blocks.
pub(super) fn code<'a>(blocks: &'a [Block], found: &mut Vec<&'a str>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Code(_, text) => found.push(text),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => code(inner, found),
            BlockKind::List(list) => list.items.iter().for_each(|item| code(&item.blocks, found)),
            BlockKind::Definitions(entries) => entries.iter().for_each(|(_, meaning)| code(meaning, found)),
            _ => {}
        }
    }
}

/// Counts the depths of the headings of some blocks; `above` are the old depths that they stand
/// under.
pub(super) fn relevel(blocks: &mut [Block], above: &mut Vec<u8>) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(_, text) if Document::text_of(text).is_empty() => {}
            BlockKind::Heading(depth, _) => {
                while above.last().is_some_and(|last| last >= depth) {
                    above.pop();
                }
                above.push(*depth);
                *depth = u8::try_from(above.len()).unwrap_or(6);
            }
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => relevel(inner, above),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| relevel(&mut item.blocks, above)),
            BlockKind::Definitions(entries) => {
                entries.iter_mut().for_each(|(_, meaning)| relevel(meaning, above));
            }
            _ => {}
        }
    }
}

/// Titles the alerts of some blocks.
pub(super) fn title_alerts(blocks: &mut [Block], title: &dyn Fn(&str) -> String) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Alert(alert, inner) => {
                if alert.title.is_empty() {
                    alert.title = title(&alert.kind);
                }
                title_alerts(inner, title);
            }
            BlockKind::Quote(inner) => title_alerts(inner, title),
            BlockKind::List(list) => {
                list.items.iter_mut().for_each(|item| title_alerts(&mut item.blocks, title));
            }
            BlockKind::Definitions(entries) => {
                entries.iter_mut().for_each(|(_, meaning)| title_alerts(meaning, title));
            }
            _ => {}
        }
    }
}

/// Collects every run of inline text of some blocks.
pub(super) fn text_runs<'a>(blocks: &'a mut [Block], found: &mut Vec<&'a mut Vec<Inline>>) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(_, text) | BlockKind::Paragraph(text) => found.push(text),
            BlockKind::List(list) => {
                for item in &mut list.items {
                    text_runs(&mut item.blocks, found);
                }
            }
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => text_runs(inner, found),
            BlockKind::Definitions(entries) => {
                for (term, meaning) in entries {
                    found.push(term);
                    text_runs(meaning, found);
                }
            }
            BlockKind::Table(table) => {
                found.extend(table.header.iter_mut().chain(table.rows.iter_mut().flatten()));
            }
            BlockKind::Code(..) | BlockKind::Rule => {}
        }
    }
}

/// Collects the pictures of inline text.
pub(super) fn inline_images<'a>(inlines: &'a mut [Inline], found: &mut Vec<(Range<usize>, &'a mut Image)>) {
    for inline in inlines {
        match &mut inline.kind {
            InlineKind::Image(image) => found.push((inline.range.clone(), image)),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => inline_images(inner, found),
            _ => {}
        }
    }
}

/// Counts mentions of footnotes anew in the order of `order`, which holds their old numbers.
pub(super) fn renumber(inlines: &mut [Inline], order: &mut Vec<usize>) {
    for inline in inlines {
        match &mut inline.kind {
            InlineKind::FootnoteRef(index) => {
                let new = order.iter().position(|old| old == index).unwrap_or(order.len());
                if new == order.len() {
                    order.push(*index);
                }
                *index = new;
            }
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => renumber(inner, order),
            _ => {}
        }
    }
}

/// Appends the words of inline text.
pub(super) fn push_words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::SoftBreak | InlineKind::Break => out.push(' '),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Link(_, inner) => push_words(inner, out),
            InlineKind::Super(inner) => out.push_str(&super::super::text::raised(&plain(inner))),
            InlineKind::Sub(inner) => out.push_str(&super::super::text::lowered(&plain(inner))),
            InlineKind::Image(image) => out.push_str(&image.alt),
            InlineKind::FootnoteRef(_) => {}
        }
    }
}

/// The words of inline text as one string.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_words(inlines, &mut out);
    out
}
