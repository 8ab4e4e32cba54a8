//! Carries a plan out: the part that is the same for the first attempt and for every resumption, to the
//! relay and into the outbox.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future;
use std::time::Duration;

use super::ledger::{candidates, nobody_has_it};
use super::settings::{Settings, outbox_rules};
use super::shown::{duration, moment, progress_line};
use super::{Ending, Operator, RunKind, SUPPRESSIONS, SendError, totals};
use crate::delivery::ledger::{Change, Counts, Ledger, Outcome, Run, Sqlite, State};
use crate::delivery::run::{Clock, End, Outgoing, Progress, Rules, Setting, Transport, run};
use crate::delivery::{Frozen, Outbox, Receipt, Suppressions};
use crate::message::Signer;
use crate::model::SENT_FILE;
use crate::pipeline::Folder;
use crate::value::{MailAddress, Millis, Parse};

/// How often progress is printed where nobody watches, in milliseconds.
const SELDOM: Millis = 30_000;

/// By what means messages go.
pub(super) enum Means {
    /// By a relay.
    Relay(Box<Settings>),
    /// Into the outbox.
    Outbox(Outbox),
}

/// The clock that the operator has.
struct Wall<'a, 'o, 'd>(&'a RefCell<&'o mut (dyn Operator + 'd)>);

impl Clock for Wall<'_, '_, '_> {
    fn now(&self) -> Millis {
        self.0.borrow().now().as_millisecond()
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> {
        tokio::time::sleep(time)
    }
}

/// A plan and everything to carry it out with.
pub(super) struct Delivery<'a> {
    /// The cluster's folder.
    pub(super) folder: &'a Folder,
    /// The relay, or the outbox.
    pub(super) means: Means,
    pub(super) run: Run,
    /// What goes out.
    pub(super) frozen: Frozen,
    /// Who left since the plan, as they are compared.
    pub(super) left: BTreeSet<String>,
}

impl Delivery<'_> {
    /// Sends until nobody is left or something stops it; shows the receipt.
    pub(super) fn carry_out(
        mut self,
        ledger: Sqlite,
        operator: &mut dyn Operator,
    ) -> Result<Ending, SendError> {
        let mut left = std::mem::take(&mut self.left);
        left.extend(ledger.suppressed()?.into_keys());
        let mut suppressions = Suppressions::new(self.folder.state().join(SUPPRESSIONS), left);
        if !suppressions.is_readable() {
            return Err(SendError::failure("state/suppressions.csv can't be read: nobody was mailed"));
        }
        let outgoing = self.outgoing()?;
        operator.stage("send");
        let started = operator.now().as_millisecond();
        let before = ledger.counts(self.run.id)?.of(State::Accepted);
        let (mut ledger, end) = match &self.means {
            Means::Relay(settings) => {
                let rules = Rules { not_after: self.frozen.not_after, ..settings.rules };
                over(&settings.relay, ledger, &outgoing, rules, suppressions, operator)?
            }
            Means::Outbox(outbox) => over(outbox, ledger, &outgoing, outbox_rules(), suppressions, operator)?,
        };
        operator.stage("");
        // What was in flight when it was stopped at once is uncertain. A ledger that can't be written
        // says so below.
        let _ = ledger.recover(operator.now().as_millisecond());
        let counts = ledger.counts(self.run.id)?;
        let spent = operator.now().as_millisecond() - started;
        let sent = counts.of(State::Accepted).saturating_sub(before);
        if let Means::Outbox(outbox) = &self.means {
            operator.data(&format!("{}\n", outbox.path().display()));
        } else if sent > 0 && spent > 0 {
            operator.say(&format!("{sent} accepted in {}", duration(spent)));
        }
        self.finish(ledger.assumed(self.run.id)?, counts, end, operator)
    }

    /// What goes out, with what signs it.
    fn outgoing(&self) -> Result<Outgoing, SendError> {
        // The sender may be the issue's own: it is what the domain must agree with (RFC 7489, section 3.1).
        let from = MailAddress::parse(&self.frozen.from)
            .map_err(|complaint| SendError::failure(complaint.message))?;
        let mut signers = Vec::new();
        let (mut path, mut verp, mut dsn) = (&from, false, false);
        if let Means::Relay(settings) = &self.means {
            (verp, dsn) = (settings.relay.verp, settings.relay.dsn);
            if settings.own_path {
                path = &settings.relay.return_path;
            }
            for (key, pem) in &settings.keys {
                let domain = from.ascii_domain().unwrap_or_default();
                let signer = Signer::new(&domain, &key.selector, pem)
                    .map_err(|error| SendError::because(&format!("`{}`", key.file), error))?;
                signers.push(signer);
            }
        }
        Ok(Outgoing {
            run: self.run.id,
            templates: self.frozen.editions.iter().map(|edition| edition.template.clone()).collect(),
            return_path: envelope_address(path)?,
            verp,
            dsn,
            signers,
        })
    }

    /// Shows the receipt and says what is left open.
    fn finish(
        &self,
        assumed: u64,
        counts: Counts,
        end: End,
        operator: &mut dyn Operator,
    ) -> Result<Ending, SendError> {
        let Self { folder, run, frozen, .. } = self;
        let frozen = Frozen { candidates: candidates(frozen, &counts), ..frozen.clone() };
        let receipt = Receipt::new(run, &frozen, counts, assumed);
        operator.data(&receipt.table());
        if !receipt.balances() {
            return Err(SendError::failure(
                "the account does not balance; nothing more is sent before somebody has looked into state/",
            ));
        }
        let kind = RunKind::of(&run.name);
        if receipt.is_told() && kind == RunKind::Issue {
            totals::note(folder, run, &frozen, &receipt).map_err(|error| {
                let what = format!("everything was sent, but `{SENT_FILE}` could not be written");
                SendError::because(&what, error)
            })?;
        }
        self.ended(end, &receipt, operator)
    }

    /// Says why it ended and what is left open.
    fn ended(&self, end: End, receipt: &Receipt, operator: &mut dyn Operator) -> Result<Ending, SendError> {
        let run = &self.run;
        let open = receipt.counts.open();
        let resume = format!("`bulletin send resume {}`", run.name);
        // Where nobody has it yet it may be changed, and is planned anew.
        let again = match nobody_has_it(&receipt.counts) && RunKind::of(&run.name) == RunKind::Issue {
            true => format!("`bulletin send {}`", run.name),
            false => resume.clone(),
        };
        let uncertain = receipt.counts.of(State::Uncertain);
        match end {
            End::Ledger(error) => return Err(error.into()),
            End::Late if open > 0 => {
                return Err(SendError::Refused(format!(
                    "{} was to go out until {}, and that is past: old news mailed late embarrasses. `{}` with `--late` sends the rest all the same",
                    run.name,
                    moment(self.frozen.not_after, &self.folder.zone()),
                    resume.trim_matches('`')
                )));
            }
            End::Stopped(why) => {
                operator.fail(&format!("stopped: {why}"));
                if open > 0 {
                    operator.say(&format!("then {again} goes on with the {open} who are left"));
                }
                return Ok(Ending::Stopped);
            }
            End::Breaker(said) => {
                operator.fail(&format!(
                    "stopped, as message after message was refused: {said}. It is the message or the sender that is not wanted, not these people: nobody was taken off the list. Then {again}"
                ));
                return Ok(Ending::Stopped);
            }
            End::Blocked(count, said) => {
                operator.fail(&format!(
                    "{count} were refused for something that was not said of them: {said}. Nobody was taken off the list; {again} tries them again"
                ));
                return Ok(if uncertain > 0 { Ending::Uncertain } else { Ending::Stopped });
            }
            End::Interrupted => operator.say(&format!("ended on request; {resume} goes on")),
            End::Done if open > 0 => {
                operator.say(&format!("{open} are to be tried again: {resume}, in an hour or so"))
            }
            End::Done | End::Late => {}
        }
        if uncertain > 0 {
            operator.say(&format!(
                "{uncertain} are uncertain and are not mailed again by themselves: `bulletin send resolve {}` settles them from the relay's log or a mailbox",
                run.name
            ));
            return Ok(Ending::Uncertain);
        }
        Ok(if open > 0 { Ending::Deferred } else { Ending::Done })
    }
}

