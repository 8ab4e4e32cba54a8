//! A message: headers and MIME parts, byte for byte the same for the same input.
//!
//! In comes the [`Content`] of an edition; [`compose`] encodes once what is the same for everybody, in a
//! [`Template`], and a [`Personal`] fills it in. A [`Signer`] signs it (DKIM).
//!
//! ```no_run
//! # use bulletin::message::{Personal, Template};
//! # fn example(template: &Template, token: &str) -> Result<(), bulletin::message::MessageError> {
//! let personal = Personal { to: "ana@example.org", id: "0f3c", token };
//! let mut message = Vec::new();
//! template.write_checked(&personal, &mut message)?;
//! # Ok(())
//! # }
//! ```

mod dkim;
mod encode;
mod error;
mod template;

pub use dkim::{DkimError, Signer, new_key};
pub use encode::TOKEN;
pub use error::MessageError;
pub use template::{Personal, TOKEN_LENGTH, Template};

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use crate::value::MailAddress;
use encode::{Encoding, Piece};
use template::mark;

/// A picture that the HTML part shows by its Content-ID.
#[derive(Debug, Clone, Copy)]
pub struct InlinePicture<'a> {
    /// Its file name, the first part of its Content-ID.
    pub name: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What goes into the messages of an edition. Texts and addresses hold [`TOKEN`] where a recipient's
/// token belongs.
#[derive(Debug, Clone)]
pub struct Content<'a> {
    /// The sender's name.
    pub from_name: &'a str,
    /// The sender's address.
    pub from: &'a MailAddress,
    /// Where answers go.
    pub reply_to: Option<&'a MailAddress>,
    /// The subject.
    pub subject: &'a str,
    /// The moment of sending.
    pub date: Timestamp,
    /// What the boundaries are named after.
    pub name: &'a str,
    /// The HTML part.
    pub html: &'a str,
    /// The text part.
    pub text: &'a str,
    /// The pictures that the HTML part shows by their Content-ID.
    pub pictures: &'a [InlinePicture<'a>],
    /// The `mailto:` address that unsubscribes.
    pub unsubscribe_mail: &'a str,
    /// The `https` address that unsubscribes, if there is one.
    pub unsubscribe_web: Option<&'a str>,
    /// The list's name.
    pub list: &'a str,
    /// Where earlier issues can be read.
    pub archive: Option<&'a str>,
}

/// What stands behind a picture's file name in its Content-ID: the sender's domain (RFC 2392).
pub fn content_id_end(from: &MailAddress) -> String {
    format!("@{}", from.ascii_domain().unwrap_or_default())
}

