//! Days as spreadsheets write them. One that can be read in one way alone is read; of `01/03/2024` the
//! other days of its column may say whether the day or the month comes first, or else it is not known.

use jiff::civil::date;

use crate::value::{Date, Parse, When};

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// This day.
    Sure(Date),
    /// The first if the day comes first, the second if the month does.
    Either(Date, Date),
    /// A day whose month can't come first, and shows that in this column the day does.
    Continental(Date),
    /// The contrary.
    American(Date),
    /// No day.
    None,
}

/// Names of months as English spreadsheets write them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that spreadsheets count from: 1 is 1 January 1900, and a 29 February 1900 is counted that
/// never was (Microsoft, "Excel incorrectly assumes that the year 1900 is a leap year").
const EPOCH: Date = date(1899, 12, 30);

/// Reads a cell.
pub(super) fn read(text: &str) -> Day {
    let text = text.trim();
    if let Ok(when) = When::parse(text) {
        return Day::Sure(when.date());
    }
    // A time behind the day says nothing of the day.
    let day = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
    serial(day).or_else(|| named(day)).unwrap_or_else(|| numbers(day))
}

/// A spreadsheet's number of a day, of the years from 1990 to 2079.
fn serial(text: &str) -> Option<Day> {
    let whole = text.split_once(['.', ',']).map_or(text, |(whole, _)| whole);
    let number: i64 = whole.parse().ok().filter(|number| (32_874..=65_745).contains(number))?;
    let span = jiff::Span::new().try_days(number).ok()?;
    (whole.len() == 5).then(|| EPOCH.checked_add(span).ok()).flatten().map(Day::Sure)
}

/// `1-Mar-24`, `1 March 2024`.
fn named(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split(['-', ' ', '/', '.']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    let month = month.to_lowercase();
    let at = MONTHS.iter().position(|name| month.starts_with(name))?;
    made(year, &(at + 1).to_string(), day).map(Day::Sure)
}

/// A day of three numbers as typed; a year of two digits is of this century.
fn made(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = match year.len() {
        2 => year.parse::<i16>().ok()? + 2000,
        4 => year.parse().ok()?,
        _ => return None,
    };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Three numbers.
fn numbers(text: &str) -> Day {
    let parts: Vec<&str> =
        text.split(['/', '.', '-', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts[..] else { return Day::None };
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if !parts.iter().all(|part| digits(part)) {
        return Day::None;
    }
    if a.len() == 4 {
        return made(a, b, c).map_or(Day::None, Day::Sure);
    }
    let (day_first, month_first) = (made(c, b, a), made(c, a, b));
    match (day_first, month_first) {
        // Whoever puts full stops between puts the day first.
        (Some(day), _) if text.contains('.') => Day::Sure(day),
        (Some(one), Some(other)) if one == other => Day::Sure(one),
        (Some(one), Some(other)) => Day::Either(one, other),
        (Some(day), None) => Day::Continental(day),
        (None, Some(day)) => Day::American(day),
        (None, None) => Day::None,
    }
}

/// What the days of a column say together.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// The lines of days that could be two.
    either: Vec<u64>,
    /// One of them as typed.
    example: Option<String>,
    /// Whether one shows that the day comes first, and one that the month does.
    shows: (bool, bool),
}

impl Column {
    /// Notes a cell.
    pub fn note(&mut self, line: u64, text: &str) {
        match read(text) {
            Day::Either(..) => {
                self.either.push(line);
                self.example.get_or_insert_with(|| text.trim().to_string());
            }
            Day::Continental(_) => self.shows.0 = true,
            Day::American(_) => self.shows.1 = true,
            Day::Sure(_) | Day::None => {}
        }
    }

    /// The lines whose day is not known, with one of them as typed: those that could be two where no
    /// other shows which comes first, or two show the contrary.
    pub fn unknown(&self) -> Option<(&[u64], &str)> {
        let known = self.shows.0 != self.shows.1;
        let example = self.example.as_deref().filter(|_| !known)?;
        Some((&self.either, example))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_spreadsheets_are_read_where_they_can_mean_one_day_only() {
        let first = date(2024, 3, 1);
        for text in [
            "2024-03-01",
            "2024-03-01 10:15",
            "2024-03-01T10:15:00Z",
            "01.03.2024",
            "1.3.2024",
            "1.3.24",
            "01.03.2024 10:15",
            "2024/03/01",
            "2024. 03. 01.",
            "45352",
            "45352.42",
            "1-Mar-24",
            "01-mar-2024",
            "1 March 2024",
        ] {
            assert_eq!(read(text), Day::Sure(first), "{text}");
        }
        assert_eq!(read("01/03/2024"), Day::Either(first, date(2024, 1, 3)));
        assert_eq!(read("13/03/2024"), Day::Continental(date(2024, 3, 13)));
        assert_eq!(read("03/13/2024"), Day::American(date(2024, 3, 13)));
        assert_eq!(read("02/02/2024"), Day::Sure(date(2024, 2, 2)));
        for text in ["yes", "1", "2024", "31/31/2024", "31.02.2024", "last week", "0", "true", "1/2"] {
            assert_eq!(read(text), Day::None, "{text}");
        }
    }

    #[test]
    fn a_column_says_what_comes_first_or_it_is_not_known() {
        let column = |cells: &[&str]| {
            let mut column = Column::default();
            cells.iter().zip(2..).for_each(|(cell, line)| column.note(line, cell));
            column.unknown().map(|(lines, _)| lines.to_vec())
        };
        assert_eq!(column(&["01/03/2024", "13/03/2024"]), None);
        assert_eq!(column(&["01/03/2024", "2024-03-01"]), Some(vec![2]));
        assert_eq!(column(&["13/03/2024", "01/03/2024", "03/14/2024"]), Some(vec![3]));
        assert_eq!(column(&["01.03.2024", "45352"]), None);
    }
}
