//! The synergy report: Typst embedded, given content and data, never generated markup. This is
//! the only room that names Typst's types.

mod charts;
mod compile;
mod content;
mod data;
mod inspect;
mod native;
mod world;

pub use charts::{Bar, Chart, Span};
pub use compile::{
    Report, chart_lettering, chart_png, emblem_png, look_at_layouts, render, typeset, virtual_files,
};
pub use data::{
    REPORT_DATA, cover_note, indicator_charts, introduces_projects, paragraphs, public_data, report_data,
};
pub use inspect::PageText;
