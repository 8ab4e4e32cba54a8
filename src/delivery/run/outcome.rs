//! What became of an attempt: the outcome that the ledger notes, and what the run does about it.

use super::super::ledger::{Job, Millis, Outcome, State};
use super::super::reply::{Class, Phase, Reply, masked};
use super::super::smtp::{Attempt, Refused};
use super::lane::Lane;
use super::{Clock, End, Transport};

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
pub(super) fn suppressed() -> Outcome {
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
