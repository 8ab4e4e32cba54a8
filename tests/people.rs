//! The people: lists as other programs export them, what they prove, who left and stays away, and what is left of
//! somebody who was erased.

use crate::desk::{Desk, files};

/// A cluster whose people lie in `state/`.
fn desk() -> Desk {
    Desk::base()
}

/// An export of Mailchimp: one who confirmed later, one whose two times are the same, one whom the owner added, one
/// who left, one who bounced, one a second time.
const MAILCHIMP: &str = "Email Address,First Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME,CLEAN_TIME\n\
    anna@example.org,Anna,2024-01-01 10:00:00,192.0.2.1,2024-01-01 10:05:00,192.0.2.1,,\n\
    ben@example.org,Ben,2024-01-02 10:00:00,192.0.2.2,2024-01-02 10:00:00,192.0.2.2,,\n\
    cleo@example.org,Cleo,,,2024-01-03 10:00:00,,,\n\
    dora@example.org,Dora,2024-01-04 10:00:00,192.0.2.4,2024-01-04 10:05:00,192.0.2.4,2024-02-01 09:00:00,\n\
    emil@example.org,Emil,2024-01-05 10:00:00,192.0.2.5,2024-01-05 10:05:00,192.0.2.5,,2024-03-01 09:00:00\n\
    ANNA@example.org,Anna,2024-01-01 10:00:00,192.0.2.1,2024-01-01 10:05:00,192.0.2.1,,\n\
    not an address,X,,,,,,\n";

/// Writes a file and takes it in.
fn import(desk: &Desk, name: &str, text: impl AsRef<[u8]>, more: &[&str]) -> crate::desk::Outcome {
    desk.write(&format!("in/{name}"), text);
    let path = desk.path(&format!("in/{name}")).display().to_string();
    desk.run(&[&["audience", "import", path.as_str(), "--yes"], more].concat()).ends()
}

#[test]
fn an_export_is_shown_and_counted_whole_and_proves_what_it_proves() {
    let desk = desk();
    let path = desk.path("in/export.csv").display().to_string();
    desk.write("in/export.csv", MAILCHIMP);
    // Before anything is written it is shown; without a yes nothing is.
    desk.run(&["audience", "import", &path, "--dry-run"])
        .exits(0)
        .prints("Mailchimp, 7 rows")
        .says("dry run: nothing was written");
    desk.run(&["audience", "import", &path]).exits(2).says("nobody is there to answer: add `--yes`");
    let outcome = import(&desk, "export.csv", MAILCHIMP, &[]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for line in [
        "5  new",
        "1  of somebody who stands there already",
        "1  set aside, with an address that no mail can be sent to: line 8",
        "1  have confirmed, as the file proves",
        "1  proved by nothing",
        "2  have left, or their mailbox is gone",
    ] {
        assert!(outcome.out.contains(line), "{line}\n{}", outcome.out);
    }
    assert!(outcome.err.contains("1 of 5 may be mailed"), "{}", outcome.err);
    assert!(!outcome.out.contains('@') && !outcome.err.contains('@'), "{outcome:?}");
    // The same again changes nothing.
    let again = import(&desk, "export.csv", MAILCHIMP, &[]);
    assert!(
        again.out.contains("3  known, and nothing is new")
            && again.out.contains("1  set aside, of people who have left: line 5")
            && again.out.contains("1  set aside, of people whose mailbox was gone: line 6"),
        "{}",
        again.out
    );
    // Who left, or whose mailbox is gone, comes back by no list, nor by hand.
    let list = "email,basis,confirmed_at\ndora@example.org,double-opt-in,2024-05-01\nemil@example.org,staff,\nfritz@example.org,staff,\n";
    let outcome = import(&desk, "list.csv", list, &[]);
    assert!(
        outcome.out.contains("1  new") && outcome.out.contains("of people who have left: line 2"),
        "{}",
        outcome.out
    );
    desk.run(&["audience", "add", "dora@example.org", "--basis", "staff"])
        .exits(2)
        .says("never to be mailed (left)");
    // A list in a file is held against them, too.
    desk.write("people/list.csv", list);
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}audience: people/list.csv\n"));
    desk.run(&["send", "2024-04", "--dry-run"]).ends().says("suppressed").does_not_say("dora");
}

