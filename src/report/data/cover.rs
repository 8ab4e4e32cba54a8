//! The note to the project officer that goes with a report over a period: five sentences.

use super::Data;
use crate::issue::CheckedIssue;
use crate::layouts::Layouts;
use crate::markdown::wrap;
use crate::model::Channel;
use crate::words::Words;

/// The note, as plain text.
pub fn cover_note(issue: &CheckedIssue<'_>, words: &Words, layouts: &Layouts) -> String {
    let data = Data { issue, words, layouts, channel: Channel::Report };
    let config = &issue.cluster.config;
    let address = config.reply_to.as_ref().unwrap_or(&config.from);
    let counts = counts(&data);
    let sentences = [
        words.with("cover-1", &[("cluster", who(issue).into()), ("period", data.period().into())]),
        counts[0].clone(),
        counts[1].clone(),
        words.get("cover-4"),
        words.with("cover-5", &[("address", address.as_str().into())]),
    ];
    let draft = match issue.stage {
        crate::issue::Stage::Draft => format!("*** {} ***\n\n", words.get("draft-mark")),
        crate::issue::Stage::Final => String::new(),
    };
    format!(
        "{draft}{}\n\n{}\n\n{}\n",
        words.get("cover-to"),
        wrap(&sentences.join(" "), "", ""),
        wrap(&config.publisher, "", "")
    )
}

/// What the report records, in two sentences.
pub(super) fn counts(data: &Data<'_, '_>) -> [String; 2] {
    let (issue, words) = (data.issue, data.words);
    let closed = data.actions().iter().filter(|state| !state.is_open()).count();
    let all = data.actions().len();
    [
        words.with(
            "cover-2",
            &[
                ("joint", data.joint().len().into()),
                ("meetings", issue.meetings(data.channel).count().into()),
                ("news", issue.updates(data.channel).count().into()),
            ],
        ),
        words.with(
            "cover-3",
            &[("actions", all.into()), ("closed", closed.into()), ("open", (all - closed).into())],
        ),
    ]
}

/// Whose report it is: the cluster's, or a project's with its grant's number.
fn who(issue: &CheckedIssue<'_>) -> String {
    let cluster = issue.name().text;
    let project = issue.scope.project.as_ref().and_then(|id| issue.cluster.projects.get(id));
    match project {
        Some(project) => match &project.agreement {
            Some(agreement) => format!("{} ({agreement}), {cluster}", project.acronym),
            None => format!("{}, {cluster}", project.acronym),
        },
        None => cluster,
    }
}
