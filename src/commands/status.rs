//! `bulletin status`: who has sent nothing, what is held back and why, which actions are open.

use super::{Console, Exit, Stop, load, month, tally};
use crate::issue::{self, AsOf, Stage};
use crate::pipeline::Folder;

/// Prints the state of an issue as of now.
pub fn run(folder: &Folder, asked: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked, console)?;
    let now = folder.as_of.unwrap_or_else(|| AsOf::at(console.now()));
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = loaded.assemble(month, Some(now), Stage::Final);
    let words = editions.first().and_then(|main| loaded.words.get(&main.language)).map(|words| &**words);
    let text = issue::status(&editions, &loaded.cluster, words, now, month);
    let aids = loaded.aids();
    for edition in editions {
        let _ = issue::check(edition, &aids, &mut findings);
    }
    findings.dedup();
    console.data(&text);
    if let Some(summary) = tally(&findings) {
        console.data(&format!("\nCheck: {summary}; `bulletin check {month}` prints them.\n"));
    }
    Ok(Exit::Done)
}
