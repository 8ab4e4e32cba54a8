//! What the newsletter says, in its order: the content from which both parts are written.

use crate::issue::{Address, CheckedIssue, Spoken, first_sentence, paragraphs, project_logo};
use crate::markdown::{Block, BlockKind, Document};
use crate::model::{Channel, EventStatus, Meeting, Update, UpdateType};
use crate::report::{self, IndicatorChart};
use crate::value::Language;
use crate::words::Words;

/// The most words of a lead story before it is cut at a paragraph.
const LEAD_WORDS: usize = 170;

/// The blocks in the order that needs no manifest.
const DEFAULT_ORDER: &[&str] =
    &["note", "lead", "stories", "quotes", "charts", "projects", "next", "dates", "ask"];

/// The most open actions that the mail shows; the others stand behind a link.
const ACTIONS: usize = 6;

/// The most charts that the mail shows.
const CHARTS: usize = 3;

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
    /// A calendar's entry of it: the link's text and address.
    pub calendar: Option<(String, String)>,
    /// What the link is called where its text alone leads to several places.
    pub label: Option<String>,
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
    /// Where its full form stands.
    pub url: Option<String>,
    /// The file that it was written in.
    pub file: std::sync::Arc<str>,
    /// What the link is called where its title alone leads to several places.
    pub label: Option<String>,
}

/// A quotation with who said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub body: Document,
    /// Who said them: the update's title.
    pub who: String,
    /// Their language, where it is not the edition's.
    pub language: Option<Language>,
}

/// A block of the newsletter.
#[derive(Debug, Clone, PartialEq)]
pub enum Section {
    /// Words of the editor.
    Note(Vec<Spoken>),
    /// The story that leads.
    Lead(Story),
    /// Further stories below a heading.
    Stories(String, Vec<Story>),
    /// A line a project.
    Projects(String, Vec<Entry>),
    /// The projects as cards, two beside each other where there is room.
    Cards(String, Vec<Entry>),
    /// What somebody said.
    Quotes(Vec<Quote>),
    /// The indicators that make a line.
    Charts(String, Vec<IndicatorChart>),
    /// The projects' logos.
    Partners(String, Vec<Entry>),
    /// Open actions as a table of what, who and until when, with its headers.
    Actions(String, [String; 3], Vec<Entry>),
    /// Open actions; the third text stands where there are none, the last links to the others.
    Next(String, Vec<Entry>, String, Option<Entry>),
    /// Dates and deadlines.
    Dates(String, Vec<Entry>),
    /// A question to readers, with last time's answers.
    Ask(String, Vec<Spoken>),
}

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

/// A link of the layout's: its text, where it leads, what tells it from others, and its label.
struct OwnLink<'s> {
    /// Its text.
    text: String,
    /// Where it leads.
    url: String,
    /// What may be said beside its text.
    beside: String,
    /// Its label.
    label: &'s mut Option<String>,
}

