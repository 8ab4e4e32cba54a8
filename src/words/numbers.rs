//! Numbers and money as the institutions of the EU write them: groups of three divided by a hard
//! space in every language; the decimal mark and the place of `EUR` by language.

use crate::value::{Euro, Language};

/// Languages that write a point before decimals; all others a comma.
const POINT: &[&str] = &["en", "ga", "mt"];

/// Languages that write `EUR` before the amount (Interinstitutional Style Guide, 7.3.3); in all
/// others it follows.
const CODE_FIRST: &[&str] = &["en", "ga", "lv", "mt"];

/// Divides groups of digits.
const HARD_SPACE: char = '\u{A0}';

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberStyle {
    /// Stands before decimals.
    decimal: char,
    /// Whether `EUR` stands before the amount.
    code_first: bool,
}

impl NumberStyle {
    /// The style of a language.
    pub fn of(language: &Language) -> Self {
        let primary = language.primary();
        Self {
            decimal: if POINT.contains(&primary) { '.' } else { ',' },
            code_first: CODE_FIRST.contains(&primary),
        }
    }

    /// A plain number such as `-1234.50` in the language's marks.
    pub fn group(self, number: &str) -> String {
        let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("\u{2212}", digits));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = sign.to_string();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(HARD_SPACE);
            }
            out.push(digit);
        }
        if !part.is_empty() {
            out.push(self.decimal);
            out.push_str(part);
        }
        out
    }

    /// An amount; cents stand only where there are any.
    pub fn euro(self, amount: Euro) -> String {
        let number = match amount.0 % 100 {
            0 => (amount.0 / 100).to_string(),
            cents => format!("{}.{cents:02}", amount.0 / 100),
        };
        let number = self.group(&number);
        match self.code_first {
            true => format!("EUR{HARD_SPACE}{number}"),
            false => format!("{number}{HARD_SPACE}EUR"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    #[test]
    fn the_mark_and_the_code_have_their_place() {
        let style = |tag: &str| NumberStyle::of(&Language::parse(tag).expect("a language"));
        assert_eq!(style("en").group("-1234.50"), "\u{2212}1\u{A0}234.50");
        assert_eq!(style("bg").group("999"), "999");
        assert_eq!(style("it").euro(Euro(95_000)), "950\u{A0}EUR");
        assert_eq!(style("lv").euro(Euro(12_345_678)), "EUR\u{A0}123\u{A0}456,78");
    }
}
