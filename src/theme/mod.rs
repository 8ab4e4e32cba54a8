//! A theme: one set of tokens (colours in light and dark, sizes, spaces, rules) that feeds the report, the mail
//! and the web edition, so that the three can't drift apart.
//!
//! In come the layouts, a theme's name and a cluster's accent; out goes a [`Theme`] with every colour worked
//! out. What is made of them, the rooms above know.
//!
//! ```
//! use bulletin::layouts::Layouts;
//! use bulletin::theme::{DEFAULT, Theme};
//! use bulletin::value::Colour;
//!
//! let theme = Theme::load(&Layouts::defaults(), DEFAULT, None).unwrap();
//! assert!(theme.light("ink").contrast(Colour::WHITE) > 15.0);
//! ```

mod formula;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place};
use crate::layouts::Layouts;
use crate::value::Colour;
use tokens::Tokens;

/// The theme of a cluster that chose none, and what stands where another theme says nothing.
pub const DEFAULT: &str = "meridian";

/// Colours by name.
pub type Palette = BTreeMap<String, Colour>;

/// A theme, worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its name: the folder below `layouts/themes/`.
    pub name: String,
    /// The colours on a light ground.
    pub colours: Palette,
    /// The same names on a dark one.
    pub dark: Palette,
    /// Sizes of letters in the report, in points.
    pub print: BTreeMap<String, f64>,
    /// Sizes on a screen, in CSS pixels.
    pub screen: BTreeMap<String, f64>,
    /// The families of letters on a screen.
    pub font: String,
    /// Where each of its files lies, below `layouts/`.
    files: BTreeMap<&'static str, String>,
}

/// What Typst is given of a theme.
#[derive(Debug, Serialize)]
pub struct PrintTokens<'a> {
    /// Its name.
    theme: &'a str,
    /// The report's first page, as a path of Typst's.
    front: String,
    /// The colours on a light ground.
    colours: &'a Palette,
    /// The same names on a dark one.
    dark: &'a Palette,
    /// Sizes in points.
    size: &'a BTreeMap<String, f64>,
    /// A pattern of what stays on one line.
    together: String,
}

/// The files that a theme may have of its own.
const FILES: &[&str] = &["tokens.yaml", "front.typ", "mail.yaml", "web.css"];

/// The names of the themes that there are.
pub fn names(layouts: &Layouts) -> BTreeSet<String> {
    let folder = |(path, _): (&str, _)| Some(path.strip_prefix("themes/")?.split_once('/')?.0.to_string());
    layouts.below("themes/").filter_map(folder).collect()
}

/// The files of a theme as a cluster gets them to change, by their paths below `layouts/themes/`; nothing
/// if there is no such theme.
pub fn files<'l>(layouts: &'l Layouts, name: &str) -> Vec<(&'l str, String)> {
    let folder = format!("themes/{name}/");
    let own: Vec<_> = layouts.below("themes/").filter(|(path, _)| path.starts_with(&folder)).collect();
    own.into_iter().map(|(path, _)| (path.rsplit('/').next().unwrap_or(path), layouts.text(path))).collect()
}

impl Theme {
    /// Works a theme out; a cluster's accent takes the place of the theme's.
    ///
    /// # Errors
    ///
    /// What is wrong with its tokens, at their place.
    pub fn load(layouts: &Layouts, name: &str, accent: Option<Colour>) -> Result<Self, Diagnostic> {
        let path = |file: &str| {
            let own = format!("themes/{name}/{file}");
            if layouts.bytes(&own).is_some() { own } else { format!("themes/{DEFAULT}/{file}") }
        };
        let files: BTreeMap<_, _> = FILES.iter().map(|file| (*file, path(file))).collect();
        let base = format!("themes/{DEFAULT}/tokens.yaml");
        let mut tokens = Tokens::read(layouts, &base)?;
        let own = files["tokens.yaml"].as_str();
        if own != base {
            tokens.overlay(Tokens::read(layouts, own)?);
        }
        if let Some(accent) = accent {
            tokens.colours.insert("accent".into(), accent.to_string());
        }
        let wrong = |reason: String| {
            Diagnostic::fatal("theme", reason)
                .at(Place::file(format!("layouts/{own}")))
                .hint("compare with layouts/themes/meridian/tokens.yaml; a colour is `\"#0a5c4d\"`, `accent darker 34%`, `accent 8% over paper` or `accent to 7 on paper`")
        };
        let colours = formula::palette(&tokens.colours, None).map_err(|fault| wrong(fault.to_string()))?;
        let dark =
            formula::palette(&tokens.dark, Some(&colours)).map_err(|fault| wrong(fault.to_string()))?;
        if let Some(missing) = colours.keys().find(|name| !dark.contains_key(*name)) {
            return Err(wrong(format!("the colour `{missing}` has no counterpart below `dark:`")));
        }
        Ok(Self {
            name: name.to_string(),
            colours,
            dark,
            print: tokens.print,
            screen: tokens.screen,
            font: tokens.font,
            files,
        })
    }

