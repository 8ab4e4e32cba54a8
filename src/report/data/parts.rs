//! The parts of a report's data, as types. Their names are those that the layouts use: the data is
//! serialised at the door of Typst and nowhere else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cluster_parts::{
    AcknowledgementPart, ActivityPart, ComingPart, CommonPart, DeliverablePart, Fact, PairPart, PortalPart,
    ProjectPart,
};
use super::front_parts::{CodePart, ContactPart, CoverPart, MapPart, MovedPart, NumberPart};
use crate::report::charts::{ChartData, ChartTable};
use crate::theme::Theme;
use crate::value::{Id, Language};

/// Everything that the report's layout prints, in its order. A part that has nothing to show is empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportData {
    /// The version of the data's form.
    pub form: u32,
    /// The edition's language, without script and region.
    pub language: String,
    /// The region that the language's tag names.
    pub region: Option<String>,
    /// The cluster's name.
    pub cluster: String,
    /// The accent colour, `#rrggbb`.
    pub accent: String,
    /// The theme, which the layout gets as a file of its own.
    #[serde(skip)]
    pub look: Theme,
    /// The cluster's logo, below the cluster's folder.
    pub logo: Option<String>,
    /// The font that the configuration asks for.
    pub font: Option<String>,
    /// Who publishes, in a sentence.
    pub publisher: String,
    /// Who publishes, for the file's properties.
    pub author: String,
    /// The report's title.
    pub title: String,
    /// Which issue it is.
    pub issue_line: String,
    /// The period in words.
    pub period: String,
    /// `Page {page} of {pages}`.
    pub page_of: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is for the partners and the funder alone.
    pub sensitive: bool,
    /// The headline.
    pub headline: String,
    /// The headline's language.
    pub headline_language: String,
    /// What happened, in a paragraph.
    pub result: String,
    /// That paragraph's language.
    pub result_language: String,
    /// The language of texts that name none.
    pub default_language: String,
    /// Up to four numbers: results with a target first.
    pub numbers: Vec<NumberPart>,
    /// The open actions that are to come, those that are due first.
    pub next: Vec<NextStep>,
    /// How many are overdue, in words.
    pub overdue: Option<String>,
    /// The countries of the projects, as tiles of a map.
    pub map: Option<MapPart>,
    /// The picture on the first page, below the cluster's folder.
    pub cover: Option<CoverPart>,
    /// The way to the web edition as a code to photograph.
    pub code: Option<CodePart>,
    /// Whom to ask, and where more stands.
    pub contacts: Vec<ContactPart>,
    /// How many more there are than page 1 shows, by how many it shows.
    pub next_more: Vec<Option<String>>,
    /// What is not in the report because nobody recorded it.
    pub not_reported: Vec<String>,
    /// The meetings.
    pub meetings: Vec<MeetingPart>,
    /// The actions.
    pub actions: Vec<ActionPart>,
    /// The events.
    pub events: Vec<EventPart>,
    /// The indicators that have a value.
    pub indicators: Vec<IndicatorPart>,
    /// The projects.
    pub projects: Vec<ProjectPart>,
    /// Who paid.
    pub acknowledgement: AcknowledgementPart,
    /// How the report was made.
    pub colophon: String,
    /// The hash of what it was made of.
    pub colophon_hash: String,
    /// Interface words that the layout prints as they are.
    pub words: BTreeMap<&'static str, String>,
    /// The news, by theme.
    pub news: Vec<NewsGroup>,
    /// What projects did together.
    pub joint: Vec<JointPart>,
    /// Those of them that page 1 shows.
    pub joint_first: Vec<JointPart>,
    /// How many more there are.
    pub joint_more: Option<String>,
    /// What changed in the period, in sentences.
    pub changes: Vec<String>,
    /// Which numbers changed, from what to what.
    pub moved: Vec<MovedPart>,
    /// What pairs of projects have in common.
    pub common: Vec<CommonPart>,
    /// How much each pair has in common.
    pub matrix: Option<ChartData>,
    /// The pairs that have most in common.
    pub strongest: Vec<PairPart>,
    /// What lies when.
    pub timeline: Option<ChartData>,
    /// The indicators' lines.
    pub lines: Vec<IndicatorLine>,
    /// The indicators' values by period.
    pub values: Option<ChartTable>,
    /// What comes next, by day.
    pub coming: Vec<ComingPart>,
    /// Each picture's credit, once.
    pub credits: Vec<String>,
    /// The activities of a report over a period.
    pub activities: Vec<ActivityPart>,
    /// The projects of which no news came, in a sentence.
    pub silent: Option<String>,
    /// Whether news and minutes are a line each.
    pub compact: bool,
    /// Whether it is surely long enough for a list of its contents: what is shorter is counted by its pages.
    pub long: bool,
    /// Whether the projects are presented.
    pub show_profiles: bool,
    /// The cover sheet of a deliverable.
    pub deliverable: Option<DeliverablePart>,
    /// The activities in the portal's columns.
    pub portal: Option<PortalPart>,
}

