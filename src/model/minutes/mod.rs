//! Lists of decisions and actions in minutes, in the words of each language.

mod days;
mod due;
mod entry;
mod owners;
mod vocabulary;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, List};
use crate::sources::SourceFile;
use crate::value::Language;
pub use days::{Calendar, days_in};
pub use entry::Entry;
use entry::{EntryReader, ListKind, first_line, is_none, marked};
pub use owners::split_owners;
pub use vocabulary::Vocabulary;
use vocabulary::folded;

/// The lists of a meeting's minutes.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Items under a heading of actions.
    pub actions: Vec<Entry>,
    /// Items under a heading of decisions.
    pub decisions: Vec<Entry>,
}

/// Takes the lists of actions and decisions, with their headings, out of the minutes.
///
/// `is_owner` says whether a name is known; it settles what a colon means. `calendar` says how days are read.
pub fn take(
    document: &mut Document,
    file: &SourceFile,
    is_owner: &dyn Fn(&str) -> bool,
    asks_owner: bool,
    calendar: Calendar<'_>,
    findings: &mut Diagnostics,
) -> Lists {
    let reader = EntryReader { file, is_owner, asks_owner, calendar };
    let mut taker = Taker { reader, findings, lists: Lists::default(), open: None, rest: vec![] };
    let blocks = std::mem::take(&mut document.blocks);
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        if taker.is_heading_of_a_list(&block, || blocks.clone()) {
            continue;
        }
        let list_follows = matches!(blocks.peek(), Some(Block { kind: BlockKind::List(_), .. }));
        match taker.open {
            Some((kind, _)) => taker.inside(kind, block, list_follows),
            None => taker.outside(block),
        }
    }
    document.blocks = taker.rest;
    taker.lists
}

/// Takes lists out of minutes, block by block.
struct Taker<'a> {
    /// Reads entries.
    reader: EntryReader<'a>,
    /// Where findings go.
    findings: &'a mut Diagnostics,
    /// What was taken.
    lists: Lists,
    /// The kind of list that is open, and the depth of its heading.
    open: Option<(ListKind, u8)>,
    /// What stays in the text.
    rest: Vec<Block>,
}

impl Taker<'_> {
    /// Whether a block is the heading of a list, which is open from here on; another heading closes it.
    fn is_heading_of_a_list<I: Iterator<Item = Block>>(
        &mut self,
        block: &Block,
        following: impl FnOnce() -> I,
    ) -> bool {
        let Some((depth, heading)) = heading_of(block) else { return false };
        let kind = kind_of(&heading).or_else(|| {
            // Words inside a longer heading count where the list below it is one.
            let kind = some_kind_of(&heading)?;
            let mut list = following().take_while(|next| heading_of(next).is_none());
            let list = list.find_map(|next| match next.kind {
                BlockKind::List(list) => Some(list),
                _ => None,
            })?;
            (kind != ListKind::Actions || self.reader.looks_like_actions(&list)).then_some(kind)
        });
        let depth = depth.unwrap_or_else(|| self.open.map_or(u8::MAX, |(_, above)| above));
        let inside = self.open.is_some_and(|(_, above)| depth > above);
        if let Some(kind) = kind {
            self.open = Some((kind, depth));
            return true;
        }
        if matches!(block.kind, BlockKind::Heading(..)) && !inside {
            self.open = None;
        }
        false
    }

    /// A block below the heading of a list.
    fn inside(&mut self, kind: ListKind, block: Block, list_follows: bool) {
        let text = match &block.kind {
            BlockKind::List(list) => return self.list(kind, list),
            BlockKind::Paragraph(text) => text,
            _ => {
                self.findings.push(not_a_list(self.reader.file, &block, kind));
                return self.rest.push(block);
            }
        };
        let words = Document::text_of(text);
        let bare = words.trim().trim_end_matches(['.', '!', ':']).to_lowercase();
        if is_none(&bare) || list_follows && words.trim_end().ends_with(':') {
            // That there is none, or that a list follows, is seen.
        } else if list_follows {
            self.rest.push(block);
        } else if kind != ListKind::Decisions && marked(&words) {
            let item = Item { range: block.range.clone(), task: None, blocks: vec![block] };
            self.lists.actions.extend(self.reader.entry(&item, ListKind::Actions, self.findings));
        } else {
            self.findings.push(not_a_list(self.reader.file, &block, kind));
            self.rest.push(block);
        }
    }

    /// A list below its heading.
    fn list(&mut self, kind: ListKind, list: &List) {
        for item in &list.items {
            let kind = match kind {
                ListKind::Both if self.reader.looks_like_an_action(item) => ListKind::Actions,
                ListKind::Both => ListKind::Decisions,
                kind => kind,
            };
            let into = match kind {
                ListKind::Actions => &mut self.lists.actions,
                _ => &mut self.lists.decisions,
            };
            into.extend(self.reader.entry(item, kind, self.findings));
        }
    }

    /// A block elsewhere: it stays, and what looks like an action there is said.
    fn outside(&mut self, block: Block) {
        let file = self.reader.file;
        match &block.kind {
            BlockKind::List(list) => {
                lost_tasks(file, list, self.findings);
                let marked = |item: &&Item| match item.blocks.first().map(|block| &block.kind) {
                    Some(BlockKind::Paragraph(text)) => marked(&Document::text_of(text)),
                    _ => false,
                };
                if let Some(item) = list.items.iter().find(marked) {
                    self.findings.push(lost_action(file, &item.range));
                }
            }
            BlockKind::Paragraph(text) if marked(&Document::text_of(text)) => {
                self.findings.push(lost_action(file, &block.range));
            }
            _ => {}
        }
        self.rest.push(block);
    }
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
        BlockKind::Heading(depth, text) => Some((Some(*depth), Document::text_of(text))),
        BlockKind::Paragraph(text) => match text.as_slice() {
            [Inline { kind: InlineKind::Strong(inner), .. }] => Some((None, Document::text_of(inner))),
            [Inline { kind: InlineKind::Strong(inner), .. }, Inline { kind: InlineKind::Text(end), .. }]
                if end.trim() == ":" =>
            {
                Some((None, Document::text_of(inner)))
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
    matches!(&block.kind, BlockKind::Heading(_, text) if kind_of(&Document::text_of(text)).is_some())
}

/// A heading of actions or of decisions in the words of another language; `None` if it is no such heading.
pub fn heading_in(heading: &str, language: &Language) -> Option<String> {
    let kind = kind_of(heading)?;
    Vocabulary::heading(language.primary(), kind == ListKind::Actions)
}

/// A heading as it is compared: without its number and what ends it.
fn bare_heading(heading: &str) -> String {
    let lower = folded(heading);
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ' | '(' | '\u{A0}');
    lower.trim().trim_start_matches(numbered).trim_end_matches([':', '.', ' ']).to_string()
}

/// Which list a heading opens, if any.
fn kind_of(heading: &str) -> Option<ListKind> {
    let heading = bare_heading(heading);
    if Vocabulary::get().heads_actions(&heading) {
        Some(ListKind::Actions)
    } else if Vocabulary::get().heads_decisions(&heading) {
        Some(ListKind::Decisions)
    } else {
        None
    }
}

/// Which list a heading opens that holds the words for it among others.
fn some_kind_of(heading: &str) -> Option<ListKind> {
    let heading = format!(" {} ", bare_heading(heading).replace([',', '/', '&', ':', ';', '(', ')'], " "));
    match Vocabulary::get().some(&heading) {
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
