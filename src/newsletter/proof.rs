//! The proof sheet: one page on which a communications officer sees a mail as its readers will, and
//! signs it off.

use serde_json::{Value, json};

use super::Newsletter;
use super::craft::{self, Fault, Mail, dom};
use crate::diagnostic::Diagnostics;
use crate::html::Templates;
use crate::issue::{CheckedIssue, Stage};
use crate::value::{Colour, Parse};

/// What Gmail shows of a part, in bytes.
const CLIPPED: usize = 102_400;

/// What a proof sheet is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The newsletter.
    pub newsletter: &'a Newsletter,
    /// The issue.
    pub issue: &'a CheckedIssue<'a>,
    /// The mail as it was looked at.
    pub mail: &'a Mail<'a>,
    /// What was found.
    pub faults: &'a [Fault],
    /// The HTML as it lies among the outputs.
    pub html: &'a str,
    /// The text as it lies there.
    pub text: &'a str,
    /// The picture of the report's first page, if it lies there too.
    pub first_page: Option<&'a str>,
    /// The theme's variables.
    pub css: &'a str,
}

/// Renders the proof sheet. `on_disk` are the two parts as they lie beside it, with their pictures
/// in `images/`.
pub fn proof(sheet: &Sheet<'_>, templates: &Templates, findings: &mut Diagnostics) -> Option<String> {
    let Sheet { newsletter, issue, mail, faults, html, text, .. } = *sheet;
    let bytes = craft::encoded_html(mail.message);
    let rules: Vec<Value> = craft::RULES
        .iter()
        .zip(1..)
        .map(|(asks, number): (_, u8)| {
            let own = faults.iter().filter(|fault| fault.rule == number);
            let own: Vec<Value> = own.map(|fault| json!({"text": fault.message})).collect();
            json!({"number": number, "asks": asks, "faults": own})
        })
        .collect();
    let contrasts: Vec<Value> = newsletter
        .colours
        .iter()
        .map(|(name, text, ground)| {
            let colour = |text: &str| Colour::parse(text).unwrap_or(Colour::BLACK);
            json!({"name": name, "ratio": format!("{:.1}", colour(text).contrast(colour(ground)))})
        })
        .collect();
    let leave = mail.html.rfind(&crate::markdown::escape_attribute(mail.unsubscribe));
    let data = json!({
        "subject": newsletter.subject, "subject_length": newsletter.subject.chars().count(),
        "preheader": newsletter.preheader, "preheader_length": newsletter.preheader.chars().count(),
        "cluster": issue.name().text, "number": issue.number, "lang": issue.language.as_str(),
        "draft": issue.stage == Stage::Draft,
        "words": spoken_words(mail.html), "bytes": bytes, "share": bytes * 100 / CLIPPED,
        "leave_at": leave.map_or(0, |at| at + mail.unsubscribe.len()),
        "contacts": contacts(mail), "faults": faults.len(),
        "views": views(html), "bare": without_styles(&light(html)), "text": text,
        "least_dark": format!("{:.1}", craft::least_in_the_dark(mail.html)),
        "link_count": links(mail.html).len(), "first_page": sheet.first_page, "css": sheet.css,
        "links": links(mail.html), "pictures": pictures(newsletter, issue, mail.html),
        "contrasts": contrasts, "rules": rules,
    });
    templates.mail("proof", &data, findings)
}

/// The words that a reader meets from the title to the acknowledgement; what pictures say and what
/// is hidden is not counted.
pub fn spoken_words(html: &str) -> usize {
    let start = html.find("<h1").unwrap_or(0);
    let end = html[start..].find("<!--acknowledgement-->").map_or(html.len(), |at| start + at);
    dom::Page::parse(&html[start..end])
        .named(&["body"])
        .map(|body| {
            body.visible_text().split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count()
        })
        .sum()
}

/// Who learns that the mail is opened.
fn contacts(mail: &Mail<'_>) -> String {
    match mail.images_url {
        None => "nobody: the pictures travel with it. It holds no tracking.".to_string(),
        Some(base) => format!(
            "{} ({} pictures, the same for every recipient). Nothing else; it holds no tracking.",
            base.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(base),
            mail.pictures.len()
        ),
    }
}

/// The mail as it looks in light surroundings, whatever those are in which the proof is looked at.
fn light(html: &str) -> String {
    html.replace("@media (prefers-color-scheme:dark)", "@media not all")
}

/// The mail as programs show it that drop its `<style>`.
fn without_styles(html: &str) -> String {
    let kept = |(i, part): (usize, &str)| match i {
        0 => part.to_string(),
        _ => part.split_once("</style>").map_or(String::new(), |(_, rest)| rest.to_string()),
    };
    html.split("<style>").enumerate().map(kept).collect()
}

/// The mail in its views, at one look.
fn views(html: &str) -> Vec<Value> {
    let light = light(html);
    let dark = html.replace("@media (prefers-color-scheme:dark)", "@media all");
    let off: String = light
        .split("<img src=\"")
        .enumerate()
        .map(|(i, part)| match i {
            0 => part.to_string(),
            _ => format!("<img {}", part.split_once('"').map_or(part, |(_, rest)| rest)),
        })
        .collect();
    [
        ("On a computer", 640, &light),
        ("On a phone", 320, &light),
        ("On a phone, in the dark", 320, &dark),
        ("With pictures off", 320, &off),
    ]
    .into_iter()
    .map(|(name, width, html)| json!({"name": name, "width": width, "html": html}))
    .collect()
}

/// Every link with its text.
fn links(html: &str) -> Vec<Value> {
    let page = dom::Page::parse(html);
    let links = page.named(&["a"]).map(|link| {
        let picture = page.named(&["img"]).find(|picture| picture.is_in(link));
        let alt = picture.and_then(|picture| picture.attr("alt")).unwrap_or_default().to_string();
        let text = Some(link.visible_text()).filter(|words| !words.is_empty()).unwrap_or(alt);
        json!({"text": text, "href": link.attr("href").unwrap_or_default()})
    });
    links.collect()
}

/// Every picture with what is read aloud in its place, and its credit.
fn pictures(newsletter: &Newsletter, issue: &CheckedIssue<'_>, html: &str) -> Vec<Value> {
    let page = dom::Page::parse(html);
    let mut credits = std::collections::BTreeMap::new();
    for update in issue.updates.iter() {
        for (_, image) in update.item.body.clone().images_mut() {
            credits.insert(image.url.clone(), image.title.clone());
        }
    }
    newsletter
        .pictures
        .iter()
        .map(|picture| {
            let shown = page.named(&["img"]).find(|one| one.attr("src").is_some_and(|src| src.contains(&picture.name)));
            let alt = shown.and_then(|one| one.attr("alt")).unwrap_or("(not shown)");
            json!({
                "name": picture.name, "file": picture.path().map_or_else(|| picture.shows.word(), |path| path.rsplit('/').next().unwrap_or(path)), "alt": if alt.is_empty() { "(nothing: it decorates)" } else { alt },
                "credit": picture.path().and_then(|path| credits.get(path)).map_or("\u{2013}", String::as_str),
                "size": format!("{} \u{d7} {} pixels, {} kB", picture.width, picture.height, picture.bytes.len().div_ceil(1000)),
            })
        })
        .collect()
}
