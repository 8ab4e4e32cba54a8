//! Values that are valid once they exist: ids, dates, months, languages, countries, addresses,
//! amounts.

use std::fmt;

use jiff::civil;
use serde::Serialize;

use crate::sources::{Complaint, Parse};

/// An id: lower-case letters, digits and hyphens, starting with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes an id of any text: lower case, everything else to hyphens.
    pub fn slug(text: &str) -> Self {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.ends_with('-') && !slug.is_empty() {
                slug.push('-');
            }
        }
        Self(slug.trim_end_matches('-').to_string())
    }

    /// The same id with a suffix, such as a meeting's with an action's position.
    pub fn with(&self, suffix: impl fmt::Display) -> Self {
        Self(format!("{}-{suffix}", self.0))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Parse for Id {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let valid = text.starts_with(allowed) && text.chars().all(|c| allowed(c) || c == '-');
        if valid {
            return Ok(Self(text.to_string()));
        }
        let slug = Self::slug(text);
        let hint = if slug.0.is_empty() { "recet".to_string() } else { slug.0 };
        Err(Complaint::new(format!("`{text}` is no id: only a-z, 0-9 and hyphens"), format!("type `{hint}`")))
    }
}

/// A day of the calendar, ISO 8601.
pub type Date = civil::Date;

/// The years that a date may be of: beyond them a month has no next one that could be written.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=9998;

/// What is said of a year that no cluster lives in.
fn no_such_year(text: &str, year: i16) -> Complaint {
    Complaint::new(
        format!("`{text}`: the year {year} is none of ours"),
        "look at the year: 1900 to 9998 are read",
    )
}

impl Parse for Date {
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

/// A moment that must not depend on where it is read: an offset is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub jiff::Timestamp);

impl Parse for Moment {
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

/// A language tag, BCP 47, such as `en`, `el` or `sr-Latn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// English, the language of messages that have no translation.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag without script and region: `sr` of `sr-Latn`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The region, if the tag names one: `PT` of `pt-PT`.
    pub fn region(&self) -> Option<&str> {
        self.0
            .split('-')
            .skip(1)
            .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))
    }

    /// The direction of its script in HTML's words: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => {
                ["Arab", "Hebr", "Syrc", "Thaa"].iter().any(|rtl| rtl.eq_ignore_ascii_case(script))
            }
            None => ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"].contains(&self.primary()),
        };
        if rtl { "rtl" } else { "ltr" }
    }
}

