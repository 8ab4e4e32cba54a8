//! The ledger as an SQLite file: `state/bulletin.db`. WAL with `synchronous=FULL`: a change is on the
//! disk when its commit returns (SQLite, "PRAGMA synchronous"); with NORMAL a loss of power may take
//! a commit back, and a message would go out twice.

mod rows;
mod schema;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, params};

use super::{ASSUMED, Change, Counts, Guard, Job, Ledger, LedgerError, Outcome, Planned, Row, Run, State};
use crate::value::Millis;
use rows::{PLANNED, apply, listed, note, planned, row, select};
use schema::{SCHEMA, VERSION, migrate};

/// An open ledger.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    /// What tells it from a copy, while it is written.
    guard: Option<Guard>,
    /// How many changes it has seen.
    commits: i64,
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Broken(error.to_string()),
        }
    }
}

impl Sqlite {
    /// Opens the ledger, or makes one with the given identity.
    pub fn open(path: &Path, uuid: &str) -> Result<Self, LedgerError> {
        // Addresses are in it: nobody else on this machine reads them.
        crate::system::private_file(path).map_err(|error| LedgerError::Broken(error.to_string()))?;
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", synchronous())?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // Pages are written over and over: moving them into the file more seldom (16 MB) moves fewer.
        connection.pragma_update(None, "wal_autocheckpoint", 4000)?;
        let there: Option<String> = connection
            .query_row("SELECT name FROM sqlite_master WHERE name = 'ledger'", [], |row| row.get(0))
            .optional()?;
        if there.is_none() {
            let transaction = connection.transaction()?;
            transaction.execute_batch(SCHEMA)?;
            transaction.execute("INSERT INTO ledger VALUES (?1, 1, 0)", params![uuid])?;
            transaction.commit()?;
        }
        migrate(&mut connection)?;
        Self { connection, guard: None, commits: 0 }.of_this_version()
    }

    /// Opens a ledger to look into; `None` if there is none.
    pub fn open_read_only(path: &Path) -> Result<Option<Self>, LedgerError> {
        if !path.exists() {
            return Ok(None);
        }
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        Self { connection, guard: None, commits: 0 }.of_this_version().map(Some)
    }

    /// Refuses a ledger that a newer program has written. An older one can be looked into as it is.
    fn of_this_version(self) -> Result<Self, LedgerError> {
        let version: i64 = self.connection.query_row("SELECT version FROM ledger", [], |row| row.get(0))?;
        match version {
            1..=VERSION => Ok(self),
            _ => Err(LedgerError::Broken(format!(
                "it is of version {version}, and this program knows versions up to {VERSION}: use the newer program that wrote it"
            ))),
        }
    }

