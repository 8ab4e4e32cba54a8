//! What goes on behind the outputs: records, folders, layouts, limits.

use crate::desk::Desk;

#[test]
fn a_record_that_somebody_changed_leads_nowhere_outside() {
    let desk = Desk::base();
    desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    desk.write("outside.txt", "mine");
    let before =
        std::fs::metadata(desk.path("outside.txt")).and_then(|meta| meta.modified()).expect("a time");
    for path in ["../../outside.txt", "..\\\\..\\\\outside.txt", "C:/outside.txt", "/etc/hostname"] {
        let record = desk.read("output/2024-04/build.json");
        let more = format!("\"files\": [\n    {{\"path\": \"{path}\", \"bytes\": 4, \"sha256\": \"x\"}},");
        desk.write("output/2024-04/build.json", record.replacen("\"files\": [", &more, 1));
        desk.run(&["build", "2024-04", "--final", "--only", "newsletter", "-q"]).exits(0);
        assert!(!desk.read("output/2024-04/build.json").contains("outside"), "{path}");
        assert!(!desk.read("output/2024-04/build.json").contains("hostname"), "{path}");
    }
    let after = std::fs::metadata(desk.path("outside.txt")).and_then(|meta| meta.modified()).expect("a time");
    assert_eq!((before, &*desk.read("outside.txt")), (after, "mine"));
}

#[test]
#[cfg(unix)]
fn what_somebody_put_among_the_outputs_stays() {
    let desk = Desk::base();
    desk.run(&["build", "2024-04", "-q"]).exits(0);
    desk.write("notes.txt", "mine");
    std::os::unix::fs::symlink("../../notes.txt", desk.path("output/2024-04/notes.txt")).expect("a link");
    std::fs::create_dir(desk.path("output/2024-04/for the printer")).expect("a folder");
    desk.write("output/2024-04/mine/cover.txt", "cover");
    desk.run(&["build", "2024-04", "-q"]).exits(0);
    let link = std::fs::read_link(desk.path("output/2024-04/notes.txt")).expect("a link");
    assert_eq!(link.to_string_lossy(), "../../notes.txt");
    assert!(desk.path("output/2024-04/for the printer").is_dir());
    assert_eq!(desk.read("output/2024-04/mine/cover.txt"), "cover");
}

#[test]
#[cfg(unix)]
fn a_layout_that_is_a_link_is_refused_and_not_passed_over() {
    let desk = Desk::base();
    desk.write("mine.hbs", "<p>mine</p>");
    std::fs::create_dir_all(desk.path("layouts/newsletter/blocks")).expect("a folder");
    std::os::unix::fs::symlink(desk.path("mine.hbs"), desk.path("layouts/newsletter/blocks/lead.hbs"))
        .expect("a link");
    desk.run(&["build", "-q"])
        .exits(1)
        .says("layouts/newsletter/blocks/lead.hbs")
        .says("put the file itself there");
}

#[test]
fn years_and_numbers_have_bounds() {
    let desk = Desk::base();
    for command in [
        &["new", "meeting", "9999-12-01", "x"][..],
        &["new", "meeting", "1066-10-14", "x"],
        &["new", "issue", "9999-12"],
        &["check", "9999-12"],
        &["check", "2024-+4"],
        &["build", "--as-of", "9999-12-31"],
    ] {
        let outcome = desk.run(command).ends();
        assert!(matches!(outcome.code, Some(1 | 2)), "{command:?}: {outcome:?}");
    }
    let value = "9".repeat(31);
    let indicator = |value: &str| {
        format!(
            "- {{id: a, label: A, unit: b, aggregation: sum, values: [{{period: 2024-03, value: {value}}}, {{period: 2024-04, value: {value}}}]}}\n"
        )
    };
    desk.write("sources/indicators.yaml", indicator(&value));
    desk.run(&["check"]).exits(1).says("has too many digits").says("24 digits before the point");
    desk.write("sources/indicators.yaml", indicator(&format!("{}.{}", "9".repeat(24), "9".repeat(12))));
    desk.run(&["build", "-q"]).exits(0);
    let issue = desk.read("output/2024-04/issue.json");
    assert!(issue.contains(&format!("1{}.{}8", "9".repeat(24), "9".repeat(11))), "{issue}");
}

#[test]
fn a_wrong_shape_is_told_in_words_at_its_own_level() {
    for (file, text, said, hint) in [
        (
            "sources/updates/2024-04/recet-energy-plans.md",
            "---\napprovals: [charisma]\n---\n# News\n\nText.\n",
            ":2:13: error: approvals[0]: expected fields (`name: value`), found `charisma`",
            "type it as `approvals: [{by: CHARISMA, on: 2024-04-22}]`",
        ),
        (
            "sources/updates/2024-04/recet-energy-plans.md",
            "---\napprovals: [{project: charisma}]\n---\n# News\n\nText.\n",
            "error: unknown field `project`",
            "known fields: by, on, of, evidence",
        ),
        (
            "sources/updates/2024-04/recet-energy-plans.md",
            "---\napprovals: [{by: charisma, on: 2999-01-01}]\n---\n# News\n\nText.\n",
            "error: `charisma` approves this on 2999-01-01: that day is still to come",
            "write `status: review` until then",
        ),
        (
            "sources/issues/2024-04.yaml",
            "subject: \"What is new\"\nminutes: true\n",
            "error: unknown field `minutes`",
            "`minutes` belongs below `report:`",
        ),
        (
            "sources/issues/2024-04.yaml",
            "subject: \"What is new\"\nreport: yes\n",
            "error: report: expected fields",
            "type it as `report: {minutes: true}`",
        ),
        (
            "sources/events.yaml",
            "title: x\n",
            "error: expected a list, found fields",
            "begin each item with `- `",
        ),
        (
            "sources/events.yaml",
            "- {title: x, starts: 2024-05-01, social: 40}\n",
            "error: `social` is printed nowhere yet",
            "take the line out",
        ),
        (
            "sources/events.yaml",
            "- {title: x, starts: 2024-05-01, foo: 3}\n",
            "error: unknown field `foo`",
            "known fields: id, title, starts",
        ),
    ] {
        let desk = Desk::base();
        desk.write(file, text);
        let outcome = desk.run(&["check", "--diagnostics", "short"]).exits(1);
        for inside in ["struct", "Raw", "invalid type", "sequence"] {
            assert!(!outcome.err.contains(inside), "{inside} in {}", outcome.err);
        }
        outcome.says(said).says(hint);
    }
}

#[test]
fn a_report_that_takes_too_long_is_left_and_ends() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "limits: {seconds: 1}\n");
    // It asks for a font again and again, without end.
    let endless = "#let go(n) = { for i in range(9000) { [#text(size: (8 + calc.rem(i, 7)) * 1pt, str(i * n)) ] } }\n#for n in range(9000) { go(n) }\n";
    desk.write("layouts/report/report.typ", endless);
    let begun = std::time::Instant::now();
    desk.run(&["build", "--only", "report", "-q"]).exits(1).says("took longer than 1 second");
    assert!(begun.elapsed().as_secs() < 60, "it does not go on");
}
