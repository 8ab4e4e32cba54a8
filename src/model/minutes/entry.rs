//! One line of a list: what is to be done or was decided, by whom, until when.

use super::days::Calendar;
use super::due::{Due, due_in, unread};
use super::owners::{before_colon, named, split_owners, take_id};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, List};
use crate::sources::SourceFile;
use crate::value::Date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// An item of a list of actions or decisions, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// Who is to act, each with its bytes.
    pub owners: Vec<(String, Range<usize>)>,
    /// What is to be done or was decided.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// Whether its box is ticked.
    pub done: bool,
    /// Whether it is struck out: nobody is to do it any more.
    pub dropped: bool,
    /// The id written as `{#id}`.
    pub id: Option<String>,
}

/// Which list a heading opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKind {
    /// Actions.
    Actions,
    /// Decisions.
    Decisions,
    /// Both, one beside the other.
    Both,
}

/// Reads items of one file.
pub(super) struct EntryReader<'a> {
    pub(super) file: &'a SourceFile,
    /// Whether each action wants an owner: in a translation the original says who acts.
    pub(super) asks_owner: bool,
    /// Whether a name is that of a project, organisation or person.
    pub(super) is_owner: &'a dyn Fn(&str) -> bool,
    /// How days are read.
    pub(super) calendar: Calendar<'a>,
}

