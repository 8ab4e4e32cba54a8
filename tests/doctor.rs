//! `doctor` names each fault and its cure: a prepared domain and relay on loopback, and one fault after the other.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, UdpSocket};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::delivery::{Act, Server, Setup};
use crate::desk::{Desk, Outcome};

/// The records of a DNS server: name and type to data.
type Zone = Arc<Mutex<BTreeMap<(String, u16), Vec<Vec<u8>>>>>;

/// The type of text records (RFC 1035, section 3.2.2).
const TXT: u16 = 16;

/// The type of mail exchangers.
const MX: u16 = 15;

/// A text as record data: pieces of at most 255 bytes.
fn text(text: &str) -> Vec<u8> {
    let piece = |piece: &[u8]| [&[u8::try_from(piece.len()).expect("short")], piece].concat();
    text.as_bytes().chunks(255).flat_map(piece).collect()
}

/// A DNS server that knows a zone, on loopback.
fn dns(zone: &Zone) -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let port = socket.local_addr().expect("an address").port();
    let zone = Arc::clone(zone);
    thread::spawn(move || {
        let mut buffer = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            let asked = &buffer[..length];
            // The question: labels, type, class (RFC 1035, section 4.1.2).
            let (mut at, mut labels) = (12, Vec::new());
            while asked[at] != 0 {
                let length = usize::from(asked[at]);
                labels.push(String::from_utf8_lossy(&asked[at + 1..at + 1 + length]).to_lowercase());
                at += 1 + length;
            }
            let kind = u16::from_be_bytes([asked[at + 1], asked[at + 2]]);
            let question = &asked[12..at + 5];
            let records =
                zone.lock().expect("a lock").get(&(labels.join("."), kind)).cloned().unwrap_or_default();
            let code: u8 = if records.is_empty() { 3 } else { 0 };
            let count = u8::try_from(records.len()).expect("few");
            let mut answer =
                [&asked[..2], &[0x85, 0x80 | code, 0, 1, 0, count, 0, 0, 0, 0], question].concat();
            for data in records {
                let size = u16::try_from(data.len()).expect("short").to_be_bytes();
                answer.extend(
                    [&[0xC0, 12][..], &kind.to_be_bytes(), &[0, 1, 0, 0, 0, 60], &size, &data].concat(),
                );
            }
            let _ = socket.send_to(&answer, from);
        }
    });
    port
}

/// A web server that gives everything one status.
fn web(status: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    port
}

/// A cluster whose everything is well.
struct Well {
    desk: Desk,
    zone: Zone,
    dns: u16,
    /// Takes the password `right`.
    _relay: Server,
    relay: u16,
}

impl Well {
    fn new() -> Self {
        let offers = vec!["AUTH PLAIN LOGIN".to_string(), "SIZE 35000000".to_string()];
        let setup = Setup { offers, password: Some("right".into()), ..Setup::default() };
        let server = Server::new(setup, |_| Act::Usual);
        let relay = server.port;
        let desk = Desk::base();
        desk.write("people/readers.csv", "email,basis\nreader@example.org,staff\n");
        let config = desk.read("bulletin.yaml").replace("news@example.org", "news@notes.example");
        desk.write("bulletin.yaml", format!(
            "{config}audience: people/readers.csv\nimages_url: http://127.0.0.1:{}\ntransport: smtp\nsmtp: {{host: 127.0.0.1, port: {relay}, security: none, user: news, password_env: BULLETIN_PASSWORD}}\ndkim: {{selector: news1, key: state/dkim-news1.pem}}\n",
            web("200 OK")
        ));
        let record = desk.run(&["dkim", "news1"]).exits(0).out;
        let key =
            record.split('"').filter(|part| part.contains("v=DKIM1") || part.len() > 40).collect::<String>();
        let key = key
            .split("p=")
            .nth(1)
            .expect("a key")
            .split(|c: char| c.is_whitespace() || c == ';')
            .next()
            .expect("a key")
            .to_string();
        let zone = Zone::default();
        let dns = dns(&zone);
        let well = Self { desk, zone, dns, _relay: server, relay };
        well.set("notes.example", MX, &[[&[0, 10][..], b"\x02mx\x05notes\x07example\x00"].concat()]);
        well.say("notes.example", &["v=spf1 include:relay.example -all", "another text"]);
        well.say("news1._domainkey.notes.example", &[&format!("v=DKIM1; k=ed25519; p={key}")]);
        well.say("_dmarc.notes.example", &["v=DMARC1; p=quarantine"]);
        well
    }

    /// Sets records.
    fn set(&self, name: &str, kind: u16, data: &[Vec<u8>]) {
        self.zone.lock().expect("a lock").insert((name.to_string(), kind), data.to_vec());
    }

    /// Sets the texts of a name.
    fn say(&self, name: &str, texts: &[&str]) {
        self.set(name, TXT, &texts.iter().map(|one| text(one)).collect::<Vec<_>>());
    }

    /// Changes the configuration.
    fn config(&self, from: &str, to: &str) {
        let config = self.desk.read("bulletin.yaml");
        assert!(config.contains(from), "no {from:?} in {config}");
        self.desk.write("bulletin.yaml", config.replace(from, to));
    }

    /// What doctor says.
    fn examined(&self, password: &str) -> Outcome {
        let dns = format!("127.0.0.1:{}", self.dns);
        let mut command = self.desk.command(&["doctor", "--dns", &dns]);
        command.env("BULLETIN_PASSWORD", password);
        self.desk.output(&mut command).ends()
    }
}

