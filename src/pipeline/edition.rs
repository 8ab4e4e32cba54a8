//! One edition while it is rendered.

use super::Loaded;
use crate::diagnostic::Diagnostics;
use crate::html::{EMBLEM_WIDTH, Means, PICTURE_WIDTH, Picture};
use crate::issue::{Address, CheckedIssue, Pictures};
use crate::report::{self, ChartLook, ShareCard};
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
    /// Draws the emblem.
    pub(super) fn draw_emblem(&mut self) {
        match self.loaded.typesetter.emblem(EMBLEM_WIDTH, self.issue.as_of.date) {
            Ok(png) => self.drawn.push(Picture::emblem(png)),
            Err(more) => self.findings.append(more),
        }
    }

    /// What mail and page are made with, and where their findings go.
    pub(super) fn means(&mut self) -> (Means<'_>, &mut Diagnostics) {
        let means = Means {
            words: self.words,
            layouts: &self.loaded.layouts,
            theme: &self.loaded.theme,
            templates: &self.loaded.templates,
            pictures: self.pictures,
            drawn: &self.drawn,
        };
        (means, &mut *self.findings)
    }

    /// The picture that shared links show, where there is an address to share.
    pub(super) fn share(&mut self) -> Option<Vec<u8>> {
        let issue = self.issue;
        Address::of(issue).page()?;
        let card = ShareCard::of(issue, self.words, &self.loaded.theme);
        match self.loaded.typesetter.share(&card, issue.as_of.date) {
            Ok(png) => Some(png),
            Err(more) => {
                self.findings.append(more);
                None
            }
        }
    }

    /// Draws the emblem and the charts, once for mail and page.
    pub(super) fn draw(&mut self) {
        self.draw_emblem();
        let (issue, typesetter) = (self.issue, &self.loaded.typesetter);
        for chart in report::indicator_charts(issue, self.words) {
            let look = ChartLook { theme: &self.loaded.theme, language: &issue.language };
            match typesetter.chart(&chart.line.chart, look, PICTURE_WIDTH, issue.as_of.date) {
                Ok(png) => self.drawn.push(Picture::chart(&chart.line.id, png)),
                Err(more) => self.findings.append(more),
            }
        }
    }
}
