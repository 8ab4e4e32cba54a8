//! Parts of the report that a manifest asks for, what stops it, where links lead in it, and what
//! hostile text does to it: nothing.

use std::fmt::Write as _;

use std::process::Command;

use bulletin::layouts::Layouts;

use crate::canaries::unpacked;
use crate::coverage::rendered;
use crate::desk::{Desk, files, skipped};
use crate::example::attached;
use crate::officer::rich;

/// The manifest of the smallest cluster.
const MANIFEST: &str = "sources/issues/2024-04.yaml";

/// Its news.
const UPDATE: &str = "sources/updates/2024-04/recet-energy-plans.md";

/// The words of a report, by the program `pdftotext`; `None`, and loudly, where it is not there.
fn extracted(desk: &Desk, path: &str) -> Option<String> {
    let run =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(desk.path(path)).arg("-").output();
    match run {
        Ok(output) if output.status.success() => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        _ => {
            skipped("pdftotext is not installed: the text of a report was not extracted");
            None
        }
    }
}

/// A text without spaces and the marks that only say where lines may end.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{2060}' | '\u{AD}')).collect()
}

#[test]
fn a_deliverable_has_a_cover_sheet_with_its_history() {
    let desk = Desk::base();
    let deliverable = "report:\n  cover: deliverable\n  deliverable:\n    project: recet\n    number: D6.3\n    lead: AISFOR\n    history:\n      - {version: \"0.9\", date: 2024-05-02, change: Sent to the partners}\n";
    desk.write(MANIFEST, format!("subject: \"What comes next\"\n{deliverable}"));
    desk.run(&["build", "-q", "--final"]).exits(0);
    let data = attached(&desk, "output/2024-04/report.en.pdf");
    for fact in
        ["D6.3", "PU \u{2013} Public", "Rural Europe for the Clean Energy Transition", "Sent to the partners"]
    {
        assert!(data.contains(fact), "{fact}");
    }
    let pages = rendered(desk.root(), &Layouts::defaults()).expect("a report").pages;
    assert!(
        pages[0].text.contains("Document history") && pages[0].text.contains("D6.3"),
        "{}",
        pages[0].text
    );
    assert!(pages[1].text.contains("1 meeting held"), "{}", pages[1].text);
    desk.write(MANIFEST, format!("subject: \"What comes next\"\n{}", deliverable.replace("recet", "reset")));
    desk.run(&["check"]).exits(1).says("there is no project `reset`").says("did you mean `recet`?");
    desk.write(
        MANIFEST,
        format!("subject: \"What comes next\"\n{}", deliverable.replace("number:", "nunber:")),
    );
    desk.run(&["check"]).exits(1).says("did you mean `number`?");
}

#[test]
fn minutes_stand_in_full_and_the_portal_s_table_only_where_the_manifest_asks() {
    let desk = rich();
    desk.run(&["build", "-q", "2024-05"]).exits(0);
    let full: String = rendered(desk.root(), &Layouts::defaults())
        .expect("a report")
        .pages
        .iter()
        .map(|p| p.text.clone())
        .collect();
    assert!(full.contains("Whom do we have to ask first?") && full.contains("Working list"));
    desk.replace("sources/issues/2024-05.yaml", "minutes: true, portal: true", "minutes: false");
    let short = rendered(desk.root(), &Layouts::defaults()).expect("a report").pages;
    let short: String = short.iter().map(|page| page.text.clone()).collect();
    assert!(short.contains("compared what rural mayors ask first"));
    assert!(!short.contains("Whom do we have to ask first?") && !short.contains("Working list"));
}

#[test]
fn a_layout_that_runs_away_is_stopped_with_a_word_on_what_to_do() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "limits: {pages: 1, seconds: 60}\n");
    desk.run(&["build"]).exits(1).says("pages; the limit is 1").says("limits: {pages: …}");
    assert!(!desk.path("output").exists());
    desk.replace("bulletin.yaml", "pages: 1, seconds: 60", "seconds: 1");
    let endless = "#let f(n) = if n == 0 { 0 } else { range(9000).map(i => calc.rem(i * n, 7)).sum() + f(n - 1) }\n#range(9000).map(i => f(60)).sum()\n";
    desk.write("layouts/report/report.typ", endless);
    desk.run(&["build"]).exits(1).says("typesetting took longer than 1 seconds and was stopped");
}

#[test]
fn a_layout_that_does_not_say_the_language_is_refused() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "languages: [hr]\n");
    desk.run(&["build", "-q"]).exits(0);
    let theme = Layouts::embedded_text("report/theme.typ").expect("a theme");
    assert!(theme.contains("lang: data.language"));
    desk.write("layouts/report/theme.typ", theme.replace("lang: data.language,", ""));
    desk.run(&["build", "--diagnostics", "short"])
        .exits(1)
        .says("layouts/report/theme.typ:1:1: error: the report's layout does not say the report's language");
}

