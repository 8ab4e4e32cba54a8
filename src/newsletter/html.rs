//! The newsletter as HTML.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::joined::{UNSUBSCRIBE, picture};
use super::sections::{Entry, Section, Story};
use super::templates::Templates;
use super::{MailPicture, Theme};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{Acknowledgement, CheckedIssue, Encoded, Pictures, Spoken, Stage};
use crate::layouts::Layouts;
use crate::markdown::{Document, HtmlWriter, Picture};
use crate::model::Language;
use crate::words::Words;

/// The width of a picture in the mail, in CSS pixels: the sheet's less its margins.
const PICTURE_WIDTH: u32 = crate::issue::MAIL_WIDTH / 2;

/// The emblem's width in the mail, in CSS pixels.
pub const EMBLEM_WIDTH: u32 = 90;

/// Everything that the HTML is made of.
pub struct View<'a, 'i> {
    /// The issue.
    pub issue: &'a CheckedIssue<'i>,
    /// The words.
    pub words: &'a Words,
    /// The look.
    pub theme: &'a Theme,
    /// The pictures.
    pub pictures: &'a [MailPicture],
    /// The subject with a draft's mark.
    pub subject: &'a str,
}

impl View<'_, '_> {
    /// The whole page, with sentinels.
    pub fn render(
        &self,
        sections: &[Section],
        layouts: &Layouts,
        findings: &mut Diagnostics,
    ) -> Option<String> {
        let templates = Templates::load(layouts, findings)?;
        let mut blocks = vec![self.masthead()];
        blocks.extend(sections.iter().map(|section| self.section(section)));
        blocks.push(self.acknowledgement());
        blocks.push(self.footer());
        let mut body = String::new();
        for (name, mut data) in blocks {
            data["s"] = json!(self.theme.styles);
            body.push_str(&templates.render(&format!("blocks/{name}"), &data, layouts, findings)?);
        }
        let language = &self.issue.language;
        let preheader = self.preheader(sections);
        let draft = (self.issue.stage == Stage::Draft).then(|| self.words.get("draft-mark"));
        let page = json!({
            "lang": language.as_str(), "dir": language.direction(), "subject": self.subject,
            "preheader": preheader.text, "preheader_mark": mark(preheader.language.as_ref()), "draft": draft, "body": body, "dark_css": self.theme.dark_css, "s": self.theme.styles,
        });
        templates.render("newsletter", &page, layouts, findings)
    }

    /// The line behind the subject: as written, or the start of the lead.
    fn preheader(&self, sections: &[Section]) -> Spoken {
        let written = self.issue.manifest.and_then(|manifest| manifest.preheader.as_ref());
        if let Some(written) = written {
            return self.issue.spoken(written);
        }
        let lead = sections.iter().find_map(|section| match section {
            Section::Lead(story) => {
                Some(Spoken { text: story.body.summary()?, language: story.language.clone() })
            }
            _ => None,
        });
        let said = lead.unwrap_or_else(|| self.issue.name());
        Spoken { text: shortened(&said.text, 100), ..said }
    }

    /// The head of the sheet.
    fn masthead(&self) -> (&'static str, Value) {
        let period = self.words.month(self.issue.period.0);
        let (name, title) = (self.issue.name(), self.issue.subject());
        (
            "masthead",
            json!({
                "cluster": name.text, "cluster_mark": mark(name.language.as_ref()),
                "issue_line": self.words.with("mail-masthead-issue", &[("number", self.issue.number.into()), ("period", period.into())]),
                "title": title.text, "title_mark": mark(title.language.as_ref()),
            }),
        )
    }

    /// A block's template and data.
    fn section(&self, section: &Section) -> (&'static str, Value) {
        match section {
            Section::Note(paragraphs) => ("note", json!({"paragraphs": said(paragraphs)})),
            Section::Lead(story) => ("lead", self.story(story, 3)),
            Section::Stories(title, items) => {
                let items: Vec<_> = items.iter().map(|story| self.story(story, 4)).collect();
                ("stories", json!({"title": title, "items": items}))
            }
            Section::Projects(title, items) => ("projects", json!({"title": title, "items": entries(items)})),
            Section::Next(title, items, empty) => {
                let items: Vec<_> = items
                    .iter()
                    .map(|entry| json!({"name": entry.name, "text": entry.text, "mark": mark(entry.language.as_ref()), "due": entry.more}))
                    .collect();
                ("next", json!({"title": title, "items": items, "empty": empty}))
            }
            Section::Dates(title, items) => ("dates", json!({"title": title, "items": entries(items)})),
            Section::Ask(title, paragraphs) => {
                ("ask", json!({"title": title, "paragraphs": said(paragraphs)}))
            }
        }
    }

