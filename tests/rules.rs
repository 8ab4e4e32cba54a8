//! Rules that one word breaks, each at its place; Greek stands before the fault on its line.

use bulletin::layouts::Layouts;

use crate::desk::Desk;

/// Checks a cluster with one file put over it, and looks for a finding.
#[track_caller]
fn found(path: &str, text: &str, finding: &str) {
    let desk = Desk::base();
    desk.write(path, text);
    let outcome = desk.run(&["check", "--diagnostics", "short"]);
    assert!(outcome.err.contains(finding), "no {finding:?} in:\n{}", outcome.err);
}

/// An update of the issue.
const UPDATE: &str = "sources/updates/2024-04/recet-x.md";

/// A project's file with one more line.
fn project(line: &str) -> String {
    format!("acronym: RECET\ntitle: T\nprogramme: LIFE\nsummary: S.\n{line}\n")
}

#[test]
fn columns_count_characters_behind_greek_text() {
    found(UPDATE, "# Νέα\n\nΑθήνα TODO.\n", "recet-x.md:3:7: error: unfinished text `TODO`");
    found(
        UPDATE,
        "---\nprojects: [recet, αβγ]\n---\n# Νέα\n\nΚείμενο.\n",
        "recet-x.md:2:19: error: unknown project `αβγ`",
    );
    found(
        UPDATE,
        "# Νέα\n\nΕδώ [μια σελίδα](javascript:alert(1)).\n",
        "recet-x.md:3:5: error: links may not start with `javascript:`",
    );
    found(UPDATE, "# Νέα\n\nΑθήνα 漢.\n", "recet-x.md:3:");
    found(
        "sources/projects/recet.yaml",
        "\u{FEFF}acronym: RECET\r\ntitle: Τίτλος\r\nprogramme: LIFE\r\nsummary: S.\r\nend: 1.1.2024\r\n",
        "recet.yaml:5:6: error: end: `1.1.2024` is no date",
    );
}

#[test]
fn what_must_not_be_is_found_where_it_stands() {
    let update = |line: &str| format!("# News\n\n{line}\n");
    found(UPDATE, &update("Ask [name] for it."), ":3:5: error: unfinished text `[name]`");
    found(UPDATE, &update("Lorem ipsum dolor."), ":3:1: error: unfinished text `Lorem ipsum`");
    found(UPDATE, &update("It is on ???."), ":3:10: error: unfinished text `???`");
    found(UPDATE, &update("See [the page](plans/page)."), ":3:5: error: `plans/page` is no full address");
    found(
        UPDATE,
        &update("Write to [us](mailto:news)."),
        ":3:10: error: `mailto:news` names nobody to write to",
    );
    found(UPDATE, &update("Call [us](tel:us)."), ":3:6: error: `tel:us` names nobody to call");
    found(
        UPDATE,
        &update("See [us](https://example.org:x/)."),
        ":3:5: error: `https://example.org:x/` has no number",
    );
    found(UPDATE, &update("![What](images/none.png \"A, CC0\")"), "there is no picture `images/none.png`");
    found(UPDATE, &update("![What](https://example.org/a.png \"A, CC0\")"), "lies on the web");
    found(UPDATE, &update("A\u{92}b"), ":3:2: error: control character U+0092");
    found(UPDATE, &update("Text <b>bold</b>."), ":3:6: warning: HTML is not used here: `<b>`");
    found(
        UPDATE,
        "## One\n\nText.\n\n#### Four\n\nText.\n",
        ":5:1: warning: heading `####` stands below `##`",
    );
    found(UPDATE, "Text without a heading.\n", "there is no heading");
    found(UPDATE, "Text.\n\n# Heading\n", "text stands above the heading");
    found(UPDATE, "# Only a heading\n", "there is no paragraph below the heading");
    found(UPDATE, "---\ndate: 2024-04-01\n# Never closed\n\nText.\n", "the front matter is not closed");
    found(UPDATE, "---\nembargo_until: 2024-06-01T09:00\n---\n# T\n\nText.\n", "has no offset from UTC");
    found(UPDATE, "---\nprojects: [recte]\n---\n# T\n\nText.\n", ":2:12: error: unknown project `recte`");
}