    /// The ledger's identity, and how many changes it has seen.
    pub fn identity(&self) -> Result<(String, i64), LedgerError> {
        Ok(self
            .connection
            .query_row("SELECT uuid, commits FROM ledger", [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Keeps the number of changes where a copy of the ledger would not have it.
    pub fn guarded(mut self, guard: Guard) -> Result<Self, LedgerError> {
        self.commits = self.identity()?.1;
        self.guard = Some(guard);
        Ok(self)
    }

    /// Makes one change, and counts it.
    fn change<T>(
        &mut self,
        step: impl FnOnce(&Transaction<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<T, LedgerError> {
        let transaction = self.connection.transaction()?;
        let value = step(&transaction)?;
        transaction.prepare_cached("UPDATE ledger SET commits = commits + 1")?.execute([])?;
        transaction.commit()?;
        self.commits += 1;
        if let Some(guard) = &mut self.guard {
            guard.note(self.commits);
        }
        Ok(value)
    }
}

/// How commits wait for the disk. A test of ours turns it off to see that it would notice.
fn synchronous() -> &'static str {
    match cfg!(feature = "failpoints") && std::env::var_os("BULLETIN_TEST_SYNCHRONOUS_OFF").is_some() {
        true => "OFF",
        false => "FULL",
    }
}

impl Ledger for Sqlite {
    fn plan(&mut self, run: &Run, recipients: &mut dyn Iterator<Item = Planned>) -> Result<i64, LedgerError> {
        self.change(|transaction| {
            transaction.execute(
                "INSERT INTO run(name, created, frozen) VALUES (?1, ?2, ?3)",
                params![run.name, run.created, run.frozen],
            )?;
            let id = transaction.last_insert_rowid();
            let mut insert = transaction.prepare(
                "INSERT INTO delivery(run, address, normal, edition, message_id, token, reviewer, state) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'planned')",
            )?;
            for one in recipients {
                insert.execute(params![
                    id,
                    one.address,
                    one.normal,
                    one.edition,
                    one.message_id,
                    one.token,
                    one.reviewer
                ])?;
            }
            Ok(id)
        })
    }

    fn forget(&mut self, run: i64) -> Result<(), LedgerError> {
        self.change(|transaction| {
            // Its rows and their events go with it.
            transaction.execute("DELETE FROM run WHERE id = ?1", [run])?;
            Ok(())
        })
    }

    fn run(&self, name: &str) -> Result<Option<Run>, LedgerError> {
        let mut query =
            self.connection.prepare("SELECT id, name, created, frozen FROM run WHERE name = ?1")?;
        Ok(query
            .query_row([name], |row| {
                Ok(Run { id: row.get(0)?, name: row.get(1)?, created: row.get(2)?, frozen: row.get(3)? })
            })
            .optional()?)
    }

    fn runs(&self) -> Result<Vec<String>, LedgerError> {
        let mut query = self.connection.prepare("SELECT name FROM run ORDER BY id")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    fn recover(&mut self, now: Millis) -> Result<u64, LedgerError> {
        self.change(|transaction| {
            let reply = "the program ended before the relay's answer was noted";
            let mut query = transaction.prepare("SELECT id FROM delivery WHERE state = 'intent'")?;
            let left: Vec<i64> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for id in &left {
                let outcome = Outcome {
                    state: State::Uncertain,
                    reply: reply.to_string(),
                    next_at: None,
                    spent: true,
                    attempted: true,
                    suppress: None,
                };
                note(transaction, *id, now, &outcome)?;
            }
            transaction.execute(
                "UPDATE delivery SET state = CASE WHEN next_at IS NULL THEN 'planned' ELSE 'deferred' END \
                 WHERE state = 'claimed'",
                [],
            )?;
            Ok(left.len() as u64)
        })
    }

    fn claim(&mut self, run: i64, after: i64, most: usize) -> Result<Vec<Job>, LedgerError> {
        self.change(|transaction| {
            // `+`, here and below, keeps SQLite from the index by run: whoever is asked for is nearly all
            // of the table, and reading it from end to end is ten times as fast.
            let mut query = transaction.prepare_cached(&format!(
                "SELECT d.id, d.attempts, {PLANNED} FROM delivery d \
                 WHERE +d.run = ?1 AND d.id > ?2 AND d.state = 'planned' ORDER BY d.id LIMIT ?3"
            ))?;
            let jobs: Vec<Job> = query
                .query_map(params![run, after, i64::try_from(most).unwrap_or(1)], |row| {
                    Ok(Job {
                        id: row.get(0)?,
                        attempts: row.get(1)?,
                        recipient: planned(row, 2)?,
                        deferred: false,
                        waits: 0,
                        paused: false,
                    })
                })?
                .collect::<Result<_, _>>()?;
            let mut claim = transaction.prepare_cached(
                "UPDATE delivery SET state = 'claimed' WHERE id = ?1 AND state = 'planned'",
            )?;
            for job in &jobs {
                claim.execute([job.id])?;
            }
            Ok(jobs)
        })
    }

    fn deferred(&self, run: i64) -> Result<Vec<(Millis, Job)>, LedgerError> {
        let mut query = self.connection.prepare(&format!(
            "SELECT d.next_at, d.id, d.attempts, {PLANNED} FROM delivery d \
             WHERE +d.run = ?1 AND d.state = 'deferred' ORDER BY d.next_at, d.id"
        ))?;
        let rows = query.query_map([run], |row| {
            let next: Option<Millis> = row.get(0)?;
            let job = Job {
                id: row.get(1)?,
                attempts: row.get(2)?,
                recipient: planned(row, 3)?,
                deferred: true,
                waits: 0,
                paused: false,
            };
            Ok((next.unwrap_or(0), job))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn apply(&mut self, changes: &[Change]) -> Result<Vec<bool>, LedgerError> {
        self.change(|transaction| changes.iter().map(|change| apply(transaction, change)).collect())
    }

    fn reopen(&mut self, run: i64, now: Millis) -> Result<u64, LedgerError> {
        self.change(|transaction| {
            let opened = transaction.execute(
                "UPDATE delivery SET state = 'deferred', next_at = ?2 WHERE run = ?1 AND state = 'blocked'",
                params![run, now],
            )?;
            Ok(opened as u64)
        })
    }

    fn counts(&self, run: i64) -> Result<Counts, LedgerError> {
        let mut query =
            self.connection.prepare("SELECT state, count(*) FROM delivery WHERE +run = ?1 GROUP BY state")?;
        let mut counts = Counts::default();
        let rows = query.query_map([run], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (state, count) = row?;
            let state = State::parse(&state).unwrap_or(State::Uncertain);
            *counts.0.entry(state).or_default() += u64::try_from(count).unwrap_or(0);
        }
        Ok(counts)
    }

    fn assumed(&self, run: i64) -> Result<u64, LedgerError> {
        let mut query = self
            .connection
            .prepare("SELECT count(*) FROM delivery WHERE +run = ?1 AND state = 'accepted' AND reply = ?2")?;
        let count: i64 = query.query_row(params![run, ASSUMED], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    fn rows(&self, run: i64, states: &[State]) -> Result<Vec<Row>, LedgerError> {
        let mut query =
            self.connection.prepare(&select(&format!("+d.run = ?1 AND d.state IN ({})", listed(states))))?;
        Ok(query.query_map([run], row)?.collect::<Result<_, _>>()?)
    }

    fn who(&self, normal: &str) -> Result<Vec<Row>, LedgerError> {
        // The unique index begins with the run: each run is looked up on its own. Tokens, which are
        // asked for seldom, have none.
        let condition = match normal.contains('@') {
            true => "d.run IN (SELECT id FROM run) AND d.normal = ?1",
            false => "d.token = ?1",
        };
        let mut query = self.connection.prepare(&select(condition))?;
        Ok(query.query_map([normal], row)?.collect::<Result<_, _>>()?)
    }

    fn erase(&mut self, normal: &str, now: Millis) -> Result<(), LedgerError> {
        self.change(|transaction| rows::erase(transaction, normal, now))?;
        // What was taken away lies in no free page and in no log of changes either.
        self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")?;
        Ok(())
    }

    fn attempts_since(&self, since: Millis) -> Result<Vec<Millis>, LedgerError> {
        // Events are only added: read from the end until they are too old.
        let mut query = self.connection.prepare("SELECT at, attempt FROM event ORDER BY id DESC")?;
        let mut rows = query.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let at: Millis = row.get(0)?;
            if at <= since {
                break;
            }
            if row.get(1)? {
                found.push(at);
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    fn suppressed(&self) -> Result<BTreeMap<String, String>, LedgerError> {
        let mut query = self.connection.prepare("SELECT normal, reason FROM suppression")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
