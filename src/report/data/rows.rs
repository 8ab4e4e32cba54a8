//! The rows of the report's tables: actions, meetings, events, indicators, projects.

use super::Data;
use super::cluster_parts::{Fact, ProjectPart};
use super::parts::{ActionPart, DecisionPart, EventPart, IndicatorPart, MeetingPart};
use crate::issue::{ActionState, paragraphs};
use crate::model::{
    ActionStatus, Decision, Event, EventStatus, Indicator, Meeting, Mode, Programme, Project,
};
use crate::value::Decimal;

impl Data<'_, '_> {
    /// The owners of an action.
    pub(super) fn owners(&self, state: &ActionState<'_>) -> String {
        let names: Vec<String> = state
            .action
            .owners
            .iter()
            .map(|(name, _)| self.words.named(self.issue.cluster.display(name)))
            .collect();
        match names.is_empty() {
            true => self.words.get("action-no-owner"),
            false => self.words.list(&names),
        }
    }

    /// An action as a row.
    pub(super) fn action(&self, state: &ActionState<'_>) -> ActionPart {
        let since = [
            ("date", self.words.date(state.opened_at.date).into()),
            ("days", state.age_on(self.issue.as_of.date).into()),
        ];
        let closed = state.closed.map(|date| [("date", self.words.date(date).into())]);
        let text = match (state.action.status, closed) {
            (ActionStatus::Done, Some(on)) => self.words.with("state-done", &on),
            (ActionStatus::Dropped, Some(on)) => self.words.with("state-dropped", &on),
            _ if state.is_overdue(self.issue.as_of.date) => {
                format!(
                    "{}, {}",
                    self.words.get("state-overdue"),
                    self.words.with("state-open-since", &since)
                )
            }
            _ => self.words.with("state-open-since", &since),
        };
        let due = state.action.due.map(|due| self.words.date(due));
        ActionPart {
            id: state.id.clone(),
            what: state.text.to_string(),
            language: state.language.base(),
            who: self.owners(state),
            due: due.unwrap_or_else(|| self.words.get("action-no-due")),
            state: text,
            open: state.is_open(),
        }
    }

    /// A meeting with its facts as rows of name and value.
    pub(super) fn meeting(&self, meeting: &Meeting) -> MeetingPart {
        let cluster = self.issue.cluster;
        let word = |name: &str| self.words.get(name);
        let mode = meeting.mode.map(|mode| {
            word(match mode {
                Mode::Online => "mode-online",
                Mode::InPerson => "mode-in-person",
                Mode::Hybrid => "mode-hybrid",
            })
        });
        let acronyms = |ids: Vec<String>| self.words.list(&ids);
        let present: Vec<String> = meeting
            .attendance
            .iter()
            .filter_map(|row| {
                row.project
                    .as_ref()
                    .map(|id| cluster.display(id.as_str()))
                    .or_else(|| row.org.as_ref().map(|org| cluster.display(org)))
            })
            .collect();
        let regrets: Vec<String> = meeting.regrets.iter().map(|id| cluster.display(id.as_str())).collect();
        let facts = [
            ("meeting-date", Some(self.words.date(meeting.date))),
            ("meeting-host", Some(self.host(meeting))),
            (
                "meeting-organiser",
                meeting.organiser.as_ref().map(|name| self.words.named(cluster.display(name))),
            ),
            ("meeting-mode", mode),
            ("meeting-place", meeting.place.clone()),
            ("meeting-present", (!present.is_empty()).then(|| acronyms(present))),
            ("meeting-total", people(meeting).map(|count| self.words.number(&Decimal::whole(count)))),
            ("meeting-agenda", (!meeting.agenda.is_empty()).then(|| meeting.agenda.join("; "))),
            ("meeting-regrets", (!regrets.is_empty()).then(|| acronyms(regrets))),
            ("meeting-next", meeting.next.map(|next| self.words.date(next.date()))),
        ];
        let facts = facts.into_iter();
        let facts =
            facts.filter_map(|(name, value)| Some(Fact { name: word(name), value: value? })).collect();
        let decision =
            |decision: &Decision| DecisionPart { id: decision.id.clone(), text: decision.text.clone() };
        MeetingPart {
            id: meeting.id.clone(),
            date: self.words.date(meeting.date),
            title: meeting.title.clone(),
            language: meeting.language.base(),
            markdown: meeting.origin.file.to_string(),
            has_text: !self.issue.minutes(meeting).blocks.is_empty(),
            facts,
            decisions_language: meeting.decisions_language.base(),
            decisions: meeting.decisions.iter().map(decision).collect(),
        }
    }

