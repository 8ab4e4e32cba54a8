//! Markdown once, three outputs: comrak reads it, [`Document`] is the tree that we keep, and the writers make
//! HTML and plain text of it. The report's room makes Typst content of the same tree.
//!
//! In comes an author's text; out goes a [`Document`] whose parts know their bytes in that text, and a
//! finding for each thing that no output can show.
//!
//! ```
//! use bulletin::markdown::{TextWriter, escape_text, plain};
//!
//! assert_eq!(escape_text("Plans & <maps>"), "Plans &amp; &lt;maps&gt;");
//! assert_eq!(plain("H₂O"), "H₂O");
//! let mut writer = TextWriter::new("picture");
//! assert_eq!(writer.link("the plans", "https://example.org/plans"), "the plans [1]");
//! ```

mod columns;
mod html;
mod parse;
mod raw;
mod skeleton;
pub mod smart;
mod source;
mod text;
mod tree;
mod unworked;

pub use columns::{Columns, DENSE_INSET, together, word_pieces};
pub use html::{HtmlStyle, HtmlWriter, Img, escape_attribute, escape_text};
pub use parse::{Input, parse};
pub use skeleton::{is_blank, skeleton};
pub use text::{TextWriter, plain, visible, wrap};
pub use tree::{
    Alert, Block, BlockKind, Document, Image, Inline, InlineKind, Item, List, Table, attributed, is_picture,
};
