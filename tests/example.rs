//! The worked example and a new cluster, from the first command to the outbox.

use std::io::Read;

use mail_parser::MimeHeaders;

use crate::desk::{Desk, copy, files, project};

/// The data attached to a report.
pub fn attached(desk: &Desk, path: &str) -> String {
    let pdf = std::fs::read(desk.path(path)).expect("a report");
    attachment(&pdf)
}

/// The JSON stream of a PDF.
pub fn attachment(pdf: &[u8]) -> String {
    for at in 0..pdf.len() {
        if !pdf[at..].starts_with(b"stream\n") && !pdf[at..].starts_with(b"stream\r\n") {
            continue;
        }
        let start = at + 6 + pdf[at + 6..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let mut inflated = String::new();
        let read = flate2::read::ZlibDecoder::new(&pdf[start..]).read_to_string(&mut inflated);
        if read.is_ok() && inflated.starts_with('{') && inflated.contains("\"form\"") {
            return inflated;
        }
    }
    panic!("the report carries no data");
}

#[test]
fn the_month_is_one_command() {
    let desk = Desk::example();
    let outcome = desk.run(&["publish", "--yes"]).exits(0);
    for file in ["report.en.pdf", "newsletter.en.html", "newsletter.en.txt", "newsletter.en.eml", "outbox"] {
        assert!(outcome.out.contains(file), "{file} is not named in:\n{}", outcome.out);
    }
    assert!(outcome.err.contains("6 on the list, 4 get it, 2 do not"), "{}", outcome.err);
    let record: serde_json::Value =
        serde_json::from_str(&desk.read("output/2024-04/build.json")).expect("JSON");
    assert_eq!(record["stage"], "final");
    for file in record["files"].as_array().expect("files") {
        let bytes = std::fs::read(desk.path("output/2024-04").join(file["path"].as_str().expect("a path")))
            .expect("there");
        assert_eq!(bulletin::value::sha256(&bytes), file["sha256"].as_str().expect("a hash"));
    }
    let named = record["files"].as_array().map_or(0, Vec::len);
    assert_eq!(named + 1, files(&desk.path("output/2024-04")).len(), "build.json names every other file");
}

#[test]
fn a_second_send_sends_nothing_again_even_when_a_message_was_read() {
    let desk = Desk::example();
    let outcome = desk.run(&["send", "2024-04", "--yes"]).exits(0).prints("4  in the outbox");
    outcome.prints("2  excluded before the plan").prints("the account balances");
    let first = files(&desk.path("state/outbox"));
    let name = first.keys().next().expect("a message").trim_start_matches("new/").to_string();
    std::fs::rename(
        desk.path(&format!("state/outbox/new/{name}")),
        desk.path(&format!("state/outbox/cur/{name}:2,S")),
    )
    .expect("read");
    desk.run(&["send", "2024-04", "--yes"]).exits(0).says("2024-04/outbox is settled: nothing is sent now");
    desk.run(&["publish", "--yes"]).exits(0).says("is settled");
    assert_eq!(files(&desk.path("state/outbox")).len(), 4);
    desk.run(&["send", "2024-04", "--dry-run"]).exits(0).says("nothing was written");
    // The ledger that knows the outbox is asked like any other; it is no mailing that others are told of.
    desk.run(&["send", "receipt"]).exits(0).prints("issue 2024-04/outbox");
    desk.run(&["send", "who", "anna@example.org"]).exits(0).prints("2024-04/outbox");
    assert!(!desk.path("sources/sent.yaml").exists());
    // Whoever empties the outbox gets the issue into it anew.
    std::fs::remove_dir_all(desk.path("state/outbox")).expect("emptied");
    desk.run(&["send", "2024-04"]).exits(2).says("add `--yes`");
    desk.run(&["send", "2024-04", "--yes"]).exits(0).prints("4  in the outbox");
    assert_eq!(files(&desk.path("state/outbox")).len(), 4);
}

#[test]
fn each_message_is_whole_and_holds_its_own_recipient_only() {
    let desk = Desk::example();
    desk.run(&["send", "2024-04", "--yes", "-q"]).exits(0);
    let list = ["anna@example.org", "boris@example.org", "chiara@example.org", "dimitris@example.org"];
    let mut tokens = std::collections::BTreeSet::new();
    for (path, bytes) in files(&desk.path("state/outbox")) {
        let text = String::from_utf8(bytes.clone()).expect("seven bits");
        let mine = list.iter().filter(|address| text.contains(*address)).count();
        assert_eq!(mine, 1, "{path}");
        assert!(text.lines().all(|line| line.len() <= 998));
        let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
        assert_eq!(message.subject(), Some("Eight EU projects, one first call: what comes next"));
        assert!(message.message_id().is_some() && message.date().is_some());
        let html = message.body_html(0).expect("HTML").into_owned();
        let plain = message.body_text(0).expect("text").into_owned();
        let header = message.header_raw("List-Unsubscribe").expect("a way out").to_string();
        let token =
            header.split("unsubscribe%20").nth(1).expect("a token").trim().trim_end_matches('>').to_string();
        assert!(html.contains(&token) && plain.contains(&token), "one token a message");
        assert!(tokens.insert(token));
        let picture = message.attachments().next().expect("the emblem");
        let id = picture.content_id().expect("a Content-ID");
        assert!(html.contains(&format!("cid:{id}")), "the emblem is shown by its Content-ID");
        assert!(!html.contains('\u{FDD0}') && !plain.contains('\u{FDD0}'));
        assert!(plain.lines().all(|line| line.chars().count() <= 78 || line.contains("mailto:")), "{plain}");
    }
    assert_eq!(tokens.len(), 4);
}

#[test]
fn people_s_addresses_inside_the_cluster_are_refused() {
    let desk = Desk::example();
    desk.write("sources/example-audience.csv", "email,basis\nsomebody@people.invalid-example.eu,staff\n");
    desk.run(&["publish", "--yes"])
        .exits(1)
        .says("lies inside the cluster's folder")
        .does_not_say("somebody@");
    assert!(!desk.path("state").exists());
}

#[test]
fn two_builds_are_the_same_bytes_in_another_folder_time_zone_and_locale() {
    let (one, other) = (Desk::example(), Desk::example());
    let build = |desk: &Desk, zone: &str, locale: &str| {
        let mut command = desk.command(&["build", "--final", "-q"]);
        let status =
            command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale).status().expect("runs");
        assert!(status.success());
        files(&desk.path("output"))
    };
    let first = build(&one, "Pacific/Auckland", "el_GR.UTF-8");
    assert_eq!(
        first.keys().cloned().collect::<Vec<_>>(),
        build(&other, "America/Lima", "C").keys().cloned().collect::<Vec<_>>()
    );
    assert!(first == files(&other.path("output")), "the bytes differ");
    let mut threads = one.command(&["build", "--final", "-q"]);
    assert!(threads.env("RAYON_NUM_THREADS", "1").status().expect("runs").success());
    assert!(first == files(&one.path("output")), "the number of threads shows");
}

