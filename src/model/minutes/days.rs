//! Days as people write them, in each language: in figures, and with the month's name.

use std::ops::Range;

use super::vocabulary::Vocabulary;
use crate::value::Date;

/// What days are read by: the minutes' language, and the day of the meeting for days without a year.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    /// The primary tag of the language.
    pub language: &'a str,
    /// The day of the meeting.
    pub held: Option<Date>,
}

/// What something that is written as a day reads as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A day.
    Day(Date),
    /// Two, as one reads the day or the month first.
    Two(Date, Date),
    /// None that the calendar has: `31 June`.
    NoDay,
}

/// A day as a reading.
fn reading(day: Option<Date>) -> Reading {
    day.map_or(Reading::NoDay, Reading::Day)
}

/// A day in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What it reads as.
    pub(super) reading: Reading,
    /// Whether it is written in full: ISO 8601, or with the month's name.
    pub(super) plain: bool,
    /// Whether its year is typed.
    pub(super) year: bool,
    /// Whether an ending of its own says "until".
    pub(super) until: bool,
}

/// Reads the text of an action.
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) calendar: Calendar<'t>,
}

impl<'t> Scan<'t> {
    /// What stands behind a place.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Digits at a place, and where they end.
    fn digits(&self, at: usize) -> Option<(&'t str, usize)> {
        let rest = self.rest(at);
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        (end > 0).then(|| (&rest[..end], at + end))
    }

    /// A word at a place, and where it ends.
    fn word(&self, at: usize) -> Option<(&'t str, usize)> {
        let rest = self.rest(at);
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        (end > 0).then(|| (&rest[..end], at + end))
    }

    /// The place behind some blanks.
    pub(super) fn blanks(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.len() - rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len()
    }

