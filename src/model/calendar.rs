//! What happens and what is counted: events, indicators, activities.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::meeting::Mode;
use super::project::{Projects, projects_of};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Decimal, Id, Month, Period, WebAddress, When, choices};

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

choices! {
    /// How values of several periods become one.
    Aggregation ("aggregation") {
        /// They are added.
        Sum = "sum",
        /// The last one counts.
        Last = "last",
        /// The largest one counts.
        Max = "max",
    }
}

choices! {
    /// What an activity is for.
    ActivityKind ("kind") {
        /// To be known.
        Communication = "communication",
        /// To be used.
        Dissemination = "dissemination",
    }
}

choices! {
    /// How far an activity is, in the portal's words.
    ActivityStatus ("status") {
        /// Delivered.
        Delivered = "delivered",
        /// Going on.
        Ongoing = "ongoing",
        /// Put off.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
        /// Not begun.
        NotStarted = "not-started",
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
}

/// An event as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Event`
pub(super) struct RawEvent {
    id: Option<Field<Id>>,
    title: Option<Field<String>>,
    starts: Option<Field<When>>,
    ends: Option<Field<When>>,
    timezone: Option<Field<String>>,
    mode: Option<Field<Mode>>,
    place: Option<Field<String>>,
    url: Option<Field<WebAddress>>,
    projects: Option<List<String>>,
    status: Option<Field<EventStatus>>,
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
    let slug = Id::slug(title);
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

/// One value of an indicator.
#[derive(Debug, Clone)]
pub struct IndicatorValue {
    /// The month, quarter or year that it counts.
    pub period: Period,
    /// The value; `None` where it was said to be unknown.
    pub value: Option<Decimal>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it can be checked.
    pub evidence: Option<String>,
}

/// Something that is counted.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Its name.
    pub label: String,
    /// What is counted.
    pub unit: String,
    /// What exactly counts.
    pub definition: Option<String>,
    /// How periods become one value.
    pub aggregation: Aggregation,
    /// Whose it is; the cluster's if absent.
    pub project: Option<Id>,
    /// The value before.
    pub baseline: Option<Decimal>,
    /// The value wanted.
    pub target: Option<Decimal>,
    /// By when.
    pub target_date: Option<Date>,
    /// The values.
    pub values: Vec<IndicatorValue>,
    /// Whether somebody defined it; else it is the program's own, of what was sent.
    pub defined: bool,
}

/// An indicator as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Indicator`
pub(super) struct RawIndicator {
    id: Option<Field<Id>>,
    label: Option<Field<String>>,
    unit: Option<Field<String>>,
    definition: Option<Field<String>>,
    aggregation: Option<Field<Aggregation>>,
    project: Option<List<String>>,
    baseline: Option<Field<Decimal>>,
    target: Option<Field<Decimal>>,
    target_date: Option<Field<Date>>,
    values: Vec<RawValue>,
}

/// A value as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `IndicatorValue`
pub(super) struct RawValue {
    period: Option<Field<Period>>,
    value: Option<Field<Decimal>>,
    note: Option<Field<String>>,
    evidence: Option<Field<String>>,
}

impl Indicator {
    /// The value of all periods that ended by a day, by the indicator's own rule, and the last of
    /// these periods; `None` if there is no value yet.
    pub fn value(&self, day: Date) -> Option<(Decimal, &Period)> {
        let counted = self.values.iter().filter(|value| value.period.last <= day);
        let counted = counted.filter_map(|value| value.value.as_ref().map(|number| (number, &value.period)));
        let mut counted: Vec<_> = counted.collect();
        counted.sort_by_key(|(_, period)| period.last);
        let (last, period) = counted.last()?;
        let numbers = counted.iter().map(|(number, _)| (*number).clone());
        let value = match self.aggregation {
            Aggregation::Last => (*last).clone(),
            Aggregation::Sum => numbers.reduce(|a, b| a.plus(&b))?,
            Aggregation::Max => numbers.reduce(|a, b| a.max(&b))?,
        };
        Some((value, period))
    }

    /// Makes an indicator of its raw form.
    pub(super) fn build(raw: RawIndicator, reader: &mut Reader<'_>, projects: &Projects) -> Option<Self> {
        let id = reader.required(raw.id, "id", "newsletter-readers");
        let label = reader.required_prose(raw.label, "label", "Readers of the newsletter");
        let unit = reader.required(raw.unit, "unit", "people");
        let mut values = Vec::new();
        for (i, raw) in raw.values.into_iter().enumerate() {
            let mut at = reader.below(&format!("values[{i}]"));
            let value = at.optional(raw.value, "value");
            let note = at.optional(raw.note, "note");
            let evidence = at.optional(raw.evidence, "evidence");
            if let Some(period) = at.required(raw.period, "period", "2024-04") {
                values.push(IndicatorValue { period, value, note, evidence });
            }
        }
        Some(Self {
            origin: reader.origin(),
            definition: reader.optional(raw.definition, "definition"),
            aggregation: reader.optional(raw.aggregation, "aggregation").unwrap_or(Aggregation::Last),
            project: projects_of(reader, raw.project, "project", projects).into_iter().next(),
            baseline: reader.optional(raw.baseline, "baseline"),
            target: reader.optional(raw.target, "target"),
            target_date: reader.optional(raw.target_date, "target_date"),
            values,
            defined: true,
            id: id?,
            label: label?,
            unit: unit?,
        })
    }
}

/// A communication or dissemination activity, as the funder's portal lists them.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Where it was written.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: ActivityKind,
    /// How far it is.
    pub status: ActivityStatus,
    /// What was done.
    pub description: Option<String>,
    /// Whom it reaches.
    pub audience: Vec<String>,
    /// By which means.
    pub channel: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Which projects took part.
    pub projects: Vec<Id>,
    /// In which report it stands already.
    pub reported_in: Option<String>,
    /// The issue that was sent, if that is what it is.
    pub issue: Option<Month>,
}

/// An activity as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Activity`
pub(super) struct RawActivity {
    name: Option<Field<String>>,
    kind: Option<Field<ActivityKind>>,
    status: Option<Field<ActivityStatus>>,
    description: Option<Field<String>>,
    audience: Option<List<String>>,
    channel: Option<Field<String>>,
    outcome: Option<Field<String>>,
    date: Option<Field<Date>>,
    projects: Option<List<String>>,
    reported_in: Option<Field<String>>,
}

impl Activity {
    /// Makes an activity of its raw form.
    pub(super) fn build(raw: RawActivity, reader: &mut Reader<'_>, projects: &Projects) -> Option<Self> {
        let name = reader.required(raw.name, "name", "Synergy call");
        let kind = reader.required(raw.kind, "kind", "communication");
        let status = reader.required(raw.status, "status", "delivered");
        Some(Self {
            origin: reader.origin(),
            description: reader.optional(raw.description, "description"),
            audience: reader.list(raw.audience, "audience"),
            channel: reader.optional(raw.channel, "channel"),
            outcome: reader.optional(raw.outcome, "outcome"),
            date: reader.optional(raw.date, "date"),
            projects: projects_of(reader, raw.projects, "projects", projects),
            reported_in: reader.optional(raw.reported_in, "reported_in"),
            issue: None,
            name: name?,
            kind: kind?,
            status: status?,
        })
    }
}
