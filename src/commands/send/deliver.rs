//! Carries a plan out: the part that is the same for the first attempt and for every resumption.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use super::{LEDGER, SUPPRESSIONS, relay::broken, secret, totals};
use crate::commands::{Console, Desk, Exit, Stop};
use crate::delivery::ledger::{Counts, Guard, Ledger, Lock, Millis, Run, Sqlite, State, had_ledger};
use crate::delivery::run::{Clock, End, Outgoing, Progress, Rules, Stage, run};
use crate::delivery::smtp::{Limits, Login, Relay, Security, is_loopback, tls_client};
use crate::delivery::{Frozen, Receipt, Suppressions, hex};
use crate::message::{Signer, TOKEN_LENGTH};
use crate::model::{Config, DkimKey, MailAddress, RelayConfig, SENT_FILE, SecurityKind};
use crate::sources::Parse;

/// How often progress is printed where nobody watches, in milliseconds.
const SELDOM: Millis = 30_000;

/// Everything that is needed to speak to the relay, checked before anybody is planned.
pub struct Settings {
    /// The relay.
    relay: Relay,
    /// What signs: keys with their private half.
    keys: Vec<(DkimKey, Vec<u8>)>,
    /// Whether bounces go elsewhere than to the sender.
    own_path: bool,
    /// The rules.
    rules: Rules,
}

impl Settings {
    /// Reads secrets, certificates and keys.
    pub fn read(desk: &Desk, config: &Config) -> Result<Self, Stop> {
        Self::with_login(desk, config, secret::login)
    }

    /// Says what would be missing, without running a command that gives a secret.
    pub fn look(desk: &Desk, config: &Config) -> Result<(), Stop> {
        Self::with_login(desk, config, |relay| secret::look(relay).map(|()| None)).map(drop)
    }

    /// The settings with a login that is had in some way.
    fn with_login(
        desk: &Desk,
        config: &Config,
        login: impl FnOnce(&RelayConfig) -> Result<Option<Login>, String>,
    ) -> Result<Self, Stop> {
        let Some(smtp) = &config.smtp else {
            return Err(Stop::Failure(
                "there is no relay: set `transport: smtp` and `smtp:` in bulletin.yaml".into(),
            ));
        };
        if smtp.security == SecurityKind::None && !is_loopback(&smtp.host) {
            return Err(Stop::Failure(format!(
                "`security: none` to `{}` would show everything to everybody: only a server on this machine is spoken to without TLS; set `security: tls` or `starttls`",
                smtp.host
            )));
        }
        let file = |name: &str, what: &str| {
            std::fs::read(desk.root.join(name))
                .map_err(|error| Stop::Failure(format!("{what} `{name}` can't be read: {error}")))
        };
        let own = smtp.ca.as_deref().map(|name| file(name, "the certificate")).transpose()?;
        let tls = tls_client(own.as_deref())
            .map_err(|why| Stop::Failure(format!("`smtp: ca` can't be used: {why}")))?;
        let mut keys = Vec::new();
        for key in &config.dkim {
            keys.push((key.clone(), file(&key.file, "the key")?));
        }
        let return_path = smtp.return_path.clone();
        // A token and its `+` must fit into a local part (RFC 5321, section 4.5.3.1.1).
        let longest = 64 - TOKEN_LENGTH - 1;
        let path = return_path.as_ref().unwrap_or(&config.from);
        if smtp.verp && path.local().len() > longest {
            return Err(Stop::Failure(format!(
                "`smtp: return_path`: with `verp`, the part before the `@` has {longest} characters at most"
            )));
        }
        let factor = time_factor();
        let relay = Relay {
            host: smtp.host.clone(),
            port: smtp.port,
            security: match smtp.security {
                SecurityKind::Tls => Security::Tls,
                SecurityKind::Starttls => Security::Starttls,
                SecurityKind::None => Security::Plain,
            },
            tls,
            login: login(smtp).map_err(Stop::Failure)?,
            return_path: return_path.unwrap_or_else(|| config.from.clone()),
            verp: smtp.verp,
            dsn: smtp.dsn,
            limits: Limits::scaled(factor),
        };
        Ok(Self { relay, keys, own_path: smtp.return_path.is_some(), rules: rules(smtp, factor) })
    }
}

