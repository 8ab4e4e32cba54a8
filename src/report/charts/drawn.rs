//! What the layouts draw of a chart.

use serde::Serialize;

/// A chart as the layouts draw it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartData {
    /// Its title.
    pub title: String,
    /// What it says, for who can't see it: every number.
    pub alt: String,
    /// Its numbers as a table; none where they stand in another table beside it.
    pub table: Option<ChartTable>,
    /// What is drawn.
    #[serde(flatten)]
    pub drawing: Drawing,
}

/// A chart's numbers as a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChartTable {
    /// The columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// What is drawn, by the kind of chart. Places and sizes are shares of a whole, from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Drawing {
    /// A bar a row.
    Bars {
        /// The bars.
        rows: Vec<DrawnBar>,
    },
    /// A bar a row, made of parts.
    Stacked {
        /// The names of the parts.
        series: Vec<String>,
        /// The bars.
        rows: Vec<DrawnStack>,
    },
    /// Values over time.
    Line {
        /// The values.
        points: Vec<DrawnPoint>,
        /// The value wanted, in words.
        target: Option<String>,
        /// How high that stands.
        target_y: Option<f64>,
    },
    /// What lies when.
    Timeline {
        /// The months' names.
        ticks: Vec<DrawnTick>,
        /// Where the day of the build stands.
        today: Option<f64>,
        /// What it is called.
        today_label: String,
        /// What the ways of drawing mean.
        key: Vec<DrawnKey>,
        /// What lies on it.
        rows: Vec<DrawnSpan>,
    },
    /// How much each pair shares.
    Heat {
        /// The names.
        labels: Vec<String>,
        /// A row a name.
        rows: Vec<DrawnRow>,
    },
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnBar {
    /// What is counted.
    pub label: String,
    /// How much, in words.
    pub value: String,
    /// Its length.
    pub share: f64,
    /// Where the value wanted stands.
    pub target_share: Option<f64>,
}

/// A bar of parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnStack {
    /// What is counted.
    pub label: String,
    /// How much together, in words.
    pub total: String,
    /// The parts.
    pub parts: Vec<DrawnShare>,
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnShare {
    /// Its length.
    pub share: f64,
}

/// A value of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnPoint {
    /// From the left.
    pub x: f64,
    /// From below.
    pub y: f64,
    /// Its period.
    pub label: String,
    /// The value in words.
    pub value: String,
    /// Whether its period is printed.
    pub shown: bool,
}

/// A mark of an axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnTick {
    /// From the left.
    pub x: f64,
    /// What it says.
    pub label: String,
}

/// Something on a timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnSpan {
    /// What.
    pub label: String,
    /// Its first day.
    pub start: f64,
    /// Its last day.
    pub end: f64,
    /// How it is drawn: `held`, `planned` or `off`.
    pub state: &'static str,
    /// When, in words.
    pub when: String,
}

/// What a way of drawing means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrawnKey {
    /// How it is drawn: `held`, `planned` or `off`.
    pub state: &'static str,
    /// What that means.
    pub label: String,
}

/// A row of a matrix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnRow {
    /// Whose.
    pub label: String,
    /// What it shares with each of those above it; nothing where they share nothing.
    pub cells: Vec<Option<DrawnCell>>,
}

/// A cell of a matrix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnCell {
    /// How much, from 0 to 1.
    pub share: f64,
    /// How much, in per cent.
    pub value: String,
}
