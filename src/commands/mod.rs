//! The command line's verbs, a file each: arguments to a call, and what came of it to words.
//!
//! In come the parsed arguments ([`Cli`]) and a [`Console`]; out goes an [`Exit`], the exit code (`exit.rs`).
//! What a verb does is in the rooms below: [`crate::pipeline`] builds, [`crate::sending`] sends.

mod account;
mod approve;
mod build;
mod check;
mod completions;
mod confirm;
mod dkim;
mod doctor;
mod exit;
mod explain;
mod gather;
mod init;
mod mailbox;
mod new;
mod people;
mod person;
mod preview;
mod publish;
mod remind;
mod report;
mod resolve;
mod resume;
mod review;
mod schema;
mod send;
mod serve;
mod status;
mod translate;
mod watch;
mod web_deeds;
mod web_forms;
mod words;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::cli::{Cli, Command, Global, SendWhat};
use crate::diagnostic::{Diagnostics, Texts};
use crate::issue::{self, AsOf, Stage};
use crate::pipeline::{Folder, Kept, Loaded};
use crate::sending::Operator;
use crate::sources::CONFIG_FILE;
use crate::value::{Complaint, Date, Month, Parse};
use exit::Stop;

pub use exit::Exit;

/// Where commands speak, ask, and learn what the environment is: the one seam to the terminal.
pub trait Console: Operator {
    /// Findings, in the form asked for.
    fn findings(&mut self, findings: Diagnostics, texts: &Texts);
    /// The moment that the environment sets for builds (`SOURCE_DATE_EPOCH`), in seconds.
    fn epoch(&self) -> Option<i64>;
    /// The clock, for what goes on after the command's own thread has moved on.
    fn clock(&self) -> fn() -> Timestamp;
    /// The current folder.
    fn here(&self) -> PathBuf;
    /// Asks for a text; `None` where nobody can answer.
    fn answer(&mut self, question: &str) -> Option<String>;
}

/// Runs a command.
pub fn run(cli: &Cli, console: &mut dyn Console) -> Exit {
    crate::system::grow_memory_in_large_steps();
    let outcome = match &cli.command {
        Command::Init(asked) => init::run(asked, console),
        Command::Explain { name } => explain::run(name.as_deref(), console),
        Command::Completions { shell } => Ok(completions::run(*shell, console)),
        Command::Man { dir } => completions::man(dir, console),
        other => folder(&cli.global, console).and_then(|folder| in_folder(other, &folder, console)),
    };
    console.stage("");
    outcome.unwrap_or_else(|stop| stop.exit(console))
}

