//! Every fault at every phase, with and without commands in one go.

use std::time::Duration;

use bulletin::delivery::smtp::{Attempt, Envelope, Limits, Relay, Security, connect, tls_client};

use super::*;

/// The faults, by the name that the recipient's address holds.
const FAULTS: [&str; 10] =
    ["drop", "reset", "hang", "slow", "garbage", "s354", "s451", "s554", "s421", "latin"];

/// The phases of a message, by name.
const PHASES: [(&str, Phase); 5] = [
    ("mail", Phase::Mail),
    ("rcpt", Phase::Rcpt),
    ("data", Phase::Data),
    ("body", Phase::Body),
    ("dot", Phase::Dot),
];

/// What a fault does.
fn act(fault: &str) -> Act {
    match fault {
        "drop" => Act::Drop,
        "reset" => Act::Reset,
        "hang" => Act::Hang(Duration::from_secs(4)),
        "slow" => Act::Slow(Duration::from_millis(100)),
        "garbage" => Act::say("%&!? hello"),
        "s354" => Act::say("354 go ahead"),
        "s451" => Act::say("451 4.3.0 not now"),
        "s454" => Act::say("454 4.7.0 throttled"),
        "s554" => Act::say("554 5.7.1 no"),
        "s421" => Act::SayAndDrop(b"421 4.3.2 closing\r\n".to_vec()),
        "latin" => Act::Say(b"250 accept\xe9\r\n".to_vec()),
        other => panic!("{other}"),
    }
}

/// What must have become of a recipient in the end.
fn expected(fault: &str, phase: &str) -> &'static str {
    match (fault, phase) {
        ("drop" | "reset" | "hang" | "garbage" | "s354" | "latin", "dot") => "uncertain",
        // The system had taken all of it, the dot, too: nobody can know.
        ("drop" | "reset" | "hang", "body") => "uncertain",
        ("s554", "rcpt" | "data" | "dot") => "blocked",
        _ => "accepted",
    }
}

/// A server in which the first message to `FAULT.PHASE@…` meets that fault.
fn faulty(pipelining: bool) -> Server {
    let mail_faults = std::sync::Mutex::new(std::collections::BTreeSet::new());
    Server::new(Setup { pipelining, ..Setup::default() }, move |at| {
        // `MAIL` does not say for whom: each of its faults happens once, to whoever comes.
        if at.phase == Phase::Mail {
            let fault = ["drop", "reset", "hang", "slow", "garbage", "s451", "s454", "s421", "latin"]
                .into_iter()
                .find(|fault| at.connection > 2 && mail_faults.lock().expect("a lock").insert(*fault));
            return fault.map_or(Act::Usual, act);
        }
        let Some((fault, phase)) = at.rcpt.split('@').next().and_then(|local| local.split_once('.')) else {
            return Act::Usual;
        };
        let here = PHASES.iter().any(|(name, known)| *name == phase && *known == at.phase);
        // What says something during a body says it in its middle; here it is silence that is tested.
        let says = at.phase == Phase::Body && !matches!(fault, "drop" | "reset" | "hang" | "slow");
        if here && at.before == 0 && !says { act(fault) } else { Act::Usual }
    })
}

