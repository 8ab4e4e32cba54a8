//! Links of one text that lead to several places get a label each.

use super::section::{Entry, Section, Story};
use crate::issue::first_sentence;
use crate::markdown::Document;

/// A link of the layout's: its text, where it leads, what tells it from others, and its label.
pub(super) struct OwnLink<'s> {
    text: String,
    /// Where it leads.
    url: String,
    /// What may be said beside its text.
    beside: String,
    label: &'s mut Option<String>,
}

/// Gives links of one text that lead to several places a label each: who hears a list of links tells
/// them apart (WCAG 2.2, 2.4.4 and 2.4.9). A link in an author's text stays as it is.
pub(super) fn name_links(sections: &mut [Section]) {
    let authored = authored(sections);
    let links = own_links(sections);
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

pub(super) fn story_link(story: &mut Story) -> Option<OwnLink<'_>> {
    let url = story.url.clone()?;
    let beside = story.body.summary().map(|summary| first_sentence(&summary)).unwrap_or_default();
    Some(OwnLink { text: story.title.clone(), url, beside, label: &mut story.label })
}

/// The links that authors wrote: words and address.
fn authored(sections: &mut [Section]) -> Vec<(String, String)> {
    let mut authored: Vec<(String, String)> = Vec::new();
    for section in sections.iter_mut() {
        let stories = match section {
            Section::Lead(story) => std::slice::from_mut(story),
            Section::Stories(_, stories, _) => stories.as_mut_slice(),
            _ => continue,
        };
        for link in stories.iter_mut().flat_map(|story| story.body.links_mut()) {
            if let crate::markdown::InlineKind::Link(url, text) = &link.kind {
                authored.push((Document::text_of(text), url.clone()));
            }
        }
    }
    authored
}

/// The links of the layouts.
fn own_links(sections: &mut [Section]) -> Vec<OwnLink<'_>> {
    let mut links: Vec<OwnLink<'_>> = Vec::new();
    for section in sections.iter_mut() {
        let entries = match section {
            Section::Lead(story) => {
                links.extend(story_link(story));
                continue;
            }
            Section::Stories(_, stories, _) => {
                links.extend(stories.iter_mut().filter_map(story_link));
                continue;
            }
            Section::Projects(_, entries) | Section::Cards(_, entries) => {
                links.extend(entries.iter_mut().filter_map(|entry| entry_link(entry, true)));
                continue;
            }
            Section::Next(_, entries, ..) | Section::Actions(_, _, entries) | Section::Dates(_, entries) => {
                entries
            }
            _ => continue,
        };
        links.extend(entries.iter_mut().filter_map(|entry| entry_link(entry, false)));
    }
    links
}

/// An entry's link: its name is what is linked, or its text.
fn entry_link(entry: &mut Entry, by_name: bool) -> Option<OwnLink<'_>> {
    let url = entry.url.clone()?;
    let (text, beside) = match by_name {
        true => (entry.name.clone(), entry.text.clone()),
        false => (entry.text.clone(), entry.name.clone()),
    };
    Some(OwnLink { text, url, beside, label: &mut entry.label })
}
