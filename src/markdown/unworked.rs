//! Marks that did nothing: what was typed as Markdown and would go out to all readers as typed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::tree::{Document, Inline, InlineKind};
use crate::diagnostic::{Diagnostic, asking};

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
pub(super) fn find(run: &[Inline], raw: &str) -> Vec<(Range<usize>, Diagnostic)> {
    // What was taken for a mark is in no text; nor is what stands in code.
    let mut texts = String::new();
    collect(run, &mut texts);
    if !texts.contains(['*', '_', '#', '-', '+', '[', '&', '.', ')']) {
        return vec![];
    }
    let blanked = without_code(raw);
    let mut finder = Finder { texts: &texts, blanked: &blanked, found: vec![] };
    finder.links();
    finder.emphasis();
    finder.lines();
    finder.found
}

/// A warning of something that does nothing.
fn warning(message: impl Into<String>, hint: &str) -> Diagnostic {
    Diagnostic::warning(asking::UNWORKED, message).hint(hint)
}

/// Looks for marks that do nothing.
struct Finder<'t> {
    /// What stands in texts, and was not taken for a mark.
    texts: &'t str,
    /// The source, with blanks in place of code.
    blanked: &'t str,
    found: Vec<(Range<usize>, Diagnostic)>,
}

impl Finder<'_> {
    /// Adds a finding, unless another one stands there.
    fn add(&mut self, at: &regex::Match<'_>, finding: Diagnostic) {
        if self.found.iter().all(|(range, _)| range.end <= at.start() || at.end() <= range.start) {
            self.found.push((at.range(), finding));
        }
    }

    /// The places that look like something and stand in a text as they were typed.
    fn literal<'b>(&self, pattern: &LazyLock<Option<Regex>>, blanked: &'b str) -> Vec<regex::Match<'b>> {
        matches(pattern, blanked).into_iter().filter(|one| self.texts.contains(one.as_str())).collect()
    }

    /// Links, references and footnotes that lead nowhere.
    fn links(&mut self) {
        let blanked = self.blanked;
        for blank in matches(&BLANK, blanked) {
            let message = "a blank stands in this address: the link would lead elsewhere";
            let finding = Diagnostic::error("link-address", message);
            self.add(&blank, finding.hint("write `%20` in its place, or put the address in `<` and `>`"));
        }
        if !self.texts.contains('[') {
            return;
        }
        for apart in matches(&APART, blanked) {
            let message =
                format!("`{}` is no link: a blank stands between `]` and `(`", short(apart.as_str()));
            self.add(&apart, warning(message, "delete the blank: `[text](https://…)`"));
        }
        for reference in self.literal(&REFERENCE, blanked) {
            let message = format!(
                "`{}` leads nowhere: what stands in the second brackets is not defined",
                short(reference.as_str())
            );
            let hint = "write `[text](https://…)`, or define it in a line `[name]: https://…`";
            self.add(&reference, warning(message, hint));
        }
        for note in self.literal(&NOTE, blanked) {
            let message = format!("`{}` is no footnote: its text is not there", note.as_str());
            let hint = "write the footnote's text in a line of its own, such as `[^1]: As of May.`, or delete the mark";
            self.add(&note, warning(message, hint));
        }
    }

    /// Emphasis that does not begin or end.
    fn emphasis(&mut self) {
        let (texts, blanked) = (self.texts, self.blanked);
        if texts.contains("**") || texts.contains("__") {
            let pair = matches(&PAIR, blanked).into_iter().find(|pair| self.is_odd_pair(pair));
            if let Some(pair) = pair {
                let hint =
                    "emphasis wants no blank inside of its marks and one outside: `**Note:** the rest`";
                self.add(&pair, warning("these marks do nothing and would be printed", hint));
            }
        }
        if !texts.contains('*') {
            return;
        }
        for open in matches(&OPEN, blanked) {
            let word: String = blanked[open.end()..].chars().take_while(|c| c.is_alphanumeric()).collect();
            if texts.contains(&format!("*{word}")) {
                let hint = "close the emphasis behind its last word, `*word*`, or write `\\*` for a star";
                self.add(&open, warning("this mark does nothing and would be printed", hint));
            }
        }
    }

    /// Whether two marks of emphasis would be printed.
    fn is_odd_pair(&self, pair: &regex::Match<'_>) -> bool {
        let before = self.blanked[..pair.start()].chars().next_back();
        let behind = self.blanked[pair.end()..].chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let escaped = before == Some('\\')
            // `hello__world` is a name.
            || pair.as_str() == "__"
                && before.is_some_and(char::is_alphanumeric)
                && behind.is_some_and(char::is_alphanumeric);
        !(escaped || blank(before) && blank(behind))
            && is_literal(self.texts, pair.as_str(), self.blanked, pair.range())
    }

    /// Headings and items without a blank, and characters by names that are not known.
    fn lines(&mut self) {
        let (texts, blanked) = (self.texts, self.blanked);
        for hashes in matches(&HASHES, blanked) {
            if begins_a_line(texts, hashes.as_str()) {
                let message = format!("`{}` makes no heading without a blank behind it", hashes.as_str());
                self.add(&hashes, warning(message, "type a blank: `## Heading`"));
            }
        }
        let items = matches(&ITEM, blanked);
        if let Some(item) = items.into_iter().find(|one| begins_a_line(texts, one.as_str())) {
            let message = format!("`{}` makes no item of a list without a blank behind it", item.as_str());
            self.add(&item, warning(message, "type a blank: `- item`"));
        }
        for entity in self.literal(&ENTITY, blanked) {
            let message =
                format!("`{}` is no character that is known and would be printed so", entity.as_str());
            self.add(&entity, warning(message, "type the character itself"));
        }
    }
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
            InlineKind::Link(_, inner) => out.push_str(&Document::text_of(inner)),
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
