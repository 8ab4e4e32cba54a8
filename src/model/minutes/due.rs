//! Until when something is to be done, as minutes say it.

use std::ops::Range;

use super::days::{Calendar, Found, Reading, Scan};
use super::vocabulary::{Vocabulary, folded};
use crate::value::{Complaint, Date, Parse};

/// What an action says of its day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// Nothing that can be read.
    None,
    /// A day, and its bytes with the words and brackets round it.
    Until(Range<usize>, Date),
    /// Something that stands where a day should and is none, or two.
    Odd(String, Complaint),
}

impl Scan<'_> {
    /// The bytes of a day with the words and brackets round it, if these say that it is one until when.
    fn due(&self, day: &Found) -> Option<Range<usize>> {
        let before = self.text[..day.range.start].trim_end_matches([' ', ':', '\u{A0}']);
        let by = Vocabulary::get().by().iter().find_map(|by| suffix(before, by));
        let start = by.unwrap_or(before.len());
        let mut end = day.range.end;
        let behind = Vocabulary::get().behind().iter().find_map(|word| {
            let at = if word.starts_with('-') { end } else { self.blanks(end) };
            let length = prefix(self.rest(at), word)?;
            Some(at + length)
        });
        end = behind.unwrap_or(end);
        let opened = self.text[..start].trim_end();
        let opens = opened.ends_with(['(', '[']);
        let rest = self.rest(end).trim_start();
        let bracketed = opens && rest.starts_with([')', ']']);
        let said = by.is_some() || behind.is_some() || day.until;
        // Two figures in brackets are a chapter as well.
        if !said && !(bracketed && (day.year || day.plain)) {
            return None;
        }
        match bracketed {
            true => Some(opened.len() - 1..self.text.len() - rest.len() + 1),
            false => Some(start..end),
        }
    }
}

/// Where a word begins that ends a text, however it is written; not within another word.
fn suffix(text: &str, word: &str) -> Option<usize> {
    let (at, _) = text.char_indices().rev().nth(word.chars().count().checked_sub(1)?)?;
    let whole = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    (whole && folded(&text[at..]) == word).then_some(at)
}

/// How long a word is that begins a text, however it is written; not within another word.
fn prefix(text: &str, word: &str) -> Option<usize> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let whole = !text[end..].chars().next().is_some_and(char::is_alphanumeric);
    (whole && folded(&text[..end]) == word).then_some(end)
}

/// What an action says of its day.
pub(super) fn due_in(text: &str, calendar: Calendar<'_>) -> Due {
    let scan = Scan { text, calendar };
    let mut found: Vec<(Range<usize>, Found)> =
        scan.days().into_iter().filter_map(|day| Some((scan.due(&day)?, day))).collect();
    // Two days until when are none.
    if found.len() > 1 {
        return Due::None;
    }
    let Some((range, day)) = found.pop() else {
        return odd_due(text, calendar).map_or(Due::None, |(typed, complaint)| Due::Odd(typed, complaint));
    };
    let typed = &text[day.range];
    let odd = |message: String, hint: String| Due::Odd(typed.to_string(), Complaint { message, hint });
    match day.reading {
        Reading::Day(day) => Due::Until(range, day),
        Reading::Two(one, other) => {
            odd(format!("`{typed}` is two days, as one reads it"), format!("type `{one}` or `{other}`"))
        }
        Reading::NoDay => odd(
            format!("`{typed}` is no date"),
            "the calendar has no such day; type it as year, month and day, such as `2024-04-30`".to_string(),
        ),
    }
}

/// Days that stand in a text and are not read: ISO 8601 and those behind a word for "until" anywhere, with the
/// month's name at its end; and whether it is one of these.
pub(super) fn unread<'t>(text: &'t str, calendar: Calendar<'_>) -> Vec<(&'t str, bool)> {
    let scan = Scan { text, calendar };
    let full = |day: Found| {
        let typed = &text[day.range.clone()];
        let iso = typed.len() == 10 && typed.as_bytes().get(4) == Some(&b'-');
        let last = text[day.range.end..].trim_end_matches([' ', '.', ';', ')', ']']).is_empty();
        let due = scan.due(&day).is_some();
        (iso || due || day.plain && last).then_some((typed, !iso && !due))
    };
    scan.days().into_iter().filter_map(full).collect()
}

