//! What stands below the mail's title: the story that opens it, and the line that says where else to read it.

use super::sections::{Section, Story};
use crate::html::mark;
use crate::issue::{Address, CheckedIssue};
use crate::markdown::Document;
use crate::model::Channel;
use crate::words::Words;

/// How many words a person reads in a minute.
const PACE: usize = 200;

/// The story that opens the mail, below its title: the lead, where nothing stands before it.
pub fn opening(sections: &[Section]) -> Option<&Story> {
    match sections.first() {
        Some(Section::Lead(story)) => Some(story),
        _ => None,
    }
}

/// A piece of the line below the title: words, and where they lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utility {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub url: Option<String>,
    /// The mark of their language.
    pub mark: String,
}

/// The line below the title: how long the issue takes to read, and where else it stands.
pub fn utility(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Utility> {
    let address = Address::of(issue);
    let Some(online) = address.page() else { return vec![] };
    let plain = |text: String, url: Option<String>| Utility { text, url, mark: String::new() };
    let mut line = vec![
        plain(words.with("mail-minutes", &[("minutes", minutes(issue).into())]), None),
        plain(words.get("mail-online-short"), Some(online)),
    ];
    line.extend(address.report().map(|url| plain(words.get("mail-report-pdf"), Some(url))));
    for other in issue.editions.iter().filter(|other| **other != issue.language) {
        let Some(url) = address.in_language(other).page() else { continue };
        line.push(Utility { text: words.autonym(other), url: Some(url), mark: mark(Some(other)) });
    }
    line
}

/// How many minutes the texts of the issue's page take.
fn minutes(issue: &CheckedIssue<'_>) -> usize {
    let texts = issue.updates(Channel::Web).map(|update| &update.body);
    let texts = texts.chain(issue.meetings(Channel::Web).map(|meeting| &meeting.body));
    let count = |body: &Document| {
        let mut body = body.clone();
        body.runs_mut().iter().map(|run| Document::text_of(run).split_whitespace().count()).sum::<usize>()
    };
    texts.map(count).sum::<usize>().div_ceil(PACE).max(1)
}
