//! Delivery: how a message gets there, and what became of it. To a relay by SMTP or into the outbox, a
//! Maildir that any mail program opens; with a ledger that knows where everybody stands.
//!
//! In come a plan ([`Frozen`]), its recipients and a transport; out goes a [`Receipt`] that balances. What a
//! relay's reply means is decided in [`verdict`], what a run does about it in [`run`].
//!
//! ```text
//! Frozen + recipients --Ledger::plan--> planned rows
//!   --run::run--> lanes: claim, envelope, [354], intent on the disk, body, answer, outcome on the disk
//!   --Receipt--> planned = accepted + rejected + blocked + suppressed + expired + deferred + uncertain + pending
//! ```
//!
//! ```
//! use bulletin::delivery::reply::{Phase, Reply};
//! use bulletin::delivery::verdict::Class;
//!
//! let reply = Reply::new(550, "5.1.1 No such user");
//! assert_eq!(reply.class(Phase::Rcpt), Class::Gone);
//! ```

pub mod evidence;
pub mod failpoint;
mod key;
pub mod ledger;
mod outbox;
mod pace;
mod plan;
mod receipt;
pub mod reply;
pub mod run;
pub mod smtp;
mod suppressions;
pub mod verdict;

pub use key::Key;
pub use outbox::Outbox;
pub use pace::Pace;
pub use plan::{Difference, Frozen, FrozenEdition, Hosted, digest, recipients};
pub use receipt::Receipt;
pub use suppressions::Suppressions;
