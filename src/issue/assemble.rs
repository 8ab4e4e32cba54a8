//! Puts an issue together: its number, its days, its news in their order (which of them are in, `select.rs`
//! decides), its events, actions and projects.

use super::actions::{ActionState, states};
use super::content::{Issue, Scope, Selected};
use super::select::Select;
use super::{AsOf, Stage};
use crate::model::{Cluster, Confidentiality, Event, EventStatus, Manifest, Meeting, Project, Update};
use crate::sources::Sources;
use crate::value::{Date, Id, Language, Month};
use crate::words::Order;

/// The newest month that has a manifest, news or a meeting.
pub fn newest(cluster: &Cluster) -> Option<Month> {
    let manifests = cluster.issues.keys().copied();
    let updates = cluster.updates.iter().map(|update| update.month);
    let meetings = cluster.meetings.iter().map(|meeting| Month::of(meeting.date));
    manifests.chain(updates).chain(meetings).max()
}

/// The languages of an issue's editions, each once: the manifest's, else the configuration's, else
/// the default one.
pub fn editions(cluster: &Cluster, month: Month) -> Vec<Language> {
    let manifest = cluster.issues.get(&month).map(|manifest| &manifest.languages);
    let chosen = manifest.filter(|languages| !languages.is_empty()).unwrap_or(&cluster.config.languages);
    let mut editions: Vec<Language> = Vec::new();
    for language in chosen {
        if !editions.contains(language) {
            editions.push(language.clone());
        }
    }
    if editions.is_empty() {
        editions.push(cluster.config.language.clone());
    }
    editions
}

/// Puts an edition of an issue together: pure, of the sources, the month, the language and the
/// moment.
pub fn assemble<'a>(
    sources: &'a Sources,
    cluster: &'a Cluster,
    month: Month,
    language: &Language,
    as_of: Option<AsOf>,
    stage: Stage,
) -> Issue<'a> {
    assemble_scope(sources, cluster, Scope::month(month), language, as_of, stage)
}

/// Puts together what belongs in a report over any period, of all projects or of one.
pub fn assemble_scope<'a>(
    sources: &'a Sources,
    cluster: &'a Cluster,
    scope: Scope,
    language: &Language,
    as_of: Option<AsOf>,
    stage: Stage,
) -> Issue<'a> {
    let month = scope.to;
    let manifest = cluster.issues.get(&month).filter(|_| scope.is_month());
    let period = manifest
        .and_then(|manifest| manifest.period)
        .unwrap_or_else(|| (scope.from.first(), scope.to.last()));
    let as_of = as_of.unwrap_or_else(|| AsOf::end_of(period.1));
    let mut left_out = Vec::new();
    let editions = editions(cluster, month);
    let select = Select {
        sources,
        scope: &scope,
        period,
        manifest,
        issues: &cluster.issues,
        as_of,
        language,
        editions: &editions,
        cluster,
        stage,
    };
    let mut updates = select.updates(&cluster.updates, &mut left_out);
    lead_first(&mut updates, manifest);
    let meetings = select.meetings(&cluster.meetings, &mut left_out);
    let (actions, public_actions) = actions(cluster, &scope, period, language, select.sensitive());
    let projects = projects(cluster, &scope, &updates, language);
    let mut events = events(cluster, period);
    events.retain(|event| scope.project.as_ref().is_none_or(|project| event.projects.contains(project)));
    Issue {
        sources,
        cluster,
        month,
        scope,
        number: number(cluster, month, manifest),
        period,
        manifest,
        language: language.clone(),
        editions,
        as_of,
        stage,
        updates,
        meetings,
        events,
        actions,
        public_actions,
        projects,
        left_out,
    }
}

/// The issue's number: as written, or one more than the last one's.
fn number(cluster: &Cluster, month: Month, manifest: Option<&Manifest>) -> u32 {
    let mut number = 0;
    for (_, earlier) in cluster.issues.range(..month) {
        number = earlier.number.unwrap_or(number + 1);
    }
    manifest.and_then(|manifest| manifest.number).unwrap_or(number + 1)
}

/// The lead first, then by priority, day and id.
fn lead_first(updates: &mut [Selected<'_, Update>], manifest: Option<&Manifest>) {
    let lead: Option<&Id> = manifest.and_then(|manifest| manifest.lead.as_ref());
    updates.sort_by_key(|selected| {
        let update = selected.item;
        let later_first = std::cmp::Reverse(update.priority);
        (Some(&update.id) != lead, later_first, update.date, update.id.clone())
    });
}

/// Events of the period and to come, by their start; those called off only if of the period.
fn events(cluster: &Cluster, period: (Date, Date)) -> Vec<&Event> {
    let mut events: Vec<&Event> = cluster
        .events
        .iter()
        .filter(|event| {
            let last = event.ends.unwrap_or(event.starts).date();
            let to_come = event.starts.date() > period.1;
            let off = matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed);
            last >= period.0 && !(to_come && off)
        })
        .collect();
    events.sort_by_key(|event| (event.starts.key(), event.title.clone()));
    events
}

/// The actions that the report shows, and those that everybody may read: open ones, and those that were
/// closed in the period.
fn actions<'a>(
    cluster: &'a Cluster,
    scope: &Scope,
    period: (Date, Date),
    language: &Language,
    sensitive: bool,
) -> (Vec<ActionState<'a>>, Vec<ActionState<'a>>) {
    let is_public = |meeting: &&Meeting| meeting.confidentiality == Confidentiality::Public;
    let all: Vec<&Meeting> = cluster
        .meetings
        .iter()
        .filter(|meeting| !meeting.is_translation && meeting.stage == crate::model::UpdateStatus::Approved)
        .collect();
    let public: Vec<&Meeting> = all.iter().copied().filter(is_public).collect();
    let current = |meetings: &[&'a Meeting]| -> Vec<ActionState<'a>> {
        let states = states(meetings, period.1).into_iter();
        let current = states.filter(|state| state.closed.is_none_or(|closed| closed >= period.0));
        current.map(|state| state.in_words_of(&cluster.meetings, language)).collect()
    };
    let public_actions = current(&public);
    let actions = if sensitive { current(&all) } else { public_actions.clone() };
    let own = |state: &ActionState<'_>| {
        let owners = state.action.owners.iter().filter_map(|(name, _)| cluster.project(name));
        scope.project.as_ref().is_none_or(|project| owners.clone().any(|owner| owner.id == *project))
    };
    let (mut actions, mut public_actions) = (actions, public_actions);
    actions.retain(own);
    public_actions.retain(own);
    (actions, public_actions)
}

/// The projects that an issue speaks of, by their acronyms.
fn projects<'a>(
    cluster: &'a Cluster,
    scope: &Scope,
    updates: &[Selected<'a, Update>],
    language: &Language,
) -> Vec<&'a Project> {
    // One project's report speaks of others only where it prints what they did with it.
    let printed: Vec<&Id> = updates.iter().flat_map(|selected| &selected.item.projects).collect();
    let speaks_of = |project: &&Project| match &scope.project {
        Some(only) => project.id == *only || printed.contains(&&project.id),
        None => true,
    };
    let mut projects: Vec<&Project> = cluster.projects.values().filter(speaks_of).collect();
    let order = Order::of(language);
    projects.sort_by(|a, b| order.compare(&a.acronym, &b.acronym).then_with(|| a.id.cmp(&b.id)));
    projects
}
