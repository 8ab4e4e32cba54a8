//! The newsletter as HTML.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::joined::Values;
use super::sections::{Entry, Section, Story};
use super::templates::Templates;
use super::{MailPicture, Theme};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::{Acknowledgement, CheckedIssue, Encoded, Pictures, Spoken, Stage};
use crate::layouts::Layouts;
use crate::markdown::{Document, HtmlWriter, Picture};
use crate::model::{Channel, Language};
use crate::web::Address;
use crate::words::Words;

/// The width of a picture in the mail, in CSS pixels: the sheet's less its margins.
const PICTURE_WIDTH: u32 = crate::issue::MAIL_WIDTH / 2;

/// The largest that a logo is shown, in CSS pixels: smaller than the emblem.
const LOGO: (u32, u32) = (88, 56);

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
    /// A recipient's values, or the sentinels for them.
    pub personal: &'a Values,
}

impl View<'_, '_> {
    /// The whole page, with sentinels.
    pub fn render(
        &self,
        sections: &[Section],
        layouts: &Layouts,
        findings: &mut Diagnostics,
    ) -> Option<(String, Vec<(Place, String)>)> {
        let templates = Templates::load(layouts, "newsletter/", findings)?;
        let mut blocks = vec![self.masthead()];
        blocks.extend(sections.iter().map(|section| self.section(section)));
        blocks.push(self.acknowledgement());
        blocks.push(self.footer());
        let mut body = String::new();
        let mut placed = Vec::new();
        for (name, mut data) in blocks {
            data["s"] = json!(self.theme.styles);
            let html = templates.render(&format!("blocks/{name}"), &data, layouts, findings)?;
            body.push_str(&html);
            placed.push((Place::file(format!("layouts/newsletter/blocks/{name}.hbs")), html));
        }
        let language = &self.issue.language;
        let preheader = preheader(self.issue, sections);
        let draft = (self.issue.stage == Stage::Draft).then(|| self.words.get("draft-mark"));
        let page = json!({
            "lang": language.as_str(), "dir": language.direction(), "subject": self.subject,
            "preheader": preheader.text, "preheader_mark": mark(preheader.language.as_ref()), "draft": draft, "body": body, "dark_css": self.theme.dark_css, "s": self.theme.styles,
        });
        let page = templates.render("newsletter", &page, layouts, findings)?;
        Some((page, placed))
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
                "logo": self.logo(),
                "online": Address::of(self.issue).page(), "online_text": self.words.get("mail-online"),
            }),
        )
    }

    /// The cluster's logo, if it has one that mail programs show.
    fn logo(&self) -> Option<Value> {
        let path = crate::issue::logo(self.issue.cluster, self.issue.sources)?;
        let found = self.pictures.iter().find(|one| one.source == path)?;
        let (width, height) = fitted(found.width, found.height, LOGO);
        Some(json!({"src": self.personal.picture(&found.name), "width": width, "height": height}))
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
            Section::Cards(title, items) => {
                let rows: Vec<_> = items.chunks(2).map(|pair| json!({"cards": entries(pair)})).collect();
                ("cards", json!({"title": title, "rows": rows}))
            }
            Section::Quotes(quotes) => {
                let quotes: Vec<_> = quotes
                    .iter()
                    .map(|quote| {
                        let language = quote.language.as_ref().unwrap_or(&self.issue.language);
                        json!({"html": self.markdown(&quote.body, 4, language), "who": quote.who, "mark": mark(quote.language.as_ref())})
                    })
                    .collect();
                ("quotes", json!({"quotes": quotes}))
            }
            Section::Charts(title, charts) => {
                let charts: Vec<_> = charts.iter().filter_map(|chart| self.chart(chart)).collect();
                ("charts", json!({"title": title, "charts": charts}))
            }
            Section::Partners(title, items) => {
                let logos: Vec<_> = items
                    .iter()
                    .filter_map(|entry| {
                        let found = self.pictures.iter().find(|one| Some(&one.source) == entry.lead.as_ref())?;
                        let (width, height) = fitted(found.width, found.height, LOGO);
                        Some(json!({"src": self.personal.picture(&found.name), "alt": entry.name, "width": width, "height": height, "url": entry.url}))
                    })
                    .collect();
                ("partners", json!({"title": title, "logos": logos}))
            }
            Section::Actions(title, header, items) => {
                ("actions", json!({"title": title, "header": header, "items": entries(items)}))
            }
            Section::Next(title, items, empty, others) => {
                let others = others.as_ref().map(|others| json!({"text": others.text, "url": others.url}));
                ("next", json!({"title": title, "items": entries(items), "empty": empty, "others": others}))
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
        json!({"title": story.title, "html": html, "mark": mark(language), "url": story.url})
    }

    /// A chart's picture, its alternative text and its numbers.
    fn chart(&self, chart: &Value) -> Option<Value> {
        let found = self.pictures.iter().find(|picture| picture.source == chart_source(chart))?;
        let (last, unit) = (chart["last"].as_str()?, chart["unit"].as_str()?);
        Some(json!({
            "src": self.personal.picture(&found.name), "alt": chart["alt"], "width": found.width, "height": found.height,
            "title": chart["label"], "value": last, "unit": unit, "period": chart["period"],
            "mark": mark(self.issue.marked(&self.issue.cluster.config.language).as_ref()),
        }))
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        let style = self.theme.html_style(language.direction());
        let found = |path: &str| {
            let found = self.pictures.iter().find(|picture| picture.source == path)?;
            Some(Picture {
                src: self.personal.picture(&found.name),
                width: found.width,
                height: found.height,
            })
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
                "emblem": emblem.map(|emblem| self.personal.picture(&emblem.name)),
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
        let address = Address::of(self.issue);
        (
            "footer",
            json!({
                "reason": reason.text, "reason_mark": mark(reason.language.as_ref()),
                "publisher": self.words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
                "privacy_url": config.privacy_url.as_str(),
                "privacy_text": self.words.get("mail-privacy"),
                "unsubscribe": self.personal.unsubscribe,
                "unsubscribe_text": self.words.get("mail-unsubscribe"),
                "unsubscribe_how": self.words.get("mail-unsubscribe-how"),
                "no_tracking": no_tracking(self.issue, self.words),
                "online": address.page(), "online_text": self.words.get("mail-online"),
                "report": address.report(), "report_text": self.words.get("web-report"),
            }),
        )
    }
}

/// The line behind the subject: as written, or the start of the lead.
pub fn preheader(issue: &CheckedIssue<'_>, sections: &[Section]) -> Spoken {
    let written = issue.manifest.and_then(|manifest| manifest.preheader.as_ref());
    if let Some(written) = written {
        return issue.spoken(written);
    }
    let lead = sections.iter().find_map(|section| match section {
        Section::Lead(story) => {
            Some(Spoken { text: story.body.summary()?, language: story.language.clone() })
        }
        _ => None,
    });
    let said = lead.unwrap_or_else(|| issue.name());
    let text = shortened(&said.text, 100);
    // A short one is made longer, or mail programs show what comes next in the HTML.
    let text = match text.chars().count() < 40 {
        true => {
            shortened(&format!("{text} · {} · {}", issue.name().text, issue.cluster.config.publisher), 100)
        }
        false => text,
    };
    Spoken { text, ..said }
}

/// What opening the mail tells whom, in one sentence.
pub fn no_tracking(issue: &CheckedIssue<'_>, words: &Words) -> String {
    match &issue.cluster.config.images_url {
        None => words.get("mail-no-tracking"),
        Some(url) => {
            let rest = url.as_str().split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
            words.with("mail-no-tracking-hosted", &[("host", host.into())])
        }
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
        .map(|entry| json!({"name": entry.name, "lead": entry.lead, "text": entry.text, "mark": mark(entry.language.as_ref()), "url": entry.url, "more": entry.more, "calendar": entry.calendar.as_ref().map(|(text, url)| json!({"text": text, "url": url}))}))
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
fn chart_source(chart: &Value) -> String {
    format!("chart:{}", chart["title"].as_str().unwrap_or_default())
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
fn fitted(width: u32, height: u32, (most_wide, most_high): (u32, u32)) -> (u32, u32) {
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
