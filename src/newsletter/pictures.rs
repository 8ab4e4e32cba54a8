//! The files of the pictures that a mail's sections show.

use super::sections::{Section, Story};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::html::{Picture, Shows, that_shows};
use crate::issue::{CheckedIssue, Pictures};

/// The emblem, the pictures of the sections' texts and the charts. `known` are the files as they were
/// read, `drawn` the emblem and the charts.
pub fn pictures(
    issue: &CheckedIssue<'_>,
    sections: &[Section],
    known: &Pictures,
    drawn: &[Picture],
    findings: &mut Diagnostics,
) -> Vec<Picture> {
    let mut pictures: Vec<Picture> = that_shows(drawn, &Shows::Emblem).into_iter().cloned().collect();
    let logo = crate::issue::logo(issue.cluster, issue.sources).map(Shows::Logo);
    for shows in logo.into_iter().chain(files(sections)) {
        let (Shows::Logo(path) | Shows::File(path)) = &shows else { continue };
        let Some(picture) = known.0.get(path) else { continue };
        match &picture.mail {
            Some(mail) => pictures.push(Picture { shows: shows.clone(), ..Picture::file(path, mail) }),
            None => findings.push(
                Diagnostic::warning(
                    "svg-in-mail",
                    format!("mail programs do not show SVG: `{path}` is left out of the newsletter"),
                )
                .at(Place::file("bulletin.yaml"))
                .hint("save it as PNG too, and name that in the text"),
            ),
        }
    }
    for section in sections {
        let Section::Charts(_, charts) = section else { continue };
        let chart = |id: &crate::value::Id| that_shows(drawn, &Shows::Chart(id.clone())).cloned();
        pictures.extend(charts.iter().filter_map(|one| chart(&one.line.id)));
    }
    pictures
}

/// The pictures of a story: its own, and those in its text.
fn story_pictures(story: &Story, collect: &mut dyn FnMut(&str)) {
    story.picture.iter().for_each(|shown| collect(&shown.path));
    story.body.clone().images_mut().into_iter().for_each(|(_, image)| collect(&image.url));
}

/// The files of all pictures that the sections show, each once, and the projects' logos.
fn files(sections: &[Section]) -> Vec<Shows> {
    let mut paths: Vec<String> = Vec::new();
    let mut logos: Vec<String> = Vec::new();
    let mut collect = |path: &str| {
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_string());
        }
    };
    for section in sections {
        match section {
            Section::Lead(story) => story_pictures(story, &mut collect),
            Section::Stories(_, items, _) => {
                items.iter().for_each(|story| story_pictures(story, &mut collect))
            }
            Section::Partners(_, items) => {
                for path in items.iter().filter_map(|entry| entry.lead.as_ref()) {
                    logos.push(path.clone());
                }
            }
            _ => {}
        }
    }
    paths.into_iter().map(Shows::File).chain(logos.into_iter().map(Shows::Logo)).collect()
}