#[test]
fn every_fault_at_every_phase_ends_as_it_must() {
    for pipelining in [true, false] {
        let server = faulty(pipelining);
        let mut all = readers(250);
        for fault in FAULTS {
            all.extend(PHASES[1..].iter().map(|(phase, _)| format!("{fault}.{phase}@example.org")));
        }
        let desk = cluster(server.port, all.clone());
        // A dot's 600 seconds are 2.4 here.
        let outcome = send(&desk, &["2024-04", "--yes"], 0.004).exits(4);
        let copies = server.copies();
        let states = pending(&desk);
        let mut tried_again = 0;
        for fault in FAULTS {
            for (phase, _) in &PHASES[1..] {
                let address = format!("{fault}.{phase}@example.org");
                let wanted = if *phase == "body" && !matches!(fault, "drop" | "reset" | "hang" | "slow") {
                    "accepted"
                } else {
                    expected(fault, phase)
                };
                let copies = copies.get(&address).copied().unwrap_or(0);
                let state = states.get(&address).map(String::as_str);
                let place = format!(
                    "{address}, pipelining {pipelining}: {copies} copies, {state:?}\n{}",
                    outcome.err
                );
                // Whoever cuts the line within the body, or listens no more, may do so before its last part has
                // left: then it is certain that nothing was taken, and it is tried again.
                let early = *phase == "body" && matches!(fault, "drop" | "reset" | "hang");
                match wanted {
                    "uncertain" if early && state.is_none() => {
                        assert_eq!(copies, 1, "{place}");
                        tried_again += 1;
                    }
                    "uncertain" => {
                        assert!(
                            copies == usize::from(*phase == "dot") && state == Some("uncertain"),
                            "{place}"
                        );
                    }
                    "blocked" => assert!(copies == 0 && state == Some("blocked"), "{place}"),
                    _ => assert!(copies == 1 && state.is_none(), "{place}"),
                }
            }
        }
        let receipt = receipt(&desk);
        assert_eq!(count(&receipt, "uncertain") + tried_again, 9, "{receipt}");
        assert_eq!(count(&receipt, "blocked"), 3, "{receipt}");
        assert_eq!(receipt["balances"], true);
        assert!(copies.values().all(|copies| *copies == 1));
        // Once more: who was blocked is tried again, and what is uncertain never is by itself.
        send(&desk, &["resume"], 0.002).exits(4);
        let later = server.copies();
        assert_eq!(later.len(), copies.len() + 3, "those who were blocked have it now");
        assert!(later.values().all(|copies| *copies == 1));
    }
}

#[test]
fn a_storm_of_454_ends_with_everybody_accepted() {
    let server = Server::scripted(|at| {
        let number: usize =
            at.rcpt.trim_start_matches("reader").split('@').next().unwrap_or("").parse().unwrap_or(1);
        match at.phase {
            Phase::Rcpt if number.is_multiple_of(3) && at.before < 2 => {
                Act::say("454 4.7.0 Throttling failure: maximum sending rate exceeded")
            }
            _ => Act::Usual,
        }
    });
    let all = readers(1450);
    let desk = cluster(server.port, all.clone());
    send(&desk, &["2024-04", "--yes"], 0.0005).exits(0).prints("1450  accepted by the relay");
    accounts_for_all(&desk, &server, &all);
    assert!(
        server.truth.most.load(std::sync::atomic::Ordering::SeqCst) <= 4,
        "no more connections than allowed"
    );
}

#[test]
fn greylisting_is_waited_for_and_a_dirty_list_costs_one_connection() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Rcpt if at.rcpt.starts_with("grey") && at.before == 0 => {
            Act::say("451 4.7.1 greylisted, come back")
        }
        Phase::Rcpt if at.rcpt.starts_with("gone") => Act::say("550 5.1.1 no such user"),
        Phase::Rcpt if at.rcpt.starts_with("full") && at.before < 20 => Act::say("452 4.2.2 mailbox full"),
        _ => Act::Usual,
    });
    let mut all: Vec<String> = (0..20).map(|i| format!("gone{i}@example.org")).collect();
    all.extend((0..10).map(|i| format!("grey{i}@example.org")));
    all.push("full@example.org".into());
    all.extend(readers(80));
    let desk = cluster(server.port, all);
    desk.replace("bulletin.yaml", "connections: 4", "connections: 1\n  attempts: 3");
    send(&desk, &["2024-04", "--yes"], 0.0005).exits(0);
    let receipt = receipt(&desk);
    assert_eq!(
        (count(&receipt, "rejected"), count(&receipt, "accepted"), count(&receipt, "expired")),
        (20, 90, 1)
    );
    let connections = server.truth.connections.load(std::sync::atomic::Ordering::SeqCst);
    assert!(connections <= 8, "{connections} connections for 20 refused recipients");
    desk.run(&["send", "who", "gone3@example.org"]).exits(0).prints("never to be mailed").prints("5.1.1");
    desk.run(&["send", "who", "full@example.org"]).exits(0).prints("expired").prints("4.2.2");
}

