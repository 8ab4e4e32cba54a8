//! Delivery: to a relay by SMTP, with a ledger that knows what became of everybody; or to an outbox,
//! a Maildir that any mail program opens.
//!
//! ```text
//! Frozen + recipients --Ledger::plan--> planned rows
//!   --run::run--> lanes: claim, envelope, [354], intent on the disk, body, answer, outcome on the disk
//!   --Receipt--> planned = accepted + rejected + blocked + suppressed + expired + deferred + uncertain + pending
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
