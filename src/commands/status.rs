//! `bulletin status`: who has sent nothing, what is held back and why, what is still needed, and by when.

use super::{Console, Exit, Stop, load, month};
use crate::issue::{self, AsOf, Stage, State};
use crate::pipeline::Folder;
use crate::sending;

/// Prints the state of an issue as of now, in words or as JSON.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    json: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked, console)?;
    let now = folder.as_of.unwrap_or_else(|| AsOf::at(console.now()));
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = loaded.assemble(month, Some(now), Stage::Final);
    let words = editions.first().and_then(|main| loaded.words.get(&main.language)).map(|words| &**words);
    let Some(mut state) = State::of(&editions, &loaded.cluster, words, now, month) else {
        return Ok(Exit::Done);
    };
    let aids = loaded.aids();
    // What is wrong is what `check` finds: as of the month, not of today.
    drop(editions);
    for edition in loaded.assemble(month, folder.as_of, Stage::Final) {
        let _ = issue::check(edition, &aids, &mut findings);
    }
    findings.retain(|finding| !loaded.cluster.config.accepts(finding));
    findings.dedup();
    state.add_needs(&findings, &loaded.texts);
    state.sent = sending::sent_of(folder, month)?;
    if json {
        let text = serde_json::to_string_pretty(&state);
        let text = text.map_err(|error| Stop::Failure(format!("the state has no form as JSON: {error}")))?;
        console.data(&(text + "\n"));
        return Ok(Exit::Done);
    }
    console.data(&state.text());
    if let Some(summary) = findings.tally() {
        console.data(&format!("\nCheck: {summary}; `bulletin check {month}` prints them.\n"));
    }
    Ok(Exit::Done)
}