#[test]
fn values_are_valid_by_themselves_and_together() {
    let path = "sources/projects/recet.yaml";
    found(path, &project("agreement: 12AB"), ":5:12: error: agreement: `12AB` is no grant agreement number");
    found(path, &project("countries: [SI, XX]"), ":5:17: error: countries[1]: `XX` is no country code");
    found(path, &project("url: example.org"), "type `https://example.org`");
    found(
        path,
        &project("budget_eur: 100\neu_eur: 200"),
        ":6:9: error: the EU's part EUR\u{A0}200 is more than the budget EUR\u{A0}100",
    );
    found(path, &project("acronym: AGAIN"), ":5:1: error: `acronym` stands here a second time");
    found(path, "acronym: RECET\ntitle:\nprogramme: LIFE\nsummary: S.\n", "`title` is missing");
    found(path, "acronym: RECET\ntitle: T\nprogramme: LIVE\nsummary: S.\n", "did you mean `LIFE`?");
    found(path, "- acronym: RECET\n", "expected fields (`name: value`), found a list");
    found(
        "sources/events.yaml",
        "- title: A\n  starts: 2024-05-02\n  ends: 2024-05-01\n",
        "events.yaml:3:9: error: `A` ends before it starts",
    );
    found(
        "sources/events.yaml",
        "- title: A\n  starts: 2025-05-02\n  status: held\n",
        "events.yaml:3:11: error: `A` is held, but on 2025-05-02",
    );
    found("sources/events.yaml", "- title: A\n  starts: 2024-04-02\n", "is over and still `planned`");
    found(
        "sources/indicators.yaml",
        "- id: a\n  label: A\n  unit: n\n  values:\n  - {period: 2024-04, value: 1}\n  - {period: 2024-04, value: 2}\n",
        "indicators.yaml:6:14: error: `a` has two values for 2024-04",
    );
    found(
        "sources/synergies.yaml",
        "- {from: recet, to: in-plam, topic: heat}\n",
        "synergies.yaml:1:21: error: unknown project `in-plam`",
    );
    found(
        "sources/issues/2024-04.yaml",
        "subject: S\nreply_to: no-reply@example.org\n",
        ":2:11: error: `no-reply@example.org` says that nobody reads it",
    );
    found(
        "sources/issues/2024-04.yaml",
        "subject: S\nsections: [lead, projcts]\n",
        ":2:18: error: unknown section `projcts`",
    );
    found(
        "sources/issues/2024-04.yaml",
        "subject: S\nlead: recet-energy-plan\n",
        "did you mean `recet-energy-plans`?",
    );
    found(
        "bulletin.yaml",
        "name: N\npublisher: P\nfrom: news\nprivacy_url: https://example.org/p\n",
        "bulletin.yaml:3:7: error: from: `news` is no mail address",
    );
    found(
        "sources/meetings/2024-04-08-synergy-call.md",
        "---\nhost: A\npresent: [recet]\n---\n# T\n\n## Actions\n\n- RECET: do (by 2023-05-01)\n",
        "due on 2023-05-01, before the meeting",
    );
    found(
        "sources/meetings/april-call.md",
        "---\nhost: A\npresent: [recet]\n---\n# T\n\nText.\n",
        "does not start with the meeting's day",
    );
}

#[test]
fn a_text_that_looks_like_code_is_text_everywhere() {
    let desk = Desk::base();
    let nasty = "#let x = 1 @name $x$ <label> // no {{secret}} {{{x}}} %unsubscribe%";
    desk.write(
        UPDATE,
        format!("---\npriority: 9\n---\n# {}\n\n{}\n", nasty.replace('<', "\\<"), nasty.replace('<', "\\<")),
    );
    desk.run(&["build", "-q"]).exits(0);
    let text = desk.read("output/2024-04/newsletter.en.txt").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(nasty), "{text}");
    let html = desk.read("output/2024-04/newsletter.en.html");
    assert!(html.contains("{{secret}} {{{x}}} %unsubscribe%") && html.contains("&lt;label&gt;"), "{html}");
    assert!(crate::example::attached(&desk, "output/2024-04/report.en.pdf").contains(nasty));
}

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
fn ordinary_prose_is_not_called_pasted() {
    let desk = Desk::base();
    desk.write(
        UPDATE,
        "# Low- versus high-income regions\n\nThe pre- as well as post-war stock, SolarPower Europe and NextGenerationEU paid for; [a plan](https://example.org)\u{A0}2024 with `code`\u{A0}x. It goes back to top of the hill.\n\n## Read more\n\nText.\n",
    );
    let outcome = desk.run(&["check", "--diagnostics", "short"]);
    assert!(!outcome.err.contains("recet-x.md"), "{}", outcome.err);
}

#[test]
fn what_a_hint_says_of_a_passage_that_is_meant_can_be_done() {
    let desk = Desk::base();
    desk.write("sources/events.yaml", "- title: Capacity- Building day\n  starts: 2024-05-02\n");
    desk.run(&["check"]).says("`accepted: [\"Capacity- Building\"]`, as a field of this item");
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
fn pieces_of_web_pages_are_found_inside_a_paragraph_too() {
    let text = "# T\n\nShare on Facebook. Skip to main content. They adopted plans.Other towns read [the plan](https://example.org/p?utm_source=x) on 05/06/24.\n";
    for said in [
        ":3:1: warning: `Share on Facebook` belongs to a web page",
        ":3:20: warning: `Skip to main content` belongs to a web page",
        "type `plans. Other`",
        "`utm_source=x` in this address follows the reader",
        "type `5 June 2024` or `6 May 2024`",
    ] {
        found(UPDATE, text, said);
    }
    let accepted = format!("---\naccepted: [share on facebook, never written]\n---\n{text}");
    found(UPDATE, &accepted, "add it to this file's list `accepted`: `\"plans.Other\"`");
}
