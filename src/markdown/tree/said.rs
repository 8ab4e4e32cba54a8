//! What somebody said, apart from the name of who said it.

use super::{Block, BlockKind, Document, Inline, InlineKind};

/// What begins the line with the name of who said it.
const DASHES: &[&str] = &["\u{2014}", "\u{2013}", "\u{2015}", "--"];

/// The longest such line, in characters.
const LONGEST: usize = 120;

/// A quotation's blocks without the last line, if that begins with a dash and names who said it, and that line
/// without its dash.
pub fn attributed(blocks: &[Block]) -> (Vec<Block>, Option<Vec<Inline>>) {
    let whole = || (blocks.to_vec(), None);
    let Some((last, before)) = blocks.split_last() else { return whole() };
    let BlockKind::Paragraph(text) = &last.kind else { return whole() };
    let is_end = |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::Break);
    let end = text.iter().rposition(is_end);
    let (said, line) = match end {
        Some(at) => (&text[..at], &text[at + 1..]),
        None if before.is_empty() => return whole(),
        None => (&text[..0], text.as_slice()),
    };
    let Some(name) = without_dash(line) else { return whole() };
    let mut kept = before.to_vec();
    if !said.is_empty() {
        kept.push(Block { range: last.range.clone(), kind: BlockKind::Paragraph(said.to_vec()) });
    }
    (kept, Some(name))
}

/// A line without the dash at its beginning; nothing if there is none, or no name behind it.
fn without_dash(line: &[Inline]) -> Option<Vec<Inline>> {
    let (first, rest) = line.split_first()?;
    let InlineKind::Text(text) = &first.kind else { return None };
    let name = DASHES.iter().find_map(|dash| text.trim_start().strip_prefix(dash))?;
    let name = Inline { range: first.range.clone(), kind: InlineKind::Text(name.trim_start().to_string()) };
    let name: Vec<Inline> = std::iter::once(name).chain(rest.iter().cloned()).collect();
    let words = Document::text_of(&name);
    let named = !words.trim().is_empty() && words.chars().count() <= LONGEST;
    named.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as an inline.
    fn words(text: &str) -> Inline {
        Inline { range: 0..0, kind: InlineKind::Text(text.into()) }
    }

    /// A paragraph.
    fn paragraph(inlines: Vec<Inline>) -> Block {
        Block { range: 0..0, kind: BlockKind::Paragraph(inlines) }
    }

    #[test]
    fn a_last_line_behind_a_dash_names_who_said_it() {
        let line_end = Inline { range: 0..0, kind: InlineKind::SoftBreak };
        let one = [paragraph(vec![words("We plan."), line_end.clone(), words("— Ana, mayor")])];
        let two = [paragraph(vec![words("We plan.")]), paragraph(vec![words("-- Ana, mayor")])];
        for blocks in [&one[..], &two[..]] {
            let (said, by) = attributed(blocks);
            assert_eq!(by.map(|by| Document::text_of(&by)).as_deref(), Some("Ana, mayor"));
            assert_eq!(said, [paragraph(vec![words("We plan.")])]);
        }
    }

    #[test]
    fn a_quotation_without_such_a_line_stays_whole() {
        let alone = [paragraph(vec![words("— Ana, mayor")])];
        let plain = [paragraph(vec![words("We plan.")])];
        for blocks in [&alone[..], &plain[..]] {
            assert_eq!(attributed(blocks), (blocks.to_vec(), None));
        }
    }
}
