//! Paragraphs one after the other, as word processors and mails keep them, made into blocks: items into lists,
//! tabs into tables, pasted bullets into items.

use super::spans::Spans;
use super::tree::{block, heading, inline, item, list, paragraph, table};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item};

/// A paragraph with what it was marked as.
#[derive(Debug, Clone)]
pub(super) enum Line {
    /// A heading of a depth.
    Heading(u8, Spans),
    /// An item of a list: how deep, and whether it is numbered.
    Item(usize, bool, Spans),
    /// A quotation.
    Quote(Spans),
    /// A paragraph.
    Plain(Spans),
    /// Something that is a block already.
    Block(Block),
}

/// The blocks of a cell in one run: Markdown's cells hold no blocks.
pub(super) fn in_cell(blocks: &[Block]) -> Vec<Inline> {
    let mut document = Document { blocks: blocks.to_vec(), notes: vec![] };
    let mut out: Vec<Inline> = Vec::new();
    for run in document.runs_mut() {
        if !out.is_empty() {
            out.push(inline(InlineKind::Break));
        }
        out.append(run);
    }
    out
}

/// Signs that begin an item wherever they stand before a blank.
const BULLETS: &[char] = &[
    '•', '·', '▪', '▫', '‣', '●', '○', '◦', '➢', '➤', '►', '✓', '✔', '■', '□', '❖', '\u{F0B7}', '\u{F0A7}',
    '\u{F0D8}',
];

/// Blocks of lines.
pub(super) fn blocks(lines: Vec<Line>) -> Vec<Block> {
    let lines = tables(split(lines));
    let mut out = Vec::new();
    let mut items: Vec<(usize, bool, Spans)> = Vec::new();
    let mut quoted: Vec<Block> = Vec::new();
    for line in lines {
        if !matches!(line, Line::Item(..)) && !items.is_empty() {
            out.extend(lists(std::mem::take(&mut items)));
        }
        if !matches!(line, Line::Quote(_)) && !quoted.is_empty() {
            out.push(block(BlockKind::Quote(std::mem::take(&mut quoted))));
        }
        match line {
            Line::Heading(_, words) | Line::Quote(words) | Line::Plain(words) if words.is_blank() => {}
            Line::Item(_, _, words) if words.is_blank() => {}
            Line::Heading(depth, words) => out.push(heading(depth, words.inlines())),
            Line::Item(depth, ordered, words) => items.push((depth, ordered, words)),
            Line::Quote(words) => quoted.push(paragraph(words.inlines())),
            Line::Plain(words) => out.push(paragraph(words.inlines())),
            Line::Block(block) => out.push(block),
        }
    }
    out.extend(lists(items));
    if !quoted.is_empty() {
        out.push(block(BlockKind::Quote(quoted)));
    }
    out
}

/// Items of several depths as lists in each other.
fn lists(items: Vec<(usize, bool, Spans)>) -> Vec<Block> {
    let mut items = items.into_iter().peekable();
    let mut out = Vec::new();
    while let Some((depth, ordered)) = items.peek().map(|(depth, ordered, _)| (*depth, *ordered)) {
        out.push(one_list(&mut items, depth, ordered));
    }
    out
}

/// The list that begins here, with those below it.
fn one_list(
    items: &mut std::iter::Peekable<std::vec::IntoIter<(usize, bool, Spans)>>,
    depth: usize,
    ordered: bool,
) -> Block {
    let mut done: Vec<Item> = Vec::new();
    while let Some((next, kind)) = items.peek().map(|(next, kind, _)| (*next, *kind)) {
        if next > depth && !done.is_empty() {
            let inner = one_list(items, next, kind);
            if let Some(last) = done.last_mut() {
                last.blocks.push(inner);
            }
            continue;
        }
        if next < depth || kind != ordered && next == depth {
            break;
        }
        let Some((_, _, words)) = items.next() else { break };
        done.push(item(vec![paragraph(words.inlines())]));
    }
    list(ordered, done)
}

