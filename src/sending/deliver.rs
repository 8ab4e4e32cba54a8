//! An issue on its way: planned, shown, asked for, and carried out.

use std::collections::BTreeSet;

use super::carry::{Delivery, Means, settle_outbox};
use super::ledger::{frozen, nobody_has_it, open, test_name};
use super::options::Options;
use super::plan::Issue;
use super::plan::refuse_differences;
use super::settings::Settings;
use super::{Ending, LEDGER, Operator, SendError, edition_for, preflight, resume, trust};
use crate::audience::{Audience, Recipient};
use crate::delivery::ledger::{Ledger, LedgerError, Run, Sqlite, State};
use crate::delivery::{Frozen, Key, Outbox, recipients};
use crate::issue::Stage;
use crate::model::{RelayConfig, TransportKind};
use crate::value::{MailAddress, Parse};

/// Above so many recipients, a way to unsubscribe by a click is expected (Gmail, "Email sender
/// guidelines").
const MANY: usize = 5_000;

impl Issue<'_, '_> {
    /// Plans, shows, asks, and delivers: to the relay or into the outbox.
    ///
    /// # Errors
    ///
    /// Why nothing was sent, or no more.
    pub fn send(mut self, options: &Options, operator: &mut dyn Operator) -> Result<Ending, SendError> {
        let loaded = self.loaded;
        let relay = loaded.cluster.config.smtp.as_ref();
        let relay = relay.filter(|_| loaded.cluster.config.transport == TransportKind::Smtp);
        let now = operator.now();
        let state = self.folder.state();
        let key = match options.dry_run && !state.join("key").exists() {
            // A dry run writes nothing, not even a key.
            true => Key::from_bytes([0; 32]),
            false => Key::open(&state).map_err(|error| SendError::disk("the key in state/", error))?,
        };
        let only = if options.is_test() { Some(self.test_edition(options)?) } else { None };
        let frozen = self.freeze(relay, only, now)?;
        if options.is_test() {
            self.audience = reviewers(&options.test)?;
        }
        if options.dry_run {
            return self.dry_run(&frozen, relay, &key, options, operator);
        }
        let mut ledger = open(self.folder, options.permits.ledger, now)?;
        let name = self.run_name(relay, options, &ledger)?;
        let outbox = match relay {
            Some(_) => None,
            None => Some(self.outbox()?),
        };
        let mut stale = None;
        if let Some(run) = ledger.run(&name)? {
            if let Some(outbox) = &outbox {
                settle_outbox(&mut ledger, &run, outbox, now.as_millisecond())?;
            }
            let counts = ledger.counts(run.id)?;
            // Whoever empties the outbox wants the issue in it anew.
            let emptied = outbox.as_ref().is_some_and(|outbox| !outbox.holds_any());
            if !nobody_has_it(&counts) && !emptied {
                let means = self.means(outbox, options, operator)?;
                operator.say(&format!("{} was begun already: going on with it", run.name));
                return resume::go_on(self.folder, loaded, run, ledger, means, options.permits, operator);
            }
            // Nothing reached anybody: it is planned anew, as it is now, once somebody has said yes.
            stale = Some(run.id);
        }
        if relay.is_some() && !options.is_test() && !options.permits.ledger && stale.is_none() {
            self.known(&name)?;
        }
        self.show(&frozen, relay, &key, operator);
        if self.audience.recipients.is_empty() {
            return Err(SendError::Refused(
                "nobody on the list may be mailed; the reasons stand above".into(),
            ));
        }
        self.look_ahead(&frozen, relay, options, operator)?;
        self.confirm(options, operator)?;
        // A command that prints a secret is run when somebody who has seen it said yes, never in a dry run.
        let means = self.means(outbox, options, operator)?;
        if let Some(stale) = stale {
            ledger.forget(stale)?;
        }
        let frozen_text = serde_json::to_string(&frozen)
            .map_err(|error| SendError::because("the plan can't be written", error))?;
        let run = Run { id: 0, name, created: now.as_millisecond(), frozen: frozen_text };
        let id = self.enter(&run, &key, options, &mut ledger)?;
        // A long list is in the ledger now.
        self.audience = Audience::default();
        let run = Run { id, ..run };
        Delivery { folder: self.folder, means, run, frozen, left: BTreeSet::new() }
            .carry_out(ledger, operator)
    }

