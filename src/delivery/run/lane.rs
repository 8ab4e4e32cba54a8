//! A lane: one connection, one message after the other.

use std::time::Duration;

use super::super::failpoint;
use super::super::ledger::{self, Change, Job, Millis, Outcome, State};
use super::super::reply::{Class, Phase, Reply, masked};
use super::super::smtp::{Attempt, ConnectError, Refused};
use super::queue::{CLAIMED, Next};
use super::{Clock, Conversation, End, Shared, Transport};

/// The longest pause, as a multiple of the first.
const LONGEST_PAUSE: u32 = 5;

/// How often a relay that never answered is tried.
const TRIES: u32 = 3;

/// How many are refused by a relay that has taken nothing before it is given up.
const NOBODY: u32 = 10;

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
struct Lane<'a, 'b, T: Transport, C> {
    /// What all lanes share.
    shared: &'a Shared<'b, T, C>,
    /// The connection, if it stands.
    conversation: Option<T::Conversation>,
    /// The message, in memory that is used again.
    message: Vec<u8>,
    /// How often the relay wanted a pause, one after the other.
    pauses: u32,
    /// How often no connection came about, one after the other.
    tries: u32,
    /// How often a connection broke, one after the other.
    broken: u32,
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
                if shared.queue.borrow().is_empty() {
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
            return self.again(job).await;
        }
        // The last look before the recipient is named: connecting may have taken minutes.
        if let Some(why) = shared.withheld(job) {
            shared.pace.borrow_mut().cancel();
            return match why {
                Refused::Recipient => self.note(job, suppressed()).await,
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
        let Some(conversation) = self.conversation.as_mut() else { return self.again(job).await };
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
    async fn rest(&self, time: Millis) {
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
    async fn again(&self, job: &Job) {
        if self.shared.is_ending() {
            return self.release(job).await;
        }
        self.shared.queue.borrow_mut().claimed.push_front(job.clone());
    }

    /// Gives somebody back to the ledger: nothing was tried.
    async fn release(&self, job: &Job) {
        // At the next start it is done in any case.
        let _ = ledger::change(&self.shared.ledger, Change::Release { id: job.id }).await;
    }

    /// Notes an outcome.
    async fn note(&self, job: &Job, outcome: Outcome) {
        let shared = self.shared;
        let before = if job.deferred { State::Deferred } else { State::Planned };
        let (state, next) = (outcome.state, outcome.next_at);
        let spent = outcome.spent;
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
            let job = Job { deferred: true, attempts: job.attempts + u32::from(spent), ..job.clone() };
            shared.queue.borrow_mut().deferred.insert((next, job.id), job);
        }
    }

    /// Notes what became of an attempt, and does what it asks for.
    async fn settle(&mut self, job: &Job, attempt: Attempt) {
        let shared = self.shared;
        match attempt {
            Attempt::Answered(phase, reply) => self.answered(job, phase, &reply).await,
            Attempt::Broken(phase, why) => {
                self.conversation = None;
                let words = format!("the connection broke at {}: {why}", phase.as_str());
                // A connection that was closed while nobody used it costs nobody an attempt.
                let outcome = self.later(job, words.clone(), phase > Phase::Mail, shared.rules.retry / 10);
                self.note(job, outcome).await;
                self.broken += 1;
                if shared.clock.now() - shared.well.get() > shared.rules.wait {
                    return shared.stop(End::Stopped(masked(&words)));
                }
                if self.broken > 1 {
                    self.rest(shared.rules.pause / 10 * (1 << self.broken.min(6))).await;
                }
            }
            Attempt::Uncertain(why) => {
                self.conversation = None;
                let outcome = Outcome {
                    state: State::Uncertain,
                    reply: why,
                    next_at: None,
                    spent: true,
                    suppress: None,
                };
                self.note(job, outcome).await;
            }
            Attempt::Withheld(Refused::Recipient) => {
                self.conversation = None;
                let left = shared.suppressions.borrow_mut().holds(&job.recipient.normal);
                if left {
                    self.note(job, suppressed()).await;
                } else {
                    shared.stop(End::Stopped("the ledger was changed by another program".into()));
                }
            }
            Attempt::Withheld(Refused::Ending) => {
                self.conversation = None;
                self.release(job).await;
            }
            Attempt::Withheld(Refused::Ledger(error)) => {
                self.conversation = None;
                shared.stop(End::Ledger(error));
            }
        }
    }

    /// Notes what an answer means.
    async fn answered(&mut self, job: &Job, phase: Phase, reply: &Reply) {
        let shared = self.shared;
        let words = format!("{}: {}", phase.as_str(), reply.words());
        let class = reply.class(phase);
        self.broken = 0;
        if class != Class::Pause {
            self.pauses = 0;
        }
        let fresh = shared.queue.borrow().has_fresh();
        if matches!(class, Class::Gone | Class::Refused)
            && shared.accepted.get() == 0
            && (job.attempts == 0 || fresh)
        {
            return self.refused_so_far(job, words).await;
        }
        let state = match class {
            Class::Good => State::Accepted,
            Class::Gone | Class::Refused => State::Rejected,
            Class::Policy => State::Blocked,
            Class::Unclear => State::Uncertain,
            Class::Later | Class::Pause | Class::Stop => State::Deferred,
        };
        let outcome = match class {
            Class::Later => self.later(job, words.clone(), true, shared.rules.retry),
            Class::Pause => self.later(job, words.clone(), false, shared.rules.pause),
            Class::Stop => self.later(job, words.clone(), false, 0),
            _ => Outcome {
                state,
                // What is accepted has the relay's number for it; nothing else is worth keeping.
                reply: if class == Class::Good { reply.words() } else { words.clone() },
                next_at: None,
                spent: true,
                // A relay that has taken nothing yet may be the wrong one: nobody is suppressed on its word.
                suppress: (class == Class::Gone && shared.accepted.get() > 0)
                    .then_some("the relay says that the address does not exist"),
            },
        };
        self.note(job, outcome).await;
        match class {
            Class::Good => {
                shared.accepted.set(shared.accepted.get().saturating_add(1));
                shared.well.set(shared.clock.now());
                shared.breaker.borrow_mut().note(false);
            }
            Class::Policy => {
                shared.blocked.borrow_mut().push((job.id, words.clone()));
                if shared.breaker.borrow_mut().note(true) {
                    shared.stop(End::Breaker(masked(&words)));
                }
            }
            Class::Gone | Class::Refused => {
                shared.well.set(shared.clock.now());
                shared.breaker.borrow_mut().note(false);
            }
            Class::Stop => shared.stop(End::Stopped(masked(&refused(phase, reply)))),
            Class::Pause => self.pause(reply).await,
            Class::Later | Class::Unclear => {}
        }
    }

    /// Notes a refusal of an address by a relay that has taken nothing yet. A list may begin with an
    /// address that is gone; but a relay that knows nobody is the wrong relay, or does not relay for us,
    /// and its word must not empty the list. Each is asked once more, when
    /// everybody else has been, before it counts.
    async fn refused_so_far(&mut self, job: &Job, words: String) {
        let shared = self.shared;
        let outcome = self.later(job, words.clone(), job.attempts == 0, shared.rules.pause);
        self.note(job, outcome).await;
        let refused = shared.refused.get() + 1;
        shared.refused.set(refused);
        if refused >= NOBODY {
            shared.stop(End::Stopped(format!(
                "the relay refuses everybody ({}): is it the right one, and does it relay for this login? nobody was taken off the list",
                masked(&words)
            )));
        }
    }

    /// Does as a relay asks that wants a pause.
    async fn pause(&mut self, reply: &Reply) {
        let shared = self.shared;
        if reply.code == 421 {
            self.conversation = None;
        }
        self.pauses += 1;
        let now = shared.clock.now();
        if now - shared.well.get() > shared.rules.wait {
            return shared.stop(End::Stopped(format!(
                "the relay takes nothing for a long time now: {}",
                masked(&reply.words())
            )));
        }
        let wait = shared.rules.pause * Millis::from(self.pauses.min(LONGEST_PAUSE));
        *shared.waiting.borrow_mut() = Some(format!("the relay wants a pause: {}", masked(&reply.words())));
        self.rest(wait).await;
        *shared.waiting.borrow_mut() = None;
    }

    /// An outcome that asks for another attempt, or ends them: twice as long each time, up to a day,
    /// and a quarter more or less, so that not all come back at once.
    fn later(&self, job: &Job, reply: String, spent: bool, first: Millis) -> Outcome {
        let shared = self.shared;
        let attempts = job.attempts + u32::from(spent);
        if spent && attempts >= shared.rules.attempts {
            return Outcome { state: State::Expired, reply, next_at: None, spent, suppress: None };
        }
        let wait = first.saturating_mul(1 << attempts.saturating_sub(1).min(12)).min(86_400_000);
        // The row's number spreads them, the same way each time.
        let spread = (job.id.wrapping_mul(7919) + i64::from(attempts) * 104_729).rem_euclid(51) - 25;
        let next = shared.clock.now() + wait + wait / 100 * spread;
        Outcome { state: State::Deferred, reply, next_at: Some(next), spent, suppress: None }
    }
}

/// The outcome of somebody who has left.
fn suppressed() -> Outcome {
    Outcome {
        state: State::Suppressed,
        reply: "left before their turn".into(),
        next_at: None,
        spent: false,
        suppress: None,
    }
}

/// What a refusal means that concerns everybody.
fn refused(phase: Phase, reply: &Reply) -> String {
    let said = reply.words();
    let size = reply.code == 552 || reply.enhanced.is_some_and(|code| (code.1, code.2) == (3, 4));
    match (size, reply.code) {
        (true, _) => {
            format!("the message is too large for the relay ({said}): take pictures out, or set `images_url`")
        }
        (_, 530) => format!(
            "the relay wants a login ({said}): set `smtp: user` and `password_env` or `password_command`"
        ),
        _ => format!(
            "the relay refuses the sender at {} ({said}): is the address in `from` one that this login may send as?",
            phase.as_str()
        ),
    }
}
