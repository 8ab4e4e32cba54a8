//! What projects have in common, and which of those that have most in common have done nothing
//! together yet.

use std::collections::{BTreeMap, BTreeSet};

use super::Issue;
use crate::model::{Cluster, Project, SynergyLink, SynergyStatus};
use crate::value::Id;
use crate::words::Words;

/// The least overlap that is worth a suggestion.
const WORTH: f64 = 0.15;

/// The most suggestions of an issue.
const MOST: usize = 5;

/// In which respect projects are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What they are about.
    Theme,
    /// Whom they work for.
    Group,
    /// Where they work.
    Country,
    /// What they work with.
    Instrument,
}

/// Something that a project has: a facet, and its value as it is compared.
type Feature = (Facet, String);

/// Two projects and what they share.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The one whose acronym comes first.
    pub first: &'a Project,
    /// The other.
    pub second: &'a Project,
    /// How much they have in common, from 0 (nothing) to 1 (everything).
    pub overlap: f64,
    /// What they share, as the first has written it.
    pub shared: Vec<(Facet, String)>,
    /// Whether anything is recorded that they do, did or plan together.
    pub together: bool,
}

/// Every pair of projects that share something, those with most in common first.
///
/// The overlap of two projects is the weighted Jaccard index of their themes, target groups,
/// countries and instruments: the weight of what both have over the weight of what either has. A
/// feature that `n` of `N` projects have weighs `ln((N + 1) / n)`, so that a rare shared theme
/// counts more than a common one: the inverse document frequency of K. Spärck Jones, "A statistical
/// interpretation of term specificity and its application in retrieval", Journal of Documentation
/// 28 (1972), with one added to `N` so that what all share still counts a little.
pub fn pairs<'a>(projects: &[&'a Project], cluster: &Cluster) -> Vec<Pair<'a>> {
    let features: Vec<BTreeMap<Feature, String>> = projects.iter().map(|project| features(project)).collect();
    let mut counts: BTreeMap<&Feature, usize> = BTreeMap::new();
    for feature in features.iter().flat_map(BTreeMap::keys) {
        *counts.entry(feature).or_default() += 1;
    }
    #[allow(clippy::cast_precision_loss)] // a cluster has fewer projects than that
    let weight = |feature: &Feature| ((projects.len() + 1) as f64 / counts[feature] as f64).ln();
    let joint = joint(cluster);
    let mut pairs = Vec::new();
    for (i, first) in projects.iter().enumerate() {
        for (j, second) in projects.iter().enumerate().skip(i + 1) {
            let (a, b) = (&features[i], &features[j]);
            let both: Vec<&Feature> = a.keys().filter(|feature| b.contains_key(*feature)).collect();
            if both.is_empty() {
                continue;
            }
            let either: BTreeSet<&Feature> = a.keys().chain(b.keys()).collect();
            let sum = |set: &mut dyn Iterator<Item = &Feature>| set.map(weight).sum::<f64>();
            let overlap = sum(&mut both.iter().copied()) / sum(&mut either.iter().copied());
            pairs.push(Pair {
                first,
                second,
                overlap,
                shared: both.into_iter().map(|feature| (feature.0, a[feature].clone())).collect(),
                together: joint.contains(&key(&first.id, &second.id)),
            });
        }
    }
    pairs.sort_by(|a, b| {
        b.overlap
            .total_cmp(&a.overlap)
            .then_with(|| (&a.first.id, &a.second.id).cmp(&(&b.first.id, &b.second.id)))
    });
    pairs
}

/// The features of a project, each with the words in which it was written.
fn features(project: &Project) -> BTreeMap<Feature, String> {
    let terms = [
        (Facet::Theme, &project.themes),
        (Facet::Group, &project.target_groups),
        (Facet::Instrument, &project.instruments),
    ];
    let terms = terms.into_iter().flat_map(|(facet, terms)| {
        terms.iter().map(move |term| ((facet, term.trim().to_lowercase()), term.clone()))
    });
    let countries = project
        .countries
        .iter()
        .map(|country| ((Facet::Country, country.iso().to_string()), country.iso().to_string()));
    terms.chain(countries).collect()
}

/// Two ids in their order.
fn key(a: &Id, b: &Id) -> (Id, Id) {
    if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
}

/// The pairs of which something joint is recorded: a planned or finished synergy, an action with
/// both as owners, news or an event of both.
fn joint(cluster: &Cluster) -> BTreeSet<(Id, Id)> {
    let mut groups: Vec<Vec<Id>> = Vec::new();
    for link in cluster.synergies.iter().filter(|link| is_real(link)) {
        groups.push(vec![link.from.clone(), link.to.clone()]);
    }
    let owners = cluster.meetings.iter().flat_map(|meeting| &meeting.actions).map(|action| {
        action.owners.iter().filter_map(|(name, _)| cluster.project(name)).map(|p| p.id.clone()).collect()
    });
    groups.extend(owners);
    groups.extend(cluster.updates.iter().map(|update| update.projects.clone()));
    groups.extend(cluster.events.iter().map(|event| event.projects.clone()));
    let mut joint = BTreeSet::new();
    for group in groups {
        for (i, a) in group.iter().enumerate() {
            joint.extend(group[i + 1..].iter().map(|b| key(a, b)));
        }
    }
    joint
}

