//! Translations: a file such as `news.el.md` gives an item's words in another language. Everything
//! else is the original's, so that it is said once; and whatever keeps either of the two from being
//! printed keeps the translation from being printed.

use std::collections::BTreeMap;

use super::meeting::{Confidentiality, Meeting};
use super::update::{Channel, Update};
use super::values::{Id, Language, Month};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// Gives each translated update the facts of its original.
pub(super) fn updates(updates: &mut [Update], default: &Language) {
    named(updates);
    let originals =
        originals(updates, default, |update| ((update.month, update.id.clone()), &update.language));
    let facts: BTreeMap<(Month, Id), Update> =
        originals.iter().map(|(key, at)| (key.clone(), updates[*at].clone())).collect();
    for (at, update) in updates.iter_mut().enumerate() {
        let key = (update.month, update.id.clone());
        if originals[&key] != at {
            inherit(update, &facts[&key]);
        }
    }
}

/// Gives an update whose front matter names the one that it translates that one's id.
fn named(updates: &mut [Update]) {
    let known: Vec<(Month, Id)> = updates
        .iter()
        .filter(|update| update.translation_of.is_none())
        .map(|update| (update.month, update.id.clone()))
        .collect();
    for update in updates {
        let Some(of) = &update.translation_of else { continue };
        let name = of.rsplit('/').next().unwrap_or(of).trim_end_matches(".md");
        if let Some((_, id)) = known.iter().find(|(month, id)| *month == update.month && id.as_str() == name)
        {
            update.id = id.clone();
        }
    }
}

/// The index of the original of each item: in the default language, or else the first by language.
fn originals<T, K: Ord + Clone>(
    items: &[T],
    default: &Language,
    key: impl Fn(&T) -> (K, &Language),
) -> BTreeMap<K, usize> {
    let mut found: BTreeMap<K, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let (id, language) = key(item);
        let rank = |language: &Language| (language != default, language.clone());
        match found.get(&id) {
            Some(known) if rank(key(&items[*known]).1) <= rank(language) => {}
            _ => {
                found.insert(id, at);
            }
        }
    }
    found
}

/// One update's facts.
fn inherit(update: &mut Update, original: &Update) {
    update.is_translation = true;
    update.projects.clone_from(&original.projects);
    update.date = original.date;
    update.kind = original.kind;
    update.deadline = original.deadline;
    update.priority = original.priority;
    update.approvals.extend(original.approvals.iter().cloned());
    update.stage = update.stage.or_less_finished(original.stage);
    let internal = [&update.audience, &original.audience].iter().any(|a| a.contains(&Channel::Internal));
    update.audience.retain(|channel| original.audience.contains(channel));
    if internal && !update.audience.contains(&Channel::Internal) {
        update.audience.push(Channel::Internal);
    }
    // `None` is less than any moment.
    update.embargo_until = update.embargo_until.max(original.embargo_until);
    update.expires = match (update.expires, original.expires) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
}

/// Gives each translated meeting the facts of its original, and reports lists of actions that do
/// not match.
pub(super) fn meetings(meetings: &mut [Meeting], default: &Language, findings: &mut Diagnostics) {
    let originals = originals(meetings, default, |meeting| (meeting.id.clone(), &meeting.language));
    let facts: BTreeMap<Id, Meeting> =
        originals.iter().map(|(id, at)| (id.clone(), meetings[*at].clone())).collect();
    for (at, meeting) in meetings.iter_mut().enumerate() {
        if originals[&meeting.id] == at {
            continue;
        }
        let original = &facts[&meeting.id];
        for (what, own, theirs) in [
            ("actions", meeting.actions.len(), original.actions.len()),
            ("decisions", meeting.decisions.len(), original.decisions.len()),
        ] {
            if own != theirs {
                findings.push(
                    Diagnostic::warning(
                        "translation-differs",
                        format!("this translation has {own} {what}, its original {theirs}"),
                    )
                    .at(Place::file(meeting.origin.file.clone()))
                    .hint(format!(
                        "translate every line of the list in {}, in its order",
                        original.origin.file
                    )),
                );
            }
        }
        *meeting = translated(meeting, original);
    }
}

/// A meeting in the words of its translation.
fn translated(words: &Meeting, original: &Meeting) -> Meeting {
    let own =
        |list: &[String], other: &[String]| if list.is_empty() { other.to_vec() } else { list.to_vec() };
    let consortium = [words, original].iter().any(|m| m.confidentiality == Confidentiality::Consortium);
    Meeting {
        is_translation: true,
        origin: words.origin.clone(),
        language: words.language.clone(),
        title: words.title.clone(),
        body: words.body.clone(),
        place: words.place.clone().or_else(|| original.place.clone()),
        agenda: own(&words.agenda, &original.agenda),
        decisions: match words.decisions.is_empty() {
            true => original.decisions.clone(),
            false => words.decisions.clone(),
        },
        actions: words.actions.clone(),
        confidentiality: if consortium { Confidentiality::Consortium } else { original.confidentiality },
        ..original.clone()
    }
}