#[test]
fn where_everything_is_well_nothing_is_to_be_mended_and_nothing_is_sent() {
    let well = Well::new();
    let outcome = well.examined("right");
    assert!(outcome.code == Some(0) && !outcome.out.contains("FAIL"), "{}", outcome.out);
    for line in [
        "ok    relay         127.0.0.1:",
        "signed in",
        "messages up to 35 MB",
        "ok    SPF",
        "ok    DKIM",
        "ok    DMARC",
        "ok    answers",
        "ok    recipients    1 on the list, 1 may be mailed",
        "ok    pictures",
        "ok    clock",
        "ok    state",
    ] {
        assert!(outcome.out.contains(line), "no {line:?} in\n{}", outcome.out);
    }
    assert!(!outcome.out.contains("right") && !outcome.err.contains("right"), "no password is shown");
    assert!(well._relay.accepted().is_empty() && well.relay == well._relay.port);
}

/// A fault: what makes it, what doctor fails, and words of the cure.
type Fault = (&'static str, fn(&Well), &'static str, &'static str);

/// The faults, each alone.
const FAULTS: &[Fault] = &[
    (
        "no SPF",
        |well| well.say("notes.example", &["another text"]),
        "SPF           notes.example says nothing",
        "v=spf1 include:RELAY -all",
    ),
    (
        "two SPF",
        |well| well.say("notes.example", &["v=spf1 -all", "v=spf1 mx -all"]),
        "SPF           notes.example has 2 SPF records",
        "make one of them",
    ),
    (
        "SPF for all",
        |well| well.say("notes.example", &["v=spf1 +all"]),
        "SPF           notes.example lets the whole world",
        "end it with `-all`",
    ),
    (
        "no DKIM",
        |well| well.say("news1._domainkey.notes.example", &[]),
        "DKIM          news1._domainkey.notes.example is not in the DNS",
        "`bulletin dkim news1` prints the record",
    ),
    (
        "another key",
        |well| well.say("news1._domainkey.notes.example", &["v=DKIM1; p=AAAA"]),
        "DKIM          news1._domainkey.notes.example holds another key",
        "`bulletin dkim news1` prints the record",
    ),
    (
        "no DMARC",
        |well| well.say("_dmarc.notes.example", &[]),
        "DMARC         notes.example has no DMARC record",
        "v=DMARC1; p=none",
    ),
    (
        "no mail",
        |well| well.set("notes.example", MX, &[]),
        "answers       notes.example takes no mail",
        "MX record",
    ),
    (
        "no relay",
        |well| well.config(&format!("port: {}", well.relay), "port: 1"),
        "relay         ",
        "ask whoever keeps the relay",
    ),
    (
        "no TLS",
        |well| well.config("security: none", "security: starttls"),
        "relay         ",
        "mend what it names",
    ),
    (
        "no font",
        |well| well.config("audience:", "look: {font: Nonesuch}\naudience:"),
        "fonts         there is no font `Nonesuch`",
        "layouts/fonts/",
    ),
    (
        "a broken list",
        |well| well.desk.write("people/readers.csv", "name,basis\nA,staff\n"),
        "recipients    people/readers.csv: ",
        "",
    ),
    (
        "a broken layout",
        |well| well.desk.write("layouts/report/theme.typ", "#let x = \n"),
        "layouts       one of your own does not work",
        "bulletin check",
    ),
    (
        "no pictures",
        |well| {
            let config = well.desk.read("bulletin.yaml");
            let line = config.lines().find(|line| line.starts_with("images_url")).expect("there").to_string();
            well.config(&line, &format!("images_url: http://127.0.0.1:{}", web("404 Not Found")));
        },
        "pictures      http://127.0.0.1:",
        "publish output/web/ there",
    ),
    (
        "bounces elsewhere",
        |well| {
            well.say("other.example", &["v=spf1 -all"]);
            well.config("security: none", "security: none, return_path: bounces@other.example");
            well.config("dkim: {selector: news1, key: state/dkim-news1.pem}\n", "");
        },
        "alignment     bounces go to other.example",
        "sign with DKIM",
    ),
    (
        "mistakes in the sources",
        |well| well.desk.write("sources/events.yaml", "- {titel: A}\n"),
        "sources       there ",
        "`bulletin check` prints",
    ),
];

#[test]
fn each_fault_is_named_with_its_cure() {
    for (name, make, said, cure) in FAULTS {
        let well = Well::new();
        make(&well);
        let outcome = well.examined("right");
        assert!(
            outcome.out.contains(&format!("FAIL  {said}")) && outcome.out.contains(cure),
            "{name}:\n{}",
            outcome.out
        );
        assert_eq!(outcome.code, Some(1), "{name}");
    }
    let well = Well::new();
    let outcome = well.examined("wrong");
    assert!(outcome.out.contains("FAIL  relay") && !outcome.out.contains("wrong"), "{}", outcome.out);
}

#[test]
#[cfg(unix)]
fn people_s_data_that_others_can_read_or_that_is_under_version_control_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let well = Well::new();
    well.desk.write("state/bulletin.db", "");
    let mode = |path: &str, mode: u32| {
        std::fs::set_permissions(well.desk.path(path), std::fs::Permissions::from_mode(mode)).expect("set");
    };
    mode("state", 0o755);
    mode("state/bulletin.db", 0o644);
    let outcome = well.examined("right");
    assert!(outcome.out.contains("FAIL  state         others on this machine can read"), "{}", outcome.out);
    mode("state", 0o700);
    assert!(well.examined("right").out.contains("ok    state"));
}