    /// The place behind one of some words.
    fn behind(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.rest(at).starts_with(**word)).map(|word| at + word.len())
    }

    /// A month's name at a place: its number, its word, and where it ends.
    fn month(&self, at: usize) -> Option<(i8, &'t str, usize)> {
        let (word, end) = self.word(at)?;
        Vocabulary::get().month(word, self.calendar.language).map(|month| (month, word, end))
    }

    /// The place behind the point that Croatian puts behind a year.
    fn point(&self, end: usize) -> usize {
        self.behind(end, &["."]).filter(|_| self.calendar.language == "hr").unwrap_or(end)
    }

    /// A day without a year: the first one from the meeting on.
    fn next(&self, month: i8, day: i8) -> Option<Date> {
        let held = self.calendar.held?;
        let this = Date::new(held.year(), month, day).ok()?;
        if this >= held { Some(this) } else { Date::new(held.year() + 1, month, day).ok() }
    }

    /// The day that begins at a place.
    fn day_at(&self, at: usize) -> Option<Found> {
        let (first, end) = self.digits(at)?;
        let found = match first.len() {
            4 => self.year_first(at, first.parse().ok()?, end),
            1 | 2 => self
                .in_figures(at, first.parse().ok()?, end)
                .or_else(|| self.named(at, first.parse().ok()?, end)),
            _ => None,
        };
        // A longer number, or a word, is something else.
        found.filter(|found| !self.rest(found.range.end).starts_with(|c: char| c.is_alphanumeric()))
    }

    /// `2024-05-31`, `2024.05.31.`, `2024. május 31.`, `2024 m. gegužės 31 d.`, `2024. gada 31. maijs`.
    fn year_first(&self, at: usize, year: i16, end: usize) -> Option<Found> {
        let sure = |end, month, day, plain| {
            let reading = reading(Date::new(year, month, day).ok());
            Some(Found { range: at..end, reading, plain, year: true, until: false })
        };
        if self.rest(end).starts_with('-') {
            let (month, end) = self.digits(end + 1).filter(|(month, _)| month.len() == 2)?;
            let end = self.behind(end, &["-"])?;
            let (day, end) = self.digits(end).filter(|(day, _)| day.len() == 2)?;
            return sure(end, month.parse().ok()?, day.parse().ok()?, true);
        }
        let dot = self.behind(end, &[". gada", " m.", ". g.", "."])?;
        let next = self.blanks(dot);
        if let Some((month, _, end)) = self.month(next) {
            let (day, end) = self.digits(self.blanks(end))?;
            let end = self.behind(end, &[" d.", "."]).unwrap_or(end);
            return sure(end, month, day.parse().ok()?, true);
        }
        let (number, end) = self.digits(next)?;
        let end = self.blanks(self.behind(end, &["."])?);
        if let Some((month, _, end)) = self.month(end) {
            return sure(end, month, number.parse().ok()?, true);
        }
        let (day, end) = self.digits(end)?;
        let end = self.behind(end, &["."]).unwrap_or(end);
        sure(end, number.parse().ok()?, day.parse().ok()?, false)
    }

    /// `31.5.2024`, `31. 5. 2024`, `31/05/2024`, `31-5-2024`, `31/5`, `31.5.`
    fn in_figures(&self, at: usize, day: i8, end: usize) -> Option<Found> {
        let mark = self.rest(end).chars().next().filter(|mark| matches!(mark, '.' | '/' | '-'))?;
        let next = end + 1;
        let next = if mark == '.' { self.blanks(next) } else { next };
        let (month, end) = self.digits(next).filter(|(month, _)| month.len() <= 2)?;
        let month: i8 = month.parse().ok()?;
        let marked = self.rest(end).starts_with(mark);
        let behind = if mark == '.' { self.blanks(end + 1) } else { end + 1 };
        let year = marked.then(|| self.digits(behind)).flatten();
        let date = |year: i16, month, day| Date::new(year, month, day).ok();
        let (own, other, range, year) = match year {
            Some((typed, end)) if matches!(typed.len(), 2 | 4) => {
                let year: i16 = typed.parse().ok()?;
                let year = if typed.len() == 2 { 2000 + year } else { year };
                (date(year, month, day), date(year, day, month), at..self.point(end), true)
            }
            Some(_) => return None,
            None if mark == '-' => return None,
            None => {
                let end = if mark == '.' && marked { end + 1 } else { end };
                // Two figures are a day only where nothing follows: not in `by 5.2 %`, `by 1/2 of it`.
                let rest = self.rest(end).trim_start_matches([')', ']', '.', ';', ' ']);
                let closed = self.rest(end).starts_with([')', ']']);
                if !(rest.is_empty() || closed || mark == '.' && marked) {
                    return None;
                }
                (self.next(month, day), self.next(day, month), at..end, false)
            }
        };
        // Behind a point the day comes first everywhere; a stroke does not say.
        let reading = match (own, other) {
            (Some(own), Some(other)) if mark != '.' && own != other => Reading::Two(own, other),
            (Some(own), _) => Reading::Day(own),
            (None, Some(other)) if mark != '.' => Reading::Day(other),
            // Figures without a year may be anything.
            (None, _) if !year => return None,
            (None, _) => Reading::NoDay,
        };
        Some(Found { range, reading, plain: false, year, until: false })
    }

    /// `31 May 2024`, `31. maja`, `31 de mayo de 2024`, `8 май 2024 г.`, `31. maiks`.
    fn named(&self, at: usize, day: i8, end: usize) -> Option<Found> {
        let ordinal = ["st", "nd", "rd", "th", "er", "º", "ª", "e", "."];
        let end = self.behind(end, &ordinal).unwrap_or(end);
        let next = self.blanks(end);
        let next = self.behind(next, &["de ", "of ", "ta' ", "ta’ ", "d'", "d’", "di "]).unwrap_or(next);
        let (month, word, end) = self.month(next)?;
        let until = self.calendar.language == "et" && word.ends_with("ks");
        let short =
            self.behind(end, &[". "]).filter(|at| self.rest(*at).starts_with(|c: char| c.is_ascii_digit()));
        let next = self.blanks(short.unwrap_or(end));
        let next = self.behind(next, &["de ", "del "]).unwrap_or(next);
        let year = self.digits(next).filter(|(year, _)| year.len() == 4);
        let (date, end) = match year {
            Some((year, end)) => (Date::new(year.parse().ok()?, month, day).ok(), self.point(end)),
            None => (self.next(month, day), end),
        };
        let end = self.behind(end, &[" г.", "\u{A0}г.", "\u{202F}г."]).unwrap_or(end);
        Some(Found { range: at..end, reading: reading(date), plain: true, year: year.is_some(), until })
    }

    /// `May 31, 2024`, `május 31`: the month first, in the languages that write so.
    fn month_first(&self, at: usize) -> Option<Found> {
        if !matches!(self.calendar.language, "en" | "hu" | "lt") {
            return None;
        }
        let (month, _, end) = self.month(at)?;
        let (day, end) = self.digits(self.blanks(end)).filter(|(day, _)| day.len() <= 2)?;
        let end = self.behind(end, &["st", "nd", "rd", "th", "."]).unwrap_or(end);
        let next = self.blanks(self.behind(end, &[","]).unwrap_or(end));
        let year = self.digits(next).filter(|(year, _)| year.len() == 4);
        let day: i8 = day.parse().ok()?;
        let (date, end) = match year {
            Some((year, end)) => (Date::new(year.parse().ok()?, month, day).ok(), end),
            None => (self.next(month, day), end),
        };
        Some(Found {
            range: at..end,
            reading: reading(date),
            plain: true,
            year: year.is_some(),
            until: false,
        })
    }

    /// Every day in the text.
    pub(super) fn days(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(c) = self.rest(at).chars().next() {
            let here = if c.is_ascii_digit() {
                self.day_at(at)
            } else if c.is_alphabetic() {
                self.month_first(at)
            } else {
                None
            };
            at = match here {
                Some(day) => {
                    let end = day.range.end;
                    found.push(day);
                    end
                }
                None if c.is_ascii_digit() => self.digits(at).map_or(at + 1, |(_, end)| end),
                None if c.is_alphabetic() => {
                    // A word with figures is no day.
                    let rest = self.rest(at);
                    at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
                }
                None => at + c.len_utf8(),
            };
        }
        found
    }
}

/// The days that a text names with a month's name or in ISO 8601, with their bytes; one without a year has the year
/// that brings it nearest to `near`.
pub fn days_in(text: &str, language: &str, near: Date) -> Vec<(Range<usize>, Date)> {
    let scan = Scan { text, calendar: Calendar { language, held: Some(near) } };
    let day = |found: Found| match found.reading {
        Reading::Day(date) if found.plain && found.year => Some((found.range, date)),
        Reading::Day(date) if found.plain => {
            let years = (near.year() - 1..=near.year() + 1)
                .filter_map(|year| Date::new(year, date.month(), date.day()).ok());
            let nearest = years.min_by_key(|date| (*date - near).get_days().abs());
            Some((found.range, nearest?))
        }
        _ => None,
    };
    scan.days().into_iter().filter_map(day).collect()
}
