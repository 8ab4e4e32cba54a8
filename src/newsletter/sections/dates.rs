//! What is due and what is coming.

use super::section::web_item;
use super::section::{Entry, Section};
use crate::issue::{Address, CheckedIssue};
use crate::model::{Channel, EventStatus};
use crate::words::Words;

/// The most open actions that the mail shows; the others stand behind a link.
pub(super) const ACTIONS: usize = 6;

/// The open actions, those that are due first, as far as they are shown.
pub(super) fn next(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Section {
    let open = issue.public_actions.iter().filter(|state| state.is_open()).count();
    let others = (open > ACTIONS).then(|| Entry {
        name: String::new(),
        lead: None,
        text: words.count("next-more", open - ACTIONS),
        language: None,
        url: address.page().map(|page| format!("{page}#actions")),
        more: None,
        calendar: None,
        label: None,
    });
    let shown = if others.is_some() { ACTIONS } else { usize::MAX };
    let day = |due| words.with("mail-next-due", &[("date", words.date(due).into())]);
    let items = open_actions(issue, words, address, shown, &day);
    Section::Next(words.get("mail-next"), items, words.get("mail-next-nothing"), others)
}

/// So many of the open actions, those that are due first; `day` words the day until when.
pub(super) fn open_actions(
    issue: &CheckedIssue<'_>,
    words: &Words,
    address: &Address,
    most: usize,
    day: &dyn Fn(crate::value::Date) -> String,
) -> Vec<Entry> {
    let mut open: Vec<_> = issue.public_actions.iter().filter(|state| state.is_open()).collect();
    open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
    let entry = |state: &crate::issue::ActionState<'_>| {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| words.named(issue.cluster.display(name))).collect();
        Entry {
            name: if owners.is_empty() { words.get("action-no-owner") } else { words.list(&owners) },
            lead: None,
            text: state.text.to_string(),
            language: issue.marked(state.language),
            url: address.item("action", state.id.as_str()),
            more: state.action.due.map(day),
            calendar: None,
            label: None,
        }
    };
    open.into_iter().take(most).map(entry).collect()
}

/// Events to come and deadlines of the news, by day.
pub(super) fn dates(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Vec<Entry> {
    let mut dates: Vec<(crate::value::Date, Entry)> = Vec::new();
    for event in &issue.events {
        let day = event.starts.date();
        let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
        if on && event.last_day().unwrap_or(day) >= issue.as_of.date {
            dates.push((
                day,
                Entry {
                    name: words.event(event, issue.cluster.config.timezone.as_deref()),
                    lead: None,
                    text: event.title.clone(),
                    language: issue.marked(&issue.cluster.config.language),
                    url: event
                        .url
                        .as_ref()
                        .map(|url| url.as_str().to_string())
                        .or_else(|| address.item("event", &event.key)),
                    more: event.place.clone(),
                    calendar: address.calendar(&event.key).map(|url| {
                        (
                            words.with(
                                "mail-calendar",
                                &[("title", calendar_title(issue, event, words).into())],
                            ),
                            url,
                        )
                    }),
                    label: None,
                },
            ));
        }
    }
    for update in issue.updates(Channel::Newsletter) {
        if let Some(deadline) = update.deadline.filter(|deadline| *deadline >= issue.as_of.date) {
            dates.push((
                deadline,
                Entry {
                    name: words.date(deadline),
                    lead: Some(words.get("mail-deadline")),
                    text: update.title.clone(),
                    language: issue.marked(&update.language),
                    url: web_item(update, address),
                    more: None,
                    calendar: None,
                    label: None,
                },
            ));
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
