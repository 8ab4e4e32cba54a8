//! What the outputs must show of the first synergy call: `coverage.tsv` has a line for each fact
//! and part. Deleting a fact's source lines must take it out of the outputs.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bulletin::diagnostic::Diagnostics;
use bulletin::html::{EMBLEM_WIDTH, Means, PICTURE_WIDTH, Picture, Templates};
use bulletin::issue::{self, Pictures, Stage};
use bulletin::layouts::Layouts;
use bulletin::model::Cluster;
use bulletin::newsletter::{self, Values};
use bulletin::report::Pictured;
use bulletin::theme::{DEFAULT, Theme};
use bulletin::value::{Language, Parse, Typography};
use bulletin::words::{AllWords, Words};
use bulletin::{report, sources};

use crate::desk::{Desk, project};

/// A row of the table.
struct Row {
    /// The fact's name.
    fact: String,
    /// The outputs that must show it.
    outputs: Vec<String>,
    /// How it reads.
    string: String,
    /// A file, and the line in it by some of its words; no words mean the whole file.
    sources: Vec<(String, Option<String>)>,
}

/// The rows of the table.
fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(project().join("tests/coverage.tsv")).expect("the table");
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            let source = |part: &str| match part.split_once("::") {
                Some((file, words)) => (file.to_string(), Some(words.to_string())),
                None => (part.to_string(), None),
            };
            Row {
                fact: cells[0].into(),
                outputs: cells[1].split(',').map(str::to_string).collect(),
                string: bare(cells[2]),
                sources: cells[3].split(" & ").map(source).collect(),
            }
        })
        .collect()
}

/// A text without white space and word joiners, as it is compared: where lines end is no matter.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{2060}' | '\u{AD}')).collect()
}

/// What a report of several pages and a mail say.
struct Said {
    /// Each output's text without white space.
    texts: BTreeMap<&'static str, String>,
    /// Each output's text with single spaces.
    spaced: BTreeMap<&'static str, String>,
    /// The report's pages.
    pages: Vec<report::PageText>,
    /// The words of the text part.
    mail: String,
}

/// What a draft of the default edition of a folder's newest issue is made of.
pub struct Rendered {
    /// The report's pages.
    pub pages: Vec<report::PageText>,
    /// The names of the places in it that links may lead to.
    pub destinations: Vec<String>,
    /// The mail's HTML.
    pub html: String,
    /// Its text part.
    pub text: String,
}

/// Builds a draft in memory, or gives what the program finds wrong.
pub fn rendered(root: &Path, layouts: &Layouts) -> Result<Rendered, Diagnostics> {
    rendered_in(root, layouts, "en")
}

/// The same of the edition in a language.
pub fn rendered_in(root: &Path, layouts: &Layouts, language: &str) -> Result<Rendered, Diagnostics> {
    let none = Values { unsubscribe: String::new(), pictures: String::new(), pictures_end: String::new() };
    rendered_with(root, layouts, language, &none, &Values::sentinels())
}

/// The same with a recipient's values joined into a rendering with others.
pub fn rendered_with(
    root: &Path,
    layouts: &Layouts,
    language: &str,
    values: &Values,
    personal: &Values,
) -> Result<Rendered, Diagnostics> {
    let language = Language::parse(language).expect("a language");
    let sources = sources::read(root, None);
    let mut findings = sources.findings.clone();
    let Some(mut cluster) = Cluster::parse(&sources, &mut findings) else { return Err(findings) };
    issue::resolve(&mut cluster, &sources, &mut findings);
    let month = issue::newest(&cluster).expect("a month");
    let issue = issue::assemble(&sources, &cluster, month, &language, None, Stage::Draft);
    let known = AllWords::from([(
        issue.language.clone(),
        Arc::new(Words::load(layouts, &issue.language, Typography::Institutions)),
    )]);
    let typesetter = report::Typesetter::new(layouts);
    let fonts = typesetter.coverage();
    let aids = issue::Aids { fonts: &fonts, words: &known, today: None };
    let Some(issue) = issue::check(issue, &aids, &mut findings) else { return Err(findings) };
    let words = &known[&issue.language];
    let prepared = issue::Prepared::default();
    let pictures = Pictures::read(&sources, &issue::needed(&issue), layouts, &prepared, &mut findings);
    let theme = Theme::load(layouts, DEFAULT, None).expect("the default theme");
    let data = report::report_data(&issue, words, (layouts, &theme), "");
    let report = typesetter.report(&issue, &data, &pictures, Pictured::default(), &mut findings);
    let emblem = typesetter.emblem(EMBLEM_WIDTH, issue.as_of.date).expect("an emblem");
    let mut drawn = vec![Picture::emblem(emblem)];
    for chart in report::indicator_charts(&issue, words) {
        let look = report::ChartLook { theme: &theme, language: &issue.language };
        let png = typesetter.chart(&chart.line.chart, look, PICTURE_WIDTH, issue.as_of.date);
        drawn.push(Picture::chart(&chart.line.id, png.expect("a chart")));
    }
    let templates = Templates::new(layouts);
    let means =
        Means { words, layouts, theme: &theme, templates: &templates, pictures: &pictures, drawn: &drawn };
    let mail = newsletter::render_for(personal, &issue, means, &mut findings);
    let (Some(report), Some(mail)) = (report, mail) else { return Err(findings) };
    let values = values.clone();
    Ok(Rendered {
        pages: report.pages,
        destinations: report.destinations,
        html: mail.html.html(&values),
        text: mail.text.text(&values),
    })
}

