//! One rendering, many recipients: their values are joined in at sentinels, never by a second
//! pass of a template, so that `{{` in an author's text stays what it is.

use crate::markdown::escape_attribute;

/// Opens a sentinel: a character that no text may hold (Unicode, section 23.7; our scan of the
/// sources refuses it).
const OPEN: char = '\u{FDD0}';

/// Closes a sentinel.
const CLOSE: char = '\u{FDD1}';

/// The sentinel for the unsubscribe address.
const UNSUBSCRIBE: &str = "\u{FDD0}unsubscribe\u{FDD1}";

/// The sentinel before a picture's file name.
const PICTURES: &str = "\u{FDD0}pictures\u{FDD1}";

/// The sentinel behind a picture's file name.
const PICTURES_END: &str = "\u{FDD0}pictures-end\u{FDD1}";

/// What differs between two recipients, and between a file and a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// The address that unsubscribes this recipient.
    pub unsubscribe: String,
    /// What stands before a picture's file name: a folder, or `cid:`.
    pub pictures: String,
    /// What stands behind it: nothing, or the domain of its Content-ID.
    pub pictures_end: String,
}

impl Values {
    /// The sentinels in the place of all values.
    pub fn sentinels() -> Self {
        Self {
            unsubscribe: UNSUBSCRIBE.to_string(),
            pictures: PICTURES.to_string(),
            pictures_end: PICTURES_END.to_string(),
        }
    }

    /// A picture's address: its name between the two values.
    pub fn picture(&self, name: &str) -> String {
        format!("{}{name}{}", self.pictures, self.pictures_end)
    }
}

/// A rendering cut at its sentinels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// Text and the names of sentinels, alternating, text first.
    parts: Vec<String>,
}

impl Joined {
    /// Cuts a rendering.
    pub fn new(rendered: &str) -> Self {
        Self { parts: rendered.split([OPEN, CLOSE]).map(str::to_string).collect() }
    }

    /// The rendering for HTML: values escaped as attribute text.
    pub fn html(&self, values: &Values) -> String {
        self.join(|name| escape_attribute(value(values, name)))
    }

    /// The rendering for plain text: values as they are.
    pub fn text(&self, values: &Values) -> String {
        self.join(|name| value(values, name).to_string())
    }

    /// Text and values, one after the other.
    fn join(&self, value: impl Fn(&str) -> String) -> String {
        let parts = self.parts.iter().enumerate();
        parts.map(|(i, part)| if i % 2 == 0 { part.clone() } else { value(part) }).collect()
    }
}

/// The value that a sentinel stands for.
fn value<'a>(values: &'a Values, name: &str) -> &'a str {
    match name {
        "unsubscribe" => &values.unsubscribe,
        "pictures-end" => &values.pictures_end,
        _ => &values.pictures,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_joined_in_and_escaped_and_nothing_else_is_touched() {
        let joined = Joined::new(&format!("<a href=\"{UNSUBSCRIBE}\">{{{{secret}}}}</a>"));
        let values = Values {
            unsubscribe: "mailto:a?x=1&y=\"2\"".into(),
            pictures: String::new(),
            pictures_end: String::new(),
        };
        assert_eq!(joined.html(&values), "<a href=\"mailto:a?x=1&amp;y=&quot;2&quot;\">{{secret}}</a>");
        assert!(joined.text(&values).contains("x=1&y=\"2\""));
    }
}
