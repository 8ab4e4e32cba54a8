//! One page: an edition of an issue.

use std::collections::BTreeMap;

use super::parts::{
    DateView, DecisionView, EventView, FactView, GroupView, ImgPart, Marked, MeetingView, NewsView,
    OtherView, PageData, ProjectView, StatementView,
};
use super::pictures::shown_pictures;
use crate::diagnostic::Diagnostics;
use crate::html::{Means, Paragraph, Picture, Shows, mark, of_file, said, that_shows};
use crate::issue::{Address, CheckedIssue, Stage};
use crate::layouts::Layouts;
use crate::markdown::{Document, HtmlStyle, HtmlWriter, Img};
use crate::model::Channel;
use crate::newsletter::{self, Entry, Section};
use crate::report::{self, EventPart, Fact, MeetingPart, NewsPart, ProjectPart, ReportData, StatementPart};
use crate::value::Language;
use crate::words::Words;

/// A page with its pictures.
#[derive(Debug, Clone)]
pub struct Page {
    /// The HTML.
    pub html: String,
    /// What search engines and shared links say of it.
    pub description: String,
    /// The pictures that it shows.
    pub pictures: Vec<Picture>,
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
pub fn interface(words: &Words) -> BTreeMap<String, String> {
    let names = [
        "web-skip",
        "web-archive",
        "web-report",
        "web-feed",
        "web-calendar",
        "web-languages",
        "mail-privacy",
    ];
    names.iter().map(|name| (name.replace('-', "_"), words.get(name))).collect()
}

/// Renders the page of an edition.
pub fn page(
    issue: &CheckedIssue<'_>,
    means: Means<'_>,
    place: Place<'_>,
    findings: &mut Diagnostics,
) -> Option<Page> {
    let mut shown = shown_pictures(issue, Channel::Web, means.pictures, means.drawn);
    let report = report::public_data(issue, means.words, means.layouts);
    let view = View { issue, words: means.words, layouts: means.layouts, pictures: &shown, place };
    let charts: Vec<(&Picture, &str)> = report
        .lines
        .iter()
        .filter_map(|line| {
            let picture = that_shows(means.drawn, &Shows::Chart(line.id.clone()))?;
            Some((picture, line.chart.alt.as_str()))
        })
        .collect();
    let data = view.data(&report, &charts);
    let html = means.templates.web("page", &data, findings)?;
    let description = data.description;
    shown.extend(charts.into_iter().map(|(picture, _)| picture.clone()));
    Some(Page { html, description, pictures: shown })
}

/// What a page is made of.
struct View<'a, 'i> {
    issue: &'a CheckedIssue<'i>,
    words: &'a Words,
    /// The layouts, for other languages' names.
    layouts: &'a Layouts,
    pictures: &'a [Picture],
    /// Where the page lies.
    place: Place<'a>,
}

/// The blocks of the newsletter that the page shows too.
#[derive(Default)]
struct Blocks {
    /// Words of the editor.
    note: Vec<Paragraph>,
    /// The heading above the question.
    ask_title: String,
    /// The question.
    ask: Vec<Paragraph>,
    /// The heading above the dates.
    dates_title: String,
    dates: Vec<DateView>,
}

impl<'a> View<'a, '_> {
    /// What the template is given.
    fn data(&'a self, report: &'a ReportData, charts: &[(&Picture, &str)]) -> PageData<'a> {
        let (issue, words) = (self.issue, self.words);
        let language = &issue.language;
        let address = Address::of(issue);
        let sections = newsletter::sections(issue, words);
        let Blocks { note, ask_title, ask, dates_title, dates } = blocks(&sections);
        let subject = issue.subject();
        let default = &issue.cluster.config.language;
        let emblem = that_shows(self.pictures, &Shows::Emblem);
        let image = self.pictures.iter().find(|picture| matches!(picture.shows, Shows::File(_)));
        let og_image = image.or(emblem).zip(address.page());
        let charts = charts.iter().map(|(picture, alt)| self.img(picture, Some(alt)));
        PageData {
            report,
            lang: language.as_str(),
            dir: language.direction(),
            locale: language.as_str().replace('-', "_"),
            mark: super::mark(issue),
            subject: subject.text,
            subject_mark: mark(subject.language.as_ref()),
            cluster_mark: mark(issue.name().language.as_ref()),
            description: newsletter::preheader(issue, &sections).text,
            url: address.page().filter(|_| issue.stage == Stage::Final),
            og_image: og_image.map(|(picture, page)| format!("{page}../images/{}", picture.name)),
            up: self.place.up,
            report_href: self.place.report,
            css: style(issue, self.layouts),
            logo: self.logo(),
            emblem: emblem.filter(|_| report.acknowledgement.emblem).map(|picture| self.src(picture)),
            note,
            news: self.news(report),
            meetings: report.meetings.iter().filter_map(|part| self.meeting(part)).collect(),
            joint: report.joint.iter().map(|part| self.marked(part, &part.language)).collect(),
            actions: report.actions.iter().map(|part| self.marked(part, &part.language)).collect(),
            dates_title,
            dates,
            events: report.events.iter().map(|part| self.event(part)).collect(),
            indicators: report.indicators.iter().map(|part| self.marked(part, default)).collect(),
            charts: charts.collect(),
            projects: report.projects.iter().map(|part| self.project(part)).collect(),
            ask_title,
            ask,
            statements: report.acknowledgement.statements.iter().map(|one| self.statement(one)).collect(),
            disclaimers: report.acknowledgement.disclaimers.iter().map(|one| self.statement(one)).collect(),
            others: self.others(),
            calendar: super::calendar::shown(issue).next().is_some(),
            privacy_url: issue.cluster.config.privacy_url.as_str(),
            w: interface(words),
        }
    }

    /// The mark of a language, where it is not the edition's.
    fn mark_of(&self, language: &Language) -> String {
        let other = language.primary() != self.issue.language.primary();
        mark(Some(language.base()).filter(|_| other).as_ref())
    }

    /// A part with the mark of its language.
    fn marked<T>(&self, part: &'a T, language: &Language) -> Marked<'a, T> {
        Marked { part, mark: self.mark_of(language) }
    }

    /// Where a picture's file lies.
    fn src(&self, picture: &Picture) -> String {
        format!("{}{}", self.place.images, picture.name)
    }

    /// A picture.
    fn img(&self, picture: &Picture, alt: Option<&str>) -> ImgPart {
        let (width, height) = (picture.width, picture.height);
        ImgPart { src: self.src(picture), alt: alt.map(str::to_string), width, height }
    }

    /// The cluster's logo.
    fn logo(&self) -> Option<ImgPart> {
        let path = crate::issue::logo(self.issue.cluster, self.issue.sources)?;
        let picture = of_file(self.pictures, &path)?;
        let (width, height) = picture.logo_size();
        Some(ImgPart { width, height, ..self.img(picture, None) })
    }

    /// The same issue in other languages.
    fn others(&self) -> Vec<OtherView> {
        let others = self.issue.editions.iter().filter(|other| **other != self.issue.language);
        let others = others.filter(|_| self.place.up.is_some());
        let other = |other: &Language| OtherView {
            href: format!("../{}/index.html", other.as_str()),
            lang: other.as_str().to_string(),
            name: Words::load(self.layouts, other).get("language-name"),
        };
        others.map(other).collect()
    }

    /// The news with their texts.
    fn news(&self, report: &'a ReportData) -> Vec<GroupView<'a>> {
        let group = |group: &'a report::NewsGroup| GroupView {
            theme: group.theme.as_deref(),
            updates: group.updates.iter().map(|part| self.update(part)).collect(),
        };
        report.news.iter().map(group).collect()
    }

    /// A piece of news with its text.
    fn update(&self, part: &'a NewsPart) -> NewsView<'a> {
        let update = self.issue.updates(Channel::Web).find(|update| *update.origin.file == *part.markdown);
        let who = part.projects.join(", ");
        let meta = [Some(who).filter(|who| !who.is_empty()), part.date.clone()];
        let meta = meta.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        NewsView {
            part,
            mark: self.mark_of(&part.language),
            html: update.map_or_else(String::new, |update| self.markdown(&update.body, 4, &update.language)),
            meta: Some(meta).filter(|meta| !meta.is_empty()),
        }
    }

    /// A meeting with its minutes in full, and the decisions.
    fn meeting(&'a self, part: &'a MeetingPart) -> Option<MeetingView<'a>> {
        let meeting =
            self.issue.meetings(Channel::Web).find(|meeting| *meeting.origin.file == *part.markdown)?;
        let language = self.issue.marked(&meeting.decisions_language);
        // A list inside a text of the same language needs no mark, and one of another does.
        let language =
            language.or_else(|| self.issue.marked(&meeting.language).map(|_| self.issue.language.clone()));
        let language = language.filter(|language| language != &meeting.language);
        let decision = |part: &'a report::DecisionPart| {
            let name = format!("decision-{}", part.id);
            let there = self.place.destinations.contains(&name);
            let report = self.place.report.filter(|_| there);
            DecisionView {
                id: &part.id,
                text: &part.text,
                mark: mark(language.as_ref()),
                href: report.map(|report| format!("{report}#nameddest={name}")),
                link: self.words.get("web-in-report"),
            }
        };
        Some(MeetingView {
            part,
            mark: self.mark_of(&part.language),
            html: self.markdown(&meeting.body, 3, &meeting.language),
            rows: rows(&part.facts),
            decisions: part.decisions.iter().map(decision).collect(),
        })
    }

    /// An event with its file for calendars.
    fn event(&self, part: &'a EventPart) -> EventView<'a> {
        let event = self.issue.cluster.events.iter().find(|event| event.key == part.id);
        let there = super::calendar::shown(self.issue).any(|event| event.key == part.id);
        let title = event.map(|event| newsletter::calendar_title(self.issue, event, self.words));
        let title = title.unwrap_or_default();
        let up = self.place.up.filter(|_| there);
        EventView {
            part,
            mark: self.mark_of(&self.issue.cluster.config.language),
            calendar: up.map(|up| format!("{up}events/{}.ics", part.id)),
            calendar_text: self.words.with("mail-calendar", &[("title", title.into())]),
        }
    }

    /// A project's profile.
    fn project(&self, part: &'a ProjectPart) -> ProjectView<'a> {
        let summary = mark(self.issue.marked(&part.summary_language).as_ref());
        let paragraph = |text: &String| Paragraph { text: text.clone(), mark: summary.clone() };
        ProjectView {
            part,
            title_mark: mark(self.issue.marked(&part.title_language).as_ref()),
            paragraphs: part.summary.iter().map(paragraph).collect(),
            rows: rows(&part.facts),
        }
    }

    /// A statement with its projects on one line.
    fn statement(&self, part: &'a StatementPart) -> StatementView<'a> {
        StatementView { text: &part.text, list: part.projects.join(", "), mark: self.mark_of(&part.language) }
    }

    /// An author's text.
    fn markdown(&self, body: &Document, level: u8, language: &Language) -> String {
        let style = HtmlStyle::default();
        let found = |path: &str| {
            let found = of_file(self.pictures, path)?;
            Some(Img { src: self.src(found), width: found.width, height: found.height })
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

/// The blocks of the newsletter that the page shows too.
fn blocks(sections: &[Section]) -> Blocks {
    let date = |entry: &Entry| DateView {
        name: entry.name.clone(),
        lead: entry.lead.clone(),
        text: entry.text.clone(),
        url: entry.url.clone(),
        more: entry.more.clone(),
        mark: mark(entry.language.as_ref()),
    };
    let mut blocks = Blocks::default();
    for section in sections {
        match section {
            Section::Note(paragraphs) => blocks.note = said(paragraphs),
            Section::Ask(title, paragraphs) => {
                blocks.ask_title.clone_from(title);
                blocks.ask = said(paragraphs);
            }
            Section::Dates(title, items) => {
                blocks.dates_title.clone_from(title);
                blocks.dates = items.iter().map(date).collect();
            }
            _ => {}
        }
    }
    blocks
}

/// Facts as the template takes them; one that is an address becomes a link.
fn rows(facts: &[Fact]) -> Vec<FactView<'_>> {
    facts
        .iter()
        .map(|fact| {
            let value = fact.value.as_str();
            let address = value.starts_with("https://") || value.starts_with("http://");
            FactView { name: &fact.name, value, href: address.then_some(value) }
        })
        .collect()
}
