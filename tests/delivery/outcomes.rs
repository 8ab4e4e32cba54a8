//! What a communications officer runs into: each ends in the right way, in words that they can act
//! on.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::*;
use crate::desk::Outcome;

/// A password that must never be seen.
const PASSWORD: &str = "hunter2-s3cret";

/// A server's certificate for a name, and the house's root as PEM.
fn certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut root = CertificateParams::new(vec![]).expect("parameters");
    root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let root_key = KeyPair::generate().expect("a key");
    let root_pem = root.self_signed(&root_key).expect("signed").pem();
    let issuer = Issuer::new(root, root_key);
    let key = KeyPair::generate().expect("a key");
    let leaf = CertificateParams::new(vec![name.to_string()]).expect("parameters");
    let leaf = leaf.signed_by(&key, &issuer).expect("signed");
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], private)
        .expect("a configuration");
    (Arc::new(config), root_pem)
}

/// A cluster that sends by TLS with a password.
fn secured(server: &Server, security: &str, root: &str) -> Desk {
    let desk = cluster(server.port, readers(20));
    let extra = "\n  user: news@example.org\n  password_env: TEST_PASSWORD\n  ca: house.pem";
    desk.replace("bulletin.yaml", "security: none", &format!("security: {security}{extra}"));
    desk.replace("bulletin.yaml", "host: 127.0.0.1", "host: localhost");
    desk.write("house.pem", root);
    desk
}

/// Sends with the password in the environment, talking as much as it can.
fn send_secretly(desk: &Desk, password: &str) -> Ran {
    let mut command = desk.command(&["send", "2024-04", "--yes", "-v"]);
    command.env("TEST_PASSWORD", password).env("BULLETIN_TEST_TIME", "0.001");
    desk.output(&mut command)
}

#[test]
fn tls_and_a_password_work_in_both_ways_and_the_secret_is_nowhere() {
    for (security, implicit) in [("tls", true), ("starttls", false)] {
        for offers in ["AUTH PLAIN LOGIN", "AUTH LOGIN"] {
            let (config, root) = certificate("localhost");
            let setup = Setup {
                pipelining: true,
                offers: vec![offers.to_string()],
                tls: Some(config),
                implicit,
                password: Some(PASSWORD.to_string()),
            };
            let server = Server::new(setup, |_| Act::Usual);
            let desk = secured(&server, security, &root);
            let outcome = send_secretly(&desk, PASSWORD).exits(0).prints("20  accepted by the relay");
            nothing_leaks(&desk, &outcome, &[PASSWORD]);
            accounts_for_all(&desk, &server, &readers(20));
        }
    }
}

/// No secret and no address is in what was printed, and no secret in any file.
fn nothing_leaks(desk: &Desk, outcome: &Outcome, secrets: &[&str]) {
    let printed = format!("{}{}", outcome.out, outcome.err);
    for secret in secrets {
        assert!(!printed.contains(secret), "{printed}");
    }
    for reader in readers(20) {
        assert!(!printed.contains(&reader), "{reader} in {printed}");
    }
    for entry in
        walkdir::WalkDir::new(desk.root()).into_iter().flatten().filter(|entry| entry.file_type().is_file())
    {
        let bytes = std::fs::read(entry.path()).expect("readable");
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!found, "{secret} in {}", entry.path().display());
        }
    }
}

#[test]
fn a_wrong_password_stops_and_marks_nobody() {
    let (config, root) = certificate("localhost");
    let setup = Setup {
        offers: vec!["AUTH PLAIN LOGIN".into()],
        tls: Some(config),
        password: Some(PASSWORD.into()),
        ..Setup::default()
    };
    let server = Server::new(setup, |_| Act::Usual);
    let desk = secured(&server, "starttls", &root);
    let outcome =
        send_secretly(&desk, "wrong-password").exits(5).says("does not take the user name or the password");
    nothing_leaks(&desk, &outcome, &["wrong-password"]);
    assert_eq!(count(&receipt(&desk), "pending"), 20);
    // Put right, it goes on.
    send_secretly(&desk, PASSWORD).exits(0);
    accounts_for_all(&desk, &server, &readers(20));
    // And where none is given, it says how.
    desk.run(&["send", "resume"]).exits(2).says("`TEST_PASSWORD`, which holds the password, is not set");
}

