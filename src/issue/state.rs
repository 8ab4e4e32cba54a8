//! The state of an issue as data: what is in it, what is held back and why, what is still needed, and by when.

use serde::Serialize;

use super::{AsOf, Issue, shared_words, suggestions, translated};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Texts, location};
use crate::model::{Cluster, UpdateStatus};
use crate::value::{Date, Month};
use crate::words::Words;

/// The state of an issue.
#[derive(Debug, Clone, Serialize)]
pub struct State {
    /// Its month.
    pub issue: String,
    /// Its number.
    pub number: u32,
    /// The day as of which this holds.
    pub as_of: String,
    /// Whether its manifest is there.
    pub has_manifest: bool,
    /// What is in it.
    pub items: Vec<ItemState>,
    /// The projects without news of the month.
    pub no_news_from: Vec<String>,
    /// What is not in it.
    pub held_back: Vec<HeldBack>,
    /// How many items belong to other months.
    pub other_months: usize,
    /// What is to be done by when, the next first.
    pub dates: Vec<DueState>,
    /// The open actions.
    pub open_actions: Vec<OpenAction>,
    /// Projects with much in common that have done nothing together.
    pub common_ground: Vec<CommonGround>,
    /// How much of each edition is in its language.
    pub translations: Vec<Translations>,
    /// Warnings that the cluster lives with.
    pub accepted: Vec<AcceptedState>,
    /// What the checks found, by rule.
    pub needs: Vec<Need>,
    /// What was sent of it, the oldest first.
    pub sent: Vec<SentState>,
}

/// A run of messages.
#[derive(Debug, Clone, Serialize)]
pub struct SentState {
    /// `readers`, `a test` or `the outbox`.
    pub to: &'static str,
    /// The day on which it was planned.
    pub date: String,
    /// How many messages were planned.
    pub planned: u64,
    /// How many the relay accepted, or lie in the outbox.
    pub accepted: u64,
    /// How many are still to go.
    pub open: u64,
    /// Of how many it is not certain.
    pub uncertain: u64,
}

/// An item of the issue.
#[derive(Debug, Clone, Serialize)]
pub struct ItemState {
    /// Its file.
    pub file: String,
    /// Its title.
    pub title: String,
}

