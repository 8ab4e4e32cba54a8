//! The newsletter as HTML.

use serde_json::{Value, json};

use super::Theme;
use super::joined::Values;
use super::sections::{Entry, Section, Story};
use crate::diagnostic::{Diagnostics, Place};
use crate::html::{Picture, Shows, Templates, mark, of_file, said, that_shows};
use crate::issue::{Acknowledgement, Address, CheckedIssue, Spoken, Stage};
use crate::markdown::{Document, HtmlWriter, Img};
use crate::report::IndicatorChart;
use crate::value::Language;
use crate::words::Words;

/// Everything that the HTML is made of.
pub struct View<'a, 'i> {
    /// The issue.
    pub issue: &'a CheckedIssue<'i>,
    /// The words.
    pub words: &'a Words,
    /// The look.
    pub theme: &'a Theme,
    /// The pictures.
    pub pictures: &'a [Picture],
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
        templates: &Templates,
        findings: &mut Diagnostics,
    ) -> Option<(String, Vec<(Place, String)>)> {
        let mut blocks = vec![self.masthead()];
        blocks.extend(sections.iter().map(|section| self.section(section)));
        blocks.push(self.acknowledgement());
        blocks.push(self.footer());
        let mut body = String::new();
        let mut placed = Vec::new();
        for (name, mut data) in blocks {
            data["s"] = json!(self.theme.styles);
            let html = templates.mail(&format!("blocks/{name}"), &data, findings)?;
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
        let page = templates.mail("newsletter", &page, findings)?;
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
        let found = of_file(self.pictures, &path)?;
        let (width, height) = found.logo_size();
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
                        let found = of_file(self.pictures, entry.lead.as_ref()?)?;
                        let (width, height) = found.logo_size();
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
        json!({"title": story.title, "html": html, "mark": mark(language), "url": story.url, "label": story.label})
    }

    /// A chart's picture, its alternative text and its numbers.
    fn chart(&self, chart: &IndicatorChart) -> Option<Value> {
        let found = that_shows(self.pictures, &Shows::Chart(chart.line.id.clone()))?;
        let newest = &chart.newest;
        Some(json!({
            "src": self.personal.picture(&found.name), "alt": chart.line.chart.alt, "width": found.width, "height": found.height,
            "title": newest.what, "value": newest.value, "unit": newest.unit, "period": newest.period,
            "mark": mark(self.issue.marked(&self.issue.cluster.config.language).as_ref()),
        }))
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        let style = self.theme.html_style(language.direction());
        let found = |path: &str| {
            let found = of_file(self.pictures, path)?;
            Some(Img { src: self.personal.picture(&found.name), width: found.width, height: found.height })
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
        let emblem = that_shows(self.pictures, &Shows::Emblem).filter(|_| ack.emblem);
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

/// Entries as the templates take them.
fn entries(entries: &[Entry]) -> Vec<Value> {
    entries
        .iter()
        .map(|entry| json!({"name": entry.name, "lead": entry.lead, "text": entry.text, "mark": mark(entry.language.as_ref()), "url": entry.url, "label": entry.label, "more": entry.more, "calendar": entry.calendar.as_ref().map(|(text, url)| json!({"text": text, "url": url}))}))
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
