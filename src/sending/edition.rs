//! Who gets which edition.

use crate::value::Language;

/// The edition that somebody gets, as its place among the editions: in the language asked for, in
/// another of its variants, or else the main one, which is the first.
pub fn edition_for(editions: &[Language], asked: Option<&Language>) -> u16 {
    let Some(asked) = asked else { return 0 };
    let exact = editions.iter().position(|language| language == asked);
    let near = || editions.iter().position(|language| language.primary() == asked.primary());
    u16::try_from(exact.or_else(near).unwrap_or(0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Parse;

    #[test]
    fn everybody_gets_the_nearest_edition_there_is() {
        let language = |tag: &str| Language::parse(tag).expect("a tag");
        let editions = ["en", "pt-BR", "pt", "el"].map(language);
        for (asked, wanted) in [
            (None, 0),
            (Some("en"), 0),
            (Some("el"), 3),
            (Some("pt"), 2),
            (Some("pt-BR"), 1),
            (Some("pt-PT"), 1),
            (Some("el-CY"), 3),
            (Some("bg"), 0),
        ] {
            let asked = asked.map(language);
            assert_eq!(edition_for(&editions, asked.as_ref()), wanted, "{asked:?}");
        }
        assert_eq!(edition_for(&[], Some(&language("en"))), 0);
    }
}