#[test]
fn without_the_horizon_2020_project_nothing_of_horizon_2020_is_left() {
    let desk = Desk::example();
    std::fs::remove_file(desk.path("sources/projects/prospect-plus.yaml")).expect("was there");
    desk.replace("sources/meetings/2024-04-08-synergy-call.md", "prospect-plus, ", "");
    desk.run(&["build", "--final", "-q"]).exits(0);
    for (path, bytes) in files(&desk.path("output")) {
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if path.ends_with(".pdf") {
            text = attachment(&bytes);
        }
        for word in ["Horizon 2020", "H2020", "PROSPECT", "101023271"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn the_number_that_a_statement_contains_is_required_of_a_final_build() {
    let desk = Desk::example();
    desk.replace("sources/projects/prospect-plus.yaml", "agreement: 101023271\n", "");
    desk.run(&["build", "--final", "--diagnostics", "short"])
        .exits(1)
        .says("sources/projects/prospect-plus.yaml:3:12: error: PROSPECT+: grant number unknown")
        .says("add `agreement: `");
    assert!(!desk.path("output").exists());
    desk.run(&["build"]).exits(0).says("draft built in spite of 1 error");
}

#[test]
fn a_draft_says_so_in_the_subject_the_mail_and_the_report() {
    let desk = Desk::base();
    desk.run(&["build", "-q"]).exits(0);
    assert!(desk.read("output/2024-04/newsletter.en.html").contains("<title>[DRAFT] Eight EU projects"));
    assert!(desk.read("output/2024-04/newsletter.en.html").contains("Draft – not for publication"));
    assert!(desk.read("output/2024-04/newsletter.en.txt").starts_with("*** Draft – not for publication ***"));
    assert!(attached(&desk, "output/2024-04/report.en.pdf").contains("\"draft\": true"));
    desk.run(&["build", "-q", "--final"]).exits(0);
    assert!(!desk.read("output/2024-04/newsletter.en.html").contains("Draft –"));
    assert!(!desk.read("output/2024-04/newsletter.en.html").contains("DRAFT"));
}

#[test]
fn an_empty_folder_becomes_a_cluster_that_builds_at_once() {
    let desk = Desk::empty();
    desk.run(&["init"]).exits(0);
    desk.run(&["build"]).exits(0).says("EXAMPLE: grant number unknown").says("built with 1 warning");
    desk.run(&["init"]).exits(2).says("is a cluster already");
    // The short files, typed as they stand in the documentation.
    copy(&project().join("tests/base"), desk.root());
    let outcome = desk.run(&["build", "2024-04", "--diagnostics", "short"]).exits(0);
    let warnings: Vec<_> = outcome.err.lines().filter(|line| line.contains("warning")).collect();
    assert!(
        warnings.iter().all(|line| line.contains("grant number unknown") || line.starts_with("built with")),
        "{warnings:?}"
    );
    assert!(desk.path("output/2024-04/report.en.pdf").is_file());
}

#[test]
fn new_writes_the_shortest_files_and_never_over_another() {
    let desk = Desk::base();
    desk.run(&["new", "project", "in-plan"]).exits(0);
    desk.run(&["new", "project", "in-plan"]).exits(2).says("is there already");
    desk.run(&["new", "project", "IN PLAN"]).exits(2).says("is there already");
    desk.run(&["new", "update", "in-plan-tool", "--month", "2024-04"]).exits(0);
    desk.run(&["new", "issue"]).exits(0);
    assert!(desk.path("sources/issues/2024-05.yaml").is_file());
    desk.run(&["build", "2024-04"]).exits(0);
}

#[test]
fn a_partial_build_keeps_the_other_output() {
    let desk = Desk::base();
    desk.run(&["build", "-q"]).exits(0);
    let before = files(&desk.path("output"));
    desk.run(&["build", "-q", "--only", "newsletter"]).exits(0);
    assert!(before == files(&desk.path("output")));
}

#[test]
fn json_findings_go_to_standard_output() {
    let desk = Desk::base();
    desk.replace("sources/projects/recet.yaml", "programme", "programe");
    let outcome = desk.run(&["check", "--diagnostics", "json"]).exits(1);
    let finding: serde_json::Value =
        serde_json::from_str(outcome.out.lines().next().expect("a line")).expect("JSON");
    assert_eq!(finding["severity"], "error");
    assert!(
        outcome.out.contains("\"file\":\"sources/projects/recet.yaml\",\"line\":3,\"column\":1"),
        "{}",
        outcome.out
    );
    desk.run(&["build", "--frobnicate"]).exits(2);
}
