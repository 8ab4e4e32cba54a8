//! A mailbox: a file (mbox, `.eml`) or a folder (Maildir) with copies of what was sent, or with
//! bounces. Each names the Message-ID, and whoever has it got it from the relay.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, PartType};

use super::Evidence;

/// The length of an id in hexadecimal digits.
const ID: usize = 32;

/// Looks for Message-IDs in a mailbox.
///
/// # Errors
///
/// If a file of it can't be read.
pub fn read_mailbox(path: &Path, wanted: &BTreeSet<String>) -> io::Result<Evidence> {
    let mut evidence = Evidence::default();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let place = entry.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
        for id in named(&bytes)?.into_iter().filter(|id| wanted.contains(id)) {
            evidence.accepted.entry(id).or_insert_with(|| format!("in the mailbox, {place}"));
        }
    }
    Ok(evidence)
}

/// The ids that a file names: as it stands, and in what its messages hold once they are decoded.
fn named(bytes: &[u8]) -> io::Result<BTreeSet<String>> {
    let mut found: BTreeSet<String> = ids(bytes).map(str::to_string).collect();
    let parser = MessageParser::default();
    if !bytes.starts_with(b"From ") {
        parser.parse(bytes).iter().for_each(|message| decoded(message, &mut found));
        return Ok(found);
    }
    for message in MessageIterator::new(bytes) {
        let message = message.map_err(|error| io::Error::other(format!("it is no mbox: {error:?}")))?;
        parser.parse(message.contents()).iter().for_each(|message| decoded(message, &mut found));
    }
    Ok(found)
}

/// The ids in the parts of a message; what a bounce sends back may be a message itself.
fn decoded(message: &Message<'_>, found: &mut BTreeSet<String>) {
    for part in &message.parts {
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => {
                found.extend(ids(text.as_bytes()).map(str::to_string));
            }
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                found.extend(ids(bytes).map(str::to_string));
            }
            PartType::Message(inner) => {
                found.extend(ids(&inner.raw_message).map(str::to_string));
                decoded(inner, found);
            }
            PartType::Multipart(_) => {}
        }
    }
}

/// Everything that has the shape of an id before an `@`.
fn ids(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let ats = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'@').map(|(at, _)| at);
    ats.filter_map(move |at| {
        let id = bytes.get(at.checked_sub(ID)?..at)?;
        let hex = id.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        std::str::from_utf8(id).ok().filter(|_| hex)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounce_names_its_message_however_it_is_encoded() {
        let id = "0123456789abcdef0123456789abcdef";
        let head = format!("Message-ID: <{id}@example.org>\r\nSubject: x\r\n");
        let encoded = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &head);
        let bounce = format!(
            "From: mailer-daemon@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt failed.\r\n--b\r\nContent-Type: text/rfc822-headers\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n--b--\r\n"
        );
        for file in [
            format!("From: a@example.org\r\n{head}\r\nbody\r\n"),
            bounce.clone(),
            format!("From mailer-daemon Mon Jan  1 00:00:00 2024\n{}\n", bounce.replace('\r', "")),
        ] {
            assert!(named(file.as_bytes()).expect("read").contains(id), "{file}");
        }
        assert!(named(b"From: a@example.org\r\n\r\nnothing\r\n").expect("read").is_empty());
    }
}
