//! The newsletter as plain text, written from the content and not from the HTML.

use super::html::{no_tracking, reason};
use super::joined::Values;
use super::opening::{opening, utility};
use super::sections::{Entry, Figure, Quote, Section, Story};
use crate::issue::{Acknowledgement, CheckedIssue, Spoken, Stage};
use crate::markdown::{TextWriter, wrap};
use crate::report::IndicatorChart;
use crate::words::Words;

/// Writes the text part, with sentinels, and gives the addresses that it lists.
pub fn render(
    issue: &CheckedIssue<'_>,
    words: &Words,
    sections: &[Section],
    personal: &Values,
) -> (String, Vec<String>) {
    let mut writer = TextWriter::new(&words.get("footnote"));
    let opening = opening(sections);
    let mut parts = vec![head(issue, words, opening, &mut writer)];
    if issue.stage == Stage::Draft {
        parts.insert(0, format!("*** {} ***", words.get("draft-mark")));
    }
    for section in &sections[usize::from(opening.is_some())..] {
        parts.push(self::section(section, words, &mut writer));
    }
    parts.push(acknowledgement(issue, words));
    parts.push(foot(issue, words, personal, &mut writer));
    parts.push(links(words, &writer));
    parts.retain(|part| !part.is_empty());
    (parts.join("\n\n\n") + "\n", writer.links)
}

/// Cluster, number, title, the story that opens the mail, and where else to read it.
fn head(issue: &CheckedIssue<'_>, words: &Words, opening: Option<&Story>, writer: &mut TextWriter) -> String {
    let period = words.month(issue.period.0);
    let line =
        words.with("mail-masthead-issue", &[("number", issue.number.into()), ("period", period.into())]);
    let title = underlined(&issue.subject().text, '=');
    let mut parts = vec![format!("{}\n{}", wrap(&issue.name().text, "", ""), wrap(&line, "", "")), title];
    if let Some(story) = opening {
        let button = words.get("mail-button");
        match &story.url {
            Some(url) => {
                parts.push(told(story, writer));
                parts.push(writer.link(&words.labelled(&button, &story.title), url));
            }
            None if story.title == issue.subject().text => parts.push(told(story, writer)),
            None => parts.push(format!("{}\n\n{}", underlined(&story.title, '-'), told(story, writer))),
        }
    }
    let utility = utility(issue, words);
    let utility: Vec<String> =
        utility.iter().map(|one| linked(&one.text, one.url.as_ref(), writer)).collect();
    if !utility.is_empty() {
        parts.push(wrap(&utility.join(" · "), "", ""));
    }
    parts.join("\n\n")
}

/// Whose a story is, and its text.
fn told(story: &Story, writer: &mut TextWriter) -> String {
    let kicker: Vec<&str> = story.who.iter().chain(&story.spoken).map(String::as_str).collect();
    let body = writer.document(&story.body);
    match kicker.is_empty() {
        true => body,
        false => format!("{}\n{body}", wrap(&kicker.join(" · "), "", "")),
    }
}

/// A heading with a line below it.
fn underlined(title: &str, mark: char) -> String {
    let wrapped = wrap(title, "", "");
    let width = wrapped.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    format!("{wrapped}\n{}", mark.to_string().repeat(width))
}

/// One block.
fn section(section: &Section, words: &Words, writer: &mut TextWriter) -> String {
    let lines = |items: Vec<String>, between: &str| items.join(between);
    match section {
        Section::Note(paragraphs) => paragraphs_text(paragraphs),
        Section::Lead(story) => {
            let title = underlined(&story.title, '-');
            let text = told(story, writer);
            let more =
                story.url.as_ref().map(|url| format!("\n\n{}", writer.link(&words.get("mail-button"), url)));
            format!("{title}\n\n{text}{}", more.unwrap_or_default())
        }
        Section::Figures(title, figures) => {
            let row = |one: &Figure| {
                let of = one.of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
                wrap(&words.labelled(&one.label, &format!("{}{of}", one.value)), "- ", "  ")
            };
            format!("{}\n\n{}", underlined(title, '-'), lines(figures.iter().map(row).collect(), "\n"))
        }
        Section::Stories(title, items, all) => {
            let mut stories = Vec::new();
            for story in items {
                let title = wrap(&linked(&story.title, story.url.as_ref(), writer), "", "");
                stories.push(format!("{title}\n{}", told(story, writer)));
            }
            stories.extend(all.as_ref().map(|all| linked(&all.text, all.url.as_ref(), writer)));
            format!("{}\n\n{}", underlined(title, '-'), lines(stories, "\n\n"))
        }
        Section::Quotes(quotes) => {
            let said = |quote: &Quote, writer: &mut TextWriter| {
                let body = writer.document(&quote.body);
                let body: Vec<String> = body.lines().map(|line| format!("> {line}")).collect();
                format!("{}\n  {}", body.join("\n"), quote.who)
            };
            lines(quotes.iter().map(|quote| said(quote, writer)).collect(), "\n\n")
        }
        Section::Charts(title, charts) => {
            let chart = |chart: &IndicatorChart| {
                let newest = &chart.newest;
                let value = format!("{} {} ({})", newest.value, newest.unit, newest.period);
                let line = words.labelled(&newest.what, &value);
                format!("{}\n{}", wrap(&line, "- ", "  "), wrap(&chart.line.chart.alt, "  ", "  "))
            };
            format!("{}\n\n{}", underlined(title, '-'), lines(charts.iter().map(chart).collect(), "\n"))
        }
        Section::Projects(title, items) | Section::Cards(title, items) => {
            let mut projects = Vec::new();
            for entry in items {
                let name = linked(&entry.name, entry.url.as_ref(), writer);
                projects.push(format!("{name}\n{}", wrap(&entry.text, "  ", "  ")));
            }
            format!("{}\n\n{}", underlined(title, '-'), lines(projects, "\n"))
        }
        Section::Partners(title, items) => {
            let mut logos = Vec::new();
            for entry in items {
                logos.push(linked(&entry.name, entry.url.as_ref(), writer));
            }
            format!("{}\n\n{}", underlined(title, '-'), wrap(&lines(logos, ", "), "", ""))
        }
        Section::Next(title, items, empty, _) if items.is_empty() => {
            format!("{}\n\n{empty}", underlined(title, '-'))
        }
        Section::Next(title, items, _, others) => {
            let mut rows: Vec<_> = items.iter().map(|entry| item(entry, words, writer)).collect();
            rows.extend(others.as_ref().map(|others| linked(&others.text, others.url.as_ref(), writer)));
            format!("{}\n\n{}", underlined(title, '-'), lines(rows, "\n"))
        }
        Section::Actions(title, _, items) | Section::Dates(title, items) => {
            let rows: Vec<_> = items.iter().map(|entry| item(entry, words, writer)).collect();
            format!("{}\n\n{}", underlined(title, '-'), lines(rows, "\n"))
        }
        Section::Ask(title, paragraphs) => {
            format!("{}\n\n{}", underlined(title, '-'), paragraphs_text(paragraphs))
        }
    }
}

