//! The cases of `tests/found/mail/`: each is sent to a server that answers as its `rules.json` says.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::*;
use crate::desk::project;

/// The text of a file of a case.
fn file(case: &str, name: &str) -> String {
    let path = project().join("tests/found/mail").join(case).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A server with a case's rules, until they are lifted: each list of replies is used in turn, the last
/// one again and again.
fn ruled(case: &str, rules: &str) -> (Server, Arc<AtomicBool>) {
    let rules: serde_json::Value = serde_json::from_str(&file(case, rules)).expect("JSON");
    let mended = Arc::new(AtomicBool::new(false));
    let (lifted, used) = (Arc::clone(&mended), Mutex::new(BTreeMap::<String, usize>::new()));
    let setup = Setup {
        offers: if rules.get("auth").is_some() { vec!["AUTH PLAIN LOGIN".into()] } else { vec![] },
        ..Setup::default()
    };
    let server = Server::new(setup, move |at| {
        if lifted.load(Ordering::SeqCst) {
            return Act::Usual;
        }
        let phase = match at.phase {
            Phase::Auth => "auth",
            Phase::Mail => "mail",
            Phase::Rcpt => "rcpt",
            Phase::Dot => "dot",
            _ => return Act::Usual,
        };
        let local = at.rcpt.split('@').next().unwrap_or_default();
        let replies = match &rules[phase] {
            serde_json::Value::Object(by) => by.get(local).or_else(|| by.get("*")),
            serde_json::Value::Array(_) => Some(&rules[phase]),
            _ => None,
        };
        let Some(replies) = replies.and_then(|replies| replies.as_array()) else { return Act::Usual };
        let mut used = used.lock().expect("a lock");
        // What holds for all is counted over all.
        let whom = if rules[phase].get(local).is_some() { local } else { "*" };
        let turn = used.entry(format!("{phase} {whom}")).or_default();
        let reply = replies[(*turn).min(replies.len() - 1)].as_str().expect("a reply");
        *turn += 1;
        if reply.starts_with('2') { Act::Usual } else { Act::say(reply) }
    });
    (server, mended)
}

/// The case's list, sent over so many connections.
fn desk_of(case: &str, port: u16, connections: usize, more: &str) -> (Desk, Vec<String>) {
    let desk = cluster(port, vec![]);
    desk.replace("bulletin.yaml", "connections: 4", &format!("connections: {connections}\n{more}"));
    let list = file(case, "list.csv");
    desk.write("readers.csv", &list);
    let all = list.lines().skip(1).filter_map(|line| line.split(',').next()).map(str::to_string);
    (desk, all.collect())
}

/// Whether everybody but some has exactly one copy, and those none.
fn everybody_once(server: &Server, all: &[String], but: &[&str]) {
    let copies = server.copies();
    for one in all {
        let wanted = usize::from(!but.contains(&one.split('@').next().unwrap_or_default()));
        assert_eq!(copies.get(one).copied().unwrap_or(0), wanted, "{one}");
    }
}

#[test]
fn a_run_ends_while_somebody_is_deferred() {
    for connections in [1, 2, 3, 10] {
        let (server, mended) = ruled("01-run-never-ends", "rules.json");
        let more = "  retry_seconds: 300\n  wait_minutes: 0\n";
        let (desk, all) = desk_of("01-run-never-ends", server.port, connections, more);
        send(&desk, &["2024-04", "--yes"], 0.001).exits(3);
        send(&desk, &["resume"], 0.001).exits(3);
        everybody_once(&server, &all, &["r4"]);
        mended.store(true, Ordering::SeqCst);
        desk.replace("bulletin.yaml", "wait_minutes: 0", "wait_minutes: 60");
        send(&desk, &["resume"], 0.001).exits(0);
        everybody_once(&server, &all, &[]);
    }
}

#[test]
fn everybody_refused_is_no_success_and_is_sent_once_it_is_mended() {
    for rules in ["rules.json", "rules_one_ok.json"] {
        let (server, mended) = ruled("02-all-blocked-exit-0", rules);
        let (desk, all) = desk_of("02-all-blocked-exit-0", server.port, 1, "");
        send(&desk, &["2024-04", "--yes"], 0.001).exits(5);
        mended.store(true, Ordering::SeqCst);
        send(&desk, &["resume"], 0.001).exits(0);
        everybody_once(&server, &all, &[]);
        send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
        everybody_once(&server, &all, &[]);
    }
}

#[test]
fn six_odd_addresses_stop_nobody_else() {
    let case = "03-five-bad-addresses-stop-the-list-for-ever";
    let (server, _) = ruled(case, "rules.json");
    let (desk, all) = desk_of(case, server.port, 1, "");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
    everybody_once(&server, &all, &["r3", "r5", "r8", "r13", "r21", "r27"]);
    let receipt = receipt(&desk);
    assert_eq!(count(&receipt, "accepted"), 24, "{receipt}");
}

#[test]
fn a_full_relay_uses_up_nobody_s_attempts() {
    let case = "04-relay-wide-4xx-uses-up-everybodys-attempts";
    let (server, mended) = ruled(case, "rules.json");
    let more = "  retry_seconds: 1\n  attempts: 2\n  wait_minutes: 1\n";
    let (desk, all) = desk_of(case, server.port, 1, more);
    let first = send(&desk, &["2024-04", "--yes"], 0.01).ends();
    assert!(matches!(first.code, Some(3 | 5)), "{first:?}");
    assert_eq!(count(&receipt(&desk), "expired"), 0);
    mended.store(true, Ordering::SeqCst);
    send(&desk, &["resume"], 0.01).exits(0);
    everybody_once(&server, &all, &[]);
}

#[test]
fn a_list_that_is_not_read_whole_is_refused_before_anybody_is_mailed() {
    let server = Server::plain();
    for (case, list, words) in [
        ("05-csv-duplicate-column", "list.csv", "`unsubscribed_at`"),
        ("07-csv-unclosed-quote", "list.csv", "line 3"),
    ] {
        let desk = cluster(server.port, vec![]);
        desk.write("readers.csv", file(case, list));
        for args in [&["2024-04", "--dry-run"][..], &["2024-04", "--yes"]] {
            send(&desk, args, 1.0).exits(1).says("error").says(words);
        }
    }
    assert!(server.copies().is_empty());
    let desk = cluster(server.port, vec![]);
    desk.write("readers.csv", file("07-csv-unclosed-quote", "list2.csv"));
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    assert_eq!(server.copies().len(), 2, "a line break within quotation marks is a cell's");
}

#[test]
fn dates_as_excel_writes_them_take_nobody_off_the_list_by_the_way() {
    let server = Server::plain();
    let desk = cluster(server.port, vec![]);
    desk.write("readers.csv", file("15-excel-dates", "list.csv"));
    send(&desk, &["2024-04", "--dry-run"], 1.0).exits(1).does_not_say("delete the row");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(1);
    assert!(server.copies().is_empty());
    // A column in one form that can mean one thing only is read.
    let rows = "a@example.org;double-opt-in;13.03.2024;\nb@example.org;double-opt-in;01.03.2024;\nc@example.org;double-opt-in;45352;\nd@example.org;double-opt-in;05.03.2024;20.04.2024\n";
    desk.write("readers.csv", format!("email;basis;confirmed_at;unsubscribed_at\n{rows}"));
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    assert_eq!(
        server.copies().keys().collect::<Vec<_>>(),
        ["a@example.org", "b@example.org", "c@example.org"]
    );
}

#[test]
fn a_wrong_password_is_no_switched_off_login() {
    let (server, _) = ruled("08-m365-wrong-password", "rules.json");
    let desk = cluster(server.port, readers(3));
    let login = "security: none\n  user: news@example.org\n  password_env: TEST_PASSWORD";
    desk.replace("bulletin.yaml", "security: none", login);
    let mut command = desk.command(&["send", "2024-04", "--yes"]);
    command.env("TEST_PASSWORD", "x").env("BULLETIN_TEST_TIME", "0.001");
    desk.output(&mut command)
        .exits(5)
        .says("does not take the user name or the password")
        .does_not_say("switched off");
}

#[test]
fn a_sender_at_an_international_domain_is_written_in_ascii() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(2));
    desk.replace("bulletin.yaml", "from: news@example.org", "from: news@bücher.example.org");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    let message = server.accepted().first().map(|one| String::from_utf8_lossy(&one.message).into_owned());
    let message = message.expect("a message");
    assert!(message.contains("news@xn--bcher-kva.example.org") && message.is_ascii());
    assert!(message.contains("List-Unsubscribe: <mailto:news@xn--bcher-kva.example.org"));
    let desk = cluster(server.port, readers(2));
    desk.replace("bulletin.yaml", "from: news@example.org", "from: nëws@example.org");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(1).says("bulletin.yaml:3:7").says("letters before the `@`");
}

