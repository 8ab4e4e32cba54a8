//! The note to the project officer that goes with a report over a period: five sentences.

use super::Data;
use crate::issue::CheckedIssue;
use crate::markdown::wrap;
use crate::model::Channel;
use crate::words::Words;

/// The note, as plain text.
pub fn cover_note(issue: &CheckedIssue<'_>, words: &Words) -> String {
    let data = Data { issue, words };
    let config = &issue.cluster.config;
    let address = config.reply_to.as_ref().unwrap_or(&config.from);
    let counts = counts(&data);
    let sentences = [
        words.with("cover-1", &[("cluster", issue.name().text.into()), ("period", data.period().into())]),
        counts[0].clone(),
        counts[1].clone(),
        words.get("cover-4"),
        words.with("cover-5", &[("address", address.as_str().into())]),
    ];
    format!(
        "{}\n\n{}\n\n{}\n",
        words.get("cover-to"),
        wrap(&sentences.join(" "), "", ""),
        wrap(&config.publisher, "", "")
    )
}

/// What the report records, in two sentences.
pub(super) fn counts(data: &Data<'_, '_>) -> [String; 2] {
    let (issue, words) = (data.issue, data.words);
    let closed = issue.actions.iter().filter(|state| !state.is_open()).count();
    let all = issue.actions.len();
    [
        words.with(
            "cover-2",
            &[
                ("joint", data.joint().len().into()),
                ("meetings", issue.meetings(Channel::Report).count().into()),
                ("news", issue.updates(Channel::Report).count().into()),
            ],
        ),
        words.with(
            "cover-3",
            &[("actions", all.into()), ("closed", closed.into()), ("open", (all - closed).into())],
        ),
    ]
}