/// The languages that a file's name may end in: those of the EU and its neighbours.
const FILE_LANGUAGES: &[&str] = &[
    "ar", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga",
    "gl", "he", "hr", "hu", "hy", "is", "it", "ka", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "pl",
    "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// Languages as people type them who mean one by its country's code or its English name.
const MEANT: &[(&str, &str)] = &[
    ("gr", "el"),
    ("si", "sl"),
    ("cz", "cs"),
    ("dk", "da"),
    ("ee", "et"),
    ("se", "sv"),
    ("at", "de"),
    ("gb", "en"),
    ("us", "en"),
    ("greek", "el"),
    ("bulgarian", "bg"),
    ("croatian", "hr"),
    ("italian", "it"),
    ("slovenian", "sl"),
    ("english", "en"),
    ("german", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("portuguese", "pt"),
    ("polish", "pl"),
    ("romanian", "ro"),
    ("dutch", "nl"),
    ("swedish", "sv"),
    ("czech", "cs"),
    ("hungarian", "hu"),
];

/// The language that somebody means who types a country's code, a name, or capitals.
pub(super) fn meant(typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    let known = MEANT.iter().find(|(name, _)| *name == typed).map(|(_, tag)| *tag);
    known.or_else(|| FILE_LANGUAGES.iter().find(|tag| **tag == typed).copied())
}

impl Language {
    /// The language that is meant, where the tag is a country's code and no language of Europe.
    pub fn meant(&self) -> Option<&'static str> {
        meant(&self.0).filter(|tag| *tag != self.0)
    }

    /// The language at the end of a file's name: `news.el.md`. Other words there are a mistake.
    pub fn of_file(tag: &str) -> Result<Self, Complaint> {
        let language = Self::parse(tag)?;
        let primary = tag.split('-').next().unwrap_or(tag);
        match FILE_LANGUAGES.contains(&primary) {
            true => Ok(language),
            false => Err(Complaint::new(
                format!("`.{tag}` is no language"),
                match meant(tag) {
                    Some(meant) => format!("name the file `….{meant}.md`"),
                    None => "a file's name has a dot only before its language and `md`: `recet-plans.el.md`"
                        .into(),
                },
            )),
        }
    }
}

impl Parse for Language {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let valid = (2..=3).contains(&primary.len())
            && primary.chars().all(|c| c.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        match valid {
            true => Ok(Self(text.to_string())),
            false => Err(Complaint::new(
                format!("`{text}` is no language tag"),
                match meant(text) {
                    Some(meant) => format!("type `{meant}`"),
                    None => "type a tag such as `en`, `el`, `bg`, `hr`, `it`".into(),
                },
            )),
        }
    }
}

/// The officially assigned two-letter country codes of ISO 3166-1.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A country, ISO 3166-1 alpha-2. `EL` and `UK` are accepted as the EU writes them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Country(String);

impl Country {
    /// The code as ISO 3166-1 has it.
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// The code as EU publications write it: `EL` for Greece, `UK` for the United Kingdom
    /// (Interinstitutional Style Guide, 7.1.1).
    pub fn eu(&self) -> &str {
        match self.0.as_str() {
            "GR" => "EL",
            "GB" => "UK",
            code => code,
        }
    }
}

impl Parse for Country {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let code = match text.to_uppercase().as_str() {
            "EL" => "GR".to_string(),
            "UK" => "GB".to_string(),
            code => code.to_string(),
        };
        match code.len() == 2 && COUNTRIES.split(' ').any(|known| known == code) {
            true => Ok(Self(code)),
            false => Err(Complaint::new(
                format!("`{text}` is no country code"),
                "type the two letters of ISO 3166-1, such as `HR` for Croatia or `GR` for Greece",
            )),
        }
    }
}

/// A web address that starts with `https://` or `http://`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Parse for WebAddress {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '{' | '}' | '\\');
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !rest.contains(odd) => {
                Ok(Self(text.to_string()))
            }
            Some(_) => Err(Complaint::new(
                format!("`{text}` is no web address"),
                "type it without spaces, such as `https://example.org/page`",
            )),
            None => Err(Complaint::new(
                format!("`{text}` does not start with `https://`"),
                format!("type `https://{}`", text.trim_start_matches('/')),
            )),
        }
    }
}

/// A mail address that can be delivered to without quoting: no quoted local part, no IP literal,
/// no leading hyphen, no control characters (RFC 5321, section 4.1.2, narrowed).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MailAddress(String);

impl MailAddress {
    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address as mail carries it, as far as it can: its domain in ASCII.
    pub fn ascii(&self) -> String {
        let domain = self.ascii_domain().unwrap_or_else(|| self.domain().to_string());
        format!("{}@{domain}", self.local())
    }

    /// The domain as mail carries it: lower case, an international one in its ASCII form (RFC
    /// 5890); `None` if it has none.
    pub fn ascii_domain(&self) -> Option<String> {
        idna::domain_to_ascii_strict(self.domain()).ok()
    }
}

