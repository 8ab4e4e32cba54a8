//! `bulletin report`: any period, any grant.

use crate::desk::Desk;
use crate::example::attached;

/// The one report of a desk, as its data.
fn data(desk: &Desk, name: &str) -> String {
    attached(desk, &format!("output/reports/{name}"))
}

#[test]
fn a_period_and_a_grant_name_the_file_and_what_is_in_it() {
    let desk = Desk::example();
    let args = ["report", "--from", "2023-11", "--to", "2024-05", "--project", "entrack"];
    let outcome = desk.run(&args).exits(0);
    let name = "synergy-cluster-for-clean-energy-transition-2023-11-2024-05-entrack-v1.en";
    assert!(outcome.out.contains(&format!("{name}.pdf")) && outcome.out.contains("cover-note.txt"));
    let report = data(&desk, &format!("{name}.pdf"));
    // Of another grant's statement nothing, as nothing of it is printed.
    assert!(report.contains("Co-funded by the European Union") && !report.contains("Horizon 2020"));
    let note = desk.read(&format!("output/reports/{name}.cover-note.txt"));
    let body =
        note.split("\n\n").nth(1).expect("a paragraph").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(body.split(". ").count(), 5, "five sentences: {note}");
    // A second report stands beside the first.
    desk.run(&["report", "--from", "2024-04", "--to", "2024-04", "--revision", "2"])
        .exits(0)
        .prints("v2.en.pdf");
    assert!(desk.path(&format!("output/reports/{name}.pdf")).exists());
}

#[test]
fn what_is_held_back_stays_out_of_every_period() {
    let desk = Desk::example();
    desk.write("sources/issues/2024-05.yaml", "subject: S\napprovals_required: [officer]\n");
    for (slug, front) in [
        ("unapproved", "type: news"),
        ("internal", "audience: [internal]\napprovals: [{by: officer}]"),
        ("embargoed", "embargo_until: 2999-01-01T09:00Z\napprovals: [{by: officer}]"),
        ("out", "approvals: [{by: officer}]"),
    ] {
        let text = format!("---\n{front}\n---\n# News zz{slug}\n\nText.\n");
        desk.write(&format!("sources/updates/2024-05/entrack-{slug}.md"), text);
    }
    desk.run(&["report", "--from", "2024-04", "--to", "2024-06", "--draft"]).exits(0);
    let report = data(&desk, "synergy-cluster-for-clean-energy-transition-2024-04-2024-06-v1-draft.en.pdf");
    assert!(report.contains("zzout"));
    for word in ["zzunapproved", "zzinternal", "zzembargoed"] {
        assert!(!report.contains(word), "{word}");
    }
}

#[test]
fn a_wrong_period_or_project_is_named() {
    let desk = Desk::example();
    desk.run(&["report", "--from", "2024-05", "--to", "2024-04"])
        .exits(2)
        .says("2024-04 is before --from 2024-05");
    desk.run(&["report", "--from", "April", "--to", "2024-04"]).exits(2).says("type year and month");
    desk.run(&["report", "--from", "2024-04", "--to", "2024-04", "--project", "entrak"])
        .exits(2)
        .says("did you mean `entrack`?");
}
