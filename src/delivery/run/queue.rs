//! Who is next. When somebody who was deferred is due again, `outcome.rs` decides.

use std::collections::{BTreeMap, VecDeque};

use super::super::ledger::Job;
use crate::value::Millis;

/// How many are claimed at a time.
pub(super) const CLAIMED: usize = 64;

/// Those claimed, and those to be tried again.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Claimed, in their order.
    pub(super) claimed: VecDeque<Job>,
    /// To be tried again, by the moment and the row.
    pub(super) deferred: BTreeMap<(Millis, i64), Job>,
    /// Those whom the relay asked to wait while it asked everybody: of them nothing was said.
    pub(super) paused: BTreeMap<(Millis, i64), Job>,
    /// Whether it is their turn before those who were not tried yet: every other time.
    turn: bool,
    /// The last row that was claimed.
    pub(super) cursor: i64,
    /// Whether the ledger has no more planned ones.
    pub(super) exhausted: bool,
    /// Whether somebody is claiming.
    pub(super) claiming: bool,
    /// How many are in flight.
    pub(super) flying: u32,
    /// How many of these are reviewers.
    pub(super) reviewing: u32,
}

/// What the queue says.
#[derive(Debug)]
pub(super) enum Next {
    /// This one.
    Job(Box<Job>),
    /// This one, once the ledger has it as claimed.
    Retry(Box<Job>),
    /// Claim more first.
    Claim,
    /// Wait a moment.
    Wait(Millis),
    /// Nobody.
    Nobody,
}

impl Queue {
    /// A queue with those to be tried again.
    pub(super) fn new(deferred: Vec<(Millis, Job)>) -> Self {
        let deferred = deferred.into_iter().map(|(at, job)| ((at, job.id), job)).collect();
        Self { deferred, ..Self::default() }
    }

    /// Who is next: whoever was not tried yet before whoever was deferred, so that those who are refused
    /// again and again never stand in the others' way; those of whom nothing was said take turns with
    /// the fresh ones. Everybody else waits while reviewers are in flight.
    pub(super) fn next(&mut self, now: Millis, deadline: Millis) -> Next {
        self.turn = !self.turn;
        if self.turn
            && let Some(next) = self.due(now, true)
        {
            return next;
        }
        if let Some(job) = self.claimed.front() {
            if !self.is_free(job) {
                return Next::Wait(5);
            }
            if let Some(job) = self.claimed.pop_front() {
                self.take(&job);
                return Next::Job(Box::new(job));
            }
        }
        if !self.exhausted {
            if self.claiming {
                return Next::Wait(1);
            }
            self.claiming = true;
            return Next::Claim;
        }
        if let Some(next) = self.due(now, true).or_else(|| self.due(now, false)) {
            return next;
        }
        if self.is_over(deadline) {
            return Next::Nobody;
        }
        match self.first_due() {
            // Who is in flight may be deferred yet.
            None => Next::Wait(20),
            Some(at) => Next::Wait((at - now).clamp(1, 200)),
        }
    }

    /// Whether somebody may go while reviewers are in flight.
    fn is_free(&self, job: &Job) -> bool {
        job.recipient.reviewer || self.reviewing == 0
    }

    /// Somebody whose time to be tried again has come.
    fn due(&mut self, now: Millis, paused: bool) -> Option<Next> {
        let list = if paused { &self.paused } else { &self.deferred };
        let (key, job) = list.first_key_value()?;
        let key = (key.0 <= now && self.is_free(job)).then_some(*key)?;
        let job = if paused { self.paused.remove(&key) } else { self.deferred.remove(&key) }?;
        self.take(&job);
        Some(Next::Retry(Box::new(job)))
    }

    /// When the first of those to be tried again is.
    fn first_due(&self) -> Option<Millis> {
        let first = |list: &BTreeMap<(Millis, i64), Job>| list.first_key_value().map(|((at, _), _)| *at);
        first(&self.paused).into_iter().chain(first(&self.deferred)).min()
    }

    /// Whether nobody is left for this run: nobody in flight, and whoever was deferred is to be tried
    /// only after it.
    pub(super) fn is_over(&self, deadline: Millis) -> bool {
        let due = self.first_due().is_some_and(|at| at <= deadline);
        self.exhausted && self.flying == 0 && self.claimed.is_empty() && !due
    }

    /// Whether somebody is left who was not tried in this run.
    pub(super) fn has_fresh(&self) -> bool {
        !self.exhausted || !self.claimed.is_empty()
    }

    /// Somebody takes off.
    fn take(&mut self, job: &Job) {
        self.flying += 1;
        self.reviewing += u32::from(job.recipient.reviewer);
    }

    /// Somebody has landed.
    pub(super) fn landed(&mut self, job: &Job) {
        self.flying = self.flying.saturating_sub(1);
        self.reviewing = self.reviewing.saturating_sub(u32::from(job.recipient.reviewer));
    }

    /// More of those planned.
    pub(super) fn more(&mut self, jobs: Vec<Job>) {
        self.claiming = false;
        self.exhausted = jobs.is_empty();
        self.cursor = jobs.last().map_or(self.cursor, |job| job.id);
        self.claimed.extend(jobs);
    }

    /// The rows of those claimed whose turn has not come.
    pub(super) fn claimed_ids(&mut self) -> Vec<i64> {
        self.claimed.drain(..).map(|job| job.id).collect()
    }
}