/// Gives links of one text that lead to several places a label each: who hears a list of links tells
/// them apart (WCAG 2.2, 2.4.4 and 2.4.9). A link in an author's text stays as it is.
fn name_links(sections: &mut [Section]) {
    let mut authored: Vec<(String, String)> = Vec::new();
    for section in sections.iter_mut() {
        let stories = match section {
            Section::Lead(story) => std::slice::from_mut(story),
            Section::Stories(_, stories) => stories.as_mut_slice(),
            _ => continue,
        };
        for link in stories.iter_mut().flat_map(|story| story.body.links_mut()) {
            if let crate::markdown::InlineKind::Link(url, text) = &link.kind {
                authored.push((Document::words(text), url.clone()));
            }
        }
    }
    let mut links: Vec<OwnLink<'_>> = Vec::new();
    for section in sections.iter_mut() {
        let entries = match section {
            Section::Lead(story) => {
                links.extend(story_link(story));
                continue;
            }
            Section::Stories(_, stories) => {
                links.extend(stories.iter_mut().filter_map(story_link));
                continue;
            }
            Section::Projects(_, entries) | Section::Cards(_, entries) => {
                for entry in entries {
                    let url = entry.url.clone();
                    links.extend(url.map(|url| OwnLink {
                        text: entry.name.clone(),
                        url,
                        beside: entry.text.clone(),
                        label: &mut entry.label,
                    }));
                }
                continue;
            }
            Section::Next(_, entries, ..) | Section::Actions(_, _, entries) | Section::Dates(_, entries) => {
                entries
            }
            _ => continue,
        };
        for entry in entries {
            let url = entry.url.clone();
            links.extend(url.map(|url| OwnLink {
                text: entry.text.clone(),
                url,
                beside: entry.name.clone(),
                label: &mut entry.label,
            }));
        }
    }
    let all: Vec<(String, String)> =
        links.iter().map(|link| (link.text.clone(), link.url.clone())).chain(authored).collect();
    let mut labels: Vec<(String, String)> = Vec::new();
    for link in links {
        if all.iter().all(|(text, url)| *text != link.text || *url == link.url) {
            continue;
        }
        let beside = if link.beside.is_empty() { String::new() } else { format!(": {}", link.beside) };
        let named = format!("{}{beside}", link.text);
        let mut label = named.clone();
        let mut number = 1;
        while labels.iter().chain(&all).any(|(taken, url)| *taken == label && *url != link.url) {
            number += 1;
            label = format!("{named} ({number})");
        }
        labels.push((label.clone(), link.url));
        *link.label = Some(label);
    }
}

/// A story's link.
fn story_link(story: &mut Story) -> Option<OwnLink<'_>> {
    let url = story.url.clone()?;
    let beside = story.body.summary().map(|summary| first_sentence(&summary)).unwrap_or_default();
    Some(OwnLink { text: story.title.clone(), url, beside, label: &mut story.label })
}

/// An event's title, with its day where another event has the same.
pub fn calendar_title(issue: &CheckedIssue<'_>, event: &crate::model::Event, words: &Words) -> String {
    let twice = issue.cluster.events.iter().filter(|other| other.title == event.title).count() > 1;
    match twice {
        true => format!("{}, {}", event.title, words.date(event.starts.date())),
        false => event.title.clone(),
    }
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
    let local = |text: &crate::value::Localised| issue.spoken(text);
    match name {
        "note" => {
            let note = manifest.and_then(|manifest| manifest.note.as_ref()).map(local)?;
            let said = |text| Spoken { text, language: note.language.clone() };
            Some(Section::Note(paragraphs(&note.text).into_iter().map(said).collect()))
        }
        "lead" => lead(issue, address),
        "stories" => {
            let items: Vec<_> = issue
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
                })
                .collect();
            let led =
                has_lead && !issue.updates(Channel::Newsletter).any(|one| one.kind != UpdateType::Quote);
            let meetings = issue.meetings(Channel::Newsletter).skip(usize::from(led)).map(|meeting| Story {
                title: meeting.title.clone(),
                body: meeting.body.opening(),
                language: issue.marked(&meeting.language),
                url: address.item("meeting", meeting.id.as_str()),
                file: std::sync::Arc::clone(&meeting.origin.file),
                label: None,
            });
            let items: Vec<_> = items.into_iter().chain(meetings).collect();
            (!items.is_empty()).then(|| Section::Stories(words.get("mail-stories"), items))
        }
        // Readers know the projects after the first issue, unless one is new.
        "projects" if !chosen && !report::introduces_projects(issue) => None,
        "projects" | "cards" | "partners" => {
            let items: Vec<_> = issue
                .projects
                .iter()
                .filter(|project| name != "partners" || project_logo(issue, project).is_some())
                .map(|project| {
                    let summary = issue.spoken(&project.summary);
                    Entry {
                        name: project.acronym.clone(),
                        lead: project_logo(issue, project).filter(|_| name == "partners"),
                        text: line(&summary.text),
                        language: summary.language,
                        url: address.item("project", project.id.as_str()),
                        more: None,
                        calendar: None,
                        label: None,
                    }
                })
                .collect();
            let title = words.get("mail-projects");
            (!items.is_empty()).then(|| match name {
                "projects" => Section::Projects(title, items),
                "cards" => Section::Cards(title, items),
                _ => Section::Partners(words.get("mail-partners"), items),
            })
        }
        "quotes" => {
            let said = issue.updates(Channel::Newsletter).filter(|update| update.kind == UpdateType::Quote);
            let quotes: Vec<_> = said
                .map(|update| Quote {
                    body: update.body.clone(),
                    who: update.title.clone(),
                    language: issue.marked(&update.language),
                })
                .collect();
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

/// Where an update's full form stands, if it is on the web.
fn web_item(update: &Update, address: &Address) -> Option<String> {
    let there = update.audience.is_empty() || update.audience.contains(&Channel::Web);
    address.item("update", update.id.as_str()).filter(|_| there)
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
            Document::words(text).split_whitespace().count()
        }
        _ => block.range.len() / 7,
    }
}

