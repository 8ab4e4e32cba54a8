//! What the newsletter asks of texts: a subject, lengths that mail programs show.

use super::super::{Issue, Stage};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Channel;
use crate::value::{is_example_domain, on_one_line};

/// The longest subject that phones show, in characters.
const SUBJECT: usize = 60;

/// The shortest and longest line behind the subject, in characters.
const PREHEADER: (usize, usize) = (40, 110);

/// The most words of a project's line in the newsletter.
pub const LINE_WORDS: usize = 18;

/// The most words of an update before it is called long.
const BODY_WORDS: usize = 300;

/// A final build has a subject; subject and preheader have lengths that are shown.
pub fn manifest(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let path = format!("sources/issues/{}.yaml", issue.month);
    let Some(manifest) = issue.manifest else {
        // A file that could not be read has its own finding.
        if issue.scope.is_month()
            && issue.stage == Stage::Final
            && !issue.sources.files.contains_key(path.as_str())
        {
            findings.push(
                Diagnostic::error("missing-manifest", format!("there is no `{path}`"))
                    .at(Place::file("bulletin.yaml"))
                    .hint(format!(
                        "`bulletin new issue {}` writes it; it holds the mail's subject",
                        issue.month
                    )),
            );
        }
        return;
    };
    let place = |field: &str| issue.sources.place(&manifest.origin, field);
    match &manifest.subject {
        None => findings.push(
            Diagnostic::error("missing-field", "`subject` is missing")
                .at(place("subject"))
                .hint("add a line, such as `subject: \"Eight projects, one call: what comes next\"`"),
        ),
        Some(subject) => {
            let length = subject.get(&issue.language).chars().count();
            if length > SUBJECT {
                findings.push(
                    Diagnostic::warning(
                        "subject-length",
                        format!("the subject has {length} characters; phones show about {SUBJECT}"),
                    )
                    .at(place("subject"))
                    .hint("put what matters first, and shorten it"),
                );
            }
        }
    }
    if let Some(preheader) = &manifest.preheader {
        let length = preheader.get(&issue.language).chars().count();
        if length < PREHEADER.0 || length > PREHEADER.1 {
            findings.push(
                Diagnostic::error(
                    "preheader-length",
                    format!(
                        "the preheader has {length} characters; {} to {} are shown (R22)",
                        PREHEADER.0, PREHEADER.1
                    ),
                )
                .at(place("preheader"))
                .hint("it is the line that mail programs show behind the subject"),
            );
        }
    }
}

/// Where the sender's address is a real one, no address of an example is left in the configuration: readers
/// would be led to a page that nobody wrote.
pub fn examples(issue: &Issue<'_>, findings: &mut Diagnostics) {
    let config = &issue.cluster.config;
    if is_example_domain(config.from.domain()) {
        return;
    }
    let addresses = [
        ("privacy_url", Some(&config.privacy_url)),
        ("web_url", config.web_url.as_ref()),
        ("images_url", config.images_url.as_ref()),
    ];
    for (field, address) in addresses {
        if !address.is_some_and(|address| is_example_domain(address.host())) {
            continue;
        }
        findings.push(
            Diagnostic::error("example-address", format!("`{field}` is still that of the example"))
                .at(issue.sources.place(&config.origin, field))
                .hint(match field {
                    "privacy_url" => {
                        "write where your own privacy notice stands: the law asks for it in each mail"
                    }
                    _ => "write the address at which your own pages stand, or take the line out",
                }),
        );
    }
}

/// The first sentence of a project's summary is its line in the newsletter.
pub fn summaries(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for project in &issue.projects {
        let sentence = first_sentence(project.summary.get(&issue.language));
        let words = sentence.split_whitespace().count();
        if words > LINE_WORDS {
            findings.push(
                Diagnostic::warning("long-summary", format!("the first sentence of the summary has {words} words; the newsletter shows one line of at most {LINE_WORDS}"))
                    .at(issue.sources.place(&project.origin, "summary"))
                    .hint("begin with a short sentence that says what the project does for whom"),
            );
        }
    }
}

/// Updates that are too long to be read.
pub fn lengths(issue: &Issue<'_>, findings: &mut Diagnostics) {
    for update in issue.updates(Channel::Newsletter) {
        let Some(file) = issue.sources.files.get(&update.origin.file) else { continue };
        let words = file.text[file.body..].split_whitespace().count();
        if words > BODY_WORDS {
            findings.push(
                Diagnostic::warning(
                    "long-update",
                    format!("this update has {words} words; readers give it {BODY_WORDS}"),
                )
                .at(Place::new(file.path.clone(), file.body..file.body))
                .hint(
                    "the first paragraph stands in the newsletter; move details to the page that it links to",
                ),
            );
        }
    }
}

/// The first sentence of a text: up to a full stop, question or exclamation mark that ends a word.
pub fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or(text);
    let line = on_one_line(paragraph);
    let words: Vec<&str> = line.split(' ').collect();
    let ends = |word: &&str| {
        let bare = word.trim_end_matches(['"', '\u{201D}', '\u{2019}', ')', '»']);
        // `e.g.` and a lone initial do not end a sentence.
        let inner = bare.trim_end_matches(['.', '!', '?', ';', '·']);
        bare.ends_with(['.', '!', '?']) && !inner.contains('.') && inner.chars().count() > 1
    };
    let end = words.iter().position(ends).map_or(words.len(), |at| at + 1);
    words[..end].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_where_a_sentence_ends() {
        assert_eq!(
            first_sentence("Helps towns, e.g. in Crete, plan. More."),
            "Helps towns, e.g. in Crete, plan."
        );
        assert_eq!(first_sentence("One line\nwithout an end\n\nNext."), "One line without an end");
    }
}
