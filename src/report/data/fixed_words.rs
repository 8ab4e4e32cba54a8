//! Interface words that the layout prints as they are.

use std::collections::BTreeMap;

use crate::words::Words;

/// Interface words that the layout prints as they are.
const FIXED_WORDS: &[&str] = &[
    "report-title",
    "draft-mark",
    "sensitive-mark",
    "in-short",
    "asked",
    "asked-nothing",
    "not-reported",
    "not-reported-lead",
    "news",
    "decisions",
    "actions",
    "action-what",
    "action-who",
    "action-due",
    "action-state",
    "events",
    "event-when",
    "event-what",
    "event-where",
    "event-state",
    "indicators",
    "indicator-what",
    "indicator-value",
    "indicator-target",
    "indicator-period",
    "cluster",
    "cluster-project",
    "cluster-programme",
    "cluster-grant",
    "cluster-countries",
    "cluster-dates",
    "profiles",
    "acknowledgement",
    "disclaimers",
    "emblem-alt",
    "colophon",
    "colophon-data",
    "attachment",
    "not-supplied",
    "next-step",
    "next-steps",
    "no-next-step",
    "joint",
    "joint-kind",
    "joint-who",
    "joint-when",
    "meetings",
    "activities",
    "activity-reported",
    "changes",
    "common",
    "common-topic",
    "common-shared",
    "common-state",
    "coming",
    "coming-kind",
    "credits",
    "portal",
    "history",
    "history-version",
    "history-change",
    "history-by",
    "deliverable",
    "contents",
    "contacts",
    "map",
    "project-news",
    "strongest",
    "matrix-more",
    "all-values",
    "actions-more",
];

/// What stands for a value that the layout puts into a message by itself: a private character.
const SECTION: &str = "\u{E000}";

/// Values that the layout puts into a message by itself.
const FILLED: &[(&str, &str)] = &[("actions-more", "section")];

/// The words by their names.
pub(super) fn of(words: &Words) -> BTreeMap<&'static str, String> {
    let mut all: BTreeMap<&'static str, String> =
        FIXED_WORDS.iter().map(|name| (*name, words.get(name))).collect();
    for (name, value) in FILLED {
        all.insert(name, words.with(name, &[(value, SECTION.into())]));
    }
    all.insert("number-projects-word", words.count("number-projects", 2));
    all
}
