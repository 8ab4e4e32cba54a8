//! `bulletin report`: a report over any period, of all projects or of one, into `output/reports/`.

use super::{Console, Desk, Exit, Loaded, Stop, build, tally};
use crate::diagnostic::nearest;
use crate::issue::{self, CheckedIssue, Pictures, Scope, Stage};
use crate::model::{Id, Month};
use crate::output::Outputs;
use crate::report;
use crate::sources::Parse;

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The first month, as typed.
    pub from: &'a str,
    /// The last month, as typed.
    pub to: &'a str,
    /// The project, as typed.
    pub project: Option<&'a str>,
    /// The version that the file's name says.
    pub version: u32,
    /// Draft or final.
    pub stage: Stage,
}

/// Builds and writes.
pub fn run(desk: &Desk, asked: &Asked<'_>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = desk.load(console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let scope = scope(&loaded, asked)?;
    console.stage("assemble");
    let config = &loaded.cluster.config;
    let languages =
        if config.languages.is_empty() { vec![config.language.clone()] } else { config.languages.clone() };
    let aids = loaded.aids();
    let editions: Vec<_> = languages
        .iter()
        .map(|language| {
            let scope = scope.clone();
            issue::assemble_scope(&loaded.sources, &loaded.cluster, scope, language, desk.as_of, asked.stage)
        })
        .collect();
    console.stage("check");
    let checked: Option<Vec<CheckedIssue<'_>>> =
        editions.into_iter().map(|issue| issue::check(issue, &aids, &mut findings)).collect();
    let mut outputs = Outputs::default();
    for issue in checked.iter().flatten() {
        let Some(words) = loaded.words.get(&issue.language) else { continue };
        console.stage(&format!("report {}", issue.language.as_str()));
        let pictures = Pictures::read(&loaded.sources, &issue::needed(issue), &loaded.layouts, &mut findings);
        let data = report::report_data(
            issue,
            words,
            &loaded.layouts,
            &build::sources_hash(&loaded, issue.month.next()),
        );
        let data = serde_json::to_vec_pretty(&data).unwrap_or_default();
        if let Some(report) = report::render(issue, &data, &pictures, &loaded.layouts, &mut findings) {
            let name = name(issue, asked);
            outputs.add(format!("{name}.{}.pdf", issue.language.as_str()), report.pdf);
            let note = report::cover_note(issue, words, &loaded.layouts);
            outputs.add(format!("{name}.{}.cover-note.txt", issue.language.as_str()), note);
        }
    }
    findings.dedup();
    let refused =
        checked.is_none() || findings.has_fatal() || asked.stage == Stage::Final && findings.has_errors();
    let summary = tally(&findings);
    console.findings(findings, &loaded.texts);
    if refused {
        console.say(&format!("nothing was written: {}", summary.unwrap_or_default()));
        return Err(Stop::Errors);
    }
    console.stage("write");
    let folder = desk.root.join("output").join("reports");
    outputs.write(&folder).map_err(|error| Stop::Failure(error.words()))?;
    console.stage("");
    for path in outputs.0.keys() {
        console.data(&format!("{}\n", folder.join(path).display()));
    }
    Ok(Exit::Done)
}

/// The period and the project, as far as they exist.
fn scope(loaded: &Loaded, asked: &Asked<'_>) -> Result<Scope, Stop> {
    let month = |name: &str, typed: &str| {
        Month::parse(typed).map_err(|complaint| {
            Stop::Failure(format!("--{name}: {}; {}", complaint.message, complaint.hint))
        })
    };
    let (from, to) = (month("from", asked.from)?, month("to", asked.to)?);
    if to < from {
        return Err(Stop::Failure(format!("--to: {to} is before --from {from}")));
    }
    let project = asked.project.map(|typed| project(loaded, typed)).transpose()?;
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

/// The file's name: cluster, period, project, version.
fn name(issue: &CheckedIssue<'_>, asked: &Asked<'_>) -> String {
    let config = &issue.cluster.config;
    let cluster = Id::slug(config.name.get(&config.language));
    let cluster = if cluster.as_str().is_empty() { "cluster" } else { cluster.as_str() };
    let project = issue.scope.project.as_ref().map(|project| format!("-{project}")).unwrap_or_default();
    let draft = if issue.stage == Stage::Draft { "-draft" } else { "" };
    format!("{cluster}-{}-{}{project}-v{}{draft}", issue.scope.from, issue.scope.to, asked.version)
}
