//! Rules that one word breaks, each at its place; Greek stands before the fault on its line.

use bulletin::layouts::Layouts;

use crate::desk::{Desk, project};

/// An update of the issue.
const UPDATE: &str = "sources/updates/2024-04/recet-x.md";

#[test]
fn every_word_that_is_asked_for_exists() {
    let desk = Desk::base();
    desk.write("sources/events.yaml", "- {title: A, starts: 2024-05-02, mode: online}\n- {title: B, starts: 2024-04-02, status: held, place: Rome}\n");
    desk.write(
        "sources/indicators.yaml",
        "- {id: a, label: A, unit: n, target: 9, values: [{period: 2024-04, value: 1}]}\n",
    );
    desk.run(&["build", "-q"]).exits(0);
    for output in [
        desk.read("output/2024-04/newsletter.en.txt"),
        crate::example::attached(&desk, "output/2024-04/report.en.pdf"),
    ] {
        for (at, _) in output.match_indices('{') {
            let name: String =
                output[at + 1..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            let known = ["page", "pages"].contains(&name.as_str());
            assert!(name.is_empty() || known, "there is no word {name:?}");
        }
    }
}

#[test]
fn every_layout_file_is_embedded() {
    let layouts = Layouts::defaults();
    let folder = project().join("layouts");
    for path in
        crate::desk::files(&folder).keys().filter(|path| !path.ends_with(".txt") && !path.ends_with(".md"))
    {
        assert!(layouts.bytes(path).is_some(), "{path} is not embedded");
    }
}

#[test]
fn what_a_hint_says_of_a_passage_that_is_meant_can_be_done() {
    let desk = Desk::base();
    desk.write("sources/events.yaml", "- title: Capacity- Building day\n  starts: 2024-05-02\n");
    desk.run(&["check"]).exits(0).says("`accepted: [\"Capacity- Building\"]`, as a field of this item");
    desk.write(
        "sources/events.yaml",
        "- title: Capacity- Building day\n  starts: 2024-05-02\n  accepted: [\"Capacity- Building\"]\n",
    );
    let outcome = desk.run(&["check"]).exits(0);
    assert!(!outcome.err.contains("Capacity"), "{}", outcome.err);
}

#[test]
fn a_character_without_a_font_matters_where_it_prints() {
    let desk = Desk::base();
    desk.write(UPDATE, "---\ntranslation: {by: 漢字}\n---\n# T\n\nText. <!-- 漢 -->\n");
    desk.run(&["build", "-q"]).exits(0);
    desk.write("sources/organisations.yaml", "- {id: org, name: \"漢 Org\"}\n");
    desk.run(&["build", "-q"]).exits(1).says("no font of the report has `漢` (U+6F22)");
}

#[test]
fn every_rule_says_why_it_is_there_and_what_to_do() {
    let src = project().join("src");
    let mut used = std::collections::BTreeSet::new();
    for entry in walkdir::WalkDir::new(&src).into_iter().flatten() {
        if entry.path().extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("readable");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for made in [
            "Diagnostic::error(",
            "Diagnostic::fatal(",
            "Diagnostic::warning(",
            "Diagnostic::note(",
            "Rule { name: ",
        ] {
            for rest in lines.split(made).skip(1) {
                let name = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
                used.extend(name.map(str::to_string));
            }
        }
    }
    let known: Vec<String> = bulletin::diagnostic::rules().map(|rule| rule.name.to_string()).collect();
    let mut sorted = known.clone();
    sorted.sort();
    assert_eq!(known, sorted, "the table is in the alphabet's order");
    let missing: Vec<_> = used.iter().filter(|name| !known.contains(name)).collect();
    let idle: Vec<_> = known.iter().filter(|name| !used.contains(*name)).collect();
    assert!(missing.is_empty() && idle.is_empty(), "not in rules.tsv: {missing:?}; not in use: {idle:?}");
}