#[test]
fn what_is_known_can_be_proved_shown_taken_back_and_erased() {
    let desk = desk();
    import(&desk, "export.csv", MAILCHIMP, &[]);
    desk.run(&["audience", "show", "anna@example.org"])
        .exits(0)
        .prints("anna@example.org: no language, double-opt-in, confirmed 2024-01-01 10:05:00")
        .prints("imported, export.csv; sha256:")
        .prints("optin_time=2024-01-01 10:00:00, optin_ip=192.0.2.1");
    let json = desk.run(&["audience", "show", "anna@example.org", "--json"]).exits(0).out;
    let held: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(held["basis"], "double-opt-in");
    assert_eq!(held["events"][0]["action"], "imported");
    // Somebody leaves; that is not taken back with the batch.
    desk.run(&["audience", "leave", "anna@example.org"])
        .exits(0)
        .says("nothing goes to them from this instant on");
    desk.run(&["audience", "leave", "anna@example.org"]).exits(0).says("they have left already");
    desk.run(&["audience", "undo", "1"]).exits(0).says("5 people are as they were before");
    desk.run(&["audience", "undo", "1"]).exits(2).says("nothing to take back");
    let outcome = import(&desk, "export.csv", MAILCHIMP, &[]);
    assert!(outcome.out.contains("set aside, of people who have left"), "{}", outcome.out);
    // Erased: nothing of them is left in any byte of the store, and they do not come back.
    import(&desk, "more.csv", "email,basis\nzacharias@example.org,staff\n", &[]);
    let before = files(&desk.path("state"));
    let holds = |all: &std::collections::BTreeMap<String, Vec<u8>>| {
        all.iter().any(|(_, bytes)| bytes.windows(9).any(|window| window.eq_ignore_ascii_case(b"zacharias")))
    };
    assert!(holds(&before));
    desk.run(&["audience", "erase", "zacharias@example.org"]).exits(2).says("nobody is there to answer");
    desk.run(&["audience", "erase", "zacharias@example.org", "--yes"]).exits(0).says("erased");
    assert!(!holds(&files(&desk.path("state"))));
    let outcome = import(&desk, "more.csv", "email,basis\nzacharias@example.org,staff\n", &[]);
    assert!(
        outcome.out.contains("of people who were erased: they never come back: line 2"),
        "{}",
        outcome.out
    );
    desk.run(&["audience", "show", "zacharias@example.org"]).exits(0).prints("never to be mailed: erased");
}

