//! Interface words of both outputs, from one message file a language.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::layouts::Layouts;
use crate::model::{Country, Date, Language};

/// The words of one language.
pub struct Words {
    /// The messages.
    bundle: FluentBundle<FluentResource>,
    /// The names of countries by ISO code.
    countries: BTreeMap<String, String>,
}

impl Words {
    /// Loads a language's words; English where there is no file for it.
    pub fn load(layouts: &Layouts, language: &Language) -> Self {
        let path = format!("words/{}.ftl", language.as_str());
        let (path, tag) = match layouts.bytes(&path) {
            Some(_) => (path, language.as_str()),
            None => ("words/en.ftl".to_string(), "en"),
        };
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks are invisible characters that mail programs and PDF readers may show.
        bundle.set_use_isolating(false);
        // A message with an error is left out and shows as its name, which the tests look for.
        let resource = FluentResource::try_new(layouts.text(&path)).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle, countries: countries(layouts, tag) }
    }

    /// A message without values.
    pub fn get(&self, name: &str) -> String {
        self.with(name, &[])
    }

    /// A message with its values; its name in brackets where there is no such message.
    pub fn with(&self, name: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (key, value) in values {
            args.set(*key, value.clone());
        }
        match self.bundle.get_message(name).and_then(|message| message.value()) {
            Some(pattern) => {
                let mut errors = Vec::new();
                self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
            }
            None => format!("{{{name}}}"),
        }
    }

    /// A message with one number, in the language's plural form.
    pub fn count(&self, name: &str, count: usize) -> String {
        self.with(name, &[("count", FluentValue::from(count))])
    }

    /// A day, such as `8 April 2024`.
    pub fn date(&self, date: Date) -> String {
        let month = self.get(&format!("month-{}", date.month()));
        self.with(
            "date",
            &[
                ("day", FluentValue::from(date.day().to_string())),
                ("month", FluentValue::from(month)),
                ("year", FluentValue::from(date.year().to_string())),
            ],
        )
    }

    /// A month, such as `April 2024`.
    pub fn month(&self, date: Date) -> String {
        let month = self.get(&format!("month-alone-{}", date.month()));
        self.with(
            "month-year",
            &[("month", FluentValue::from(month)), ("year", FluentValue::from(date.year().to_string()))],
        )
    }

    /// A country's name, or its code where there is none.
    pub fn country(&self, country: &Country) -> String {
        self.countries.get(country.iso()).cloned().unwrap_or_else(|| country.eu().to_string())
    }

    /// Several things as one phrase: `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        match items.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, rest)) => self.with(
                "list",
                &[("rest", FluentValue::from(rest.join(", "))), ("last", FluentValue::from(last.as_str()))],
            ),
        }
    }
}

/// The names of countries in a language, from the table; in English where it has no such column.
fn countries(layouts: &Layouts, language: &str) -> BTreeMap<String, String> {
    let text = layouts.text("words/countries.tsv");
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |tag: &str| columns.iter().position(|name| *name == tag);
    let at = column(language).or_else(|| column("en")).unwrap_or(1);
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        Some(((*cells.first()?).to_string(), (*cells.get(at)?).to_string()))
    };
    lines.filter_map(row).collect()
}
