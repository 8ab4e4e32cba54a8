//! Lists of decisions and actions in minutes, in the words of each language.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, List};
use crate::sources::SourceFile;
use crate::value::{Date, Parse};

/// The words that minutes use, all languages together: none of them means something else in
/// another of these languages.
pub struct Words;

impl Words {
    /// Headings above a list of actions.
    pub const ACTIONS: &[&str] = &[
        "action",
        "actions",
        "action items",
        "action points",
        "next steps",
        "to do",
        "todo",
        "tasks",
        "ενέργειες",
        "δράσεις",
        "επόμενα βήματα",
        "действия",
        "следващи стъпки",
        "задачи",
        "radnje",
        "akcije",
        "sljedeći koraci",
        "zadaci",
        "aktivnosti",
        "azioni",
        "prossimi passi",
        "attività",
        "naloge",
        "ukrepi",
        "naslednji koraki",
    ];

    /// Headings above a list of decisions.
    pub const DECISIONS: &[&str] = &[
        "decision",
        "decisions",
        "decisions taken",
        "agreed",
        "αποφάσεις",
        "решения",
        "odluke",
        "decisioni",
        "sklepi",
        "odločitve",
    ];

    /// Words that make a heading one of actions wherever they stand in it, if what is listed below it
    /// looks like actions: `3. Agreed actions and next steps`.
    const SOME_ACTIONS: &[&str] = &[
        "action",
        "actions",
        "next steps",
        "next step",
        "to do",
        "to-do",
        "to-dos",
        "todo",
        "todos",
        "follow-up",
        "follow-ups",
        "ενέργειες",
        "δράσεις",
        "επόμενα βήματα",
        "действия",
        "следващи стъпки",
        "radnje",
        "akcije",
        "sljedeći koraci",
        "zadaci",
        "azioni",
        "prossimi passi",
        "naloge",
        "ukrepi",
        "naslednji koraki",
        "à faire",
        "aufgaben",
        "nächste schritte",
        "acciones",
    ];

    /// Words that make a heading one of decisions.
    const SOME_DECISIONS: &[&str] = &[
        "decision",
        "decisions",
        "agreed",
        "agreements",
        "αποφάσεις",
        "решения",
        "odluke",
        "decisioni",
        "sklepi",
        "beschlüsse",
        "décisions",
        "decisiones",
    ];

    /// Words before a date: `(by 2024-05-31)`.
    const BY: &[&str] = &[
        "by",
        "due",
        "due by",
        "due on",
        "until",
        "till",
        "before",
        "deadline",
        "no later than",
        "έως",
        "μέχρι",
        "ως",
        "до",
        "срок",
        "do",
        "najkasnije do",
        "entro",
        "entro il",
        "bis",
        "jusqu'au",
        "avant le",
        "antes de",
        "najpozneje do",
    ];

    /// Words between two owners.
    const AND: &[&str] = &[" and ", " & ", " και ", " и ", " i ", " e ", " ed ", " in ", " und ", " et "];

    /// What is typed in a list of which there is none.
    const NONE: &[&str] = &[
        "none",
        "no actions",
        "no action",
        "no decisions",
        "nothing",
        "n/a",
        "na",
        "–",
        "-",
        "—",
        "none agreed",
        "no new actions",
        "καμία",
        "κανένα",
        "няма",
        "nema",
        "nessuna",
        "nessuno",
        "ni",
        "keine",
        "aucune",
        "ninguna",
    ];
}

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

/// The lists of a meeting's minutes.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Items under a heading of actions.
    pub actions: Vec<Entry>,
    /// Items under a heading of decisions.
    pub decisions: Vec<Entry>,
}

/// Which list a heading opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListKind {
    /// Actions.
    Actions,
    /// Decisions.
    Decisions,
    /// Both, one beside the other.
    Both,
}

/// `2024-05-31`.
static ISO: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b").ok());

/// What begins an action in the minutes of some: `ACTION:`, `Action point 3:`, `AP1:`.
static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:ACTION|Action|To ?do|Next step)(?: (?:point|item))?(?: ?[0-9]+)? ?[:–—-]\s+|^AP ?[0-9]+ ?[:.–—-]\s+").ok()
});

