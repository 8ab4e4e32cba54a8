//! To the relay: the plan is frozen, shown, and asked for; then it is carried out.

use jiff::Timestamp;

use super::deliver::{Delivery, Settings, nobody_has_it, open, time_words};
use super::{Options, edition, files, preflight, show, templates};
use crate::audience::{Audience, Recipient};
use crate::commands::{Console, Desk, Exit, Loaded, Stop, build, failure};
use crate::delivery::ledger::{Ledger, LedgerError, Run, Sqlite, State};
use crate::delivery::{Difference, Frozen, FrozenEdition, Hosted, Key, digest, recipients};
use crate::issue::{CheckedIssue, Stage};
use crate::message::Template;
use crate::model::{MailAddress, Month, RelayConfig, SecretSource};
use crate::output::sha256;
use crate::sources::Parse;
use crate::web;

/// Above so many recipients, a way to unsubscribe by a click is expected (Gmail, "Email sender
/// guidelines").
const MANY: usize = 5_000;

/// An issue on its way to a relay.
pub struct Sending<'a, 'i> {
    /// The cluster's folder.
    pub desk: &'a Desk,
    /// Everything read.
    pub loaded: &'a Loaded,
    /// The issue.
    pub month: Month,
    /// Its editions, the main one first.
    pub editions: &'a [CheckedIssue<'i>],
    /// What was built.
    pub built: &'a build::Built,
    /// Who gets it.
    pub audience: Audience,
}

impl Sending<'_, '_> {
    /// Plans, shows, asks, sends.
    pub fn run(mut self, options: &Options, console: &mut dyn Console) -> Result<Exit, Stop> {
        let config = &self.loaded.cluster.config;
        let Some(relay) = &config.smtp else { return Err(Stop::Errors) };
        let now = console.now();
        let key = match options.dry_run && !self.desk.state().join("key").exists() {
            // A dry run writes nothing, not even a key.
            true => Key::from_bytes([0; 32]),
            false => Key::open(&self.desk.state()).map_err(|error| failure("the key in state/", &error))?,
        };
        let testing = !options.test.is_empty();
        let only = match testing {
            true => Some(self.test_edition(options)?),
            false => None,
        };
        let frozen = self.freeze(relay, only, now)?;
        if options.dry_run {
            Settings::look(self.desk, config)?;
            if testing {
                self.audience = reviewers(&options.test)?;
            }
            return self.dry_run(&frozen, relay, &key, options, console);
        }
        let mut ledger = open(self.desk, options.leave.ledger, now)?;
        let name = match testing {
            true => test_name(&ledger, &frozen.issue)?,
            false => frozen.issue.clone(),
        };
        let mut stale = None;
        if let Some(run) = ledger.run(&name).map_err(broken)? {
            let counts = ledger.counts(run.id).map_err(broken)?;
            if !nobody_has_it(&counts) {
                let settings = Settings::read(self.desk, config)?;
                return self.go_on(run, options, settings, ledger, console);
            }
            // Nothing reached anybody: it is planned anew, as it is now, once somebody has said yes.
            stale = Some(run.id);
        }
        let noted = self.loaded.cluster.sent.iter().any(|sent| sent.issue == self.month);
        if noted && !testing && !options.leave.ledger && ledger.run(&name).map_err(broken)?.is_none() {
            return Err(Stop::Refused(format!(
                "`sources/sent.yaml` says that {name} was sent, and the ledger in state/ knows nothing of it: was it sent from another machine, or is the ledger lost? everybody would get it a second time; if you are sure, `--accept-ledger` sends it"
            )));
        }
        if testing {
            self.audience = reviewers(&options.test)?;
        }
        self.show(&frozen, relay, &key, console);
        if self.audience.recipients.is_empty() {
            return Err(Stop::Refused("nobody on the list may be mailed; the reasons stand above".into()));
        }
        if self.audience.recipients.len() > MANY && config.unsubscribe_url.is_none() {
            console.fail(&format!(
                "warning: above {MANY} recipients, large providers expect that readers can unsubscribe by a click: set `unsubscribe_url` (docs/delivery.md shows what it must answer)"
            ));
        }
        console.stage("published files");
        let missing = preflight::missing(&frozen.hosted);
        console.stage("");
        if !missing.is_empty() {
            let list = missing.join("\n  ");
            if !testing {
                return Err(Stop::Refused(format!(
                    "readers would meet what is not there:\n  {list}\npublish `output/web/` first (`bulletin build --final` makes it), then send; nobody was mailed"
                )));
            }
            console.fail(&format!("warning: reviewers will meet what is not there yet:\n  {list}"));
        }
        confirm(options, self.audience.recipients.len(), console)?;
        // A command that prints a secret is run when somebody who has seen it said yes, never in a dry run.
        let settings = Settings::read(self.desk, config)?;
        if let Some(stale) = stale {
            ledger.forget(stale).map_err(broken)?;
        }
        let editions = self.editions;
        let pick = |recipient: &Recipient| if testing { 0 } else { edition(editions, recipient) };
        let run = Run {
            id: 0,
            name: name.clone(),
            created: now.as_millisecond(),
            frozen: serde_json::to_string(&frozen).unwrap_or_default(),
        };
        let id = {
            let mut all = recipients(&self.audience, &name, &key, &pick);
            ledger.plan(&run, &mut all).map_err(|error| unplanned(&error, &name))?
        };
        // A long list is in the ledger now.
        self.audience = Audience::default();
        Delivery { desk: self.desk, settings, run: Run { id, ..run }, frozen, left: Default::default() }
            .carry_out(ledger, console)
    }

