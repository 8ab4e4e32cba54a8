//! Lists of decisions and actions in minutes, in the words of each language.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, List};
use crate::model::values::Date;
use crate::sources::{Parse, SourceFile};

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

    /// Words before a date: `(by 2024-05-31)`.
    const BY: &[&str] = &["by", "due", "until", "έως", "μέχρι", "ως", "до", "do", "entro", "entro il"];

    /// Words between two owners.
    const AND: &[&str] = &[" and ", " & ", " και ", " и ", " i ", " e ", " ed "];
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
}

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
    let blocks = std::mem::take(&mut document.blocks);
    for block in blocks {
        if let BlockKind::Heading(depth, text) = &block.kind {
            let kind = kind_of(&Document::words(text));
            let inside = open.is_some_and(|(_, above)| *depth > above);
            if let Some(kind) = kind {
                open = Some((kind, *depth));
                continue;
            } else if !inside {
                open = None;
            }
        }
        match (open, &block.kind) {
            (Some((kind, _)), BlockKind::List(list)) => {
                let reader = EntryReader { file, is_owner };
                let into = match kind {
                    ListKind::Actions => &mut lists.actions,
                    ListKind::Decisions => &mut lists.decisions,
                };
                into.extend(list.items.iter().filter_map(|item| reader.entry(item, kind, findings)));
            }
            (Some((kind, _)), _) => {
                findings.push(not_a_list(file, &block, kind));
                document.blocks.push(block);
            }
            (None, kind) => {
                if let BlockKind::List(list) = kind {
                    lost_tasks(file, list, findings);
                }
                document.blocks.push(block);
            }
        }
    }
    lists
}

/// Whether a block is the heading of a list of actions or decisions.
pub fn is_list_heading(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Heading(_, text) if kind_of(&Document::words(text)).is_some())
}

/// Which list a heading opens, if any.
fn kind_of(heading: &str) -> Option<ListKind> {
    let heading = heading.to_lowercase();
    let heading = heading.trim().trim_end_matches(':');
    if Words::ACTIONS.contains(&heading) {
        Some(ListKind::Actions)
    } else if Words::DECISIONS.contains(&heading) {
        Some(ListKind::Decisions)
    } else {
        None
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
        ListKind::Actions => ("an action", "- [ ] OWNER: what is to be done (by 2024-05-31)"),
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
        let words = Document::words(inlines);
        if let Some(odd) =
            ["[]", "[ x ]", "[ X ]", "[x ]", "[ x]"].iter().find(|odd| words.starts_with(**odd))
        {
            findings.push(
                self.finding(&format!("`{odd}` is no box to tick"), first_line(&self.file.text, &item.range))
                    .hint("type `- [ ]` for an open action and `- [x]` for one that is done"),
            );
            return None;
        }
        let (text, id) = take_id(&words);
        let (text, due, owners) = match kind {
            ListKind::Actions => {
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
            id,
        })
    }

    /// A finding in this file.
    fn finding(&self, message: &str, range: Range<usize>) -> Diagnostic {
        Diagnostic::error("minutes-list", message).at(Place::new(self.file.path.clone(), range))
    }

    /// What does not survive as plain words: links, and an id that is not at the end.
    fn lost(&self, inlines: &[Inline], text: &str, range: &Range<usize>, findings: &mut Diagnostics) {
        if text.contains("{#") {
            findings.push(
                self.finding("the id `{#…}` does not stand at the end", first_line(&self.file.text, range))
                    .hint("put it at the end of the line: `- [ ] OWNER: text (by 2024-05-31) {#id}`"),
            );
        }
        if inlines
            .iter()
            .any(|inline| matches!(inline.kind, InlineKind::Link(..) | InlineKind::FootnoteRef(_)))
        {
            findings.push(Diagnostic {
                severity: crate::diagnostic::Severity::Warning,
                ..self
                    .finding(
                        "links and footnotes of actions and decisions do not print",
                        first_line(&self.file.text, range),
                    )
                    .hint("put the link into the text of the minutes")
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

    /// Takes `(by DATE)` off the end.
    fn take_due(
        &self,
        text: &str,
        item: &Range<usize>,
        findings: &mut Diagnostics,
    ) -> (String, Option<Date>) {
        let Some((rest, inside)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
            return (text.to_string(), None);
        };
        let by = inside.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let date = Words::BY
            .iter()
            .filter_map(|words| {
                let count = words.split(' ').count();
                let rest = || inside.split_whitespace().skip(count).collect::<Vec<_>>().join(" ");
                (by.len() > count && by[..count].join(" ") == **words).then(rest)
            })
            .min_by_key(String::len);
        match date.map(|date| Date::parse(&date)) {
            None => (text.to_string(), None),
            Some(Ok(date)) => (rest.trim().to_string(), Some(date)),
            Some(Err(complaint)) => {
                findings.push(
                    Diagnostic::error("invalid-value", complaint.message)
                        .at(Place::new(self.file.path.clone(), self.find(inside, item)))
                        .hint(complaint.hint),
                );
                (text.to_string(), None)
            }
        }
    }

    /// Takes `OWNER[, OWNER]:` off the start.
    fn take_owners(
        &self,
        text: &str,
        item: &Range<usize>,
        findings: &mut Diagnostics,
    ) -> (String, Vec<(String, Range<usize>)>) {
        let colon = text.split_once(':');
        let dash = [" – ", " — ", " - "].iter().find_map(|dash| text.split_once(dash));
        // A dash may belong to the sentence: it divides only where known names stand before it.
        let known = |names: &str| split_owners(names).iter().all(|name| (self.is_owner)(name));
        let split = match (colon, dash) {
            (Some((names, rest)), _) if known(names) || short(names) => Some((names, rest)),
            (_, Some((names, rest))) if known(names) => Some((names, rest)),
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

/// The names in `A, B and C`.
pub fn split_owners(names: &str) -> Vec<String> {
    let joined = Words::AND.iter().fold(names.to_string(), |names, and| names.replace(and, ", "));
    joined.split(',').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
}

/// Whether some text before a colon is short enough to be meant as names.
fn short(names: &str) -> bool {
    split_owners(names).iter().all(|name| name.split_whitespace().count() <= 3)
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
