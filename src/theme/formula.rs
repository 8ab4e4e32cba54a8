//! Colours worked out of others: `accent darker 34%`, `accent 8% over paper`, `light.accent to 9 on paper`.

use std::collections::BTreeMap;

use super::Palette;
use crate::value::{Colour, Parse};

/// A palette of what is typed for each name; a name may stand for a colour of the light palette by
/// `light.` before it. Otherwise says which name is wrong, and how.
pub(super) fn palette(
    typed: &BTreeMap<String, String>,
    light: Option<&Palette>,
) -> Result<Palette, BadColour> {
    let work = Work { typed, light };
    typed.keys().map(|name| Ok((name.clone(), work.named(name, 0)?))).collect()
}

/// Why a colour can't be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BadColour(String);

impl std::fmt::Display for BadColour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadColour {}

/// What is typed, and what it may name.
struct Work<'a> {
    typed: &'a BTreeMap<String, String>,
    light: Option<&'a Palette>,
}

impl Work<'_> {
    /// The colour of a name.
    fn named(&self, name: &str, depth: usize) -> Result<Colour, BadColour> {
        if let Some((light, name)) = self.light.zip(name.strip_prefix("light.")) {
            return light.get(name).copied().ok_or_else(|| BadColour(format!("there is no colour `{name}`")));
        }
        let typed = self.typed.get(name).ok_or_else(|| BadColour(format!("there is no colour `{name}`")))?;
        // Colours that stand for each other lead nowhere.
        if depth > self.typed.len() {
            return Err(BadColour(format!("the colour `{name}` is worked out of itself")));
        }
        self.colour(typed, depth).map_err(|reason| BadColour(format!("the colour `{name}`: {reason}")))
    }

    /// The colour that a formula stands for.
    fn colour(&self, typed: &str, depth: usize) -> Result<Colour, BadColour> {
        let parts: Vec<&str> = typed.split_whitespace().collect();
        let named = |name: &str| self.named(name, depth + 1);
        let wrong = || BadColour(format!("`{typed}` is no colour"));
        let per_cent =
            |text: &str| text.strip_suffix('%').and_then(|text| text.parse::<u8>().ok()).ok_or_else(wrong);
        match parts.as_slice() {
            [one] if one.starts_with('#') => {
                Colour::parse(one).map_err(|complaint| BadColour(complaint.message))
            }
            [name] => named(name),
            [name, "darker", share] => Ok(named(name)?.darker(per_cent(share)?)),
            [name, share, "over", ground] => Ok(named(name)?.over(named(ground)?, per_cent(share)?)),
            [name, "to", ratio, "on", ground] => {
                let ratio: f64 = ratio.parse().map_err(|_| wrong())?;
                Ok(named(name)?.readable(named(ground)?, ratio))
            }
            _ => Err(wrong()),
        }
    }
}
