//! The tables, and what brings an older file up to them.

use rusqlite::{Connection, Error};

/// The version of the tables that this program writes.
const VERSION: i64 = 2;

/// The tables of version 1.
const TABLES: &str = "
CREATE TABLE people (
  normal TEXT PRIMARY KEY, address TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, language TEXT, audiences TEXT,
  basis TEXT NOT NULL, confirmed_at TEXT
) WITHOUT ROWID;
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, action TEXT NOT NULL, at INTEGER NOT NULL,
  channel TEXT NOT NULL, words TEXT, basis TEXT, evidence TEXT, batch INTEGER
);
CREATE INDEX events_of ON events (hash);
CREATE TABLE suppressions (hash TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL, batch INTEGER) WITHOUT ROWID;
CREATE TABLE texts (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pending (
  token TEXT PRIMARY KEY, normal TEXT NOT NULL UNIQUE, address TEXT NOT NULL, language TEXT, words TEXT,
  at INTEGER NOT NULL, mailed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE seen (message TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, source TEXT NOT NULL, people INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE before (
  batch INTEGER NOT NULL, normal TEXT NOT NULL, address TEXT, language TEXT, audiences TEXT, basis TEXT,
  confirmed_at TEXT, suppressed TEXT
);
CREATE INDEX before_of ON before (batch);
";

/// What makes a file of version 1 one of version 2: messages that came back.
const RETURNED: &str = "CREATE TABLE returned (message TEXT PRIMARY KEY, batch INTEGER) WITHOUT ROWID;";

/// Makes the tables of a new file, and refuses those of a later program.
pub(super) fn prepare(db: &Connection) -> rusqlite::Result<()> {
    // What is deleted is written over, and no journal of it stays.
    db.execute_batch("PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match version {
        0 => {
            db.execute_batch(&format!("BEGIN; {TABLES} {RETURNED} PRAGMA user_version = {VERSION}; COMMIT;"))
        }
        1 => db.execute_batch(&format!("BEGIN; {RETURNED} PRAGMA user_version = {VERSION}; COMMIT;")),
        VERSION => Ok(()),
        later => Err(Error::InvalidParameterName(format!(
            "the file is of version {later}, written by a later program; this one knows version {VERSION}"
        ))),
    }
}
