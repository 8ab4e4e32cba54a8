//! A piece of news: a heading, a paragraph, and whatever else is known.

use schemars::JsonSchema;
use serde::Deserialize;

use super::project::{Projects, projects_of};
use super::stage::{RawTranslation, UpdateStatus};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::{self, Block, BlockKind, Document, Inline, InlineKind, Item};
use crate::sources::{Field, List, Origin, Reader, fields_of};
use crate::value::language_meant;
use crate::value::{Date, Id, Language, Moment, Month, Parse, Style, WebAddress, choices};

choices! {
    /// What kind of news it is.
    UpdateType ("type") {
        /// News.
        News = "news",
        /// A result that others can use.
        Result = "result",
        /// A call to take part or apply.
        Call = "call",
        /// A publication.
        Publication = "publication",
        /// A tool.
        Tool = "tool",
        /// A job.
        Job = "job",
        /// Words of a person.
        Quote = "quote",
    }
}

choices! {
    /// Where an item may appear.
    Channel ("audience") {
        /// In the newsletter.
        Newsletter = "newsletter",
        /// In the report.
        Report = "report",
        /// In the web edition.
        Web = "web",
        /// Nowhere public.
        Internal = "internal",
    }
}

/// Who approved an item, and when.
#[derive(Debug, Clone)]
pub struct Approval {
    /// Who: an id or a name.
    pub by: String,
    /// On which day.
    pub on: Option<Date>,
    /// Of which wording ([`crate::sources::SourceFile::wording`]), if it says so.
    pub of: Option<String>,
    /// Where that can be seen.
    pub evidence: Option<String>,
}

/// A piece of news.
#[derive(Debug, Clone)]
pub struct Update {
    /// Its id: the file's name without its language.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// The month whose issue it belongs to: its folder.
    pub month: Month,
    /// Its language.
    pub language: Language,
    /// Whether it translates another: its words are its own, all else is the original's.
    pub is_translation: bool,
    /// Which wording of its original it translates ([`crate::sources::SourceFile::wording`]), if it says so.
    pub wording_of: Option<String>,
    /// The projects that it is about.
    pub projects: Vec<Id>,
    /// Its headline.
    pub title: String,
    /// Its first paragraph in plain words.
    pub summary: String,
    /// Its text without the headline.
    pub body: Document,
    /// The day of what it tells.
    pub date: Option<Date>,
    /// What kind of news it is.
    pub kind: UpdateType,
    /// The last day to react.
    pub deadline: Option<Date>,
    /// Where it may appear.
    pub audience: Vec<Channel>,
    /// How far it is.
    pub stage: UpdateStatus,
    /// Who approved it.
    pub approvals: Vec<Approval>,
    /// Not to be published before this moment.
    pub embargo_until: Option<Moment>,
    /// Not to be published after this day.
    pub expires: Option<Date>,
    /// Which update it translates.
    pub translation_of: Option<String>,
    /// Higher comes first.
    pub priority: u32,
}

/// What stands at the top of a piece of news: sources/updates/MONTH/PROJECT-NAME.md. None of it is needed: the text below is a heading and a paragraph.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct Raw {
    /// The projects that it is about; the one that the file's name begins with if left out.
    projects: Option<List<String>>,
    /// The day of what it tells.
    date: Option<Field<Date>>,
    /// What kind of news it is.
    r#type: Option<Field<UpdateType>>,
    /// The last day to react; it stands among the dates.
    deadline: Option<Field<Date>>,
    /// Where it may appear.
    audience: Option<List<Channel>>,
    /// How far it is; only `approved` is printed.
    status: Option<Field<UpdateStatus>>,
    /// Who approved it.
    approvals: Vec<RawApproval>,
    /// Not to be published before this moment.
    embargo_until: Option<Field<Moment>>,
    /// Not to be published after this day.
    expires: Option<Field<Date>>,
    /// The news that it translates, if its file has another name.
    translation_of: Option<Field<String>>,
    /// How far this translation is.
    translation: Option<RawTranslation>,
    /// Where to read more: a title and an address each; they stand below the text.
    links: Vec<RawLink>,
    /// Higher comes first.
    priority: Option<Field<u32>>,
    /// Passages that rules ask about and that are meant as they are.
    accepted: Option<List<String>>,
    /// Where it came from; written by programs.
    provenance: Option<std::collections::BTreeMap<String, Field<String>>>,
}

/// Where to read more.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["title", "url"]))]
struct RawLink {
    /// What stands there.
    title: Option<Field<String>>,
    /// Its address.
    url: Option<Field<WebAddress>>,
}

