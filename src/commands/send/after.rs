//! After a run has begun: going on with it, and asking the ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::deliver::{Delivery, Settings, candidates, moment, no_ledger, open};
use super::relay::{broken, refuse_differences};
use super::{LEDGER, Leave, files, preflight};
use crate::audience::Recipient;
use crate::commands::{Console, Desk, Exit, Loaded, Stop};
use crate::delivery::ledger::{Ledger, Lock, Row, Run, Sqlite, State};
use crate::delivery::{Difference, Frozen, Receipt};
use crate::diagnostic::Diagnostics;
use crate::message::TOKEN_LENGTH;
use crate::model::{Language, MailAddress};
use crate::sources::Parse;

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

/// `send resume`: goes on with a run.
pub fn resume(
    desk: &Desk,
    asked: Option<&str>,
    leave: Leave,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let loaded = desk.load(console)?;
    if !desk.state().join(LEDGER).exists() {
        return Err(no_ledger(desk));
    }
    let settings = Settings::read(desk, &loaded.cluster.config)?;
    let ledger = open(desk, leave.ledger, console.now())?;
    let run = find(&ledger, asked)?;
    go_on(desk, &loaded, run, ledger, settings, leave, console)
}

/// Goes on with a run, if nothing differs from its plan.
pub fn go_on(
    desk: &Desk,
    loaded: &Loaded,
    run: Run,
    mut ledger: Sqlite,
    settings: Settings,
    leave: Leave,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut frozen = frozen(&run)?;
    let is_test = run.name.contains('/');
    let counts = ledger.counts(run.id).map_err(broken)?;
    let mut left = BTreeSet::new();
    let open = counts.open() > 0;
    // Where nobody is left to be mailed nothing can differ; who came later is told of.
    if !open && !is_test {
        let (added, _) = changes_of_audience(desk, loaded, &run, &frozen, &ledger, console)?;
        let mut since = frozen.differences(&files(loaded, &frozen.issue));
        since.extend((added > 0).then_some(Difference::Audience(added)));
        let since: Vec<_> = since.iter().take(12).map(|one| format!("\n  {}", one.words())).collect();
        let since = match since.is_empty() {
            true => String::new(),
            false => format!(
                ". Since it was planned:{}\nnobody gets a second version of it, and who came later gets the next issue",
                since.concat()
            ),
        };
        console.say(&format!("{} is settled: nothing is sent now{since}", run.name));
    }
    if open && !is_test {
        let added;
        (added, left) = changes_of_audience(desk, loaded, &run, &frozen, &ledger, console)?;
        let mut differences = frozen.differences(&files(loaded, &frozen.issue));
        if added > 0 {
            differences.push(Difference::Audience(added));
        }
        if !differences.is_empty() && !leave.as_planned {
            return Err(refuse_differences(&run, &differences));
        }
        let missing = preflight::missing(&frozen.hosted);
        if !missing.is_empty() {
            return Err(Stop::Refused(format!(
                "readers would meet what is not there:\n  {}\npublish `output/web/` again, then `bulletin send resume {}`",
                missing.join("\n  "),
                run.name
            )));
        }
    }
    if leave.late {
        frozen.not_after = i64::MAX;
    }
    // Whoever asks to go on has put right what stood in the way, or wants to see whether it still does.
    ledger.reopen(run.id, console.now().as_millisecond()).map_err(broken)?;
    Delivery { desk, settings, run, frozen, left }.carry_out(ledger, console)
}

/// How many were added to the list since the plan, or asked for another language; and who left.
fn changes_of_audience(
    desk: &Desk,
    loaded: &Loaded,
    run: &Run,
    frozen: &Frozen,
    ledger: &Sqlite,
    console: &mut dyn Console,
) -> Result<(usize, BTreeSet<String>), Stop> {
    let mut findings = Diagnostics::new();
    let Some(audience) = super::audience(desk, &loaded.cluster.config, &mut findings) else {
        console.findings(findings, &loaded.texts);
        return Err(Stop::Errors);
    };
    let languages: Vec<Language> =
        frozen.editions.iter().filter_map(|edition| Language::parse(&edition.language).ok()).collect();
    let pick = |recipient: &Recipient| edition_of(&languages, recipient);
    if crate::delivery::digest(&audience, &pick) == frozen.audience {
        return Ok((0, BTreeSet::new()));
    }
    let planned = ledger.rows(run.id, &State::ALL).map_err(broken)?;
    let mut planned: BTreeMap<String, u16> =
        planned.into_iter().map(|row| (row.recipient.normal, row.recipient.edition)).collect();
    let mut added = 0;
    for recipient in &audience.recipients {
        if planned.remove(&recipient.normal()) != Some(pick(recipient)) {
            added += 1;
        }
    }
    Ok((added, planned.into_keys().collect()))
}

/// The edition that a recipient gets, of those that were planned.
fn edition_of(languages: &[Language], recipient: &Recipient) -> u16 {
    let Some(asked) = &recipient.language else { return 0 };
    let exact = languages.iter().position(|language| *language == **asked);
    let near = || languages.iter().position(|language| language.primary() == asked.primary());
    u16::try_from(exact.or_else(near).unwrap_or(0)).unwrap_or(0)
}