    /// A colour on a light ground; black where there is none of that name.
    pub fn light(&self, name: &str) -> Colour {
        self.colours.get(name).copied().unwrap_or(Colour::BLACK)
    }

    /// Where one of its files lies, below `layouts/`.
    pub fn file(&self, name: &str) -> &str {
        self.files.get(name).map_or("", String::as_str)
    }

    /// What Typst is given of it; `names` stay on one line, as words in capitals with a hyphen do.
    pub fn print_tokens<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> PrintTokens<'_> {
        let mut names: Vec<String> =
            names.into_iter().filter(|name| name.contains([' ', '-'])).map(regex::escape).collect();
        // The longer ones first: one may begin with another.
        names.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
        names.dedup();
        names.push(r"\p{Lu}{2,}-\p{Lu}{2,}".into());
        PrintTokens {
            theme: &self.name,
            front: format!("/layouts/{}", self.file("front.typ")),
            colours: &self.colours,
            dark: &self.dark,
            size: &self.print,
            together: names.join("|"),
        }
    }

    /// The web edition's variables: colours, in the dark others, and sizes.
    pub fn css(&self) -> String {
        let colours = |palette: &Palette| -> String {
            palette.iter().map(|(name, colour)| format!("--{name}:{colour};")).collect()
        };
        let sizes: String =
            self.screen.iter().map(|(name, size)| format!("--{name}:{}rem;", size / 16.0)).collect();
        format!(
            ":root{{color-scheme:light dark;--font:{};{sizes}{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
            self.font,
            colours(&self.colours),
            colours(&self.dark)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{CONTRAST, Parse};

    #[test]
    fn text_can_be_read_in_every_theme_whatever_the_accent() {
        let layouts = Layouts::defaults();
        assert_eq!(names(&layouts).len(), 3);
        for name in names(&layouts) {
            for accent in [None, Some("#7a1f5c"), Some("#0b3d91"), Some("#00695c"), Some("#b00000")] {
                let accent = accent.map(|text| Colour::parse(text).expect("a colour"));
                let theme = Theme::load(&layouts, &name, accent).expect("a theme");
                let pairs = [
                    ("ink", "paper"),
                    ("ink", "tint"),
                    ("ink", "ground"),
                    ("quiet", "paper"),
                    ("quiet", "tint"),
                    ("quiet", "ground"),
                    ("accent", "paper"),
                    ("accent", "tint"),
                    ("alarm", "paper"),
                    ("alarm", "tint"),
                    ("wait", "paper"),
                    ("on-deep", "deep"),
                    ("on-deep-quiet", "deep"),
                    ("on-button", "button"),
                ];
                for (text, ground) in pairs {
                    for palette in [&theme.colours, &theme.dark] {
                        let ratio = palette[text].contrast(palette[ground]);
                        assert!(ratio >= CONTRAST, "{name}: {text} on {ground}: {ratio:.2}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_formula_that_names_nothing_is_said_with_its_name() {
        let palette = BTreeMap::from([("accent".to_string(), "papre 8% over ink".to_string())]);
        let said = formula::palette(&palette, None).expect_err("no such colour").to_string();
        assert!(said.contains("accent") && said.contains("papre"), "{said}");
        let round = BTreeMap::from([
            ("a".to_string(), "b darker 3%".to_string()),
            ("b".to_string(), "a darker 3%".to_string()),
        ]);
        assert!(formula::palette(&round, None).is_err());
    }
}