#[test]
fn the_look_comes_from_the_configuration() {
    let desk = Desk::base();
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml") + "look: {accent: \"#aaccee\", font: Sauce Sans 3, logo: logo.png}\n",
    );
    desk.run(&["check"])
        .exits(1)
        .says("too pale to be read")
        .says("there is no font `Sauce Sans 3`")
        .says("did you mean `Source Sans 3`?")
        .says("there is no picture `logo.png`");
    desk.replace("bulletin.yaml", "#aaccee", "#5b2a86");
    desk.replace("bulletin.yaml", "Sauce Sans 3", "DejaVu Sans");
    let mut logo = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(300, 90, image::Rgba([91, 42, 134, 255]))
        .write_to(&mut logo, image::ImageFormat::Png)
        .expect("a picture");
    desk.write("sources/images/logo.png", logo.into_inner());
    desk.run(&["build", "-q", "--final"]).exits(0);
    let pdf = std::fs::read(desk.path("output/2024-04/report.en.pdf")).expect("a report");
    let pdf = String::from_utf8_lossy(&pdf);
    assert!(
        pdf.contains("DejaVuSans") && pdf.contains("/Subtype/Image") || pdf.contains("/Subtype /Image"),
        "no logo"
    );
    assert!(attached(&desk, "output/2024-04/report.en.pdf").contains("#5b2a86"));
}

#[test]
fn every_project_meeting_decision_and_action_is_a_place_that_links_lead_to() {
    let desk = rich();
    let places = rendered(desk.root(), &Layouts::defaults()).expect("a report").destinations;
    for place in [
        "project-entrack",
        "project-at-last",
        "meeting-2024-05-14-second-call",
        "decision-2024-05-14-second-call-d3",
        "action-2024-05-14-second-call-15",
        "action-2024-04-08-synergy-call-1",
        "update-recet-energy-plans",
    ] {
        assert!(places.iter().any(|known| known == place), "{place} is not in {places:?}");
    }
    let once: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(once.len(), places.len(), "a name stands for two places");
    desk.replace("sources/issues/2024-05.yaml", "profiles: true, ", "");
    let places = rendered(desk.root(), &Layouts::defaults()).expect("a report").destinations;
    assert!(places.iter().any(|known| known == "project-entrack"), "without profiles the table is the place");
}

#[test]
fn the_record_knows_the_hash_of_what_is_attached() {
    let desk = rich();
    desk.run(&["build", "-q", "2024-05"]).exits(0);
    let record: serde_json::Value =
        serde_json::from_str(&desk.read("output/2024-05/build.json")).expect("JSON");
    let rows = record["attached"].as_array().expect("a list");
    assert_eq!(rows.len(), 2, "a report in two languages");
    for row in rows {
        let data = attached(&desk, &format!("output/2024-05/{}", row["to"].as_str().expect("a name")));
        assert_eq!(row["sha256"], bulletin::value::sha256(data.as_bytes()));
    }
    let before = files(&desk.path("output"));
    desk.run(&["build", "-q", "2024-05", "--only", "newsletter"]).exits(0);
    assert!(before == files(&desk.path("output")), "a partial build forgot what is attached");
}

#[test]
fn hostile_text_stands_in_the_report_as_it_was_typed() {
    let desk = Desk::base();
    let lines = [
        "#eval(\"1 + 1\") and #import \"/etc/passwd\": * and #read(\"/etc/passwd\")",
        "#let x = 1; #x and $x^2$ and @name and <label> and {{secret}} and {{{x}}} and %unsubscribe%",
        "#set page(fill: red) #show: none #raw(block: true) #sys.inputs #panic(1)",
        "// no comment /* none */ --- ~ \\u{41} ` ' \" ; : . , ! ? = + / \\ | & %",
        "(a) {b} ]c[ ^d^^e ~f",
    ];
    let mut text = String::from("# Hostile\n\n");
    for line in lines {
        let escaped: String = line
            .chars()
            .flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] })
            .collect();
        let _ = write!(text, "{escaped}\n\n");
    }
    for mark in (33_u8..127).map(char::from).filter(char::is_ascii_punctuation) {
        let _ = write!(text, "\\{mark}start{} follows\n\n", u32::from(mark));
    }
    desk.write(UPDATE, &text);
    desk.run(&["build", "-q"]).exits(0);
    let Some(found) = extracted(&desk, "output/2024-04/report.en.pdf") else { return };
    let found = solid(&found);
    for line in lines {
        // Quotation marks become those of the language.
        let line = solid(line);
        for part in line.split(['"', '\'']).filter(|part| !part.is_empty()) {
            let part = part.replace("---", "\u{2014}");
            assert!(found.contains(&part), "`{part}` is not in {found}");
        }
    }
    for mark in (33_u8..127).map(char::from).filter(|c| c.is_ascii_punctuation() && !matches!(c, '"' | '\''))
    {
        assert!(found.contains(&format!("{mark}start{}", u32::from(mark))), "`{mark}` at a line's start");
    }
}

