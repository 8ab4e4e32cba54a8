//! Marks that did nothing: what was typed as Markdown and would go out to all readers as typed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::tree::{Document, Inline, InlineKind};
use crate::diagnostic::Diagnostic;

/// `**Note:**the rest`, `**bold **text`: two marks beside a letter that emphasise nothing.
static PAIR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\*\*|__").ok());

/// `*open`: a mark before a word, to which nothing closes.
static OPEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|[\s(])(\*)\p{L}").ok());

/// `##No space`.
static HASHES: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?m)^ {0,3}(#{2,6})[^#\s!\[]").ok());

/// `-no space`, `1.No space`.
static ITEM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?m)^ {0,3}([-+]|[0-9]{1,2}[.)])\p{L}").ok());

/// `[Brackets] (https://…)`.
static APART: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[[^\[\]\n]+\] +\((?:https?://|www\.|mailto:)[^)\s]*\)").ok());

/// `[link](https://example.org/a b)`.
static BLANK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"\[[^\[\]\n]+\]\((?:https?://|www\.)[^)\s"<>]* [^)"\n]*\)"#).ok());

/// `[link][nolink]`.
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[[^\[\]\n]+\]\[[^\[\]\n]+\]").ok());

/// `[^1]`.
static NOTE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\^[^\]\s]{1,40}\]").ok());

/// `&eacuet;`.
static ENTITY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"&#?[A-Za-z][A-Za-z0-9]{1,30};").ok());

/// The matches of a pattern's first group, or of the whole.
fn matches<'t>(pattern: &LazyLock<Option<Regex>>, text: &'t str) -> Vec<regex::Match<'t>> {
    let found = pattern.iter().flat_map(|pattern| pattern.captures_iter(text));
    found.filter_map(|found| found.get(1).or_else(|| found.get(0))).collect()
}

/// What is to be said of a run of inline text: bytes of its raw text, and the finding.
pub(super) fn look(run: &[Inline], raw: &str) -> Vec<(Range<usize>, Diagnostic)> {
    // What was taken for a mark is in no text; nor is what stands in code.
    let mut texts = String::new();
    collect(run, &mut texts);
    if !texts.contains(['*', '_', '#', '-', '+', '[', '&', '.', ')']) {
        return vec![];
    }
    let blanked = without_code(raw);
    let mut found: Vec<(Range<usize>, Diagnostic)> = Vec::new();
    let warning = |message: String, hint: &str| Diagnostic::warning("unworked", message).hint(hint);
    let mut add = |found_at: regex::Match<'_>, finding: Diagnostic| {
        if found.iter().all(|(range, _)| range.end <= found_at.start() || found_at.end() <= range.start) {
            found.push((found_at.range(), finding));
        }
    };
    for blank in matches(&BLANK, &blanked) {
        add(
            blank,
            Diagnostic::error(
                "link-address",
                "a blank stands in this address: the link would lead elsewhere",
            )
            .hint("write `%20` in its place, or put the address in `<` and `>`"),
        );
    }
    if texts.contains('[') {
        for apart in matches(&APART, &blanked) {
            let message =
                format!("`{}` is no link: a blank stands between `]` and `(`", short(apart.as_str()));
            add(apart, warning(message, "delete the blank: `[text](https://…)`"));
        }
        for reference in matches(&REFERENCE, &blanked).into_iter().filter(|one| texts.contains(one.as_str()))
        {
            let message = format!(
                "`{}` leads nowhere: what stands in the second brackets is not defined",
                short(reference.as_str())
            );
            add(
                reference,
                warning(message, "write `[text](https://…)`, or define it in a line `[name]: https://…`"),
            );
        }
        for note in matches(&NOTE, &blanked).into_iter().filter(|one| texts.contains(one.as_str())) {
            let message = format!("`{}` is no footnote: its text is not there", note.as_str());
            add(
                note,
                warning(
                    message,
                    "write the footnote's text in a line of its own, such as `[^1]: As of May.`, or delete the mark",
                ),
            );
        }
    }
    let pairs = texts.matches("**").count() + texts.matches("__").count();
    if pairs > 0 {
        for pair in matches(&PAIR, &blanked) {
            let before = blanked[..pair.start()].chars().next_back();
            let behind = blanked[pair.end()..].chars().next();
            let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let escaped = before == Some('\\')
                // `hello__world` is a name.
                || pair.as_str() == "__"
                    && before.is_some_and(char::is_alphanumeric)
                    && behind.is_some_and(char::is_alphanumeric);
            if !(escaped || blank(before) && blank(behind))
                && is_literal(&texts, pair.as_str(), &blanked, pair.range())
            {
                add(
                    pair,
                    warning(
                        "these marks do nothing and would be printed".to_string(),
                        "emphasis wants no blank inside of its marks and one outside: `**Note:** the rest`",
                    ),
                );
                break;
            }
        }
    }
    if texts.contains('*') {
        for open in matches(&OPEN, &blanked).into_iter().filter(|one| {
            let word: String = blanked[one.end()..].chars().take_while(|c| c.is_alphanumeric()).collect();
            texts.contains(&format!("*{word}"))
        }) {
            add(
                open,
                warning(
                    "this mark does nothing and would be printed".to_string(),
                    "close the emphasis behind its last word, `*word*`, or write `\\*` for a star",
                ),
            );
        }
    }
    for hashes in matches(&HASHES, &blanked).into_iter().filter(|one| begins_a_line(&texts, one.as_str())) {
        let message = format!("`{}` makes no heading without a blank behind it", hashes.as_str());
        add(hashes, warning(message, "type a blank: `## Heading`"));
    }
    let items = matches(&ITEM, &blanked);
    if let Some(item) = items.into_iter().find(|one| begins_a_line(&texts, one.as_str())) {
        let message = format!("`{}` makes no item of a list without a blank behind it", item.as_str());
        add(item, warning(message, "type a blank: `- item`"));
    }
    for entity in matches(&ENTITY, &blanked).into_iter().filter(|one| texts.contains(one.as_str())) {
        let message = format!("`{}` is no character that is known and would be printed so", entity.as_str());
        add(entity, warning(message, "type the character itself"));
    }
    found
}

