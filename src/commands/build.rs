//! `bulletin build`: the report, the newsletter and the web edition into `output/`.

use std::borrow::Cow;
use std::path::PathBuf;

use serde_json::json;

use super::mail::{Ways, preview, values};
use super::site::WebEdition;
use super::{Console, Desk, Exit, Loaded, Stop, send, tally};
use crate::cli::Only;
use crate::diagnostic::{Diagnostics, Place};
use crate::issue::{self, CheckedIssue, Pictures, Stage};
use crate::markdown::{Document, InlineKind};
use crate::message::{TOKEN, TOKEN_LENGTH};
use crate::model::{Month, SENT_FILE, SentLine};
use crate::newsletter::{self, Newsletter, Values, craft};
use crate::output::{Outputs, sha256, write_site};
use crate::report;
use crate::tables;
use crate::web::{self, Site};
use crate::words::Words;

/// What was built, still in memory.
pub struct Built {
    /// The files of the issue's folder.
    pub outputs: Outputs,
    /// The newsletter of each edition, in their order; none if no newsletter was asked for.
    pub newsletters: Vec<Newsletter>,
    /// The files of `output/web/`, of a final build.
    pub site: Option<Site>,
}

/// Builds and writes.
pub fn run(
    desk: &Desk,
    asked: Option<&str>,
    stage: Stage,
    only: Option<Only>,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let mut loaded = desk.load(console)?;
    let month = desk.month(&mut loaded, asked, console)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let editions = checked(&loaded, desk, month, stage, &mut findings, console)?;
    let built = build(&editions, &loaded, only, &mut findings, console);
    findings.dedup();
    let summary = tally(&findings);
    let errors = findings.has_errors();
    console.findings(findings, &loaded.texts);
    let built = built.ok_or(Stop::Errors)?;
    write(&built, desk, month, console)?;
    if stage == Stage::Draft && loaded.cluster.config.web_url.is_some() && only.is_none() {
        console.say("output/web/ was not changed: a draft is not published; `--final` does that");
    }
    if let Some(summary) = summary {
        console.say(&match (stage, errors) {
            (Stage::Draft, true) => format!("draft built in spite of {summary}; `--final` would refuse it"),
            _ => format!("built with {summary}"),
        });
    }
    Ok(Exit::Done)
}

/// Assembles and checks every edition; all findings are printed if one may not be rendered.
pub fn checked<'l>(
    loaded: &'l Loaded,
    desk: &Desk,
    month: Month,
    stage: Stage,
    findings: &mut Diagnostics,
    console: &mut dyn Console,
) -> Result<Vec<CheckedIssue<'l>>, Stop> {
    console.stage("assemble");
    let editions = loaded.assemble(month, desk, stage);
    console.stage("check");
    let aids = loaded.aids();
    let checked: Vec<_> = editions.into_iter().map(|issue| issue::check(issue, &aids, findings)).collect();
    findings.dedup();
    checked.into_iter().collect::<Option<Vec<_>>>().ok_or_else(|| {
        let findings = std::mem::take(findings);
        let summary = tally(&findings).unwrap_or_default();
        console.findings(findings, &loaded.texts);
        console.say(&format!("nothing was written: {summary}"));
        Stop::Errors
    })
}

/// The folder of an issue's outputs.
pub fn folder(desk: &Desk, month: Month) -> PathBuf {
    desk.root.join("output").join(month.to_string())
}

/// Writes the outputs and says where they are.
pub fn write(built: &Built, desk: &Desk, month: Month, console: &mut dyn Console) -> Result<(), Stop> {
    console.stage("write");
    let folder = folder(desk, month);
    built.outputs.write(&folder).map_err(|error| Stop::Failure(error.words()))?;
    let web = desk.root.join("output").join("web");
    if let Some(site) = &built.site {
        write_site(site, &web).map_err(|error| Stop::Failure(error.words()))?;
    }
    console.stage("");
    for path in built.outputs.0.keys().filter(|path| path.contains('.') && !path.contains('/')) {
        console.data(&format!("{}\n", folder.join(path).display()));
    }
    if built.site.is_some() {
        console.data(&format!("{}\n", web.join("index.html").display()));
    }
    Ok(())
}

