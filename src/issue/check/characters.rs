//! Every character of the report is in one of its fonts: a box in its place would tell nobody what
//! the author wrote, and the archive standards refuse it.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::FontCoverage;
use crate::markdown::Document;
use crate::model::Channel;
use crate::sources::{CONFIG_FILE, Kind, SourceFile};

/// Looks through the texts that the report prints.
pub fn fonts(issue: &Issue<'_>, fonts: &FontCoverage<'_>, findings: &mut Diagnostics) {
    let updates = issue.updates(Channel::Report).map(|update| (&update.origin, Some(&update.body)));
    let meetings = issue.meetings(Channel::Report).map(|meeting| (&meeting.origin, Some(&meeting.body)));
    let projects = issue.projects.iter().map(|project| (&project.origin, None));
    let events = issue.events.iter().map(|event| (&event.origin, None)).take(1);
    let indicators = issue.cluster.indicators.iter().map(|indicator| (&indicator.origin, None)).take(1);
    let config = issue.sources.files.get(CONFIG_FILE).map(|file| (file, None));
    let all = updates.chain(meetings).chain(projects).chain(events).chain(indicators);
    let all = all.filter_map(|(origin, body)| Some((issue.sources.files.get(&origin.file)?, body)));
    for (file, body) in all.chain(config) {
        let mut missing = Missing { fonts, found: BTreeMap::new() };
        missing.file(file);
        if let Some(body) = body {
            missing.tree(body);
        }
        missing.report(file, findings);
    }
}

/// The characters of a file that no font has.
struct Missing<'a> {
    /// What the fonts have.
    fonts: &'a FontCoverage<'a>,
    /// The first place of each and how often it stands there.
    found: BTreeMap<char, (usize, usize)>,
}

impl Missing<'_> {
    /// A file's values, and its Markdown as typed.
    fn file(&mut self, file: &SourceFile) {
        for (_, scalar) in file.places.iter().flat_map(|places| places.scalars()) {
            let raw = file.text.get(scalar.range.clone()).unwrap_or_default();
            for c in self.of(&scalar.text) {
                let at = raw.find(c).unwrap_or(0);
                self.add(c, scalar.range.start + at);
            }
        }
        if file.kind == Kind::Markdown {
            for (at, c) in file.text[file.body..].char_indices() {
                if self.lacks(c) {
                    self.add(c, file.body + at);
                }
            }
        }
    }

    /// Characters that a Markdown text names by an entity.
    fn tree(&mut self, body: &Document) {
        let mut body = body.clone();
        for run in body.runs_mut() {
            for inline in run.iter() {
                let text = Document::words(std::slice::from_ref(inline));
                for c in self.of(&text) {
                    self.found.entry(c).or_insert((inline.range.start, 1));
                }
            }
        }
    }

    /// The characters of a text, composed where they can be, that no font has.
    fn of(&self, text: &str) -> Vec<char> {
        text.nfc().filter(|c| self.lacks(*c)).collect()
    }

    /// Whether a character shows and no font has it.
    fn lacks(&self, c: char) -> bool {
        !c.is_ascii()
            && !c.is_whitespace()
            && !c.is_control()
            && !is_invisible(c)
            && (is_private(c) || !self.fonts.has(c))
    }

    /// Notes a character.
    fn add(&mut self, c: char, at: usize) {
        let entry = self.found.entry(c).or_insert((at, 0));
        entry.1 += 1;
    }

    /// One finding a character.
    fn report(&self, file: &SourceFile, findings: &mut Diagnostics) {
        for (c, (at, count)) in &self.found {
            let code = format!("U+{:04X}", u32::from(*c));
            let end =
                at + file.text.get(*at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let finding = match is_private(*c) {
                true => Diagnostic::fatal(
                    "private-character",
                    format!("{code} has a meaning in one font alone, such as a bullet pasted from Word"),
                )
                .hint("delete it; a list's line begins with `- `"),
                false => {
                    Diagnostic::fatal("missing-glyph", format!("no font of the report has `{c}` ({code})"))
                        .hint("write it otherwise, or put a font that has it into layouts/fonts/")
                }
            };
            let finding = match count {
                0 | 1 => finding,
                more => finding.hint(format!("it stands in this file {more} times")),
            };
            findings.push(finding.at(Place::new(file.path.clone(), *at..end)));
        }
    }
}

/// Whether a character is one that a font's maker gave a meaning (Unicode, section 23.5).
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Whether a character is one that shows as nothing (Unicode's `Default_Ignorable_Code_Point`).
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}
