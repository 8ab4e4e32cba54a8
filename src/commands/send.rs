//! `bulletin send`: each recipient once, for now into the outbox.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Console, Desk, Exit, Stop, build, failure, tally};
use crate::audience::{Audience, Exclusion, Recipient};
use crate::delivery::{Key, Outbox, Written};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{CheckedIssue, Stage};
use crate::model::{Config, Language, MailAddress};
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
    let editions = build::checked(&loaded, desk, month, options.stage, &mut findings, console)?;
    let built = build::build(&editions, &loaded, None, &mut findings, console);
    console.stage("audience");
    let audience = audience(desk, &loaded.cluster.config, &mut findings);
    findings.dedup();
    let summary = tally(&findings);
    console.findings(findings, &loaded.texts);
    let built = built.ok_or(Stop::Errors)?;
    let audience = audience.ok_or(Stop::Errors)?;
    let now = console.now();
    if let Some(why) = editions.iter().find_map(|issue| held(issue, now)) {
        return Err(Stop::Refused(why));
    }
    if write {
        build::write(&built, desk, month, console)?;
        if let Some(summary) = summary {
            console.say(&format!("built with {summary}"));
        }
    }
    let plan = Plan { desk, editions: &editions, newsletters: &built.newsletters, audience: &audience };
    plan.run(options, console)
}

/// The list of recipients that the configuration names.
pub fn audience(desk: &Desk, config: &Config, findings: &mut Diagnostics) -> Option<Audience> {
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
    let before = findings.count(crate::diagnostic::Severity::Error);
    let suppressed = suppressed(&desk.state(), findings);
    let audience = Audience::parse(&text, named, config, &suppressed, findings);
    if !audience.only_examples && is_inside(&desk.root, &path) {
        findings.push(
            Diagnostic::error("audience-place", "this list holds people's addresses and lies inside the cluster's folder or a version-controlled one")
                .at(Place::file(named.as_str()))
                .hint("move it out of the folder that is shared or under version control, and name its new place in bulletin.yaml: `audience: ../recipients.csv`"),
        );
    }
    (findings.count(crate::diagnostic::Severity::Error) == before).then_some(audience)
}

/// Whether a file lies in the cluster's folder or in one under version control, but for `state/`,
/// which is never shared.
fn is_inside(root: &Path, file: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (root, file) = (real(root), real(file));
    let tracked = file.ancestors().skip(1).any(|folder| folder.join(".git").exists());
    (tracked || file.starts_with(&root)) && !file.starts_with(root.join("state"))
}

/// The addresses that are never to be mailed: the first cell of each line of
/// `state/suppressions.csv`. A list that can't be read, or a line that is no address, is an error:
/// nobody on it may be mailed by mistake.
fn suppressed(state: &Path, findings: &mut Diagnostics) -> BTreeSet<String> {
    const NAME: &str = "state/suppressions.csv";
    let text = match std::fs::read_to_string(state.join("suppressions.csv")) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return BTreeSet::new(),
        Err(error) => {
            findings.push(
                Diagnostic::fatal(
                    "suppressions",
                    format!("the list of those never to be mailed can't be read: {error}"),
                )
                .at(Place::file(NAME))
                .hint("save it as UTF-8 text, one address a line"),
            );
            return BTreeSet::new();
        }
    };
    let mut addresses = BTreeSet::new();
    for (i, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let cell = line.split([',', ';']).next().unwrap_or_default().trim().trim_matches('"');
        match MailAddress::parse(cell) {
            Ok(address) => {
                addresses.insert(crate::audience::normal(&address));
            }
            // A first line may name the column.
            Err(_)
                if cell.is_empty()
                    || i == 0 && ["email", "e-mail", "address"].contains(&&*cell.to_lowercase()) => {}
            Err(_) => findings.push(
                Diagnostic::fatal("suppressions", format!("line {}: this is no address", i + 1))
                    .at(Place::file(NAME))
                    .hint("one address a line; correct or delete the line"),
            ),
        }
    }
    addresses
}

/// Why an issue may not go out yet by the clock: `publish_after`, and embargoes that a date given by
/// hand would lift.
pub fn held(issue: &CheckedIssue<'_>, now: jiff::Timestamp) -> Option<String> {
    let after = issue.manifest.and_then(|manifest| manifest.publish_after);
    if let Some(after) = after.filter(|after| after.0 > now) {
        return Some(format!("the manifest says not to send before {}; it is {now}", after.0));
    }
    let embargoed =
        issue.updates.iter().find(|selected| selected.item.embargo_until.is_some_and(|until| until.0 > now));
    embargoed.map(|selected| {
        format!(
            "`{}` is under embargo until {}; `--as-of {}` leaves it out",
            selected.item.origin.file,
            selected.item.embargo_until.map(|until| until.0.to_string()).unwrap_or_default(),
            crate::issue::AsOf::at(now).date
        )
    })
}

