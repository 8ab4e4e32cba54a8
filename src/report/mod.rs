//! The synergy report: Typst embedded, given content and data, never generated markup. This is the only room
//! that names Typst's types.
//!
//! In comes a [`crate::issue::CheckedIssue`]; [`report_data`] makes the [`ReportData`] that the layout shows,
//! and a [`Typesetter`] the PDF of it. The same typesetter draws the pictures that mail and web show.
//!
//! ```no_run
//! use bulletin::layouts::Layouts;
//! use bulletin::report::Typesetter;
//!
//! let typesetter = Typesetter::new(&Layouts::defaults());
//! assert!(typesetter.coverage().has('Ω'));
//! ```

mod charts;
mod compile;
mod content;
mod data;
mod drawings;
mod ids;
mod inspect;
mod native;
mod pages;
mod pdf;
mod png;
mod share;
mod typesetter;
mod world;

pub use charts::{Bar, Chart, ChartData, ChartTable, Drawing, Span};
pub use data::{
    AcknowledgementPart, ActionPart, DecisionPart, EventPart, Fact, IndicatorChart, IndicatorLine,
    IndicatorPart, JointPart, MapPart, MeetingPart, NewsGroup, NewsPart, NumberPart, ProjectPart,
    REPORT_DATA, ReportData, StatementPart, StoryLink, TilePart, cover_note, indicator_charts, newest_values,
    projects_are_new, public_data, report_data,
};
pub use inspect::PageText;
pub use pages::PagePicture;
pub use share::ShareCard;
pub use typesetter::{ChartLook, Pictured, Report, Typesetter, virtual_files};
