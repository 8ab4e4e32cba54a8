//! The ledger's file: an earlier release's is taken over, what is forgotten is gone, and only what was
//! tried counts against the pace.

use rusqlite::Connection;

use super::*;

/// The tables of the first release.
const FIRST: &str = "
CREATE TABLE ledger(uuid TEXT NOT NULL, version INTEGER NOT NULL, commits INTEGER NOT NULL) STRICT;
CREATE TABLE run(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, frozen TEXT NOT NULL
) STRICT;
CREATE TABLE delivery(
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run(id), address TEXT NOT NULL,
    normal TEXT NOT NULL, edition INTEGER NOT NULL, message_id TEXT NOT NULL, token TEXT NOT NULL,
    reviewer INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER, intent_at INTEGER, outcome_at INTEGER, reply TEXT NOT NULL DEFAULT '',
    UNIQUE(run, normal)
) STRICT;
CREATE TABLE event(
    id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
    attempt INTEGER NOT NULL, reply TEXT NOT NULL
) STRICT;
CREATE TABLE suppression(normal TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
";

/// The ledger of a cluster.
fn file(desk: &Desk) -> Connection {
    Connection::open(desk.path("state/bulletin.db")).expect("a ledger")
}

/// A number that a query gives.
fn number(ledger: &Connection, query: &str) -> i64 {
    ledger.query_row(query, [], |row| row.get(0)).expect("a number")
}

/// A server that refuses the sender, until a message was sent so often.
fn refusing() -> Server {
    Server::scripted(|at| match at.phase {
        Phase::Dot if at.before == 0 => {
            Act::say("554 5.2.252 SendAsDenied; not allowed to send as news@example.org")
        }
        _ => Act::Usual,
    })
}

#[test]
fn a_ledger_of_the_first_release_is_taken_over_with_everything_in_it() {
    let tired = Server::scripted(|at| match at.phase {
        Phase::Rcpt if at.before == 0 && at.rcpt.starts_with("reader1") => Act::say("452 4.2.2 Mailbox full"),
        _ => Act::Usual,
    });
    let all = readers(12);
    let desk = cluster(tired.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 4\n  wait_minutes: 0");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(3);
    // The same ledger as the first release would have left it.
    let now = file(&desk);
    let rows = number(&now, "SELECT count(*) FROM delivery");
    let first = desk.path("state/first.db");
    {
        let first = Connection::open(&first).expect("a file");
        first.execute_batch(FIRST).expect("tables");
        first
            .execute("ATTACH ?1 AS now", [desk.path("state/bulletin.db").to_string_lossy()])
            .expect("attached");
        for table in ["run", "delivery", "event", "suppression"] {
            first
                .execute_batch(&format!("INSERT INTO main.{table} SELECT * FROM now.{table}"))
                .unwrap_or_else(|error| panic!("{table}: {error}"));
        }
        first
            .execute_batch("INSERT INTO main.ledger SELECT uuid, 1, commits FROM now.ledger")
            .expect("a version");
        // An event of somebody who was forgotten, as the first release left them behind.
        first
            .execute_batch("INSERT INTO event VALUES(9999, 5000, 1, 'blocked', 1, 'of nobody')")
            .expect("an event");
    }
    drop(now);
    for name in ["bulletin.db-wal", "bulletin.db-shm", "bulletin.db"] {
        let _ = std::fs::remove_file(desk.path(&format!("state/{name}")));
    }
    std::fs::rename(first, desk.path("state/bulletin.db")).expect("put in its place");
    desk.replace("bulletin.yaml", "wait_minutes: 0", "wait_minutes: 60");
    send(&desk, &["resume"], 0.001).exits(0);
    accounts_for_all(&desk, &tired, &all);
    let now = file(&desk);
    assert_eq!(number(&now, "SELECT version FROM ledger"), 2);
    assert_eq!(number(&now, "SELECT count(*) FROM delivery"), rows);
    assert_eq!(number(&now, "SELECT count(*) FROM event WHERE delivery = 5000"), 0, "of nobody");
    assert!(
        number(&now, "SELECT seq FROM sqlite_sequence WHERE name = 'delivery'") >= 5000,
        "never given again"
    );
}

#[test]
fn what_is_forgotten_is_never_told_of_somebody_else() {
    let server = refusing();
    let desk = cluster(server.port, ["a1@example.org".to_string(), "a2@example.org".to_string()]);
    send(&desk, &["2024-04", "--yes"], 0.001).exits(5);
    let before = number(&file(&desk), "SELECT max(id) FROM delivery");
    desk.write("readers.csv", "email,basis\nzz1@example.org,staff\nzz2@example.org,staff\n");
    desk.replace("sources/issues/2024-04.yaml", "Eight EU projects", "Eight projects of the EU");
    // Nobody has it: it is planned anew.
    let again = send(&desk, &["2024-04", "--yes"], 0.001).ends();
    assert!(again.code == Some(5) || again.code == Some(0), "{again:?}");
    let now = file(&desk);
    assert!(number(&now, "SELECT min(id) FROM delivery") > before, "no number is given twice");
    let foreign = "SELECT count(*) FROM event e LEFT JOIN delivery d ON d.id = e.delivery WHERE d.id IS NULL";
    assert_eq!(number(&now, foreign), 0);
}

#[test]
fn only_what_was_tried_counts_against_the_pace() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot if at.before == 0 => Act::Drop,
        _ => Act::Usual,
    });
    let all = readers(3);
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 1");
    // What goes into the outbox is asked of no relay.
    let config = desk.read("bulletin.yaml");
    desk.replace("bulletin.yaml", "transport: smtp", "transport: outbox");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(0);
    let tried = "SELECT coalesce(sum(attempt), 0) FROM event";
    assert_eq!(number(&file(&desk), tried), 0);
    desk.write("bulletin.yaml", config);
    send(&desk, &["2024-04", "--yes"], 0.001).exits(4);
    let before = number(&file(&desk), tried);
    assert_eq!(before, 3);
    send(&desk, &["resolve", "--assume", "not-sent", "--yes"], 0.001).exits(3);
    assert_eq!(number(&file(&desk), tried), before, "a person's word is no attempt");
    send(&desk, &["resume"], 0.001).exits(0);
    assert_eq!(number(&file(&desk), tried), before + 3);
}
