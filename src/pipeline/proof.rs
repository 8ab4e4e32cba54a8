//! The finished mail, looked at by the rules of the craft, and its proof sheet.

use super::edition::Edition;
use super::mail::{UnsubscribeLinks, preview, values};
use crate::diagnostic::Place;
use crate::html::{Shows, that_shows};
use crate::issue::{self, Address, CheckedIssue};
use crate::markdown::{Document, InlineKind};
use crate::message::{MessageError, TOKEN, TOKEN_LENGTH};
use crate::newsletter::{self, Newsletter, craft};
use crate::report;
use crate::value::Id;

/// Looks at the mail by the rules of the craft, as the recipient with the longest way out gets it,
/// and makes the proof sheet.
pub(super) fn proofread(
    newsletter: &Newsletter,
    edition: &mut Edition<'_, '_>,
    on_disk: (&str, &str),
    first_page: Option<&str>,
) -> Result<Option<String>, MessageError> {
    let (issue, loaded) = (edition.issue, edition.loaded);
    let config = &issue.cluster.config;
    let token = "0".repeat(TOKEN_LENGTH);
    let links = UnsubscribeLinks::of(config, &token);
    let unsubscribe = links.body().to_string();
    let values = values(issue, &unsubscribe);
    let message =
        preview(newsletter, issue, &UnsubscribeLinks::of(config, &TOKEN.to_string()), "proof", &token)?;
    let address = Address::of(issue);
    let blocks: Vec<_> =
        newsletter.blocks.iter().map(|(place, html)| (place.clone(), html.html(&values))).collect();
    let shown = |id: &Id| that_shows(&newsletter.pictures, &Shows::Chart(id.clone())).is_some();
    let charts = report::indicator_charts(issue, edition.words);
    let charts = charts.iter().filter(|chart| shown(&chart.line.id)).filter_map(|chart| {
        let look = report::ChartLook { theme: &loaded.theme, language: &issue.language };
        loaded.typesetter.lettering(&chart.line.chart, look, issue.as_of.date)
    });
    let (html, text) = (newsletter.html.html(&values), newsletter.text.text(&values));
    let (online, accepted) = (address.page(), issue::accepted_passages(&loaded.sources));
    let mail = craft::Mail {
        html: &html,
        text: &text,
        listed: &newsletter.links,
        message: &message,
        tokens: loaded.theme.file("tokens.yaml"),
        subject: &newsletter.subject,
        preheader: &newsletter.preheader,
        preheader_written: issue.manifest.is_some_and(|manifest| manifest.preheader.is_some()),
        blocks: &blocks,
        pictures: &newsletter.pictures,
        images_url: config.images_url.as_ref().map(|url| url.as_str()),
        online: online.as_deref(),
        unsubscribe: &unsubscribe,
        publisher: &newsletter.publisher,
        reason: &newsletter.reason,
        statements: &newsletter.statements,
        chart_lettering: charts.reduce(f64::min),
        authored: &authored(issue),
        illustrated: &illustrated(issue),
        accepted: &accepted,
        colours: &newsletter.colours,
    };
    let faults = craft::faults(&mail);
    craft::report(&faults, edition.findings);
    let (html, text) = on_disk;
    let css = loaded.theme.css();
    let sheet = newsletter::Sheet {
        newsletter,
        issue,
        mail: &mail,
        faults: &faults,
        html,
        text,
        first_page,
        css: &css,
    };
    Ok(newsletter::proof(&sheet, &loaded.templates, edition.findings))
}

/// The links that authors wrote in the news and minutes: words, address, place.
fn authored(issue: &CheckedIssue<'_>) -> Vec<(String, String, Place)> {
    let updates = issue.updates.iter().map(|one| (&one.item.origin, &one.item.body));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin, &one.item.body));
    let mut found = Vec::new();
    for (origin, body) in updates.chain(meetings) {
        for link in body.clone().links_mut() {
            if let InlineKind::Link(url, text) = &link.kind {
                let words = Document::text_of(text).split_whitespace().collect::<Vec<_>>().join(" ");
                found.push((words, url.clone(), Place::new(origin.file.clone(), link.range.clone())));
            }
        }
    }
    found
}

/// The pictures that authors placed in the news and minutes: alternative text and place.
fn illustrated(issue: &CheckedIssue<'_>) -> Vec<(String, Place)> {
    let updates = issue.updates.iter().map(|one| (&one.item.origin, &one.item.body));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin, &one.item.body));
    let mut found = Vec::new();
    for (origin, body) in updates.chain(meetings) {
        for (range, image) in body.clone().images_mut() {
            found.push((image.alt.clone(), Place::new(origin.file.clone(), range)));
        }
    }
    found
}