/// Words with the number of their address, if they lead anywhere.
fn linked(words: &str, url: Option<&String>, writer: &mut TextWriter) -> String {
    url.map_or_else(|| words.to_string(), |url| writer.link(words, url))
}

/// Paragraphs, one after the other.
fn paragraphs_text(paragraphs: &[Spoken]) -> String {
    paragraphs.iter().map(|said| wrap(&said.text, "", "")).collect::<Vec<_>>().join("\n\n")
}

/// A row of who or when, and what.
fn item(entry: &Entry, words: &Words, writer: &mut TextWriter) -> String {
    let text = match &entry.url {
        Some(url) => writer.link(&entry.text, url),
        None => entry.text.clone(),
    };
    let text = entry.lead.as_ref().map_or(text.clone(), |lead| words.labelled(lead, &text));
    let who = entry.who.as_ref().map(|who| format!(", {who}")).unwrap_or_default();
    let more = match &entry.more {
        Some(more) if more.starts_with('(') => format!(" {more}"),
        Some(more) => format!(", {more}"),
        None => String::new(),
    };
    let row = wrap(&words.labelled(&entry.name, &format!("{text}{more}{who}")), "- ", "  ");
    match &entry.calendar {
        Some(link) => format!("{row}\n{}", wrap(&writer.link(&link.text, &link.url), "  ", "  ")),
        None => row,
    }
}

/// Who paid.
fn acknowledgement(issue: &CheckedIssue<'_>, words: &Words) -> String {
    let ack = Acknowledgement::of(&issue.projects, &issue.language, words);
    let row = |statement: &crate::issue::Statement| {
        wrap(&format!("{} ({})", statement.text, statement.projects.join(", ")), "", "")
    };
    let rows: Vec<_> = ack.statements.iter().chain(&ack.disclaimers).map(row).collect();
    match rows.is_empty() {
        true => String::new(),
        false => format!("{}\n\n{}", underlined(&words.get("acknowledgement"), '-'), rows.join("\n\n")),
    }
}

/// Why, who, and how to leave.
fn foot(issue: &CheckedIssue<'_>, words: &Words, personal: &Values, writer: &mut TextWriter) -> String {
    let config = &issue.cluster.config;
    let publisher = words.with("publisher", &[("publisher", config.publisher.as_str().into())]);
    let leave = words.labelled(&words.get("mail-unsubscribe"), &words.get("mail-unsubscribe-how"));
    let unsubscribe = format!("{}\n{}", wrap(&leave, "", ""), personal.unsubscribe);
    let privacy = writer.link(&words.get("mail-privacy"), config.privacy_url.as_str());
    let lines = [
        wrap(&reason(issue, words).text, "", ""),
        wrap(&publisher, "", ""),
        unsubscribe,
        wrap(&format!("{privacy}. {}", no_tracking(issue, words)), "", ""),
    ];
    format!("{}\n\n{}", underlined(&words.get("mail-why"), '-'), lines.join("\n\n"))
}

/// The addresses behind the numbers.
fn links(words: &Words, writer: &TextWriter) -> String {
    let rows: Vec<_> = writer.links.iter().enumerate().map(|(i, url)| format!("[{}] {url}", i + 1)).collect();
    match rows.is_empty() {
        true => String::new(),
        false => format!("{}\n\n{}", underlined(&words.get("text-links"), '-'), rows.join("\n")),
    }
}
