//! Interface words of all outputs, from one message file a language; dates, lists and plural forms from CLDR;
//! numbers and money as the EU's institutions write them; what the law prescribes in each language.
//!
//! In come the layouts' `words/` and `legal/` and a language; out go [`Words`]. No other room holds a word
//! that a reader sees.
//!
//! ```
//! use bulletin::layouts::Layouts;
//! use bulletin::value::{Language, Parse, Typography};
//! use bulletin::words::Words;
//!
//! let greek = Language::parse("el").unwrap();
//! let words = Words::load(&Layouts::defaults(), &greek, Typography::Institutions);
//! assert_eq!(words.date(jiff::civil::date(2024, 5, 8)), "8 Μαΐου 2024");
//! ```

mod dates;
mod legal;
mod names;
mod numbers;
mod order;
pub mod survey;

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::{FixedCalendarDateTimeFormatter, input};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Diagnostic, Place};
use crate::layouts::Layouts;
use crate::model::Rate;
use crate::value::{Country, Date, FrenchSpaces, Language, Style, Typography, set_quotes};
use legal::Legal;
use names::{autonyms, names};
pub use order::Order;

/// Formats a day of the calendar that the EU uses.
type Format<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The words of several languages; those of one are read once and shared.
pub type AllWords = BTreeMap<Language, Arc<Words>>;

/// The words of one language.
pub struct Words {
    /// The messages.
    bundle: FluentBundle<FluentResource>,
    /// The names of countries by ISO code.
    countries: BTreeMap<String, String>,
    /// The names of languages by ISO 639 code.
    languages: BTreeMap<String, String>,
    /// What each language calls itself.
    autonyms: BTreeMap<String, String>,
    /// Writes a day; ISO 8601 stands where CLDR knows no way.
    day: Option<Format<YMD>>,
    /// Writes a day without its year.
    day_of_year: Option<Format<MD>>,
    /// Writes a month.
    month: Option<Format<YM>>,
    /// Writes a month, short.
    month_and_year: Option<Format<YM>>,
    /// Writes a month without its year, short.
    short_month: Option<Format<M>>,
    /// Joins several things.
    lists: Option<ListFormatter>,
    /// Chooses the form of a word behind a number.
    plurals: Option<PluralRules>,
    /// How the language is set.
    style: Style,
    /// How it sorts names.
    pub order: Order,
    /// The funding statements.
    legal: Legal,
    /// Where they were read from.
    layouts: Layouts,
    /// The language of the words.
    language: Language,
    /// What is to be said of the language's files.
    pub findings: Vec<Diagnostic>,
}

