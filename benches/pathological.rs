//! cmark's published pathological inputs (`test/pathological_tests.py` of that project) through the
//! parser and all three writers, at one, two and four times their size: what grows faster than the
//! text shows at once. `cargo bench --bench pathological`.

#![allow(clippy::print_stdout)] // a bench says what it measured

use std::sync::Arc;
use std::time::Instant;

use bulletin::diagnostic::Diagnostics;
use bulletin::layouts::Layouts;
use bulletin::markdown::{self, Document, HtmlStyle, HtmlWriter, Input, TextWriter};
use bulletin::report::Typesetter;

/// A name, a size, and the text of a size.
type Case = (&'static str, usize, fn(usize) -> String);

/// The inputs; sizes are cmark's, or those that give a text of some hundred kilobytes.
const CASES: &[Case] = &[
    ("nested strong emphasis", 65_000, |n| "*a **a ".repeat(n) + "b" + &" a** a*".repeat(n)),
    ("closers without openers", 65_000, |n| "a_ ".repeat(n)),
    ("openers without closers", 65_000, |n| "_a ".repeat(n)),
    ("link closers without openers", 65_000, |n| "a]".repeat(n)),
    ("link openers without closers", 65_000, |n| "[a".repeat(n)),
    ("mismatched openers and closers", 50_000, |n| "*a_ ".repeat(n)),
    ("interleaved delimiters", 20_000, |n| "*a ".repeat(n) + &"_a*_ ".repeat(n)),
    ("delimiters in multiples of three", 50_000, |n| "a**b".to_string() + &"c* ".repeat(n)),
    ("link openers and emphasis closers", 50_000, |n| "[ a_".repeat(n)),
    ("[ (]( repeated", 80_000, |n| "[ (](".repeat(n)),
    ("![[]() repeated", 80_000, |n| "![[]()".repeat(n)),
    ("nested brackets", 50_000, |n| "[".repeat(n) + "a" + &"]".repeat(n)),
    ("nested quotations", 50_000, |n| "> ".repeat(n) + "a"),
    ("nested lists", 500, |n| (0..n).map(|depth| "  ".repeat(depth) + "* a\n").collect()),
    ("runs of back-ticks", 1_400, |n| (1..n).map(|run| format!("e{}", "`".repeat(run))).collect()),
    ("unclosed comments", 150_000, |n| "</".to_string() + &"<!--".repeat(n)),
    ("unclosed links, angle bracket", 30_000, |n| "[a](<b".repeat(n)),
    ("unclosed links", 30_000, |n| "[a](b".repeat(n)),
    ("unclosed <?", 60_000, |n| "<?".repeat(n)),
    ("unclosed <!A", 60_000, |n| "<!A ".repeat(n)),
    ("unclosed CDATA", 30_000, |n| "<![CDATA[".repeat(n)),
    ("unclosed <sup>", 30_000, |n| "<sup>".repeat(n) + "a</sup>"),
    ("reference definitions", 25_000, |n| {
        (0..n).map(|i| format!("[a{i}]: u\n")).collect::<String>() + "\n[a0]"
    }),
    ("footnotes", 2_500, |n| {
        (0..n).map(|i| format!("a[^{i}]\n")).chain((0..n).map(|i| format!("\n[^{i}]: b\n"))).collect()
    }),
    ("links", 10_000, |n| (0..n).map(|i| format!("[a](https://example.org/{i}) ")).collect()),
    ("empty lines in nested lists", 15_000, |n| "- ".repeat(n) + "x" + &"\n".repeat(n)),
    ("empty lines in lists in a quotation", 15_000, |n| {
        "> ".to_string() + &"- ".repeat(n) + "x\n" + &">\n".repeat(n)
    }),
    ("emphasis in nested quotations", 50_000, |n| ">".repeat(n) + &"a*".repeat(n)),
    ("table rows", 5_000, |n| "|a|b|\n|-|-|\n".to_string() + &"|c|d|\n".repeat(n)),
    ("one character repeated", 500_000, |n| "a".repeat(n)),
    ("quotation marks", 100_000, |n| "\"a' ".repeat(n)),
];

fn main() {
    let layouts = Layouts::defaults();
    let typesetter = Typesetter::new(&layouts);
    let _ = typesetter.text("a", &parsed("a"), &[]);
    println!(
        "{:<38} {:>9} {:>21} {:>8} {:>21} {:>8}",
        "input", "bytes", "parse, HTML, text: ms", "x text", "PDF: ms", "x text"
    );
    let mut slow = Vec::new();
    for (name, size, make) in CASES {
        let rows: Vec<(usize, f64, Option<f64>)> =
            [1, 2, 4].iter().map(|times| measured(&make(size * times / 4), &typesetter)).collect();
        let first = |at: usize| rows[at].1;
        let pdf = |at: usize| rows[at].2.map_or("-".to_string(), |ms| format!("{ms:.0}"));
        // As many times as the text grew: 1 is linear.
        #[allow(clippy::cast_precision_loss)] // some megabytes
        let text = rows[2].0 as f64 / rows[0].0 as f64;
        let growth = |a: f64, b: f64| b / a.max(0.5) / text;
        println!(
            "{name:<38} {:>9} {:>7.1}{:>7.1}{:>7.1} {:>8.1} {:>7}{:>7}{:>7} {:>8}",
            rows[2].0,
            first(0),
            first(1),
            first(2),
            growth(first(0), first(2)),
            pdf(0),
            pdf(1),
            pdf(2),
            rows[0].2.zip(rows[2].2).map_or("-".to_string(), |(a, b)| format!("{:.1}", growth(a, b)))
        );
        if first(2) + rows[2].2.unwrap_or(0.0) > 1000.0 {
            slow.push(*name);
        }
    }
    println!("peak memory: {} MB; more than a second: {slow:?}", peak());
}

/// The tree of a text.
fn parsed(text: &str) -> Document {
    let mut findings = Diagnostics::new();
    let path: Arc<str> = "text.md".into();
    use bulletin::value::{Language, Style, Typography};
    let english = Style::of(&Language::english(), Typography::Institutions);
    markdown::parse(&Input { path: &path, text, start: 0, style: Some(english) }, &mut findings)
}

/// A text's bytes, the milliseconds of parsing with HTML and text, and those of the PDF, if it was
/// made.
fn measured(text: &str, typesetter: &Typesetter) -> (usize, f64, Option<f64>) {
    let start = Instant::now();
    let document = parsed(text);
    let style = HtmlStyle::default();
    let picture = |_: &str| None;
    let writer =
        HtmlWriter { style: &style, level: 2, picture: &picture, notes_title: "Notes", start: "left" };
    let html = writer.document(&document);
    let plain = TextWriter::default().document(&document);
    assert!(!html.is_empty() || plain.is_empty());
    let first = start.elapsed().as_secs_f64() * 1000.0;
    let start = Instant::now();
    let made = typesetter.text(text, &document, &[]).is_ok();
    (text.len(), first, made.then(|| start.elapsed().as_secs_f64() * 1000.0))
}

/// The most memory that the process held, in megabytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
