//! The archive over all issues, and a page for each project with its news of all months.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::parts::{FactView, ImgPart, ShareView};
use super::{Listed, Told, calendar, drawn, page};
use crate::diagnostic::Diagnostics;
use crate::html::{Means, Paragraph, Shows, kept_together, mark, of_file, that_shows};
use crate::issue::{Acknowledgement, Address, CheckedIssue};
use crate::report;
use crate::value::{Language, Month};
use crate::words::{AllWords, Words};

/// What the archive is made of.
pub(super) struct Archive<'a, 'i> {
    pub(super) issue: &'a CheckedIssue<'i>,
    pub(super) all_words: &'a AllWords,
    pub(super) means: Means<'a>,
    /// The editions that it names.
    pub(super) listed: &'a [Listed],
    /// The news of all issues.
    pub(super) told: &'a [Told],
}

/// What every page of the archive has in common.
#[derive(Debug, Serialize)]
struct Frame {
    /// The language's tag.
    lang: String,
    /// Its direction.
    dir: &'static str,
    /// The cluster's name.
    cluster: String,
    /// The theme's name.
    theme: String,
    /// The style sheet.
    css: String,
    /// The EU emblem.
    emblem: Option<ImgPart>,
    emblem_alt: String,
    /// The statement beside it.
    first: Option<SaidView>,
    /// Who publishes.
    publisher: String,
    /// Where the privacy notice stands.
    privacy_url: String,
    /// Interface words of the web edition.
    w: BTreeMap<String, String>,
}

/// A text with its language.
#[derive(Debug, Clone, Serialize)]
struct SaidView {
    text: String,
    lang: String,
}

/// Everything that the archive's template prints.
#[derive(Debug, Serialize)]
struct IndexData {
    #[serde(flatten)]
    frame: Frame,
    /// The page's title.
    title: String,
    /// What it is, in a sentence.
    intro: String,
    /// Its address.
    url: Option<String>,
    /// The picture that shared links show.
    share: Option<ShareView>,
    logo: Option<ImgPart>,
    /// How somebody asks for the newsletter.
    subscribe: String,
    /// The issues, the newest first.
    issues: Vec<IssueView>,
    projects_title: String,
    projects: Vec<LinkView>,
    /// The other statements.
    statements: Vec<SaidView>,
    feeds: Vec<FeedView>,
    /// Whether there is a calendar.
    calendar: bool,
}

/// Everything that the template of a project's page prints.
#[derive(Debug, Serialize)]
struct ProjectData {
    #[serde(flatten)]
    frame: Frame,
    acronym: String,
    title: String,
    title_mark: String,
    /// What it does.
    paragraphs: Vec<Paragraph>,
    /// What else is known.
    rows: Vec<FactView>,
    /// Its news, the newest first.
    stories: Vec<StoryView>,
}

/// A piece of news on a project's page.
#[derive(Debug, Serialize)]
struct StoryView {
    href: String,
    title: String,
    /// The title's language.
    lang: String,
    /// The page's.
    page: String,
    month: String,
}

/// A link of the archive.
#[derive(Debug, Serialize)]
struct LinkView {
    href: String,
    name: String,
}

/// An issue in the archive.
#[derive(Debug, Serialize)]
struct IssueView {
    month: String,
    /// The first page of its report.
    thumb: Option<String>,
    /// The edition in the archive's language, or the first.
    main: MainView,
    editions: Vec<EditionView>,
}

/// The edition that stands for an issue.
#[derive(Debug, Serialize)]
struct MainView {
    href: String,
    lang: String,
    title: String,
    /// The title's language.
    spoken: String,
    summary: String,
}

/// An edition in the archive.
#[derive(Debug, Serialize)]
struct EditionView {
    /// Its page.
    href: String,
    /// The language's tag.
    lang: String,
    /// What that link says.
    text: String,
    report: Option<String>,
    /// What that link says.
    report_text: String,
}

/// A feed in the archive.
#[derive(Debug, Serialize)]
struct FeedView {
    /// The language's tag.
    lang: String,
    /// Its file.
    href: String,
    /// What that link says.
    text: String,
}

