//! The messages themselves: read by another parser, compared with each other, checked by another
//! verifier, and fed with what is meant to break out of them.

use std::collections::BTreeSet;
use std::process::Command;

use mail_parser::{MessageParser, MimeHeaders};

use super::*;
use crate::desk::{project, skipped};

/// The rich month, in two languages, sent to a server.
fn rich(server: &Server, extra: &str, list: &str) -> Desk {
    let desk = Desk::empty();
    let made = Command::new("bash").arg(project().join("tests/rich.sh")).arg(desk.root()).status();
    assert!(made.expect("bash").success());
    let config = desk.read("bulletin.yaml");
    let kept: Vec<_> = config.lines().filter(|line| !line.starts_with("audience:")).collect();
    desk.write(
        "bulletin.yaml",
        format!(
            "{}\naudience: readers.csv\nunsubscribe_url: https://example.org/u/{{token}}\ntransport: smtp\nsmtp:\n  host: 127.0.0.1\n  port: {}\n  security: none\n{extra}",
            kept.join("\n"),
            server.port
        ),
    );
    desk.write("readers.csv", list);
    desk
}

/// Recipients in both languages.
const LIST: &str = "email,basis,language\nanna@example.org,staff,en\nben@example.com,staff,en\ncleo@example.org,staff,el\ndora@mail.test,staff,el\n";

#[test]
fn every_message_reads_the_same_elsewhere_and_differs_only_where_it_must() {
    let server = Server::plain();
    let desk = rich(&server, "", LIST);
    send(&desk, &["2024-05", "--yes"], 1.0).exits(0);
    let accepted = server.accepted();
    assert_eq!(accepted.len(), 4);
    let mut seen = BTreeSet::new();
    for one in &accepted {
        let message = MessageParser::default().parse(&one.message).expect("another parser reads it");
        let raw = String::from_utf8_lossy(&one.message).into_owned();
        assert!(one.message.is_ascii() && raw.lines().all(|line| line.len() <= 998));
        assert!(!raw.replace("\r\n", "").contains(['\r', '\n']), "no bare line ends");
        let names: Vec<&str> = message.headers().iter().map(|header| header.name()).collect();
        let wanted = [
            "From",
            "Subject",
            "Date",
            "Message-ID",
            "To",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Help",
        ];
        for name in wanted {
            let count = names.iter().filter(|known| known.eq_ignore_ascii_case(name)).count();
            assert_eq!(count, 1, "{name} in {names:?}");
        }
        assert_eq!(
            message.to().and_then(|to| to.first()).and_then(|to| to.address()),
            Some(one.rcpt.as_str())
        );
        assert!(seen.insert(message.message_id().expect("an id").to_string()), "each its own Message-ID");
        assert!(message.date().is_some());
        // Both parts say the same token as the header, and no other.
        let html = message.body_html(0).expect("HTML");
        let text = message.body_text(0).expect("text");
        let head = raw.split("\r\n\r\n").next().expect("a head");
        let token = tokens(head);
        assert_eq!(token.len(), 1, "{head}");
        assert_eq!(tokens(&html), token);
        assert_eq!(tokens(&text), token);
        assert!(head.contains("List-Unsubscribe: <https://example.org/u/"), "{head}");
        assert!(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{head}");
        let language = if one.rcpt.starts_with(['a', 'b']) { "en" } else { "el" };
        assert!(html.contains(&format!("lang=\"{language}\"")), "{}", one.rcpt);
        // What was built is what was sent.
        let built = desk.path(&format!("output/2024-05/newsletter.{language}.txt"));
        if !built.exists() {
            desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
        }
        let built = std::fs::read_to_string(built).expect("built");
        let same = |text: &str| without_unsubscribing(&text.replace("\r\n", "\n"));
        assert_eq!(same(&text), same(&built), "{}", one.rcpt);
        for part in message.attachments() {
            assert!(part.content_id().is_some(), "pictures are named");
        }
    }
    for (a, b) in [("anna@example.org", "ben@example.com"), ("cleo@example.org", "dora@mail.test")] {
        let normal = |rcpt: &str| {
            let one = accepted.iter().find(|one| one.rcpt == rcpt).expect("sent");
            let parsed = MessageParser::default().parse(&one.message).expect("parsed");
            let raw = String::from_utf8_lossy(&one.message).into_owned();
            let token =
                tokens(raw.split("\r\n\r\n").next().expect("a head")).into_iter().next().expect("a token");
            let id = parsed.message_id().expect("an id").to_string();
            let all = [
                raw.split("\r\n\r\n").next().expect("a head").to_string(),
                parsed.body_html(0).expect("HTML").into_owned(),
                parsed.body_text(0).expect("text").into_owned(),
            ];
            all.map(|text| text.replace(&token, "TOKEN").replace(rcpt, "ADDRESS").replace(&id, "ID"))
        };
        assert_eq!(normal(a), normal(b), "two messages differ in nothing else");
    }
}

/// Lines without the way out, which is another in a file that belongs to nobody.
fn without_unsubscribing(text: &str) -> Vec<String> {
    let kept = text.lines().filter(|line| !line.contains("unsubscribe") && !line.contains("example.org/u/"));
    kept.map(|line| line.trim_end().to_string()).collect()
}

/// Everything that looks like a token.
fn tokens(text: &str) -> BTreeSet<String> {
    let pattern = regex::Regex::new("[0-9a-f]{4}-[0-9a-f]{32}").expect("a pattern");
    pattern.find_iter(text).map(|found| found.as_str().to_string()).collect()
}

#[test]
fn a_resumed_message_is_the_same_byte_for_byte() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot if at.before == 0 => Act::say("451 4.3.0 once more"),
        _ => Act::Usual,
    });
    // What was refused is kept by a second server that takes it.
    let other = Server::plain();
    let desk = cluster(server.port, readers(3));
    let elsewhere = cluster(other.port, readers(3));
    // The same key, the same day: the same messages.
    elsewhere.write("state/key", "0".repeat(64));
    desk.write("state/key", "0".repeat(64));
    send(&elsewhere, &["2024-04", "--yes"], 1.0).exits(0);
    send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
    let without_date = |one: &server::Accepted| {
        let text = String::from_utf8_lossy(&one.message).into_owned();
        (
            one.rcpt.clone(),
            text.lines().filter(|line| !line.starts_with("Date:")).collect::<Vec<_>>().join("\n"),
        )
    };
    let sorted = |server: &Server| {
        let all: BTreeSet<_> = server.accepted().iter().map(without_date).collect();
        all
    };
    assert_eq!(sorted(&server), sorted(&other));
}

