//! One number of the newsletter with its report: what belongs in it, what is held back and why, and whether
//! it may go out.
//!
//! In comes a [`crate::model::Cluster`]; [`assemble()`] makes an [`Issue`] of a month and a language, and
//! [`check()`] a [`CheckedIssue`]. The renderers take nothing else, so that nothing unchecked is rendered.
//! What may be in it (`select.rs`), who paid (`acknowledgement.rs`), where an item stands on the web (`address.rs`),
//! which actions are open (`actions.rs`) and what projects share (`synergy.rs`) are decided here.
//!
//! ```no_run
//! # use bulletin::{issue, model::Cluster, sources::Sources, value::{Language, Month, Parse}};
//! # fn example(sources: &Sources, cluster: &Cluster) {
//! let month = Month::parse("2024-04").unwrap();
//! let issue = issue::assemble(sources, cluster, month, &Language::english(), None, issue::Stage::Draft);
//! for left_out in &issue.left_out {
//!     println!("{}: {}", left_out.place.file, left_out.reason);
//! }
//! # }
//! ```

mod acknowledgement;
mod actions;
mod address;
mod approval;
mod assemble;
mod check;
mod content;
mod left_out;
mod owed;
mod pictures;
mod select;
mod state;
mod status;
mod synergy;
mod translate;
mod untranslated;
mod withheld;

use jiff::{Timestamp, tz::TimeZone};

pub use acknowledgement::{Acknowledgement, Disclaimer, Statement};
pub use actions::{ActionState, states};
pub use address::Address;
pub use approval::{released, with_approval};
pub use assemble::{assemble, assemble_scope, editions, newest};
pub use check::{
    Aids, CheckedIssue, Prose, accepted_passages, check, first_sentence, gap, prepare_patterns, prose,
    refused,
};
pub use content::{Issue, Scope, Selected, Spoken};
pub use left_out::{LeftOut, Reason};
pub use owed::{Owed, owed};
pub use pictures::{
    Cover, Encoded, MAIL_WIDTH, Picture, Pictures, Prepared, cover, dark_logo, logo, needed, project_logo,
    resolve,
};
pub use select::missing_approvals;
pub use state::{SentState, State};
pub use synergy::{Facet, Pair, is_real, pairs, shared_words, suggestions};
pub use translate::{Blank, blanks};
pub use untranslated::{Untranslated, translated, untranslated};
pub use withheld::withheld;

use crate::value::{Date, on_one_line};

/// The one moment that a build knows: no output depends on the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The moment.
    pub stamp: Timestamp,
    /// Its day in UTC.
    pub date: Date,
}

impl AsOf {
    /// The end of a day in UTC, so that what happened on it has happened.
    pub fn end_of(date: Date) -> Self {
        let end = date.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp());
        Self { stamp: end.unwrap_or(Timestamp::MAX), date }
    }

    /// A moment.
    pub fn at(stamp: Timestamp) -> Self {
        Self { stamp, date: stamp.to_zoned(TimeZone::UTC).date() }
    }
}

/// Whether a build may go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Builds in spite of findings about content, and says so everywhere.
    Draft,
    /// Refuses what must not go out.
    Final,
}

/// The paragraphs of a plain text, each on one line.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(on_one_line).filter(|part| !part.is_empty()).collect()
}
