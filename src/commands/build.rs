//! `bulletin build`: the report, the newsletter and the web edition into `output/`.

use super::{Console, Exit, Stop, load_with, month};
use crate::diagnostic::Diagnostics;
use crate::issue::{CheckedIssue, Stage};
use crate::output::write_site;
use crate::pipeline::{Built, Folder, Kept, Loaded, Output, Wanted, WebOutput, build, checked};
use crate::value::Month;

/// Something that is left to the system where the program ends behind it: memory is not given back piece by
/// piece then.
struct LeftAtEnd<T>(Option<T>, bool);

impl<T> Drop for LeftAtEnd<T> {
    fn drop(&mut self) {
        if self.1 {
            std::mem::forget(self.0.take());
        }
    }
}

/// Builds and writes.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    stage: Stage,
    only: Option<Output>,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    once(folder, asked, (stage, only), &mut Kept::default(), console)
}

/// The same with what an earlier build left.
pub fn once(
    folder: &Folder,
    asked: Option<&str>,
    (stage, only): (Stage, Option<Output>),
    kept: &mut Kept,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let ends = !kept.is_kept();
    let mut loaded = LeftAtEnd(Some(load_with(folder, kept, console)?), ends);
    let loaded = loaded.0.as_mut().ok_or(Stop::Errors)?;
    let month = month(loaded, asked, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = checked_or_printed(loaded, folder, month, stage, &mut findings, console)?;
    let wanted = Wanted { only, pages: false, no_pdf: false, now: console.now() };
    let built = build(&editions, loaded, wanted, &mut findings, console);
    findings.dedup();
    let (summary, errors) = (findings.tally(), findings.has_errors());
    console.findings(findings, &loaded.texts);
    let built = LeftAtEnd(Some(built.ok_or(Stop::Errors)?), ends);
    let built = built.0.as_ref().ok_or(Stop::Errors)?;
    write(built, folder, month, console)?;
    if stage == Stage::Draft && loaded.cluster.config.web_url.is_some() && only.is_none() {
        console.say("output/web/ was not changed: a draft is not published; `--final` does that");
    }
    if let Some(summary) = summary {
        console.say(&match (stage, errors) {
            (Stage::Draft, true) => format!("draft built in spite of {summary}; `--final` would refuse it"),
            _ => format!("built with {summary}"),
        });
    }
    Ok(Exit::Done)
}

/// Assembles and checks every edition; all findings are printed if one may not be rendered.
pub fn checked_or_printed<'l>(
    loaded: &'l Loaded,
    folder: &Folder,
    month: Month,
    stage: Stage,
    findings: &mut Diagnostics,
    console: &mut dyn Console,
) -> Result<Vec<CheckedIssue<'l>>, Stop> {
    checked(loaded, folder, month, stage, findings, console).ok_or_else(|| {
        let findings = std::mem::take(findings);
        let summary = findings.tally().unwrap_or_default();
        console.findings(findings, &loaded.texts);
        console.say(&format!("nothing was written: {summary}"));
        Stop::Errors
    })
}

/// Writes the outputs and says where they are.
pub fn write(built: &Built, folder: &Folder, month: Month, console: &mut dyn Console) -> Result<(), Stop> {
    let failure = |error: crate::output::WriteError| Stop::Failure(error.to_string());
    console.stage("write");
    let target = folder.issue(month);
    built.outputs.write(&target).map_err(failure)?;
    if let WebOutput::Site(site) = &built.web {
        write_site(site, &folder.web()).map_err(failure)?;
    }
    console.stage("");
    for path in built.outputs.files.keys().filter(|path| path.contains('.') && !path.contains('/')) {
        console.data(&format!("{}\n", target.join(path).display()));
    }
    match &built.web {
        WebOutput::Site(_) => console.data(&format!("{}\n", folder.web().join("index.html").display())),
        WebOutput::Withheld(why) => console.say(&format!("output/web/ was not changed: {why}")),
        WebOutput::None => {}
    }
    Ok(())
}