/// Runs over a transport, and gives the ledger back.
fn over<T: Transport>(
    transport: &T,
    ledger: Sqlite,
    outgoing: &Outgoing,
    rules: Rules,
    suppressions: Suppressions,
    operator: &mut dyn Operator,
) -> Result<(Sqlite, End), SendError> {
    let operator = RefCell::new(operator);
    let clock = Wall(&operator);
    let mut said = clock.now();
    let mut report = |progress: &Progress| {
        let mut operator = operator.borrow_mut();
        let now = operator.now().as_millisecond();
        let seldom = now - said >= SELDOM;
        if seldom {
            said = now;
        }
        operator.progress(&progress_line(progress), seldom);
    };
    let stage = Setting { transport, clock: &clock, outgoing, rules, suppressions };
    run(ledger, stage, &mut report).map_err(|error| SendError::because("sending could not begin", error))
}

/// Settles what an earlier program left uncertain in the outbox: what lies there was written.
pub(super) fn settle_outbox(
    ledger: &mut Sqlite,
    run: &Run,
    outbox: &Outbox,
    at: Millis,
) -> Result<(), SendError> {
    let uncertain = ledger.rows(run.id, &[State::Uncertain])?;
    let changes: Vec<Change> = uncertain
        .iter()
        .map(|row| {
            let outcome = match outbox.holds(&row.recipient.message_id) {
                true => Outcome::shown_accepted("it lies in the outbox"),
                false => Outcome::shown_not_accepted("it does not lie in the outbox"),
            };
            Change::Outcome { id: row.id, at, outcome }
        })
        .collect();
    if !changes.is_empty() {
        ledger.apply(&changes)?;
    }
    Ok(())
}

/// The return path as an envelope has it.
fn envelope_address(address: &MailAddress) -> Result<lettre::Address, SendError> {
    let refused = || SendError::failure("`smtp: return_path` is no address that mail can carry");
    let domain = address.ascii_domain().ok_or_else(refused)?;
    lettre::Address::new(address.local(), domain).map_err(|_| refused())
}
