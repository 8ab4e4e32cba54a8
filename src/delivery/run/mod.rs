//! A run: everybody whose turn it is, over a few connections, until nobody is left, it is stopped, or
//! only those are left who are to be tried much later.

mod breaker;
mod lane;
mod outcome;
mod queue;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::ledger::{self, Change, Counts, Job, Ledger, LedgerError, Op, Outcome, State, Writer};
use super::pace::Pace;
use super::smtp::{Attempt, ConnectError, Envelope, Limits, Refused, Relay, Session, connect};
use super::suppressions::Suppressions;
use crate::message::{MessageError, Personal, Signer, Template};
use crate::model::Rates;
use crate::value::Millis;
use breaker::Breaker;
use lane::lane;
use queue::Queue;

/// Where a run gets the time from.
pub trait Clock {
    /// Now.
    fn now(&self) -> Millis;
    /// Waits.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()>;
}

/// Where messages go. The seam at which a test stands in.
pub trait Transport {
    /// A connection.
    type Conversation: Conversation;
    /// Opens one.
    fn connect(&self) -> impl Future<Output = Result<Self::Conversation, ConnectError>>;
}

/// A connection that messages go over, one after the other.
pub trait Conversation {
    /// Whether another message may go over it.
    fn is_usable(&self) -> bool;
    /// Hands a message over; `before_body` has the last word before its first byte leaves.
    fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> impl Future<Output = Attempt>;
    /// Ends it.
    fn quit(self) -> impl Future<Output = ()>;
}

/// A session with the relay's limits.
pub struct SmtpConversation {
    /// The session.
    session: Session,
    /// How long each step may take.
    limits: Limits,
}

impl Transport for Relay {
    type Conversation = SmtpConversation;

    async fn connect(&self) -> Result<SmtpConversation, ConnectError> {
        Ok(SmtpConversation { session: connect(self).await?, limits: self.limits })
    }
}

impl Conversation for SmtpConversation {
    fn is_usable(&self) -> bool {
        self.session.is_usable(&self.limits)
    }

    async fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        self.session.deliver(envelope, message, &self.limits, before_body).await
    }

    async fn quit(self) {
        self.session.quit().await;
    }
}

/// What goes out.
#[derive(Debug)]
pub struct Outgoing {
    /// The run in the ledger.
    pub run: i64,
    /// The message of each edition.
    pub templates: Vec<Template>,
    /// The envelope's sender.
    pub return_path: lettre::Address,
    /// Whether the recipient's token is put into it.
    pub verp: bool,
    /// Whether reports of failures are asked for.
    pub dsn: bool,
    /// What signs.
    pub signers: Vec<Signer>,
}

impl Outgoing {
    /// A recipient's message, looked at once more after it was put together.
    fn compose(&self, recipient: &ledger::Planned, message: &mut Vec<u8>) -> Result<(), MessageError> {
        let template = self.templates.get(usize::from(recipient.edition));
        let template = template.ok_or_else(|| MessageError::new("there is no such edition"))?;
        let personal =
            Personal { to: &recipient.address, id: &recipient.message_id, token: &recipient.token };
        message.clear();
        template.write_checked(&personal, message)?;
        let mut head = Vec::new();
        for signer in &self.signers {
            head.extend(signer.sign(message).map_err(|error| MessageError::of("it can't be signed", error))?);
        }
        if !head.is_empty() {
            head.append(message);
            *message = head;
        }
        Ok(())
    }

    /// A recipient's envelope.
    fn envelope(&self, recipient: &ledger::Planned) -> Result<Envelope, MessageError> {
        let to = recipient.address.parse().map_err(|_| MessageError::new("the address is refused"))?;
        let from = match self.verp {
            true => {
                let local = format!("{}+{}", self.return_path.user(), recipient.token);
                lettre::Address::new(local, self.return_path.domain())
                    .map_err(|error| MessageError::of("the return path is refused", error))?
            }
            false => self.return_path.clone(),
        };
        Ok(Envelope {
            from,
            to,
            id: self.dsn.then(|| recipient.token.clone()),
            message: recipient.message_id.clone(),
        })
    }
}

/// The rules of a run.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How fast.
    pub rates: Rates,
    /// How long to wait before somebody is tried again, in milliseconds; twice as long each time.
    pub retry: Millis,
    /// How long a relay that wants a pause gets, in milliseconds; longer each time.
    pub pause: Millis,
    /// How often somebody is tried.
    pub attempts: u32,
    /// How long the run goes on only for those who are to be tried again, in milliseconds.
    pub wait: Millis,
    /// When nothing may go out any more.
    pub not_after: Millis,
}

/// How far a run is.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Where everybody stands.
    pub counts: Counts,
    /// Messages in the last minute.
    pub lately: u64,
    /// How long it will still take, in milliseconds, if the pace allows to say.
    pub left: Option<Millis>,
    /// What it waits for, if it does.
    pub waiting: Option<String>,
}

