//! What text pasted from word processors and web pages brings with it: words that ran together,
//! spaces behind hyphens, pieces of the page. Each is a warning with a suggestion; a passage that
//! the file's `accepted` names is left alone.

mod accepted;
mod days;
mod debris;
mod joined;
mod mails;
mod mask;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;
use std::thread;

use regex::Regex;

use super::super::Issue;
use super::Aids;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::sources::{Kind, Origin, SourceFile};
use crate::value::{Date, Language};
use crate::words::Words;
pub use accepted::accepted_passages;
pub(super) use accepted::{accepted, compared};

/// Looks through the texts of the files that an edition is made of.
pub fn texts(issue: &Issue<'_>, aids: &Aids<'_>, findings: &mut Diagnostics) {
    let names = names(issue);
    let look = |files: &[(&Origin, &Language)]| {
        let mut findings = Diagnostics::new();
        for (origin, language) in files {
            let Some(file) = issue.sources.files.get(&origin.file) else { continue };
            let (accepted, used) = (accepted(file), BTreeSet::new());
            let near = issue.period.0;
            let mut lint = Lint { file, names: &names, accepted, used, near, findings: &mut findings };
            for (range, language) in printed(file, language) {
                if let Some(words) = aids.words.get(&language) {
                    lint.text(range, &language, words);
                }
            }
        }
        findings
    };
    // Two halves side by side; what they find stays in the order of the files.
    let files = files(issue);
    let (first, second) = files.split_at(files.len() / 2);
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(|| look(second));
        (look(first), second.join())
    });
    findings.append(first);
    match second {
        Ok(second) => findings.append(second),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// A text that prints, as its author wrote it.
pub struct Prose<'a> {
    /// Its file.
    pub file: &'a SourceFile,
    /// Its bytes there.
    pub range: Range<usize>,
    /// Its language.
    pub language: Language,
    /// The same with spaces in place of code, addresses, tags and comments.
    pub masked: String,
}

/// The texts of an edition.
pub fn prose<'a>(issue: &Issue<'a>) -> Vec<Prose<'a>> {
    let sources = issue.sources;
    let files = files(issue)
        .into_iter()
        .filter_map(|(origin, language)| Some((sources.files.get(&origin.file)?, language)));
    let texts = files.flat_map(|(file, language)| {
        printed(file, language).into_iter().map(move |(range, language)| (file, range, language))
    });
    let text = |(file, range, language): (&'a SourceFile, Range<usize>, Language)| {
        let masked = mask::masked(file.text.get(range.clone())?);
        Some(Prose { file, range, language, masked })
    };
    texts.filter_map(text).collect()
}

/// The files with the language of their texts.
fn files<'a>(issue: &'a Issue<'_>) -> Vec<(&'a Origin, &'a Language)> {
    let default = &issue.cluster.config.language;
    let updates = issue.updates.iter().map(|update| (&update.item.origin, &update.item.language));
    let meetings = issue.meetings.iter().map(|meeting| (&meeting.item.origin, &meeting.item.language));
    let projects = issue.projects.iter().map(|project| (&project.origin, default));
    let manifest = issue.manifest.iter().map(|manifest| (&manifest.origin, default));
    let events = issue.events.iter().map(|event| (&event.origin, default)).take(1);
    updates.chain(meetings).chain(projects).chain(manifest).chain(events).collect()
}

/// Names that are written as they are: acronyms, and words of organisations' names.
fn names(issue: &Issue<'_>) -> Vec<String> {
    let cluster = issue.cluster;
    let projects = cluster.projects.values().map(|project| project.acronym.as_str());
    let organisations = cluster.organisations.values();
    let organisations =
        organisations.flat_map(|org| std::iter::once(org.name.as_str()).chain(org.short.as_deref()));
    projects.chain(organisations).flat_map(str::split_whitespace).map(str::to_string).collect()
}

