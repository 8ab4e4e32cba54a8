//! A project: its row in the table of the cluster, and its profile.

use super::Data;
use super::cluster_parts::{BudgetPart, Fact, ProjectPart, StoryLink};
use crate::issue::{paragraphs, project_logo};
use crate::model::{Programme, Project};
use crate::value::{Date, Month};

impl Data<'_, '_> {
    /// A project: its row in the table and its profile.
    pub(super) fn project(&self, project: &Project) -> ProjectPart {
        let language = &self.issue.language;
        let (title_language, title) = project.title.in_language(language);
        let (summary_language, summary) = project.summary.in_language(language);
        let mut countries: Vec<String> =
            project.countries.iter().map(|country| self.words.country(country)).collect();
        countries.sort_by(|a, b| self.words.order.compare(a, b));
        let programme = match project.programme {
            Programme::Other => project.code.clone().unwrap_or_else(|| self.words.get("programme-other")),
            programme => programme.word().to_string(),
        };
        let codes: Vec<String> = project.countries.iter().map(|country| country.eu().to_string()).collect();
        let (elapsed, month_of) = self.time_of(project).unzip();
        ProjectPart {
            id: project.id.clone(),
            acronym: project.acronym.clone(),
            title: title.to_string(),
            title_language: title_language.base(),
            summary: paragraphs(summary),
            summary_language: summary_language.base(),
            programme,
            agreement: project.agreement.clone(),
            countries: joined(&codes),
            dates: self.words.months(project.start, project.end),
            elapsed,
            month_of,
            budget: self.budget(project),
            codes,
            places: joined(&countries),
            url: project.url.as_ref().map(|url| url.as_str().to_string()),
            logo: project_logo(self.issue, project),
            stories: self.stories_of(project),
            facts: self.facts_of(project),
        }
    }

    /// What is known of a project beside what its profile shows by itself.
    fn facts_of(&self, project: &Project) -> Vec<Fact> {
        let name = |name: &String| self.issue.cluster.display(name);
        let partners: Vec<String> = project.partners.iter().map(name).collect();
        let facts = [
            ("profile-coordinator", project.coordinator.as_ref().map(name)),
            ("profile-partners", joined(&partners)),
            ("profile-themes", joined(&project.themes)),
            ("profile-groups", joined(&project.target_groups)),
            ("profile-instruments", joined(&project.instruments)),
            ("profile-code", project.code.clone()),
        ];
        let facts = facts.into_iter();
        facts.filter_map(|(name, value)| Some(Fact { name: self.words.get(name), value: value? })).collect()
    }

    /// A project's news in this issue.
    fn stories_of(&self, project: &Project) -> Vec<StoryLink> {
        let own = self.issue.updates(self.channel).filter(|update| update.projects.contains(&project.id));
        own.map(|update| StoryLink {
            id: update.id.clone(),
            title: update.title.clone(),
            language: update.language.base(),
        })
        .collect()
    }

    /// What a project costs, and the EU's part of it.
    fn budget(&self, project: &Project) -> Option<BudgetPart> {
        let euro = |amount| self.words.euro(amount);
        let part_words = |part: String| format!("{} {part}", self.words.get("eu"));
        #[allow(clippy::cast_precision_loss)] // for drawing; the printed amounts are exact
        let share = |part: i64, whole: i64| (part as f64 / whole.max(1) as f64 * 1000.0).round() / 1000.0;
        match (project.budget, project.eu_part) {
            (Some(budget), part) => Some(BudgetPart {
                total: euro(budget),
                part: part.map(|part| part_words(euro(part))),
                share: part.map(|part| share(part.0, budget.0).clamp(0.0, 1.0)),
            }),
            (None, Some(part)) => Some(BudgetPart { total: part_words(euro(part)), part: None, share: None }),
            (None, None) => None,
        }
    }

    /// How much of a project's time is over by the issue's day, as a share and in words.
    fn time_of(&self, project: &Project) -> Option<(f64, String)> {
        let (start, end) = (project.start?, project.end?);
        let today = self.issue.as_of.date;
        let months = |from: Date, to: Date| {
            let (from, to) = (Month::of(from), Month::of(to));
            i32::from(to.year - from.year) * 12 + i32::from(to.month - from.month) + 1
        };
        let all = months(start, end).max(1);
        let now = months(start, today).clamp(0, all);
        let share = f64::from((today - start).get_days()) / f64::from((end - start).get_days().max(1));
        let words = match (today < start, today > end) {
            (true, _) => self.words.with("project-begins", &[("date", self.words.date(start).into())]),
            (_, true) => self.words.with("project-ended", &[("date", self.words.date(end).into())]),
            _ => self.words.with("project-month", &[("month", now.into()), ("months", all.into())]),
        };
        Some(((share.clamp(0.0, 1.0) * 1000.0).round() / 1000.0, words))
    }
}

/// Several things in a row, if there are any.
fn joined(items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| items.join(", "))
}
