//! Every character of the report is in one of its fonts: a box in its place would tell nobody what
//! the author wrote, and the archive standards refuse it.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::FontCoverage;
use crate::markdown::Document;
use crate::model::Channel;
use crate::sources::{CONFIG_FILE, Origin, SourceFile};

/// Looks through the texts that the report prints.
pub fn fonts(issue: &Issue<'_>, fonts: &FontCoverage, findings: &mut Diagnostics) {
    let sources = issue.sources;
    let mut found: BTreeMap<&str, Missing<'_>> = BTreeMap::new();
    let mut look = |origin: &Origin, text: &str| {
        let Some(file) = sources.files.get(&origin.file) else { return };
        found.entry(&file.path).or_insert_with(|| Missing::new(fonts, file)).text(text);
    };
    for update in issue.updates(Channel::Report) {
        look(&update.origin, &update.title);
        texts_of(&update.body).iter().for_each(|text| look(&update.origin, text));
    }
    for meeting in issue.meetings(Channel::Report) {
        look(&meeting.origin, &meeting.title);
        texts_of(&meeting.body).iter().for_each(|text| look(&meeting.origin, text));
        meeting.decisions.iter().for_each(|decision| look(&decision.origin, &decision.text));
        let typed = [&meeting.place, &meeting.organiser, &Some(meeting.host.clone())];
        typed.into_iter().flatten().chain(&meeting.agenda).for_each(|text| look(&meeting.origin, text));
    }
    issue.actions.iter().for_each(|state| look(&state.action.origin, state.text));
    let lists = ["events", "indicators", "organisations", "people", "synergies"];
    let lists = lists.iter().filter_map(|name| sources.files.get(format!("sources/{name}.yaml").as_str()));
    let projects = issue.projects.iter().filter_map(|project| sources.files.get(&project.origin.file));
    for file in lists.chain(projects).chain(sources.files.get(CONFIG_FILE)) {
        let missing = found.entry(&file.path).or_insert_with(|| Missing::new(fonts, file));
        for (_, scalar) in file.places.iter().flat_map(|places| places.scalars()) {
            missing.text(&scalar.text);
        }
    }
    found.values().for_each(|missing| missing.report(findings));
}

/// The texts of a body: its runs, its code, the titles of its pictures.
fn texts_of(body: &Document) -> Vec<String> {
    let mut body = body.clone();
    let mut texts: Vec<String> = body.images_mut().iter().map(|(_, image)| image.title.clone()).collect();
    texts.extend(body.code().into_iter().map(str::to_string));
    texts.extend(body.runs_mut().iter().map(|run| Document::text_of(run)));
    texts
}

/// The characters of a file that no font has.
struct Missing<'a> {
    /// What the fonts have.
    fonts: &'a FontCoverage,
    file: &'a SourceFile,
    /// How often each is printed.
    found: BTreeMap<char, usize>,
}

impl<'a> Missing<'a> {
    /// None yet.
    fn new(fonts: &'a FontCoverage, file: &'a SourceFile) -> Self {
        Self { fonts, file, found: BTreeMap::new() }
    }

    /// The characters of a text, composed where they can be.
    fn text(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        for c in text.nfc() {
            if self.lacks(c) {
                *self.found.entry(c).or_default() += 1;
            }
        }
    }

    /// Whether a character shows and no font has it.
    fn lacks(&self, c: char) -> bool {
        !c.is_ascii()
            && !c.is_whitespace()
            && !c.is_control()
            && !is_invisible(c)
            && (is_private(c) || !self.fonts.has(c))
    }

    /// One finding a character, where the file has it first; an entity has its text as place.
    fn report(&self, findings: &mut Diagnostics) {
        for (c, count) in &self.found {
            let code = format!("U+{:04X}", u32::from(*c));
            let text = &self.file.text;
            let at = text[self.file.body..].find(*c).map(|at| at + self.file.body).or_else(|| text.find(*c));
            let range = at.map_or(self.file.body..self.file.body, |at| at..at + c.len_utf8());
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
                1 => finding,
                more => finding.hint(format!("it stands in this file {more} times")),
            };
            findings.push(finding.at(Place::new(self.file.path.clone(), range)));
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
