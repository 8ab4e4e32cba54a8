//! A lane: one connection, one message after the other.

use std::time::Duration;

use super::super::failpoint;
use super::super::ledger::{self, Change, Job, Outcome, State};
use super::super::reply::masked;
use super::super::smtp::{ConnectError, Refused};
use super::queue::{CLAIMED, Next};
use super::shared::{End, Shared};
use super::transport::{Clock, Conversation, Transport};
use crate::value::Millis;

/// How often a relay that never answered is tried.
const TRIES: u32 = 3;

/// How long a connection is kept that nobody uses, in milliseconds.
const IDLE: Millis = 20_000;

/// Works until nobody is left or the run ends.
pub(super) async fn lane<T: Transport, C: Clock>(shared: &Shared<'_, T, C>, number: u32) {
    let mut lane = Lane { shared, conversation: None, message: Vec::new(), pauses: 0, tries: 0, broken: 0 };
    while let Some(job) = lane.next(number).await {
        lane.work(&job).await;
        shared.queue.borrow_mut().landed(&job);
    }
    lane.hang_up().await;
}

/// One connection.
pub(super) struct Lane<'a, 'b, T: Transport, C> {
    /// What all lanes share.
    pub(super) shared: &'a Shared<'b, T, C>,
    /// The connection, if it stands.
    pub(super) conversation: Option<T::Conversation>,
    /// The message, in memory that is used again.
    message: Vec<u8>,
    /// How often the relay wanted a pause, one after the other.
    pub(super) pauses: u32,
    /// How often no connection came about, one after the other.
    tries: u32,
    /// How often a connection broke, one after the other.
    pub(super) broken: u32,
}

/// Milliseconds as a duration.
fn millis(time: Millis) -> Duration {
    Duration::from_millis(u64::try_from(time).unwrap_or(0))
}

impl<T: Transport, C: Clock> Lane<'_, '_, T, C> {
    /// Whose turn it is; `None` at the end.
    async fn next(&mut self, number: u32) -> Option<Job> {
        let shared = self.shared;
        loop {
            if shared.is_ending() {
                return None;
            }
            let now = shared.clock.now();
            if now > shared.rules.not_after {
                shared.stop(End::Late);
                return None;
            }
            // One connection until the relay has taken a message, then one more for each.
            if number > shared.accepted.get() {
                if shared.queue.borrow().is_over(shared.deadline) {
                    return None;
                }
                shared.clock.sleep(millis(5)).await;
                continue;
            }
            let next = shared.queue.borrow_mut().next(now, shared.deadline);
            match next {
                Next::Job(job) => return Some(*job),
                Next::Retry(job) => {
                    if shared.change(Change::Retry { id: job.id }).await {
                        return Some(*job);
                    }
                    shared.queue.borrow_mut().landed(&job);
                }
                Next::Claim => self.claim().await,
                Next::Wait(time) => {
                    if self.conversation.is_some() && time > 100 {
                        // Nobody keeps a connection that is not used.
                        self.hang_up().await;
                    }
                    shared.clock.sleep(millis(time)).await;
                }
                Next::Nobody => return None,
            }
        }
    }

    /// Claims more of those planned.
    async fn claim(&mut self) {
        let shared = self.shared;
        let (run, after) = (shared.outgoing.run, shared.queue.borrow().cursor);
        match ledger::call(&shared.ledger, move |ledger| ledger.claim(run, after, CLAIMED)).await {
            Ok(jobs) => shared.queue.borrow_mut().more(jobs),
            Err(error) => shared.stop(End::Ledger(error)),
        }
        failpoint::hit("after-claim");
    }

    /// Sends one message and notes what became of it.
    async fn work(&mut self, job: &Job) {
        let shared = self.shared;
        if !self.in_time().await {
            return self.release(job).await;
        }
        if !self.connected().await {
            shared.pace.borrow_mut().cancel();
            return self.back(job).await;
        }
        // The last look before the recipient is named: connecting may have taken minutes.
        if let Some(why) = shared.withheld(job) {
            shared.pace.borrow_mut().cancel();
            return match why {
                Refused::Recipient => self.note(job, Outcome::left()).await,
                Refused::Ending | Refused::Ledger(_) => self.release(job).await,
            };
        }
        let prepared = shared.outgoing.envelope(&job.recipient);
        let composed = shared.outgoing.compose(&job.recipient, &mut self.message);
        let envelope = match (prepared, composed) {
            (Ok(envelope), Ok(())) => envelope,
            (Err(why), _) | (_, Err(why)) => {
                shared.pace.borrow_mut().cancel();
                shared.stop(End::Stopped(format!("a message could not be put together: {why}")));
                return self.release(job).await;
            }
        };
        let Some(conversation) = self.conversation.as_mut() else { return self.back(job).await };
        let before_body = async || {
            if let Some(why) = shared.withheld(job) {
                return Err(why);
            }
            match ledger::change(&shared.ledger, Change::Intent { id: job.id, at: shared.clock.now() }).await
            {
                Ok(true) => Ok(()),
                Ok(false) => Err(Refused::Recipient),
                Err(error) => Err(Refused::Ledger(error)),
            }
        };
        let attempt = conversation.deliver(&envelope, &self.message, before_body).await;
        failpoint::hit("before-outcome");
        let now = shared.clock.now();
        shared.pace.borrow_mut().end(now);
        self.settle(job, attempt).await;
        failpoint::hit("after-outcome");
        if self.conversation.as_ref().is_some_and(|conversation| !conversation.is_usable()) {
            self.hang_up().await;
        }
    }

