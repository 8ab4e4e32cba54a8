//! Which items belong in an issue; every other one is listed with the reason why not.

use std::collections::BTreeMap;
use std::fmt;

use super::actions::{ActionState, states};
use super::{AsOf, Stage};
use crate::diagnostic::Place;
use crate::markdown::Document;
use crate::model::{
    Channel, Cluster, Confidentiality, Dissemination, Event, EventStatus, Indicator, Manifest, Meeting,
    Project, ReportOptions, Update,
};
use crate::sources::Sources;
use crate::value::{Date, Id, Language, Localised, Month};

/// Why an item is not in the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It belongs to another month.
    OtherMonth(Month),
    /// It is about other projects than the report's.
    OtherProject,
    /// It is in a language of which there is no edition.
    OtherLanguage(Language),
    /// It is still being written or read.
    Unfinished(&'static str),
    /// It was taken back.
    Withdrawn,
    /// It may not be published yet.
    Embargo(jiff::Timestamp),
    /// It may no longer be published.
    Expired(Date),
    /// It is for the partners only.
    Internal,
    /// These have not approved it.
    Unapproved(Vec<String>),
}

impl Reason {
    /// Whether the item is held back from this issue, not merely part of another.
    pub fn is_held_back(&self) -> bool {
        !matches!(self, Self::OtherMonth(_) | Self::OtherProject)
    }
}

impl fmt::Display for Reason {
    /// The reason, with what to do where something can be done.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherMonth(month) => write!(f, "belongs to {month}"),
            Self::OtherProject => f.write_str("about other projects"),
            Self::OtherLanguage(language) => write!(f, "there is no edition in `{}`", language.as_str()),
            Self::Unfinished(status) => write!(f, "its status is `{status}`; `approved` lets it in"),
            Self::Withdrawn => f.write_str("withdrawn"),
            Self::Embargo(until) => write!(f, "under embargo until {until}"),
            Self::Expired(date) => write!(f, "expired on {date}"),
            Self::Internal => f.write_str("for the partners only"),
            Self::Unapproved(missing) => write!(f, "not approved by {}", missing.join(", ")),
        }
    }
}

/// An item that is not in the issue.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// Where it was written.
    pub place: Place,
    /// Why it is not in.
    pub reason: Reason,
}

/// An item with the outputs that it may appear in.
#[derive(Debug, Clone)]
pub struct Selected<'a, T> {
    /// The item.
    pub item: &'a T,
    /// Where it may appear.
    pub channels: Vec<Channel>,
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

/// The newest month that has a manifest, news or a meeting.
pub fn newest(cluster: &Cluster) -> Option<Month> {
    let manifests = cluster.issues.keys().copied();
    let updates = cluster.updates.iter().map(|update| update.month);
    let meetings = cluster.meetings.iter().map(|meeting| Month::of(meeting.date));
    manifests.chain(updates).chain(meetings).max()
}

/// The languages of an issue's editions, each once: the manifest's, else the configuration's, else
/// the default one.
pub fn editions(cluster: &Cluster, month: Month) -> Vec<Language> {
    let manifest = cluster.issues.get(&month).map(|manifest| &manifest.languages);
    let chosen = manifest.filter(|languages| !languages.is_empty()).unwrap_or(&cluster.config.languages);
    let mut editions: Vec<Language> = Vec::new();
    for language in chosen {
        if !editions.contains(language) {
            editions.push(language.clone());
        }
    }
    if editions.is_empty() {
        editions.push(cluster.config.language.clone());
    }
    editions
}

/// Puts an edition of an issue together: pure, of the sources, the month, the language and the
/// moment.
pub fn assemble<'a>(
    sources: &'a Sources,
    cluster: &'a Cluster,
    month: Month,
    language: &Language,
    as_of: Option<AsOf>,
    stage: Stage,
) -> Issue<'a> {
    assemble_scope(sources, cluster, Scope::month(month), language, as_of, stage)
}

