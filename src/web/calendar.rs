//! Events as iCalendar (RFC 5545): one file with all, and one for each.

use icalendar::{Calendar, Component, EventLike, EventStatus as Status};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use crate::issue::CheckedIssue;
use crate::model::{Event, EventStatus, Mode, When};

/// All events that an issue may show, as one calendar.
pub fn calendar(issue: &CheckedIssue<'_>) -> String {
    written(issue, &issue.cluster.events.iter().collect::<Vec<_>>())
}

/// Each event of the cluster as a file of its own, by its key.
pub fn entries(issue: &CheckedIssue<'_>) -> Vec<(String, String)> {
    issue.cluster.events.iter().map(|event| (event.key(), written(issue, &[event]))).collect()
}

/// Some events as a calendar.
fn written(issue: &CheckedIssue<'_>, events: &[&Event]) -> String {
    let config = &issue.cluster.config;
    let mut calendar = Calendar::empty();
    // RFC 5545, section 3.6: both are required.
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Bulletin//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("NAME", escaped(config.name.get(&config.language)).as_str()));
    for event in events {
        calendar.push(entry(issue, event));
    }
    calendar.done().to_string()
}

/// One event. Its time stamp is the issue's moment, so that two builds give the same bytes.
fn entry(issue: &CheckedIssue<'_>, event: &Event) -> icalendar::Event {
    let config = &issue.cluster.config;
    let mut entry = icalendar::Event::new();
    entry.uid(&format!("{}@{}", event.key(), config.from.domain()));
    entry.add_property("DTSTAMP", stamp(issue.as_of.stamp));
    entry.summary(&event.title);
    let zone = event.timezone.as_deref().or(config.timezone.as_deref());
    let zone = zone.and_then(|name| TimeZone::get(name).ok());
    for (name, when) in [("DTSTART", Some(event.starts)), ("DTEND", event.ends)] {
        let Some(when) = when else { continue };
        match (when, event.starts) {
            (When::Day(day), When::Day(_)) => {
                // RFC 5545, section 3.6.1: the end is the first day that is no longer part of it.
                let day = if name == "DTEND" { day.tomorrow().unwrap_or(day) } else { day };
                let mut property = icalendar::Property::new(name, day.strftime("%Y%m%d").to_string());
                property.append_parameter(icalendar::Parameter::new("VALUE", "DATE"));
                entry.append_property(property.done());
            }
            // An end that is only a day says nothing of an hour.
            (When::Day(_), _) => {}
            (When::Exact(moment, _), _) => {
                entry.add_property(name, stamp(moment));
            }
            (When::Local(clock), _) => {
                entry.add_property(name, local(clock, zone.as_ref()));
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
        EventStatus::Cancelled => entry.status(Status::Cancelled),
        EventStatus::Planned | EventStatus::Postponed => entry.status(Status::Tentative),
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
