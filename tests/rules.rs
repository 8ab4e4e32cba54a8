//! Rules that one word breaks, each at its place; Greek stands before the fault on its line.

use bulletin::layouts::Layouts;

use crate::desk::Desk;

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
    let folder = crate::desk::project().join("layouts");
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
