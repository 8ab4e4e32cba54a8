//! A meeting: who met, what was said, decided and promised.

use serde::Deserialize;

use super::minutes::{self, Entry};
use super::project::{Projects, projects_of};
use super::update::{name, title};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::{self, Document};
use crate::sources::{Field, List, Origin, Reader, fields_of};
use crate::value::{Date, Id, Language, Parse, When, choices};

choices! {
    /// How people met.
    Mode ("mode") {
        /// Online.
        Online = "online",
        /// In one place.
        InPerson = "in-person",
        /// Both.
        Hybrid = "hybrid",
    }
}

choices! {
    /// Whether somebody who was asked took part.
    Presence ("status") {
        /// Was there.
        Present = "present",
        /// Could not come and said so.
        Regrets = "regrets",
        /// Was not there.
        Absent = "absent",
    }
}

choices! {
    /// Who may read about a meeting.
    Confidentiality ("confidentiality") {
        /// Everybody.
        Public = "public",
        /// The partners.
        Consortium = "consortium",
    }
}

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

/// Who took part.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// A project's id.
    pub project: Option<Id>,
    /// An organisation's id or name.
    pub org: Option<String>,
    /// Persons' ids.
    pub people: Vec<String>,
    /// How many people.
    pub count: Option<u32>,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its id: the file's name.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Its day: the file's name.
    pub date: Date,
    /// Its title: the first heading.
    pub title: String,
    /// The minutes without title, actions and decisions.
    pub body: Document,
    /// Their language.
    pub language: Language,
    /// Whether they translate another's: the words are their own, all else is the original's.
    pub is_translation: bool,
    /// Who hosted it: an organisation's id or name.
    pub host: String,
    /// Who called for it: a project's or organisation's id or name.
    pub organiser: Option<String>,
    /// How people met.
    pub mode: Option<Mode>,
    /// Where they met.
    pub place: Option<String>,
    /// When it began.
    pub starts: Option<When>,
    /// When it ended.
    pub ends: Option<When>,
    /// Who took part.
    pub attendance: Vec<Attendance>,
    /// Projects that sent regrets.
    pub regrets: Vec<Id>,
    /// How many people took part in all.
    pub attendance_total: Option<u32>,
    /// What was to be spoken of.
    pub agenda: Vec<String>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// The language of that.
    pub decisions_language: Language,
    /// What was promised.
    pub actions: Vec<Action>,
    /// When the next one is.
    pub next: Option<When>,
    /// Who may read about it.
    pub confidentiality: Confidentiality,
}

/// A meeting's front matter as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Meeting`
struct Raw {
    host: Option<Field<String>>,
    present: Option<List<String>>,
    attendance: Vec<RawAttendance>,
    starts: Option<Field<When>>,
    ends: Option<Field<When>>,
    mode: Option<Field<Mode>>,
    place: Option<Field<String>>,
    organiser: Option<Field<String>>,
    regrets: Option<List<String>>,
    attendance_total: Option<Field<u32>>,
    agenda: Option<List<String>>,
    decisions: Vec<RawDecision>,
    actions: Vec<RawAction>,
    next: Option<Field<When>>,
    confidentiality: Option<Field<Confidentiality>>,
    accepted: Option<List<String>>,
}

/// One row of attendance as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Attendance`
struct RawAttendance {
    project: Option<Field<Id>>,
    org: Option<Field<String>>,
    people: Option<List<String>>,
    count: Option<Field<u32>>,
    status: Option<Field<Presence>>,
}

/// A decision in the front matter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Decision`
struct RawDecision {
    id: Option<Field<Id>>,
    text: Option<Field<String>>,
}

/// An action in the front matter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Action`
struct RawAction {
    id: Option<Field<Id>>,
    text: Option<Field<String>>,
    owner: Option<List<String>>,
    due: Option<Field<Date>>,
    status: Option<Field<ActionStatus>>,
    closed_on: Option<Field<Date>>,
    follows: Option<Field<Id>>,
}