/// Whether a mark of the raw text is one that was kept as text: what stands round it does so there, too.
fn is_literal(texts: &str, mark: &str, raw: &str, at: Range<usize>) -> bool {
    let behind: String = raw[at.end..].chars().take_while(|c| c.is_alphanumeric() || *c == ':').collect();
    let before: String = {
        let mut word: Vec<char> =
            raw[..at.start].chars().rev().take_while(|c| c.is_alphanumeric() || *c == ':').collect();
        word.reverse();
        word.into_iter().collect()
    };
    !behind.is_empty() && texts.contains(&format!("{mark}{behind}"))
        || !before.is_empty() && texts.contains(&format!("{before}{mark}"))
        || texts.contains(mark)
}

/// Whether a line of the texts begins with something.
fn begins_a_line(texts: &str, start: &str) -> bool {
    texts.lines().any(|line| line.trim_start().starts_with(start))
}

/// A piece of text short enough to be shown.
fn short(text: &str) -> String {
    let shown: String = text.chars().take(40).collect();
    if shown.len() < text.len() { format!("{shown}…") } else { shown }
}

/// The texts of a run, code left out; breaks are ends of lines.
fn collect(run: &[Inline], out: &mut String) {
    for inline in run {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::SoftBreak | InlineKind::Break => out.push('\n'),
            InlineKind::Code(_) => out.push('\u{FFFC}'),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner) => collect(inner, out),
            InlineKind::Link(_, inner) => out.push_str(&Document::words(inner)),
            InlineKind::Image(_) | InlineKind::FootnoteRef(_) => out.push('\u{FFFC}'),
        }
    }
}

/// Raw text with as many blanks in the place of code and of what is escaped.
fn without_code(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut out = raw.as_bytes().to_vec();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'`' => {
                let ticks = bytes[at..].iter().take_while(|b| **b == b'`').count();
                let mark = "`".repeat(ticks);
                match raw[at + ticks..].find(&mark) {
                    Some(end) => {
                        let end = at + ticks + end + ticks;
                        out[at..end].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b'.');
                        at = end;
                    }
                    None => at += ticks,
                }
            }
            _ => at += 1,
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| raw.to_string())
}
