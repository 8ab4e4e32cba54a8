//! The rules. Each is one small function over the issue; all run, whatever the others find.

mod characters;
mod dates;
mod held;
mod languages;
mod leftovers;
mod look;
mod mail;
mod paste;
mod references;

use std::ops::Deref;

use super::acknowledgement::doubted;
use super::select::missing_approvals;
use super::{ActionState, Issue, Reason, Stage};
use crate::diagnostic::{Answer, Diagnostic, Diagnostics, Place, Severity};
use crate::layouts::FontCoverage;
use crate::model::{ActionStatus, Programme, UpdateStatus as Status};
use crate::sources::{At, Origin};
use crate::value::{Date, Month, Parse};
use crate::words::AllWords;

pub use leftovers::gap;
pub use mail::first_sentence;
pub use paste::{Prose, accepted_passages, prepare_patterns, prose};

/// What rules look things up in beside the issue.
pub struct Aids<'a> {
    /// Which characters the report's fonts have.
    pub fonts: &'a FontCoverage,
    /// The words of every language that a text is in.
    pub words: &'a AllWords,
    /// The day on the clock, where one is looked at.
    pub today: Option<Date>,
}

/// An issue that may be rendered: only [`check`] makes one.
#[derive(Debug, Clone)]
pub struct CheckedIssue<'a>(Issue<'a>);

impl<'a> Deref for CheckedIssue<'a> {
    type Target = Issue<'a>;

    fn deref(&self) -> &Issue<'a> {
        &self.0
    }
}

/// A rule: it looks at the issue and adds what it finds.
type Rule = fn(&Issue<'_>, &mut Diagnostics);

/// Every rule.
const RULES: &[Rule] = &[
    references::updates,
    references::meetings,
    references::actions,
    references::calendar,
    references::manifest,
    references::duplicates,
    dates::projects,
    dates::meetings,
    dates::events,
    dates::manifest,
    dates::indicators,
    held::texts,
    leftovers::texts,
    languages::scripts,
    languages::originals,
    languages::translations,
    mail::manifest,
    mail::summaries,
    mail::lengths,
    mail::examples,
    grant_numbers,
    carried_actions,
    somebody_is_in,
];

/// Runs every rule. The issue comes back if it may be rendered: a draft unless something can't be
/// read or would break a layout, a final build only without errors.
///
/// `findings` are those of reading and parsing; the rules add theirs.
pub fn check<'a>(issue: Issue<'a>, aids: &Aids<'_>, findings: &mut Diagnostics) -> Option<CheckedIssue<'a>> {
    characters::fonts(&issue, aids.fonts, findings);
    paste::texts(&issue, aids, findings);
    interface_words(&issue, aids, findings);
    look::check(&issue, aids, findings);
    approvals(&issue, aids.today, findings);
    for rule in RULES {
        rule(&issue, findings);
    }
    // What stops a build is not warned of as well.
    let errors: Vec<(String, Place)> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .filter_map(|finding| Some((finding.message.clone(), finding.place.clone()?)))
        .collect();
    let is_told = |finding: &Diagnostic| {
        finding.severity == Severity::Warning
            && errors
                .iter()
                .any(|(message, place)| *message == finding.message && Some(place) == finding.place.as_ref())
    };
    findings
        .retain(|finding| concerns(&issue, finding) && !is_accepted(&issue, finding) && !is_told(finding));
    let refused = match issue.stage {
        Stage::Draft => findings.has_fatal(),
        Stage::Final => findings.has_errors(),
    };
    (!refused).then_some(CheckedIssue(issue))
}

/// Whether a finding is one of this issue's: a month is judged by its own files. What is wrong with
/// another month's is said by that month's own check, unless this one prints it.
fn concerns(issue: &Issue<'_>, finding: &Diagnostic) -> bool {
    let Some(place) = &finding.place else { return true };
    let below = |folder: &str| place.file.strip_prefix("sources/")?.strip_prefix(folder);
    let month = |text: &str| text.get(..7).and_then(|month| Month::parse(month).ok());
    let within = issue.scope.from..=issue.scope.to;
    if let Some(month) = below("updates/").and_then(month) {
        return within.contains(&month);
    }
    if let Some(month) = below("issues/").and_then(month) {
        // The manifests before give this one its number.
        return within.contains(&month) || month < issue.scope.from && finding.fatal;
    }
    if let Some(date) = below("meetings/").and_then(|text| Date::parse(text.get(..10)?).ok()) {
        let printed = |state: &ActionState<'_>| match &state.action.origin {
            Origin { file, at: At::Text(range) } => {
                *file == place.file && place.range.start <= range.end && range.start <= place.range.end
            }
            Origin { file, .. } => *file == place.file,
        };
        return match date {
            date if date > issue.period.1 => false,
            date if date < issue.period.0 => finding.fatal || issue.actions.iter().any(printed),
            _ => true,
        };
    }
    true
}

