//! Delivery: for now to an outbox, a Maildir that any mail program opens.

mod key;
mod outbox;

pub use key::{Key, hex};
pub use outbox::{Outbox, Written};
