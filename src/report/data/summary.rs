//! What page 1 and the last pages say of the whole: numbers, next steps, activities, credits, gaps.

use super::cluster_parts::ActivityPart;
use super::parts::{NextStep, NumberPart};
use super::rows::people;
use super::{Data, FIRST_STEPS};
use crate::model::{Activity, Programme, Project};
use crate::value::Date;

impl Data<'_, '_> {
    /// Up to four computed numbers.
    pub(super) fn numbers(&self) -> Vec<NumberPart> {
        let number = |value: usize, label: String| NumberPart { value: value.to_string(), label };
        let issue = self.issue;
        // One project's report counts nothing that is not its own.
        let own: Vec<&Project> =
            issue.projects.iter().copied().filter(|project| self.concerns(&[&project.id])).collect();
        let countries: std::collections::BTreeSet<_> =
            own.iter().flat_map(|project| &project.countries).collect();
        let meetings = issue.meetings(self.channel).count();
        let open = self.actions().iter().filter(|state| state.is_open()).count();
        let projects = own.len();
        let mut numbers = vec![number(
            projects,
            format!("{}: {}", self.words.count("number-projects", projects), self.split(&own)),
        )];
        for (value, name) in
            [(meetings, "number-meetings"), (open, "number-actions"), (countries.len(), "number-countries")]
        {
            if value > 0 {
                numbers.push(number(value, self.words.count(name, value)));
            }
        }
        numbers
    }

    /// How the projects split over programmes: `7 LIFE + 1 H2020`.
    pub(super) fn split(&self, projects: &[&Project]) -> String {
        let other = self.words.get("programme-other");
        let mut counts: Vec<(usize, &str)> = Vec::new();
        for project in projects {
            let word = match project.programme {
                Programme::Other => other.as_str(),
                programme => programme.word(),
            };
            match counts.iter_mut().find(|(_, known)| *known == word) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, word)),
            }
        }
        counts.sort_by_key(|(count, word)| (std::cmp::Reverse(*count), *word));
        counts.iter().map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(" + ")
    }

    /// How many more steps there are than page 1 shows.
    pub(super) fn next_more(&self) -> Option<String> {
        let open = self.actions().iter().filter(|state| state.is_open()).count();
        (open > FIRST_STEPS).then(|| self.words.count("next-more", open - FIRST_STEPS))
    }

    /// The activities of a report over a period, with the report in which each stands already.
    pub(super) fn activities(&self) -> Vec<ActivityPart> {
        let issue = self.issue;
        if issue.scope.is_month() {
            return vec![];
        }
        let within = |date: Date| date >= issue.period.0 && date <= issue.period.1;
        let listed = issue.cluster.activities.iter().filter(|activity| {
            let ours =
                activity.projects.is_empty() || activity.projects.iter().any(|id| self.concerns(&[id]));
            activity.date.is_none_or(within) && ours
        });
        let row = |activity: &Activity| ActivityPart {
            when: activity.date.map(|date| self.words.date(date)).unwrap_or_default(),
            what: activity.name.clone(),
            who: self.acronyms(&activity.projects),
            state: self.words.get(&format!("activity-{}", activity.status.word())),
            reported: activity.reported_in.clone().unwrap_or_default(),
        };
        listed.map(row).collect()
    }

    /// The open actions in words, those that are due first.
    pub(super) fn next_steps(&self) -> Vec<NextStep> {
        let mut open: Vec<_> = self.actions().iter().filter(|state| state.is_open()).collect();
        open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
        open.into_iter()
            .map(|state| NextStep {
                who: self.owners(state),
                what: state.text.to_string(),
                language: state.language.base(),
                due: state.action.due.map(|due| self.words.date(due)),
            })
            .collect()
    }

    /// Each picture's credit, once.
    pub(super) fn credits(&self) -> Vec<String> {
        let mut credits: Vec<String> = Vec::new();
        // Over a long period the news and minutes are a line each, without their pictures.
        let compact = !self.issue.scope.is_month();
        if compact {
            return credits;
        }
        let updates = self.issue.updates(self.channel).map(|update| update.body.clone());
        let minutes = self.issue.meetings(self.channel).map(|meeting| self.issue.minutes(meeting));
        for mut body in updates.chain(minutes) {
            for (_, image) in body.images_mut() {
                let credit = image.title.trim().to_string();
                if !credit.is_empty() && !credits.contains(&credit) {
                    credits.push(credit);
                }
            }
        }
        credits
    }

    /// The projects of which no news came, if the manifest asks to name them.
    pub(super) fn silent(&self) -> Option<String> {
        let named = self.issue.options().silent;
        let heard = |project: &&&Project| {
            self.issue.updates(self.channel).any(|update| update.projects.contains(&project.id))
        };
        let silent: Vec<String> =
            self.issue.projects.iter().filter(|project| !heard(project)).map(|p| p.acronym.clone()).collect();
        (named && !silent.is_empty())
            .then(|| self.words.with("silent", &[("projects", self.words.list(&silent).into())]))
    }

    /// What is not in the report because nobody recorded it.
    pub(super) fn not_reported(&self) -> Vec<String> {
        let issue = self.issue;
        let empty = [
            (issue.updates(self.channel).next().is_none(), "not-reported-news"),
            (issue.meetings(self.channel).next().is_none(), "not-reported-meetings"),
            (
                issue.meetings(self.channel).all(|meeting| meeting.decisions.is_empty()),
                "not-reported-decisions",
            ),
            (issue.events.is_empty(), "not-reported-events"),
            (
                !issue.indicators().any(|indicator| self.indicator(indicator).is_some()),
                "not-reported-indicators",
            ),
            (
                issue.meetings(self.channel).next().is_some()
                    && !issue.meetings(self.channel).any(|meeting| people(meeting).is_some()),
                "not-reported-attendance",
            ),
        ];
        let mut missing: Vec<String> =
            empty.iter().filter(|(empty, _)| *empty).map(|(_, name)| self.words.get(name)).collect();
        let unknown: Vec<String> = issue
            .projects
            .iter()
            .filter(|project| project.agreement.is_none())
            .map(|project| project.acronym.clone())
            .collect();
        if !unknown.is_empty() {
            missing.push(
                self.words.with("not-reported-grants", &[("projects", self.words.list(&unknown).into())]),
            );
        }
        missing
    }
}
