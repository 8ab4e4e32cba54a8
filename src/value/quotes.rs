//! Quotation marks, dashes and ellipses as each language sets them, once for all outputs.

use super::spacing;
use super::style::Style;

/// A plain text with the marks and spaces of a language.
pub fn set(text: &str, style: &Style) -> String {
    let mut setter = Setter::new(*style);
    setter.gather(text);
    setter.text(text, None)
}

/// Words that begin with an apostrophe: something is left out before them.
const LEFT_OUT: &[&str] = &[
    "tis",
    "twas",
    "twill",
    "em",
    "cause",
    "til",
    "till",
    "bout",
    "round",
    "neath",
    "cos",
    "ndrangheta",
    "ndrina",
    "sto",
    "sta",
    "mbè",
    "k",
    "n",
];

/// Whether something is left out before a word: one of those above, or a year such as `'90s`.
fn is_left_out(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    LEFT_OUT.contains(&&*word.to_lowercase())
        || digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Sets the marks of a run of text and remembers what stands before.
pub struct Setter {
    /// The language's marks and spaces.
    style: Style,
    /// The whole run, a character for each piece that is no text.
    all: Vec<char>,
    /// How many of its characters were passed.
    passed: usize,
    /// The last character set.
    before: Option<char>,
    /// Whether a double mark is open.
    double: bool,
    /// Whether a single one is.
    single: bool,
}

/// What stands for a piece that is no text: it is like a letter.
pub const PIECE: char = 'x';

impl Setter {
    /// At the start of a run.
    pub fn new(style: Style) -> Self {
        Self { style, all: vec![], passed: 0, before: None, double: false, single: false }
    }

    /// Takes a text of the run that is going to be set, so that each mark knows what stands behind it.
    pub fn gather(&mut self, text: &str) {
        self.all.extend(text.chars());
    }

    /// Takes a character in place of a piece that is no text.
    pub fn gather_piece(&mut self, like: char) {
        self.all.push(like);
    }

    /// Passes a piece that is no text.
    pub fn pass(&mut self, like: char) {
        self.passed += 1;
        self.before = Some(like);
    }

    /// Passes the end of a line: the hard space that stands there instead, if no line may end there.
    pub fn pass_line_end(&mut self) -> Option<char> {
        let space = spacing::space(&self.all, self.passed, &self.style);
        self.pass(' ');
        space.filter(|space| *space != ' ')
    }

    /// One text of the run; `after` is the character that follows it.
    pub fn text(&mut self, text: &str, after: Option<char>) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len() + 8);
        let start = self.passed;
        let mut at = 0;
        while at < chars.len() {
            let next = chars.get(at + 1).copied().or(after);
            let run = match chars[at] {
                mark @ ('-' | '.') => chars[at..].iter().take_while(|c| **c == mark).count(),
                _ => 1,
            };
            match (chars[at], run) {
                ('"', _) => out.push_str(self.double(next)),
                ('\'', _) => out.push_str(self.single(next, start + at + 1)),
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
                (c @ (' ' | spacing::HARD | spacing::NARROW), _) => {
                    out.extend(spacing::space(&self.all, start + at, &self.style));
                    debug_assert_eq!(self.all[start + at], c, "all of the run was gathered");
                }
                (c @ (';' | ':' | '!' | '?' | '»' | '«'), _) => {
                    out.extend(spacing::missing(&self.all, start + at, &self.style));
                    out.push(c);
                    out.extend(spacing::missing_behind(&self.all, start + at, &self.style));
                }
                (c, _) => out.push(c),
            }
            self.before = Some(chars[at]);
            at += 1;
        }
        self.passed = start + chars.len();
        out
    }

    /// Whether a mark at this place may open: nothing, space or an opening mark stands before it, or a
    /// mark that ends something else, and no space behind.
    fn opens(&self, next: Option<char>) -> bool {
        let before = self.before.is_none_or(|c| c.is_whitespace() || "([{<«„“‚‘–—-/\"':;=|…".contains(c));
        before && next.is_some_and(|c| !c.is_whitespace())
    }

    /// A double mark.
    fn double(&mut self, next: Option<char>) -> &'static str {
        let ends = self.double && next.is_none_or(|c| !c.is_alphanumeric());
        self.double = !ends && self.opens(next);
        if self.double { self.style.marks.open } else { self.style.marks.close }
    }

    /// A single mark: it opens, closes, or is an apostrophe, which is the same in all languages. `at` is
    /// how many characters of the run are passed with it.
    fn single(&mut self, next: Option<char>, at: usize) -> &'static str {
        const APOSTROPHE: &str = "’";
        let letter_before = self.before.is_some_and(char::is_alphanumeric);
        let letter_next = next.is_some_and(char::is_alphanumeric);
        // Between letters, and before a year's digits, something is left out.
        // So it is behind an apostrophe: `dell''8`.
        let second = self.before == Some('\'')
            && at.checked_sub(3).and_then(|i| self.all.get(i)).is_some_and(|c| c.is_alphanumeric());
        if (letter_before || second) && letter_next
            || !letter_before && next.is_some_and(|c| c.is_ascii_digit()) && !self.closes_later(at)
        {
            return APOSTROPHE;
        }
        if self.opens(next) && !self.single {
            let word: String =
                self.all[at.min(self.all.len())..].iter().take_while(|c| c.is_alphanumeric()).collect();
            let left_out = is_left_out(&word);
            // Without a mark to come that could close it, it closes nothing and opens nothing.
            if left_out || !self.closes_later(at) {
                return APOSTROPHE;
            }
            self.single = true;
            return self.style.marks.inner_open;
        }
        // Behind a word's s another mark that closes may come first: `'the towns' plans'`.
        let possessive = matches!(self.before, Some('s' | 'S'))
            && next.is_some_and(char::is_whitespace)
            && self.closes_before_opening(at);
        if self.single && !possessive {
            self.single = false;
            return self.style.marks.inner_close;
        }
        APOSTROPHE
    }

    /// The single marks behind a place: whether each may close, or else open.
    fn marks_behind(&self, at: usize) -> impl Iterator<Item = bool> + '_ {
        let all = &self.all;
        (at..all.len()).filter(|i| all[*i] == '\'').filter_map(|i| {
            let before = i.checked_sub(1).map(|i| all[i]);
            let next = all.get(i + 1).copied();
            let inside = before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            let word: String = all[i + 1..].iter().take_while(|c| c.is_alphanumeric()).collect();
            if inside || is_left_out(&word) {
                return None;
            }
            // The second mark of `'n'` closes nothing.
            let short = i >= 2 && all[i - 2] == '\'' && all[i - 1] == 'n';
            let closes =
                before.is_some_and(|c| !c.is_whitespace()) && next.is_none_or(|c| !c.is_alphanumeric());
            (!short).then_some(closes)
        })
    }

    /// Whether a mark that may close stands somewhere behind.
    fn closes_later(&self, at: usize) -> bool {
        self.marks_behind(at).any(|closes| closes)
    }

    /// Whether the next mark behind may close and opens nothing.
    fn closes_before_opening(&self, at: usize) -> bool {
        self.marks_behind(at).next() == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Language, Parse, Typography};

    /// A text set in a language.
    fn typed(text: &str, language: &str) -> String {
        let language = Language::parse(language).expect("a language");
        set(text, &Style::of(&language, Typography::Institutions))
    }

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(
            typed("She said \"it's 'fine'\" -- the '90s...", "en"),
            "She said “it’s ‘fine’” – the ’90s…"
        );
        assert_eq!(typed("\"Ναι\" (\"όχι\")", "el"), "«Ναι» («όχι»)");
        assert_eq!(typed("\"Да\"", "bg"), "„Да“");
        assert_eq!(typed("\"Da\"", "hr"), "„Da”");
        assert_eq!(typed("\"Da\"", "sl"), "„Da“");
        assert_eq!(typed("l'aria \"buona\"", "it"), "l’aria «buona»");
        assert_eq!(typed("a --- b ---- c .. d", "en"), "a — b ---- c .. d");
    }

    #[test]
    fn inner_marks_close_as_they_opened_and_apostrophes_are_none() {
        for (language, wanted) in [
            ("en", "‘one’ “a ‘b’”"),
            ("el", "“one” «a “b”»"),
            ("it", "“one” «a “b”»"),
            ("fr", "“one” «a “b”»"),
            ("pl", "»one« „a\u{A0}»b«”"),
            ("ro", "«one» „a «b»”"),
            ("hu", "»one« „a »b«”"),
            ("nl", "‘one’ “a ‘b’”"),
            ("sv", "’one’ ”a ’b’”"),
            ("da", "›one‹ »a ›b‹«"),
            ("bg", "‚one‘ „a ‚b‘“"),
            ("sl", "‚one‘ „a ‚b‘“"),
            ("de", "‚one‘ „a ‚b‘“"),
            ("hr", "‚one’ „a ‚b’”"),
        ] {
            assert_eq!(typed("'one' \"a 'b'\"", language), wanted, "{language}");
        }
        assert_eq!(
            typed("He said:\"yes\";\"no\"/\"maybe\" x=\"y\"", "en"),
            "He said:“yes”;“no”/“maybe” x=“y”"
        );
        assert_eq!(
            typed("'Tis rock 'n' roll, '90s, the towns' plans", "de"),
            "’Tis rock ’n’ roll, ’90s, the towns’ plans"
        );
        assert_eq!(typed("'the towns' plans' are", "bg"), "‚the towns’ plans‘ are");
        assert_eq!(typed("\"they 'work'\".", "en"), "“they ‘work’”.");
        assert_eq!(typed("l'energia, d'\"altro\", dell''8", "it"), "l’energia, d’«altro», dell’’8");
        assert_eq!(
            typed("dell''8. 'Tis rock 'n' roll, the towns' plans", "el"),
            "dell’’8. ’Tis rock ’n’ roll, the towns’ plans"
        );
        assert_eq!(typed("(\"note:\") \"24\" \"...\"", "en"), "(“note:”) “24” “…”");
    }
}
