//! Two months at the desk, as a person goes through them: the second with actions that are overdue,
//! ticked, retyped and dropped, with corrections of the first and with minutes that come late.

use crate::desk::{Desk, Outcome};

/// The minutes of the first call.
const FIRST: &str = "---\nhost: AISFOR\npresent: [recet, in-plan]\n---\n# First call\n\nThe projects met for the first time.\n\n## Decisions\n\n- A call every month\n\n## Actions\n\n- [ ] RECET: write the guide (by 2024-04-30)\n- [ ] IN-PLAN: list the towns (by 2024-05-31)\n- [ ] RECET: print the leaflet (by 2024-05-10)\n- [ ] IN-PLAN: book the room\n- [ ] RECET, IN-PLAN: agree on a date (by 2024-06-15)\n";

/// A cluster in its first month.
fn desk() -> Desk {
    let desk = Desk::base();
    std::fs::remove_file(desk.path("sources/meetings/2024-04-08-synergy-call.md")).expect("removed");
    desk.write(
        "sources/projects/in-plan.yaml",
        "acronym: IN-PLAN\ntitle: Plans\nprogramme: LIFE\nsummary: Plans.\n",
    );
    desk.write("sources/meetings/2024-04-08-first-call.md", FIRST);
    desk.write("readers.csv", "email,basis\nreader@example.org,staff\n");
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml") + "audience: readers.csv\nweb_url: https://example.org/news\n",
    );
    desk
}

/// The rows of the list of actions of a month, by their words.
fn row(desk: &Desk, month: &str, words: &str) -> String {
    let rows = desk.read(&format!("output/{month}/actions.csv"));
    rows.lines().find(|row| row.contains(words)).unwrap_or_else(|| panic!("no {words} in {rows}")).to_string()
}

/// A command that succeeds.
#[track_caller]
fn done(desk: &Desk, args: &[&str]) -> Outcome {
    desk.run(args).exits(0)
}

