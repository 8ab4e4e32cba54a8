//! `bulletin send`: each recipient once, to the relay or into the outbox, and what became of it.

mod after;
mod deliver;
mod outbox;
mod preflight;
mod relay;
mod resolve;
mod secret;
mod totals;

pub use after::{pending, receipt, resume, who};
pub use resolve::{Asked, Word, resolve};

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Console, Desk, Exit, Loaded, Stop, build, mail, tally};
use crate::audience::{Audience, Recipient, suppressed_in};
use crate::delivery::ledger::{Ledger, Sqlite};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{CheckedIssue, Stage};
use crate::message::{TOKEN, Template};
use crate::model::{Config, Language, SENT_FILE, TransportKind};
use crate::newsletter::Newsletter;
use crate::output::sha256;

/// The list of those never to be mailed, below `state/`.
const SUPPRESSIONS: &str = "suppressions.csv";

/// The ledger, below `state/`.
const LEDGER: &str = "bulletin.db";

/// How to send.
#[derive(Debug, Clone)]
pub struct Options {
    /// Draft or final.
    pub stage: Stage,
    /// Show, and write nothing.
    pub dry_run: bool,
    /// Do not ask.
    pub yes: bool,
    /// To these only, as a test.
    pub test: Vec<String>,
    /// The edition of a test.
    pub language: Option<String>,
    /// What may be set aside.
    pub leave: Leave,
}

/// What a person may set aside after having been told of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Leave {
    /// A ledger that was put back or copied.
    pub ledger: bool,
    /// That sources were changed: what was planned goes out.
    pub as_planned: bool,
    /// That it is too late.
    pub late: bool,
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
    let by_relay = loaded.cluster.config.transport == TransportKind::Smtp;
    let testing = !options.test.is_empty();
    if !by_relay && testing {
        return Err(Stop::Failure(
            "`--test` goes to a relay: set `transport: smtp` and `smtp:` in bulletin.yaml; the outbox shows everything without it".into(),
        ));
    }
    if by_relay && !testing && options.stage == Stage::Draft {
        return Err(Stop::Refused(
            "a draft does not go to the list: only a final build is sent. Finish it (`bulletin build --final` says what is missing), or show the draft to reviewers: `bulletin send ISSUE --draft --test you@example.org`".into(),
        ));
    }
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = build::checked(&loaded, desk, month, options.stage, &mut findings, console)?;
    let built = build::build(&editions, &loaded, None, &mut findings, console);
    console.stage("audience");
    let audience = match testing {
        true => Some(Audience::default()),
        false => audience(desk, &loaded.cluster.config, &mut findings),
    };
    findings.dedup();
    let summary = tally(&findings);
    console.findings(findings, &loaded.texts);
    let built = built.ok_or(Stop::Errors)?;
    let audience = audience.ok_or(Stop::Errors)?;
    let now = console.now();
    if let Some(why) = editions.iter().find_map(|issue| held(issue, now)).filter(|_| !testing) {
        return Err(Stop::Refused(why));
    }
    if write {
        build::write(&built, desk, month, console)?;
        if let Some(summary) = summary {
            console.say(&format!("built with {summary}"));
        }
    }
    if by_relay {
        let what =
            relay::Sending { desk, loaded: &loaded, month, editions: &editions, built: &built, audience };
        return what.run(options, console);
    }
    let plan =
        outbox::Plan { desk, editions: &editions, newsletters: &built.newsletters, audience: &audience };
    plan.run(options, console)
}

