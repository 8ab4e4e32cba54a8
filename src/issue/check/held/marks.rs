//! Marks in a text that were meant to hold it back: fields, orders, comments, tags.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::vocabulary::{HIDING_TAGS, MARKS, ORDERS, TAGS, VALUES};
use crate::sources::held::{FIELDS, SURE_FIELDS, bare, folded, near};

/// A list of words as they are compared.
type Folded = LazyLock<BTreeSet<String>>;

/// [`MARKS`] as they are compared.
static MARKS_FOLDED: Folded = LazyLock::new(|| MARKS.iter().map(|word| folded(word)).collect());

/// [`ORDERS`] as they are compared.
static ORDERS_FOLDED: Folded = LazyLock::new(|| ORDERS.iter().map(|word| folded(word)).collect());

/// [`TAGS`] as they are compared.
static TAGS_FOLDED: Folded = LazyLock::new(|| TAGS.iter().map(|word| folded(word)).collect());

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A field where fields are not read.
    Field,
    /// Words that hold the text back.
    Words,
    /// A comment that does not end, or ends without having begun.
    Comment,
    /// A comment of another language, which would be printed.
    OtherComment,
    /// HTML that would hide its text in a browser.
    Html,
}

/// Whether a word at the end or the start of a file's name says that its text is not to go out.
pub fn is_tag(word: &str) -> bool {
    let word = folded(word);
    ["donotpublish", "nopublish"].contains(&&*word) || TAGS_FOLDED.contains(&word)
}

/// What stands in a line for a reader: without the marks round it.
fn core(line: &str) -> &str {
    let mark = |c: char| !c.is_alphanumeric();
    line.trim_matches(mark)
}

/// Whether a line gives a field that decides who may read a text.
fn field(core: &str) -> bool {
    let Some((key, value)) = core
        .split_once([':', '='])
        .or_else(|| [" – ", " — ", " - "].iter().find_map(|dash| core.split_once(dash)))
    else {
        // A field without a value, or one whose colon was left out.
        return core.split_once(' ').is_some_and(|(key, value)| {
            ["audience", "status", "confidentiality", "embargo_until"].contains(&key) && is_value(value)
        });
    };
    let key = bare(key);
    if key.is_empty() || key.chars().count() > 24 {
        return false;
    }
    let is = |fields: &[&str]| fields.iter().any(|field| near(&key, &folded(field)));
    if is(SURE_FIELDS) {
        return true;
    }
    if near(&key, "expires") {
        return value.trim().starts_with(|c: char| c.is_ascii_digit());
    }
    is(FIELDS) && is_value(value)
}

/// Whether a text is what such a field may be given: a few words, one of which is known.
fn is_value(value: &str) -> bool {
    let words: Vec<String> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect();
    let known = |word: &String| VALUES.iter().any(|known| near(word, &folded(known)));
    words.is_empty() || words.len() <= 4 && words.first().is_some_and(known)
}