#[test]
fn a_password_typed_into_the_configuration_is_refused_and_not_repeated() {
    for typed in [
        "password: PASSWORD",
        "password_env: PASSWORD",
        "pasword: PASSWORD",
        "token_env: \"PASSWORD\"",
        "PASSWORD",
    ] {
        let desk = cluster(25, readers(1));
        let line = typed.replace("PASSWORD", PASSWORD);
        desk.replace("bulletin.yaml", "connections: 4", &format!("user: me\n  {line}"));
        for form in ["human", "short", "json"] {
            let outcome = desk.run(&["send", "2024-04", "--yes", "-v", "--diagnostics", form]).exits(1);
            let printed = format!("{}{}", outcome.out, outcome.err);
            // A line that is no key and value at all is one that YAML itself can't read.
            assert!(typed == "PASSWORD" || !printed.contains(PASSWORD), "{typed}: {printed}");
        }
    }
    let desk = cluster(25, readers(1));
    desk.replace(
        "bulletin.yaml",
        "transport: smtp\nsmtp:\n",
        "transport: smtp\nsmtp: {password: hunter2-s3cret, host: x}\nlimits:\n",
    );
    assert!(!desk.run(&["check"]).exits(1).err.contains(PASSWORD));
    let desk = cluster(25, readers(1));
    desk.replace("bulletin.yaml", "transport: smtp", "transport: smtp\nPassword: hunter2-s3cret");
    assert!(!desk.run(&["check"]).exits(1).err.contains(PASSWORD));
}

#[test]
fn the_secret_is_not_in_the_list_of_processes() {
    let (config, root) = certificate("localhost");
    let setup = Setup { offers: vec!["AUTH PLAIN".into()], tls: Some(config), ..Setup::default() };
    let server = Server::new(setup, |at| match at.phase {
        Phase::Dot => Act::Slow(std::time::Duration::from_millis(100)),
        _ => Act::Usual,
    });
    let desk = secured(&server, "starttls", &root);
    desk.replace("bulletin.yaml", "password_env: TEST_PASSWORD", "password_command: cat secret.txt");
    desk.write("secret.txt", PASSWORD);
    let mut child = start(&desk);
    crash::wait_until(|| !server.copies().is_empty());
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&line).contains(PASSWORD));
    }
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_wrong_certificate_stops_before_the_password_is_said() {
    for (name, own) in [("mail.example.net", true), ("localhost", false)] {
        for (security, implicit) in [("starttls", false), ("tls", true)] {
            let (config, root) = certificate(name);
            let setup =
                Setup { offers: vec!["AUTH PLAIN".into()], tls: Some(config), implicit, ..Setup::default() };
            let server = Server::new(setup, |_| Act::Usual);
            // Another host's certificate; and one of a house that is not ours.
            let root = if own { root } else { certificate("localhost").1 };
            let desk = secured(&server, security, &root);
            send_secretly(&desk, PASSWORD).exits(5).says("certificate that is not to be trusted");
            let heard = server.truth.heard.lock().expect("a lock").join("\n");
            assert!(!heard.contains("AUTH") && !heard.contains("MAIL"), "{heard}");
            assert_eq!(count(&receipt(&desk), "pending"), 20);
        }
    }
}

