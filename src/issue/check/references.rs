//! Every reference leads somewhere, and every id stands for one thing.

use std::collections::BTreeMap;

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::model::Channel;
use crate::sources::Origin;
use crate::value::{Id, Language};

/// The finding for a project that there is not.
fn unknown_project(issue: &Issue<'_>, id: &Id, place: Place) -> Diagnostic {
    let known: Vec<&str> = issue.cluster.projects.keys().map(Id::as_str).collect();
    let finding = Diagnostic::error("unknown-reference", format!("unknown project `{id}`")).at(place);
    match nearest(id.as_str(), known.iter().copied()) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => finding.hint(format!("known: {}", known.join(", "))),
    }
}

/// Whether a project's file could not be read, which has its own finding.
fn unread_projects(issue: &Issue<'_>) -> bool {
    issue
        .sources
        .below("sources/projects/")
        .any(|file| !issue.cluster.projects.keys().any(|id| id.as_str() == file.stem()))
}

/// The projects of a list that there are not.
fn projects(issue: &Issue<'_>, ids: &[Id], origin: &Origin, field: &str, findings: &mut Diagnostics) {
    // Where no project could be read, there is nothing to compare with.
    if issue.cluster.projects.is_empty() {
        return;
    }
    // A project whose file could not be read has its own finding.
    let has_file = |id: &Id| {
        let path = |end| format!("sources/projects/{id}.{end}");
        ["yaml", "yml"].iter().any(|end| issue.sources.files.contains_key(path(end).as_str()))
    };
    for id in ids.iter().filter(|id| !issue.cluster.projects.contains_key(id) && !has_file(id)) {
        let place = issue.sources.place_in_list(origin, field, id.as_str());
        findings.push(unknown_project(issue, id, place));
    }
}

/// Updates: their projects, and what they translate.
pub fn updates(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for update in issue.cluster.updates.iter().filter(|update| update.month == issue.month) {
        if update.is_translation {
            continue;
        }
        projects(issue, &update.projects, &update.origin, "projects", findings);
        if update.projects.is_empty() && !unread_projects(issue) {
            findings.push(without_project(issue, update));
        }
        let Some(of) = &update.translation_of else { continue };
        let known = issue.cluster.updates.iter().any(|other| {
            !other.is_translation
                && other.month == update.month
                && of.rsplit('/').next() == Some(other.id.as_str())
        });
        if !known {
            let ids = issue
                .cluster
                .updates
                .iter()
                .filter(|other| other.month == update.month && other.id != update.id);
            let finding =
                Diagnostic::error("unknown-reference", format!("there is no update `{of}` to translate"))
                    .at(issue.sources.place(&update.origin, "translation_of"));
            findings.push(match nearest(of, ids.map(|other| other.id.as_str())) {
                Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
                None => finding.hint("type the file's name without folder and extension"),
            });
        }
    }
}

/// The finding for an update that belongs to no project, with the project whose id is nearest to
/// the start of the file's name.
fn without_project(issue: &Issue<'_>, update: &crate::model::Update) -> Diagnostic {
    let finding = Diagnostic::warning("no-project", "this update belongs to no project")
        .at(Place::file(update.origin.file.clone()));
    let slug = update.id.as_str();
    let starts = slug.match_indices('-').map(|(at, _)| &slug[..at]).chain([slug]);
    let known = || issue.cluster.projects.keys().map(Id::as_str);
    let meant = starts.filter_map(|start| nearest(start, known())).next_back();
    let example = meant.or_else(|| known().next()).unwrap_or("recet");
    let begins = slug.split('-').next().unwrap_or(slug);
    let finding =
        finding.hint(format!("its file's name begins with `{begins}`, and no project is called so"));
    match meant {
        Some(meant) => finding.hint(format!("did you mean `{meant}` at the start of the file's name?")),
        None => finding.hint(format!(
            "let the file's name start with the project's id, or add `projects: [{example}]` at the top between two `---` lines"
        )),
    }
}

