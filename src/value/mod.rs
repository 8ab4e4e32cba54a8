//! The ground: what is valid by itself. Ids, days, months, languages, countries, addresses, numbers,
//! texts in several languages, and hashes: each a type that exists only if what was typed is right.
//!
//! In comes what somebody typed; out goes the value, or a [`Complaint`] that says what to type instead.
//! Nothing here knows of files, clusters or outputs.
//!
//! ```
//! use bulletin::value::{Month, Parse};
//!
//! assert_eq!(Month::parse("2024-04").unwrap().next().to_string(), "2024-05");
//! assert_eq!(Month::parse("April 2024").unwrap_err().hint, "type year and month, such as `2024-04`");
//! ```

mod address;
mod choice;
mod coding;
mod colour;
mod country;
mod date;
mod hash;
mod id;
mod language;
mod localised;
pub mod mail_words;
mod month;
mod number;
mod parse;
mod quotes;
mod spacing;
mod style;
mod text;

pub use address::{MailAddress, WebAddress, is_example_domain};
pub(crate) use choice::choices;
pub use coding::{base64, decoded, decoded_xml};
pub use colour::{CONTRAST, Colour};
pub use country::Country;
pub use date::{Date, Millis, Moment, When};
pub use hash::{hex, sha256, sha256_bytes};
pub use id::Id;
pub use language::{Language, language_meant};
pub use localised::Localised;
pub use month::{Month, Period};
pub use number::{Decimal, Euro};
pub use parse::{Complaint, Parse, Shape};
pub use quotes::{PIECE, Setter, set as set_quotes};
pub use style::{FrenchSpaces, Marks, Style, Typography};
pub use text::{is_noncharacter, on_one_line};
