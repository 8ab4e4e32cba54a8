//! `bulletin check`: everything that is wrong, nothing written.

use std::collections::BTreeSet;

use super::{Console, Exit, Stop, load, month};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::issue::{self, Stage};
use crate::links;
use crate::pipeline::{Folder, Wanted, build, checked, look_at_layouts};
use crate::sending::audience;
use crate::spelling;

/// What else is looked at, if it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct More {
    /// Whether addresses still answer.
    pub links: bool,
    /// Whether words are spelt right.
    pub spelling: bool,
}

/// Checks as for a final build, the layouts included.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    more: More,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let drafts = || loaded.assemble(month, folder.as_of, Stage::Draft).into_iter().map(issue::refused);
    match checked(&loaded, folder, month, Stage::Final, &mut findings, console) {
        Some(editions) => {
            let wanted = Wanted { only: None, pages: false, no_pdf: false, now: console.now() };
            build(&editions, &loaded, wanted, &mut findings, console);
        }
        // What may not be rendered is typeset all the same, to look at the layouts in this run, too.
        None => drafts().for_each(|issue| look_at_layouts(&issue, &loaded, &mut findings)),
    }
    if more.spelling {
        console.stage("spelling");
        let issues: Vec<_> = drafts().collect();
        let issues: Vec<&issue::Issue<'_>> = issues.iter().map(|issue| &**issue).collect();
        spelling::check(&folder.root, &issues, &loaded.words, &mut findings);
    }
    if more.links {
        console.stage("links");
        let issues: Vec<_> = drafts().collect();
        let mut addresses: Vec<_> = issues.iter().flat_map(links::addresses).collect();
        let mut seen = BTreeSet::new();
        addresses.retain(|(url, _)| seen.insert(url.clone()));
        let cache = folder.root.join("output").join("links.json");
        links::check(&addresses, &cache, console.now(), &mut findings);
    }
    findings.retain(|finding| !loaded.cluster.config.accepts(finding));
    findings.dedup();
    if loaded.cluster.config.audience.is_some() {
        audience(folder, &loaded.cluster.config, &mut findings);
    }
    let (errors, summary, rules) = (findings.has_errors(), findings.tally(), by_rule(&findings));
    console.findings(findings, &loaded.texts);
    match summary {
        Some(summary) => {
            console.say(&format!("{month}: {summary}"));
            console.say(&rules);
        }
        None => console.say(&format!("{month}: nothing is wrong")),
    }
    Ok(if errors { Exit::Errors } else { Exit::Done })
}

/// What was found by rule, in one line: `grant-number (5), subject-length`.
fn by_rule(findings: &Diagnostics) -> String {
    let all = findings.by_rule();
    let rule = |((_, rule), found): (&(Severity, &'static str), &Vec<&Diagnostic>)| match found.len() {
        1 => (*rule).to_string(),
        many => format!("{rule} ({many})"),
    };
    let first = all.keys().next().map(|(_, rule)| *rule).unwrap_or_default();
    let rules: Vec<String> = all.iter().map(rule).collect();
    format!("by rule: {}; `bulletin explain {first}` says why, and what to do", rules.join(", "))
}
