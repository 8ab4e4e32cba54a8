//! Months, and the periods that an indicator counts by.

use std::fmt;

use super::date::{Date, YEARS, no_such_year};
use super::parse::{Complaint, Parse, Shape};

/// A month: `2024-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month of a day.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        Date::constant(self.year, self.month, 1)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// The month after it.
    pub fn next(self) -> Self {
        match self.month {
            12 => Self { year: self.year + 1, month: 1 },
            month => Self { month: month + 1, ..self },
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Parse for Month {
    const SHAPE: Shape = Shape::Form { what: "a month", pattern: "^[0-9]{4}-[0-9]{2}$", example: "2024-05" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let month = text.split_once('-').and_then(|(year, month)| {
            let digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
            let valid = digits(year, 4) && digits(month, 2);
            let date = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
            valid.then(|| Self::of(date))
        });
        if let Some(month) = month.filter(|month| !YEARS.contains(&month.year)) {
            return Err(no_such_year(text, month.year));
        }
        month.ok_or_else(|| {
            Complaint::new(format!("`{text}` is no month"), "type year and month, such as `2024-04`")
        })
    }
}

/// A month, a quarter or a year that an indicator's value counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As typed.
    pub text: String,
    /// Its last day.
    pub last: Date,
}

impl Parse for Period {
    const SHAPE: Shape = Shape::Form {
        what: "a month, a quarter or a year",
        pattern: "^[0-9]{4}(-([0-9]{2}|Q[1-4]))?$",
        example: "2024-Q2",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let month = Month::parse(text).ok();
        let quarter = || {
            let (year, quarter) = text.split_once("-Q")?;
            let month: i8 = match quarter {
                "1" => 3,
                "2" => 6,
                "3" => 9,
                "4" => 12,
                _ => return None,
            };
            Some(Month { year: year.parse().ok().filter(|_| year.len() == 4)?, month })
        };
        let year = || Some(Month { year: text.parse().ok().filter(|_| text.len() == 4)?, month: 12 });
        match month.or_else(quarter).or_else(year) {
            Some(month) => Ok(Self { text: text.to_string(), last: month.last() }),
            None => Err(Complaint::new(
                format!("`{text}` is no period"),
                "type a month `2024-04`, a quarter `2024-Q2` or a year `2024`",
            )),
        }
    }
}
