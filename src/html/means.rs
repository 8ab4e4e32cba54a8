//! What a mail or a page is made with.

use super::{Picture, Templates};
use crate::issue::Pictures;
use crate::layouts::Layouts;
use crate::theme::Theme;
use crate::words::Words;

/// What a mail or a page is made with.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The words of its language.
    pub words: &'a Words,
    /// The layouts.
    pub layouts: &'a Layouts,
    /// The theme.
    pub theme: &'a Theme,
    /// Their templates.
    pub templates: &'a Templates,
    /// The pictures of the texts, as they were read.
    pub pictures: &'a Pictures,
    /// The EU emblem and the indicators' charts.
    pub drawn: &'a [Picture],
}
