//! The rows of the report's tables: actions, meetings, events, indicators, projects.

use super::Data;
use super::cluster_parts::Fact;
use super::parts::{ActionPart, DecisionPart, EventPart, MeetingPart};
use crate::issue::ActionState;
use crate::model::{ActionStatus, Decision, Event, EventStatus, Indicator, Meeting, Mode};
use crate::value::Decimal;

/// An action that is open for more days than this says for how many.
const OLD: i32 = 60;

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
        let today = self.issue.as_of.date;
        let closed = state.closed.map(|date| [("date", self.words.date(date).into())]);
        let days = state.age_on(today);
        let age = || match days > OLD {
            true => format!(", {}", self.words.with("state-open-for", &[("days", days.into())])),
            false => String::new(),
        };
        let (look, text) = match (state.action.status, closed) {
            (ActionStatus::Done, Some(on)) => ("done", self.words.with("state-done", &on)),
            (ActionStatus::Dropped, Some(on)) => ("dropped", self.words.with("state-dropped", &on)),
            _ if state.is_overdue(today) => ("overdue", self.words.get("state-overdue") + &age()),
            _ => ("open", self.words.get("state-open") + &age()),
        };
        let due = state.action.due.map(|due| self.words.date(due));
        ActionPart {
            id: state.id.clone(),
            what: state.text.to_string(),
            language: state.language.base(),
            who: self.owners(state),
            due: due.unwrap_or_else(|| self.words.get("action-no-due")),
            state: text,
            look,
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
        let total = people(meeting).map(|count| {
            let value = self.words.number(&Decimal::whole(count));
            format!("{value} {}", self.words.count("people", usize::try_from(count).unwrap_or(usize::MAX)))
        });
        let where_ = meeting.place.clone().or(mode);
        let kicker = [Some(word("meeting-kind")), Some(self.words.date(meeting.date)), where_, total];
        let facts = [
            ("meeting-host", Some(self.host(meeting))),
            (
                "meeting-organiser",
                meeting.organiser.as_ref().map(|name| self.words.named(cluster.display(name))),
            ),
            ("meeting-chair", meeting.chair.as_ref().map(|name| self.words.named(cluster.display(name)))),
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
            kicker: kicker.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            present,
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
    pub(super) fn event(&self, event: &Event, bar: Option<(f64, f64)>) -> EventPart {
        let (look, status) = look_of(event.status);
        let when = self.words.event(event, self.issue.cluster.config.timezone.as_deref());
        let online = || (event.mode == Some(Mode::Online)).then(|| self.words.get("mode-online"));
        EventPart {
            id: event.key.clone(),
            when,
            what: event.title.clone(),
            url: event.url.as_ref().map(|url| url.as_str().to_string()),
            place: {
                let place = event.place.clone().or_else(online);
                let more = self.issue.about_event(event, self.words, true);
                let parts: Vec<String> = place.into_iter().chain(more).collect();
                (!parts.is_empty()).then(|| parts.join(" · "))
            },
            state: self.words.get(status),
            look,
            bar,
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
}

/// How an event is drawn, and the word for how far it is.
pub(super) fn look_of(status: EventStatus) -> (&'static str, &'static str) {
    match status {
        EventStatus::Held => ("held", "event-held"),
        EventStatus::Planned => ("planned", "event-planned"),
        EventStatus::Confirmed => ("planned", "event-confirmed"),
        EventStatus::Postponed => ("off", "event-postponed"),
        EventStatus::Cancelled => ("off", "event-cancelled"),
    }
}

/// How many people took part, if that was recorded.
pub(super) fn people(meeting: &Meeting) -> Option<u32> {
    let counted: Vec<u32> = meeting.attendance.iter().filter_map(|row| row.count).collect();
    meeting.attendance_total.or_else(|| (!counted.is_empty()).then(|| counted.iter().sum()))
}
