//! What a meeting agreed on: decisions and actions.

use super::minutes::Entry;
use crate::diagnostic::{Diagnostic, Place};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Id, Parse, choices};
use schemars::JsonSchema;
use serde::Deserialize;

choices! {
    /// How far an action is.
    ActionStatus ("status") {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// No longer wanted.
        Dropped = "dropped",
    }
}

/// Something that somebody promised to do.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its id: the meeting's with its position, or as written.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Who acts: projects', organisations' or persons' ids or names, each with its place.
    pub owners: Vec<(String, Place)>,
    /// What is to be done.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is.
    pub status: ActionStatus,
    /// When it was closed, if that was written.
    pub closed_on: Option<Date>,
    /// The id of the action that it carries over.
    pub follows: Option<Id>,
    /// Whether its id was written, so that it carries an earlier action over or may be carried.
    pub written_id: bool,
}

/// Something that was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id: the meeting's with its position, or as written.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// What was decided.
    pub text: String,
}

/// A decision, where it does not stand in the minutes' list.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawDecision {
    /// Its id.
    pub(super) id: Option<Field<Id>>,
    /// What was decided.
    pub(super) text: Option<Field<String>>,
}

/// An action, where it does not stand in the minutes' list.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawAction {
    /// Its id.
    pub(super) id: Option<Field<Id>>,
    /// What is to be done.
    pub(super) text: Option<Field<String>>,
    /// Who does it: projects, organisations or persons.
    pub(super) owner: Option<List<String>>,
    /// Until when.
    pub(super) due: Option<Field<Date>>,
    /// How far it is.
    pub(super) status: Option<Field<ActionStatus>>,
    /// The day on which it was closed.
    pub(super) closed_on: Option<Field<Date>>,
    /// The action that it goes on with.
    pub(super) follows: Option<Field<Id>>,
}

/// The actions of the front matter.
pub(super) fn yaml_actions(reader: &mut Reader<'_>, raw: Vec<RawAction>, meeting: &Id) -> Vec<Action> {
    let mut actions = Vec::new();
    for (i, raw) in raw.into_iter().enumerate() {
        let mut at = reader.below(&format!("actions[{i}]"));
        let id = at.optional(raw.id, "id");
        let owners = at.list(raw.owner, "owner");
        let owners = owners
            .iter()
            .enumerate()
            .map(|(n, owner)| (owner.clone(), at.place(&format!("owner[{n}]"))))
            .collect();
        let due = at.optional(raw.due, "due");
        let status = at.optional(raw.status, "status").unwrap_or(ActionStatus::Open);
        let closed_on = at.optional(raw.closed_on, "closed_on");
        let follows = at.optional(raw.follows, "follows");
        let origin = at.origin();
        if let Some(text) = at.required(raw.text, "text", "\"what is to be done\"") {
            let written_id = id.is_some();
            let id = id.unwrap_or_else(|| meeting.with(format_args!("y{}", i + 1)));
            actions.push(Action { id, origin, owners, text, due, status, closed_on, follows, written_id });
        }
    }
    actions
}

/// The decisions of the front matter.
pub(super) fn yaml_decisions(reader: &mut Reader<'_>, raw: Vec<RawDecision>, meeting: &Id) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for (i, raw) in raw.into_iter().enumerate() {
        let mut at = reader.below(&format!("decisions[{i}]"));
        let id = at.optional(raw.id, "id").unwrap_or_else(|| meeting.with(format_args!("yd{}", i + 1)));
        let origin = at.origin();
        if let Some(text) = at.required(raw.text, "text", "\"what was decided\"") {
            decisions.push(Decision { id, origin, text });
        }
    }
    decisions
}

/// An action of the minutes' list.
pub(super) fn action(reader: &mut Reader<'_>, meeting: &Id, index: usize, entry: Entry) -> Action {
    let written = written_id(reader, &entry);
    let file = reader.file.path.clone();
    Action {
        written_id: written.is_some(),
        id: written.unwrap_or_else(|| meeting.with(index + 1)),
        origin: Origin::text(reader.file, entry.range),
        owners: entry
            .owners
            .into_iter()
            .map(|(name, range)| (name, Place::new(file.clone(), range)))
            .collect(),
        text: entry.text,
        due: entry.due,
        status: match (entry.done, entry.dropped) {
            (true, _) => ActionStatus::Done,
            (false, true) => ActionStatus::Dropped,
            (false, false) => ActionStatus::Open,
        },
        closed_on: None,
        follows: None,
    }
}

/// The id that an entry was given as `{#id}`.
pub(super) fn written_id(reader: &mut Reader<'_>, entry: &Entry) -> Option<Id> {
    let written = entry.id.as_ref()?;
    match Id::parse(written) {
        Ok(id) => Some(id),
        Err(complaint) => {
            reader.findings.push(
                Diagnostic::error("invalid-value", complaint.message)
                    .at(Place::new(reader.file.path.clone(), entry.range.clone()))
                    .hint(complaint.hint),
            );
            None
        }
    }
}