impl Meeting {
    /// Reads a meeting from its file; `None` if something required stops it. One that translates
    /// another need not say again who met.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        default: &Language,
        translates: bool,
        projects: &Projects,
        is_owner: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        let known = [
            ("", fields_of::<Raw>()),
            ("attendance[]", fields_of::<RawAttendance>()),
            ("actions[]", fields_of::<RawAction>()),
            ("decisions[]", fields_of::<RawDecision>()),
        ];
        let mut raw: Raw = reader.document(&known)?;
        let (id, language) = name(reader, default);
        let date = date(reader);
        let host = match translates {
            true => reader.optional(raw.host.take(), "host"),
            false => reader.required(raw.host.take(), "host", "AISFOR"),
        };
        // What stands there is read where the lint of pasted text needs it.
        let _ = reader.list(raw.accepted.take(), "accepted");
        let named = raw.present.is_some() || !raw.attendance.is_empty();
        let (attendance, mut regrets) = attendance(reader, &mut raw, projects);
        regrets.extend(projects_of(reader, raw.regrets.take(), "regrets", projects));
        if attendance.is_empty() && !named && !translates {
            reader.missing("present", "[recet, in-plan]");
        }
        let input = markdown::Input {
            path: &reader.file.path,
            text: &reader.file.text,
            start: reader.file.body,
            language: Some(&language),
        };
        let mut body = markdown::parse(&input, reader.findings);
        let title = title(reader, &mut body);
        let lists = minutes::take(&mut body, reader.file, is_owner, reader.findings);
        body.relevel();
        let mut actions = yaml_actions(reader, std::mem::take(&mut raw.actions), &id);
        actions.extend(lists.actions.into_iter().enumerate().map(|(i, entry)| action(reader, &id, i, entry)));
        let mut decisions = yaml_decisions(reader, std::mem::take(&mut raw.decisions), &id);
        decisions.extend(lists.decisions.into_iter().enumerate().map(|(i, entry)| Decision {
            id: written_id(reader, &entry).unwrap_or_else(|| id.with(format_args!("d{}", i + 1))),
            origin: Origin::text(reader.file, entry.range),
            text: entry.text,
        }));
        let starts = local(reader.optional(raw.starts, "starts"), date?);
        Some(Self {
            origin: reader.origin(),
            date: date?,
            title: title.unwrap_or_default(),
            body,
            decisions_language: language.clone(),
            language,
            is_translation: false,
            organiser: reader.optional(raw.organiser, "organiser"),
            mode: reader.optional(raw.mode, "mode"),
            place: reader.optional(raw.place, "place"),
            starts,
            ends: reader.optional(raw.ends, "ends"),
            attendance,
            regrets,
            attendance_total: reader.optional(raw.attendance_total, "attendance_total"),
            agenda: reader.list(raw.agenda, "agenda"),
            decisions,
            actions,
            next: reader.optional(raw.next, "next"),
            confidentiality: reader
                .guarding(raw.confidentiality, "confidentiality")
                .unwrap_or(Confidentiality::Public),
            host: host.unwrap_or_default(),
            id,
        })
    }

    /// The projects that took part, in the order written.
    pub fn projects(&self) -> impl Iterator<Item = &Id> {
        self.attendance.iter().filter_map(|row| row.project.as_ref())
    }
}

/// A start that is a day only is the meeting's day.
fn local(starts: Option<When>, date: Date) -> Option<When> {
    starts.filter(|starts| *starts != When::Day(date))
}

/// The day at the start of the file's name.
fn date(reader: &mut Reader<'_>) -> Option<Date> {
    let stem = reader.file.stem();
    let day = stem.get(..10).unwrap_or(stem);
    match Date::parse(day) {
        Ok(date) => Some(date),
        Err(_) if day.split('-').all(|part| part.parse::<u32>().is_ok()) && day.len() == 10 => {
            reader.findings.push(
                Diagnostic::fatal("file-name", format!("the file's name: there is no day {day}"))
                    .at(Place::file(reader.file.path.clone()))
                    .hint("name it such as `2024-04-08-synergy-call.md`"),
            );
            None
        }
        Err(_) => {
            reader.findings.push(
                Diagnostic::fatal("file-name", "the file's name does not start with the meeting's day")
                    .at(Place::file(reader.file.path.clone()))
                    .hint("name it such as `2024-04-08-synergy-call.md`"),
            );
            None
        }
    }
}

/// The rows of attendance, of `present` and of `attendance`.
fn attendance(reader: &mut Reader<'_>, raw: &mut Raw, projects: &Projects) -> (Vec<Attendance>, Vec<Id>) {
    let mut regrets = Vec::new();
    let present = projects_of(reader, raw.present.take(), "present", projects).into_iter();
    let mut rows: Vec<_> = present
        .map(|project| Attendance { project: Some(project), org: None, people: vec![], count: None })
        .collect();
    for (i, row) in std::mem::take(&mut raw.attendance).into_iter().enumerate() {
        let mut at = reader.below(&format!("attendance[{i}]"));
        let status = at.guarding(row.status, "status");
        let parsed = Attendance {
            project: at.optional(row.project, "project"),
            org: at.optional(row.org, "org"),
            people: at.list(row.people, "people"),
            count: at.optional(row.count, "count"),
        };
        match status.unwrap_or(Presence::Present) {
            Presence::Present => rows.push(parsed),
            Presence::Regrets => regrets.extend(parsed.project),
            Presence::Absent => {}
        }
    }
    (rows, regrets)
}

/// The actions of the front matter.
fn yaml_actions(reader: &mut Reader<'_>, raw: Vec<RawAction>, meeting: &Id) -> Vec<Action> {
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
fn yaml_decisions(reader: &mut Reader<'_>, raw: Vec<RawDecision>, meeting: &Id) -> Vec<Decision> {
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
fn action(reader: &mut Reader<'_>, meeting: &Id, index: usize, entry: Entry) -> Action {
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
fn written_id(reader: &mut Reader<'_>, entry: &Entry) -> Option<Id> {
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
