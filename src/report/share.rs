//! What shared links show: the title, the cluster, the emblem with its statement.

use serde::Serialize;

use crate::issue::{Acknowledgement, CheckedIssue};
use crate::theme::Theme;
use crate::words::Words;

/// What the picture for shared links shows.
#[derive(Debug, Serialize)]
pub struct ShareCard<'a> {
    /// The edition's language.
    language: &'a str,
    /// The title.
    title: String,
    /// The cluster's name.
    cluster: String,
    /// Which issue it is.
    issue_line: String,
    /// The funding statement beside the emblem.
    statement: Option<String>,
    /// Who publishes, where nothing is funded by the EU.
    publisher: String,
    /// The look, which the layout gets as a file of its own.
    #[serde(skip)]
    pub(super) theme: &'a Theme,
}

impl<'a> ShareCard<'a> {
    /// The card of an edition.
    pub fn of(issue: &'a CheckedIssue<'_>, words: &Words, theme: &'a Theme) -> Self {
        let ack = Acknowledgement::of(&issue.projects, &issue.language, words);
        let period = words.month(issue.period.0);
        let publisher = issue.cluster.config.publisher.as_str();
        Self {
            language: issue.language.primary(),
            title: issue.subject().text,
            cluster: issue.name().text,
            issue_line: words
                .with("issue-line", &[("number", issue.number.into()), ("period", period.into())]),
            statement: ack.statements.first().filter(|_| ack.emblem).map(|one| one.text.clone()),
            publisher: words.with("publisher", &[("publisher", publisher.into())]),
            theme,
        }
    }
}
