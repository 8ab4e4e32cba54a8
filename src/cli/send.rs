//! Sending, and what comes after.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// Deliver an issue, or see to one that was.
#[derive(Debug, Args)]
pub struct Send {
    /// The month, such as 2024-04; the newest if not given.
    pub issue: Option<String>,
    /// Deliver a draft: to the outbox, or to the addresses of `--test`.
    #[arg(long)]
    pub draft: bool,
    /// Send it to this address only, and note it as a test; may be given several times.
    #[arg(long, value_name = "ADDR")]
    pub test: Vec<String>,
    /// The edition of a test, such as el; the main one if not given.
    #[arg(long, value_name = "LANGUAGE", requires = "test")]
    pub language: Option<String>,
    /// Show what would go out, and to how many; write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// What is permitted in spite of a warning.
    #[command(flatten)]
    pub overrides: Overrides,
    /// Something else than sending.
    #[command(subcommand)]
    pub what: Option<SendWhat>,
}

/// What a person permits after having been told of it.
#[derive(Debug, Clone, Copy, Args)]
pub struct Overrides {
    /// Go on with a ledger that was put back from a copy, or copied from elsewhere.
    #[arg(long)]
    pub accept_ledger: bool,
    /// Send the rest exactly as it was planned, though sources were changed since.
    #[arg(long)]
    pub as_planned: bool,
    /// Send the rest though it is past the time that the plan allows.
    #[arg(long)]
    pub late: bool,
    /// Run the command that bulletin.yaml names for a password or token, though it was never run on this
    /// machine.
    #[arg(long)]
    pub accept_command: bool,
}

/// What else there is to do about what was sent.
#[derive(Debug, Subcommand)]
pub enum SendWhat {
    /// Go on with an issue that was not finished; nobody gets it twice.
    Resume {
        /// The month; the newest that was sent if not given.
        issue: Option<String>,
        /// What is permitted in spite of a warning.
        #[command(flatten)]
        overrides: Overrides,
    },
    /// Settle those of whom it is uncertain whether the relay took their message.
    Resolve(Resolve),
    /// The account of an issue: where everybody on the list stands.
    Receipt {
        /// The month; the newest that was sent if not given.
        issue: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// What became of one person, in every issue.
    Who {
        /// The address, or a token from an unsubscribing mail or a bounce.
        address: String,
    },
    /// Who did not get it, or not for certain, one a line: address, state, what the relay said.
    Pending {
        /// The month; the newest that was sent if not given.
        issue: Option<String>,
    },
}

/// What may settle what is uncertain.
#[derive(Debug, Args)]
pub struct Resolve {
    /// The month; the newest that was sent if not given.
    pub issue: Option<String>,
    /// The log of the relay, if it is a Postfix.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["mailbox", "assume"])]
    pub postfix_log: Option<PathBuf>,
    /// A mailbox (mbox, Maildir) with copies of what was sent, or with bounces.
    #[arg(long, value_name = "PATH", conflicts_with = "assume")]
    pub mailbox: Option<PathBuf>,
    /// Take all of them for sent, or for not sent: your word, and your risk.
    #[arg(long, value_enum)]
    pub assume: Option<Assume>,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// Go on with a ledger that was put back from a copy, or copied from elsewhere.
    #[arg(long)]
    pub accept_ledger: bool,
}

/// A person's word on what is uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Assume {
    /// They have it: nobody gets it twice, somebody perhaps not at all.
    Sent,
    /// They do not have it: somebody perhaps gets it twice.
    NotSent,
}