impl Archive<'_, '_> {
    /// The words of a language, or the archive's.
    fn words(&self, language: &Language) -> &Words {
        self.all_words.get(language).map_or(self.means.words, |words| &**words)
    }

    /// The language of the archive.
    fn language(&self) -> &Language {
        let own = &self.issue.cluster.config.language;
        if self.all_words.contains_key(own) { own } else { &self.issue.language }
    }

    /// What every page has in common.
    fn frame(&self) -> Frame {
        let (config, language) = (&self.issue.cluster.config, self.language());
        let words = self.words(language);
        let emblem = that_shows(self.means.drawn, &Shows::Emblem);
        let statements = self.statements();
        Frame {
            lang: language.as_str().to_string(),
            dir: language.direction(),
            cluster: config.name.get(language).to_string(),
            theme: self.means.theme.name.clone(),
            css: page::style(self.means.layouts, self.means.theme),
            emblem: emblem.filter(|_| !statements.is_empty()).map(|picture| ImgPart {
                src: format!("images/{}", picture.name),
                alt: None,
                width: picture.width,
                height: picture.height,
            }),
            emblem_alt: words.get("emblem-alt"),
            first: statements.into_iter().next(),
            publisher: words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
            privacy_url: config.privacy_url.as_str().to_string(),
            w: page::interface(words),
        }
    }

    /// The funding statements in the archive's language.
    fn statements(&self) -> Vec<SaidView> {
        let language = self.language();
        let ack = Acknowledgement::of(&self.issue.projects, language, self.words(language));
        let said = ack.statements.iter().filter(|_| ack.emblem);
        said.map(|one| SaidView { text: one.text.clone(), lang: one.language.as_str().to_string() }).collect()
    }

    /// The archive's page.
    pub(super) fn index(&self, findings: &mut Diagnostics) -> Option<String> {
        let (config, language) = (&self.issue.cluster.config, self.language());
        let words = self.words(language);
        let languages: BTreeSet<&Language> = self.listed.iter().map(|one| &one.language).collect();
        let months: BTreeSet<Month> = self.listed.iter().map(|one| one.month).collect();
        let feeds = languages.iter().map(|language| FeedView {
            lang: language.as_str().to_string(),
            href: format!("feed.{}.xml", language.as_str()),
            text: format!("{} ({})", self.words(language).get("web-feed"), language.as_str()),
        });
        let name = config.name.get(language);
        let title = words.get("web-archive");
        // The newest issue's picture stands for all.
        let newest = self.listed.first().filter(|one| one.thumb).zip(Address::of(self.issue).archive());
        let share = newest.map(|(one, archive)| ShareView {
            url: format!("{archive}{}/share.{}.png", one.month, one.language.as_str()),
            alt: words
                .with("web-share-alt", &[("title", one.title.as_str().into()), ("cluster", name.into())]),
        });
        let projects = self.issue.projects.iter().map(|project| LinkView {
            href: format!("projects/{}.html", project.id),
            name: project.acronym.clone(),
        });
        let data = IndexData {
            frame: self.frame(),
            intro: words.with("web-intro", &[("cluster", name.into())]),
            url: Address::of(self.issue).archive(),
            share,
            logo: self.logo(),
            subscribe: format!("mailto:{}?subject=subscribe", config.from.ascii()),
            issues: months
                .iter()
                .rev()
                .filter_map(|month| self.listed_issue(*month, languages.len()))
                .collect(),
            projects_title: words.get("profiles"),
            projects: projects.collect(),
            statements: self.statements().into_iter().skip(1).collect(),
            feeds: feeds.collect(),
            calendar: calendar::shown(self.issue).next().is_some(),
            title,
        };
        let html = self.means.templates.web("index", &data, findings)?;
        Some(self.together(&html))
    }

