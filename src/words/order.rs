//! The order of names in a language (Unicode Technical Standard 10 with CLDR's rules).

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;

use super::locale;
use crate::value::Language;

/// Sorts names as readers of a language look for them.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a language.
    pub fn of(language: &Language) -> Self {
        let locale = locale(language);
        Self(CollatorBorrowed::try_new((&locale).into(), CollatorOptions::default()).ok())
    }

    /// Which of two names comes first; what the language does not tell apart, the letters do.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let by_language = self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
        by_language.then_with(|| a.cmp(b))
    }

    /// Which of two terms comes first: acronyms before words, whatever letters these are in.
    pub fn compare_terms(&self, a: &str, b: &str) -> Ordering {
        is_acronym(b).cmp(&is_acronym(a)).then_with(|| self.compare(a, b))
    }
}

/// Whether a term begins with a word in capitals: `SECAP`, `H2020 projects`.
fn is_acronym(term: &str) -> bool {
    let word = term.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
        || word.chars().any(|c| c.is_ascii_digit()) && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    /// Names in a language's order.
    fn sorted(tag: &str, names: &[&'static str]) -> Vec<&'static str> {
        let order = Order::of(&Language::parse(tag).expect("a language"));
        let mut names = names.to_vec();
        names.sort_by(|a, b| order.compare(a, b));
        names
    }

    #[test]
    fn each_language_has_its_order() {
        let swedish = ["Zon", "Åkermark", "Ängsö", "Örebro"];
        assert_eq!(sorted("sv", &["Örebro", "Zon", "Ängsö", "Åkermark"]), swedish);
        assert_eq!(sorted("de", &["Zone", "Ökologie", "Oase"]), ["Oase", "Ökologie", "Zone"]);
        // Dž, Lj and Nj are letters of their own in Croatian, ch is one in Czech and Slovak.
        assert_eq!(
            sorted("hr", &["Njemačka", "Nizozemska", "Norveška"]),
            ["Nizozemska", "Norveška", "Njemačka"]
        );
        assert_eq!(
            sorted("cs", &["Chorvatsko", "Itálie", "Česko", "Cílová"]),
            ["Cílová", "Česko", "Chorvatsko", "Itálie"]
        );
        assert_eq!(sorted("et", &["Zagreb", "Tartu", "Õismäe"]), ["Zagreb", "Tartu", "Õismäe"]);
        assert_eq!(
            sorted("en", &["NECPlatform", "AT-LAST", "necp", "LOCAL GoGREEN"]),
            ["AT-LAST", "LOCAL GoGREEN", "necp", "NECPlatform"]
        );
    }

    #[test]
    fn acronyms_come_before_words() {
        let order = Order::of(&Language::parse("el").expect("a language"));
        let mut terms = ["ενέργεια", "SECAP", "H2020", "buildings", "ΕΣΕΚ"];
        terms.sort_by(|a, b| order.compare_terms(a, b));
        assert_eq!(terms, ["ΕΣΕΚ", "H2020", "SECAP", "ενέργεια", "buildings"]);
    }
}