/// Builds a draft of the example in a folder; `None` if the program refuses.
fn said(root: &Path) -> Option<Said> {
    let built = rendered(root, &Layouts::defaults()).ok()?;
    let (html, text) = (without_tags(&built.html), built.text);
    let pages: String = built.pages.iter().map(|page| page.text.as_str()).collect();
    let said = [("report", pages), ("html", html), ("text", unnumbered(&text))];
    let spaced = said
        .iter()
        .map(|(name, text)| (*name, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    let texts = said.iter().map(|(name, text)| (*name, bare(text))).collect();
    Some(Said { texts, spaced, pages: built.pages, mail: text })
}

/// HTML without tags, style sheets and entities.
pub fn without_tags(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut out = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Text without the numbers of links, which stand inside sentences.
fn unnumbered(text: &str) -> String {
    (1..20).fold(text.to_string(), |text, number| text.replace(&format!("[{number}]"), ""))
}

/// Deletes a row's source lines from a copy of the example.
fn delete(desk: &Desk, row: &Row) {
    for (file, words) in &row.sources {
        let Some(words) = words else {
            std::fs::remove_file(desk.path(file)).expect("the file is there");
            continue;
        };
        let text = desk.read(file);
        let kept: Vec<&str> = text.lines().filter(|line| !line.contains(words.as_str())).collect();
        assert!(kept.len() < text.lines().count(), "{file} has no line {words:?}");
        desk.write(file, kept.join("\n") + "\n");
    }
}

#[test]
fn every_fact_is_shown_and_each_one_comes_from_its_source() {
    let whole = said(Desk::example().root()).expect("the example builds");
    let rows = rows();
    assert!(rows.len() > 60);
    let mut wrong = Vec::new();
    for row in &rows {
        for output in &row.outputs {
            if !whole.texts[output.as_str()].contains(&row.string) {
                wrong.push(format!("{} is not in the {output}: {}", row.fact, row.string));
            }
        }
        let desk = Desk::example();
        delete(&desk, row);
        // A source without which the program refuses to build takes its fact away, too.
        let Some(less) = said(desk.root()) else { continue };
        for output in &row.outputs {
            if less.texts[output.as_str()].contains(&row.string) {
                wrong.push(format!("{} stays in the {output} without its source: {}", row.fact, row.string));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_that_must_not_appear_does() {
    let whole = said(Desk::example().root()).expect("the example builds");
    for (output, text) in &whole.spaced {
        for word in [
            "Scroll to Top",
            "IN-PLANIntegrated",
            "developtest",
            "RECETRURAL",
            "GoGREENEmpowering",
            "People present",
        ] {
            assert!(!text.contains(word), "{word} in the {output}");
        }
        // The eight project numbers that are known, and no other.
        let numbers =
            text.split(|c: char| !c.is_ascii_digit()).filter(|digits| (9..=9).contains(&digits.len()));
        for number in numbers {
            assert!(["101120704", "101023271", "101077272"].contains(&number), "{number} in the {output}");
        }
    }
}

#[test]
fn the_report_is_short_and_its_pages_are_full() {
    let whole = said(Desk::example().root()).expect("the example builds");
    assert!(whole.pages.len() <= 6, "{} pages", whole.pages.len());
    for (number, page) in whole.pages.iter().enumerate() {
        assert!(page.filled > 1.0 / 3.0, "page {} is filled to {:.2}", number + 1, page.filled);
    }
    let first = bare(&whole.pages[0].text);
    for words in [
        "8 projects 7 LIFE + 1 H2020",
        "1 meeting held",
        "1 action open",
        "continue to engage",
        "What is not reported",
    ] {
        assert!(first.contains(&bare(words)), "{words:?} is not on page 1");
    }
    let report = &whole.texts["report"];
    let table = report.split(&bare("Grant agreement Countries Runs")).nth(1).expect("the cluster table");
    let table = table.split("Theprojects").next().expect("its end");
    for row in [
        "AT-LASTLIFE",
        "ENTRACKLIFE",
        "IN-PLANLIFE",
        "LOCALGoGREENLIFE",
        "NECPlatformLIFE",
        "PROSPECT+H2020",
        "RECETLIFE",
        "RENOVERTYLIFE",
    ] {
        assert_eq!(table.matches(row).count(), 1, "{row}");
    }
    assert_eq!(table.matches("LIFE").count() + table.matches("H2020").count(), 8, "exactly eight rows");
}

#[test]
fn the_newsletter_is_short() {
    let whole = said(Desk::example().root()).expect("the example builds");
    let start = whole.mail.find("Eight EU projects").expect("the title");
    let end = whole.mail.find("Acknowledgement").expect("the acknowledgement");
    let words = whole.mail[start..end]
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    assert!((350..=450).contains(&words), "{words} words");
}