impl Parse for MailAddress {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let refuse = |why: &str| {
            Err(Complaint::new(
                format!("`{}` is no mail address: {why}", text.escape_debug()),
                "type it as `name@example.org`",
            ))
        };
        let Some((local, domain)) = text.rsplit_once('@') else {
            return refuse("there is no `@`");
        };
        let odd = |c: char| c.is_whitespace() || c.is_control() || "\"(),:;<>@[\\]".contains(c);
        if local.is_empty()
            || local.len() > 64
            || local.contains(odd)
            || local.starts_with(['-', '.'])
            || local.ends_with('.')
            || local.contains("..")
        {
            return refuse("look at the part before the `@`");
        }
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        if !domain.contains('.') || !domain.split('.').all(label) || text.len() > 254 {
            return refuse("look at the part behind the `@`");
        }
        Ok(Self(text.to_string()))
    }
}

/// An amount of euro, exact to the cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Euro(pub i64);

impl Parse for Euro {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let complaint = || {
            Complaint::new(
                format!("`{text}` is no amount"),
                "type digits with a point before the cents, such as `1473926.71`",
            )
        };
        let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(cents) || cents.len() > 2 {
            return Err(complaint());
        }
        let whole: i64 = whole.parse().map_err(|_| complaint())?;
        let cents: i64 = format!("{cents:0<2}").parse().map_err(|_| complaint())?;
        whole.checked_mul(100).and_then(|sum| sum.checked_add(cents)).map(Self).ok_or_else(complaint)
    }
}

impl fmt::Display for Euro {
    /// In the Interinstitutional Style Guide's form for English: `EUR 1 473 926.71`, with
    /// no-break spaces.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = (self.0 / 100).to_string();
        let mut grouped = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                grouped.push('\u{A0}');
            }
            grouped.push(digit);
        }
        write!(f, "EUR\u{A0}{grouped}")?;
        match self.0 % 100 {
            0 => Ok(()),
            cents => write!(f, ".{cents:02}"),
        }
    }
}

/// A decimal number as typed, for indicators: exact, never rounded on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Decimal(String);

impl Decimal {
    /// The number as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many digits a number may have before its point.
const MOST_DIGITS: usize = 24;

/// How many behind it.
const MOST_DECIMALS: usize = 12;

impl Parse for Decimal {
    fn parse(text: &str) -> Result<Self, Complaint> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
        match all_digits(whole) && all_digits(part) {
            // So that sums stay exact: they are counted in 128 bits.
            true if whole.len() > MOST_DIGITS || part.len() > MOST_DECIMALS => Err(Complaint::new(
                format!("`{text}` has too many digits"),
                format!(
                    "numbers with up to {MOST_DIGITS} digits before the point and {MOST_DECIMALS} behind it are read"
                ),
            )),
            true => Ok(Self(text.to_string())),
            false => Err(Complaint::new(
                format!("`{text}` is no number"),
                "type digits with a point before decimals, such as `12.5`",
            )),
        }
    }
}

