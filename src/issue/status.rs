//! The state of an issue in words: who has sent nothing, what is held back and why, which actions are open.

use std::fmt::Write;

use super::{AsOf, Issue, shared_words, suggestions, translated};
use crate::model::Cluster;
use crate::value::Month;
use crate::words::Words;

/// The state of an issue, by its editions, the main one first; `words` are those of its language.
pub fn status(
    editions: &[Issue<'_>],
    cluster: &Cluster,
    words: Option<&Words>,
    now: AsOf,
    month: Month,
) -> String {
    let Some(main) = editions.first() else { return String::new() };
    let mut out = report(main, cluster, now, month);
    common_ground(main, words, &mut out);
    translations(editions, month, &mut out);
    lived_with(cluster, &mut out);
    out
}

/// The state in words. Writing into a string does not fail.
fn report(issue: &Issue<'_>, cluster: &Cluster, now: AsOf, month: Month) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "Issue {} of {month}, as of {}", issue.number, now.date);
    if issue.manifest.is_none() {
        let _ = writeln!(out, "There is no manifest yet: `bulletin new issue {month}`");
    }
    let _ = writeln!(out, "\nIn the issue:");
    for selected in &issue.updates {
        let _ = writeln!(out, "  {}: {}", selected.item.origin.file, selected.item.title);
    }
    for selected in &issue.meetings {
        let _ = writeln!(out, "  {}: {}", selected.item.origin.file, selected.item.title);
    }
    if issue.updates.is_empty() && issue.meetings.is_empty() {
        let _ = writeln!(out, "  nothing yet");
    }
    silent(issue, cluster, month, &mut out);
    held_back(issue, &mut out);
    open_actions(issue, now, &mut out);
    out
}

/// Projects without news of the month.
fn silent(issue: &Issue<'_>, cluster: &Cluster, month: Month, out: &mut String) {
    let sent =
        |id| cluster.updates.iter().any(|update| update.month == month && update.projects.contains(id));
    let silent: Vec<_> = issue
        .projects
        .iter()
        .filter(|project| !sent(&project.id))
        .map(|project| project.acronym.as_str())
        .collect();
    if !silent.is_empty() {
        let _ = writeln!(out, "\nNo news from: {}", silent.join(", "));
    }
}

/// Items that are not in the issue, and why.
fn held_back(issue: &Issue<'_>, out: &mut String) {
    let held: Vec<_> = issue.left_out.iter().filter(|left| left.reason.is_held_back()).collect();
    if !held.is_empty() {
        let _ = writeln!(out, "\nHeld back:");
        for left in held {
            let _ = writeln!(out, "  {}: {}", left.place.file, left.reason);
        }
    }
    let others =
        issue.left_out.len() - issue.left_out.iter().filter(|left| left.reason.is_held_back()).count();
    if others > 0 {
        let _ = writeln!(out, "\n{others} items belong to other months.");
    }
}

/// Projects with much in common and nothing done together, to be decided by a person.
fn common_ground(issue: &Issue<'_>, words: Option<&Words>, out: &mut String) {
    let pairs = suggestions(issue);
    let Some(words) = words.filter(|_| !pairs.is_empty()) else { return };
    let _ = writeln!(out, "\nMuch in common, nothing done together yet:");
    for pair in pairs {
        let shared = shared_words(&pair.shared, words);
        let _ = writeln!(out, "  {} and {}: {shared}", pair.first.acronym, pair.second.acronym);
        let _ = writeln!(
            out,
            "    to decide, in sources/synergies.yaml: `- {{from: {}, to: {}, topic: \"…\", status: planned}}` (or suggested, dismissed)",
            pair.first.id, pair.second.id
        );
    }
}

/// The warnings that the cluster lives with, with the reasons.
fn lived_with(cluster: &Cluster, out: &mut String) {
    if !cluster.config.accept.is_empty() {
        let _ = writeln!(out, "\nAccepted in bulletin.yaml, and told no more:");
    }
    for one in &cluster.config.accept {
        let file = one.file.as_ref().map(|file| format!(" in {file}")).unwrap_or_default();
        let _ = writeln!(out, "  {}{file}: {}", one.rule, one.reason);
    }
}

/// How much of each edition is in its language, in one line.
fn translations(editions: &[Issue<'_>], month: Month, out: &mut String) {
    let counts = || editions.iter().map(|edition| (edition.language.as_str(), translated(edition)));
    let missing = counts().filter(|(_, (done, all))| done < all).map(|(tag, _)| tag);
    let Some(first) = missing.clone().next() else { return };
    let parts: Vec<String> = counts().map(|(tag, (done, all))| format!("{tag} {done} of {all}")).collect();
    let _ = writeln!(
        out,
        "\nTexts in the language of their edition: {}. `bulletin translate {month} --to {first}` writes the files to fill in.",
        parts.join(", ")
    );
}

/// Open actions with their owners and ages.
fn open_actions(issue: &Issue<'_>, now: AsOf, out: &mut String) {
    let open: Vec<_> = issue.actions.iter().filter(|state| state.is_open()).collect();
    if open.is_empty() {
        let _ = writeln!(out, "\nNo action is open.");
        return;
    }
    let _ = writeln!(out, "\nOpen actions:");
    for state in open {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| issue.cluster.display(name)).collect();
        let owners = if owners.is_empty() { "nobody named".to_string() } else { owners.join(", ") };
        let age = (now.date - state.opened_at.date).get_days();
        let due = match state.action.due {
            Some(due) if due < now.date => format!(", overdue since {due}"),
            Some(due) => format!(", due {due}"),
            None => ", no date".to_string(),
        };
        let _ = writeln!(out, "  {owners}: {}\n    open for {age} days{due}; id {}", state.text, state.id);
    }
}
