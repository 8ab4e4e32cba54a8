//! The ledger in `state/`: opened by one sender at a time, and looked into by anybody.

use std::path::PathBuf;

use jiff::Timestamp;

use super::{LEDGER, RunKind, SendError};
use crate::delivery::Frozen;
use crate::delivery::ledger::{Counts, Guard, Ledger, Lock, Run, Sqlite, State, had_ledger};
use crate::pipeline::Folder;
use crate::value::hex;

/// No message was sent by this program before 2020: a clock that says so was not set.
const EARLIEST: i64 = 1_577_836_800;

/// Opens the ledger to write, ours alone, with everything settled that an earlier program left; refuses
/// another sender, a copy, and one that was put back.
pub(super) fn open(folder: &Folder, accept: bool, now: Timestamp) -> Result<Sqlite, SendError> {
    let state = folder.state();
    if now.as_second() < EARLIEST {
        return Err(SendError::Refused(format!(
            "this machine's clock says {}: set it, or every message bears a wrong date and the pace counts wrong hours; nobody was mailed",
            now.strftime("%-d %B %Y")
        )));
    }
    let lock = Lock::take(&state, &now.strftime("%Y-%m-%d %H:%M UTC").to_string())?;
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| SendError::because("no randomness", error))?;
    let ledger = Sqlite::open(&state.join(LEDGER), &hex(&random))?;
    let (uuid, commits) = ledger.identity()?;
    let guard = Guard::open(lock, &state, own_state().as_deref(), (&uuid, commits), accept)?;
    let mut ledger = ledger.guarded(guard)?;
    ledger.recover(now.as_millisecond())?;
    Ok(ledger)
}

/// Why there is no ledger to look into: nothing was sent, or what knew of it is gone.
pub(super) fn no_ledger(folder: &Folder) -> SendError {
    match had_ledger(&folder.state(), own_state().as_deref()) {
        true => SendError::Refused(
            "the ledger that was in state/ is gone: who has which issue is not known any more. Put `state/` back from your copy; the relay's log says who was mailed since".into(),
        ),
        false => SendError::failure("nothing was sent yet: there is no ledger in state/"),
    }
}

/// The user's own folder for what programs keep (XDG Base Directory Specification).
pub(super) fn own_state() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("XDG_STATE_HOME")
        .or_else(|| Some(named("HOME")?.join(".local").join("state")))
        .or_else(|| named("LOCALAPPDATA"))
}

/// The ledger to look into.
pub(super) fn open_read_only(folder: &Folder) -> Result<Sqlite, SendError> {
    Sqlite::open_read_only(&folder.state().join(LEDGER))?.ok_or_else(|| no_ledger(folder))
}

/// The run asked for, or the newest one to the list.
pub(super) fn find(ledger: &impl Ledger, asked: Option<&str>) -> Result<Run, SendError> {
    let runs = ledger.runs()?;
    // A test is named, never guessed; what went to people comes before what went into the outbox.
    let newest_of = |kind| runs.iter().rev().find(|name| RunKind::of(name) == kind).cloned();
    let newest = || newest_of(RunKind::Issue).or_else(|| newest_of(RunKind::Outbox));
    let Some(name) = asked.map(str::to_string).or_else(newest) else {
        return Err(SendError::failure(match runs.last() {
            Some(test) => format!("only tests were sent yet; name one, such as `{test}`"),
            None => "nothing was sent yet".to_string(),
        }));
    };
    // What went into the outbox is found by its month, too.
    let outbox = format!("{name}/outbox");
    let run = ledger.run(&name)?;
    let run = if run.is_some() { run } else { ledger.run(&outbox)? };
    run.ok_or_else(|| {
        SendError::failure(format!("`{name}` was not sent yet; the ledger knows {}", runs.join(", ")))
    })
}

/// What a run froze.
pub(super) fn frozen(run: &Run) -> Result<Frozen, SendError> {
    serde_json::from_str(&run.frozen)
        .map_err(|error| SendError::because(&format!("the plan of {} can't be read", run.name), error))
}

/// The name of the next test.
pub(super) fn test_name(ledger: &impl Ledger, issue: &str) -> Result<String, SendError> {
    let prefix = format!("{issue}/test-");
    let runs = ledger.runs()?;
    let numbers = runs.iter().filter_map(|name| name.strip_prefix(&prefix)?.parse::<u32>().ok());
    Ok(format!("{prefix}{}", numbers.max().unwrap_or(0) + 1))
}

/// Whether it is certain that nobody got anything of a run.
pub(super) fn nobody_has_it(counts: &Counts) -> bool {
    [State::Accepted, State::Uncertain, State::Intent].iter().all(|state| counts.of(*state) == 0)
}

/// How many were candidates: of a test, those it went to.
pub(super) fn candidates(frozen: &Frozen, counts: &Counts) -> u64 {
    if frozen.candidates == 0 { counts.planned() } else { frozen.candidates }
}
