//! Mails: the words of the sender, without what mails have round them; and the files that they carry.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::super::lines::{Line, blocks};
use super::super::spans::{Look, Spans, What};
use super::super::{
    Contribution, Form, Kind, Picture, Refused, Removed, Text, Why, clean, picture_name, tree,
};
use super::{Input, date_of, html, plain};
use crate::markdown::Document;
use crate::value::sha256;

/// How few words of a mail that carries a text in a file are a covering note.
const COVER: usize = 60;

/// The smallest attached picture that is no sign of a signature, in bytes.
const SIGN: usize = 12 << 10;

/// Reads a mailbox (mbox): its mails one by one.
pub(super) fn mailbox(bytes: &[u8], forms: &[Form]) -> Result<Vec<Contribution>, Refused> {
    let mut all = Vec::new();
    let mut mail: Vec<u8> = Vec::new();
    let mut blank = true;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if blank && line.starts_with(b"From ") {
            if !mail.is_empty() {
                all.extend(read(&mail, forms)?);
            }
            mail.clear();
            blank = false;
            continue;
        }
        blank = matches!(line, b"\n" | b"\r\n");
        // `>From` stands for `From` (RFC 4155).
        mail.extend(if line.starts_with(b">From ") { &line[1..] } else { line });
    }
    if !mail.is_empty() {
        all.extend(read(&mail, forms)?);
    }
    Ok(all)
}

/// Reads a mail: its words, or the texts that it carries.
pub(super) fn read(bytes: &[u8], forms: &[Form]) -> Result<Vec<Contribution>, Refused> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(Refused::new("the mail can't be read", "save it as .eml again"));
    };
    let mut text = body(&message)?;
    text.date = message.date().and_then(|date| date_of(date.year.into(), date.month.into(), date.day.into()));
    text.title = message.subject().map(bare_subject).filter(|subject| !subject.is_empty());
    text.language = message.header("Content-Language").and_then(|value| value.as_text()).map(str::to_string);
    let sha = sha256(bytes);
    let id = message.message_id().map_or_else(|| format!("mail:{sha}"), |id| format!("mail:{id}"));
    let sender = message.from().and_then(|from| from.first()?.address()).map(str::to_lowercase);
    let domain = sender.as_deref().and_then(|address| Some(address.rsplit_once('@')?.1.to_string()));
    let mut carried = Vec::new();
    for part in message.attachments() {
        attached(part, &mut text, &mut carried, forms);
    }
    let words = tree::words(&text.document).split_whitespace().count();
    let own = Contribution {
        identity: id.clone(),
        source: text.title.clone().map_or_else(|| "a mail".to_string(), |subject| format!("mail: {subject}")),
        sha256: sha,
        original: (bytes.to_vec(), "eml"),
        text,
        domain: domain.clone(),
        project: None,
        kind: Kind::Update,
        is_dated: false,
        fields: vec![],
    };
    for one in &mut carried {
        one.identity = format!("{id}#{}", one.source);
        one.domain.clone_from(&domain);
        one.text.date = own.text.date.or(one.text.date);
    }
    if let Some(first) = carried.first_mut()
        && words < COVER
    {
        // What the mail itself says is what it carries.
        let cover = tree::words(&own.text.document);
        if !cover.trim().is_empty() {
            first.text.removed.push(Removed::new(Why::Cover, cover));
        }
        first.text.removed.extend(own.text.removed);
        let mut pictures = own.text.pictures;
        add_pictures(&mut first.text, std::mem::take(&mut pictures));
        return Ok(carried);
    }
    let mut all = vec![own];
    all.append(&mut carried);
    Ok(all)
}

