//! What was done to be known and used: activities, as the funder's portal lists them.

use super::project::{Projects, projects_of};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Id, Month, choices};
use serde::Deserialize;

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
