//! A body encoded once for all: everything but the places of a recipient's token is encoded when
//! the issue is planned, and a message only fills these places.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quoted_printable::{Options, encode_with_options};
use serde::{Deserialize, Serialize};

/// The place of a recipient's token in a text: a character that no text may hold (Unicode, section
/// 23.7; the scan of the sources refuses it).
pub const TOKEN: char = '\u{FDD2}';

/// Bytes in a line of base64: 76 characters (RFC 2045, section 6.8).
const LINE: usize = 57;

/// The longest line that goes out as it is, in bytes: longer ones are encoded.
const LONGEST_PLAIN: usize = 78;

/// What a message is put together of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// The same for everybody: ASCII, with line ends as mail has them.
    Fixed(String),
    /// The recipient's address.
    To,
    /// The part of the Message-ID before the `@`.
    Id,
    /// The recipient's token.
    Token,
    /// Lines of base64 around tokens: the bytes between them, of whole lines.
    Base64(Vec<Vec<u8>>),
}

/// How a body is encoded (RFC 2045, section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As it is.
    SevenBit,
    /// Letters beyond ASCII as `=CE=B1`.
    QuotedPrintable,
    /// All of it as base64.
    Base64,
}

/// Encodes a text whose tokens have a given length in bytes, in the way that makes it shortest.
pub fn encode(text: &str, token_length: usize) -> (Encoding, Vec<Piece>) {
    let filled = text.replace(TOKEN, &"0".repeat(token_length));
    let control = |c: char| c.is_control() && !matches!(c, '\r' | '\n' | '\t');
    let short = filled.split("\r\n").all(|line| line.len() <= LONGEST_PLAIN);
    if filled.is_ascii() && short && !filled.contains(control) {
        return (Encoding::SevenBit, between(text.split(TOKEN).map(str::to_string)));
    }
    // Each byte beyond ASCII, and each `=`, costs three characters there, and four thirds here.
    let costly = filled.bytes().filter(|byte| !byte.is_ascii() || *byte == b'=').count();
    if 6 * costly <= filled.len() {
        (Encoding::QuotedPrintable, quoted_printable(text))
    } else {
        (Encoding::Base64, base64(text, token_length))
    }
}

/// Texts with a token between each two.
fn between(texts: impl Iterator<Item = String>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (i, text) in texts.enumerate() {
        if i > 0 {
            pieces.push(Piece::Token);
        }
        if !text.is_empty() {
            pieces.push(Piece::Fixed(text));
        }
    }
    pieces
}

/// A text as quoted-printable; each token stands on a line of its own between soft line breaks
/// (RFC 2045, section 6.7, rule 5), so that no other line depends on it.
fn quoted_printable(text: &str) -> Vec<Piece> {
    let parts: Vec<&str> = text.split(TOKEN).collect();
    let last = parts.len() - 1;
    between(parts.iter().enumerate().map(|(i, part)| {
        let mut encoded = if i > 0 { "=\r\n".to_string() } else { String::new() };
        encoded.push_str(&encode_with_options(part, Options::default()));
        if i < last {
            encoded.push_str("=\r\n");
        }
        encoded
    }))
}

/// A text as base64: lines without a token once for all, the others as bytes.
fn base64(text: &str, token_length: usize) -> Vec<Piece> {
    // The tokens' places in the bytes that a recipient gets.
    let mut bytes = Vec::with_capacity(text.len());
    let mut tokens = Vec::new();
    for (i, part) in text.split(TOKEN).enumerate() {
        if i > 0 {
            tokens.push(bytes.len());
            bytes.resize(bytes.len() + token_length, 0);
        }
        bytes.extend_from_slice(part.as_bytes());
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(first) = tokens.next() {
        let start = first / LINE * LINE;
        let mut end = (first + token_length).div_ceil(LINE) * LINE;
        let mut group = vec![first];
        while let Some(next) = tokens.next_if(|next| *next < end) {
            end = (next + token_length).div_ceil(LINE) * LINE;
            group.push(next);
        }
        let end = end.min(bytes.len());
        pieces.push(Piece::Fixed(lines(&bytes[at..start])));
        let mut parts = Vec::new();
        let mut from = start;
        for token in group {
            parts.push(bytes[from..token].to_vec());
            from = token + token_length;
        }
        parts.push(bytes[from..end].to_vec());
        pieces.push(Piece::Base64(parts));
        at = end;
    }
    pieces.push(Piece::Fixed(lines(&bytes[at..])));
    pieces.retain(|piece| *piece != Piece::Fixed(String::new()));
    pieces
}

/// Bytes as lines of base64.
pub fn lines(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    for line in bytes.chunks(LINE) {
        STANDARD.encode_string(line, &mut text);
        text.push_str("\r\n");
    }
    text
}

/// Writes lines of base64 with a token in their places.
pub fn write_lines(parts: &[Vec<u8>], token: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(lines(&parts.join(token.as_bytes())).as_bytes());
}

/// A boundary's worth of a name: letters and digits only (RFC 2046, section 5.1.1).
pub fn boundary(name: &str, kind: &str) -> String {
    let mut text = String::from("=_");
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => text.push(c),
            _ => text.push('_'),
        }
    }
    // Writing to a string cannot fail.
    let _ = write!(text, "_{kind}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a recipient gets.
    fn filled(pieces: &[Piece], token: &str) -> String {
        let mut out = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Fixed(text) => out.extend_from_slice(text.as_bytes()),
                Piece::Token => out.extend_from_slice(token.as_bytes()),
                Piece::Base64(parts) => write_lines(parts, token, &mut out),
                Piece::To | Piece::Id => {}
            }
        }
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn a_token_at_any_place_is_what_encoding_the_whole_text_gives() {
        for before in 0..130 {
            let text = format!("{}{TOKEN}α{TOKEN}{}", "α".repeat(before), "ω".repeat(40));
            let (encoding, pieces) = encode(&text, 6);
            assert_eq!(encoding, Encoding::Base64);
            let whole = lines(text.replace(TOKEN, "123456").as_bytes());
            assert_eq!(filled(&pieces, "123456"), whole, "{before}");
        }
    }

    #[test]
    fn quoted_printable_and_plain_decode_to_the_text() {
        let text = format!("{} = á\r\n{TOKEN} \r\n. end{TOKEN}\r\n", "x".repeat(100));
        let (encoding, pieces) = encode(&text, 6);
        assert_eq!(encoding, Encoding::QuotedPrintable);
        let mail = filled(&pieces, "123456");
        assert!(mail.lines().all(|line| line.len() <= 76), "{mail}");
        let decoded =
            quoted_printable::decode(mail.as_bytes(), quoted_printable::ParseMode::Strict).expect("decodes");
        assert_eq!(String::from_utf8(decoded).expect("text"), text.replace(TOKEN, "123456"));
        let (encoding, pieces) = encode(&format!("a{TOKEN}\r\nb\r\n"), 6);
        assert_eq!((encoding, filled(&pieces, "1")), (Encoding::SevenBit, "a1\r\nb\r\n".to_string()));
    }
}
