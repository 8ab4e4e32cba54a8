//! Feeds: RSS, Atom (RFC 4287) and JSON Feed 1.1, whose items are a contribution each.

use serde::Deserialize;

use super::super::tree::{self, link, paragraph, text};
use super::super::{Contribution, Kind, Refused, Removed, Text, Why, links};
use super::pack::{all_text, attribute, child, is, xml};
use super::{Input, any_day, html};
use crate::markdown::InlineKind;
use crate::value::{decoded_xml, sha256};

/// The most items that are taken of one feed.
const ITEMS: usize = 500;

/// An item of a feed.
#[derive(Default)]
struct Item {
    id: String,
    title: String,
    link: String,
    date: String,
    html: String,
    language: Option<String>,
}

/// A feed in XML.
pub(super) fn xml_items(input: &Input) -> Result<Vec<Contribution>, Refused> {
    let feed_text = named_entities(&decoded_xml(&input.bytes));
    let tree = xml(&feed_text)?;
    let root = tree.root_element();
    let channel = child(root, "channel").unwrap_or(root);
    let language =
        child(channel, "language").map(all_text).or_else(|| attribute(root, "lang").map(str::to_string));
    let base =
        attribute(root, "base").map(str::to_string).or_else(|| child(channel, "link").and_then(address_of));
    let items = root.descendants().filter(|node| is(*node, "item") || is(*node, "entry")).take(ITEMS);
    let mut all = Vec::new();
    for node in items {
        let words = |name: &str| {
            child(node, name).map(all_text).map(|words| words.trim().to_string()).unwrap_or_default()
        };
        let content = ["encoded", "content", "description", "summary"].iter().find_map(|name| {
            let found = child(node, name)?;
            let inner = match attribute(found, "type") {
                // Within the feed's own tags.
                Some("xhtml") => feed_text.get(found.range()).unwrap_or_default().to_string(),
                Some("text") => escaped(&all_text(found)),
                _ => all_text(found),
            };
            (!inner.trim().is_empty()).then_some(inner)
        });
        let links = node.children().filter(|node| is(*node, "link"));
        let leads = links
            .filter(|link| attribute(*link, "rel").is_none_or(|rel| rel == "alternate"))
            .find_map(address_of);
        let date = ["pubDate", "published", "date", "updated"]
            .iter()
            .map(|name| words(name))
            .find(|date| !date.is_empty());
        let link = leads.map(|leads| whole(&leads, base.as_deref())).unwrap_or_default();
        let id = ["guid", "id"]
            .iter()
            .map(|name| words(name))
            .find(|id| !id.is_empty())
            .unwrap_or_else(|| link.clone());
        let item = Item {
            id,
            title: words("title"),
            link,
            date: date.unwrap_or_default(),
            html: content.unwrap_or_default(),
            language: language.clone(),
        };
        all.push(contribution(input, item, base.as_deref())?);
    }
    Ok(all)
}

/// A feed in JSON.
#[derive(Deserialize)]
struct JsonFeed {
    #[serde(default)]
    items: Vec<JsonItem>,
    home_page_url: Option<String>,
    language: Option<String>,
}

/// An item of a feed in JSON.
#[derive(Deserialize)]
struct JsonItem {
    id: Option<JsonId>,
    url: Option<String>,
    title: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
    summary: Option<String>,
    date_published: Option<String>,
    language: Option<String>,
}

/// An id: a text, or a number, which many write.
#[derive(Deserialize)]
#[serde(untagged)]
enum JsonId {
    Text(String),
    Number(serde_json::Number),
}

/// A feed in JSON.
pub(super) fn json(input: &Input) -> Result<Vec<Contribution>, Refused> {
    let text = crate::value::decoded(&input.bytes);
    let feed: JsonFeed = serde_json::from_str(&text).map_err(|error| {
        Refused::new(
            format!("the feed can't be read: line {}, column {}", error.line(), error.column()),
            "is it a JSON Feed? open its address in a browser",
        )
    })?;
    let base = feed.home_page_url;
    let item = |item: JsonItem| {
        let link = item.url.map(|url| whole(&url, base.as_deref())).unwrap_or_default();
        let id = match item.id {
            Some(JsonId::Text(id)) => id,
            Some(JsonId::Number(id)) => id.to_string(),
            None => link.clone(),
        };
        let html =
            item.content_html.or_else(|| item.content_text.or(item.summary).map(|text| escaped(&text)));
        let item = Item {
            id,
            title: item.title.unwrap_or_default(),
            link,
            date: item.date_published.unwrap_or_default(),
            html: html.unwrap_or_default(),
            language: item.language.or_else(|| feed.language.clone()),
        };
        contribution(input, item, base.as_deref())
    };
    feed.items.into_iter().take(ITEMS).map(item).collect()
}

