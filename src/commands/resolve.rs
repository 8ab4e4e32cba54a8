//! `bulletin send resolve`: settles those of whom it is uncertain whether the relay took their message.

use super::{Console, Exit, Stop};
use crate::cli::{Assume, Resolve};
use crate::pipeline::Folder;
use crate::sending::{Evidence, Resolution, Word, resolve};

/// Settles what can be settled.
pub fn run(folder: &Folder, asked: &Resolve, console: &mut dyn Console) -> Result<Exit, Stop> {
    let word = asked.assume.map(|word| match word {
        Assume::Sent => Evidence::Word(Word::Sent),
        Assume::NotSent => Evidence::Word(Word::NotSent),
    });
    let log = asked.postfix_log.clone().map(Evidence::Log);
    let mailbox = asked.mailbox.clone().map(Evidence::Mailbox);
    let asked = Resolution {
        issue: asked.issue.clone(),
        evidence: log.or(mailbox).or(word).unwrap_or(Evidence::None),
        yes: asked.yes,
        accept: asked.accept_ledger,
    };
    Ok(resolve(folder, &asked, console)?.into())
}