#[test]
fn a_token_is_asked_for_anew_with_each_connection() {
    let (config, root) = certificate("localhost");
    let setup = Setup {
        pipelining: true,
        offers: vec!["AUTH XOAUTH2".into()],
        tls: Some(config),
        password: Some("auth=Bearer token-".into()),
        ..Setup::default()
    };
    let server = Server::new(setup, |_| Act::Usual);
    let desk = secured(&server, "starttls", &root);
    let all = readers(250);
    let rows: String = all.iter().map(|reader| format!("{reader},staff\n")).collect();
    desk.write("readers.csv", format!("email,basis\n{rows}"));
    desk.replace("bulletin.yaml", "connections: 4", "connections: 1");
    desk.replace(
        "bulletin.yaml",
        "password_env: TEST_PASSWORD",
        "token_command: echo x >> asked; echo token-1",
    );
    // A hundred messages go over one connection.
    // A command that never ran on this machine is run when somebody has said yes to it, and then always.
    send(&desk, &["2024-04", "--yes"], 1.0)
        .exits(6)
        .says("was never run on this machine")
        .says("echo token-1");
    assert!(!desk.path("asked").exists() && server.copies().is_empty());
    send(&desk, &["2024-04", "--yes", "--accept-command"], 1.0).exits(0);
    assert!(desk.read("asked").lines().count() >= 4, "at the start, and for each of three connections");
    desk.write("readers.csv", format!("email,basis\n{rows}"));
    // One that has run out is named as such.
    let desk = secured(&server, "starttls", &root);
    desk.replace("bulletin.yaml", "password_env: TEST_PASSWORD", "token_command: echo old");
    let args = ["2024-04", "--yes", "--accept-command"];
    send(&desk, &args, 0.001).exits(5).says("does not take the token").says("token_command");
}

#[test]
fn a_login_that_is_switched_off_is_named() {
    let (config, root) = certificate("localhost");
    // Switched off for the organisation, as Microsoft says it; and not offered at all.
    let off = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant";
    for (offers, words) in [
        ("AUTH LOGIN", "password switched off"),
        ("AUTH XOAUTH2", "takes no login with a password, only XOAUTH2"),
    ] {
        let setup = Setup { offers: vec![offers.into()], tls: Some(Arc::clone(&config)), ..Setup::default() };
        let server = Server::new(setup, move |at| match at.phase {
            Phase::Auth => Act::say(off),
            _ => Act::Usual,
        });
        let desk = secured(&server, "starttls", &root);
        send_secretly(&desk, PASSWORD).exits(5).says(words).says("administrator");
        assert_eq!(count(&receipt(&desk), "pending"), 20);
    }
}

#[test]
fn tls_that_is_stripped_or_forged_is_refused_before_anything_is_said() {
    // A server that offers none, while it was asked for.
    let server = Server::new(Setup { offers: vec!["AUTH PLAIN".into()], ..Setup::default() }, |_| Act::Usual);
    let desk = secured(&server, "starttls", &certificate("localhost").1);
    send_secretly(&desk, PASSWORD).exits(5).says("offers no TLS");
    // Words put behind the answer to STARTTLS (CVE-2011-0411).
    let (config, root) = certificate("localhost");
    for injected in ["250-evil\r\n250 AUTH PLAIN\r\n", "250 ok\r\n", "\r\n", "x"] {
        let setup =
            Setup { offers: vec!["AUTH PLAIN".into()], tls: Some(Arc::clone(&config)), ..Setup::default() };
        let server = Server::new(setup, move |at| match at.phase {
            Phase::StartTls => Act::Say(format!("220 go on\r\n{injected}").into_bytes()),
            _ => Act::Usual,
        });
        let desk = secured(&server, "starttls", &root);
        send_secretly(&desk, PASSWORD).exits(5).says("puts words into its mouth");
        assert!(server.accepted().is_empty());
        let heard = server.truth.heard.lock().expect("a lock").join("\n");
        assert!(!heard.contains("AUTH"), "{heard}");
    }
    // No TLS to another machine, whatever is configured.
    let desk = cluster(25, readers(2));
    desk.replace("bulletin.yaml", "host: 127.0.0.1", "host: mail.example.test");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(2).says("would show everything to everybody");
}