/// The rules that a configuration gives; `not_after` is the plan's.
fn rules(smtp: &RelayConfig, factor: f64) -> Rules {
    let millis = |seconds: f64| (seconds * 1000.0 * factor) as Millis;
    Rules {
        rates: smtp.rates,
        retry: millis(f64::from(smtp.retry)),
        pause: millis(10.0),
        attempts: smtp.attempts,
        wait: millis(f64::from(smtp.wait) * 60.0),
        not_after: Millis::MAX,
    }
}

/// How much slower time goes: 1 but in tests.
pub fn time_factor() -> f64 {
    match cfg!(debug_assertions) {
        true => std::env::var("BULLETIN_TEST_TIME").ok().and_then(|text| text.parse().ok()).unwrap_or(1.0),
        false => 1.0,
    }
}

/// Opens the ledger to write, ours alone, with everything settled that an earlier program left; refuses
/// another sender, a copy, and one that was put back.
pub fn open(desk: &Desk, accept: bool, now: Timestamp) -> Result<Sqlite, Stop> {
    let state = desk.state();
    if now.as_second() < EARLIEST {
        return Err(Stop::Refused(format!(
            "this machine's clock says {}: set it, or every message bears a wrong date and the pace counts wrong hours; nobody was mailed",
            now.strftime("%-d %B %Y")
        )));
    }
    let refused = |error: crate::delivery::ledger::GuardError| Stop::Refused(error.words());
    let lock = Lock::take(&state, &now.strftime("%Y-%m-%d %H:%M UTC").to_string()).map_err(refused)?;
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| Stop::Failure(format!("no randomness: {error}")))?;
    let ledger = Sqlite::open(&state.join(LEDGER), &hex(&random)).map_err(broken)?;
    let (uuid, commits) = ledger.identity().map_err(broken)?;
    let guard =
        Guard::open(lock, &state, own_state().as_deref(), (&uuid, commits), accept).map_err(refused)?;
    let mut ledger = ledger.guarded(guard).map_err(broken)?;
    ledger.recover(now.as_millisecond()).map_err(broken)?;
    Ok(ledger)
}

/// Why there is no ledger to look into: nothing was sent, or what knew of it is gone.
pub fn no_ledger(desk: &Desk) -> Stop {
    match had_ledger(&desk.state(), own_state().as_deref()) {
        true => Stop::Refused(
            "the ledger that was in state/ is gone: who has which issue is not known any more. Put `state/` back from your copy; the relay's log says who was mailed since".into(),
        ),
        false => Stop::Failure(
            "nothing was sent by a relay yet: there is no ledger in state/. What went to the outbox lies in state/outbox/".into(),
        ),
    }
}

/// No message was sent by this program before 2020: a clock that says so was not set.
const EARLIEST: i64 = 1_577_836_800;

/// The user's own folder for what programs keep (XDG Base Directory Specification).
fn own_state() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("XDG_STATE_HOME")
        .or_else(|| Some(named("HOME")?.join(".local").join("state")))
        .or_else(|| named("LOCALAPPDATA"))
}

/// The clock that the console has.
struct Wall<'a, 'c, 'd>(&'a RefCell<&'c mut (dyn Console + 'd)>);

impl Clock for Wall<'_, '_, '_> {
    fn now(&self) -> Millis {
        self.0.borrow().now().as_millisecond()
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> {
        tokio::time::sleep(time)
    }
}

/// A plan and everything to carry it out with.
pub struct Delivery<'a> {
    /// The cluster's folder.
    pub desk: &'a Desk,
    /// The relay, keys, rules.
    pub settings: Settings,
    /// The run.
    pub run: Run,
    /// What goes out.
    pub frozen: Frozen,
    /// Who left since the plan, as they are compared.
    pub left: BTreeSet<String>,
}

