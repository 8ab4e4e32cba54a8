//! Each provider's worst day, for a handful, a meeting and a whole cluster's readers: the run ends by
//! itself with the right code, and once the cause is mended `resume` brings it to everybody, once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::*;

/// How many people.
const SIZES: [usize; 3] = [4, 30, 1450];

/// A server that takes some, then says one thing in a phase until it is mended.
fn until_mended(phase: Phase, takes: usize, reply: &'static str) -> (Server, Arc<AtomicBool>) {
    let mended = Arc::new(AtomicBool::new(false));
    let (lifted, taken) = (Arc::clone(&mended), AtomicUsize::new(0));
    let server = Server::scripted(move |at| match at.phase == phase && !lifted.load(Ordering::SeqCst) {
        true if taken.fetch_add(1, Ordering::SeqCst) >= takes => Act::say(reply),
        _ => Act::Usual,
    });
    (server, mended)
}

/// Sends, has it end with one of the codes, mends the cause, resumes, and counts.
fn ends_and_is_mended(size: usize, server: &Server, mended: &AtomicBool, codes: &[i32], what: &str) {
    let all = readers(size);
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 4\n  wait_minutes: 10\n  attempts: 3");
    let first = send(&desk, &["2024-04", "--yes"], 0.0005).ends();
    let code = first.code.expect("it ends by itself");
    assert!(codes.contains(&code), "{what}, {size} people: {first:?}");
    let account = receipt(&desk);
    assert_eq!(account["balances"], true, "{account}");
    for state in ["expired", "rejected"] {
        assert_eq!(count(&account, state), 0, "{what}, {size} people: {account}");
    }
    mended.store(true, Ordering::SeqCst);
    send(&desk, &["resume"], 0.0005).exits(0);
    let copies = server.copies();
    for one in &all {
        assert_eq!(copies.get(one), Some(&1), "{what}, {size} people: {one}");
    }
    assert_eq!(copies.len(), size);
    // Once more does no harm.
    send(&desk, &["resume"], 0.0005).exits(0);
    assert_eq!(server.accepted().len(), size);
}

#[test]
fn a_relay_that_throttles_ends_and_goes_on() {
    for (phase, reply) in [
        (Phase::Dot, "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded"),
        (Phase::Dot, "432 4.3.2 Concurrent connections limit exceeded"),
        (Phase::Mail, "450 4.7.1 Error: too much mail from 192.0.2.1"),
        (Phase::Mail, "454 4.7.0 Too many login attempts, please try again later"),
        (Phase::Rcpt, "451 4.7.500 Server busy. Please try again later from [192.0.2.1]"),
        (Phase::Dot, "421 4.7.28 Our system has detected an unusual rate of unsolicited mail"),
        (Phase::Dot, "454 Throttling failure: Maximum sending rate exceeded."),
        (Phase::Dot, "550 5.4.5 Daily user sending limit exceeded"),
        (Phase::Dot, "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException"),
    ] {
        for size in SIZES {
            let (server, mended) = until_mended(phase, size / 2, reply);
            ends_and_is_mended(size, &server, &mended, &[3, 5], reply);
        }
    }
}

#[test]
fn a_relay_that_is_full_ends_and_goes_on() {
    for (phase, reply) in [
        (Phase::Mail, "452 4.3.1 Insufficient system storage"),
        (Phase::Dot, "452 4.3.1 Insufficient system resources (UsedDiskSpace[C:\\spool])"),
        (Phase::Dot, "451 4.3.0 Error: queue file write error"),
    ] {
        for size in SIZES {
            let (server, mended) = until_mended(phase, 1, reply);
            ends_and_is_mended(size, &server, &mended, &[3, 5], reply);
        }
    }
}

#[test]
fn a_refused_sender_marks_nobody() {
    for (phase, takes, reply) in [
        (
            Phase::Dot,
            0,
            "554 5.2.252 SendAsDenied; news@example.org not allowed to send as other@example.org",
        ),
        (Phase::Dot, 2, "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
        (Phase::Rcpt, 0, "553 5.7.1 <news@example.org>: Sender address rejected: not owned by user x"),
        (Phase::Rcpt, 1, "554 5.7.1 <reader0@d0.example.org>: Relay access denied"),
        (Phase::Mail, 0, "550 5.7.501 Access denied, spam abuse detected from IP range"),
        (Phase::Dot, 3, "550 5.7.26 This mail has been blocked because the sender is unauthenticated"),
    ] {
        for size in SIZES {
            let (server, mended) = until_mended(phase, takes, reply);
            ends_and_is_mended(size, &server, &mended, &[5], reply);
        }
    }
}

#[test]
fn a_tenth_refused_for_reasons_of_their_own_costs_the_others_nothing() {
    const OWN: &[&str] = &[
        "550 5.1.1 The email account that you tried to reach does not exist",
        "550 5.4.1 Recipient address rejected: Access denied",
        "550 5.5.0 Requested action not taken: mailbox unavailable",
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
        "550 5.2.1 The email account that you tried to reach is disabled",
        "550 5.4.4 domain does not exist",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup",
    ];
    let number = |rcpt: &str| -> usize {
        let digits = rcpt.trim_start_matches("reader").split('@').next().unwrap_or_default();
        digits.parse().expect("a number")
    };
    for size in SIZES {
        let server = Server::scripted(move |at| match at.phase {
            // The first ones of the list, so that nothing stands before them.
            Phase::Rcpt if number(at.rcpt) % 10 == 0 => Act::say(OWN[(number(at.rcpt) / 10) % OWN.len()]),
            _ => Act::Usual,
        });
        let all = readers(size);
        let desk = cluster(server.port, all.clone());
        send(&desk, &["2024-04", "--yes"], 0.0005).exits(0);
        let copies = server.copies();
        for one in &all {
            let wanted = usize::from(number(one) % 10 != 0);
            assert_eq!(copies.get(one).copied().unwrap_or(0), wanted, "{one} of {size}");
        }
        let account = receipt(&desk);
        assert_eq!(account["balances"], true, "{account}");
        send(&desk, &["resume"], 0.0005).exits(0);
        assert_eq!(server.accepted().len(), copies.len());
    }
}

#[test]
fn a_relay_that_greylists_everybody_is_waited_for() {
    for size in SIZES {
        // Those who are tried again after a while are taken.
        let server = Server::scripted(|at| match (at.phase, at.before) {
            (Phase::Rcpt, 0) => {
                Act::say("450 4.2.0 <reader@example.org>: Recipient address rejected: Greylisted")
            }
            _ => Act::Usual,
        });
        let all = readers(size);
        let desk = cluster(server.port, all.clone());
        send(&desk, &["2024-04", "--yes"], 0.0005).exits(0);
        assert_eq!(server.copies().len(), size);
        assert_eq!(server.accepted().len(), size);
        // Beyond the time that is waited, it ends, and `resume` goes on.
        let (server, mended) =
            until_mended(Phase::Rcpt, 0, "451 4.7.1 Greylisted, please try again in 3600 seconds");
        let desk = cluster(server.port, all.clone());
        desk.replace("bulletin.yaml", "connections: 4", "connections: 4\n  wait_minutes: 1");
        send(&desk, &["2024-04", "--yes"], 0.0005).exits(3);
        mended.store(true, Ordering::SeqCst);
        desk.replace("bulletin.yaml", "wait_minutes: 1", "wait_minutes: 600");
        send(&desk, &["resume"], 0.0005).exits(0);
        assert_eq!(server.accepted().len(), size);
    }
}
