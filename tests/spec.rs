//! The CommonMark suite and GitHub's extensions through all three writers. The suites are read from
//! the folder that `BULLETIN_SPEC_DIR` names; without it the test says so and passes.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use bulletin::diagnostic::Diagnostics;
use bulletin::layouts::Layouts;
use bulletin::markdown::{self, Document, HtmlStyle, HtmlWriter, Img, Input, TextWriter};
use bulletin::report::Typesetter;

use crate::desk::project;

/// An example of a suite.
struct Example {
    /// The suite and the example's number in it.
    name: String,
    /// What is typed.
    markdown: String,
    /// What the reference makes of it.
    html: String,
}

/// The examples of a suite: between two fences, divided by a line with a dot.
fn examples(folder: &std::path::Path, file: &str) -> Vec<Example> {
    // The npm package `commonmark-spec` calls its file `spec.txt`.
    let names = [file, file.trim_start_matches("commonmark-")];
    let found = names.iter().find_map(|name| std::fs::read_to_string(folder.join(name)).ok());
    let Some(text) = found else {
        crate::desk::skipped(&format!("{file} is not in the folder of the suites"));
        return vec![];
    };
    let fence = "`".repeat(32);
    let mut found = Vec::new();
    for part in text.split(&format!("\n{fence} example")).skip(1) {
        let body = part.split_once('\n').map_or("", |(_, body)| body);
        let body = body.split(&fence).next().unwrap_or_default();
        let (markdown, html) = match body.strip_prefix(".\n") {
            Some(html) => ("", html),
            None => body.split_once("\n.\n").unwrap_or((body, "")),
        };
        let tab = |text: &str| text.replace('→', "\t");
        found.push(Example {
            name: format!("{}-{}", file.split('.').next().unwrap_or(file), found.len() + 1),
            markdown: tab(markdown) + "\n",
            html: tab(html),
        });
    }
    found
}

/// The deviations that are known, with their reasons: what is typed and a reason on each line.
fn deviations() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(project().join("tests/spec-deviations.txt")).expect("the list");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (typed, why) = line.rsplit_once("\": ").expect("what is typed, and why");
            (serde_json::from_str(&format!("{typed}\"")).expect("JSON"), why.to_string())
        })
        .collect()
}

/// A picture of one pixel, for every address.
const PIXEL: &[u8] = include_bytes!("cases/five-in-one/sources/images/mayors.png");

/// Our tree of an example; every picture is accepted.
fn tree(markdown: &str) -> (Document, Diagnostics) {
    let mut findings = Diagnostics::new();
    let path: Arc<str> = "text.md".into();
    let document =
        markdown::parse(&Input { path: &path, text: markdown, start: 0, style: None }, &mut findings);
    (document, findings)
}

/// Our HTML.
fn html(document: &Document) -> String {
    let picture = |url: &str| Some(Img { src: url.to_string(), width: 1, height: 1 });
    let style = HtmlStyle::default();
    HtmlWriter { style: &style, level: 1, picture: &picture, notes_title: "", start: "left" }
        .document(document)
}

/// HTML as a list of tags and words, without what is a matter of policy: attributes but addresses
/// and alt texts, the level of headings, code inside `pre`, credits below pictures.
fn structure(html: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            rest = &rest[tag.len() + 2..];
            let name = tag.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('/').to_lowercase();
            let attribute = |name: &str| {
                let value = tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                decoded(value.unwrap_or_default())
            };
            match name.as_str() {
                "code" | "/code"
                    if out.last().is_some_and(|last| last == "<pre>") || rest.starts_with("</pre>") => {}
                // A picture's title is its credit, printed below it.
                "br" if rest.starts_with("<span") => {
                    rest = rest.split_once("</span>").map_or("", |(_, rest)| rest)
                }
                "input" => {
                    out.push(if tag.contains("checked") { "\u{2611}".into() } else { "\u{2610}".into() })
                }
                "a" => out.push(format!("<a {}>", attribute("href"))),
                "img" => out.push(format!("<img {} {}>", attribute("src"), attribute("alt"))),
                "ol" if tag.contains("start") => out.push(format!("<ol {}>", attribute("start"))),
                _ if name.len() == 2 && name.starts_with('h') && name != "hr" => out.push("<h>".into()),
                _ if name.len() == 3 && name.starts_with("/h") && name != "/hr" => out.push("</h>".into()),
                _ => out.push(format!("<{name}>")),
            }
        } else {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            out.extend(decoded(&rest[..end]).split_whitespace().map(str::to_string));
            rest = &rest[end..];
        }
    }
    // Words that a tag does not divide are one: `foo` and `bar` of `foo<em>bar` stay two.
    out
}

