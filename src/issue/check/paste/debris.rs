//! What a wrong decoding and a word processor leave in a text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::Diagnostic;

/// What the bytes 80 to 9F are in Windows-1252; a blank where there is nothing.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// `<o:p></o:p>` and its like.
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"</?(?:[ovwm]|st1):[A-Za-z]+[^<>]*>|\bmso-[a-z-]+:|\[if !?supportLists\]|\bMsoNormal\b").ok()
});

/// `=C3=A9`: a mail's own encoding.
static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:=[0-9A-F]{2}){2,}").ok());

/// A sign of a list that is typed, at the start of a line.
static BULLET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?m)^[ \t]*(?:[•●▪■◦○‣⁃·∙➢➤✓►»][ \t\u{A0}]*|[–—][ \t\u{A0}]+|[0-9]{1,2}\.\)[ \t]*|[oO][\t]+)\S",
    )
    .ok()
});

/// Makes the patterns.
pub(super) fn prepare() {
    for pattern in [&WORD, &QUOTED, &BULLET] {
        LazyLock::force(pattern);
    }
}

/// Debris in a text, each with its bytes.
pub(super) fn find(text: &str, masked: &str) -> Vec<(Range<usize>, Diagnostic)> {
    let mut found = Vec::new();
    for (range, meant) in mojibake(text) {
        let shown = &text[range.clone()];
        found.push((
            range,
            Diagnostic::warning("mojibake", format!("`{shown}` looks like a wrongly decoded `{meant}`"))
                .hint(format!(
                    "type `{meant}`, or open the file it came from as UTF-8 and copy it once more"
                )),
        ));
    }
    for debris in WORD.iter().flat_map(|pattern| pattern.find_iter(text)) {
        found.push((
            debris.range(),
            Diagnostic::warning(
                "word-debris",
                format!("`{}` was left behind by a word processor", debris.as_str()),
            )
            .hint("delete it; paste without formatting (Ctrl+Shift+V)"),
        ));
    }
    for quoted in QUOTED.iter().flat_map(|pattern| pattern.find_iter(masked)) {
        let bytes: Vec<u8> =
            quoted.as_str().split('=').filter_map(|byte| u8::from_str_radix(byte, 16).ok()).collect();
        if let Ok(meant) = String::from_utf8(bytes)
            && !meant.is_ascii()
        {
            found.push((
                quoted.range(),
                Diagnostic::warning(
                    "mojibake",
                    format!("`{}` is a mail's own writing of `{meant}`", quoted.as_str()),
                )
                .hint(format!("type `{meant}`")),
            ));
        }
    }
    let bullets: Vec<_> = BULLET.iter().flat_map(|pattern| pattern.find_iter(text)).collect();
    let sure = |one: &regex::Match<'_>| one.as_str().trim_start().starts_with(['•', '●', '▪', '■', '◦', '‣']);
    if bullets.len() > 1 || bullets.iter().any(sure) {
        let first = &bullets[0];
        let start = first.start() + (first.as_str().len() - first.as_str().trim_start().len());
        found.push((
            start..first.end(),
            Diagnostic::warning(
                "pasted-bullet",
                match bullets.len() {
                    1 => "this sign makes no list: the line would run on".to_string(),
                    more => format!("{more} lines begin with signs that make no list, the first one here: they would run together"),
                },
            )
            .hint("begin each line with `- `, or `1. ` where the items are numbered"),
        ));
    }
    found
}

/// Runs of characters that are UTF-8 read as Windows-1252, with what was meant.
fn mojibake(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let byte = |c: char| -> Option<u8> {
        match u32::from(c) {
            code @ 0xA0..=0xFF => u8::try_from(code).ok(),
            // Where Windows has nothing, the byte came through as it was.
            code @ (0x81 | 0x8D | 0x8F | 0x90 | 0x9D) => u8::try_from(code).ok(),
            _ => {
                let at = WINDOWS_1252.chars().position(|known| known == c && c != ' ')?;
                u8::try_from(0x80 + at).ok()
            }
        }
    };
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        let Some(first) = byte(chars[at].1) else {
            at += 1;
            continue;
        };
        let length = match first {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => 0,
        };
        let bytes: Vec<u8> = chars[at..].iter().take(length).map_while(|(_, c)| byte(*c)).collect();
        match String::from_utf8(bytes) {
            Ok(meant) if length > 0 && meant.chars().all(is_usual) && meant.chars().count() == 1 => {
                let end = chars.get(at + length).map_or(text.len(), |(end, _)| *end);
                found.push((chars[at].0..end, meant));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a character is one that texts hold: no letter of an old script, which two right letters side
/// by side would make.
fn is_usual(c: char) -> bool {
    !matches!(c, '\u{460}'..='\u{48F}' | '\u{4C0}'..='\u{52F}' | '\u{250}'..='\u{2AF}' | '\u{600}'..='\u{1DFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrongly_decoded_letters_are_named_and_right_ones_are_not() {
        let meant = |text: &str| mojibake(text).into_iter().map(|(_, meant)| meant).collect::<Vec<_>>();
        assert_eq!(meant("CafÃ© in Å½umberk: donâ€™t"), ["é", "Ž", "’"]);
        assert_eq!(meant("â€œyesâ€\u{9d} 20 Â°C"), ["“", "”", "°"]);
        for text in ["Café à Žumberk", "Ελλάδα", "naïve – façade", "São Paulo ÀÉ «Ñ» ÄÖÜß", "10 °C ± 2 µm"]
        {
            assert_eq!(meant(text), Vec::<String>::new(), "{text}");
        }
    }
}
