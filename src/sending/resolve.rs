//! Settles those of whom it is uncertain whether the relay took their message, from evidence, or by the
//! word of a person who has been told the risk.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::ledger::{find, frozen, no_ledger, open};
use super::settings::time_factor;
use super::{Ending, LEDGER, Operator, RunKind, SendError, totals};
use crate::delivery::Receipt;
use crate::delivery::evidence::{Evidence as Shown, PostfixLog, read_mailbox};
use crate::delivery::ledger::{ASSUMED, Change, Ledger, Outcome, Row, Sqlite, State};
use crate::pipeline::Folder;
use crate::value::Millis;

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

/// What may settle it.
#[derive(Debug, Clone)]
pub enum Evidence {
    /// Nothing yet: who is uncertain is listed.
    None,
    /// A Postfix log.
    Log(PathBuf),
    /// A mailbox with copies or bounces.
    Mailbox(PathBuf),
    /// A person's word.
    Word(Word),
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// The issue; the newest if absent.
    pub issue: Option<String>,
    /// What may settle it.
    pub evidence: Evidence,
    /// Do not ask.
    pub yes: bool,
    /// Take a ledger that was put back.
    pub accept: bool,
}

/// Settles what can be settled.
pub fn resolve(
    folder: &Folder,
    asked: &Resolution,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    if !folder.state().join(LEDGER).exists() {
        return Err(no_ledger(folder));
    }
    let mut ledger = open(folder, asked.accept, operator.now())?;
    let run = find(&ledger, asked.issue.as_deref())?;
    let uncertain = ledger.rows(run.id, &[State::Uncertain])?;
    if uncertain.is_empty() {
        operator.say(&format!("nobody of {} is uncertain", run.name));
        return Ok(Ending::Done);
    }
    let now = operator.now().as_millisecond();
    let settled = match &asked.evidence {
        Evidence::Log(log) => {
            let evidence = read_log(log)?;
            let known = Known::of(&ledger, run.id, &evidence)?;
            by_log(&uncertain, &known, &evidence, (asked.yes, now), operator)?
        }
        Evidence::Mailbox(mailbox) => by_mailbox(&uncertain, mailbox)?,
        Evidence::Word(word) => by_word(&uncertain, *word, asked.yes, operator)?,
        Evidence::None => {
            list(&uncertain, operator);
            return Ok(Ending::Uncertain);
        }
    };
    note(&mut ledger, &settled, now)?;
    let plan = frozen(&run)?;
    let counts = ledger.counts(run.id)?;
    let receipt = Receipt::new(&run, &plan, counts, ledger.assumed(run.id)?);
    if receipt.is_told() && RunKind::of(&run.name) == RunKind::Issue {
        totals::note(folder, &run, &plan, &receipt)
            .map_err(|error| SendError::disk("the totals in `sources/sent.yaml`", error))?;
    }
    let count = |state| settled.iter().filter(|(_, outcome)| outcome.state == state).count();
    let left = uncertain.len() - settled.len();
    operator.say(&format!(
        "{} accepted, {} not accepted and to be tried again, {left} still uncertain",
        count(State::Accepted),
        count(State::Deferred)
    ));
    if count(State::Deferred) > 0 {
        operator.say(&format!("`bulletin send resume {}` mails them", run.name));
    }
    Ok(match (left, count(State::Deferred)) {
        (1.., _) => Ending::Uncertain,
        (0, 1..) => Ending::Deferred,
        (0, 0) => Ending::Done,
    })
}

/// A row and what became of it.
type Settled = Vec<(i64, Outcome)>;