/// A server's own certificate, made as openssl makes it: an authority's.
fn own_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = CertificateParams::new(vec![name.to_string()]).expect("parameters");
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let certificate = parameters.self_signed(&key).expect("signed");
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private)
        .expect("a configuration");
    (Arc::new(config), certificate.pem())
}

#[test]
fn a_certificate_that_signs_itself_is_taken_if_it_is_the_one_that_was_named() {
    let (config, pem) = own_certificate("localhost");
    let (_, another) = own_certificate("localhost");
    let (elsewhere, theirs) = own_certificate("mail.example.net");
    for (config, ca, code) in [(&config, &pem, 0), (&config, &another, 5), (&elsewhere, &theirs, 5)] {
        let setup = Setup { tls: Some(Arc::clone(config)), ..Setup::default() };
        let server = Server::new(setup, |_| Act::Usual);
        let desk = cluster(server.port, readers(3));
        desk.replace("bulletin.yaml", "host: 127.0.0.1", "host: localhost");
        desk.replace("bulletin.yaml", "security: none", "security: starttls\n  ca: ca.pem");
        desk.write("ca.pem", ca);
        let outcome = send(&desk, &["2024-04", "--yes"], 0.001).exits(code);
        for inside in ["Other(", "UnixTime", "Context", "ServerName", "CaUsed"] {
            assert!(!outcome.err.contains(inside), "{}", outcome.err);
        }
        assert_eq!(server.copies().len(), if code == 0 { 3 } else { 0 });
        if code != 0 {
            outcome.says("shows a certificate that is not to be trusted");
        }
    }
}

