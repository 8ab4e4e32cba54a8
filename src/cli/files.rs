//! The verbs that write files for a person to edit.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What a new cluster begins with.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; the current one if not given.
    pub dir: Option<PathBuf>,
    /// The cluster's name.
    #[arg(long)]
    pub name: Option<String>,
    /// Who publishes, with a postal address.
    #[arg(long)]
    pub publisher: Option<String>,
    /// The sender's address.
    #[arg(long, value_name = "ADDR")]
    pub from: Option<String>,
    /// The language of the texts, such as el.
    #[arg(long)]
    pub language: Option<String>,
    /// The acronym of the first project.
    #[arg(long, value_name = "ACRONYM")]
    pub project: Option<String>,
    /// The first issue's month, such as 2024-05; the present one if not given.
    #[arg(long)]
    pub month: Option<String>,
}

/// What to write anew.
#[derive(Debug, Subcommand)]
pub enum New {
    /// A theme to make yours: a copy of one, in layouts/themes/.
    Theme {
        /// The theme to copy: meridian, ledger or journal.
        from: String,
        /// Its new name; under its own name the copy takes its place.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
    },
    /// A project: sources/projects/ID.yaml.
    Project {
        /// Its acronym, or its id: small letters, digits, hyphens.
        acronym: String,
    },
    /// A piece of news: sources/updates/MONTH/SLUG.md.
    Update {
        /// Its headline, in any alphabet; or the file's name, beginning with the project's id: recet-energy-plans.
        title: String,
        /// The project that it is about, by its id.
        #[arg(long, value_name = "ID")]
        project: Option<String>,
        /// The month; the newest if not given.
        #[arg(long)]
        month: Option<String>,
    },
    /// A meeting's minutes, with the open actions carried over: sources/meetings/DATE-SLUG.md.
    Meeting {
        /// The day, such as 2024-05-14.
        date: String,
        /// The file's name behind the day.
        #[arg(default_value = "meeting")]
        slug: String,
    },
    /// An event, in sources/events.yaml.
    Event {
        /// Its title.
        title: String,
    },
    /// A number that the funder counts, in sources/indicators.yaml.
    Indicator {
        /// What is counted, in words.
        label: String,
    },
    /// A list of recipients with its columns, outside the cluster's folder.
    RecipientList {
        /// The file, such as ../recipients.csv.
        path: PathBuf,
    },
    /// A layout to make yours: a copy of one of the program's files, in layouts/.
    Layout {
        /// Its path below layouts/, such as newsletter/blocks/lead.hbs; without it, all are listed.
        path: Option<String>,
    },
    /// A month's manifest: sources/issues/MONTH.yaml.
    Issue {
        /// The month; the one after the newest manifest if not given.
        month: Option<String>,
    },
}