impl EntryReader<'_> {
    /// Whether an item looks like an action: a box to tick, a known owner, or a day until when.
    pub(super) fn looks_like_an_action(&self, item: &Item) -> bool {
        let Some(Block { kind: BlockKind::Paragraph(text), .. }) = item.blocks.first() else { return false };
        let words = Document::text_of(text);
        let owned = || {
            before_colon(&words)
                .is_some_and(|(names, _)| split_owners(names).iter().all(|name| (self.is_owner)(name)))
        };
        item.task.is_some()
            || marked(&words)
            || owned()
            || matches!(due_in(&words, self.calendar), Due::Until(..))
    }

    /// Whether most items of a list look like actions.
    pub(super) fn looks_like_actions(&self, list: &List) -> bool {
        list.items.iter().filter(|item| self.looks_like_an_action(item)).count() * 2 >= list.items.len()
    }

    /// One item; what can't be read in it is reported.
    pub(super) fn entry(&self, item: &Item, kind: ListKind, findings: &mut Diagnostics) -> Option<Entry> {
        let Some(Block { kind: BlockKind::Paragraph(inlines), .. }) = item.blocks.first() else {
            findings.push(
                self.finding("this item has no text", item.range.clone())
                    .hint("write it as `- [ ] OWNER: what is to be done`"),
            );
            return None;
        };
        for nested in &item.blocks[1..] {
            findings.push(
                self.finding(
                    "this stands inside another item and is read neither as an action nor as a decision",
                    nested.range.clone(),
                )
                .hint("make it an item of its own, at the left, or join it to the line above"),
            );
        }
        let words = with_addresses(inlines);
        if is_none(&words.trim().trim_end_matches('.').to_lowercase()) {
            return None;
        }
        if let Some(odd) =
            ["[]", "[ x ]", "[ X ]", "[x ]", "[ x]"].iter().find(|odd| words.starts_with(**odd))
        {
            findings.push(
                self.finding(&format!("`{odd}` is no box to tick"), first_line(&self.file.text, &item.range))
                    .hint("type `- [ ]` for an open action and `- [x]` for one that is done"),
            );
            return None;
        }
        let words = match MARK.iter().find_map(|mark| mark.find(&words)) {
            Some(mark) if kind == ListKind::Actions => words[mark.end()..].to_string(),
            _ => words,
        };
        let (text, id) = take_id(&words);
        let (text, done) = match kind {
            ListKind::Actions => take_done(text),
            _ => (text, false),
        };
        let (text, due, owners) = match kind {
            ListKind::Actions | ListKind::Both => {
                let (text, due) = self.take_due(&text, &item.range, findings);
                // The id may stand before the date, too.
                let (text, owners) = self.take_owners(&text, &item.range, findings);
                (text, due, owners)
            }
            ListKind::Decisions => (text, None, vec![]),
        };
        let (text, id) = match take_id(&text) {
            (text, Some(early)) => (text, id.or(Some(early))),
            (text, None) => (text, id),
        };
        self.lost(inlines, &text, &item.range, findings);
        if text.is_empty() {
            findings.push(
                self.finding("this item says nothing to be done", item.range.clone())
                    .hint("write it as `- [ ] OWNER: what is to be done`"),
            );
            return None;
        }
        Some(Entry {
            range: first_line(&self.file.text, &item.range),
            owners,
            text,
            due,
            done: item.task == Some(true) || done,
            dropped: kind == ListKind::Actions && is_struck(inlines),
            id,
        })
    }

    /// A finding in this file.
    fn finding(&self, message: &str, range: Range<usize>) -> Diagnostic {
        Diagnostic::error("minutes-list", message).at(Place::new(self.file.path.clone(), range))
    }

    /// What does not survive as plain words: footnotes, and an id that is not at the end.
    fn lost(&self, inlines: &[Inline], text: &str, range: &Range<usize>, findings: &mut Diagnostics) {
        if text.contains("{#") {
            findings.push(
                self.finding("the id `{#…}` does not stand at the end", first_line(&self.file.text, range))
                    .hint("put it at the end of the line: `- [ ] OWNER: text (by 2024-05-31) {#id}`"),
            );
        }
        if inlines.iter().any(|inline| matches!(inline.kind, InlineKind::FootnoteRef(_))) {
            findings.push(Diagnostic {
                severity: crate::diagnostic::Severity::Warning,
                ..self
                    .finding(
                        "footnotes of actions and decisions do not print",
                        first_line(&self.file.text, range),
                    )
                    .hint("put the note into the text of the minutes")
            });
        }
    }

    /// The bytes of some words inside an item, or else of the item.
    fn find(&self, words: &str, item: &Range<usize>) -> Range<usize> {
        match self.file.text.get(item.clone()).and_then(|text| text.find(words)) {
            Some(at) => item.start + at..item.start + at + words.len(),
            None => item.clone(),
        }
    }

    /// Takes the day until when out of an action, in any of the shapes that minutes give it. A day that
    /// is not read as such is reported.
    fn take_due(
        &self,
        text: &str,
        item: &Range<usize>,
        findings: &mut Diagnostics,
    ) -> (String, Option<Date>) {
        let mut due = None;
        let mut told = String::new();
        let mut rest = text.to_string();
        match due_in(text, self.calendar) {
            Due::Until(range, day) => {
                due = Some(day);
                rest = joined(&text[..range.start], &text[range.end..]);
            }
            Due::Odd(typed, complaint) => {
                findings.push(self.no_day(&typed, complaint, item));
                told = typed;
            }
            Due::None => {}
        }
        for (day, named) in unread(&rest, self.calendar)
            .into_iter()
            .filter(|(day, named)| *day != told && (!named || due.is_none()))
        {
            let (stands, hint) = match named {
                true => (
                    "at the end of this action",
                    "if it is to be done by then, end the line with the day in digits, such as `(by 2024-05-31)`"
                        .to_string(),
                ),
                false => {
                    ("in this action", format!("if it is to be done by then, end the line with `(by {day})`"))
                }
            };
            let message = format!("`{day}` stands {stands} and is not read as its day");
            findings.push(
                Diagnostic::warning(asking::UNREAD_DATE, message)
                    .at(Place::new(self.file.path.clone(), self.find(day, item)))
                    .hint(hint),
            );
        }
        (rest, due)
    }

    /// The finding for something that stands where the day until when should.
    fn no_day(&self, typed: &str, complaint: crate::value::Complaint, item: &Range<usize>) -> Diagnostic {
        Diagnostic::error("invalid-value", complaint.message)
            .at(Place::new(self.file.path.clone(), self.find(typed, item)))
            .hint(complaint.hint)
    }

    /// Takes `OWNER[, OWNER]:` off the start, or `OWNER to` and `OWNER will` where the owner is known.
    fn take_owners(
        &self,
        text: &str,
        item: &Range<usize>,
        findings: &mut Diagnostics,
    ) -> (String, Vec<(String, Range<usize>)>) {
        let colon = before_colon(text);
        let dash = [" – ", " — ", " - "].iter().find_map(|dash| text.split_once(dash));
        let verb = [" to ", " will ", " shall ", " should "].iter().find_map(|verb| text.split_once(verb));
        // A dash or a verb may belong to the sentence: it divides only where known names stand before it.
        let known = |names: &str| {
            let names = split_owners(names);
            !names.is_empty() && names.iter().all(|name| (self.is_owner)(name))
        };
        let split = match (colon, dash, verb) {
            (Some((names, rest)), ..) if known(names) || named(names) => Some((names, rest)),
            (_, Some((names, rest)), _) if known(names) => Some((names, rest)),
            (.., Some((names, rest))) if known(names) => Some((names, rest)),
            _ => None,
        };
        let Some((names, rest)) = split else {
            if self.asks_owner {
                findings.push(
                    Diagnostic::warning("no-owner", "this action has no owner")
                        .at(Place::new(self.file.path.clone(), first_line(&self.file.text, item)))
                        .hint("write who acts before a colon: `- [ ] RECET: what is to be done`"),
                );
            }
            return (text.to_string(), vec![]);
        };
        let owners = split_owners(names).into_iter().map(|name| {
            let range = self.find(&name, item);
            (name, range)
        });
        (rest.trim().to_string(), owners.collect())
    }
}

