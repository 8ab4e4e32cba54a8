//! The newsletter as HTML.

use serde_json::{Value, json};

use super::Styles;
use super::joined::Values;
use super::opening::opening;
use super::sections::{Entry, Figure, Section, Story};
use crate::diagnostic::{Diagnostics, Place};
use crate::html::{Picture, Shows, Templates, kept_together, mark, of_file, said, that_shows};
use crate::issue::{Acknowledgement, CheckedIssue, Spoken, Stage, Statement};
use crate::markdown::{Block, BlockKind, Document, HtmlWriter, Img};
use crate::report::IndicatorChart;
use crate::theme::Theme;
use crate::value::Language;
use crate::words::Words;

/// The longest statement that stands large beside the emblem, in characters.
const SHORT_STATEMENT: usize = 60;

/// Everything that the HTML is made of.
pub struct View<'a, 'i> {
    /// The issue.
    pub issue: &'a CheckedIssue<'i>,
    /// The words.
    pub words: &'a Words,
    /// The theme.
    pub theme: &'a Theme,
    /// The styles.
    pub styles: &'a Styles,
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
        let opening = opening(sections);
        let lead = sections.iter().find_map(|section| match section {
            Section::Lead(story) => Some(story),
            _ => None,
        });
        let mut blocks = vec![self.masthead(opening, lead)];
        blocks.extend(sections[usize::from(opening.is_some())..].iter().map(|section| self.section(section)));
        blocks.push(self.acknowledgement());
        blocks.push(self.footer());
        let mut body = String::new();
        let mut placed = Vec::new();
        for (name, mut data) in blocks {
            data["s"] = json!(self.styles.styles);
            data["a"] = json!(self.styles.attributes);
            data["lang"] = json!(self.issue.language.as_str());
            let html = templates.mail(&format!("blocks/{name}"), &data, findings)?;
            let html = kept_together(&html, self.names());
            body.push_str(&html);
            placed.push((Place::file(format!("layouts/newsletter/blocks/{name}.hbs")), html));
        }
        let language = &self.issue.language;
        let preheader = preheader(self.issue, sections);
        let draft = (self.issue.stage == Stage::Draft).then(|| self.words.get("draft-mark"));
        let page = json!({
            "lang": language.as_str(), "dir": language.direction(), "subject": self.subject,
            "preheader": preheader.text, "preheader_mark": mark(preheader.language.as_ref()), "draft": draft, "body": body, "dark_css": self.styles.dark_css, "s": self.styles.styles, "a": self.styles.attributes,
        });
        let page = templates.mail("newsletter", &page, findings)?;
        Some((page, placed))
    }

    /// A block's template and data.
    fn section(&self, section: &Section) -> (&'static str, Value) {
        match section {
            Section::Note(paragraphs) => ("note", json!({"paragraphs": said(paragraphs)})),
            Section::Lead(story) => ("lead", self.story(story, 3)),
            Section::Stories(title, items, all) => {
                let told = |story: &Story| {
                    let mut data = self.story(story, 4);
                    data["picture"] = json!(self.thumbnail(story));
                    data
                };
                let items: Vec<_> = items.iter().map(told).collect();
                let all = all.as_ref().map(|all| json!({"text": all.text, "url": all.url}));
                let left = self.styles.thumbnails_left;
                ("stories", json!({"title": title, "items": items, "all": all, "thumbnails_left": left}))
            }
            Section::Figures(title, figures) => {
                let figure = |one: &Figure| json!({"value": one.value, "of": one.of, "label": one.label, "mark": mark(one.language.as_ref())});
                (
                    "figures",
                    json!({"title": title, "figures": figures.iter().map(figure).collect::<Vec<_>>()}),
                )
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
            Section::Dates(title, items) => {
                let mut rows = entries(items);
                for (row, entry) in rows.iter_mut().zip(items) {
                    let words = self.words.get("mail-add-calendar");
                    row["calendar"] = json!(entry.calendar.as_ref().map(|link| {
                        json!({"text": words, "label": self.words.labelled(&words, &link.title), "url": link.url})
                    }));
                }
                ("dates", json!({"title": title, "items": rows}))
            }
            Section::Ask(title, paragraphs) => {
                ("ask", json!({"title": title, "paragraphs": said(paragraphs)}))
            }
        }
    }

    /// A story's data.
    pub(super) fn story(&self, story: &Story, level: u8) -> Value {
        let language = story.language.as_ref();
        let html = self.markdown(&story.body, level, language.unwrap_or(&self.issue.language));
        let button = self.words.get("mail-button");
        let named = self.words.labelled(&button, &story.title);
        let who = story.who.join(" · ");
        json!({
            "title": story.title, "html": html, "mark": mark(language), "url": story.url, "label": story.label,
            "kicker": Some(who).filter(|who| !who.is_empty()), "spoken": story.spoken,
            "picture": self.in_text(story), "button": button, "button_label": named,
            "button_colour": self.theme.light("button").to_string(),
        })
    }

    /// The names that stay on one line.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.issue.projects.iter().map(|project| project.acronym.as_str())
    }

    /// A chart's picture, its alternative text and its numbers.
    fn chart(&self, chart: &IndicatorChart) -> Option<Value> {
        let found = that_shows(self.pictures, &Shows::Chart(chart.line.id.clone()))?;
        let newest = &chart.newest;
        Some(json!({
            "src": self.personal.picture(&found.name), "alt": chart.line.chart.alt, "width": found.width, "height": found.height,
            "title": newest.what, "value": newest.value, "unit": newest.unit, "period": newest.period,
            "progress": newest.progress,
            "mark": mark(self.issue.marked(&self.issue.cluster.config.language).as_ref()),
        }))
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        self.written(language, |writer| writer.document(body), level)
    }

    /// The words of a text's one paragraph; nothing if it holds anything else.
    pub(super) fn inline(&self, body: &Document, language: Option<&Language>) -> Option<String> {
        let [Block { kind: BlockKind::Paragraph(text), .. }] = body.blocks.as_slice() else { return None };
        let words = |writer: &HtmlWriter<'_>| {
            let mut out = String::new();
            writer.inlines(text, &mut out);
            out
        };
        Some(self.written(language.unwrap_or(&self.issue.language), words, 2))
    }

    /// What is written of an author's text.
    fn written(&self, language: &Language, write: impl Fn(&HtmlWriter<'_>) -> String, level: u8) -> String {
        let style = self.styles.html_style(language.direction());
        let found = |path: &str| {
            let found = of_file(self.pictures, path)?;
            Some(Img { src: self.personal.picture(&found.name), width: found.width, height: found.height })
        };
        let notes_title = self.words.get("footnotes");
        write(&HtmlWriter {
            style: &style,
            level,
            picture: &found,
            notes_title: &notes_title,
            start: if language.direction() == "rtl" { "right" } else { "left" },
        })
    }

    /// Who paid.
    fn acknowledgement(&self) -> (&'static str, Value) {
        let ack = Acknowledgement::of(&self.issue.projects, &self.issue.language, self.words);
        let emblem = that_shows(self.pictures, &Shows::Emblem).filter(|_| ack.emblem);
        let row = |one: &Statement| {
            let language = self.issue.marked(&one.language);
            json!({"text": one.text, "projects": one.projects.join(", "), "mark": mark(language.as_ref())})
        };
        let first = ack.statements.first();
        let long = first.is_some_and(|first| first.text.chars().count() > SHORT_STATEMENT);
        let attributes = &self.styles.attributes;
        let mut lockup = first.map_or_else(|| json!({"text": "", "projects": null, "mark": ""}), row);
        lockup["attributes"] = json!(attributes.get(if long { "statement_long" } else { "statement" }));
        let emblem = emblem.map(|emblem| {
            json!({"src": self.personal.picture(&emblem.name), "width": emblem.width, "height": emblem.height})
        });
        let rest: Vec<Value> = ack.statements.iter().skip(1).map(row).collect();
        (
            "acknowledgement",
            json!({
                "emblem": emblem,
                "emblem_alt": self.words.get("emblem-alt"),
                "first": lockup,
                "statements": rest,
                "disclaimers": ack.disclaimers.iter().map(row).collect::<Vec<_>>(),
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
                "unsubscribe": self.personal.unsubscribe,
                "unsubscribe_text": self.words.get("mail-unsubscribe"),
                "unsubscribe_how": self.words.get("mail-unsubscribe-how"),
                "no_tracking": no_tracking(self.issue, self.words),
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
        .map(|entry| json!({"name": entry.name, "lead": entry.lead, "text": entry.text, "mark": mark(entry.language.as_ref()), "url": entry.url, "label": entry.label, "more": entry.more, "who": entry.who, "tile": entry.tile.as_ref().map(|(day, month)| json!({"day": day, "month": month})), "calendar": entry.calendar.as_ref().map(|link| json!({"text": link.text, "url": link.url}))}))
        .collect()
}

/// A text cut at a word.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    let mut out = String::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if out.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end())
}
