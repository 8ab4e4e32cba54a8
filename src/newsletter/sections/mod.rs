//! What the newsletter says and what it leaves out, in its order: the content from which both parts are
//! written.

mod dates;
mod links;
mod section;

use crate::issue::{Address, CheckedIssue, Spoken, first_sentence, paragraphs, project_logo};
use crate::markdown::{Block, BlockKind, Document};
use crate::model::{Channel, Meeting, UpdateType};
use crate::report::{self};
use crate::words::Words;
pub use dates::calendar_title;
use dates::{dates, next, open_actions};
use links::name_links;
use section::web_item;
pub use section::{Entry, Quote, Section, Story};

/// The most words of a lead story before it is cut at a paragraph.
const LEAD_WORDS: usize = 170;

/// The blocks in the order that needs no manifest.
const DEFAULT_ORDER: &[&str] =
    &["note", "lead", "stories", "quotes", "charts", "projects", "next", "dates", "ask"];

/// The most charts that the mail shows.
const CHARTS: usize = 3;

/// The blocks of an issue; those with nothing to say are left out.
pub fn sections(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Section> {
    let address = Address::of(issue);
    let chosen = issue.manifest.map(|manifest| manifest.sections.as_slice()).unwrap_or_default();
    let order: Vec<&str> = match chosen.is_empty() {
        true => DEFAULT_ORDER.to_vec(),
        false => chosen.iter().map(String::as_str).collect(),
    };
    let has_lead = order.contains(&"lead");
    let mut sections: Vec<Section> =
        order.into_iter().filter_map(|name| section(name, has_lead, issue, words, &address)).collect();
    name_links(&mut sections);
    sections
}

/// One block by its name.
fn section(
    name: &str,
    has_lead: bool,
    issue: &CheckedIssue<'_>,
    words: &Words,
    address: &Address,
) -> Option<Section> {
    let manifest = issue.manifest;
    let chosen = manifest.is_some_and(|manifest| !manifest.sections.is_empty());
    match name {
        "note" => {
            let note = manifest.and_then(|manifest| manifest.note.as_ref()).map(|text| issue.spoken(text))?;
            let said = |text| Spoken { text, language: note.language.clone() };
            Some(Section::Note(paragraphs(&note.text).into_iter().map(said).collect()))
        }
        "lead" => lead(issue, address),
        "stories" => {
            let items = stories(issue, address, has_lead);
            (!items.is_empty()).then(|| Section::Stories(words.get("mail-stories"), items))
        }
        // Readers know the projects after the first issue, unless one is new.
        "projects" if !chosen && !report::introduces_projects(issue) => None,
        "projects" | "cards" | "partners" => {
            let items = projects(issue, address, name == "partners");
            let title = words.get("mail-projects");
            (!items.is_empty()).then(|| match name {
                "projects" => Section::Projects(title, items),
                "cards" => Section::Cards(title, items),
                _ => Section::Partners(words.get("mail-partners"), items),
            })
        }
        "quotes" => {
            let quotes = quotes(issue);
            (!quotes.is_empty()).then_some(Section::Quotes(quotes))
        }
        "charts" => {
            let mut charts = report::indicator_charts(issue, words);
            charts.truncate(CHARTS);
            (!charts.is_empty()).then(|| Section::Charts(words.get("indicators"), charts))
        }
        "actions" => {
            let day = |due| words.date(due);
            let rows = open_actions(issue, words, address, usize::MAX, &day);
            let header = ["action-what", "action-who", "action-due"].map(|name| words.get(name));
            (!rows.is_empty()).then(|| Section::Actions(words.get("actions"), header, rows))
        }
        "next" => Some(next(issue, words, address)),
        "dates" => {
            let items = dates(issue, words, address);
            (!items.is_empty()).then(|| Section::Dates(words.get("mail-dates"), items))
        }
        "ask" => {
            let parts = question(issue, words);
            (!parts.is_empty()).then(|| Section::Ask(words.get("mail-ask"), parts))
        }
        _ => None,
    }
}

/// The stories behind the lead, and the meetings.
fn stories(issue: &CheckedIssue<'_>, address: &Address, has_lead: bool) -> Vec<Story> {
    let updates = issue
        .updates(Channel::Newsletter)
        .filter(|update| update.kind != UpdateType::Quote)
        .skip(usize::from(has_lead))
        .map(|update| Story {
            title: update.title.clone(),
            body: update.body.opening(),
            language: issue.marked(&update.language),
            url: web_item(update, address),
            file: std::sync::Arc::clone(&update.origin.file),
            label: None,
        });
    let led = has_lead && !issue.updates(Channel::Newsletter).any(|one| one.kind != UpdateType::Quote);
    let meetings = issue.meetings(Channel::Newsletter).skip(usize::from(led)).map(|meeting| Story {
        title: meeting.title.clone(),
        body: meeting.body.opening(),
        language: issue.marked(&meeting.language),
        url: address.item("meeting", meeting.id.as_str()),
        file: std::sync::Arc::clone(&meeting.origin.file),
        label: None,
    });
    updates.chain(meetings).collect()
}

/// The projects, a line each; or those with a logo.
fn projects(issue: &CheckedIssue<'_>, address: &Address, logos: bool) -> Vec<Entry> {
    let projects = issue.projects.iter();
    let shown = projects.filter(|project| !logos || project_logo(issue, project).is_some());
    shown
        .map(|project| {
            let summary = issue.spoken(&project.summary);
            Entry {
                name: project.acronym.clone(),
                lead: project_logo(issue, project).filter(|_| logos),
                text: line(&summary.text),
                language: summary.language,
                url: address.item("project", project.id.as_str()),
                more: None,
                calendar: None,
                label: None,
            }
        })
        .collect()
}

/// What somebody said.
fn quotes(issue: &CheckedIssue<'_>) -> Vec<Quote> {
    let said = issue.updates(Channel::Newsletter).filter(|update| update.kind == UpdateType::Quote);
    said.map(|update| Quote {
        body: update.body.clone(),
        who: update.title.clone(),
        language: issue.marked(&update.language),
    })
    .collect()
}

/// A question to readers, with last time's answers.
fn question(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Spoken> {
    let Some(manifest) = issue.manifest else { return vec![] };
    let mut parts: Vec<Spoken> = manifest.answers.iter().map(|text| issue.spoken(text)).collect();
    if let Some(ask) = &manifest.ask {
        parts.push(issue.spoken(ask));
        parts.push(Spoken { text: words.get("mail-answer"), language: None });
    }
    parts
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
fn lead(issue: &CheckedIssue<'_>, address: &Address) -> Option<Section> {
    let update = issue.updates(Channel::Newsletter).find(|update| update.kind != UpdateType::Quote);
    let story = update.map(|update| Story {
        title: update.title.clone(),
        body: shortened(&update.body),
        language: issue.marked(&update.language),
        url: web_item(update, address),
        file: std::sync::Arc::clone(&update.origin.file),
        label: None,
    });
    let meeting = || {
        let meeting: &Meeting = issue.meetings(Channel::Newsletter).next()?;
        Some(Story {
            title: meeting.title.clone(),
            body: shortened(&meeting.body),
            language: issue.marked(&meeting.language),
            url: address.item("meeting", meeting.id.as_str()),
            file: std::sync::Arc::clone(&meeting.origin.file),
            label: None,
        })
    };
    story.or_else(meeting).map(Section::Lead)
}

/// The blocks of a text up to a number of words; at least the first.
fn shortened(body: &Document) -> Document {
    let mut words = 0;
    let mut most = 0;
    for block in &body.blocks {
        words += count(block);
        if words > LEAD_WORDS && most > 0 {
            break;
        }
        most += 1;
    }
    // A heading that nothing follows would stand without content.
    let is_heading =
        |at: usize| matches!(body.blocks.get(at), Some(Block { kind: BlockKind::Heading(..), .. }));
    while most < body.blocks.len() && most > 1 && is_heading(most - 1) {
        most -= 1;
    }
    body.first_blocks(most)
}

/// How many words a block has, roughly for anything but paragraphs.
fn count(block: &Block) -> usize {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(_, text) => {
            Document::text_of(text).split_whitespace().count()
        }
        _ => block.range.len() / 7,
    }
}