#[test]
fn a_break_before_the_dot_has_left_is_known_to_be_one() {
    // Four megabytes do not fit into what the system holds.
    let server = Server::scripted(|at| match at.phase {
        Phase::Body if at.before == 0 => Act::Drop,
        _ => Act::Usual,
    });
    let message = [b"Subject: x\r\n\r\n".to_vec(), "0123456789\r\n".repeat(350_000).into_bytes()].concat();
    let relay = relay(server.port);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        for (wanted, copies) in [("broken", 0), ("answered", 1)] {
            let mut session = connect(&relay).await.expect("a session");
            let envelope = Envelope {
                from: "news@example.org".parse().expect("an address"),
                to: "reader@example.org".parse().expect("an address"),
                id: None,
                message: "m1".into(),
            };
            let attempt = session.deliver(&envelope, &message, &relay.limits, async || Ok(())).await;
            let got = match &attempt {
                Attempt::Broken(bulletin::delivery::reply::Phase::Body, _) => "broken",
                Attempt::Answered(..) => "answered",
                _ => "something else",
            };
            assert_eq!((got, server.accepted().len()), (wanted, copies), "{attempt:?}");
        }
    });
    assert_eq!(server.accepted()[0].message, message);
}

/// A relay without TLS.
fn relay(port: u16) -> Relay {
    Relay {
        host: "127.0.0.1".into(),
        port,
        security: Security::Plain,
        tls: tls_client(None).expect("TLS"),
        login: None,
        return_path: bulletin::value::Parse::parse("news@example.org").expect("an address"),
        verp: false,
        dsn: false,
        limits: Limits::scaled(0.05),
    }
}

#[test]
fn a_late_answer_is_waited_for() {
    // Nine of the ten minutes that the standard allows, in a faster time.
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot if at.before == 0 => Act::Slow(Duration::from_millis(2160)),
        _ => Act::Usual,
    });
    let all = readers(3);
    let desk = cluster(server.port, all.clone());
    send(&desk, &["2024-04", "--yes"], 0.004).exits(0);
    accounts_for_all(&desk, &server, &all);
}

#[test]
fn a_policy_block_on_everybody_stops_within_ten_and_suppresses_nobody() {
    for phase in [Phase::Dot, Phase::Rcpt] {
        let server = Server::scripted(move |at| match at.phase {
            here if here == phase => Act::say("550 5.7.1 blocked: your address is on a list"),
            _ => Act::Usual,
        });
        let desk = cluster(server.port, readers(200));
        send(&desk, &["2024-04", "--yes"], 0.001).exits(5).says("nobody was taken off the list");
        let named = server.truth.named.lock().expect("a lock").len();
        assert!(named <= 10, "{named} were tried");
        let receipt = receipt(&desk);
        assert_eq!(
            count(&receipt, "suppressed") + count(&receipt, "rejected") + count(&receipt, "blocked"),
            0
        );
        desk.run(&["send", "who", "reader1@d1.example.org"]).exits(0).does_not_say("never");
        assert_eq!(count(&receipt, "pending") + count(&receipt, "deferred"), 200);
    }
}

#[test]
fn a_relay_that_refuses_everybody_is_the_wrong_one_and_costs_nobody_their_issue() {
    for reply in [
        "550 relay not permitted",
        "550 5.1.1 no such user <x@example.org>",
        "550 5.1.8 Sender address rejected",
    ] {
        let refusing = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
        let switch = std::sync::Arc::clone(&refusing);
        let server = Server::scripted(move |at| match at.phase {
            Phase::Rcpt if switch.load(std::sync::atomic::Ordering::SeqCst) => Act::say(reply),
            _ => Act::Usual,
        });
        let all = readers(60);
        let desk = cluster(server.port, all.clone());
        let outcome = send(&desk, &["2024-04", "--yes"], 0.001).exits(5);
        assert!(!outcome.err.contains("x@example.org"), "no address is shown: {}", outcome.err);
        let receipt = receipt(&desk);
        assert_eq!(count(&receipt, "rejected") + count(&receipt, "suppressed"), 0, "{receipt}");
        // Put right, everybody gets it.
        refusing.store(false, std::sync::atomic::Ordering::SeqCst);
        send(&desk, &["resume"], 0.001).exits(0);
        accounts_for_all(&desk, &server, &all);
    }
}