/// A file that a mail carries: a text of its own, a picture, or one to be named.
fn attached(part: &MessagePart<'_>, text: &mut Text, carried: &mut Vec<Contribution>, forms: &[Form]) {
    let name = part.attachment_name().unwrap_or("unnamed").to_string();
    let bytes = part.contents();
    let kind = part.content_type().map(|kind| kind.ctype().to_lowercase()).unwrap_or_default();
    if kind == "image" {
        // One that the text shows is there already.
        let shown =
            part.content_id().is_some_and(|id| text.pictures.iter().any(|own| own.name == marked(id)));
        if shown {
            return;
        }
        if bytes.len() < SIGN || part.content_id().is_some() {
            text.removed.push(Removed::new(Why::Attachment, format!("a small picture, {name}")));
            return;
        }
        add_pictures(text, vec![Picture { name, bytes: bytes.to_vec() }]);
        return;
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_text =
        matches!(ending.as_str(), "docx" | "odt" | "eml" | "html" | "htm" | "txt" | "md" | "csv" | "xlsx");
    if let PartType::Message(inner) = &part.body {
        if let Ok(mails) = read(inner.raw_message(), forms) {
            carried.extend(mails);
        }
        return;
    }
    if is_text && !bytes.is_empty() {
        match super::read(&Input { name: name.clone(), bytes: bytes.to_vec() }, forms) {
            Ok(texts) => return carried.extend(texts),
            Err(refused) => {
                text.removed.push(Removed::new(Why::Attachment, format!("{name}: {}", refused.message)));
                return;
            }
        }
    }
    text.removed.push(Removed::new(Why::Attachment, format!("{name}, {} kB", bytes.len().div_ceil(1024))));
}

/// Pictures below a text.
fn add_pictures(text: &mut Text, pictures: Vec<Picture>) {
    for picture in pictures {
        let known = text.pictures.iter().any(|own| own.bytes == picture.bytes);
        let placed = picture.name.starts_with("picture-") || known;
        let name = if placed { picture.name } else { picture_name(text.pictures.len(), &picture.name) };
        text.document.blocks.push(tree::paragraph(vec![tree::picture(name.as_str(), "")]));
        text.pictures.push(Picture { name, bytes: picture.bytes });
    }
}

/// A picture's id as a name, until its bytes are found.
fn marked(id: &str) -> String {
    format!("cid:{id}")
}

/// The words of a mail.
fn body(message: &Message<'_>) -> Result<Text, Refused> {
    let html =
        message.html_body.iter().find_map(|id| match &message.parts.get(usize::try_from(*id).ok()?)?.body {
            PartType::Html(html) => Some(html.as_ref()),
            _ => None,
        });
    if let Some(html) = html {
        return page(html, message);
    }
    let text = message.text_body.iter().find_map(|id| {
        let part = message.parts.get(usize::try_from(*id).ok()?)?;
        let PartType::Text(text) = &part.body else { return None };
        let kind = part.content_type();
        let says = |name: &str, value: &str| {
            kind.and_then(|kind| kind.attribute(name)).is_some_and(|own| own.eq_ignore_ascii_case(value))
        };
        Some(if says("format", "flowed") { unflowed(text, says("delsp", "yes")) } else { text.to_string() })
    });
    Ok(plain::read(&text.unwrap_or_default(), true))
}

/// Flowed text in whole lines (RFC 3676, sections 4.1 and 4.2): a line that ends with a blank goes on in the next.
fn unflowed(text: &str, delete: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.chars().take_while(|c| *c == '>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open == Some(depth) && !out.is_empty() {
            out.push_str(words);
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&">".repeat(depth));
            if depth > 0 {
                out.push(' ');
            }
            out.push_str(words);
        }
        // The line above a signature ends with a blank, and goes on in nothing.
        open = (words.ends_with(' ') && words != "-- ").then_some(depth);
        if open.is_some() && delete {
            out.pop();
        }
    }
    out
}

