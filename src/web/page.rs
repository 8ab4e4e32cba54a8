//! One page: an edition of an issue.

use std::collections::BTreeMap;

use super::drawn;
use super::parts::{
    ContentsView, DateView, DecisionView, EventView, GroupView, ImgPart, Marked, MeetingView, NewsView,
    OtherView, PageData, ProjectView, ShareView, StatementView, TileView,
};
use super::pictures::shown_pictures;
use crate::diagnostic::Diagnostics;
use crate::html::{Means, Paragraph, Picture, Shows, kept_together, mark, of_file, said, that_shows};
use crate::issue::{Address, CheckedIssue, Stage};
use crate::layouts::Layouts;
use crate::markdown::{Document, HtmlStyle, HtmlWriter, Img};
use crate::model::Channel;
use crate::newsletter::{self, Entry, Section};
use crate::report::{self, EventPart, MeetingPart, NewsPart, ProjectPart, ReportData, StatementPart};
use crate::theme::Theme;
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
    /// Whether there is a picture for shared links.
    pub share: bool,
    /// The names of places in the report.
    pub destinations: &'a [String],
}

/// The style of all pages: the theme's variables, what all themes have in common, what is the theme's own.
pub fn style(layouts: &Layouts, theme: &Theme) -> String {
    format!("{}{}{}", theme.css(), layouts.text("web/style.css"), layouts.text(theme.file("web.css")))
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
        "web-contents",
        "web-project-issues",
        "web-back",
        "web-subscribe",
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
    let shown = shown_pictures(issue, Channel::Web, means.pictures, means.drawn);
    let report = report::public_data(issue, means.words, means.layouts, means.theme);
    let view = View {
        issue,
        words: means.words,
        layouts: means.layouts,
        theme: means.theme,
        pictures: &shown,
        place,
    };
    let data = view.data(&report);
    let html = means.templates.web("page", &data, findings)?;
    let html = kept_together(&html, issue.projects.iter().map(|project| project.acronym.as_str()));
    let description = data.description;
    Some(Page { html, description, pictures: shown })
}

/// What a page is made of.
struct View<'a, 'i> {
    issue: &'a CheckedIssue<'i>,
    words: &'a Words,
    /// The layouts, for other languages' names.
    layouts: &'a Layouts,
    theme: &'a Theme,
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
    fn data(&'a self, report: &'a ReportData) -> PageData<'a> {
        let (issue, words) = (self.issue, self.words);
        let language = &issue.language;
        let address = Address::of(issue);
        let sections = newsletter::sections(issue, words);
        let Blocks { note, ask_title, ask, dates_title, dates } = blocks(&sections);
        let subject = issue.subject();
        let default = &issue.cluster.config.language;
        let emblem = that_shows(self.pictures, &Shows::Emblem);
        let mut statements: Vec<_> =
            report.acknowledgement.statements.iter().map(|one| self.statement(one)).collect();
        let first = (!statements.is_empty()).then(|| statements.remove(0));
        let share = address.share().filter(|_| self.place.share);
        let alt = || {
            let values = [("title", issue.subject().text.into()), ("cluster", issue.name().text.into())];
            words.with("web-share-alt", &values)
        };
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
            share: share.map(|url| ShareView { url, alt: alt() }),
            theme: &self.theme.name,
            contents: self.contents(report, &dates_title, !dates.is_empty()),
            up: self.place.up,
            report_href: self.place.report,
            css: style(self.layouts, self.theme),
            logo: self.logo(crate::issue::logo(issue.cluster, issue.sources)),
            logo_dark: self.logo(crate::issue::dark_logo(issue.cluster, issue.sources)),
            emblem: emblem.filter(|_| report.acknowledgement.emblem).map(|picture| self.img(picture, None)),
            first,
            note,
            news: self.news(report),
            meetings: report.meetings.iter().filter_map(|part| self.meeting(part)).collect(),
            joint: report.joint.iter().map(|part| self.marked(part, &part.language)).collect(),
            actions: report.actions.iter().map(|part| self.marked(part, &part.language)).collect(),
            dates_title,
            dates,
            events: report.events.iter().map(|part| self.event(part)).collect(),
            indicators: report
                .indicators
                .iter()
                .map(|part| drawn::indicator(part, self.mark_of(default)))
                .collect(),
            values: report.values.as_ref().map(|table| drawn::table(table, &self.mark_of(default))),
            map: report.map.as_ref().map(drawn::map),
            projects: report.projects.iter().map(|part| self.project(part)).collect(),
            ask_title,
            ask,
            statements,
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

    /// The sections of the page, for the list beside it.
    fn contents(&self, report: &ReportData, dates_title: &str, dates: bool) -> Vec<ContentsView> {
        let words = |name: &str| self.words.get(name);
        let parts = [
            ("news", words("news"), !report.news.is_empty()),
            ("meetings", words("meetings"), !report.meetings.is_empty()),
            ("joint", words("joint"), !report.joint.is_empty()),
            ("actions", words("actions"), !report.actions.is_empty()),
            ("dates", dates_title.to_string(), dates),
            ("events", words("events"), !report.events.is_empty()),
            ("indicators", words("indicators"), !report.indicators.is_empty()),
            ("map", words("map"), report.map.is_some()),
            ("projects", words("profiles"), !report.projects.is_empty()),
        ];
        let there = parts.into_iter().filter(|(_, _, there)| *there);
        there.map(|(id, title, _)| ContentsView { id, title }).collect()
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

    /// One of the cluster's logos.
    fn logo(&self, path: Option<String>) -> Option<ImgPart> {
        let picture = of_file(self.pictures, &path?)?;
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
            name: Words::load(self.layouts, other, self.issue.cluster.config.typography).get("language-name"),
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
        let who: Vec<&str> = part.waiting.iter().chain(&part.projects).map(String::as_str).collect();
        let who = who.join(" · ");
        let more = [part.date.clone(), part.spoken.clone()];
        let more = more.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        NewsView {
            part,
            mark: self.mark_of(&part.language),
            html: update.map_or_else(String::new, |update| self.markdown(&update.body, 4, &update.language)),
            meta: !who.is_empty() || !more.is_empty(),
            who,
            more: Some(more).filter(|more| !more.is_empty()),
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
            rows: drawn::rows(&part.facts),
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
            rows: drawn::profile_rows(part, self.words),
            href: self.place.up.map(|up| format!("{up}projects/{}.html", part.id)),
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
        who: entry.who.clone(),
        tile: entry.tile.as_ref().map(|(day, month)| TileView { day: day.clone(), month: month.clone() }),
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
