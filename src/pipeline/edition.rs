//! One edition while it is rendered.

use super::Loaded;
use crate::diagnostic::Diagnostics;
use crate::html::{EMBLEM_WIDTH, PICTURE_WIDTH, Picture};
use crate::issue::{CheckedIssue, Pictures};
use crate::report::{self, ChartLook};
use crate::words::Words;

/// One edition while it is rendered.
pub(super) struct Edition<'a, 'i> {
    /// The issue in its language.
    pub(super) issue: &'a CheckedIssue<'i>,
    pub(super) words: &'a Words,
    /// Everything read.
    pub(super) loaded: &'a Loaded,
    /// The pictures of the texts.
    pub(super) pictures: &'a Pictures,
    /// The EU emblem and the indicators' charts.
    pub(super) drawn: Vec<Picture>,
    /// Where findings go.
    pub(super) findings: &'a mut Diagnostics,
}

impl Edition<'_, '_> {
    /// Draws the emblem and the charts, once for mail and page.
    pub(super) fn draw(&mut self) {
        let (issue, typesetter) = (self.issue, &self.loaded.typesetter);
        match typesetter.emblem(EMBLEM_WIDTH, issue.as_of.date) {
            Ok(png) => self.drawn.push(Picture::emblem(&png)),
            Err(more) => self.findings.append(more),
        }
        for chart in report::indicator_charts(issue, self.words) {
            let look = ChartLook::of(issue);
            match typesetter.chart(&chart.line.chart, look, PICTURE_WIDTH, issue.as_of.date) {
                Ok(png) => self.drawn.push(Picture::chart(&chart.line.id, png)),
                Err(more) => self.findings.append(more),
            }
        }
    }
}
