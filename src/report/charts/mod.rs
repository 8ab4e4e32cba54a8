//! Charts as the layouts draw them: shares of a width, labels, an alternative text with all numbers,
//! and the same numbers as a table. One chart serves the report as vectors and the mail as PNG.

mod drawn;

pub use drawn::{
    ChartData, ChartTable, Drawing, DrawnBar, DrawnCell, DrawnKey, DrawnPoint, DrawnRow, DrawnShare,
    DrawnSpan, DrawnStack, DrawnTick,
};

use crate::value::{Date, Decimal, Month};
use crate::words::Words;

/// A row of a bar chart.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How much.
    pub value: Decimal,
    /// How much is wanted.
    pub target: Option<Decimal>,
}

/// Something with a first and a last day.
#[derive(Debug, Clone)]
pub struct Span {
    /// What.
    pub label: String,
    /// From when.
    pub from: Date,
    /// Until when.
    pub to: Date,
    /// How the layout draws it: `held`, `planned` or `off`.
    pub look: &'static str,
    /// Its state in words.
    pub state: String,
}

/// A chart.
#[derive(Debug, Clone)]
pub enum Chart {
    /// A bar a row, each against its target.
    Bars(String, String, Vec<Bar>),
    /// A bar a row, made of parts: title, unit, names of the parts, rows.
    Stacked(String, String, Vec<String>, Vec<(String, Vec<u32>)>),
    /// Values over time: title, unit, points, target.
    Line(String, String, Vec<(String, Decimal)>, Option<Decimal>),
    /// What lies when: title, the day that it is, rows.
    Timeline(String, Date, Vec<Span>),
    /// How much each pair shares, in per cent: title, labels, rows of cells.
    Heat(String, Vec<String>, Vec<Vec<Option<u32>>>),
}

impl Chart {
    /// What the layouts draw.
    pub fn data(&self, words: &Words) -> ChartData {
        match self {
            Self::Bars(title, unit, rows) => bars(title, unit, rows, words),
            Self::Stacked(title, unit, series, rows) => stacked(title, unit, series, rows, words),
            Self::Line(title, unit, points, target) => line(title, unit, points, target.as_ref(), words),
            Self::Timeline(title, today, rows) => timeline(title, *today, rows, words),
            Self::Heat(title, labels, rows) => heat(title, labels, rows),
        }
    }
}

/// A number for drawing; printed numbers stay exact.
fn approximate(number: &Decimal) -> f64 {
    number.as_str().parse().unwrap_or(0.0)
}

/// A share of a whole, from 0 to 1, short enough to be the same everywhere.
fn share(part: f64, whole: f64) -> f64 {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    (share * 10_000.0).round() / 10_000.0
}

/// The alternative text of a chart: its title, and each thing with its number.
fn alt(title: &str, parts: &[String]) -> String {
    format!("{title}: {}.", parts.join("; "))
}

/// A bar chart.
fn bars(title: &str, unit: &str, rows: &[Bar], words: &Words) -> ChartData {
    let all = rows.iter().flat_map(|row| std::iter::once(&row.value).chain(&row.target));
    let most = all.map(approximate).fold(0.0, f64::max);
    let number = |number: &Decimal| format!("{} {unit}", words.number(number)).trim().to_string();
    let said: Vec<String> = rows
        .iter()
        .map(|row| match &row.target {
            Some(target) => format!(
                "{} {} ({} {})",
                row.label,
                number(&row.value),
                words.get("chart-target"),
                number(target)
            ),
            None => format!("{} {}", row.label, number(&row.value)),
        })
        .collect();
    let drawn = rows.iter().map(|row| DrawnBar {
        label: row.label.clone(),
        value: number(&row.value),
        share: share(approximate(&row.value), most),
        target_share: row.target.as_ref().map(|target| share(approximate(target), most)),
    });
    let cells = rows.iter().map(|row| {
        let target = row.target.as_ref().map(number).unwrap_or_default();
        vec![row.label.clone(), number(&row.value), target]
    });
    ChartData {
        title: title.to_string(),
        alt: alt(title, &said),
        table: Some(ChartTable {
            header: ["chart-what", "indicator-value", "indicator-target"].map(|name| words.get(name)).into(),
            rows: cells.collect(),
        }),
        drawing: Drawing::Bars { rows: drawn.collect() },
    }
}

/// A chart of bars made of parts.
fn stacked(
    title: &str,
    unit: &str,
    series: &[String],
    rows: &[(String, Vec<u32>)],
    words: &Words,
) -> ChartData {
    let total = |parts: &[u32]| parts.iter().sum::<u32>();
    let most = rows.iter().map(|(_, parts)| total(parts)).max().unwrap_or(0);
    let number = |number: u32| words.number(&Decimal::whole(number));
    let said: Vec<String> = rows
        .iter()
        .map(|(label, parts)| {
            let parts: Vec<String> =
                series.iter().zip(parts).map(|(name, part)| format!("{} {name}", number(*part))).collect();
            format!("{label} {}", words.list(&parts))
        })
        .collect();
    let long = |part: &u32| DrawnShare { share: share(f64::from(*part), f64::from(most)) };
    let drawn = rows.iter().map(|(label, parts)| DrawnStack {
        label: label.clone(),
        total: format!("{} {unit}", number(total(parts))).trim().to_string(),
        parts: parts.iter().map(long).collect(),
    });
    let cells = rows.iter().map(|(label, parts)| {
        std::iter::once(label.clone()).chain(parts.iter().map(|part| number(*part))).collect()
    });
    ChartData {
        title: title.to_string(),
        alt: alt(title, &said),
        table: Some(ChartTable {
            header: std::iter::once(words.get("chart-what")).chain(series.iter().cloned()).collect(),
            rows: cells.collect(),
        }),
        drawing: Drawing::Stacked { series: series.to_vec(), rows: drawn.collect() },
    }
}

