//! What tells whether a message that is uncertain was accepted: the log of a Postfix on this machine
//! or in the house, or a mailbox in which copies or bounces lie.
//!
//! Only the Message-ID counts, a keyed hash that nobody else can make.

mod mailbox;
mod postfix;

use std::collections::{BTreeMap, BTreeSet};

pub use mailbox::read_mailbox;
pub use postfix::PostfixLog;

/// What a source of evidence says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Message-IDs (the part before the `@`) that were accepted, each with what shows it.
    pub accepted: BTreeMap<String, String>,
    /// Message-IDs that were seen and not accepted.
    pub refused: BTreeSet<String>,
}