/// Renders everything that was asked for, of every edition.
pub fn build(
    editions: &[CheckedIssue<'_>],
    loaded: &Loaded,
    only: Option<Only>,
    findings: &mut Diagnostics,
    console: &mut dyn Console,
) -> Option<Built> {
    let main = editions.first()?;
    let hash = sources_hash(loaded, main.month);
    let facts = facts(main, loaded, &hash);
    let mut outputs = match only {
        Some(_) => Outputs::keep(&loaded.sources.root.join("output").join(main.month.to_string()), &facts),
        None => Outputs::default(),
    };
    console.stage("pictures");
    let needed: Vec<_> = editions.iter().flat_map(|issue| issue::needed(issue)).collect();
    let pictures = Pictures::read(&loaded.sources, &needed, &loaded.layouts, findings);
    if only.is_none() {
        console.stage("tables");
        for (name, bytes) in tables::render(main, &loaded.layouts) {
            outputs.add(name, bytes);
        }
    }
    let mut newsletters = Vec::new();
    let mut web = WebEdition::default();
    for issue in editions {
        let Some(words) = loaded.words.get(&issue.language) else { continue };
        let language = issue.language.as_str();
        if matches!(only, None | Some(Only::Report)) {
            console.stage(&stage_of("report", issue));
            let data = report::report_data(issue, words, &loaded.layouts, &hash);
            let data = serde_json::to_vec_pretty(&data).unwrap_or_default();
            if let Some(report) = report::render(issue, &data, &pictures, &loaded.layouts, findings) {
                let name = format!("report.{language}.pdf");
                // Nobody links into a report that is not for everybody, and its places would name what it holds.
                let places = if issue.is_sensitive() { vec![] } else { report.destinations };
                outputs.attached(&name, "report.json", &data, &places);
                outputs.add(name, report.pdf);
            }
        }
        if matches!(only, None | Some(Only::Web)) {
            console.stage(&stage_of("web", issue));
            web.edition(issue, &pictures, loaded, words, &mut outputs, findings);
        }
        if matches!(only, None | Some(Only::Newsletter)) {
            console.stage(&stage_of("newsletter", issue));
            let Some(newsletter) = newsletter(issue, &pictures, loaded, words, findings) else { continue };
            if let Err(why) = add_newsletter(&mut outputs, &newsletter, issue, loaded, findings) {
                findings.push(super::stopped("message", why));
            }
            if loaded.cluster.config.images_url.is_some() {
                web.host(&newsletter.pictures);
            }
            newsletters.push(newsletter);
        }
    }
    if findings.has_fatal() || main.stage == Stage::Final && findings.has_errors() {
        return None;
    }
    let site = match (main.stage, only) {
        (Stage::Final, None | Some(Only::Web)) => {
            let now = console.now();
            match editions.iter().find_map(|issue| send::held(issue, now)) {
                Some(why) => {
                    console.say(&format!("output/web/ was not changed: {why}"));
                    None
                }
                None => Some(web.finish(main, loaded, now, findings)),
            }
        }
        _ => None,
    };
    if findings.has_errors() && main.stage == Stage::Final {
        return None;
    }
    outputs.add_record(&facts);
    Some(Built { outputs, newsletters, site })
}

/// Typesets an issue only to find what is wrong with the report's layouts.
pub fn look_at_layouts(issue: &CheckedIssue<'_>, loaded: &Loaded, findings: &mut Diagnostics) {
    let Some(words) = loaded.words.get(&issue.language) else { return };
    let data = report::report_data(issue, words, &loaded.layouts, &sources_hash(loaded, issue.month));
    let data = serde_json::to_vec_pretty(&data).unwrap_or_default();
    // What is wrong with the pictures is known already.
    let pictures =
        Pictures::read(&loaded.sources, &issue::needed(issue), &loaded.layouts, &mut Diagnostics::new());
    report::look_at_layouts(issue, &data, &pictures, &loaded.layouts, findings);
}

/// The name of a stage: with its language where there are several editions.
fn stage_of(name: &str, issue: &CheckedIssue<'_>) -> String {
    match issue.editions.len() {
        1 => name.to_string(),
        _ => format!("{name} {}", issue.language.as_str()),
    }
}

/// What `build.json` says of a build.
fn facts(main: &CheckedIssue<'_>, loaded: &Loaded, sources_hash: &str) -> serde_json::Value {
    json!({
        "bulletin": env!("CARGO_PKG_VERSION"),
        "issue": main.month.to_string(),
        "number": main.number,
        "languages": main.editions.iter().map(|language| language.as_str()).collect::<Vec<_>>(),
        "stage": match main.stage { Stage::Draft => "draft", Stage::Final => "final" },
        "as_of": main.as_of.stamp.to_string(),
        "sources_sha256": sources_hash,
        "layouts_sha256": layouts_hash(loaded),
    })
}

/// Renders the newsletter with its emblem.
fn newsletter(
    issue: &CheckedIssue<'_>,
    pictures: &Pictures,
    loaded: &Loaded,
    words: &Words,
    findings: &mut Diagnostics,
) -> Option<Newsletter> {
    match report::emblem_png(&loaded.layouts, newsletter::EMBLEM_WIDTH, issue.as_of.date) {
        Ok(emblem) => newsletter::render(issue, pictures, &emblem, &loaded.layouts, words, findings),
        Err(more) => {
            findings.append(more);
            None
        }
    }
}

/// The newsletter's files: HTML with its pictures beside it, text, and a preview message.
fn add_newsletter(
    outputs: &mut Outputs,
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    loaded: &Loaded,
    findings: &mut Diagnostics,
) -> Result<(), String> {
    let language = issue.language.as_str();
    let config = &issue.cluster.config;
    let ways = Ways::preview(config);
    let on_disk = Values {
        unsubscribe: ways.mail().to_string(),
        pictures: "images/".into(),
        pictures_end: String::new(),
    };
    outputs.add(format!("newsletter.{language}.html"), newsletter.html.html(&on_disk));
    outputs.add(format!("newsletter.{language}.txt"), newsletter.text.text(&on_disk));
    for picture in &newsletter.pictures {
        outputs.add(format!("images/{}", picture.name), picture.bytes.clone());
    }
    let id = format!("preview-{}-{language}", issue.month);
    let message = preview(newsletter, issue, &ways, &id, "")?;
    outputs.add(format!("newsletter.{language}.eml"), message);
    let on_disk = (newsletter.html.html(&on_disk), newsletter.text.text(&on_disk));
    if let Some(proof) = proofread(newsletter, issue, loaded, (&on_disk.0, &on_disk.1), findings)? {
        outputs.add(format!("proof.{language}.html"), proof);
    }
    Ok(())
}

/// Looks at the mail by the rules of the craft, as the recipient with the longest way out gets it,
/// and makes the proof sheet.
fn proofread(
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    loaded: &Loaded,
    on_disk: (&str, &str),
    findings: &mut Diagnostics,
) -> Result<Option<String>, String> {
    let config = &issue.cluster.config;
    let token = "0".repeat(TOKEN_LENGTH);
    let ways = Ways::of(config, &token);
    let unsubscribe = ways.body().to_string();
    let values = values(issue, &unsubscribe);
    let message = preview(newsletter, issue, &Ways::of(config, &TOKEN.to_string()), "proof", &token)?;
    let address = web::Address::of(issue);
    let blocks: Vec<_> =
        newsletter.blocks.iter().map(|(place, html)| (place.clone(), html.html(&values))).collect();
    let words = loaded.words.get(&issue.language);
    let charts = words.map(|words| report::indicator_charts(issue, words)).unwrap_or_default();
    let shown = newsletter.pictures.iter().any(|picture| picture.source.starts_with("chart:"));
    let charts = charts.iter().filter(|_| shown).filter_map(|chart| {
        report::chart_lettering(chart, &issue.language, &loaded.layouts, issue.as_of.date)
    });
    let (html, text) = (newsletter.html.html(&values), newsletter.text.text(&values));
    let (online, accepted) = (address.page(), issue::accepted_passages(&loaded.sources));
    let mail = craft::Mail {
        html: &html,
        text: &text,
        listed: &newsletter.links,
        message: &message,
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
    craft::report(&faults, findings);
    Ok(newsletter::proof(newsletter, issue, &mail, &faults, on_disk, &loaded.layouts, findings))
}

/// The links that authors wrote in the news and minutes: words, address, place.
fn authored(issue: &CheckedIssue<'_>) -> Vec<(String, String, Place)> {
    let updates = issue.updates.iter().map(|one| (&one.item.origin, &one.item.body));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin, &one.item.body));
    let mut found = Vec::new();
    for (origin, body) in updates.chain(meetings) {
        for link in body.clone().links_mut() {
            if let InlineKind::Link(url, text) = &link.kind {
                let words = Document::words(text).split_whitespace().collect::<Vec<_>>().join(" ");
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

/// The hash over all texts and the configuration, by path. Of what was sent only what was sent before
/// a month counts: nothing else is in its issue.
pub fn sources_hash(loaded: &Loaded, before: Month) -> String {
    let mut all = Vec::new();
    for file in loaded.sources.files.values() {
        let text = match &*file.path == SENT_FILE {
            true => Cow::Owned(sent_before(&file.text, before)),
            false => Cow::Borrowed(&*file.text),
        };
        if !text.is_empty() {
            all.extend_from_slice(&[file.path.as_bytes(), b"\0", text.as_bytes(), b"\0"].concat());
        }
    }
    sha256(&all)
}

/// What `sources/sent.yaml` says of issues before a month; a file that can't be read as it is.
fn sent_before(text: &str, before: Month) -> String {
    let before = before.to_string();
    match SentLine::parse_all(text) {
        Ok(mut lines) => {
            lines.retain(|line| line.issue < before);
            SentLine::write_all(&lines)
        }
        Err(_) => text.to_string(),
    }
}

/// The hash over all layouts, by path.
fn layouts_hash(loaded: &Loaded) -> String {
    let all = loaded.layouts.below("").flat_map(|(path, bytes)| [path.as_bytes(), b"\0", bytes, b"\0"]);
    sha256(&all.collect::<Vec<_>>().concat())
}
