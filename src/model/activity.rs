//! What was done to be known and used: activities, as the funder's portal lists them.

use super::project::{Projects, projects_of};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Id, Month, choices};
use schemars::JsonSchema;
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

/// An activity for the funder's portal.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["name"]))]
pub(super) struct RawActivity {
    /// Its name.
    name: Option<Field<String>>,
    /// Communication or dissemination.
    kind: Option<Field<ActivityKind>>,
    /// How far it is.
    status: Option<Field<ActivityStatus>>,
    /// What is done.
    description: Option<Field<String>>,
    /// For whom.
    audience: Option<List<String>>,
    /// Over which channel.
    channel: Option<Field<String>>,
    /// What came of it.
    outcome: Option<Field<String>>,
    /// Its day.
    date: Option<Field<Date>>,
    /// The projects that it belongs to.
    projects: Option<List<String>>,
    /// The periodic report in which it was told.
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
