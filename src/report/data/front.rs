//! What the first page shows: the numbers that stand for the whole, the map, the picture, the code that leads
//! to the web edition, and whom to ask.

use std::collections::{BTreeMap, BTreeSet};

use qrcode::{Color, EcLevel, QrCode};

use super::Data;
use super::front_parts::{CodePart, ContactPart, CoverPart, MapPart, NumberPart, TilePart};
use super::tiles::TILES;
use crate::issue::{Address, cover};
use crate::model::{Indicator, Project};
use crate::value::{Country, Decimal};

/// How many numbers page 1 shows.
const NUMBERS: usize = 4;

/// How many of them are results with a target.
const RESULTS: usize = 3;

impl Data<'_, '_> {
    /// Up to four numbers: results with a target first, then projects and countries, then what was counted.
    pub(super) fn numbers(&self) -> Vec<NumberPart> {
        let own = self.own_projects();
        let countries: BTreeSet<_> = own.iter().flat_map(|project| &project.countries).collect();
        let meetings = self.issue.meetings(self.channel).count();
        let open = self.actions().iter().filter(|state| state.is_open()).count();
        let mut numbers: Vec<NumberPart> =
            self.issue.indicators().filter_map(|indicator| self.result_number(indicator)).collect();
        numbers.truncate(RESULTS);
        let counted = [
            (own.len(), "number-projects"),
            (countries.len(), "number-countries"),
            (meetings, "number-meetings"),
            (open, "number-actions"),
        ];
        for (count, name) in counted.into_iter().filter(|(count, _)| *count > 0) {
            let note = (name == "number-projects").then(|| self.split(&own));
            numbers.push(NumberPart {
                value: self.words.number(&Decimal::whole(u32::try_from(count).unwrap_or(u32::MAX))),
                label: self.words.count(name, count),
                language: self.issue.language.base(),
                note,
                share: None,
            });
        }
        numbers.truncate(NUMBERS);
        numbers
    }

    /// The projects that the report counts: one project's report counts nothing that is not its own.
    fn own_projects(&self) -> Vec<&Project> {
        let projects = self.issue.projects.iter().copied();
        projects.filter(|project| self.concerns(&[&project.id])).collect()
    }

    /// An indicator with a target as a number of the first page.
    fn result_number(&self, indicator: &Indicator) -> Option<NumberPart> {
        indicator.target.as_ref()?;
        let part = self.indicator(indicator)?;
        Some(NumberPart {
            value: part.value,
            label: part.what,
            language: self.issue.cluster.config.language.base(),
            note: part.progress,
            share: part.share,
        })
    }

    /// The countries of the projects, if any is known.
    pub(super) fn map(&self) -> Option<MapPart> {
        let mut counts: BTreeMap<&Country, usize> = BTreeMap::new();
        for country in self.own_projects().iter().flat_map(|project| &project.countries) {
            *counts.entry(country).or_default() += 1;
        }
        let mut counts: Vec<(&Country, usize, String)> = counts
            .into_iter()
            .map(|(country, count)| (country, count, self.words.country(country)))
            .collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.words.order.compare(&a.2, &b.2)));
        let said = counts.iter().map(|(_, count, name)| {
            format!("{name} {count} {}", self.words.count("number-projects", *count))
        });
        let alt = self.words.labelled(&self.words.get("map"), &said.collect::<Vec<_>>().join(", ")) + ".";
        let count = |code: &str| counts.iter().find(|one| one.0.eu() == code).map_or(0, |one| one.1);
        let tile =
            |(code, x, y): &(&'static str, u8, u8)| TilePart { code, x: *x, y: *y, projects: count(code) };
        let outside = counts.iter().filter(|one| !TILES.iter().any(|(code, ..)| *code == one.0.eu()));
        let outside: Vec<String> = outside.map(|(_, count, name)| format!("{name} {count}")).collect();
        let others = self.words.with("map-other", &[("list", outside.join(", ").into())]);
        let others = (!outside.is_empty()).then_some(others);
        (!counts.is_empty()).then(|| MapPart { tiles: TILES.iter().map(tile).collect(), others, alt })
    }

    /// The picture that the manifest names for the first page.
    pub(super) fn cover_picture(&self) -> Option<CoverPart> {
        let cover = cover(self.issue)?;
        Some(CoverPart { path: cover.path, alt: cover.alt, credit: cover.credit })
    }

    /// The page of the edition as a code to photograph, if the web edition is published.
    pub(super) fn code(&self) -> Option<CodePart> {
        if self.issue.is_sensitive() || !self.issue.scope.is_month() {
            return None;
        }
        let url = Address::of(self.issue).page()?;
        let code = QrCode::with_error_correction_level(&url, EcLevel::M).ok()?;
        let size = code.width();
        let rows = code.to_colors().chunks(size).map(runs).collect();
        let alt = self.words.with("code-alt", &[("url", url.as_str().into())]);
        Some(CodePart { url, alt, rows, size })
    }

    /// Whom to ask, and where more stands.
    pub(super) fn contacts(&self) -> Vec<ContactPart> {
        let config = &self.issue.cluster.config;
        let address = config.reply_to.as_ref().unwrap_or(&config.from);
        let bare = |url: &str| url.trim_start_matches("https://").trim_end_matches('/').to_string();
        let mut contacts = vec![
            ContactPart {
                name: self.words.get("contact-publisher"),
                value: config.publisher.clone(),
                url: None,
            },
            ContactPart {
                name: self.words.get("contact-mail"),
                value: address.as_str().to_string(),
                url: Some(format!("mailto:{}", address.ascii())),
            },
        ];
        if let Some(archive) = Address::of(self.issue).archive() {
            let name = self.words.get("contact-web");
            contacts.push(ContactPart { name, value: bare(&archive), url: Some(archive) });
        }
        contacts
    }
}

/// A row of a code as the dark runs in it: from which module, and how many.
fn runs(row: &[Color]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in row.iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
        match runs.last_mut() {
            Some((from, count)) if *from + *count == at => *count += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}