/// Why a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Nobody is left, or only those to be tried later.
    Done,
    /// Somebody asked for it.
    Interrupted,
    /// Nothing gets through until somebody does something.
    Stopped(String),
    /// The relay refuses the message again and again.
    Breaker(String),
    /// Nobody is left but those whose message was refused for something that was not said of them: how
    /// many, and what the relay said.
    Blocked(usize, String),
    /// It is too late.
    Late,
    /// The ledger can't be written.
    Ledger(LedgerError),
}

/// What all lanes share.
struct Shared<'a, T, C> {
    /// Where messages go.
    transport: &'a T,
    /// The time.
    clock: &'a C,
    /// What goes out.
    outgoing: &'a Outgoing,
    /// The rules.
    rules: Rules,
    /// The ledger.
    ledger: Sender<Op>,
    /// Who is next.
    queue: RefCell<Queue>,
    /// How fast.
    pace: RefCell<Pace>,
    /// Whether too much is refused.
    breaker: RefCell<Breaker>,
    /// Who left.
    suppressions: RefCell<Suppressions>,
    /// Where everybody stands.
    counts: RefCell<Counts>,
    /// When the last messages ended.
    lately: RefCell<VecDeque<Millis>>,
    /// Why it ends, once it does.
    end: RefCell<Option<End>>,
    /// How many were accepted since the start: as many connections more may be opened.
    accepted: Cell<u32>,
    /// How many were refused before anything was accepted.
    refused: Cell<u32>,
    /// The rows that were blocked, with what the relay said.
    blocked: RefCell<Vec<(i64, String)>>,
    /// What stood in the way of the last of them, in words for a person.
    blocked_by: RefCell<String>,
    /// Whether a connection ever stood.
    connected: Cell<bool>,
    /// When something last went well.
    well: Cell<Millis>,
    /// What it waits for.
    waiting: RefCell<Option<String>>,
    /// How long to wait for those who are to be tried again, at most until then.
    deadline: Millis,
}

impl<T, C: Clock> Shared<'_, T, C> {
    /// Whether it ends.
    fn is_ending(&self) -> bool {
        self.end.borrow().is_some()
    }

    /// Ends it; the first reason counts.
    fn stop(&self, end: End) {
        self.end.borrow_mut().get_or_insert(end);
    }

    /// Changes the ledger, and ends the run if that fails.
    async fn change(&self, change: Change) -> bool {
        match ledger::change(&self.ledger, change).await {
            Ok(done) => done,
            Err(error) => {
                self.stop(End::Ledger(error));
                false
            }
        }
    }

    /// Why somebody is not to be handed over at this moment.
    fn withheld(&self, job: &Job) -> Option<Refused> {
        let mut list = self.suppressions.borrow_mut();
        if list.holds(&job.recipient.normal) {
            return Some(Refused::Recipient);
        }
        if !list.is_readable() {
            self.stop(End::Stopped(
                "state/suppressions.csv can't be read any more: save it as UTF-8 text, one address a line"
                    .into(),
            ));
        }
        self.is_ending().then_some(Refused::Ending)
    }

    /// Moves somebody from one state to another in the counts.
    fn count(&self, from: State, to: State) {
        let mut counts = self.counts.borrow_mut();
        if let Some(count) = counts.0.get_mut(&from) {
            *count = count.saturating_sub(1);
        }
        *counts.0.entry(to).or_default() += 1;
    }

    /// How far it is.
    fn progress(&self) -> Progress {
        let now = self.clock.now();
        let mut lately = self.lately.borrow_mut();
        while lately.front().is_some_and(|at| *at < now - 60_000) {
            lately.pop_front();
        }
        let span = lately.front().map_or(0, |first| now - first);
        let counts = self.counts.borrow().clone();
        let open = counts.pending();
        // Of a moment nothing can be said.
        let rate = if span < 3_000 { 0.0 } else { lately.len() as f64 * 60_000.0 / span as f64 };
        let by_rate = if rate > 0.0 { (open as f64 / rate * 60_000.0) as Millis } else { 0 };
        let left = self.pace.borrow().left(now, open).max(by_rate);
        Progress {
            left: (left > 0).then_some(left),
            lately: lately.len() as u64,
            counts,
            waiting: self.waiting.borrow().clone(),
        }
    }
}

/// Where a run runs.
pub struct Stage<'a, T, C> {
    /// Where messages go.
    pub transport: &'a T,
    /// The time.
    pub clock: &'a C,
    /// What goes out.
    pub outgoing: &'a Outgoing,
    /// The rules.
    pub rules: Rules,
    /// Who left.
    pub suppressions: Suppressions,
}

