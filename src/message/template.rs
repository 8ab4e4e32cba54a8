//! The message of an edition with the places that differ between two recipients.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::MessageError;
use super::encode::{Piece, write_lines};

/// Opens a mark in an encoded message, which holds no control character but line ends.
const OPEN: u8 = 1;

/// Closes a mark.
const CLOSE: u8 = 2;

/// The length of a token in bytes: four digits that name the key, a hyphen, 32 digits.
pub const TOKEN_LENGTH: usize = 37;

/// What differs between two recipients' messages.
#[derive(Debug, Clone, Copy)]
pub struct Personal<'a> {
    /// What stands behind `To:`, ASCII.
    pub to: &'a str,
    /// The part of the Message-ID before the `@`.
    pub id: &'a str,
    /// The token that unsubscribes, as [`crate::delivery::Key::token`] makes it; blank in a preview.
    pub token: &'a str,
}

/// A message for everybody, encoded but for what is a recipient's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What it is put together of, in its order.
    pieces: Vec<Piece>,
    /// How long a message is without the recipient's own parts, in bytes.
    fixed: usize,
}

/// A mark that [`Template::new`] finds again.
pub(super) fn mark(name: &str) -> String {
    format!("{}{name}{}", char::from(OPEN), char::from(CLOSE))
}

impl Template {
    /// Cuts a formatted message at its marks. An error says what keeps it from being sent.
    pub(super) fn new(formatted: &[u8], groups: Vec<Vec<Vec<u8>>>) -> Result<Self, MessageError> {
        let text = std::str::from_utf8(formatted)
            .map_err(|error| MessageError::of("the message is not ASCII", error))?;
        let mut pieces = Vec::new();
        let marks =
            text.bytes().enumerate().filter(|(_, byte)| matches!(*byte, OPEN | CLOSE)).map(|(at, _)| at);
        let ends = marks.chain([text.len()]).collect::<Vec<_>>();
        let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
        for (i, (start, end)) in starts.zip(&ends).enumerate() {
            match (i % 2, &text[start..*end]) {
                (0, "") => {}
                (0, fixed) => pieces.push(Piece::Fixed(fixed.to_string())),
                (_, "to") => pieces.push(Piece::To),
                (_, "id") => pieces.push(Piece::Id),
                (_, "token") => pieces.push(Piece::Token),
                (_, name) => {
                    let group = name.strip_prefix('b').and_then(|at| at.parse::<usize>().ok());
                    let broken = || MessageError::new("the message holds a broken mark");
                    let group = group.and_then(|at| groups.get(at)).ok_or_else(broken)?;
                    pieces.push(Piece::Base64(group.clone()));
                }
            }
        }
        let template = Self { fixed: pieces.iter().map(length).sum(), pieces };
        template.holds_no_token()?;
        let lines = template.pieces.iter().filter_map(|piece| match piece {
            Piece::Fixed(text) => Some(text.as_bytes()),
            Piece::To | Piece::Id | Piece::Token | Piece::Base64(_) => None,
        });
        let plain = lines.collect::<Vec<_>>().concat();
        if !is_mailable(&plain) {
            return Err(MessageError::new("the message holds a line that mail servers do not take"));
        }
        Ok(template)
    }

    /// Refuses a template whose fixed part looks as if it held somebody's token.
    fn holds_no_token(&self) -> Result<(), MessageError> {
        for piece in &self.pieces {
            let found = match piece {
                Piece::Fixed(text) => tokens(text.as_bytes()).next().is_some(),
                Piece::Base64(parts) => parts.iter().any(|part| tokens(part).next().is_some()),
                Piece::To | Piece::Id | Piece::Token => false,
            };
            if found {
                return Err(MessageError::new("a text holds what looks like a recipient's token"));
            }
        }
        Ok(())
    }

    /// Roughly how long a recipient's message is, in bytes.
    pub fn size(&self) -> usize {
        self.fixed + 200
    }

    /// A recipient's message: from the first header to the last boundary, with CRLF line ends.
    pub fn message(&self, personal: &Personal<'_>) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.size());
        self.write(personal, &mut out);
        out
    }

    /// Writes a recipient's message and gives the ranges of what is their own in it.
    pub fn write(&self, personal: &Personal<'_>, out: &mut Vec<u8>) -> Own {
        let mut own = Own::default();
        for piece in &self.pieces {
            let start = out.len();
            match piece {
                Piece::Fixed(text) => out.extend_from_slice(text.as_bytes()),
                Piece::To => out.extend_from_slice(personal.to.as_bytes()),
                Piece::Id => out.extend_from_slice(personal.id.as_bytes()),
                Piece::Token => {
                    out.extend_from_slice(personal.token.as_bytes());
                    own.plain.push(start..out.len());
                }
                Piece::Base64(parts) => {
                    write_lines(parts, personal.token, out);
                    own.base64.push(start..out.len());
                }
            }
        }
        own
    }

