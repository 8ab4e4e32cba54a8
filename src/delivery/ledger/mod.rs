//! The send ledger: what became of every recipient of every issue, on the disk before the next
//! step is taken. [`Ledger`] is the seam behind which it lies; [`Sqlite`] is the one there is.
//!
//! ```text
//! planned | deferred --claim--> claimed
//! claimed  --suppressed meanwhile--> suppressed
//! claimed  --5xx to the address--> rejected      --policy--> blocked      --4xx, no line--> deferred
//! claimed  --354; on the disk--> intent          then, and only then, the body
//! intent   --2xx--> accepted   --4xx--> deferred --policy--> blocked
//! intent   --the dot not written--> deferred
//! intent   --the dot written, and no clear word--> uncertain
//! at the next start: intent --> uncertain, claimed --> planned or deferred
//! uncertain --evidence, or a person's word--> accepted or deferred
//! deferred --attempts used up by answers that speak of the person--> expired
//! blocked  --the next start of `resume`--> deferred
//! ```

mod guard;
mod sqlite;
mod writer;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::value::Millis;

pub use guard::{Guard, GuardError, Lock, had_ledger};
pub use sqlite::Sqlite;
pub use writer::{Op, Writer, call, change};

/// Where a recipient of an issue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Accepted by the relay; what becomes of it there is not known here.
    Accepted,
    /// The relay does not take the address.
    Rejected,
    /// The relay does not take the message or the sender: nothing is said of the recipient.
    Blocked,
    /// Left between the plan and their turn.
    Suppressed,
    /// Tried until attempts or time were used up.
    Expired,
    /// To be tried again.
    Deferred,
    /// Handed over without a clear answer: perhaps accepted, perhaps not.
    Uncertain,
    /// Not tried yet.
    Planned,
    /// Somebody's turn, nothing handed over yet.
    Claimed,
    /// About to be handed over, or being so.
    Intent,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Accepted,
        Self::Rejected,
        Self::Blocked,
        Self::Suppressed,
        Self::Expired,
        Self::Deferred,
        Self::Uncertain,
        Self::Planned,
        Self::Claimed,
        Self::Intent,
    ];

    /// Its name in the ledger.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Blocked => "blocked",
            Self::Suppressed => "suppressed",
            Self::Expired => "expired",
            Self::Deferred => "deferred",
            Self::Uncertain => "uncertain",
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::Intent => "intent",
        }
    }

    /// The state of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// What it means, for a person, in a few words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Accepted => "accepted by the relay",
            Self::Rejected => "rejected: the address does not take mail",
            Self::Blocked => {
                "blocked: the relay refuses the message or the sender, not the person; `resume` tries again"
            }
            Self::Suppressed => "suppressed: left before their turn",
            Self::Expired => "expired: tried until attempts or time were used up",
            Self::Deferred => "deferred: to be tried again",
            Self::Uncertain => "uncertain: handed over without a clear answer",
            Self::Planned => "pending: not tried yet",
            Self::Claimed | Self::Intent => "pending: being sent",
        }
    }

    /// Whether `send resume` would still try.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Claimed | Self::Deferred | Self::Blocked)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A run: one issue to everybody, or a test to reviewers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its number in the ledger.
    pub id: i64,
    /// The issue's month, or `2024-05/test-1`.
    pub name: String,
    /// When it was planned.
    pub created: Millis,
    /// What goes out, as JSON: [`crate::delivery::Frozen`].
    pub frozen: String,
}

/// A recipient as planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The address as it is written to, its domain as mail carries it.
    pub address: String,
    /// The address as it is compared.
    pub normal: String,
    /// Which edition, from 0.
    pub edition: u16,
    /// The part of the Message-ID before the `@`.
    pub message_id: String,
    /// The token that unsubscribes.
    pub token: String,
    /// Whether they get it before everybody else.
    pub reviewer: bool,
}

/// A recipient whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The row in the ledger.
    pub id: i64,
    /// The recipient.
    pub recipient: Planned,
    /// How often it was tried before.
    pub attempts: u32,
    /// Whether it was deferred before.
    pub deferred: bool,
    /// How often it was deferred since this program began.
    pub waits: u32,
    /// Whether the relay asked everybody to wait when it was this one's turn.
    pub paused: bool,
}

/// A recipient as the ledger knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row in the ledger.
    pub id: i64,
    /// The run's name.
    pub run: String,
    /// The recipient.
    pub recipient: Planned,
    /// Where they stand.
    pub state: State,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was last handed over.
    pub intent_at: Option<Millis>,
    /// When the last outcome was known.
    pub outcome_at: Option<Millis>,
    /// When it is tried again.
    pub next_at: Option<Millis>,
    /// What the relay said, or what happened.
    pub reply: String,
}

/// What stands in the place of the relay's answer where a person said that they have it.
pub const ASSUMED: &str = "taken for accepted, by the word of whoever sent it";

/// What became of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The new state.
    pub state: State,
    /// What the relay said, or what happened; without control characters.
    pub reply: String,
    /// When it is tried again.
    pub next_at: Option<Millis>,
    /// Whether the attempt counts among the recipient's.
    pub spent: bool,
    /// Whether the relay was spoken to: what the pace counts. A word of evidence or of a person is none.
    pub attempted: bool,
    /// Whether the address is never to be mailed again, and why.
    pub suppress: Option<&'static str>,
}