/// Entities and percent signs as their characters.
fn decoded(text: &str) -> String {
    let text = text
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The words of the reference that a reader sees.
fn words(html: &str) -> Vec<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let after = &rest[open..];
        let unseen = ["script", "style"].iter().find(|name| after[1..].starts_with(**name));
        let end = unseen.and_then(|name| after.find(&format!("</{name}>")).map(|at| at + name.len() + 3));
        let skip = if after.starts_with("<!--") {
            after.find("-->").map(|at| at + 3)
        } else if end.is_some() {
            // What stands there nobody sees.
            end
        } else {
            after.find('>').map(|at| at + 1)
        };
        // A word may go on behind an inline tag; compared without white space that is no matter.
        out.push(' ');
        rest = skip.map_or("", |skip| &after[skip..]);
    }
    out.push_str(rest);
    let out = out
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    out.split_whitespace().map(str::to_string).collect()
}

/// A text as words are looked for in it.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{2060}' | '\u{200B}' | '\u{FFFD}' | '\0'))
        .collect()
}

/// What is wrong with an example, or nothing; and whether its structure was compared.
fn judge(example: &Example, typesetter: &Typesetter) -> (Vec<String>, bool) {
    let (mut document, findings) = tree(&example.markdown);
    let mut wrong = Vec::new();
    let policy =
        findings.iter().any(|finding| ["raw-html", "link-scheme", "empty-link"].contains(&finding.rule.name));
    // What is HTML to the reference and none to us (`<Warning>`, `<?php … ?>`) stands as text.
    let options = comrak::Options::default();
    let raw = comrak::markdown_to_html(&example.markdown, &options).contains("<!-- raw HTML omitted -->");
    let html_in = raw || example.html.contains("<!--") || policy || example.html.contains("footnote");
    let ours = html(&document);
    if !html_in && structure(&ours).concat() != structure(&example.html).concat() {
        wrong.push(format!("HTML\n  ours      {ours}\n  reference {}", example.html));
    }
    let text = bare(&TextWriter::default().document(&document));
    for (_, image) in document.images_mut() {
        image.url = "pixel.png".into();
    }
    let pdf = match typesetter.text(&example.markdown, &document, &[("pixel.png", PIXEL)]) {
        Ok(report) => bare(&report.pages.iter().map(|page| page.text.as_str()).collect::<String>()),
        Err(findings) => {
            wrong.push(format!("PDF {:?}", findings.iter().map(|f| &f.message).collect::<Vec<_>>()));
            return (wrong, !html_in);
        }
    };
    for word in words(&example.html) {
        let word = bare(&word);
        if !text.contains(&word) {
            wrong.push(format!("text part lacks {word:?}"));
        }
        if !pdf.contains(&word) {
            wrong.push(format!("PDF lacks {word:?}"));
        }
    }
    (wrong, !html_in)
}

#[test]
fn every_example_of_the_suites_passes_all_three_writers() {
    let Some(folder) = std::env::var_os("BULLETIN_SPEC_DIR").map(PathBuf::from) else {
        crate::desk::skipped("BULLETIN_SPEC_DIR is not set: the CommonMark and GFM suites were not run");
        return;
    };
    let known = deviations();
    assert!(known.len() <= 20, "{} deviations", known.len());
    let typesetter = Typesetter::new(&Layouts::defaults());
    let mut all = examples(&folder, "commonmark-spec.txt");
    all.extend(examples(&folder, "gfm-extensions.txt"));
    let (mut compared, mut failed, mut stale) = (0, Vec::new(), Vec::new());
    for example in &all {
        let (wrong, structure) = judge(example, &typesetter);
        compared += usize::from(structure);
        match (wrong.is_empty(), known.contains_key(&example.markdown)) {
            (false, false) => {
                failed.push(format!("{}: {:?}\n{}", example.name, example.markdown, wrong.join("\n")))
            }
            (true, true) => stale.push(format!("{}: {:?}", example.name, example.markdown)),
            _ => {}
        }
    }
    let _ = writeln!(
        std::io::stderr(),
        "{} examples: {compared} compared in structure, all {} in words and as PDF, {} deviations",
        all.len(),
        all.len(),
        known.len()
    );
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n\n"));
    assert!(stale.is_empty(), "no deviations any more: {stale:?}");
    assert!(all.len() >= 600, "the suites are gone");
}
