//! One file a verb: arguments, then a plan, then its run.

mod build;
mod check;
mod dkim;
mod init;
mod mail;
mod new;
mod publish;
mod report;
mod send;
mod site;
mod status;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::cli::{Assume, Cli, Command, Global, LeaveArgs, SendWhat};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Texts};
use crate::issue::{self, AsOf, Issue, Stage};
use crate::layouts::Layouts;
use crate::model::{Cluster, Date, Language, Month};
use crate::sources::{self, CONFIG_FILE, Parse, Sources};
use crate::words::Words;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The sources, layouts or configuration have errors, all printed.
    Errors,
    /// Wrong usage, or a failure of the machine.
    Failure,
    /// `send`: some are to be tried again, or were not tried yet.
    Deferred,
    /// `send`: of some it is uncertain whether the relay took their message.
    Uncertain,
    /// `send`: stopped, because the relay takes nothing.
    Stopped,
    /// `send`: refused.
    Refused,
}

impl Exit {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Errors => 1,
            Self::Failure => 2,
            Self::Deferred => 3,
            Self::Uncertain => 4,
            Self::Stopped => 5,
            Self::Refused => 6,
        }
    }
}

/// Where commands speak, ask, and learn what time it is: the one seam to the person at the desk.
pub trait Console {
    /// Data, for standard output.
    fn data(&mut self, text: &str);
    /// Talk, for standard error; left out with `-q`.
    fn say(&mut self, text: &str);
    /// What went wrong; never left out.
    fn fail(&mut self, text: &str);
    /// Findings, in the form asked for.
    fn findings(&mut self, findings: Diagnostics, texts: &Texts);
    /// A stage begins; with `-v` its time is shown when the next begins. An empty name ends the
    /// last one.
    fn stage(&mut self, name: &str);
    /// How far something is; `seldom` is true now and then, for where nobody watches.
    fn progress(&mut self, text: &str, seldom: bool);
    /// Asks for a yes; `None` where nobody can answer.
    fn ask(&mut self, question: &str) -> Option<bool>;
    /// The time on the clock.
    fn now(&self) -> Timestamp;
    /// The moment that the environment sets for builds (`SOURCE_DATE_EPOCH`), in seconds.
    fn epoch(&self) -> Option<i64>;
    /// The current folder.
    fn here(&self) -> PathBuf;
}

/// Runs a command.
pub fn run(cli: &Cli, console: &mut dyn Console) -> Exit {
    let outcome = match &cli.command {
        Command::Init { dir } => init::run(dir.as_deref(), console),
        Command::New(what) => {
            Desk::open(&cli.global, console).and_then(|desk| new::run(&desk, what, console))
        }
        Command::Status { issue } => {
            with_desk(cli, console, |desk, console| status::run(desk, issue.as_deref(), console))
        }
        Command::Check { issue, links } => {
            with_desk(cli, console, |desk, console| check::run(desk, issue.as_deref(), *links, console))
        }
        Command::Build { issue, final_, only, .. } => {
            let stage = if *final_ { Stage::Final } else { Stage::Draft };
            with_desk(cli, console, |desk, console| build::run(desk, issue.as_deref(), stage, *only, console))
        }
        Command::Report { from, to, project, revision, draft } => {
            let asked = report::Asked {
                from,
                to,
                project: project.as_deref(),
                version: *revision,
                stage: stage(*draft),
            };
            with_desk(cli, console, |desk, console| report::run(desk, &asked, console))
        }
        Command::Send(asked) => with_desk(cli, console, |desk, console| sent(desk, asked, console)),
        Command::Dkim { selector, algorithm } => {
            with_desk(cli, console, |desk, console| dkim::run(desk, selector, *algorithm, console))
        }
        Command::Publish { issue, draft, yes } => {
            let options = send::Options {
                stage: stage(*draft),
                dry_run: false,
                yes: *yes,
                test: vec![],
                language: None,
                leave: send::Leave::default(),
            };
            with_desk(cli, console, |desk, console| publish::run(desk, issue.as_deref(), &options, console))
        }
    };
    console.stage("");
    outcome.unwrap_or_else(|stop| stop.exit(console))
}

