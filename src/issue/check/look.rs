//! What the configuration says of the look: an accent that can be read on white, a font that is
//! there.

use super::super::Issue;
use super::Aids;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::value::{CONTRAST, Colour};

/// Checks the accent's contrast and the font's name.
pub fn check(issue: &Issue<'_>, aids: &Aids<'_>, findings: &mut Diagnostics) {
    let config = &issue.cluster.config;
    if let Some(accent) = config.look.accent {
        let ratio = accent.contrast(Colour::WHITE);
        if ratio < CONTRAST {
            findings.push(
                Diagnostic::error(
                    "contrast",
                    format!("text in `{accent}` on white has a contrast of {ratio:.1}: too pale to be read"),
                )
                .at(issue.sources.place(&config.origin, "look.accent"))
                .hint(format!(
                    "take a darker shade, such as `\"{}\"`: 4.5 is the least (WCAG 2.2, 1.4.3)",
                    accent.readable(Colour::WHITE, CONTRAST)
                )),
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
