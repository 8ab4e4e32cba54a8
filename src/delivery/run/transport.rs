//! Where messages go, and where a run gets the time from: the seams at which a test stands in.

use super::super::smtp::{Attempt, ConnectError, Envelope, Limits, Refused, Relay, Session, connect};
use crate::value::Millis;
use std::future::Future;
use std::time::Duration;

/// Where a run gets the time from.
pub trait Clock {
    /// Now.
    fn now(&self) -> Millis;
    /// Waits.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()>;
}

/// Where messages go. The seam at which a test stands in.
pub trait Transport {
    /// Whether what goes there counts in the relay's pace.
    const COUNTS: bool = true;
    /// A connection.
    type Conversation: Conversation;
    /// Opens one.
    fn connect(&self) -> impl Future<Output = Result<Self::Conversation, ConnectError>>;
}

/// A connection that messages go over, one after the other.
pub trait Conversation {
    /// Whether another message may go over it.
    fn is_usable(&self) -> bool;
    /// Hands a message over; `before_body` has the last word before its first byte leaves.
    fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> impl Future<Output = Attempt>;
    /// Ends it.
    fn quit(self) -> impl Future<Output = ()>;
}

/// A session with the relay's limits.
pub struct SmtpConversation {
    session: Session,
    /// How long each step may take.
    limits: Limits,
}

impl Transport for Relay {
    type Conversation = SmtpConversation;

    async fn connect(&self) -> Result<SmtpConversation, ConnectError> {
        Ok(SmtpConversation { session: connect(self).await?, limits: self.limits })
    }
}

impl Conversation for SmtpConversation {
    fn is_usable(&self) -> bool {
        self.session.is_usable(&self.limits)
    }

    async fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        self.session.deliver(envelope, message, &self.limits, before_body).await
    }

    async fn quit(self) {
        self.session.quit().await;
    }
}
