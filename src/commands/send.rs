//! `bulletin send`: each recipient once, for now into the outbox.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Console, Desk, Exit, Stop, build, failure, tally};
use crate::audience::{Audience, Exclusion, Recipient};
use crate::delivery::{Key, Outbox, Written};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{CheckedIssue, Stage};
use crate::model::{Config, MailAddress};
use crate::newsletter::Newsletter;
use crate::sources::Parse;

/// How to send.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Draft or final.
    pub stage: Stage,
    /// Show, and write nothing.
    pub dry_run: bool,
    /// Do not ask.
    pub yes: bool,
}

/// Builds in memory and delivers.
pub fn run(
    desk: &Desk,
    asked: Option<&str>,
    options: &Options,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    build_and_send(desk, asked, options, false, console)
}

/// Builds, writes the outputs if asked to, and delivers.
pub fn build_and_send(
    desk: &Desk,
    asked: Option<&str>,
    options: &Options,
    write: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut loaded = desk.load(console)?;
    let month = desk.month(&mut loaded, asked, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let issue = build::checked(&loaded, desk, month, options.stage, &mut findings, console)?;
    let built = build::build(&issue, &loaded, None, &mut findings, console);
    console.stage("audience");
    let audience = audience(desk, &loaded.cluster.config, &mut findings);
    let summary = tally(&findings);
    console.findings(findings, &loaded.texts);
    let built = built.ok_or(Stop::Errors)?;
    let audience = audience.ok_or(Stop::Errors)?;
    if write {
        build::write(&built, &build::folder(desk, &issue), console)?;
        if let Some(summary) = summary {
            console.say(&format!("built with {summary}"));
        }
    }
    let newsletter = built.newsletter.ok_or(Stop::Errors)?;
    held_until_later(&issue, console)?;
    let plan = Plan { desk, issue: &issue, newsletter: &newsletter, audience: &audience };
    plan.run(options, console)
}

/// The list of recipients that the configuration names.
fn audience(desk: &Desk, config: &Config, findings: &mut Diagnostics) -> Option<Audience> {
    let Some(named) = &config.audience else {
        findings.push(
            Diagnostic::error("no-audience", "no list of recipients is named")
                .at(Place::file("bulletin.yaml"))
                .hint("add `audience: ../recipients.csv` (outside this folder; its first line: email,language,basis,confirmed_at)"),
        );
        return None;
    };
    let path = desk.root.join(named);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            let why = match error.kind() {
                std::io::ErrorKind::NotFound => "is not there".to_string(),
                std::io::ErrorKind::InvalidData => "is not UTF-8 text: save it as CSV UTF-8".to_string(),
                _ => format!("can't be read: {error}"),
            };
            findings.push(
                Diagnostic::error("no-audience", format!("the list of recipients `{named}` {why}"))
                    .at(Place::file("bulletin.yaml"))
                    .hint("`audience:` names it from the cluster's folder"),
            );
            return None;
        }
    };
    let suppressed = suppressed(&desk.state());
    let before = findings.count(crate::diagnostic::Severity::Error);
    let audience = Audience::parse(&text, named, config, &suppressed, findings);
    if !audience.only_examples && is_inside(&desk.root, &path) {
        findings.push(
            Diagnostic::error("audience-place", "this list holds people's addresses and lies inside the cluster's folder")
                .at(Place::file(named.as_str()))
                .hint("move it out of the folder that is shared or under version control, and name its new place in bulletin.yaml: `audience: ../recipients.csv`"),
        );
    }
    (findings.count(crate::diagnostic::Severity::Error) == before).then_some(audience)
}

/// Whether a file lies in the cluster's folder, but for `state/`, which is never shared.
fn is_inside(root: &Path, file: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (root, file) = (real(root), real(file));
    file.starts_with(&root) && !file.starts_with(root.join("state"))
}

/// The addresses that are never to be mailed: one a line in `state/suppressions.csv`.
fn suppressed(state: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(state.join("suppressions.csv")).unwrap_or_default();
    let first = |line: &str| line.split([',', ';']).next().map(str::trim).map(str::to_string);
    let addresses = text.lines().filter_map(first).filter_map(|cell| MailAddress::parse(&cell).ok());
    addresses.map(|address| crate::audience::normal(&address)).collect()
}

/// What may not go out yet by the clock: `publish_after`, and embargoes that a date given by hand
/// would lift.
fn held_until_later(issue: &CheckedIssue<'_>, console: &mut dyn Console) -> Result<(), Stop> {
    let now = console.now();
    let after = issue.manifest.and_then(|manifest| manifest.publish_after);
    if let Some(after) = after.filter(|after| after.0 > now) {
        return Err(Stop::Refused(format!("the manifest says not to send before {}; it is {now}", after.0)));
    }
    let embargoed =
        issue.updates.iter().find(|selected| selected.item.embargo_until.is_some_and(|until| until.0 > now));
    match embargoed {
        Some(selected) => Err(Stop::Refused(format!(
            "`{}` is under embargo until {}; it is {now}",
            selected.item.origin.file,
            selected.item.embargo_until.map(|until| until.0.to_string()).unwrap_or_default()
        ))),
        None => Ok(()),
    }
}

