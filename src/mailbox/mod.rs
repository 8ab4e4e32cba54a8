//! What comes back: bounces, complaints, automatic replies, people who leave, and people who answer; each told apart
//! by what its head and parts say, and never by a word of its body alone.
//!
//! In come the bytes of a message; out comes what it is ([`Sorted`]), with what may tell of whom it speaks. Nothing
//! here knows who that is, and nothing is done.

mod dsn;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use words::{AUTOMATIC, BOUNCED, LEAVING, SENDERS};

/// The length of a Message-ID's part of ours, in hexadecimal digits.
const ID: usize = 32;

/// The length of a token: four digits, a hyphen, 32.
const TOKEN: usize = 37;

/// How much a bounce says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// There is no such mailbox.
    Hard,
    /// It was full, or out of reach: another time it may be there.
    Soft,
    /// The message or its sender was not wanted: it says nothing of the person.
    Policy,
}

/// What a message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// It could not be delivered; with the reply that says why.
    Bounce(Weight, String),
    /// Somebody called it spam.
    Complaint,
    /// A program answered for somebody who is away.
    Automatic,
    /// Somebody leaves, by the mail that the newsletter offers.
    Leaving,
    /// Somebody asks in their own words to get no more.
    AsksToLeave,
    /// A person answers.
    Reply,
    /// A report that something is late, or that something worked.
    Report,
}

/// A message that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted {
    /// What it is known by when it is read again.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Message-IDs that may be ours, the surest first.
    pub messages: Vec<String>,
    /// Tokens that may be ours: of a leaving, or in what was sent back.
    pub tokens: Vec<String>,
    /// Addresses that it speaks of, or comes from: evidence for a proposal alone.
    pub addresses: Vec<String>,
    /// Its subject.
    pub subject: String,
}

/// The messages of a file, a folder of `.eml`, a Maildir or an mbox; nothing in them is changed.
///
/// # Errors
///
/// If one can't be read.
pub fn messages(path: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        let below_tmp =
            entry.path().components().any(|part| part.as_os_str() == "tmp") && path.join("cur").is_dir();
        if !entry.file_type().is_file() || below_tmp {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        if bytes.starts_with(b"From ") {
            for message in MessageIterator::new(&bytes[..]) {
                let message =
                    message.map_err(|error| io::Error::other(format!("it is no mbox: {error:?}")))?;
                all.push(message.contents().to_vec());
            }
        } else {
            all.push(bytes);
        }
    }
    Ok(all)
}

/// What a message is, and of whom it may speak.
pub fn sorted(bytes: &[u8]) -> Option<Sorted> {
    let message = MessageParser::default().parse(bytes)?;
    let subject = message.subject().unwrap_or_default().to_string();
    let from = message.from().and_then(|from| from.first()?.address()).unwrap_or_default().to_lowercase();
    let report = dsn::report(&message);
    let own = own_words(&message);
    let kind = match report {
        Some(dsn::Report::Complaint) => Kind::Complaint,
        Some(dsn::Report::Failed { ref reply, weight }) => Kind::Bounce(weight, reply.clone()),
        Some(dsn::Report::Other) => Kind::Report,
        None if is_automatic(&message, &subject) && !is_from_a_server(&message, &from) => Kind::Automatic,
        None if !tokens(&subject).is_empty() || !tokens(&own).is_empty() => Kind::Leaving,
        None => match bounced(&message, &subject, &from) {
            Some((weight, reply)) => Kind::Bounce(weight, reply),
            None if asks_to_leave(&subject, &own) => Kind::AsksToLeave,
            None => Kind::Reply,
        },
    };
    let (mut found, mut named) = (Vec::new(), Vec::new());
    let head = ["In-Reply-To", "References", "X-MS-Exchange-Parent-Message-Id"];
    for name in head {
        if let Some(raw) = message.header_raw(name) {
            found.extend(ids(raw));
        }
    }
    match kind {
        Kind::Leaving => named.extend(tokens(&subject).into_iter().chain(tokens(&own))),
        _ => enclosed(&message, &mut found, &mut named, 0),
    }
    found.dedup();
    named.dedup();
    let mut addresses = dsn::recipients(&message);
    if addresses.is_empty() && !matches!(kind, Kind::Bounce(..) | Kind::Complaint | Kind::Report) {
        addresses.push(from);
    }
    let id = message.message_id().map_or_else(|| crate::value::sha256(bytes), str::to_string);
    Some(Sorted { id, kind, messages: found, tokens: named, addresses, subject })
}

/// Whether a server wrote it: with an empty envelope, or as one that delivers mail.
fn is_from_a_server(message: &Message<'_>, from: &str) -> bool {
    let empty = message.header_raw("Return-Path").is_some_and(|path| path.trim() == "<>");
    let local = from.split('@').next().unwrap_or_default();
    SENDERS.iter().any(|sender| local.starts_with(sender)) || empty && local.is_empty()
}

