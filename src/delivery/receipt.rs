//! The receipt: where everybody on the list stands, and that nobody is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ledger::{Counts, Run, State};
use super::plan::Frozen;

/// The account of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The run's name.
    pub run: String,
    /// How many rows the list had.
    pub candidates: u64,
    /// How many were not planned, by reason.
    pub excluded: BTreeMap<String, u64>,
    /// Where the planned ones stand.
    pub counts: Counts,
    /// How many of those accepted are so by a person's word alone.
    pub assumed: u64,
    /// How many of those accepted came back later, as a mailbox showed.
    pub bounced: u64,
}

impl Receipt {
    /// The account of a run as the ledger has it.
    pub fn new(run: &Run, frozen: &Frozen, counts: Counts, assumed: u64) -> Self {
        Self {
            run: run.name.clone(),
            candidates: frozen.candidates,
            excluded: frozen.excluded.clone(),
            counts,
            assumed,
            bounced: 0,
        }
    }

    /// How many the relay is known to have accepted: what may be told to others.
    pub fn known(&self) -> u64 {
        self.counts.of(State::Accepted).saturating_sub(self.assumed)
    }

    /// Whether both equations hold: the list is planned and excluded, the planned stand somewhere.
    pub fn balances(&self) -> bool {
        let excluded: u64 = self.excluded.values().sum();
        let states: u64 = LINES.iter().map(|(states, _)| self.sum(states)).sum();
        self.candidates == self.counts.planned() + excluded && self.counts.planned() == states
    }

    /// How many stand in some states.
    fn sum(&self, states: &[State]) -> u64 {
        states.iter().map(|state| self.counts.of(*state)).sum()
    }

    /// Whether somebody is still to be tried.
    pub fn is_open(&self) -> bool {
        self.counts.open() > 0
    }

    /// Whether everybody was tried, so that the totals can be told; who was blocked may follow.
    pub fn is_told(&self) -> bool {
        self.counts.pending() + self.counts.of(State::Deferred) == 0 && self.known() > 0
    }

    /// The account as a table.
    pub fn table(&self) -> String {
        let excluded: u64 = self.excluded.values().sum();
        let mut lines = vec![
            format!("issue {}", self.run),
            line(self.candidates, "on the list"),
            line(excluded, "excluded before the plan"),
        ];
        lines.extend(self.excluded.iter().map(|(reason, count)| format!("            {count:>7}  {reason}")));
        lines.push(line(self.counts.planned(), "planned"));
        let outbox = self.run.contains("/outbox");
        for (states, words) in LINES {
            let words = if outbox && states == [State::Accepted] { "in the outbox" } else { words };
            let count = self.sum(states);
            if count > 0 || states == [State::Accepted] {
                lines.push(format!("    {count:>7}  {words}"));
            }
        }
        if self.assumed > 0 {
            lines.push(format!("    {:>7}  of these taken for accepted, by somebody's word", self.assumed));
        }
        if self.bounced > 0 {
            lines.push(format!(
                "    {:>7}  of these bounced later, as `bulletin mailbox` found",
                self.bounced
            ));
        }
        lines.push(match self.balances() {
            true => "the account balances".to_string(),
            false => "THE ACCOUNT DOES NOT BALANCE: do not send again before somebody has looked into state/"
                .to_string(),
        });
        lines.join("\n") + "\n"
    }

    /// The account as JSON.
    ///
    /// # Errors
    ///
    /// If it has no such form.
    pub fn json(&self) -> serde_json::Result<String> {
        let account = Account {
            issue: &self.run,
            candidates: self.candidates,
            excluded: &self.excluded,
            planned: self.counts.planned(),
            outcomes: LINES.iter().map(|(states, _)| (name(states), self.sum(states))).collect(),
            assumed: self.assumed,
            bounced_later: self.bounced,
            balances: self.balances(),
        };
        Ok(serde_json::to_string_pretty(&serde_json::to_value(&account)?)? + "\n")
    }
}

/// The account as other programs read it.
#[derive(Serialize)]
struct Account<'a> {
    /// The run's name.
    issue: &'a str,
    /// How many rows the list had.
    candidates: u64,
    /// How many were not planned, by reason.
    excluded: &'a BTreeMap<String, u64>,
    /// How many were.
    planned: u64,
    /// Where they stand.
    outcomes: BTreeMap<&'static str, u64>,
    /// How many of those accepted are so by a person's word alone.
    assumed: u64,
    /// How many of those accepted came back later.
    bounced_later: u64,
    /// Whether nobody is missing.
    balances: bool,
}

/// The lines of the account, in their order.
const LINES: [(&[State], &str); 8] = [
    (&[State::Accepted], "accepted by the relay"),
    (&[State::Rejected], "rejected: the address does not take mail"),
    (
        &[State::Blocked],
        "blocked: the relay refuses the message or the sender, not the person; `bulletin send resume` tries again",
    ),
    (&[State::Suppressed], "suppressed: left before their turn"),
    (&[State::Expired], "expired: tried until attempts or time were used up"),
    (&[State::Deferred], "deferred: to be tried again, by `bulletin send resume`"),
    (&[State::Uncertain], "uncertain: perhaps accepted, perhaps not; `bulletin send resolve` settles it"),
    (
        &[State::Planned, State::Claimed, State::Intent],
        "pending: not tried yet, `bulletin send resume` goes on",
    ),
];

/// A line's name in JSON.
fn name(states: &[State]) -> &'static str {
    match states {
        [one] => one.as_str(),
        _ => "pending",
    }
}

/// A number and what it counts.
fn line(count: u64, words: &str) -> String {
    format!("  {count:>7}  {words}")
}