/// Takes the lists of actions and decisions, with their headings, out of the minutes.
///
/// `is_owner` says whether a name is known; it settles what a colon means.
pub fn take(
    document: &mut Document,
    file: &SourceFile,
    is_owner: &dyn Fn(&str) -> bool,
    findings: &mut Diagnostics,
) -> Lists {
    let mut lists = Lists::default();
    let mut open: Option<(ListKind, u8)> = None;
    let reader = EntryReader { file, is_owner };
    let blocks = std::mem::take(&mut document.blocks);
    let mut blocks = blocks.into_iter().peekable();
    let mut rest: Vec<Block> = Vec::new();
    while let Some(block) = blocks.next() {
        if let Some((depth, heading)) = heading_of(&block) {
            let kind = kind_of(&heading).or_else(|| {
                // Words inside a longer heading count where the list below it is one.
                let kind = some_kind_of(&heading)?;
                let list = blocks.clone().take_while(|next| heading_of(next).is_none());
                let list = list.into_iter().find_map(|next| match &next.kind {
                    BlockKind::List(list) => Some(list.clone()),
                    _ => None,
                })?;
                (kind != ListKind::Actions || reader.looks_like_actions(&list)).then_some(kind)
            });
            let depth = depth.unwrap_or_else(|| open.map_or(u8::MAX, |(_, above)| above));
            let inside = open.is_some_and(|(_, above)| depth > above);
            if let Some(kind) = kind {
                open = Some((kind, depth));
                continue;
            } else if matches!(block.kind, BlockKind::Heading(..)) && !inside {
                open = None;
            }
        }
        match (open, &block.kind) {
            (Some((kind, _)), BlockKind::List(list)) => {
                for item in &list.items {
                    let kind = match kind {
                        ListKind::Both if reader.looks_like_an_action(item) => ListKind::Actions,
                        ListKind::Both => ListKind::Decisions,
                        kind => kind,
                    };
                    let into = match kind {
                        ListKind::Actions => &mut lists.actions,
                        _ => &mut lists.decisions,
                    };
                    into.extend(reader.entry(item, kind, findings));
                }
            }
            (Some((kind, _)), BlockKind::Paragraph(text)) => {
                let words = Document::words(text);
                let bare = words.trim().trim_end_matches(['.', '!', ':']).to_lowercase();
                let list_follows = matches!(blocks.peek(), Some(Block { kind: BlockKind::List(_), .. }));
                if is_none(&bare) || list_follows && words.trim_end().ends_with(':') {
                    // That there is none, or that a list follows, is seen.
                } else if list_follows {
                    rest.push(block);
                } else if kind != ListKind::Decisions && marked(&words) {
                    let item = Item { range: block.range.clone(), task: None, blocks: vec![block] };
                    lists.actions.extend(reader.entry(&item, ListKind::Actions, findings));
                } else {
                    findings.push(not_a_list(file, &block, kind));
                    rest.push(block);
                }
            }
            (Some((kind, _)), _) => {
                findings.push(not_a_list(file, &block, kind));
                rest.push(block);
            }
            (None, kind) => {
                match kind {
                    BlockKind::List(list) => {
                        lost_tasks(file, list, findings);
                        let marked = |item: &&Item| match item.blocks.first().map(|block| &block.kind) {
                            Some(BlockKind::Paragraph(text)) => marked(&Document::words(text)),
                            _ => false,
                        };
                        if let Some(item) = list.items.iter().find(marked) {
                            findings.push(lost_action(file, &item.range));
                        }
                    }
                    BlockKind::Paragraph(text) if marked(&Document::words(text)) => {
                        findings.push(lost_action(file, &block.range));
                    }
                    _ => {}
                }
                rest.push(block);
            }
        }
    }
    document.blocks = rest;
    lists
}

/// Whether a text begins as an action does where minutes mark them.
fn marked(words: &str) -> bool {
    MARK.iter().any(|mark| mark.is_match(words))
}

