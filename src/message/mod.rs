//! A message: headers and MIME parts, byte for byte the same for the same input.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use crate::model::MailAddress;
use crate::newsletter::MailPicture;

/// What goes into a message.
#[derive(Debug, Clone)]
pub struct Content<'a> {
    /// The sender's name.
    pub from_name: &'a str,
    /// The sender's address.
    pub from: &'a MailAddress,
    /// Where answers go.
    pub reply_to: Option<&'a MailAddress>,
    /// The recipient; `None` for a preview, which goes to `undisclosed-recipients:;`.
    pub to: Option<&'a MailAddress>,
    /// The subject.
    pub subject: &'a str,
    /// The moment of sending.
    pub date: Timestamp,
    /// The part of the Message-ID before the `@`.
    pub id: &'a str,
    /// The HTML part.
    pub html: &'a str,
    /// The text part.
    pub text: &'a str,
    /// The pictures that the HTML part shows by their Content-ID.
    pub pictures: &'a [MailPicture],
    /// The `mailto:` address that unsubscribes the recipient.
    pub unsubscribe: &'a str,
    /// The list's name.
    pub list: &'a str,
}

/// What stands behind a picture's file name in its Content-ID: the sender's domain (RFC 2392).
pub fn content_id_end(from: &MailAddress) -> String {
    format!("@{}", from.domain())
}

/// Composes a message; an error says in words what about it can't be sent.
pub fn compose(content: &Content<'_>) -> Result<Vec<u8>, String> {
    let from = address(content.from)?;
    let to = content.to.map(address).transpose()?;
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone().unwrap_or_else(|| from.clone())]);
    let domain = content.from.domain();
    let mut builder = Message::builder()
        .envelope(envelope.map_err(|error| error.to_string())?)
        .from(Mailbox::new(Some(clean(content.from_name)), from))
        .subject(clean(content.subject))
        .date(system_time(content.date))
        // RFC 5322, section 3.6.4: the same on every attempt.
        .message_id(Some(format!("<{}@{domain}>", content.id)));
    if let Some(reply_to) = content.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    builder = match to {
        Some(to) => builder.to(Mailbox::new(None, to)),
        // RFC 5322, section 3.4: an empty group, for a message with no address to show.
        None => builder.raw_header(raw("To", "undisclosed-recipients:;")?),
    };
    builder = builder
        // RFC 2919: what the list is called, at a domain of the sender's.
        .raw_header(raw("List-Id", &format!("<{}.{domain}>", list_label(content.list)))?)
        // RFC 2369, section 3.2: how to leave.
        .raw_header(raw("List-Unsubscribe", &format!("<{}>", content.unsubscribe))?);
    let message = builder.multipart(body(content)?).map_err(|error| error.to_string())?;
    Ok(message.formatted())
}

/// The list's name as a label of a domain; a name in another alphabet has none.
fn list_label(name: &str) -> String {
    let slug = crate::model::Id::slug(name);
    if slug.as_str().is_empty() { "newsletter".to_string() } else { slug.to_string() }
}

/// Text beside HTML with its pictures (RFC 2046, section 5.1.4; RFC 2387).
fn body(content: &Content<'_>) -> Result<MultiPart, String> {
    let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(crlf(content.text));
    let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(crlf(content.html));
    let alternative = MultiPart::alternative().boundary(boundary(content, "alternative")).singlepart(text);
    if content.pictures.is_empty() {
        return Ok(alternative.singlepart(html));
    }
    let mut related = MultiPart::related().boundary(boundary(content, "related")).singlepart(html);
    for picture in content.pictures {
        let kind = ContentType::parse(picture.media_type).map_err(|error| error.to_string())?;
        let id = format!("{}{}", picture.name, content_id_end(content.from));
        related = related.singlepart(
            Attachment::new_inline_with_name(id, picture.name.clone()).body(picture.bytes.clone(), kind),
        );
    }
    Ok(alternative.multipart(related))
}

/// A boundary that is the same each time and stands in no part: parts are encoded, and encoded
/// text holds no `=_` at a line's start (RFC 2045, section 6.7).
fn boundary(content: &Content<'_>, kind: &str) -> String {
    format!("=_{}_{kind}", content.id)
}

/// A header of our own list of names; its value holds no control character.
fn raw(name: &'static str, value: &str) -> Result<HeaderValue, String> {
    let name = HeaderName::new_from_ascii_str(name);
    Ok(HeaderValue::new(name, clean(value)))
}

/// A text without control characters, which could end a header and begin another.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Line ends as mail has them (RFC 5322, section 2.3).
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

/// An address as lettre has it.
fn address(address: &MailAddress) -> Result<Address, String> {
    Address::new(address.local(), address.domain()).map_err(|error| format!("an address is refused: {error}"))
}

/// A moment as the standard library has it.
fn system_time(stamp: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(stamp.as_second()).unwrap_or(0))
}
