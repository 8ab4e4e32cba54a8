//! What all lanes of a run share: the rules, who is next, where everybody stands, and why it ends.

use super::super::ledger::{self, Change, Counts, Job, LedgerError, Op, State};
use super::super::pace::Pace;
use super::super::smtp::Refused;
use super::super::suppressions::Suppressions;
use super::breaker::Breaker;
use super::outgoing::Outgoing;
use super::queue::Queue;
use super::transport::Clock;
use crate::model::Rates;
use crate::value::Millis;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::mpsc::Sender;

/// The rules of a run.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How fast.
    pub rates: Rates,
    /// How long to wait before somebody is tried again, in milliseconds; twice as long each time.
    pub retry: Millis,
    /// How long a relay that wants a pause gets, in milliseconds; longer each time.
    pub pause: Millis,
    /// How often somebody is tried.
    pub attempts: u32,
    /// How long the run goes on only for those who are to be tried again, in milliseconds.
    pub wait: Millis,
    /// When nothing may go out any more.
    pub not_after: Millis,
}

/// How far a run is.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Where everybody stands.
    pub counts: Counts,
    /// Messages in the last minute.
    pub lately: u64,
    /// How long it will still take, in milliseconds, if the pace allows to say.
    pub left: Option<Millis>,
    /// What it waits for, if it does.
    pub waiting: Option<String>,
}

/// Why a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Nobody is left, or only those to be tried later.
    Done,
    /// Somebody asked for it.
    Interrupted,
    /// Nothing gets through until somebody does something.
    Stopped(String),
    /// The relay refuses the message again and again.
    Breaker(String),
    /// Nobody is left but those whose message was refused for something that was not said of them: how
    /// many, and what the relay said.
    Blocked(usize, String),
    /// It is too late.
    Late,
    /// The ledger can't be written.
    Ledger(LedgerError),
}

/// What all lanes share.
pub(super) struct Shared<'a, T, C> {
    /// Where messages go.
    pub(super) transport: &'a T,
    /// The time.
    pub(super) clock: &'a C,
    /// What goes out.
    pub(super) outgoing: &'a Outgoing,
    pub(super) rules: Rules,
    pub(super) ledger: Sender<Op>,
    /// Who is next.
    pub(super) queue: RefCell<Queue>,
    /// How fast.
    pub(super) pace: RefCell<Pace>,
    /// Whether too much is refused.
    pub(super) breaker: RefCell<Breaker>,
    /// Who left.
    pub(super) suppressions: RefCell<Suppressions>,
    /// Where everybody stands.
    pub(super) counts: RefCell<Counts>,
    /// When the last messages ended.
    pub(super) lately: RefCell<VecDeque<Millis>>,
    /// Why it ends, once it does.
    pub(super) end: RefCell<Option<End>>,
    /// How many were accepted since the start: as many connections more may be opened.
    pub(super) accepted: Cell<u32>,
    /// How many were refused before anything was accepted.
    pub(super) refused: Cell<u32>,
    /// The rows that were blocked, with what the relay said.
    pub(super) blocked: RefCell<Vec<(i64, String)>>,
    /// What stood in the way of the last of them, in words for a person.
    pub(super) blocked_by: RefCell<String>,
    /// Whether a connection ever stood.
    pub(super) connected: Cell<bool>,
    /// When something last went well.
    pub(super) well: Cell<Millis>,
    pub(super) waiting: RefCell<Option<String>>,
    /// How long to wait for those who are to be tried again, at most until then.
    pub(super) deadline: Millis,
}

impl<T, C: Clock> Shared<'_, T, C> {
    /// Whether it ends.
    pub(super) fn is_ending(&self) -> bool {
        self.end.borrow().is_some()
    }

    /// Ends it; the first reason counts.
    pub(super) fn stop(&self, end: End) {
        self.end.borrow_mut().get_or_insert(end);
    }

    /// Changes the ledger, and ends the run if that fails.
    pub(super) async fn change(&self, change: Change) -> bool {
        match ledger::change(&self.ledger, change).await {
            Ok(done) => done,
            Err(error) => {
                self.stop(End::Ledger(error));
                false
            }
        }
    }

    /// Why somebody is not to be handed over at this moment.
    pub(super) fn withheld(&self, job: &Job) -> Option<Refused> {
        let mut list = self.suppressions.borrow_mut();
        if list.holds(&job.recipient.normal) {
            return Some(Refused::Recipient);
        }
        if !list.is_readable() {
            self.stop(End::Stopped(
                "state/suppressions.csv can't be read any more: save it as UTF-8 text, one address a line"
                    .into(),
            ));
        }
        self.is_ending().then_some(Refused::Ending)
    }

    /// Moves somebody from one state to another in the counts.
    pub(super) fn count(&self, from: State, to: State) {
        let mut counts = self.counts.borrow_mut();
        if let Some(count) = counts.0.get_mut(&from) {
            *count = count.saturating_sub(1);
        }
        *counts.0.entry(to).or_default() += 1;
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        let now = self.clock.now();
        let mut lately = self.lately.borrow_mut();
        while lately.front().is_some_and(|at| *at < now - 60_000) {
            lately.pop_front();
        }
        let span = lately.front().map_or(0, |first| now - first);
        let counts = self.counts.borrow().clone();
        let open = counts.pending();
        // Of a moment nothing can be said.
        let rate = if span < 3_000 { 0.0 } else { lately.len() as f64 * 60_000.0 / span as f64 };
        let by_rate = if rate > 0.0 { (open as f64 / rate * 60_000.0) as Millis } else { 0 };
        let left = self.pace.borrow().time_left(now, open).max(by_rate);
        Progress {
            left: (left > 0).then_some(left),
            lately: lately.len() as u64,
            counts,
            waiting: self.waiting.borrow().clone(),
        }
    }
}