impl Outcome {
    /// It was accepted, as something shows.
    pub fn shown_accepted(why: impl Into<String>) -> Self {
        Self {
            state: State::Accepted,
            reply: why.into(),
            next_at: None,
            spent: false,
            attempted: false,
            suppress: None,
        }
    }

    /// Somebody has left before their turn.
    pub fn left() -> Self {
        Self { state: State::Suppressed, ..Self::shown_accepted("left before their turn") }
    }

    /// It was not, as something shows, and is tried again.
    pub fn shown_not_accepted(why: impl Into<String>) -> Self {
        Self { state: State::Deferred, next_at: Some(0), ..Self::shown_accepted(why) }
    }
}

/// What the names end with that stand in place of people who were erased.
pub const ERASED: &str = "@erased.invalid";

/// How many recipients stand where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(pub BTreeMap<State, u64>);

impl Counts {
    /// How many stand in a state.
    pub fn of(&self, state: State) -> u64 {
        self.0.get(&state).copied().unwrap_or(0)
    }

    /// Not tried yet, or in the middle of it.
    pub fn pending(&self) -> u64 {
        self.of(State::Planned) + self.of(State::Claimed) + self.of(State::Intent)
    }

    /// Whom `send resume` would still try.
    pub fn open(&self) -> u64 {
        self.pending() + self.of(State::Deferred) + self.of(State::Blocked)
    }

    /// All of them.
    pub fn planned(&self) -> u64 {
        self.0.values().sum()
    }
}

/// Why the ledger could not do what it was asked: nothing may be sent from here on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerError {
    /// The disk is full.
    Full,
    /// The disk or the file does not work: what it said.
    Broken(String),
    /// Another program holds it.
    Busy,
}

impl LedgerError {
    /// Whether it may work by itself after a while.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy)
    }

    /// What happened, and what to do.
    fn advice(&self) -> String {
        match self {
            Self::Full => {
                "the disk is full: the ledger in state/ can't be written, so nothing more was sent; free some space, then `bulletin send resume`".into()
            }
            Self::Broken(why) => format!(
                "the ledger in state/ can't be written ({why}), so nothing more was sent; see to the disk, then `bulletin send resume`"
            ),
            Self::Busy => "another program holds the ledger in state/: wait for it, or end it".into(),
        }
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.advice())
    }
}

impl std::error::Error for LedgerError {}

/// What a ledger does. Every call that changes something is on the disk when it returns.
pub trait Ledger: Send {
    /// Plans a run: everybody in it, in their order, in one step.
    fn plan(&mut self, run: &Run, recipients: &mut dyn Iterator<Item = Planned>) -> Result<i64, LedgerError>;

    /// Forgets a run of which nothing was sent.
    fn forget(&mut self, run: i64) -> Result<(), LedgerError>;

    /// A run by its name.
    fn run(&self, name: &str) -> Result<Option<Run>, LedgerError>;

    /// The names of all runs, in the order in which they were planned.
    fn runs(&self) -> Result<Vec<String>, LedgerError>;

    /// Settles what an earlier program left behind: what was being handed over is uncertain, whose
    /// turn it was is open again.
    fn recover(&mut self, now: Millis) -> Result<u64, LedgerError>;

    /// Claims those whose turn it is: planned ones behind row `after`, up to `most`.
    fn claim(&mut self, run: i64, after: i64, most: usize) -> Result<Vec<Job>, LedgerError>;

    /// Those to be tried again, with the moment of it.
    fn deferred(&self, run: i64) -> Result<Vec<(Millis, Job)>, LedgerError>;

    /// Applies changes in their order, all of them in one step; for each whether it was possible.
    fn apply(&mut self, changes: &[Change]) -> Result<Vec<bool>, LedgerError>;

    /// Opens again who was blocked: somebody may have put right what stood in the way. How many.
    fn reopen(&mut self, run: i64, now: Millis) -> Result<u64, LedgerError>;

    /// How many stand where.
    fn counts(&self, run: i64) -> Result<Counts, LedgerError>;

    /// How many count as accepted by the word of a person alone.
    fn assumed(&self, run: i64) -> Result<u64, LedgerError>;

    /// All recipients of a run in a state.
    fn rows(&self, run: i64, states: &[State]) -> Result<Vec<Row>, LedgerError>;

    /// Everything about an address, or about whoever a token is of, over all runs.
    fn who(&self, normal: &str) -> Result<Vec<Row>, LedgerError>;

    /// The moments of all attempts since then, in their order: what the pace counts.
    fn attempts_since(&self, since: Millis) -> Result<Vec<Millis>, LedgerError>;

    /// Takes a person's address out of every run and out of every byte of the file. What was counted stays counted,
    /// under a name that says nothing; whoever was still to be mailed is not.
    fn erase(&mut self, normal: &str, now: Millis) -> Result<(), LedgerError>;

    /// Addresses never to be mailed, each with its reason.
    fn suppressed(&self) -> Result<BTreeMap<String, String>, LedgerError>;
}

/// A change to a recipient's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is about to be handed over: the last step before the body. Not possible unless it is
    /// claimed.
    Intent {
        /// The row.
        id: i64,
        /// When.
        at: Millis,
    },
    /// What became of it.
    Outcome {
        /// The row.
        id: i64,
        /// When.
        at: Millis,
        /// What.
        outcome: Outcome,
    },
    /// Back to where it was before it was claimed.
    Release {
        /// The row.
        id: i64,
    },
    /// Claimed to be tried again. Not possible unless it is deferred.
    Retry {
        /// The row.
        id: i64,
    },
}
