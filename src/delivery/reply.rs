//! What a relay's answer means for a recipient (RFC 5321, section 4.2; RFC 3463).

use std::fmt;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;

/// The longest part of an answer that is kept, in characters.
const LONGEST: usize = 300;

/// A relay's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The code: 250, 550.
    pub code: u16,
    /// The enhanced code (RFC 3463), if there is one: class, subject, detail.
    pub enhanced: Option<(u16, u16, u16)>,
    /// The text, without control characters.
    pub text: String,
}

/// A step of the conversation (RFC 5321, section 4.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// `AUTH`.
    Auth,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The message, up to the dot.
    Body,
    /// After the dot.
    Dot,
}

impl Phase {
    /// Its name, as mail people say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auth => "the login",
            Self::Mail => "MAIL",
            Self::Rcpt => "RCPT",
            Self::Data => "DATA",
            Self::Body => "the message",
            Self::Dot => "the end of the message",
        }
    }
}

impl Reply {
    /// An answer's parts.
    pub fn new(code: u16, text: &str) -> Self {
        let text = plain(text);
        Self { code, enhanced: enhanced(&text), text }
    }

    /// A positive answer.
    pub fn of(response: &Response) -> Self {
        let text = response.message().collect::<Vec<_>>().join(" ");
        Self::new(response.code().into(), &text)
    }

    /// A negative answer, if the error is one.
    pub fn of_error(error: &Error) -> Option<Self> {
        let code = error.status()?;
        let text = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
        Some(Self::new(code.into(), &text))
    }
}

impl fmt::Display for Reply {
    /// The code and the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(format!("{} {}", self.code, self.text).trim_end())
    }
}

/// The enhanced code at a text's start, or behind a `#`, as qmail writes it.
fn enhanced(text: &str) -> Option<(u16, u16, u16)> {
    let marked = text.split_once('#').map(|(_, rest)| rest);
    [Some(text), marked].into_iter().flatten().find_map(|text| {
        let digits = |c: char| c.is_ascii_digit() || c == '.';
        let start = text.trim_start();
        let end = start.find(|c| !digits(c)).unwrap_or(start.len());
        let mut parts = start[..end].split('.');
        let mut next = || parts.next()?.parse::<u16>().ok().filter(|number| *number < 1000);
        let code = (next()?, next()?, next()?);
        (matches!(code.0, 2 | 4 | 5) && parts.next().is_none()).then_some(code)
    })
}

/// A server's text as it may be shown: without control characters, which could drive a terminal, and
/// of a bounded length.
pub fn plain(text: &str) -> String {
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if odd(c) { ' ' } else { c }).take(LONGEST).collect::<String>().trim().to_string()
}

/// A server's text without the addresses in it: for what is shown while sending.
pub fn masked(text: &str) -> String {
    let words = text.split(' ').map(|word| if word.contains('@') { "<…>" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enhanced_codes_are_found_where_servers_write_them() {
        let code = |text| Reply::new(550, text).enhanced;
        assert_eq!(code("5.1.1 no such user"), Some((5, 1, 1)));
        assert_eq!(code("5.7.1: blocked"), Some((5, 7, 1)));
        assert_eq!(code("sorry, no mailbox here by that name. (#5.1.1)"), Some((5, 1, 1)));
        assert_eq!(code("no such user at 5.1.1"), None);
        assert_eq!(code("5.1.1.1 odd"), None);
    }

    #[test]
    fn a_servers_text_cannot_drive_the_terminal() {
        let reply = Reply::new(550, "5.1.1 \u{1b}]0;evil\u{7}\u{202e}x\r\ny");
        assert!(!reply.to_string().chars().any(|c| c.is_control() || c == '\u{202e}'), "{reply:?}");
        assert_eq!(Reply::new(550, &"x".repeat(10_000)).text.len(), LONGEST);
    }
}
