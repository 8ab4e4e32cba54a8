//! The step from what was typed to a value that is valid, or a complaint that says what to type.

/// Why a value was not accepted, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What is wrong; lower case, no full stop.
    pub message: String,
    /// What to type.
    pub hint: String,
}

impl Complaint {
    /// A complaint with its hint.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// What may be typed for a value: for schemas and help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Whole,
    /// A text of a certain form.
    Form {
        /// What it is, in a word or two.
        what: &'static str,
        /// Its form, as a regular expression that JSON Schema understands (ECMA 262).
        pattern: &'static str,
        /// An example.
        example: &'static str,
    },
    /// One of some words, each with what it means.
    Words(&'static [(&'static str, &'static str)]),
}

/// A value that is valid once it exists.
pub trait Parse: Sized {
    /// What may be typed.
    const SHAPE: Shape;

    /// Parses the text of a scalar; it is trimmed and not empty.
    fn parse(text: &str) -> Result<Self, Complaint>;
}

impl Parse for String {
    const SHAPE: Shape = Shape::Text;

    fn parse(text: &str) -> Result<Self, Complaint> {
        Ok(text.to_string())
    }
}

impl Parse for bool {
    const SHAPE: Shape = Shape::Flag;

    fn parse(text: &str) -> Result<Self, Complaint> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Complaint::new(
                format!("`{text}` is neither `true` nor `false`"),
                "type `true` or `false`",
            )),
        }
    }
}

impl Parse for u32 {
    const SHAPE: Shape = Shape::Whole;

    fn parse(text: &str) -> Result<Self, Complaint> {
        text.parse().map_err(|_| {
            Complaint::new(format!("`{text}` is not a whole number"), "type digits only, such as `25`")
        })
    }
}