#[test]
fn a_server_that_greets_oddly_does_no_harm() {
    for greeting in [
        "250-test\r\n250- \r\n250 8BITMIME\r\n",
        "250-\u{1b}[31m\r\n250 x\r\n",
        "250\r\n",
        "200 what\r\n",
        "\r\n",
    ] {
        let server = Server::scripted(move |at| match at.phase {
            Phase::Ehlo if at.connection == 0 => Act::Say(greeting.as_bytes().to_vec()),
            _ => Act::Usual,
        });
        let desk = cluster(server.port, readers(3));
        let outcome = send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
        assert!(!outcome.err.contains('\u{1b}'), "{}", outcome.err);
        accounts_for_all(&desk, &server, &readers(3));
    }
}

#[test]
fn a_draft_goes_to_reviewers_only() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(5));
    send(&desk, &["2024-04", "--draft", "--yes"], 1.0).exits(6).says("a draft does not go to the list");
    assert!(server.accepted().is_empty());
    send(
        &desk,
        &["2024-04", "--draft", "--test", "me@example.org", "--test", "Me@Example.org", "--yes"],
        1.0,
    )
    .exits(0);
    let accepted = server.accepted();
    assert_eq!((accepted.len(), accepted[0].rcpt.as_str()), (1, "me@example.org"));
    assert!(
        String::from_utf8_lossy(&accepted[0].message).contains("Subject: [DRAFT]"),
        "the subject says so"
    );
    desk.run(&["send", "receipt", "2024-04/test-1"]).exits(0).prints("1  accepted by the relay");
    desk.run(&["send", "who", "me@example.org"]).exits(0).prints("2024-04/test-1");
    // A test does not stand in the way of the real one.
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0).prints("5  accepted by the relay");
}

#[test]
fn who_may_not_be_mailed_is_counted_with_what_to_do() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(2));
    desk.write("readers.csv", "email,basis\na@example.org,single-opt-in\nb@example.org,single-opt-in\n");
    send(&desk, &["2024-04", "--yes"], 1.0)
        .exits(6)
        .says("2 on a basis that `mail_to` in bulletin.yaml does not allow: add it there if your privacy notice covers it")
        .says("nobody on the list may be mailed");
    assert!(server.accepted().is_empty());
    // Without an https address readers leave by mail; that is enough, and no warning for a short list.
    desk.write("readers.csv", "email,basis\na@example.org,staff\n");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0).does_not_say("unsubscribe_url");
    let message = String::from_utf8_lossy(&server.accepted()[0].message).into_owned();
    assert!(message.contains("List-Unsubscribe: <mailto:"), "{message}");
    assert!(!message.contains("List-Unsubscribe-Post"), "{message}");
}

#[test]
fn a_long_list_without_a_click_is_warned_and_sent() {
    let server = Server::plain();
    let all = readers(5001);
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 10");
    send(&desk, &["2024-04", "--dry-run"], 1.0).exits(0).says("5001 get it");
    assert!(!desk.path("state/bulletin.db").exists(), "a dry run writes no ledger");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0).says("set `unsubscribe_url`");
    assert_eq!(server.copies().len(), 5001);
}

/// A web server for a folder.
fn web(root: std::path::PathBuf) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..read]).into_owned();
            let path = request.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_string();
            let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
            let (status, body) = match std::fs::read(root.join(path)) {
                Ok(body) => ("200 OK", body),
                Err(_) => ("404 Not Found", b"no".to_vec()),
            };
            let head =
                format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.write_all(&body);
        }
    });
    port
}