    /// The cluster's logo: its file lies among those of the issue that is built.
    fn logo(&self) -> Option<ImgPart> {
        let path = crate::issue::logo(self.issue.cluster, self.issue.sources)?;
        let mail = self.means.pictures.0.get(&path)?.mail.as_ref()?;
        let picture = crate::html::Picture::logo(&path, mail);
        of_file(std::slice::from_ref(&picture), &path)?;
        let (width, height) = picture.logo_size();
        let src = format!("{}/images/{}", self.issue.month, picture.name);
        Some(ImgPart { src, alt: None, width, height })
    }

    /// An issue with its editions.
    fn listed_issue(&self, month: Month, languages: usize) -> Option<IssueView> {
        let mut own: Vec<&Listed> = self.listed.iter().filter(|one| one.month == month).collect();
        // The edition in the archive's language first.
        own.sort_by_key(|one| one.language != *self.language());
        let main = own.iter().find(|one| one.language == *self.language()).or_else(|| own.first())?;
        let href = |one: &Listed| format!("{month}/{}/index.html", one.language.as_str());
        let edition = |one: &&Listed| {
            let language = one.language.as_str();
            let words = self.words(&one.language);
            let name = if languages > 1 { words.get("language-name") } else { words.get("web-read") };
            EditionView {
                href: href(one),
                lang: language.to_string(),
                text: name,
                report: one.report.then(|| format!("{month}/report.{language}.pdf")),
                report_text: words.get("web-pdf"),
            }
        };
        Some(IssueView {
            month: self.words(self.language()).month(month.first()),
            thumb: main.thumb.then(|| format!("{month}/report.{}.png", main.language.as_str())),
            main: MainView {
                href: href(main),
                lang: main.language.as_str().to_string(),
                title: main.title.clone(),
                spoken: main.spoken.as_str().to_string(),
                summary: main.summary.clone(),
            },
            editions: own.iter().map(edition).collect(),
        })
    }

    /// A page for each project, by its id.
    pub(super) fn projects(&self, findings: &mut Diagnostics) -> Vec<(String, String)> {
        let (issue, words) = (self.issue, self.means.words);
        let data = report::public_data(issue, words, self.means.layouts, self.means.theme);
        let mut pages = Vec::new();
        for part in &data.projects {
            let summary = mark(issue.marked(&part.summary_language).as_ref());
            let paragraph = |text: &String| Paragraph { text: text.clone(), mark: summary.clone() };
            let id = part.id.to_string();
            let data = ProjectData {
                frame: self.frame(),
                acronym: part.acronym.clone(),
                title: part.title.clone(),
                title_mark: mark(issue.marked(&part.title_language).as_ref()),
                paragraphs: part.summary.iter().map(paragraph).collect(),
                rows: drawn::profile_rows(part, words),
                stories: self.stories(&id),
            };
            if let Some(html) = self.means.templates.web("project", &data, findings) {
                pages.push((id, self.together(&html)));
            }
        }
        pages
    }

    /// A project's news of all issues: each once, in the archive's language where it is there.
    fn stories(&self, project: &str) -> Vec<StoryView> {
        let own = self.told.iter().filter(|one| one.projects.iter().any(|id| id == project));
        let language = self.language().as_str();
        let mut seen: BTreeMap<(&str, &str), &Told> = BTreeMap::new();
        for one in own {
            let known = seen.entry((&one.month, &one.id)).or_insert(one);
            if one.page == language {
                *known = one;
            }
        }
        let month = |text: &str| {
            let month = <Month as crate::value::Parse>::parse(text).ok();
            month.map_or_else(|| text.to_string(), |month| self.words(self.language()).month(month.first()))
        };
        let view = |one: &Told| StoryView {
            href: format!("../{}/{}/index.html#{}", one.month, one.page, one.id),
            title: one.title.clone(),
            lang: one.lang.clone(),
            page: one.page.clone(),
            month: month(&one.month),
        };
        seen.into_values().rev().map(view).collect()
    }

    /// HTML in which the projects' names stay on one line.
    fn together(&self, html: &str) -> String {
        kept_together(html, self.issue.projects.iter().map(|project| project.acronym.as_str()))
    }
}
