//! The page of one edition: the report's public data in full, each item with a name of its own to
//! link to, the same as in the PDF.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Address;
use crate::diagnostic::Diagnostics;
use crate::issue::{CheckedIssue, Pictures, Stage};
use crate::layouts::Layouts;
use crate::markdown::{Document, HtmlStyle, HtmlWriter, Picture};
use crate::model::{Channel, Language};
use crate::newsletter::{self, MailPicture, Section, Templates, mark, said};
use crate::report;
use crate::words::Words;

/// A page with its pictures.
#[derive(Debug, Clone)]
pub struct Page {
    /// The HTML.
    pub html: String,
    /// What search engines and shared links say of it.
    pub description: String,
    /// The pictures that it shows.
    pub pictures: Vec<MailPicture>,
}

/// Where a page lies, as its links need it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// From the page to the archive, with a slash at its end; `None` for a preview outside of it.
    pub up: Option<&'a str>,
    /// From the page to its pictures, with a slash at its end.
    pub images: &'a str,
    /// From the page to the report, if everybody may read it.
    pub report: Option<&'a str>,
    /// The names of places in the report.
    pub destinations: &'a [String],
}

/// The style of all pages, in the cluster's colour.
pub fn style(issue: &CheckedIssue<'_>, layouts: &Layouts) -> String {
    let css = layouts.text("web/style.css");
    match &issue.cluster.config.look.accent {
        // The last declaration holds.
        Some(accent) => format!(
            "{css}\n:root{{--accent:{accent}}}\n@media (prefers-color-scheme:dark){{:root{{--accent:{}}}}}",
            crate::issue::lightened(accent, "#17202a")
        ),
        None => css,
    }
}

/// Interface words of the web edition by the names that templates use.
pub fn interface(words: &Words) -> Value {
    let names = [
        "web-skip",
        "web-archive",
        "web-report",
        "web-feed",
        "web-calendar",
        "web-languages",
        "mail-privacy",
    ];
    let named = names.iter().map(|name| (name.replace('-', "_"), json!(words.get(name))));
    Value::Object(named.collect())
}

/// Renders the page of an edition. `emblem` is the EU emblem as PNG.
pub fn page(
    issue: &CheckedIssue<'_>,
    words: &Words,
    layouts: &Layouts,
    pictures: &Pictures,
    emblem: &[u8],
    place: Place<'_>,
    findings: &mut Diagnostics,
) -> Option<Page> {
    let mut shown = newsletter::shown_pictures(issue, Channel::Web, pictures, emblem);
    let logo = crate::issue::logo(issue.cluster, issue.sources);
    let mut data = report::public_data(issue, words, layouts);
    let charts = charts(issue, &data, layouts, findings);
    let view = View { issue, words, layouts, pictures: &shown, place };
    let chart_data: Vec<Value> = charts
        .iter()
        .map(|(alt, chart)| json!({"src": format!("{}{}", place.images, chart.name), "alt": alt, "width": chart.width, "height": chart.height}))
        .collect();
    view.complete(&mut data);
    let logo = logo.and_then(|path| shown.iter().find(|one| one.source == path));
    data["logo"] = json!(logo.map(|logo| {
        let (width, height) = newsletter::logo_size(logo.width, logo.height);
        json!({"src": format!("{}{}", place.images, logo.name), "width": width, "height": height})
    }));
    data["charts"] = json!(chart_data);
    data["css"] = json!(style(issue, layouts));
    let description = data["description"].as_str().unwrap_or_default().to_string();
    let html = Templates::load(layouts, "web/", findings)?.render("page", &data, layouts, findings)?;
    shown.extend(charts.into_iter().map(|(_, chart)| chart));
    Some(Page { html, description, pictures: shown })
}

/// The lines of the indicators as pictures with their alternative texts.
fn charts(
    issue: &CheckedIssue<'_>,
    data: &Value,
    layouts: &Layouts,
    findings: &mut Diagnostics,
) -> Vec<(String, MailPicture)> {
    let lines = data["lines"].as_array().into_iter().flatten();
    lines.filter_map(|chart| newsletter::chart_picture(issue, chart, layouts, findings)).collect()
}

/// What a page is made of.
struct View<'a, 'i> {
    /// The issue.
    issue: &'a CheckedIssue<'i>,
    /// The words.
    words: &'a Words,
    /// The layouts, for other languages' names.
    layouts: &'a Layouts,
    /// The pictures.
    pictures: &'a [MailPicture],
    /// Where the page lies.
    place: Place<'a>,
}

