//! Who owes what: news, a yes, an action, whose a picture is.

use std::collections::BTreeMap;

use super::{AsOf, Issue, missing_approvals};
use crate::diagnostic::Diagnostics;
use crate::model::UpdateStatus;
use crate::value::{Date, Id, Month};

/// What a project owes for an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owed {
    /// Its news, by when.
    pub news: Option<Option<Date>>,
    /// Its yes to texts: their titles, with their ids.
    pub approvals: Vec<(String, Id)>,
    /// Actions, and until when each.
    pub actions: Vec<(String, Option<Date>)>,
    /// Pictures without rights: the file, and the text that it stands in.
    pub pictures: Vec<(String, String)>,
}

impl Owed {
    /// Whether it owes nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What each project owes for a month's issue, as of a day; `findings` are those of its check.
pub fn owed(issue: &Issue<'_>, month: Month, now: AsOf, findings: &Diagnostics) -> BTreeMap<Id, Owed> {
    let cluster = issue.cluster;
    let mut all: BTreeMap<Id, Owed> =
        cluster.projects.keys().map(|id| (id.clone(), Owed::default())).collect();
    let of_month = || cluster.updates.iter().filter(|update| update.month == month && !update.is_translation);
    let due = issue.manifest.and_then(|manifest| manifest.contributions_due);
    for (id, owed) in &mut all {
        let sent =
            of_month().any(|update| update.projects.contains(id) && update.stage != UpdateStatus::Withdrawn);
        if !sent && due.is_some() {
            owed.news = Some(due);
        }
    }
    for update in
        of_month().filter(|update| matches!(update.stage, UpdateStatus::Approved | UpdateStatus::Review))
    {
        for who in missing_approvals(update, cluster.issues.get(&month), issue.sources) {
            let project = cluster.project(&who).map(|project| &project.id);
            if let Some(owed) = project.and_then(|id| all.get_mut(id)) {
                owed.approvals.push((update.title.clone(), update.id.clone()));
            }
        }
    }
    // An action is asked for in the two weeks before its day, and from then on.
    let soon = now.date.checked_add(jiff::Span::new().days(14)).unwrap_or(now.date);
    // Letters go to partners: what was agreed among them counts, too.
    let all_meetings: Vec<_> = cluster
        .meetings
        .iter()
        .filter(|meeting| !meeting.is_translation && meeting.stage == UpdateStatus::Approved)
        .collect();
    for state in super::states(&all_meetings, now.date).iter().filter(|state| state.is_open()) {
        if state.action.due.is_some_and(|due| due > soon) {
            continue;
        }
        for (owner, _) in &state.action.owners {
            let project = cluster.project(owner).map(|project| &project.id);
            if let Some(owed) = project.and_then(|id| all.get_mut(id)) {
                owed.actions.push((state.text.to_string(), state.action.due));
            }
        }
    }
    for finding in findings.iter().filter(|finding| finding.rule.name == "missing-credit") {
        let Some(place) = &finding.place else { continue };
        let Some(update) = of_month().find(|update| update.origin.file == place.file) else { continue };
        let text = issue.sources.files.get(&place.file).and_then(|file| file.text.get(place.range.clone()));
        let file =
            text.and_then(|text| text.split("](").nth(1)?.split([')', ' ']).next()).unwrap_or_default();
        for id in &update.projects {
            if let Some(owed) = all.get_mut(id) {
                owed.pictures.push((file.to_string(), update.title.clone()));
            }
        }
    }
    all.retain(|_, owed| !owed.is_nothing());
    all
}