/// Puts together what belongs in a report over any period, of all projects or of one.
pub fn assemble_scope<'a>(
    sources: &'a Sources,
    cluster: &'a Cluster,
    scope: Scope,
    language: &Language,
    as_of: Option<AsOf>,
    stage: Stage,
) -> Issue<'a> {
    let month = scope.to;
    let manifest = cluster.issues.get(&month).filter(|_| scope.is_month());
    let period = manifest
        .and_then(|manifest| manifest.period)
        .unwrap_or_else(|| (scope.from.first(), scope.to.last()));
    let as_of = as_of.unwrap_or_else(|| AsOf::end_of(period.1));
    let mut left_out = Vec::new();
    let editions = editions(cluster, month);
    let select = Select {
        sources,
        scope: &scope,
        period,
        manifest,
        issues: &cluster.issues,
        as_of,
        language,
        editions: &editions,
    };
    let mut updates = select.updates(&cluster.updates, &mut left_out);
    lead_first(&mut updates, manifest);
    let meetings = select.meetings(&cluster.meetings, &mut left_out);
    let is_public = |meeting: &&Meeting| meeting.confidentiality == Confidentiality::Public;
    let all: Vec<&Meeting> = cluster.meetings.iter().filter(|meeting| !meeting.is_translation).collect();
    let public: Vec<&Meeting> = all.iter().copied().filter(is_public).collect();
    let current = |meetings: &[&'a Meeting]| -> Vec<ActionState<'a>> {
        let states = states(meetings, period.1).into_iter();
        let current = states.filter(|state| state.closed.is_none_or(|closed| closed >= period.0));
        current.map(|state| state.in_words_of(&cluster.meetings, language)).collect()
    };
    let public_actions = current(&public);
    let actions = if select.sensitive() { current(&all) } else { public_actions.clone() };
    let own = |state: &ActionState<'_>| {
        let owners = state.action.owners.iter().filter_map(|(name, _)| cluster.project(name));
        scope.project.as_ref().is_none_or(|project| owners.clone().any(|owner| owner.id == *project))
    };
    let (mut actions, mut public_actions) = (actions, public_actions);
    actions.retain(own);
    public_actions.retain(own);
    // One project's report speaks of others only where it prints what they did with it.
    let printed: Vec<&Id> = updates.iter().flat_map(|selected| &selected.item.projects).collect();
    let speaks_of = |project: &&Project| match &scope.project {
        Some(only) => project.id == *only || printed.contains(&&project.id),
        None => true,
    };
    let mut projects: Vec<&Project> = cluster.projects.values().filter(speaks_of).collect();
    projects.sort_by_key(|project| (project.acronym.to_lowercase(), project.id.clone()));
    let mut events = events(cluster, period);
    events.retain(|event| scope.project.as_ref().is_none_or(|project| event.projects.contains(project)));
    Issue {
        sources,
        cluster,
        month,
        scope,
        number: number(cluster, month, manifest),
        period,
        manifest,
        language: language.clone(),
        editions,
        as_of,
        stage,
        updates,
        meetings,
        events,
        actions,
        public_actions,
        projects,
        left_out,
    }
}

/// The issue's number: as written, or one more than the last one's.
fn number(cluster: &Cluster, month: Month, manifest: Option<&Manifest>) -> u32 {
    let mut number = 0;
    for (_, earlier) in cluster.issues.range(..month) {
        number = earlier.number.unwrap_or(number + 1);
    }
    manifest.and_then(|manifest| manifest.number).unwrap_or(number + 1)
}

/// The lead first, then by priority, day and id.
fn lead_first(updates: &mut [Selected<'_, Update>], manifest: Option<&Manifest>) {
    let lead: Option<&Id> = manifest.and_then(|manifest| manifest.lead.as_ref());
    updates.sort_by_key(|selected| {
        let update = selected.item;
        let later_first = std::cmp::Reverse(update.priority);
        (Some(&update.id) != lead, later_first, update.date, update.id.clone())
    });
}

/// Events of the period and to come, by their start; those called off only if of the period.
fn events(cluster: &Cluster, period: (Date, Date)) -> Vec<&Event> {
    let mut events: Vec<&Event> = cluster
        .events
        .iter()
        .filter(|event| {
            let last = event.ends.unwrap_or(event.starts).date();
            let to_come = event.starts.date() > period.1;
            let off = matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed);
            last >= period.0 && !(to_come && off)
        })
        .collect();
    events.sort_by_key(|event| (event.starts.key(), event.title.clone()));
    events
}

/// What decides over an item.
struct Select<'a> {
    /// The files, for places.
    sources: &'a Sources,
    /// What the issue covers.
    scope: &'a Scope,
    /// The issue's first and last day.
    period: (Date, Date),
    /// Its manifest.
    manifest: Option<&'a Manifest>,
    /// The manifests of all months.
    issues: &'a BTreeMap<Month, Manifest>,
    /// The moment that embargoes are held against.
    as_of: AsOf,
    /// The edition's language.
    language: &'a Language,
    /// The languages of all editions.
    editions: &'a [Language],
}