/// Whether a program answered: its head says so, or its subject begins as such answers do.
fn is_automatic(message: &Message<'_>, subject: &str) -> bool {
    let value = |name: &str| message.header_raw(name).map(|value| value.trim().to_lowercase());
    let submitted = value("Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let marked = [
        "X-Autoreply",
        "X-Autorespond",
        "X-Autogenerated",
        "X-Mail-Autoreply",
        "X-AutoReply-From",
        "X-FC-MachineGenerated",
        "X-MS-Exchange-Inbox-Rules-Loop",
        "X-MS-Exchange-Generated-Message-Source",
    ]
    .iter()
    .any(|name| value(name).is_some());
    let precedence = value("Precedence").is_some_and(|value| value.starts_with("auto"));
    let begins = without_marks(subject).to_lowercase();
    submitted || marked || precedence || AUTOMATIC.iter().any(|words| begins.starts_with(words))
}

/// A subject without what answers put before it.
fn without_marks(subject: &str) -> &str {
    let mut rest = subject.trim();
    for _ in 0..5 {
        let lower = rest.to_lowercase();
        let mark = ["re:", "aw:", "sv:", "fw:", "fwd:", "wg:", "vs:", "odp:", "απ:", "отг:", "r:"]
            .iter()
            .find(|mark| lower.starts_with(**mark));
        match mark.and_then(|mark| rest.get(mark.len()..)) {
            Some(behind) => rest = behind.trim_start(),
            None => break,
        }
    }
    rest
}

/// A bounce that is no report: a server's letter, with what it says of the failure.
fn bounced(message: &Message<'_>, subject: &str, from: &str) -> Option<(Weight, String)> {
    let lower = subject.to_lowercase();
    let said = BOUNCED.iter().any(|words| lower.contains(words));
    if !(is_from_a_server(message, from) || message.header_raw("X-Failed-Recipients").is_some())
        || !said && !is_from_a_server(message, from)
    {
        return None;
    }
    let text = message.body_text(0).unwrap_or_default();
    let reply = dsn::reply_in(&text);
    // A server that writes without a reply and without such a subject may only be telling something.
    (reply.is_some() || said).then(|| {
        let reply = reply.unwrap_or_default();
        (dsn::weight(&reply), reply)
    })
}

/// The words of whoever wrote, without what they quote: our own foot is in that.
fn own_words(message: &Message<'_>) -> String {
    let text = message.body_text(0).unwrap_or_default();
    let mut own = String::new();
    for line in text.lines() {
        let line = line.trim();
        let lower = line.to_lowercase();
        let ends = crate::value::mail_words::WROTE.iter().any(|words| lower.ends_with(words));
        let passed_on = crate::value::mail_words::PASSED_ON
            .iter()
            .any(|words| lower.trim_matches(|c: char| !c.is_alphanumeric()) == *words);
        if ends || passed_on || line.starts_with("From:") && own.len() > 2 || line.starts_with("________") {
            break;
        }
        if !line.starts_with('>') {
            own.push_str(line);
            own.push('\n');
        }
    }
    own
}

/// Whether somebody asks in a few words of their own to get no more.
fn asks_to_leave(subject: &str, own: &str) -> bool {
    let few = own.split_whitespace().count() <= 40;
    let subject = without_marks(subject).to_lowercase();
    let own = own.to_lowercase();
    LEAVING.iter().any(|words| subject == *words || few && own.contains(words))
}

/// What was sent back: the ids and tokens of ours in it.
fn enclosed(message: &Message<'_>, found: &mut Vec<String>, named: &mut Vec<String>, depth: usize) {
    if depth > 4 {
        return;
    }
    for part in &message.parts {
        match &part.body {
            PartType::Message(inner) => {
                if let Some(id) = inner.message_id() {
                    found.extend(ids(id));
                }
                for name in ["List-Unsubscribe", "X-MS-Exchange-Parent-Message-Id"] {
                    if let Some(raw) = inner.header_raw(name) {
                        named.extend(tokens(raw));
                        found.extend(ids(raw));
                    }
                }
                enclosed(inner, found, named, depth + 1);
            }
            PartType::Text(text) => {
                let head = part.content_type().is_some_and(|kind| kind.subtype() == Some("rfc822-headers"));
                let quoted = text.contains("Message-ID:")
                    || text.contains("Message-Id:")
                    || text.contains("message-id:");
                if head || quoted {
                    found.extend(ids(text));
                    named.extend(tokens(text));
                }
            }
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                found.extend(ids(&text));
                named.extend(tokens(&text));
            }
            _ => {}
        }
    }
}

/// Everything that has the shape of a Message-ID of ours.
fn ids(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let ats = text.match_indices('@').map(|(at, _)| at);
    let id = ats.filter_map(|at| {
        let id = bytes.get(at.checked_sub(ID)?..at)?;
        let hex = id.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        hex.then(|| String::from_utf8_lossy(id).into_owned())
    });
    id.collect()
}

/// Everything that has the shape of a token of ours.
fn tokens(text: &str) -> Vec<String> {
    let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let bytes = text.as_bytes();
    let hyphens = text.match_indices('-').map(|(at, _)| at);
    let token = hyphens.filter_map(|at| {
        let start = at.checked_sub(4)?;
        let whole = bytes.get(start..start + TOKEN)?;
        let fits = whole[..4].iter().all(hex) && whole[5..].iter().all(hex);
        let alone = start.checked_sub(1).is_none_or(|before| !hex(&bytes[before]));
        (fits && alone).then(|| String::from_utf8_lossy(whole).into_owned())
    });
    token.collect()
}
