//! An issue's outputs, a function each: tables, report, page, newsletter.

use std::thread;

use jiff::Timestamp;

use super::edition::Edition;
use super::site::WebEdition;
use super::{Folder, Inputs, Loaded, Progress, mail, proof};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::issue::{self, CheckedIssue, Stage, withheld};
use crate::newsletter::{self, Newsletter};
use crate::output::{Facts, Outputs};
use crate::report::{self, PagePicture, Pictured, Report};
use crate::tables;
use crate::value::{Language, Month};
use crate::web::Site;

/// One of the outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The PDF report.
    Report,
    /// The newsletter.
    Newsletter,
    /// The web edition.
    Web,
}

/// What is asked of a build.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// One of the outputs only.
    pub only: Option<Output>,
    /// Pictures of the report's pages, to be looked at.
    pub pages: bool,
    /// Whether the report's PDF may be left empty: for looking alone.
    pub no_pdf: bool,
    /// The time on the clock: what is public by now.
    pub now: Timestamp,
}

impl Wanted {
    /// Whether an output is wanted.
    fn has(self, output: Output) -> bool {
        self.only.is_none_or(|only| only == output)
    }
}

/// The web edition of a build.
#[derive(Debug, Clone)]
pub enum WebOutput {
    /// None: of a draft, or not asked for.
    None,
    /// Not yet, and why.
    Withheld(String),
    /// Its files.
    Site(Box<Site>),
}

/// What was built, still in memory.
#[derive(Debug)]
pub struct Built {
    /// The files of the issue's folder.
    pub outputs: Outputs,
    /// The newsletter of each edition, in their order; none if no newsletter was asked for.
    pub newsletters: Vec<Newsletter>,
    /// The files of `output/web/`.
    pub web: WebOutput,
    /// The pages of each edition's report, if they were asked for.
    pub pages: Vec<(Language, Vec<PagePicture>)>,
}

/// Assembles and checks every edition; nothing if one may not be rendered.
pub fn checked<'l>(
    loaded: &'l Loaded,
    folder: &Folder,
    month: Month,
    stage: Stage,
    findings: &mut Diagnostics,
    progress: &mut dyn Progress,
) -> Option<Vec<CheckedIssue<'l>>> {
    progress.stage("assemble");
    let editions = loaded.assemble(month, folder.as_of, stage);
    progress.stage("check");
    let aids = loaded.aids();
    let checked: Vec<_> = editions.into_iter().map(|issue| issue::check(issue, &aids, findings)).collect();
    findings.retain(|finding| !loaded.cluster.config.accepts(finding));
    findings.dedup();
    checked.into_iter().collect()
}

