//! Quotation marks, dashes and ellipses as each language sets them, once for all outputs.

use super::tree::{Document, Inline, InlineKind};
use crate::model::Language;

/// The marks of a language: double opening and closing, single opening and closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Opens a quotation.
    pub open: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// Opens one inside another.
    pub inner_open: &'static str,
    /// Closes it.
    pub inner_close: &'static str,
}

/// The marks of a language, as the Interinstitutional Style Guide (10.7) and the language's own
/// rules have them; English where a language is not listed.
pub fn marks(language: &Language) -> Marks {
    let (open, close, inner_open, inner_close) = match language.as_str().split('-').next().unwrap_or("en") {
        "bg" | "cs" | "de" | "sk" | "sl" | "lt" | "is" | "et" => ("„", "“", "‚", "‘"),
        "hr" | "pl" | "ro" | "hu" | "nl" => ("„", "”", "‚", "’"),
        "el" | "it" | "es" | "pt" | "ca" => ("«", "»", "“", "”"),
        "fr" => ("«\u{202F}", "\u{202F}»", "“", "”"),
        "da" | "nb" | "no" => ("»", "«", "›", "‹"),
        "fi" | "sv" => ("”", "”", "’", "’"),
        _ => ("“", "”", "‘", "’"),
    };
    Marks { open, close, inner_open, inner_close }
}

/// Sets the marks of a whole text; code is left as it is.
pub fn document(document: &mut Document, language: &Language) {
    let marks = marks(language);
    for run in document.runs_mut() {
        Setter { marks, before: None }.inlines(run, None);
    }
}

/// A plain text with the marks of a language.
pub fn plain(text: &str, language: &Language) -> String {
    let mut setter = Setter { marks: marks(language), before: None };
    setter.text(text, None)
}

/// Walks a run of inline text and remembers what stands before.
struct Setter {
    /// The language's marks.
    marks: Marks,
    /// The last character set.
    before: Option<char>,
}

impl Setter {
    /// Some pieces; `after` is the character that follows them.
    fn inlines(&mut self, all: &mut [Inline], after: Option<char>) {
        for at in 0..all.len() {
            let next = all.get(at + 1).map_or(after, first_char);
            match &mut all[at].kind {
                InlineKind::Text(text) => *text = self.text(text, next),
                InlineKind::SoftBreak | InlineKind::Break => self.before = Some(' '),
                InlineKind::Code(_) | InlineKind::Image(_) | InlineKind::FootnoteRef(_) => {
                    self.before = Some('x')
                }
                InlineKind::Emph(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Strike(inner)
                | InlineKind::Super(inner)
                | InlineKind::Sub(inner) => self.inlines(inner, next),
                // An address that is its own text stays what it is.
                InlineKind::Link(url, inner) if matches!(&inner[..], [Inline { kind: InlineKind::Text(text), .. }] if url.ends_with(text.as_str())) =>
                {
                    self.before = Some('x');
                }
                InlineKind::Link(_, inner) => self.inlines(inner, next),
            }
        }
    }

    /// One text.
    fn text(&mut self, text: &str, after: Option<char>) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len() + 8);
        let mut at = 0;
        while at < chars.len() {
            let next = chars.get(at + 1).copied().or(after);
            let run = match chars[at] {
                mark @ ('-' | '.') => chars[at..].iter().take_while(|c| **c == mark).count(),
                _ => 1,
            };
            match (chars[at], run) {
                ('"', _) => out.push_str(self.quote(next, self.marks.open, self.marks.close)),
                ('\'', _) => out.push_str(self.single(next)),
                ('-', 2 | 3) => {
                    out.push(if run == 2 { '–' } else { '—' });
                    at += run - 1;
                }
                ('.', 3) => {
                    out.push('…');
                    at += 2;
                }
                ('-' | '.', _) => {
                    out.extend(&chars[at..at + run]);
                    at += run - 1;
                }
                (c, _) => out.push(c),
            }
            self.before = Some(chars[at]);
            at += 1;
        }
        out
    }

    /// Whether a mark at this place opens: nothing, space or an opening mark stands before it,
    /// and no space behind.
    fn opens(&self, next: Option<char>) -> bool {
        let before = self.before.is_none_or(|c| c.is_whitespace() || "([{<«„“‚‘–—-/\"'".contains(c));
        before && next.is_some_and(|c| !c.is_whitespace())
    }

    /// A double mark.
    fn quote(&self, next: Option<char>, open: &'static str, close: &'static str) -> &'static str {
        if self.opens(next) { open } else { close }
    }

    /// A single mark; between letters, before a year's digits and behind a word it is an apostrophe.
    fn single(&self, next: Option<char>) -> &'static str {
        let letter_before = self.before.is_some_and(char::is_alphanumeric);
        let digit_next = next.is_some_and(|c| c.is_ascii_digit());
        match (letter_before, next) {
            (true, Some(c)) if c.is_alphanumeric() => "’",
            _ if self.opens(next) && !digit_next => self.marks.inner_open,
            // Behind a word it closes or leaves letters out; where the two marks differ, it is
            // taken for an apostrophe.
            (true, _) | (false, _) if self.marks.inner_close == "’" || letter_before || digit_next => "’",
            _ => self.marks.inner_close,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Parse;

    /// A text set in a language.
    fn set(text: &str, language: &str) -> String {
        plain(text, &Language::parse(language).expect("a language"))
    }

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(
            set("She said \"it's 'fine'\" -- the '90s...", "en"),
            "She said “it’s ‘fine’” – the ’90s…"
        );
        assert_eq!(set("\"Ναι\" (\"όχι\")", "el"), "«Ναι» («όχι»)");
        assert_eq!(set("\"Да\"", "bg"), "„Да“");
        assert_eq!(set("\"Da\"", "hr"), "„Da”");
        assert_eq!(set("\"Da\"", "sl"), "„Da“");
        assert_eq!(set("l'aria \"buona\"", "it"), "l’aria «buona»");
        assert_eq!(set("a --- b ---- c .. d", "en"), "a — b ---- c .. d");
    }
}
