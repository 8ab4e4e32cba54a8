//! Pages of a report as drawings that are sharp at any size, for looking at them while one writes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use typst_layout::Page;

use crate::value::sha256;

/// How many drawings are remembered: those of the last reports of a dozen editions.
const REMEMBERED: usize = 600;

/// A page as an SVG drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct PagePicture {
    /// Its name, which changes with what it shows.
    pub name: String,
    /// Its width, in points.
    pub width: f64,
    /// Its height, in points.
    pub height: f64,
    /// The drawing. Its letters are outlines: no screen reader reads it.
    pub svg: Arc<[u8]>,
}

/// Pages that were drawn, by what they are made of: only those that changed are drawn again.
#[derive(Default)]
pub(super) struct DrawnPages(Mutex<BTreeMap<u128, PagePicture>>);

impl DrawnPages {
    /// The drawings of some pages.
    pub fn draw(&self, pages: &[Page]) -> Vec<PagePicture> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > REMEMBERED {
            known.clear();
        }
        let mut drawn =
            |page: &Page| known.entry(typst_utils::hash128(page)).or_insert_with(|| draw(page)).clone();
        pages.iter().map(&mut drawn).collect()
    }
}

/// The drawing of a page.
fn draw(page: &Page) -> PagePicture {
    let svg = typst_svg::svg(page, &typst_svg::SvgOptions::default()).into_bytes();
    let mut name = sha256(&svg);
    name.truncate(20);
    let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
    PagePicture { name, width, height, svg: svg.into() }
}
