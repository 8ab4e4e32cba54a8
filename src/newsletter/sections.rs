//! What the newsletter says, in its order: the content from which both parts are written.

use crate::issue::{CheckedIssue, Spoken, first_sentence};
use crate::markdown::{Block, BlockKind, Document, is_picture};
use crate::model::{Channel, EventStatus, Language, Meeting, Update};
use crate::report::paragraphs;
use crate::words::Words;

/// The most words of a lead story before it is cut at a paragraph.
const LEAD_WORDS: usize = 170;

/// The blocks in the order that needs no manifest.
const DEFAULT_ORDER: &[&str] = &["note", "lead", "stories", "projects", "next", "dates", "ask"];

/// A name with a text and what may stand behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, or when.
    pub name: String,
    /// A word before the text, in the edition's language.
    pub lead: Option<String>,
    /// What.
    pub text: String,
    /// The language of that text, where it is not the edition's.
    pub language: Option<Language>,
    /// Where it leads.
    pub url: Option<String>,
    /// What follows the text.
    pub more: Option<String>,
}

/// A story: its title and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The title.
    pub title: String,
    /// The text.
    pub body: Document,
    /// Their language, where it is not the edition's.
    pub language: Option<Language>,
}

/// A block of the newsletter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// Words of the editor.
    Note(Vec<Spoken>),
    /// The story that leads.
    Lead(Story),
    /// Further stories below a heading.
    Stories(String, Vec<Story>),
    /// A line a project.
    Projects(String, Vec<Entry>),
    /// Open actions; the last text stands where there are none.
    Next(String, Vec<Entry>, String),
    /// Dates and deadlines.
    Dates(String, Vec<Entry>),
    /// A question to readers, with last time's answers.
    Ask(String, Vec<Spoken>),
}

/// The blocks of an issue; those with nothing to say are left out.
pub fn sections(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Section> {
    let chosen = issue.manifest.map(|manifest| manifest.sections.as_slice()).unwrap_or_default();
    let order: Vec<&str> = match chosen.is_empty() {
        true => DEFAULT_ORDER.to_vec(),
        false => chosen.iter().map(String::as_str).collect(),
    };
    let has_lead = order.contains(&"lead");
    order.into_iter().filter_map(|name| section(name, has_lead, issue, words)).collect()
}

/// One block by its name.
fn section(name: &str, has_lead: bool, issue: &CheckedIssue<'_>, words: &Words) -> Option<Section> {
    let manifest = issue.manifest;
    let local = |text: &crate::model::Localised| issue.spoken(text);
    match name {
        "note" => {
            let note = manifest.and_then(|manifest| manifest.note.as_ref()).map(local)?;
            let said = |text| Spoken { text, language: note.language.clone() };
            Some(Section::Note(paragraphs(&note.text).into_iter().map(said).collect()))
        }
        "lead" => lead(issue),
        "stories" => {
            let items: Vec<_> = issue
                .updates(Channel::Newsletter)
                .skip(usize::from(has_lead))
                .map(|update| Story {
                    title: update.title.clone(),
                    body: first_paragraph(update),
                    language: issue.marked(&update.language),
                })
                .collect();
            (!items.is_empty()).then(|| Section::Stories(words.get("mail-stories"), items))
        }
        "projects" => {
            let items: Vec<_> = issue
                .projects
                .iter()
                .map(|project| {
                    let summary = issue.spoken(&project.summary);
                    Entry {
                        name: project.acronym.clone(),
                        lead: None,
                        text: line(&summary.text),
                        language: summary.language,
                        url: None,
                        more: None,
                    }
                })
                .collect();
            (!items.is_empty()).then(|| Section::Projects(words.get("mail-projects"), items))
        }
        "next" => Some(next(issue, words)),
        "dates" => {
            let items = dates(issue, words);
            (!items.is_empty()).then(|| Section::Dates(words.get("mail-dates"), items))
        }
        "ask" => {
            let mut parts: Vec<Spoken> = Vec::new();
            parts.extend(manifest.and_then(|manifest| manifest.answers.as_ref()).map(local));
            let ask = manifest.and_then(|manifest| manifest.ask.as_ref()).map(local);
            if let Some(ask) = ask {
                parts.push(ask);
                parts.push(Spoken { text: words.get("mail-answer"), language: None });
            }
            (!parts.is_empty()).then(|| Section::Ask(words.get("mail-ask"), parts))
        }
        _ => None,
    }
}

/// A project's line: the first sentence of its summary, cut where it is too long.
fn line(summary: &str) -> String {
    let sentence = first_sentence(summary);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.len() > 18 {
        true => format!("{} …", words[..17].join(" ")),
        false => sentence,
    }
}

/// The first update, or else the first meeting.
fn lead(issue: &CheckedIssue<'_>) -> Option<Section> {
    let update = issue.updates(Channel::Newsletter).next();
    let update = update.map(|update| (&update.title, &update.body, &update.language));
    let meeting = || {
        let first = issue.meetings(Channel::Newsletter).next();
        first.map(|meeting: &Meeting| (&meeting.title, &meeting.body, &meeting.language))
    };
    let (title, body, language) = update.or_else(meeting)?;
    Some(Section::Lead(Story {
        title: title.clone(),
        body: shortened(body),
        language: issue.marked(language),
    }))
}

/// The blocks of a text up to a number of words; at least the first.
fn shortened(body: &Document) -> Document {
    let mut words = 0;
    let mut blocks: Vec<Block> = Vec::new();
    for block in &body.blocks {
        words += count(block);
        if words > LEAD_WORDS && !blocks.is_empty() {
            break;
        }
        blocks.push(block.clone());
    }
    let complete = blocks.len() == body.blocks.len();
    // A heading that nothing follows would stand without content.
    while !complete
        && blocks.len() > 1
        && matches!(blocks.last(), Some(Block { kind: BlockKind::Heading(..), .. }))
    {
        blocks.pop();
    }
    Document { blocks, notes: body.notes.clone() }
}

/// How many words a block has, roughly for anything but paragraphs.
fn count(block: &Block) -> usize {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(_, text) => {
            Document::words(text).split_whitespace().count()
        }
        _ => block.range.len() / 7,
    }
}

