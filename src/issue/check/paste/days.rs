//! Days that a text names wrongly, or by words that mean another day to each reader.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::diagnostic::Diagnostic;
use crate::model::days_in;
use crate::value::{Date, Language};

/// The words of days, by language.
static WORDS: LazyLock<BTreeMap<&str, Days>> = LazyLock::new(|| {
    let lines = include_str!("days.tsv").lines().filter(|line| !line.starts_with('#'));
    let line = |line: &'static str| {
        let mut cells = line.split('\t');
        let (language, weekdays, relative) = (cells.next()?, cells.next()?, cells.next()?);
        let words = |cell: &'static str| cell.split(", ").filter(|word| !word.is_empty()).collect();
        Some((language, Days { weekdays: words(weekdays), relative: words(relative) }))
    };
    lines.filter_map(line).collect()
});

/// The words of days of a language.
struct Days {
    /// From Monday.
    weekdays: Vec<&'static str>,
    /// `tomorrow`, `next week`.
    relative: Vec<&'static str>,
}

/// How far behind its name a weekday's date may stand, in bytes.
const REACH: usize = 48;

/// Makes the table.
pub(super) fn prepare() {
    LazyLock::force(&WORDS);
}

/// Wrong weekdays and words that mean another day to each reader; `near` is a day of the month, which gives
/// a date without a year its year.
pub(super) fn find(text: &str, language: &Language, near: Date) -> Vec<(Range<usize>, Diagnostic)> {
    let Some(days) = WORDS.get(language.primary()) else { return vec![] };
    let lower = text.to_lowercase();
    // Letters that change their length with their case would move every place.
    if lower.len() != text.len() {
        return vec![];
    }
    let mut found = Vec::new();
    for (number, weekday) in days.weekdays.iter().enumerate() {
        for at in places(&lower, weekday) {
            found.extend(wrong_day(text, at..at + weekday.len(), (number, &days.weekdays), language, near));
        }
    }
    for word in &days.relative {
        for at in places(&lower, word) {
            let range = at..at + word.len();
            let shown = text.get(range.clone()).unwrap_or_default();
            found.push((
                range,
                Diagnostic::warning("relative-day", format!("`{shown}` is another day for every reader"))
                    .hint("name the day, such as 13 May: the text is read for years"),
            ));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Where a word stands by itself.
fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = text[..*at].chars().next_back();
        let behind = text[*at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    })
}

/// A weekday whose date, right behind it, is another one's.
fn wrong_day(
    text: &str,
    range: Range<usize>,
    (number, names): (usize, &[&str]),
    language: &Language,
    near: Date,
) -> Option<(Range<usize>, Diagnostic)> {
    let rest = &text[range.end..];
    let end = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= REACH).last().unwrap_or(0);
    let (at, date) =
        days_in(&rest[..end.max(rest.len().min(REACH / 2))], language.primary(), near).into_iter().next()?;
    // Only a comma, an article or a preposition may stand between.
    let between = rest.get(..at.start)?;
    if between.contains(['.', ';', ':', '(', '!', '?', '\n']) || between.split_whitespace().count() > 2 {
        return None;
    }
    let real = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
    if real == number {
        return None;
    }
    let whole = range.start..range.end + at.end;
    let shown = text.get(whole.clone())?;
    let name = names.get(real)?;
    let finding = Diagnostic::error("wrong-weekday", format!("`{shown}`: that day is a {name}"))
        .hint(format!("is the day right, or the date? {date} is a {name}"));
    Some((whole, finding))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    #[test]
    fn wrong_weekdays_and_words_of_the_moment_are_found() {
        let near = Date::new(2024, 5, 1).expect("a day");
        let rules = |tag: &str, text: &str| -> Vec<&str> {
            let language = Language::parse(tag).expect("a language");
            find(text, &language, near).into_iter().map(|(_, finding)| finding.rule.name).collect()
        };
        assert_eq!(rules("en", "We meet on Tuesday, 13 May 2024."), ["wrong-weekday"]);
        assert_eq!(rules("en", "We meet on Monday, 13 May 2024."), Vec::<&str>::new());
        // Without a year it is that of the issue.
        assert_eq!(rules("en", "We meet on Tuesday 13 May."), ["wrong-weekday"]);
        assert_eq!(rules("de", "Am Dienstag, den 13. Mai 2024, geht es los."), ["wrong-weekday"]);
        assert_eq!(rules("el", "Την Τρίτη 13 Μαΐου 2024."), ["wrong-weekday"]);
        assert_eq!(rules("bg", "Във вторник, 13 май 2024 г."), ["wrong-weekday"]);
        assert_eq!(rules("en", "The mayors come next week."), ["relative-day"]);
        assert_eq!(rules("it", "La settimana scorsa i sindaci."), ["relative-day"]);
        assert_eq!(rules("en", "Every Tuesday. On 13 May 2024 we vote. Sunday opening."), Vec::<&str>::new());
    }
}