    /// Writes a recipient's message as [`Template::write`] does, and then reads their parts of it
    /// back: decoded, each must hold their token and nobody else's. What is the same for all was
    /// looked at when the template was made.
    pub fn write_checked(&self, personal: &Personal<'_>, out: &mut Vec<u8>) -> Result<(), MessageError> {
        let own = self.write(personal, out);
        let wanted = personal.token.as_bytes();
        let mut decoded = Vec::new();
        let mut found = 0;
        for range in own.base64 {
            decoded.clear();
            for line in out[range].split(|byte| *byte == b'\n') {
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                STANDARD
                    .decode_vec(line, &mut decoded)
                    .map_err(|error| MessageError::of("a part of the message is no base64", error))?;
            }
            for token in tokens(&decoded) {
                found += 1;
                if token != wanted {
                    return Err(MessageError::new(
                        "a part of the message would have held another recipient's token",
                    ));
                }
            }
        }
        for range in own.plain {
            found += 1;
            if &out[range] != wanted {
                return Err(MessageError::new(
                    "a part of the message would have held another recipient's token",
                ));
            }
        }
        let head = out.windows(4).position(|end| end == b"\r\n\r\n").unwrap_or(out.len());
        if found < 3 || tokens(&out[..head]).any(|token| token != wanted) {
            return Err(MessageError::new(
                "the header, the HTML part and the text part do not each hold the recipient's token",
            ));
        }
        Ok(())
    }
}

/// Whether a text is lines of ASCII that mail servers take: at most 800 bytes long, each ended by CRLF (RFC
/// 5322, section 2.1.1), and no bare line end, which some servers take for two messages.
fn is_mailable(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let ended = if lines.peek().is_some() { line.strip_suffix(b"\r") } else { Some(line) };
        if ended.is_none_or(|line| line.len() > 800 || line.contains(&b'\r')) {
            return false;
        }
    }
    text.is_ascii()
}

/// Where a recipient's own parts stand in their message.
#[derive(Debug, Default)]
pub struct Own {
    /// Tokens that stand there as they are.
    plain: Vec<Range<usize>>,
    /// Lines of base64 that hold tokens.
    base64: Vec<Range<usize>>,
}

/// How long a piece is in any message.
fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Fixed(text) => text.len(),
        Piece::To | Piece::Id => 0,
        Piece::Token => TOKEN_LENGTH,
        Piece::Base64(parts) => {
            let plain = parts.iter().map(Vec::len).sum::<usize>() + (parts.len() - 1) * TOKEN_LENGTH;
            plain.div_ceil(3) * 4 + plain.div_ceil(57) * 2
        }
    }
}

/// Everything in some bytes that has a token's shape.
fn tokens(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let hex = |part: &[u8]| part.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let hyphens = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'-').map(|(at, _)| at);
    hyphens.filter_map(move |at| {
        let token = bytes.get(at.checked_sub(4)?..at + TOKEN_LENGTH - 4)?;
        (hex(&token[..4]) && hex(&token[5..])).then_some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_mail_servers_do_not_take_are_told() {
        let long = "a".repeat(801);
        for (text, taken) in [
            ("", true),
            ("a\r\nb\r\n", true),
            ("a\r\nb", true),
            ("a\nb\r\n", false),
            ("a\r", false),
            ("a\rb\r\n", false),
            ("a\r\r\n", false),
            ("\n", false),
            ("é\r\n", false),
            (&long[..800], true),
            (&long, false),
        ] {
            assert_eq!(is_mailable(text.as_bytes()), taken, "{text:?}");
        }
    }

    #[test]
    fn a_token_is_found_by_its_shape() {
        let token = format!("0a1b-{}", "0123456789abcdef".repeat(2));
        assert_eq!(token.len(), TOKEN_LENGTH);
        let text = format!("x {token} y-z 0a1b-short");
        assert_eq!(tokens(text.as_bytes()).collect::<Vec<_>>(), vec![token.as_bytes()]);
    }

    #[test]
    fn a_template_that_holds_a_token_is_refused() {
        let text = format!("To: {}\r\n\r\n0a1b-{}\r\n", mark("to"), "0".repeat(32));
        assert!(Template::new(text.as_bytes(), vec![]).is_err());
        assert!(Template::new(format!("To: {}\r\n\r\nx\nMAIL\r\n", mark("to")).as_bytes(), vec![]).is_err());
    }
}
