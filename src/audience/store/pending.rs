//! People who have asked for the newsletter and not confirmed yet.

use rusqlite::{OptionalExtension, Row, params};

use super::{Change, Event, Person, Store, StoreError};
use crate::value::{Millis, sha256};

/// How long somebody may take to confirm, in milliseconds: seven days.
pub const WITHIN: Millis = 7 * 24 * 3_600_000;

/// How long nobody is written to again who has not answered, in milliseconds: a day.
const AGAIN: Millis = 24 * 3_600_000;

/// Somebody who has asked and not confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// What their page is known by: random, and theirs alone.
    pub token: String,
    /// The address as it is compared.
    pub normal: String,
    /// The address as it is written to.
    pub address: String,
    /// The language of the page on which they asked.
    pub language: Option<String>,
    /// The words that they agreed to.
    pub words: Option<String>,
    /// When.
    pub at: Millis,
}

impl Store {
    /// Several steps at once, all or none on the disk.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    fn together<T>(
        &mut self,
        steps: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.db.execute_batch("SAVEPOINT together")?;
        let done = steps(self);
        self.db.execute_batch(match done {
            Ok(_) => "RELEASE together",
            Err(_) => "ROLLBACK TO together; RELEASE together",
        })?;
        done
    }

    /// Keeps some words that people agree to; their hash comes back.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn keep_words(&self, text: &str) -> Result<String, StoreError> {
        let hash = sha256(text.as_bytes());
        self.db.execute(
            "INSERT INTO texts (hash, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            [&hash, text],
        )?;
        Ok(hash)
    }

    /// Words that people agreed to, by their hash.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn words(&self, hash: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .db
            .query_row("SELECT text FROM texts WHERE hash = ?1", [hash], |row| row.get(0))
            .optional()?)
    }

    /// Notes that somebody asks; whoever is mailed already, or has asked within a day, is not written to again.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn ask(&mut self, pending: &Pending) -> Result<(), StoreError> {
        let mailed = self.find(&pending.normal)?.is_some_and(|person| person.basis != "unknown");
        if mailed && self.suppression(&pending.normal)?.is_none() {
            return Ok(());
        }
        self.db.execute(
            "DELETE FROM pending WHERE at < ?1 OR normal = ?2 AND at < ?3",
            params![pending.at - WITHIN, pending.normal, pending.at - AGAIN],
        )?;
        self.db.execute(
            "INSERT INTO pending (token, normal, address, language, words, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            params![pending.token, pending.normal, pending.address, pending.language, pending.words, pending.at],
        )?;
        Ok(())
    }

    /// Who has not been written to yet, a few at a time.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn unwritten(&self) -> Result<Vec<Pending>, StoreError> {
        let mut query = self.db.prepare("SELECT token, normal, address, language, words, at FROM pending WHERE mailed = 0 ORDER BY at LIMIT 50")?;
        Ok(query.query_map([], pending)?.collect::<Result<_, _>>()?)
    }

    /// Notes that somebody was written to.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn written(&mut self, token: &str) -> Result<(), StoreError> {
        self.db.execute("UPDATE pending SET mailed = 1 WHERE token = ?1", [token])?;
        Ok(())
    }

    /// Notes that somebody has confirmed: from here on they get the newsletter, whatever was before. A token that nobody
    /// has, or that is too old, does nothing.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn confirm(&mut self, token: &str, at: Millis) -> Result<(), StoreError> {
        let found = self.db.query_row(
            "SELECT token, normal, address, language, words, at FROM pending WHERE token = ?1 AND at >= ?2",
            params![token, at - WITHIN],
            pending,
        );
        let Some(asked) = found.optional()? else { return Ok(()) };
        let moment =
            |at: Millis| jiff::Timestamp::from_millisecond(at).map(|at| at.to_string()).unwrap_or_default();
        let event = Event {
            action: "confirmed".into(),
            at,
            channel: "the page to subscribe".into(),
            words: asked.words.clone(),
            basis: Some("double-opt-in".into()),
            evidence: Some(format!("asked {}, confirmed {}", moment(asked.at), moment(at))),
            batch: None,
        };
        let person = Person {
            address: asked.address,
            normal: asked.normal.clone(),
            language: asked.language,
            audiences: None,
            basis: "double-opt-in".into(),
            confirmed_at: Some(moment(at)),
        };
        let hash = (self.hash)(&asked.normal);
        self.together(|store| {
            store.db.execute("DELETE FROM suppressions WHERE hash = ?1", [&hash])?;
            store.db.execute("DELETE FROM pending WHERE token = ?1", [token])?;
            Ok(())
        })?;
        self.apply("the page to subscribe", at, &[Change { person, event, suppress: None }])?;
        Ok(())
    }
}

/// Somebody of a row.
fn pending(row: &Row<'_>) -> rusqlite::Result<Pending> {
    Ok(Pending {
        token: row.get(0)?,
        normal: row.get(1)?,
        address: row.get(2)?,
        language: row.get(3)?,
        words: row.get(4)?,
        at: row.get(5)?,
    })
}
