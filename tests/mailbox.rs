//! What comes back after a send: bounces, complaints, automatic replies and people, in the shapes that servers and
//! programs give them. What is sure is acted on, what anybody could have written is proposed, and nobody who is away or
//! answers is taken for gone.

use std::collections::BTreeMap;

use crate::desk::{Desk, files};

/// Automatic replies by their languages: how their subjects begin.
const AWAY: &[(&str, &str)] = &[
    ("bg", "Автоматичен отговор"),
    ("cs", "Automatická odpověď"),
    ("da", "Automatisk svar"),
    ("de", "Automatische Antwort"),
    ("el", "Αυτόματη απάντηση"),
    ("en", "Automatic reply"),
    ("es", "Respuesta automática"),
    ("et", "Automaatvastus"),
    ("fi", "Automaattinen vastaus"),
    ("fr", "Réponse automatique"),
    ("ga", "Freagra uathoibríoch"),
    ("hr", "Automatski odgovor"),
    ("hu", "Automatikus válasz"),
    ("it", "Risposta automatica"),
    ("lt", "Automatinis atsakymas"),
    ("lv", "Automātiskā atbilde"),
    ("mt", "Tweġiba awtomatika"),
    ("nl", "Automatisch antwoord"),
    ("pl", "Automatyczna odpowiedź"),
    ("pt", "Resposta automática"),
    ("ro", "Răspuns automat"),
    ("sk", "Automatická odpoveď"),
    ("sl", "Samodejni odgovor"),
    ("sv", "Autosvar"),
];

/// A message sent to a reader: its Message-ID, and its token.
struct Mailed {
    id: String,
    token: String,
}

/// A cluster with readers, and what was sent to each.
fn sent(readers: usize) -> (Desk, BTreeMap<String, Mailed>) {
    let desk = Desk::base();
    let list: String = (0..readers).map(|number| format!("reader{number:03}@example.org,staff\n")).collect();
    desk.write("in/list.csv", format!("email,basis\n{list}"));
    let path = desk.path("in/list.csv").display().to_string();
    desk.run(&["audience", "import", &path, "--yes"]).exits(0);
    desk.write("sources/issues/2024-04.yaml", "subject: Plans for forty villages\n");
    desk.run(&["publish", "2024-04", "--yes"]).exits(0);
    let mut mailed = BTreeMap::new();
    for bytes in files(&desk.path("state/outbox")).values() {
        let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
        let to = message.to().and_then(|to| to.first()?.address()).expect("a recipient").to_string();
        let id = message.message_id().expect("an id").to_string();
        let text = String::from_utf8_lossy(bytes).replace("=\r\n", "");
        let token = text.split("unsubscribe%20").nth(1).expect("a token")[..37].to_string();
        mailed.insert(to, Mailed { id, token });
    }
    assert_eq!(mailed.len(), readers);
    (desk, mailed)
}

/// A number that makes each message another.
fn head(number: usize, from: &str, subject: &str, more: &str) -> String {
    format!(
        "From: {from}\nTo: news@example.org\nSubject: {subject}\nDate: Mon, 6 May 2024 10:00:00 +0000\nMessage-ID: <back-{number}@relay.example>\nMIME-Version: 1.0\n{more}"
    )
}

/// A report on a delivery (RFC 3464), with the head of what was sent.
fn dsn(
    number: usize,
    to: &str,
    mailed: &Mailed,
    (action, status, code): (&str, &str, &str),
    subject: &str,
) -> String {
    head(
        number,
        "MAILER-DAEMON@relay.example",
        subject,
        "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n",
    ) + &format!(
        "\n--b\nContent-Type: text/plain\n\nThis is the mail system at host relay.example.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\nFinal-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {code}\n\n--b\nContent-Type: text/rfc822-headers\n\nFrom: news@example.org\nTo: {to}\nMessage-ID: <{}>\nSubject: Plans\n\n--b--\n",
        mailed.id
    )
}