/// An item as a contribution: its words, and where to read more.
fn contribution(input: &Input, item: Item, base: Option<&str>) -> Result<Contribution, Refused> {
    let mut read = html::read(&item.html)?;
    for inline in read.document.links_mut() {
        if let InlineKind::Link(url, _) = &mut inline.kind {
            *url = whole(url, base);
        }
    }
    // A title may hold tags, or what stands for them.
    let title = html::read(&unescaped(&item.title))?;
    let title = tree::words(&title.document).split_whitespace().collect::<Vec<_>>().join(" ");
    let date = any_day(&item.date);
    if date.is_none() && !item.date.is_empty() {
        read.removed.push(Removed::new(Why::Unmapped, format!("a date that can't be read: {}", item.date)));
    }
    let leads = links::cleaned(&item.link);
    if !leads.is_empty() {
        let name = leads.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(&leads);
        let words = if title.is_empty() { name.to_string() } else { title.clone() };
        read.document.blocks.push(paragraph(vec![link(leads.as_str(), vec![text(words)])]));
    }
    let original = format!("{}\n{}\n{}\n{}\n", item.title, item.link, item.date, item.html);
    let domain =
        leads.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).map(str::to_lowercase);
    Ok(Contribution {
        identity: format!("feed:{}", item.id),
        source: if input.name.contains("://") { input.name.clone() } else { leads },
        sha256: sha256(original.as_bytes()),
        original: (original.into_bytes(), "html"),
        text: Text { title: (!title.is_empty()).then_some(title), date, language: item.language, ..read },
        domain,
        project: None,
        kind: Kind::Update,
        is_dated: true,
        fields: vec![],
    })
}

/// The address of a link in a feed: its attribute, or what it holds.
fn address_of(node: roxmltree::Node<'_, '_>) -> Option<String> {
    let inner = all_text(node).trim().to_string();
    attribute(node, "href").map(str::to_string).or_else(|| (!inner.is_empty()).then_some(inner))
}

/// An address in full, by the page that it stands on.
fn whole(url: &str, base: Option<&str>) -> String {
    let url = url.trim();
    if url.is_empty() || url.contains("://") || url.starts_with("mailto:") {
        return url.to_string();
    }
    let Some((scheme, rest)) = base.and_then(|base| base.split_once("://")) else { return url.to_string() };
    let host = rest.split('/').next().unwrap_or(rest);
    if let Some(other) = url.strip_prefix("//") {
        return format!("{scheme}://{other}");
    }
    if url.starts_with('/') {
        return format!("{scheme}://{host}{url}");
    }
    let folder = rest.rsplit_once('/').map_or(rest, |(folder, _)| folder);
    format!("{scheme}://{folder}/{}", url.trim_start_matches("./"))
}

/// Plain words as HTML.
fn escaped(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    words.split("\n\n").map(|part| format!("<p>{}</p>", part.trim().replace('\n', "<br>"))).collect()
}

/// Words in which tags were written for tags: `&lt;b&gt;`.
fn unescaped(words: &str) -> String {
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A text with HTML's named signs, which XML does not know, as the signs themselves.
fn named_entities(text: &str) -> String {
    const NAMED: &[(&str, &str)] = &[
        ("&nbsp;", "\u{A0}"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&hellip;", "…"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&rdquo;", "”"),
        ("&ldquo;", "“"),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&euro;", "€"),
        ("&copy;", "©"),
        ("&eacute;", "é"),
        ("&egrave;", "è"),
        ("&agrave;", "à"),
        ("&uuml;", "ü"),
        ("&ouml;", "ö"),
        ("&auml;", "ä"),
        ("&szlig;", "ß"),
    ];
    NAMED.iter().fold(
        text.to_string(),
        |text, (name, sign)| if text.contains(name) { text.replace(name, sign) } else { text },
    )
}
