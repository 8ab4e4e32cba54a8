//! A meeting: who met, what was said, decided and promised.

use schemars::JsonSchema;
use serde::Deserialize;

use super::agreed::{
    Action, Decision, RawAction, RawDecision, action, written_id, yaml_actions, yaml_decisions,
};
use super::minutes::{self};
use super::project::{Projects, projects_of};
use super::stage::{RawTranslation, UpdateStatus};
use super::update::{name, title};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::{self, Document};
use crate::sources::{Field, List, Origin, Reader, fields_of};
use crate::value::{Date, Id, Language, Parse, Style, When, choices};

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
    /// How far a translation is.
    pub stage: UpdateStatus,
    /// Which wording of its original it translates ([`crate::sources::SourceFile::wording`]), if it says so.
    pub wording_of: Option<String>,
    /// Who hosted it: an organisation's id or name.
    pub host: String,
    /// Who called for it: a project's or organisation's id or name.
    pub organiser: Option<String>,
    /// Who led it: a project's, an organisation's or a person's id or name.
    pub chair: Option<String>,
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

/// What stands at the top of minutes: sources/meetings/DATE-NAME.md. The text below says what was spoken of; lists under the headings Decisions and Actions are read as such.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct Raw {
    /// Who hosted it: an organisation's id or name.
    host: Option<Field<String>>,
    /// The projects that took part.
    present: Option<List<String>>,
    /// Who took part, in detail.
    attendance: Vec<RawAttendance>,
    /// When it began.
    starts: Option<Field<When>>,
    /// When it ended.
    ends: Option<Field<When>>,
    /// How people met.
    mode: Option<Field<Mode>>,
    /// Where they met.
    place: Option<Field<String>>,
    /// Who called for it.
    organiser: Option<Field<String>>,
    /// Who led it.
    chair: Option<Field<String>>,
    /// The projects that sent regrets.
    regrets: Option<List<String>>,
    /// How many people took part in all.
    attendance_total: Option<Field<u32>>,
    /// What was to be spoken of.
    agenda: Option<List<String>>,
    /// Decisions, where they do not stand in the text.
    decisions: Vec<RawDecision>,
    /// Actions, where they do not stand in the text.
    actions: Vec<RawAction>,
    /// When the next meeting is.
    next: Option<Field<When>>,
    /// Who may read about it.
    confidentiality: Option<Field<Confidentiality>>,
    /// How far it is; only `approved` is printed, and what says nothing is.
    status: Option<Field<UpdateStatus>>,
    /// Where it came from; written by programs.
    provenance: Option<std::collections::BTreeMap<String, Field<String>>>,
    /// How far this translation of minutes is.
    translation: Option<RawTranslation>,
    /// Passages that rules ask about and that are meant as they are.
    accepted: Option<List<String>>,
}

/// Who took part in a meeting.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawAttendance {
    /// The project.
    project: Option<Field<Id>>,
    /// The organisation, where it is no project.
    org: Option<Field<String>>,
    /// Who they were; kept, never printed.
    people: Option<List<String>>,
    /// How many they were.
    count: Option<Field<u32>>,
    /// Whether they came.
    status: Option<Field<Presence>>,
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
            ("translation", fields_of::<RawTranslation>()),
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
            style: Some(Style::of(&language, reader.typography)),
        };
        let mut body = markdown::parse(&input, reader.findings);
        let title = title(reader, &mut body);
        let calendar = minutes::Calendar { language: language.primary(), held: date };
        let lists = minutes::take(&mut body, reader.file, is_owner, !translates, calendar, reader.findings);
        body.relevel();
        let mut actions = yaml_actions(reader, std::mem::take(&mut raw.actions), &id);
        actions.extend(lists.actions.into_iter().enumerate().map(|(i, entry)| action(reader, &id, i, entry)));
        let mut decisions = yaml_decisions(reader, std::mem::take(&mut raw.decisions), &id);
        decisions.extend(lists.decisions.into_iter().enumerate().map(|(i, entry)| Decision {
            id: written_id(reader, &entry).unwrap_or_else(|| id.with(format_args!("d{}", i + 1))),
            origin: Origin::text(reader.file, entry.range),
            text: entry.text,
        }));
        let own = reader.guarding(raw.status.take(), "status").unwrap_or(UpdateStatus::Approved);
        let (stage, wording_of) = translation(reader, raw.translation.take(), translates);
        let stage = stage.or_less_finished(own);
        let starts = local(reader.optional(raw.starts, "starts"), date?);
        Some(Self {
            origin: reader.origin(),
            date: date?,
            title: title.unwrap_or_default(),
            body,
            decisions_language: language.clone(),
            language,
            is_translation: false,
            stage,
            wording_of,
            organiser: reader.optional(raw.organiser, "organiser"),
            chair: reader.optional(raw.chair, "chair"),
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

/// How far a translation is, and of what. Minutes that translate nothing have no such thing: whoever writes
/// it there means to hold them back.
fn translation(
    reader: &mut Reader<'_>,
    raw: Option<RawTranslation>,
    translates: bool,
) -> (UpdateStatus, Option<String>) {
    let typed = raw.is_some();
    let (stage, of) = raw.unwrap_or_default().read(reader);
    if typed && !translates {
        let finding = Diagnostic::fatal("no-original", "`translation` stands in minutes that translate none");
        reader.findings.push(finding.at(reader.file.place("translation")).hint(
            "give the file its language in its name, beside the original's: `2024-04-08-synergy-call.el.md`",
        ));
    }
    (stage.unwrap_or(UpdateStatus::Approved), of)
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
