//! Indicators: their newest value against their target, and which make a line, drawn as a chart: those with three
//! values or more, and of these the first four. The report shows all values, the mail the first lines
//! (`newsletter/sections`).

use super::Data;
use super::parts::{IndicatorLine, IndicatorPart};
use crate::issue::CheckedIssue;
use crate::layouts::Layouts;
use crate::model::{Aggregation, Channel, Indicator};
use crate::report::{Chart, ChartTable};
use crate::value::{Decimal, Period};
use crate::words::Words;

/// The fewest values of an indicator that make a line.
const LINE: usize = 3;

/// The most lines that a report draws.
const LINES: usize = 4;

/// The most periods that the table of all values has.
const PERIODS: usize = 6;

/// The line of an indicator with its newest number as text, for outputs that draw it alone.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorChart {
    /// The line.
    pub line: IndicatorLine,
    /// The newest value.
    pub newest: IndicatorPart,
}

/// The lines of the public indicators, as charts.
pub fn indicator_charts(issue: &CheckedIssue<'_>, words: &Words) -> Vec<IndicatorChart> {
    let layouts = Layouts::none();
    let data = Data { issue, words, layouts: &layouts, channel: Channel::Newsletter };
    let lines = data.lines().into_iter();
    lines
        .filter_map(|(indicator, line)| Some(IndicatorChart { line, newest: data.indicator(indicator)? }))
        .collect()
}

/// The public indicators with their newest values, those with a target first.
pub fn newest_values(issue: &CheckedIssue<'_>, words: &Words) -> Vec<IndicatorPart> {
    let layouts = Layouts::none();
    let data = Data { issue, words, layouts: &layouts, channel: Channel::Newsletter };
    let mut parts: Vec<_> = issue.indicators().filter_map(|indicator| data.indicator(indicator)).collect();
    parts.sort_by_key(|part| part.share.is_none());
    parts
}

impl Data<'_, '_> {
    /// The values of an indicator up to the issue's last day, by period; a sum's as they run up to its target.
    fn values(&self, indicator: &Indicator) -> Vec<(Period, Decimal)> {
        let until = self.issue.period.1;
        let known = indicator.values.iter().filter(|value| value.period.last <= until);
        let mut values: Vec<_> =
            known.filter_map(|value| Some((value.period.clone(), value.value.clone()?))).collect();
        values.sort_by_key(|(period, _)| period.last);
        if indicator.aggregation == Aggregation::Sum {
            let mut total = Decimal::whole(0);
            for (_, value) in &mut values {
                total = total.plus(value);
                *value = total.clone();
            }
        }
        values
    }

    /// An indicator's newest value, if it has one up to the issue's last day.
    pub(super) fn indicator(&self, indicator: &Indicator) -> Option<IndicatorPart> {
        let (value, period) = indicator.value(self.issue.period.1)?;
        let values = self.values(indicator);
        let number = |number: &Decimal| number.as_str().parse().unwrap_or(0.0);
        let most =
            values.iter().map(|(_, value)| value).chain(&indicator.target).map(number).fold(0.0, f64::max);
        #[allow(clippy::cast_precision_loss)] // fewer points than that
        let across = |at: usize| at as f64 / (values.len().max(2) - 1) as f64;
        let point = |(at, (_, value)): (usize, &(Period, Decimal))| {
            (short(across(at)), short(number(value) / most.max(1e-9)))
        };
        let ends = values.first().zip(values.last()).filter(|_| values.len() > 1);
        let reached = indicator.target.as_ref().filter(|target| number(target) > 0.0);
        let share = reached.map(|target| number(&value) / number(target));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a share of a target
        let per_cent = |share: f64| (share * 100.0).round().clamp(0.0, 1e6) as u32;
        let progress = reached.zip(share).map(|(target, share)| {
            let values = [
                ("percent", format!("{}\u{A0}%", per_cent(share)).into()),
                ("target", self.words.number(target).into()),
            ];
            self.words.with("indicator-progress", &values)
        });
        Some(IndicatorPart {
            what: self.indicator_name(indicator),
            unit: indicator.unit.clone(),
            period: self.words.period(period),
            value: self.words.number(&value),
            target: indicator.target.as_ref().map(|target| self.words.number(target)),
            progress,
            share: share.map(|share| short(share.clamp(0.0, 1.0))),
            points: values.iter().enumerate().map(point).collect(),
            from_to: ends.map(|(from, to)| (self.words.period(&from.0), self.words.period(&to.0))),
        })
    }

    /// A line for each indicator with enough values, with the indicator.
    pub(super) fn lines(&self) -> Vec<(&Indicator, IndicatorLine)> {
        let lines = self.issue.indicators().filter_map(|indicator| {
            let values = self.values(indicator).into_iter();
            let points: Vec<_> = values.map(|(period, value)| (self.words.period(&period), value)).collect();
            let many = points.len() >= LINE;
            let chart = Chart::Line(
                self.indicator_name(indicator),
                indicator.unit.clone(),
                points,
                indicator.target.clone(),
            );
            // It is known by the indicator's id: two may have one label.
            let line = || IndicatorLine { id: indicator.id.clone(), chart: chart.data(self.words) };
            many.then(|| (indicator, line()))
        });
        lines.take(LINES).collect()
    }

    /// The indicators' values by period, the last few: a row an indicator, a column a period.
    pub(super) fn value_table(&self) -> Option<ChartTable> {
        let until = self.issue.period.1;
        let mut periods: Vec<Period> = Vec::new();
        for value in self.issue.indicators().flat_map(|indicator| &indicator.values) {
            let known = periods.iter().any(|period| period.text == value.period.text);
            if !known && value.value.is_some() && value.period.last <= until {
                periods.push(value.period.clone());
            }
        }
        periods.sort_by(|a, b| (a.last, &a.text).cmp(&(b.last, &b.text)));
        let periods = &periods[periods.len().saturating_sub(PERIODS)..];
        let row = |indicator: &Indicator| {
            let of = |period: &Period| {
                let found = indicator.values.iter().find(|value| value.period.text == period.text);
                found
                    .and_then(|value| value.value.as_ref())
                    .map_or("–".to_string(), |v| self.words.number(v))
            };
            let total = indicator.value(until).map(|(value, _)| self.words.number(&value))?;
            let target =
                indicator.target.as_ref().map_or("–".to_string(), |target| self.words.number(target));
            let name = format!("{} ({})", self.indicator_name(indicator), indicator.unit);
            Some([name].into_iter().chain(periods.iter().map(of)).chain([total, target]).collect())
        };
        let rows: Vec<Vec<String>> = self.issue.indicators().filter_map(row).collect();
        let names = periods.iter().map(|period| self.words.period(period));
        let ends = ["indicator-value", "indicator-target"].map(|name| self.words.get(name));
        let header = [self.words.get("indicator-what")].into_iter().chain(names).chain(ends).collect();
        (!rows.is_empty()).then_some(ChartTable { header, rows })
    }
}

/// A share, short enough to be the same everywhere.
fn short(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