impl Words {
    /// Loads a language's words; English where there is no file for it, which is a finding, as is
    /// a file that no native reader has verified.
    pub fn load(layouts: &Layouts, language: &Language, typography: Typography) -> Self {
        let own = format!("words/{}.ftl", language.as_str());
        let primary = format!("words/{}.ftl", language.primary());
        let found = [own, primary].into_iter().find(|path| layouts.bytes(path).is_some());
        let missing = found.is_none().then(|| no_words(language));
        let (path, spoken) = match found {
            Some(path) => (path, language.clone()),
            None => ("words/en.ftl".to_string(), Language::english()),
        };
        let identifier: LanguageIdentifier = spoken.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks are invisible characters that mail programs and PDF readers may show.
        bundle.set_use_isolating(false);
        // A message that a language lacks is the embedded one, or else English: never its name.
        let own = layouts.text(&path);
        let mut texts: Vec<String> = vec![own.clone()];
        for fallback in [&path, "words/en.ftl"].into_iter().filter_map(Layouts::embedded_text) {
            if texts.iter().all(|known| known != fallback) {
                texts.insert(0, fallback.to_string());
            }
        }
        for text in texts {
            // A message with an error is left out.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let verified = own.lines().any(|line| line.starts_with("verified-by"));
        let unverified = (!verified).then(|| not_verified(&path, &spoken));
        let locale = locale(&spoken);
        let (legal, legal_finding) = Legal::load(layouts, language);
        // Where all words are missing, that is enough to say.
        let legal_finding = legal_finding.filter(|_| missing.is_none());
        Self {
            bundle,
            countries: names(layouts, "words/countries.tsv", spoken.primary()),
            languages: names(layouts, "words/languages.tsv", spoken.primary()),
            autonyms: autonyms(layouts),
            day: Format::try_new((&locale).into(), YMD::long()).ok(),
            day_of_year: Format::try_new((&locale).into(), MD::long()).ok(),
            month: Format::try_new((&locale).into(), YM::long()).ok(),
            month_and_year: Format::try_new((&locale).into(), YM::medium()).ok(),
            short_month: Format::try_new((&locale).into(), M::medium()).ok(),
            lists: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok(),
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            style: Style::of(&spoken, typography),
            order: Order::of(&spoken),
            legal,
            layouts: layouts.clone(),
            language: spoken,
            findings: missing.or(unverified).into_iter().chain(legal_finding).collect(),
        }
    }

    /// A message without values.
    pub fn get(&self, name: &str) -> String {
        self.with(name, &[])
    }

    /// A message with its values; its name in brackets where there is no such message. Beside each
    /// number there is its plural form: `$count-form` of `$count`.
    pub fn with(&self, name: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (key, value) in values {
            match value {
                FluentValue::Number(number) => {
                    args.set(format!("{key}-form"), self.form(number.value));
                    args.set(*key, self.group(&number.as_string()));
                }
                value => args.set(*key, value.clone()),
            }
        }
        match self.bundle.get_message(name).and_then(|message| message.value()) {
            Some(pattern) => {
                let mut errors = Vec::new();
                let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
                match self.style.french {
                    Some(FrenchSpaces::Hard) => set_quotes(&text, &self.style),
                    _ => text.into_owned(),
                }
            }
            None => format!("{{{name}}}"),
        }
    }

    /// The plural form of a count in CLDR's words.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counts are whole and small
    fn form(&self, count: f64) -> &'static str {
        let category = self.plurals.as_ref().map(|rules| rules.category_for(count.abs() as u64));
        match category.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// A label and what it names, with the language's colon.
    pub fn labelled(&self, label: &str, what: &str) -> String {
        let space = matches!(self.style.french, Some(FrenchSpaces::Hard)).then_some('\u{A0}');
        format!("{label}{}: {what}", space.map(String::from).unwrap_or_default())
    }

    /// A message with one number, in the language's plural form.
    pub fn count(&self, name: &str, count: usize) -> String {
        self.with(name, &[("count", FluentValue::from(count))])
    }

    /// The alternatives that a message lists between `|`, in lower case; none where there is no
    /// such message.
    pub fn alternatives(&self, name: &str) -> Vec<String> {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return vec![];
        };
        let text = self.bundle.format_pattern(pattern, None, &mut Vec::new()).to_lowercase();
        text.split('|').map(|word| word.trim().to_string()).filter(|word| !word.is_empty()).collect()
    }

    /// The language that the words are in.
    pub fn spoken(&self) -> &Language {
        &self.language
    }

    /// The funding statement for a rate in this language, if it may be printed.
    pub fn statement(&self, rate: Rate) -> Option<&str> {
        self.legal.statement(rate)
    }

    /// The disclaimer for a rate and an agency in this language, if it may be printed.
    pub fn disclaimer(&self, rate: Rate, agency: &str) -> Option<String> {
        self.legal.disclaimer(rate, agency)
    }

    /// The finding for prescribed texts that stand in English because they are in doubt in this language.
    pub fn doubt(&self, texts: &[String]) -> Diagnostic {
        Legal::doubt(&self.layouts, &self.language, texts)
    }

    /// Horizon 2020's sentence in this language, if it may be printed.
    pub fn h2020(&self, agreement: &str) -> Option<String> {
        self.legal.h2020(agreement)
    }

    /// A country's name, or its code where there is none.
    pub fn country(&self, country: &Country) -> String {
        self.countries.get(country.iso()).cloned().unwrap_or_else(|| country.eu().to_string())
    }

    /// What a language calls itself, with a capital; its code where that is not known.
    pub fn autonym(&self, language: &Language) -> String {
        let known = self.autonyms.get(language.primary()).map(String::as_str);
        let mut letters = known.unwrap_or(language.as_str()).chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// A language's name, or its code where there is none.
    pub fn language(&self, language: &Language) -> String {
        let known = self.languages.get(language.primary()).cloned();
        known.unwrap_or_else(|| language.as_str().to_uppercase())
    }

    /// The name of the country with an ISO 3166-1 code, or the code.
    pub fn country_of(&self, code: &str) -> String {
        self.countries.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// A name as [`crate::model::Cluster::display`] gives it, with the word for somebody unnamed.
    pub fn named(&self, name: String) -> String {
        if name == crate::model::ANONYMOUS { self.get("a-partner") } else { name }
    }

    /// Several things as one phrase: `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        match &self.lists {
            Some(lists) => lists.format_to_string(items.iter()),
            None => items.join(", "),
        }
    }
}

