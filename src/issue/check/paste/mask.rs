//! A text with everything blanked that is no prose: code, addresses, tags.

use std::sync::LazyLock;

use regex::Regex;

/// Code, addresses of links and pictures, bare addresses, tags and ids.
static NO_PROSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?ms)^```.*?^```|^~~~.*?^~~~|<!--.*?-->",
        r"|`[^`\n]+`",
        r"|\]\([^)\n]*\)",
        r"|^\[[^\]\n]+\]:[^\n]*",
        r"|<[^>\n]+>",
        r"|(?:https?://|www\.)[^\s)]+",
        r"|[^\s@]+@[^\s@]+",
        r"|\{#[^}\n]*\}"
    ))
    .ok()
});

/// Makes the pattern.
pub(super) fn prepare() {
    LazyLock::force(&NO_PROSE);
}

/// The text with as many spaces in place of what is no prose.
pub fn masked(text: &str) -> String {
    let Some(pattern) = &*NO_PROSE else { return text.to_string() };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for found in pattern.find_iter(text) {
        out.push_str(&text[at..found.start()]);
        out.extend(std::iter::repeat_n(' ', found.len()));
        at = found.end();
    }
    out.push_str(&text[at..]);
    out
}
