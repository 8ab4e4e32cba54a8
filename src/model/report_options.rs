//! What a manifest says of the report: who may read it, and parts that are off by default.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::sources::{Field, Level, List, Reader, fields_of};
use crate::value::{Date, Id, choices};

choices! {
    /// Who may read the report.
    Dissemination ("dissemination") {
        /// Everybody.
        Public = "public",
        /// The partners and the funder.
        Sensitive = "sensitive",
    }
}

choices! {
    /// What stands before page 1.
    Cover ("cover") {
        /// Nothing.
        None = "none",
        /// The cover sheet of a deliverable with its document history.
        Deliverable = "deliverable",
    }
}

/// What a manifest says of the report.
#[derive(Debug, Clone)]
pub struct ReportOptions {
    /// Who may read it.
    pub dissemination: Dissemination,
    /// Whether it shows how much each pair of projects has in common.
    pub matrix: bool,
    /// Whether it names the projects that sent no news.
    pub silent: bool,
    /// Whether it holds the projects' profiles though it is not the first.
    pub profiles: bool,
    /// Whether it holds the minutes in full; else their first paragraph, decisions and actions.
    pub minutes: bool,
    /// Whether it holds the activities in the columns of the funder's portal.
    pub portal: bool,
    /// What its cover sheet says, if it has one.
    pub cover: Option<Deliverable>,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self {
            dissemination: Dissemination::Public,
            matrix: false,
            silent: false,
            profiles: false,
            minutes: false,
            portal: false,
            cover: None,
        }
    }
}

/// The facts of a deliverable, as the cover sheets of EU projects list them.
#[derive(Debug, Clone, Default)]
pub struct Deliverable {
    /// The project under whose grant it is delivered.
    pub project: Option<Id>,
    /// Its number in the grant agreement, such as `D6.3`.
    pub number: Option<String>,
    /// Its name; the report's title if absent.
    pub name: Option<String>,
    /// Its work package.
    pub work_package: Option<String>,
    /// Its day by the grant agreement.
    pub due: Option<Date>,
    /// Its nature.
    pub nature: Option<String>,
    /// The beneficiary who leads it.
    pub lead: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who else gave something.
    pub contributors: Vec<String>,
    /// Its versions, as typed.
    pub history: Vec<Version>,
}

/// A line of a document's history.
#[derive(Debug, Clone)]
pub struct Version {
    /// The version's name.
    pub version: String,
    /// Its day.
    pub date: Date,
    /// What changed.
    pub change: String,
    /// Who changed it.
    pub by: Option<String>,
}

/// What the report of this month shows beside its usual parts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawReport {
    /// Who may read it; a sensitive report has no web edition.
    dissemination: Option<Field<Dissemination>>,
    /// Whether the table of what projects have in common is shown.
    matrix: Option<Field<bool>>,
    /// Whether projects without news are named.
    silent: Option<Field<bool>>,
    /// Whether each project has its profile though the issue is not the first.
    profiles: Option<Field<bool>>,
    /// Whether the minutes stand in full; else their first paragraph, decisions and actions.
    minutes: Option<Field<bool>>,
    /// Whether the table of activities for the funder's portal is shown.
    portal: Option<Field<bool>>,
    /// Whether it begins with the cover sheet of a deliverable.
    cover: Option<Field<Cover>>,
    /// What the cover sheet says.
    deliverable: RawDeliverable,
}

/// The cover sheet of a deliverable.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawDeliverable {
    /// The project whose deliverable it is.
    project: Option<Field<Id>>,
    /// Its number in the grant agreement, such as D5.2.
    number: Option<Field<String>>,
    /// Its name there.
    name: Option<Field<String>>,
    /// Its work package.
    work_package: Option<Field<String>>,
    /// The day on which it is due.
    due: Option<Field<Date>>,
    /// Its nature: report, demonstrator, …
    nature: Option<Field<String>>,
    /// The lead beneficiary, by id or name.
    lead: Option<Field<String>>,
    /// Who wrote it.
    authors: Option<List<String>>,
    /// Who contributed.
    contributors: Option<List<String>>,
    /// Its versions.
    history: Vec<RawVersion>,
}

/// A version of a deliverable.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawVersion {
    /// Its number, such as 0.2.
    version: Option<Field<String>>,
    /// Its day.
    date: Option<Field<Date>>,
    /// What was changed.
    change: Option<Field<String>>,
    /// By whom.
    by: Option<Field<String>>,
}

/// The names of all fields below `report:`.
pub(super) fn known() -> [Level; 3] {
    [
        ("report", fields_of::<RawReport>()),
        ("report.deliverable", fields_of::<RawDeliverable>()),
        ("report.deliverable.history[]", fields_of::<RawVersion>()),
    ]
}

impl ReportOptions {
    /// Makes the options of their raw form.
    pub(super) fn build(raw: RawReport, reader: &mut Reader<'_>) -> Self {
        let mut at = reader.below("report");
        let cover = at.optional(raw.cover, "cover").unwrap_or(Cover::None);
        let deliverable = Deliverable::build(raw.deliverable, &mut at.below("deliverable"));
        Self {
            dissemination: at.optional(raw.dissemination, "dissemination").unwrap_or(Dissemination::Public),
            matrix: at.optional(raw.matrix, "matrix").unwrap_or(false),
            silent: at.optional(raw.silent, "silent").unwrap_or(false),
            profiles: at.optional(raw.profiles, "profiles").unwrap_or(false),
            minutes: at.optional(raw.minutes, "minutes").unwrap_or(false),
            portal: at.optional(raw.portal, "portal").unwrap_or(false),
            cover: (cover == Cover::Deliverable).then_some(deliverable),
        }
    }
}

impl Deliverable {
    /// Makes a deliverable of its raw form.
    fn build(raw: RawDeliverable, reader: &mut Reader<'_>) -> Self {
        let mut history = Vec::new();
        for (i, raw) in raw.history.into_iter().enumerate() {
            let mut at = reader.below(&format!("history[{i}]"));
            let version = at.required(raw.version, "version", "\"1.0\"");
            let date = at.required(raw.date, "date", "2024-05-02");
            let change = at.required(raw.change, "change", "First version");
            let by = at.optional(raw.by, "by");
            if let (Some(version), Some(date), Some(change)) = (version, date, change) {
                history.push(Version { version, date, change, by });
            }
        }
        Self {
            project: reader.optional(raw.project, "project"),
            number: reader.optional(raw.number, "number"),
            name: reader.optional(raw.name, "name"),
            work_package: reader.optional(raw.work_package, "work_package"),
            due: reader.optional(raw.due, "due"),
            nature: reader.optional(raw.nature, "nature"),
            lead: reader.optional(raw.lead, "lead"),
            authors: reader.list(raw.authors, "authors"),
            contributors: reader.list(raw.contributors, "contributors"),
            history,
        }
    }
}