#[test]
fn pictures_and_report_must_be_where_the_mail_says() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(2));
    let port = web(desk.path("output/web"));
    let config = desk.read("bulletin.yaml");
    desk.write(
        "bulletin.yaml",
        format!("{config}web_url: http://127.0.0.1:{port}\nimages_url: http://127.0.0.1:{port}/images\n"),
    );
    send(&desk, &["2024-04", "--yes"], 1.0)
        .exits(6)
        .says("/images/")
        .says("answers 404")
        .says("publish `output/web/` first");
    assert!(server.accepted().is_empty());
    // An older report lies there.
    desk.run(&["build", "2024-04", "--final"]).exits(0);
    let report = desk.path("output/web/2024-04/report.en.pdf");
    let built = std::fs::read(&report).expect("a report");
    std::fs::write(&report, b"an older report").expect("written");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(6).says("is another version than the one that was built");
    assert!(server.accepted().is_empty());
    std::fs::write(&report, &built).expect("written");
    // A login, or words for what is not there, in the place of the page: many a server says 200 to that.
    let page = desk.path("output/web/2024-04/en/index.html");
    let text = std::fs::read(&page).expect("a page");
    std::fs::write(&page, b"<html><title>Sign in</title></html>").expect("written");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(6).says("answers with another page");
    std::fs::write(&page, text).expect("written");
    // Everything is there as it was built.
    std::fs::write(&report, built).expect("written");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    assert_eq!(server.copies().len(), 2);
    let message = String::from_utf8_lossy(&server.accepted()[0].message).into_owned();
    assert!(message.contains("List-Archive: <http://127.0.0.1:"), "{message}");
    assert!(!message.contains("image/png"), "pictures do not travel with it");
}

#[test]
fn what_is_late_stays() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Rcpt if at.before == 0 => Act::say("451 4.7.1 later"),
        _ => Act::Usual,
    });
    let desk = cluster(server.port, readers(3));
    desk.replace(
        "bulletin.yaml",
        "connections: 4",
        "connections: 4\n  wait_minutes: 0\n  send_within_hours: 0",
    );
    send(&desk, &["2024-04", "--yes"], 0.001).exits(6);
    send(&desk, &["resume"], 0.001).exits(6).says("old news mailed late embarrasses");
    assert!(server.accepted().is_empty());
    desk.replace("bulletin.yaml", "wait_minutes: 0", "wait_minutes: 60");
    send(&desk, &["resume", "--late"], 0.0005).exits(0);
    assert_eq!(server.copies().len(), 3);
    // Where nobody is left nothing is late.
    send(&desk, &["resume"], 0.001).exits(0).does_not_say("were added");
    // Who came later is not forgotten in silence.
    desk.write("readers.csv", desk.read("readers.csv") + "new@example.org,staff\n");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(0).says("one person was added to the list");
    assert_eq!(server.copies().len(), 3);
}

#[test]
fn reviewers_get_it_first() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot => Act::Slow(std::time::Duration::from_millis(5)),
        _ => Act::Usual,
    });
    let desk = cluster(server.port, readers(60));
    let mut list = desk
        .read("readers.csv")
        .replace("email,basis\n", "email,basis,audiences\n")
        .replace(",staff\n", ",staff,\n");
    list.push_str("chief@example.org,staff,newsletter;reviewers\nsecond@example.org,staff,reviewers\n");
    desk.write("readers.csv", list.replace("newsletter;reviewers", "newsletter|reviewers"));
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    let order: Vec<_> = server.accepted().into_iter().map(|one| one.rcpt).collect();
    let mut first = order[..2].to_vec();
    first.sort();
    assert_eq!(first, ["chief@example.org", "second@example.org"], "{order:?}");
}

