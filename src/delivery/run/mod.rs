//! A run: everybody whose turn it is, over a few connections, until nobody is left, it is stopped, or
//! only those are left who are to be tried much later. Who is next: `queue.rs`; one connection: `lane.rs`; what
//! became of an attempt and when it is repeated: `outcome.rs`; when too much is refused: `breaker.rs`.

mod breaker;
mod lane;
mod outcome;
mod outgoing;
mod queue;
mod shared;
mod signals;
mod transport;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::io;
use std::time::Duration;

use super::ledger::{self, Change, Ledger, LedgerError, Outcome, State, Writer};
use super::pace::Pace;
use super::suppressions::Suppressions;
use lane::lane;
pub use outgoing::Outgoing;
use queue::Queue;
use shared::Shared;
pub use shared::{End, Progress, Rules};
use signals::Signals;
pub use transport::{Clock, Conversation, SmtpConversation, Transport};

/// Where a run runs.
pub struct Setting<'a, T, C> {
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
    setting: Setting<'_, T, C>,
    report: &mut dyn FnMut(&Progress),
) -> io::Result<(L, End)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let now = setting.clock.now();
    let run = setting.outgoing.run;
    let broken = |error: LedgerError| io::Error::other(error);
    let counts = ledger.counts(run).map_err(broken)?;
    let since = now - Pace::reach(&setting.rules.rates);
    let ended = ledger.attempts_since(since).map_err(broken)?;
    let deferred = ledger.deferred(run).map_err(broken)?;
    let writer = Writer::start(ledger)?;
    let shared = Shared {
        transport: setting.transport,
        clock: setting.clock,
        outgoing: setting.outgoing,
        rules: setting.rules,
        ledger: writer.sender(),
        queue: RefCell::new(Queue::new(deferred)),
        pace: RefCell::new(Pace::new(setting.rules.rates, ended)),
        breaker: RefCell::default(),
        suppressions: RefCell::new(setting.suppressions),
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
        deadline: now + setting.rules.wait,
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