/// An approval.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["by"]))]
struct RawApproval {
    /// Who gave it.
    by: Option<Field<String>>,
    /// The day.
    on: Option<Field<Date>>,
    /// Of which wording of the text it is; written by `bulletin approve`. Another wording is to be approved again.
    of: Option<Field<String>>,
    /// Where that can be seen.
    evidence: Option<Field<String>>,
}

impl Update {
    /// Reads an update from its file; `None` if something required stops it.
    pub(super) fn read(reader: &mut Reader<'_>, projects: &Projects, default: &Language) -> Option<Self> {
        let known = [
            ("", fields_of::<Raw>()),
            ("approvals[]", fields_of::<RawApproval>()),
            ("links[]", fields_of::<RawLink>()),
            ("translation", fields_of::<RawTranslation>()),
        ];
        let raw: Raw = reader.document(&known)?;
        let (slug, language) = name(reader, default);
        let month = month(reader)?;
        let input = markdown::Input {
            path: &reader.file.path,
            text: &reader.file.text,
            start: reader.file.body,
            style: Some(Style::of(&language, reader.typography)),
        };
        let mut body = markdown::parse(&input, reader.findings);
        let title = title(reader, &mut body);
        body.relevel();
        let summary = body.summary();
        body.blocks.extend(links(reader, raw.links));
        if summary.is_none() {
            no_text(reader);
        }
        // What stands there is read where the lint of pasted text needs it.
        let _ = reader.list(raw.accepted, "accepted");
        let named = projects_of(reader, raw.projects, "projects", projects);
        let audience: Vec<Channel> = reader.guarding_list(raw.audience, "audience");
        let approvals = approvals(reader, raw.approvals);
        let (translated, wording_of) = raw.translation.unwrap_or_default().read(reader);
        let stage = stage(reader, raw.status, translated);
        Some(Self {
            origin: reader.origin(),
            month,
            is_translation: false,
            wording_of,
            projects: if named.is_empty() {
                longest_prefix(&slug, &projects.keys().collect::<Vec<_>>()).into_iter().collect()
            } else {
                named
            },
            date: reader.optional(raw.date, "date"),
            kind: reader.optional(raw.r#type, "type").unwrap_or(UpdateType::News),
            deadline: reader.optional(raw.deadline, "deadline"),
            audience: match audience.is_empty() {
                true => vec![Channel::Newsletter, Channel::Report, Channel::Web],
                false => audience,
            },
            stage,
            approvals,
            embargo_until: reader.guarding(raw.embargo_until, "embargo_until"),
            expires: reader.guarding(raw.expires, "expires"),
            translation_of: reader.optional(raw.translation_of, "translation_of"),
            priority: reader.optional(raw.priority, "priority").unwrap_or(0),
            language,
            id: slug,
            // What is missing is a finding that stops the build; the rest is checked all the same.
            title: title.unwrap_or_default(),
            summary: summary.unwrap_or_default(),
            body,
        })
    }
}

/// The slug and the language that a file's name gives: `news.el.md` is Greek. Where the language is
/// mistyped, the one that is meant is taken, so that nothing else is found wrong.
pub(super) fn name(reader: &mut Reader<'_>, default: &Language) -> (Id, Language) {
    let stem = reader.file.stem();
    let place = Place::file(reader.file.path.clone());
    let mut wrong = |message: String, hint: String| {
        let finding = Diagnostic::error("file-name", format!("the file's name: {message}"));
        reader.findings.push(finding.at(place.clone()).hint(hint));
    };
    let (slug, language) = match stem.rsplit_once('.') {
        Some((slug, tag)) => match (Language::of_file(tag), language_meant(tag)) {
            (Ok(language), _) => (slug.to_string(), language),
            (Err(complaint), Some(meant)) => {
                wrong(complaint.message, format!("name it `{slug}.{meant}.md`"));
                (slug.to_string(), Language::parse(meant).unwrap_or_else(|_| default.clone()))
            }
            (Err(complaint), None) => {
                wrong(complaint.message, complaint.hint);
                // An id of its own: it is no second file of that name.
                (format!("{slug}-{}", Id::plain(tag)), default.clone())
            }
        },
        // `news_el.md`, where a dot is meant.
        None => match stem.rsplit_once(['_', ' ']).and_then(|(slug, tag)| Some((slug, language_meant(tag)?)))
        {
            Some((slug, meant)) => {
                wrong("its language stands behind a dot".to_string(), format!("name it `{slug}.{meant}.md`"));
                return (Id::plain(slug), Language::parse(meant).unwrap_or_else(|_| default.clone()));
            }
            None => (stem.to_string(), default.clone()),
        },
    };
    let id = Id::parse(&slug).unwrap_or_else(|complaint| {
        wrong(complaint.message, complaint.hint);
        Id::plain(&slug)
    });
    (id, language)
}

/// The month that the update's folder names.
fn month(reader: &mut Reader<'_>) -> Option<Month> {
    let folder = reader.file.path.split('/').nth(2).unwrap_or_default();
    Month::parse(folder)
        .map_err(|complaint| {
            reader.findings.push(
                Diagnostic::error("file-name", format!("the folder's name: {}", complaint.message))
                    .at(Place::file(reader.file.path.clone()))
                    .hint(complaint.hint),
            );
        })
        .ok()
}

/// The title: the first heading, taken out of the body.
pub(super) fn title(reader: &mut Reader<'_>, body: &mut Document) -> Option<String> {
    let start = reader.file.body;
    let place = Place::new(reader.file.path.clone(), start..start);
    let first_heading = body.blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading(..)));
    if body.title_has_note() {
        reader.findings.push(
            Diagnostic::error(
                "note-in-headline",
                "a headline can't mention a footnote: its mark would be lost",
            )
            .at(Place::new(reader.file.path.clone(), body.blocks[0].range.clone()))
            .hint("mention it in the first paragraph"),
        );
    }
    match (body.take_title(), first_heading) {
        (Some((title, _)), _) if !title.is_empty() => Some(title),
        // The heading of a list is no title.
        (None, Some(at)) if !super::minutes::is_list_heading(&body.blocks[at]) => {
            let place = Place::new(reader.file.path.clone(), body.blocks[at].range.clone());
            reader.findings.push(
                Diagnostic::fatal("missing-heading", "text stands above the heading")
                    .at(place)
                    .hint("move the heading `# …` to the top"),
            );
            None
        }
        _ => {
            reader.findings.push(
                Diagnostic::fatal("missing-heading", "there is no heading")
                    .at(place)
                    .hint("begin with a line such as `# A headline of a dozen words`"),
            );
            None
        }
    }
}