/// The texts of a file that print, with their language: a YAML text's last key may name it.
pub(super) fn printed(file: &SourceFile, language: &Language) -> Vec<(Range<usize>, Language)> {
    let mut parts = Vec::new();
    for (path, scalar) in file.places.iter().flat_map(|places| places.scalars()) {
        let field = path.split(['.', '[']).next().unwrap_or_default();
        let prose = ["title", "summary", "subject", "preheader", "note", "ask", "answers", "place", "agenda"];
        let own = path.rsplit('.').next().and_then(|tag| Language::of_file(tag).ok());
        let listed = path.starts_with('[');
        if prose.contains(&field) || listed && path.ends_with(".title") {
            parts.push((scalar.range.clone(), own.unwrap_or_else(|| language.clone())));
        }
    }
    if file.kind == Kind::Markdown {
        parts.push((file.body..file.text.len(), language.clone()));
    }
    parts
}

/// `11/10/2024`.
static SLASHED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})\b").ok());

/// `Capacity- Building`, with the word behind.
static HYPHEN_SPACE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(\p{L}+)-[ \u{A0}](\p{L}+)").ok());

/// `plans.Other`: a sentence's end with no space behind it.
static NO_SPACE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(\p{Ll}+[.!?])(\p{Lu}\p{Ll}+)").ok());

/// Parameters of an address by which a reader is followed.
static TRACKING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[?&](?:utm_[a-z]+|fbclid|gclid|mc_eid|mc_cid|msclkid)=[^&\s)>\]]*").ok());

/// `[click here](`.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[([^\[\]]+)\]\(").ok());

/// Makes the patterns that every text is looked through with: worth a thread of its own while files are
/// read.
pub fn prepare_patterns() {
    for pattern in [&SLASHED, &NO_SPACE, &TRACKING, &LINK] {
        LazyLock::force(pattern);
    }
    mask::prepare();
    mails::prepare();
    debris::prepare();
    days::prepare();
}

/// The matches of a pattern; patterns are constants that compile.
fn matches<'t>(pattern: &LazyLock<Option<Regex>>, text: &'t str) -> Vec<regex::Captures<'t>> {
    pattern.iter().flat_map(|pattern| pattern.captures_iter(text)).collect()
}

/// One file's look-through.
struct Lint<'a> {
    file: &'a SourceFile,
    /// Names that are written as they are.
    names: &'a [String],
    /// Passages that are left alone.
    accepted: Vec<(String, Range<usize>)>,
    /// Those of them that were met.
    used: BTreeSet<String>,
    /// A day of the issue's month.
    near: Date,
    /// Where findings go.
    findings: &'a mut Diagnostics,
}

