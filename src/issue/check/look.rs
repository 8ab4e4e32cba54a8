//! What the configuration says of the look: an accent that can be read on white, a font that is
//! there.

use super::super::Issue;
use super::Aids;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
pub const CONTRAST: f64 = 4.5;

/// Checks the accent's contrast and the font's name.
pub fn check(issue: &Issue<'_>, aids: &Aids<'_>, findings: &mut Diagnostics) {
    let config = &issue.cluster.config;
    if let Some(accent) = &config.look.accent {
        let ratio = contrast(accent, "#ffffff");
        if ratio < CONTRAST {
            findings.push(
                Diagnostic::error(
                    "contrast",
                    format!("text in `{accent}` on white has a contrast of {ratio:.1}: too pale to be read"),
                )
                .at(issue.sources.place(&config.origin, "look.accent"))
                .hint("take a darker shade: 4.5 is the least (WCAG 2.2, 1.4.3)"),
            );
        }
    }
    if let Some(font) = &config.look.font {
        let families = aids.fonts.families();
        if !families.contains(font) {
            let finding = Diagnostic::error("unknown-font", format!("there is no font `{font}`"))
                .at(issue.sources.place(&config.origin, "look.font"));
            let known: Vec<&str> = families.iter().map(String::as_str).collect();
            findings.push(match nearest(font, known.iter().copied()) {
                Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
                None => finding
                    .hint(format!("put its files into layouts/fonts/; there are: {}", known.join(", "))),
            });
        }
    }
}

/// The contrast of two colours typed as `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour made lighter, step by step, until text in it can be read on a dark ground.
pub fn lightened(colour: &str, ground: &str) -> String {
    let digits = colour.trim_start_matches('#');
    let channel = |at: usize| {
        digits.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).map_or(0, u32::from)
    };
    let (red, green, blue) = (channel(0), channel(2), channel(4));
    let mixed = |share: u32| {
        let mix = |value: u32| value + (255 - value) * share / 20;
        format!("#{:02x}{:02x}{:02x}", mix(red), mix(green), mix(blue))
    };
    (0..=20).map(mixed).find(|mixed| contrast(mixed, ground) >= CONTRAST + 1.5).unwrap_or_else(|| mixed(20))
}

/// The relative luminance of a colour, from 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let channel = |at: usize| {
        let byte = digits.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let value = f64::from(byte.unwrap_or_default()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}