/// A text from which something was taken: its two parts with one space between, and no lost mark.
pub(super) fn joined(before: &str, behind: &str) -> String {
    let before = before.trim_end().trim_end_matches([',', ';']);
    let behind = behind.trim_start();
    let only_marks = behind.trim_matches(['.', ';', ',', ' ']).is_empty();
    match (before.is_empty(), behind.is_empty() || only_marks) {
        (_, true) => before.to_string(),
        (true, _) => behind.to_string(),
        _ if behind.starts_with(['.', ',', ';', ':']) => format!("{before}{behind}"),
        _ => format!("{before} {behind}"),
    }
}

/// The words of an item, with the addresses of its links behind their words: what is to be done may
/// need them.
pub(super) fn with_addresses(inlines: &[Inline]) -> String {
    let shown = |inline: &Inline| match &inline.kind {
        InlineKind::Link(url, text) => {
            let words = Document::text_of(text);
            let address = url.trim_start_matches("mailto:").trim_end_matches('/');
            let own = words.trim_end_matches('/') == address;
            let kind = InlineKind::Text(if own { words } else { format!("{words} ({url})") });
            Inline { range: inline.range.clone(), kind }
        }
        _ => inline.clone(),
    };
    Document::text_of(&inlines.iter().map(shown).collect::<Vec<_>>())
}

/// Takes a word that says that it is done off the end of an action: `(done)`, `– erledigt`.
fn take_done(text: String) -> (String, bool) {
    let bare = text.trim_end_matches(['.', ' ']);
    let inside = bare
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rsplit_once(['(', '[']))
        .or_else(|| [" – ", " — ", " - "].iter().find_map(|dash| bare.rsplit_once(dash)));
    match inside {
        Some((before, word)) if Vocabulary::get().is_done(word) => (before.trim_end().to_string(), true),
        _ => (text, false),
    }
}

/// Whether an item is struck out, but for its id and its marks.
pub(super) fn is_struck(inlines: &[Inline]) -> bool {
    let struck = |inline: &&Inline| matches!(inline.kind, InlineKind::Strike(_));
    let rest: Vec<Inline> = inlines.iter().filter(|inline| !struck(inline)).cloned().collect();
    let (rest, _) = take_id(&Document::text_of(&rest));
    inlines.iter().any(|inline| struck(&inline)) && !rest.contains(char::is_alphanumeric)
}

/// Whether a line, in lower case, says that there is nothing: `none`, `no decisions were taken`.
pub(super) fn is_none(lower: &str) -> bool {
    let said =
        ["no action", "no decision", "no new action", "no new decision", "there were no ", "no further "];
    let short = lower.split_whitespace().count() <= 8 && !lower.contains(':');
    Vocabulary::get().is_nothing(lower) || short && said.iter().any(|said| lower.starts_with(said))
}

/// A range cut at the end of its first line.
pub(super) fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let end =
        text.get(range.clone()).and_then(|text| text.find('\n')).map_or(range.end, |at| range.start + at);
    range.start..end
}

/// What begins an action in the minutes of some: `ACTION:`, `Action point 3:`, `AP1:`.
pub(super) static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:ACTION|Action|To ?do|Next step)(?: (?:point|item))?(?: ?[0-9]+)? ?[:–—-]\s+|^AP ?[0-9]+ ?[:.–—-]\s+").ok()
});

/// Whether a text begins as an action does where minutes mark them.
pub(super) fn marked(words: &str) -> bool {
    MARK.iter().any(|mark| mark.is_match(words))
}
