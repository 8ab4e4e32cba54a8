//! The round of a text among those whose yes it needs: asked, shown marked in a draft, refused by a final build, said
//! yes to with evidence, out; and what each project still owes.

use crate::desk::{Desk, files};

/// A month with one text in review, which its project and an editor are to approve.
fn desk() -> Desk {
    let desk = Desk::base();
    desk.write(
        "sources/issues/2024-05.yaml",
        "subject: Forty villages\napprovals_required: [project, editor]\ncontributions_due: 2024-05-20\n",
    );
    desk.write(
        "sources/projects/in-plan.yaml",
        "acronym: IN-PLAN\ntitle: Integrated energy and spatial planning\nprogramme: LIFE\nsummary: Helps towns plan.\n",
    );
    desk.write(
        "sources/updates/2024-05/recet-canary.md",
        "---\nstatus: review\n---\n# Zanzibarcanary villages agree\n\nForty villages agree on a [plan](https://example.org/plans).\n",
    );
    desk.write("sources/updates/2024-05/recet-other.md", "---\napprovals: [{by: recet, on: 2024-05-02}, {by: editor, on: 2024-05-02}]\n---\n# Another text of the month\n\nIt is approved by all who were asked.\n");
    desk.write(
        "contacts.csv",
        "project,email,lang\nrecet,maria@example.org,it\nin-plan,jan@example.org,en\n",
    );
    desk
}

