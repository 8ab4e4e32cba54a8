//! Files as they come, told apart by what they hold and not by their names.

mod docx;
mod feed;
mod form;
mod html;
mod mail;
mod marks;
mod odt;
mod pack;
mod plain;
mod sheet;

use super::{Contribution, Kind, Refused, Text};
use crate::value::{Date, Parse, base64, decoded, sha256};

pub use form::{Form, proposed};
use sheet::Sheet;
pub(in crate::gather) use sheet::cell_day;

/// The largest file that is read, in bytes.
const LARGEST: usize = 60 << 20;

/// A file as it came.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name, or its address.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Docx,
    Odt,
    Sheet,
    Mail,
    Mailbox,
    Html,
    Feed,
    JsonFeed,
    Csv,
    Markdown,
    Plain,
}

impl FileKind {
    /// What people call it.
    fn words(self) -> &'static str {
        match self {
            Self::Docx => "a Word file",
            Self::Odt => "a LibreOffice file",
            Self::Sheet => "a spreadsheet",
            Self::Mail => "a mail",
            Self::Mailbox => "a mailbox",
            Self::Html => "a web page",
            Self::Feed | Self::JsonFeed => "a feed",
            Self::Csv => "a table",
            Self::Markdown | Self::Plain => "a plain text",
        }
    }

    /// How the file of an original ends.
    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Sheet => "xlsx",
            Self::Mail | Self::Mailbox => "eml",
            Self::Html => "html",
            Self::Feed => "xml",
            Self::JsonFeed => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Plain => "txt",
        }
    }

    /// Whether a file's ending claims that it is this; other endings claim nothing.
    fn fits(self, ending: &str) -> bool {
        match ending {
            "docx" => self == Self::Docx,
            "odt" => self == Self::Odt,
            "xlsx" => self == Self::Sheet,
            "eml" => self == Self::Mail,
            _ => true,
        }
    }
}

/// Reads a file: the contributions that it holds.
///
/// # Errors
///
/// If it is none that is known, broken, or larger than an honest one.
pub fn read(input: &Input, forms: &[Form]) -> Result<Vec<Contribution>, Refused> {
    if input.bytes.len() > LARGEST {
        return Err(Refused::new(
            format!(
                "the file has {} MB; no contribution is larger than {}",
                input.bytes.len() >> 20,
                LARGEST >> 20
            ),
            "ask the sender for the text, and for its pictures one by one",
        ));
    }
    let kind = kind(input)?;
    let ending = input.name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !kind.fits(&ending) {
        return Err(Refused::new(
            format!("the file is named .{ending} and is {}", kind.words()),
            format!("open it, save it as a real .{ending} file, or give it the ending that it deserves"),
        ));
    }
    let one = |text: Text| vec![contribution(input, kind, text)];
    Ok(match kind {
        FileKind::Docx => one(docx::read(&input.bytes)?),
        FileKind::Odt => one(odt::read(&input.bytes)?),
        FileKind::Html => one(html::read(&decoded(&input.bytes))?),
        FileKind::Markdown => one(plain::markdown(&decoded(&input.bytes))),
        FileKind::Plain => one(plain::read(&decoded(&input.bytes), false)),
        FileKind::Mail => mail::read(&input.bytes, forms)?,
        FileKind::Mailbox => mail::mailbox(&input.bytes, forms)?,
        FileKind::Feed => feed::xml_items(input)?,
        FileKind::JsonFeed => feed::json(input)?,
        FileKind::Csv => form::rows(input, &sheet::csv(&decoded(&input.bytes)), "csv", forms)?,
        FileKind::Sheet => form::rows(input, &sheet::xlsx(&input.bytes)?, "xlsx", forms)?,
    })
}

/// A plain text of a form, or of a cell.
fn plain_text(text: &str) -> Text {
    plain::read(text, true)
}

/// The table in a file, if it is one.
///
/// # Errors
///
/// If it is one and broken.
fn decoded_sheet(input: &Input) -> Result<Option<Sheet>, Refused> {
    Ok(match kind(input)? {
        FileKind::Csv => Some(sheet::csv(&decoded(&input.bytes))),
        FileKind::Sheet => Some(sheet::xlsx(&input.bytes)?),
        _ => None,
    })
}

/// A file's text as a contribution.
fn contribution(input: &Input, kind: FileKind, text: Text) -> Contribution {
    Contribution {
        identity: format!("file:{}", input.name.rsplit(['/', '\\']).next().unwrap_or(&input.name)),
        source: input.name.rsplit(['/', '\\']).next().unwrap_or(&input.name).to_string(),
        sha256: sha256(&input.bytes),
        original: (input.bytes.clone(), kind.ending()),
        text,
        domain: None,
        project: None,
        kind: Kind::Update,
        is_dated: false,
        fields: vec![],
    }
}