#[test]
fn a_second_month_with_all_that_happens_in_one() {
    let desk = desk();
    // April.
    done(&desk, &["check"]).does_not_say("error:");
    done(&desk, &["publish", "--yes", "-q", "--as-of", "2024-05-02"]);
    let uids = desk.read("output/web/index.html");
    assert!(uids.contains("2024-04"));
    let april_feed = desk.read("output/web/feed.en.xml");
    assert!(row(&desk, "2024-04", "write the guide").contains(",2024-04-30,open,2024-04-08,"));

    // May: the new minutes carry over what is open, and pass as they are but for what is to be filled in.
    done(&desk, &["new", "meeting", "2024-05-14", "second-call"]);
    let minutes = desk.read("sources/meetings/2024-05-14-second-call.md");
    for at in 1..=5 {
        assert!(minutes.contains(&format!("{{#2024-04-08-first-call-{at}}}")), "{minutes}");
    }
    let said = desk.run(&["check", "2024-05", "--diagnostics", "short"]).exits(1);
    assert!(!said.err.contains("before the meeting"), "{}", said.err);
    for line in said.err.lines().filter(|line| line.contains(": error: ")) {
        assert!(line.contains("TODO") || line.contains("sources/issues/2024-05.yaml"), "{line}");
    }
    // One is ticked, one retyped, one dropped, one given more time, one is overdue and stays.
    let lines: Vec<String> = minutes
        .lines()
        .filter(|line| !line.contains("TODO what is to be done"))
        .map(|line| match line {
            line if line.contains("list the towns") => line.replace("- [ ]", "- [x]"),
            line if line.contains("print the leaflet") => {
                line.replace("print the leaflet", "print and post the leaflet")
            }
            line if line.contains("book the room") => {
                "- [ ] ~~IN-PLAN: book the room~~ {#2024-04-08-first-call-4}".into()
            }
            line if line.contains("agree on a date") => line.replace("2024-06-15", "2024-07-15"),
            line if line.contains("TODO: who hosts") => "host: AISFOR".into(),
            line if line.contains("meeting's title") => "# Second call".into(),
            line if line.contains("two or three sentences") => "The projects met again.".into(),
            line if line.contains("what was decided") => "- A call every second month".into(),
            line => line.into(),
        })
        .collect();
    desk.write("sources/meetings/2024-05-14-second-call.md", lines.join("\n") + "\n");
    done(&desk, &["new", "issue", "2024-05"]);
    desk.write(
        "sources/issues/2024-05.yaml",
        "subject: \"Second call: what was done, and what comes next\"\npreheader: \"Two projects, five actions, and one guide that is late by two weeks\"\n",
    );
    desk.write(
        "sources/updates/2024-05/recet-guide.md",
        "# The guide is nearly there\n\nForty villages wait for it.\n",
    );
    let said = done(&desk, &["check", "2024-05", "--diagnostics", "short"]);
    assert_eq!(said.err.matches("reads otherwise than when it was agreed").count(), 1, "{}", said.err);
    assert!(!said.err.contains("s/2024-04"), "April's files are April's matter: {}", said.err);
    done(&desk, &["build", "2024-05", "--final", "-q", "--as-of", "2024-05-20"]);
    assert!(row(&desk, "2024-05", "write the guide").contains(",2024-04-30,open,2024-04-08,,42,yes"));
    assert!(row(&desk, "2024-05", "list the towns").contains(",done,2024-04-08,2024-05-14,"));
    assert!(
        row(&desk, "2024-05", "print and post the leaflet").contains(",2024-05-10,open,2024-04-08,,42,yes")
    );
    assert!(row(&desk, "2024-05", "book the room").contains(",dropped,2024-04-08,"));
    assert!(row(&desk, "2024-05", "agree on a date").contains(",2024-07-15,open,2024-04-08,,42,no"));
    let status = done(&desk, &["status", "2024-05", "--as-of", "2024-05-20"]).out;
    assert!(status.contains("open for 42 days, overdue since 2024-04-30"), "{status}");
    assert!(!status.contains("book the room") && !status.contains("list the towns"), "{status}");

    // April is corrected while May is being written, whatever May's files look like.
    desk.write("sources/updates/2024-05/recet-half.md", "# TODO\n\nTODO ![x](nothing.png)\n");
    desk.write(
        "sources/meetings/2024-05-28-late.md",
        "---\nhost: \n---\n# TODO\n\n## Actions\n\n- [ ] NOBODY: x (by 2023-01-01)\n",
    );
    desk.replace(
        "sources/meetings/2024-04-08-first-call.md",
        "for the first time",
        "for the very first time",
    );
    done(&desk, &["build", "2024-04", "--final", "-q", "--as-of", "2024-05-02"]).does_not_say("2024-05-");
    assert!(
        row(&desk, "2024-04", "write the guide").contains(",open,2024-04-08,,24,"),
        "as it was known then"
    );
    assert_eq!(
        desk.read("output/web/feed.en.xml").matches("<entry>").count(),
        april_feed.matches("<entry>").count() + 1
    );
    let id =
        |feed: &str| feed.split("<id>").nth(2).and_then(|rest| rest.split('<').next()).map(str::to_string);
    let ids = |feed: &str| {
        feed.split("<entry>").skip(1).filter_map(|one| id(&format!("<id></id>{one}"))).collect::<Vec<_>>()
    };
    for one in ids(&april_feed) {
        assert!(ids(&desk.read("output/web/feed.en.xml")).contains(&one), "{one} stays what it was");
    }
    desk.run(&["check", "2024-05"]).exits(1);
    std::fs::remove_file(desk.path("sources/updates/2024-05/recet-half.md")).expect("removed");
    std::fs::remove_file(desk.path("sources/meetings/2024-05-28-late.md")).expect("removed");

    // Minutes of April come late: their actions are May's to follow, and April's report has them when it
    // is built anew.
    let late = "---\nhost: AISFOR\npresent: [recet]\n---\n# A call between the calls\n\nRECET and AISFOR spoke.\n\n## Actions\n\n- [ ] RECET: ask the mayors (by 2024-05-05)\n";
    desk.write("sources/meetings/2024-04-22-between.md", late);
    done(&desk, &["build", "2024-05", "--final", "-q", "--as-of", "2024-05-20"]);
    assert!(row(&desk, "2024-05", "ask the mayors").contains(",2024-05-05,open,2024-04-22,,28,yes"));
    done(&desk, &["build", "2024-04", "--final", "-q", "--as-of", "2024-05-02"]);
    assert!(row(&desk, "2024-04", "ask the mayors").contains(",2024-05-05,open,2024-04-22,,10,no"));

    // June carries what is left, and nothing that was done or dropped.
    done(&desk, &["new", "meeting", "2024-06-11", "third-call"]);
    let minutes = desk.read("sources/meetings/2024-06-11-third-call.md");
    for open in ["write the guide", "print and post the leaflet", "agree on a date", "ask the mayors"] {
        assert!(minutes.contains(open), "{open} in {minutes}");
    }
    for closed in ["list the towns", "book the room"] {
        assert!(!minutes.contains(closed), "{closed} in {minutes}");
    }
}

#[test]
fn a_list_of_what_was_sent_is_one_list_however_it_is_written() {
    let desk = desk();
    let server = crate::delivery::Server::plain();
    let relay =
        format!("transport: smtp\nsmtp:\n  host: 127.0.0.1\n  port: {}\n  security: none\n", server.port);
    let config = desk.read("bulletin.yaml").replace("web_url: https://example.org/news\n", "");
    desk.write("bulletin.yaml", config + &relay);
    done(&desk, &["send", "2024-04", "--yes"]);
    let sent = desk.read("sources/sent.yaml");
    assert_eq!(sent.matches("issue: 2024-04").count(), 1, "{sent}");
    let block = "# Kept by hand.\n- issue: 2024-04\n  date: 2024-05-02\n  name: \"What is new\"\n  outcome: x\n  accepted: 1\n";
    desk.write("sources/sent.yaml", block);
    done(&desk, &["send", "resume"]);
    let sent = desk.read("sources/sent.yaml");
    assert_eq!(sent.matches("issue: 2024-04").count(), 1, "{sent}");
    assert!(sent.starts_with("# Kept by hand.\n"), "{sent}");
}