/// Renders everything that is wanted, of every edition; nothing if an error stops it.
pub fn build(
    editions: &[CheckedIssue<'_>],
    loaded: &Loaded,
    wanted: Wanted,
    findings: &mut Diagnostics,
    progress: &mut dyn Progress,
) -> Option<Built> {
    let main = editions.first()?;
    let inputs = Inputs::of(loaded, main.month);
    let folder = loaded.sources.root.join("output").join(main.month.to_string());
    let mut outputs = match wanted.only {
        // What mail and page show of the report is that of an earlier build.
        Some(Output::Newsletter | Output::Web) => Outputs::keep(&folder, &facts(main, &inputs)),
        _ => Outputs::default(),
    };
    progress.stage("pictures");
    let needed: Vec<_> = editions.iter().flat_map(|issue| issue::needed(issue)).collect();
    let pictures = loaded.pictures(&needed, findings);
    if wanted.only.is_none() {
        progress.stage("tables");
        add_tables(&mut outputs, main, loaded, findings);
    }
    let hash = inputs.sources_hash();
    let mut newsletters = Vec::new();
    let mut web = WebEdition::default();
    let mut pages = Vec::new();
    for issue in editions {
        let Some(words) = loaded.words_of(&issue.language, findings) else { continue };
        let mut edition = Edition { issue, words, loaded, pictures: &pictures, drawn: vec![], findings };
        let (newsletter, drawn) = edition.add_report_and_newsletter(&mut outputs, &hash, wanted, progress);
        pages.push((issue.language.clone(), drawn));
        if wanted.has(Output::Web) {
            progress.stage(&stage_of("web", issue));
            web.edition(&mut edition, &mut outputs);
        }
        if wanted.has(Output::Newsletter) {
            let Some(newsletter) = newsletter else { continue };
            if loaded.cluster.config.images_url.is_some() {
                web.host(&newsletter.pictures);
            }
            newsletters.push(newsletter);
        }
    }
    if findings.has_fatal() || main.stage == Stage::Final && findings.has_errors() {
        return None;
    }
    let web = web_output(web, editions, loaded, wanted, findings);
    if findings.has_errors() && main.stage == Stage::Final {
        return None;
    }
    findings.retain(|finding| !loaded.cluster.config.accepts(finding));
    let facts = facts(main, &inputs);
    if wanted.only == Some(Output::Report) {
        outputs.add_others(Outputs::keep(&folder, &facts));
    }
    outputs.add_record(facts, findings)?;
    Some(Built { outputs, newsletters, web, pages })
}

/// The web edition: of a final build that the clock lets out.
fn web_output(
    web: WebEdition,
    editions: &[CheckedIssue<'_>],
    loaded: &Loaded,
    wanted: Wanted,
    findings: &mut Diagnostics,
) -> WebOutput {
    let Some(main) = editions.first().filter(|main| main.stage == Stage::Final && wanted.has(Output::Web))
    else {
        return WebOutput::None;
    };
    match editions.iter().find_map(|issue| withheld(issue, wanted.now)) {
        Some(why) => WebOutput::Withheld(why),
        None => WebOutput::Site(Box::new(web.finish(main, loaded, wanted.now, findings))),
    }
}

/// Typesets an issue only to find what is wrong with the report's layouts.
pub fn look_at_layouts(issue: &CheckedIssue<'_>, loaded: &Loaded, findings: &mut Diagnostics) {
    let Some(words) = loaded.words_of(&issue.language, findings) else { return };
    let hash = Inputs::of(loaded, issue.month).sources_hash();
    let data = report::report_data(issue, words, (&loaded.layouts, &loaded.theme), &hash);
    // What is wrong with the pictures is known already.
    let pictures = loaded.pictures(&issue::needed(issue), &mut Diagnostics::new());
    loaded.typesetter.look_at_layouts(issue, &data, &pictures, findings);
}

/// The name of a stage: with its language where there are several editions.
fn stage_of(name: &str, issue: &CheckedIssue<'_>) -> String {
    match issue.editions.len() {
        1 => name.to_string(),
        _ => format!("{name} {}", issue.language.as_str()),
    }
}

/// What `build.json` says of a build.
fn facts(main: &CheckedIssue<'_>, inputs: &Inputs<'_>) -> Facts {
    Facts {
        bulletin: env!("CARGO_PKG_VERSION").to_string(),
        issue: main.month.to_string(),
        number: main.number,
        languages: main.editions.iter().map(|language| language.as_str().to_string()).collect(),
        stage: match main.stage {
            Stage::Draft => "draft".to_string(),
            Stage::Final => "final".to_string(),
        },
        as_of: main.as_of.stamp.to_string(),
        sources_sha256: inputs.sources_hash(),
        layouts_sha256: inputs.layouts_hash().to_string(),
    }
}

/// The tables and the issue's data for other programs.
fn add_tables(outputs: &mut Outputs, main: &CheckedIssue<'_>, loaded: &Loaded, findings: &mut Diagnostics) {
    match tables::render(main, &loaded.layouts) {
        Ok(tables) => tables.into_iter().for_each(|(name, bytes)| outputs.add(name, bytes)),
        Err(error) => {
            findings.push(Diagnostic::fatal("tables", format!("issue.json can't be written: {error}")));
        }
    }
}

impl Edition<'_, '_> {
    /// What is wanted of the report and the newsletter: while one is typeset the other is rendered.
    fn add_report_and_newsletter(
        &mut self,
        outputs: &mut Outputs,
        hash: &str,
        wanted: Wanted,
        progress: &mut dyn Progress,
    ) -> (Option<Newsletter>, Vec<PagePicture>) {
        let (issue, loaded, pictures) = (self.issue, self.loaded, self.pictures);
        let typesetter = &loaded.typesetter;
        let data = wanted.has(Output::Report).then(|| {
            progress.stage(&stage_of("report", issue));
            report::report_data(issue, self.words, (&loaded.layouts, &loaded.theme), hash)
        });
        // Mail and web show its first page; alone it needs no picture.
        let pictured = data.is_some() && wanted.only.is_none();
        let pictures_of = Pictured { first_page: pictured, pages: wanted.pages, no_pdf: wanted.no_pdf };
        thread::scope(|scope| {
            let typeset = data.as_ref().map(|data| {
                scope.spawn(move || {
                    let mut found = Diagnostics::new();
                    let report = typesetter.report(issue, data, pictures, pictures_of, &mut found);
                    (report, found)
                })
            });
            if wanted.has(Output::Web) || wanted.has(Output::Newsletter) {
                self.draw();
            }
            let newsletter = wanted.has(Output::Newsletter).then(|| {
                progress.stage(&stage_of("newsletter", issue));
                self.add_newsletter(outputs, pictured)
            });
            let mut drawn = vec![];
            if let Some(typeset) = typeset {
                progress.stage(&stage_of("report", issue));
                match typeset.join() {
                    Ok((report, found)) => {
                        self.findings.append(found);
                        drawn = self.add_report(outputs, report);
                    }
                    Err(_) => self.findings.push(Diagnostic::fatal("typst", "typesetting failed")),
                }
            }
            (newsletter.flatten(), drawn)
        })
    }

    /// The report as PDF; its pages come back.
    fn add_report(&self, outputs: &mut Outputs, report: Option<Report>) -> Vec<PagePicture> {
        let Some(report) = report else { return vec![] };
        let issue = self.issue;
        let name = format!("report.{}.pdf", issue.language.as_str());
        // Nobody links into a report that is not for everybody, and its places would name what it holds.
        let places = if issue.is_sensitive() { vec![] } else { report.destinations };
        outputs.attached(&name, "report.json", &report.data, places);
        outputs.add(name, report.pdf);
        if let Some(png) = report.first_page {
            outputs.add(format!("report.{}.png", issue.language.as_str()), png);
        }
        report.drawn
    }

    /// The newsletter: HTML with its pictures beside it, text, a message to look at, the proof sheet.
    fn add_newsletter(&mut self, outputs: &mut Outputs, pictured: bool) -> Option<Newsletter> {
        let issue = self.issue;
        let (means, findings) = self.means();
        let newsletter = newsletter::render(issue, means, findings)?;
        let language = issue.language.as_str();
        let links = mail::UnsubscribeLinks::preview(&issue.cluster.config);
        let on_disk = mail::on_disk(&links);
        let (html, text) = (newsletter.html.html(&on_disk), newsletter.text.text(&on_disk));
        outputs.add(format!("newsletter.{language}.html"), html.clone());
        outputs.add(format!("newsletter.{language}.txt"), text.clone());
        for picture in &newsletter.pictures {
            outputs.add(format!("images/{}", picture.name), picture.bytes.clone());
        }
        let id = format!("preview-{}-{language}", issue.month);
        let made = mail::preview(&newsletter, issue, &links, &id, "").and_then(|message| {
            outputs.add(format!("newsletter.{language}.eml"), message);
            let page = format!("report.{language}.png");
            let page = (pictured || outputs.files.contains_key(&page)).then_some(page);
            proof::proofread(&newsletter, self, (&html, &text), page.as_deref())
        });
        match made {
            Ok(Some(proof)) => outputs.add(format!("proof.{language}.html"), proof),
            Ok(None) => {}
            Err(error) => self.findings.push(Diagnostic::fatal("message", error.to_string())),
        }
        Some(newsletter)
    }
}