    /// Shows what would happen: to whom, what is missing, what was changed since it was begun.
    fn dry_run(
        &self,
        frozen: &Frozen,
        relay: &RelayConfig,
        key: &Key,
        options: &Options,
        console: &mut dyn Console,
    ) -> Result<Exit, Stop> {
        self.show(frozen, relay, key, console);
        for missing in preflight::missing(&frozen.hosted) {
            console.say(&format!("not published: {missing}"));
        }
        let ledger = Sqlite::look(&self.desk.state().join(super::LEDGER)).map_err(broken)?;
        let begun = match &ledger {
            Some(ledger) if options.test.is_empty() => ledger.run(&frozen.issue).map_err(broken)?,
            _ => None,
        };
        if let (Some(ledger), Some(run)) = (&ledger, begun) {
            let counts = ledger.counts(run.id).map_err(broken)?;
            let open = counts.pending() + counts.of(State::Deferred);
            if !nobody_has_it(&counts) {
                console.say(&format!(
                    "{} was begun: of {} planned then, {} have it and {open} are left; nobody else gets it",
                    run.name,
                    counts.planned(),
                    counts.of(State::Accepted)
                ));
                let planned = super::after::frozen(&run)?;
                let differences = planned.differences(&files(self.loaded, &planned.issue));
                if open > 0 && !differences.is_empty() {
                    return Err(refuse_differences(&run, &differences));
                }
            }
        }
        console.say("dry run: nothing was written, nobody was mailed");
        Ok(Exit::Done)
    }

    /// Goes on with what was begun, if nothing differs.
    fn go_on(
        &self,
        run: Run,
        options: &Options,
        settings: Settings,
        ledger: Sqlite,
        console: &mut dyn Console,
    ) -> Result<Exit, Stop> {
        console.say(&format!("{} was begun already: going on with it", run.name));
        super::after::go_on(self.desk, self.loaded, run, ledger, settings, options.leave, console)
    }

    /// The edition of a test.
    fn test_edition(&self, options: &Options) -> Result<usize, Stop> {
        let Some(asked) = &options.language else { return Ok(0) };
        let found = self.editions.iter().position(|issue| issue.language.as_str() == asked);
        found.ok_or_else(|| {
            let known: Vec<_> = self.editions.iter().map(|issue| issue.language.as_str()).collect();
            Stop::Failure(format!("there is no edition in `{asked}`; there is {}", known.join(", ")))
        })
    }

