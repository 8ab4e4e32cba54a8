//! What partners send becomes draft texts: Word and LibreOffice files, mails, pages, forms and feeds.
//!
//! In come files as they arrived; out come [`Contribution`]s, cleaned of what is no news, and of them [`Draft`]s:
//! texts with the status `draft`, their pictures, and a note of what was taken away and why. Nothing here touches
//! the disk but [`Gathered`], which remembers what was taken in.

mod clean;
mod draft;
mod fetch;
mod gathered;
mod lines;
mod links;
mod minute_words;
mod minutes;
mod pictures;
mod place;
mod read;
mod spans;
mod tongue;
mod tree;

use std::fmt;

use crate::markdown::Document;
use crate::value::Date;

pub use draft::{Draft, drafts};
pub use fetch::fetch;
pub use gathered::{Fate, Gathered};
pub use pictures::picture_by_itself;
pub use place::Owner;
pub use read::{Form, Input, proposed, read};

/// Why something could not be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Refused {
    /// Why something could not be taken in, and what to do.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// Why words of a contribution are not in its draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A greeting at the beginning.
    Greeting,
    /// The end of a letter, with the sender's name and address.
    Signature,
    /// An earlier mail that is answered or passed on.
    Quoted,
    /// A notice of confidentiality.
    Notice,
    /// A line of a telephone or a mail program.
    SentFrom,
    /// The words of a mail that carries the text in a file.
    Cover,
    /// A mail's subject that says only that news is in it.
    Subject,
    /// A comment in the margin.
    Comment,
    /// Words that a tracked change deletes.
    Deleted,
    /// Hidden words.
    Hidden,
    /// The head or foot of a page.
    PageEdge,
    /// A list of contents.
    Contents,
    /// A drawing or chart.
    Drawing,
    /// A sign of a font of its own.
    Symbol,
    /// Something that lies elsewhere: it is not fetched.
    Outside,
    /// A picture that counts readers.
    Tracker,
    /// An attached file that is no text.
    Attachment,
    /// A question of a form that was not answered with news.
    Unmapped,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Greeting => "a greeting",
            Self::Signature => "a signature",
            Self::Quoted => "an earlier mail",
            Self::Notice => "a notice of confidentiality",
            Self::SentFrom => "a mail program's line",
            Self::Cover => "a covering note",
            Self::Subject => "the subject",
            Self::Comment => "comments in the margin",
            Self::Deleted => "deleted words",
            Self::Hidden => "hidden words",
            Self::PageEdge => "a page's head or foot",
            Self::Contents => "a list of contents",
            Self::Drawing => "a drawing",
            Self::Symbol => "a sign of a font of its own",
            Self::Outside => "something that lies elsewhere",
            Self::Tracker => "a picture that counts readers",
            Self::Attachment => "an attached file",
            Self::Unmapped => "an answer that no field is for",
        })
    }
}

/// Words that are not in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Why.
    pub why: Why,
    /// The words.
    pub words: String,
}

impl Removed {
    /// Words that are not in the draft, and why.
    pub fn new(why: Why, words: impl Into<String>) -> Self {
        Self { why, words: words.into() }
    }
}

/// A picture that came with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name that it has in the text.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A text as it was read.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Its words.
    pub document: Document,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// What is not in it.
    pub removed: Vec<Removed>,
    /// Its title, if it is told apart from the words.
    pub title: Option<String>,
    /// The day on which it was written.
    pub date: Option<Date>,
    /// The language that it says it is in.
    pub language: Option<String>,
}

/// What kind of thing a contribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// News.
    Update,
    /// Minutes of a meeting.
    Minutes,
    /// An event to come.
    Event,
}

/// Something that a partner sent.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// What it is known by when it comes again: a Message-ID, a feed's id, a form's row, a file's name.
    pub identity: String,
    /// Where it came from, as people call it: a file's name, or an address.
    pub source: String,
    /// The hash of what came.
    pub sha256: String,
    /// The original, and how its file ends.
    pub original: (Vec<u8>, &'static str),
    /// Its words.
    pub text: Text,
    /// The domain of the sender's address; the address itself is not kept.
    pub domain: Option<String>,
    /// The project that it names, in the sender's words.
    pub project: Option<String>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether its date is that of what it tells, and not of its writing.
    pub is_dated: bool,
    /// Fields that a form filled in: of the update or the event.
    pub fields: Vec<(String, String)>,
}

/// The name of a picture in the text until it has one of its own.
fn picture_name(index: usize, source: &str) -> String {
    let kind = match source.strip_prefix("data:image/") {
        Some(rest) => rest.split([';', ',']).next().unwrap_or("png"),
        None => source.rsplit('.').next().filter(|end| end.len() < 5).unwrap_or("png"),
    };
    let kind: String = kind.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    format!("picture-{}.{}", index + 1, if kind.is_empty() { "png" } else { &kind })
}

/// A text as YAML holds it between quotation marks.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}
