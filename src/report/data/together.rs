//! What the money caused jointly: results of two or more projects, what they have in common, and
//! what could come next of it.

use super::Data;
use super::cluster_parts::{CommonPart, PairPart};
use super::parts::JointPart;
use crate::issue::{Pair, Stage, is_real, pairs, shared_words, suggestions};
use crate::model::{ActionStatus, EventStatus, Project, SynergyStatus};
use crate::report::{Chart, ChartData};
use crate::value::{Id, Language};

/// How many pairs are named below the matrix.
const STRONGEST: usize = 5;

/// The most pairs of the list of suggestions in a draft.
const SUGGESTED: usize = 3;

impl Data<'_, '_> {
    /// What two or more projects did together in the period: who, what and when, by kind.
    pub(super) fn joint(&self) -> Vec<JointPart> {
        let issue = self.issue;
        let mut rows = Vec::new();
        let mut push = |kind: &str, projects: &[Id], what: &str, when: String, language: &Language| {
            let count = projects.len();
            rows.push(JointPart {
                kind: self.words.get(kind),
                who: self.acronyms(projects),
                projects: format!("{count} {}", self.words.count("number-projects", count)),
                what: what.to_string(),
                language: language.base(),
                when,
                count,
            });
        };
        let default = &issue.cluster.config.language;
        for meeting in issue.meetings(self.channel) {
            let present: Vec<Id> = meeting.projects().cloned().collect();
            if present.len() > 1 {
                let day = self.words.date(meeting.date);
                push("joint-meeting", &present, &meeting.title, day, &meeting.language);
            }
        }
        for update in issue.updates(self.channel).filter(|update| update.projects.len() > 1) {
            let when = update.date.map(|date| self.words.date(date)).unwrap_or_default();
            push("joint-news", &update.projects, &update.title, when, &update.language);
        }
        for event in issue.events.iter().filter(|event| event.projects.len() > 1) {
            let day = event.starts.date();
            if event.status == EventStatus::Held && day >= issue.period.0 && day <= issue.period.1 {
                push("joint-event", &event.projects, &event.title, self.words.date(day), default);
            }
        }
        for state in self.actions().iter().filter(|state| state.action.status == ActionStatus::Done) {
            let owners: Vec<Id> = self.owner_projects(state);
            if owners.len() > 1 {
                let when = state.closed.map(|date| self.words.date(date)).unwrap_or_default();
                push("joint-action", &owners, state.text, when, state.language);
            }
        }
        for link in issue.cluster.synergies.iter().filter(|link| link.status == SynergyStatus::Done) {
            if self.concerns(&[&link.from, &link.to]) {
                let projects = [link.from.clone(), link.to.clone()];
                push("joint-synergy", &projects, &link.topic, String::new(), default);
            }
        }
        rows
    }

    /// The projects that own an action.
    pub(super) fn owner_projects(&self, state: &crate::issue::ActionState<'_>) -> Vec<Id> {
        let owners = state.action.owners.iter();
        owners
            .filter_map(|(name, _)| self.issue.cluster.project(name))
            .map(|project| project.id.clone())
            .collect()
    }

    /// The acronyms of projects as one phrase.
    pub(super) fn acronyms(&self, ids: &[Id]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.issue.cluster.display(id.as_str())).collect();
        self.words.list(&names)
    }

    /// Whether one of some projects is the report's, where it is one project's report.
    pub(super) fn concerns(&self, ids: &[&Id]) -> bool {
        let only = self.issue.scope.project.as_ref();
        only.is_none_or(|project| ids.contains(&project))
    }

    /// Pairs of projects that a person confirmed, with what they share; in a draft also those that
    /// are only computed, marked as such.
    pub(super) fn common_ground(&self) -> Vec<CommonPart> {
        let issue = self.issue;
        let pairs = pairs(&issue.projects, issue.cluster);
        let shared = |a: &Id, b: &Id| {
            let pair = pairs.iter().find(|pair| {
                [&pair.first.id, &pair.second.id] == [a, b] || [&pair.first.id, &pair.second.id] == [b, a]
            });
            pair.map(|pair| shared_words(&pair.shared, self.words)).unwrap_or_default()
        };
        let mut rows = Vec::new();
        for link in &issue.cluster.synergies {
            if link.status == SynergyStatus::Dismissed || !self.concerns(&[&link.from, &link.to]) {
                continue;
            }
            let state = match (is_real(link), link.status) {
                (true, SynergyStatus::Done) => "synergy-done",
                (true, _) => "synergy-planned",
                _ => "synergy-suggested",
            };
            rows.push(CommonPart {
                who: self.acronyms(&[link.from.clone(), link.to.clone()]),
                topic: Some(link.topic.clone()),
                shared: shared(&link.from, &link.to),
                state: self.words.get(state),
            });
        }
        if issue.stage == Stage::Draft {
            for pair in suggestions(issue).into_iter().take(SUGGESTED) {
                rows.push(CommonPart {
                    who: self.acronyms(&[pair.first.id.clone(), pair.second.id.clone()]),
                    topic: None,
                    shared: shared_words(&pair.shared, self.words),
                    state: self.words.get("synergy-computed"),
                });
            }
        }
        rows
    }

    /// How much each pair of projects has in common, if the manifest asks for the matrix: those projects
    /// first that have most in common with the others.
    pub(super) fn matrix(&self) -> Option<ChartData> {
        let wanted = self.issue.options().matrix;
        if !wanted || self.issue.projects.len() < 2 {
            return None;
        }
        let pairs = pairs(&self.issue.projects, self.issue.cluster);
        let overlap = |a: &Project, b: &Project| {
            let same = |pair: &&Pair<'_>| {
                (pair.first.id == a.id && pair.second.id == b.id)
                    || (pair.first.id == b.id && pair.second.id == a.id)
            };
            pairs.iter().find(same).map_or(0.0, |pair| pair.overlap)
        };
        let mut projects: Vec<&Project> = self.issue.projects.clone();
        let sum = |one: &Project| self.issue.projects.iter().map(|other| overlap(one, other)).sum::<f64>();
        projects.sort_by(|a, b| {
            sum(b).total_cmp(&sum(a)).then_with(|| self.words.order.compare(&a.acronym, &b.acronym))
        });
        let cell = |a: &Project, b: &Project| (a.id != b.id).then(|| per_cent(overlap(a, b)));
        let rows = projects.iter().map(|a| projects.iter().map(|b| cell(a, b)).collect()).collect();
        let labels = projects.iter().map(|project| project.acronym.clone()).collect();
        Some(Chart::Heat(self.words.get("matrix-title"), labels, rows).data(self.words))
    }

    /// The pairs that have most in common, with what they share, where the matrix is shown.
    pub(super) fn strongest(&self) -> Vec<PairPart> {
        if !self.issue.options().matrix {
            return vec![];
        }
        let pairs = pairs(&self.issue.projects, self.issue.cluster);
        let most = pairs.first().map_or(1.0, |pair| pair.overlap);
        let part = |pair: &Pair<'_>| PairPart {
            who: self.acronyms(&[pair.first.id.clone(), pair.second.id.clone()]),
            value: format!("{}\u{A0}%", per_cent(pair.overlap)),
            share: (pair.overlap / most.max(1e-9) * 1000.0).round() / 1000.0,
            shared: shared_words(&pair.shared, self.words),
        };
        pairs.iter().take(STRONGEST).map(part).collect()
    }
}

/// A share in per cent.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 100
fn per_cent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}
