//! `bulletin report`: a report over any period, of all projects or of one, into `output/reports/`.

use super::{Console, Exit, Stop, argument, load, stage};
use crate::cli::Report;
use crate::diagnostic::nearest;
use crate::issue::Scope;
use crate::pipeline::{Folder, Loaded, Period, build_period};
use crate::value::{Id, Month};

/// Builds and writes.
pub fn run(folder: &Folder, asked: &Report, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let period = Period { scope: scope(&loaded, asked)?, version: asked.revision, stage: stage(asked.draft) };
    let outputs = build_period(&loaded, folder, &period, &mut findings, console);
    let summary = findings.tally();
    console.findings(findings, &loaded.texts);
    let Some(outputs) = outputs else {
        console.say(&format!("nothing was written: {}", summary.unwrap_or_default()));
        return Err(Stop::Errors);
    };
    console.stage("write");
    let target = folder.reports();
    outputs.write(&target).map_err(|error| Stop::Failure(error.to_string()))?;
    console.stage("");
    for path in outputs.files.keys() {
        console.data(&format!("{}\n", target.join(path).display()));
    }
    Ok(Exit::Done)
}

/// The period and the project, as far as they exist.
fn scope(loaded: &Loaded, asked: &Report) -> Result<Scope, Stop> {
    let from: Month = argument("--from: ", &asked.from)?;
    let to: Month = argument("--to: ", &asked.to)?;
    if to < from {
        return Err(Stop::Failure(format!("--to: {to} is before --from {from}")));
    }
    let project = asked.project.as_deref().map(|typed| project(loaded, typed)).transpose()?;
    Ok(Scope { from, to, project })
}

/// The id of the project that was typed as id or acronym.
fn project(loaded: &Loaded, typed: &str) -> Result<Id, Stop> {
    if let Some(project) = loaded.cluster.project(typed) {
        return Ok(project.id.clone());
    }
    let known: Vec<&str> = loaded.cluster.projects.keys().map(Id::as_str).collect();
    let hint = match nearest(typed, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    Err(Stop::Failure(format!("--project: unknown project `{typed}`; {hint}")))
}
