//! Mailboxes that were read: which of their messages, and what they say came back, by Message-IDs, which name nobody.

use std::collections::BTreeSet;

use rusqlite::params;

use super::{Store, StoreError};

impl Store {
    /// Whether a message of a mailbox was read before.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn saw(&self, message: &str) -> Result<bool, StoreError> {
        let mut query = self.db.prepare_cached("SELECT 1 FROM seen WHERE message = ?1")?;
        Ok(query.exists([message])?)
    }

    /// Notes that messages of a mailbox were read: once what they say is noted, so that nothing of it is lost.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn have_seen<'a>(&mut self, messages: impl IntoIterator<Item = &'a str>) -> Result<(), StoreError> {
        let changed = self.db.transaction()?;
        for message in messages {
            changed.execute("INSERT INTO seen (message) VALUES (?1) ON CONFLICT DO NOTHING", [message])?;
        }
        changed.commit()?;
        Ok(())
    }

    /// Notes messages that came back, with the batch that goes with them, if there is one.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn came_back<'a>(
        &mut self,
        messages: impl IntoIterator<Item = &'a str>,
        batch: Option<i64>,
    ) -> Result<(), StoreError> {
        let changed = self.db.transaction()?;
        for message in messages {
            changed.execute(
                "INSERT INTO returned (message, batch) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![message, batch],
            )?;
        }
        changed.commit()?;
        Ok(())
    }

    /// The messages that came back.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn returned(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut query = self.db.prepare("SELECT message FROM returned")?;
        let all = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(all)
    }
}
