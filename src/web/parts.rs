//! What the page's template is given: the report's parts with what a page adds to each.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::html::Paragraph;
use crate::report::{ActionPart, EventPart, JointPart, MeetingPart, NewsPart, ProjectPart, ReportData};
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
    pub(super) share: Option<ShareView>,
    /// The theme's name.
    pub(super) theme: &'a str,
    /// The sections of the page.
    pub(super) contents: Vec<ContentsView>,
    /// From the page to the archive.
    pub(super) up: Option<&'a str>,
    /// From the page to the report.
    pub(super) report_href: Option<&'a str>,
    /// The style sheet.
    pub(super) css: String,
    /// The cluster's logo.
    pub(super) logo: Option<ImgPart>,
    /// The logo for dark surroundings.
    pub(super) logo_dark: Option<ImgPart>,
    /// The emblem.
    pub(super) emblem: Option<ImgPart>,
    /// The statement beside it.
    pub(super) first: Option<StatementView<'a>>,
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
    pub(super) indicators: Vec<IndicatorView<'a>>,
    /// All their values.
    pub(super) values: Option<TableView<'a>>,
    /// Where the projects work.
    pub(super) map: Option<MapView<'a>>,
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
    /// Whether anything is known beside its title.
    pub(super) meta: bool,
    /// Its projects.
    pub(super) who: String,
    /// Its day and its language.
    pub(super) more: Option<String>,
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
    pub(super) rows: Vec<FactView>,
    /// What was decided.
    pub(super) decisions: Vec<DecisionView<'a>>,
}

/// A fact; one that is an address is a link.
#[derive(Debug, Serialize)]
pub(super) struct FactView {
    /// What.
    pub(super) name: String,
    /// How much, who, or when.
    pub(super) value: String,
    /// Where it leads.
    pub(super) href: Option<String>,
}

/// The picture that shared links show.
#[derive(Debug, Serialize)]
pub(super) struct ShareView {
    /// Its address.
    pub(super) url: String,
    /// What it shows.
    pub(super) alt: String,
}

/// A section of the page.
#[derive(Debug, Serialize)]
pub(super) struct ContentsView {
    pub(super) id: &'static str,
    pub(super) title: String,
}

/// A date as a tile.
#[derive(Debug, Serialize)]
pub(super) struct TileView {
    pub(super) day: String,
    pub(super) month: String,
}

/// An indicator as a tile.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorView<'a> {
    pub(super) what: &'a str,
    /// The attributes that mark its language.
    pub(super) mark: String,
    pub(super) value: &'a str,
    pub(super) unit: &'a str,
    pub(super) period: &'a str,
    /// How much of the target is reached, in words.
    pub(super) progress: Option<&'a str>,
    /// The same in per cent, for the bar.
    pub(super) bar: Option<String>,
    /// The points of its line.
    pub(super) line: Option<String>,
    pub(super) first: Option<&'a str>,
    pub(super) last: Option<&'a str>,
}

/// The map.
#[derive(Debug, Serialize)]
pub(super) struct MapView<'a> {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Every country with its number.
    pub(super) alt: &'a str,
    pub(super) tiles: Vec<MapTile>,
    /// The countries without a tile.
    pub(super) others: Option<&'a str>,
}

/// A tile of the map.
#[derive(Debug, Serialize)]
pub(super) struct MapTile {
    pub(super) code: &'static str,
    pub(super) x: u32,
    pub(super) y: u32,
    /// Where its code stands.
    pub(super) tx: u32,
    pub(super) ty: u32,
    /// How many projects, up to three.
    pub(super) level: usize,
}

/// A table of numbers.
#[derive(Debug, Serialize)]
pub(super) struct TableView<'a> {
    pub(super) header: &'a [String],
    pub(super) rows: Vec<RowView<'a>>,
}

/// A row of it.
#[derive(Debug, Serialize)]
pub(super) struct RowView<'a> {
    pub(super) cells: Vec<CellView<'a>>,
}

/// A cell of it.
#[derive(Debug, Serialize)]
pub(super) struct CellView<'a> {
    pub(super) value: &'a str,
    /// Its column's name, where rows stand as cards.
    pub(super) label: Option<&'a String>,
    /// The attributes that mark its language.
    pub(super) mark: String,
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
    /// Which projects.
    pub(super) who: Option<String>,
    /// Its day and month.
    pub(super) tile: Option<TileView>,
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
    pub(super) rows: Vec<FactView>,
    /// Its own page.
    pub(super) href: Option<String>,
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