impl Select<'_> {
    /// Whether partners and the funder alone read the report.
    fn sensitive(&self) -> bool {
        self.manifest.is_some_and(|manifest| manifest.report.dissemination == Dissemination::Sensitive)
    }

    /// The updates that are in.
    fn updates<'u>(&self, all: &'u [Update], left_out: &mut Vec<LeftOut>) -> Vec<Selected<'u, Update>> {
        let mut selected = Vec::new();
        let mut leave = |update: &Update, reason| {
            left_out.push(LeftOut { place: self.sources.place(&update.origin, ""), reason });
        };
        for update in all {
            match (update.is_translation, self.update(update)) {
                (false, Ok(channels)) => {
                    let own = all.iter().find(|own| self.translates(own, update));
                    let own = own.and_then(|own| Some((own, self.update(own).ok()?)));
                    let mut rest = channels;
                    if let Some((own, channels)) = own {
                        // Where the translation does not appear, the original does.
                        rest.retain(|channel| !channels.contains(channel));
                        selected.push(Selected { item: own, channels });
                    }
                    if !rest.is_empty() {
                        selected.push(Selected { item: update, channels: rest });
                    }
                }
                (true, Ok(_)) if !self.editions.contains(&update.language) => {
                    leave(update, Reason::OtherLanguage(update.language.clone()));
                }
                (true, Ok(_)) => {}
                (_, Err(reason)) => leave(update, reason),
            }
        }
        selected
    }

    /// Whether an update is another's translation into the edition's language.
    fn translates(&self, update: &Update, original: &Update) -> bool {
        update.is_translation
            && update.language == *self.language
            && (update.month, &update.id) == (original.month, &original.id)
    }

    /// Where an update may appear, or why it may not.
    fn update(&self, update: &Update) -> Result<Vec<Channel>, Reason> {
        use crate::model::Stage as Status;
        if update.month < self.scope.from || update.month > self.scope.to {
            return Err(Reason::OtherMonth(update.month));
        }
        if self.scope.project.as_ref().is_some_and(|project| !update.projects.contains(project)) {
            return Err(Reason::OtherProject);
        }
        match update.stage {
            Status::Withdrawn => return Err(Reason::Withdrawn),
            Status::Draft | Status::Review => return Err(Reason::Unfinished(update.stage.word())),
            Status::Approved => {}
        }
        if let Some(until) = update.embargo_until.filter(|until| until.0 > self.as_of.stamp) {
            return Err(Reason::Embargo(until.0));
        }
        if let Some(expires) = update.expires.filter(|expires| *expires < self.as_of.date) {
            return Err(Reason::Expired(expires));
        }
        let missing = missing_approvals(update, self.issues.get(&update.month));
        if !missing.is_empty() {
            return Err(Reason::Unapproved(missing));
        }
        match (update.audience.contains(&Channel::Internal), self.sensitive()) {
            (true, false) => Err(Reason::Internal),
            (true, true) => Ok(vec![Channel::Report]),
            (false, _) => Ok(update.audience.clone()),
        }
    }

    /// The meetings that are in.
    fn meetings<'m>(&self, all: &'m [Meeting], left_out: &mut Vec<LeftOut>) -> Vec<Selected<'m, Meeting>> {
        let mut selected = Vec::new();
        for meeting in all {
            let translation =
                |own: &&Meeting| own.is_translation && own.language == *self.language && own.id == meeting.id;
            match self.meeting(meeting) {
                Ok(_) if meeting.is_translation => {
                    if !self.editions.contains(&meeting.language) {
                        let reason = Reason::OtherLanguage(meeting.language.clone());
                        left_out.push(LeftOut { place: self.sources.place(&meeting.origin, ""), reason });
                    }
                }
                Ok(channels) => {
                    let own = all.iter().find(translation);
                    let words = own.and_then(|own| Some((own, self.meeting(own).ok()?)));
                    selected.push(match words {
                        Some((own, channels)) => Selected { item: own, channels },
                        None => Selected { item: meeting, channels },
                    });
                }
                Err(reason) => {
                    left_out.push(LeftOut { place: self.sources.place(&meeting.origin, ""), reason })
                }
            }
        }
        selected
    }

    /// Where a meeting may appear, or why it may not.
    fn meeting(&self, meeting: &Meeting) -> Result<Vec<Channel>, Reason> {
        if meeting.date < self.period.0 || meeting.date > self.period.1 {
            return Err(Reason::OtherMonth(Month::of(meeting.date)));
        }
        if self.scope.project.as_ref().is_some_and(|project| !meeting.projects().any(|own| own == project)) {
            return Err(Reason::OtherProject);
        }
        match (meeting.confidentiality, self.sensitive()) {
            (Confidentiality::Consortium, false) => Err(Reason::Internal),
            (Confidentiality::Consortium, true) => Ok(vec![Channel::Report]),
            (Confidentiality::Public, _) => Ok(vec![Channel::Newsletter, Channel::Report, Channel::Web]),
        }
    }
}

/// Who was asked to approve an update and has not.
pub fn missing_approvals(update: &Update, manifest: Option<&Manifest>) -> Vec<String> {
    let asked = manifest.map(|manifest| manifest.approvals_required.as_slice()).unwrap_or_default();
    let approved = |who: &String| {
        update.approvals.iter().any(|approval| approval.by.to_lowercase() == who.to_lowercase())
    };
    asked.iter().filter(|who| !approved(who)).cloned().collect()
}