#[test]
fn nesting_without_end_a_paragraph_without_end_and_soft_hyphens_are_kept_or_refused() {
    let desk = Desk::base();
    desk.write(UPDATE, format!("# Deep\n\nFirst.\n\n{}innermost words\n", "> ".repeat(10_000)));
    let outcome = desk.run(&["build", "--diagnostics", "short"]).ends();
    assert!(matches!(outcome.code, Some(0 | 1)), "{}", outcome.err);
    assert!(outcome.err.contains("recet-energy-plans.md:5:"), "a place is named: {}", outcome.err);
    if outcome.code == Some(0)
        && let Some(found) = extracted(&desk, "output/2024-04/report.en.pdf")
    {
        assert!(solid(&found).contains("innermostwords"));
    }
    let long = "All words of a long paragraph stay. ".repeat(30_000);
    desk.write(UPDATE, format!("# Long\n\n{long}\n"));
    let outcome = desk.run(&["build", "--diagnostics", "short"]).ends();
    assert!(matches!(outcome.code, Some(0 | 1)), "{}", outcome.err);
    if outcome.code == Some(0)
        && let Some(found) = extracted(&desk, "output/2024-04/report.en.pdf")
    {
        assert!(solid(&found).matches("Allwordsofalongparagraphstay.").count() >= 30_000);
    }
    desk.write(UPDATE, "# Soft\n\nWords with [a\u{AD}soft\u{AD}hyphen](https://example.org/a\u{AD}b) end.\n");
    desk.run(&["build", "-q"]).exits(0);
    if let Some(found) = extracted(&desk, "output/2024-04/report.en.pdf") {
        assert!(solid(&found).contains("asofthyphen"), "{found}");
    }
}

#[test]
fn a_decorative_picture_is_not_read_aloud() {
    let desk = Desk::base();
    let mut picture = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 20, image::Rgb([200, 220, 240]))
        .write_to(&mut picture, image::ImageFormat::Png)
        .expect("a picture");
    desk.write("sources/images/line.png", picture.into_inner());
    let figures = |text: &str| {
        desk.write(UPDATE, format!("# News\n\nText before.\n\n{text}\n\nText after.\n"));
        desk.run(&["build", "--final", "-q"]).exits(0);
        let pdf = std::fs::read(desk.path("output/2024-04/report.en.pdf")).expect("a report");
        let all = format!("{}{}", String::from_utf8_lossy(&pdf), unpacked(&pdf));
        all.split("/Figure").filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())).count()
    };
    let spoken = figures("![A blue line](line.png \"Drawing: A, CC0\")");
    desk.write("sources/images.yaml", "- {file: images/line.png, decorative: true}\n");
    assert_eq!(figures("![](line.png)") + 1, spoken, "a decorative picture is no figure");
}

#[test]
fn a_build_needs_neither_network_nor_fonts_of_the_machine() {
    let (one, other) = (Desk::base(), Desk::base());
    one.run(&["build", "-q", "--final"]).exits(0);
    let empty = tempfile::tempdir().expect("a folder");
    let build = other.command(&["build", "-q", "--final"]);
    // Without rights to a network of its own the program runs in the usual one, and it is said.
    let unshared =
        Command::new("unshare").args(["-rn", "true"]).status().is_ok_and(|status| status.success());
    let mut command = Command::new(if unshared { "unshare".as_ref() } else { build.get_program() });
    if unshared {
        command.arg("-rn").arg(build.get_program());
    } else {
        skipped("unshare gives no empty network here: the build without one was not tried");
    }
    command.args(build.get_args());
    if let Some(folder) = build.get_current_dir() {
        command.current_dir(folder);
    }
    for name in
        ["HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "FONTCONFIG_PATH", "TYPST_FONT_PATHS"]
    {
        command.env(name, empty.path());
    }
    assert!(command.status().expect("runs").success());
    assert!(files(&one.path("output")) == files(&other.path("output")), "the bytes differ");
}

#[test]
fn reports_have_the_length_that_a_funder_reads() {
    let example = Desk::example();
    let pages = rendered(example.root(), &Layouts::defaults()).expect("a report").pages.len();
    assert!(pages <= 6, "the worked example has {pages} pages");
    let pages = rendered(rich().root(), &Layouts::defaults()).expect("a report").pages.len();
    assert!((10..=12).contains(&pages), "the rich month has {pages} pages");
}
