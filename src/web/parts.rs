//! What the page's template is given: the report's parts with what a page adds to each.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::html::Paragraph;
use crate::report::{
    ActionPart, EventPart, IndicatorPart, JointPart, MeetingPart, NewsPart, ProjectPart, ReportData,
};
use crate::value::Id;

/// Everything that the page's template prints.
#[derive(Debug, Serialize)]
pub(super) struct PageData<'a> {
    /// The report's data; of one name, what the page adds stands in its place.
    #[serde(flatten)]
    pub(super) report: &'a ReportData,
    /// The language's tag.
    pub(super) lang: &'a str,
    /// Its direction.
    pub(super) dir: &'static str,
    /// The language as Open Graph names it.
    pub(super) locale: String,
    /// What the page says of itself to `send`.
    pub(super) mark: String,
    /// Its title: the mail's subject.
    pub(super) subject: String,
    /// The mark of the title's language.
    pub(super) subject_mark: String,
    /// The mark of the cluster's name's language.
    pub(super) cluster_mark: String,
    /// What search engines say of it.
    pub(super) description: String,
    /// Its address.
    pub(super) url: Option<String>,
    /// The picture that shared links show.
    pub(super) og_image: Option<String>,
    /// From the page to the archive.
    pub(super) up: Option<&'a str>,
    /// From the page to the report.
    pub(super) report_href: Option<&'a str>,
    /// The style sheet.
    pub(super) css: String,
    /// The cluster's logo.
    pub(super) logo: Option<ImgPart>,
    /// The emblem's file.
    pub(super) emblem: Option<String>,
    /// Words of the editor.
    pub(super) note: Vec<Paragraph>,
    pub(super) news: Vec<GroupView<'a>>,
    pub(super) meetings: Vec<MeetingView<'a>>,
    /// What projects did together.
    pub(super) joint: Vec<Marked<'a, JointPart>>,
    pub(super) actions: Vec<Marked<'a, ActionPart>>,
    /// The heading above the dates.
    pub(super) dates_title: String,
    /// Dates and deadlines.
    pub(super) dates: Vec<DateView>,
    pub(super) events: Vec<EventView<'a>>,
    pub(super) indicators: Vec<Marked<'a, IndicatorPart>>,
    /// The indicators' charts.
    pub(super) charts: Vec<ImgPart>,
    pub(super) projects: Vec<ProjectView<'a>>,
    /// The heading above the question.
    pub(super) ask_title: String,
    /// A question to readers.
    pub(super) ask: Vec<Paragraph>,
    /// The funding statements.
    pub(super) statements: Vec<StatementView<'a>>,
    pub(super) disclaimers: Vec<StatementView<'a>>,
    /// The page's other languages.
    pub(super) others: Vec<OtherView>,
    /// Whether there is a calendar.
    pub(super) calendar: bool,
    /// Where the privacy notice stands.
    pub(super) privacy_url: &'a str,
    /// Interface words of the web edition.
    pub(super) w: BTreeMap<String, String>,
}

/// A part with the mark of its language.
#[derive(Debug, Serialize)]
pub(super) struct Marked<'a, T> {
    #[serde(flatten)]
    pub(super) part: &'a T,
    /// The attributes that mark its language.
    pub(super) mark: String,
}

/// A picture.
#[derive(Debug, Serialize)]
pub(super) struct ImgPart {
    /// Its file.
    pub(super) src: String,
    /// What it shows; none where words beside it say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) alt: Option<String>,
    /// Its width in CSS pixels.
    pub(super) width: u32,
    /// Its height in CSS pixels.
    pub(super) height: u32,
}

/// News of one theme.
#[derive(Debug, Serialize)]
pub(super) struct GroupView<'a> {
    pub(super) theme: Option<&'a str>,
    /// The news.
    pub(super) updates: Vec<NewsView<'a>>,
}

/// A piece of news.
#[derive(Debug, Serialize)]
pub(super) struct NewsView<'a> {
    /// What the report says of it.
    #[serde(flatten)]
    pub(super) part: &'a NewsPart,
    /// The attributes that mark its language.
    pub(super) mark: String,
    /// Its text.
    pub(super) html: String,
    /// Its projects and day.
    pub(super) meta: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct MeetingView<'a> {
    /// What the report says of it.
    #[serde(flatten)]
    pub(super) part: &'a MeetingPart,
    /// The attributes that mark its language.
    pub(super) mark: String,
    /// Its minutes.
    pub(super) html: String,
    /// When, who, where.
    pub(super) rows: Vec<FactView<'a>>,
    /// What was decided.
    pub(super) decisions: Vec<DecisionView<'a>>,
}

