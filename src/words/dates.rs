//! Days and months as people write them, in each language: CLDR's forms, and ranges that say what two days
//! have in common once.

use super::{Words, gregorian};
use crate::value::{Date, Month, Period};

/// What begins a language's name of a quarter.
const QUARTER: &str = "quarter";

impl Words {
    /// A day, such as `8 April 2024`. CLDR writes Slovenian days with a zero before them, which
    /// that language's rules do not.
    pub fn date(&self, date: Date) -> String {
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
            let day = from.len() - from.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let rest = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).to_string();
            if day > 0 && rest(&from) == rest(&to) && rest(&from) != from {
                let dot = if from[day..].starts_with('.') { "." } else { "" };
                return format!("{}{dot}–{to}", &from[..day]);
            }
        }
        let from = if first.year() == last.year() { self.day(first) } else { from };
        self.with("dates-from-to", &[("from", from.into()), ("to", to.into())])
    }

    /// A month, such as `April 2024`.
    pub fn month(&self, date: Date) -> String {
        let format = self.month.as_ref().zip(gregorian(date));
        format.map_or_else(
            || date.strftime("%Y-%m").to_string(),
            |(format, date)| format.format(&date).to_string(),
        )
    }

    /// A month where room is scarce: `Apr 2024`.
    pub fn month_and_year(&self, date: Date) -> String {
        let format = self.month_and_year.as_ref().zip(gregorian(date));
        let text = format.map(|(format, date)| format.format(&date).to_string());
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
                self.with(QUARTER, &[("quarter", quarter.into()), ("year", year.into())])
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
