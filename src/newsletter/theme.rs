//! The look: colours and inline styles from `layouts/newsletter/theme.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::Layouts;
use crate::markdown::HtmlStyle;

/// The theme's file.
const FILE: &str = "newsletter/theme.yaml";

/// A theme as serde_yaml reads it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    /// Colours by name.
    colours: BTreeMap<String, String>,
    /// The same names in dark surroundings.
    dark: BTreeMap<String, String>,
    /// The font stack.
    font: String,
    /// Inline styles by name, with colour names in braces.
    styles: BTreeMap<String, String>,
}

/// Colours and styles, ready for use.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Inline styles by name.
    pub styles: BTreeMap<String, String>,
    /// The direction that the styles are for.
    direction: &'static str,
    /// The rules for dark surroundings.
    pub dark_css: String,
    /// Pairs of a text's and its ground's colour in both palettes: name, text, ground.
    pub pairs: Vec<(String, String, String)>,
}

impl Theme {
    /// Loads the theme; a configured accent colour takes the place of the theme's.
    /// Where lines begin at the right (`direction` is `rtl`), the styles' sides change places.
    pub fn load(
        layouts: &Layouts,
        accent: Option<&str>,
        direction: &'static str,
        findings: &mut Diagnostics,
    ) -> Option<Self> {
        let mut raw: Raw = match serde_yaml::from_str(&layouts.text(FILE)) {
            Ok(raw) => raw,
            Err(error) => {
                let offset = error.location().map_or(0, |location| location.index());
                findings.push(
                    Diagnostic::fatal("theme", format!("the theme can't be read: {error}"))
                        .at(Place::new(format!("layouts/{FILE}"), offset..offset))
                        .hint("compare with the default theme, or delete this file to use it"),
                );
                return None;
            }
        };
        if let Some(accent) = accent {
            raw.colours.insert("accent".into(), accent.into());
            let ground = raw.dark.get("paper").cloned().unwrap_or_default();
            raw.dark.insert("accent".into(), crate::issue::lightened(accent, &ground));
        }
        let styles = raw.styles.iter().map(|(name, style)| {
            let filled = raw
                .colours
                .iter()
                .fold(style.clone(), |style, (name, colour)| style.replace(&format!("{{{name}}}"), colour));
            let filled = filled.replace("{font}", &raw.font);
            (name.clone(), if direction == "rtl" { mirrored(&filled) } else { filled })
        });
        let pairs =
            [("light", &raw.colours), ("dark", &raw.dark)].into_iter().flat_map(|(palette, colours)| {
                let texts = ["ink", "quiet", "accent", "draft"].into_iter();
                let pairs = texts.flat_map(|text| [(text, "paper"), (text, "ground")]);
                pairs.filter_map(move |(text, ground)| {
                    Some((
                        format!("{palette}: {text} on {ground}"),
                        colours.get(text)?.clone(),
                        colours.get(ground)?.clone(),
                    ))
                })
            });
        let pairs = pairs.collect();
        Some(Self { styles: styles.collect(), direction, dark_css: dark_css(&raw.dark), pairs })
    }

    /// A style by name.
    fn style(&self, name: &str) -> String {
        self.styles.get(name).cloned().unwrap_or_default()
    }

    /// The styles of authors' texts in a direction.
    pub fn html_style(&self, direction: &str) -> HtmlStyle {
        let turned = direction != self.direction;
        let style = |name: &str| {
            let style = if turned { mirrored(&self.style(name)) } else { self.style(name) };
            if style.is_empty() { style } else { format!(" style=\"{style}\"") }
        };
        let cell = if turned { mirrored(&self.style("cell")) } else { self.style("cell") };
        HtmlStyle {
            p: style("p"),
            heading: style("h3"),
            list: style("list"),
            item: style("item"),
            link: style("link"),
            code: style("code"),
            quote: style("quote"),
            table: style("table"),
            cell,
            image: style("image"),
            small: style("small"),
        }
    }
}

/// A style with left and right in each other's place.
fn mirrored(style: &str) -> String {
    let mirror = |declaration: &str| {
        let Some((name, value)) = declaration.split_once(':') else { return declaration.to_string() };
        let swap = |text: &str| match text {
            "left" => "right".to_string(),
            "right" => "left".to_string(),
            other => other.to_string(),
        };
        let name = name.split('-').map(swap).collect::<Vec<_>>().join("-");
        let sides: Vec<&str> = value.split(' ').collect();
        let value = match (name.as_str(), sides.as_slice()) {
            ("margin" | "padding", [top, right, bottom, left]) => format!("{top} {left} {bottom} {right}"),
            ("text-align", _) => swap(value),
            _ => value.to_string(),
        };
        format!("{name}:{value}")
    };
    style.split(';').map(mirror).collect::<Vec<_>>().join(";")
}

/// Rules for programs that know the reader's setting, and for Outlook's own.
fn dark_css(dark: &BTreeMap<String, String>) -> String {
    let colour = |name: &str| dark.get(name).cloned().unwrap_or_default();
    let rules = [
        (".ground", format!("background:{}!important", colour("ground"))),
        (".paper", format!("background:{}!important", colour("paper"))),
        (
            ".ink,.part p,.part li,.part h3,.part td,.part th,.part code,.part blockquote",
            format!("color:{}!important", colour("ink")),
        ),
        (".quiet,.part .quiet", format!("color:{}!important", colour("quiet"))),
        (".accent,.part a,.part h2", format!("color:{}!important", colour("accent"))),
        (".draft", format!("color:{}!important", colour("draft"))),
        (".line-edge", format!("border-color:{}!important", colour("line"))),
    ];
    let block = |prefix: &str| -> String {
        rules
            .iter()
            .map(|(selectors, rule)| {
                let selectors: Vec<_> = selectors.split(',').map(|s| format!("{prefix}{s}")).collect();
                format!("{}{{{rule}}}\n", selectors.join(","))
            })
            .collect()
    };
    // Outlook.com marks what it recoloured: text with data-ogsc, grounds with data-ogsb.
    let outlook = block("[data-ogsc] ");
    let grounds = format!(
        "[data-ogsb] .ground{{background:{}!important}}\n[data-ogsb] .paper{{background:{}!important}}\n",
        colour("ground"),
        colour("paper")
    );
    format!("@media (prefers-color-scheme:dark){{\n{}}}\n{outlook}{grounds}", block(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_change_places() {
        assert_eq!(
            mirrored("margin:0 0 14px;padding:0 1px 2px 3px;border-left:3px solid #000;text-align:left"),
            "margin:0 0 14px;padding:0 3px 2px 1px;border-right:3px solid #000;text-align:right"
        );
    }
}