/// An open action in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStep {
    /// Its owners.
    pub who: String,
    /// What is to be done.
    pub what: String,
    /// That text's language.
    pub language: Language,
    /// Until when.
    pub due: Option<String>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingPart {
    /// Its id.
    pub id: Id,
    /// Its day.
    pub date: String,
    /// Its title.
    pub title: String,
    /// The language of its minutes.
    pub language: Language,
    /// The file with its minutes, as `#markdown` takes it.
    pub markdown: String,
    /// Whether its minutes hold text.
    pub has_text: bool,
    /// What it is, when, where and of how many people.
    pub kicker: String,
    /// Who was there, by short names.
    pub present: Vec<String>,
    /// When, who, where.
    pub facts: Vec<Fact>,
    /// The language of its decisions.
    pub decisions_language: Language,
    /// What was decided.
    pub decisions: Vec<DecisionPart>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionPart {
    /// Its id.
    pub id: Id,
    /// Its words.
    pub text: String,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionPart {
    /// Its id.
    pub id: Id,
    /// What is to be done.
    pub what: String,
    /// That text's language.
    pub language: Language,
    /// Its owners.
    pub who: String,
    /// Until when.
    pub due: String,
    /// How far it is, in words.
    pub state: String,
    /// How far it is, for the sign before the words: `open`, `overdue`, `done` or `dropped`.
    pub look: &'static str,
    /// Whether it is open.
    pub open: bool,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventPart {
    /// The name that it has in links and files.
    pub id: String,
    /// When.
    pub when: String,
    /// Its title.
    pub what: String,
    /// Its page.
    pub url: Option<String>,
    /// Where.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// How far it is, in words.
    pub state: String,
    /// How it is drawn: `held`, `planned` or `off`.
    pub look: &'static str,
    /// Its first and last day on the timeline, if there is one.
    pub bar: Option<(f64, f64)>,
}

/// An indicator's newest value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorPart {
    /// Its name.
    pub what: String,
    /// What is counted.
    pub unit: String,
    /// The period of its newest value.
    pub period: String,
    /// That value.
    pub value: String,
    /// The value wanted.
    pub target: Option<String>,
    /// How much of it is reached, in words.
    pub progress: Option<String>,
    /// The same as a share, from 0 to 1.
    pub share: Option<f64>,
    /// The values so far, as places from the left and from below; a sum's run up to its target.
    pub points: Vec<(f64, f64)>,
    /// The periods of the first and the last of them.
    pub from_to: Option<(String, String)>,
}

/// An indicator's values over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorLine {
    /// The indicator.
    pub id: Id,
    /// The chart.
    #[serde(flatten)]
    pub chart: ChartData,
}

/// News of one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewsGroup {
    /// The theme.
    pub theme: Option<String>,
    /// The news.
    pub updates: Vec<NewsPart>,
}

/// A piece of news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewsPart {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// The file with its text, as `#markdown` takes it.
    pub markdown: String,
    /// Its first paragraph.
    pub summary: String,
    /// Whether it is what somebody said.
    pub quote: bool,
    /// The acronyms of its projects.
    pub projects: Vec<String>,
    /// Whose yes it waits for, in words; nothing in what goes out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<String>,
    /// The name of its language, where that is not the edition's.
    pub spoken: Option<String>,
    /// Its day.
    pub date: Option<String>,
    /// Its month.
    pub month: String,
}

/// Something that projects did together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JointPart {
    /// What kind of thing.
    pub kind: String,
    /// Which projects.
    pub who: String,
    /// How many, in words.
    pub projects: String,
    /// What.
    pub what: String,
    /// That text's language.
    pub language: Language,
    /// When.
    pub when: String,
    /// How many.
    pub count: usize,
}