/// Sends, or sees to what was sent.
fn sent(desk: &Desk, asked: &crate::cli::Send, console: &mut dyn Console) -> Result<Exit, Stop> {
    let leave = |args: &LeaveArgs| send::Leave {
        ledger: args.accept_ledger,
        as_planned: args.as_planned,
        late: args.late,
    };
    match &asked.what {
        None => {
            let options = send::Options {
                stage: stage(asked.draft),
                dry_run: asked.dry_run,
                yes: asked.yes,
                test: asked.test.clone(),
                language: asked.language.clone(),
                leave: leave(&asked.leave),
            };
            send::run(desk, asked.issue.as_deref(), &options, console)
        }
        Some(SendWhat::Resume { issue, leave: args }) => {
            send::resume(desk, issue.as_deref(), leave(args), console)
        }
        Some(SendWhat::Resolve { issue, postfix_log, mailbox, assume, yes, accept_ledger }) => {
            let asked = send::Asked {
                issue: issue.clone(),
                log: postfix_log.clone(),
                mailbox: mailbox.clone(),
                word: assume.map(|word| match word {
                    Assume::Sent => send::Word::Sent,
                    Assume::NotSent => send::Word::NotSent,
                }),
                yes: *yes,
                accept: *accept_ledger,
            };
            send::resolve(desk, &asked, console)
        }
        Some(SendWhat::Receipt { issue, json }) => send::receipt(desk, issue.as_deref(), *json, console),
        Some(SendWhat::Who { address }) => send::who(desk, address, console),
        Some(SendWhat::Pending { issue }) => send::pending(desk, issue.as_deref(), console),
    }
}

/// Final unless a draft was asked for.
fn stage(draft: bool) -> Stage {
    if draft { Stage::Draft } else { Stage::Final }
}

/// Opens the cluster's folder and runs a command on it.
fn with_desk(
    cli: &Cli,
    console: &mut dyn Console,
    command: impl FnOnce(&Desk, &mut dyn Console) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    let desk = Desk::open(&cli.global, console)?;
    command(&desk, console)
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub enum Stop {
    /// Wrong usage or a failure of the machine, in words.
    Failure(String),
    /// Refused, in words.
    Refused(String),
    /// Errors, printed already.
    Errors,
    /// A person said no: that is an end, too.
    Said(String),
}

impl Stop {
    /// Says why and gives the exit code.
    fn exit(self, console: &mut dyn Console) -> Exit {
        match self {
            Self::Failure(why) => {
                console.fail(&format!("error: {why}"));
                Exit::Failure
            }
            Self::Refused(why) => {
                console.fail(&format!("refused: {why}"));
                Exit::Refused
            }
            Self::Errors => Exit::Errors,
            Self::Said(what) => {
                console.say(&what);
                Exit::Done
            }
        }
    }
}

/// A failure of the machine.
fn failure(what: &str, error: &std::io::Error) -> Stop {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Stop::Failure(format!("the disk is full: {what}")),
        _ => Stop::Failure(format!("{what}: {error}")),
    }
}

/// The cluster's folder and how it is to be looked at.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The folder.
    pub root: PathBuf,
    /// Another configuration file.
    pub config: Option<PathBuf>,
    /// The moment asked for.
    pub as_of: Option<AsOf>,
}

impl Desk {
    /// Finds the folder and reads the options.
    pub fn open(global: &Global, console: &mut dyn Console) -> Result<Self, Stop> {
        let here = console.here();
        let root = match &global.root {
            Some(root) => here.join(root),
            None => above(&here).unwrap_or(here),
        };
        let as_of = match &global.as_of {
            Some(text) => Some(AsOf::end_of(Date::parse(text).map_err(|complaint| {
                Stop::Failure(format!("--as-of: {}; {}", complaint.message, complaint.hint))
            })?)),
            None => console.epoch().and_then(|epoch| Timestamp::from_second(epoch).ok()).map(AsOf::at),
        };
        Ok(Self { root, config: global.config.clone(), as_of })
    }

    /// Reads and parses everything. Errors found so far are in [`Loaded::findings`].
    pub fn load(&self, console: &mut dyn Console) -> Result<Loaded, Stop> {
        console.stage("read");
        let sources = sources::read(&self.root, self.config.as_deref());
        let mut findings = sources.findings.clone();
        let layouts = Layouts::read(&self.root, &mut findings);
        console.stage("parse");
        let cluster = Cluster::parse(&sources, &mut findings);
        let mut texts = sources.texts();
        texts.extend(layouts.texts());
        match cluster {
            Some(mut cluster) => {
                issue::resolve(&mut cluster, &sources, &mut findings);
                let words = words(&cluster, &layouts);
                title_alerts(&mut cluster, &words);
                known_list(&cluster, &mut findings);
                Ok(Loaded { sources, cluster, layouts, words, findings, texts })
            }
            None => {
                console.findings(findings, &texts);
                Err(Stop::Errors)
            }
        }
    }

