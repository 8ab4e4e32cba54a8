//! Dates stand in their order.

use std::collections::BTreeMap;

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Event, EventStatus};
use crate::value::{Date, Id, When};

/// Projects end after they start, and the EU pays no more than there is.
pub fn projects(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for project in issue.cluster.projects.values() {
        if let (Some(start), Some(end)) = (project.start, project.end)
            && end < start
        {
            findings.push(
                Diagnostic::error("date-order", format!("the end {end} is before the start {start}"))
                    .at(issue.sources.place(&project.origin, "end"))
                    .hint("look at both dates: the year comes first, then the month"),
            );
        }
        if let (Some(budget), Some(part)) = (project.budget, project.eu_part)
            && part > budget
        {
            findings.push(
                Diagnostic::error(
                    "amount-order",
                    format!("the EU's part {part} is more than the budget {budget}"),
                )
                .at(issue.sources.place(&project.origin, "eu_eur"))
                .hint("`budget_eur` is the whole, `eu_eur` the part that the EU pays"),
            );
        }
    }
}

/// Meetings end after they start; actions are due after they were agreed. One that is carried over may
/// be overdue: it counts from the meeting at which it was agreed.
pub fn meetings(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let mut agreed: BTreeMap<&Id, Date> = BTreeMap::new();
    for meeting in &issue.cluster.meetings {
        if let (Some(starts), Some(ends)) = (meeting.starts, meeting.ends)
            && ends.is_before(starts)
        {
            findings.push(
                Diagnostic::error("date-order", "the meeting ends before it starts")
                    .at(issue.sources.place(&meeting.origin, "ends"))
                    .hint("look at `starts` and `ends`"),
            );
        }
        for action in &meeting.actions {
            let first = action.follows.as_ref().and_then(|id| agreed.get(id)).copied();
            let first = first.unwrap_or(meeting.date);
            let first = *agreed.entry(&action.id).or_insert(first);
            if let Some(due) = action.due.filter(|due| *due < first) {
                findings.push(
                    Diagnostic::error(
                        "date-order",
                        format!("due on {due}, before the meeting on {first} at which it was agreed"),
                    )
                    .at(issue.sources.place(&action.origin, "due"))
                    .hint("look at the year; an action of an earlier meeting keeps its `{#id}`, as `bulletin new meeting` writes it"),
                );
            }
        }
    }
}

/// Hours that do not exist, since the clocks are put forward.
fn skipped_hours(issue: &Issue<'_>, event: &Event, findings: &mut Diagnostics) {
    let place = |field| issue.sources.place(&event.origin, field);
    let name = event.timezone.as_deref().or(issue.cluster.config.timezone.as_deref());
    for (field, when) in [("starts", Some(event.starts)), ("ends", event.ends)] {
        let (Some(When::Local(clock)), Some(name)) = (when, name) else { continue };
        let Ok(zone) = jiff::tz::TimeZone::get(name) else { continue };
        if matches!(zone.to_ambiguous_zoned(clock).offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
            let text = format!(
                "{} does not exist in {name}: the clocks are put forward",
                clock.strftime("%F %H:%M")
            );
            let hint = "look at the hour: that night goes from 2 to 3 o'clock (or from 3 to 4) at once";
            findings.push(Diagnostic::error("no-such-time", text).at(place(field)).hint(hint));
        }
    }
}

/// Events end after they start; what is to come was not held, what is past was.
pub fn events(issue: &Issue<'_>, findings: &mut Diagnostics) {
    // Built anew, an earlier issue knows what became of its events.
    let newest = super::super::newest(issue.cluster).map(|month| month.last());
    let today = newest.map_or(issue.as_of.date, |newest| newest.max(issue.as_of.date));
    // Those that were over before the period are another month's matter.
    let ours = |event: &&Event| {
        event.ends.map_or(event.starts.date(), |ends| ends.date().max(event.starts.date())) >= issue.period.0
    };
    for event in issue.cluster.events.iter().filter(ours) {
        let place = |field| issue.sources.place(&event.origin, field);
        let last = event.ends.unwrap_or(event.starts);
        if last.is_before(event.starts) {
            findings.push(
                Diagnostic::error("date-order", format!("`{}` ends before it starts", event.title))
                    .at(place("ends"))
                    .hint("look at `starts` and `ends`"),
            );
        }
        let zone = event.timezone.is_some() || issue.cluster.config.timezone.is_some();
        if matches!(event.starts, When::Local(_)) && !zone {
            findings.push(
                Diagnostic::warning("no-timezone", format!("`{}` has an hour and no time zone", event.title))
                    .at(place("starts"))
                    .hint("add `timezone: Europe/Rome` here or in bulletin.yaml: readers' calendars need it"),
            );
        }
        skipped_hours(issue, event, findings);
        if event.status == EventStatus::Held && event.starts.date() > today {
            findings.push(
                Diagnostic::error(
                    "event-status",
                    format!("`{}` is held, but on {}", event.title, event.starts.date()),
                )
                .at(place("status"))
                .hint("type `planned` or `confirmed`, or look at the date"),
            );
        }
        let open = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
        if open && last.date() < issue.as_of.date {
            findings.push(
                Diagnostic::warning(
                    "event-status",
                    format!("`{}` is over and still `{}`", event.title, event.status.word()),
                )
                .at(place("status"))
                .hint("type `held`, `postponed` or `cancelled`"),
            );
        }
    }
}

/// The manifest's period runs forwards.
pub fn manifest(issue: &Issue<'_>, findings: &mut Diagnostics) {
    if let Some(manifest) = issue.manifest.filter(|_| issue.period.1 < issue.period.0) {
        findings.push(
            Diagnostic::error("date-order", "the period ends before it starts")
                .at(issue.sources.place(&manifest.origin, "period.to"))
                .hint("look at `from` and `to`"),
        );
    }
}

/// An indicator has one value a period.
pub fn indicators(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for indicator in &issue.cluster.indicators {
        for (i, value) in indicator.values.iter().enumerate() {
            if indicator.values[..i].iter().any(|earlier| earlier.period == value.period) {
                findings.push(
                    Diagnostic::error(
                        "duplicate-period",
                        format!("`{}` has two values for {}", indicator.id, value.period.text),
                    )
                    .at(issue.sources.place(&indicator.origin, &format!("values[{i}].period")))
                    .hint("keep the right one"),
                );
            }
        }
    }
}
