//! Every reference leads somewhere, and every id stands for one thing.

use std::collections::BTreeMap;

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::model::Id;
use crate::sources::Origin;

/// The finding for a project that there is not.
fn unknown_project(issue: &Issue<'_>, id: &Id, place: Place) -> Diagnostic {
    let known: Vec<&str> = issue.cluster.projects.keys().map(Id::as_str).collect();
    let finding = Diagnostic::error("unknown-reference", format!("unknown project `{id}`")).at(place);
    match nearest(id.as_str(), known.iter().copied()) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => finding.hint(format!("known: {}", known.join(", "))),
    }
}

/// The projects of a list that there are not.
fn projects(issue: &Issue<'_>, ids: &[Id], origin: &Origin, field: &str, findings: &mut Diagnostics) {
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
        projects(issue, &update.projects, &update.origin, "projects", findings);
        if update.projects.is_empty() {
            findings.push(
                Diagnostic::warning("no-project", "this update belongs to no project")
                    .at(Place::file(update.origin.file.clone()))
                    .hint("let the file's name start with the project's id, or add `projects: [recet]` at the top between two `---` lines"),
            );
        }
        let Some(of) = &update.translation_of else { continue };
        let known = issue
            .cluster
            .updates
            .iter()
            .any(|other| !other.is_translation && of.rsplit('/').next() == Some(other.id.as_str()));
        if !known {
            findings.push(
                Diagnostic::error("unknown-reference", format!("there is no update `{of}` to translate"))
                    .at(issue.sources.place(&update.origin, "translation_of"))
                    .hint("type the file's name without folder and extension"),
            );
        }
    }
}

/// Meetings: who was there and who sent regrets.
pub fn meetings(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for meeting in &issue.cluster.meetings {
        let present: Vec<Id> = meeting.projects().cloned().collect();
        projects(issue, &present, &meeting.origin, "present", findings);
        projects(issue, &meeting.regrets, &meeting.origin, "regrets", findings);
    }
}

/// Actions: their owners, and what they carry over.
pub fn actions(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let mut known: Vec<&Id> = Vec::new();
    for meeting in &issue.cluster.meetings {
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
        known.extend(meeting.actions.iter().map(|action| &action.id));
    }
}

/// One owner of an action.
fn owner_resolves(issue: &Issue<'_>, owner: &str, place: &Place, findings: &mut Diagnostics) {
    if issue.cluster.knows(owner) {
        return;
    }
    let names = issue.cluster.owner_names();
    let finding = Diagnostic::error("unknown-owner", format!("unknown owner `{owner}`")).at(place.clone());
    findings.push(match nearest(owner, names.iter().copied()) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => {
            let acronyms: Vec<_> = issue.projects.iter().map(|p| p.acronym.as_str()).collect();
            finding.hint(format!(
                "write a project's id or acronym ({}), or add an organisation to sources/organisations.yaml",
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
    let indicators = cluster.indicators.iter().map(|indicator| (indicator.id.to_string(), &indicator.origin));
    twice(issue, indicators, "id", findings);
    let acronyms = cluster.projects.values().map(|project| (project.acronym.clone(), &project.origin));
    twice(issue, acronyms, "acronym", findings);
    let updates = cluster.updates.iter().filter(|update| !update.is_translation);
    let updates = updates.map(|update| (format!("{}/{}", update.month, update.id), &update.origin));
    twice(issue, updates, "", findings);
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
