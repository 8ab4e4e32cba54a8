//! Numbers and money as the institutions of the EU write them: groups of three divided by a hard
//! space in every language; the decimal mark and the place of `EUR` by the language's [`Style`](crate::value::Style).

use super::Words;
use crate::value::{Decimal, Euro};

/// Divides groups of digits.
const HARD_SPACE: char = '\u{A0}';

impl Words {
    /// A number with the language's marks.
    pub fn number(&self, number: &Decimal) -> String {
        self.group(number.as_str())
    }

    /// A plain number such as `-1234.50` in the language's marks.
    pub(super) fn group(&self, number: &str) -> String {
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
            out.push(self.style.decimal);
            out.push_str(part);
        }
        out
    }

    /// An amount of euro as the language writes it; cents stand only where there are any.
    pub fn euro(&self, amount: Euro) -> String {
        let number = match amount.0 % 100 {
            0 => (amount.0 / 100).to_string(),
            cents => format!("{}.{cents:02}", amount.0 / 100),
        };
        let number = self.group(&number);
        match self.style.code_first {
            true => format!("EUR{HARD_SPACE}{number}"),
            false => format!("{number}{HARD_SPACE}EUR"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layouts::Layouts;
    use crate::value::{Language, Parse, Typography};

    #[test]
    fn the_mark_and_the_code_have_their_place() {
        let words = |tag: &str| {
            let language = Language::parse(tag).expect("a language");
            Words::load(&Layouts::defaults(), &language, Typography::Institutions)
        };
        assert_eq!(words("en").group("-1234.50"), "\u{2212}1\u{A0}234.50");
        assert_eq!(words("bg").group("999"), "999");
        assert_eq!(words("it").euro(Euro(95_000)), "950\u{A0}EUR");
        assert_eq!(words("lv").euro(Euro(12_345_678)), "EUR\u{A0}123\u{A0}456,78");
    }
}
