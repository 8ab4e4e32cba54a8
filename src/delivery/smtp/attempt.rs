//! One attempt to hand a message over.

use crate::delivery::ledger::LedgerError;
use crate::delivery::reply::{Phase, Reply};

/// Whom a message goes to, and where its bounces go.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The envelope's sender.
    pub from: lettre::Address,
    /// The recipient.
    pub to: lettre::Address,
    /// The envelope's id, by which a report names it (RFC 3461, section 4.4), where reports are
    /// asked for.
    pub id: Option<String>,
    /// The part of the message's Message-ID before the `@`.
    pub message: String,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// The relay said something, at a phase.
    Answered(Phase, Reply),
    /// Before the dot had left, the connection broke: nothing can have been accepted.
    Broken(Phase, String),
    /// The dot had left and no clear word came.
    Uncertain(String),
    /// The step before the body said no: nothing was handed over.
    Withheld(Refused),
}

/// Why the step before the body said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The recipient left meanwhile, or the row was not ours.
    Recipient,
    /// The run ends: nothing new is begun.
    Ending,
    /// The ledger can't be written.
    Ledger(LedgerError),
}
