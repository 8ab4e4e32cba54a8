//! Words that ran together when a text was pasted.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::value::Language;

/// A word that looks like two.
#[derive(Debug, PartialEq, Eq)]
pub struct Joined {
    /// As it stands.
    pub word: String,
    /// With a space where it seems to belong.
    pub divided: String,
}

/// Names that change their case within.
const BRANDS: &[&str] = &[
    "LinkedIn",
    "YouTube",
    "GitHub",
    "GitLab",
    "WhatsApp",
    "WordPress",
    "PowerPoint",
    "OpenStreetMap",
    "LibreOffice",
    "OpenOffice",
    "MailChimp",
    "JavaScript",
    "TikTok",
    "SharePoint",
    "OneDrive",
    "DataCite",
];

/// The lines of a list, without its notice.
fn list(text: &'static str) -> BTreeSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Common English words.
static COMMON: LazyLock<BTreeSet<&str>> = LazyLock::new(|| list(include_str!("../english/common.txt")));

/// English words that two common ones make.
static COMPOUNDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| list(include_str!("../english/compounds.txt")));

/// The joined words of a text with their offsets. `names` are written as they are.
pub fn find(text: &str, names: &[String], language: &Language) -> Vec<(usize, Joined)> {
    let mut found = Vec::new();
    let mut at = 0;
    for token in text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '+')) {
        let start = at;
        at += token.len() + text[at + token.len()..].chars().next().map_or(0, char::len_utf8);
        let known = names.iter().any(|name| name == token) || BRANDS.contains(&token);
        if known || token.chars().count() < 6 {
            continue;
        }
        if let Some(divided) = divided(token, names, language) {
            found.push((start, Joined { word: token.to_string(), divided }));
        }
    }
    found
}

/// Where a word falls into two, with a space there.
fn divided(token: &str, names: &[String], language: &Language) -> Option<String> {
    let cut = behind_name(token, names).or_else(|| by_case(token)).or_else(|| english(token, language))?;
    Some(format!("{} {}", &token[..cut], &token[cut..]))
}

/// A project's name with a word behind it: `RECETRURAL`.
fn behind_name(token: &str, names: &[String]) -> Option<usize> {
    let long = names.iter().filter(|name| name.chars().filter(|c| c.is_uppercase()).count() >= 4);
    let name = long.filter(|name| token.starts_with(name.as_str())).max_by_key(|name| name.len())?;
    let rest = &token[name.len()..];
    (rest.starts_with(char::is_alphabetic) && rest.chars().count() >= 3).then_some(name.len())
}

/// Words that begin a sentence and no part of a name.
const OPENERS: &[&str] = &[
    "The", "This", "That", "These", "Those", "There", "They", "And", "But", "For", "From", "With", "Our",
    "Its", "Their", "What", "When", "Where", "Which", "How", "After", "Before", "During", "While", "Through",
    "Each",
];

/// A change of case within a word: `PLANIntegrated`, `projectThe`. A name such as `SolarPower` is
/// none; nor is an acronym with an ending, as in `DOORovci`.
fn by_case(token: &str) -> Option<usize> {
    let chars: Vec<(usize, char)> = token.char_indices().collect();
    let run = |from: usize, is: fn(char) -> bool| chars[from..].iter().take_while(|(_, c)| is(*c)).count();
    let mut at = 0;
    while at < chars.len() {
        let upper = run(at, char::is_uppercase);
        let lower = run(at + upper, char::is_lowercase);
        let next = at + upper + lower;
        // Three capitals or more before a long word or one that everybody knows, such as `LIFEProgramme`:
        // with others they are names, as `SQLCipher` is.
        if upper >= 4 && lower >= 5 && next == chars.len() {
            let (cut, _) = chars[at + upper - 1];
            if lower >= 7 || COMMON.contains(&*token[cut..].to_lowercase()) {
                return Some(cut);
            }
        }
        let next_upper = if next < chars.len() { run(next, char::is_uppercase) } else { 0 };
        if lower >= 3 && next_upper == 1 && run(next + 1, char::is_lowercase) >= 2 {
            let (cut, _) = chars[next];
            // `projectThe` is two words, `openEnergy` may be a name.
            if OPENERS.contains(&&token[cut..]) {
                return Some(cut);
            }
        }
        at = next.max(at + 1);
    }
    None
}

/// Ends of words that are words of their own, too: `searchability`.
const ENDINGS: &[&str] = &[
    "ability", "able", "ness", "ment", "ship", "less", "like", "wide", "wise", "ward", "wards", "ally",
    "ties", "ties", "lies", "location", "holder", "holders", "keeping", "making", "building",
];

/// Two common English words, the first a long one, which compounds seldom begin with: `developtest`.
fn english(token: &str, language: &Language) -> Option<usize> {
    let plain = token.len() >= 9 && token.chars().all(|c| c.is_ascii_lowercase());
    if !plain || language.primary() != "en" || COMPOUNDS.contains(token) || COMMON.contains(token) {
        return None;
    }
    (7..=token.len().saturating_sub(4)).find(|cut| {
        let (first, second) = token.split_at(*cut);
        COMMON.contains(first) && COMMON.contains(second) && !ENDINGS.contains(&second)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_words_are_found_and_ordinary_ones_are_not() {
        let names: Vec<String> = ["RECET", "IN-PLAN", "NECPlatform", "GoGREEN", "RENOVERTY"]
            .iter()
            .map(|n| (*n).to_string())
            .collect();
        let found = |text: &str| -> Vec<String> {
            let english = Language::english();
            find(text, &names, &english).into_iter().map(|(_, joined)| joined.divided).collect()
        };
        assert_eq!(
            found("IN-PLANIntegrated developtest RECETRURAL GoGREENEmpowering projectThe"),
            ["IN-PLAN Integrated", "develop test", "RECET RURAL", "GoGREEN Empowering", "project The"]
        );
        let ordinary = "SolarPower NextGenerationEU ManagEnergy ClientEarth DOORovci ZRMKjev NECPlatform SMEs NGOs LinkedIn CO2 stakeholders framework workshops IN-PLAN eGovernment RECET's McDonald PhDs interdepartmental roadmaps";
        assert_eq!(found(ordinary), Vec::<String>::new());
    }
}