#[test]
fn what_was_sent_is_next_months_activity_and_number() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Rcpt if at.rcpt.starts_with("reader7@") => Act::say("550 5.1.1 no such user"),
        _ => Act::Usual,
    });
    let desk = cluster(server.port, readers(30));
    let built = |month: &str, file: &str| {
        std::fs::read(desk.path(&format!("output/{month}/{file}"))).unwrap_or_default()
    };
    desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    let files = ["report.en.pdf", "newsletter.en.html", "activities.csv", "indicators.csv", "issue.json"];
    let before = files.map(|file| built("2024-04", file));
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    let noted = desk.read("sources/sent.yaml");
    assert!(
        noted.contains("- {issue: 2024-04,") && noted.contains("29 of 30 messages accepted by the relay"),
        "{noted}"
    );
    assert!(!noted.contains('@'), "no address: {noted}");
    // The issue itself stays what it was.
    desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    for (file, before) in files.iter().zip(before) {
        assert!(built("2024-04", file) == before, "{file} has changed");
    }
    desk.write("sources/updates/2024-06/recet-more.md", "# News of June from the project\nIt goes on.\n");
    desk.run(&["build", "2024-06", "-q"]).exits(0);
    let (activities, indicators) = (built("2024-06", "activities.csv"), built("2024-06", "indicators.csv"));
    let activities = String::from_utf8_lossy(&activities).into_owned();
    let today = activities.contains("29 of 30 messages accepted by the relay");
    // The day of sending is today, which is after June 2024: a report over a later period has it.
    assert!(!today, "{activities}");
    assert!(String::from_utf8_lossy(&indicators).contains("newsletter-recipients"), "{indicators:?}");
    desk.replace(
        "sources/sent.yaml",
        "date: 2",
        "date: 2024-05-02, accepted: 29, name: x, outcome: \"29 of 30 messages accepted by the relay\"}\n# ",
    );
    desk.run(&["build", "2024-06", "-q"]).exits(0);
    let activities = String::from_utf8_lossy(&built("2024-06", "activities.csv")).into_owned();
    assert!(activities.contains("29 of 30 messages accepted by the relay"), "{activities}");
    // Sent once more it is noted once.
    send(&desk, &["resume"], 1.0).exits(0);
    assert_eq!(desk.read("sources/sent.yaml").matches("- {issue: 2024-04").count(), 1);
}

#[test]
fn a_dry_run_tells_the_truth_and_writes_nothing() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(5));
    send(&desk, &["2024-04", "--dry-run"], 1.0).exits(0).says("5 get it");
    assert!(!desk.path("state").exists(), "not even a key");
    send(&desk, &["2024-04", "--dry-run", "--test", "a@example.org", "--test", "b@example.org"], 1.0)
        .exits(0)
        .says("2 get it");
    desk.replace(
        "bulletin.yaml",
        "security: none",
        "security: none\n  user: me\n  password_env: NOT_SET_HERE",
    );
    send(&desk, &["2024-04", "--dry-run"], 1.0)
        .exits(2)
        .says("`NOT_SET_HERE`, which holds the password, is not set");
    desk.replace("bulletin.yaml", "\n  user: me\n  password_env: NOT_SET_HERE", "");
    send(&desk, &["2024-04", "--yes"], 1.0).exits(0);
    send(&desk, &["2024-04", "--dry-run"], 1.0).exits(0).says("of 5 planned then, 5 have it and 0 are left");
    // Somebody forgets the line that makes it go to the relay.
    desk.replace("bulletin.yaml", "transport: smtp\n", "");
    desk.run(&["check"]).exits(0).says("`smtp:` is not used");
}

#[test]
fn a_plan_that_somebody_said_no_to_is_still_there() {
    let server = Server::plain();
    let desk = cluster(server.port, readers(5));
    // Nobody was reached: everybody is planned.
    desk.replace("bulletin.yaml", &format!("port: {}", server.port), "port: 1");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(5);
    desk.replace("bulletin.yaml", "port: 1\n", &format!("port: {}\n", server.port));
    // Nobody is there to answer.
    send(&desk, &["2024-04"], 1.0).exits(2).says("add `--yes`");
    desk.run(&["send", "receipt"]).exits(3).prints("5  pending");
    send(&desk, &["resume"], 1.0).exits(0);
    assert_eq!(server.copies().len(), 5);
}
