//! How each language is set: its quotation marks, numbers and spaces, by one table with its sources.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::choice::choices;
use super::language::Language;

/// The languages, a line each.
const TABLE: &str = include_str!("styles.tsv");

choices! {
    /// Whose spaces a text has.
    Typography ("typography") {
        /// The EU's institutions': one way for all languages (Interinstitutional Style Guide, 6.4).
        Institutions = "institutions",
        /// The country's own: in French a space before `;`, `:`, `!`, `?` and inside `« »`.
        National = "national",
    }
}

/// The marks of a language: double opening and closing, single opening and closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Opens a quotation.
    pub open: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// Opens one inside another.
    pub inner_open: &'static str,
    /// Closes it.
    pub inner_close: &'static str,
}

/// Spaces round the signs of a French text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrenchSpaces {
    /// None, as the institutions write.
    None,
    /// Hard ones, as in France.
    Hard,
}

/// How a language is set.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Its quotation marks.
    pub marks: Marks,
    /// Stands before decimals.
    pub decimal: char,
    /// Whether `EUR` stands before an amount (Interinstitutional Style Guide, 7.3.3).
    pub code_first: bool,
    /// The ordinal numerals that go with the word for a quarter: the first, and so on; the last is all
    /// others'. `#` is the number.
    ordinals: &'static str,
    /// Words of one letter that stand at no line's end, with spaces between.
    stays: &'static str,
    /// The spaces of French; no other language's signs have any.
    pub french: Option<FrenchSpaces>,
}

impl Style {
    /// The style of a language; English marks and the continent's numbers where it has no line.
    pub fn of(language: &Language, typography: Typography) -> Self {
        let primary = language.primary();
        let known = table().get(primary).copied();
        let mut style = known.unwrap_or(Self {
            marks: Marks { open: "“", close: "”", inner_open: "‘", inner_close: "’" },
            decimal: ',',
            code_first: false,
            ordinals: "#",
            stays: "-",
            french: None,
        });
        if primary == "fr" {
            style.french = Some(FrenchSpaces::None);
            if typography == Typography::National {
                style.french = Some(FrenchSpaces::Hard);
                style.marks.open = "«\u{202F}";
                style.marks.close = "\u{202F}»";
            }
        }
        style
    }

    /// An ordinal numeral as it stands before the word for a quarter of the year.
    pub fn ordinal(&self, number: u32) -> String {
        let forms = || self.ordinals.split('|');
        let at = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let form = forms().nth(at).or_else(|| forms().next_back()).unwrap_or("#");
        form.replace('#', &number.to_string())
    }

    /// Whether a point makes a number an ordinal: `5. září`.
    pub fn ordinal_has_point(&self) -> bool {
        self.ordinals.ends_with('.')
    }

    /// Whether a word of one letter stays with the next word.
    pub fn stays_with_next(&self, letter: char) -> bool {
        letter.is_alphabetic() && letter.to_lowercase().all(|lower| self.stays.contains(lower))
    }
}

/// The table by language.
fn table() -> &'static BTreeMap<&'static str, Style> {
    static KNOWN: OnceLock<BTreeMap<&'static str, Style>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
        lines.filter_map(|line| Some((line.split('\t').next()?, style(line)?))).collect()
    })
}

/// A line of the table.
fn style(line: &'static str) -> Option<Style> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [_, outside, inside, decimal, code, ordinals, stays, _source] = cells.as_slice() else { return None };
    let ((open, close), (inner_open, inner_close)) = (outside.split_once(' ')?, inside.split_once(' ')?);
    Some(Style {
        marks: Marks { open, close, inner_open, inner_close },
        decimal: decimal.chars().next()?,
        code_first: *code == "before",
        ordinals,
        stays,
        french: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!((table().len(), lines), (28, 28));
    }

    #[test]
    fn ordinals_have_their_forms() {
        let of = |tag: &str, number| {
            Style::of(&Language::parse(tag).expect("a language"), Typography::Institutions).ordinal(number)
        };
        assert_eq!([of("fr", 1), of("fr", 4), of("bg", 2), of("bg", 4)], ["1er", "4e", "2-ро", "4-то"]);
        assert_eq!([of("en", 3), of("de", 2), of("es", 1), of("uk", 1)], ["3rd", "2.", "1.º", "1"]);
    }
}
