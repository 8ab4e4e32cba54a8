//! The command line as types: verbs, arguments, and what `--help` says of them.

mod contributions;
mod files;
mod people;
mod send;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::pipeline::Output;
pub use contributions::{Approve, GatherWhat, Remind, Review};
pub use files::{Init, New};
pub use people::{Import, MailboxWhat, People};
pub use send::{Assume, Overrides, Resolve, Send, SendWhat};

/// From one folder of texts: a synergy report for funders, a newsletter for readers, and its
/// delivery.
#[derive(Debug, Parser)]
#[command(name = "bulletin", version, max_term_width = 100, propagate_version = true)]
#[command(
    after_help = "Exit codes: 0 done; 1 the sources, layouts or configuration have errors (all printed); 2 wrong usage, or a failure of the machine; and of sending: 3 some are to be tried again or not tried yet, 4 of some it is uncertain, 5 stopped because the relay takes nothing or refuses the sender or the message (`send resume` goes on once that is put right), 6 refused."
)]
pub struct Cli {
    /// Options that every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The cluster's folder; found upwards from here if not given.
    #[arg(long, global = true, value_name = "DIR", env = "BULLETIN_ROOT")]
    pub root: Option<PathBuf>,
    /// Another configuration than the folder's bulletin.yaml.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Print errors only.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Print notes, and the time that each stage takes.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// How to print what is wrong; JSON goes to standard output, one finding a line.
    #[arg(long, global = true, value_enum, default_value_t = DiagnosticsForm::Human)]
    pub diagnostics: DiagnosticsForm,
    /// The day that ages, embargoes and timestamps are counted from, such as 2024-04-30.
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How to print what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiagnosticsForm {
    /// With the source line and a caret.
    Human,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an empty folder a cluster that builds at once. Without options it asks five questions, if somebody is
    /// there to answer.
    #[command(
        after_long_help = "Examples:\n  bulletin init my-cluster\n  bulletin init my-cluster --name \"Energy cluster\" --publisher \"Example, Street 1, 00100 Rome\" --from news@example.org --language en --project RECET"
    )]
    Init(Init),
    /// Write the shortest file of a kind, ready to edit.
    #[command(
        subcommand,
        after_long_help = "Examples:\n  bulletin new project RECET\n  bulletin new update \"Forty villages have a plan\" --project recet --month 2024-05\n  bulletin new meeting 2024-05-14 second-call\n  bulletin new issue 2024-05\n  bulletin new layout newsletter/blocks/lead.hbs"
    )]
    New(New),
    /// Show what the month still needs: who sent nothing, what is held back and why, what is wrong, what is due.
    #[command(after_long_help = "Examples:\n  bulletin status\n  bulletin status 2024-05")]
    Status {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the languages that there are interface words in; write one's file into layouts/words/ to mend it.
    #[command(
        after_long_help = "Examples:\n  bulletin words\n  bulletin words --missing\n  bulletin words de"
    )]
    Words {
        /// The language whose file is written, such as de.
        language: Option<String>,
        /// List only what is missing or was not verified by a native reader.
        #[arg(long)]
        missing: bool,
    },
    /// List what an issue says in another language than its editions; write the files that a translator fills in.
    #[command(
        after_long_help = "Examples:\n  bulletin translate 2024-05\n  bulletin translate 2024-05 --to de"
    )]
    Translate {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// The language whose files are written, such as de; without it, what is missing is listed.
        #[arg(long, value_name = "LANGUAGE")]
        to: Option<String>,
    },
    /// Say what a field means, or what a rule is for and what to do; without a name, list both.
    #[command(
        after_long_help = "Examples:\n  bulletin explain update\n  bulletin explain project.budget_eur\n  bulletin explain grant-number"
    )]
    Explain {
        /// A field, such as project.budget_eur, a kind of file, such as project, or a rule, such as grant-number.
        name: Option<String>,
    },
    /// Print the JSON Schema of a kind of file, by which editors complete and check; without a name, list the
    /// kinds.
    #[command(after_long_help = "Examples:\n  bulletin schema project\n  bulletin schema --write")]
    Schema {
        /// The kind, such as project.
        kind: Option<String>,
        /// Write all of them into schemas/.
        #[arg(long, conflicts_with = "kind")]
        write: bool,
    },
    /// Make drafts of what partners sent: Word and LibreOffice files, mails, pages, answers of forms, feeds. What is
    /// no news is left out and kept beside; nothing is written over, and nothing comes twice.
    #[command(
        after_long_help = "Examples:\n  bulletin gather inbox/\n  bulletin gather answers.csv --month 2024-05 --dry-run\n  bulletin gather minutes.docx --minutes\n  bulletin gather https://example.org/feed.xml --project recet"
    )]
    Gather(GatherWhat),
    /// Show one text alone as its readers will see it, report, newsletter and text; or send it to those whose yes it
    /// needs.
    #[command(
        after_long_help = "Examples:\n  bulletin review recet-energy-plans\n  bulletin review recet-energy-plans --send"
    )]
    Review(Review),
    /// Note somebody's yes to a text, with what shows it. Another wording is to be approved again.
    #[command(
        after_long_help = "Examples:\n  bulletin approve recet-energy-plans --by recet --evidence answer.eml\n  bulletin approve recet-energy-plans --by coordinator --on 2024-05-20"
    )]
    Approve(Approve),
    /// Write to each project what is still open with it: news, a yes, actions, whose a picture is. Shown first, sent
    /// after a yes, never twice a day.
    #[command(after_long_help = "Examples:\n  bulletin remind --dry-run\n  bulletin remind 2024-05")]
    Remind(Remind),
    /// Print everything that is wrong; write nothing.
    #[command(
        after_long_help = "Examples:\n  bulletin check\n  bulletin check 2024-05 --links\n  bulletin check 2024-05 --spelling\n  bulletin check --diagnostics short"
    )]
    Check {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// Ask every address that the texts lead to whether it still answers (goes to the network).
        #[arg(long)]
        links: bool,
        /// Look words up in the machine's Hunspell dictionaries, or those in dictionaries/.
        #[arg(long)]
        spelling: bool,
    },
    /// Build the report, the newsletter and, of a final build, the web edition into output/.
    #[command(
        after_long_help = "Examples:\n  bulletin build\n  bulletin build 2024-05 --final\n  bulletin build --only newsletter"
    )]
    Build {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// Build in spite of unfinished content and mark it as a draft (the default).
        #[arg(long, conflicts_with = "final_")]
        draft: bool,
        /// Refuse whatever must not go out.
        #[arg(long = "final")]
        final_: bool,
        /// Build one of the outputs only.
        #[arg(long, value_enum)]
        only: Option<Only>,
    },
    /// Show an issue's outputs and findings in the browser, on this machine only, and follow every save.
    #[command(
        after_long_help = "Examples:\n  bulletin preview --open\n  bulletin preview 2024-05 --port 4000 --editor code"
    )]
    Preview {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// Open it in the browser.
        #[arg(long)]
        open: bool,
        /// The port; a free one if not given.
        #[arg(long, value_name = "PORT")]
        port: Option<u16>,
        /// The editor that opens a finding's file, such as code or zed; the first that is installed if not given.
        #[arg(long, value_name = "PROGRAM", env = "BULLETIN_EDITOR", hide_env = true)]
        editor: Option<String>,
        /// Look at the files now and then, where a network drive does not tell of changes.
        #[arg(long)]
        poll: bool,
    },
    /// Build into output/ after every save, and print what is wrong.
    #[command(
        after_long_help = "Examples:\n  bulletin watch\n  bulletin watch 2024-05 --final --only report"
    )]
    Watch {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// Refuse whatever must not go out.
        #[arg(long = "final")]
        final_: bool,
        /// Build one of the outputs only.
        #[arg(long, value_enum)]
        only: Option<Only>,
        /// Look at the files now and then, where a network drive does not tell of changes.
        #[arg(long)]
        poll: bool,
    },
    /// Build a report over any period, of all projects or of one, into output/reports/.
    #[command(
        after_long_help = "Examples:\n  bulletin report --from 2023-11 --to 2025-04\n  bulletin report --from 2023-11 --to 2025-04 --project recet --revision 2"
    )]
    Report(Report),
    /// Deliver an issue's newsletter, each recipient once, and account for everybody.
    #[command(
        args_conflicts_with_subcommands = true,
        subcommand_negates_reqs = true,
        after_long_help = "Examples:\n  bulletin send 2024-05 --dry-run\n  bulletin send 2024-05 --test me@example.org\n  bulletin send 2024-05\n  bulletin send resume\n  bulletin send who reader@example.org"
    )]
    Send(Send),
    /// The people whom the newsletter goes to: take lists in, show, add, erase, note who has left.
    #[command(
        subcommand,
        after_long_help = "Examples:\n  bulletin audience import subscribed_members_export.csv\n  bulletin audience leave anna@example.org\n  bulletin audience stats"
    )]
    Audience(People),
    /// Serve the page by which readers leave, behind a proxy that speaks TLS: `unsubscribe_url` leads to it.
    #[command(
        after_long_help = "Examples:\n  bulletin serve\n  bulletin serve --listen 127.0.0.1:8080 --path u"
    )]
    Serve {
        /// The address and port to listen at.
        #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
        listen: String,
        /// The path below which it answers: `https://example.org/u/{token}`.
        #[arg(long, default_value = "u")]
        path: String,
    },
    /// Write one PHP file for ordinary web space, by which readers come and leave; `audience import` takes in what they
    /// did there.
    #[command(after_long_help = "Examples:\n  bulletin web-forms newsletter.php")]
    WebForms {
        /// The file.
        file: PathBuf,
    },
    /// Read what came back: bounces, complaints, automatic replies, people who leave or answer. What is sure is acted
    /// on and can be undone, the rest is proposed; nothing in the mailbox is changed.
    #[command(
        after_long_help = "Examples:\n  bulletin mailbox ~/Maildir\n  bulletin mailbox returned.mbox --dry-run"
    )]
    Mailbox(MailboxWhat),
    /// Say whether machine, folder, relay and domain are as they should be, a line each with the cure; sends nothing.
    #[command(after_long_help = "Examples:\n  bulletin doctor\n  bulletin doctor --dns 9.9.9.9:53")]
    Doctor {
        /// Ask this server for names, not the machine's own.
        #[arg(long, value_name = "ADDR:PORT")]
        dns: Option<std::net::SocketAddr>,
        /// Run the command that bulletin.yaml names for a password or token, though it was never run on this
        /// machine.
        #[arg(long)]
        accept_command: bool,
    },
    /// Print the DNS record of a key that signs messages (DKIM); make one if there is none. Only where the
    /// relay does not sign.
    #[command(after_long_help = "Examples:\n  bulletin dkim news1")]
    Dkim {
        /// The key's name in the DNS, such as news1.
        selector: String,
    },
    /// Print what a shell completes commands and options by.
    #[command(after_long_help = "Examples:\n  bulletin completions bash\n  bulletin completions fish")]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual's pages into a folder.
    #[command(after_long_help = "Examples:\n  bulletin man man")]
    Man {
        /// The folder.
        dir: PathBuf,
    },
    /// Check, build and send: the month in one command.
    #[command(after_long_help = "Examples:\n  bulletin publish 2024-05\n  bulletin publish 2024-05 --draft")]
    Publish {
        /// The month, such as 2024-04; the newest if not given.
        issue: Option<String>,
        /// Publish a draft to the outbox.
        #[arg(long)]
        draft: bool,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
}

/// Which report is asked for.
#[derive(Debug, Args)]
pub struct Report {
    /// The first month, such as 2023-11.
    #[arg(long, value_name = "MONTH")]
    pub from: String,
    /// The last month.
    #[arg(long, value_name = "MONTH")]
    pub to: String,
    /// The one project that it is about, by its id.
    #[arg(long, value_name = "ID")]
    pub project: Option<String>,
    /// Its version, which its file's name says.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub revision: u32,
    /// Build in spite of unfinished content and mark it as a draft.
    #[arg(long)]
    pub draft: bool,
}

/// One of the outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// The PDF report.
    Report,
    /// The newsletter.
    Newsletter,
    /// The web edition.
    Web,
}

impl From<Only> for Output {
    fn from(only: Only) -> Self {
        match only {
            Only::Report => Self::Report,
            Only::Newsletter => Self::Newsletter,
            Only::Web => Self::Web,
        }
    }
}