/// A chart of values over time.
fn line(
    title: &str,
    unit: &str,
    points: &[(String, Decimal)],
    target: Option<&Decimal>,
    words: &Words,
) -> ChartData {
    let most = points.iter().map(|(_, value)| value).chain(target).map(approximate).fold(0.0, f64::max);
    let number = |number: &Decimal| words.number(number);
    let mut said: Vec<String> =
        points.iter().map(|(label, value)| format!("{label} {}", number(value))).collect();
    said.extend(target.map(|target| format!("{} {}", words.get("chart-target"), number(target))));
    let last = points.len().saturating_sub(1);
    // At most six labels stand side by side.
    let every = points.len().div_ceil(6).max(1);
    #[allow(clippy::cast_precision_loss)] // a report has fewer points than that
    let across = |at: usize| share(at as f64, last.max(1) as f64);
    let title = format!("{title} ({unit})");
    let drawn = points.iter().enumerate().map(|(at, (label, value))| DrawnPoint {
        x: across(at),
        y: share(approximate(value), most),
        label: label.clone(),
        value: number(value),
        shown: (last - at).is_multiple_of(every),
    });
    ChartData {
        alt: alt(&title, &said),
        title,
        table: Some(ChartTable {
            header: ["indicator-period", "indicator-value"].map(|name| words.get(name)).into(),
            rows: points.iter().map(|(label, value)| vec![label.clone(), number(value)]).collect(),
        }),
        drawing: Drawing::Line {
            points: drawn.collect(),
            target: target.map(|target| format!("{} {}", words.get("chart-target"), number(target))),
            target_y: target.map(|target| share(approximate(target), most)),
        },
    }
}

/// A chart of what lies when. Its numbers stand in the table of events beside it.
fn timeline(title: &str, today: Date, rows: &[Span], words: &Words) -> ChartData {
    let first = rows.iter().map(|row| row.from).min().unwrap_or(today);
    let last = rows.iter().map(|row| row.to).max().unwrap_or(today);
    let (first, last) = (Month::of(first).first(), Month::of(last).last());
    let days = |from: Date, to: Date| f64::from((to - from).get_days());
    let at = |date: Date| share(days(first, date), days(first, last) + 1.0);
    let mut ticks = Vec::new();
    let mut month = Month::of(first);
    while month.first() <= last {
        ticks.push((at(month.first()), words.short_month(month.first())));
        month = month.next();
    }
    let every = ticks.len().div_ceil(8).max(1);
    let ticks = ticks.iter().step_by(every).map(|(x, label)| DrawnTick { x: *x, label: label.clone() });
    let when = |row: &Span| words.days(row.from, row.to);
    let said: Vec<String> =
        rows.iter().map(|row| format!("{}, {}, {}", row.label, when(row), row.state)).collect();
    let drawn = rows.iter().map(|row| DrawnSpan {
        label: row.label.clone(),
        start: at(row.from),
        end: at(row.to),
        state: row.look,
        when: when(row),
    });
    let key = [("held", "event-held"), ("planned", "event-planned"), ("off", "event-cancelled")];
    let shown = key.iter().filter(|(look, _)| rows.iter().any(|row| row.look == *look));
    let key = shown.map(|(look, name)| DrawnKey { state: look, label: words.get(name) }).collect();
    ChartData {
        title: title.to_string(),
        alt: alt(title, &said),
        table: None,
        drawing: Drawing::Timeline {
            ticks: ticks.collect(),
            today: (first <= today && today <= last).then(|| at(today)),
            today_label: words.get("chart-today"),
            key,
            rows: drawn.collect(),
        },
    }
}

/// A matrix of per cents.
fn heat(title: &str, labels: &[String], rows: &[Vec<Option<u32>>]) -> ChartData {
    let mut said = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        for (j, cell) in row.iter().enumerate().skip(i + 1) {
            if let Some(value) = cell.filter(|value| *value > 0) {
                said.push(format!("{} – {} {value} %", labels[i], labels[j]));
            }
        }
    }
    let most = rows.iter().flatten().flatten().max().copied().unwrap_or(0);
    let cell =
        |value: u32| DrawnCell { share: share(f64::from(value), f64::from(most)), value: value.to_string() };
    // Both halves say the same: the lower one stays, without its zeros.
    let drawn = labels.iter().zip(rows).enumerate().map(|(at, (label, row))| DrawnRow {
        label: label.clone(),
        cells: row.iter().take(at).map(|value| value.filter(|value| *value > 0).map(cell)).collect(),
    });
    ChartData {
        title: title.to_string(),
        alt: alt(title, &said),
        table: None,
        drawing: Drawing::Heat { labels: labels.to_vec(), rows: drawn.collect() },
    }
}