    /// Freezes what goes out: all editions, or the only one of a test.
    fn freeze(&self, relay: &RelayConfig, only: Option<usize>, now: Timestamp) -> Result<Frozen, Stop> {
        let config = &self.loaded.cluster.config;
        let made = templates(self.editions, &self.built.newsletters, now)?;
        let all = self.editions.iter().zip(&self.built.newsletters).zip(made).enumerate();
        let chosen = all.filter(|(at, _)| only.is_none_or(|only| only == *at));
        let editions: Vec<FrozenEdition> = chosen
            .map(|(_, ((issue, newsletter), template))| FrozenEdition {
                language: issue.language.as_str().to_string(),
                subject: newsletter.subject.clone(),
                template,
            })
            .collect();
        let manifest = self.editions.first().and_then(|issue| issue.manifest);
        let from = manifest.and_then(|manifest| manifest.from.as_ref()).unwrap_or(&config.from);
        let hours = i64::from(relay.send_within);
        let pick = |recipient: &Recipient| edition(self.editions, recipient);
        Ok(Frozen {
            issue: self.month.to_string(),
            draft: self.editions.first().is_some_and(|issue| issue.stage == Stage::Draft),
            hosted: self.hosted(),
            editions,
            from: from.as_str().to_string(),
            // A long list at a slow pace takes days, and may.
            not_after: now.as_millisecond()
                + hours * 3_600_000
                + relay.rates.time_for(self.audience.recipients.len() as u64),
            files: files(self.loaded, &self.month.to_string()),
            audience: digest(&self.audience, &pick),
            candidates: if only.is_some() { 0 } else { self.audience.candidates() as u64 },
            excluded: self
                .audience
                .excluded
                .iter()
                .map(|(reason, count)| (reason.name().to_string(), *count as u64))
                .collect(),
        })
    }

    /// What of ours the messages show or lead to.
    fn hosted(&self) -> Vec<Hosted> {
        let config = &self.loaded.cluster.config;
        let mut found = Vec::new();
        if let Some(base) = &config.images_url {
            let base = base.as_str().trim_end_matches('/');
            for picture in self.built.newsletters.iter().flat_map(|newsletter| &newsletter.pictures) {
                let url = format!("{base}/{}", picture.name);
                if found.iter().all(|known: &Hosted| known.url != url) {
                    found.push(Hosted { url, sha256: sha256(&picture.bytes), page: None });
                }
            }
        }
        for issue in self.editions {
            let address = web::Address::of(issue);
            // A page may be changed a little on its way; that it is there is enough.
            let page = Some(web::mark(issue));
            found.extend(address.page().map(|url| Hosted { url, sha256: String::new(), page }));
            let name = format!("report.{}.pdf", issue.language.as_str());
            if let (Some(url), Some(bytes)) = (address.report(), self.built.outputs.0.get(&name)) {
                found.push(Hosted { url, sha256: sha256(bytes), page: None });
            }
        }
        found
    }

    /// Says what is about to happen.
    fn show(&self, frozen: &Frozen, relay: &RelayConfig, key: &Key, console: &mut dyn Console) {
        let count = self.audience.recipients.len();
        console.say(&format!("from: {}", frozen.from));
        show(self.editions, &self.built.newsletters, &self.audience, console);
        let size = frozen.editions.iter().map(|edition| edition.template.size()).max().unwrap_or(0);
        console.say(&format!(
            "{} kB a message; to {}:{}, {} connections at most; takes {}",
            size.div_ceil(1000),
            relay.host,
            relay.port,
            relay.rates.connections,
            time_words(relay.rates.time_for(count as u64))
        ));
        for (what, source) in [("password", &relay.password), ("token", &relay.token)] {
            if let Some(SecretSource::Command(command)) = source {
                console.say(&format!("the {what} is what this command prints on this machine: {command}"));
            }
        }
        if let Some(template) = frozen.editions.first().map(|edition| &edition.template) {
            console.say(&first_view(template, self.audience.recipients.first(), key));
        }
    }
}

