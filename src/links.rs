//! Whether the addresses that texts lead to still answer. Asked for by hand only (`check --links`): a build
//! never goes to the network.
//!
//! In come the [`addresses`] of an issue and what was known of them; out goes a finding for each that no
//! longer answers.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::issue::CheckedIssue;
use crate::model::Channel;

/// How long one address may take, in seconds.
const SECONDS: u64 = 10;

/// How many hosts are asked at the same time; each is asked one thing at a time.
const HOSTS: usize = 8;

/// How long a good answer is believed, in seconds: a week.
const BELIEVED: i64 = 7 * 24 * 3600;

/// What an address answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is there: the moment, in seconds since 1970.
    There(i64),
    /// A status that says otherwise (RFC 9110, section 15).
    Status(u16),
    /// Nothing came: why.
    Nothing(String),
}

/// The addresses that an issue's public texts lead to, each with the place of its first mention.
pub fn addresses(issue: &CheckedIssue<'_>) -> Vec<(String, Place)> {
    let mut found: Vec<(String, Place)> = Vec::new();
    let mut add = |url: &str, place: Place| {
        let web = url.starts_with("https://") || url.starts_with("http://");
        if web && found.iter().all(|(known, _)| known != url) {
            found.push((url.to_string(), place));
        }
    };
    let updates = issue.updates(Channel::Report).map(|update| (&update.origin, &update.body));
    let meetings = issue.meetings(Channel::Report).map(|meeting| (&meeting.origin, &meeting.body));
    for (origin, body) in updates.chain(meetings) {
        for link in body.clone().links_mut() {
            if let crate::markdown::InlineKind::Link(url, _) = &link.kind {
                add(url, Place::new(origin.file.clone(), link.range.clone()));
            }
        }
    }
    for project in &issue.projects {
        if let Some(url) = &project.url {
            add(url.as_str(), issue.sources.place(&project.origin, "url"));
        }
    }
    for event in &issue.events {
        if let Some(url) = &event.url {
            add(url.as_str(), issue.sources.place(&event.origin, "url"));
        }
    }
    let config = &issue.cluster.config;
    add(config.privacy_url.as_str(), issue.sources.place(&config.origin, "privacy_url"));
    found
}

/// Asks all addresses and says which do not answer. Good answers of the last week are taken from
/// `cache`, which is written anew.
pub fn check(addresses: &[(String, Place)], cache: &Path, now: Timestamp, findings: &mut Diagnostics) {
    let known = std::fs::read(cache).unwrap_or_default();
    let known: BTreeMap<String, Answer> = serde_json::from_slice(&known).unwrap_or_else(|_| BTreeMap::new());
    let fresh = |answer: &Answer| matches!(answer, Answer::There(at) if now.as_second() - at < BELIEVED);
    let mut answers: BTreeMap<String, Answer> =
        known.into_iter().filter(|(_, answer)| fresh(answer)).collect();
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (url, _) in addresses.iter().filter(|(url, _)| !answers.contains_key(url)) {
        hosts.entry(host(url).to_string()).or_default().push(url.clone());
    }
    let queue: Mutex<VecDeque<Vec<String>>> = Mutex::new(hosts.into_values().collect());
    let asked: Mutex<Vec<(String, Answer)>> = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..HOSTS {
            scope.spawn(|| {
                let agent = agent();
                while let Some(urls) = queue.lock().ok().and_then(|mut queue| queue.pop_front()) {
                    for url in urls {
                        let answer = ask(&agent, &url, now);
                        if let Ok(mut asked) = asked.lock() {
                            asked.push((url, answer));
                        }
                    }
                }
            });
        }
    });
    answers.extend(asked.into_inner().unwrap_or_default());
    for (url, place) in addresses {
        if let Some(finding) = answers.get(url).and_then(|answer| finding(url, answer)) {
            findings.push(finding.at(place.clone()));
        }
    }
    answers.retain(|_, answer| fresh(answer));
    // A cache that can't be written only costs time at the next check.
    let _ = cache.parent().map(std::fs::create_dir_all);
    if let Ok(text) = serde_json::to_vec_pretty(&answers) {
        let _ = std::fs::write(cache, text);
    }
}

/// The host of an address, with its port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// What asks: it follows redirections, takes any status for an answer, and gives up in time.
fn agent() -> ureq::Agent {
    let name = concat!("Bulletin/", env!("CARGO_PKG_VERSION"), " (link check)");
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(SECONDS)))
        .http_status_as_error(false)
        .user_agent(name);
    config.build().into()
}

/// Asks one address: by HEAD (RFC 9110, section 9.3.2), and where that is not taken, by GET.
fn ask(agent: &ureq::Agent, url: &str, now: Timestamp) -> Answer {
    let bare = url.split('#').next().unwrap_or(url);
    if let Ok(response) = agent.head(bare).call()
        && response.status().as_u16() < 400
    {
        return Answer::There(now.as_second());
    }
    match agent.get(bare).call() {
        Ok(response) if response.status().as_u16() < 400 => Answer::There(now.as_second()),
        Ok(response) => Answer::Status(response.status().as_u16()),
        Err(error) => Answer::Nothing(error.to_string()),
    }
}

/// What is to be said of an answer.
fn finding(url: &str, answer: &Answer) -> Option<Diagnostic> {
    match answer {
        Answer::There(_) => None,
        Answer::Status(status @ (404 | 410)) => Some(
            Diagnostic::error("dead-link", format!("{url} is gone: its server answers {status}"))
                .hint("look for the page's new address, or take the link out"),
        ),
        Answer::Status(status) => Some(
            Diagnostic::warning("dead-link", format!("{url} answers {status}"))
                .hint("open it in a browser: some servers let people in and turn programs away"),
        ),
        Answer::Nothing(why) => Some(
            Diagnostic::warning("dead-link", format!("{url} does not answer: {why}"))
                .hint("open it in a browser; if it stays away, take the link out"),
        ),
    }
}