impl Decimal {
    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(number.to_string())
    }

    /// The number as an integer and the power of ten that divides it.
    fn parts(&self) -> (i128, u32) {
        let (whole, part) = self.0.split_once('.').unwrap_or((&self.0, ""));
        // Digits only; numbers beyond 128 bits are no indicator's.
        let digits: i128 = format!("{whole}{part}").parse().unwrap_or(i128::MAX);
        (digits, u32::try_from(part.len()).unwrap_or(0))
    }

    /// Both numbers as integers divided by the same power of ten.
    fn aligned(&self, other: &Self) -> (i128, i128, u32) {
        let ((a, a_scale), (b, b_scale)) = (self.parts(), other.parts());
        let scale = a_scale.max(b_scale);
        let up = |number: i128, from: u32| number.saturating_mul(10_i128.saturating_pow(scale - from));
        (up(a, a_scale), up(b, b_scale), scale)
    }

    /// The sum, exact.
    pub fn plus(&self, other: &Self) -> Self {
        let (a, b, scale) = self.aligned(other);
        let sum = a.saturating_add(b);
        let digits = format!("{:0>width$}", sum.unsigned_abs(), width = scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - scale as usize);
        let sign = if sum < 0 { "-" } else { "" };
        Self(if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
    }

    /// The larger of the two.
    pub fn max(&self, other: &Self) -> Self {
        let (a, b, _) = self.aligned(other);
        if a >= b { self.clone() } else { other.clone() }
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

/// A text in one or more languages, the default language's first if it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localised(Vec<(Language, String)>);

impl Localised {
    /// A text from its languages; at least one.
    pub fn new(texts: Vec<(Language, String)>) -> Self {
        Self(texts)
    }

    /// The text in a language, or else the first there is, with the language that it is in.
    pub fn in_language<'a>(&'a self, language: &'a Language) -> (&'a Language, &'a str) {
        let found = self.find(language);
        found.map_or((language, ""), |(own, text)| (own, text.as_str()))
    }

    /// Whether there is a text in a language.
    pub fn has(&self, language: &Language) -> bool {
        self.0.iter().any(|(own, _)| own.primary() == language.primary())
    }

    /// The texts with the quotation marks and dashes of their languages.
    pub fn typeset(self) -> Self {
        let set = |(language, text): (Language, String)| {
            let text = crate::markdown::smart::plain(&text, &language);
            (language, text)
        };
        Self(self.0.into_iter().map(set).collect())
    }

    /// Every text with its language.
    pub fn all(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// The text in a language or else the first there is.
    pub fn get(&self, language: &Language) -> &str {
        let found = self.find(language);
        found.map_or("", |(_, text)| text)
    }

    /// The text in a language, in another of its variants, or else the first there is.
    fn find(&self, language: &Language) -> Option<&(Language, String)> {
        let same = || self.0.iter().find(|(own, _)| own.primary() == language.primary());
        self.0.iter().find(|(own, _)| own == language).or_else(same).or_else(|| self.0.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hint for a refused value.
    fn hint<T: Parse + fmt::Debug>(text: &str) -> String {
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
    fn amounts_are_exact_and_grouped() {
        let euro = Euro::parse("1473926.71").expect("an amount");
        assert_eq!(euro.to_string(), "EUR\u{A0}1\u{A0}473\u{A0}926.71");
        assert_eq!(Euro::parse("950").expect("an amount").to_string(), "EUR\u{A0}950");
        assert!(Euro::parse("1,000").is_err());
    }

    #[test]
    fn decimals_are_added_exactly() {
        let sum = |a: &str, b: &str| {
            let number = |text| Decimal::parse(text).expect("a number");
            number(a).plus(&number(b)).as_str().to_string()
        };
        assert_eq!(sum("0.1", "0.2"), "0.3");
        assert_eq!(sum("-1.25", "1"), "-0.25");
        assert_eq!(sum("12", "30"), "42");
    }

    #[test]
    fn a_greek_date_is_refused_and_nothing_worse() {
        assert!(When::parse("8 Απριλίου 2024").is_err());
        assert!(When::parse("2024-05-14Τ10:00").is_err());
    }

    #[test]
    fn greece_and_the_united_kingdom_are_shown_as_the_eu_does() {
        assert_eq!(Country::parse("gr").expect("Greece").eu(), "EL");
        assert_eq!(Country::parse("UK").expect("United Kingdom").iso(), "GB");
        assert!(Country::parse("XX").is_err());
    }

    #[test]
    fn addresses_that_need_quoting_are_refused() {
        for bad in [
            "-f@example.org",
            "\"a b\"@example.org",
            "a@[192.0.2.1]",
            "a@b",
            "a\r\nb@example.org",
            "a@example..org",
        ] {
            assert!(MailAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert!(MailAddress::parse("maria.rossi+news@mail.example.org").is_ok());
    }

    #[test]
    fn a_moment_needs_its_offset() {
        assert!(Moment::parse("2024-04-08T10:00").is_err());
        assert!(Moment::parse("2024-04-08T10:00+02:00").is_ok());
        assert_eq!(When::parse("2024-04-08T10:00+02:00").expect("exact").date(), Date::constant(2024, 4, 8));
    }
}
