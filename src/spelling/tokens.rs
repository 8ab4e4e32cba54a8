//! The words of a text that a dictionary may be asked for.

/// A word with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// As it is written.
    pub word: &'a str,
    /// Whether a capital within a sentence says that it is a name.
    pub is_name: bool,
}

/// The words of a text: runs of letters, with apostrophes and hyphens between them. Left out are those with
/// digits, with capitals behind the first letter (acronyms), and single letters.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '\u{2011}') || is_mark(c);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(inside) {
        let end = rest[start..].find(|c| !inside(c)).map_or(rest.len(), |end| start + end);
        let at = text.len() - rest.len() + start;
        let run = &rest[start..end];
        let word = run.trim_matches(|c| !char::is_alphanumeric(c));
        let at = at + run.find(word).unwrap_or(0);
        rest = &rest[end..];
        let plain = !word.chars().skip(1).any(char::is_uppercase) && !word.chars().any(char::is_numeric);
        let note = text[..at].ends_with("[^");
        if plain && !note && word.chars().filter(|c| c.is_alphabetic()).count() > 1 {
            let is_name = word.starts_with(char::is_uppercase) && is_within_sentence(&text[..at]);
            found.push(Token { at, word, is_name });
        }
    }
    found
}

/// The parts of a word between its hyphens and apostrophes.
pub fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['\'', '’', '-', '\u{2011}']).filter(|part| !part.is_empty())
}

/// Marks that stand above or below a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether what stands before a word leaves its sentence open: a word or a comma before it, on its line.
fn is_within_sentence(before: &str) -> bool {
    let line = before.rsplit("\n\n").next().unwrap_or(before);
    let line = line.trim_end_matches([
        ' ', '\u{A0}', '\u{202F}', '\n', '(', '"', '“', '„', '«', '\'', '‘', '*', '_', '[',
    ]);
    line.ends_with(|c: char| {
        c.is_alphanumeric() || matches!(c, ',' | ';' | '’' | '\'' | ')' | '”' | '»' | '&' | '/' | '–')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_a_dictionary_may_know() {
        let text = "# The plans of RECET\n\nIt's a co-funded 3rd NECPlatform call, in Zagreb. Every mayor’s *Own* [^note] x.";
        let found: Vec<_> = tokens(text).into_iter().map(|token| (token.word, token.is_name)).collect();
        assert_eq!(
            found,
            [
                ("The", false),
                ("plans", false),
                ("of", false),
                ("It's", false),
                ("co-funded", false),
                ("call", false),
                ("in", false),
                ("Zagreb", true),
                ("Every", false),
                ("mayor’s", false),
                ("Own", true),
            ]
        );
        assert!(tokens(text).iter().all(|token| text[token.at..].starts_with(token.word)));
    }
}