#[test]
fn what_we_sign_another_verifier_accepts() {
    let server = Server::plain();
    let desk =
        rich(&server, "dkim: {selector: [r1, e1], key: [state/dkim-r1.pem, state/dkim-e1.pem]}\n", LIST);
    // A key of theirs is imported as it is; without one there, one is made.
    desk.write("state/dkim-r1.pem", include_str!("rsa.pem"));
    let rsa = desk.run(&["dkim", "r1"]).exits(0).prints("r1._domainkey.").prints("v=DKIM1; k=rsa; p=");
    let ed = desk.run(&["dkim", "e1"]).exits(0).prints("v=DKIM1; k=ed25519; p=").says("openssl genpkey");
    // Asked once more it shows the same key.
    assert_eq!(desk.run(&["dkim", "r1"]).exits(0).out, rsa.out);
    send(&desk, &["2024-05", "--yes"], 1.0).exits(0);
    let accepted = server.accepted();
    for (i, one) in accepted.iter().enumerate() {
        let head =
            String::from_utf8_lossy(&one.message).split("\r\n\r\n").next().expect("a head").to_string();
        assert_eq!(head.matches("DKIM-Signature:").count(), 2, "{head}");
        let signed = head.replace("\r\n\t ", "");
        for name in [
            "List-Unsubscribe:List-Unsubscribe",
            "List-Unsubscribe-Post:List-Unsubscribe-Post",
            "From:From",
            "List-Id:List-Id",
        ] {
            assert!(signed.contains(name), "{name} is signed and oversigned: {signed}");
        }
        desk.write(&format!("mail/{i}.eml"), &one.message);
    }
    desk.write("mail/records", format!("{}{}", rsa.out, ed.out));
    let script = project().join("tests/delivery/verify.py");
    let ran = Command::new("python3").arg(script).arg(desk.path("mail")).output().expect("python3");
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(77) {
        return skipped("dkimpy is not here: signatures were not verified by another program");
    }
    assert!(ran.status.success(), "{said}");
    assert!(
        said.contains(&format!("{} messages, {} signatures", accepted.len(), 2 * accepted.len())),
        "{said}"
    );
}