impl Delivery<'_> {
    /// Sends until nobody is left or something stops it; prints the receipt.
    pub fn carry_out(self, ledger: Sqlite, console: &mut dyn Console) -> Result<Exit, Stop> {
        let Self { desk, settings, run: planned, frozen, mut left } = self;
        left.extend(ledger.suppressed().map_err(broken)?.into_keys());
        let mut suppressions = Suppressions::new(desk.state().join(SUPPRESSIONS), left);
        if !suppressions.is_readable() {
            return Err(Stop::Failure("state/suppressions.csv can't be read: nobody was mailed".into()));
        }
        // The sender may be the issue's own: it is what the domain must agree with (RFC 7489, section 3.1).
        let from = MailAddress::parse(&frozen.from).map_err(|complaint| Stop::Failure(complaint.message))?;
        let path = if settings.own_path { &settings.relay.return_path } else { &from };
        let mut signers = Vec::new();
        for (key, pem) in &settings.keys {
            let domain = from.ascii_domain().unwrap_or_default();
            let signer = Signer::new(&domain, &key.selector, pem)
                .map_err(|error| Stop::Failure(format!("`{}`: {}", key.file, error.0)))?;
            signers.push(signer);
        }
        let outgoing = Outgoing {
            run: planned.id,
            templates: frozen.editions.iter().map(|edition| edition.template.clone()).collect(),
            return_path: envelope_address(path)?,
            verp: settings.relay.verp,
            dsn: settings.relay.dsn,
            signers,
        };
        let rules = Rules { not_after: frozen.not_after, ..settings.rules };
        console.stage("send");
        let started = console.now().as_millisecond();
        let before = ledger.counts(planned.id).map_err(broken)?;
        let (mut ledger, end) = {
            let console = RefCell::new(&mut *console);
            let clock = Wall(&console);
            let mut said = started;
            let mut report = |progress: &Progress| {
                let mut console = console.borrow_mut();
                let now = console.now().as_millisecond();
                let seldom = now - said >= SELDOM;
                if seldom {
                    said = now;
                }
                console.progress(&words(progress), seldom);
            };
            let stage =
                Stage { transport: &settings.relay, clock: &clock, outgoing: &outgoing, rules, suppressions };
            run(ledger, stage, &mut report)
                .map_err(|error| Stop::Failure(format!("sending could not begin: {error}")))?
        };
        console.stage("");
        // What was in flight when it was stopped at once is uncertain. A ledger that can't be written
        // says so below.
        let _ = ledger.recover(console.now().as_millisecond());
        let counts = ledger.counts(planned.id).map_err(broken)?;
        let spent = console.now().as_millisecond() - started;
        let sent = counts.of(State::Accepted) - before.of(State::Accepted).min(counts.of(State::Accepted));
        if sent > 0 && spent > 0 {
            console.say(&format!("{sent} accepted in {}", time_words(spent)));
        }
        finish(desk, ledger.assumed(planned.id).map_err(broken)?, &planned, &frozen, counts, end, console)
    }
}

/// The return path as an envelope has it.
fn envelope_address(address: &MailAddress) -> Result<lettre::Address, Stop> {
    let refused = || Stop::Failure("`smtp: return_path` is no address that mail can carry".into());
    let domain = address.ascii_domain().ok_or_else(refused)?;
    lettre::Address::new(address.local(), domain).map_err(|_| refused())
}