/// Whether an author was asked about the words of a finding and meant them.
fn is_accepted(issue: &Issue<'_>, finding: &Diagnostic) -> bool {
    let within = match finding.rule.answer {
        Answer::None => return false,
        Answer::Passage => false,
        Answer::Within => true,
    };
    let Some(place) = &finding.place else { return false };
    let Some(file) = issue.sources.files.get(&place.file) else { return false };
    let passage = paste::compared(file.text.get(place.range.clone()).unwrap_or_default());
    if passage.is_empty() {
        return false;
    }
    paste::accepted(file)
        .iter()
        .any(|(own, _)| *own == passage || within && !own.trim().is_empty() && passage.contains(own.as_str()))
}

/// An issue that the checks refused, to be typeset only for what that finds in the layouts. Nothing
/// made of it may be written.
pub fn refused(issue: Issue<'_>) -> CheckedIssue<'_> {
    CheckedIssue(issue)
}

/// What is to be said of the interface words in the edition's language.
fn interface_words(issue: &Issue<'_>, aids: &Aids<'_>, findings: &mut Diagnostics) {
    for finding in aids.words.get(&issue.language).iter().flat_map(|words| &words.findings) {
        let own = finding.place.as_ref().is_some_and(|place| &*place.file != crate::sources::CONFIG_FILE);
        // Without a file of its own, the place is where the language was asked for.
        let named = issue.manifest.filter(|manifest| !manifest.languages.is_empty());
        let origin = named.map_or(&issue.cluster.config.origin, |manifest| &manifest.origin);
        let asked = issue.sources.place_in_list(origin, "languages", issue.language.as_str());
        findings.push(if own { finding.clone() } else { finding.clone().at(asked) });
    }
    if let Some(words) = aids.words.get(&issue.language) {
        let doubted = doubted(&issue.projects, words);
        if !doubted.is_empty() {
            findings.push(words.doubt(&doubted));
        }
    }
}

/// A grant number is an error where a printed statement contains it, else a warning.
fn grant_numbers(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for project in issue.projects.iter().filter(|project| project.agreement.is_none()) {
        let printed = project.programme == Programme::H2020 && project.statement_override.is_none();
        let message = format!("{}: grant number unknown", project.acronym);
        let finding = match printed {
            true => Diagnostic::error("grant-number", message)
                .hint("the funding statement of Horizon 2020 contains it: add `agreement: ` and the six to nine digits"),
            false => Diagnostic::warning("grant-number", message)
                .hint("add `agreement: ` and its digits; until then the report says \u{201C}not supplied\u{201D}"),
        };
        findings.push(finding.at(issue.sources.place(&project.origin, "programme")));
    }
}

/// Approvals that the manifest asks for are an error where they are missing.
fn approvals(issue: &Issue<'_>, today: Option<Date>, findings: &mut Diagnostics) {
    // A yes may come after the month that it is about; what the clock has not reached nobody has said.
    let today = today.map_or(issue.as_of.date, |today| today.max(issue.as_of.date));
    let asked = issue.cluster.updates.iter().filter(|update| {
        (issue.scope.from..=issue.scope.to).contains(&update.month)
            && update.stage == Status::Approved
            && !update.is_translation
    });
    for update in asked {
        for (i, approval) in update.approvals.iter().enumerate() {
            if let Some(on) = approval.on.filter(|on| *on > today) {
                let text = format!("`{}` approves this on {on}: that day is still to come", approval.by);
                findings.push(
                    Diagnostic::error("approval-to-come", text)
                        .at(issue.sources.place(&update.origin, &format!("approvals[{i}].on")))
                        .hint("write `status: review` until then, or type the day on which it was given"),
                );
            }
        }
        for who in missing_approvals(update, issue.cluster.issues.get(&update.month), issue.sources) {
            let own =
                update.approvals.iter().any(|approval| approval.by.to_lowercase() == who.to_lowercase());
            let message = match own {
                true => format!("this was changed since `{who}` approved it"),
                false => format!("`{who}` has not approved this"),
            };
            findings.push(
                Diagnostic::error("missing-approval", message)
                    .at(issue.sources.place(&update.origin, "approvals"))
                    .hint(format!("`bulletin review {}` shows it as readers will see it", update.id))
                    .hint(format!(
                        "once they say yes: `bulletin approve {} --by {who}`, or by hand `approvals: [{{by: {who}, on: {}}}]`",
                        update.id, issue.as_of.date
                    )),
            );
        }
    }
}

/// An action carried over in other words than it was made in.
fn carried_actions(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for state in &issue.actions {
        let same = state.action.text == state.first.text;
        if !same && state.action.status != ActionStatus::Dropped {
            findings.push(
                Diagnostic::warning(
                    "changed-action",
                    format!("`{}` reads otherwise than when it was agreed", state.id),
                )
                .at(issue.sources.place(&state.action.origin, "text"))
                .hint(format!("it was: `{}`", state.first.text)),
            );
        }
    }
}

/// An issue without news and meetings says nothing.
fn somebody_is_in(issue: &Issue<'_>, findings: &mut Diagnostics) {
    if issue.updates.is_empty() && issue.meetings.is_empty() && !issue.scope.is_month() {
        let about =
            issue.scope.project.as_ref().map(|id| format!(" of {}", issue.cluster.display(id.as_str())));
        findings.push(
            Diagnostic::error(
                "empty-issue",
                format!(
                    "there is no news and no meeting{} from {} to {}",
                    about.unwrap_or_default(),
                    issue.scope.from,
                    issue.scope.to
                ),
            )
            .at(Place::file("bulletin.yaml"))
            .hint("look at `--from` and `--to`, and at the months below sources/updates/"),
        );
    } else if issue.updates.is_empty() && issue.meetings.is_empty() {
        let held = issue
            .left_out
            .iter()
            .filter(|left| left.reason != Reason::OtherMonth(issue.month))
            .filter(|left| left.reason.is_held_back())
            .count();
        let finding =
            Diagnostic::error("empty-issue", format!("there is no news and no meeting for {}", issue.month));
        let place = issue.manifest.map(|manifest| issue.sources.place(&manifest.origin, ""));
        findings.push(Diagnostic {
            place: place.or_else(|| Some(Place::file("bulletin.yaml"))),
            ..finding.hint(match held {
                0 => format!("write one: `bulletin new update PROJECT-SLUG --month {}`", issue.month),
                held => format!("{held} held back: `bulletin status {}` says why", issue.month),
            })
        });
    }
    if issue.sources.below("sources/projects/").next().is_none() {
        findings.push(
            Diagnostic::error("no-projects", "there is no project")
                .at(Place::file("bulletin.yaml"))
                .hint("write one: `bulletin new project recet`"),
        );
    }
}