/// Meetings: who was there and who sent regrets.
pub fn meetings(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for meeting in issue.cluster.meetings.iter().filter(|meeting| !meeting.is_translation) {
        let present: Vec<Id> = meeting.projects().cloned().collect();
        let rows = meeting.attendance.len();
        let listed = issue.sources.place(&meeting.origin, "present").range.is_empty();
        match listed {
            false => projects(issue, &present, &meeting.origin, "present", findings),
            true => {
                for (i, id) in present.iter().enumerate().take(rows) {
                    let field = format!("attendance[{i}].project");
                    projects(issue, std::slice::from_ref(id), &meeting.origin, &field, findings);
                }
            }
        }
        projects(issue, &meeting.regrets, &meeting.origin, "regrets", findings);
    }
}

/// Actions: their owners, and what they carry over.
pub fn actions(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let mut known: Vec<&Id> = Vec::new();
    for meeting in issue.cluster.meetings.iter().filter(|meeting| !meeting.is_translation) {
        for action in &meeting.actions {
            for (owner, place) in &action.owners {
                owner_resolves(issue, owner, place, findings);
            }
            let carried = action.follows.as_ref().or(action.written_id.then_some(&action.id));
            let follows_nothing = action.follows.is_some() && !carried.is_some_and(|id| known.contains(&id));
            if follows_nothing {
                let id = action.follows.as_ref().map(Id::as_str).unwrap_or_default();
                findings.push(
                    Diagnostic::error("unknown-reference", format!("there is no earlier action `{id}`"))
                        .at(issue.sources.place(&action.origin, "follows"))
                        .hint("`bulletin status` lists the open actions with their ids"),
                );
            }
        }
        for action in
            meeting.actions.iter().filter(|action| action.written_id && !known.contains(&&action.id))
        {
            let meant = issue.cluster.meetings.iter().any(|earlier| {
                earlier.date < meeting.date && action.id.as_str().starts_with(&format!("{}-", earlier.id))
            });
            if meant {
                findings.push(
                    Diagnostic::error(
                        "unknown-reference",
                        format!("there is no earlier action `{}`", action.id),
                    )
                    .at(issue.sources.place(&action.origin, "id"))
                    .hint("`bulletin status` lists the open actions with their ids"),
                );
            }
        }
        known.extend(meeting.actions.iter().map(|action| &action.id));
    }
}

/// One owner of an action.
fn owner_resolves(issue: &Issue<'_>, owner: &str, place: &Place, findings: &mut Diagnostics) {
    // A project whose file could not be read may be the one that is meant.
    if issue.cluster.knows(owner) || unread_projects(issue) {
        return;
    }
    let names = issue.cluster.owner_names();
    let finding = Diagnostic::error("unknown-owner", format!("unknown owner `{owner}`")).at(place.clone());
    findings.push(match nearest(owner, names.iter().copied()) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => {
            let acronyms: Vec<_> = issue.projects.iter().map(|p| p.acronym.as_str()).collect();
            finding.hint(format!(
                "write a project's id or acronym ({}), `all`, or add an organisation to sources/organisations.yaml or a person to sources/people.yaml",
                acronyms.join(", ")
            ))
        }
    });
}

/// Events, indicators, activities and synergies: their projects.
pub fn calendar(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let cluster = issue.cluster;
    for event in &cluster.events {
        projects(issue, &event.projects, &event.origin, "projects", findings);
    }
    for indicator in &cluster.indicators {
        projects(issue, indicator.project.as_slice(), &indicator.origin, "project", findings);
    }
    for activity in &cluster.activities {
        projects(issue, &activity.projects, &activity.origin, "projects", findings);
    }
    for synergy in &cluster.synergies {
        projects(issue, std::slice::from_ref(&synergy.from), &synergy.origin, "from", findings);
        projects(issue, std::slice::from_ref(&synergy.to), &synergy.origin, "to", findings);
    }
}

