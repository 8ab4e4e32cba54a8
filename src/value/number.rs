//! Amounts of money and numbers, exact as they were typed.

use std::fmt;

use serde::Serialize;

use super::parse::{Complaint, Parse, Shape};

/// An amount of euro, exact to the cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Euro(pub i64);

impl Parse for Euro {
    const SHAPE: Shape =
        Shape::Form { what: "an amount of euro", pattern: "^[0-9]+(\\.[0-9]{1,2})?$", example: "1473926.71" };

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
    const SHAPE: Shape = Shape::Form { what: "a number", pattern: "^-?[0-9]+(\\.[0-9]+)?$", example: "12.5" };

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
