//! The pictures of a mail and of a page: which there are, how large they are shown, what they are
//! called.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::MailPicture;
use super::sections::Section;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{CheckedIssue, Encoded, Pictures};
use crate::layouts::Layouts;
use crate::markdown::Document;
use crate::model::Channel;

/// The width of a picture in the mail, in CSS pixels: the sheet's less its margins.
const PICTURE_WIDTH: u32 = crate::issue::MAIL_WIDTH / 2;

/// The largest that a logo is shown, in CSS pixels: smaller than the emblem.
pub const LOGO: (u32, u32) = (88, 56);

/// The emblem's width in the mail, in CSS pixels.
pub const EMBLEM_WIDTH: u32 = 90;

/// The pictures of the sections' texts, at twice the size at which they are shown, the charts and
/// the emblem.
pub fn pictures(
    issue: &CheckedIssue<'_>,
    sections: &[Section],
    known: &Pictures,
    emblem: &[u8],
    layouts: &Layouts,
    findings: &mut Diagnostics,
) -> Vec<MailPicture> {
    let mut pictures = vec![emblem_picture(emblem)];
    let logo = crate::issue::logo(issue.cluster, issue.sources);
    for path in logo.into_iter().chain(paths(sections)) {
        let Some(picture) = known.0.get(&path) else { continue };
        match &picture.mail {
            Some(mail) => pictures.push(shown(&path, mail)),
            None => findings.push(
                Diagnostic::warning(
                    "svg-in-mail",
                    format!("mail programs do not show SVG: `{path}` is left out of the newsletter"),
                )
                .at(Place::file("bulletin.yaml"))
                .hint("save it as PNG too, and name that in the text"),
            ),
        }
    }
    for section in sections {
        let Section::Charts(_, charts) = section else { continue };
        for chart in charts {
            pictures.extend(chart_picture(issue, chart, layouts, findings).map(|(_, picture)| picture));
        }
    }
    pictures
}

/// The EU emblem.
fn emblem_picture(emblem: &[u8]) -> MailPicture {
    MailPicture {
        name: named("emblem", emblem, "png"),
        bytes: emblem.to_vec(),
        media_type: "image/png",
        width: EMBLEM_WIDTH,
        height: EMBLEM_WIDTH * 2 / 3,
        source: String::new(),
    }
}

/// The pictures of all texts that an output shows, and the emblem.
pub fn shown_pictures(
    issue: &CheckedIssue<'_>,
    channel: Channel,
    known: &Pictures,
    emblem: &[u8],
) -> Vec<MailPicture> {
    let mut pictures = vec![emblem_picture(emblem)];
    let updates = issue.updates(channel).map(|update| update.body.clone());
    let meetings = issue.meetings(channel).map(|meeting| meeting.body.clone());
    let logo = crate::issue::logo(issue.cluster, issue.sources);
    let mail = logo.as_ref().and_then(|path| Some((path, known.0.get(path)?.mail.as_ref()?)));
    pictures.extend(mail.map(|(path, mail)| shown(path, mail)));
    for mut body in updates.chain(meetings) {
        for (_, image) in body.images_mut() {
            let mail = known.0.get(&image.url).and_then(|picture| picture.mail.as_ref());
            if let Some(mail) = mail.filter(|_| pictures.iter().all(|one| one.source != image.url)) {
                pictures.push(shown(&image.url, mail));
            }
        }
    }
    pictures
}

/// What stands for a chart where pictures have paths.
pub fn chart_source(chart: &Value) -> String {
    format!("chart:{}", chart["id"].as_str().unwrap_or_default())
}

/// A chart as a picture, drawn as in the report, with its alternative text.
pub fn chart_picture(
    issue: &CheckedIssue<'_>,
    chart: &Value,
    layouts: &Layouts,
    findings: &mut Diagnostics,
) -> Option<(String, MailPicture)> {
    let accent = issue.cluster.config.look.accent.as_deref().unwrap_or("#0b5d4e");
    let drawn =
        crate::report::chart_png(chart, accent, &issue.language, layouts, PICTURE_WIDTH, issue.as_of.date);
    let bytes = match drawn {
        Ok(bytes) => bytes,
        Err(more) => {
            findings.append(more);
            return None;
        }
    };
    // PNG, section 11.2.2: width and height are the first two numbers of the first chunk.
    let number = |at: usize| {
        bytes.get(at..at + 4).map_or(2, |four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
    };
    let picture = MailPicture {
        name: named("chart", &bytes, "png"),
        media_type: "image/png",
        width: number(16) / 2,
        height: number(20) / 2,
        source: chart_source(chart),
        bytes,
    };
    Some((chart["alt"].as_str().unwrap_or_default().to_string(), picture))
}

/// The size of a logo, in CSS pixels.
pub fn logo_size(width: u32, height: u32) -> (u32, u32) {
    fitted(width, height, LOGO)
}

/// A size shrunk into a width and a height of a logo.
pub fn fitted(width: u32, height: u32, (most_wide, most_high): (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (wide, high) = (u64::from(most_wide).min(width), u64::from(most_high).min(height));
    // The smaller of the two scales, in whole numbers.
    let (new_width, new_height) = match wide * height <= high * width {
        true => (wide, wide * height / width),
        false => (high * width / height, high),
    };
    (u32::try_from(new_width.max(1)).unwrap_or(1), u32::try_from(new_height.max(1)).unwrap_or(1))
}

/// The paths of all pictures that the sections show, each once.
fn paths(sections: &[Section]) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    let mut logos: Vec<String> = Vec::new();
    let mut collect = |body: &Document| {
        for (_, image) in body.clone().images_mut() {
            if !paths.contains(&image.url) {
                paths.push(image.url.clone());
            }
        }
    };
    for section in sections {
        match section {
            Section::Lead(story) => collect(&story.body),
            Section::Stories(_, items) => items.iter().for_each(|story| collect(&story.body)),
            Section::Partners(_, items) => {
                for path in items.iter().filter_map(|entry| entry.lead.as_ref()) {
                    logos.push(path.clone());
                }
            }
            _ => {}
        }
    }
    paths.extend(logos);
    paths
}

/// A picture at the size at which the mail shows it: half its pixels, or all of a small one's.
fn shown(path: &str, mail: &Encoded) -> MailPicture {
    let width = mail.width.min(PICTURE_WIDTH);
    let height = u64::from(mail.height) * u64::from(width) / u64::from(mail.width.max(1));
    let stem = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("picture");
    MailPicture {
        name: named(crate::model::Id::slug(stem).as_str(), &mail.bytes, mail.format),
        bytes: mail.bytes.clone(),
        media_type: if mail.format == "jpg" { "image/jpeg" } else { "image/png" },
        width,
        height: u32::try_from(height).unwrap_or(u32::MAX).max(1),
        source: path.to_string(),
    }
}

/// A file name that changes with its content.
fn named(stem: &str, bytes: &[u8], extension: &str) -> String {
    let hash = Sha256::digest(bytes);
    let hash: String = hash.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{hash}.{extension}")
}