/// Runs, and gives the ledger back. `report` is told how far it is; signals end it.
pub fn run<L: Ledger + 'static, T: Transport, C: Clock>(
    ledger: L,
    stage: Stage<'_, T, C>,
    report: &mut dyn FnMut(&Progress),
) -> io::Result<(L, End)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let now = stage.clock.now();
    let run = stage.outgoing.run;
    let broken = |error: LedgerError| io::Error::other(error);
    let counts = ledger.counts(run).map_err(broken)?;
    let since = now - Pace::reach(&stage.rules.rates);
    let ended = ledger.attempts_since(since).map_err(broken)?;
    let deferred = ledger.deferred(run).map_err(broken)?;
    let writer = Writer::start(ledger)?;
    let shared = Shared {
        transport: stage.transport,
        clock: stage.clock,
        outgoing: stage.outgoing,
        rules: stage.rules,
        ledger: writer.sender(),
        queue: RefCell::new(Queue::new(deferred)),
        pace: RefCell::new(Pace::new(stage.rules.rates, ended)),
        breaker: RefCell::default(),
        suppressions: RefCell::new(stage.suppressions),
        counts: RefCell::new(counts),
        lately: RefCell::default(),
        end: RefCell::default(),
        accepted: Cell::new(0),
        refused: Cell::new(0),
        blocked: RefCell::default(),
        blocked_by: RefCell::default(),
        connected: Cell::new(false),
        well: Cell::new(now),
        waiting: RefCell::default(),
        deadline: now + stage.rules.wait,
    };
    let end = runtime.block_on(lanes(&shared, report));
    drop(shared);
    let ledger = writer.close().map_err(broken)?;
    Ok((ledger, end))
}

/// Runs all lanes to their end.
async fn lanes<T: Transport, C: Clock>(shared: &Shared<'_, T, C>, report: &mut dyn FnMut(&Progress)) -> End {
    let number = shared.rules.rates.connections.max(1);
    let mut lanes: Vec<_> = (0..number).map(|n| Box::pin(lane(shared, n))).collect();
    let mut going: Vec<usize> = (0..lanes.len()).collect();
    let mut signals = Signals::new();
    let mut tick = tokio::time::interval(Duration::from_millis(250));
    let mut asked = false;
    loop {
        let all = std::future::poll_fn(|cx| {
            going.retain(|n| lanes[*n].as_mut().poll(cx).is_pending());
            if going.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        });
        tokio::select! {
            () = all => break,
            _ = tick.tick() => report(&shared.progress()),
            () = signals.next() => {
                if asked {
                    // What is in flight stays `intent` in the ledger, and is uncertain from then on.
                    return End::Interrupted;
                }
                asked = true;
                shared.stop(End::Interrupted);
                *shared.waiting.borrow_mut() = Some("ending: what is in flight is finished; Ctrl-C once more stops at once".into());
                report(&shared.progress());
            }
        }
    }
    report(&shared.progress());
    drop(lanes);
    release_all(shared).await;
    reopen_blocked(shared).await;
    let blocked = shared.blocked.borrow().len();
    match shared.end.borrow_mut().take() {
        Some(end) => end,
        None if blocked > 0 => End::Blocked(blocked, shared.blocked_by.borrow().clone()),
        None => End::Done,
    }
}

/// Gives back who was claimed and whose turn did not come.
async fn release_all<T, C: Clock>(shared: &Shared<'_, T, C>) {
    let left = shared.queue.borrow_mut().claimed_ids();
    for id in left {
        // At the next start it is done in any case.
        let _ = ledger::change(&shared.ledger, Change::Release { id }).await;
    }
}

/// If the relay refused message after message, or took none at all, those who met that are to be
/// tried again once somebody has seen to it: it was not they who were refused.
async fn reopen_blocked<T, C: Clock>(shared: &Shared<'_, T, C>) {
    let broke = matches!(*shared.end.borrow(), Some(End::Breaker(_)));
    if !broke && shared.accepted.get() > 0 {
        return;
    }
    let at = shared.clock.now();
    let ids = shared.blocked.borrow().clone();
    for (id, reply) in ids {
        let outcome = Outcome {
            state: State::Deferred,
            reply,
            next_at: Some(at),
            spent: false,
            attempted: false,
            suppress: None,
        };
        shared.change(Change::Outcome { id, at, outcome }).await;
    }
}

/// Ctrl-C, and what systems send to end a program.
struct Signals {
    /// SIGINT and SIGTERM.
    #[cfg(unix)]
    heard: Option<(tokio::signal::unix::Signal, tokio::signal::unix::Signal)>,
}

impl Signals {
    /// Listens, from now on without a gap.
    fn new() -> Self {
        #[cfg(unix)]
        let heard = || {
            use tokio::signal::unix::{SignalKind, signal};
            Some((signal(SignalKind::interrupt()).ok()?, signal(SignalKind::terminate()).ok()?))
        };
        Self {
            #[cfg(unix)]
            heard: heard(),
        }
    }

    /// The next one.
    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some((interrupt, terminate)) = &mut self.heard {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
        // Where signals can't be heard there are none.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
