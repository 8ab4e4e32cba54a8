//! What changed since the last issue, what lies when, and what comes next.

use super::Data;
use super::cluster_parts::ComingPart;
use super::front_parts::MovedPart;
use super::parts::{EventPart, NewsGroup, NewsPart};
use super::rows::look_of;
use crate::model::{EventStatus, Indicator, Mode, Update, UpdateType};
use crate::report::{Chart, ChartData, Drawing, Span};
use crate::value::{Date, Decimal, Language};

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
        changes
    }

    /// The numbers that changed in the period; none in a first issue.
    pub(super) fn moved(&self) -> Vec<MovedPart> {
        let issue = self.issue;
        if issue.number < 2 || !issue.scope.is_month() {
            return vec![];
        }
        issue.indicators().filter_map(|indicator| self.moved_from(indicator)).collect()
    }

    /// How an indicator's value changed, if it did.
    fn moved_from(&self, indicator: &Indicator) -> Option<MovedPart> {
        let before = self.issue.period.0.yesterday().ok()?;
        let (before, _) = indicator.value(before)?;
        let (now, _) = indicator.value(self.issue.period.1)?;
        let as_number = |number: &Decimal| number.as_str().parse::<f64>().unwrap_or(0.0);
        let (old, new) = (as_number(&before), as_number(&now));
        #[allow(clippy::cast_possible_truncation)] // some per cent
        let per_cent = || ((new - old) / old * 100.0).round() as i64;
        let sign = if new > old { "+" } else { "\u{2212}" };
        let change = (old > 0.0).then(|| format!("{sign}{}\u{A0}%", per_cent().abs()));
        (before != now).then(|| MovedPart {
            label: self.indicator_name(indicator),
            unit: indicator.unit.clone(),
            before: self.words.number(&before),
            now: self.words.number(&now),
            change,
        })
    }

    /// Events held and planned on one timeline, if there are two or more.
    pub(super) fn timeline(&self) -> Option<ChartData> {
        let events = &self.issue.events;
        if events.len() < 2 {
            return None;
        }
        let spans = events.iter().map(|event| {
            let (look, state) = look_of(event.status);
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

    /// The events as rows, each with its place on the timeline.
    pub(super) fn event_rows(&self, timeline: Option<&ChartData>) -> Vec<EventPart> {
        let spans = match timeline.map(|chart| &chart.drawing) {
            Some(Drawing::Timeline { rows, .. }) => rows.as_slice(),
            _ => &[],
        };
        // The timeline was drawn of the same events.
        let bars = spans.iter().map(|span| Some((span.start, span.end))).chain(std::iter::repeat(None));
        self.issue.events.iter().zip(bars).map(|(event, bar)| self.event(event, bar)).collect()
    }

    /// What comes next: events that are planned and deadlines of the news, by day. Actions have a table
    /// of their own.
    pub(super) fn next_period(&self) -> Vec<ComingPart> {
        let issue = self.issue;
        let mut rows: Vec<(Date, ComingPart)> = Vec::new();
        for event in &issue.events {
            let day = event.starts.date();
            let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
            if on && day > issue.period.1 {
                let place = event
                    .place
                    .clone()
                    .or_else(|| (event.mode == Some(Mode::Online)).then(|| self.words.get("mode-online")));
                let row = ComingPart {
                    when: self.words.event(event, issue.cluster.config.timezone.as_deref()),
                    what: event.title.clone(),
                    language: issue.cluster.config.language.base(),
                    who: self.acronyms(&event.projects),
                    kind: self.words.get("next-event"),
                    place,
                };
                rows.push((day, row));
            }
        }
        for update in issue.updates(self.channel) {
            if let Some(deadline) = update.deadline.filter(|day| *day >= issue.as_of.date) {
                let row = ComingPart {
                    when: self.words.date(deadline),
                    what: update.title.clone(),
                    language: update.language.base(),
                    who: self.acronyms(&update.projects),
                    kind: self.words.get("mail-deadline"),
                    place: None,
                };
                rows.push((deadline, row));
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
        // What stands alone joins the others that do; but the lead, which comes first, stays first.
        let many = groups.iter().any(|(theme, members)| theme.is_some() && members.len() > 1);
        let has_lead = self.issue.manifest.is_some_and(|manifest| manifest.lead.is_some());
        let first = groups.first().map(|(_, members)| members[0].id.clone()).filter(|_| many && has_lead);
        let (mut grouped, alone): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(theme, members)| {
            theme.is_some() && (members.len() > 1 || first.as_ref() == Some(&members[0].id))
        });
        let rest: Vec<&Update> = alone.into_iter().flat_map(|(_, members)| members).collect();
        if grouped.is_empty() || (grouped.len() == 1 && rest.is_empty()) {
            grouped = vec![(None, self.issue.updates(self.channel).collect())];
        } else if !rest.is_empty() {
            grouped.push((Some(self.words.get("news-other")), rest));
        }
        grouped.retain(|(_, members)| !members.is_empty());
        let group = |(theme, members): (Option<String>, Vec<&Update>)| NewsGroup {
            theme: theme.map(|theme| self.theme_name(&theme)),
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
            waiting: self
                .issue
                .waits_for(update)
                .map(|who| self.words.with("waiting-for", &[("who", who.as_str().into())])),
            spoken: self.spoken(&update.language),
            date: update.date.map(|date| self.words.date(date)),
            month: self.words.month(update.month.first()),
        }
    }

    /// A theme as a heading: by its label in the edition's language, else as it is typed, with a capital.
    fn theme_name(&self, theme: &str) -> String {
        let labels = &self.issue.cluster.config.themes;
        let label = labels.iter().find(|(name, _)| name.to_lowercase() == theme.to_lowercase());
        let name = label.map_or(theme, |(_, label)| label.get(&self.issue.language));
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// The name of a text's language, where that is not the edition's.
    pub(super) fn spoken(&self, language: &Language) -> Option<String> {
        (language.primary() != self.issue.language.primary()).then(|| self.words.language(language))
    }
}
