//! The archive as an Atom feed (RFC 4287), one a language.

use atom_syndication::{Entry, Feed, Link, Person, Text};
use jiff::tz::TimeZone;

use super::Listed;
use crate::issue::CheckedIssue;
use crate::value::Language;

/// The feed of the issues in a language, newest first. `None` where there is no issue in it.
///
/// Readers' programs know an entry by its id: it holds nothing that may change, neither the cluster's
/// name nor where its pages lie. `domain` is the one that the first feed was made with.
pub fn feed(
    issue: &CheckedIssue<'_>,
    language: &Language,
    listed: &[Listed],
    domain: &str,
) -> Option<String> {
    let config = &issue.cluster.config;
    let base = config.web_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_string());
    let at = |path: &str| match &base {
        Some(base) => format!("{base}/{path}"),
        None => path.to_string(),
    };
    // RFC 4151: an address that stays though the page moves.
    let tag = |year: i16, path: &str| format!("tag:{domain},{year}:bulletin/{path}");
    let name = config.name.in_language(language).1;
    let own: Vec<&Listed> = listed.iter().filter(|one| one.language == *language).collect();
    let newest = own.iter().map(|one| one.as_of).max()?;
    let moment = |stamp: jiff::Timestamp| {
        let text = stamp.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        text.parse().unwrap_or_default()
    };
    let link = |href: String, rel: &str, kind: &str| Link {
        href,
        rel: rel.to_string(),
        mime_type: Some(kind.to_string()),
        ..Link::default()
    };
    let entries = own.iter().map(|one| Entry {
        id: tag(one.month.first().year(), &format!("{}/{}", one.month, language.as_str())),
        title: Text::plain(one.title.clone()),
        updated: moment(one.as_of),
        summary: Some(Text::plain(one.summary.clone())),
        links: vec![link(
            at(&format!("{}/{}/index.html", one.month, language.as_str())),
            "alternate",
            "text/html",
        )],
        ..Entry::default()
    });
    let publisher = Person { name: config.publisher.clone(), ..Person::default() };
    let feed = Feed {
        // The year is one in which the domain was the sender's (RFC 4151, section 2.1), and never moves.
        id: tag(2024, language.as_str()),
        title: Text::plain(name.to_string()),
        updated: moment(newest),
        authors: vec![publisher],
        lang: Some(language.as_str().to_string()),
        links: vec![
            link(at(&format!("feed.{}.xml", language.as_str())), "self", "application/atom+xml"),
            link(at("index.html"), "alternate", "text/html"),
        ],
        entries: entries.collect(),
        ..Feed::default()
    };
    Some(feed.to_string() + "\n")
}
