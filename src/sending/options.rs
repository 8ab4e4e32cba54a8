//! How to send.

use super::{Override, SendError};
use crate::issue::Stage;
use crate::model::{Config, TransportKind};

/// How to send.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Show, and write nothing.
    pub dry_run: bool,
    /// Do not ask.
    pub yes: bool,
    /// To these only, as a test.
    pub test: Vec<String>,
    /// The edition of a test.
    pub language: Option<String>,
    /// What a person has been told of and permits.
    pub permits: Override,
}

impl Options {
    /// Whether it is a test to reviewers.
    pub fn is_test(&self) -> bool {
        !self.test.is_empty()
    }

    /// Whether an issue may be sent in this way at all; asked before it is built.
    ///
    /// # Errors
    ///
    /// Why not, and what to do instead.
    pub fn permit(&self, config: &Config, stage: Stage) -> Result<(), SendError> {
        let by_relay = config.transport == TransportKind::Smtp;
        if !by_relay && self.is_test() {
            return Err(SendError::failure(
                "`--test` goes to a relay: set `transport: smtp` and `smtp:` in bulletin.yaml; the outbox shows everything without it",
            ));
        }
        if by_relay && !self.is_test() && stage == Stage::Draft {
            return Err(SendError::Refused(
                "a draft does not go to the list: only a final build is sent. Finish it (`bulletin build --final` says what is missing), or show the draft to reviewers: `bulletin send ISSUE --draft --test you@example.org`".into(),
            ));
        }
        Ok(())
    }
}