#[test]
fn a_ledger_that_is_gone_is_no_fresh_start() {
    let (server, _) = ruled("01-run-never-ends", "rules.json");
    let more = "  wait_minutes: 0\n";
    let (desk, all) = desk_of("01-run-never-ends", server.port, 2, more);
    for command in [&["resume"][..], &["receipt"], &["resolve"]] {
        send(&desk, command, 1.0).exits(2).says("nothing was sent yet");
    }
    send(&desk, &["2024-04", "--yes"], 0.001).exits(3);
    for name in ["bulletin.db", "bulletin.db-wal", "bulletin.db-shm"] {
        let _ = std::fs::remove_file(desk.path(&format!("state/{name}")));
    }
    for command in [&["resume"][..], &["receipt"], &["resolve"]] {
        send(&desk, command, 1.0).exits(6).says("the ledger that was in state/ is gone");
    }
    send(&desk, &["2024-04", "--yes"], 1.0).exits(6).says("is gone");
    everybody_once(&server, &all, &["r4"]);
}

#[test]
fn a_dry_run_runs_no_command_and_a_clock_of_1970_sends_nothing() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(3));
    let login = "security: none\n  user: news@example.org\n  password_command: touch ran-it; echo x";
    desk.replace("bulletin.yaml", "security: none", login);
    send(&desk, &["2024-04", "--dry-run"], 1.0).exits(0).says("touch ran-it; echo x");
    assert!(!desk.path("ran-it").exists());
    let mut command = desk.command(&["send", "2024-04", "--yes"]);
    command.env("SOURCE_DATE_EPOCH", "100000");
    let outcome = desk.output(&mut command).ends();
    assert!(outcome.code != Some(0) && server.copies().is_empty(), "{outcome:?}");
}
