//! Days and months as people write them, in each language: CLDR's forms, and ranges that say what two days
//! have in common once.

use icu_datetime::fieldsets::YM;

use super::{Format, Words, gregorian};
use crate::value::{Date, Month, Period};

/// Languages whose days with a year are those without, and the year.
const DAY_THEN_YEAR: &[&str] = &["et", "ga", "mt"];

/// What begins a language's name of a quarter.
const QUARTER: &str = "quarter";

impl Words {
    /// A day, such as `8 April 2024`. CLDR writes Slovenian days with a zero before them, which
    /// that language's rules do not; and its short way to a day with its year loses the Estonian point,
    /// and puts Irish and Maltese days in American order, where its charts have the day first.
    pub fn date(&self, date: Date) -> String {
        if DAY_THEN_YEAR.contains(&self.language.primary()) {
            return format!("{} {}", self.day(date), date.year());
        }
        let format = self.day.as_ref().zip(gregorian(date));
        let text = format.map(|(format, date)| format.format(&date).to_string());
        text.map_or_else(|| date.to_string(), |text| text.trim_start_matches('0').to_string())
    }

    /// A day without its year, such as `8 April`.
    pub fn day(&self, date: Date) -> String {
        let format = self.day_of_year.as_ref().zip(gregorian(date));
        let text = format.map(|(format, date)| format.format(&date).to_string());
        text.map_or_else(|| date.to_string(), |text| text.trim_start_matches('0').to_string())
    }

    /// The days from one to another: `23–24 May 2024`, `30 May – 2 June 2024`, or both in full.
    pub fn days(&self, first: Date, last: Date) -> String {
        if first == last {
            return self.date(first);
        }
        let (from, to) = (self.date(first), self.date(last));
        if Month::of(first) == Month::of(last) {
            // The days of one month name it once: `13–15 May 2024`, `13.–15. maj 2024`.
            if let Some(days) = in_one_month(&from, first.day(), &to, last.day()) {
                return days;
            }
        }
        let (from, to) = match first.year() == last.year() {
            // Where the year comes first it is said first: `2024. május 30. – június 2.`.
            true if from.starts_with(&first.year().to_string()) => (from, self.day(last)),
            true => (self.day(first), to),
            false => (from, to),
        };
        self.with("dates-from-to", &[("from", from.into()), ("to", to.into())])
    }

    /// A month, such as `April 2024`.
    pub fn month(&self, date: Date) -> String {
        self.of_year(self.month.as_ref(), date)
    }

    /// A month where room is scarce: `Apr 2024`.
    pub fn month_and_year(&self, date: Date) -> String {
        self.of_year(self.month_and_year.as_ref(), date)
    }

    /// A month with its year. CLDR's Latvian has a point behind the word for the year that is none there.
    fn of_year(&self, format: Option<&Format<YM>>, date: Date) -> String {
        let format = format.zip(gregorian(date));
        let text = format.map(|(format, date)| format.format(&date).to_string().replace("gada. ", "gada "));
        text.unwrap_or_else(|| date.strftime("%Y-%m").to_string())
    }

    /// A month without its year, short: `Apr`.
    pub fn month_name(&self, date: Date) -> String {
        let format = self.short_month.as_ref().zip(gregorian(date));
        let month = format.map(|(format, date)| format.format(&date).to_string());
        month.unwrap_or_else(|| date.strftime("%m").to_string())
    }

    /// A month for the axis of a chart: `Apr`, with its year in January.
    pub fn short_month(&self, date: Date) -> String {
        let month = self.month_name(date);
        if date.month() == 1 { format!("{month} {}", date.year()) } else { month }
    }

    /// The period that an indicator counts: a month, a quarter, a year.
    pub fn period(&self, period: &Period) -> String {
        match period.text.split_once("-Q") {
            Some((year, quarter)) => {
                let ordinal = self.style.ordinal(quarter.parse().unwrap_or(0));
                let values =
                    [("quarter", quarter.into()), ("ordinal", ordinal.into()), ("year", year.into())];
                self.with(QUARTER, &values)
            }
            None if period.text.contains('-') => self.month_and_year(period.last),
            None => period.text.clone(),
        }
    }

    /// From which month until which: `Nov 2023 – Oct 2026`; one side alone as `from` or `until`.
    pub fn months(&self, from: Option<Date>, to: Option<Date>) -> Option<String> {
        let month = |date: Date| self.month_and_year(date).into();
        match (from, to) {
            (Some(from), Some(to)) => {
                Some(self.with("dates-from-to", &[("from", month(from)), ("to", month(to))]))
            }
            (Some(from), None) => Some(self.with("dates-from", &[("from", month(from))])),
            (None, Some(to)) => Some(self.with("dates-to", &[("to", month(to))])),
            (None, None) => None,
        }
    }

    /// When an event is: its days, its hours, and the zone of these where readers can't know it.
    pub fn event(&self, event: &crate::model::Event, usual_zone: Option<&str>) -> String {
        let first = event.starts.date();
        if let Some(last) = event.last_day() {
            return self.days(first, last);
        }
        let Some(clock) = event.clock() else { return self.date(first) };
        let zone = event.zone(usual_zone).filter(|_| event.names_zone(usual_zone));
        let zone = zone.map(|zone| format!(" ({zone})")).unwrap_or_default();
        format!("{}, {clock}{zone}", self.date(first))
    }
}

/// Two days that are written alike but for their numbers, as one: `23–24 May 2024`.
fn in_one_month(from: &str, first: i8, to: &str, last: i8) -> Option<String> {
    let around = |text: &str, day: i8| {
        let day = day.to_string();
        let is_digit = |c: char| c.is_ascii_digit();
        let mut places = text.match_indices(&day);
        let (at, _) = places.find(|(at, _)| {
            !text[..*at].ends_with(is_digit) && !text[at + day.len()..].starts_with(is_digit)
        })?;
        Some((text[..at].to_string(), text[at + day.len()..].to_string()))
    };
    let (before, behind) = around(from, first)?;
    if around(to, last)? != (before.clone(), behind.clone()) {
        return None;
    }
    // Its point makes an ordinal of a number, unless it ends the whole date.
    let point = if behind.starts_with('.') && behind != "." { "." } else { "" };
    Some(format!("{before}{first}{point}–{last}{behind}"))
}
