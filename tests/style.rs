//! What each language is to look like.

use std::fmt::Write;

use bulletin::layouts::Layouts;
use bulletin::value::{Date, Decimal, Euro, Language, Parse, Period, Style, Typography, set_quotes};
use bulletin::words::Words;

/// The official languages, a block each: what is written and how.
const EXPECTED: &str = include_str!("languages.tsv");

/// What a language writes, a line each of the table.
fn written(tag: &str) -> String {
    let language = Language::parse(tag).expect("a language");
    let words = Words::load(&Layouts::defaults(), &language, Typography::Institutions);
    let day = Date::constant;
    let number = |text: &str| words.number(&Decimal::parse(text).expect("a number"));
    let euro = |text: &str| words.euro(Euro::parse(text).expect("an amount"));
    let quarter = |text: &str| words.period(&Period::parse(text).expect("a period"));
    let count = |count: usize| format!("{count} {}", words.count("number-projects", count));
    let three = ["A", "B", "C"].map(String::from);
    let quoted = "\"a 'b' c\"";
    let lines: Vec<(&str, Vec<String>)> = vec![
        (
            "dates",
            vec![
                words.date(day(2026, 9, 5)),
                words.date(day(2024, 2, 29)),
                words.date(day(2025, 5, 31)),
                words.day(day(2026, 1, 8)),
                words.month(day(2026, 9, 5)),
                words.days(day(2024, 5, 23), day(2024, 5, 24)),
                words.days(day(2024, 5, 30), day(2024, 6, 2)),
                words.days(day(2024, 12, 30), day(2025, 1, 2)),
                quarter("2026-Q1"),
                quarter("2026-Q4"),
            ],
        ),
        ("numbers", vec![number("1234567.5"), number("-12.25"), number("1000"), number("999")]),
        ("amounts", vec![euro("95000"), euro("1473926.71")]),
        ("plurals", [0, 1, 2, 5, 21, 100].map(count).to_vec()),
        ("list", vec![words.list(&three), words.list(&three[..2])]),
        ("quotation", vec![set_quotes(quoted, &Style::of(&language, Typography::Institutions))]),
    ];
    let mut out = String::new();
    for (what, values) in lines {
        let values = values.join(" | ").replace('\u{A0}', "_").replace('\u{202F}', "~");
        writeln!(out, "{tag}\t{what}\t{values}").expect("into a string");
    }
    out
}

#[test]
fn dates_numbers_amounts_plurals_lists_and_quotations_are_each_languages_own() {
    let blocks: Vec<&str> = EXPECTED.lines().filter(|line| !line.starts_with('#')).collect();
    let mut tags: Vec<&str> = blocks.iter().filter_map(|line| line.split('\t').next()).collect();
    tags.dedup();
    assert_eq!(tags.len(), 24, "the official languages");
    let wrong: Vec<String> = tags
        .iter()
        .flat_map(|tag| {
            let wanted: Vec<&str> =
                blocks.iter().copied().filter(|line| line.starts_with(&format!("{tag}\t"))).collect();
            let written = written(tag);
            let pairs = wanted.len().max(written.lines().count());
            let line =
                |lines: &[&str], at: usize| lines.get(at).map_or(String::new(), |line| (*line).to_string());
            let written: Vec<&str> = written.lines().collect();
            (0..pairs)
                .filter(|at| line(&wanted, *at) != line(&written, *at))
                .map(|at| format!("wanted  {}\nwritten {}", line(&wanted, at), line(&written, at)))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