/// What goes out, and to whom.
struct Plan<'a, 'i> {
    /// The cluster's folder.
    desk: &'a Desk,
    /// The issue.
    issue: &'a CheckedIssue<'i>,
    /// Its newsletter.
    newsletter: &'a Newsletter,
    /// Who gets it.
    audience: &'a Audience,
}

impl Plan<'_, '_> {
    /// Shows the plan, asks, and delivers.
    fn run(&self, options: &Options, console: &mut dyn Console) -> Result<Exit, Stop> {
        self.show(console);
        if options.dry_run {
            console.say("dry run: nothing was written");
            return Ok(Exit::Done);
        }
        if !options.yes {
            match console.ask("Deliver it to the outbox?") {
                Some(true) => {}
                Some(false) => {
                    console.say("nothing was sent");
                    return Ok(Exit::Done);
                }
                None => {
                    return Err(Stop::Failure(
                        "nobody is there to answer: add `--yes` to deliver without asking".into(),
                    ));
                }
            }
        }
        self.deliver(console)
    }

    /// Says what is about to happen.
    fn show(&self, console: &mut dyn Console) {
        let audience = self.audience;
        console.say(&format!("subject: {}", self.newsletter.subject));
        console.say(&format!(
            "{} on the list, {} get it, {} do not",
            audience.candidates(),
            audience.recipients.len(),
            audience.candidates() - audience.recipients.len()
        ));
        for (reason, count) in &audience.excluded {
            console.say(&format!("  {count} {}", reason.words()));
        }
    }

    /// The outbox's folder.
    fn outbox(&self) -> PathBuf {
        self.desk.state().join("outbox")
    }

    /// Writes one message for each recipient who has none yet.
    fn deliver(&self, console: &mut dyn Console) -> Result<Exit, Stop> {
        console.stage("deliver");
        let key = Key::open(&self.desk.state()).map_err(|error| failure("the key in state/", &error))?;
        let folder = self.outbox();
        let mut outbox =
            Outbox::open(&folder).map_err(|error| failure("the outbox can't be opened", &error))?;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let now = console.now();
        for recipient in &self.audience.recipients {
            let (name, message) = self.message(recipient, &key, &outbox, now).map_err(Stop::Failure)?;
            let written = match message {
                Some(message) => outbox
                    .write(&name, &message)
                    .map_err(|error| failure("a message could not be written", &error))?,
                None => Written::Already,
            };
            *counts.entry(if written == Written::New { "new" } else { "already" }).or_default() += 1;
        }
        console.stage("");
        self.account(&counts, &folder, console);
        Ok(Exit::Done)
    }

    /// A recipient's message with its name in the outbox; `None` if it lies there already.
    fn message(
        &self,
        recipient: &Recipient,
        key: &Key,
        outbox: &Outbox,
        now: jiff::Timestamp,
    ) -> Result<(String, Option<Vec<u8>>), String> {
        let stage = if self.issue.stage == Stage::Draft { "-draft" } else { "" };
        let id = key.hash(&["message", &self.issue.month.to_string(), stage, &recipient.normal]);
        let name = format!("{}{stage}.{id}.bulletin", self.issue.month);
        if outbox.holds(&name) {
            return Ok((name, None));
        }
        let from = &self.issue.cluster.config.from;
        let unsubscribe = build::unsubscribe_address(from, key, &recipient.normal);
        let message =
            build::compose(self.newsletter, self.issue, Some(&recipient.address), &unsubscribe, &id, now)?;
        Ok((name, Some(message)))
    }

    /// Accounts for everybody on the list.
    fn account(&self, counts: &BTreeMap<&str, usize>, folder: &Path, console: &mut dyn Console) {
        let count = |name| counts.get(name).copied().unwrap_or(0);
        console.data(&format!("{}\n", folder.display()));
        let excluded: usize = self
            .audience
            .excluded
            .iter()
            .filter(|(reason, _)| **reason != Exclusion::Twice)
            .map(|(_, count)| count)
            .sum();
        let twice = self.audience.excluded.get(&Exclusion::Twice).copied().unwrap_or(0);
        console.say(&format!(
            "outbox: {} new, {} there already, {excluded} excluded{}",
            count("new"),
            count("already"),
            if twice > 0 { format!(", {twice} on the list twice") } else { String::new() }
        ));
    }
}
