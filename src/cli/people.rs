//! The arguments of the people whom the newsletter goes to.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to do with the people.
#[derive(Debug, Subcommand)]
pub enum People {
    /// Take in an export of another program, or a list; shown before anything is written.
    #[command(
        after_long_help = "Examples:\n  bulletin audience import subscribed_members_export.csv\n  bulletin audience import members.csv --basis membership --words statutes.txt\n  bulletin audience import answers.csv --map \"consent=May we write to you?\""
    )]
    Import(Import),
    /// List everybody, with why those who are not mailed are not.
    #[command(after_long_help = "Examples:\n  bulletin audience list")]
    List,
    /// Add somebody by hand.
    #[command(
        after_long_help = "Examples:\n  bulletin audience add anna@example.org --basis staff\n  bulletin audience add anna@example.org --basis single-opt-in --evidence letter.pdf --language el"
    )]
    Add {
        /// The address.
        address: String,
        /// On which basis: double-opt-in, single-opt-in, membership or staff.
        #[arg(long)]
        basis: String,
        /// The language, such as el.
        #[arg(long)]
        language: Option<String>,
        /// What shows it; its hash is noted.
        #[arg(long, value_name = "FILE")]
        evidence: Option<PathBuf>,
    },
    /// Note that somebody has left: never to be mailed from this instant on.
    #[command(
        after_long_help = "Examples:\n  bulletin audience leave anna@example.org\n  bulletin audience leave 99a9-0123456789abcdef0123456789abcdef"
    )]
    Leave {
        /// The address, or the token in a mail's link or subject.
        who: String,
    },
    /// Print what is known of somebody, and what happened when.
    #[command(after_long_help = "Examples:\n  bulletin audience show anna@example.org")]
    Show {
        /// The address.
        who: String,
        /// As JSON: all that is held, for whoever asks for their own data (Article 15 GDPR).
        #[arg(long)]
        json: bool,
    },
    /// Take everything of somebody away but a keyed hash, by which they never come back.
    #[command(after_long_help = "Examples:\n  bulletin audience erase anna@example.org --yes")]
    Erase {
        /// The address.
        who: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Take back what was taken in last, or the batch of that number; leavings stay.
    #[command(after_long_help = "Examples:\n  bulletin audience undo\n  bulletin audience undo 3")]
    Undo {
        /// The batch; the newest if not given.
        batch: Option<i64>,
    },
    /// How many there are, by language and basis; no number of less than five.
    #[command(after_long_help = "Examples:\n  bulletin audience stats")]
    Stats,
}

/// Which mailbox is read.
#[derive(Debug, Args)]
pub struct MailboxWhat {
    /// A Maildir, an mbox, or a folder of .eml files.
    pub path: PathBuf,
    /// Show what would be done, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// What is taken in.
#[derive(Debug, Args)]
pub struct Import {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which column is what: email, language, audiences or consent.
    #[arg(long, value_name = "WHAT=COLUMN")]
    pub map: Vec<String>,
    /// On which basis those are mailed of whom the file proves nothing: membership, staff or single-opt-in.
    #[arg(long)]
    pub basis: Option<String>,
    /// The words that they agreed to, as a text file; they are kept by their hash.
    #[arg(long, value_name = "FILE")]
    pub words: Option<PathBuf>,
    /// Show, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}
