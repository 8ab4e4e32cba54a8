//! What is due and what is coming.

use super::section::web_item;
use super::section::{CalendarLink, Entry, Section};
use crate::issue::{ActionState, Address, CheckedIssue};
use crate::model::{Channel, EventStatus, Mode};
use crate::value::{Date, Id};
use crate::words::Words;

/// The most open actions that the mail shows; the others stand behind a link.
pub(super) const ACTIONS: usize = 6;

/// The most projects that a date names.
const MOST_NAMES: usize = 3;

/// The open actions that are to come, those that are due first, as far as they are shown.
pub(super) fn next(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Section {
    let today = issue.as_of.date;
    let to_come = |state: &&ActionState<'_>| state.is_open() && !state.is_overdue(today);
    let open = issue.public_actions.iter().filter(to_come).count();
    let others = (open > ACTIONS).then(|| Entry {
        url: address.page().map(|page| format!("{page}#actions")),
        ..Entry::new("", words.count("next-more", open - ACTIONS))
    });
    let shown = if others.is_some() { ACTIONS } else { usize::MAX };
    let day = |due| words.with("mail-next-due", &[("date", words.date(due).into())]);
    let coming: Vec<_> = issue.public_actions.iter().filter(to_come).collect();
    let items = entries(issue, words, address, coming, &day).into_iter().take(shown).collect();
    Section::Next(words.get("mail-next"), items, words.get("mail-next-nothing"), others)
}

/// All open actions, those that are due first; `day` words the day until when.
pub(super) fn open_actions(
    issue: &CheckedIssue<'_>,
    words: &Words,
    address: &Address,
    day: &dyn Fn(Date) -> String,
) -> Vec<Entry> {
    let open = issue.public_actions.iter().filter(|state| state.is_open()).collect();
    entries(issue, words, address, open, day)
}

/// Some actions, those that are due first.
fn entries(
    issue: &CheckedIssue<'_>,
    words: &Words,
    address: &Address,
    mut open: Vec<&ActionState<'_>>,
    day: &dyn Fn(Date) -> String,
) -> Vec<Entry> {
    open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
    let entry = |state: &ActionState<'_>| {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| words.named(issue.cluster.display(name))).collect();
        let who = if owners.is_empty() { words.get("action-no-owner") } else { words.list(&owners) };
        Entry {
            language: issue.marked(state.language),
            url: address.item("action", state.id.as_str()),
            more: state.action.due.map(day),
            ..Entry::new(who, state.text)
        }
    };
    open.into_iter().map(entry).collect()
}

/// Events to come and deadlines of the news, by day.
pub(super) fn dates(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Vec<Entry> {
    let tile = |day: Date| Some((day.day().to_string(), words.month_name(day)));
    let who = |projects: &[Id]| {
        let names: Vec<String> = projects.iter().map(|id| issue.cluster.display(id.as_str())).collect();
        // Where all take part, their names would say nothing.
        let some = !names.is_empty() && names.len() <= MOST_NAMES;
        some.then(|| words.list(&names))
    };
    let mut dates: Vec<(Date, Entry)> = Vec::new();
    for event in &issue.events {
        let day = event.starts.date();
        let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
        if on && event.last_day().unwrap_or(day) >= issue.as_of.date {
            let when = words.event(event, issue.cluster.config.timezone.as_deref());
            let own = event.url.as_ref().map(|url| url.as_str().to_string());
            let title = calendar_title(issue, event, words);
            let text = words.with("mail-calendar", &[("title", title.as_str().into())]);
            let online = || (event.mode == Some(Mode::Online)).then(|| words.get("mode-online"));
            let entry = Entry {
                language: issue.marked(&issue.cluster.config.language),
                url: own.or_else(|| address.item("event", &event.key)),
                more: {
                    let place = event.place.clone().or_else(online);
                    let more = issue.about_event(event, words, false);
                    let parts: Vec<String> = place.into_iter().chain(more).collect();
                    (!parts.is_empty()).then(|| parts.join(" · "))
                },
                calendar: address.calendar(&event.key).map(|url| CalendarLink { text, title, url }),
                who: who(&event.projects),
                tile: tile(day),
                ..Entry::new(when, event.title.as_str())
            };
            dates.push((day, entry));
        }
    }
    for update in issue.updates(Channel::Newsletter) {
        if let Some(deadline) = update.deadline.filter(|deadline| *deadline >= issue.as_of.date) {
            let entry = Entry {
                lead: Some(words.get("mail-deadline")),
                language: issue.marked(&update.language),
                url: web_item(update, address),
                who: who(&update.projects),
                tile: tile(deadline),
                ..Entry::new(words.date(deadline), update.title.as_str())
            };
            dates.push((deadline, entry));
        }
    }
    dates.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    dates.into_iter().map(|(_, entry)| entry).collect()
}

/// An event's title, with its day where another event has the same.
pub fn calendar_title(issue: &CheckedIssue<'_>, event: &crate::model::Event, words: &Words) -> String {
    let twice = issue.cluster.events.iter().filter(|other| other.title == event.title).count() > 1;
    match twice {
        true => format!("{}, {}", event.title, words.date(event.starts.date())),
        false => event.title.clone(),
    }
}
