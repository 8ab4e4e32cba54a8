//! Findings as text for people, one line each, or JSON lines for programs.

use std::collections::BTreeMap;
use std::sync::Arc;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::{self, termcolor};
use serde::Serialize;

use super::locate::{floor_char, line_col};
use super::{Diagnostic, Severity};

/// The texts of the files that findings point into, by path.
pub type Texts = BTreeMap<Arc<str>, Arc<str>>;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With the source line and a caret; the flag says whether in colour.
    Human {
        /// Whether to use ANSI colours.
        colour: bool,
    },
    /// `file:line:col: severity: message`, one line each, hints indented below.
    Short,
    /// One JSON object a line.
    Json,
}

/// The longest line that is shown below a finding, in bytes.
const LONG_LINE: usize = 1000;

/// Renders findings, in the order given, as the text to print.
pub fn print(diagnostics: &[Diagnostic], texts: &Texts, form: Form) -> String {
    match form {
        Form::Human { colour } => human(&told_once(diagnostics, texts), texts, colour),
        Form::Short => diagnostics.iter().map(|d| short(d, texts)).collect(),
        Form::Json => diagnostics.iter().map(|d| json(d, texts)).collect(),
    }
}

/// How the note begins that names another place of a finding.
const ALSO: &str = "also ";

/// A hint as it stands below its finding; another place of the same is none.
fn note(hint: &str) -> String {
    match hint.strip_prefix(ALSO) {
        Some(place) => format!("also: {place}"),
        None => format!("hint: {hint}"),
    }
}

/// From how many on findings of one rule with the same hints are told once.
const MANY: usize = 4;

/// How many of them are named behind the first.
const NAMED: usize = 10;

/// The findings with those of one rule that have the same hints told once, where there are many: the
/// first in full, the others as a line each behind it.
fn told_once(diagnostics: &[Diagnostic], texts: &Texts) -> Vec<Diagnostic> {
    let alike = |a: &Diagnostic, b: &Diagnostic| {
        (a.rule, a.severity, a.fatal) == (b.rule, b.severity, b.fatal) && a.hints.first() == b.hints.first()
    };
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut done = vec![false; diagnostics.len()];
    for (i, first) in diagnostics.iter().enumerate() {
        if done[i] {
            continue;
        }
        let others: Vec<usize> =
            (i + 1..diagnostics.len()).filter(|j| !done[*j] && alike(first, &diagnostics[*j])).collect();
        if others.len() + 1 < MANY || first.hints.is_empty() {
            told.push(first.clone());
            continue;
        }
        let mut first = first.clone();
        for j in others.iter().take(NAMED) {
            let other = &diagnostics[*j];
            first = first.hint(format!("{ALSO}{}: {}", location(other, texts), other.message));
        }
        if others.len() > NAMED {
            first = first.hint(format!(
                "and {} more such; `--diagnostics short` prints a line each",
                others.len() - NAMED
            ));
        }
        others.iter().for_each(|j| done[*j] = true);
        told.push(first);
    }
    told
}

/// The text of the file that a finding is about, if it could be read.
fn text_of<'a>(diagnostic: &Diagnostic, texts: &'a Texts) -> Option<&'a str> {
    diagnostic.place.as_ref().and_then(|place| texts.get(&place.file)).map(|text| &**text)
}

/// `file:line:col`, `file` alone if it couldn't be read, or `bulletin` if no file is concerned.
pub fn location(diagnostic: &Diagnostic, texts: &Texts) -> String {
    match (&diagnostic.place, text_of(diagnostic, texts)) {
        (Some(place), Some(text)) => {
            let at = line_col(text, place.range.start);
            format!("{}:{}:{}", place.file, at.line, at.column)
        }
        (Some(place), None) => place.file.to_string(),
        (None, _) => "bulletin".to_string(),
    }
}

/// One line, and a line for each hint.
fn short(diagnostic: &Diagnostic, texts: &Texts) -> String {
    let mut out =
        format!("{}: {}: {}\n", location(diagnostic, texts), diagnostic.severity.word(), diagnostic.message);
    for hint in &diagnostic.hints {
        out.push_str(&format!("  hint: {hint}\n"));
    }
    out
}

