//! What went wrong once, each with the case that showed it.

use crate::desk::{Desk, files};
use crate::example::attached;

/// An update of the smallest cluster's issue.
const UPDATE: &str = "sources/updates/2024-04/recet-x.md";

/// Writes an update with front matter.
fn update(desk: &Desk, front: &str) {
    desk.write(UPDATE, format!("---\n{front}\n---\n# News zznews\n\nText.\n"));
}

#[test]
fn an_embargo_by_the_clock_is_tested_before_anything_is_written() {
    let desk = Desk::example();
    desk.write(
        "sources/updates/2024-04/recet-later.md",
        "---\nembargo_until: 2998-01-01T09:00Z\n---\n# Later\n\nText.\n",
    );
    desk.run(&["publish", "--yes", "--as-of", "2999-01-01"]).exits(6).says("is under embargo until");
    assert!(!desk.path("output").exists() && !desk.path("state").exists());
    desk.run(&["publish", "--yes"]).exits(0);
}

#[test]
fn the_wording_of_a_confidential_meeting_stays_out_of_the_newsletter_of_a_sensitive_issue() {
    let desk = Desk::base();
    desk.write(
        "sources/issues/2024-04.yaml",
        "subject: S\nsections: [lead, next]\nreport: {dissemination: sensitive}\n",
    );
    desk.write(
        "sources/meetings/2024-04-20-inner.md",
        "---\nhost: A\nconfidentiality: consortium\npresent: [recet]\n---\n# Inner\n\nText.\n\n## Actions\n\n- [ ] RECET: zzsecret {#2024-04-08-synergy-call-1}\n",
    );
    desk.run(&["build", "-q"]).exits(0);
    assert!(attached(&desk, "output/2024-04/report.en.pdf").contains("zzsecret"));
    assert!(!desk.read("output/2024-04/newsletter.en.txt").contains("zzsecret"));
    assert!(desk.read("output/2024-04/newsletter.en.txt").contains("keep sharing updates"));
}

#[test]
fn a_partial_build_keeps_nothing_that_other_sources_made() {
    let desk = Desk::base();
    update(&desk, "priority: 1");
    desk.run(&["build", "-q"]).exits(0);
    std::fs::remove_file(desk.path(UPDATE)).expect("was there");
    desk.run(&["build", "-q", "--only", "report", "--final"]).exits(0);
    for (path, bytes) in files(&desk.path("output")) {
        assert!(
            !path.contains("newsletter") && !String::from_utf8_lossy(&bytes).contains("zznews"),
            "{path}"
        );
    }
}

#[test]
fn what_somebody_else_put_into_the_output_stays_and_an_interrupted_swap_is_mended() {
    let desk = Desk::base();
    desk.run(&["build", "-q"]).exits(0);
    desk.write("output/2024-04/press.docx", "mine");
    desk.run(&["build", "-q"]).exits(0);
    assert_eq!(desk.read("output/2024-04/press.docx"), "mine");
    std::fs::rename(desk.path("output/2024-04"), desk.path("output/.2024-04-old")).expect("renamed");
    desk.run(&["build", "-q"]).exits(0);
    assert_eq!(desk.read("output/2024-04/press.docx"), "mine");
    assert!(!desk.path("output/.2024-04-old").exists());
}

#[test]
fn whoever_left_or_is_suppressed_is_not_mailed_by_another_row() {
    let desk = Desk::example();
    let list = "\u{FEFF}email;basis;confirmed_at;unsubscribed_at\nanna@example.org;staff;;2024-05-01\nAnna@Example.org;Staff;;\nboris@example.org;staff;;\ncleo@example.org;staff;;\n";
    desk.write("sources/example-audience.csv", list);
    desk.write("state/suppressions.csv", "\u{FEFF}\"BORIS@example.org\"\n");
    desk.run(&["send", "2024-04", "--yes"]).exits(0).says("4 on the list, 1 get it, 3 do not");
    desk.write("state/suppressions.csv", b"caf\xe9@example.org\n");
    desk.run(&["send", "2024-04", "--yes"]).exits(1).says("never to be mailed can't be read");
    desk.write("state/suppressions.csv", "not an address\n");
    desk.run(&["send", "2024-04", "--yes"]).exits(1).says("line 1: this is no address");
}

#[test]
fn a_list_on_which_nobody_may_be_mailed_is_refused_with_its_reasons() {
    let desk = Desk::example();
    desk.write(
        "sources/example-audience.csv",
        "email,basis,confirmed_at\na@example.org,consent,\nb@example.org,double-opt-in,yes\n",
    );
    desk.run(&["send", "2024-04", "--yes"])
        .exits(6)
        .says("the basis is none of double-opt-in, single-opt-in, membership, staff")
        .says("`confirmed_at` is no date")
        .says("nobody on the list may be mailed");
    desk.run(&["check"]).exits(0).says("`confirmed_at` is no date");
}

#[test]
fn a_changed_text_does_not_go_to_some_and_not_to_others() {
    let desk = Desk::example();
    desk.run(&["publish", "--yes"]).exits(0);
    desk.replace("sources/issues/2024-04.yaml", "one first call", "a first call");
    let outcome = desk.run(&["send", "2024-04", "--yes"]).exits(0);
    outcome.says("`sources/issues/2024-04.yaml` was changed").says("nobody gets a second version of it");
    assert_eq!(files(&desk.path("state/outbox")).len(), 4);
}

#[test]
fn an_example_s_text_does_not_go_out() {
    let desk = Desk::empty();
    desk.run(&["init"]).exits(0);
    desk.run(&["build"]).exits(0);
    desk.run(&["build", "--final"]).exits(1).says("is an example's text");
    let desk = Desk::base();
    desk.run(&["new", "update", "recet-more", "--month", "2024-04"]).exits(0);
    desk.run(&["build", "--final"]).exits(1).says("unfinished text `TODO`");
}