/// The finding for an action that stands under no heading of actions.
fn lost_action(file: &SourceFile, range: &Range<usize>) -> Diagnostic {
    Diagnostic::warning("minutes-list", "this reads like an action, and is printed as text only")
        .at(Place::new(file.path.clone(), first_line(&file.text, range)))
        .hint("put it below a heading `## Actions`, as `- [ ] OWNER: what is to be done (by 2024-05-31)`")
}

/// The words of a heading with its depth, or of a line in bold or before a colon that serves as one.
fn heading_of(block: &Block) -> Option<(Option<u8>, String)> {
    match &block.kind {
        BlockKind::Heading(depth, text) => Some((Some(*depth), Document::words(text))),
        BlockKind::Paragraph(text) => match text.as_slice() {
            [Inline { kind: InlineKind::Strong(inner), .. }] => Some((None, Document::words(inner))),
            [Inline { kind: InlineKind::Strong(inner), .. }, Inline { kind: InlineKind::Text(end), .. }]
                if end.trim() == ":" =>
            {
                Some((None, Document::words(inner)))
            }
            [Inline { kind: InlineKind::Text(line), .. }] if line.trim_end().ends_with(':') => {
                // Only the words themselves: any other sentence before a list is one.
                kind_of(line).map(|_| (None, line.clone()))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a block is the heading of a list of actions or decisions.
pub fn is_list_heading(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Heading(_, text) if kind_of(&Document::words(text)).is_some())
}

/// A heading as it is compared: without its number and what ends it.
fn bare_heading(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ' | '(' | '\u{A0}');
    lower.trim().trim_start_matches(numbered).trim_end_matches([':', '.', ' ']).to_string()
}

/// Which list a heading opens, if any.
fn kind_of(heading: &str) -> Option<ListKind> {
    let heading = bare_heading(heading);
    if Words::ACTIONS.contains(&&*heading) {
        Some(ListKind::Actions)
    } else if Words::DECISIONS.contains(&&*heading) {
        Some(ListKind::Decisions)
    } else {
        None
    }
}

/// Which list a heading opens that holds the words for it among others.
fn some_kind_of(heading: &str) -> Option<ListKind> {
    let heading = format!(" {} ", bare_heading(heading).replace([',', '/', '&', ':', ';', '(', ')'], " "));
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(&format!(" {word} ")));
    match (has(Words::SOME_ACTIONS), has(Words::SOME_DECISIONS)) {
        // `Agreed actions` are actions.
        (true, true) if heading.contains(" agreed ") => Some(ListKind::Actions),
        (true, true) => Some(ListKind::Both),
        (true, false) => Some(ListKind::Actions),
        (false, true) => Some(ListKind::Decisions),
        (false, false) => None,
    }
}

/// Boxes to tick that stand under no heading of actions: they would be text and nothing more.
fn lost_tasks(file: &SourceFile, list: &List, findings: &mut Diagnostics) {
    if let Some(item) = list.items.iter().find(|item| item.task.is_some()) {
        findings.push(
            Diagnostic::error(
                "minutes-list",
                "these items have boxes to tick but stand under no heading of actions",
            )
            .at(Place::new(file.path.clone(), first_line(&file.text, &item.range)))
            .hint("put a line `## Actions` above them; bold words are no heading"),
        );
    }
}

/// The finding for text under such a heading that is no list.
fn not_a_list(file: &SourceFile, block: &Block, kind: ListKind) -> Diagnostic {
    let (what, example) = match kind {
        ListKind::Actions | ListKind::Both => {
            ("an action", "- [ ] OWNER: what is to be done (by 2024-05-31)")
        }
        ListKind::Decisions => ("a decision", "- What was decided"),
    };
    Diagnostic::error("minutes-list", format!("this can't be read as {what}: it is no list item"))
        .at(Place::new(file.path.clone(), block.range.clone()))
        .hint(format!("write it as `{example}`, or put a heading of its own above it"))
}

/// Reads items of one file.
struct EntryReader<'a> {
    /// The file.
    file: &'a SourceFile,
    /// Whether a name is that of a project, organisation or person.
    is_owner: &'a dyn Fn(&str) -> bool,
}

impl EntryReader<'_> {
    /// Whether an item looks like an action: a box to tick, a known owner, or a day until when.
    fn looks_like_an_action(&self, item: &Item) -> bool {
        let Some(Block { kind: BlockKind::Paragraph(text), .. }) = item.blocks.first() else { return false };
        let words = Document::words(text);
        let owned = || {
            before_colon(&words)
                .is_some_and(|(names, _)| split_owners(names).iter().all(|name| (self.is_owner)(name)))
        };
        item.task.is_some() || marked(&words) || owned() || due_in(&words).is_some()
    }

    /// Whether most items of a list look like actions.
    fn looks_like_actions(&self, list: &List) -> bool {
        list.items.iter().filter(|item| self.looks_like_an_action(item)).count() * 2 >= list.items.len()
    }

    /// One item; what can't be read in it is reported.
    fn entry(&self, item: &Item, kind: ListKind, findings: &mut Diagnostics) -> Option<Entry> {
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
            done: item.task == Some(true),
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
        let mut rest = text.to_string();
        if let Some((range, date)) = due_in(text) {
            match Date::parse(&date) {
                Ok(date) => {
                    due = Some(date);
                    rest = joined(&text[..range.start], &text[range.end..]);
                }
                Err(complaint) => findings.push(self.no_day(&date, complaint, item)),
            }
        } else if let Some((typed, complaint)) = odd_due(text) {
            // `31/05/2024` and `31.5.2024` can be one day only.
            let day = sure_day(&typed).map(|day| (day, text.replacen(&typed, &day.to_string(), 1)));
            match day.as_ref().and_then(|(day, text)| Some((day, text, due_in(text)?.0))) {
                Some((day, text, range)) => {
                    due = Some(*day);
                    rest = joined(&text[..range.start], &text[range.end..]);
                }
                None => findings.push(self.no_day(&typed, complaint, item)),
            }
        }
        if let Some(day) = named_day(&rest).filter(|_| due.is_none()) {
            findings.push(
                Diagnostic::warning(
                    "unread-date",
                    format!("`{day}` stands at the end of this action and is not read as its day"),
                )
                .at(Place::new(self.file.path.clone(), self.find(day, item)))
                .hint("if it is to be done by then, end the line with the day in digits, such as `(by 2024-05-31)`"),
            );
        }
        for other in ISO.iter().flat_map(|iso| iso.find_iter(&rest)) {
            findings.push(
                Diagnostic::warning(
                    "unread-date",
                    format!("`{}` stands in this action and is not read as its day", other.as_str()),
                )
                .at(Place::new(self.file.path.clone(), self.find(other.as_str(), item)))
                .hint(format!("if it is to be done by then, end the line with `(by {})`", other.as_str())),
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
            findings.push(
                Diagnostic::warning("no-owner", "this action has no owner")
                    .at(Place::new(self.file.path.clone(), first_line(&self.file.text, item)))
                    .hint("write who acts before a colon: `- [ ] RECET: what is to be done`"),
            );
            return (text.to_string(), vec![]);
        };
        let owners = split_owners(names).into_iter().map(|name| {
            let range = self.find(&name, item);
            (name, range)
        });
        (rest.trim().to_string(), owners.collect())
    }
}

/// What stands before and behind the first colon that ends a word: not that of an address or of an hour.
fn before_colon(text: &str) -> Option<(&str, &str)> {
    let at = text
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| text[at + 1..].chars().next().is_none_or(char::is_whitespace))?;
    Some((&text[..at], &text[at + 1..]))
}

/// The day until when that an action gives: its bytes with the words and brackets round it, and the day
/// as typed. Words such as `by` stand before it, or brackets round it.
fn due_in(text: &str) -> Option<(Range<usize>, String)> {
    let dates: Vec<_> = ISO.iter().flat_map(|iso| iso.find_iter(text)).collect();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for date in dates {
        let before = text[..date.start()].trim_end_matches([' ', ':', '\u{A0}']);
        let lower = before.to_lowercase();
        let by = Words::BY
            .iter()
            .filter(|by| {
                let whole = |rest: &str| !rest.chars().next_back().is_some_and(char::is_alphanumeric);
                lower.len() == before.len() && lower.strip_suffix(**by).is_some_and(whole)
            })
            .map(|by| by.len())
            .max();
        let start = by.map_or(before.len(), |by| before.len() - by);
        let opens = text[..start].trim_end().chars().next_back().filter(|c| matches!(c, '(' | '['));
        let behind = text[date.end()..].trim_start();
        let closes = behind.chars().next().filter(|c| matches!(c, ')' | ']'));
        let bracketed = opens.is_some() && closes.is_some();
        if by.is_none() && !bracketed {
            continue;
        }
        let start = if bracketed { text[..start].trim_end().len() - 1 } else { start };
        let end = if bracketed { text.len() - behind.len() + 1 } else { date.end() };
        found.push((start..end, date.as_str().to_string()));
    }
    // Two days until when are none.
    (found.len() == 1).then(|| found.remove(0))
}

/// A day in figures, as it is written with points (day, month, year) or strokes, if it can be one only.
fn sure_day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['/', '.']).map(str::trim).collect();
    let [first, second, year] = parts[..] else { return None };
    if year.len() != 4 || [first, second].iter().any(|part| part.is_empty() || part.len() > 2) {
        return None;
    }
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let day = |day, month| Date::new(year.parse().ok()?, month, day).ok();
    match (day(first, second), day(second, first)) {
        (Some(day), _) if typed.contains('.') => Some(day),
        (Some(day), None) | (None, Some(day)) => Some(day),
        (Some(one), Some(other)) if one == other => Some(one),
        _ => None,
    }
}