    /// The month asked for, or else the newest. Where there is none, what is wrong with the
    /// sources says why.
    pub fn month(
        &self,
        loaded: &mut Loaded,
        asked: Option<&str>,
        console: &mut dyn Console,
    ) -> Result<Month, Stop> {
        if let Some(text) = asked {
            return Month::parse(text)
                .map_err(|complaint| Stop::Failure(format!("{}; {}", complaint.message, complaint.hint)));
        }
        issue::newest(&loaded.cluster).ok_or_else(|| {
            if !loaded.findings.has_errors() {
                return Stop::Failure("there is no issue yet: `bulletin new issue` writes one".into());
            }
            console.findings(std::mem::take(&mut loaded.findings), &loaded.texts);
            Stop::Errors
        })
    }

    /// The folder of what must not be lost.
    pub fn state(&self) -> PathBuf {
        self.root.join("state")
    }
}

/// The words of every language that a cluster's texts or editions are in.
fn words(cluster: &Cluster, layouts: &Layouts) -> BTreeMap<Language, Words> {
    let config = &cluster.config;
    let updates = cluster.updates.iter().map(|update| &update.language);
    let meetings = cluster.meetings.iter().map(|meeting| &meeting.language);
    let manifests = cluster.issues.values().flat_map(|manifest| &manifest.languages);
    let named =
        config.languages.iter().chain(manifests).chain(config.name.all().map(|(language, _)| language));
    let all = updates.chain(meetings).chain(named).chain([&config.language]);
    let mut words = BTreeMap::new();
    for language in all {
        words.entry(language.clone()).or_insert_with(|| Words::load(layouts, language));
    }
    words
}

/// Gives alerts without a title of their own one in their text's language.
fn title_alerts(cluster: &mut Cluster, words: &BTreeMap<Language, Words>) {
    let updates = cluster.updates.iter_mut().map(|update| (&update.language, &mut update.body));
    let meetings = cluster.meetings.iter_mut().map(|meeting| (&meeting.language, &mut meeting.body));
    for (language, body) in updates.chain(meetings) {
        if let Some(words) = words.get(language) {
            body.title_alerts(&|kind| words.get(&format!("alert-{kind}")));
        }
    }
}

/// The list of recipients that the configuration names is no file left unread.
fn known_list(cluster: &Cluster, findings: &mut Diagnostics) {
    let Some(audience) = &cluster.config.audience else { return };
    let audience = audience.trim_start_matches("./");
    findings.retain(|finding| {
        finding.rule != "unread-file" || finding.place.as_ref().is_none_or(|place| &*place.file != audience)
    });
}

/// The nearest folder upwards that holds a configuration.
fn above(here: &Path) -> Option<PathBuf> {
    here.ancestors().find(|folder| folder.join(CONFIG_FILE).is_file()).map(Path::to_path_buf)
}

/// Everything read and parsed.
pub struct Loaded {
    /// The files.
    pub sources: Sources,
    /// What they say.
    pub cluster: Cluster,
    /// The layouts.
    pub layouts: Layouts,
    /// The words of every language that a text or an edition is in.
    pub words: BTreeMap<Language, Words>,
    /// What is wrong so far.
    pub findings: Diagnostics,
    /// The texts that findings point into.
    pub texts: Texts,
}

impl Loaded {
    /// What rules look things up in.
    pub fn aids(&self) -> issue::Aids<'_> {
        issue::Aids { fonts: self.layouts.font_coverage(), words: &self.words }
    }

    /// Puts the editions of a month's issue together, the main one first.
    pub fn assemble(&self, month: Month, desk: &Desk, stage: Stage) -> Vec<Issue<'_>> {
        let edition = |language: &Language| {
            issue::assemble(&self.sources, &self.cluster, month, language, desk.as_of, stage)
        };
        issue::editions(&self.cluster, month).iter().map(edition).collect()
    }
}

/// `3 errors and 1 warning`, or nothing.
fn tally(findings: &Diagnostics) -> Option<String> {
    let count = |severity, one: &str| match findings.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {one}s")),
    };
    let parts: Vec<_> = [count(Severity::Error, "error"), count(Severity::Warning, "warning")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// A finding that stops everything and has no file.
fn stopped(rule: &'static str, message: String) -> Diagnostic {
    Diagnostic::fatal(rule, message)
}