/// The message of each edition.
fn templates(
    editions: &[CheckedIssue<'_>],
    newsletters: &[Newsletter],
    date: jiff::Timestamp,
) -> Result<Vec<Template>, Stop> {
    let each = editions.iter().zip(newsletters);
    let ways = |issue: &CheckedIssue<'_>| mail::Ways::of(&issue.cluster.config, &TOKEN.to_string());
    each.map(|(issue, newsletter)| mail::template(newsletter, issue, &ways(issue), date))
        .collect::<Result<_, _>>()
        .map_err(|why| Stop::Failure(format!("the message can't be put together: {why}")))
}

/// The edition that a recipient gets: in the language asked for, or else the main one.
fn edition(editions: &[CheckedIssue<'_>], recipient: &Recipient) -> u16 {
    let Some(asked) = &recipient.language else { return 0 };
    let position = |same: &dyn Fn(&Language) -> bool| editions.iter().position(|issue| same(&issue.language));
    let exact = position(&|language| *language == **asked);
    let at = exact.or_else(|| position(&|language| language.primary() == asked.primary())).unwrap_or(0);
    u16::try_from(at).unwrap_or(0)
}

/// Says what is about to happen.
fn show(
    editions: &[CheckedIssue<'_>],
    newsletters: &[Newsletter],
    audience: &Audience,
    console: &mut dyn Console,
) {
    for (at, (issue, newsletter)) in editions.iter().zip(newsletters).enumerate() {
        match editions.len() {
            1 => console.say(&format!("subject: {}", newsletter.subject)),
            _ => {
                let readers = audience.recipients.iter();
                let count =
                    readers.filter(|recipient| usize::from(edition(editions, recipient)) == at).count();
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
    let merged: Vec<_> = audience
        .merged
        .iter()
        .take(10)
        .map(|(first, other)| format!("line {other} is line {first}"))
        .collect();
    if !merged.is_empty() {
        let more = audience.merged.len() - merged.len();
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        console.say(&format!("  the same person: {}{more}", merged.join(", ")));
    }
}

/// The SHA-256 of everything that a message is made of, by file: sources, the configuration but for
/// how it is delivered, layouts. News, minutes and manifests of later months are not: work on the next issue
/// does not stand in the way of this one.
fn files(loaded: &Loaded, issue: &str) -> BTreeMap<String, String> {
    let later = |path: &str| {
        let folders = ["sources/updates/", "sources/issues/", "sources/meetings/"];
        let month = folders.iter().find_map(|folder| path.strip_prefix(folder));
        month.and_then(|month| month.get(..7)).is_some_and(|month| month > issue)
    };
    let all = loaded.sources.files.values().filter(|file| &*file.path != SENT_FILE && !later(&file.path));
    let sources = all.map(|file| {
        let path = file.path.to_string();
        let hash = match path == crate::sources::CONFIG_FILE {
            true => sha256(without_block(&file.text, "smtp").as_bytes()),
            false => sha256(file.text.as_bytes()),
        };
        (path, hash)
    });
    let layouts = loaded.layouts.below("").map(|(path, bytes)| (format!("layouts/{path}"), sha256(bytes)));
    sources.chain(layouts).collect()
}

/// A YAML text without one of its blocks: how something is delivered may be put right while it is
/// being delivered.
fn without_block(text: &str, name: &str) -> String {
    let mut inside = false;
    let kept = text.lines().filter(|line| {
        if !line.starts_with([' ', '\t', '#']) && !line.trim().is_empty() {
            inside = line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
        }
        !inside
    });
    kept.collect::<Vec<_>>().join("\n")
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

/// The addresses that are never to be mailed: those in `state/suppressions.csv`, the first cell of
/// each line, and those of the ledger. A list that can't be read, or a line that is no address, is an
/// error: nobody on it may be mailed by mistake.
fn suppressed(state: &Path, findings: &mut Diagnostics) -> BTreeSet<String> {
    const NAME: &str = "state/suppressions.csv";
    let mut all: BTreeSet<String> =
        match Sqlite::look(&state.join(LEDGER)).map(|ledger| ledger.map(|ledger| ledger.suppressed())) {
            Ok(Some(Ok(known))) => known.into_keys().collect(),
            _ => BTreeSet::new(),
        };
    let text = match std::fs::read_to_string(state.join(SUPPRESSIONS)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return all,
        Err(error) => {
            findings.push(
                Diagnostic::fatal(
                    "suppressions",
                    format!("the list of those never to be mailed can't be read: {error}"),
                )
                .at(Place::file(NAME))
                .hint("save it as UTF-8 text, one address a line"),
            );
            return all;
        }
    };
    let (addresses, odd) = suppressed_in(&text);
    all.extend(addresses);
    for line in odd {
        findings.push(
            Diagnostic::fatal("suppressions", format!("line {line}: this is no address"))
                .at(Place::file(NAME))
                .hint("one address a line; correct or delete the line"),
        );
    }
    all
}

/// Why an issue may not go out yet by the clock: `publish_after`, and embargoes that a date given by
/// hand would lift.
pub fn held(issue: &CheckedIssue<'_>, now: jiff::Timestamp) -> Option<String> {
    let after = issue.manifest.and_then(|manifest| manifest.publish_after);
    if let Some(after) = after.filter(|after| after.0 > now) {
        let config = &issue.cluster.config;
        let zone = config.timezone.as_deref().and_then(|name| jiff::tz::TimeZone::get(name).ok());
        let zone = zone.unwrap_or(jiff::tz::TimeZone::UTC);
        let shown = |moment: jiff::Timestamp| {
            moment.to_zoned(zone.clone()).strftime("%-d %B %Y, %H:%M (%Z)").to_string()
        };
        return Some(format!(
            "the manifest says not to send before {}; it is {}",
            shown(after.0),
            shown(now)
        ));
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