/// Runs a command in a cluster's folder.
fn in_folder(command: &Command, folder: &Folder, console: &mut dyn Console) -> Result<Exit, Stop> {
    match command {
        Command::Init(asked) => init::run(asked, console),
        Command::Explain { name } => explain::run(name.as_deref(), console),
        Command::Completions { shell } => Ok(completions::run(*shell, console)),
        Command::Man { dir } => completions::man(dir, console),
        Command::Schema { kind, write } => schema::run(folder, kind.as_deref(), *write, console),
        Command::New(what) => new::run(folder, what, console),
        Command::Words { language, missing } => words::run(folder, language.as_deref(), *missing, console),
        Command::Translate { issue, to } => translate::run(folder, issue.as_deref(), to.as_deref(), console),
        Command::WebForms { file } => web_forms::run(folder, file, console),
        Command::Serve { listen, path } => serve::run(folder, listen, path, console),
        Command::Mailbox(asked) => mailbox::run(folder, asked, console),
        Command::Audience(what) => people::run(folder, what, console),
        Command::Review(asked) => review::run(folder, asked, console),
        Command::Approve(asked) => approve::run(folder, asked, console),
        Command::Remind(asked) => remind::run(folder, asked, console),
        Command::Gather(asked) => gather::run(folder, asked, console),
        Command::Status { issue, json } => status::run(folder, issue.as_deref(), *json, console),
        Command::Check { issue, links, spelling } => {
            check::run(folder, issue.as_deref(), check::More { links: *links, spelling: *spelling }, console)
        }
        Command::Build { issue, final_, only, .. } => {
            build::run(folder, issue.as_deref(), stage(!*final_), only.map(Into::into), console)
        }
        Command::Preview { issue, open, port, editor, poll } => {
            let wishes = preview::Wishes { open: *open, port: *port, editor: editor.as_deref(), poll: *poll };
            preview::run(folder, issue.as_deref(), wishes, console)
        }
        Command::Watch { issue, final_, only, poll } => {
            let output = watch::Wishes { stage: stage(!*final_), only: only.map(Into::into), poll: *poll };
            watch::run(folder, issue.as_deref(), output, console)
        }
        Command::Report(asked) => report::run(folder, asked, console),
        Command::Send(asked) => match &asked.what {
            None => send::run(folder, asked, console),
            Some(SendWhat::Resume { issue, overrides }) => {
                resume::run(folder, issue.as_deref(), *overrides, console)
            }
            Some(SendWhat::Resolve(asked)) => resolve::run(folder, asked, console),
            Some(SendWhat::Receipt { issue, json }) => {
                account::receipt(folder, issue.as_deref(), *json, console)
            }
            Some(SendWhat::Who { address }) => account::who(folder, address, console),
            Some(SendWhat::Pending { issue }) => account::pending(folder, issue.as_deref(), console),
        },
        Command::Doctor { dns, accept_command } => doctor::run(folder, *dns, *accept_command, console),
        Command::Dkim { selector } => dkim::run(folder, selector, console),
        Command::Publish { issue, draft, yes } => {
            publish::run(folder, issue.as_deref(), stage(*draft), *yes, console)
        }
    }
}

/// Final unless a draft was asked for.
fn stage(draft: bool) -> Stage {
    if draft { Stage::Draft } else { Stage::Final }
}

/// Finds the cluster's folder and reads the options that say how to look at it.
fn folder(global: &Global, console: &mut dyn Console) -> Result<Folder, Stop> {
    let here = console.here();
    let root = match &global.root {
        Some(root) => here.join(root),
        None => above(&here).unwrap_or(here),
    };
    let as_of = match &global.as_of {
        Some(text) => Some(AsOf::end_of(argument::<Date>("--as-of: ", text)?)),
        None => console.epoch().and_then(|epoch| Timestamp::from_second(epoch).ok()).map(AsOf::at),
    };
    let today = AsOf::at(console.now()).date;
    Ok(Folder { root, config: global.config.clone(), as_of, today: Some(today) })
}

/// The nearest folder upwards that holds a configuration.
fn above(here: &Path) -> Option<PathBuf> {
    here.ancestors().find(|folder| folder.join(CONFIG_FILE).is_file()).map(Path::to_path_buf)
}

/// An argument as a value; `what` names it in a refusal.
fn argument<T: Parse>(what: &str, text: &str) -> Result<T, Stop> {
    T::parse(text).map_err(|Complaint { message, hint }| Stop::Failure(format!("{what}{message}; {hint}")))
}

/// Reads and parses everything; what is wrong is printed where nothing can be made of it.
fn load(folder: &Folder, console: &mut dyn Console) -> Result<Loaded, Stop> {
    load_with(folder, &mut Kept::default(), console)
}

/// The same with what an earlier build left.
fn load_with(folder: &Folder, kept: &mut Kept, console: &mut dyn Console) -> Result<Loaded, Stop> {
    folder.load(kept, console).map_err(|unreadable| {
        console.findings(unreadable.findings, &unreadable.texts);
        Stop::Errors
    })
}

/// The month asked for, or else the newest. Where there is none, what is wrong with the sources says why.
fn month(loaded: &mut Loaded, asked: Option<&str>, console: &mut dyn Console) -> Result<Month, Stop> {
    if let Some(text) = asked {
        return argument("", text);
    }
    issue::newest(&loaded.cluster).ok_or_else(|| {
        if !loaded.findings.has_errors() {
            return Stop::Failure("there is no issue yet: `bulletin new issue` writes one".into());
        }
        console.findings(std::mem::take(&mut loaded.findings), &loaded.texts);
        Stop::Errors
    })
}