/// The first paragraph of an update.
fn first_paragraph(update: &Update) -> Document {
    let is_text = |block: &&Block| matches!(&block.kind, BlockKind::Paragraph(text) if !is_picture(text));
    let paragraph = update.body.blocks.iter().find(is_text);
    Document { blocks: paragraph.cloned().into_iter().collect(), notes: update.body.notes.clone() }
}

/// The open actions.
fn next(issue: &CheckedIssue<'_>, words: &Words) -> Section {
    let public = issue.public_actions.iter().filter(|state| state.is_open());
    let items = public.map(|state| {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| words.named(issue.cluster.display(name))).collect();
        Entry {
            name: if owners.is_empty() { words.get("action-no-owner") } else { words.list(&owners) },
            lead: None,
            text: state.text.to_string(),
            language: issue.marked(state.language),
            url: None,
            more: state
                .action
                .due
                .map(|due| words.with("mail-next-due", &[("date", words.date(due).into())])),
        }
    });
    Section::Next(words.get("mail-next"), items.collect(), words.get("mail-next-nothing"))
}

/// Events to come and deadlines of the news, by day.
fn dates(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Entry> {
    let mut dates: Vec<(crate::model::Date, Entry)> = Vec::new();
    for event in &issue.events {
        let day = event.starts.date();
        let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
        if on && day >= issue.as_of.date {
            dates.push((
                day,
                Entry {
                    name: words.date(day),
                    lead: None,
                    text: event.title.clone(),
                    language: issue.marked(&issue.cluster.config.language),
                    url: event.url.as_ref().map(|url| url.as_str().to_string()),
                    more: event.place.clone(),
                },
            ));
        }
    }
    for update in issue.updates(Channel::Newsletter) {
        if let Some(deadline) = update.deadline.filter(|deadline| *deadline >= issue.as_of.date) {
            dates.push((
                deadline,
                Entry {
                    name: words.date(deadline),
                    lead: Some(words.get("mail-deadline")),
                    text: update.title.clone(),
                    language: issue.marked(&update.language),
                    url: None,
                    more: None,
                },
            ));
        }
    }
    dates.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    dates.into_iter().map(|(_, entry)| entry).collect()
}