/// How the months' names begin, in lower case, in the languages that minutes are written in.
const MONTHS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "mai",
    "maj",
    "maggio",
    "gennaio",
    "giugno",
    "luglio",
    "settembre",
    "ottobre",
    "dicembre",
    "okt",
    "dez",
    "avg",
    "avril",
    "juin",
    "juillet",
    "août",
    "ιαν",
    "φεβ",
    "μαρτ",
    "απρ",
    "μαΐ",
    "μαι",
    "ιουν",
    "ιουλ",
    "αυγ",
    "σεπ",
    "οκτ",
    "νοε",
    "δεκ",
    "яну",
    "фев",
    "март",
    "апр",
    "май",
    "юни",
    "юли",
    "авг",
    "сеп",
    "окт",
    "ное",
    "дек",
    "siječ",
    "velj",
    "ožuj",
    "trav",
    "svib",
    "lip",
    "srp",
    "kolov",
    "ruj",
    "listop",
    "stud",
    "pros",
    "ene",
    "abr",
    "ago",
    "dic",
];

/// `31 May` or `31. maja 2024`.
static NAMED_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b[0-9]{1,2}(?:st|nd|rd|th)?\.? (\p{L}{3,12})\.?(?: [0-9]{4})?[\s.;)\]]*$").ok()
});

