//! How a send ends.

use std::error::Error;
use std::fmt;
use std::io;

use crate::delivery::ledger::{GuardError, LedgerError};
use crate::diagnostic::Diagnostics;

/// How a send ended that was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nobody is left.
    Done,
    /// Some are to be tried again, or were not tried yet.
    Deferred,
    /// Of some it is uncertain whether the relay took their message.
    Uncertain,
    /// The relay takes nothing, or refuses the message.
    Stopped,
    /// The account does not balance.
    Unbalanced,
}

/// Why nothing was sent, or no more.
#[derive(Debug)]
pub enum SendError {
    /// Wrong usage or a failure of the machine: what, and what caused it.
    Failure(String, Option<Box<dyn Error + Send + Sync>>),
    /// Refused: something changed, or another sender is at work.
    Refused(String),
    /// Something is wrong with the list of recipients.
    List(Diagnostics),
    /// A person said no: that is an end, too.
    Declined(String),
}

impl SendError {
    /// A failure in words.
    pub fn failure(words: impl Into<String>) -> Self {
        Self::Failure(words.into(), None)
    }

    /// A failure that something caused; the cause is added to the words.
    pub fn because(what: &str, cause: impl Error + Send + Sync + 'static) -> Self {
        Self::Failure(format!("{what}: {cause}"), Some(Box::new(cause)))
    }

    /// A failure of the disk.
    pub fn disk(what: &str, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => {
                Self::Failure(format!("the disk is full: {what}"), Some(Box::new(error)))
            }
            _ => Self::because(what, error),
        }
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(words, _) | Self::Refused(words) | Self::Declined(words) => f.write_str(words),
            Self::List(_) => f.write_str("something is wrong with the list of recipients"),
        }
    }
}

impl Error for SendError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Failure(_, cause) => cause.as_deref().map(|cause| cause as &(dyn Error + 'static)),
            _ => None,
        }
    }
}

impl From<LedgerError> for SendError {
    fn from(error: LedgerError) -> Self {
        Self::Failure(error.to_string(), Some(Box::new(error)))
    }
}

impl From<GuardError> for SendError {
    fn from(error: GuardError) -> Self {
        Self::Refused(error.to_string())
    }
}