/// The project whose id a file's name starts with; the longest, if several do.
fn longest_prefix(slug: &Id, projects: &[&Id]) -> Option<Id> {
    let starts = |id: &&&Id| {
        slug.as_str().strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    projects.iter().filter(starts).max_by_key(|id| id.as_str().len()).map(|id| (*id).clone())
}

/// How far it is: of a translation, how far the one of the two is that is further from being printed.
fn stage(
    reader: &mut Reader<'_>,
    own: Option<Field<UpdateStatus>>,
    translated: Option<UpdateStatus>,
) -> UpdateStatus {
    let stage = reader.guarding(own, "status").unwrap_or(UpdateStatus::Approved);
    translated.map_or(stage, |translated| stage.or_less_finished(translated))
}

/// The links below a text, as a list.
fn links(reader: &mut Reader<'_>, raw: Vec<RawLink>) -> Option<Block> {
    let range = reader.file.place("links").range;
    let inline = |kind: InlineKind| Inline { range: range.clone(), kind };
    let mut items = Vec::new();
    for (number, raw) in raw.into_iter().enumerate() {
        let mut at = reader.below(&format!("links[{number}]"));
        let title = at.required(raw.title, "title", "The forty plans");
        let url = at.required(raw.url, "url", "https://example.org/plans");
        let (Some(title), Some(url)) = (title, url) else { continue };
        let link = inline(InlineKind::Link(url.as_str().to_string(), vec![inline(InlineKind::Text(title))]));
        let block = Block { range: range.clone(), kind: BlockKind::Paragraph(vec![link]) };
        items.push(Item { range: range.clone(), task: None, blocks: vec![block] });
    }
    let list = BlockKind::List(markdown::List { start: None, tight: true, items });
    matches!(&list, BlockKind::List(list) if !list.items.is_empty()).then_some(Block { range, kind: list })
}

/// Who approved it.
fn approvals(reader: &mut Reader<'_>, raw: Vec<RawApproval>) -> Vec<Approval> {
    let build = |(i, raw): (usize, RawApproval)| {
        let mut at = reader.below(&format!("approvals[{i}]"));
        let on = at.optional(raw.on, "on");
        let of = at.optional(raw.of, "of");
        let evidence = at.optional(raw.evidence, "evidence");
        Some(Approval { by: at.required(raw.by, "by", "coordinator")?, on, of, evidence })
    };
    raw.into_iter().enumerate().filter_map(build).collect()
}

/// Refuses a text without a paragraph.
fn no_text(reader: &mut Reader<'_>) {
    let end = reader.file.text.len();
    let place = Place::new(reader.file.path.clone(), reader.file.body.min(end)..end);
    reader.findings.push(
        Diagnostic::fatal("missing-text", "there is no paragraph below the heading")
            .at(place)
            .hint("write two or three sentences: what happened, who can use it"),
    );
}