/// Whether a line holds back by its words.
fn are_held_back(line: &str, heading: bool) -> bool {
    let core = core(line);
    let lower = folded(core);
    let typed = line.trim();
    if MARKS_FOLDED.contains(&lower) {
        // `Draft` or `Concept` as a heading of its own may be one; in a sentence's place it is a mark.
        return !heading || !["concept", "restricted", "sensitive", "hold"].contains(&&*lower);
    }
    if ORDERS_FOLDED.iter().any(|order| lower.starts_with(order)) {
        return true;
    }
    // `[internal] …`, `(confidential) …`, `INTERNAL: …`, `… [draft]`.
    let plain = typed.trim_start_matches(['#', '*', '_', '>', '-', ' ', '\t', '`']);
    let tagged = |text: &str| {
        let inner = text.trim_start_matches(['[', '(', '{', '<', '*', '_']);
        let word: String = inner.chars().take_while(|c| c.is_alphanumeric()).collect();
        let closes = inner[word.len()..].starts_with([']', ')', '}', '>', ':', '*', '_']);
        let opens = text.len() > inner.len();
        TAGS_FOLDED.contains(&folded(&word)) && opens && closes
    };
    let first: String = plain.chars().take_while(|c| c.is_alphanumeric()).collect();
    let behind = plain[first.len()..].trim_start_matches(['*', '_']);
    let capitals = first.chars().count() > 3 && first.chars().all(char::is_uppercase);
    let divided =
        behind.starts_with(':') || [" –", " —", " -", "–", "—", "/"].iter().any(|d| behind.starts_with(d));
    let first_is_tag = TAGS_FOLDED.contains(&folded(&first));
    if tagged(plain) || first_is_tag && divided && (capitals || heading || behind.starts_with(':')) {
        return true;
    }
    let last = typed.trim_end_matches(['*', '_', ' ', '#', '.', '!', ';']);
    let ends = |open: char, close: char| {
        last.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).is_some_and(|(_, inner)| {
            let inner = inner.trim();
            let lower = folded(inner);
            let draft = lower == "draft" && open == '(' && inner != "DRAFT";
            (TAGS_FOLDED.contains(&lower) || MARKS_FOLDED.contains(&lower)) && !draft
        })
    };
    // `- [ ] RECET: CONFIDENTIAL: write to them`.
    let item = typed.starts_with(['-', '*', '+']) || typed.starts_with(|c: char| c.is_ascii_digit());
    if item && let Some((_, what)) = plain.split_once(": ") {
        let first: String = what.chars().take_while(|c| c.is_alphanumeric()).collect();
        let capitals = first.chars().count() > 3 && first.chars().all(char::is_uppercase);
        let divided = what[first.len()..].trim_start().starts_with([':', '–', '—', '-', '/']);
        if tagged(what) || capitals && divided && TAGS_FOLDED.contains(&folded(&first)) {
            return true;
        }
    }
    // Behind a sentence only what can mean nothing else: `… (not for publication)`.
    let sure = |open: char, close: char| {
        last.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).is_some_and(|(_, inner)| {
            let lower = folded(inner.trim());
            MARKS_FOLDED.contains(&lower) && (lower.contains(' ') || lower == "confidential")
        })
    };
    (heading || item) && (ends('(', ')') || ends('[', ']') || ends('{', '}'))
        || sure('(', ')')
        || sure('[', ']')
        || heading
            && last.rsplit_once([' ', '–', '—']).is_some_and(|(_, word)| {
                let capitals = word.chars().count() > 3 && word.chars().all(char::is_uppercase);
                capitals && TAGS_FOLDED.contains(&folded(word))
            })
}

