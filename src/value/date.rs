//! Days and moments as they are typed.

use jiff::civil;

use super::parse::{Complaint, Parse, Shape};

/// A day of the calendar, ISO 8601.
pub type Date = civil::Date;

/// The years that a date may be of: beyond them a month has no next one that could be written.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1900..=9998;

/// What is said of a year that no cluster lives in.
pub(super) fn no_such_year(text: &str, year: i16) -> Complaint {
    Complaint::new(
        format!("`{text}`: the year {year} is none of ours"),
        "look at the year: 1900 to 9998 are read",
    )
}

impl Parse for Date {
    const SHAPE: Shape =
        Shape::Form { what: "a day", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example: "2024-05-31" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let iso = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        match text.parse::<Self>() {
            Ok(date) if iso && YEARS.contains(&date.year()) => Ok(date),
            Ok(date) if iso => Err(no_such_year(text, date.year())),
            _ if iso && text.chars().all(|c| c.is_ascii_digit() || c == '-') => Err(Complaint::new(
                format!("`{text}` is no date: there is no such day"),
                "look at the month (01 to 12) and at how many days it has",
            )),
            _ => Err(Complaint::new(format!("`{text}` is no date"), date_hint(text))),
        }
    }
}

/// What to type for a date that was typed otherwise.
fn date_hint(text: &str) -> String {
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).filter(|p| !p.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match (parts.len(), numbers.as_slice()) {
        (3, &[a, b, year]) if year > 1000 => {
            let typed = |m: u32, d: u32| {
                let date = Date::new(year.try_into().ok()?, m.try_into().ok()?, d.try_into().ok()?).ok()?;
                Some(format!("`{date}`"))
            };
            let (day_first, month_first) = (typed(b, a), typed(a, b));
            match (day_first, month_first) {
                (Some(one), Some(other)) if one != other => {
                    format!("type year, month, day: {one} or {other}")
                }
                (Some(one), _) | (None, Some(one)) => format!("type year, month, day: {one}"),
                (None, None) => "type year, month, day, such as `2024-04-08`".into(),
            }
        }
        _ => "type year, month, day, such as `2024-04-08`".into(),
    }
}

/// A day, or a moment of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// The whole day.
    Day(Date),
    /// A moment on the clock of the item's or the configuration's time zone.
    Local(civil::DateTime),
    /// A moment with its offset from UTC.
    Exact(jiff::Timestamp, civil::DateTime),
}

impl When {
    /// The day, on the clock that was typed.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Local(moment) | Self::Exact(_, moment) => moment.date(),
        }
    }

    /// Whether a moment is before another; `false` where the two can't be compared, such as a day
    /// and an hour of that day, or a local time and one with an offset.
    pub fn is_before(self, other: Self) -> bool {
        match (self, other) {
            (Self::Local(a), Self::Local(b)) => a < b,
            (Self::Exact(a, _), Self::Exact(b, _)) => a < b,
            (Self::Exact(..), Self::Local(_)) | (Self::Local(_), Self::Exact(..)) => {
                self.date().tomorrow().is_ok_and(|next| next < other.date())
            }
            _ => self.date() < other.date(),
        }
    }

    /// The moment as a number on one scale; a day counts as its start, a local one as UTC.
    pub fn key(self) -> i64 {
        let utc = |moment: civil::DateTime| {
            moment.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |zoned| zoned.timestamp().as_second())
        };
        match self {
            Self::Day(date) => utc(date.at(0, 0, 0, 0)),
            Self::Local(moment) => utc(moment),
            Self::Exact(stamp, _) => stamp.as_second(),
        }
    }
}

impl Parse for When {
    const SHAPE: Shape = Shape::Form {
        what: "a day, or a day and its hour",
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].+)?$",
        example: "2024-05-31T10:00",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        if text.len() <= 10 {
            return Date::parse(text).map(Self::Day);
        }
        let typed = text.replacen(' ', "T", 1);
        let has_offset =
            typed.ends_with('Z') || typed.get(11..).is_some_and(|rest| rest.contains(['+', '-']));
        let local: Option<civil::DateTime> = typed.parse().ok();
        let exact: Option<jiff::Timestamp> = typed.parse().ok();
        match (has_offset, local, exact) {
            (true, local, Some(stamp)) => {
                let shown = local.unwrap_or_else(|| stamp.to_zoned(jiff::tz::TimeZone::UTC).datetime());
                Ok(Self::Exact(stamp, shown))
            }
            (false, Some(local), _) => Ok(Self::Local(local)),
            _ => Err(Complaint::new(
                format!("`{text}` is no date and time"),
                "type it as `2024-04-08T10:00` or with its offset, `2024-04-08T10:00+02:00`",
            )),
        }
    }
}

/// Milliseconds since 1970.
pub type Millis = i64;

/// A moment that must not depend on where it is read: an offset is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub jiff::Timestamp);

impl Parse for Moment {
    const SHAPE: Shape = Shape::Form {
        what: "a moment with its offset",
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].+$",
        example: "2024-05-31T10:00+02:00",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        match When::parse(text)? {
            When::Exact(stamp, _) => Ok(Self(stamp)),
            When::Day(date) => Err(Complaint::new(
                format!("`{text}` has no time and offset"),
                format!("type `{date}T09:00+02:00`"),
            )),
            When::Local(moment) => Err(Complaint::new(
                format!("`{text}` has no offset from UTC"),
                format!("type `{moment}+02:00`, or `Z` for UTC"),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hint for a refused value.
    fn hint<T: Parse + std::fmt::Debug>(text: &str) -> String {
        T::parse(text).expect_err("this is refused").hint
    }

    #[test]
    fn an_ambiguous_date_is_refused_with_both_meanings() {
        assert_eq!(hint::<Date>("11/10/2024"), "type year, month, day: `2024-10-11` or `2024-11-10`");
        assert_eq!(hint::<Date>("31.12.2024"), "type year, month, day: `2024-12-31`");
        assert!(Date::parse("20240408").is_err());
        assert!(Date::parse("2024-02-30").is_err());
    }

    #[test]
    fn a_greek_date_is_refused_and_nothing_worse() {
        assert!(When::parse("8 Απριλίου 2024").is_err());
        assert!(When::parse("2024-05-14Τ10:00").is_err());
    }

    #[test]
    fn a_moment_needs_its_offset() {
        assert!(Moment::parse("2024-04-08T10:00").is_err());
        assert!(Moment::parse("2024-04-08T10:00+02:00").is_ok());
        assert_eq!(When::parse("2024-04-08T10:00+02:00").expect("exact").date(), Date::constant(2024, 4, 8));
    }
}
