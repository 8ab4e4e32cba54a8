//! What the newsletter says and what it leaves out, in its order: the content from which both parts are
//! written.

mod dates;
mod links;
mod section;

use crate::issue::{Address, CheckedIssue, Spoken, cover, first_sentence, paragraphs, project_logo};
use crate::markdown::{Block, BlockKind, Document};
use crate::model::{Channel, Meeting, Update, UpdateType};
use crate::report::{self};
use crate::value::Language;
use crate::words::Words;
pub use dates::calendar_title;
use dates::{dates, next, open_actions};
use links::name_links;
use section::web_item;
pub use section::{Entry, Figure, Quote, Section, Shown, Story};

/// The most words of a lead story before it is cut at a paragraph.
const LEAD_WORDS: usize = 170;

/// The blocks in the order that needs no manifest.
const DEFAULT_ORDER: &[&str] = &["note", "lead", "figures", "stories", "quotes", "projects", "dates", "ask"];

/// The most charts that the mail shows.
const CHARTS: usize = 3;

/// The most numbers that it shows.
const FIGURES: usize = 3;

/// The most stories that it tells; the others stand behind a link, where there is a web edition.
const STORIES: usize = 6;

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
    open(&mut sections);
    name_links(&mut sections);
    sections
}

/// Of a lead that opens the mail the first paragraph stands below the title, where the rest is on the web. A
/// picture that stands in a lead's text stands nowhere else.
fn open(sections: &mut [Section]) {
    if let Some(Section::Lead(story)) = sections.first_mut() {
        let opening = story.body.opening();
        if story.url.is_some() && !opening.blocks.is_empty() {
            story.body = opening;
        }
    }
    for section in sections {
        let Section::Lead(story) = section else { continue };
        if !story.body.clone().images_mut().is_empty() {
            story.picture = None;
        }
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
    match name {
        "note" => {
            let note = manifest.and_then(|manifest| manifest.note.as_ref()).map(|text| issue.spoken(text))?;
            let said = |text| Spoken { text, language: note.language.clone() };
            Some(Section::Note(paragraphs(&note.text).into_iter().map(said).collect()))
        }
        "lead" => lead(issue, words, address).map(Section::Lead),
        "stories" => {
            let mut items = stories(issue, words, address, has_lead);
            let count = items.len() + usize::from(has_lead);
            let all = address
                .page()
                .filter(|_| items.len() > STORIES)
                .map(|url| Entry { url: Some(url), ..Entry::new("", words.count("mail-all", count)) });
            if all.is_some() {
                items.truncate(STORIES);
            }
            let title = words.get(if has_lead { "mail-brief" } else { "news" });
            (!items.is_empty()).then_some(Section::Stories(title, items, all))
        }
        "figures" => {
            let figures = figures(issue, words);
            (!figures.is_empty()).then(|| Section::Figures(words.get("mail-figures"), figures))
        }
        // Readers know the projects after the first issue, unless one is new.
        "projects" if !chosen && !report::projects_are_new(issue) => None,
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
            let rows = open_actions(issue, words, address, &day);
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
fn stories(issue: &CheckedIssue<'_>, words: &Words, address: &Address, has_lead: bool) -> Vec<Story> {
    let news = |update: &&Update| update.kind != UpdateType::Quote;
    let updates = issue.updates(Channel::Newsletter).filter(news).skip(usize::from(has_lead));
    let led = has_lead && !issue.updates(Channel::Newsletter).any(|one| news(&one));
    let meetings = issue.meetings(Channel::Newsletter).skip(usize::from(led));
    let updates = updates.map(|update| of_update(issue, words, address, update));
    updates.chain(meetings.map(|meeting| of_meeting(issue, words, address, meeting))).collect()
}

/// A piece of news as a story: its first paragraph.
fn of_update(issue: &CheckedIssue<'_>, words: &Words, address: &Address, update: &Update) -> Story {
    Story {
        title: update.title.clone(),
        body: update.body.opening(),
        language: issue.marked(&update.language),
        url: web_item(update, address),
        file: std::sync::Arc::clone(&update.origin.file),
        label: None,
        who: {
            let waiting = issue.waits_for(update).map(|who| waiting(words, &who));
            let projects = update.projects.iter().map(|id| issue.cluster.display(id.as_str()));
            waiting.into_iter().chain(projects).collect()
        },
        spoken: spoken(issue, words, &update.language),
        picture: first_picture(&update.body),
    }
}

/// The mark of a text in a draft that waits for somebody's yes.
fn waiting(words: &Words, who: &str) -> String {
    words.with("waiting-for", &[("who", who.into())])
}

/// A meeting as a story: the first paragraph of its minutes.
fn of_meeting(issue: &CheckedIssue<'_>, words: &Words, address: &Address, meeting: &Meeting) -> Story {
    Story {
        title: meeting.title.clone(),
        body: meeting.body.opening(),
        language: issue.marked(&meeting.language),
        url: address.item("meeting", meeting.id.as_str()),
        file: std::sync::Arc::clone(&meeting.origin.file),
        label: None,
        who: vec![words.get("meeting-kind"), words.date(meeting.date)],
        spoken: spoken(issue, words, &meeting.language),
        picture: first_picture(&meeting.body),
    }
}

/// The name of a text's language, where it is not the edition's.
fn spoken(issue: &CheckedIssue<'_>, words: &Words, language: &Language) -> Option<String> {
    let other = language.primary() != issue.language.primary();
    other.then(|| words.with("story-language", &[("language", words.language(language).into())]))
}

/// The first picture of a text that says something.
fn first_picture(body: &Document) -> Option<Shown> {
    let mut body = body.clone();
    let images = body.images_mut().into_iter();
    let mut shown = images.filter(|(_, image)| !image.decorative && !image.alt.trim().is_empty());
    shown.next().map(|(_, image)| Shown {
        path: image.url.clone(),
        alt: image.alt.trim().to_string(),
        credit: Some(image.title.trim().to_string()).filter(|credit| !credit.is_empty()),
    })
}

/// The newest values of the indicators, those with a target first.
fn figures(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Figure> {
    let figure = |part: report::IndicatorPart| Figure {
        of: Some(match &part.target {
            Some(target) => words.with("mail-of-target", &[("target", target.as_str().into())]),
            None => part.unit.clone(),
        }),
        value: part.value,
        label: part.what,
        language: issue.marked(&issue.cluster.config.language),
    };
    report::newest_values(issue, words).into_iter().take(FIGURES).map(figure).collect()
}

/// The projects, a line each; or those with a logo.
fn projects(issue: &CheckedIssue<'_>, address: &Address, logos: bool) -> Vec<Entry> {
    let projects = issue.projects.iter();
    let shown = projects.filter(|project| !logos || project_logo(issue, project).is_some());
    shown
        .map(|project| {
            let summary = issue.spoken(&project.summary);
            Entry {
                lead: project_logo(issue, project).filter(|_| logos),
                language: summary.language,
                url: address.item("project", project.id.as_str()),
                ..Entry::new(project.acronym.as_str(), line(&summary.text))
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
    let words: Vec<&str> = sentence.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
    match words.len() > 18 {
        true => format!("{} …", words[..17].join(" ")),
        false => sentence,
    }
}

/// The first update, or else the first meeting, as much of it as a mail may hold.
fn lead(issue: &CheckedIssue<'_>, words: &Words, address: &Address) -> Option<Story> {
    let mut updates = issue.updates(Channel::Newsletter);
    let (mut story, body) = match updates.find(|update| update.kind != UpdateType::Quote) {
        Some(update) => (of_update(issue, words, address, update), &update.body),
        None => {
            let meeting: &Meeting = issue.meetings(Channel::Newsletter).next()?;
            (of_meeting(issue, words, address, meeting), &meeting.body)
        }
    };
    story.body = shortened(body);
    story.picture = story.picture.or_else(|| {
        let cover = cover(issue)?;
        Some(Shown { path: cover.path, alt: cover.alt, credit: cover.credit })
    });
    Some(story)
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
