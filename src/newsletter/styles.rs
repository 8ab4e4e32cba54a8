//! The look of the mail: inline styles from the theme's `mail.yaml` and tokens, and the rules for dark
//! surroundings, which are made of the same styles so that none is forgotten.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::Layouts;
use crate::markdown::HtmlStyle;
use crate::theme::{DEFAULT, Palette, Theme};

/// A mail's styles as serde_yaml reads them. What a theme lacks, the default theme has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    /// Where the picture of the lead stands: `behind` the bar with the name, or `first`.
    hero: Option<String>,
    /// At which side a story's picture stands: `right` or `left`.
    thumbnails: Option<String>,
    /// Inline styles by name, with tokens in braces.
    #[serde(default)]
    styles: BTreeMap<String, String>,
}

/// Styles, ready for use.
#[derive(Debug, Clone)]
pub struct Styles {
    /// Inline styles by name.
    pub styles: BTreeMap<String, String>,
    /// The attributes of each: its class and its inline style.
    pub attributes: BTreeMap<String, String>,
    /// Whether the lead's picture stands above the name.
    pub hero_first: bool,
    /// Whether a story's picture stands at the left.
    pub thumbnails_left: bool,
    /// The direction that the styles are for.
    direction: &'static str,
    /// The rules for dark surroundings.
    pub dark_css: String,
    /// Pairs of a text's and its ground's colour in both palettes: name, text, ground.
    pub pairs: Vec<(String, String, String)>,
}

/// Pairs of a text's and its ground's colour that mails are made of.
const PAIRS: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "tint"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("alarm", "paper"),
    ("on-deep", "deep"),
    ("on-deep-quiet", "deep"),
    ("on-button", "button"),
];

impl Styles {
    /// Loads the styles of a theme. Where lines begin at the right (`direction` is `rtl`), the styles' sides
    /// change places.
    pub fn load(
        layouts: &Layouts,
        theme: &Theme,
        direction: &'static str,
        findings: &mut Diagnostics,
    ) -> Option<Self> {
        let base = read(layouts, &format!("themes/{DEFAULT}/mail.yaml"), findings)?;
        let own = read(layouts, theme.file("mail.yaml"), findings)?;
        let typed: BTreeMap<String, String> = base.styles.into_iter().chain(own.styles).collect();
        let filled = |style: &str, palette: &Palette| {
            let style = filled(style, theme, palette);
            if direction == "rtl" { mirrored(&style) } else { style }
        };
        let mut styles: BTreeMap<String, String> =
            typed.iter().map(|(name, style)| (name.clone(), filled(style, &theme.colours))).collect();
        let attributes = styles.iter().map(|(name, style)| (name.clone(), attributes(name, style))).collect();
        // The side at which lines begin, for what a template writes itself.
        styles.insert("start".into(), if direction == "rtl" { "right" } else { "left" }.into());
        let pairs =
            [("light", &theme.colours), ("dark", &theme.dark)].into_iter().flat_map(|(name, palette)| {
                PAIRS.iter().filter_map(move |(text, ground)| {
                    let colour = |name: &str| palette.get(name).map(ToString::to_string);
                    Some((format!("{name}: {text} on {ground}"), colour(text)?, colour(ground)?))
                })
            });
        Some(Self {
            pairs: pairs.collect(),
            hero_first: own.hero.or(base.hero).as_deref() == Some("first"),
            thumbnails_left: own.thumbnails.or(base.thumbnails).as_deref() == Some("left"),
            direction,
            dark_css: dark_css(&typed, &theme.dark),
            styles,
            attributes,
        })
    }

    /// The styles of authors' texts in a direction.
    pub fn html_style(&self, direction: &str) -> HtmlStyle {
        let turned = direction != self.direction;
        let named = |name: &str| {
            let style = self.styles.get(name).cloned().unwrap_or_default();
            if turned { mirrored(&style) } else { style }
        };
        let style = |name: &str| match named(name) {
            style if style.is_empty() => style,
            style => attributes(name, &style),
        };
        HtmlStyle {
            p: style("p"),
            heading: style("h3"),
            list: style("list"),
            item: style("item"),
            link: style("link"),
            code: style("code"),
            quote: style("quote"),
            alert: style("alert"),
            table: style("table"),
            cell: named("cell"),
            cell_class: "cell".into(),
            image: style("image"),
            small: style("small"),
        }
    }
}