#[test]
fn exports_are_known_by_their_columns_in_any_encoding_and_a_broken_one_is_taken_in_nowhere() {
    let utf16 = |text: &str| -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let rows: Vec<(&str, &str, &str)> = vec![
        (
            "Brevo",
            "EMAIL;LASTNAME;EMAIL_BLACKLISTED;DOUBLE_OPT-IN;ADDED_TIME\na@example.org;Müller;0;1;01-02-2024\nb@example.org;Ö;1;0;01-02-2024\n",
            "1  have left",
        ),
        (
            "CleverReach",
            "email,registered,activated,deactivated,source\na@example.org,1700000000,1700000100,0,Fühler\nb@example.org,1700000000,0,1700000200,x\n",
            "1  have confirmed",
        ),
        (
            "rapidmail",
            "email,created,activated,status\na@example.org,2024-01-01,2024-01-02 10:00,active\nb@example.org,2024-01-01,,deleted\n",
            "1  have confirmed",
        ),
        (
            "MailerLite",
            "email,status,subscribed_at,opted_in_at,optin_ip\na@example.org,active,2024-01-01,2024-01-02 10:00:00,192.0.2.1\nb@example.org,junk,2024-01-01,,\n",
            "1  have confirmed",
        ),
        (
            "listmonk",
            "uuid,email,name,attributes,status,created_at,updated_at\nu,a@example.org,Jürgen,{},enabled,2024,2024\nv,b@example.org,B,{},blocklisted,2024,2024\n",
            "1  proved by nothing",
        ),
        (
            "Ghost",
            "id,email,name,subscribed_to_emails,created_at,deleted_at\n1,a@example.org,É,true,2024,\n2,b@example.org,B,false,2024,\n",
            "1  have left",
        ),
        (
            "Substack",
            "email,active_subscription,email_disabled\na@example.org,false,false\nb@example.org,false,true\n",
            "1  have left",
        ),
        (
            "Buttondown",
            "id,creation_date,email_address,notes\n1,2024-01-01,a@example.org,für\n2,2024-01-01,b@example.org,\n",
            "2  proved by nothing",
        ),
        (
            "Outlook",
            "Vorname;Nachname;E-Mail-Adresse\nJürgen;A;a@example.org\nB;B;b@example.org\n",
            "2  proved by nothing",
        ),
        (
            "Google Contacts",
            "Name,E-mail 1 - Label,E-mail 1 - Value\nÉ,Work,a@example.org ::: c@example.org\nB,Work,b@example.org\n",
            "2  proved by nothing",
        ),
        (
            "Thunderbird",
            "First Name,Last Name,Display Name,Nickname,Primary Email\nJ,ü,J,,a@example.org\nB,B,B,,b@example.org\n",
            "2  proved by nothing",
        ),
        (
            "Microsoft Forms",
            "ID,Start time,Completion time,Email,Name\n1,2024,2024,a@example.org,Ü\n2,2024,2024,anonymous,\n",
            "1  set aside, answered without an address: line 3",
        ),
        (
            "Google Forms",
            "Horodateur,Adresse e-mail,Nom\n01/10/2026 18:12:05,a@example.org,Élodie\n02/10/2026,b@example.org,B\n",
            "2  proved by nothing",
        ),
    ];
    for (name, text, says) in rows {
        let tabs = text.replace([',', ';'], "\t");
        for (coding, bytes) in [
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-8 with a mark", [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat()),
            ("windows-1252", latin(text)),
            ("UTF-16 and tabs, as Excel writes", utf16(&tabs)),
        ] {
            let desk = desk();
            let outcome = import(&desk, "export.csv", bytes, &[]);
            assert_eq!(outcome.code, Some(0), "{name} in {coding}: {outcome:?}");
            assert!(
                outcome.out.contains(&format!("export.csv: {name}, 2 rows")),
                "{name} in {coding}: {}",
                outcome.out
            );
            assert!(outcome.out.contains(says), "{name} in {coding}: {says}\n{}", outcome.out);
        }
    }
    // Lines that can't be told apart stop the file, and nothing of it is there.
    for (text, said) in [
        (
            "email,basis\na@example.org,\"staff\nb@example.org,staff\n",
            "a quotation mark is opened and never closed",
        ),
        ("email,basis\na@example.org,staff,x\nb@example.org,staff\n", "line 2: there are not 2 cells"),
        ("email,basis,basis\na@example.org,staff,staff\n", "the column `basis` stands there twice"),
        ("name,town\nAnna,Rome\n", "no export is known that has these columns"),
    ] {
        let desk = desk();
        let outcome = import(&desk, "list.csv", text, &[]);
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        assert!(
            outcome.err.contains(said) && outcome.err.contains("nothing of this file was taken in"),
            "{said}\n{}",
            outcome.err
        );
        desk.run(&["audience", "stats"]).exits(0).prints("people: fewer than 5");
    }
    // A column that only a person knows.
    let desk = desk();
    let outcome = import(
        &desk,
        "answers.csv",
        "Timestamp,Mail,May we write to you?\n2024,a@example.org,Yes\n2024,b@example.org,No\n",
        &["--map", "email=Mail", "--map", "consent=May we write to you?"],
    );
    assert!(outcome.out.contains("1  proved by nothing"), "{outcome:?}");
    desk.run(&["audience", "show", "a@example.org"])
        .exits(0)
        .prints("single-opt-in")
        .prints("may we write to you?=Yes");
}

#[test]
fn the_people_in_state_get_the_issue_and_whoever_leaves_does_not() {
    let desk = desk();
    let list: String = (0..8).map(|number| format!("reader{number}@example.org,staff\n")).collect();
    import(&desk, "list.csv", format!("email,basis\n{list}"), &[]);
    desk.run(&["audience", "leave", "reader3@example.org"]).exits(0);
    desk.write("sources/issues/2024-04.yaml", "subject: Plans for forty villages\n");
    let sent = desk.run(&["publish", "2024-04", "--yes"]).exits(0);
    let sent = sent.prints("8  on the list").prints("7  in the outbox");
    assert!(sent.out.contains("the account balances"));
    let outbox: String = files(&desk.path("state/outbox"))
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(outbox.contains("reader4@example.org") && !outbox.contains("reader3@example.org"));
    desk.run(&["audience", "stats"]).exits(0).prints("people: 7").prints("opens: not measured");
    // By the token of a mail, too.
    let token = outbox.split("unsubscribe%20").nth(1).expect("a token")[..37].to_string();
    desk.run(&["audience", "leave", &token]).exits(0).says("they have left");
    desk.run(&["audience", "leave", "1234-00000000000000000000000000000000"])
        .exits(2)
        .says("nobody is known");
}
