//! The parts of the data that the first page shows.

use serde::Serialize;

use crate::value::Language;

/// A number that stands for the whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberPart {
    /// The number.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// The label's language.
    pub language: Language,
    /// How much of its target that is, in words.
    pub note: Option<String>,
    /// The same as a share, from 0 to 1.
    pub share: Option<f64>,
}

/// The countries of the projects, as tiles of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapPart {
    /// The tiles.
    pub tiles: Vec<TilePart>,
    /// The countries that have no tile, in words.
    pub others: Option<String>,
    /// What it says, for who can't see it: every country with its number.
    pub alt: String,
}

/// The tile of a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TilePart {
    /// The country's code as the EU writes it.
    pub code: &'static str,
    /// Its column, from the left.
    pub x: u8,
    /// Its row, from above.
    pub y: u8,
    /// How many projects work there.
    pub projects: usize,
}

/// The picture on the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverPart {
    /// Its file below the cluster's folder.
    pub path: String,
    /// What it shows.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// An address as a code to photograph (ISO/IEC 18004).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodePart {
    /// The address.
    pub url: String,
    /// What the code is, in words.
    pub alt: String,
    /// The rows of the code, each as the dark runs in it: from which module, and how many.
    pub rows: Vec<Vec<(usize, usize)>>,
    /// How many modules a side has.
    pub size: usize,
}

/// Whom to ask, or where more stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactPart {
    /// What stands there.
    pub name: String,
    /// An address or a name.
    pub value: String,
    /// Where it leads.
    pub url: Option<String>,
}

/// A number that changed in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovedPart {
    /// What it counts.
    pub label: String,
    /// What is counted.
    pub unit: String,
    /// The value before.
    pub before: String,
    /// The value now.
    pub now: String,
    /// By how much, in words.
    pub change: Option<String>,
}
