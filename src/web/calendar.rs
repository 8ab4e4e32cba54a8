//! Events as iCalendar (RFC 5545): one file with all, and one for each.

use icalendar::{Calendar, Component, EventLike, EventStatus as Status};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use crate::issue::CheckedIssue;
use crate::model::{Event, EventStatus, Mode};
use crate::value::When;

/// All events that an issue may show, as one calendar; `domain` is the one that ids were first made with.
pub fn calendar(issue: &CheckedIssue<'_>, domain: &str) -> String {
    written(issue, domain, &shown(issue).collect::<Vec<_>>())
}

/// Each event of the cluster as a file of its own, by its key: those that were put off or called off,
/// too, so that what a mail led to does not go on to say that they are held.
pub fn entries(issue: &CheckedIssue<'_>, domain: &str) -> Vec<(String, String)> {
    let events = issue.cluster.events.iter();
    events.map(|event| (event.key.clone(), written(issue, domain, &[event]))).collect()
}

/// The events of which a calendar may say when they are: not those that wait for a new date.
pub fn shown<'a>(issue: &'a CheckedIssue<'_>) -> impl Iterator<Item = &'a Event> {
    issue.cluster.events.iter().filter(|event| event.status != EventStatus::Postponed)
}

/// Some events as a calendar.
fn written(issue: &CheckedIssue<'_>, domain: &str, events: &[&Event]) -> String {
    let config = &issue.cluster.config;
    let mut calendar = Calendar::empty();
    // RFC 5545, section 3.6: both are required.
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Bulletin//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("NAME", escaped(config.name.get(&config.language)).as_str()));
    let mut events = events.to_vec();
    events.sort_by_key(|event| (event.starts.key(), event.key.clone()));
    for event in events {
        calendar.push(entry(issue, domain, event));
    }
    calendar.done().to_string()
}

/// One event. Its time stamp is the issue's moment, so that two builds give the same bytes.
fn entry(issue: &CheckedIssue<'_>, domain: &str, event: &Event) -> icalendar::Event {
    let config = &issue.cluster.config;
    let mut entry = icalendar::Event::new();
    entry.uid(&format!("{}@{}", event.key, domain));
    entry.add_property("DTSTAMP", stamp(issue.as_of.stamp));
    entry.add_property("LAST-MODIFIED", stamp(issue.as_of.stamp));
    // A later issue's entry takes the place of an earlier one's (section 3.8.7.4); minutes count upwards.
    entry.add_property("SEQUENCE", (issue.as_of.stamp.as_second() / 60).max(0).to_string());
    entry.summary(&event.title);
    let zone = event.timezone.as_deref().or(config.timezone.as_deref());
    let zone = zone.and_then(|name| TimeZone::get(name).ok());
    let day = |name: &str, day: jiff::civil::Date| {
        let mut property = icalendar::Property::new(name, day.strftime("%Y%m%d").to_string());
        property.append_parameter(icalendar::Parameter::new("VALUE", "DATE"));
        property.done()
    };
    let moment = |when: When| match when {
        When::Day(_) => None,
        When::Exact(moment, _) => Some(stamp(moment)),
        When::Local(clock) => Some(local(clock, zone.as_ref())),
    };
    match (event.starts, event.ends) {
        (When::Day(first), ends) => {
            entry.append_property(day("DTSTART", first));
            // RFC 5545, section 3.6.1: the end is the first day that is no longer part of it, and of
            // the same kind as the start.
            let last = ends.map(|ends| ends.date()).filter(|last| *last > first);
            if let Some(after) = last.and_then(|last| last.tomorrow().ok()) {
                entry.append_property(day("DTEND", after));
            }
        }
        (starts, ends) => {
            let (start, end) = (moment(starts), ends.and_then(moment));
            // Both in UTC or both on the clock there, and the end later (section 3.8.2.2).
            let alike =
                |start: &String, end: &String| start.ends_with('Z') == end.ends_with('Z') && end > start;
            let end = end.filter(|end| start.as_ref().is_some_and(|start| alike(start, end)));
            for (name, value) in [("DTSTART", start), ("DTEND", end)] {
                if let Some(value) = value {
                    entry.add_property(name, value);
                }
            }
        }
    }
    let online = (event.mode == Some(Mode::Online)).then(|| "online".to_string());
    if let Some(place) = event.place.clone().or(online) {
        entry.location(&place);
    }
    if let Some(url) = &event.url {
        entry.url(url.as_str());
    }
    match event.status {
        // One that waits for a new day is not held on this one.
        EventStatus::Cancelled | EventStatus::Postponed => entry.status(Status::Cancelled),
        EventStatus::Planned => entry.status(Status::Tentative),
        EventStatus::Confirmed | EventStatus::Held => entry.status(Status::Confirmed),
    };
    entry.done()
}

/// A moment in UTC (RFC 5545, section 3.3.5, form 2).
fn stamp(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A time on a clock: in UTC where the zone is known, else floating.
fn local(clock: DateTime, zone: Option<&TimeZone>) -> String {
    match zone.and_then(|zone| clock.to_zoned(zone.clone()).ok()) {
        Some(zoned) => stamp(zoned.timestamp()),
        None => clock.strftime("%Y%m%dT%H%M%S").to_string(),
    }
}

/// A text value (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
