//! Charts as the layouts draw them: shares of a width, labels, an alternative text with all numbers,
//! and the same numbers as a table. One chart serves the report as vectors and the mail as PNG.

use serde_json::{Value, json};

use crate::model::{Date, Decimal, Month};
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
    pub fn data(&self, words: &Words) -> Value {
        match self {
            Self::Bars(title, unit, rows) => bars(title, unit, rows, words),
            Self::Stacked(title, unit, series, rows) => stacked(title, unit, series, rows, words),
            Self::Line(title, unit, points, target) => line(title, unit, points, target.as_ref(), words),
            Self::Timeline(title, today, rows) => timeline(title, *today, rows, words),
            Self::Heat(title, labels, rows) => heat(title, labels, rows, words),
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
fn bars(title: &str, unit: &str, rows: &[Bar], words: &Words) -> Value {
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
    json!({
        "kind": "bars", "title": title, "alt": alt(title, &said),
        "rows": rows.iter().map(|row| json!({
            "label": row.label, "value": number(&row.value), "share": share(approximate(&row.value), most),
            "target_share": row.target.as_ref().map(|target| share(approximate(target), most)),
        })).collect::<Vec<_>>(),
        "table": {
            "header": [words.get("chart-what"), words.get("indicator-value"), words.get("indicator-target")],
            "rows": rows.iter().map(|row| json!([
                row.label, number(&row.value), row.target.as_ref().map(number).unwrap_or_default(),
            ])).collect::<Vec<_>>(),
        },
    })
}

/// A chart of bars made of parts.
fn stacked(title: &str, unit: &str, series: &[String], rows: &[(String, Vec<u32>)], words: &Words) -> Value {
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
    json!({
        "kind": "stacked", "title": title, "alt": alt(title, &said), "series": series,
        "rows": rows.iter().map(|(label, parts)| json!({
            "label": label, "total": format!("{} {unit}", number(total(parts))).trim(),
            "parts": parts.iter().map(|part| json!({"share": share(f64::from(*part), f64::from(most))})).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "table": {
            "header": std::iter::once(words.get("chart-what")).chain(series.iter().cloned()).collect::<Vec<_>>(),
            "rows": rows.iter().map(|(label, parts)| {
                std::iter::once(label.clone()).chain(parts.iter().map(|part| number(*part))).collect::<Vec<_>>()
            }).collect::<Vec<_>>(),
        },
    })
}

/// A chart of values over time.
fn line(
    title: &str,
    unit: &str,
    points: &[(String, Decimal)],
    target: Option<&Decimal>,
    words: &Words,
) -> Value {
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
    json!({
        "kind": "line", "title": format!("{title} ({unit})"), "alt": alt(&format!("{title} ({unit})"), &said),
        "points": points.iter().enumerate().map(|(at, (label, value))| json!({
            "x": across(at), "y": share(approximate(value), most), "label": label, "value": number(value),
            "shown": (last - at).is_multiple_of(every),
        })).collect::<Vec<_>>(),
        "target": target.map(|target| format!("{} {}", words.get("chart-target"), number(target))),
        "target_y": target.map(|target| share(approximate(target), most)),
        "table": {
            "header": [words.get("indicator-period"), words.get("indicator-value")],
            "rows": points.iter().map(|(label, value)| json!([label, number(value)])).collect::<Vec<_>>(),
        },
    })
}

/// A chart of what lies when. Its numbers stand in the table of events beside it.
fn timeline(title: &str, today: Date, rows: &[Span], words: &Words) -> Value {
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
    let ticks = ticks.iter().step_by(every).map(|(x, label)| json!({"x": x, "label": label}));
    let when = |row: &Span| match row.from == row.to {
        true => words.date(row.from),
        false => format!("{} – {}", words.date(row.from), words.date(row.to)),
    };
    let said: Vec<String> =
        rows.iter().map(|row| format!("{}, {}, {}", row.label, when(row), row.state)).collect();
    json!({
        "kind": "timeline", "title": title, "alt": alt(title, &said),
        "ticks": ticks.collect::<Vec<_>>(),
        "today": (first <= today && today <= last).then(|| at(today)),
        "rows": rows.iter().map(|row| json!({
            "label": row.label, "start": at(row.from), "end": at(row.to), "state": row.look,
        })).collect::<Vec<_>>(),
        "table": null,
    })
}

/// A matrix of per cents.
fn heat(title: &str, labels: &[String], rows: &[Vec<Option<u32>>], words: &Words) -> Value {
    let mut said = Vec::new();
    let mut table = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        for (j, cell) in row.iter().enumerate().skip(i + 1) {
            if let Some(value) = cell.filter(|value| *value > 0) {
                said.push(format!("{} – {} {value} %", labels[i], labels[j]));
                table.push(json!([format!("{} – {}", labels[i], labels[j]), format!("{value}\u{A0}%")]));
            }
        }
    }
    json!({
        "kind": "heat", "title": title, "alt": alt(title, &said), "labels": labels,
        "rows": labels.iter().zip(rows).map(|(label, row)| json!({
            "label": label,
            "cells": row.iter().map(|cell| cell.map(|value| json!({
                "share": share(f64::from(value), 100.0), "value": value.to_string(),
            }))).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "table": {"header": [words.get("chart-pair"), words.get("chart-overlap")], "rows": table},
    })
}
