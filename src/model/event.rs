//! What happens: events.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::meeting::Mode;
use super::project::{Projects, projects_of};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Id, WebAddress, When, choices};

choices! {
    /// How far an event is.
    EventStatus ("status") {
        /// Thought of.
        Planned = "planned",
        /// Sure.
        Confirmed = "confirmed",
        /// Over.
        Held = "held",
        /// Put off.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// An event.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its id, if one was written: what readers' calendars know it by.
    pub id: Option<Id>,
    /// The name that it has in links, files and calendars: its id, or its title's.
    pub key: String,
    /// Where it was written.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// When it starts.
    pub starts: When,
    /// When it ends.
    pub ends: Option<When>,
    /// The IANA time zone of its times.
    pub timezone: Option<String>,
    /// How people meet.
    pub mode: Option<Mode>,
    /// Where.
    pub place: Option<String>,
    /// Its page.
    pub url: Option<WebAddress>,
    /// Which projects take part.
    pub projects: Vec<Id>,
    /// How far it is.
    pub status: EventStatus,
    /// Who organises it: projects', organisations' or persons' ids or names.
    pub organisers: Vec<String>,
    /// The last day to register.
    pub registration_deadline: Option<Date>,
    /// How many people are expected.
    pub expected: Option<u32>,
    /// How many took part.
    pub attended: Option<u32>,
}

/// An event.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["title", "starts"]))]
pub(super) struct RawEvent {
    /// Its id; only needed to keep it when the title changes.
    id: Option<Field<Id>>,
    /// Its title.
    title: Option<Field<String>>,
    /// Its first day, or its day and hour: 2024-06-03 or 2024-06-03T10:00.
    starts: Option<Field<When>>,
    /// Its last day, or its end.
    ends: Option<Field<When>>,
    /// The time zone of its hours, such as Europe/Rome.
    timezone: Option<Field<String>>,
    /// How people meet.
    mode: Option<Field<Mode>>,
    /// Where they meet.
    place: Option<Field<String>>,
    /// Its web address.
    url: Option<Field<WebAddress>>,
    /// The projects that it belongs to.
    projects: Option<List<String>>,
    /// What became of it.
    status: Option<Field<EventStatus>>,
    /// Who organises it: projects, organisations or persons.
    organisers: Option<List<String>>,
    /// The last day to register.
    registration_deadline: Option<Field<Date>>,
    /// How many people are expected.
    expected: Option<Field<u32>>,
    /// How many took part.
    attended: Option<Field<u32>>,
    /// Passages that rules ask about and that are meant as they are.
    accepted: Option<List<String>>,
}

impl Event {
    /// The hours from when to when, as on the clock there: `10:00–12:30`, if it has any.
    pub fn clock(&self) -> Option<String> {
        let hour = |when: When| match when {
            When::Day(_) => None,
            When::Local(moment) | When::Exact(_, moment) => Some(moment.strftime("%H:%M").to_string()),
        };
        let starts = hour(self.starts)?;
        let same_day = self.ends.filter(|ends| ends.date() == self.starts.date());
        Some(match same_day.and_then(hour).filter(|ends| *ends != starts) {
            Some(ends) => format!("{starts}–{ends}"),
            None => starts,
        })
    }

    /// The last day, if that is not the first.
    pub fn last_day(&self) -> Option<Date> {
        self.ends.map(When::date).filter(|last| *last != self.starts.date())
    }

    /// The zone of its hours in words that every language understands: `Athens, UTC+3`. None where it
    /// has no hour, or where the zone is not known.
    pub fn zone(&self, usual: Option<&str>) -> Option<String> {
        let offset = |offset: jiff::tz::Offset| {
            let minutes = offset.seconds() / 60;
            let (hours, minutes) = (minutes / 60, minutes.abs() % 60);
            match (hours, minutes) {
                (0, 0) => "UTC".to_string(),
                (hours, 0) => format!("UTC{hours:+}"),
                (hours, minutes) => format!("UTC{hours:+}:{minutes:02}"),
            }
        };
        match self.starts {
            When::Day(_) => None,
            When::Exact(stamp, shown) => {
                let utc = shown.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
                let seconds = i32::try_from(utc.as_second() - stamp.as_second()).ok()?;
                Some(offset(jiff::tz::Offset::from_seconds(seconds).ok()?))
            }
            When::Local(moment) => {
                let name = self.timezone.as_deref().or(usual)?;
                let zoned = moment.to_zoned(jiff::tz::TimeZone::get(name).ok()?).ok()?;
                let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
                Some(match city.contains("UTC") || city.contains("GMT") {
                    true => offset(zoned.offset()),
                    false => format!("{city}, {}", offset(zoned.offset())),
                })
            }
        }
    }

    /// Whether its zone must be named: an online event's always, another's where it is not the usual
    /// one.
    pub fn names_zone(&self, usual: Option<&str>) -> bool {
        let online = matches!(self.mode, Some(Mode::Online | Mode::Hybrid));
        let other = match self.starts {
            When::Exact(..) => true,
            _ => self.timezone.as_deref().is_some_and(|own| Some(own) != usual),
        };
        online || other
    }

    /// Makes an event of its raw form.
    pub(super) fn build(raw: RawEvent, reader: &mut Reader<'_>, projects: &Projects) -> Option<Self> {
        let title = reader.required_prose(raw.title, "title", "Workshop on heat planning");
        // What stands there is read where the lint of pasted text needs it.
        let _ = reader.list(raw.accepted, "accepted");
        let starts = reader.required(raw.starts, "starts", "2024-05-14T10:00");
        let timezone = reader.optional(raw.timezone, "timezone");
        if let Some(zone) = timezone.as_ref().filter(|zone| jiff::tz::TimeZone::get(zone).is_err()) {
            let place = reader.place("timezone");
            reader.findings.push(
                crate::diagnostic::Diagnostic::error(
                    "invalid-value",
                    format!("timezone: `{zone}` is no time zone"),
                )
                .at(place)
                .hint("type an IANA name such as `Europe/Athens`"),
            );
        }
        let projects = projects_of(reader, raw.projects, "projects", projects);
        Some(Self {
            id: reader.optional(raw.id, "id"),
            key: String::new(),
            origin: reader.origin(),
            ends: reader.optional(raw.ends, "ends"),
            timezone,
            mode: reader.optional(raw.mode, "mode"),
            place: reader.optional(raw.place, "place"),
            url: reader.optional(raw.url, "url"),
            projects,
            status: reader.optional(raw.status, "status").unwrap_or(EventStatus::Planned),
            organisers: reader.list(raw.organisers, "organisers"),
            registration_deadline: reader.optional(raw.registration_deadline, "registration_deadline"),
            expected: reader.optional(raw.expected, "expected"),
            attended: reader.optional(raw.attended, "attended"),
            title: title?,
            starts: starts?,
        })
    }
}

/// Gives each event the name that it has in links, files and calendars: its id, or its title's; it
/// stays when the day is moved, so that a reader's calendar moves the entry that it has. The first of
/// one title keeps the title's name, whatever is written below it; the next are counted.
pub(super) fn name_events(events: &mut [Event]) {
    let mut taken: BTreeSet<String> =
        events.iter().filter_map(|event| event.id.as_ref().map(Id::to_string)).collect();
    for event in events {
        event.key = match &event.id {
            Some(id) => id.to_string(),
            None => {
                let name = slug(&event.title);
                let counted = (2..).map(|number| format!("{name}-{number}"));
                let mut names = std::iter::once(name.clone()).chain(counted);
                names.find(|name| !taken.contains(name)).unwrap_or(name)
            }
        };
        taken.insert(event.key.clone());
    }
}

/// A title as a name: its letters, and where they leave something out a hash of the whole.
fn slug(title: &str) -> String {
    let slug = Id::plain(title);
    let hash = &crate::value::sha256(title.as_bytes())[..8];
    // What the slug leaves out may be all that tells two titles apart.
    let whole = title.is_ascii() && slug.as_str().len() <= 80;
    let slug = &slug.as_str()[..slug.as_str().len().min(80)];
    match (whole, slug) {
        (true, slug) if !slug.is_empty() => slug.to_string(),
        (_, "") => hash.to_string(),
        (_, slug) => format!("{}-{hash}", slug.trim_end_matches('-')),
    }
}