    /// Enters everybody who gets it into the ledger.
    fn enter(&self, run: &Run, key: &Key, options: &Options, ledger: &mut Sqlite) -> Result<i64, SendError> {
        let languages = self.languages();
        let pick = |recipient: &Recipient| match options.is_test() {
            true => 0,
            false => edition_for(&languages, recipient.language.as_deref()),
        };
        let mut all = recipients(&self.audience, &run.name, key, &pick);
        ledger.plan(run, &mut all).map_err(|error| unplanned(&error, &run.name))
    }

    /// Refuses an issue that the sources call sent and the ledger does not know.
    fn known(&self, name: &str) -> Result<(), SendError> {
        if self.loaded.cluster.sent.iter().all(|sent| sent.issue != self.month) {
            return Ok(());
        }
        Err(SendError::Refused(format!(
            "`sources/sent.yaml` says that {name} was sent, and the ledger in state/ knows nothing of it: was it sent from another machine, or is the ledger lost? everybody would get it a second time; if you are sure, `--accept-ledger` sends it"
        )))
    }

    /// The name that its run has in the ledger.
    fn run_name(
        &self,
        relay: Option<&RelayConfig>,
        options: &Options,
        ledger: &Sqlite,
    ) -> Result<String, SendError> {
        match (relay, options.is_test()) {
            (Some(_), true) => test_name(ledger, &self.month.to_string()),
            (Some(_), false) => Ok(self.month.to_string()),
            (None, _) if self.is_draft() => Ok(format!("{}/outbox-draft", self.month)),
            (None, _) => Ok(format!("{}/outbox", self.month)),
        }
    }

    /// Whether it is a draft.
    fn is_draft(&self) -> bool {
        self.editions.first().is_some_and(|issue| issue.stage == Stage::Draft)
    }

    /// The outbox, for the issue's messages.
    fn outbox(&self) -> Result<Outbox, SendError> {
        let draft = if self.is_draft() { "-draft" } else { "" };
        let folder = self.folder.state().join("outbox");
        Outbox::open(&folder, &format!("{}{draft}", self.month))
            .map_err(|error| SendError::disk("the outbox can't be opened", error))
    }

    /// By what means it goes; of a relay, with its secrets.
    fn means(
        &self,
        outbox: Option<Outbox>,
        options: &Options,
        operator: &mut dyn Operator,
    ) -> Result<Means, SendError> {
        let config = &self.loaded.cluster.config;
        match outbox {
            Some(outbox) => Ok(Means::Outbox(outbox)),
            None => {
                trust::commands(config.smtp.as_ref(), options.permits, operator)?;
                Ok(Means::Relay(Box::new(Settings::read(self.folder, config)?)))
            }
        }
    }

    /// Shows what would happen: to whom, what is missing, what was changed since it was begun.
    fn dry_run(
        &self,
        frozen: &Frozen,
        relay: Option<&RelayConfig>,
        key: &Key,
        options: &Options,
        operator: &mut dyn Operator,
    ) -> Result<Ending, SendError> {
        if relay.is_some() {
            Settings::check(self.folder, &self.loaded.cluster.config)?;
        }
        self.show(frozen, relay, key, operator);
        for missing in preflight::missing(&frozen.hosted) {
            operator.say(&format!("not published: {missing}"));
        }
        let ledger = Sqlite::open_read_only(&self.folder.state().join(LEDGER))?;
        let begun = match &ledger {
            Some(ledger) if !options.is_test() => ledger.run(&self.run_name(relay, options, ledger)?)?,
            _ => None,
        };
        if let (Some(ledger), Some(run)) = (&ledger, begun) {
            let counts = ledger.counts(run.id)?;
            let left = counts.pending() + counts.of(State::Deferred);
            if !nobody_has_it(&counts) {
                operator.say(&format!(
                    "{} was begun: of {} planned then, {} have it and {left} are left; nobody else gets it",
                    run.name,
                    counts.planned(),
                    counts.of(State::Accepted)
                ));
                let differences = self::frozen(&run)?.differences(&self.files());
                if left > 0 && !differences.is_empty() {
                    return Err(refuse_differences(&run, &differences));
                }
            }
        }
        operator.say("dry run: nothing was written, nobody was mailed");
        Ok(Ending::Done)
    }