/// The open actions, those that are due first, as far as they are shown.
fn next(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Section {
    let open = issue.public_actions.iter().filter(|state| state.is_open()).count();
    let others = (open > ACTIONS).then(|| Entry {
        name: String::new(),
        lead: None,
        text: words.count("next-more", open - ACTIONS),
        language: None,
        url: address.page().map(|page| format!("{page}#actions")),
        more: None,
        calendar: None,
        label: None,
    });
    let shown = if others.is_some() { ACTIONS } else { usize::MAX };
    let day = |due| words.with("mail-next-due", &[("date", words.date(due).into())]);
    let items = open_actions(issue, words, address, shown, &day);
    Section::Next(words.get("mail-next"), items, words.get("mail-next-nothing"), others)
}

/// So many of the open actions, those that are due first; `day` words the day until when.
fn open_actions(
    issue: &CheckedIssue<'_>,
    words: &Words,
    address: &Address,
    most: usize,
    day: &dyn Fn(crate::value::Date) -> String,
) -> Vec<Entry> {
    let mut open: Vec<_> = issue.public_actions.iter().filter(|state| state.is_open()).collect();
    open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
    let entry = |state: &crate::issue::ActionState<'_>| {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| words.named(issue.cluster.display(name))).collect();
        Entry {
            name: if owners.is_empty() { words.get("action-no-owner") } else { words.list(&owners) },
            lead: None,
            text: state.text.to_string(),
            language: issue.marked(state.language),
            url: address.item("action", state.id.as_str()),
            more: state.action.due.map(day),
            calendar: None,
            label: None,
        }
    };
    open.into_iter().take(most).map(entry).collect()
}

/// Events to come and deadlines of the news, by day.
fn dates(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Vec<Entry> {
    let mut dates: Vec<(crate::value::Date, Entry)> = Vec::new();
    for event in &issue.events {
        let day = event.starts.date();
        let on = matches!(event.status, EventStatus::Planned | EventStatus::Confirmed);
        if on && event.last_day().unwrap_or(day) >= issue.as_of.date {
            dates.push((
                day,
                Entry {
                    name: words.event(event, issue.cluster.config.timezone.as_deref()),
                    lead: None,
                    text: event.title.clone(),
                    language: issue.marked(&issue.cluster.config.language),
                    url: event
                        .url
                        .as_ref()
                        .map(|url| url.as_str().to_string())
                        .or_else(|| address.item("event", &event.key)),
                    more: event.place.clone(),
                    calendar: address.calendar(&event.key).map(|url| {
                        (
                            words.with(
                                "mail-calendar",
                                &[("title", calendar_title(issue, event, words).into())],
                            ),
                            url,
                        )
                    }),
                    label: None,
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
                    url: web_item(update, address),
                    more: None,
                    calendar: None,
                    label: None,
                },
            ));
        }
    }
    dates.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    dates.into_iter().map(|(_, entry)| entry).collect()
}
