//! The types of an assembled issue.

use super::actions::ActionState;
use super::left_out::LeftOut;
use super::{AsOf, Stage};
use crate::markdown::Document;
use crate::model::{
    Channel, Cluster, Dissemination, Event, Indicator, Manifest, Meeting, Project, ReportOptions, Update,
};
use crate::sources::Sources;
use crate::value::{Date, Decimal, Id, Language, Localised, Month};
use crate::words::Words;

/// An item with the outputs that it may appear in.
#[derive(Debug, Clone)]
pub struct Selected<'a, T> {
    /// The item.
    pub item: &'a T,
    /// Where it may appear.
    pub channels: Vec<Channel>,
    /// Whose yes it waits for; nobody's in a final build, which holds it back until then.
    pub waiting: Vec<String>,
}

/// A text of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The text.
    pub text: String,
    /// Its language, where that is not the edition's.
    pub language: Option<Language>,
}

/// What an issue covers: a month, or more for a report over a period, of all projects or of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The first month.
    pub from: Month,
    /// The last month, by which the issue is called.
    pub to: Month,
    /// The one project that it is about.
    pub project: Option<Id>,
}

impl Scope {
    /// One month of all projects.
    pub fn month(month: Month) -> Self {
        Self { from: month, to: month, project: None }
    }

    /// Whether it is one month's issue, and not a report over a period.
    pub fn is_month(&self) -> bool {
        self.from == self.to && self.project.is_none()
    }
}

/// One number of the newsletter with its report, in one language; not checked yet.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    /// The files that it was made of.
    pub sources: &'a Sources,
    /// Everything that the cluster's folder says.
    pub cluster: &'a Cluster,
    /// Its month; of a report over a period the last one.
    pub month: Month,
    /// What it covers.
    pub scope: Scope,
    /// Its number, from 1.
    pub number: u32,
    /// Its first and last day.
    pub period: (Date, Date),
    /// Its manifest, if there is one.
    pub manifest: Option<&'a Manifest>,
    /// The language of this edition.
    pub language: Language,
    /// The languages of all its editions.
    pub editions: Vec<Language>,
    /// The moment that ages and embargoes are counted from.
    pub as_of: AsOf,
    /// Whether it may go out.
    pub stage: Stage,
    /// Its news, the lead first.
    pub updates: Vec<Selected<'a, Update>>,
    /// The meetings of its period.
    pub meetings: Vec<Selected<'a, Meeting>>,
    /// Events of its period and to come, by day.
    pub events: Vec<&'a Event>,
    /// Actions of all public meetings up to its last day that were open in its period.
    pub actions: Vec<ActionState<'a>>,
    /// The same of public meetings alone, in their public words.
    pub public_actions: Vec<ActionState<'a>>,
    /// The projects that it speaks of, by acronym.
    pub projects: Vec<&'a Project>,
    /// What is not in it, and why.
    pub left_out: Vec<LeftOut>,
}

impl<'a> Issue<'a> {
    /// What is to be said of an event beside its day and place: who organises it, until when to register, and of the
    /// people as many as the report wants: those who came, or else who are expected.
    pub fn about_event(&self, event: &Event, words: &Words, people: bool) -> Vec<String> {
        let mut parts = Vec::new();
        let organisers: Vec<String> =
            event.organisers.iter().map(|name| words.named(self.cluster.display(name))).collect();
        if !organisers.is_empty() {
            let who = words.list(&organisers);
            parts.push(words.with("event-organised", &[("who", who.into())]));
        }
        if let Some(date) = event.registration_deadline.filter(|date| *date >= self.as_of.date) {
            parts.push(words.with("event-register", &[("date", words.date(date).into())]));
        }
        let number = |count: u32| words.number(&Decimal::whole(count));
        match (event.attended, event.expected) {
            (Some(count), _) if people => {
                parts.push(words.with("event-attended", &[("count", number(count).into())]));
            }
            (None, Some(count)) if people => {
                parts.push(words.with("event-expected", &[("count", number(count).into())]));
            }
            _ => {}
        }
        parts
    }