/// What a file is, by what it holds.
fn kind(input: &Input) -> Result<FileKind, Refused> {
    let bytes = &input.bytes;
    let ending = input.name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if bytes.is_empty() {
        return Err(Refused::new("the file is empty", "ask the sender to send it again"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let pack = pack::Pack::open(bytes)?;
        return if pack.has("word/document.xml") {
            Ok(FileKind::Docx)
        } else if pack.has("xl/workbook.xml") {
            Ok(FileKind::Sheet)
        } else if pack.has("content.xml") {
            Ok(FileKind::Odt)
        } else {
            Err(Refused::new("the file is an archive", "unpack it, and gather the folder"))
        };
    }
    let refused = |what: &str, cure: &str| Err(Refused::new(format!("the file is {what}"), cure));
    if bytes.starts_with(b"%PDF") {
        return refused(
            "a PDF, whose words have no order that can be relied on",
            "ask the sender for the Word file or the text",
        );
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return match ending.as_str() {
            "msg" => refused(
                "a mail of Outlook's own kind",
                "in Outlook, save it as .eml, or drag it into a folder of another mail program",
            ),
            _ => refused(
                "of Word's old kind, or protected by a password",
                "open it in Word, and save it as .docx",
            ),
        };
    }
    if bytes.starts_with(b"{\\rtf") {
        return refused("rich text (.rtf)", "open it in Word or LibreOffice, and save it as .docx or .odt");
    }
    if bytes.iter().take(4096).any(|byte| *byte == 0)
        && !bytes.starts_with(b"\xFF\xFE")
        && !bytes.starts_with(b"\xFE\xFF")
    {
        return refused(
            "none that texts come in",
            "texts are taken from .docx, .odt, .eml, .html, .txt, .md, .csv, .xlsx and feeds; a picture goes into sources/images/",
        );
    }
    let text = decoded(&bytes[..bytes.len().min(64 << 10)]);
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let lower = start.chars().take(4096).collect::<String>().to_lowercase();
    Ok(if ["<rss", "<feed", "<rdf:rdf"].iter().any(|mark| lower.contains(mark)) && lower.starts_with('<') {
        FileKind::Feed
    } else if start.starts_with('{') && lower.contains("\"items\"") {
        FileKind::JsonFeed
    } else if text.starts_with("From ") && text.lines().nth(1).is_some_and(is_field) {
        FileKind::Mailbox
    } else if is_mail(start) {
        FileKind::Mail
    } else if lower.starts_with('<')
        && ["<html", "<!doctype html", "<body", "<p", "<div", "<table"]
            .iter()
            .any(|mark| lower.contains(mark))
    {
        FileKind::Html
    } else if matches!(ending.as_str(), "csv" | "tsv") {
        FileKind::Csv
    } else if matches!(ending.as_str(), "md" | "markdown") {
        FileKind::Markdown
    } else {
        FileKind::Plain
    })
}

/// Whether a text begins as a mail does: with a head of fields that only mails have.
fn is_mail(text: &str) -> bool {
    let head: Vec<&str> = text.lines().take_while(|line| !line.trim().is_empty()).take(200).collect();
    let fields = head.iter().filter(|line| !line.starts_with([' ', '\t']));
    let has = |name: &str| head.iter().any(|line| line.to_lowercase().starts_with(&format!("{name}:")));
    fields.clone().all(|line| is_field(line))
        && has("from")
        && (has("message-id") || has("mime-version") || has("received") || has("return-path"))
}

/// Whether a line is a field of a mail's head.
fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}

/// The bytes of a picture that travels in its address: `data:image/png;base64,…`.
fn embedded(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.strip_prefix("data:")?.split_once(',')?;
    kind.ends_with(";base64").then(|| base64(data))?
}

/// A day as files note it: `2024-05-13T10:00:00Z`.
fn day(text: &str) -> Option<Date> {
    Date::parse(text.trim().get(..10)?).ok()
}

/// A day of numbers, if there is such a one.
fn date_of(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A day in a text that says it as mails, feeds and spreadsheets do: `Mo, 02 Nov 2026`, `2026-11-02T…`.
fn any_day(text: &str) -> Option<Date> {
    if let Some(day) = day(text) {
        return Some(day);
    }
    let words: Vec<&str> = text.split([' ', ',', '.', '/', '-']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<i64>().ok();
    words.windows(3).find_map(|three| {
        let [one, two, three] = three else { return None };
        let year = number(three).filter(|year| (1990..2100).contains(year))?;
        match (number(one), number(two)) {
            // In numbers alone the month is the one that a day can't be.
            (Some(day), Some(month)) if day > 12 => date_of(year, month, day),
            (Some(month), Some(day)) if day > 12 => date_of(year, month, day),
            (Some(day), None) => date_of(year, month(two)?, day),
            (None, Some(day)) => date_of(year, month(one)?, day),
            _ => None,
        }
    })
}

/// The number of a month's name, by its first letters, in the languages that feeds use.
fn month(word: &str) -> Option<i64> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "gen", "ene", "ιαν", "яну"],
        &["feb", "fév", "fev", "φεβ", "фев"],
        &["mar", "mär", "μαρ", "мар"],
        &["apr", "avr", "abr", "απρ", "апр"],
        &["may", "mai", "mag", "μαϊ", "μαι", "май"],
        &["jun", "jui", "giu", "ιουν", "юни"],
        &["jul", "lug", "ιουλ", "юли"],
        &["aug", "aoû", "ago", "αυγ", "авг"],
        &["sep", "set", "σεπ", "сеп"],
        &["oct", "okt", "ott", "out", "οκτ", "окт"],
        &["nov", "νοε", "ное"],
        &["dec", "dez", "déc", "dic", "δεκ", "дек"],
    ];
    let lower = word.to_lowercase();
    if lower.starts_with("juil") {
        return Some(7);
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|name| lower.starts_with(name)))?;
    i64::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_feeds_write_them_and_never_guessed() {
        let read = |text: &str| any_day(text).map(|day| day.to_string()).unwrap_or_default();
        for (typed, day) in [
            ("Mon, 02 Nov 2026 10:00:00 +0100", "2026-11-02"),
            ("Mo, 02 Nov 2026", "2026-11-02"),
            ("2026-11-02T10:00:00Z", "2026-11-02"),
            ("2 novembre 2026", "2026-11-02"),
            ("May 13, 2024", "2024-05-13"),
            ("13/05/2024 10:12:00", "2024-05-13"),
            ("05/06/2024", ""),
            ("soon", ""),
        ] {
            assert_eq!(read(typed), day, "{typed}");
        }
    }
}
