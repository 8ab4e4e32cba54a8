//! Any Markdown through all three writers.
#![no_main]

use std::sync::{Arc, LazyLock};

use bulletin::diagnostic::Diagnostics;
use bulletin::layouts::{FontCoverage, Layouts};
use bulletin::markdown::{self, Document, HtmlStyle, HtmlWriter, Inline, InlineKind, Input, TextWriter};
use bulletin::report;
use libfuzzer_sys::fuzz_target;

static LAYOUTS: LazyLock<Layouts> = LazyLock::new(Layouts::defaults);
static FONTS: LazyLock<FontCoverage<'static>> = LazyLock::new(|| LAYOUTS.font_coverage());

/// The tags that our HTML has.
const TAGS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "del",
    "sup",
    "sub",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "br",
    "hr",
];

fuzz_target!(|text: &str| {
    let mut findings = Diagnostics::new();
    let path: Arc<str> = "text.md".into();
    let mut document = markdown::parse(&Input { path: &path, text, start: 0, language: None }, &mut findings);
    for finding in findings.iter() {
        let place = finding.place.as_ref().expect("a place");
        assert!(text.get(place.range.clone()).is_some(), "{finding:?}");
    }
    html(&document);
    let words: Vec<String> = words(&mut document);
    let plain = bare(&TextWriter::default().document(&document));
    for word in &words {
        assert!(plain.contains(word), "text lacks {word:?}");
    }
    if !words.iter().flat_map(|word| word.chars()).all(|c| c.is_ascii() || FONTS.has(c)) {
        return;
    }
    match report::typeset(text, &document, &[], &LAYOUTS) {
        Ok(report) => {
            let pdf = bare(&report.pages.iter().map(|page| page.text.as_str()).collect::<String>());
            for word in &words {
                assert!(drawn(&pdf, word, text), "PDF lacks {word:?}");
            }
        }
        // A mark that no font has together with the letter below it is refused, with its place.
        Err(findings) => {
            let named = findings.iter().all(|finding| {
                let here = finding.place.as_ref().is_some_and(|place| &*place.file == "text.md");
                here && finding.message.contains("could not be displayed")
            });
            assert!(named && !text.is_ascii(), "{findings:?}");
        }
    }
});

/// Whether a page's text holds a word. What runs from right to left stands there in the order of its
/// drawing: then each of its characters is there.
fn drawn(pdf: &str, word: &str, text: &str) -> bool {
    let turned = |c: char| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    };
    // One such letter turns the signs and digits beside it, too.
    if text.contains(turned) {
        return word.chars().all(|c| pdf.contains(c));
    }
    // A letter that is drawn of two fonts stands there twice: then its letters stand in their order.
    let mut rest = pdf.chars();
    pdf.contains(word) || !word.is_ascii() && word.chars().all(|c| rest.any(|own| own == c))
}

/// Our HTML has our tags only.
fn html(document: &Document) {
    let style = HtmlStyle::default();
    let picture = |_: &str| None;
    let writer =
        HtmlWriter { style: &style, level: 2, picture: &picture, notes_title: "Notes", start: "left" };
    let html = writer.document(document);
    for part in html.split('<').skip(1) {
        let name = part.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        assert!(TAGS.contains(&name), "{name:?} in {html}");
    }
}

/// The words of every piece of a text; a word may go on in the next piece.
fn words(document: &mut Document) -> Vec<String> {
    let mut pieces: Vec<String> = document.code().into_iter().map(str::to_string).collect();
    for run in document.runs_mut() {
        leaves(run, &mut pieces);
    }
    pieces.iter().flat_map(|text| text.split_whitespace()).map(bare).filter(|word| !word.is_empty()).collect()
}

/// The texts of some inline text.
fn leaves(inlines: &[Inline], pieces: &mut Vec<String>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => pieces.push(text.clone()),
            InlineKind::Image(image) => pieces.push(image.alt.clone()),
            InlineKind::Emph(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strike(inner)
            | InlineKind::Super(inner)
            | InlineKind::Sub(inner)
            | InlineKind::Link(_, inner) => leaves(inner, pieces),
            InlineKind::SoftBreak | InlineKind::Break | InlineKind::FootnoteRef(_) => {}
        }
    }
}

/// A text as words are looked for in it; raised and lowered digits as plain ones.
fn bare(text: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉₊₋";
    const PLAIN: &str = "0123456789+-n0123456789+-";
    text.chars()
        .filter(|c| {
            !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2060}' | '\u{200B}' | '\u{AD}' | '^')
        })
        .map(|c| RAISED.chars().position(|r| r == c).and_then(|at| PLAIN.chars().nth(at)).unwrap_or(c))
        .collect()
}
