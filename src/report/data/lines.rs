//! Which indicators make a line, drawn as a chart: those with three values or more, and of these the first
//! four. The report shows them all, the mail the first of them (`newsletter/sections`).

use super::Data;
use super::parts::{IndicatorLine, IndicatorPart};
use crate::issue::CheckedIssue;
use crate::layouts::Layouts;
use crate::model::{Aggregation, Channel, Indicator};
use crate::report::Chart;
use crate::words::Words;

/// The fewest values of an indicator that make a line.
const LINE: usize = 3;

/// The most lines that a report draws.
const LINES: usize = 4;

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

impl Data<'_, '_> {
    /// A line for each indicator with enough values, with the indicator.
    pub(super) fn lines(&self) -> Vec<(&Indicator, IndicatorLine)> {
        let until = self.issue.period.1;
        let lines = self.issue.indicators().filter_map(|indicator| {
            let mut values: Vec<_> = indicator
                .values
                .iter()
                .filter(|value| value.period.last <= until)
                .filter_map(|value| {
                    Some((value.period.last, value.period.text.clone(), value.value.clone()?))
                })
                .collect();
            values.sort_by_key(|(last, _, _)| *last);
            let points: Vec<_> = values.into_iter().map(|(_, label, value)| (label, value)).collect();
            // A sum's target is one for all periods together, which no single period's value meets.
            let target = indicator.target.clone().filter(|_| indicator.aggregation != Aggregation::Sum);
            let chart =
                Chart::Line(self.indicator_name(indicator), indicator.unit.clone(), points.clone(), target);
            // It is known by the indicator's id: two may have one label.
            let line = || IndicatorLine { id: indicator.id.clone(), chart: chart.data(self.words) };
            (points.len() >= LINE).then(|| (indicator, line()))
        });
        lines.take(LINES).collect()
    }
}
