//! Who is to do something, and the id that an action is carried over by.

use super::vocabulary::Vocabulary;

/// What stands before and behind the first colon that ends a word: not that of an address or of an hour.
pub(super) fn before_colon(text: &str) -> Option<(&str, &str)> {
    let at = text
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| text[at + 1..].chars().next().is_none_or(char::is_whitespace))?;
    Some((&text[..at], &text[at + 1..]))
}

/// The names in `A, B and C`.
pub fn split_owners(names: &str) -> Vec<String> {
    let joined = Vocabulary::get()
        .and()
        .iter()
        .fold(names.to_string(), |names, and| names.replace(and.as_str(), ", "));
    // `@RECET`, as chats and task lists name people.
    let bare = |name: &str| name.trim().trim_start_matches('@').to_string();
    joined.split(',').map(bare).filter(|name| !name.is_empty()).collect()
}

/// Whether some text before a colon is meant as names: a few words each, all with a capital or without
/// any letter that could have one, as `Anna Rossi` and `AE`, and not `Two things`.
pub(super) fn named(names: &str) -> bool {
    let names = split_owners(names);
    let name = |name: &String| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |word: &&str| {
            let first = word.chars().find(|c| c.is_alphabetic());
            first.is_none_or(|c| c.is_uppercase())
                || ["de", "van", "von", "di", "da", "del", "der"].contains(word)
        };
        // One word may be an id.
        words.len() == 1 || words.len() <= 3 && words.iter().all(capital)
    };
    !names.is_empty() && names.iter().all(name)
}

/// Takes `{#id}` off the end.
pub(super) fn take_id(text: &str) -> (String, Option<String>) {
    match text.strip_suffix('}').and_then(|text| text.rsplit_once("{#")) {
        Some((rest, id)) => (rest.trim().to_string(), Some(id.trim().to_string())),
        None => (text.trim().to_string(), None),
    }
}
