//! Days until which something is to be done, as minutes write them.

use super::vocabulary::Vocabulary;
use crate::value::{Date, Parse};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// `2024-05-31`.
pub(super) static ISO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b").ok());

/// The day until when that an action gives: its bytes with the words and brackets round it, and the day
/// as typed. Words such as `by` stand before it, or brackets round it.
pub(super) fn due_in(text: &str) -> Option<(Range<usize>, String)> {
    let dates: Vec<_> = ISO.iter().flat_map(|iso| iso.find_iter(text)).collect();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for date in dates {
        let before = text[..date.start()].trim_end_matches([' ', ':', '\u{A0}']);
        let lower = before.to_lowercase();
        let by = Vocabulary::BY
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
pub(super) fn sure_day(typed: &str) -> Option<Date> {
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
pub(super) const MONTHS: &[&str] = &[
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
pub(super) static NAMED_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b[0-9]{1,2}(?:st|nd|rd|th)?\.? (\p{L}{3,12})\.?(?: [0-9]{4})?[\s.;)\]]*$").ok()
});

/// A day at the end of an action whose month is a name.
pub(super) fn named_day(text: &str) -> Option<&str> {
    let found = NAMED_DAY.as_ref()?.captures(text)?;
    let month = found.get(1)?.as_str().to_lowercase();
    let known = MONTHS.iter().any(|known| month.starts_with(known));
    known.then(|| found.get(0).map(|day| day.as_str().trim_end_matches([' ', '.', ';', ')', ']'])))?
}

/// What stands where the day until when should, and is none: `(by end of May)`, `by 31.5.2024`.
pub(super) fn odd_due(text: &str) -> Option<(String, crate::value::Complaint)> {
    let text = text.trim_end_matches(['.', ';', ',', ' ']);
    let inside = text
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rsplit_once(['(', '[']))
        .map(|(_, inside)| inside)
        .or_else(|| {
            // Without brackets only what begins with a number looks like a day.
            let (at, _) = text.rmatch_indices(' ').find(|(at, _)| {
                let tail = text[at + 1..].to_lowercase();
                Vocabulary::BY.iter().any(|by| {
                    let rest = tail.strip_prefix(by).map(|rest| rest.trim_start_matches([' ', ':']));
                    rest.is_some_and(|rest| {
                        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(['.', '/'])
                    })
                })
            })?;
            Some(&text[at + 1..])
        })?;
    let lower = inside.to_lowercase();
    let typed = Vocabulary::BY.iter().filter_map(|by| {
        let rest = lower.strip_prefix(by)?;
        rest.starts_with([' ', ':']).then(|| inside[by.len()..].trim_matches([' ', ':']).to_string())
    });
    let typed = typed.min_by_key(String::len)?;
    Date::parse(&typed).err().map(|complaint| (typed, complaint))
}
