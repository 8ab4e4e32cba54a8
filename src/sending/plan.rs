//! The plan of a run: what goes out, frozen, and what of ours it leads to.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::edition::edition_for;
use super::error::SendError;
use crate::audience::Audience;
use crate::audience::Recipient;
use crate::delivery::ledger::Run;
use crate::delivery::{Difference, Frozen, FrozenEdition, Hosted, digest};
use crate::issue::{Address, CheckedIssue, Stage};
use crate::message::{TOKEN, Template};
use crate::model::RelayConfig;
use crate::newsletter::Newsletter;
use crate::pipeline::{Built, Folder, Loaded};
use crate::pipeline::{Inputs, UnsubscribeLinks, template};
use crate::value::Month;
use crate::value::{Language, Millis, sha256};
use crate::web;

/// An issue that was checked and built, and whom it goes to.
pub struct Issue<'a, 'i> {
    /// The cluster's folder.
    pub folder: &'a Folder,
    /// Everything read.
    pub loaded: &'a Loaded,
    /// The issue.
    pub month: Month,
    /// Its editions, the main one first.
    pub editions: &'a [CheckedIssue<'i>],
    /// What was built.
    pub built: &'a Built,
    /// Who gets it.
    pub audience: Audience,
}

impl Issue<'_, '_> {
    /// The languages of its editions.
    pub(super) fn languages(&self) -> Vec<Language> {
        self.editions.iter().map(|issue| issue.language.clone()).collect()
    }

    /// Freezes what goes out: all editions, or the only one of a test. Without a relay nothing is looked
    /// for on the web, and it is never too late.
    pub(super) fn freeze(
        &self,
        relay: Option<&RelayConfig>,
        only: Option<usize>,
        now: Timestamp,
    ) -> Result<Frozen, SendError> {
        let config = &self.loaded.cluster.config;
        let made = templates(self.editions, &self.built.newsletters, now)?;
        let all = self.editions.iter().zip(&self.built.newsletters).zip(made).enumerate();
        let chosen = all.filter(|(at, _)| only.is_none_or(|only| only == *at));
        let editions: Vec<FrozenEdition> = chosen
            .map(|(_, ((issue, newsletter), template))| FrozenEdition {
                language: issue.language.as_str().to_string(),
                subject: newsletter.subject.clone(),
                template,
            })
            .collect();
        let manifest = self.editions.first().and_then(|issue| issue.manifest);
        let from = manifest.and_then(|manifest| manifest.from.as_ref()).unwrap_or(&config.from);
        let languages = self.languages();
        let pick = |recipient: &Recipient| edition_for(&languages, recipient.language.as_deref());
        // A long list at a slow pace takes days, and may.
        let not_after = relay.map_or(Millis::MAX, |relay| {
            now.as_millisecond()
                + i64::from(relay.send_within) * 3_600_000
                + relay.rates.time_for(self.audience.recipients.len() as u64)
        });
        let excluded = self.audience.excluded.iter();
        Ok(Frozen {
            issue: self.month.to_string(),
            draft: self.editions.first().is_some_and(|issue| issue.stage == Stage::Draft),
            hosted: if relay.is_some() { self.hosted() } else { vec![] },
            editions,
            from: from.as_str().to_string(),
            not_after,
            files: self.files(),
            audience: digest(&self.audience, &pick),
            candidates: if only.is_some() { 0 } else { self.audience.candidates() as u64 },
            excluded: excluded.map(|(reason, count)| (reason.name().to_string(), *count as u64)).collect(),
        })
    }

    /// The hashes of what the messages are made of.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        Inputs::of(self.loaded, self.month).hashes()
    }

    /// What of ours the messages show or lead to.
    fn hosted(&self) -> Vec<Hosted> {
        let config = &self.loaded.cluster.config;
        let mut found = Vec::new();
        if let Some(base) = &config.images_url {
            let base = base.as_str().trim_end_matches('/');
            for picture in self.built.newsletters.iter().flat_map(|newsletter| &newsletter.pictures) {
                let url = format!("{base}/{}", picture.name);
                if found.iter().all(|known: &Hosted| known.url != url) {
                    found.push(Hosted { url, sha256: sha256(&picture.bytes), page: None });
                }
            }
        }
        for issue in self.editions {
            let address = Address::of(issue);
            // A page may be changed a little on its way; that it is there is enough.
            let page = Some(web::mark(issue));
            found.extend(address.page().map(|url| Hosted { url, sha256: String::new(), page }));
            let name = format!("report.{}.pdf", issue.language.as_str());
            if let (Some(url), Some(bytes)) = (address.report(), self.built.outputs.files.get(&name)) {
                found.push(Hosted { url, sha256: sha256(bytes), page: None });
            }
        }
        found
    }
}

/// The message of each edition.
fn templates(
    editions: &[CheckedIssue<'_>],
    newsletters: &[Newsletter],
    date: Timestamp,
) -> Result<Vec<Template>, SendError> {
    let each = editions.iter().zip(newsletters);
    let made = each.map(|(issue, newsletter)| {
        let links = UnsubscribeLinks::of(&issue.cluster.config, &TOKEN.to_string());
        template(newsletter, issue, &links, date)
    });
    made.collect::<Result<_, _>>()
        .map_err(|error| SendError::because("the message can't be put together", error))
}

/// What differs between a plan and now, as a refusal.
pub(super) fn refuse_differences(run: &Run, differences: &[Difference]) -> SendError {
    let shown: Vec<_> = differences.iter().take(12).map(|one| format!("  {one}")).collect();
    let more = differences.len() - shown.len();
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    SendError::Refused(format!(
        "since {} was planned:\n{}{more}\nnobody gets two versions. Undo that and run this again; or `bulletin send resume {} --as-planned` sends the rest exactly as it was planned, to those who were on the list then",
        run.name,
        shown.join("\n"),
        run.name
    ))
}
