//! The tables, and how a ledger of an earlier release is taken over.

use super::super::LedgerError;
use rusqlite::Connection;

/// The tables of version 1. `commits` counts changes, so that a copy from before can be told from the
/// ledger. They stay as they were: what came later is a step of [`MIGRATIONS`].
pub(super) const SCHEMA: &str = "
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

/// What makes a ledger of each version one of the next, from 1 to 2 on. A step is never changed once
/// it was released.
pub(super) const MIGRATIONS: &[&str] = &[
    // 2: an event belongs to a row that is there and goes with it, and no number is ever given twice:
    // what happened to one person is never told of another. Events whose row had gone are dropped: whose
    // they were is not known.
    "
CREATE TABLE run2(
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL,
    frozen TEXT NOT NULL
) STRICT;
INSERT INTO run2 SELECT id, name, created, frozen FROM run;
CREATE TABLE delivery2(
    id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
    address TEXT NOT NULL, normal TEXT NOT NULL, edition INTEGER NOT NULL, message_id TEXT NOT NULL,
    token TEXT NOT NULL, reviewer INTEGER NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, next_at INTEGER, intent_at INTEGER, outcome_at INTEGER,
    reply TEXT NOT NULL DEFAULT '', UNIQUE(run, normal)
) STRICT;
INSERT INTO delivery2 SELECT id, run, address, normal, edition, message_id, token, reviewer, state,
    attempts, next_at, intent_at, outcome_at, reply FROM delivery;
CREATE TABLE event2(
    id INTEGER PRIMARY KEY AUTOINCREMENT, delivery INTEGER NOT NULL REFERENCES delivery(id) ON DELETE CASCADE,
    at INTEGER NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, reply TEXT NOT NULL
) STRICT;
INSERT INTO event2 SELECT id, delivery, at, state, attempt, reply FROM event
    WHERE delivery IN (SELECT id FROM delivery);
DELETE FROM sqlite_sequence WHERE name = 'delivery2';
INSERT INTO sqlite_sequence(name, seq) SELECT 'delivery2',
    max(coalesce((SELECT max(id) FROM delivery), 0), coalesce((SELECT max(delivery) FROM event), 0));
DROP TABLE event;
DROP TABLE delivery;
DROP TABLE run;
ALTER TABLE run2 RENAME TO run;
ALTER TABLE delivery2 RENAME TO delivery;
ALTER TABLE event2 RENAME TO event;
CREATE INDEX event_of ON event(delivery);
",
];

/// The schema's version.
#[allow(clippy::cast_possible_wrap)] // a handful
pub(super) const VERSION: i64 = 1 + MIGRATIONS.len() as i64;

/// Takes a ledger of an older version to this one, each step whole or not at all.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), LedgerError> {
    let version: i64 = connection.query_row("SELECT version FROM ledger", [], |row| row.get(0))?;
    let done = usize::try_from(version - 1).unwrap_or(usize::MAX);
    for (at, step) in MIGRATIONS.iter().enumerate().skip(done) {
        // Tables are made anew: meanwhile their rows refer to nothing (SQLite, "ALTER TABLE", section 7).
        connection.pragma_update(None, "foreign_keys", false)?;
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.execute("UPDATE ledger SET version = ?1", [i64::try_from(at).unwrap_or(0) + 2])?;
        let broken: i64 =
            transaction.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if broken > 0 {
            return Err(LedgerError::Broken(format!("{broken} of its rows belong to nothing")));
        }
        transaction.commit()?;
        connection.pragma_update(None, "foreign_keys", true)?;
    }
    Ok(())
}
