//! Delivery by SMTP, against a server that does whatever a script tells it. What the server noted is
//! what counts; the program's own account must agree with it.

mod crash;
mod faults;
mod found;
mod ledger;
mod lists;
mod messages;
mod outcomes;
mod paced;
mod replies;
mod server;
mod trouble;
mod worst;

use std::collections::BTreeMap;
use std::process::{Child, Stdio};

use crate::desk::{Desk, Ran};
pub use server::{Act, Phase, Server, Setup};

/// A cluster that sends to a server, to some readers.
pub fn cluster(port: u16, readers: impl IntoIterator<Item = String>) -> Desk {
    let desk = Desk::base();
    let mut config = desk.read("bulletin.yaml");
    config.push_str(&format!(
        "audience: readers.csv\ntransport: smtp\nsmtp:\n  host: 127.0.0.1\n  port: {port}\n  security: none\n  connections: 4\n"
    ));
    desk.write("bulletin.yaml", config);
    let rows = readers.into_iter().map(|reader| format!("{reader},staff\n"));
    desk.write("readers.csv", format!("email,basis\n{}", rows.collect::<String>()));
    desk
}

/// Some readers' addresses.
pub fn readers(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("reader{i}@d{}.example.org", i % 7)).collect()
}

/// Sends, with time going faster by a factor.
pub fn send(desk: &Desk, args: &[&str], factor: f64) -> Ran {
    let mut all = vec!["send"];
    all.extend(args);
    desk.output(desk.command(&all).env("BULLETIN_TEST_TIME", factor.to_string()))
}

/// Begins to send, and goes on without waiting for it.
pub fn start(desk: &Desk) -> Child {
    let mut command = desk.command(&["send", "2024-04", "--yes", "--accept-command"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs")
}

/// The account as JSON.
pub fn receipt(desk: &Desk) -> serde_json::Value {
    let outcome = desk.run(&["send", "receipt", "--json"]).ends();
    serde_json::from_str(&outcome.out).unwrap_or_else(|error| panic!("{error}: {outcome:?}"))
}

/// A number of the account.
pub fn count(receipt: &serde_json::Value, state: &str) -> u64 {
    receipt["outcomes"][state].as_u64().unwrap_or_else(|| panic!("no {state} in {receipt}"))
}

/// Who is not settled: address and state.
pub fn pending(desk: &Desk) -> BTreeMap<String, String> {
    let outcome = desk.run(&["send", "pending"]).exits(0);
    let cells = |line: &str| {
        let mut cells = line.split('\t').map(str::to_string);
        (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
    };
    outcome.out.lines().map(cells).collect()
}

/// Nobody has two copies, nobody is missing but those of whom it is uncertain, and the account
/// balances.
pub fn accounts_for_all(desk: &Desk, server: &Server, readers: &[String]) {
    let receipt = receipt(desk);
    assert_eq!(receipt["balances"], true, "{receipt}");
    let open = pending(desk);
    let copies = server.copies();
    for reader in readers {
        let got = copies.get(reader).copied().unwrap_or(0);
        assert!(got <= 1, "{reader} got {got}");
        let state = open.get(reader).map_or("settled", String::as_str);
        match state {
            "settled" => assert_eq!(got, 1, "{reader} is lost: {receipt}"),
            "uncertain" => {}
            other => assert_eq!(got, 0, "{reader} got it and is {other}"),
        }
    }
}
