//! A report over any period, of all projects or of one.

use super::{Folder, Inputs, Loaded, Progress};
use crate::diagnostic::Diagnostics;
use crate::issue::{self, CheckedIssue, Scope, Stage};
use crate::output::Outputs;
use crate::report::{self, Pictured};
use crate::value::Id;

/// Which report is asked for.
#[derive(Debug, Clone)]
pub struct Period {
    /// The months and the project.
    pub scope: Scope,
    /// The version that the file's name says.
    pub version: u32,
    /// Draft or final.
    pub stage: Stage,
}

/// Builds the report in each language, with its cover note; nothing if it is refused.
pub fn build_period(
    loaded: &Loaded,
    folder: &Folder,
    period: &Period,
    findings: &mut Diagnostics,
    progress: &mut dyn Progress,
) -> Option<Outputs> {
    progress.stage("assemble");
    let config = &loaded.cluster.config;
    let languages =
        if config.languages.is_empty() { vec![config.language.clone()] } else { config.languages.clone() };
    let aids = loaded.aids();
    let edition = |language| {
        let (scope, as_of) = (period.scope.clone(), folder.as_of);
        issue::assemble_scope(&loaded.sources, &loaded.cluster, scope, language, as_of, period.stage)
    };
    let editions: Vec<_> = languages.iter().map(edition).collect();
    progress.stage("check");
    let checked: Option<Vec<CheckedIssue<'_>>> =
        editions.into_iter().map(|issue| issue::check(issue, &aids, findings)).collect();
    let mut outputs = Outputs::default();
    for issue in checked.iter().flatten() {
        let Some(words) = loaded.words_of(&issue.language, findings) else { continue };
        let language = issue.language.as_str();
        progress.stage(&format!("report {language}"));
        let pictures = loaded.pictures(&issue::needed(issue), findings);
        let hash = Inputs::of(loaded, issue.month.next()).sources_hash();
        let data = report::report_data(issue, words, (&loaded.layouts, &loaded.theme), &hash);
        if let Some(report) = loaded.typesetter.report(issue, &data, &pictures, Pictured::default(), findings)
        {
            let name = name(issue, period);
            outputs.add(format!("{name}.{language}.pdf"), report.pdf);
            let note = report::cover_note(issue, words, &loaded.layouts);
            outputs.add(format!("{name}.{language}.cover-note.txt"), note);
        }
    }
    findings.dedup();
    let refused =
        checked.is_none() || findings.has_fatal() || period.stage == Stage::Final && findings.has_errors();
    (!refused).then_some(outputs)
}

/// The file's name: cluster, period, project, version.
fn name(issue: &CheckedIssue<'_>, period: &Period) -> String {
    let config = &issue.cluster.config;
    let cluster = Id::slug(config.name.get(&config.language));
    let cluster = if cluster.as_str().is_empty() { "cluster" } else { cluster.as_str() };
    let project = issue.scope.project.as_ref().map(|project| format!("-{project}")).unwrap_or_default();
    let draft = if issue.stage == Stage::Draft { "-draft" } else { "" };
    format!("{cluster}-{}-{}{project}-v{}{draft}", issue.scope.from, issue.scope.to, period.version)
}
