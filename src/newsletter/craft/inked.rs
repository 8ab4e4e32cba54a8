//! Every inline colour, in light and in its dark counterpart: that there is one, and that each text can be read
//! on what lies behind it.

use std::collections::BTreeMap;

use super::dom::{Element, Page};
use super::styles::declared;
use super::{Fault, fault};
use crate::value::{CONTRAST, Colour, Parse};

/// The colours that a class has in the dark.
#[derive(Debug, Clone, Copy, Default)]
struct Dark {
    text: Option<Colour>,
    ground: Option<Colour>,
    edge: Option<Colour>,
}

/// A text's colour and its ground's.
#[derive(Debug, Clone, Copy)]
struct Inked {
    text: Colour,
    ground: Colour,
}

/// R13 and R17, over all elements.
pub fn inspect(page: &Page, faults: &mut Vec<Fault>) {
    let classes = dark_classes(&styles(page));
    let mut found: Vec<Fault> = Vec::new();
    for element in page.elements() {
        let class = of_classes(element, &classes);
        missing(element, "color", typed(element, &["color"]), class.text, &mut found);
        missing(element, "background", typed(element, GROUND), class.ground, &mut found);
        missing(element, "border", typed(element, EDGE), class.edge, &mut found);
    }
    for (element, light, dark) in texts(page, &classes) {
        unreadable(element, 13, "", light, &mut found);
        unreadable(element, 17, " in the dark", dark, &mut found);
    }
    found.dedup_by(|a, b| a.message == b.message);
    faults.extend(found);
}

/// The least contrast of a text with its ground in the dark, over all inline colours.
pub fn least_in_the_dark(html: &str) -> f64 {
    let page = Page::parse(html);
    let classes = dark_classes(&styles(&page));
    let texts = texts(&page, &classes).into_iter();
    texts.map(|(_, _, dark)| dark.text.contrast(dark.ground)).fold(f64::MAX, f64::min)
}

/// Where a ground's colour is declared.
const GROUND: &[&str] = &["background", "background-color"];

/// Where an edge's colour is declared.
const EDGE: &[&str] = &["border", "border-top", "border-right", "border-bottom", "border-left"];

/// All styles of a page.
fn styles(page: &Page) -> String {
    page.named(&["style"]).map(Element::text).collect()
}

/// The colour that an element's own style declares.
fn typed(element: Element<'_>, names: &[&str]) -> Option<Colour> {
    names.iter().find_map(|name| colour(declared(element.style(), name)?))
}

/// Every element with words of its own that are seen, with their colours in light and in the dark.
fn texts<'p>(page: &'p Page, classes: &BTreeMap<String, Dark>) -> Vec<(Element<'p>, Inked, Inked)> {
    let root = Inked { text: Colour::BLACK, ground: Colour::WHITE };
    let mut known: BTreeMap<usize, (Inked, Inked)> = BTreeMap::new();
    let mut found = Vec::new();
    for element in page.elements() {
        let above = element.above().and_then(|above| known.get(&above.number()).copied());
        let (mut light, mut dark) = above.unwrap_or((root, root));
        let class = of_classes(element, classes);
        if let Some(text) = typed(element, &["color"]) {
            (light.text, dark.text) = (text, class.text.unwrap_or(text));
        }
        if let Some(ground) = typed(element, GROUND) {
            (light.ground, dark.ground) = (ground, class.ground.unwrap_or(ground));
        }
        known.insert(element.number(), (light, dark));
        let hidden = declared(element.style(), "display") == Some("none");
        if !hidden && element.has_own_text() && !matches!(element.name(), "style" | "title") {
            found.push((element, light, dark));
        }
    }
    found
}

/// The fault of a colour without a counterpart in the dark.
fn missing(
    element: Element<'_>,
    what: &str,
    light: Option<Colour>,
    dark: Option<Colour>,
    faults: &mut Vec<Fault>,
) {
    if light.is_some() && dark.is_none() {
        faults.push(fault(
            17,
            format!(
                "the `{what}` of `<{} class=\"{}\">` has no counterpart in the dark",
                element.name(),
                element.attr("class").unwrap_or_default()
            ),
            "write `{{{a.NAME}}}` for the attributes of a style: its class has the dark colours",
        ));
    }
}

/// The fault of a text that can't be read on its ground.
fn unreadable(element: Element<'_>, rule: u8, where_: &str, inked: Inked, faults: &mut Vec<Fault>) {
    let ratio = inked.text.contrast(inked.ground);
    if ratio < CONTRAST {
        faults.push(fault(
            rule,
            format!(
                "the text of `<{} class=\"{}\">`{where_}, {} on {}, has a contrast of {ratio:.1}",
                element.name(),
                element.attr("class").unwrap_or_default(),
                inked.text,
                inked.ground
            ),
            "take a colour of the theme further away: 4.5 is the least",
        ));
    }
}

/// The colours that an element's classes have in the dark.
fn of_classes(element: Element<'_>, classes: &BTreeMap<String, Dark>) -> Dark {
    let names = element.attr("class").unwrap_or_default().split_whitespace();
    names.filter_map(|name| classes.get(name)).fold(Dark::default(), |all, one| Dark {
        text: one.text.or(all.text),
        ground: one.ground.or(all.ground),
        edge: one.edge.or(all.edge),
    })
}

/// The colours of each class in the rules for dark surroundings.
fn dark_classes(css: &str) -> BTreeMap<String, Dark> {
    let mut classes: BTreeMap<String, Dark> = BTreeMap::new();
    let Some((_, rest)) = css.split_once("(prefers-color-scheme:dark){") else { return classes };
    // Rules have one pair of braces; the block ends where a second one closes.
    for rule in rest.split_inclusive('}') {
        let Some((selectors, body)) = rule.split_once('{') else { break };
        let body = body.trim_end_matches('}');
        let of = |name: &str| {
            let value = declared(body, name)?;
            colour(value.trim_end_matches("!important"))
        };
        let own = Dark { text: of("color"), ground: of("background"), edge: of("border-color") };
        for class in selectors.split(',').filter_map(|selector| selector.trim().strip_prefix('.')) {
            let known = classes.entry(class.to_string()).or_default();
            known.text = own.text.or(known.text);
            known.ground = own.ground.or(known.ground);
            known.edge = own.edge.or(known.edge);
        }
    }
    classes
}

/// The colour in a value such as `3px solid #123456`.
fn colour(value: &str) -> Option<Colour> {
    let at = value.find('#')?;
    let digits = value[at..].split([' ', ';', '!']).next()?;
    // Three digits stand for six (CSS Color 4, section 5.2).
    let long: String = match digits.len() {
        4 => std::iter::once('#').chain(digits[1..].chars().flat_map(|c| [c, c])).collect(),
        _ => digits.to_string(),
    };
    Colour::parse(&long).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_measured_on_what_lies_behind_it_in_the_dark() {
        let html = "<style>@media (prefers-color-scheme:dark){\n.a{color:#ffffff!important}\n.b{background:#333333!important}\n}</style><body><div class=\"b\" style=\"background:#ffffff\"><p class=\"a\" style=\"color:#000\">words</p></div></body>";
        let classes = dark_classes(
            "@media (prefers-color-scheme:dark){\n.a,.c{color:#ffffff!important}\n}\n[data-ogsc] .d{color:#000000!important}",
        );
        assert_eq!(classes.keys().map(String::as_str).collect::<Vec<_>>(), ["a", "c"]);
        let white_on_grey = Colour::WHITE.contrast(Colour::parse("#333333").expect("a colour"));
        assert!((least_in_the_dark(html) - white_on_grey).abs() < 1e-9);
    }
}
