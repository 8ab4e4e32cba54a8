//! The exit codes: how a command ended, or why it stopped, and the number that says so. Which ending a run of
//! messages has, [`crate::sending`] decides (`carry.rs`).

use std::io;

use super::Console;
use crate::diagnostic::Texts;
use crate::sending::{Ending, SendError};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The sources, layouts or configuration have errors, all printed.
    Errors,
    /// Wrong usage, or a failure of the machine.
    Failure,
    /// `send`: some are to be tried again, or were not tried yet.
    Deferred,
    /// `send`: of some it is uncertain whether the relay took their message.
    Uncertain,
    /// `send`: stopped, because the relay takes nothing.
    Stopped,
    /// `send`: refused.
    Refused,
}

impl Exit {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Errors => 1,
            Self::Failure => 2,
            Self::Deferred => 3,
            Self::Uncertain => 4,
            Self::Stopped => 5,
            Self::Refused => 6,
        }
    }
}

impl From<Ending> for Exit {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Done => Self::Done,
            Ending::Deferred => Self::Deferred,
            Ending::Uncertain => Self::Uncertain,
            Ending::Stopped => Self::Stopped,
            Ending::Unbalanced => Self::Failure,
        }
    }
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// Wrong usage or a failure of the machine, in words.
    Failure(String),
    /// Errors, printed already.
    Errors,
    /// Sending said why.
    Send(SendError),
}

impl From<SendError> for Stop {
    fn from(error: SendError) -> Self {
        Self::Send(error)
    }
}

impl Stop {
    /// A failure of the disk.
    pub(super) fn disk(what: &str, error: io::Error) -> Self {
        Self::Send(SendError::disk(what, error))
    }

    /// Says why and gives the exit code.
    pub(super) fn exit(self, console: &mut dyn Console) -> Exit {
        match self {
            Self::Failure(why) => {
                console.fail(&format!("error: {why}"));
                Exit::Failure
            }
            Self::Errors => Exit::Errors,
            Self::Send(SendError::List(findings)) => {
                console.findings(findings, &Texts::default());
                Exit::Errors
            }
            Self::Send(SendError::Declined(what)) => {
                console.say(&what);
                Exit::Done
            }
            Self::Send(error @ SendError::Refused(_)) => {
                console.fail(&format!("refused: {error}"));
                Exit::Refused
            }
            Self::Send(error @ SendError::Failure(..)) => {
                console.fail(&format!("error: {error}"));
                Exit::Failure
            }
        }
    }
}
