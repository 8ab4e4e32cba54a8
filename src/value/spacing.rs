//! Spaces at which no line may break, and those round the signs of French (Interinstitutional Style
//! Guide, 6.4).

use super::style::{FrenchSpaces, Style};

/// A space at which no line breaks.
pub const HARD: char = '\u{A0}';

/// The same, narrow.
pub const NARROW: char = '\u{202F}';

/// Units between which and a number no line breaks.
const UNITS: &[&str] = &[
    "EUR", "km", "km²", "m²", "m³", "kg", "ha", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "Mtoe",
    "ktoe",
];

/// What a space between two characters of a text becomes; `at` is its place in the text. Nothing where
/// there is to be none.
pub fn space(text: &[char], at: usize, style: &Style) -> Option<char> {
    let typed = text[at];
    if let Some(french) = style.french
        && let Some(set) = french_space(text, at, french)
    {
        return set;
    }
    let binds = typed == ' ' && (is_in_number(text, at) || is_behind_short_word(text, at, style));
    Some(if binds { HARD } else { typed })
}

/// The space that French wants before a sign where none was typed.
pub fn missing(text: &[char], at: usize, style: &Style) -> Option<char> {
    if style.french != Some(FrenchSpaces::Hard) {
        return None;
    }
    let before = at.checked_sub(1).map(|i| text[i])?;
    let wants = (before.is_alphanumeric() || matches!(before, ')' | '»' | '…' | '%' | '"' | '”' | '’'))
        && is_french_sign(text, at);
    if text[at] == '»' && !before.is_whitespace() {
        return Some(NARROW);
    }
    wants.then(|| if text[at] == ':' { HARD } else { NARROW })
}

/// The space behind an opening mark of French where none was typed.
pub fn missing_behind(text: &[char], at: usize, style: &Style) -> Option<char> {
    let wants = style.french == Some(FrenchSpaces::Hard) && text[at] == '«';
    let spaced = text.get(at + 1).is_none_or(|next| next.is_whitespace());
    (wants && !spaced).then_some(NARROW)
}

/// Whether a sign of French stands at a place, behind which its word or sentence ends.
fn is_french_sign(text: &[char], at: usize) -> bool {
    let signs = |c: &char| matches!(c, ';' | ':' | '!' | '?');
    let behind = text[at..].iter().find(|c| !signs(c));
    signs(&text[at]) && behind.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | '»' | '"' | '”' | '’'))
}

/// What French makes of a space; `None` where it is like any other.
fn french_space(text: &[char], at: usize, french: FrenchSpaces) -> Option<Option<char>> {
    let next = *text.get(at + 1)?;
    let before = at.checked_sub(1).map(|i| text[i])?;
    if before != '«' && next != '»' && (before.is_whitespace() || !is_french_sign(text, at + 1)) {
        return None;
    }
    Some(match french {
        FrenchSpaces::None => None,
        FrenchSpaces::Hard if next == ':' => Some(HARD),
        FrenchSpaces::Hard => Some(NARROW),
    })
}

/// Whether a space stands inside a number, or between one and its sign or unit.
fn is_in_number(text: &[char], at: usize) -> bool {
    let before = &text[..at];
    let after = &text[at + 1..];
    let digits = before.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let digits_behind = after.iter().take_while(|c| c.is_ascii_digit()).count();
    // A group of three behind one to three digits.
    let bounds = before.iter().rev().nth(digits).is_none_or(|c| c.is_whitespace() || "(+−-".contains(*c));
    if (1..=3).contains(&digits) && digits_behind == 3 && bounds {
        return true;
    }
    if digits > 0 {
        return matches!(after.first(), Some('%' | '‰' | '°' | '€' | '±')) || starts_with_unit(after);
    }
    digits_behind > 0
        && (matches!(before.last(), Some('±' | '€'))
            || before.ends_with(&['E', 'U', 'R'])
                && before.iter().rev().nth(3).is_none_or(|c| !c.is_alphanumeric()))
}

/// Whether a text begins with a unit that is a word of its own.
fn starts_with_unit(text: &[char]) -> bool {
    let word = text.iter().take_while(|c| c.is_alphanumeric()).count();
    UNITS.iter().any(|unit| unit.chars().count() == word && unit.chars().eq(text[..word].iter().copied()))
}

/// Whether a space stands behind a word of one letter or an ordinal that stays with the next word.
fn is_behind_short_word(text: &[char], at: usize, style: &Style) -> bool {
    let Some(&last) = at.checked_sub(1).and_then(|i| text.get(i)) else { return false };
    let before = |back: usize| at.checked_sub(back).and_then(|i| text.get(i)).copied();
    let starts = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "(„»«“‚\"'".contains(c));
    if style.stays_with_next(last) && starts(before(2)) {
        return true;
    }
    let digits = text[..at - 1].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let follows = text.get(at + 1).is_some_and(|c| c.is_lowercase());
    style.ordinal_has_point()
        && last == '.'
        && (1..=2).contains(&digits)
        && follows
        && starts(before(2 + digits))
}

#[cfg(test)]
mod tests {
    use crate::value::{Language, Parse, Style, Typography, set_quotes};

    /// A text in a language, with its hard spaces as `_`, narrow ones as `~`.
    fn typed(text: &str, language: &str, typography: Typography) -> String {
        let language = Language::parse(language).expect("a language");
        let set = set_quotes(text, &Style::of(&language, typography));
        set.replace('\u{A0}', "_").replace('\u{202F}', "~")
    }

    #[test]
    fn numbers_stay_with_their_groups_signs_and_units() {
        for (text, wanted) in [
            ("It saved 12 500 000 kWh, 20 % of it in 2024.", "It saved 12_500_000_kWh, 20_% of it in 2024."),
            ("EUR 95 000 or 5 EUR, and ± 2 °C", "EUR_95_000 or 5_EUR, and ±_2_°C"),
            ("In 2024 150 people; room 5 km away", "In 2024 150 people; room 5_km away"),
            ("5 kmart, NEUR 5, 1234 567", "5 kmart, NEUR 5, 1234 567"),
        ] {
            assert_eq!(typed(text, "en", Typography::Institutions), wanted);
        }
    }

    #[test]
    fn words_of_one_letter_and_ordinals_stay_with_the_next_word() {
        let set = |text, language| typed(text, language, Typography::Institutions);
        assert_eq!(set("V Praze a v Brně 5. září, k tomu 20.", "cs"), "V_Praze a_v_Brně 5._září, k_tomu 20.");
        assert_eq!(set("Szkolenie w Łodzi i w Radomiu", "pl"), "Szkolenie w_Łodzi i_w_Radomiu");
        assert_eq!(set("I v. i a", "de"), "I v. i a");
        assert_eq!(set("Le 24. il a plu", "fr"), "Le 24. il a plu");
    }

    #[test]
    fn french_has_the_spaces_of_the_institutions_or_of_france() {
        let text = "Rien : « oui » ! Et \"non\"? Voir https://a.test: 10:30; fin ?!";
        assert_eq!(
            typed(text, "fr", Typography::Institutions),
            "Rien: «oui»! Et «non»? Voir https://a.test: 10:30; fin?!"
        );
        assert_eq!(
            typed(text, "fr", Typography::National),
            "Rien_: «~oui~»~! Et «~non~»~? Voir https://a.test_: 10:30~; fin~?!"
        );
        assert_eq!(typed("«oui»: a", "fr", Typography::National), "«~oui~»_: a");
        // No other language's spaces change.
        assert_eq!(typed("Nothing : « yes » !", "en", Typography::National), "Nothing : « yes » !");
    }
}