/// Paragraphs of several lines that begin like items, as a line each; pasted bullets as items.
fn split(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        let Line::Plain(words) = line else {
            out.push(line);
            continue;
        };
        let text = words.words();
        let marked = text.lines().filter(|line| mark(line).is_some()).count();
        match text.lines().count() > 1 && marked > 0 {
            true => out.extend(words.lines().into_iter().map(Line::Plain)),
            false => out.push(Line::Plain(words)),
        }
    }
    let marks: Vec<Option<Mark>> = out
        .iter()
        .map(|line| match line {
            Line::Plain(words) => mark(&words.words()),
            _ => None,
        })
        .collect();
    let alike = |at: usize, other: Option<usize>| {
        let (Some(own), Some(Some(other))) = (&marks[at], other.and_then(|other| marks.get(other))) else {
            return false;
        };
        own.ordered == other.ordered
    };
    let listed: Vec<bool> = (0..out.len())
        .map(|at| match &marks[at] {
            Some(mark) => mark.sure || alike(at, at.checked_sub(1)) || alike(at, Some(at + 1)),
            None => false,
        })
        .collect();
    let item = |((line, mark), listed): ((Line, Option<Mark>), bool)| match (line, mark) {
        (Line::Plain(words), Some(mark)) if listed => {
            Line::Item(mark.depth, mark.ordered, words.behind(mark.bytes))
        }
        (line, _) => line,
    };
    out.into_iter().zip(marks).zip(listed).map(item).collect()
}

/// What begins a pasted item.
struct Mark {
    /// Its bytes, with the blanks round it.
    bytes: usize,
    /// Whether it is a number.
    ordered: bool,
    /// How far it is set in.
    depth: usize,
    /// Whether it can mean nothing else.
    sure: bool,
}

/// The mark of an item that a line begins with.
fn mark(line: &str) -> Option<Mark> {
    let bare = line.trim_start();
    let before = line.len() - bare.len();
    let depth = line[..before].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>() / 4;
    let first = bare.chars().next()?;
    let behind = |bytes: usize| bare[bytes..].chars().next().is_some_and(char::is_whitespace);
    let made = |bytes: usize, ordered: bool, sure: bool| {
        let rest = &bare[bytes..];
        let blanks = rest.len() - rest.trim_start().len();
        (!rest.trim().is_empty()).then_some(Mark { bytes: before + bytes + blanks, ordered, depth, sure })
    };
    if BULLETS.contains(&first) {
        return made(first.len_utf8(), false, true);
    }
    if matches!(first, '-' | '–' | '—' | '*' | '+') && behind(first.len_utf8()) {
        return made(first.len_utf8(), false, false);
    }
    // Word's round bullet of the second level.
    if first == 'o' && bare[1..].starts_with(['\t', '\u{A0}']) {
        return made(1, false, true);
    }
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    if (1..=2).contains(&digits) && bare[digits..].starts_with(['.', ')']) && behind(digits + 1) {
        return made(digits + 1, true, false);
    }
    None
}

/// Rows of cells between tabs, two or more in a row with as many, as tables.
fn tables(lines: Vec<Line>) -> Vec<Line> {
    let tabs = |line: &Line| match line {
        Line::Plain(words) => words.words().trim().matches('\t').count(),
        _ => 0,
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let columns = tabs(&lines[at]);
        let run = lines[at..].iter().take_while(|line| columns > 0 && tabs(line) == columns).count();
        if run < 2 {
            out.push(lines[at].clone());
            at += 1;
            continue;
        }
        let row = |line: &Line| match line {
            Line::Plain(words) => words
                .words()
                .trim()
                .split('\t')
                .map(|cell| super::tree::linked(cell.trim()))
                .collect::<Vec<_>>(),
            _ => vec![],
        };
        out.extend(table(lines[at..at + run].iter().map(row).collect()).map(Line::Block));
        at += run;
    }
    out
}
