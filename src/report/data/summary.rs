//! What page 1 and the last pages say of the whole: numbers, next steps, activities, credits, gaps.

use super::cluster_parts::ActivityPart;
use super::parts::NextStep;
use super::rows::people;
use super::{Data, FIRST_STEPS, introduces_projects};
use crate::issue::ActionState;
use crate::model::{Activity, Programme, Project};
use crate::value::Date;

/// How many pages by that count are surely eight.
const LONG: usize = 6;

impl Data<'_, '_> {
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

    /// How many more steps there are to come than page 1 shows, by how many it shows.
    pub(super) fn next_more(&self) -> Vec<Option<String>> {
        let open = self.to_come().len();
        let more = |shown: usize| (open > shown).then(|| self.words.count("next-more", open - shown));
        (0..=FIRST_STEPS).map(more).collect()
    }

    /// Whether the report has surely more pages than need a list of its contents.
    pub(super) fn is_long(&self) -> bool {
        let issue = self.issue;
        let news = issue.updates(self.channel).count();
        // Over a long period a piece of news is a line.
        let stories = if issue.scope.is_month() { news / 7 } else { news / 30 };
        let profiles = if introduces_projects(issue) { issue.projects.len() } else { 0 };
        // A page holds about seven short stories, three profiles or thirty actions; each part has its heading.
        stories + profiles / 3 + self.actions().len() / 30 + 3 >= LONG
    }

    /// How many actions are overdue, in words.
    pub(super) fn overdue(&self) -> Option<String> {
        let day = self.issue.as_of.date;
        let count = self.actions().iter().filter(|state| state.is_overdue(day)).count();
        (count > 0).then(|| self.words.count("overdue-count", count))
    }

    /// The open actions whose day is still to come, those that are due first.
    fn to_come(&self) -> Vec<&ActionState<'_>> {
        let day = self.issue.as_of.date;
        let open = self.actions().iter().filter(|state| state.is_open() && !state.is_overdue(day));
        let mut open: Vec<_> = open.collect();
        open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
        open
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

    /// The open actions that are to come, in words.
    pub(super) fn next_steps(&self) -> Vec<NextStep> {
        let step = |state: &ActionState<'_>| NextStep {
            who: self.owners(state),
            what: state.text.to_string(),
            language: state.language.base(),
            due: state.action.due.map(|due| self.words.date(due)),
        };
        self.to_come().into_iter().map(step).collect()
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