    /// Whose yes a text waits for, as it is marked in a draft.
    pub fn waits_for(&self, update: &Update) -> Option<String> {
        let selected = self.updates.iter().find(|one| one.item.origin.file == update.origin.file)?;
        (!selected.waiting.is_empty()).then(|| selected.waiting.join(", "))
    }

    /// The updates for an output.
    pub fn updates(&self, channel: Channel) -> impl Iterator<Item = &'a Update> {
        select(&self.updates, channel)
    }

    /// The meetings for an output.
    pub fn meetings(&self, channel: Channel) -> impl Iterator<Item = &'a Meeting> {
        select(&self.meetings, channel)
    }

    /// The indicators of the issue: of one project's report its own. The one that
    /// nobody wrote, of what was sent, once it has a value.
    pub fn indicators(&self) -> impl Iterator<Item = &'a Indicator> + use<'a, '_> {
        let only = self.scope.project.as_ref();
        let last = self.period.1;
        let own = move |indicator: &&Indicator| {
            let written = indicator.defined || indicator.value(last).is_some();
            written && only.is_none_or(|only| indicator.project.as_ref() == Some(only))
        };
        self.cluster.indicators.iter().filter(own)
    }

    /// What the manifest says of the report. A report over a period has the cover sheet and the
    /// portal's table that its last month's manifest asks for.
    pub fn options(&self) -> ReportOptions {
        let last = || self.cluster.issues.get(&self.scope.to).map(|manifest| &manifest.report);
        match (self.manifest, self.scope.is_month()) {
            (Some(manifest), _) => manifest.report.clone(),
            (None, true) => ReportOptions::default(),
            (None, false) => ReportOptions {
                cover: last().and_then(|report| report.cover.clone()),
                portal: last().is_some_and(|report| report.portal),
                ..ReportOptions::default()
            },
        }
    }

    /// A meeting's minutes as the report prints them: in full where the manifest asks for it, else
    /// their first paragraph.
    pub fn minutes(&self, meeting: &Meeting) -> Document {
        match self.options().minutes {
            true => meeting.body.clone(),
            false => meeting.body.opening(),
        }
    }

    /// Whether the report is for the partners and the funder only.
    pub fn is_sensitive(&self) -> bool {
        self.options().dissemination == Dissemination::Sensitive
    }

    /// The mail's subject without a draft's mark.
    pub fn subject(&self) -> Spoken {
        let written = self.manifest.and_then(|manifest| manifest.subject.as_ref());
        let lead = || self.updates(Channel::Newsletter).next();
        match (written, lead()) {
            (Some(subject), _) => self.spoken(subject),
            (None, Some(lead)) => self.said(&lead.title, &lead.language),
            (None, None) => {
                let name = self.name();
                Spoken { text: format!("{}, {}", name.text, self.month), ..name }
            }
        }
    }

    /// The cluster's name.
    pub fn name(&self) -> Spoken {
        self.spoken(&self.cluster.config.name)
    }

    /// A text in the edition's language, or else marked with the one that it is in.
    pub fn spoken(&self, text: &Localised) -> Spoken {
        let (language, text) = text.in_language(&self.language);
        self.said(text, language)
    }

    /// A text marked with its language where that is not the edition's.
    pub fn said(&self, text: &str, language: &Language) -> Spoken {
        Spoken { text: text.to_string(), language: self.marked(language) }
    }

    /// A language that has to be marked in this edition.
    pub fn marked(&self, language: &Language) -> Option<Language> {
        (language.primary() != self.language.primary()).then(|| language.clone())
    }
}

/// The items that may appear in an output.
fn select<'a, T>(items: &[Selected<'a, T>], channel: Channel) -> impl Iterator<Item = &'a T> {
    items.iter().filter(move |item| item.channels.contains(&channel)).map(|item| item.item)
}
