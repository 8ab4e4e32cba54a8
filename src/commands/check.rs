//! `bulletin check`: everything that is wrong, nothing written.

use super::{Console, Desk, Exit, Stop, tally};
use crate::issue::{self, Stage};

/// Checks as for a final build, the layouts included.
pub fn run(desk: &Desk, asked: Option<&str>, links: bool, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = desk.load(console)?;
    let month = desk.month(&mut loaded, asked, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    console.stage("check");
    let editions = loaded.assemble(month, desk, Stage::Final);
    let aids = loaded.aids();
    let checked: Vec<_> =
        editions.into_iter().map(|issue| issue::check(issue, &aids, &mut findings)).collect();
    match checked.into_iter().collect::<Option<Vec<_>>>() {
        Some(editions) => {
            super::build::build(&editions, &loaded, None, &mut findings, console);
        }
        // What may not be rendered is typeset all the same, to look at the layouts in this run, too.
        None => {
            for issue in loaded.assemble(month, desk, Stage::Draft).into_iter().map(issue::refused) {
                super::build::look_at_layouts(&issue, &loaded, &mut findings);
            }
        }
    }
    if links {
        console.stage("links");
        let issues = loaded.assemble(month, desk, Stage::Draft).into_iter().map(issue::refused);
        let mut addresses: Vec<_> = issues.flat_map(|issue| crate::links::addresses(&issue)).collect();
        let mut seen = std::collections::BTreeSet::new();
        addresses.retain(|(url, _)| seen.insert(url.clone()));
        let cache = desk.root.join("output").join("links.json");
        crate::links::check(&addresses, &cache, console.now(), &mut findings);
    }
    findings.dedup();
    if loaded.cluster.config.audience.is_some() {
        super::send::audience(desk, &loaded.cluster.config, &mut findings);
    }
    let (errors, summary) = (findings.has_errors(), tally(&findings));
    console.findings(findings, &loaded.texts);
    match summary {
        Some(summary) => console.say(&format!("{month}: {summary}")),
        None => console.say(&format!("{month}: nothing is wrong")),
    }
    Ok(if errors { Exit::Errors } else { Exit::Done })
}
