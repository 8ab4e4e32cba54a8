//! What became of an attempt: the outcome that the ledger notes, when whoever was deferred is tried again, and
//! what the run does about it.

use super::super::ledger::{Job, Outcome, State};
use super::super::reply::{Phase, Reply, masked};
use super::super::smtp::{Attempt, Refused};
use super::breaker::Noted;
use super::lane::Lane;
use super::shared::End;
use super::transport::{Clock, Transport};
use crate::delivery::verdict::Class;
use crate::value::Millis;

/// The longest pause, as a multiple of the first.
const LONGEST_PAUSE: u32 = 5;

/// How many are refused by a relay that has taken nothing before it is given up.
const NOBODY: u32 = 10;

impl<T: Transport, C: Clock> Lane<'_, '_, T, C> {
    /// Notes what became of an attempt, and does what it asks for.
    pub(super) async fn settle(&mut self, job: &Job, attempt: Attempt) {
        let shared = self.shared;
        match attempt {
            Attempt::Answered(phase, reply) => self.answered(job, phase, &reply).await,
            Attempt::Broken(phase, why) => {
                self.conversation = None;
                let words = format!("the connection broke at {}: {why}", phase.as_str());
                // It says nothing of the recipient, and costs nobody an attempt.
                let outcome = self.again(job, words.clone(), shared.rules.retry / 10);
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
                    attempted: true,
                    suppress: None,
                };
                self.note(job, outcome).await;
            }
            Attempt::Withheld(Refused::Recipient) => {
                self.conversation = None;
                let left = shared.suppressions.borrow_mut().holds(&job.recipient.normal);
                if left {
                    self.note(job, Outcome::left()).await;
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
        let words = format!("{}: {}", phase.as_str(), reply);
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
        let outcome = match class {
            Class::Later => self.later(job, words.clone()),
            Class::Again => self.again(job, words.clone(), shared.rules.retry),
            // The run as a whole waits longer each time; they are due as soon as it goes on, or is taken up.
            Class::Pause => self.deferred(job, words.clone(), shared.rules.pause),
            Class::Stop(_) => self.again(job, words.clone(), 0),
            // What is accepted has the relay's number for it; nothing else is worth keeping.
            Class::Good => settled(State::Accepted, reply.to_string()),
            Class::Refused => settled(State::Rejected, words.clone()),
            // A relay that has taken nothing yet may be the wrong one: nobody is suppressed on its word.
            Class::Gone => Outcome {
                suppress: (shared.accepted.get() > 0)
                    .then_some("the relay says that the address does not exist"),
                ..settled(State::Rejected, words.clone())
            },
            Class::Policy(_) => settled(State::Blocked, words.clone()),
            Class::Unclear => settled(State::Uncertain, words.clone()),
        };
        self.note(&Job { paused: class == Class::Pause, ..job.clone() }, outcome).await;
        let note = |noted| shared.breaker.borrow_mut().note(noted);
        match class {
            Class::Good => {
                shared.accepted.set(shared.accepted.get().saturating_add(1));
                shared.well.set(shared.clock.now());
                note(Noted::Fine);
            }
            Class::Policy(why) => {
                let words = why.explained("the relay", &masked(&reply.to_string()));
                shared.blocked.borrow_mut().push((job.id, format!("{}: {}", phase.as_str(), reply)));
                *shared.blocked_by.borrow_mut() = words.clone();
                if note(if phase == Phase::Rcpt { Noted::AtRecipient } else { Noted::AtMessage }) {
                    shared.stop(End::Breaker(words));
                }
            }
            Class::Gone | Class::Refused => {
                shared.well.set(shared.clock.now());
                note(Noted::Fine);
            }
            Class::Stop(why) => {
                shared.stop(End::Stopped(why.explained("the relay", &masked(&reply.to_string()))))
            }
            Class::Pause => self.pause(reply).await,
            Class::Later | Class::Again | Class::Unclear => {}
        }
    }

    /// Notes a refusal of an address by a relay that has taken nothing yet. A list may begin with an
    /// address that is gone; but a relay that knows nobody is the wrong relay, or does not relay for us,
    /// and its word must not empty the list. Each is asked once more, when
    /// everybody else has been, before it counts.
    async fn refused_so_far(&mut self, job: &Job, words: String) {
        let shared = self.shared;
        let outcome =
            Outcome { spent: job.attempts == 0, ..self.again(job, words.clone(), shared.rules.pause) };
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
                masked(&reply.to_string())
            )));
        }
        let wait = shared.rules.pause * Millis::from(self.pauses.min(LONGEST_PAUSE));
        *shared.waiting.borrow_mut() =
            Some(format!("the relay wants a pause: {}", masked(&reply.to_string())));
        self.rest(wait).await;
        *shared.waiting.borrow_mut() = None;
    }

    /// Another attempt because of what was said of the person; after so many they are given up. Twice
    /// as long each time, up to a day.
    fn later(&self, job: &Job, reply: String) -> Outcome {
        let attempts = job.attempts + 1;
        if attempts >= self.shared.rules.attempts {
            return settled(State::Expired, reply);
        }
        let wait = doubled(self.shared.rules.retry, attempts - 1);
        Outcome { spent: true, ..self.deferred(job, reply, wait) }
    }

    /// Another attempt because of something that was not said of the person: it costs them none.
    fn again(&self, job: &Job, reply: String, first: Millis) -> Outcome {
        self.deferred(job, reply, doubled(first, job.waits))
    }

    /// Deferred for so long, a quarter more or less, so that not all come back at once.
    fn deferred(&self, job: &Job, reply: String, wait: Millis) -> Outcome {
        // The row's number spreads them, the same way each time.
        let spread = (job.id.wrapping_mul(7919) + i64::from(job.waits) * 104_729).rem_euclid(51) - 25;
        let next = self.shared.clock.now() + wait + wait / 100 * spread;
        Outcome { next_at: Some(next), spent: false, ..settled(State::Deferred, reply) }
    }
}

/// A time doubled so often, up to a day.
fn doubled(first: Millis, times: u32) -> Millis {
    first.saturating_mul(1 << times.min(12)).min(86_400_000)
}

/// An outcome of an attempt that counts.
fn settled(state: State, reply: String) -> Outcome {
    Outcome { state, reply, next_at: None, spent: true, attempted: true, suppress: None }
}
