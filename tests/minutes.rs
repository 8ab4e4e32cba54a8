//! Bullets under a heading of actions become actions or are reported, never just text.

use std::fs;

use crate::desk::Desk;

/// The headings, by language, each with its words for `by`.
const HEADINGS: &[(&str, &str)] = &[
    ("Actions", "by"),
    ("Action items", "by"),
    ("Next steps", "by"),
    ("Ενέργειες", "έως"),
    ("Действия", "до"),
    ("Radnje", "do"),
    ("Azioni", "entro"),
];

/// What an item must become: an action of an owner, done or not, or a finding.
enum Becomes {
    /// An open action that shows this owner and text.
    Action(&'static str),
    /// A closed one: it stands as done.
    Done,
    /// An action that nobody owns, with a warning.
    Ownerless,
    /// A finding with these words.
    Finding(&'static str),
}

/// The items, and what becomes of each; `BY` stands for the language's word.
const ITEMS: &[(&str, Becomes)] = &[
    ("- [ ] RECET: plan it", Becomes::Action("RECET: plan it")),
    ("* [x] RECET: plan it", Becomes::Done),
    ("- [X] RECET: plan it", Becomes::Done),
    ("1. RECET: plan it", Becomes::Action("RECET: plan it")),
    ("- RECET: plan it", Becomes::Action("RECET: plan it")),
    ("- **RECET**: plan it", Becomes::Action("RECET: plan it")),
    ("- RECET, IN-PLAN: plan it", Becomes::Action("RECET, IN-PLAN: plan it")),
    ("- RECET and IN-PLAN: plan it", Becomes::Action("RECET, IN-PLAN: plan it")),
    ("- RECET – plan it", Becomes::Action("RECET: plan it")),
    ("- @RECET: plan it", Becomes::Action("RECET: plan it")),
    ("- RECET: plan it (BY 31/05/2024)", Becomes::Action("RECET: plan it")),
    ("- RECET: plan it (BY 31.5.2024).", Becomes::Action("RECET: plan it")),
    ("- recet: plan it (BY 2024-05-01)", Becomes::Action("RECET: plan it")),
    ("- RECET: plan it (BY 1 May)", Becomes::Action("RECET: plan it")),
    ("- RECET: plan it (BY 5/6/2024)", Becomes::Finding("`5/6/2024` is two days, as one reads it")),
    ("- RECET: plan it (BY 31.13.2024)", Becomes::Finding("`31.13.2024` is no date")),
    ("- plan it", Becomes::Ownerless),
    ("- RECET: plan it\n  - and this too", Becomes::Finding("stands inside another item")),
];

/// A cluster with one list in its minutes.
fn desk(heading: &str, item: &str) -> Desk {
    let desk = Desk::base();
    desk.write("sources/projects/in-plan.yaml", "acronym: IN-PLAN\ntitle: T\nprogramme: LIFE\nsummary: S.\n");
    let minutes =
        format!("---\nhost: AISFOR\npresent: [recet]\n---\n# Call\n\nText.\n\n## {heading}\n\n{item}\n");
    desk.write("sources/meetings/2024-04-08-synergy-call.md", minutes);
    desk
}

#[test]
fn every_item_becomes_an_action_or_a_finding_in_every_language() {
    for (heading, by) in HEADINGS {
        for (item, becomes) in ITEMS {
            let item = item.replace("BY", by);
            let desk = desk(heading, &item);
            let status = desk.run(&["status", "2024-04", "--as-of", "2024-04-30"]).exits(0);
            let check = desk.run(&["check", "--diagnostics", "short"]).ends();
            let context = format!("{heading}: {item}\n{}\n{}", status.out, check.err);
            match becomes {
                Becomes::Action(text) => {
                    assert!(status.out.contains(text), "{context}");
                    assert_eq!(check.code, Some(0), "{context}");
                }
                Becomes::Done => {
                    assert!(status.out.contains("No action is open"), "{context}");
                    desk.run(&["build", "-q"]).exits(0);
                    let report = crate::example::attached(&desk, "output/2024-04/report.en.pdf");
                    assert!(report.contains("done on 8 April 2024"), "{report}");
                }
                Becomes::Ownerless => {
                    assert!(status.out.contains("nobody named: plan it"), "{context}");
                    assert!(check.err.contains("this action has no owner"), "{context}");
                }
                Becomes::Finding(words) => assert!(check.err.contains(words), "{context}"),
            }
        }
    }
}

#[test]
fn text_under_such_a_heading_that_is_no_list_is_reported() {
    desk("Actions", "RECET will plan it.").run(&["check"]).exits(1).says("this can't be read as an action");
    desk("Decisions", "We meet again.").run(&["check"]).exits(1).says("this can't be read as a decision");
}

#[test]
fn an_action_lives_on_until_a_later_meeting_closes_it() {
    let desk = Desk::base();
    desk.run(&["new", "issue", "2024-05"]).exits(0);
    desk.run(&["new", "meeting", "2024-05-14", "second-call"]).exits(0);
    let path = "sources/meetings/2024-05-14-second-call.md";
    let carried = "- [ ] RECET: keep sharing updates and best practices with the sister projects (by 2024-05-31) {#2024-04-08-synergy-call-1}";
    assert!(desk.read(path).contains(carried), "{}", desk.read(path));
    let status = desk.run(&["status", "2024-05", "--as-of", "2024-05-31"]).exits(0);
    assert!(status.out.contains("Issue 2 of 2024-05"), "{}", status.out);
    assert!(status.out.contains("open for 53 days, due 2024-05-31"), "{}", status.out);
    desk.run(&["build", "2024-05", "-q"]).exits(0);
    let report = crate::example::attached(&desk, "output/2024-05/report.en.pdf");
    assert!(report.contains("Issue 2 · May 2024"), "{report}");
    assert!(report.contains("\"state\": \"open\""), "{report}");

    desk.replace(path, "- [ ] RECET: keep", "- [x] RECET: keep");
    let status = desk.run(&["status", "2024-05", "--as-of", "2024-05-31"]).exits(0);
    assert!(!status.out.contains("keep sharing"), "{}", status.out);

    desk.replace(path, "- [x] RECET: keep", "- [ ] RECET: stop");
    desk.run(&["check", "2024-05"]).exits(1).says("reads otherwise than when it was agreed");
}

/// Of each official language: its tag, headings of actions and of decisions, an action's end with a day as
/// people write it, and a word for everybody.
const LANGUAGES: [(&str, &str, &str, &str, &str); 24] = [
    ("en", "Next steps", "Decisions", "by 31 May", "everybody"),
    ("bg", "Задачи", "Решения", "до 31 май", "всички"),
    ("cs", "Úkoly", "Rozhodnutí", "do 31. května", "všichni"),
    ("da", "Opgaver", "Beslutninger", "senest den 31. maj", "alle"),
    ("de", "Nächste Schritte", "Beschlüsse", "bis 31.5.2024", "alle"),
    ("el", "Ενέργειες", "Αποφάσεις", "έως τις 31 Μαΐου", "όλοι"),
    ("es", "Próximos pasos", "Acuerdos", "hasta el 31/5", "todos"),
    ("et", "Ülesanded", "Otsused", "31. maiks", "kõik"),
    ("fi", "Tehtävät", "Päätökset", "31.5.2024 mennessä", "kaikki"),
    ("fr", "À faire", "Décisions prises", "d’ici le 31 mai", "tous"),
    ("ga", "Gníomhartha", "Cinntí", "faoin 31 Bealtaine", "gach duine"),
    ("hr", "Zadaci", "Zaključci", "do 31. svibnja", "svi"),
    ("hu", "Teendők", "Döntések", "2024-05-31-ig", "mindenki"),
    ("it", "Prossimi passi", "Delibere", "entro il 31 maggio", "tutti"),
    ("lt", "Užduotys", "Nutarimai", "iki 2024 m. gegužės 31 d.", "visi"),
    ("lv", "Uzdevumi", "Lēmumi", "līdz 31. maijam", "visi"),
    ("mt", "Azzjonijiet", "Deċiżjonijiet", "sal-31 ta’ Mejju", "kulħadd"),
    ("nl", "Actiepunten", "Besluiten", "uiterlijk 31 mei", "iedereen"),
    ("pl", "Zadania", "Ustalenia", "do dnia 31 maja", "wszyscy"),
    ("pt", "Próximos passos", "Deliberações", "até 31 de maio", "todos"),
    ("ro", "Acțiuni", "Hotărâri", "până la 31 mai", "toți"),
    ("sk", "Úlohy", "Uznesenia", "do 31. mája", "všetci"),
    ("sl", "Naloge", "Sklepi", "do 31. maja", "vsi"),
    ("sv", "Att göra", "Beslut", "senast den 31 maj", "alla"),
];

#[test]
fn minutes_of_every_official_language_lose_no_action_and_no_decision() {
    for (tag, actions, decisions, by, all) in LANGUAGES {
        // Accents may be left out and headings numbered, as people do.
        for heading in [actions.to_string(), format!("3. {}:", actions.to_uppercase())] {
            let desk = Desk::base();
            fs::remove_file(desk.path("sources/meetings/2024-04-08-synergy-call.md")).expect("removed");
            desk.write(
                &format!("sources/meetings/2024-04-08-synergy-call.{tag}.md"),
                format!(
                    "---\nhost: AISFOR\npresent: [recet]\n---\n# Call\n\nText.\n\n## {decisions}\n\n- d1\n- d2\n\n## {heading}\n\n- [ ] RECET: plan it {by}\n- RECET: write it ({by})\n- {all}: read it (2024-05-31)\n- [x] RECET: send it\n"
                ),
            );
            desk.run(&["build", "-q", "2024-04"]).exits(0).does_not_say("minutes-list");
            let rows = desk.read("output/2024-04/actions.csv");
            let due = rows.lines().filter(|row| row.contains("2024-05-31")).count();
            assert_eq!((rows.lines().count(), due), (5, 3), "{tag}: {rows}");
            let issue: serde_json::Value =
                serde_json::from_str(&desk.read("output/2024-04/issue.json")).expect("JSON");
            let decided = &issue["meetings"][0]["decisions"];
            assert_eq!(decided.as_array().map(Vec::len), Some(2), "{tag}: {decided}");
        }
    }
}
