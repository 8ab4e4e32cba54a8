//! How fast messages go, and what they cost: `benches/delivery.sh` starts a server and calls this.
//!
//! ```text
//! cargo bench --bench delivery -- send PORT MESSAGES KB CONNECTIONS
//! cargo bench --bench delivery -- compose | resume | fsync
//! ```
//!
//! Without words behind it, it does all that needs no server.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods)] // a bench prints, and stops at what it does not expect

use std::collections::BTreeSet;
use std::fs;
use std::future::Future;
use std::io::Write;
use std::time::{Duration, Instant};

use bulletin::delivery::Suppressions;
use bulletin::delivery::ledger::{Change, Ledger, Outcome, Planned, Run, Sqlite, State};
use bulletin::delivery::run::{Clock, End, Outgoing, Rules, Setting, run};
use bulletin::delivery::smtp::{Limits, Relay, Security, tls_client};
use bulletin::message::{Content, Personal, Signer, TOKEN, Template, compose, new_key};
use bulletin::model::Rates;
use bulletin::value::{MailAddress, Millis, Parse};

/// The clock on the wall.
struct Wall;

impl Clock for Wall {
    fn now(&self) -> Millis {
        jiff::Timestamp::now().as_millisecond()
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> {
        tokio::time::sleep(time)
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<usize>().ok()).unwrap();
    match words.first().map(String::as_str) {
        Some("send") => send(number(1) as u16, number(2), number(3), number(4)),
        Some("compose") => composing(),
        Some("resume") => resuming(),
        Some("fsync") => println!("fsync: {:.3} ms", fsync()),
        _ => {
            println!("fsync: {:.3} ms", fsync());
            composing();
            resuming();
        }
    }
}

/// An address.
fn address(text: &str) -> MailAddress {
    MailAddress::parse(text).unwrap()
}

/// A message of a size, as a newsletter is: mostly HTML, in English or Greek.
fn template(kilobytes: usize, greek: bool) -> Template {
    let line = if greek {
        "<p style=\"margin:0\">Τα νέα των έργων για την ενεργειακή μετάβαση.</p>\n"
    } else {
        "<p style=\"margin:0\">News of the projects and of the energy transition.</p>\n"
    };
    let cost = if greek { line.len() * 4 / 3 } else { line.len() + 6 };
    let html = format!(
        "<a href=\"https://example.org/u/{TOKEN}\">unsubscribe</a>\n{}",
        line.repeat(kilobytes * 1000 * 5 / 6 / cost)
    );
    let text = format!(
        "{}\nunsubscribe: https://example.org/u/{TOKEN}\n",
        "News of the projects.\n".repeat(kilobytes * 1000 / 6 / 23)
    );
    let from = address("news@example.org");
    compose(&Content {
        from_name: "Synergy cluster",
        from: &from,
        reply_to: None,
        subject: "Eight EU projects, one first call: what comes next",
        date: jiff::Timestamp::UNIX_EPOCH,
        name: "bench",
        html: &html,
        text: &text,
        pictures: &[],
        unsubscribe_mail: &format!("mailto:news@example.org?subject=unsubscribe%20{TOKEN}"),
        unsubscribe_web: Some(&format!("https://example.org/u/{TOKEN}")),
        list: "Synergy cluster",
        archive: None,
    })
    .unwrap()
}

/// Somebody on the list.
fn reader(i: usize) -> Planned {
    let address = format!("reader{i}@d{}.example.org", i % 97);
    Planned {
        normal: address.clone(),
        address,
        edition: 0,
        message_id: format!("{i:032x}"),
        token: format!("0a1b-{i:032x}"),
        reviewer: false,
    }
}

/// A ledger with a plan, in a folder.
fn planned(folder: &std::path::Path, count: usize) -> (Sqlite, i64) {
    let mut ledger = Sqlite::open(&folder.join("bulletin.db"), "bench").unwrap();
    let plan = Run { id: 0, name: "bench".into(), created: 0, frozen: String::new() };
    let id = ledger.plan(&plan, &mut (0..count).map(reader)).unwrap();
    (ledger, id)
}

/// Where files are measured: a real disk, unless `BENCH_DIR` says otherwise.
fn folder() -> tempfile::TempDir {
    let base = std::env::var("BENCH_DIR").unwrap_or_else(|_| "/var/tmp".into());
    tempfile::tempdir_in(base).unwrap()
}

/// How long the disk takes to say that it has a block, in milliseconds: the median of 200.
fn fsync() -> f64 {
    let folder = folder();
    let mut file = fs::File::create(folder.path().join("probe")).unwrap();
    let mut times: Vec<f64> = (0..200)
        .map(|_| {
            file.write_all(&[7; 4096]).unwrap();
            let start = Instant::now();
            file.sync_data().unwrap();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[100]
}

/// Processor time of this process so far, in seconds, and its largest memory, in megabytes.
fn cost() -> (f64, f64) {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks: f64 =
        fields.get(11..13).unwrap_or_default().iter().filter_map(|field| field.parse::<f64>().ok()).sum();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse().unwrap_or(0.0);
    (ticks / 100.0, kilobytes / 1000.0)
}

/// Sends with the whole ledger on.
fn send(port: u16, messages: usize, kilobytes: usize, connections: usize) {
    let folder = folder();
    let (ledger, id) = planned(folder.path(), messages);
    let relay = Relay {
        host: "127.0.0.1".into(),
        port,
        security: Security::Plain,
        tls: tls_client(None).unwrap(),
        login: None,
        return_path: address("news@example.org"),
        verp: false,
        dsn: false,
        limits: Limits::scaled(1.0),
    };
    let template = template(kilobytes, false);
    let size = template.size();
    let outgoing = Outgoing {
        run: id,
        templates: vec![template],
        return_path: "news@example.org".parse().unwrap(),
        verp: false,
        dsn: false,
        signers: vec![],
    };
    let rates = Rates { connections: connections as u32, ..Rates::LOCAL };
    let rules = Rules { rates, retry: 300_000, pause: 10_000, attempts: 8, wait: 0, not_after: Millis::MAX };
    let suppressions = Suppressions::new(folder.path().join("none.csv"), BTreeSet::new());
    let stage = Setting { transport: &relay, clock: &Wall, outgoing: &outgoing, rules, suppressions };
    let (before, _) = cost();
    let start = Instant::now();
    let (ledger, end) = run(ledger, stage, &mut |_| {}).unwrap();
    let spent = start.elapsed().as_secs_f64();
    let (after, peak) = cost();
    assert_eq!(end, End::Done);
    assert_eq!(ledger.counts(id).unwrap().of(State::Accepted) as usize, messages);
    println!(
        "{:.0} messages/s, {:.0} us of processor a message, {peak:.0} MB, {size} bytes each",
        messages as f64 / spent,
        (after - before) * 1e6 / messages as f64
    );
}

/// Puts messages together, checked, unsigned and signed.
fn composing() {
    for (name, kilobytes, greek) in
        [("English, 40 kB", 40, false), ("Greek, 40 kB", 40, true), ("English, 5 kB", 5, false)]
    {
        let template = template(kilobytes, greek);
        let mut message = Vec::new();
        let ids: Vec<(String, String, String)> = (0..1000)
            .map(|i| (format!("reader{i}@example.org"), format!("{i:032x}"), format!("0a1b-{i:032x}")))
            .collect();
        let count = 100_000;
        let start = Instant::now();
        for i in 0..count {
            let (to, id, token) = &ids[i % 1000];
            message.clear();
            template.write_checked(&Personal { to, id, token }, &mut message).unwrap();
        }
        println!(
            "composing, {name} ({} bytes): {:.0} messages/s",
            message.len(),
            count as f64 / start.elapsed().as_secs_f64()
        );
        let rsa = include_str!("../tests/delivery/rsa.pem").to_string();
        for (key, word) in [(rsa, "rsa-2048"), (new_key().unwrap(), "ed25519")] {
            let signer = Signer::new("example.org", "s", key.as_bytes()).unwrap();
            let count = 500;
            let start = Instant::now();
            for _ in 0..count {
                signer.sign(&message).unwrap();
            }
            println!("  signing with {word}: {:.0} messages/s", count as f64 / start.elapsed().as_secs_f64());
        }
    }
}

/// Takes up a run of 200,000 of whom all but ten are done.
fn resuming() {
    const MANY: usize = 200_000;
    let folder = folder();
    let start = Instant::now();
    let (mut ledger, id) = planned(folder.path(), MANY);
    println!("planning {MANY}: {:.2} s", start.elapsed().as_secs_f64());
    let done = Outcome {
        state: State::Accepted,
        reply: "250 2.0.0 queued as 4F2A".into(),
        next_at: None,
        spent: true,
        attempted: true,
        suppress: None,
    };
    let jobs = ledger.claim(id, 0, MANY - 10).unwrap();
    for jobs in jobs.chunks(10_000) {
        let changes: Vec<Change> =
            jobs.iter().map(|job| Change::Outcome { id: job.id, at: 1, outcome: done.clone() }).collect();
        ledger.apply(&changes).unwrap();
    }
    drop(ledger);
    let start = Instant::now();
    let mut ledger = Sqlite::open(&folder.path().join("bulletin.db"), "bench").unwrap();
    ledger.recover(2).unwrap();
    let counts = ledger.counts(id).unwrap();
    ledger.deferred(id).unwrap();
    let next = ledger.claim(id, 0, 64).unwrap();
    println!(
        "taking up a run of {MANY}: {:.3} s, {} left of which {} are claimed",
        start.elapsed().as_secs_f64(),
        counts.pending(),
        next.len()
    );
    let start = Instant::now();
    let rows = ledger.who("reader123456@d72.example.org").unwrap();
    println!("who of {MANY}: {:.4} s, {} rows", start.elapsed().as_secs_f64(), rows.len());
    let start = Instant::now();
    let pending = ledger.rows(id, &[State::Planned, State::Claimed, State::Uncertain]).unwrap();
    println!(
        "pending of {MANY}: {:.3} s, {} rows; {:.0} MB",
        start.elapsed().as_secs_f64(),
        pending.len(),
        cost().1
    );
}
