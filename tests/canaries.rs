//! What is held back leaves no byte in a public output.

use std::io::Read;

use crate::desk::{Desk, files};
use crate::example::attached;

/// A cluster in which each held-back field carries a word of its own, and a published one too.
fn desk() -> Desk {
    let desk = Desk::base();
    let update = |slug: &str, front: &str, word: &str| {
        desk.write(
            &format!("sources/updates/2024-04/recet-{slug}.md"),
            format!("---\n{front}\n---\n# Title {word}\n\nText {word}, [link {word}](https://example.org/{word}).\n\n![Alt {word}](../../images/{slug}.png \"Photo: {word}, CC BY 4.0\")\n"),
        );
        desk.write(
            &format!("sources/images/{slug}.png"),
            std::fs::read(crate::desk::project().join("tests/cases/five-in-one/sources/images/mayors.png"))
                .expect("a picture"),
        );
    };
    update("published", "priority: 9\napprovals: [{by: officer, on: 2024-04-20}]", "zzpublished");
    update("internal", "audience: [internal]\napprovals: [{by: officer}]", "zzinternal");
    update("embargoed", "embargo_until: 2024-06-01T09:00+02:00\napprovals: [{by: officer}]", "zzembargoed");
    update("unapproved", "type: news", "zzunapproved");
    update("review", "status: review\napprovals: [{by: officer}]", "zzreview");
    desk.write(
        "sources/updates/2024-04/recet-energy-plans.md",
        "---\napprovals: [{by: officer}]\n---\n# Plans\n\nText.\n",
    );
    desk.write(
        "sources/meetings/2024-04-10-zzconfidential.md",
        "---\nhost: Zzconfidential\nconfidentiality: consortium\npresent: [recet]\nplace: zzconfidential\n---\n# Meeting zzconfidential\n\nText zzconfidential.\n\n## Actions\n\n- [ ] RECET: act zzconfidential\n\n## Decisions\n\n- Decide zzconfidential\n",
    );
    desk.write(
        "sources/issues/2024-04.yaml",
        "subject: \"What is new\"\nlead: recet-published\napprovals_required: [officer]\n",
    );
    desk
}

/// Everything that an output says: as it is, unpacked, decoded.
fn said(desk: &Desk) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (path, bytes) in files(&desk.path("output")) {
        let mut text = format!("{path}\n{}", String::from_utf8_lossy(&bytes));
        if path.ends_with(".pdf") {
            text.push_str(&unpacked(&bytes));
            text.push_str(&attached(desk, &format!("output/{path}")));
        }
        if path.ends_with(".eml") {
            let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
            text.push_str(&message.body_html(0).expect("HTML"));
            text.push_str(&message.body_text(0).expect("text"));
        }
        all.push((path, text.to_lowercase()));
    }
    all
}

/// The unpacked streams of a PDF.
pub fn unpacked(pdf: &[u8]) -> String {
    let mut out = String::new();
    for (at, _) in windows(pdf, b"stream\n").into_iter().chain(windows(pdf, b"stream\r\n")) {
        let mut inflated = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&pdf[at..]).read_to_end(&mut inflated);
        out.push_str(&String::from_utf8_lossy(&inflated));
    }
    out
}

/// The ends of all occurrences of some bytes.
fn windows(bytes: &[u8], needle: &[u8]) -> Vec<(usize, ())> {
    let found = bytes.windows(needle.len()).enumerate().filter(|(_, window)| *window == needle);
    found.map(|(at, _)| (at + needle.len(), ())).collect()
}

#[test]
fn no_held_back_word_is_in_any_output_and_the_published_one_is_in_all() {
    let desk = desk();
    desk.run(&["build", "2024-04"]).exits(0);
    let outputs = said(&desk);
    assert!(outputs.iter().any(|(path, _)| path.ends_with("report.en.pdf")));
    for (path, text) in &outputs {
        for word in ["zzinternal", "zzembargoed", "zzunapproved", "zzreview", "zzconfidential"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        if !path.contains("images/") && !path.ends_with("build.json") && !path.ends_with(".csv") {
            assert!(text.contains("zzpublished"), "zzpublished is not in {path}");
        }
    }
    let pictures: Vec<_> =
        outputs.iter().map(|(path, _)| path).filter(|path| path.contains("images/")).collect();
    assert_eq!(pictures.len(), 2, "the emblem and the published picture: {pictures:?}");
    let status = desk.run(&["status", "2024-04", "--as-of", "2024-04-30"]).exits(0).out;
    for held in [
        "recet-internal.md",
        "recet-embargoed.md",
        "recet-unapproved.md",
        "recet-review.md",
        "zzconfidential.md",
    ] {
        assert!(status.contains(held), "{held} is not in:\n{status}");
    }
}

#[test]
fn a_final_build_refuses_missing_approvals_and_a_sensitive_report_says_so() {
    let desk = desk();
    desk.run(&["build", "--final"]).exits(1).says("`officer` has not approved this");
    assert!(!desk.path("output").exists());
    let manifest = "subject: \"What is new\"\nreport: {dissemination: sensitive}\n";
    desk.write("sources/issues/2024-04.yaml", manifest);
    desk.run(&["build", "2024-04", "--final"]).exits(0);
    let report = attached(&desk, "output/2024-04/report.en.pdf").to_lowercase();
    assert!(report.contains("zzconfidential") && report.contains("\"sensitive\": true"));
    for (path, text) in said(&desk).iter().filter(|(path, _)| !path.ends_with(".pdf")) {
        assert!(!text.contains("zzconfidential") && !text.contains("zzinternal"), "{path}");
    }
}