#[test]
fn a_short_list_of_addresses_that_are_gone_ends() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Rcpt => Act::say("550 5.1.1 no such user"),
        _ => Act::Usual,
    });
    let desk = cluster(server.port, readers(3));
    send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
    let receipt = receipt(&desk);
    assert_eq!((count(&receipt, "rejected"), count(&receipt, "suppressed")), (3, 0), "{receipt}");
}

#[test]
fn whoever_was_blocked_when_the_run_stopped_gets_it_once_that_is_put_right() {
    let blocking = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let switch = std::sync::Arc::clone(&blocking);
    let server = Server::scripted(move |at| match at.phase {
        Phase::Dot if switch.load(std::sync::atomic::Ordering::SeqCst) => {
            Act::say("554 5.7.1 <reader1@d1.example.org> blocked")
        }
        _ => Act::Usual,
    });
    let all = readers(40);
    let desk = cluster(server.port, all.clone());
    let outcome = send(&desk, &["2024-04", "--yes"], 0.001).exits(5).says("5.7.1 <…> blocked");
    assert!(!outcome.err.contains("reader1@"), "{}", outcome.err);
    blocking.store(false, std::sync::atomic::Ordering::SeqCst);
    send(&desk, &["resume"], 0.001).exits(0);
    accounts_for_all(&desk, &server, &all);
}

#[test]
fn a_relay_that_breaks_every_connection_uses_up_nobodys_attempts() {
    let breaking = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let switch = std::sync::Arc::clone(&breaking);
    let server = Server::scripted(move |at| match at.phase {
        Phase::Mail if switch.load(std::sync::atomic::Ordering::SeqCst) => Act::Drop,
        _ => Act::Usual,
    });
    let all = readers(30);
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 4\n  wait_minutes: 10");
    // Ten minutes are six seconds here.
    send(&desk, &["2024-04", "--yes"], 0.01).exits(5).says("the connection broke at MAIL");
    let connections = server.truth.connections.load(std::sync::atomic::Ordering::SeqCst);
    assert!(connections < 100, "{connections} connections: each try waits longer");
    assert_eq!(count(&receipt(&desk), "expired"), 0);
    breaking.store(false, std::sync::atomic::Ordering::SeqCst);
    send(&desk, &["resume"], 0.001).exits(0);
    accounts_for_all(&desk, &server, &all);
}

#[test]
fn a_message_larger_than_the_relay_says_it_takes_is_not_even_begun() {
    let setup = Setup { pipelining: true, offers: vec!["SIZE 2000".into()], ..Setup::default() };
    let server = Server::new(setup, |_| Act::Usual);
    let desk = cluster(server.port, readers(20));
    send(&desk, &["2024-04", "--yes"], 0.001).exits(5).says("too large").says("and the relay takes 2000");
    assert!(server.truth.named.lock().expect("a lock").is_empty());
}

#[test]
fn a_refused_sender_and_a_message_too_large_stop_the_run() {
    for (reply, words) in [
        ("550 5.7.26 this sender is not authenticated", "SPF and DKIM"),
        ("553 5.7.1 sender address rejected: not owned by user", "may send as"),
        ("552 5.3.4 message size exceeds limit", "too large"),
        ("530 5.7.0 authentication required", "wants a login"),
    ] {
        let refusing = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
        let switch = std::sync::Arc::clone(&refusing);
        let server = Server::scripted(move |at| match at.phase {
            Phase::Mail if switch.load(std::sync::atomic::Ordering::SeqCst) => Act::say(reply),
            _ => Act::Usual,
        });
        let desk = cluster(server.port, readers(20));
        send(&desk, &["2024-04", "--yes"], 0.001)
            .exits(5)
            .says(words)
            .says("then `bulletin send 2024-04` goes on");
        assert_eq!(count(&receipt(&desk), "pending") + count(&receipt(&desk), "deferred"), 20);
        // What has to be changed may be: nobody has it yet, so it is planned anew.
        refusing.store(false, std::sync::atomic::Ordering::SeqCst);
        desk.replace("bulletin.yaml", "from: news@example.org", "from: other@example.org");
        send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
        assert!(server.accepted().iter().all(|one| one.from == "other@example.org"));
        assert_eq!(server.copies().len(), 20);
    }
}