#[test]
fn bounces_are_told_apart_in_every_shape_and_only_those_without_a_mailbox_are_taken_off() {
    let (desk, mailed) = sent(12);
    let to = |number: usize| format!("reader{number:03}@example.org");
    let of = |number: usize| &mailed[&to(number)];
    let mails = [
        // Hard: Postfix, Exchange in German, Gmail.
        dsn(
            0,
            &to(0),
            of(0),
            (
                "failed",
                "5.1.1",
                "550 5.1.1 <x>: Recipient address rejected: User unknown in virtual mailbox table",
            ),
            "Undelivered Mail Returned to Sender",
        ),
        dsn(
            1,
            &to(1),
            of(1),
            (
                "failed",
                "5.1.10",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
            ),
            "Unzustellbar: Plans",
        ),
        dsn(
            2,
            &to(2),
            of(2),
            ("failed", "5.1.1", "550-5.1.1 The email account that you tried to reach does not exist."),
            "Delivery Status Notification (Failure)",
        ),
        // Hard in letters: Exim, qmail, IONOS.
        head(
            3,
            "Mail Delivery System <Mailer-Daemon@relay.example>",
            "Mail delivery failed: returning message to sender",
            &format!(
                "X-Failed-Recipients: {}\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n",
                to(3)
            ),
        ) + &format!(
            "\nA message that you sent could not be delivered.\n\n  {}\n    SMTP error from remote mail server after RCPT TO:<x>:\n    550 5.1.1 User unknown\n\n------ This is a copy of the message's headers. ------\n\nMessage-ID: <{}>\nSubject: Plans\n",
            to(3),
            of(3).id
        ),
        head(4, "MAILER-DAEMON@relay.example", "failure notice", "Content-Type: text/plain\n")
            + &format!(
                "\nHi. This is the qmail-send program at relay.example.\n\n<{}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <{}>\n",
                to(4),
                of(4).id
            ),
        head(
            5,
            "Mail Delivery System <mailer-daemon@kundenserver.example>",
            "Mail delivery failed: returning message to sender",
            "Content-Type: text/plain\n",
        ) + &format!(
            "\nThe following address failed:\n\n\"{}\":\nSMTP error from remote server for RCPT TO command, host: mx.example reason: 550 5.1.1 Unknown user\n\n--- The header of the original message is following. ---\n\nMessage-ID: <{}>\n",
            to(5),
            of(5).id
        ),
        // Soft and policy: nobody is taken off.
        dsn(
            6,
            &to(6),
            of(6),
            ("failed", "5.2.2", "552 5.2.2 mailbox full"),
            "Undelivered Mail Returned to Sender",
        ),
        dsn(
            7,
            &to(7),
            of(7),
            ("failed", "4.4.1", "451 4.4.1 connection timed out"),
            "Undelivered Mail Returned to Sender",
        ),
        dsn(
            8,
            &to(8),
            of(8),
            ("failed", "5.7.1", "550 5.7.1 message rejected as spam by policy"),
            "Undelivered Mail Returned to Sender",
        ),
        // Late, and delivered.
        dsn(
            9,
            &to(9),
            of(9),
            ("delayed", "4.4.1", "451 4.4.1 greylisted"),
            "Delayed Mail (still being retried)",
        ),
        dsn(10, &to(10), of(10), ("relayed", "2.0.0", "250 2.0.0 Ok"), "Successful Mail Delivery Report"),
        // Forged: a report that holds nothing of ours.
        dsn(
            11,
            &to(11),
            &Mailed { id: "nothing@elsewhere.example".into(), token: String::new() },
            ("failed", "5.1.1", "550 5.1.1 User unknown"),
            "Undelivered Mail Returned to Sender",
        ),
    ];
    for (number, mail) in mails.iter().enumerate() {
        desk.write(&format!("back/{number}.eml"), mail.replace('\n', "\r\n"));
    }
    let back = desk.path("back").display().to_string();
    let before = files(&desk.path("back"));
    desk.run(&["mailbox", &back, "--dry-run"]).exits(0).says("dry run");
    let outcome = desk.run(&["mailbox", &back]).exits(0);
    for line in [
        "7  bounced: there is no such mailbox",
        "2  bounced for now",
        "1  refused: it says nothing of the person",
        "2  reports of something else",
        "never to be mailed from now on: 6 whose mailbox is gone",
        "reader011@example.org: bounced, as a message says that holds nothing of ours",
    ] {
        assert!(outcome.out.contains(line), "{line}\n{}", outcome.out);
    }
    assert_eq!(before, files(&desk.path("back")), "the mailbox was changed");
    // The account says it, since a relay's yes was not the end of it.
    let nine = "9  of these bounced later, as `bulletin mailbox` found";
    desk.run(&["send", "receipt", "2024-04"]).exits(0).prints("12  in the outbox").prints(nine);
    desk.run(&["send", "receipt", "2024-04", "--json"]).exits(0).prints("\"bounced_later\": 9");
    // Twice is once.
    desk.run(&["mailbox", &back]).exits(0).prints("12  read before");
    desk.run(&["send", "receipt", "2024-04"]).exits(0).prints(nine);
    desk.run(&["audience", "list"]).exits(0).says("6 of 12 may be mailed");
    desk.run(&["audience", "show", "reader000@example.org"])
        .exits(0)
        .prints("never to be mailed: bounced")
        .prints("550 5.1.1");
    // It can be undone.
    desk.run(&["audience", "undo"]).exits(0);
    desk.run(&["audience", "list"]).exits(0).says("12 of 12 may be mailed");
    let receipt = desk.run(&["send", "receipt", "2024-04"]).exits(0);
    assert!(!receipt.out.contains("bounced later"), "{}", receipt.out);
}

