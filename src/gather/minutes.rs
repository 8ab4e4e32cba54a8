//! Minutes as they are written: tables of actions, `ACTION: X to do Y by Friday`, `Decided: …`, made into the lists
//! that Bulletin reads.

use super::minute_words::{COLUMNS, DECIDED, MINUTES, TO_DO, WEEKDAYS};
use super::tree::{block, heading, item, list, paragraph, text};
use super::{Contribution, Kind, tree};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, Table};
use crate::value::Date;

/// Whether a contribution is minutes.
pub(super) fn is_minutes(contribution: &Contribution) -> bool {
    let title = contribution.text.title.as_deref().unwrap_or_default();
    let first: String =
        contribution.text.document.blocks.iter().take(2).map(words).collect::<Vec<_>>().join(" ");
    let head = format!("{} {title} {first}", contribution.source).to_lowercase();
    let named = MINUTES.iter().any(|word| {
        head.match_indices(word)
            .any(|(at, _)| !head[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    });
    let blocks = &contribution.text.document.blocks;
    let marked = blocks.iter().flat_map(lines).filter(|line| mark(line, TO_DO).is_some()).count();
    let tables = blocks
        .iter()
        .filter(|block| matches!(&block.kind, BlockKind::Table(table) if of_actions(table).is_some()));
    // A news item may hold one of these; minutes say what they are, or have several.
    contribution.kind == Kind::Minutes
        || named && (marked > 0 || tables.clone().count() > 0 || heads_list(blocks))
        || marked > 1
}

/// Whether a heading is that of a list of actions or decisions.
fn heads_list(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Heading(_, text) => {
            let lower = Document::text_of(text).to_lowercase();
            [
                "action",
                "decision",
                "aufgaben",
                "beschl",
                "azioni",
                "decisioni",
                "ενέργειες",
                "αποφάσεις",
                "действия",
                "решения",
                "zadaci",
                "odluke",
            ]
            .iter()
            .any(|word| lower.contains(word))
        }
        _ => false,
    })
}

/// The plain words of a block.
fn words(block: &Block) -> String {
    tree::words(&Document { blocks: vec![block.clone()], notes: vec![] })
}

/// The lines of a block in which actions are marked.
fn lines(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Paragraph(_) | BlockKind::Heading(..) => vec![words(block)],
        BlockKind::List(list) => list.items.iter().flat_map(|item| item.blocks.first()).map(words).collect(),
        _ => vec![],
    }
}

/// What stands behind a mark and its number: `ACTION 3: …`, `AP1 – …`.
fn mark<'l>(line: &'l str, marks: &[&str]) -> Option<&'l str> {
    let line = line.trim();
    let lower = line.to_lowercase();
    // Letters may change their length with their case: such a line is none that is marked.
    if lower.len() != line.len() {
        return None;
    }
    marks
        .iter()
        .filter_map(|mark| {
            let rest = lower.strip_prefix(mark)?;
            let rest = rest.trim_start_matches(|c: char| c == ' ' || c == '#' || c.is_ascii_digit());
            let behind = rest.trim_start_matches([' ', ':', '–', '—', '-', '.']);
            let sign = rest.trim_start().starts_with([':', '–', '—']) || rest.starts_with(" -");
            (sign && !behind.is_empty()).then(|| &line[line.len() - behind.len()..])
        })
        .next()
}

