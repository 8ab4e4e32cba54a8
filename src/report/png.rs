//! Pages as pictures.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use typst_layout::Page;

use crate::diagnostic::Diagnostic;

/// Pictures that were drawn, by what they were made of.
pub(super) type Known = Mutex<BTreeMap<String, Vec<u8>>>;

/// A page as PNG, 2 pixels a CSS pixel.
pub(super) fn picture_of(pages: &[Page], at: usize, width: u32) -> Result<Vec<u8>, Diagnostic> {
    picture_once(pages, at, width, &Known::default())
}

/// The same; what shows the same pixels as one that was drawn before is not compressed again, which takes
/// most of the time.
pub(super) fn picture_once(
    pages: &[Page],
    at: usize,
    width: u32,
    drawn: &Known,
) -> Result<Vec<u8>, Diagnostic> {
    let failed = |why: String| Diagnostic::fatal("picture", format!("a picture can't be drawn: {why}"));
    let page = pages.get(at).ok_or_else(|| failed("there is no page".into()))?;
    let scale = f64::from(width) * 2.0 / page.frame.width().to_pt();
    let options = typst_render::RenderOptions {
        pixel_per_pt: typst_utils::Scalar::new(scale),
        ..typst_render::RenderOptions::default()
    };
    let pixels = typst_render::render(page, &options);
    let key = format!("pixels {} {:032x}", pixels.width(), typst_utils::hash128(pixels.data()));
    if let Some(known) = drawn.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(known.clone());
    }
    let png = pixels.encode_png().map_err(|error| failed(error.to_string()))?;
    drawn.lock().unwrap_or_else(PoisonError::into_inner).insert(key, png.clone());
    Ok(png)
}
