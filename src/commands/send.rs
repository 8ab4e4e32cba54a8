//! `bulletin send`: each recipient once, to the relay or into the outbox.

use super::build::{checked_or_printed, write};
use super::{Console, Exit, Stop, load, month, stage};
use crate::audience::Audience;
use crate::cli::{Overrides, Send};
use crate::issue::{Stage, withheld};
use crate::pipeline::{Folder, Wanted, build};
use crate::sending::{Issue, Options, Override, SendError, audience};

/// Builds in memory and delivers.
pub fn run(folder: &Folder, asked: &Send, console: &mut dyn Console) -> Result<Exit, Stop> {
    let options = Options {
        dry_run: asked.dry_run,
        yes: asked.yes,
        test: asked.test.clone(),
        language: asked.language.clone(),
        permits: asked.overrides.into(),
    };
    built_and_sent(folder, asked.issue.as_deref(), stage(asked.draft), &options, false, console)
}

/// Builds, writes the outputs if asked to, and delivers.
pub fn built_and_sent(
    folder: &Folder,
    asked: Option<&str>,
    stage: Stage,
    options: &Options,
    written: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked, console)?;
    options.permit(&loaded.cluster.config, stage)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = checked_or_printed(&loaded, folder, month, stage, &mut findings, console)?;
    let now = console.now();
    let built = build(
        &editions,
        &loaded,
        Wanted { only: None, pages: false, no_pdf: false, now },
        &mut findings,
        console,
    );
    console.stage("audience");
    let audience = match options.is_test() {
        true => Some(Audience::default()),
        false => audience(folder, &loaded.cluster.config, &mut findings),
    };
    findings.dedup();
    let summary = findings.tally();
    console.findings(findings, &loaded.texts);
    let (Some(built), Some(audience)) = (built, audience) else { return Err(Stop::Errors) };
    let why = editions.iter().find_map(|issue| withheld(issue, now));
    if let Some(why) = why.filter(|_| !options.is_test()) {
        return Err(SendError::Refused(why).into());
    }
    if written {
        write(&built, folder, month, console)?;
        if let Some(summary) = summary {
            console.say(&format!("built with {summary}"));
        }
    }
    let issue = Issue { folder, loaded: &loaded, month, editions: &editions, built: &built, audience };
    Ok(issue.send(options, console)?.into())
}

impl From<Overrides> for Override {
    fn from(overrides: Overrides) -> Self {
        Self {
            ledger: overrides.accept_ledger,
            as_planned: overrides.as_planned,
            late: overrides.late,
            command: overrides.accept_command,
        }
    }
}