/// A day at the end of an action whose month is a name.
fn named_day(text: &str) -> Option<&str> {
    let found = NAMED_DAY.as_ref()?.captures(text)?;
    let month = found.get(1)?.as_str().to_lowercase();
    let known = MONTHS.iter().any(|known| month.starts_with(known));
    known.then(|| found.get(0).map(|day| day.as_str().trim_end_matches([' ', '.', ';', ')', ']'])))?
}

/// What stands where the day until when should, and is none: `(by end of May)`, `by 31.5.2024`.
fn odd_due(text: &str) -> Option<(String, crate::value::Complaint)> {
    let text = text.trim_end_matches(['.', ';', ',', ' ']);
    let inside = text
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rsplit_once(['(', '[']))
        .map(|(_, inside)| inside)
        .or_else(|| {
            // Without brackets only what begins with a number looks like a day.
            let (at, _) = text.rmatch_indices(' ').find(|(at, _)| {
                let tail = text[at + 1..].to_lowercase();
                Words::BY.iter().any(|by| {
                    let rest = tail.strip_prefix(by).map(|rest| rest.trim_start_matches([' ', ':']));
                    rest.is_some_and(|rest| {
                        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(['.', '/'])
                    })
                })
            })?;
            Some(&text[at + 1..])
        })?;
    let lower = inside.to_lowercase();
    let typed = Words::BY.iter().filter_map(|by| {
        let rest = lower.strip_prefix(by)?;
        rest.starts_with([' ', ':']).then(|| inside[by.len()..].trim_matches([' ', ':']).to_string())
    });
    let typed = typed.min_by_key(String::len)?;
    Date::parse(&typed).err().map(|complaint| (typed, complaint))
}