/// The finding for a language without words of its own.
fn no_words(language: &Language) -> Diagnostic {
    let place = Place::file("bulletin.yaml");
    if let Some(meant) = language.meant() {
        return Diagnostic::error("no-words", format!("`{}` is a country, no language", language.as_str()))
            .at(place)
            .hint(format!("type `{meant}`"));
    }
    Diagnostic::warning(
        "no-words",
        format!("there are no interface words in `{}`: the English ones stand", language.as_str()),
    )
    .at(place)
    .hint(format!("translate layouts/words/en.ftl into layouts/words/{}.ftl", language.as_str()))
}

/// The finding for words that no native reader has verified.
fn not_verified(path: &str, language: &Language) -> Diagnostic {
    Diagnostic::warning(
        "unverified-words",
        format!("no native reader has verified the interface words in `{}`", language.as_str()),
    )
    .at(Place::file(format!("layouts/{path}")))
    .hint(format!("let one read an edition, then write the line `verified-by = NAME` into a file layouts/{path} of your folder; corrected words may stand there, too"))
    .hint("or live with it: `accept: [{rule: unverified-words, reason: \"…\"}]` in bulletin.yaml")
}

/// A language as CLDR knows it; English and Portuguese as Europe writes them.
fn locale(language: &Language) -> Locale {
    let tag = match language.as_str() {
        "en" => "en-GB",
        "pt" => "pt-PT",
        tag => tag,
    };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// A day as CLDR's crates take it.
fn gregorian(date: Date) -> Option<input::Date<Gregorian>> {
    input::Date::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Euro, Parse};

    /// The words of a language.
    fn words(tag: &str) -> Words {
        let language = Language::parse(tag).expect("a language");
        Words::load(&Layouts::defaults(), &language, Typography::Institutions)
    }

    #[test]
    fn days_months_lists_and_amounts_are_written_as_each_language_does() {
        let day = Date::constant(2024, 4, 8);
        let three = ["A".to_string(), "B".to_string(), "C".to_string()];
        let amount = Euro::parse("1473926.71").expect("an amount");
        let shown: Vec<String> = ["en", "el", "bg", "hr", "sl", "it"]
            .iter()
            .map(|tag| {
                let words = words(tag);
                format!(
                    "{tag}: {} | {} | {} | {}",
                    words.date(day),
                    words.month(day),
                    words.list(&three),
                    words.euro(amount).replace('\u{A0}', "_")
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "en: 8 April 2024 | April 2024 | A, B and C | EUR_1_473_926.71",
                "el: 8 Απριλίου 2024 | Απρίλιος 2024 | A, B και C | 1_473_926,71_EUR",
                "bg: 8 април 2024\u{202f}г. | април 2024\u{202f}г. | A, B и C | 1_473_926,71_EUR",
                "hr: 8. travnja 2024. | travanj 2024. | A, B i C | 1_473_926,71_EUR",
                "sl: 8. april 2024 | april 2024 | A, B in C | 1_473_926,71_EUR",
                "it: 8 aprile 2024 | aprile 2024 | A, B e C | 1_473_926,71_EUR",
            ]
        );
    }

    #[test]
    fn a_word_behind_a_number_has_its_plural_form() {
        let forms = |tag: &str, counts: &[usize]| -> Vec<String> {
            let words = words(tag);
            counts.iter().map(|count| words.count("number-projects", *count)).collect()
        };
        assert_eq!(forms("en", &[1, 2]), ["project", "projects"]);
        assert_eq!(
            forms("sl", &[1, 2, 3, 5, 101]),
            ["projekt", "projekta", "projekti", "projektov", "projekt"]
        );
        assert_eq!(forms("hr", &[1, 2, 5, 21]), ["projekt", "projekta", "projekata", "projekt"]);
    }

    #[test]
    fn a_language_without_words_and_one_without_a_verifier_are_named() {
        let rule = |tag: &str| words(tag).findings.first().map(|finding| finding.rule.name);
        assert_eq!([rule("en"), rule("el"), rule("uk")], [None, Some("unverified-words"), Some("no-words")]);
    }
}