/// The words of a mail in HTML.
fn page(html: &str, message: &Message<'_>) -> Result<Text, Refused> {
    let page = html::page(html)?;
    let (pieces, whose) = pieces(page.lines);
    let words: Vec<String> = pieces.iter().map(words_of).collect();
    let cut = clean::cut(&words);
    let mut kept: Vec<Line> = Vec::new();
    let mut before = None;
    for ((piece, whose), stays) in pieces.into_iter().zip(whose).zip(cut.kept) {
        if !stays {
            continue;
        }
        match (kept.last_mut(), piece) {
            (Some(Line::Plain(last)), Line::Plain(spans)) if before == Some(whose) && !spans.is_blank() => {
                last.push_line(spans);
            }
            (_, piece) => kept.push(piece),
        }
        before = Some(whose);
    }
    let mut text = Text {
        document: Document { blocks: blocks(kept), notes: vec![] },
        removed: page.removed,
        title: None,
        language: page.language,
        ..Text::default()
    };
    text.removed.extend(cut.removed);
    let shown: Vec<String> =
        text.document.images_mut().into_iter().map(|(_, image)| image.url.clone()).collect();
    for (name, address) in page.pictures.into_iter().filter(|(name, _)| shown.contains(name)) {
        let id = address.strip_prefix("cid:");
        let part = id.and_then(|id| message.parts.iter().find(|part| part.content_id() == Some(id)));
        let bytes = part.map(|part| part.contents().to_vec()).or_else(|| super::embedded(&address));
        match (bytes, id) {
            (Some(bytes), id) => {
                // It keeps its mark, so that it is not taken for an attached one.
                let name = id.map_or(name.clone(), |id| {
                    text.document
                        .images_mut()
                        .into_iter()
                        .filter(|(_, image)| image.url == name)
                        .for_each(|(_, image)| image.url = marked(id));
                    marked(id)
                });
                text.pictures.push(Picture { name, bytes });
            }
            (None, _) => {
                text.removed.push(Removed::new(Why::Outside, "a picture that did not come with the mail"))
            }
        }
    }
    Ok(text)
}

/// Lines parted where they break, so that each can stay or go, with the number of the line that each was of. A
/// blank piece parts paragraphs.
fn pieces(lines: Vec<Line>) -> (Vec<Line>, Vec<usize>) {
    let (mut pieces, mut whose) = (Vec::new(), Vec::new());
    let mut number = 0;
    for line in lines {
        number += 1;
        match line {
            Line::Plain(spans) => {
                for piece in spans.lines() {
                    if piece.is_blank() {
                        number += 1;
                        continue;
                    }
                    pieces.push(Line::Plain(piece));
                    whose.push(number);
                }
            }
            other => {
                pieces.push(other);
                whose.push(number);
            }
        }
    }
    (pieces, whose)
}

/// The words of a line.
fn words_of(line: &Line) -> String {
    match line {
        Line::Heading(_, spans) | Line::Item(_, _, spans) | Line::Quote(spans) | Line::Plain(spans) => {
            spans.words()
        }
        Line::Block(block) => tree::words(&Document { blocks: vec![block.clone()], notes: vec![] }),
    }
}

impl Spans {
    /// Adds a line below.
    fn push_line(&mut self, other: Self) {
        self.push(What::Break, &Look::default());
        self.0.extend(other.0);
    }
}

/// A subject without what answers and lists put before it.
fn bare_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_lowercase();
        let marks = [
            "re:", "fw:", "fwd:", "aw:", "wg:", "r:", "i:", "tr:", "απ:", "πρθ:", "отг:", "пр:", "odg:",
            "vs:", "sv:", "rv:", "res:", "enc:",
        ];
        if let Some(mark) = marks.iter().find(|mark| lower.starts_with(**mark)) {
            rest = rest.get(mark.len()..).unwrap_or_default().trim_start();
        } else if rest.starts_with('[')
            && let Some((_, behind)) = rest.split_once(']')
            && !behind.trim().is_empty()
        {
            rest = behind.trim_start();
        } else {
            return rest.trim().to_string();
        }
    }
}
