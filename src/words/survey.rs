//! What the message files of a language hold: for whoever completes or verifies them.

use fluent_bundle::{FluentBundle, FluentResource};

use crate::layouts::Layouts;
use crate::value::Language;

/// The official languages of the EU, by their tags.
pub const OFFICIAL: [&str; 24] = [
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt",
    "nl", "pl", "pt", "ro", "sk", "sl", "sv",
];

/// The state of a language's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// How many messages there are in all.
    pub messages: usize,
    /// The messages that stand in English.
    pub missing: Vec<String>,
    /// Who read them with a native eye.
    pub verified_by: Option<String>,
}

/// The path of a language's messages among the layouts.
pub fn path(language: &Language) -> String {
    format!("words/{}.ftl", language.as_str())
}

/// The text to begin a language's own file with: its words as they are, or else the English ones.
pub fn begin(layouts: &Layouts, language: &Language) -> String {
    let own = layouts.text(&path(language));
    if !own.is_empty() {
        return own;
    }
    let english = Layouts::embedded_text("words/en.ftl").unwrap_or_default();
    let messages =
        english.lines().skip_while(|line| line.starts_with('#') || line.starts_with("verified-by"));
    let head = format!(
        "# Interface words: `{}`. Translate what stands right of each `=`; what is deleted stands in English.\n# Once a native reader has read an edition, add a line `verified-by = NAME`.\n",
        language.as_str()
    );
    messages.fold(head, |text, line| text + line + "\n")
}

/// What there is of a language's words, the cluster's own file and ours together.
pub fn survey(layouts: &Layouts, language: &Language) -> Survey {
    let path = path(language);
    let own = layouts.text(&path);
    let mut bundle = FluentBundle::<FluentResource>::default();
    for text in [Layouts::embedded_text(&path).unwrap_or_default(), &own] {
        // A message with an error is left out.
        let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    let verified = own.lines().find_map(|line| line.strip_prefix("verified-by")?.split_once('='));
    Survey {
        messages: all_names().count(),
        missing: all_names().filter(|name| !bundle.has_message(name)).map(str::to_string).collect(),
        verified_by: verified.map(|(_, name)| name.trim().to_string()),
    }
}

/// The messages of our English file, which has them all; whether somebody verified them is none.
fn all_names() -> impl Iterator<Item = &'static str> {
    let english = Layouts::embedded_text("words/en.ftl").unwrap_or_default();
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let names = english.lines().filter(begins).filter_map(|line| Some(line.split_once(" =")?.0));
    names.filter(|name| *name != "verified-by")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    #[test]
    fn no_language_speaks_english() {
        let english = Layouts::embedded_text("words/en.ftl").expect("English");
        let values: Vec<(&str, &str)> = english
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .filter(|(key, _)| !key.starts_with(' '))
            .collect();
        for tag in OFFICIAL.iter().filter(|tag| **tag != "en") {
            let language = Language::parse(tag).expect("a language");
            assert_eq!(survey(&Layouts::defaults(), &language).missing, [""; 0], "{tag}");
            let own = Layouts::embedded_text(&format!("words/{tag}.ftl")).expect("a file");
            for (key, value) in own.lines().filter_map(|line| line.split_once(" = ")) {
                let words = value
                    .split_whitespace()
                    .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
                let same = values.contains(&(key, value));
                // One word may be the same in two languages: `Status`, `Budget`.
                let name = key == "web-feed";
                assert!(
                    !same || name || words.count() < 2 || value.contains("{ $"),
                    "{tag}: {key} = {value}"
                );
            }
        }
    }
}