impl View<'_, '_> {
    /// Adds to the report's data what the page's template needs.
    fn complete(&self, data: &mut Value) {
        let (issue, words) = (self.issue, self.words);
        let config = &issue.cluster.config;
        let language = &issue.language;
        let address = Address::of(issue);
        let sections = newsletter::sections(issue, words);
        let default = config.language.primary().to_string();
        for list in ["events", "indicators"] {
            for row in data[list].as_array_mut().into_iter().flatten() {
                row["language"] = json!(default);
            }
        }
        marks(data, language);
        self.news(data);
        self.meetings(data);
        self.events(data);
        self.projects(data);
        for list in ["statements", "disclaimers"] {
            for row in data["acknowledgement"][list].as_array_mut().into_iter().flatten() {
                let names: Vec<_> =
                    row["projects"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                row["list"] = json!(names.join(", "));
            }
            let rows = data["acknowledgement"][list].clone();
            data[list] = rows;
        }
        let (mut note, mut ask, mut ask_title) = (json!([]), json!([]), String::new());
        let (mut dates, mut dates_title) = (json!([]), String::new());
        for section in &sections {
            match section {
                Section::Note(paragraphs) => note = json!(said(paragraphs)),
                Section::Ask(title, paragraphs) => {
                    (ask, ask_title) = (json!(said(paragraphs)), title.clone())
                }
                Section::Dates(title, items) => {
                    dates_title.clone_from(title);
                    dates = items
                        .iter()
                        .map(|entry| json!({"name": entry.name, "lead": entry.lead, "text": entry.text, "url": entry.url, "more": entry.more, "mark": mark(entry.language.as_ref())}))
                        .collect();
                }
                _ => {}
            }
        }
        let subject = issue.subject();
        let description = newsletter::preheader(issue, &sections);
        let picture = |source: &str| self.pictures.iter().find(|picture| picture.source == source);
        let src = |picture: &MailPicture| format!("{}{}", self.place.images, picture.name);
        let logo = crate::issue::logo(issue.cluster, issue.sources);
        let first = self
            .pictures
            .iter()
            .find(|picture| !picture.source.is_empty() && Some(&picture.source) != logo.as_ref());
        let og_image = first.or(picture("")).zip(address.page());
        let others: Vec<Value> = issue
            .editions
            .iter()
            .filter(|other| *other != language && self.place.up.is_some())
            .map(|other| json!({"href": format!("../{}/index.html", other.as_str()), "lang": other.as_str(), "name": Words::load(self.layouts, other).get("language-name")}))
            .collect();
        let emblem = data["acknowledgement"]["emblem"] == json!(true);
        let extra = json!({
            "lang": language.as_str(), "dir": language.direction(),
            "locale": locale(language),
            "subject": subject.text, "subject_mark": mark(subject.language.as_ref()),
            "cluster_mark": mark(issue.name().language.as_ref()),
            "description": description.text,
            "mark": super::mark(issue), "url": address.page().filter(|_| issue.stage == Stage::Final), "og_image": og_image.map(|(picture, page)| format!("{page}../images/{}", picture.name)),
            "up": self.place.up, "report_href": self.place.report,
            "note": note, "ask": ask, "ask_title": ask_title, "dates": dates, "dates_title": dates_title,
            "others": others, "calendar": super::calendar::shown(issue).next().is_some(),
            "emblem": picture("").filter(|_| emblem).map(src),
            "privacy_url": config.privacy_url.as_str(),
            "draft": issue.stage == Stage::Draft, "w": interface(words),
        });
        if let (Value::Object(all), Value::Object(extra)) = (data, extra) {
            all.extend(extra);
        }
    }

    /// The texts of the news.
    fn news(&self, data: &mut Value) {
        let texts: BTreeMap<String, (&Document, &Language)> = self
            .issue
            .updates(Channel::Web)
            .map(|update| (update.origin.file.to_string(), (&update.body, &update.language)))
            .collect();
        let groups = data["news"].as_array_mut().into_iter().flatten();
        for update in groups.filter_map(|group| group["updates"].as_array_mut()).flatten() {
            let text = update["markdown"].as_str().and_then(|file| texts.get(file));
            update["html"] =
                json!(text.map_or_else(String::new, |(body, language)| self.markdown(body, 4, language)));
            let who: Vec<&str> =
                update["projects"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let meta = [
                Some(who.join(", ")).filter(|who| !who.is_empty()),
                update["date"].as_str().map(str::to_string),
            ];
            let meta = meta.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            update["meta"] = json!(Some(meta).filter(|meta| !meta.is_empty()));
        }
    }

    /// The minutes, in full, and the decisions.
    fn meetings(&self, data: &mut Value) {
        let texts: Vec<_> = self.issue.meetings(Channel::Web).collect();
        let link = self.words.get("web-in-report");
        for (meeting, text) in data["meetings"].as_array_mut().into_iter().flatten().zip(texts) {
            meeting["html"] = json!(self.markdown(&text.body, 3, &text.language));
            meeting["rows"] = rows(&meeting["facts"]);
            let language = self.issue.marked(&text.decisions_language);
            // A list inside a text of the same language needs no mark, and one of another does.
            let language =
                language.or_else(|| self.issue.marked(&text.language).map(|_| self.issue.language.clone()));
            let language = language.filter(|language| language != &text.language);
            for decision in meeting["decisions"].as_array_mut().into_iter().flatten() {
                decision["mark"] = json!(mark(language.as_ref()));
                let name = format!("decision-{}", decision["id"].as_str().unwrap_or_default());
                let there = self.place.destinations.contains(&name);
                let href =
                    self.place.report.filter(|_| there).map(|report| format!("{report}#nameddest={name}"));
                decision["href"] = json!(href);
                decision["link"] = json!(link);
            }
        }
    }

    /// The calendar files of the events.
    fn events(&self, data: &mut Value) {
        let up = self.place.up;
        let shown: Vec<String> = super::calendar::shown(self.issue).map(|event| event.key.clone()).collect();
        for row in data["events"].as_array_mut().into_iter().flatten() {
            let id = row["id"].as_str().unwrap_or_default().to_string();
            let event = self.issue.cluster.events.iter().find(|event| event.key == id);
            let title = event.map(|event| newsletter::calendar_title(self.issue, event, self.words));
            let title = title.unwrap_or_default();
            let there = shown.contains(&id);
            row["calendar"] = json!(up.filter(|_| there).map(|up| format!("{up}events/{id}.ics")));
            row["calendar_text"] = json!(self.words.with("mail-calendar", &[("title", title.into())]));
        }
    }

    /// The projects' profiles.
    fn projects(&self, data: &mut Value) {
        for project in data["projects"].as_array_mut().into_iter().flatten() {
            project["rows"] = rows(&project["facts"]);
            let language = |value: &Value| {
                let language =
                    value.as_str().and_then(|tag| <Language as crate::sources::Parse>::parse(tag).ok());
                mark(language.and_then(|language| self.issue.marked(&language)).as_ref())
            };
            let summary = language(&project["summary_language"]);
            let title = language(&project["title_language"]);
            let paragraphs: Vec<Value> = project["summary"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|text| json!({"text": text, "mark": summary}))
                .collect();
            project["paragraphs"] = json!(paragraphs);
            project["title_mark"] = json!(title);
        }
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        let style = HtmlStyle::default();
        let found = |path: &str| {
            let found = self.pictures.iter().find(|picture| picture.source == path)?;
            let src = format!("{}{}", self.place.images, found.name);
            Some(Picture { src, width: found.width, height: found.height })
        };
        let writer = HtmlWriter {
            style: &style,
            level,
            picture: &found,
            notes_title: &self.words.get("footnotes"),
            start: if language.direction() == "rtl" { "right" } else { "left" },
        };
        writer.document(body)
    }
}

/// Facts as the template takes them; one that is an address becomes a link.
fn rows(facts: &Value) -> Value {
    let row = |fact: &Value| {
        let value = fact[1].as_str().unwrap_or_default();
        let href = (value.starts_with("https://") || value.starts_with("http://")).then_some(value);
        json!({"name": fact[0], "value": value, "href": href})
    };
    facts.as_array().into_iter().flatten().map(row).collect()
}

/// Gives every object the attributes that mark its language; empty where it is the edition's.
fn marks(value: &mut Value, edition: &Language) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| marks(item, edition)),
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| marks(field, edition));
            let language = fields.get("language").and_then(Value::as_str);
            let language = language.and_then(|tag| <Language as crate::sources::Parse>::parse(tag).ok());
            let language = language.filter(|language| language.primary() != edition.primary());
            fields.insert("mark".into(), json!(mark(language.as_ref())));
        }
        _ => {}
    }
}

/// A language as Open Graph names it.
fn locale(language: &Language) -> String {
    language.as_str().replace('-', "_")
}