/// `send receipt`: the account of a run.
pub fn receipt(
    desk: &Desk,
    asked: Option<&str>,
    json: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let ledger = look(desk)?;
    let run = find(&ledger, asked)?;
    let frozen = frozen(&run)?;
    let mut counts = ledger.counts(run.id).map_err(broken)?;
    // If nobody is sending, what was being handed over is uncertain; the next run notes it.
    if !Lock::is_taken(&desk.state()) {
        let left = counts.0.remove(&State::Intent).unwrap_or(0);
        *counts.0.entry(State::Uncertain).or_default() += left;
    }
    let frozen = Frozen { candidates: candidates(&frozen, &counts), ..frozen };
    let receipt = Receipt::new(&run, &frozen, counts, ledger.assumed(run.id).map_err(broken)?);
    console.data(&match json {
        true => serde_json::to_string_pretty(&receipt.json()).unwrap_or_default() + "\n",
        false => receipt.table(),
    });
    let of = |state| receipt.counts.of(state);
    Ok(match (receipt.balances(), of(State::Uncertain), of(State::Blocked), receipt.is_open()) {
        (false, ..) => Exit::Failure,
        (_, 1.., ..) => Exit::Uncertain,
        (_, _, 1.., _) => Exit::Stopped,
        (.., true) => Exit::Deferred,
        _ => Exit::Done,
    })
}

/// `send pending`: who did not get it, as far as is known, and why, a line each.
pub fn pending(desk: &Desk, asked: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let ledger = look(desk)?;
    let run = find(&ledger, asked)?;
    let rows = ledger.rows(run.id, &OPEN).map_err(broken)?;
    let lines = rows.iter().map(|row| {
        let state = match row.state {
            State::Planned | State::Claimed => "pending",
            // Of what was being handed over nothing is known, unless it is going on.
            State::Intent => "uncertain",
            other => other.as_str(),
        };
        let next = row.next_at.map(|at| format!("again after {}", moment(at))).unwrap_or_default();
        format!("{}\t{}\t{}\t{next}\n", row.recipient.address, state, row.reply)
    });
    console.data(&lines.collect::<String>());
    let count = rows.len();
    console.say(&format!("{count} of {} did not get it, or not for certain", run.name));
    Ok(Exit::Done)
}

/// `send who`: everything about one address, or about whoever a token is of.
pub fn who(desk: &Desk, typed: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    // The subject of a mail that unsubscribes may be given whole.
    let token = typed.split_whitespace().last().unwrap_or_default();
    if !typed.contains('@') && token.len() == TOKEN_LENGTH {
        let rows = look(desk)?.who(token).map_err(broken)?;
        let Some(first) = rows.first() else {
            return Err(Stop::Failure("nobody was sent this token from here".into()));
        };
        let address = first.recipient.address.clone();
        console.data(&format!("{address}\n"));
        return who(desk, &address, console);
    }
    let address = MailAddress::parse(typed.trim())
        .map_err(|complaint| Stop::Failure(format!("{}; {}", complaint.message, complaint.hint)))?;
    let normal = crate::audience::normal(&address);
    let ledger = look(desk)?;
    let rows = ledger.who(&normal).map_err(broken)?;
    if rows.is_empty() {
        console.say("no issue was planned for this address: it was not on the list then, or left out of it; `bulletin send --dry-run` counts who is left out, by reason");
    }
    for row in rows {
        console.data(&line(&row));
    }
    if let Some(reason) = ledger.suppressed().map_err(broken)?.get(&normal) {
        console.data(&format!("never to be mailed\t{reason}\n"));
    }
    let text = std::fs::read_to_string(desk.state().join(super::SUPPRESSIONS)).unwrap_or_default();
    if crate::audience::suppressed_in(&text).0.contains(&normal) {
        console.data("never to be mailed\tstate/suppressions.csv\n");
    }
    Ok(Exit::Done)
}

/// What the ledger says of one recipient in one run.
fn line(row: &Row) -> String {
    let when = row.outcome_at.or(row.intent_at).map(moment).unwrap_or_default();
    format!("{}\t{}\t{when}\t{}\n", row.run, row.state.words(), row.reply)
}

/// The ledger to look into.
pub fn look(desk: &Desk) -> Result<Sqlite, Stop> {
    Sqlite::look(&desk.state().join(LEDGER)).map_err(broken)?.ok_or_else(|| no_ledger(desk))
}

/// The run asked for, or the newest one to the list.
pub fn find(ledger: &impl Ledger, asked: Option<&str>) -> Result<Run, Stop> {
    let runs = ledger.runs().map_err(broken)?;
    // A test is named, never guessed.
    let newest = || runs.iter().rev().find(|name| !name.contains('/')).cloned();
    let Some(name) = asked.map(str::to_string).or_else(newest) else {
        return Err(Stop::Failure(match runs.last() {
            Some(test) => format!("only tests were sent yet; name one, such as `{test}`"),
            None => "nothing was sent yet".to_string(),
        }));
    };
    ledger.run(&name).map_err(broken)?.ok_or_else(|| {
        Stop::Failure(format!("`{name}` was not sent yet; the ledger knows {}", runs.join(", ")))
    })
}

/// What a run froze.
pub fn frozen(run: &Run) -> Result<Frozen, Stop> {
    serde_json::from_str(&run.frozen)
        .map_err(|error| Stop::Failure(format!("the plan of {} can't be read: {error}", run.name)))
}