    fn test_edition(&self, options: &Options) -> Result<usize, SendError> {
        let Some(asked) = &options.language else { return Ok(0) };
        let found = self.editions.iter().position(|issue| issue.language.as_str() == asked);
        found.ok_or_else(|| {
            let known: Vec<_> = self.editions.iter().map(|issue| issue.language.as_str()).collect();
            SendError::failure(format!("there is no edition in `{asked}`; there is {}", known.join(", ")))
        })
    }

    /// Says what many readers, or any of them, would miss.
    fn look_ahead(
        &self,
        frozen: &Frozen,
        relay: Option<&RelayConfig>,
        options: &Options,
        operator: &mut dyn Operator,
    ) -> Result<(), SendError> {
        if relay.is_none() {
            return Ok(());
        }
        let by_click = self.loaded.cluster.config.unsubscribe_url.is_some();
        if self.audience.recipients.len() > MANY && !by_click {
            operator.fail(&format!(
                "warning: above {MANY} recipients, large providers expect that readers can unsubscribe by a click: set `unsubscribe_url` (docs/delivery.md shows what it must answer)"
            ));
        }
        operator.stage("published files");
        let missing = preflight::missing(&frozen.hosted);
        operator.stage("");
        if missing.is_empty() {
            return Ok(());
        }
        let list = missing.join("\n  ");
        if !options.is_test() {
            return Err(SendError::Refused(format!(
                "readers would meet what is not there:\n  {list}\npublish `output/web/` first (`bulletin build --final` makes it), then send; nobody was mailed"
            )));
        }
        operator.fail(&format!("warning: reviewers will meet what is not there yet:\n  {list}"));
        Ok(())
    }

    /// Asks, unless told not to.
    fn confirm(&self, options: &Options, operator: &mut dyn Operator) -> Result<(), SendError> {
        if options.yes {
            return Ok(());
        }
        let by_relay = self.loaded.cluster.config.transport == TransportKind::Smtp;
        let question = match (by_relay, options.is_test(), self.audience.recipients.len()) {
            (false, ..) => "Deliver it to the outbox?".to_string(),
            (_, true, _) => "Send the test?".to_string(),
            (_, false, 1) => "Send it to 1 person?".to_string(),
            (_, false, many) => format!("Send it to {many} people?"),
        };
        match operator.ask(&question) {
            Some(true) => Ok(()),
            Some(false) => Err(SendError::Declined("nothing was sent".into())),
            None => Err(SendError::failure("nobody is there to answer: add `--yes` to send without asking")),
        }
    }
}

/// Reviewers by their addresses.
fn reviewers(addresses: &[String]) -> Result<Audience, SendError> {
    let mut audience = Audience::default();
    for typed in addresses {
        let address = MailAddress::parse(typed.trim()).map_err(|complaint| {
            SendError::failure(format!("--test: {}; {}", complaint.message, complaint.hint))
        })?;
        let recipient = Recipient { address, language: None, reviewer: true };
        if audience.recipients.iter().all(|known| known.normal() != recipient.normal()) {
            audience.recipients.push(recipient);
        }
    }
    Ok(audience)
}

/// A plan that could not be written: it is made anew by sending, there is nothing to go on with.
fn unplanned(error: &LedgerError, name: &str) -> SendError {
    let words = error.to_string().replace("so nothing more was sent", "so nobody was mailed");
    SendError::failure(words.replace("bulletin send resume", &format!("bulletin send {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_no_disk_holds_is_made_anew_by_sending() {
        for error in [LedgerError::Full, LedgerError::Broken("a fault".into())] {
            let SendError::Failure(words, _) = unplanned(&error, "2024-04") else {
                panic!("a failure of the machine")
            };
            assert!(
                words.contains("so nobody was mailed") && words.ends_with("then `bulletin send 2024-04`"),
                "{words}"
            );
        }
    }
}