/// Prints the receipt and says what is left open.
fn finish(
    desk: &Desk,
    assumed: u64,
    run: &Run,
    frozen: &Frozen,
    counts: Counts,
    end: End,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let receipt = Receipt::new(
        run,
        &Frozen { candidates: candidates(frozen, &counts), ..frozen.clone() },
        counts,
        assumed,
    );
    console.data(&receipt.table());
    if !receipt.balances() {
        return Err(Stop::Failure(
            "the account does not balance; nothing more is sent before somebody has looked into state/"
                .into(),
        ));
    }
    if receipt.is_told() && !run.name.contains('/') {
        totals::note(desk, run, frozen, &receipt).map_err(|error| {
            Stop::Failure(format!("everything was sent, but `{SENT_FILE}` could not be written: {error}"))
        })?;
    }
    let uncertain = receipt.counts.of(State::Uncertain);
    let open = receipt.counts.open();
    let resume = format!("`bulletin send resume {}`", run.name);
    // Where nobody has it yet it may be changed, and is planned anew.
    let again = match nobody_has_it(&receipt.counts) && !run.name.contains('/') {
        true => format!("`bulletin send {}`", run.name),
        false => resume.clone(),
    };
    match end {
        End::Ledger(error) => return Err(Stop::Failure(error.words())),
        End::Late if open > 0 => {
            return Err(Stop::Refused(format!(
                "{} was to go out until {}, and that is past: old news mailed late embarrasses. `{}` with `--late` sends the rest all the same",
                run.name,
                moment(frozen.not_after),
                resume.trim_matches('`')
            )));
        }
        End::Stopped(why) => {
            console.fail(&format!("stopped: {why}"));
            if open > 0 {
                console.say(&format!("then {again} goes on with the {open} who are left"));
            }
            return Ok(Exit::Stopped);
        }
        End::Breaker(said) => {
            console.fail(&format!(
                "stopped, as message after message was refused: {said}. It is the message or the sender that is not wanted, not these people: nobody was taken off the list. Then {again}"
            ));
            return Ok(Exit::Stopped);
        }
        End::Blocked(count, said) => {
            console.fail(&format!(
                "{count} were refused for something that was not said of them: {said}. Nobody was taken off the list; {again} tries them again"
            ));
            return Ok(if uncertain > 0 { Exit::Uncertain } else { Exit::Stopped });
        }
        End::Interrupted => console.say(&format!("ended on request; {resume} goes on")),
        End::Done if open > 0 => {
            console.say(&format!("{open} are to be tried again: {resume}, in an hour or so"))
        }
        End::Done | End::Late => {}
    }
    if uncertain > 0 {
        console.say(&format!(
            "{uncertain} are uncertain and are not mailed again by themselves: `bulletin send resolve {}` settles them from the relay's log or a mailbox",
            run.name
        ));
        return Ok(Exit::Uncertain);
    }
    Ok(if open > 0 { Exit::Deferred } else { Exit::Done })
}

/// Whether it is certain that nobody got anything of a run.
pub fn nobody_has_it(counts: &Counts) -> bool {
    [State::Accepted, State::Uncertain, State::Intent].iter().all(|state| counts.of(*state) == 0)
}

/// How many were candidates: of a test, those it went to.
pub fn candidates(frozen: &Frozen, counts: &Counts) -> u64 {
    if frozen.candidates == 0 { counts.planned() } else { frozen.candidates }
}

/// How far it is, in a line.
fn words(progress: &Progress) -> String {
    let counts = &progress.counts;
    let total = counts.planned();
    let done = total - counts.pending() - counts.of(State::Deferred);
    let mut text = format!("{done} of {total}");
    for (state, words) in [
        (State::Deferred, "to be tried again"),
        (State::Rejected, "rejected"),
        (State::Blocked, "blocked"),
        (State::Uncertain, "uncertain"),
    ] {
        let count = counts.of(state);
        if count > 0 {
            text.push_str(&format!(", {count} {words}"));
        }
    }
    if progress.lately > 0 {
        text.push_str(&format!("; {} in the last minute", progress.lately));
    }
    if let Some(left) = progress.left.filter(|left| *left > 0) {
        text.push_str(&format!(", {} left", time_words(left)));
    }
    if let Some(waiting) = &progress.waiting {
        text.push_str(&format!("; {waiting}"));
    }
    text
}

/// A time in words: `3 h 20 min`.
pub fn time_words(time: Millis) -> String {
    let seconds = (time + 500) / 1000;
    match seconds {
        0 => "a moment".into(),
        1..60 => format!("{seconds} s"),
        60..3600 => format!("{} min", (seconds + 30) / 60),
        _ => {
            let minutes = (seconds + 30) / 60;
            match (minutes / 60, minutes % 60) {
                (hours, _) if hours >= 48 => format!("{} days", (hours + 12) / 24),
                (hours, 0) => format!("{hours} h"),
                (hours, minutes) => format!("{hours} h {minutes} min"),
            }
        }
    }
}

/// A moment in words.
pub fn moment(at: Millis) -> String {
    Timestamp::from_millisecond(at)
        .map_or_else(|_| "no limit".to_string(), |at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
}
