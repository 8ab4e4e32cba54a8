//! What went wrong once, each with the case that showed it.

use crate::desk::{Desk, files};
use crate::example::attached;

/// An update of the smallest cluster's issue.
const UPDATE: &str = "sources/updates/2024-04/recet-x.md";

/// The minutes of the smallest cluster.
const MINUTES: &str = "sources/meetings/2024-04-08-synergy-call.md";

/// Writes an update with front matter.
fn update(desk: &Desk, front: &str) {
    desk.write(UPDATE, format!("---\n{front}\n---\n# News zznews\n\nText.\n"));
}

#[test]
fn a_mistyped_marker_never_makes_an_item_public() {
    for front in [
        "audience: [internl]",
        "status: withdrawnn",
        "embargo_until: 2024-05-01",
        "expires: tomorrow",
        "starts: 8 Απριλίου 2024",
    ] {
        let desk = Desk::base();
        update(&desk, front);
        let expected = if front.starts_with("starts") { 0 } else { 1 };
        desk.run(&["build"]).exits(expected);
        assert_eq!(desk.path("output").exists(), expected == 0, "{front}");
    }
    let desk = Desk::base();
    desk.replace(MINUTES, "mode: online", "confidentiality: consortum");
    desk.run(&["build"]).exits(1).says("did you mean `consortium`?");
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
    desk.write("sources/issues/2024-04.yaml", "subject: S\nreport: {dissemination: sensitive}\n");
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
    desk.run(&["check"]).says("`confirmed_at` is no date");
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
fn persons_that_name_each_other_are_no_endless_loop_and_print_no_name() {
    let desk = Desk::base();
    desk.write("sources/people.yaml", "- {id: m-rossi, name: Maria Rossi, organisation: m-rossi}\n");
    desk.replace(MINUTES, "- [ ] RECET:", "- [ ] M-Rossi:");
    desk.run(&["build", "-q"]).exits(0);
    assert!(!attached(&desk, "output/2024-04/report.en.pdf").contains("Maria"));
}

#[test]
fn nothing_in_minutes_is_lost_without_a_word() {
    let desk = |list: &str| {
        let desk = Desk::base();
        desk.write(MINUTES, format!("---\nhost: A\npresent: [recet]\n---\n# Call\n\nText.\n\n{list}\n"));
        desk
    };
    let decided = desk("## Decisions\n\n- Publish the report (by 2024-06-30)");
    decided.run(&["build", "-q"]).exits(0);
    assert!(
        attached(&decided, "output/2024-04/report.en.pdf").contains("Publish the report (by 2024-06-30)")
    );
    let early = desk("## Actions\n\n- [ ] RECET: plan it {#plan} (by 2024-06-30)");
    let status = early.run(&["status", "--as-of", "2024-04-30"]).exits(0).out;
    assert!(status.contains("plan it\n    open for 22 days, due 2024-06-30; id plan"), "{status}");
    let bold = desk("**Actions**\n\n- [ ] RECET: plan it");
    let status = bold.run(&["status", "--as-of", "2024-04-30"]).exits(0).out;
    assert!(status.contains("RECET: plan it"), "{status}");
    desk("Text.\n\n- [ ] RECET: plan it").run(&["check"]).exits(1).says("put a line `## Actions` above them");
    desk("## Actions\n\n- [] RECET: plan it").run(&["check"]).exits(1).says("`[]` is no box to tick");
    let linked = desk("## Actions\n\n- [ ] RECET: see [this](https://example.org/plan)");
    linked.run(&["build", "-q"]).exits(0);
    assert!(linked.read("output/2024-04/actions.csv").contains("see this (https://example.org/plan)"));
    desk("## Actions\n\n- [x] RECET: t {#2024-04-08-synergy-call-12}").run(&["check"]).exits(0);
}

#[test]
fn an_action_carried_twice_under_other_ids_is_one() {
    let desk = Desk::base();
    let minutes = |actions: &str| {
        format!("---\nhost: A\npresent: [recet]\nactions: [{actions}]\n---\n# Call\n\nText.\n")
    };
    desk.write(MINUTES, minutes("{id: a, text: t, owner: recet}"));
    desk.write("sources/meetings/2024-04-10-b.md", minutes("{id: b, text: t, owner: recet, follows: a}"));
    desk.write(
        "sources/meetings/2024-04-12-c.md",
        minutes("{id: c, text: t, owner: recet, follows: b, status: done}"),
    );
    let status = desk.run(&["status", "--as-of", "2024-04-30"]).exits(0).out;
    assert!(status.contains("No action is open"), "{status}");
}

#[test]
fn pictures_are_written_as_pictures_and_named() {
    let desk = Desk::base();
    desk.write(UPDATE, "# News\n\nText.\n\n![Panels](my panels.png \"Photo: A, CC0\")\n");
    desk.run(&["check"]).exits(1).says("this looks like a picture and is not written as one");
    desk.write("sources/images.yaml", "- {file: images/none.png, alt: A, credit: B}\n");
    desk.run(&["check"]).exits(1).says("there is no picture `sources/images/none.png`");
}

#[test]
fn indicators_add_up_by_their_own_rule() {
    let desk = Desk::base();
    let values =
        "values: [{period: 2024-01, value: 5.5}, {period: 2024-02, value: 7}, {period: 2024-05, value: 100}]";
    desk.write("sources/indicators.yaml", format!("- {{id: a, label: Summed, unit: n, aggregation: sum, {values}}}\n- {{id: b, label: Largest, unit: n, aggregation: max, {values}}}\n"));
    desk.run(&["build", "-q"]).exits(0);
    let report = attached(&desk, "output/2024-04/report.en.pdf");
    assert!(report.contains("\"value\": \"12.5\"") && report.contains("\"value\": \"7\""), "{report}");
    desk.write(
        "sources/indicators.yaml",
        "- {id: a, label: A, unit: n, values: [{period: April, value: 1}]}\n",
    );
    desk.run(&["check"]).exits(1).says("`April` is no period");
}

#[test]
fn projects_may_be_named_by_acronym_and_lists_by_commas() {
    let desk = Desk::base();
    desk.write("sources/projects/in-plan.yaml", "acronym: IN-PLAN\ntitle: T\nprogramme: LIFE\nsummary: S.\n");
    desk.replace(MINUTES, "present: [recet]", "present: RECET, In-Plan");
    desk.run(&["check"]).exits(0);
    desk.replace(MINUTES, "present: RECET, In-Plan", "present: [Maria Rossi]");
    desk.run(&["check"]).exits(1).says("unknown project `Maria Rossi`").does_not_say("`present` is missing");
}

#[test]
fn one_broken_file_does_not_accuse_the_others() {
    let desk = Desk::base();
    desk.replace("sources/projects/recet.yaml", "title: ", "title: Rural: ");
    desk.run(&["check"])
        .exits(1)
        .says("put the text in double quotes")
        .does_not_say("unknown owner")
        .does_not_say("no project");
    desk.replace(MINUTES, "[recet]", "[recte]");
    desk.run(&["check"]).exits(1).does_not_say("unknown project");
    let desk = Desk::base();
    desk.write("sources/issues/2024-04.yaml", "subject: Newsletter: all news\n");
    desk.run(&["check"]).exits(1).does_not_say("there is no `sources/issues");
    desk.write("sources/issues/2024-04.yaml", "subject: \"Open\" maps\n");
    desk.run(&["check"]).exits(1).says("subject: '\"Open\" maps'");
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

#[test]
fn an_event_that_ends_on_its_day_is_no_mistake() {
    let desk = Desk::base();
    desk.write("sources/events.yaml", "- {title: A, starts: 2024-05-14T10:00, ends: 2024-05-14}\n- {title: B, starts: 2024-05-14T10:00-05:00, ends: 2024-05-14T11:00}\n");
    desk.run(&["check"]).exits(0);
}

#[test]
fn an_entity_or_escape_brings_no_control_character_in() {
    let desk = Desk::base();
    desk.write(UPDATE, "# News\n\nText &#xFDD0; and &#7; end.\n");
    desk.run(&["build"]).exits(0).says("a control character stands here");
    assert!(!desk.read("output/2024-04/newsletter.en.html").contains("images/ and"));
    desk.write("sources/issues/2024-04.yaml", "subject: \"A\\uFDD0B\"\n");
    desk.run(&["build"]).exits(1).says("control character U+FDD0");
}

#[test]
fn a_second_document_that_starts_within_a_letter_s_bytes_is_a_finding_and_no_panic() {
    let desk = Desk::base();
    let project = desk.read("sources/projects/recet.yaml");
    desk.write("sources/projects/recet.yaml", format!("{project}...\rÈens: of\n  two: lines\n"));
    desk.run(&["check"]).exits(1).says("a second YAML document starts here");
}