/// Reads a log, line by line, whatever bytes it holds.
fn read_log(path: &Path) -> Result<Shown, SendError> {
    let unreadable = |error: std::io::Error| {
        SendError::because(&format!("the log `{}` can't be read", path.display()), error)
    };
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
    evidence: &Shown,
    (yes, now): (bool, Millis),
    operator: &mut dyn Operator,
) -> Result<Settled, SendError> {
    let id = |row: &Row| row.recipient.message_id.clone();
    let mut settled: Settled = uncertain
        .iter()
        .filter_map(|row| Some((row.id, Outcome::shown_accepted(evidence.accepted.get(&id(row))?))))
        .collect();
    let rest: Vec<&Row> = uncertain.iter().filter(|row| !evidence.accepted.contains_key(&id(row))).collect();
    if rest.is_empty() {
        return Ok(settled);
    }
    if known.accepted == 0 || known.lacking > 0 {
        operator.say(&format!(
            "{} are not in this log, which says nothing: of {} that the relay is known to have accepted {} are not in it either, so it is not the whole log of this run",
            rest.len(),
            known.accepted,
            known.lacking
        ));
        return Ok(settled);
    }
    // A relay may take minutes over a message before it notes it, and a log may end too early.
    let patience = (PATIENCE as f64 * time_factor()) as Millis;
    let over = |row: &&Row| {
        let at = row.intent_at.unwrap_or(0);
        now - at >= patience && known.latest > at
    };
    let (rest, young): (Vec<&Row>, Vec<&Row>) = rest.into_iter().partition(over);
    if !young.is_empty() {
        operator.say(&format!(
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
    if yes || operator.ask(&question) == Some(true) {
        let again = rest
            .iter()
            .map(|row| (row.id, Outcome::shown_not_accepted("not in Postfix's log, which is whole")));
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
    fn of(ledger: &Sqlite, run: i64, evidence: &Shown) -> Result<Self, SendError> {
        let mut known = Self { accepted: 0, lacking: 0, latest: 0 };
        for name in ledger.runs()? {
            let Some(one) = ledger.run(&name)? else { continue };
            for row in ledger.rows(one.id, &[State::Accepted])? {
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
fn by_mailbox(uncertain: &[Row], path: &Path) -> Result<Settled, SendError> {
    let wanted: BTreeSet<String> = uncertain.iter().map(|row| row.recipient.message_id.clone()).collect();
    let evidence = read_mailbox(path, &wanted).map_err(|error| {
        SendError::because(&format!("the mailbox `{}` can't be read", path.display()), error)
    })?;
    let shown =
        uncertain.iter().filter_map(|row| Some((row, evidence.accepted.get(&row.recipient.message_id)?)));
    Ok(shown.map(|(row, why)| (row.id, Outcome::shown_accepted(why))).collect())
}

/// Settles by a person's word, once they have read what it may cost.
fn by_word(
    uncertain: &[Row],
    word: Word,
    yes: bool,
    operator: &mut dyn Operator,
) -> Result<Settled, SendError> {
    let count = uncertain.len();
    let risk = match word {
        Word::Sent => format!(
            "{count} will be taken for mailed. In most cases they are; whoever is not will not get this issue at all."
        ),
        Word::NotSent => format!(
            "{count} will be mailed again with the next `resume`. In most cases the relay did take the first one: then they get it twice."
        ),
    };
    operator.say(&risk);
    if !yes && operator.ask("Is that what you want?") != Some(true) {
        return Err(SendError::failure("nothing was changed: say yes to the question, or add `--yes`"));
    }
    let outcome = match word {
        Word::Sent => Outcome::shown_accepted(ASSUMED),
        Word::NotSent => {
            Outcome::shown_not_accepted("taken for not accepted, by the word of whoever sent it")
        }
    };
    Ok(uncertain.iter().map(|row| (row.id, outcome.clone())).collect())
}

/// Lists who is uncertain, and says what can be done.
fn list(uncertain: &[Row], operator: &mut dyn Operator) {
    for row in uncertain {
        operator.data(&format!("{}\t{}\t{}\n", row.recipient.address, row.recipient.message_id, row.reply));
    }
    operator.say(&format!(
        "{} are uncertain: the relay may have taken their message or not. What settles it:\n  --postfix-log FILE   the relay's own log, if it is a Postfix\n  --mailbox PATH       a mailbox (mbox, Maildir) with copies of what was sent, or with bounces\n  --assume sent        take them for mailed: nobody gets it twice, somebody perhaps not at all\n  --assume not-sent    mail them again: somebody perhaps gets it twice",
        uncertain.len()
    ));
}

/// Notes all of it in one step.
fn note(ledger: &mut Sqlite, settled: &Settled, at: i64) -> Result<(), SendError> {
    let changes: Vec<Change> = settled
        .iter()
        .map(|(id, outcome)| Change::Outcome { id: *id, at, outcome: outcome.clone() })
        .collect();
    if !changes.is_empty() {
        ledger.apply(&changes)?;
    }
    Ok(())
}
