//! Which language a text is in, by its letters and its small words.

use crate::value::{Language, Parse};

/// Small words that tell languages apart.
const WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "in", "for", "with", "is", "are", "that", "was", "have"]),
    (
        "de",
        &[
            "der", "die", "und", "das", "den", "mit", "für", "ist", "von", "nicht", "ein", "eine", "im",
            "auf", "wurde",
        ],
    ),
    (
        "fr",
        &["le", "la", "les", "des", "et", "est", "une", "dans", "pour", "du", "qui", "sur", "avec", "ont"],
    ),
    (
        "it",
        &["il", "di", "che", "è", "della", "per", "una", "gli", "nel", "con", "sono", "del", "alla", "dei"],
    ),
    ("es", &["el", "los", "las", "del", "y", "en", "una", "para", "por", "con", "que", "se", "está"]),
    (
        "hr",
        &[
            "je", "su", "na", "za", "od", "se", "koji", "koja", "ili", "kao", "te", "sa", "nisu", "bit",
            "će", "i", "u", "iz", "što", "kojem", "ovog", "nije",
        ],
    ),
    (
        "sl",
        &[
            "je", "so", "na", "za", "se", "ki", "tudi", "ali", "kot", "pri", "bo", "ter", "iz", "in", "v",
            "da", "so", "pa",
        ],
    ),
    ("pl", &["w", "na", "z", "się", "jest", "dla", "oraz", "że", "do", "i", "przez", "są"]),
    ("pt", &["o", "os", "as", "do", "da", "em", "uma", "para", "com", "não", "dos", "foi", "são"]),
    ("ro", &["și", "de", "în", "la", "cu", "pentru", "este", "din", "care", "sunt", "pe"]),
    ("nl", &["de", "het", "een", "van", "en", "voor", "met", "op", "zijn", "niet", "wordt", "dat"]),
];

/// The language of some words, if it is plain to see.
pub(super) fn of(words: &str) -> Option<Language> {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let of_script = |from: char, to: char| words.chars().filter(|c| (from..=to).contains(c)).count();
    if letters < 20 {
        return None;
    }
    let tag = if of_script('\u{370}', '\u{3FF}') + of_script('\u{1F00}', '\u{1FFF}') > letters / 2 {
        "el"
    } else if of_script('\u{400}', '\u{4FF}') > letters / 2 {
        "bg"
    } else {
        let lower = words.to_lowercase();
        let all: Vec<&str> =
            lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let count = |known: &[&str]| all.iter().filter(|word| known.contains(word)).count();
        let mut counts: Vec<(usize, &str)> = WORDS.iter().map(|(tag, known)| (count(known), *tag)).collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        // The first is to be well ahead, and many of the words are to be small ones.
        match counts[..] {
            [(first, tag), (second, _), ..] if first * 10 >= all.len() && first * 4 > second * 5 => tag,
            _ => return None,
        }
    };
    Language::parse(tag).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn languages_are_told_by_their_small_words() {
        for (tag, words) in [
            ("en", "Forty of the villages now have a plan for heat and light."),
            ("de", "Vierzig Gemeinden haben nun einen Plan für die Wärme und das Licht."),
            ("el", "Σαράντα χωριά έχουν πλέον σχέδιο για την ενέργεια."),
            ("bg", "Четиридесет села вече имат план за енергията."),
            ("it", "Quaranta comuni hanno un piano per il calore e per la luce della strada."),
        ] {
            assert_eq!(super::of(words).map(|language| language.as_str().to_string()).as_deref(), Some(tag));
        }
        assert!(super::of("RECET 2024").is_none());
    }
}