/// A sentence with a capital.
fn capital(words: &str) -> String {
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The columns of a table of actions: what, who, until when.
fn of_actions(table: &Table) -> Option<(usize, Option<usize>, Option<usize>)> {
    let names: Vec<String> = table.header.iter().map(|cell| Document::text_of(cell).to_lowercase()).collect();
    let column = |known: &[&str]| {
        names.iter().position(|name| known.contains(&name.trim_matches(|c: char| !c.is_alphanumeric())))
    };
    let (what, who, when) = (column(COLUMNS[0])?, column(COLUMNS[1]), column(COLUMNS[2]));
    (who.is_some() || when.is_some()).then_some((what, who, when))
}

/// Makes minutes of a text: actions and decisions in lists of their own. `met` is the day of the meeting, by which
/// "by Friday" is read.
pub(super) fn shaped(document: &Document, met: Option<Date>) -> Document {
    let mut out = Vec::new();
    let (mut actions, mut decisions): (Vec<Item>, Vec<Item>) = (vec![], vec![]);
    for block in &document.blocks {
        match &block.kind {
            BlockKind::Table(table) => match of_actions(table) {
                Some(columns) => actions.extend(rows(table, columns, met)),
                None => out.push(block.clone()),
            },
            BlockKind::Paragraph(text) if text.iter().any(|one| one.kind == InlineKind::Break) => {
                for line in text.split(|one| one.kind == InlineKind::Break) {
                    let line = Document::text_of(line);
                    if let Some(action) = mark(&line, TO_DO) {
                        actions.push(action_item(&owned(action, met)));
                    } else if let Some(decision) = mark(&line, DECIDED) {
                        decisions.push(item(vec![tree::plain(&capital(decision))]));
                    } else if !line.is_empty() {
                        out.push(tree::plain(&line));
                    }
                }
            }
            BlockKind::Paragraph(_) => {
                let line = words(block);
                if let Some(action) = mark(&line, TO_DO) {
                    actions.push(action_item(&owned(action, met)));
                } else if let Some(decision) = mark(&line, DECIDED) {
                    decisions.push(item(vec![paragraph(vec![text(capital(decision))])]));
                } else {
                    out.push(block.clone());
                }
            }
            BlockKind::List(own) => {
                let mut kept = own.clone();
                kept.items.retain(|one| {
                    let line = one.blocks.first().map(words).unwrap_or_default();
                    if one.blocks.len() > 1 {
                        return true;
                    }
                    if let Some(action) = mark(&line, TO_DO) {
                        actions.push(action_item(&owned(action, met)));
                    } else if let Some(decision) = mark(&line, DECIDED) {
                        decisions.push(item(vec![paragraph(vec![text(capital(decision))])]));
                    } else {
                        return true;
                    }
                    false
                });
                if !kept.items.is_empty() {
                    out.push(block_of(kept));
                }
            }
            _ => out.push(block.clone()),
        }
    }
    let mut document = Document { blocks: out, notes: document.notes.clone() };
    add(
        &mut document.blocks,
        "Decisions",
        &["decision", "beschl", "decisioni", "αποφάσεις", "решения", "odluke", "décisions"],
        decisions,
    );
    add(
        &mut document.blocks,
        "Actions",
        &["action", "aufgaben", "maßnahmen", "azioni", "ενέργειες", "действия", "zadaci", "acciones"],
        actions,
    );
    document
}

/// A list as a block.
fn block_of(list: crate::markdown::List) -> Block {
    block(BlockKind::List(list))
}

/// Adds items below the heading that is there for them, or below a new one at the end.
fn add(blocks: &mut Vec<Block>, name: &str, known: &[&str], items: Vec<Item>) {
    if items.is_empty() {
        return;
    }
    let heading_at = blocks.iter().position(|block| match &block.kind {
        BlockKind::Heading(_, text) => {
            let lower = Document::text_of(text).to_lowercase();
            known.iter().any(|word| lower.contains(word))
        }
        _ => false,
    });
    match heading_at {
        Some(at) => match blocks.get_mut(at + 1) {
            Some(Block { kind: BlockKind::List(own), .. }) => own.items.extend(items),
            _ => blocks.insert(at + 1, list(false, items)),
        },
        None => {
            blocks.push(heading(2, vec![text(name)]));
            blocks.push(list(false, items));
        }
    }
}

/// An action as an item with a box to tick.
fn action_item(words: &str) -> Item {
    Item { task: Some(false), ..item(vec![paragraph(vec![text(words)])]) }
}

/// The rows of a table of actions.
fn rows(
    table: &Table,
    (what, who, when): (usize, Option<usize>, Option<usize>),
    met: Option<Date>,
) -> Vec<Item> {
    let cell =
        |row: &[Vec<Inline>], at: usize| row.get(at).map(|cell| Document::text_of(cell)).unwrap_or_default();
    let mut items = Vec::new();
    for row in &table.rows {
        let task = cell(row, what);
        if task.trim().is_empty() {
            continue;
        }
        let owner = who.map(|at| cell(row, at)).filter(|owner| !owner.trim().is_empty());
        let due = when.map(|at| cell(row, at)).filter(|due| !due.trim().is_empty());
        let owner = owner
            .map(|owner| format!("{}: ", owner.trim().replace(" / ", ", ").replace('/', ", ")))
            .unwrap_or_default();
        let due = due.map(|due| match day_of(&due, met) {
            Some(day) => format!(" (by {day})"),
            None => format!(" (by {})", due.trim()),
        });
        let others: Vec<String> = (0..row.len())
            .filter(|at| *at != what && Some(*at) != who && Some(*at) != when)
            .map(|at| cell(row, at))
            .filter(|words| !words.trim().is_empty() && words.trim().parse::<u32>().is_err())
            .collect();
        let more = if others.is_empty() { String::new() } else { format!(" [{}]", others.join("; ")) };
        items.push(action_item(&format!("{owner}{}{more}{}", capital(&task), due.unwrap_or_default())));
    }
    items
}

/// `X to do Y by Friday` as `X: do Y (by 2024-05-17)`.
fn owned(action: &str, met: Option<Date>) -> String {
    let action = action.trim().trim_end_matches('.');
    let (who, what) = match action.split_once(':') {
        Some((who, what)) if who.split_whitespace().count() <= 5 => (Some(who), what.trim()),
        _ => match [" to ", " will ", " shall "]
            .iter()
            .filter_map(|word| action.split_once(word))
            .min_by_key(|(who, _)| who.len())
        {
            Some((who, what))
                if who.split_whitespace().count() <= 5 && who.starts_with(char::is_uppercase) =>
            {
                (Some(who), what)
            }
            _ => (None, action),
        },
    };
    let due = [" by ", " bis ", " until "].iter().find_map(|word| what.rsplit_once(word));
    let (what, due) = match due.filter(|(_, day)| day.split_whitespace().count() <= 4) {
        Some((what, day)) => match day_of(day, met) {
            Some(day) => (what, format!(" (by {day})")),
            None => (what, format!(" (by {day})")),
        },
        None => (what, String::new()),
    };
    let who = who.map(|who| format!("{}: ", who.trim().replace(" and ", ", "))).unwrap_or_default();
    format!("{who}{}{due}", capital(what))
}

/// The day that words mean on the day of a meeting: a date, or the next day of a weekday's name.
fn day_of(words: &str, met: Option<Date>) -> Option<Date> {
    if let Some(day) = super::read::cell_day(words) {
        return Some(day);
    }
    let met = met?;
    let lower = words.to_lowercase();
    let wanted = WEEKDAYS.iter().position(|names| names.iter().any(|name| lower.contains(name)))?;
    let next = lower.contains("next week") || lower.contains("nächste");
    let today = usize::try_from(met.weekday().to_monday_zero_offset()).ok()?;
    let ahead = (wanted + 7 - today) % 7;
    let ahead = if ahead == 0 { 7 } else { ahead };
    let ahead = if next && ahead + today < 7 { ahead + 7 } else { ahead };
    met.checked_add(jiff::Span::new().try_days(i64::try_from(ahead).ok()?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_made_of_what_minutes_say() {
        let met = Date::new(2024, 5, 14).ok();
        for (typed, made) in [
            ("RECET to send the guide by Friday", "RECET: Send the guide (by 2024-05-17)"),
            (
                "Anna and Jan will draft the letter by 3 June 2024.",
                "Anna, Jan: Draft the letter (by 2024-06-03)",
            ),
            ("IN-PLAN: map the towns", "IN-PLAN: Map the towns"),
            ("send it by the next call", "Send it (by the next call)"),
        ] {
            assert_eq!(owned(typed, met), made);
        }
        assert_eq!(mark("ACTION 3: do it", TO_DO), Some("do it"));
        assert_eq!(mark("AP1 – do it", TO_DO), Some("do it"));
        assert_eq!(mark("Actions speak louder: yes", TO_DO), None);
    }
}
