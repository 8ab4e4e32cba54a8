//! What a block of the newsletter says.

use crate::issue::{Address, Spoken};
use crate::markdown::Document;
use crate::model::{Channel, Update};
use crate::report::IndicatorChart;
use crate::value::Language;

/// A name with a text and what may stand behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, or when.
    pub name: String,
    /// A word before the text, in the edition's language.
    pub lead: Option<String>,
    /// What.
    pub text: String,
    /// The language of that text, where it is not the edition's.
    pub language: Option<Language>,
    /// Where it leads.
    pub url: Option<String>,
    /// What follows the text.
    pub more: Option<String>,
    /// A calendar's entry of it.
    pub calendar: Option<CalendarLink>,
    /// What the link is called where its text alone leads to several places.
    pub label: Option<String>,
    /// Which projects.
    pub who: Option<String>,
    /// A date's day and month, short.
    pub tile: Option<(String, String)>,
}

impl Entry {
    /// A name with a text, and nothing else.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            lead: None,
            text: text.into(),
            language: None,
            url: None,
            more: None,
            calendar: None,
            label: None,
            who: None,
            tile: None,
        }
    }
}

/// A link to a calendar's entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarLink {
    /// What it says where it stands alone.
    pub text: String,
    /// The event, told apart from others of its title.
    pub title: String,
    /// Where it leads.
    pub url: String,
}

/// The picture of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its file below the cluster's folder.
    pub path: String,
    /// What it shows.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// Of how many, in words.
    pub of: Option<String>,
    /// What it counts.
    pub label: String,
    /// The label's language, where it is not the edition's.
    pub language: Option<Language>,
}

/// A story: its title and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The title.
    pub title: String,
    /// The text.
    pub body: Document,
    /// Their language, where it is not the edition's.
    pub language: Option<Language>,
    /// Where its full form stands.
    pub url: Option<String>,
    /// The file that it was written in.
    pub file: std::sync::Arc<str>,
    /// What the link is called where its title alone leads to several places.
    pub label: Option<String>,
    /// The projects that it is of.
    pub who: Vec<String>,
    /// The name of its language, where it is not the edition's.
    pub spoken: Option<String>,
    /// Its picture.
    pub picture: Option<Shown>,
}

/// A quotation with who said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub body: Document,
    /// Who said them: the update's title.
    pub who: String,
    /// Their language, where it is not the edition's.
    pub language: Option<Language>,
}

/// A block of the newsletter.
#[derive(Debug, Clone, PartialEq)]
pub enum Section {
    /// Words of the editor.
    Note(Vec<Spoken>),
    /// The story that leads.
    Lead(Story),
    /// Further stories below a heading; the last leads to all of them, where not all are shown.
    Stories(String, Vec<Story>, Option<Entry>),
    /// Results as numbers.
    Figures(String, Vec<Figure>),
    /// A line a project.
    Projects(String, Vec<Entry>),
    /// The projects as cards, two beside each other where there is room.
    Cards(String, Vec<Entry>),
    /// What somebody said.
    Quotes(Vec<Quote>),
    /// The indicators that make a line.
    Charts(String, Vec<IndicatorChart>),
    /// The projects' logos.
    Partners(String, Vec<Entry>),
    /// Open actions as a table of what, who and until when, with its headers.
    Actions(String, [String; 3], Vec<Entry>),
    /// Open actions; the third text stands where there are none, the last links to the others.
    Next(String, Vec<Entry>, String, Option<Entry>),
    /// Dates and deadlines.
    Dates(String, Vec<Entry>),
    /// A question to readers, with last time's answers.
    Ask(String, Vec<Spoken>),
}

/// Where an update's full form stands, if it is on the web.
pub(super) fn web_item(update: &Update, address: &Address) -> Option<String> {
    let there = update.audience.is_empty() || update.audience.contains(&Channel::Web);
    address.item("update", update.id.as_str()).filter(|_| there)
}
