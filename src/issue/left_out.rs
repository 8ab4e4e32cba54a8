//! The reasons why an item is not in an issue, as types and words; `select.rs` decides.

use crate::diagnostic::Place;
use crate::value::{Date, Language, Month};
use std::fmt;

/// Why an item is not in the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It belongs to another month.
    OtherMonth(Month),
    /// It is about other projects than the report's.
    OtherProject,
    /// It is in a language of which there is no edition.
    OtherLanguage(Language),
    /// It is still being written or read.
    Unfinished(&'static str),
    /// It is in review, and waits for the yes of these.
    InReview(Vec<String>),
    /// It is a translation that is still being written or read.
    UnfinishedTranslation(&'static str),
    /// It was taken back.
    Withdrawn,
    /// It may not be published yet.
    Embargo(jiff::Timestamp),
    /// It may no longer be published.
    Expired(Date),
    /// It is for the partners only.
    Internal,
    /// These have not approved it.
    Unapproved(Vec<String>),
}

impl Reason {
    /// Whether the item is held back from this issue, not merely part of another.
    pub fn is_held_back(&self) -> bool {
        !matches!(self, Self::OtherMonth(_) | Self::OtherProject)
    }
}

impl fmt::Display for Reason {
    /// The reason, with what to do where something can be done.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherMonth(month) => write!(f, "belongs to {month}"),
            Self::OtherProject => f.write_str("about other projects"),
            Self::OtherLanguage(language) => write!(f, "there is no edition in `{}`", language.as_str()),
            Self::UnfinishedTranslation(status) => {
                write!(
                    f,
                    "a translation whose status is `{status}`: the original stands until that line is deleted"
                )
            }
            Self::InReview(missing) => {
                write!(f, "in review, waits for {}: `bulletin approve` notes their yes", missing.join(", "))
            }
            Self::Unfinished(status) => write!(f, "its status is `{status}`; `approved` lets it in"),
            Self::Withdrawn => f.write_str("withdrawn"),
            Self::Embargo(until) => write!(f, "under embargo until {until}"),
            Self::Expired(date) => write!(f, "expired on {date}"),
            Self::Internal => f.write_str("for the partners only"),
            Self::Unapproved(missing) => write!(f, "not approved by {}", missing.join(", ")),
        }
    }
}

/// An item that is not in the issue.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// Where it was written.
    pub place: Place,
    /// Why it is not in.
    pub reason: Reason,
}
