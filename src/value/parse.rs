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

/// A value that is valid once it exists.
pub trait Parse: Sized {
    /// Parses the text of a scalar; it is trimmed and not empty.
    fn parse(text: &str) -> Result<Self, Complaint>;
}

impl Parse for String {
    fn parse(text: &str) -> Result<Self, Complaint> {
        Ok(text.to_string())
    }
}

impl Parse for bool {
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
    fn parse(text: &str) -> Result<Self, Complaint> {
        text.parse().map_err(|_| {
            Complaint::new(format!("`{text}` is not a whole number"), "type digits only, such as `25`")
        })
    }
}
