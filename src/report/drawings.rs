//! What mail and web show, drawn by the report's Typst code: emblem, charts, the picture of shared links,
//! pages as PNG.

use std::sync::{Arc, PoisonError};

use typst_layout::PagedDocument;

use super::charts::ChartData;
use super::compile::compile;
use super::inspect;
use super::png::picture_of;
use super::share::ShareCard;
use super::typesetter::{ChartLook, LOOK, Typesetter, bytes_of, chart_files};
use super::world::{Files, ReportWorld};
use crate::diagnostic::Diagnostics;
use crate::model::Limits;
use crate::value::{Date, sha256};

/// The width of the picture that shared links show, in CSS pixels.
const SHARED: u32 = 600;

impl Typesetter {
    /// The EU emblem as PNG, 2 pixels a CSS pixel, drawn by the same Typst code as in the report.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout that draws it.
    pub fn emblem(&self, width: u32, day: Date) -> Result<Vec<u8>, Diagnostics> {
        self.picture(Files::new("/layouts/report/emblem-picture.typ", day), width)
    }

    /// A chart as PNG, 2 pixels a CSS pixel, drawn by the same Typst code as in the report.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout that draws it.
    pub fn chart(
        &self,
        chart: &ChartData,
        look: ChartLook<'_>,
        width: u32,
        day: Date,
    ) -> Result<Vec<u8>, Diagnostics> {
        self.picture(chart_files(chart, look, day)?, width)
    }

    /// The picture that shared links show, 1200 by 630 pixels.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout that draws it.
    pub fn share(&self, card: &ShareCard<'_>, day: Date) -> Result<Vec<u8>, Diagnostics> {
        let mut findings = Diagnostics::new();
        let tokens = bytes_of(&card.theme.print_tokens([]), &mut findings).ok_or_else(|| findings.clone())?;
        let data = bytes_of(card, &mut findings).ok_or(findings)?;
        let mut files = Files::new("/layouts/report/share.typ", day);
        files.add("/data/share.json", data);
        files.add(LOOK, tokens);
        self.picture(files, SHARED)
    }

    /// The words of a chart that a line strikes; nothing where it can't be drawn.
    pub fn struck(&self, chart: &ChartData, look: ChartLook<'_>, day: Date) -> Option<Vec<String>> {
        let files = chart_files(chart, look, day).ok()?;
        let document = compile(&self.world(files), Limits::default().seconds, &mut Diagnostics::new())?;
        Some(document.pages().iter().flat_map(|page| inspect::struck(&page.frame)).collect())
    }

    /// The smallest letters of a chart's picture, in points.
    pub fn lettering(&self, chart: &ChartData, look: ChartLook<'_>, day: Date) -> Option<f64> {
        let files = chart_files(chart, look, day).ok()?;
        let document = compile(&self.world(files), Limits::default().seconds, &mut Diagnostics::new())?;
        document.pages().iter().filter_map(|page| inspect::smallest_letters(&page.frame)).reduce(f64::min)
    }

    /// The one page of a small document as PNG, 2 pixels a CSS pixel.
    fn picture(&self, files: Files, width: u32) -> Result<Vec<u8>, Diagnostics> {
        let world = self.world(files);
        let key = sha256(format!("{width} {}", world.fingerprint()).as_bytes());
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(drawn) = drawn {
            return Ok(drawn);
        }
        let png = png(&world, width)?;
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner).insert(key, png.clone());
        Ok(png)
    }
}

/// The one page of a world's document as PNG, 2 pixels a CSS pixel.
fn png(world: &Arc<ReportWorld>, width: u32) -> Result<Vec<u8>, Diagnostics> {
    let mut findings = Diagnostics::new();
    let document: PagedDocument =
        compile(world, Limits::default().seconds, &mut findings).ok_or_else(|| findings.clone())?;
    picture_of(document.pages(), 0, width).map_err(|fault| {
        findings.push(fault);
        findings
    })
}
