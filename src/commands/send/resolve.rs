//! `send resolve`: settles those of whom it is uncertain whether the relay took their message, from
//! evidence, or by the word of a person who has been told the risk.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::after::find;
use super::deliver::open;
use super::relay::broken;
use crate::commands::{Console, Desk, Exit, Stop, failure};
use crate::delivery::Receipt;
use crate::delivery::evidence::{Evidence, PostfixLog, read_mailbox};
use crate::delivery::ledger::{ASSUMED, Change, Ledger, Millis, Outcome, Row, Sqlite, State};

/// How long after it was sent a message that is not in a log says something, in milliseconds.
const PATIENCE: Millis = 600_000;

/// A person's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// They have it.
    Sent,
    /// They do not have it.
    NotSent,
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The issue; the newest if absent.
    pub issue: Option<String>,
    /// A Postfix log.
    pub log: Option<PathBuf>,
    /// A mailbox with copies or bounces.
    pub mailbox: Option<PathBuf>,
    /// A person's word.
    pub word: Option<Word>,
    /// Do not ask.
    pub yes: bool,
    /// Take a ledger that was put back.
    pub accept: bool,
}

/// Settles what can be settled.
pub fn resolve(desk: &Desk, asked: &Asked, console: &mut dyn Console) -> Result<Exit, Stop> {
    if !desk.state().join(super::LEDGER).exists() {
        return Err(super::deliver::no_ledger(desk));
    }
    let mut ledger = open(desk, asked.accept, console.now())?;
    let run = find(&ledger, asked.issue.as_deref())?;
    let uncertain = ledger.rows(run.id, &[State::Uncertain]).map_err(broken)?;
    if uncertain.is_empty() {
        console.say(&format!("nobody of {} is uncertain", run.name));
        return Ok(Exit::Done);
    }
    let now = console.now().as_millisecond();
    let settled = match (&asked.log, &asked.mailbox, asked.word) {
        (Some(log), ..) => {
            let evidence = read_log(log)?;
            let known = Known::of(&ledger, run.id, &evidence)?;
            by_log(&uncertain, &known, &evidence, (asked.yes, now), console)?
        }
        (None, Some(mailbox), _) => by_mailbox(&uncertain, mailbox)?,
        (None, None, Some(word)) => by_word(&uncertain, word, asked.yes, console)?,
        (None, None, None) => {
            list(&uncertain, console);
            return Ok(Exit::Uncertain);
        }
    };
    note(&mut ledger, &settled, now)?;
    let plan = super::after::frozen(&run)?;
    let counts = ledger.counts(run.id).map_err(broken)?;
    let receipt = Receipt::new(&run, &plan, counts, ledger.assumed(run.id).map_err(broken)?);
    if receipt.is_told() && !run.name.contains('/') {
        super::totals::note(desk, &run, &plan, &receipt)
            .map_err(|error| failure("the totals in `sources/sent.yaml`", &error))?;
    }
    let count = |state| settled.iter().filter(|(_, outcome)| outcome.state == state).count();
    let left = uncertain.len() - settled.len();
    console.say(&format!(
        "{} accepted, {} not accepted and to be tried again, {left} still uncertain",
        count(State::Accepted),
        count(State::Deferred)
    ));
    if count(State::Deferred) > 0 {
        console.say(&format!("`bulletin send resume {}` mails them", run.name));
    }
    Ok(match (left, count(State::Deferred)) {
        (1.., _) => Exit::Uncertain,
        (0, 1..) => Exit::Deferred,
        (0, 0) => Exit::Done,
    })
}

/// A row and what became of it.
type Settled = Vec<(i64, Outcome)>;

/// It was accepted, as something shows.
fn accepted(why: String) -> Outcome {
    Outcome {
        state: State::Accepted,
        reply: why,
        next_at: None,
        spent: false,
        attempted: false,
        suppress: None,
    }
}

/// It was not, and is tried again.
fn not_accepted(why: &str) -> Outcome {
    Outcome {
        state: State::Deferred,
        reply: why.to_string(),
        next_at: Some(0),
        spent: false,
        attempted: false,
        suppress: None,
    }
}