/// The manifest: the update that leads.
pub fn manifest(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let delivered = issue.manifest.and_then(|m| Some((m, m.report.cover.as_ref()?.project.as_ref()?)));
    if let Some((manifest, id)) = delivered.filter(|(_, id)| !issue.cluster.projects.contains_key(*id)) {
        let known = issue.cluster.projects.keys().map(Id::as_str);
        let finding = Diagnostic::error("unknown-reference", format!("there is no project `{id}`"))
            .at(issue.sources.place(&manifest.origin, "report.deliverable.project"));
        findings.push(match nearest(id.as_str(), known.clone()) {
            Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
            None => finding.hint(format!("known: {}", known.collect::<Vec<_>>().join(", "))),
        });
    }
    let Some((manifest, lead)) = issue.manifest.and_then(|m| m.lead.as_ref().map(|lead| (m, lead))) else {
        return;
    };
    let ids: Vec<&str> =
        issue.cluster.updates.iter().filter(|u| u.month == issue.month).map(|u| u.id.as_str()).collect();
    if !ids.contains(&lead.as_str()) {
        let finding =
            Diagnostic::error("unknown-reference", format!("there is no update `{lead}` in {}", issue.month))
                .at(issue.sources.place(&manifest.origin, "lead"));
        findings.push(match nearest(lead.as_str(), ids.iter().copied()) {
            Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
            None => finding.hint(format!("known: {}", ids.join(", "))),
        });
    } else if !issue.updates(Channel::Newsletter).any(|update| update.id == *lead) {
        findings.push(
            Diagnostic::warning(
                "lead-held-back",
                format!("`{lead}` does not lead: it is not in the newsletter"),
            )
            .at(issue.sources.place(&manifest.origin, "lead"))
            .hint(format!("`bulletin status {}` says why it is held back", issue.month)),
        );
    }
}

/// Ids that stand for two things.
pub fn duplicates(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let cluster = issue.cluster;
    for meeting in &cluster.meetings {
        let actions = meeting.actions.iter().map(|action| (action.id.to_string(), &action.origin));
        let decisions = meeting.decisions.iter().map(|decision| (decision.id.to_string(), &decision.origin));
        twice(issue, actions.chain(decisions), "id", findings);
    }
    let meetings = cluster.meetings.iter();
    let in_language = |id: String, language: &Language| format!("{id} ({})", language.as_str());
    twice(
        issue,
        meetings.map(|meeting| (in_language(meeting.id.to_string(), &meeting.language), &meeting.origin)),
        "",
        findings,
    );
    let indicators = cluster.indicators.iter().map(|indicator| (indicator.id.to_string(), &indicator.origin));
    twice(issue, indicators, "id", findings);
    let acronyms = cluster.projects.values().map(|project| (project.acronym.clone(), &project.origin));
    twice(issue, acronyms, "acronym", findings);
    let updates = cluster.updates.iter().map(|update| {
        (in_language(format!("{}/{}", update.month, update.id), &update.language), &update.origin)
    });
    twice(issue, updates, "", findings);
    let mut titles: BTreeMap<(String, &Language), &Origin> = BTreeMap::new();
    for update in issue.updates.iter().map(|one| one.item) {
        let title = (update.title.to_lowercase(), &update.language);
        if let Some(first) =
            titles.insert(title, &update.origin).filter(|first| first.file != update.origin.file)
        {
            findings.push(
                Diagnostic::warning(
                    "same-headline",
                    format!("`{}` is the headline of two texts", update.title),
                )
                .at(Place::file(update.origin.file.clone()))
                .hint(format!("is it the same news as {}? then delete one of them", first.file)),
            );
        }
    }
}

/// Reports the second of two equal names.
fn twice<'a>(
    issue: &Issue<'_>,
    names: impl Iterator<Item = (String, &'a Origin)>,
    field: &str,
    findings: &mut Diagnostics,
) {
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    for (name, origin) in names {
        if seen.insert(name.to_lowercase(), ()).is_some() {
            findings.push(
                Diagnostic::error("duplicate-id", format!("`{name}` is taken already"))
                    .at(issue.sources.place(origin, field))
                    .hint("give one of the two another name"),
            );
        }
    }
}