/// Reads a file of styles.
fn read(layouts: &Layouts, path: &str, findings: &mut Diagnostics) -> Option<Raw> {
    match serde_yaml::from_str(&layouts.text(path)) {
        Ok(raw) => Some(raw),
        Err(error) => {
            let offset = error.location().map_or(0, |location| location.index());
            findings.push(
                Diagnostic::fatal("theme", format!("the mail's styles can't be read: {error}"))
                    .at(Place::new(format!("layouts/{path}"), offset..offset))
                    .hint("compare with layouts/themes/meridian/mail.yaml, or delete this file to use the default"),
            );
            None
        }
    }
}

/// The attributes of a style: its class, by which its colours change in the dark, and its inline style.
fn attributes(name: &str, style: &str) -> String {
    format!(" class=\"{name}\" style=\"{style}\"")
}

/// A style with the tokens in the place of their names.
fn filled(style: &str, theme: &Theme, palette: &Palette) -> String {
    let mut filled = style.replace("{font}", &theme.font);
    for (name, colour) in palette {
        filled = filled.replace(&format!("{{{name}}}"), &colour.to_string());
    }
    for (name, size) in &theme.screen {
        filled = filled.replace(&format!("{{{name}}}"), &size.to_string());
    }
    filled
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

/// What each style's colours are in the dark: the declarations, each with the styles that have it.
fn dark_rules(typed: &BTreeMap<String, String>, dark: &Palette) -> BTreeMap<String, Vec<String>> {
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, style) in typed {
        for (property, value) in style.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let named =
                value.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(name, _)| name);
            let Some(colour) = named.and_then(|named| dark.get(named)) else { continue };
            let property = match property.trim() {
                "background" | "background-color" => "background",
                border if border.starts_with("border") => "border-color",
                other => other,
            };
            rules.entry(format!("{property}:{colour}!important")).or_default().push(format!(".{name}"));
        }
    }
    rules
}

/// Rules for programs that know the reader's setting, and for Outlook's own, which marks what it recoloured:
/// text with data-ogsc, grounds with data-ogsb.
fn dark_css(typed: &BTreeMap<String, String>, dark: &Palette) -> String {
    let rules = dark_rules(typed, dark);
    let block = |prefix: &str, wanted: &dyn Fn(&str) -> bool| -> String {
        let chosen = rules.iter().filter(|(declaration, _)| wanted(declaration));
        chosen
            .map(|(declaration, classes)| {
                let selectors: Vec<_> = classes.iter().map(|class| format!("{prefix}{class}")).collect();
                format!("{}{{{declaration}}}\n", selectors.join(","))
            })
            .collect()
    };
    format!(
        "@media (prefers-color-scheme:dark){{\n{}}}\n{}{}",
        block("", &|_| true),
        block("[data-ogsc] ", &|declaration| !declaration.starts_with("background")),
        block("[data-ogsb] ", &|declaration| declaration.starts_with("background"))
    )
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

    #[test]
    fn every_colour_of_a_style_has_its_counterpart_in_the_dark() {
        let layouts = Layouts::defaults();
        for name in crate::theme::names(&layouts) {
            let theme = Theme::load(&layouts, &name, None).expect("a theme");
            let mut findings = Diagnostics::new();
            let styles = Styles::load(&layouts, &theme, "ltr", &mut findings).expect("styles");
            for (name, style) in &styles.styles {
                assert!(!style.contains('{'), "{name} names a token that there is not: {style}");
                let coloured = style.split(';').any(|part| part.contains('#'));
                assert!(!coloured || styles.dark_css.contains(&format!(".{name}")), "{name}: {style}");
            }
        }
    }
}