/// All bytes of a folder's files as text.
fn all(desk: &Desk, folder: &str) -> String {
    files(&desk.path(folder)).values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn a_text_goes_round_and_only_then_out() {
    let desk = desk();
    // In a draft it is shown, and marked with who is waited for.
    desk.run(&["build", "2024-05"]).exits(0);
    let mail = desk.read("output/2024-05/newsletter.en.txt");
    assert!(mail.contains("Waiting for RECET, editor"), "{mail}");
    assert!(desk.read("output/2024-05/newsletter.en.html").contains("Waiting for RECET, editor"));
    let report = crate::example::attached(&desk, "output/2024-05/report.en.pdf");
    assert!(report.contains("Waiting for RECET, editor"), "{report}");
    // A final build refuses nothing that others wrote, and holds it back whole: no byte of it is public.
    desk.run(&["build", "2024-05", "--final"]).exits(0);
    for folder in ["output/2024-05", "output/web"] {
        if desk.path(folder).exists() {
            assert!(!all(&desk, folder).contains("Zanzibarcanary"), "{folder}");
        }
    }
    desk.run(&["status", "2024-05"]).exits(0).prints("recet-canary.md: in review, waits for RECET, editor");
    // Once it is said to be ready, what is missing stops a final build.
    desk.replace("sources/updates/2024-05/recet-canary.md", "status: review\n", "status: approved\n");
    desk.run(&["build", "2024-05", "--final"])
        .exits(1)
        .says("`recet` has not approved this")
        .says("bulletin approve recet-canary --by recet");
    desk.replace("sources/updates/2024-05/recet-canary.md", "status: approved\n", "status: review\n");
    // It is shown alone.
    desk.run(&["review", "recet-canary"]).exits(0).prints("report.en.pdf").prints("newsletter.en.html");
    let shown = desk.read("output/review/recet-canary/newsletter.en.txt");
    assert!(shown.contains("Zanzibarcanary") && !shown.contains("Another text"), "{shown}");
    // It is sent to its project, once a day.
    desk.run(&["review", "recet-canary", "--send", "--yes"])
        .exits(0)
        .prints("To: maria@example.org")
        .prints("RECET: va bene così? «Zanzibarcanary villages agree»")
        .prints("the account balances");
    let letters = all(&desk, "state/outbox");
    assert!(letters.contains("maria@example.org") && !letters.contains("jan@example.org"));
    desk.run(&["review", "recet-canary", "--send", "--yes"]).exits(0).says("went out today already");
    // The answer is kept, and its hash stands in the text.
    desk.write("answer.eml", "From: maria@example.org\n\nOK\n");
    let answer = desk.path("answer.eml").display().to_string();
    desk.run(&["approve", "recet-canary", "--by", "RECET", "--evidence", &answer, "--on", "2024-05-03"])
        .exits(0)
        .says("“Zanzibarcanary villages agree” still waits for editor");
    let text = desk.read("sources/updates/2024-05/recet-canary.md");
    assert!(
        text.contains("by: recet, on: 2024-05-03, of: \"") && text.contains("evidence: \"sha256:"),
        "{text}"
    );
    assert!(!text.contains("maria"));
    assert!(all(&desk, "state/evidence").contains("OK"));
    desk.run(&["approve", "recet-canary", "--by", "editor", "--on", "2024-05-04"])
        .exits(0)
        .says("may go out");
    assert!(!desk.read("sources/updates/2024-05/recet-canary.md").contains("status: review"));
    desk.run(&["build", "2024-05", "--final"]).exits(0);
    let mail = desk.read("output/2024-05/newsletter.en.txt");
    assert!(mail.contains("Zanzibarcanary") && !mail.contains("Waiting for"), "{mail}");
    // Other words are to be approved again.
    desk.replace("sources/updates/2024-05/recet-canary.md", "Forty villages", "Fifty villages");
    desk.run(&["build", "2024-05", "--final"]).exits(1).says("this was changed since `recet` approved it");
    desk.run(&["approve", "recet-canary", "--by", "recet", "--on", "2024-05-05"]).exits(0);
    desk.run(&["approve", "recet-canary", "--by", "editor", "--on", "2024-05-05"]).exits(0);
    desk.run(&["build", "2024-05", "--final"]).exits(0);
    // Mistakes are named.
    desk.run(&["approve", "recet-canari", "--by", "recet"]).exits(2).says("did you mean `recet-canary`?");
    desk.run(&["approve", "recet-canary", "--by", "recet", "--on", "2999-01-01"])
        .exits(2)
        .says("is still to come");
    desk.replace("sources/updates/2024-05/recet-canary.md", "Fifty villages", "Sixty villages");
    desk.run(&["approve", "recet-canary", "--by", "edtor"])
        .exits(2)
        .says("`edtor` was not asked")
        .says("did you mean `editor`?");
    desk.replace("sources/updates/2024-05/recet-canary.md", "# Zanzibarcanary", "# TODO Zanzibarcanary");
    desk.run(&["approve", "recet-canary", "--by", "editor"])
        .exits(2)
        .says("is not finished (`TODO` stands in it)");
    // Whatever the check calls a gap, wherever it stands; a word that merely holds one is none.
    desk.replace(
        "sources/updates/2024-05/recet-canary.md",
        "# TODO Zanzibarcanary",
        "# EL MÉTODO TODOS Zanzibarcanary",
    );
    desk.replace(
        "sources/updates/2024-05/recet-canary.md",
        "Sixty villages",
        "Sixty villages, photo to follow,",
    );
    desk.run(&["approve", "recet-canary", "--by", "editor"])
        .exits(2)
        .says("is not finished (`photo to follow` stands in it)");
    desk.replace("sources/updates/2024-05/recet-canary.md", ", photo to follow,", "");
    desk.run(&["approve", "recet-canary", "--by", "editor", "--on", "2024-05-20"]).exits(0);
}

#[test]
fn each_project_is_told_what_is_open_with_it_in_its_language_and_once_a_day() {
    let desk = desk();
    desk.write(
        "sources/meetings/2024-05-02-call.md",
        "---\nhost: AISFOR\npresent: [recet, in-plan]\n---\n# A call\n\nWe spoke.\n\n## Actions\n\n- [ ] IN-PLAN: map the towns (by 2024-05-10)\n- [ ] RECET: write the guide (by 2024-12-31)\n",
    );
    desk.write(
        "sources/images/village.png",
        std::fs::read(crate::desk::project().join("tests/cases/five-in-one/sources/images/mayors.png"))
            .expect("a picture"),
    );
    desk.write(
        "sources/updates/2024-05/recet-picture.md",
        "---\napprovals: [{by: recet, on: 2024-05-02}, {by: editor, on: 2024-05-02}]\n---\n# A village in the sun\n\nIt is warm.\n\n![a village](village.png)\n",
    );
    let outcome = desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--dry-run"]).exits(0);
    let outcome = outcome.says("dry run: nothing was written");
    assert!(!desk.path("state").exists());
    let letters: Vec<&str> = outcome.out.split("To: ").skip(1).collect();
    assert_eq!(letters.len(), 2, "{}", outcome.out);
    let of = |address: &str| letters.iter().find(|letter| letter.starts_with(address)).expect("a letter");
    let recet = of("maria@example.org");
    assert!(
        recet.contains("che cosa manca ancora da RECET")
            && recet.contains("il vostro sì a «Zanzibarcanary villages agree»"),
        "{recet}"
    );
    assert!(recet.contains("di chi è l’immagine village.png in «A village in the sun»"), "{recet}");
    // What is due in half a year is not asked for, and what others owe neither.
    assert!(!recet.contains("write the guide") && !recet.contains("le vostre notizie"), "{recet}");
    let in_plan = of("jan@example.org");
    assert!(
        in_plan.contains("your news of May 2024, by 20 May 2024")
            && in_plan.contains("map the towns (due 10 May 2024)"),
        "{in_plan}"
    );
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18"])
        .exits(2)
        .says("nobody is there to answer: add `--yes`");
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--yes"]).exits(0).prints("2  in the outbox");
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--yes"])
        .exits(0)
        .says("went out today already");
    // Its words are the cluster's to change.
    desk.write(
        "layouts/letters/remind.en.txt",
        "Still open: {{project}}\n\n{{#each news}}\nNews by {{this.by}}\n{{/each}}\n",
    );
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--dry-run"])
        .exits(0)
        .prints("Subject: Still open: IN-PLAN");
    std::fs::remove_file(desk.path("contacts.csv")).expect("removed");
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--dry-run"])
        .exits(2)
        .says("there is no `contacts.csv`");
    desk.write("contacts.csv", "project,email\nrectt,x@example.org\n");
    desk.run(&["remind", "2024-05", "--as-of", "2024-05-18", "--dry-run"])
        .exits(2)
        .says("contacts.csv:2: there is no project `rectt`");
}

#[test]
fn fields_of_events_minutes_and_links_are_printed_where_their_readers_look() {
    let desk = Desk::base();
    desk.write("sources/issues/2024-05.yaml", "subject: Forty villages\n");
    desk.write(
        "sources/events.yaml",
        "- title: Open day\n  starts: 2024-06-18\n  place: Trieste\n  organisers: [recet, City of Trieste]\n  registration_deadline: 2024-06-10\n  expected: 120\n- title: Past day\n  starts: 2024-05-12\n  status: held\n  place: Rome\n  attended: 1450\n  expected: 2000\n",
    );
    desk.write(
        "sources/meetings/2024-05-02-call.md",
        "---\nhost: AISFOR\nchair: City of Trieste\npresent: [recet]\n---\n# A call\n\nWe spoke.\n",
    );
    desk.write(
        "sources/updates/2024-05/recet-plans.md",
        "---\nlinks:\n  - {title: The forty plans, url: https://example.org/plans}\n  - {title: The map, url: https://example.org/map}\n---\n# Villages agree\n\nForty villages agree.\n",
    );
    desk.run(&["build", "2024-05"]).exits(0).does_not_say("printed nowhere");
    let mail = desk.read("output/2024-05/newsletter.en.txt");
    let words = "Trieste · Organised by RECET and City of Trieste · Register by 10 June 2024";
    assert!(mail.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{mail}");
    assert!(!mail.contains("Expected: 120"), "{mail}");
    let report = crate::example::attached(&desk, "output/2024-05/report.en.pdf");
    for words in
        ["Expected: 120", "Took part: 1\u{A0}450", "\"Chair\"", "City of Trieste", "Register by 10 June 2024"]
    {
        assert!(report.contains(words), "{words}\n{report}");
    }
    assert!(!report.contains("Expected: 2\u{A0}000"));
    let data = desk.read("output/2024-05/issue.json");
    assert!(
        data.contains("\"attended\": 1450") && data.contains("\"registration_deadline\": \"2024-06-10\""),
        "{data}"
    );
    // What stands below a text is in every output of it.
    assert!(desk.run(&["review", "recet-plans"]).exits(0).out.contains("report.en.pdf"));
    let pdf = std::process::Command::new("pdftotext")
        .args(["-q", &desk.path("output/2024-05/report.en.pdf").display().to_string(), "-"])
        .output();
    match pdf {
        Ok(output) => assert!(String::from_utf8_lossy(&output.stdout).contains("The forty plans")),
        Err(_) => crate::desk::skipped("the report's words: pdftotext is not installed"),
    }
    desk.replace("sources/updates/2024-05/recet-plans.md", "https://example.org/map", "nowhere");
    desk.run(&["check", "2024-05"]).exits(1).says("url: `nowhere` does not start with `https://`");
}
