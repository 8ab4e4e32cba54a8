//! Names of countries and languages, from tables of the layouts.

use std::collections::BTreeMap;

use crate::layouts::Layouts;

/// The names of a table in a language; in English where it has no such column.
pub fn names(layouts: &Layouts, path: &str, language: &str) -> BTreeMap<String, String> {
    let text = layouts.text(path);
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

/// What each language of the table calls itself: its own row and column.
pub fn autonyms(layouts: &Layouts) -> BTreeMap<String, String> {
    let text = layouts.text("words/languages.tsv");
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let code = *cells.first()?;
        let at = columns.iter().position(|name| *name == code)?;
        Some((code.to_string(), (*cells.get(at)?).to_string()))
    };
    lines.filter_map(row).collect()
}