/// An item that is held back.
#[derive(Debug, Clone, Serialize)]
pub struct HeldBack {
    /// Its file.
    pub file: String,
    /// Why.
    pub reason: String,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DueState {
    /// The day.
    pub date: String,
    /// What is due.
    pub what: String,
    /// Whether the day has passed.
    pub overdue: bool,
}

/// An open action.
#[derive(Debug, Clone, Serialize)]
pub struct OpenAction {
    /// Its id.
    pub id: String,
    /// Who does it.
    pub owners: Vec<String>,
    /// What is to be done.
    pub text: String,
    /// For how many days it is open.
    pub days: i32,
    /// Until when.
    pub due: Option<String>,
    /// Whether that has passed.
    pub overdue: bool,
}

/// Two projects with much in common.
#[derive(Debug, Clone, Serialize)]
pub struct CommonGround {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// What they share.
    pub shared: String,
    /// The line that says what becomes of it.
    pub to_decide: String,
}

/// How much of an edition is in its language.
#[derive(Debug, Clone, Serialize)]
pub struct Translations {
    /// The language.
    pub language: String,
    /// How many texts are.
    pub done: usize,
    /// How many there are.
    pub all: usize,
}

/// Warnings that the cluster lives with.
#[derive(Debug, Clone, Serialize)]
pub struct AcceptedState {
    /// The rule.
    pub rule: String,
    /// The one file, if it is about one.
    pub file: Option<String>,
    /// Why.
    pub reason: String,
}

/// What one rule found.
#[derive(Debug, Clone, Serialize)]
pub struct Need {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The rule.
    pub rule: String,
    /// How often.
    pub count: usize,
    /// What is wrong at the first place.
    pub message: String,
    /// The places: `file:line:column`.
    pub places: Vec<String>,
}

impl State {
    /// The state of an issue, by its editions, the main one first; `words` are those of its language. `None`
    /// if there is no edition.
    pub fn of(
        editions: &[Issue<'_>],
        cluster: &Cluster,
        words: Option<&Words>,
        now: AsOf,
        month: Month,
    ) -> Option<Self> {
        let main = editions.first()?;
        let updates = main.updates.iter().map(|one| (&one.item.origin.file, &one.item.title));
        let meetings = main.meetings.iter().map(|one| (&one.item.origin.file, &one.item.title));
        let item = |(file, title): (&std::sync::Arc<str>, &String)| ItemState {
            file: file.to_string(),
            title: title.clone(),
        };
        let sent =
            |id| cluster.updates.iter().any(|update| update.month == month && update.projects.contains(id));
        let held = main.left_out.iter().filter(|left| left.reason.is_held_back());
        let held: Vec<HeldBack> = held
            .map(|left| HeldBack { file: left.place.file.to_string(), reason: left.reason.to_string() })
            .collect();
        Some(Self {
            issue: month.to_string(),
            number: main.number,
            as_of: now.date.to_string(),
            has_manifest: main.manifest.is_some(),
            items: updates.chain(meetings).map(item).collect(),
            no_news_from: main
                .projects
                .iter()
                .filter(|project| !sent(&project.id))
                .map(|project| project.acronym.clone())
                .collect(),
            other_months: main.left_out.len() - held.len(),
            held_back: held,
            dates: dates(main, now.date),
            open_actions: open_actions(main, now.date),
            common_ground: words.map(|words| common_ground(main, words)).unwrap_or_default(),
            translations: translations(editions),
            accepted: cluster
                .config
                .accept
                .iter()
                .map(|one| AcceptedState {
                    rule: one.rule.clone(),
                    file: one.file.clone(),
                    reason: one.reason.clone(),
                })
                .collect(),
            needs: vec![],
            sent: vec![],
        })
    }

    /// Adds what the checks found, told once a rule.
    pub fn add_needs(&mut self, findings: &Diagnostics, texts: &Texts) {
        let need = |((severity, rule), found): ((Severity, &'static str), Vec<&Diagnostic>)| Need {
            severity: severity.word(),
            rule: rule.to_string(),
            count: found.len(),
            message: found.first().map(|finding| finding.message.clone()).unwrap_or_default(),
            places: found.iter().filter(|one| one.place.is_some()).map(|one| location(one, texts)).collect(),
        };
        self.needs = findings.by_rule().into_iter().map(need).collect();
    }
}

/// What is to be done by when.
fn dates(issue: &Issue<'_>, today: Date) -> Vec<DueState> {
    let due = |date: Date, what: String| DueState { date: date.to_string(), what, overdue: date < today };
    let manifest = issue.manifest.into_iter();
    let contributions = manifest.clone().filter_map(|manifest| manifest.contributions_due);
    let contributions = contributions.map(|date| due(date, "the partners' news".into()));
    let publish = manifest.filter_map(|manifest| manifest.publish_after);
    let publish = publish.map(|moment| due(AsOf::at(moment.0).date, "not to be sent before".into()));
    let actions = issue.actions.iter().filter(|state| state.is_open()).filter_map(|state| {
        let owners: Vec<String> =
            state.action.owners.iter().map(|(name, _)| issue.cluster.display(name)).collect();
        Some(due(state.action.due?, format!("{}: {}", owners.join(", "), state.text)))
    });
    let mut all: Vec<DueState> = contributions.chain(publish).chain(actions).collect();
    all.sort();
    all
}

/// Open actions with their owners and ages.
fn open_actions(issue: &Issue<'_>, today: Date) -> Vec<OpenAction> {
    // Whoever prepares the issue sees those of the consortium, too.
    let all: Vec<_> = issue
        .cluster
        .meetings
        .iter()
        .filter(|meeting| !meeting.is_translation && meeting.stage == UpdateStatus::Approved)
        .collect();
    let states = super::states(&all, issue.period.1);
    let open = states.iter().filter(|state| state.is_open());
    open.map(|state| OpenAction {
        id: state.id.to_string(),
        owners: state.action.owners.iter().map(|(name, _)| issue.cluster.display(name)).collect(),
        text: state.text.to_string(),
        days: (today - state.opened_at.date).get_days(),
        due: state.action.due.map(|due| due.to_string()),
        overdue: state.action.due.is_some_and(|due| due < today),
    })
    .collect()
}

/// Projects with much in common and nothing done together, to be decided by a person.
fn common_ground(issue: &Issue<'_>, words: &Words) -> Vec<CommonGround> {
    let pair = |pair: &super::Pair<'_>| CommonGround {
        first: pair.first.acronym.clone(),
        second: pair.second.acronym.clone(),
        shared: shared_words(&pair.shared, words),
        to_decide: format!(
            "- {{from: {}, to: {}, topic: \"…\", status: planned}}",
            pair.first.id, pair.second.id
        ),
    };
    suggestions(issue).iter().map(pair).collect()
}

/// How much of each edition is in its language.
fn translations(editions: &[Issue<'_>]) -> Vec<Translations> {
    let count = |edition: &Issue<'_>| {
        let (done, all) = translated(edition);
        Translations { language: edition.language.as_str().to_string(), done, all }
    };
    editions.iter().map(count).collect()
}
