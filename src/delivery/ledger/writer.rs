//! The one thread that writes the ledger. Changes that come while it waits for the disk are
//! committed together, so that ten connections cost one wait and not ten.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use super::{Change, Ledger, LedgerError};

/// The most changes in one commit.
const MOST: usize = 512;

/// Anything that is done with a ledger.
type Step = Box<dyn FnOnce(&mut dyn Ledger) + Send>;

/// What is asked of the ledger from many tasks.
pub enum Op {
    /// A change, and where its answer goes.
    Change(Change, oneshot::Sender<Result<bool, LedgerError>>),
    /// Anything else, done between two commits.
    Call(Step),
}

impl std::fmt::Debug for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Change(..) => "Op::Change",
            Self::Call(_) => "Op::Call",
        })
    }
}

/// The handle on the thread. The ledger comes back from [`Writer::close`].
#[derive(Debug)]
pub struct Writer<L> {
    /// What it is asked.
    sender: Sender<Op>,
    thread: JoinHandle<L>,
}

impl<L: Ledger + 'static> Writer<L> {
    /// Starts the thread.
    pub fn start(ledger: L) -> std::io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let thread = thread::Builder::new().name("ledger".into()).spawn(move || write(ledger, &receiver))?;
        Ok(Self { sender, thread })
    }

    /// A handle for a task.
    pub fn sender(&self) -> Sender<Op> {
        self.sender.clone()
    }

    /// Ends the thread once everything that was asked is done.
    pub fn close(self) -> Result<L, LedgerError> {
        drop(self.sender);
        self.thread.join().map_err(|_| LedgerError::Broken("the ledger's thread ended".into()))
    }
}

/// Does what it is asked until nobody is left to ask.
fn write<L: Ledger>(mut ledger: L, receiver: &Receiver<Op>) -> L {
    let mut next = receiver.recv().ok();
    while let Some(op) = next.take() {
        let mut batch = Vec::new();
        let mut answers = Vec::new();
        let mut call = None;
        match op {
            Op::Change(change, answer) => {
                batch.push(change);
                answers.push(answer);
                while batch.len() < MOST {
                    match receiver.try_recv() {
                        Ok(Op::Change(change, answer)) => {
                            batch.push(change);
                            answers.push(answer);
                        }
                        Ok(Op::Call(step)) => {
                            call = Some(step);
                            break;
                        }
                        Err(_) => break,
                    }
                }
            }
            Op::Call(step) => call = Some(step),
        }
        if !batch.is_empty() {
            let done = ledger.apply(&batch);
            for (i, answer) in answers.into_iter().enumerate() {
                // A task that has gone needs no answer.
                let _ = answer.send(done.as_ref().map(|done| done[i]).map_err(Clone::clone));
            }
        }
        if let Some(step) = call {
            step(&mut ledger);
        }
        next = receiver.recv().ok();
    }
    ledger
}

/// Makes a change and waits until it is on the disk; whether it was possible.
pub async fn change(sender: &Sender<Op>, change: Change) -> Result<bool, LedgerError> {
    let (answer, answered) = oneshot::channel();
    let gone = || LedgerError::Broken("the ledger's thread ended".into());
    sender.send(Op::Change(change, answer)).map_err(|_| gone())?;
    answered.await.map_err(|_| gone())?
}

/// Asks for something else and waits for it.
pub async fn call<T: Send + 'static>(
    sender: &Sender<Op>,
    step: impl FnOnce(&mut dyn Ledger) -> Result<T, LedgerError> + Send + 'static,
) -> Result<T, LedgerError> {
    let (answer, answered) = oneshot::channel();
    let gone = || LedgerError::Broken("the ledger's thread ended".into());
    let step = Op::Call(Box::new(move |ledger| {
        // A task that has gone needs no answer.
        let _ = answer.send(step(ledger));
    }));
    sender.send(step).map_err(|_| gone())?;
    answered.await.map_err(|_| gone())?
}
