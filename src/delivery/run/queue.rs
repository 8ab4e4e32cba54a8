//! Who is next.

use std::collections::{BTreeMap, VecDeque};

use super::super::ledger::{Job, Millis};

/// How many are claimed at a time.
pub(super) const CLAIMED: usize = 64;

/// Those claimed, and those to be tried again.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Claimed, in their order.
    pub(super) claimed: VecDeque<Job>,
    /// To be tried again, by the moment and the row.
    pub(super) deferred: BTreeMap<(Millis, i64), Job>,
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

    /// Who is next. Everybody else waits while reviewers are in flight.
    pub(super) fn next(&mut self, now: Millis, deadline: Millis) -> Next {
        let free = |reviewing: u32, job: &Job| job.recipient.reviewer || reviewing == 0;
        if let Some(entry) = self.deferred.first_entry()
            && entry.key().0 <= now
            && free(self.reviewing, entry.get())
        {
            let job = entry.remove();
            self.take(&job);
            return Next::Retry(Box::new(job));
        }
        if let Some(job) = self.claimed.front() {
            if !free(self.reviewing, job) {
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
        let next = self.deferred.first_key_value().map(|((at, _), _)| *at);
        match next {
            None if self.flying == 0 => Next::Nobody,
            // Who is in flight may be deferred yet.
            None => Next::Wait(20),
            Some(at) if at > deadline && self.flying == 0 => Next::Nobody,
            Some(at) => Next::Wait((at - now).clamp(1, 200)),
        }
    }

    /// Whether nobody is left, not even in flight.
    pub(super) fn is_empty(&self) -> bool {
        self.exhausted && self.flying == 0 && self.claimed.is_empty() && self.deferred.is_empty()
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
