//! The ledger asked: the account of a run, who did not get it, and what became of one person.

use super::ledger::{candidates, find, frozen, open_read_only};
use super::people::{people, people_file};
use super::shown::moment;
use super::{Ending, LEDGER, Operator, RunKind, SUPPRESSIONS, SendError};
use crate::audience::{normal as normal_address, suppressed_in};
use crate::delivery::ledger::{Ledger, Lock, Row, Sqlite, State};
use crate::delivery::{Frozen, Receipt};
use crate::issue::SentState;
use crate::message::TOKEN_LENGTH;
use crate::pipeline::Folder;
use crate::value::{MailAddress, Month, Parse};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Everybody who did not get it, as far as is known.
const OPEN: [State; 8] = [
    State::Deferred,
    State::Uncertain,
    State::Planned,
    State::Claimed,
    State::Intent,
    State::Rejected,
    State::Blocked,
    State::Expired,
];

/// `send receipt`: the account of a run.
pub fn receipt(
    folder: &Folder,
    asked: Option<&str>,
    json: bool,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    let ledger = open_read_only(folder)?;
    let run = find(&ledger, asked)?;
    let frozen = frozen(&run)?;
    let mut counts = ledger.counts(run.id)?;
    // If nobody is sending, what was being handed over is uncertain; the next run notes it.
    if !Lock::is_taken(&folder.state()) {
        let left = counts.0.remove(&State::Intent).unwrap_or(0);
        *counts.0.entry(State::Uncertain).or_default() += left;
    }
    let frozen = Frozen { candidates: candidates(&frozen, &counts), ..frozen };
    let receipt = Receipt::new(&run, &frozen, counts, ledger.assumed(run.id)?);
    let receipt = Receipt { bounced: bounced(folder, &ledger, run.id)?, ..receipt };
    let text = match json {
        true => {
            receipt.json().map_err(|error| SendError::because("the receipt has no form as JSON", error))?
        }
        false => receipt.table(),
    };
    operator.data(&text);
    let of = |state| receipt.counts.of(state);
    Ok(match (receipt.balances(), of(State::Uncertain), of(State::Blocked), receipt.is_open()) {
        (false, ..) => Ending::Unbalanced,
        (_, 1.., ..) => Ending::Uncertain,
        (_, _, 1.., _) => Ending::Stopped,
        (.., true) => Ending::Deferred,
        _ => Ending::Done,
    })
}

/// How many of those accepted came back later.
fn bounced(folder: &Folder, ledger: &Sqlite, run: i64) -> Result<u64, SendError> {
    if !people_file(folder).exists() {
        return Ok(0);
    }
    let back =
        people(folder)?.returned().map_err(|error| SendError::because("the people in state/", error))?;
    if back.is_empty() {
        return Ok(0);
    }
    let accepted = ledger.rows(run, &[State::Accepted])?;
    Ok(accepted.iter().filter(|row| back.contains(&row.recipient.message_id)).count() as u64)
}

/// What was sent of a month's issue, the oldest first; nothing where there is no ledger.
///
/// # Errors
///
/// If the ledger is there and can't be read.
pub fn sent_of(folder: &Folder, month: Month) -> Result<Vec<SentState>, SendError> {
    let Some(ledger) = Sqlite::open_read_only(&folder.state().join(LEDGER))? else { return Ok(vec![]) };
    let (month, zone) = (month.to_string(), folder.zone());
    let mut all = Vec::new();
    for name in ledger.runs()? {
        if name.split('/').next() != Some(&month) {
            continue;
        }
        let Some(run) = ledger.run(&name)? else { continue };
        let counts = ledger.counts(run.id)?;
        let created = Timestamp::from_millisecond(run.created).unwrap_or(Timestamp::UNIX_EPOCH);
        all.push(SentState {
            to: match RunKind::of(&name) {
                RunKind::Issue => "readers",
                RunKind::Test if name.contains("/remind-") => "projects, as a reminder",
                RunKind::Test if name.contains("/review-") => "projects, for their yes",
                RunKind::Test => "a test",
                RunKind::Outbox => "the outbox",
            },
            date: created.to_zoned(zone.clone()).date().to_string(),
            planned: counts.planned(),
            accepted: counts.of(State::Accepted),
            open: counts.open(),
            uncertain: counts.of(State::Uncertain) + counts.of(State::Intent),
        });
    }
    Ok(all)
}

/// `send pending`: who did not get it, as far as is known, and why, a line each.
pub fn pending(
    folder: &Folder,
    asked: Option<&str>,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    let ledger = open_read_only(folder)?;
    let run = find(&ledger, asked)?;
    let rows = ledger.rows(run.id, &OPEN)?;
    let zone = folder.zone();
    let lines = rows.iter().map(|row| {
        let state = match row.state {
            State::Planned | State::Claimed => "pending",
            // Of what was being handed over nothing is known, unless it is going on.
            State::Intent => "uncertain",
            other => other.as_str(),
        };
        let next = row.next_at.map(|at| format!("again after {}", moment(at, &zone))).unwrap_or_default();
        format!("{}\t{}\t{}\t{next}\n", row.recipient.address, state, row.reply)
    });
    operator.data(&lines.collect::<String>());
    let count = rows.len();
    operator.say(&format!("{count} of {} did not get it, or not for certain", run.name));
    Ok(Ending::Done)
}

/// `send who`: everything about one address, or about whoever a token is of.
pub fn who(folder: &Folder, typed: &str, operator: &mut dyn Operator) -> Result<Ending, SendError> {
    // The subject of a mail that unsubscribes may be given whole.
    let token = typed.split_whitespace().last().unwrap_or_default();
    if !typed.contains('@') && token.len() == TOKEN_LENGTH {
        let rows = open_read_only(folder)?.who(token)?;
        let Some(first) = rows.first() else {
            return Err(SendError::failure("nobody was sent this token from here"));
        };
        let address = first.recipient.address.clone();
        operator.data(&format!("{address}\n"));
        return who(folder, &address, operator);
    }
    let address = MailAddress::parse(typed.trim())
        .map_err(|complaint| SendError::failure(format!("{}; {}", complaint.message, complaint.hint)))?;
    let normal = normal_address(&address);
    let ledger = open_read_only(folder)?;
    let rows = ledger.who(&normal)?;
    let zone = folder.zone();
    if rows.is_empty() {
        operator.say("no issue was planned for this address: it was not on the list then, or left out of it; `bulletin send --dry-run` counts who is left out, by reason");
    }
    for row in rows {
        operator.data(&line(&row, &zone));
    }
    if let Some(reason) = ledger.suppressed()?.get(&normal) {
        operator.data(&format!("never to be mailed\t{reason}\n"));
    }
    let list = folder.state().join(SUPPRESSIONS);
    let text = match std::fs::read_to_string(&list) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(SendError::because("state/suppressions.csv can't be read", error)),
    };
    if suppressed_in(&text).0.contains(&normal) {
        operator.data("never to be mailed\tstate/suppressions.csv\n");
    }
    Ok(Ending::Done)
}

/// What the ledger says of one recipient in one run.
fn line(row: &Row, zone: &TimeZone) -> String {
    let when = row.outcome_at.or(row.intent_at).map(|at| moment(at, zone)).unwrap_or_default();
    format!("{}\t{}\t{when}\t{}\n", row.run, row.state.in_words(), row.reply)
}