/// What holds back in a Markdown text, each with its bytes.
pub fn marks(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut found = comments(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let range = at + (bare.len() - bare.trim_start().len())..at + bare.len();
        at += line.len();
        let core = core(bare);
        // A line of an order of actions or a table's row is read as such.
        if core.is_empty() || core.len() > 400 {
            continue;
        }
        let heading = bare.trim_start().starts_with('#')
            || bare.trim().starts_with("**") && bare.trim().ends_with("**");
        let lower = bare.to_lowercase();
        if field(core) {
            found.push((range, Mark::Field));
        } else if are_held_back(bare, heading) {
            found.push((range, Mark::Words));
        } else if HIDING_TAGS.iter().any(|tag| lower.contains(tag))
            || lower.contains('<')
                && (lower.contains("display:none")
                    || lower.contains("display: none")
                    || hidden_attribute(&lower))
        {
            found.push((range, Mark::Html));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether a line holds a tag with the attribute `hidden`.
fn hidden_attribute(lower: &str) -> bool {
    lower.split('<').skip(1).filter_map(|tag| tag.split_once('>')).any(|(tag, _)| {
        tag.split_whitespace()
            .skip(1)
            .any(|attribute| attribute == "hidden" || attribute.starts_with("hidden="))
    })
}

/// What holds back in one printed value, such as an editor's note.
pub fn value(text: &str) -> Option<Mark> {
    text.lines().find_map(|line| {
        let core = core(line);
        match (core.is_empty(), field(core), are_held_back(line, false)) {
            (false, true, _) => Some(Mark::Field),
            (false, _, true) => Some(Mark::Words),
            _ => None,
        }
    })
}

/// Comments that do not end, that end without having begun, or that are none in Markdown.
fn comments(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("<!").map(|open| at + open) {
        if in_code(text, open) {
            at = open + 2;
            continue;
        }
        let rest = &text[open..];
        if !rest.starts_with("<!--") {
            // `<!DOCTYPE html>` and `begins with "<!"` are none.
            if rest[2..].starts_with([' ', '-', '–', '—', '\n']) {
                // `<!- … ->`, `<!— … —>`: a word processor joined the two hyphens.
                found.push((open..open + 2, Mark::Comment));
            }
            at = open + 2;
            continue;
        }
        match rest[4..].find("-->") {
            Some(end) => at = open + 4 + end + 3,
            None => {
                found.push((open..open + 4, Mark::Comment));
                at = text.len();
            }
        }
    }
    let blocks = code_blocks(text);
    let mut depth_at = 0;
    // An end without a beginning.
    while let Some(end) = text[depth_at..].find("-->").map(|end| depth_at + end) {
        let before = &text[..end];
        let open = before.rfind("<!--");
        let closed = before.rfind("-->").map_or(0, |at| at + 3);
        // `from<-->to` and what a compiler prints in code are none.
        let other = before.ends_with(['-', '<'])
            || in_code(text, end)
            || blocks.iter().any(|block| block.contains(&end));
        if open.is_none_or(|open| open < closed) && !other {
            found.push((end..end + 3, Mark::Comment));
        }
        depth_at = end + 3;
    }
    found.extend(other_comments(text, &blocks));
    found
}

/// Whether a place lies in code, by the marks before it in its line.
fn in_code(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..at].matches('`').count() % 2 == 1
}

/// Comments of other languages, which are none here.
fn other_comments(text: &str, blocks: &[Range<usize>]) -> Vec<(Range<usize>, Mark)> {
    let mut found = Vec::new();
    let in_block = |at: usize| blocks.iter().any(|block| block.contains(&at));
    for (open, close) in [("/*", "*/"), ("{#", "#}"), ("{{!", "}}"), ("%%", "%%")] {
        let mut at = 0;
        while let Some(start) = text[at..].find(open).map(|start| at + start) {
            let behind = start + open.len();
            let id =
                open == "{#" && text[behind..].split('}').next().is_some_and(|id| !id.contains([' ', '\n']));
            let end = text[behind..].find(close).map(|end| behind + end + close.len());
            // `https://docs.rs/*/rand` and `0.2/**0.3**/0.4` are none: a comment stands apart.
            let apart = text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '>')
                && (open != "/*" || !text[behind..].starts_with(['*', '/']));
            match end.filter(|_| apart && !in_code(text, start) && !in_block(start) && !id) {
                Some(end) => {
                    found.push((start..end, Mark::OtherComment));
                    at = end;
                }
                None => at = behind,
            }
        }
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !in_block(at) && line.starts_with("// ") && line.trim().len() > 2 {
            found.push((at..at + line.trim_end().len(), Mark::OtherComment));
        }
        at += line.len();
    }
    found
}

/// The bytes of blocks of code: between fences, one that is not closed to the end, and what is set in by
/// four blanks behind a blank line (CommonMark 0.31.2, sections 4.4 and 4.5).
fn code_blocks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut fence: Option<(usize, &str)> = None;
    let (mut at, mut blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some((at, mark)),
            (Some((start, open)), Some(mark))
                if mark == open && bare.trim().trim_matches(['`', '~']).is_empty() =>
            {
                found.push(start..at + line.len());
                fence = None;
            }
            (None, None) if blank && (line.starts_with("    ") || line.starts_with('\t')) => {
                found.push(at..at + line.len());
                at += line.len();
                continue;
            }
            _ => {}
        }
        blank = bare.is_empty();
        at += line.len();
    }
    found.extend(fence.map(|(start, _)| start..text.len()));
    found
}

#[cfg(test)]
#[path = "marks_tests.rs"]
mod tests;
