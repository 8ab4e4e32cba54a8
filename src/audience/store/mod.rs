//! The people whom the newsletter goes to, with what they agreed to and when: a file in `state/` of its own.
//!
//! What happened is only ever added ([`Event`]); who left, bounced or was erased stays away, known by a keyed hash
//! when nothing else of them is left. The ledger of what was sent is another file: what is done here does not touch
//! its count of changes, by which a copy is known.

mod leave;
mod pending;
mod returned;
mod schema;

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::value::Millis;

pub use pending::{Pending, WITHIN};

/// Somebody who is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The address as it is written to.
    pub address: String,
    /// The address as it is compared.
    pub normal: String,
    /// The language asked for.
    pub language: Option<String>,
    /// What was asked for, divided by `;`; nothing for the newsletter.
    pub audiences: Option<String>,
    /// On which basis they are mailed; `unknown` where nothing proves one.
    pub basis: String,
    /// When a double opt-in was confirmed, as it was noted.
    pub confirmed_at: Option<String>,
}

/// What happened with somebody's consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What: `imported`, `added`, `proved`, `left`, `bounced`, `complained`, `erased`, `undone`.
    pub action: String,
    /// When.
    pub at: Millis,
    /// Where: a file's name, `by hand`, an address of a page.
    pub channel: String,
    /// The words that were agreed to, by their hash.
    pub words: Option<String>,
    /// On which basis.
    pub basis: Option<String>,
    /// What shows it: the file's hash and the row, with the columns that prove.
    pub evidence: Option<String>,
    /// In which batch.
    pub batch: Option<i64>,
}

/// Why somebody is never to be mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// `left`, `bounced`, `complained`, `erased`, `blocked`.
    pub reason: String,
    /// Since when.
    pub at: Millis,
}

/// Several changes that came together, and can be undone together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// What it came from.
    pub source: String,
    /// How many people it added or changed.
    pub people: u64,
    /// Whether it was undone.
    pub undone: bool,
}

/// A change to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The person as they are from now on.
    pub person: Person,
    /// What happened.
    pub event: Event,
    /// Why they are never to be mailed from now on.
    pub suppress: Option<String>,
}

/// Why the store could not do what it was asked.
#[derive(Debug)]
pub struct StoreError(rusqlite::Error);

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the people in state/audience.db can't be read or written: {}", self.0)
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self(error)
    }
}

/// The people of a cluster.
pub struct Store {
    db: Connection,
    /// A keyed hash of an address as it is compared: what is left of somebody who was erased.
    hash: Box<dyn Fn(&str) -> String + Send>,
}

impl Store {
    /// Opens the store, or makes it.
    ///
    /// # Errors
    ///
    /// If the file can't be opened, or was written by a later version.
    pub fn open(path: &Path, hash: impl Fn(&str) -> String + Send + 'static) -> Result<Self, StoreError> {
        let db = Connection::open(path)?;
        schema::prepare(&db)?;
        Ok(Self { db, hash: Box::new(hash) })
    }

