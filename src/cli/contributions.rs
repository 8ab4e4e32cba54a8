//! The arguments of what partners send, and of their yes.

use std::path::PathBuf;

use clap::Args;

/// Which text is reviewed.
#[derive(Debug, Args)]
pub struct Review {
    /// The text: its file's name, with or without folder and ending.
    pub update: String,
    /// The month, where several have a text of that name.
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
    /// Send it to the people of its projects who stand in contacts.csv.
    #[arg(long)]
    pub send: bool,
    /// Show the letters, and send none.
    #[arg(long, requires = "send")]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long, requires = "send")]
    pub yes: bool,
}

/// Whose yes is noted.
#[derive(Debug, Args)]
pub struct Approve {
    /// The text: its file's name, with or without folder and ending.
    pub update: String,
    /// Who says yes: a project, or a role that the manifest names.
    #[arg(long, value_name = "WHO")]
    pub by: String,
    /// The month, where several have a text of that name.
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
    /// The day on which it was given; today if not given.
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// What shows it, such as the answer as .eml; it is kept in state/, and its hash stands in the text.
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
}

/// Who is reminded.
#[derive(Debug, Args)]
pub struct Remind {
    /// The month, such as 2024-04; the newest if not given.
    pub issue: Option<String>,
    /// Show the letters, and send none.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}

/// What is gathered.
#[derive(Debug, Args)]
pub struct GatherWhat {
    /// Files, folders (a Maildir, too) and addresses of feeds.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// The month that the drafts belong to; the newest if not given.
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
    /// The project that all of it is from, by its id or acronym; else the sender or the text tells.
    #[arg(long, value_name = "PROJECT")]
    pub project: Option<String>,
    /// Take all of it for minutes of meetings.
    #[arg(long)]
    pub minutes: bool,
    /// Take the columns of forms as they are proposed.
    #[arg(long)]
    pub accept_forms: bool,
    /// Show what would be done, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}
