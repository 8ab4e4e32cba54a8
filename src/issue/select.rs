//! Whether an update or a meeting is in an issue, in which outputs, or what holds it back: month, status,
//! embargo, approvals, audience, confidentiality, language.

use super::content::{Scope, Selected};
use super::left_out::{LeftOut, Reason};
use super::{AsOf, Stage};
use crate::model::{Approval, Channel, Cluster, Confidentiality, Dissemination, Manifest, Meeting, Update};
use crate::sources::Sources;
use crate::value::{Date, Language, Month};
use std::collections::BTreeMap;

/// What decides over an item.
pub(super) struct Select<'a> {
    /// The files, for places.
    pub(super) sources: &'a Sources,
    /// What the issue covers.
    pub(super) scope: &'a Scope,
    /// The issue's first and last day.
    pub(super) period: (Date, Date),
    pub(super) manifest: Option<&'a Manifest>,
    /// The manifests of all months.
    pub(super) issues: &'a BTreeMap<Month, Manifest>,
    /// The moment that embargoes are held against.
    pub(super) as_of: AsOf,
    /// The edition's language.
    pub(super) language: &'a Language,
    /// The languages of all editions.
    pub(super) editions: &'a [Language],
    /// Everything, for names.
    pub(super) cluster: &'a Cluster,
    /// A draft shows what waits for somebody's yes.
    pub(super) stage: Stage,
}

impl Select<'_> {
    /// Whether what waits for somebody's yes is shown: in a month's draft, to those who prepare it.
    fn shows_what_waits(&self) -> bool {
        self.stage == Stage::Draft && self.scope.is_month()
    }

    /// Whether partners and the funder alone read the report.
    pub(super) fn sensitive(&self) -> bool {
        self.manifest.is_some_and(|manifest| manifest.report.dissemination == Dissemination::Sensitive)
    }

    pub(super) fn updates<'u>(
        &self,
        all: &'u [Update],
        left_out: &mut Vec<LeftOut>,
    ) -> Vec<Selected<'u, Update>> {
        let mut selected = Vec::new();
        let mut leave = |update: &Update, reason| {
            left_out.push(LeftOut { place: self.sources.place(&update.origin, ""), reason });
        };
        for update in all {
            match (update.is_translation, self.update(update)) {
                (false, Ok((channels, waiting))) => {
                    let own = all.iter().find(|own| self.translates(own, update));
                    let own = own.and_then(|own| Some((own, self.update(own).ok()?)));
                    let mut rest = channels;
                    if let Some((own, (channels, more))) = own {
                        // Where the translation does not appear, the original does.
                        rest.retain(|channel| !channels.contains(channel));
                        let waiting = if more.is_empty() { waiting.clone() } else { more };
                        selected.push(Selected { item: own, channels, waiting });
                    }
                    if !rest.is_empty() {
                        selected.push(Selected { item: update, channels: rest, waiting });
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

    /// Where an update may appear and whose yes it waits for, or why it may not.
    fn update(&self, update: &Update) -> Result<(Vec<Channel>, Vec<String>), Reason> {
        use crate::model::UpdateStatus as Status;
        if update.month < self.scope.from || update.month > self.scope.to {
            return Err(Reason::OtherMonth(update.month));
        }
        if self.scope.project.as_ref().is_some_and(|project| !update.projects.contains(project)) {
            return Err(Reason::OtherProject);
        }
        match update.stage {
            Status::Withdrawn => return Err(Reason::Withdrawn),
            Status::Review if self.shows_what_waits() && !update.is_translation => {}
            Status::Review => {
                let missing = missing_approvals(update, self.issues.get(&update.month), self.sources);
                return Err(match missing.is_empty() || update.is_translation {
                    true => Reason::Unfinished(update.stage.word()),
                    false => Reason::InReview(missing.iter().map(|who| self.cluster.display(who)).collect()),
                });
            }
            Status::Draft => return Err(Reason::Unfinished(update.stage.word())),
            Status::Approved => {}
        }
        if let Some(until) = update.embargo_until.filter(|until| until.0 > self.as_of.stamp) {
            return Err(Reason::Embargo(until.0));
        }
        if let Some(expires) = update.expires.filter(|expires| *expires < self.as_of.date) {
            return Err(Reason::Expired(expires));
        }
        let missing = missing_approvals(update, self.issues.get(&update.month), self.sources);
        if !missing.is_empty() && !self.shows_what_waits() {
            return Err(Reason::Unapproved(missing));
        }
        let mut waiting: Vec<String> = missing.iter().map(|who| self.cluster.display(who)).collect();
        if waiting.is_empty() && update.stage == Status::Review {
            waiting = update.projects.iter().map(|id| self.cluster.display(id.as_str())).collect();
            if waiting.is_empty() {
                waiting.push(self.cluster.config.name.get(self.language).to_string());
            }
        }
        match (update.audience.contains(&Channel::Internal), self.sensitive()) {
            (true, false) => Err(Reason::Internal),
            (true, true) => Ok((vec![Channel::Report], waiting)),
            (false, _) => Ok((update.audience.clone(), waiting)),
        }
    }

    pub(super) fn meetings<'m>(
        &self,
        all: &'m [Meeting],
        left_out: &mut Vec<LeftOut>,
    ) -> Vec<Selected<'m, Meeting>> {
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
                        Some((own, channels)) => Selected { item: own, channels, waiting: vec![] },
                        None => Selected { item: meeting, channels, waiting: vec![] },
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
        if meeting.stage != crate::model::UpdateStatus::Approved {
            return Err(match meeting.is_translation {
                true => Reason::UnfinishedTranslation(meeting.stage.word()),
                false => Reason::Unfinished(meeting.stage.word()),
            });
        }
        match (meeting.confidentiality, self.sensitive()) {
            (Confidentiality::Consortium, false) => Err(Reason::Internal),
            (Confidentiality::Consortium, true) => Ok(vec![Channel::Report]),
            (Confidentiality::Public, _) => Ok(vec![Channel::Newsletter, Channel::Report, Channel::Web]),
        }
    }
}

/// Who was asked to approve an update and has not, or approved other words: by id or name; the role `project` asks
/// each of the update's projects.
pub fn missing_approvals(update: &Update, manifest: Option<&Manifest>, sources: &Sources) -> Vec<String> {
    let asked = manifest.map(|manifest| manifest.approvals_required.as_slice()).unwrap_or_default();
    let of_projects = |who: &String| match who.eq_ignore_ascii_case(PROJECT) {
        true => update.projects.iter().map(ToString::to_string).collect(),
        false => vec![who.clone()],
    };
    let approved = |who: &String| {
        let own = |approval: &&Approval| approval.by.to_lowercase() == who.to_lowercase();
        update.approvals.iter().filter(own).any(|approval| is_of_these_words(approval, update, sources))
    };
    let mut missing: Vec<String> = asked.iter().flat_map(of_projects).filter(|who| !approved(who)).collect();
    missing.dedup();
    missing
}

/// The role that asks each project of a text.
pub const PROJECT: &str = "project";

/// Whether an approval is of the words that stand there now; one that does not say of which is.
pub fn is_of_these_words(approval: &Approval, update: &Update, sources: &Sources) -> bool {
    let file = sources.files.get(&update.origin.file);
    approval.of.as_ref().is_none_or(|of| file.is_some_and(|file| file.wording() == *of))
}