/// A fact; one that is an address is a link.
#[derive(Debug, Serialize)]
pub(super) struct FactView<'a> {
    /// What.
    pub(super) name: &'a str,
    /// How much, who, or when.
    pub(super) value: &'a str,
    /// Where it leads.
    pub(super) href: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct DecisionView<'a> {
    pub(super) id: &'a Id,
    /// Its words.
    pub(super) text: &'a str,
    /// The attributes that mark its language.
    pub(super) mark: String,
    /// Where it stands in the report.
    pub(super) href: Option<String>,
    /// What that link says.
    pub(super) link: String,
}

/// A date or a deadline.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    /// When.
    pub(super) name: String,
    /// A word before the text.
    pub(super) lead: Option<String>,
    /// What.
    pub(super) text: String,
    /// Where it leads.
    pub(super) url: Option<String>,
    /// What follows.
    pub(super) more: Option<String>,
    /// The attributes that mark the text's language.
    pub(super) mark: String,
}

#[derive(Debug, Serialize)]
pub(super) struct EventView<'a> {
    /// What the report says of it.
    #[serde(flatten)]
    pub(super) part: &'a EventPart,
    /// The attributes that mark its language.
    pub(super) mark: String,
    /// Its file for calendars.
    pub(super) calendar: Option<String>,
    /// What that link says.
    pub(super) calendar_text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ProjectView<'a> {
    /// What the report says of it.
    #[serde(flatten)]
    pub(super) part: &'a ProjectPart,
    /// The mark of its title's language.
    pub(super) title_mark: String,
    /// What it does.
    pub(super) paragraphs: Vec<Paragraph>,
    /// What else is known.
    pub(super) rows: Vec<FactView<'a>>,
}

/// A funding statement or disclaimer.
#[derive(Debug, Serialize)]
pub(super) struct StatementView<'a> {
    /// Its words.
    pub(super) text: &'a str,
    /// The projects of which it holds.
    pub(super) list: String,
    /// The attributes that mark its language.
    pub(super) mark: String,
}

/// The same issue in another language.
#[derive(Debug, Serialize)]
pub(super) struct OtherView {
    /// Its page.
    pub(super) href: String,
    /// The language's tag.
    pub(super) lang: String,
    /// The language's name.
    pub(super) name: String,
}

/// Everything that the archive's template prints.
#[derive(Debug, Serialize)]
pub(super) struct IndexData<'a> {
    /// The language's tag.
    pub(super) lang: &'a str,
    /// Its direction.
    pub(super) dir: &'static str,
    /// The page's title.
    pub(super) title: String,
    /// The cluster's name.
    pub(super) cluster: &'a str,
    /// Its address.
    pub(super) url: Option<String>,
    /// The style sheet.
    pub(super) css: String,
    /// The issues, the newest first.
    pub(super) issues: Vec<IssueView>,
    pub(super) feeds: Vec<FeedView>,
    /// Whether there is a calendar.
    pub(super) calendar: bool,
    /// Who publishes.
    pub(super) publisher: String,
    /// Where the privacy notice stands.
    pub(super) privacy_url: &'a str,
    /// Interface words of the web edition.
    pub(super) w: BTreeMap<String, String>,
}

/// An issue in the archive.
#[derive(Debug, Serialize)]
pub(super) struct IssueView {
    pub(super) month: String,
    pub(super) editions: Vec<EditionView>,
}

/// An edition in the archive.
#[derive(Debug, Serialize)]
pub(super) struct EditionView {
    /// Its page.
    pub(super) href: String,
    /// The language's tag.
    pub(super) lang: String,
    pub(super) title: String,
    /// The title's language.
    pub(super) spoken: String,
    /// The language's name.
    pub(super) name: Option<String>,
    pub(super) report: Option<String>,
    /// What that link says.
    pub(super) report_text: String,
}

/// A feed in the archive.
#[derive(Debug, Serialize)]
pub(super) struct FeedView {
    /// The language's tag.
    pub(super) lang: String,
    /// Its file.
    pub(super) href: String,
    /// What that link says.
    pub(super) text: String,
}
