//! The send as a service: who gets what, the plan, its way to the relay or into the outbox, and what
//! became of everybody. A command, or a program that faces the network, calls these.
//!
//! In come a checked and built issue ([`Issue`]) or a run of the ledger, and an [`Operator`]: the person
//! who sends, or what stands in for them. Out go an [`Ending`] or a [`SendError`]; the ledger in `state/`
//! knows the rest.
//!
//! ```
//! use bulletin::sending::edition_for;
//! use bulletin::value::{Language, Parse};
//!
//! let editions: Vec<Language> = ["en", "el"].map(|tag| Language::parse(tag).unwrap()).into();
//! let asked = Language::parse("el").unwrap();
//! assert_eq!(edition_for(&editions, Some(&asked)), 1);
//! assert_eq!(edition_for(&editions, None), 0);
//! ```

mod account;
mod carry;
mod contacts;
mod deliver;
mod edition;
mod error;
mod greet;
mod ledger;
mod letters;
mod list;
mod options;
mod people;
mod plan;
mod preflight;
mod resolve;
mod resume;
mod returned;
mod secrets;
mod settings;
mod show;
mod shown;
mod totals;
mod trust;
mod web_log;

use jiff::Timestamp;

use crate::pipeline::Progress;

pub use account::{pending, receipt, sent_of, who};
pub use contacts::{Contact, contacts};
pub use edition::edition_for;
pub use error::{Ending, SendError};
pub use greet::greet;
pub use letters::{Letter, letters};
pub use list::audience;
pub use options::Options;
pub use people::{erase_from_ledger, people, people_file, person_of};
pub use plan::Issue;
pub use resolve::{Evidence, Resolution, Word, resolve};
pub use resume::resume;
pub use returned::{Sent, Whose};
pub use web_log::{Deed, is_web_log, web_key, web_log};

/// The list of those never to be mailed, below `state/`.
const SUPPRESSIONS: &str = "suppressions.csv";

/// The ledger, below `state/`.
const LEDGER: &str = "bulletin.db";

/// The person who sends, or what stands in for them: is told, asked, and knows the time.
pub trait Operator: Progress {
    /// Data: what another program may read.
    fn data(&mut self, text: &str);
    /// Talk.
    fn say(&mut self, text: &str);
    /// What went wrong; never left out.
    fn fail(&mut self, text: &str);
    /// How far something is; `seldom` is true now and then, for where nobody watches.
    fn progress(&mut self, text: &str, seldom: bool);
    /// Asks for a yes; `None` where nobody can answer.
    fn ask(&mut self, question: &str) -> Option<bool>;
    /// The time on the clock.
    fn now(&self) -> Timestamp;
}

/// A person's permission to go on in spite of something that they have been told of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Override {
    /// A ledger that was put back or copied.
    pub ledger: bool,
    /// That sources were changed: what was planned goes out.
    pub as_planned: bool,
    /// That it is too late.
    pub late: bool,
    /// A command of the configuration that was never run on this machine.
    pub command: bool,
}

/// What a run of the ledger is, by its name: `2024-04`, `2024-04/test-1`, `2024-04/outbox`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RunKind {
    /// An issue to its list.
    Issue,
    /// A test to reviewers.
    Test,
    /// An issue into the outbox.
    Outbox,
}

impl RunKind {
    /// The kind of a run.
    fn of(name: &str) -> Self {
        match name.split_once('/') {
            None => Self::Issue,
            Some((_, kind)) if kind.starts_with("outbox") => Self::Outbox,
            Some(_) => Self::Test,
        }
    }
}