#[test]
fn texts_that_want_to_be_more_than_texts_stay_texts() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(2));
    // Ends of messages, other commands, and headers, in every place that a person can type.
    let hostile = "Line\n.\nMAIL FROM:<evil@example.org>\nRCPT TO:<x@example.org>\nDATA\nSubject: evil\n\nbody\n.\n..\n. \n.QUIT\nFrom here on\n";
    desk.write(
        "sources/updates/2024-04/recet-hostile.md",
        format!("# . \\r\\n.\\r\\n\n\n{hostile}\n\n```\n{hostile}\n```\n"),
    );
    let config = desk.read("bulletin.yaml");
    let (_, rest) = config.split_once('\n').expect("lines");
    let name = r#""X\r\nBcc: evil@example.org\r\n\r\n, <evil@example.org> (y) \"z\"""#;
    desk.write("bulletin.yaml", format!("name: {name}\n{rest}"));
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    let accepted = server.accepted();
    assert_eq!(accepted.len(), 2, "no message more");
    for one in &accepted {
        assert_eq!(one.from, "news@example.org");
        let message = MessageParser::default().parse(&one.message).expect("parsed");
        let known = [
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "list-id",
            "list-unsubscribe",
            "list-help",
            "list-archive",
            "reply-to",
            "precedence",
            "x-auto-response-suppress",
        ];
        for header in message.headers() {
            assert!(known.contains(&header.name().to_lowercase().as_str()), "{}", header.name());
        }
        let senders = message.from().expect("a sender");
        assert_eq!(senders.iter().count(), 1);
        assert_eq!(senders.first().and_then(|from| from.address()), Some("news@example.org"));
        let text = message.body_text(0).expect("text");
        assert!(text.contains("MAIL FROM:") && text.contains("DATA"), "{text}");
    }
    let heard = server.truth.heard.lock().expect("a lock");
    assert!(!heard.iter().any(|line| line.contains("evil")), "nothing of it was heard as a command");
}

#[test]
fn bounces_can_be_told_apart() {
    let setup = Setup { pipelining: true, offers: vec!["DSN".into()], ..Setup::default() };
    let server = Server::new(setup, |_| Act::Usual);
    let desk = cluster(server.port, vec!["a+b@example.org".to_string()]);
    desk.replace(
        "bulletin.yaml",
        "connections: 4",
        "return_path: bounces@example.org\n  verp: true\n  dsn: true",
    );
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    let heard = server.truth.heard.lock().expect("a lock").join("\n");
    let token = tokens(&heard).into_iter().next().expect("a token");
    assert!(
        heard.contains(&format!("MAIL FROM:<bounces+{token}@example.org> RET=HDRS ENVID={token}")),
        "{heard}"
    );
    // A bounce, or a mail that unsubscribes, tells whose it is.
    desk.run(&["send", "who", &token]).exits(0).prints("a+b@example.org").prints("accepted by the relay");
    desk.run(&["send", "who", &token.replace(char::is_numeric, "0")])
        .exits(2)
        .says("nobody was sent this token");
    assert!(heard.contains("NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb@example.org"), "{heard}");
}

#[test]
fn what_is_uncertain_is_settled_by_a_mailbox_or_a_persons_word() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot if at.rcpt.starts_with("lost") => Act::Drop,
        _ => Act::Usual,
    });
    let all: Vec<String> = (0..4).map(|i| format!("lost{i}@example.org")).chain(readers(3)).collect();
    let desk = cluster(server.port, all);
    send(&desk, &["2024-04", "--yes"], 0.01).exits(4).says("are not mailed again by themselves");
    let listed =
        desk.run(&["send", "resolve"]).exits(4).says("--postfix-log").says("somebody perhaps gets it twice");
    assert_eq!(listed.out.lines().count(), 4, "{}", listed.out);
    // A mailbox with a copy of one and a bounce of another.
    let accepted = server.accepted();
    let copy_of = |name: &str| {
        accepted.iter().find(|one| one.rcpt.starts_with(name)).expect("accepted").message.clone()
    };
    desk.write("mailbox/new/1", copy_of("lost0"));
    let id = String::from_utf8_lossy(&copy_of("lost1"))
        .lines()
        .find(|line| line.starts_with("Message-ID:"))
        .expect("an id")
        .to_string();
    desk.write(
        "mailbox/cur/2",
        format!("Subject: Undelivered\r\n\r\nThe message could not be delivered.\r\n\r\n{id}\r\n"),
    );
    desk.run(&["send", "resolve", "--mailbox", "mailbox"])
        .exits(4)
        .says("2 accepted, 0 not accepted and to be tried again, 2 still uncertain");
    desk.run(&["send", "resolve", "--assume", "sent"]).exits(2).says("nothing was changed");
    desk.run(&["send", "resolve", "--assume", "sent", "--yes"])
        .exits(0)
        .says("will not get this issue at all");
    desk.run(&["send", "who", "lost3@example.org"]).exits(0).prints("by the word of whoever sent it");
    let before = server.copies();
    // A person's word is no relay's: it is told apart, and not told to funders.
    send(&desk, &["resume"], 1.0).exits(0).prints("2  of these taken for accepted, by somebody's word");
    assert!(desk.read("sources/sent.yaml").contains("5 of 7 messages accepted by the relay"));
    assert_eq!(server.copies(), before, "nobody was mailed again");
}