/// Reads a log, line by line, whatever bytes it holds.
fn read_log(path: &Path) -> Result<Evidence, Stop> {
    let unreadable =
        |error: std::io::Error| Stop::Failure(format!("the log `{}` can't be read: {error}", path.display()));
    let mut reader = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut log = PostfixLog::default();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
        log.line(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
    Ok(log.evidence())
}

/// Settles by a log. That a message is *in* it shows that it was accepted. That it is not shows the
/// contrary only if the log is whole, which all that is known to be accepted and is in it shows; a
/// person says yes to it.
fn by_log(
    uncertain: &[Row],
    known: &Known,
    evidence: &Evidence,
    (yes, now): (bool, Millis),
    console: &mut dyn Console,
) -> Result<Settled, Stop> {
    let id = |row: &Row| row.recipient.message_id.clone();
    let mut settled: Settled = uncertain
        .iter()
        .filter_map(|row| Some((row.id, accepted(evidence.accepted.get(&id(row))?.clone()))))
        .collect();
    let rest: Vec<&Row> = uncertain.iter().filter(|row| !evidence.accepted.contains_key(&id(row))).collect();
    if rest.is_empty() {
        return Ok(settled);
    }
    if known.accepted == 0 || known.lacking > 0 {
        console.say(&format!(
            "{} are not in this log, which says nothing: of {} that the relay is known to have accepted {} are not in it either, so it is not the whole log of this run",
            rest.len(),
            known.accepted,
            known.lacking
        ));
        return Ok(settled);
    }
    // A relay may take minutes over a message before it notes it, and a log may end too early.
    let patience = (PATIENCE as f64 * super::deliver::time_factor()) as Millis;
    let over = |row: &&Row| {
        let at = row.intent_at.unwrap_or(0);
        now - at >= patience && known.latest > at
    };
    let (rest, young): (Vec<&Row>, Vec<&Row>) = rest.into_iter().partition(over);
    if !young.is_empty() {
        console.say(&format!(
            "{} are not in this log yet: it says something of them ten minutes after they were sent, and once a later message of yours is in it (`bulletin send ISSUE --test you@example.org` sends one)",
            young.len()
        ));
    }
    if rest.is_empty() {
        return Ok(settled);
    }
    let question = format!(
        "{} are not in this log, and all {} others are: the relay did not take them. Mail them again with the next `resume`? If the log lost lines, somebody gets it twice.",
        rest.len(),
        known.accepted
    );
    if yes || console.ask(&question) == Some(true) {
        let again = rest.iter().map(|row| (row.id, not_accepted("not in Postfix's log, which is whole")));
        settled.extend(again);
    }
    Ok(settled)
}

/// What is known to have been accepted, held against a log.
struct Known {
    /// How many of this run the relay accepted.
    accepted: usize,
    /// How many of them are not in the log.
    lacking: usize,
    /// When the last message in the log was accepted, of any run.
    latest: Millis,
}

impl Known {
    /// Holds what the relay accepted against a log.
    fn of(ledger: &Sqlite, run: i64, evidence: &Evidence) -> Result<Self, Stop> {
        let mut known = Self { accepted: 0, lacking: 0, latest: 0 };
        for name in ledger.runs().map_err(broken)? {
            let Some(one) = ledger.run(&name).map_err(broken)? else { continue };
            for row in ledger.rows(one.id, &[State::Accepted]).map_err(broken)? {
                let in_log = evidence.accepted.contains_key(&row.recipient.message_id);
                // By the relay's own word, not by evidence or a person's.
                let by_relay = row.reply.starts_with('2');
                if one.id == run && by_relay {
                    known.accepted += 1;
                    known.lacking += usize::from(!in_log);
                }
                if in_log && by_relay {
                    known.latest = known.latest.max(row.outcome_at.unwrap_or(0));
                }
            }
        }
        Ok(known)
    }
}

/// Settles by a mailbox: a copy or a bounce shows that the relay took it. That there is none shows
/// nothing.
fn by_mailbox(uncertain: &[Row], path: &Path) -> Result<Settled, Stop> {
    let wanted: BTreeSet<String> = uncertain.iter().map(|row| row.recipient.message_id.clone()).collect();
    let evidence = read_mailbox(path, &wanted)
        .map_err(|error| Stop::Failure(format!("the mailbox `{}` can't be read: {error}", path.display())))?;
    let shown =
        uncertain.iter().filter_map(|row| Some((row, evidence.accepted.get(&row.recipient.message_id)?)));
    Ok(shown.map(|(row, why)| (row.id, accepted(why.clone()))).collect())
}

/// Settles by a person's word, once they have read what it may cost.
fn by_word(uncertain: &[Row], word: Word, yes: bool, console: &mut dyn Console) -> Result<Settled, Stop> {
    let count = uncertain.len();
    let risk = match word {
        Word::Sent => format!(
            "{count} will be taken for mailed. In most cases they are; whoever is not will not get this issue at all."
        ),
        Word::NotSent => format!(
            "{count} will be mailed again with the next `resume`. In most cases the relay did take the first one: then they get it twice."
        ),
    };
    console.say(&risk);
    if !yes && console.ask("Is that what you want?") != Some(true) {
        return Err(Stop::Failure("nothing was changed: say yes to the question, or add `--yes`".into()));
    }
    let outcome = match word {
        Word::Sent => accepted(ASSUMED.into()),
        Word::NotSent => not_accepted("taken for not accepted, by the word of whoever sent it"),
    };
    Ok(uncertain.iter().map(|row| (row.id, outcome.clone())).collect())
}

/// Lists who is uncertain, and says what can be done.
fn list(uncertain: &[Row], console: &mut dyn Console) {
    for row in uncertain {
        console.data(&format!("{}\t{}\t{}\n", row.recipient.address, row.recipient.message_id, row.reply));
    }
    console.say(&format!(
        "{} are uncertain: the relay may have taken their message or not. What settles it:\n  --postfix-log FILE   the relay's own log, if it is a Postfix\n  --mailbox PATH       a mailbox (mbox, Maildir) with copies of what was sent, or with bounces\n  --assume sent        take them for mailed: nobody gets it twice, somebody perhaps not at all\n  --assume not-sent    mail them again: somebody perhaps gets it twice",
        uncertain.len()
    ));
}

/// Notes all of it in one step.
fn note(ledger: &mut Sqlite, settled: &Settled, at: i64) -> Result<(), Stop> {
    let changes: Vec<Change> = settled
        .iter()
        .map(|(id, outcome)| Change::Outcome { id: *id, at, outcome: outcome.clone() })
        .collect();
    if !changes.is_empty() {
        ledger.apply(&changes).map_err(broken)?;
    }
    Ok(())
}
