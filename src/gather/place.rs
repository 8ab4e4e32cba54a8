//! Whose a contribution is: by the sender's domain, by the names in the text, or asked for.

use super::{Contribution, tree};
use crate::model::Cluster;
use crate::value::Id;

/// Whose a contribution is, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The sender's domain is the project's.
    Sender(Id),
    /// The form, or the file, names it.
    Named(Id),
    /// The text speaks of it, and of no other.
    Text(Id),
    /// It speaks of several, the most spoken of first.
    Several(Vec<Id>),
    /// Nothing tells.
    Unknown,
}

impl Owner {
    /// The project, as far as it is known.
    pub fn project(&self) -> Option<&Id> {
        match self {
            Self::Sender(id) | Self::Named(id) | Self::Text(id) => Some(id),
            Self::Several(ids) => ids.first(),
            Self::Unknown => None,
        }
    }

    /// Whose a contribution is.
    pub fn of(contribution: &Contribution, cluster: &Cluster, senders: &[(String, String)]) -> Self {
        if let Some(named) = contribution.project.as_deref()
            && let Some(project) = by_name(cluster, named)
        {
            return Self::Named(project);
        }
        if let Some(domain) = contribution.domain.as_deref() {
            let under = |own: &str| domain == own || domain.ends_with(&format!(".{own}"));
            if let Some((_, project)) = senders.iter().find(|(own, _)| under(&own.to_lowercase()))
                && let Some(project) = by_name(cluster, project)
            {
                return Self::Sender(project);
            }
            let site = |url: &str| {
                url.split("://")
                    .nth(1)
                    .map(|rest| rest.split(['/', ':']).next().unwrap_or(rest).to_lowercase())
            };
            let own = cluster.projects.values().find(|project| {
                let host = project.url.as_ref().and_then(|url| site(url.as_str()));
                host.is_some_and(|host| under(host.trim_start_matches("www.")))
            });
            if let Some(project) = own {
                return Self::Sender(project.id.clone());
            }
        }
        let title = contribution.text.title.as_deref().unwrap_or_default();
        let words = format!("{} {title}\n{}", contribution.source, tree::words(&contribution.text.document));
        let mut found: Vec<(usize, Id)> = cluster
            .projects
            .values()
            .map(|project| (count(&words, &project.acronym), project.id.clone()))
            .filter(|(count, _)| *count > 0)
            .collect();
        found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        match found.len() {
            0 => Self::Unknown,
            1 => Self::Text(found.remove(0).1),
            _ => Self::Several(found.into_iter().map(|(_, id)| id).collect()),
        }
    }
}

/// The project that somebody named by its acronym, id or title.
fn by_name(cluster: &Cluster, named: &str) -> Option<Id> {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let wanted = plain(named);
    let known = |name: &str| !wanted.is_empty() && plain(name) == wanted;
    let project = cluster.projects.values().find(|project| {
        known(&project.acronym)
            || known(project.id.as_str())
            || project.title.all().any(|(_, title)| known(title))
    });
    project.map(|project| project.id.clone())
}

/// How often a name stands in some words, as a word of its own.
fn count(words: &str, name: &str) -> usize {
    let (words, name) = (words.to_lowercase(), name.to_lowercase());
    let bounded = |at: usize| {
        let before = words[..at].chars().next_back();
        let behind = words[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    };
    if name.is_empty() { 0 } else { words.match_indices(&name).filter(|(at, _)| bounded(*at)).count() }
}