#[test]
fn who_is_away_or_answers_stays_and_who_leaves_or_complains_does_not() {
    let (desk, mailed) = sent(40);
    let to = |number: usize| format!("reader{number:03}@example.org");
    let of = |number: usize| &mailed[&to(number)];
    let mut mails = Vec::new();
    // 24 languages, five ways in which programs answer.
    for (at, (_, begins)) in AWAY.iter().enumerate() {
        for (way, more) in [
            "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n",
            "Auto-Submitted: auto-replied (zimbra; vacation)\nPrecedence: bulk\n",
            "Auto-Submitted: auto-generated\nX-MS-Exchange-Inbox-Rules-Loop: a@example.org\n",
            "X-Autoreply: yes\nPrecedence: auto_reply\n",
            "",
        ]
        .iter()
        .enumerate()
        {
            let reader = at % 24;
            let subject = format!("{begins}: Plans for forty villages");
            mails.push(
                head(
                    1000 + at * 10 + way,
                    &to(reader),
                    &subject,
                    &format!(
                        "{more}In-Reply-To: <{}>\nContent-Type: text/plain; charset=utf-8\n",
                        of(reader).id
                    ),
                ) + "\nI am away until Monday and read no mail. Unknown user questions go to my colleague.\n",
            );
        }
    }
    // People: with our own foot quoted below, with words of leaving that are none, with a signature.
    for (number, text) in [
        "Thank you, that is useful. Could we have the plans in Greek?",
        "Great issue! We do not wish to unsubscribe, on the contrary: please add our new colleague, who works on heat plans in forty small towns of our region and would very much like to read each issue as soon as it is out, with all its links and dates, and to answer your question of the month as well.",
        "The link to the guide does not work: error 550 on your page?",
        "Ευχαριστούμε πολύ για τα νέα!",
        "Благодарим, много полезно.",
    ]
    .iter()
    .enumerate()
    {
        mails.push(
            head(2000 + number, &to(30 + number), "Re: Plans for forty villages", &format!("In-Reply-To: <{}>\nContent-Type: text/plain; charset=utf-8\n", of(30 + number).id))
                + &format!("\n{text}\n\n-- \nAnna\n\nOn Mon, 6 May 2024, News <news@example.org> wrote:\n> Plans\n> Unsubscribe: mailto:news@example.org?subject=unsubscribe%20{}\n", of(30 + number).token),
        );
    }
    // Leaving: by the mail that the newsletter offers, and in words of their own.
    mails.push(
        head(3000, &to(36), &format!("unsubscribe {}", of(36).token), "Content-Type: text/plain\n") + "\n\n",
    );
    mails.push(
        head(
            3001,
            "somebody@elsewhere.example",
            &format!("unsubscribe {}", of(37).token),
            "Content-Type: text/plain\n",
        ) + "\n",
    );
    mails.push(
        head(3002, &to(38), "Re: Plans", "Content-Type: text/plain\n")
            + "\nPlease remove me from this list.\n",
    );
    mails.push(
        head(
            3003,
            &to(35),
            "unsubscribe 0000-00000000000000000000000000000000",
            "Content-Type: text/plain\n",
        ) + "\n",
    );
    // A complaint (RFC 5965), its address hidden, as providers send it.
    mails.push(
        head(4000, "fbl@provider.example", "Abuse report", "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n")
            + &format!("\n--b\nContent-Type: text/plain\n\nThis is a report.\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\nFrom: news@example.org\nTo: hidden\nMessage-ID: <{}>\nList-Unsubscribe: <mailto:news@example.org?subject=unsubscribe%20{}>\nSubject: Plans\n\nText\n\n--b--\n", of(39).id, of(39).token),
    );
    // One mailbox, as many programs keep it.
    let mbox: String =
        mails.iter().map(|mail| format!("From a Mon May  6 10:00:00 2024\n{mail}\n")).collect();
    desk.write("back.mbox", mbox);
    let back = desk.path("back.mbox").display().to_string();
    let outcome = desk.run(&["mailbox", &back]).exits(0);
    for line in [
        "120  automatic replies: nobody is harmed by them",
        "5  people answer",
        "3  leave",
        "1  ask to get no more, in their own words",
        "1  called it spam",
        "never to be mailed from now on: 2 who left",
        "never to be mailed from now on: 1 who complained",
        "reader038@example.org: asks to get no more",
        "reader030@example.org: Re: Plans for forty villages",
    ] {
        assert!(outcome.out.contains(line), "{line}\n{}", outcome.out);
    }
    assert!(!outcome.out.contains("bounced"), "{}", outcome.out);
    desk.run(&["audience", "list"]).exits(0).says("37 of 40 may be mailed");
    // A leaving is never taken back with the batch; a complaint is.
    desk.run(&["audience", "undo"]).exits(0).says("who left has left");
    desk.run(&["audience", "list"]).exits(0).says("38 of 40 may be mailed");
    desk.run(&["mailbox", "nowhere"]).exits(2).says("there is no `nowhere`");
}
