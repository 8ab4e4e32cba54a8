//! Markdown once, three outputs: comrak reads it, [`Document`] is the tree that we keep, and the
//! writers make HTML and plain text of it; the report's room makes Typst content of the same tree.

mod columns;
mod html;
mod parse;
mod raw;
pub mod smart;
mod text;
mod tree;
mod unworked;

pub use columns::{Columns, DENSE_INSET, together, word_pieces};
pub use html::{HtmlStyle, HtmlWriter, Img, escape_attribute, escape_text};
pub use parse::{Input, parse};
pub use text::{TextWriter, plain, visible, wrap};
pub use tree::{Alert, Block, BlockKind, Document, Image, Inline, InlineKind, Item, List, Table, is_picture};