    /// Waits until the pace allows a message; whether the run goes on.
    async fn in_time(&mut self) -> bool {
        let shared = self.shared;
        let since = shared.clock.now();
        loop {
            let now = shared.clock.now();
            if now > shared.rules.not_after {
                shared.stop(End::Late);
            }
            if shared.is_ending() {
                return false;
            }
            let begun = shared.pace.borrow_mut().begin(now);
            match begun {
                Ok(()) => {
                    if now > since {
                        // While the pace made everybody wait nothing could go well.
                        shared.well.set(now);
                    }
                    return true;
                }
                Err(wait) => {
                    if now - since > IDLE {
                        // A relay ends what is not used, and its goodbye would be taken for an answer.
                        self.hang_up().await;
                    }
                    shared.clock.sleep(millis(wait.min(200))).await;
                }
            }
        }
    }

    /// Whether the connection stands; opens one if it does not.
    async fn connected(&mut self) -> bool {
        let shared = self.shared;
        if self.conversation.is_some() {
            return true;
        }
        match shared.transport.connect().await {
            Ok(conversation) => {
                self.conversation = Some(conversation);
                self.tries = 0;
                shared.connected.set(true);
                *shared.waiting.borrow_mut() = None;
                true
            }
            Err(ConnectError::Stop(why)) => {
                shared.stop(End::Stopped(why));
                false
            }
            Err(ConnectError::Later(why)) => {
                self.tries += 1;
                let now = shared.clock.now();
                let too_long = now - shared.well.get() > shared.rules.wait;
                if too_long || !shared.connected.get() && self.tries >= TRIES {
                    shared.stop(End::Stopped(why));
                } else {
                    let wait = shared.rules.pause / 10 * (1 << self.tries.min(6));
                    *shared.waiting.borrow_mut() =
                        Some(format!("{}; trying again in {} s", masked(&why), (wait + 999) / 1000));
                    self.rest(wait).await;
                }
                false
            }
        }
    }

    /// Ends the connection.
    async fn hang_up(&mut self) {
        if let Some(conversation) = self.conversation.take() {
            conversation.quit().await;
        }
    }

    /// Waits, unless the run ends.
    pub(super) async fn rest(&self, time: Millis) {
        let until = self.shared.clock.now() + time;
        loop {
            let left = until - self.shared.clock.now();
            if left <= 0 || self.shared.is_ending() {
                return;
            }
            self.shared.clock.sleep(millis(left.min(200))).await;
        }
    }

    /// Gives somebody back to the queue's front: nothing was tried.
    async fn back(&self, job: &Job) {
        if self.shared.is_ending() {
            return self.release(job).await;
        }
        self.shared.queue.borrow_mut().claimed.push_front(job.clone());
    }

    /// Gives somebody back to the ledger: nothing was tried.
    pub(super) async fn release(&self, job: &Job) {
        // At the next start it is done in any case.
        let _ = ledger::change(&self.shared.ledger, Change::Release { id: job.id }).await;
    }

    /// Notes an outcome.
    pub(super) async fn note(&self, job: &Job, outcome: Outcome) {
        let shared = self.shared;
        let before = if job.deferred { State::Deferred } else { State::Planned };
        let (state, next) = (outcome.state, outcome.next_at);
        let spent = outcome.spent;
        let outcome = Outcome { attempted: outcome.attempted && T::COUNTS, ..outcome };
        let at = shared.clock.now();
        if !shared.change(Change::Outcome { id: job.id, at, outcome }).await {
            return;
        }
        shared.count(before, state);
        if state != State::Suppressed {
            let mut lately = shared.lately.borrow_mut();
            lately.push_back(at);
            if lately.len() > 100_000 {
                lately.pop_front();
            }
        }
        if let (State::Deferred, Some(next)) = (state, next) {
            let job = Job {
                deferred: true,
                attempts: job.attempts + u32::from(spent),
                waits: job.waits + 1,
                ..job.clone()
            };
            let mut queue = shared.queue.borrow_mut();
            let list = if job.paused { &mut queue.paused } else { &mut queue.deferred };
            list.insert((next, job.id), job);
        }
    }
}