    /// A story's data.
    fn story(&self, story: &Story, level: u8) -> Value {
        let language = story.language.as_ref();
        let html = self.markdown(&story.body, level, language.unwrap_or(&self.issue.language));
        json!({"title": story.title, "html": html, "mark": mark(language)})
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        let style = self.theme.html_style(language.direction());
        let found = |path: &str| {
            let found = self.pictures.iter().find(|picture| picture.source == path)?;
            Some(Picture { src: picture(&found.name), width: found.width, height: found.height })
        };
        let notes_title = self.words.get("footnotes");
        let writer = HtmlWriter {
            style: &style,
            level,
            picture: &found,
            notes_title: &notes_title,
            start: if language.direction() == "rtl" { "right" } else { "left" },
        };
        writer.document(body)
    }

    /// Who paid.
    fn acknowledgement(&self) -> (&'static str, Value) {
        let ack = Acknowledgement::of(&self.issue.projects, &self.issue.language, self.words);
        let emblem = self.pictures.iter().find(|picture| picture.source.is_empty()).filter(|_| ack.emblem);
        let rows = |statements: &[crate::issue::Statement]| -> Vec<Value> {
            let row = |s: &crate::issue::Statement| {
                let language = self.issue.marked(&s.language);
                json!({"text": s.text, "projects": s.projects.join(", "), "mark": mark(language.as_ref())})
            };
            statements.iter().map(row).collect()
        };
        (
            "acknowledgement",
            json!({
                "emblem": emblem.map(|emblem| picture(&emblem.name)),
                "emblem_alt": self.words.get("emblem-alt"),
                "statements": rows(&ack.statements),
                "disclaimers": rows(&ack.disclaimers),
            }),
        )
    }

    /// Why, who, and how to leave.
    fn footer(&self) -> (&'static str, Value) {
        let config = &self.issue.cluster.config;
        let reason = reason(self.issue, self.words);
        (
            "footer",
            json!({
                "reason": reason.text, "reason_mark": mark(reason.language.as_ref()),
                "publisher": self.words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
                "privacy_url": config.privacy_url.as_str(),
                "privacy_text": self.words.get("mail-privacy"),
                "unsubscribe": UNSUBSCRIBE,
                "unsubscribe_text": self.words.get("mail-unsubscribe"),
                "unsubscribe_how": self.words.get("mail-unsubscribe-how"),
                "no_tracking": self.words.get("mail-no-tracking"),
            }),
        )
    }
}

/// Why a reader gets the newsletter, in one sentence.
pub fn reason(issue: &CheckedIssue<'_>, words: &Words) -> Spoken {
    let written = issue.cluster.config.reason.as_ref().map(|reason| issue.spoken(reason));
    written.unwrap_or_else(|| Spoken {
        text: words.with("mail-reason-default", &[("cluster", issue.name().text.into())]),
        language: None,
    })
}

/// The attributes that mark a piece in another language; nothing where it is in the edition's.
fn mark(language: Option<&Language>) -> String {
    // A tag holds letters, digits and hyphens only.
    language.map_or_else(String::new, |language| {
        format!(" lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction())
    })
}

/// Paragraphs as the templates take them.
fn said(paragraphs: &[Spoken]) -> Vec<Value> {
    paragraphs.iter().map(|said| json!({"text": said.text, "mark": mark(said.language.as_ref())})).collect()
}

/// Entries as the templates take them.
fn entries(entries: &[Entry]) -> Vec<Value> {
    entries
        .iter()
        .map(|entry| json!({"name": entry.name, "lead": entry.lead, "text": entry.text, "mark": mark(entry.language.as_ref()), "url": entry.url, "more": entry.more}))
        .collect()
}

/// A text cut at a word.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end())
}

/// The pictures of the sections' texts, at twice the size at which they are shown, and the emblem.
pub fn pictures(
    sections: &[Section],
    known: &Pictures,
    emblem: &[u8],
    findings: &mut Diagnostics,
) -> Vec<MailPicture> {
    let mut pictures = vec![MailPicture {
        name: named("emblem", emblem, "png"),
        bytes: emblem.to_vec(),
        media_type: "image/png",
        width: EMBLEM_WIDTH,
        height: EMBLEM_WIDTH * 2 / 3,
        source: String::new(),
    }];
    for path in paths(sections) {
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
    pictures
}

/// The paths of all pictures that the sections show, each once.
fn paths(sections: &[Section]) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
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
            _ => {}
        }
    }
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
