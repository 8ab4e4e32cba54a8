//! The parts of the data that speak of the cluster as a whole.

use serde::Serialize;

use crate::value::{Id, Language};

/// A name with its value, as rows of two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "(String, String)")]
pub struct Fact {
    /// What.
    pub name: String,
    /// How much, who, or when.
    pub value: String,
}

impl From<Fact> for (String, String) {
    fn from(fact: Fact) -> Self {
        (fact.name, fact.value)
    }
}

/// A project: its row in the table and its profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProjectPart {
    /// Its id.
    pub id: Id,
    /// Its short name.
    pub acronym: String,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub title_language: Language,
    /// What it does, by paragraphs.
    pub summary: Vec<String>,
    /// The summary's language.
    pub summary_language: Language,
    /// The programme that funds it.
    pub programme: String,
    /// Its grant agreement's number.
    pub agreement: Option<String>,
    /// Its countries, as the EU writes their codes.
    pub countries: Option<String>,
    /// From when until when.
    pub dates: Option<String>,
    /// How much of its time is over, from 0 to 1.
    pub elapsed: Option<f64>,
    /// Which month of how many it is, in words.
    pub month_of: Option<String>,
    /// What it costs.
    pub budget: Option<BudgetPart>,
    /// The codes of its countries.
    pub codes: Vec<String>,
    /// The countries' names.
    pub places: Option<String>,
    /// Its web page.
    pub url: Option<String>,
    /// Its logo below the cluster's folder.
    pub logo: Option<String>,
    /// Its news in this issue.
    pub stories: Vec<StoryLink>,
    /// What else is known.
    pub facts: Vec<Fact>,
}

/// What a project costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BudgetPart {
    /// All of it.
    pub total: String,
    /// The EU's part, in words.
    pub part: Option<String>,
    /// The EU's part as a share, from 0 to 1.
    pub share: Option<f64>,
}

/// A piece of news by its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryLink {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
}

/// Two projects that have much in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairPart {
    /// The two.
    pub who: String,
    /// How much they have in common, in per cent.
    pub value: String,
    /// The same, against the pair that has most.
    pub share: f64,
    /// What they share, in words.
    pub shared: String,
}

/// Who paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcknowledgementPart {
    /// The funding statements.
    pub statements: Vec<StatementPart>,
    /// The disclaimers.
    pub disclaimers: Vec<StatementPart>,
    /// Whether the EU emblem belongs to them.
    pub emblem: bool,
}

/// A statement with the projects of which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementPart {
    /// The projects' acronyms.
    pub projects: Vec<String>,
    /// Its words.
    pub text: String,
    /// Their language.
    pub language: Language,
}

/// A deliverable's cover sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeliverablePart {
    /// Its name.
    pub name: String,
    /// Its facts.
    pub rows: Vec<Fact>,
    /// Version, day, change and author of each version.
    pub history: Vec<[String; 4]>,
}

/// The activities in the portal's columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PortalPart {
    /// What to know about the columns.
    pub note: Option<String>,
    /// The columns that have content.
    pub header: Vec<String>,
    /// A row an activity.
    pub rows: Vec<Vec<String>>,
}

/// What a pair of projects has in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommonPart {
    /// The pair.
    pub who: String,
    /// On what they work together.
    pub topic: Option<String>,
    /// What they share.
    pub shared: String,
    /// How far that is.
    pub state: String,
}

/// Something that is due or planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComingPart {
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// That text's language.
    pub language: Language,
    /// Who.
    pub who: String,
    /// An event or a deadline.
    pub kind: String,
    /// Where.
    pub place: Option<String>,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActivityPart {
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// Which projects.
    pub who: String,
    /// How far it is.
    pub state: String,
    /// In which report it stands already.
    pub reported: String,
}