impl Lint<'_> {
    /// One text of the file.
    fn text(&mut self, range: Range<usize>, language: &Language, words: &Words) {
        let Some(raw) = self.file.text.get(range.clone()) else { return };
        let masked = mask::masked(raw);
        let from = range.start;
        self.hyphens(&masked, from, words);
        self.dates(&masked, from, words);
        self.links(raw, from, words);
        self.tracking(raw, from);
        self.sentences(&masked, from);
        self.chrome(raw, from, words);
        self.spaces(raw, &masked, from, language);
        let of_days = days::find(&masked, language, self.near);
        for (range, finding) in mails::find(raw).into_iter().chain(debris::find(raw, &masked)).chain(of_days)
        {
            let passage = raw.get(range.clone()).unwrap_or_default().to_string();
            self.find(finding, from + range.start..from + range.end, &passage);
        }
        for (at, found) in joined::find(&masked, self.names, language) {
            let message = format!("`{}` looks like two words in one", found.word);
            let finding =
                Diagnostic::warning(asking::JOINED_WORDS, message).hint(format!("type `{}`", found.divided));
            self.find(finding, from + at..from + at + found.word.len(), &found.word);
        }
    }

    /// Whether a passage is accepted, which is noted.
    fn accepts(&mut self, passage: &str) -> bool {
        let passage = compared(passage);
        let found = self.accepted.iter().any(|(own, _)| *own == passage);
        if found {
            self.used.insert(passage);
        }
        found
    }

    /// A finding about a passage, unless it is accepted.
    fn find(&mut self, finding: Diagnostic, range: Range<usize>, passage: &str) {
        if self.accepts(passage) {
            return;
        }
        let place = Place::new(self.file.path.clone(), range);
        let quoted = passage.replace('\u{A0}', " ").replace('\\', "\\\\").replace('"', "\\\"");
        let hint = match self.accepted.is_empty() {
            true => format!("if it is meant: `accepted: [\"{quoted}\"]`, {}", self.where_to_accept()),
            false => format!("if it is meant, add it to this file's list `accepted`: `\"{quoted}\"`"),
        };
        self.findings.push(finding.at(place).hint(hint));
    }

    /// Where a file names what is accepted.
    fn where_to_accept(&self) -> &'static str {
        match self.file.kind {
            Kind::Yaml if self.file.text.trim_start().starts_with('-') => "as a field of this item",
            Kind::Yaml => "as a line of this file",
            Kind::Markdown => "between two `---` lines at the top",
        }
    }

    /// A hyphen with a space behind it, but for `small- and medium-sized`.
    fn hyphens(&mut self, text: &str, from: usize, words: &Words) {
        if !text.contains("- ") && !text.contains("-\u{A0}") {
            return;
        }
        let mut and = words.alternatives("paste-and");
        // A text may quote another language's words.
        and.extend(
            [
                "and", "or", "to", "und", "oder", "bis", "et", "ou", "e", "ed", "o", "y", "i", "ili", "in",
                "ali", "и", "или", "και", "ή",
            ]
            .map(str::to_string),
        );
        for found in matches(&HYPHEN_SPACE, text) {
            let (Some(all), Some(before), Some(after)) = (found.get(0), found.get(1), found.get(2)) else {
                continue;
            };
            if and.contains(&after.as_str().to_lowercase()) {
                continue;
            }
            let message = format!("`{}` has a space behind its hyphen", all.as_str());
            let (before, after) = (before.as_str(), after.as_str());
            let finding = Diagnostic::warning("hyphen-space", message)
                .hint(format!("type `{before}-{after}`, or `{before} – {after}` if it is a dash"));
            self.find(finding, from + all.start()..from + all.end(), all.as_str());
        }
    }

    /// Dates that are two days, as one reads the day or the month first.
    fn dates(&mut self, text: &str, from: usize, words: &Words) {
        for found in matches(&SLASHED, text) {
            let Some(all) = found.get(0) else { continue };
            let number = |at: usize| found.get(at).and_then(|part| part.as_str().parse::<i16>().ok());
            let (Some(a), Some(b), Some(year)) = (number(1), number(2), number(3)) else { continue };
            let year = if year < 100 { 2000 + year } else { year };
            let date =
                |month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
            let (Some(one), Some(other)) = (date(b, a), date(a, b)) else { continue };
            if one == other {
                continue;
            }
            let message = format!("`{}` is two days, as one reads it", all.as_str());
            let hint = format!("type `{}` or `{}`", words.date(one), words.date(other));
            let finding = Diagnostic::warning("ambiguous-date", message).hint(hint);
            self.find(finding, from + all.start()..from + all.end(), all.as_str());
        }
    }

    /// Links whose text says nothing of where they lead.
    fn links(&mut self, text: &str, from: usize, words: &Words) {
        let empty = words.alternatives("paste-links");
        for found in matches(&LINK, text) {
            let Some(inside) = found.get(1) else { continue };
            let bare = inside.as_str().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if empty.contains(&bare) {
                let message = format!("`{}` does not say where the link leads", inside.as_str());
                let finding = Diagnostic::warning(asking::EMPTY_WORDS, message)
                    .hint("let the link's words name it: `[the forty plans](https://…)`; a screen reader lists links alone");
                self.find(finding, from + inside.start()..from + inside.end(), inside.as_str());
            }
        }
    }

    /// Addresses that tell whoever runs a page which mail a reader came from.
    fn tracking(&mut self, text: &str, from: usize) {
        for found in matches(&TRACKING, text) {
            let Some(all) = found.get(0) else { continue };
            let shown = &all.as_str()[1..];
            let finding =
                Diagnostic::warning("tracking-link", format!("`{shown}` in this address follows the reader"))
                    .hint("delete it: the page opens without it");
            self.find(finding, from + all.start() + 1..from + all.end(), shown);
        }
    }

    /// Sentences without a space between them.
    fn sentences(&mut self, text: &str, from: usize) {
        for found in matches(&NO_SPACE, text) {
            let (Some(all), Some(end), Some(start)) = (found.get(0), found.get(1), found.get(2)) else {
                continue;
            };
            // `e.V.` and its like.
            if end.as_str().chars().count() < 4 {
                continue;
            }
            let finding =
                Diagnostic::warning(asking::JOINED_WORDS, format!("`{}` lacks a space", all.as_str()))
                    .hint(format!("type `{} {}`", end.as_str(), start.as_str()));
            self.find(finding, from + all.start()..from + all.end(), all.as_str());
        }
    }

    /// Pieces of a web page, each a sentence or a line of its own, or a line's end if it is long.
    fn chrome(&mut self, text: &str, from: usize, words: &Words) {
        let known = words.alternatives("paste-chrome");
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            // A heading is the author's.
            let heading = line.starts_with('#');
            let mut offset = 0;
            for part in line.split_inclusive(['.', '!', '»', '|', '•']).filter(|_| !heading) {
                let start = part.len() - part.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
                let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
                let lower = bare.to_lowercase();
                // Lower case may change a text's length; then there is no place to show.
                let pieces = known.iter().filter(|_| lower.len() == bare.len());
                for piece in pieces {
                    let long = piece.split(' ').count() >= 3;
                    let Some(behind) = lower.strip_suffix(piece.as_str()).map(str::len) else { continue };
                    let Some(shown) = bare.get(behind..).filter(|_| behind == 0 || long) else { continue };
                    let place = from + at + offset + start + behind;
                    let message = format!("`{shown}` belongs to a web page, not to the text");
                    let finding = Diagnostic::warning("site-text", message).hint("delete it");
                    self.find(finding, place..place + shown.len(), shown);
                }
                offset += part.len();
            }
            at += line.len();
        }
    }

    /// No-break spaces beside other spaces, at ends of lines, and between two long words; a file
    /// has one finding with their number.
    fn spaces(&mut self, raw: &str, masked: &str, from: usize, language: &Language) {
        let mut odd: Vec<(usize, String)> = Vec::new();
        // In the masked text stand those that belong to prose, in the raw one what is beside them.
        for (at, space) in masked.match_indices('\u{A0}') {
            let (before, after) = (&raw[..at], &raw[at + space.len()..]);
            let edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let left = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let right = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let long = left.chars().count() > 3 && right.chars().count() > 3;
            if edge(before.chars().next_back())
                || edge(after.chars().next())
                || long && language.primary() != "fr"
            {
                let passage = format!("{left} {right}").trim().to_string();
                odd.push((at, if passage.is_empty() { "no-break space".to_string() } else { passage }));
            }
        }
        odd.retain(|(_, passage)| !self.accepts(passage));
        let Some((at, passage)) = odd.first().cloned() else { return };
        let message = match odd.len() {
            1 => "a no-break space stands here".to_string(),
            more => format!(
                "{more} no-break spaces stand in this text where lines should break, the first one here"
            ),
        };
        let finding = Diagnostic::warning("no-break-space", message)
            .hint("type an ordinary space; no-break spaces belong before units and in numbers");
        self.find(finding, from + at..from + at + '\u{A0}'.len_utf8(), &passage);
    }
}
