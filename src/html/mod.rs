//! What mail and web share: the Handlebars registry, pictures by what they show, and marks of language.
//!
//! In come layouts, a piece's data and pictures that were drawn or read before; out goes HTML. What is
//! said in it, and in which order, is the newsletter's and the web edition's to know.
//!
//! ```
//! use bulletin::html::mark;
//! use bulletin::value::{Language, Parse};
//!
//! let greek = Language::parse("el").unwrap();
//! assert_eq!(mark(Some(&greek)), " lang=\"el\" dir=\"ltr\"");
//! assert_eq!(mark(None), "");
//! ```

mod language;
mod means;
mod picture;
mod templates;
mod together;

pub use language::{Paragraph, mark, said};
pub use means::Means;
pub use picture::{
    EMBLEM_WIDTH, HERO_WIDTH, LOGO, PICTURE_WIDTH, Picture, Shows, THUMB_WIDTH, of_file, that_shows,
};
pub use templates::Templates;
pub use together::kept_together;