/// What goes out, and to whom.
struct Plan<'a, 'i> {
    /// The cluster's folder.
    desk: &'a Desk,
    /// The issue's editions, the main one first.
    editions: &'a [CheckedIssue<'i>],
    /// The newsletter of each.
    newsletters: &'a [Newsletter],
    /// Who gets it.
    audience: &'a Audience,
}

impl Plan<'_, '_> {
    /// Shows the plan, asks, and delivers.
    fn run(&self, options: &Options, console: &mut dyn Console) -> Result<Exit, Stop> {
        self.show(console);
        if self.audience.recipients.is_empty() {
            return Err(Stop::Refused("nobody on the list may be mailed; the reasons stand above".into()));
        }
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
        for (at, (issue, newsletter)) in self.editions.iter().zip(self.newsletters).enumerate() {
            match self.editions.len() {
                1 => console.say(&format!("subject: {}", newsletter.subject)),
                _ => {
                    let readers = self.audience.recipients.iter();
                    let count = readers.filter(|recipient| self.edition(recipient) == at).count();
                    let language = issue.language.as_str();
                    console.say(&format!("subject ({language}, {count} recipients): {}", newsletter.subject));
                }
            }
        }
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

    /// The main edition.
    fn main(&self) -> &CheckedIssue<'_> {
        &self.editions[0]
    }

    /// The edition that a recipient gets: in the language asked for, or else the main one.
    fn edition(&self, recipient: &Recipient) -> usize {
        let asked = recipient.language.as_ref();
        let position = |same: &dyn Fn(&Language, &Language) -> bool| {
            self.editions.iter().position(|issue| asked.is_some_and(|asked| same(asked, &issue.language)))
        };
        let primary = |a: &Language, b: &Language| a.primary() == b.primary();
        position(&|a, b| a == b).or_else(|| position(&primary)).unwrap_or(0)
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
        self.same_as_before(&outbox, &key)?;
        for recipient in &self.audience.recipients {
            let Ok((name, message)) = self.message(recipient, &key, &outbox, now) else {
                *counts.entry("failed").or_default() += 1;
                continue;
            };
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
        match counts.get("failed") {
            Some(failed) => Err(Stop::Failure(format!(
                "{failed} messages could not be composed; nothing was written for them"
            ))),
            None => Ok(Exit::Done),
        }
    }

    /// Refuses to go on where some got the issue already and its text has changed since.
    fn same_as_before(&self, outbox: &Outbox, key: &Key) -> Result<(), Stop> {
        let parts: Vec<String> = self.newsletters.iter().map(Newsletter::fingerprint).collect();
        let fingerprint = crate::output::sha256(parts.join("\n").as_bytes());
        let path = self.desk.state().join(format!("sent-{}", self.name_of_issue()));
        let some_there =
            self.audience.recipients.iter().any(|recipient| outbox.holds(&self.name(recipient, key).0));
        match std::fs::read_to_string(&path) {
            Ok(known) if some_there && known.trim() != fingerprint => Err(Stop::Refused(format!(
                "{} was delivered to some already, with another text or subject; nobody gets two versions. Nothing was sent",
                self.main().month
            ))),
            _ => std::fs::write(&path, format!("{fingerprint}\n"))
                .map_err(|error| failure("the record of what was sent", &error)),
        }
    }

    /// The issue's month, with a mark for drafts.
    fn name_of_issue(&self) -> String {
        let stage = if self.main().stage == Stage::Draft { "-draft" } else { "" };
        format!("{}{stage}", self.main().month)
    }

    /// A message's name in the outbox, and the part of its Message-ID before the `@`.
    fn name(&self, recipient: &Recipient, key: &Key) -> (String, String) {
        let issue = self.name_of_issue();
        let id = key.hash(&["message", &issue, &recipient.normal]);
        (format!("{issue}.{id}.bulletin"), id)
    }

    /// A recipient's message with its name in the outbox; `None` if it lies there already.
    fn message(
        &self,
        recipient: &Recipient,
        key: &Key,
        outbox: &Outbox,
        now: jiff::Timestamp,
    ) -> Result<(String, Option<Vec<u8>>), String> {
        let (name, id) = self.name(recipient, key);
        if outbox.holds(&name) {
            return Ok((name, None));
        }
        let at = self.edition(recipient);
        let (issue, newsletter) = (&self.editions[at], &self.newsletters[at]);
        let from = &issue.cluster.config.from;
        let unsubscribe = build::unsubscribe_address(from, key, &recipient.normal);
        let message = build::compose(newsletter, issue, Some(&recipient.address), &unsubscribe, &id, now)?;
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
