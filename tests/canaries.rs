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
    // A draft shows those who prepare it what waits for a yes, and nothing else that is held back.
    desk.run(&["build", "2024-04"]).exits(0);
    for (path, text) in &said(&desk) {
        for word in ["zzinternal", "zzembargoed", "zzconfidential"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        if path.ends_with("newsletter.en.txt") || path.ends_with("report.en.pdf") {
            assert!(text.contains("zzreview") && text.contains("zzunapproved"), "{path}");
            assert!(
                text.contains("waiting for recet") && text.contains("waiting for officer"),
                "{path}: {text}"
            );
        }
    }
    assert!(!desk.path("output/web").exists());
    // What goes out has none of it.
    std::fs::remove_file(desk.path("sources/updates/2024-04/recet-unapproved.md")).expect("removed");
    desk.run(&["build", "2024-04", "--final"]).exits(0);
    let outputs = said(&desk);
    assert!(outputs.iter().any(|(path, _)| path.ends_with("report.en.pdf")));
    for (path, text) in &outputs {
        for word in ["zzinternal", "zzembargoed", "zzunapproved", "zzreview", "zzconfidential"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        let has_words = [".html", ".txt", ".eml", ".pdf", ".json"].iter().any(|end| path.ends_with(end));
        if has_words && path.starts_with("2024-04/") && !path.ends_with("build.json") {
            assert!(text.contains("zzpublished"), "zzpublished is not in {path}");
        }
    }
    let pictures: Vec<_> =
        outputs.iter().map(|(path, _)| path).filter(|path| path.starts_with("2024-04/images/")).collect();
    assert_eq!(pictures.len(), 2, "the emblem and the published picture: {pictures:?}");
    let status = desk.run(&["status", "2024-04", "--as-of", "2024-04-30"]).exits(0).out;
    for held in ["recet-internal.md", "recet-embargoed.md", "recet-review.md", "zzconfidential.md"] {
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

/// Ways in which somebody may hold an update back, right and wrong ones: what stands before its
/// headline, its headline, what stands below it. `zzheld` is what nobody may read.
const HELD_UPDATES: &[(&str, &str, &str)] = &[
    // Understood.
    ("---\naudience: [internal]\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nAudience: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nstatus: draft\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nembargo_until: 2999-01-01T09:00Z\n---\n", "# Budget", "The budget is zzheld."),
    ("---\r\naudience: internal\r\n---\r\n", "# Budget", "The budget is zzheld."),
    ("\u{FEFF}---\naudience: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("<!-- zzheld -->\n", "# Budget", "The budget is public."),
    ("", "# Budget", "The budget is public. <!-- zzheld -->"),
    // Elsewhere, or without their lines.
    ("\n\n---\naudience: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("", "# Budget", "---\naudience: internal\n---\n\nThe budget is zzheld."),
    ("", "# Budget", "\n---\nstatus: draft\n---\n\nThe budget is zzheld."),
    ("audience: internal\n\n", "# Budget", "The budget is zzheld."),
    ("audience: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience: internal\n\n", "# Budget", "The budget is zzheld."),
    ("+++\naudience = \"internal\"\n+++\n", "# Budget", "The budget is zzheld."),
    ("", "# Budget", "The budget is zzheld.\n\naudience: internal"),
    ("", "# Budget", "The budget is zzheld.\n\n---\naudience: internal\n---"),
    ("", "# Budget", "<!-- audience: internal -->\n\nThe budget is zzheld."),
    ("<!--\naudience: internal\n-->\n", "# Budget", "The budget is zzheld."),
    ("", "# Budget", "**Embargo:** until 1 June\n\nThe budget is zzheld."),
    ("", "# Budget", "Embargoed until 1 June 2024\n\nThe budget is zzheld."),
    ("", "# Budget", "> confidentiality: consortium\n\nThe budget is zzheld."),
    ("", "# Budget", "```yaml\naudience: internal\n```\n\nThe budget is zzheld."),
    ("", "# Budget", "| audience | internal |\n|---|---|\n| status: draft | x |\n\nThe budget is zzheld."),
    // With slips, in other words, with no or odd values.
    ("---\naudiance: internal\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience: intern\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience: []\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience:\n---\n", "# Budget", "The budget is zzheld."),
    ("---\naudience: partners only\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nstatus:\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nstatus: not yet\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nembargo: 2024-06-01\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nembargo_until: after the summer\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nembargo_until:\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nconfidentiality: consortium\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nconfidential: true\n---\n", "# Budget", "The budget is zzheld."),
    ("---\ninternal: yes\n---\n", "# Budget", "The budget is zzheld."),
    ("---\ndraft: true\n---\n", "# Budget", "The budget is zzheld."),
    ("---\npublish: false\n---\n", "# Budget", "The budget is zzheld."),
    ("---\npublished: no\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nvisibility: private\n---\n", "# Budget", "The budget is zzheld."),
    ("---\nhidden: true\n---\n", "# Budget", "The budget is zzheld."),
    // In the text's own words.
    ("", "# INTERNAL: Budget zzheld", "The budget is zzheld."),
    ("", "# Budget zzheld (internal)", "The budget is zzheld."),
    ("", "# [DRAFT] Budget zzheld", "The budget is zzheld."),
    ("", "# Budget", "INTERNAL\n\nThe budget is zzheld."),
    ("", "# Budget", "[internal] The budget is zzheld."),
    ("", "# Budget", "Not for publication.\n\nThe budget is zzheld."),
    ("", "# Budget", "Please do not publish before June: the budget is zzheld."),
    ("", "# Budget", "The budget is public.\n\n## Internal notes\n\nThe rest is zzheld."),
    ("", "# Budget", "ΕΜΠΙΣΤΕΥΤΙΚΟ\n\nThe budget is zzheld."),
    ("", "# Budget", "За вътрешна употреба\n\nThe budget is zzheld."),
    ("", "# Budget", "Da non pubblicare\n\nThe budget is zzheld."),
    ("", "# Budget", "Povjerljivo\n\nThe budget is zzheld."),
    // Comments that hide nothing here.
    ("", "# Budget", "The budget is public.\n\n<!-- The rest is zzheld."),
    ("", "# Budget", "The budget is public.\n\n<!- The rest is zzheld ->"),
    ("", "# Budget", "The budget is public.\n\nThe rest is zzheld -->"),
    ("", "# Budget", "The budget is public.\n\n%% The rest is zzheld %%"),
    ("", "# Budget", "The budget is public.\n\n/* The rest is zzheld */"),
    ("", "# Budget", "The budget is public.\n\n// The rest is zzheld"),
    ("", "# Budget", "The budget is public.\n\n{# The rest is zzheld #}"),
    ("", "# Budget", "The budget is public.\n\n<div hidden>The rest is zzheld</div>"),
    ("", "# Budget", "The budget is public.\n\n<p style=\"display: none\">The rest is zzheld</p>"),
    ("", "# Budget", "The budget is public.\n\n<script>zzheld</script>"),
];

/// The same for minutes: front matter and text.
const HELD_MINUTES: &[(&str, &str)] = &[
    ("confidentiality: consortium\n", "We spoke of zzheld."),
    ("confidentiality:\n", "We spoke of zzheld."),
    ("confidentiality: consortuim\n", "We spoke of zzheld."),
    ("confidential: yes\n", "We spoke of zzheld."),
    ("audience: internal\n", "We spoke of zzheld."),
    ("status: draft\n", "We spoke of zzheld."),
    ("embargo_until: 2999-01-01T09:00Z\n", "We spoke of zzheld."),
    ("", "confidentiality: consortium\n\nWe spoke of zzheld."),
    ("", "INTERNAL\n\nWe spoke of zzheld."),
    ("", "## Internal notes\n\nWe spoke of zzheld."),
    ("", "Internal use only: we spoke of zzheld."),
    ("", "We spoke.\n\n<!-- zzheld"),
    ("", "We spoke.\n\n## Decisions\n\n- [internal] Decide zzheld"),
    ("", "We spoke.\n\n## Actions\n\n- [ ] RECET: CONFIDENTIAL: act on zzheld"),
    ("", "We spoke.\n\n## Actions\n\n- [ ] RECET: act on zzheld (internal)"),
];

/// The same for a manifest: its lines below the subject.
const HELD_MANIFESTS: &[&str] = &[
    "note: \"INTERNAL: zzheld\"\n",
    "note: \"zzheld (not for publication)\"\n",
    "note: |\n  Not for publication\n  zzheld\n",
    "note: |\n  audience: internal\n  zzheld\n",
    "status: draft\nnote: \"zzheld\"\n",
    "audience: internal\nnote: \"zzheld\"\n",
    "embargo_until: 2999-01-01T09:00Z\nnote: \"zzheld\"\n",
    "confidentiality: consortium\nnote: \"zzheld\"\n",
    "ask: \"DRAFT: zzheld?\"\n",
    "# note: \"zzheld\"\n",
];

/// Builds, as a draft and finally: either the build stops and writes nothing, or what was held back is
/// in no output and what was not is in all.
#[track_caller]
fn holds_back(desk: &Desk, how: &str) {
    for stage in ["--draft", "--final"] {
        let outcome = desk.run(&["build", "2024-04", stage, "-q"]).ends();
        assert!(matches!(outcome.code, Some(0 | 1)), "{how}: {outcome:?}");
        if outcome.code == Some(1) {
            assert!(
                !desk.path("output/2024-04/build.json").exists() || stage == "--final",
                "{how}: {outcome:?}"
            );
            assert!(!desk.path("output/web/index.html").exists(), "{how}");
        }
        if !desk.path("output").exists() {
            continue;
        }
        for (path, text) in said(desk) {
            assert!(!text.contains("zzheld"), "{how} is in {path} ({stage}):\n{}", outcome.err);
            if !path.ends_with(".png") && !path.ends_with("build.json") && path.ends_with(".html") {
                assert!(
                    text.contains("zzopen") || path.ends_with("web/index.html"),
                    "zzopen is not in {path}"
                );
            }
        }
    }
}

/// A cluster with a public text.
fn open() -> Desk {
    let desk = Desk::base();
    let front = "---\npriority: 9\n---\n";
    desk.write(
        "sources/updates/2024-04/recet-open.md",
        format!("{front}# News zzopen\n\nText zzopen for all.\n"),
    );
    desk
}

#[test]
fn an_update_held_back_in_any_way_that_people_type_is_in_no_output() {
    for (front, headline, text) in HELD_UPDATES {
        let desk = open();
        desk.write("sources/updates/2024-04/recet-budget.md", format!("{front}{headline}\n\n{text}\n"));
        holds_back(&desk, &format!("{front}{headline} {text}"));
    }
    for name in ["recet-budget-internal", "internal-budget", "recet-budget-DRAFT", "recet-budget.draft"] {
        let desk = open();
        desk.write(&format!("sources/updates/2024-04/{name}.md"), "# Budget\n\nThe budget is zzheld.\n");
        holds_back(&desk, name);
    }
}

#[test]
fn minutes_and_manifests_held_back_in_any_way_are_in_no_output() {
    for (front, text) in HELD_MINUTES {
        let desk = open();
        let minutes = format!("---\nhost: AISFOR\npresent: [recet]\n{front}---\n# Call\n\n{text}\n");
        desk.write("sources/meetings/2024-04-10-budget-call.md", minutes);
        desk.write("sources/issues/2024-04.yaml", "subject: \"What is new\"\nreport: {minutes: true}\n");
        holds_back(&desk, &format!("{front}{text}"));
    }
    for lines in HELD_MANIFESTS {
        let desk = open();
        desk.write("sources/issues/2024-04.yaml", format!("subject: \"What is new in April\"\n{lines}"));
        holds_back(&desk, lines);
    }
}

#[test]
fn what_is_public_is_printed_though_it_speaks_of_what_is_not() {
    for text in [
        "The draft law is public: status: see the ministry's page.",
        "Internal audiences of energy agencies met on Monday.",
        "The embargo on gas ended. Confidential treatment of data is a right.",
        "A hidden champion: the private sector invests, and the status of plans is good.",
        "The audience: 40 mayors, and many more who watched it on line.",
        "Restricted procedures and internal markets were on the agenda.",
    ] {
        let desk = open();
        desk.write("sources/updates/2024-04/recet-law.md", format!("# News of the law\n\n{text} zzlaw\n"));
        desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
        let printed = desk.read("output/2024-04/newsletter.en.txt").to_lowercase();
        assert!(printed.contains("zzlaw"), "{text}");
    }
}