/// Composes the message that all recipients of an edition get.
///
/// # Errors
///
/// What about it can't be sent.
pub fn compose(content: &Content<'_>) -> Result<Template, MessageError> {
    let from = address(content.from)?;
    let domain = from.domain().to_string();
    let envelope = Envelope::new(Some(from.clone()), vec![from.clone()]);
    let mut builder = Message::builder()
        .envelope(envelope.map_err(|error| MessageError::of("an envelope is refused", error))?)
        // RFC 5322, section 3.6.2.
        .from(Mailbox::new(Some(clean(content.from_name)), from.clone()))
        // RFC 5322, section 3.6.5; RFC 2047 beyond ASCII.
        .subject(clean(content.subject))
        // RFC 5322, section 3.6.1: the moment of the plan, the same on every attempt.
        .date(system_time(content.date))
        // RFC 5322, section 3.6.4: a keyed hash of issue and address, the same on every attempt.
        .message_id(Some(format!("<{}@{domain}>", mark("id"))))
        // RFC 5322, section 3.6.3.
        .raw_header(ready("To", mark("to")));
    let answers = content.reply_to.unwrap_or(content.from);
    if let Some(reply_to) = content.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    // RFC 2919: what the list is called, at a domain of the sender's.
    builder = builder.raw_header(ready("List-Id", format!("<{}.{domain}>", list_label(content.list))));
    // RFC 2369, section 3.2: how to leave; the first way is the preferred one.
    let mail = format!("<{}>", content.unsubscribe_mail);
    let ways = content.unsubscribe_web.map_or(mail.clone(), |web| format!("<{web}>, {mail}"));
    builder = builder.raw_header(ready("List-Unsubscribe", clean(&ways).replace(TOKEN, &mark("token"))));
    if content.unsubscribe_web.is_some() {
        // RFC 8058, section 3.1: the address takes a POST with exactly this.
        builder = builder.raw_header(ready("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()));
    }
    // RFC 2369, section 3.1: where a person is who helps.
    let help = format!("<mailto:{}?subject=help>", address(answers)?);
    builder = builder.raw_header(ready("List-Help", help));
    // What quiets automatic replies: RFC 3834, section 2, and Exchange's own (MS-OXCMAIL, section 2.2.3.2.14).
    builder = builder.raw_header(ready("Precedence", "bulk".to_string()));
    builder = builder.raw_header(ready("X-Auto-Response-Suppress", "OOF, AutoReply".to_string()));
    if let Some(archive) = content.archive.filter(|archive| archive.is_ascii()) {
        // RFC 2369, section 3.6.
        builder = builder.raw_header(ready("List-Archive", clean(&format!("<{archive}>"))));
    }
    let mut groups = Vec::new();
    let body = body(content, &mut groups)?;
    let message =
        builder.multipart(body).map_err(|error| MessageError::of("its parts don't fit together", error))?;
    Template::new(&message.formatted(), groups)
}

/// The list's name as a label of a domain; a name in another alphabet has none.
fn list_label(name: &str) -> String {
    let slug = crate::value::Id::plain(name);
    if slug.as_str().is_empty() { "newsletter".to_string() } else { slug.to_string() }
}

/// Text beside HTML with its pictures (RFC 2046, section 5.1.4; RFC 2387).
fn body(content: &Content<'_>, groups: &mut Vec<Vec<Vec<u8>>>) -> Result<MultiPart, MessageError> {
    let text = part(ContentType::TEXT_PLAIN, content.text, groups)?;
    let html = part(ContentType::TEXT_HTML, content.html, groups)?;
    let boundary = |kind| encode::boundary(content.name, kind);
    let alternative = MultiPart::alternative().boundary(boundary("alternative")).singlepart(text);
    if content.pictures.is_empty() {
        return Ok(alternative.singlepart(html));
    }
    let mut related = MultiPart::related().boundary(boundary("related")).singlepart(html);
    for picture in content.pictures {
        let kind = ContentType::parse(picture.media_type)
            .map_err(|error| MessageError::of("a picture's media type is refused", error))?;
        let id = format!("{}{}", picture.name, content_id_end(content.from));
        related = related.singlepart(
            Attachment::new_inline_with_name(id, picture.name.to_string()).body(picture.bytes.to_vec(), kind),
        );
    }
    Ok(alternative.multipart(related))
}

/// A part whose body is encoded, with marks where a recipient's token belongs.
fn part(kind: ContentType, text: &str, groups: &mut Vec<Vec<Vec<u8>>>) -> Result<SinglePart, MessageError> {
    let (encoding, pieces) = encode::encode(&crlf(text), TOKEN_LENGTH);
    let mut marked = String::new();
    for piece in pieces {
        match piece {
            Piece::Fixed(text) => marked.push_str(&text),
            Piece::Base64(parts) => {
                marked.push_str(&mark(&format!("b{}", groups.len())));
                groups.push(parts);
            }
            Piece::Token | Piece::To | Piece::Id => marked.push_str(&mark("token")),
        }
    }
    let encoding = match encoding {
        Encoding::SevenBit => ContentTransferEncoding::SevenBit,
        Encoding::QuotedPrintable => ContentTransferEncoding::QuotedPrintable,
        Encoding::Base64 => ContentTransferEncoding::Base64,
    };
    Ok(SinglePart::builder().header(kind).body(Body::dangerous_pre_encoded(marked.into_bytes(), encoding)))
}

/// A header of our own list of names, in one line whatever its length (RFC 5322, section 2.1.1,
/// allows 998); its value is ASCII and holds no control character but our marks.
fn ready(name: &'static str, value: String) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value)
}

/// A text without control characters, which could end a header and begin another.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Line ends as mail has them (RFC 5322, section 2.3).
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

/// An address as lettre has it, its domain as mail carries it.
fn address(address: &MailAddress) -> Result<Address, MessageError> {
    let none = || MessageError::new("an address's domain is no name that mail can carry");
    let domain = address.ascii_domain().ok_or_else(none)?;
    Address::new(address.local(), domain).map_err(|error| MessageError::of("an address is refused", error))
}

/// A moment as the standard library has it.
fn system_time(stamp: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(stamp.as_second()).unwrap_or(0))
}
