//! What changed since the last issue, what lies when, and what comes next.

use super::Data;
use super::cluster_parts::ComingPart;
use super::parts::{NewsGroup, NewsPart};
use crate::model::{EventStatus, Indicator, Update, UpdateType};
use crate::report::{Chart, ChartData, Span};
use crate::value::Date;

impl Data<'_, '_> {
    /// What changed in the period, in sentences; nothing in a first issue.
    pub(super) fn changes(&self) -> Vec<String> {
        let issue = self.issue;
        if issue.number < 2 || !issue.scope.is_month() {
            return vec![];
        }
        let within = |date: Date| date >= issue.period.0 && date <= issue.period.1;
        let opened = self.actions().iter().filter(|state| within(state.opened_at.date)).count();
        let closed = self.actions().iter().filter(|state| state.closed.is_some_and(within)).count();
        let overdue = self.actions().iter().filter(|state| {
            state.is_overdue(issue.as_of.date) && state.action.due.is_some_and(|due| due >= issue.period.0)
        });
        let counts =
            [("change-opened", opened), ("change-closed", closed), ("change-overdue", overdue.count())];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let mut changes: Vec<String> = counts.map(|(name, count)| self.words.count(name, count)).collect();
        for project in &issue.projects {
            for (name, date) in [("change-started", project.start), ("change-ended", project.end)] {
                if let Some(date) = date.filter(|date| within(*date)) {
                    let values = [
                        ("project", project.acronym.as_str().into()),
                        ("date", self.words.date(date).into()),
                    ];
                    changes.push(self.words.with(name, &values));
                }
            }
        }
        changes.extend(issue.indicators().filter_map(|indicator| self.indicator_change(indicator)));
        changes
    }

    /// How an indicator's value changed, if it did.
    fn indicator_change(&self, indicator: &Indicator) -> Option<String> {
        let before = self.issue.period.0.yesterday().ok()?;
        let (before, _) = indicator.value(before)?;
        let (now, _) = indicator.value(self.issue.period.1)?;
        let number = |number| self.words.number(number);
        (before != now).then(|| {
            let values = [
                ("label", indicator.label.as_str().into()),
                ("before", number(&before).into()),
                ("now", number(&now).into()),
                ("unit", indicator.unit.as_str().into()),
            ];
            self.words.with("change-indicator", &values)
        })
    }

    /// Events held and planned on one timeline, if there are two or more.
    pub(super) fn timeline(&self) -> Option<ChartData> {
        let events = &self.issue.events;
        if events.len() < 2 {
            return None;
        }
        let spans = events.iter().map(|event| {
            let (look, state) = match event.status {
                EventStatus::Held => ("held", "event-held"),
                EventStatus::Planned => ("planned", "event-planned"),
                EventStatus::Confirmed => ("planned", "event-confirmed"),
                EventStatus::Postponed => ("off", "event-postponed"),
                EventStatus::Cancelled => ("off", "event-cancelled"),
            };
            let from = event.starts.date();
            Span {
                label: event.title.clone(),
                from,
                to: event.ends.map_or(from, |ends| ends.date()).max(from),
                look,
                state: self.words.get(state),
            }
        });
        let chart = Chart::Timeline(self.words.get("timeline-title"), self.issue.as_of.date, spans.collect());
        Some(chart.data(self.words))
    }

    /// What comes next: actions that are due and events that are planned, by day.
    pub(super) fn next_period(&self) -> Vec<ComingPart> {
        let issue = self.issue;
        let mut rows: Vec<(Date, ComingPart)> = Vec::new();
        for state in self.actions().iter().filter(|state| state.is_open()) {
            if let Some(due) = state.action.due {
                let row = ComingPart {
                    when: self.words.date(due),
                    what: state.text.to_string(),
                    language: state.language.base(),
                    who: self.owners(state),
                    kind: self.words.get("next-action"),
                };
                rows.push((due, row));
            }
        }
        for event in &issue.events {
            let day = event.starts.date();
            let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
            if on && day > issue.period.1 {
                let row = ComingPart {
                    when: self.words.event(event, issue.cluster.config.timezone.as_deref()),
                    what: event.title.clone(),
                    language: issue.cluster.config.language.base(),
                    who: self.acronyms(&event.projects),
                    kind: self.words.get("next-event"),
                };
                rows.push((day, row));
            }
        }
        rows.sort_by_key(|(day, _)| *day);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The news by the themes that two or more of them share, where that makes two groups or more.
    pub(super) fn news(&self) -> Vec<NewsGroup> {
        let mut updates: Vec<&Update> = self.issue.updates(self.channel).collect();
        if !self.issue.scope.is_month() {
            // Over a long period the news stand in their order, a line each.
            updates.sort_by_key(|update| (update.month, update.date, update.id.clone()));
            let updates: Vec<_> = updates.iter().map(|update| self.update(update)).collect();
            return if updates.is_empty() { vec![] } else { vec![NewsGroup { theme: None, updates }] };
        }
        let theme = |update: &Update| -> Option<String> {
            let project = update.projects.first().and_then(|id| self.issue.cluster.projects.get(id))?;
            project.themes.first().cloned()
        };
        let mut groups: Vec<(Option<String>, Vec<&Update>)> = Vec::new();
        for update in updates {
            let theme = theme(update);
            let same = |known: &Option<String>| {
                known.as_ref().map(|t| t.to_lowercase()) == theme.as_ref().map(|t| t.to_lowercase())
            };
            match groups.iter_mut().find(|(known, _)| same(known)) {
                Some((_, members)) => members.push(update),
                None => groups.push((theme, vec![update])),
            }
        }
        // What stands alone joins the others that do.
        let (mut grouped, alone): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(theme, members)| theme.is_some() && members.len() > 1);
        let rest: Vec<&Update> = alone.into_iter().flat_map(|(_, members)| members).collect();
        if grouped.is_empty() || (grouped.len() == 1 && rest.is_empty()) {
            grouped = vec![(None, self.issue.updates(self.channel).collect())];
        } else if !rest.is_empty() {
            grouped.push((Some(self.words.get("news-other")), rest));
        }
        grouped.retain(|(_, members)| !members.is_empty());
        let group = |(theme, members): (Option<String>, Vec<&Update>)| NewsGroup {
            theme,
            updates: members.iter().map(|update| self.update(update)).collect(),
        };
        grouped.into_iter().map(group).collect()
    }

    /// One piece of news.
    fn update(&self, update: &Update) -> NewsPart {
        let acronyms = update.projects.iter().filter_map(|id| self.issue.cluster.projects.get(id));
        NewsPart {
            id: update.id.clone(),
            title: update.title.clone(),
            language: update.language.base(),
            markdown: update.origin.file.to_string(),
            summary: update.summary.clone(),
            quote: update.kind == UpdateType::Quote,
            projects: acronyms.map(|project| project.acronym.clone()).collect(),
            date: update.date.map(|date| self.words.date(date)),
            month: self.words.month(update.month.first()),
        }
    }
}