    /// A person by their address as it is compared.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn find(&self, normal: &str) -> Result<Option<Person>, StoreError> {
        let found = self.db.query_row(
            "SELECT address, normal, language, audiences, basis, confirmed_at FROM people WHERE normal = ?1",
            [normal],
            person,
        );
        Ok(found.optional()?)
    }

    /// Everybody, in the order of their addresses.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let mut query = self.db.prepare(
            "SELECT address, normal, language, audiences, basis, confirmed_at FROM people ORDER BY normal",
        )?;
        let all = query.query_map([], person)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Who is never to be mailed, by the keyed hash of their address.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn suppressions(&self) -> Result<BTreeMap<String, Suppression>, StoreError> {
        let mut query = self.db.prepare("SELECT hash, reason, at FROM suppressions ORDER BY hash")?;
        let row = |row: &Row<'_>| Ok((row.get(0)?, Suppression { reason: row.get(1)?, at: row.get(2)? }));
        let all = query.query_map([], row)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Why a person is never to be mailed, if so.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn suppression(&self, normal: &str) -> Result<Option<Suppression>, StoreError> {
        let row = |row: &Row<'_>| Ok(Suppression { reason: row.get(0)?, at: row.get(1)? });
        let hash = (self.hash)(normal);
        let found = self.db.query_row("SELECT reason, at FROM suppressions WHERE hash = ?1", [hash], row);
        Ok(found.optional()?)
    }

    /// What happened with a person, the oldest first.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn events(&self, normal: &str) -> Result<Vec<Event>, StoreError> {
        let mut query = self.db.prepare(
            "SELECT action, at, channel, words, basis, evidence, batch FROM events WHERE hash = ?1 ORDER BY id",
        )?;
        let row = |row: &Row<'_>| {
            Ok(Event {
                action: row.get(0)?,
                at: row.get(1)?,
                channel: row.get(2)?,
                words: row.get(3)?,
                basis: row.get(4)?,
                evidence: row.get(5)?,
                batch: row.get(6)?,
            })
        };
        let all = query.query_map([(self.hash)(normal)], row)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Makes some changes, all or none, as one batch that can be undone; its number comes back.
    ///
    /// # Errors
    ///
    /// If the file can't be written; then nothing was.
    pub fn apply(&mut self, source: &str, at: Millis, changes: &[Change]) -> Result<i64, StoreError> {
        let changed = self.db.transaction()?;
        changed.execute(
            "INSERT INTO batches (at, source, people) VALUES (?1, ?2, ?3)",
            params![at, source, changes.len() as i64],
        )?;
        let batch = changed.last_insert_rowid();
        for change in changes {
            let one = &change.person;
            let hash = (self.hash)(&one.normal);
            // How they were, so that the batch can be undone.
            changed.execute(
                "INSERT INTO before (batch, normal, address, language, audiences, basis, confirmed_at, suppressed) \
                 SELECT ?1, ?2, p.address, p.language, p.audiences, p.basis, p.confirmed_at, (SELECT reason || char(9) || at FROM suppressions WHERE hash = ?3) \
                 FROM (SELECT 1) LEFT JOIN people p ON p.normal = ?2",
                params![batch, one.normal, hash],
            )?;
            changed.execute(
                "INSERT INTO people (normal, address, hash, language, audiences, basis, confirmed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                 ON CONFLICT (normal) DO UPDATE SET address = ?2, language = ?4, audiences = ?5, basis = ?6, confirmed_at = ?7",
                params![one.normal, one.address, hash, one.language, one.audiences, one.basis, one.confirmed_at],
            )?;
            add_event(&changed, &hash, &change.event, batch)?;
            if let Some(reason) = &change.suppress {
                changed.execute(
                    "INSERT INTO suppressions (hash, reason, at, batch) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING",
                    params![hash, reason, change.event.at, batch],
                )?;
            }
        }
        changed.commit()?;
        Ok(batch)
    }

    /// The batches, the newest first.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn batches(&self) -> Result<Vec<Batch>, StoreError> {
        let mut query =
            self.db.prepare("SELECT id, at, source, people, undone FROM batches ORDER BY id DESC")?;
        let row = |row: &Row<'_>| {
            let people: i64 = row.get(3)?;
            Ok(Batch {
                id: row.get(0)?,
                at: row.get(1)?,
                source: row.get(2)?,
                people: people.unsigned_abs(),
                undone: row.get(4)?,
            })
        };
        let all = query.query_map([], row)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Takes a batch back: everybody is as they were before it; that it was undone is noted. Who was erased since
    /// stays erased, and a leaving is never taken back by it.
    ///
    /// # Errors
    ///
    /// If the file can't be written; then nothing was.
    pub fn undo(&mut self, batch: i64, at: Millis) -> Result<u64, StoreError> {
        let changed = self.db.transaction()?;
        let mut count = 0;
        {
            let mut query = changed.prepare(
                "SELECT normal, address, language, audiences, basis, confirmed_at FROM before WHERE batch = ?1",
            )?;
            let row = |row: &Row<'_>| {
                let address: Option<String> = row.get(1)?;
                let normal: String = row.get(0)?;
                let was = match address {
                    Some(address) => Some(Person {
                        address,
                        normal: normal.clone(),
                        language: row.get(2)?,
                        audiences: row.get(3)?,
                        basis: row.get(4)?,
                        confirmed_at: row.get(5)?,
                    }),
                    None => None,
                };
                Ok((normal, was))
            };
            let all: Vec<(String, Option<Person>)> =
                query.query_map([batch], row)?.collect::<Result<_, _>>()?;
            for (normal, was) in all {
                let hash = (self.hash)(&normal);
                match was {
                    Some(was) => changed.execute(
                        "UPDATE people SET address = ?2, language = ?3, audiences = ?4, basis = ?5, confirmed_at = ?6 WHERE normal = ?1",
                        params![normal, was.address, was.language, was.audiences, was.basis, was.confirmed_at],
                    )?,
                    None => changed.execute("DELETE FROM people WHERE normal = ?1", [&normal])?,
                };
                let event = Event {
                    action: "undone".into(),
                    at,
                    channel: format!("batch {batch}"),
                    words: None,
                    basis: None,
                    evidence: None,
                    batch: Some(batch),
                };
                add_event(&changed, &hash, &event, batch)?;
                count += 1;
            }
        }
        // That a mailbox was gone may have been a mistake; that somebody left is theirs.
        changed.execute(
            "DELETE FROM suppressions WHERE batch = ?1 AND reason IN ('bounced', 'complained')",
            [batch],
        )?;
        changed.execute("DELETE FROM returned WHERE batch = ?1", [batch])?;
        changed.execute("UPDATE batches SET undone = 1 WHERE id = ?1", [batch])?;
        changed.execute("DELETE FROM before WHERE batch = ?1", [batch])?;
        changed.commit()?;
        Ok(count)
    }

    /// Takes everything of a person away but a keyed hash, by which they are known never to be mailed; whether there
    /// was anything.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn erase(&mut self, normal: &str, at: Millis) -> Result<bool, StoreError> {
        let hash = (self.hash)(normal);
        let changed = self.db.transaction()?;
        let gone = changed.execute("DELETE FROM people WHERE normal = ?1", [normal])?
            + changed.execute("DELETE FROM before WHERE normal = ?1", [normal])?
            + changed.execute("DELETE FROM pending WHERE normal = ?1", [normal])?
            + changed.execute("DELETE FROM events WHERE hash = ?1", [&hash])?;
        changed.execute(
            "INSERT INTO suppressions (hash, reason, at) VALUES (?1, 'erased', ?2) ON CONFLICT (hash) DO UPDATE SET reason = 'erased'",
            params![hash, at],
        )?;
        changed.commit()?;
        // What was deleted lies in no free page either.
        self.db.execute_batch("VACUUM")?;
        Ok(gone > 0)
    }
}

/// Adds what happened.
fn add_event(db: &Connection, hash: &str, event: &Event, batch: i64) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO events (hash, action, at, channel, words, basis, evidence, batch) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![hash, event.action, event.at, event.channel, event.words, event.basis, event.evidence, batch],
    )?;
    Ok(())
}

/// A person of a row.
fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        address: row.get(0)?,
        normal: row.get(1)?,
        language: row.get(2)?,
        audiences: row.get(3)?,
        basis: row.get(4)?,
        confirmed_at: row.get(5)?,
    })
}
