//! The newsletter as plain text, written from the content and not from the HTML.

use super::html::reason;
use super::joined::UNSUBSCRIBE;
use super::sections::{Entry, Section};
use crate::issue::{Acknowledgement, CheckedIssue, Spoken, Stage};
use crate::markdown::{TextWriter, wrap};
use crate::words::Words;

/// Writes the text part, with sentinels.
pub fn render(issue: &CheckedIssue<'_>, words: &Words, sections: &[Section]) -> String {
    let mut writer = TextWriter::new(&words.get("footnote"));
    let mut parts = vec![head(issue, words)];
    if issue.stage == Stage::Draft {
        parts.insert(0, format!("*** {} ***", words.get("draft-mark")));
    }
    for section in sections {
        parts.push(self::section(section, &mut writer));
    }
    parts.push(acknowledgement(issue, words));
    parts.push(foot(issue, words, &mut writer));
    parts.push(links(words, &writer));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n\n") + "\n"
}

/// Cluster, number and title.
fn head(issue: &CheckedIssue<'_>, words: &Words) -> String {
    let period = words.month(issue.period.0);
    let line =
        words.with("mail-masthead-issue", &[("number", issue.number.into()), ("period", period.into())]);
    let title = underlined(&issue.subject().text, '=');
    format!("{}\n{}\n\n{title}", wrap(&issue.name().text, "", ""), wrap(&line, "", ""))
}

/// A heading with a line below it.
fn underlined(title: &str, mark: char) -> String {
    let wrapped = wrap(title, "", "");
    let width = wrapped.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    format!("{wrapped}\n{}", mark.to_string().repeat(width))
}

/// One block.
fn section(section: &Section, writer: &mut TextWriter) -> String {
    match section {
        Section::Note(paragraphs) => paragraphs_text(paragraphs),
        Section::Lead(story) => {
            format!("{}\n\n{}", underlined(&story.title, '-'), writer.document(&story.body))
        }
        Section::Stories(title, items) => {
            let items: Vec<_> = items
                .iter()
                .map(|story| format!("{}\n{}", wrap(&story.title, "", ""), writer.document(&story.body)))
                .collect();
            format!("{}\n\n{}", underlined(title, '-'), items.join("\n\n"))
        }
        Section::Projects(title, items) => {
            let items: Vec<_> = items
                .iter()
                .map(|entry| format!("{}\n{}", entry.name, wrap(&entry.text, "  ", "  ")))
                .collect();
            format!("{}\n\n{}", underlined(title, '-'), items.join("\n"))
        }
        Section::Next(title, items, empty) if items.is_empty() => {
            format!("{}\n\n{empty}", underlined(title, '-'))
        }
        Section::Next(title, items, _) | Section::Dates(title, items) => {
            let items: Vec<_> = items.iter().map(|entry| item(entry, writer)).collect();
            format!("{}\n\n{}", underlined(title, '-'), items.join("\n"))
        }
        Section::Ask(title, paragraphs) => {
            format!("{}\n\n{}", underlined(title, '-'), paragraphs_text(paragraphs))
        }
    }
}

/// Paragraphs, one after the other.
fn paragraphs_text(paragraphs: &[Spoken]) -> String {
    paragraphs.iter().map(|said| wrap(&said.text, "", "")).collect::<Vec<_>>().join("\n\n")
}

/// A row of who or when, and what.
fn item(entry: &Entry, writer: &mut TextWriter) -> String {
    let text = match &entry.url {
        Some(url) => writer.link(&entry.text, url),
        None => entry.text.clone(),
    };
    let text = entry.lead.as_ref().map_or(text.clone(), |lead| format!("{lead}: {text}"));
    let more = match &entry.more {
        Some(more) if more.starts_with('(') => format!(" {more}"),
        Some(more) => format!(", {more}"),
        None => String::new(),
    };
    wrap(&format!("{}: {text}{more}", entry.name), "- ", "  ")
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
fn foot(issue: &CheckedIssue<'_>, words: &Words, writer: &mut TextWriter) -> String {
    let config = &issue.cluster.config;
    let publisher = words.with("publisher", &[("publisher", config.publisher.as_str().into())]);
    let leave = format!("{}: {}", words.get("mail-unsubscribe"), words.get("mail-unsubscribe-how"));
    let unsubscribe = format!("{}\n{UNSUBSCRIBE}", wrap(&leave, "", ""));
    let privacy = writer.link(&words.get("mail-privacy"), config.privacy_url.as_str());
    let lines = [
        wrap(&reason(issue, words).text, "", ""),
        wrap(&publisher, "", ""),
        unsubscribe,
        wrap(&format!("{privacy}. {}", words.get("mail-no-tracking")), "", ""),
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
