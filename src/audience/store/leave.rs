//! Leaving, by whatever way: the same note for all of them.

use super::{Change, Event, Person, Store, StoreError};
use crate::value::Millis;

impl Store {
    /// Somebody as they are known; of an address that nobody has, all that is known.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn person(&self, normal: &str) -> Result<Person, StoreError> {
        Ok(self.find(normal)?.unwrap_or_else(|| Person {
            address: normal.to_string(),
            normal: normal.to_string(),
            language: None,
            audiences: None,
            basis: "unknown".into(),
            confirmed_at: None,
        }))
    }

    /// Notes that somebody has left, also of who is on no list; once is enough.
    ///
    /// # Errors
    ///
    /// If the file can't be written; then nothing was.
    pub fn leave(&mut self, normal: &str, channel: &str, at: Millis) -> Result<(), StoreError> {
        if self.suppression(normal)?.is_some() {
            return Ok(());
        }
        let event = Event {
            action: "left".into(),
            at,
            channel: channel.into(),
            words: None,
            basis: None,
            evidence: None,
            batch: None,
        };
        let change = Change { person: self.person(normal)?, event, suppress: Some("left".into()) };
        self.apply(channel, at, &[change]).map(drop)
    }
}