/// A text from which something was taken: its two parts with one space between, and no lost mark.
fn joined(before: &str, behind: &str) -> String {
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
fn with_addresses(inlines: &[Inline]) -> String {
    let shown = |inline: &Inline| match &inline.kind {
        InlineKind::Link(url, text) => {
            let words = Document::words(text);
            let address = url.trim_start_matches("mailto:").trim_end_matches('/');
            let own = words.trim_end_matches('/') == address;
            let kind = InlineKind::Text(if own { words } else { format!("{words} ({url})") });
            Inline { range: inline.range.clone(), kind }
        }
        _ => inline.clone(),
    };
    Document::words(&inlines.iter().map(shown).collect::<Vec<_>>())
}

/// Whether an item is struck out, but for its id and its marks.
fn is_struck(inlines: &[Inline]) -> bool {
    let struck = |inline: &&Inline| matches!(inline.kind, InlineKind::Strike(_));
    let rest: Vec<Inline> = inlines.iter().filter(|inline| !struck(inline)).cloned().collect();
    let (rest, _) = take_id(&Document::words(&rest));
    inlines.iter().any(|inline| struck(&inline)) && !rest.contains(char::is_alphanumeric)
}

/// Whether a line, in lower case, says that there is nothing: `none`, `no decisions were taken`.
fn is_none(lower: &str) -> bool {
    let said =
        ["no action", "no decision", "no new action", "no new decision", "there were no ", "no further "];
    let short = lower.split_whitespace().count() <= 8 && !lower.contains(':');
    Words::NONE.contains(&lower) || short && said.iter().any(|said| lower.starts_with(said))
}

/// The names in `A, B and C`.
pub fn split_owners(names: &str) -> Vec<String> {
    let joined = Words::AND.iter().fold(names.to_string(), |names, and| names.replace(and, ", "));
    // `@RECET`, as chats and task lists name people.
    let bare = |name: &str| name.trim().trim_start_matches('@').to_string();
    joined.split(',').map(bare).filter(|name| !name.is_empty()).collect()
}

/// Whether some text before a colon is meant as names: a few words each, all with a capital or without
/// any letter that could have one, as `Anna Rossi` and `AE`, and not `Two things`.
fn named(names: &str) -> bool {
    let names = split_owners(names);
    let name = |name: &String| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |word: &&str| {
            let first = word.chars().find(|c| c.is_alphabetic());
            first.is_none_or(|c| c.is_uppercase())
                || ["de", "van", "von", "di", "da", "del", "der"].contains(word)
        };
        // One word may be an id.
        words.len() == 1 || words.len() <= 3 && words.iter().all(capital)
    };
    !names.is_empty() && names.iter().all(name)
}

/// Takes `{#id}` off the end.
fn take_id(text: &str) -> (String, Option<String>) {
    match text.strip_suffix('}').and_then(|text| text.rsplit_once("{#")) {
        Some((rest, id)) => (rest.trim().to_string(), Some(id.trim().to_string())),
        None => (text.trim().to_string(), None),
    }
}

/// A range cut at the end of its first line.
fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let end =
        text.get(range.clone()).and_then(|text| text.find('\n')).map_or(range.end, |at| range.start + at);
    range.start..end
}
