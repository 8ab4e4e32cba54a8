//! Actions over time: one lives on until a later meeting closes it.

use crate::model::{Action, ActionStatus, Meeting, UpdateStatus};
use crate::value::{Date, Id, Language};

/// What became of an action by a day.
#[derive(Debug, Clone)]
pub struct ActionState<'a> {
    /// As it was last written.
    pub action: &'a Action,
    /// As it was first written.
    pub first: &'a Action,
    /// Its id, under which later meetings carry it over.
    pub id: &'a Id,
    /// The meeting that opened it.
    pub opened_at: &'a Meeting,
    /// The meeting that last wrote it.
    pub written_at: &'a Meeting,
    /// What is to be done, in the edition's words where they exist.
    pub text: &'a str,
    /// The language of that text.
    pub language: &'a Language,
    /// The day on which it was closed, if it was.
    pub closed: Option<Date>,
}

impl<'a> ActionState<'a> {
    /// The same in the words of a translation of the minutes, where there is one that as many may
    /// read as the minutes themselves. A line of the translated list has the place of its original.
    pub fn in_words_of(mut self, meetings: &'a [Meeting], language: &Language) -> Self {
        let original = self.written_at;
        let translation = meetings.iter().find(|meeting| {
            meeting.is_translation
                && meeting.stage == UpdateStatus::Approved
                && meeting.language == *language
                && meeting.id == original.id
                && meeting.confidentiality == original.confidentiality
        });
        let Some(meeting) = translation else { return self };
        let place = original.actions.iter().position(|action| action.id == self.action.id);
        let by_place = || place.filter(|_| meeting.actions.len() == original.actions.len());
        let by_id = || meeting.actions.iter().position(|action| action.id == self.action.id);
        if let Some(action) = by_place().or_else(by_id).and_then(|at| meeting.actions.get(at)) {
            (self.text, self.language) = (&action.text, &meeting.language);
        }
        self
    }

    /// Days from the meeting that opened it to a day, or to the day on which it was closed.
    pub fn age_on(&self, day: Date) -> i32 {
        let until = self.closed.map_or(day, |closed| closed.min(day));
        (until - self.opened_at.date).get_days().max(0)
    }

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.action.status == ActionStatus::Open
    }

    /// Whether its date has passed and it is still to be done.
    pub fn is_overdue(&self, day: Date) -> bool {
        self.is_open() && self.action.due.is_some_and(|due| due < day)
    }
}

/// The state of every action on a day; meetings come in the order of their days.
pub fn states<'a>(meetings: &[&'a Meeting], day: Date) -> Vec<ActionState<'a>> {
    let mut states: Vec<ActionState<'a>> = Vec::new();
    // An action that carries another over has an id of its own; its root is the first one's.
    let mut roots: std::collections::BTreeMap<&Id, &'a Id> = std::collections::BTreeMap::new();
    for meeting in meetings.iter().filter(|meeting| meeting.date <= day) {
        for action in &meeting.actions {
            let named = action.follows.as_ref().unwrap_or(&action.id);
            let origin = roots.get(named).copied().unwrap_or(named);
            roots.insert(&action.id, origin);
            let closed =
                (action.status != ActionStatus::Open).then(|| action.closed_on.unwrap_or(meeting.date));
            match states.iter_mut().find(|state| state.id == origin) {
                Some(state) => {
                    state.action = action;
                    state.written_at = meeting;
                    (state.text, state.language) = (&action.text, &meeting.language);
                    state.closed = closed;
                }
                None => states.push(ActionState {
                    action,
                    first: action,
                    id: &action.id,
                    opened_at: meeting,
                    written_at: meeting,
                    text: &action.text,
                    language: &meeting.language,
                    closed,
                }),
            }
        }
    }
    states
}