/// The head of the first recipient's message, the address masked: what is on a screen may be
/// photographed.
fn first_view(template: &Template, recipient: Option<&Recipient>, key: &Key) -> String {
    let normal = recipient.map(Recipient::normal).unwrap_or_default();
    let token = key.token(&normal);
    let to = hint_of(&normal);
    let message = template.message(&crate::message::Personal { to: &to, id: "…", token: &token });
    let text = String::from_utf8_lossy(&message);
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    let wanted = ["From:", "To:", "Subject:", "Reply-To:", "List-Unsubscribe:"];
    let shown = head.lines().filter(|line| wanted.iter().any(|name| line.starts_with(name)));
    let shown: Vec<_> = shown.map(|line| format!("  | {}", line.replace(&token, "…"))).collect();
    format!("the first message begins:\n{}", shown.join("\n"))
}

/// An address of which only enough is shown to know it again.
fn hint_of(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    let domain = domain.rsplit_once('.').map_or(domain, |(_, top)| top);
    format!("{first}…@….{domain}")
}

/// Asks, unless told not to.
fn confirm(options: &Options, count: usize, console: &mut dyn Console) -> Result<(), Stop> {
    if options.yes {
        return Ok(());
    }
    let question = match (options.test.is_empty(), count) {
        (true, 1) => "Send it to 1 person?".to_string(),
        (true, many) => format!("Send it to {many} people?"),
        (false, _) => "Send the test?".to_string(),
    };
    match console.ask(&question) {
        Some(true) => Ok(()),
        Some(false) => Err(Stop::Said("nothing was sent".into())),
        None => Err(Stop::Failure("nobody is there to answer: add `--yes` to send without asking".into())),
    }
}

/// Reviewers by their addresses.
fn reviewers(addresses: &[String]) -> Result<Audience, Stop> {
    let mut audience = Audience::default();
    for typed in addresses {
        let address = MailAddress::parse(typed.trim()).map_err(|complaint| {
            Stop::Failure(format!("--test: {}; {}", complaint.message, complaint.hint))
        })?;
        let recipient = Recipient { address, language: None, reviewer: true };
        if audience.recipients.iter().all(|known| known.normal() != recipient.normal()) {
            audience.recipients.push(recipient);
        }
    }
    Ok(audience)
}

/// The name of the next test.
fn test_name(ledger: &impl Ledger, issue: &str) -> Result<String, Stop> {
    let prefix = format!("{issue}/test-");
    let runs = ledger.runs().map_err(broken)?;
    let numbers = runs.iter().filter_map(|name| name.strip_prefix(&prefix)?.parse::<u32>().ok());
    Ok(format!("{prefix}{}", numbers.max().unwrap_or(0) + 1))
}

/// A ledger that does not work.
pub fn broken(error: LedgerError) -> Stop {
    Stop::Failure(error.words())
}

/// A plan that could not be written: it is made anew by sending, there is nothing to go on with.
fn unplanned(error: &LedgerError, name: &str) -> Stop {
    let words = error.words().replace("so nothing more was sent", "so nobody was mailed");
    Stop::Failure(words.replace("bulletin send resume", &format!("bulletin send {name}")))
}

/// What differs between a plan and now, as a refusal.
pub fn refuse_differences(run: &Run, differences: &[Difference]) -> Stop {
    let shown: Vec<_> = differences.iter().take(12).map(|one| format!("  {}", one.words())).collect();
    let more = differences.len() - shown.len();
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    Stop::Refused(format!(
        "since {} was planned:\n{}{more}\nnobody gets two versions. Undo that and run this again; or `bulletin send resume {} --as-planned` sends the rest exactly as it was planned, to those who were on the list then",
        run.name,
        shown.join("\n"),
        run.name
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_no_disk_holds_is_made_anew_by_sending() {
        for error in [LedgerError::Full, LedgerError::Broken("a fault".into())] {
            let Stop::Failure(words) = unplanned(&error, "2024-04") else {
                panic!("a failure of the machine")
            };
            assert!(
                words.contains("so nobody was mailed") && words.ends_with("then `bulletin send 2024-04`"),
                "{words}"
            );
        }
    }
}
