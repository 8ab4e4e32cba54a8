//! What each language is to look like.

use std::fmt::Write;

use bulletin::layouts::Layouts;
use bulletin::value::{Date, Decimal, Euro, Language, Parse, Period, Style, Typography, set_quotes};
use bulletin::words::Words;

use crate::desk::{Desk, copy, project};
use crate::example::attached;

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

/// A month with a text, in one language.
fn month(language: &str, more: &str, text: &str) -> Desk {
    let desk = Desk::empty();
    copy(&project().join("tests/base"), desk.root());
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("languages: [{language}]\n{more}{config}"));
    desk.write("sources/updates/2024-04/recet-energy-plans.md", text);
    desk
}

#[test]
fn french_is_set_as_the_institutions_write_it_or_as_france_does() {
    let text = "# Un « plan » : oui !\n\nQue faire ? Rien : 20 % suffisent ; \"c'est tout\".\n";
    let institutions = month("fr", "", text);
    institutions.run(&["build", "2024-04", "-q"]).exits(0);
    let mail = institutions.read("output/2024-04/newsletter.fr.txt");
    assert!(mail.contains("Que faire? Rien: 20\u{A0}% suffisent; «c’est tout»."), "{mail}");
    let national = month("fr", "typography: national\n", text);
    national.run(&["build", "2024-04", "-q"]).exits(0);
    let wanted = "Que faire\u{202F}? Rien\u{A0}: 20\u{A0}% suffisent\u{202F}; «\u{202F}c’est tout\u{202F}».";
    let mail = national.read("output/2024-04/newsletter.fr.txt");
    assert!(mail.contains(wanted), "{mail}");
    assert!(national.read("output/2024-04/newsletter.fr.html").contains(wanted));
    // The interface's words follow.
    let words = |desk: &Desk| attached(desk, "output/2024-04/report.fr.pdf");
    assert!(
        words(&institutions).contains("Rien: ce rapport")
            && words(&national).contains("Rien\u{A0}: ce rapport")
    );
    assert!(words(&institutions).contains("Un «plan»: oui!"));
    assert!(words(&national).contains("Un «\u{202F}plan\u{202F}»\u{A0}: oui\u{202F}!"));
    let wrong = month("fr", "typography: nationale\n", text);
    wrong.run(&["check"]).exits(1).says("did you mean `national`?");
}

#[test]
fn projects_stand_in_the_order_of_the_editions_language() {
    let order = |language: &str| {
        let desk = month(language, "", "# A plan\n\nThere is one.\n");
        for acronym in ["ZEBRA", "ÖKO", "ÅSA"] {
            let id = acronym.replace(['Ö', 'Å'], "x").to_lowercase();
            let text = format!("acronym: {acronym}\ntitle: T\nprogramme: LIFE\nsummary: S.\n");
            desk.write(&format!("sources/projects/{id}.yaml"), text);
        }
        desk.run(&["build", "2024-04", "-q"]).exits(0);
        let issue = desk.read("output/2024-04/issue.json");
        let issue: serde_json::Value = serde_json::from_str(&issue).expect("JSON");
        let projects = issue["projects"].as_array().expect("projects").iter();
        projects.map(|one| one["acronym"].as_str().expect("an acronym").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order("de"), ["ÅSA", "ÖKO", "RECET", "ZEBRA"]);
    assert_eq!(order("sv"), ["RECET", "ZEBRA", "ÅSA", "ÖKO"]);
}