/// Whether a synergy is more than a thought.
pub fn is_real(link: &SynergyLink) -> bool {
    matches!(link.status, SynergyStatus::Planned | SynergyStatus::Done)
}

/// The pairs with most in common of which nothing joint is recorded and nobody has said yes or no.
pub fn suggestions<'a>(issue: &Issue<'a>) -> Vec<Pair<'a>> {
    let decided: BTreeSet<(Id, Id)> =
        issue.cluster.synergies.iter().map(|link| key(&link.from, &link.to)).collect();
    let pairs = pairs(&issue.projects, issue.cluster).into_iter();
    let open = |pair: &Pair<'_>| {
        !pair.together && pair.overlap >= WORTH && !decided.contains(&key(&pair.first.id, &pair.second.id))
    };
    pairs.filter(open).take(MOST).collect()
}

/// What two projects share, in words: `both work with rural municipalities; both in Spain`.
pub fn shared_words(shared: &[(Facet, String)], words: &Words) -> String {
    let facets = [
        (Facet::Theme, "shared-themes"),
        (Facet::Group, "shared-groups"),
        (Facet::Instrument, "shared-instruments"),
        (Facet::Country, "shared-countries"),
    ];
    let parts = facets.iter().filter_map(|(facet, message)| {
        let mut values: Vec<String> = shared
            .iter()
            .filter(|(own, _)| own == facet)
            .map(|(_, value)| match facet {
                Facet::Country => words.country_of(value),
                _ => value.clone(),
            })
            .collect();
        values.sort_by(|a, b| words.order.compare_terms(a, b));
        (!values.is_empty()).then(|| words.with(message, &[("list", words.list(&values).into())]))
    });
    parts.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::sources::Sources;

    /// A cluster of projects, each with its themes and countries.
    fn cluster(projects: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Cluster {
        let config = "name: N\npublisher: P\nfrom: a@example.org\nprivacy_url: https://example.org/p\n";
        let texts: Vec<(String, String)> = projects
            .iter()
            .map(|(id, themes, countries)| {
                let text = format!(
                    "acronym: {}\ntitle: T\nprogramme: LIFE\nsummary: S.\nthemes: [{themes}]\ncountries: [{countries}]\n",
                    id.to_uppercase()
                );
                (format!("sources/projects/{id}.yaml"), text)
            })
            .chain([("bulletin.yaml".to_string(), config.to_string())])
            .chain(more.iter().map(|(path, text)| ((*path).to_string(), (*text).to_string())))
            .collect();
        let sources = Sources::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut findings = Diagnostics::new();
        let cluster = Cluster::parse(&sources, &mut findings).expect("a cluster");
        assert!(!findings.has_errors(), "{findings:?}");
        cluster
    }

    /// The pairs as `a-b overlap together`.
    fn shown(cluster: &Cluster) -> Vec<String> {
        let projects: Vec<&Project> = cluster.projects.values().collect();
        pairs(&projects, cluster)
            .iter()
            .map(|pair| format!("{}-{} {:.3} {}", pair.first.id, pair.second.id, pair.overlap, pair.together))
            .collect()
    }

    #[test]
    fn a_rare_shared_theme_counts_more_than_a_common_one() {
        // `heat` is rare (2 of 4), `plans` common (4 of 4).
        let cluster = cluster(
            &[
                ("a", "plans, heat", ""),
                ("b", "Plans, heat", ""),
                ("c", "plans, x", ""),
                ("d", "plans, y", ""),
            ],
            &[],
        );
        let rare = (5.0_f64 / 2.0).ln();
        let common = (5.0_f64 / 4.0).ln();
        let single = 5.0_f64.ln();
        let pairs = shown(&cluster);
        assert_eq!(pairs[0], "a-b 1.000 false");
        assert!(pairs.contains(&format!("a-c {:.3} false", common / (common + rare + single))), "{pairs:?}");
        assert!(
            pairs.contains(&format!("c-d {:.3} false", common / (common + single + single))),
            "{pairs:?}"
        );
    }

    #[test]
    fn what_was_done_together_is_known_from_synergies_actions_news_and_events() {
        let projects = [("a", "x", ""), ("b", "x", ""), ("c", "x", "")];
        for (path, text) in [
            ("sources/synergies.yaml", "- {from: b, to: a, topic: t, status: planned}\n"),
            ("sources/events.yaml", "- {title: E, starts: 2024-05-01, projects: [a, b]}\n"),
            ("sources/updates/2024-04/a-b.md", "---\nprojects: [a, b]\n---\n# T\n\nText.\n"),
            (
                "sources/meetings/2024-04-08-m.md",
                "---\nhost: H\npresent: [a, b, c]\n---\n# T\n\nText.\n\n## Actions\n\n- [ ] A, B: do it\n",
            ),
        ] {
            let pairs = shown(&cluster(&projects, &[(path, text)]));
            let together: Vec<&String> = pairs.iter().filter(|pair| pair.ends_with("true")).collect();
            assert_eq!(together.len(), 1, "{path}: {pairs:?}");
            assert!(together[0].starts_with("a-b"), "{path}: {pairs:?}");
        }
        let thought = cluster(&projects, &[("sources/synergies.yaml", "- {from: a, to: b, topic: t}\n")]);
        assert!(shown(&thought).iter().all(|pair| pair.ends_with("false")));
    }
}