/// Words that are said of days only, or are typed before them nearly always: behind these something that is
/// no day is reported whatever it is.
const STRICT: &[&str] = &[
    "by",
    "due",
    "due by",
    "due on",
    "until",
    "till",
    "before",
    "deadline",
    "no later than",
    "εως",
    "μεχρι",
    "срок",
    "najkasnije do",
    "entro",
    "entro il",
    "bis",
    "jusqu'au",
    "avant le",
    "antes de",
    "najpozneje do",
];

/// What stands where the day until when should, and is none: `(by end of May)`, `by 31.13.2024`.
fn odd_due(text: &str, calendar: Calendar<'_>) -> Option<(String, Complaint)> {
    let text = text.trim_end_matches(['.', ';', ',', ' ']);
    let by = Vocabulary::get().by();
    // What follows a word for "until" at the start of a text.
    let follows = |text: &str| {
        let behind = by.iter().filter_map(|by| {
            let rest = &text[prefix(text, by)?..];
            rest.starts_with([' ', ':']).then(|| (by.as_str(), rest.trim_matches([' ', ':']).to_string()))
        });
        behind.min_by_key(|(_, rest)| rest.len())
    };
    let bracketed = text
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rsplit_once(['(', '[']))
        .and_then(|(_, inside)| follows(inside))
        .filter(|(by, rest)| {
            let dated = |word: &str| Vocabulary::get().month(word, calendar.language).is_some();
            STRICT.contains(by)
                || rest.contains(|c: char| c.is_ascii_digit())
                || rest
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| word.chars().count() > 2 && dated(word))
        });
    let (_, typed) = bracketed.or_else(|| {
        // Without brackets only what begins with a number looks like a day.
        text.rmatch_indices(' ').find_map(|(at, _)| {
            follows(&text[at + 1..]).filter(|(_, rest)| {
                rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(['.', '/'])
            })
        })
    })?;
    Date::parse(&typed).err().map(|complaint| (typed, complaint))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an action in a language says of its day, with the meeting held on 8 April 2024.
    fn read(language: &str, text: &str) -> Option<String> {
        let calendar = Calendar { language, held: Some(Date::constant(2024, 4, 8)) };
        match due_in(text, calendar) {
            Due::Until(range, day) => {
                let mut rest = text.to_string();
                rest.replace_range(range, "");
                assert_eq!(rest.trim_end_matches('.').trim(), "X", "{language}: {text}");
                Some(day.to_string())
            }
            _ => None,
        }
    }

    #[test]
    fn days_are_read_as_each_language_writes_them() {
        for (language, texts) in [
            ("en", ["X (by 2024-05-31)", "X by 31 May", "X, until May 31, 2024"]),
            ("de", ["X bis 31.5.2024", "X (bis zum 31. Mai)", "X – Termin: 31.05.24"]),
            ("fr", ["X d'ici le 31 mai", "X (avant le 31/05/2024)", "X, échéance : 31 mai 2024"]),
            ("es", ["X hasta el 31/5", "X antes del 31 de mayo de 2024", "X (plazo: 31.5.2024)"]),
            ("pt", ["X até 31 de maio", "X até ao dia 31/05/2024", "X (prazo: 31.5.2024)"]),
            ("it", ["X entro il 31 maggio", "X (entro il 31/5/2024)", "X, scadenza: 31.5.2024"]),
            ("nl", ["X uiterlijk 31 mei", "X (vóór 31-5-2024)", "X voor 31 mei 2024"]),
            ("pl", ["X do 31 maja", "X (do dnia 31.05.2024)", "X, termin: 31.5.2024"]),
            ("ro", ["X până la 31 mai", "X (termen: 31.05.2024)", "X până pe 31 mai 2024"]),
            ("bg", ["X до 31 май", "X (до 31.05.2024)", "X, срок: 31 май 2024 г."]),
            ("el", ["X έως 31 Μαΐου", "X (μέχρι τις 31/5/2024)", "X, προθεσμία: 31 Μαΐου 2024"]),
            ("cs", ["X do 31. května", "X (do 31. 5. 2024)", "X, termín: 31.5.2024"]),
            ("sk", ["X do 31. mája", "X (najneskôr do 31. 5. 2024)", "X, termín: 31.5.2024"]),
            ("sl", ["X do 31. maja", "X (rok: 31. 5. 2024)", "X najpozneje do 31. maja 2024"]),
            ("hr", ["X do 31. svibnja", "X (rok: 31.5.2024.)", "X najkasnije do 31. svibnja 2024."]),
            ("hu", ["X 2024-05-31-ig", "X (határidő: 2024. május 31.)", "X május 31-ig"]),
            (
                "fi",
                ["X 31.5.2024 mennessä", "X (viimeistään 31.5.2024)", "X, määräaika: 31. toukokuuta 2024"],
            ),
            ("sv", ["X senast 31 maj", "X (senast den 31 maj 2024)", "X till 2024-05-31"]),
            ("da", ["X senest 31. maj", "X (inden den 31.5.2024)", "X, frist: 31. maj 2024"]),
            ("et", ["X 31. maiks", "X (tähtaeg: 31.05.2024)", "X hiljemalt 31. mai"]),
            ("lv", ["X līdz 31. maijam", "X (termiņš: 31.05.2024)", "X līdz 2024. gada 31. maijam"]),
            ("lt", ["X iki gegužės 31", "X (iki 2024-05-31)", "X iki 2024 m. gegužės 31 d."]),
            ("mt", ["X sal-31 ta’ Mejju", "X (sal-31 ta' Mejju 2024)", "X, skadenza: 31.5.2024"]),
            ("ga", ["X faoin 31 Bealtaine", "X (roimh 31 Bealtaine 2024)", "X, spriocdháta: 31.5.2024"]),
        ] {
            for text in texts {
                let text = text.replace(" – Termin", ", Termin").replace("X,", "X");
                assert_eq!(read(language, &text).as_deref(), Some("2024-05-31"), "{language}: {text}");
            }
        }
    }

    #[test]
    fn what_may_be_two_days_or_none_is_no_day() {
        for text in [
            "X (by 5/6/2024)",
            "X by 5/6",
            "X (by end of May)",
            "X (by 31.13.2024)",
            "X by 31.13.2024",
            "X by 2024-02-31",
            "X (2024-02-31)",
            "X by 31 June",
            "X by 31/02/2024 at the latest",
        ] {
            let calendar = Calendar { language: "en", held: Some(Date::constant(2024, 4, 8)) };
            assert!(matches!(due_in(text, calendar), Due::Odd(..)), "{text}");
        }
        for text in
            ["X", "X of version 5.2", "X (see 5.2)", "X with 12 trainings", "X 2024-05-31 and 2024-06-01"]
        {
            assert_eq!(read("en", text), None, "{text}");
        }
    }

    #[test]
    fn of_two_days_until_when_both_are_told() {
        let calendar = Calendar { language: "de", held: Some(Date::constant(2024, 4, 8)) };
        let text = "X bis 31.5.2024, sonst bis 30. Juni, danach";
        assert_eq!(due_in(text, calendar), Due::None);
        assert_eq!(unread(text, calendar), [("31.5.2024", false), ("30. Juni", false)]);
    }

    #[test]
    fn a_day_without_a_year_is_the_first_one_from_the_meeting_on() {
        assert_eq!(read("de", "X bis 8.4.").as_deref(), Some("2024-04-08"));
        assert_eq!(read("de", "X bis 7. April").as_deref(), Some("2025-04-07"));
    }
}