/// The fields of a finding in its JSON form.
#[derive(Serialize)]
struct JsonFinding<'a> {
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// The rule's stable name.
    rule: &'a str,
    /// Where the book explains it.
    page: String,
    /// What is wrong.
    message: &'a str,
    /// The file's path below the cluster's folder.
    file: Option<&'a str>,
    /// The line, from 1.
    line: Option<usize>,
    /// The column in characters, from 1.
    column: Option<usize>,
    /// What to do.
    hints: &'a [String],
}

/// One JSON object and a line end.
fn json(diagnostic: &Diagnostic, texts: &Texts) -> String {
    let at = diagnostic
        .place
        .as_ref()
        .zip(text_of(diagnostic, texts))
        .map(|(place, text)| line_col(text, place.range.start));
    let finding = JsonFinding {
        severity: diagnostic.severity.word(),
        rule: diagnostic.rule.name,
        page: super::rule::page(diagnostic.rule.name),
        message: &diagnostic.message,
        file: diagnostic.place.as_ref().map(|place| &*place.file),
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
        hints: &diagnostic.hints,
    };
    // What has no form as JSON is said all the same.
    serde_json::to_string(&finding).map_or_else(|_| short(diagnostic, texts), |line| line + "\n")
}

/// With source lines and carets, as codespan-reporting draws them.
fn human(diagnostics: &[Diagnostic], texts: &Texts, colour: bool) -> String {
    let mut files = SimpleFiles::new();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for diagnostic in diagnostics {
        if stands_in_a_long_line(diagnostic, texts) {
            out.extend(short(diagnostic, texts).into_bytes());
            out.push(b'\n');
            continue;
        }
        let label = diagnostic.place.as_ref().zip(text_of(diagnostic, texts)).map(|(place, text)| {
            let id = *ids
                .entry(&place.file)
                .or_insert_with(|| files.add(place.file.to_string(), text.to_string()));
            let start = floor_char(text, place.range.start);
            let end = floor_char(text, place.range.end.max(start));
            codespan::Label::primary(id, start..first_line(text, start, end))
        });
        let message = match (&label, &diagnostic.place) {
            (None, Some(place)) => format!("{}: {}", place.file, diagnostic.message),
            _ => diagnostic.message.clone(),
        };
        let drawn = codespan::Diagnostic::new(severity(diagnostic.severity))
            .with_message(message)
            .with_labels(label.into_iter().collect())
            .with_notes(diagnostic.hints.iter().map(|hint| note(hint)).collect());
        let config = term::Config { chars: term::Chars::box_drawing(), ..term::Config::default() };
        // Writing into memory does not fail; a finding that can't be drawn is printed short.
        let drawn = if colour {
            let mut ansi = termcolor::Ansi::new(&mut out);
            term::emit_to_write_style(&mut ansi, &config, &files, &drawn)
        } else {
            let mut plain = termcolor::NoColor::new(&mut out);
            term::emit_to_write_style(&mut plain, &config, &files, &drawn)
        };
        if drawn.is_err() {
            out.extend(short(diagnostic, texts).into_bytes());
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether the line meant is too long to be shown.
fn stands_in_a_long_line(diagnostic: &Diagnostic, texts: &Texts) -> bool {
    let line = |place: &super::Place, text: &str| {
        let at = floor_char(text, place.range.start);
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        text[start..].find('\n').unwrap_or(text.len() - start)
    };
    let length =
        diagnostic.place.as_ref().zip(text_of(diagnostic, texts)).map(|(place, text)| line(place, text));
    length.is_some_and(|length| length > LONG_LINE)
}

/// The end of a range cut at its first line's end: a caret under a whole page helps nobody.
fn first_line(text: &str, start: usize, end: usize) -> usize {
    text[start..end].find('\n').map_or(end, |newline| start + newline)
}

/// Our weight in codespan's words.
fn severity(severity: Severity) -> codespan::Severity {
    match severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
        Severity::Note => codespan::Severity::Note,
    }
}
