//! `tokens.yaml` as it is typed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Place};
use crate::layouts::Layouts;

/// The tokens of a theme, as serde_yaml reads them. What one lacks, the default theme has.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Tokens {
    /// Colours by name, or formulas of others.
    pub(super) colours: BTreeMap<String, String>,
    /// The same names on a dark ground.
    pub(super) dark: BTreeMap<String, String>,
    /// Sizes in the report, in points.
    pub(super) print: BTreeMap<String, f64>,
    /// Sizes on a screen, in CSS pixels.
    pub(super) screen: BTreeMap<String, f64>,
    /// The families of letters on a screen.
    pub(super) font: String,
}

impl Tokens {
    /// Reads a file of the layouts.
    pub(super) fn read(layouts: &Layouts, path: &str) -> Result<Self, Diagnostic> {
        serde_yaml::from_str(&layouts.text(path)).map_err(|error| {
            let offset = error.location().map_or(0, |location| location.index());
            Diagnostic::fatal("theme", format!("the tokens can't be read: {error}"))
                .at(Place::new(format!("layouts/{path}"), offset..offset))
                .hint("compare with layouts/themes/meridian/tokens.yaml, or delete this file to use the default")
        })
    }

    /// Lays another theme's over these.
    pub(super) fn overlay(&mut self, own: Self) {
        self.colours.extend(own.colours);
        self.dark.extend(own.dark);
        self.print.extend(own.print);
        self.screen.extend(own.screen);
        if !own.font.is_empty() {
            self.font = own.font;
        }
    }
}
