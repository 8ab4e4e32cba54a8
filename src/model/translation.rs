//! Translations: a file such as `news.el.md` gives an item's words in another language. Everything
//! else is the original's, so that it is said once; and whatever keeps either of the two from being
//! printed keeps the translation from being printed.

use std::collections::BTreeMap;

use super::meeting::{Confidentiality, Meeting};
use super::stage::UpdateStatus;
use super::update::{Channel, Update};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::value::{Id, Language, Moment, Month};

/// Gives each translated update the facts of its original.
pub(super) fn updates(updates: &mut [Update], default: &Language) {
    named(updates);
    let key = |update: &Update| (update.month, update.id.clone());
    let rank = |update: &Update| {
        let named = is_named(&update.origin.file);
        (update.translation_of.is_some(), named, update.language != *default, update.language.clone())
    };
    let originals = originals(updates, key, rank);
    let facts: BTreeMap<(Month, Id), Facts> =
        originals.iter().map(|(group, at)| (group.clone(), Facts::of(updates, &updates[*at]))).collect();
    for (at, update) in updates.iter_mut().enumerate() {
        let group = (update.month, update.id.clone());
        facts[&group].give(update, originals[&group] != at);
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

/// Whether a file's name says its language: the one without is the original.
fn is_named(path: &str) -> bool {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).is_some_and(|stem| stem.contains('.'))
}

/// The index of the original of each group: the item of the lowest rank.
fn originals<T, K: Ord, R: Ord>(
    items: &[T],
    key: impl Fn(&T) -> K,
    rank: impl Fn(&T) -> R,
) -> BTreeMap<K, usize> {
    let mut found: BTreeMap<K, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let known = found.entry(key(item)).or_insert(at);
        if rank(item) < rank(&items[*known]) {
            *known = at;
        }
    }
    found
}

/// What the languages of an update have in common.
struct Facts {
    /// The original, with what only a translation says in the places that it leaves empty.
    original: Update,
    /// Whether one of them is for the partners only: then all are.
    internal: bool,
    /// The latest embargo of any of them holds for all.
    embargo: Option<Moment>,
}

impl Facts {
    /// The facts of an original and its translations.
    fn of(updates: &[Update], original: &Update) -> Self {
        let mut facts = Self {
            original: original.clone(),
            internal: original.audience.contains(&Channel::Internal),
            embargo: original.embargo_until,
        };
        for other in updates.iter().filter(|other| (other.month, &other.id) == (original.month, &original.id))
        {
            let own = &mut facts.original;
            own.date = own.date.or(other.date);
            own.deadline = own.deadline.or(other.deadline);
            own.priority = own.priority.max(other.priority);
            if own.projects.is_empty() {
                own.projects.clone_from(&other.projects);
            }
            facts.internal |= other.audience.contains(&Channel::Internal);
            // `None` is less than any moment.
            facts.embargo = facts.embargo.max(other.embargo_until);
        }
        facts
    }

    /// Gives an update of the group the facts.
    fn give(&self, update: &mut Update, is_translation: bool) {
        let original = &self.original;
        update.projects.clone_from(&original.projects);
        update.date = original.date;
        update.deadline = original.deadline;
        update.priority = original.priority;
        update.embargo_until = self.embargo;
        if is_translation {
            update.is_translation = true;
            update.kind = original.kind;
            update.approvals.extend(original.approvals.iter().cloned());
            update.stage = update.stage.or_less_finished(original.stage);
            update.audience.retain(|channel| original.audience.contains(channel));
            update.expires = match (update.expires, original.expires) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        if self.internal && !update.audience.contains(&Channel::Internal) {
            update.audience.push(Channel::Internal);
        }
    }
}

/// Gives each translated meeting the facts of its original, and reports lists of actions that do
/// not match.
pub(super) fn meetings(meetings: &mut [Meeting], default: &Language, findings: &mut Diagnostics) {
    let rank = |meeting: &Meeting| {
        (is_named(&meeting.origin.file), meeting.language != *default, meeting.language.clone())
    };
    let originals = originals(meetings, |meeting: &Meeting| meeting.id.clone(), rank);
    let facts: BTreeMap<Id, Meeting> =
        originals.iter().map(|(id, at)| (id.clone(), meetings[*at].clone())).collect();
    for (at, meeting) in meetings.iter_mut().enumerate() {
        if originals[&meeting.id] == at {
            continue;
        }
        let original = &facts[&meeting.id];
        let finished = meeting.stage == UpdateStatus::Approved;
        for (what, own, theirs) in [
            ("actions", meeting.actions.len(), original.actions.len()),
            ("decisions", meeting.decisions.len(), original.decisions.len()),
        ] {
            if own != theirs && finished {
                findings.push(
                    Diagnostic::error(
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
        stage: words.stage,
        wording_of: words.wording_of.clone(),
        origin: words.origin.clone(),
        language: words.language.clone(),
        title: words.title.clone(),
        body: words.body.clone(),
        place: words.place.clone().or_else(|| original.place.clone()),
        agenda: own(&words.agenda, &original.agenda),
        // Where the lists differ, which line translates which is unknown.
        decisions: match words.decisions.len() == original.decisions.len() {
            true => words.decisions.clone(),
            false => original.decisions.clone(),
        },
        decisions_language: match words.decisions.len() == original.decisions.len() {
            true => words.language.clone(),
            false => original.language.clone(),
        },
        actions: words.actions.clone(),
        confidentiality: if consortium { Confidentiality::Consortium } else { original.confidentiality },
        ..original.clone()
    }
}