    /// Who hosted a meeting, and that they coordinate a project where they do.
    pub(super) fn host(&self, meeting: &Meeting) -> String {
        self.words.named(self.issue.cluster.display(&meeting.host))
    }

    /// An event as a row.
    pub(super) fn event(&self, event: &Event) -> EventPart {
        let status = match event.status {
            EventStatus::Planned => "event-planned",
            EventStatus::Confirmed => "event-confirmed",
            EventStatus::Held => "event-held",
            EventStatus::Postponed => "event-postponed",
            EventStatus::Cancelled => "event-cancelled",
        };
        let when = self.words.event(event, self.issue.cluster.config.timezone.as_deref());
        let online = || (event.mode == Some(Mode::Online)).then(|| self.words.get("mode-online"));
        EventPart {
            id: event.key.clone(),
            when,
            what: event.title.clone(),
            url: event.url.as_ref().map(|url| url.as_str().to_string()),
            place: event.place.clone().or_else(online),
            state: self.words.get(status),
        }
    }

    /// An indicator's label, with its project where another one has the same.
    pub(super) fn indicator_name(&self, indicator: &Indicator) -> String {
        let same = |other: &&Indicator| other.label == indicator.label;
        let twice = self.issue.cluster.indicators.iter().filter(same).count() > 1;
        match indicator.project.as_ref().filter(|_| twice) {
            Some(project) => {
                format!("{} ({})", indicator.label, self.issue.cluster.display(project.as_str()))
            }
            None => indicator.label.clone(),
        }
    }

    /// An indicator as a row, if it has a value up to the issue's last day.
    pub(super) fn indicator(&self, indicator: &Indicator) -> Option<IndicatorPart> {
        let (value, period) = indicator.value(self.issue.period.1)?;
        Some(IndicatorPart {
            what: self.indicator_name(indicator),
            unit: indicator.unit.clone(),
            period: period.text.clone(),
            value: self.words.number(&value),
            target: indicator.target.as_ref().map(|target| self.words.number(target)),
        })
    }

    /// A project: its row in the table and its profile.
    pub(super) fn project(&self, project: &Project) -> ProjectPart {
        let language = &self.issue.language;
        let (title_language, title) = project.title.in_language(language);
        let (summary_language, summary) = project.summary.in_language(language);
        let countries: Vec<String> =
            project.countries.iter().map(|country| self.words.country(country)).collect();
        let programme = match project.programme {
            Programme::Other => project.code.clone().unwrap_or_else(|| self.words.get("programme-other")),
            programme => programme.word().to_string(),
        };
        let budget = match (project.budget, project.eu_part) {
            (Some(budget), Some(part)) => Some(self.words.with(
                "profile-budget-eu",
                &[("budget", self.words.euro(budget).into()), ("part", self.words.euro(part).into())],
            )),
            (Some(budget), None) => Some(self.words.euro(budget)),
            (None, Some(part)) => Some(format!("{} {}", self.words.get("eu"), self.words.euro(part))),
            (None, None) => None,
        };
        let joined = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
        let facts = [
            (
                "profile-coordinator",
                project.coordinator.as_ref().map(|name| self.issue.cluster.display(name)),
            ),
            (
                "profile-partners",
                joined(
                    &project.partners.iter().map(|name| self.issue.cluster.display(name)).collect::<Vec<_>>(),
                ),
            ),
            ("profile-countries", joined(&countries)),
            ("profile-themes", joined(&project.themes)),
            ("profile-groups", joined(&project.target_groups)),
            ("profile-instruments", joined(&project.instruments)),
            ("profile-budget", budget),
            ("profile-code", project.code.clone()),
            ("profile-web", project.url.as_ref().map(|url| url.as_str().to_string())),
        ];
        let facts = facts.into_iter();
        let facts =
            facts.filter_map(|(name, value)| Some(Fact { name: self.words.get(name), value: value? }));
        let codes = project.countries.iter().map(|country| country.eu().to_string());
        ProjectPart {
            id: project.id.clone(),
            acronym: project.acronym.clone(),
            title: title.to_string(),
            title_language: title_language.base(),
            summary: paragraphs(summary),
            summary_language: summary_language.base(),
            programme,
            agreement: project.agreement.clone(),
            countries: joined(&codes.collect::<Vec<_>>()),
            dates: self.days(project.start, project.end),
            facts: facts.collect(),
        }
    }
}

/// How many people took part, if that was recorded.
pub(super) fn people(meeting: &Meeting) -> Option<u32> {
    let counted: Vec<u32> = meeting.attendance.iter().filter_map(|row| row.count).collect();
    meeting.attendance_total.or_else(|| (!counted.is_empty()).then(|| counted.iter().sum()))
}
