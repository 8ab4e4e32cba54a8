//! What elements of a page are: hidden, quoted, items of Word's lists, rows of a table.

use scraper::Node;
use scraper::node::Element;

use super::super::Why;

/// A node of the tree.
pub(super) type At<'a> = ego_tree::NodeRef<'a, Node>;

/// Whether a node is an element of a name.
pub(super) fn is(node: At<'_>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// The rows of a table, without those of tables in it.
pub(super) fn rows(node: At<'_>) -> Vec<Vec<At<'_>>> {
    let mut found = Vec::new();
    for child in node.children() {
        if is(child, "tr") {
            found.push(child.children().filter(|cell| is(*cell, "td") || is(*cell, "th")).collect());
        } else if ["thead", "tbody", "tfoot"].iter().any(|name| is(child, name)) {
            found.extend(rows(child));
        }
    }
    found
}

/// The words of an element, for a note.
pub(super) fn words_of(node: At<'_>) -> String {
    let mut out = String::new();
    for node in node.descendants() {
        match node.value() {
            Node::Text(text)
                if !node.ancestors().any(|above| ["script", "style"].iter().any(|name| is(above, name))) =>
            {
                out.push_str(text);
            }
            Node::Element(element) if matches!(element.name(), "br" | "p" | "div" | "tr" | "li" | "td") => {
                out.push('\n')
            }
            _ => {}
        }
    }
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Text as HTML counts its blanks.
pub(super) fn squeezed(text: &str, after_blank: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = after_blank;
    for c in text.chars() {
        if matches!(c, ' ' | '\n' | '\r' | '\t') {
            if !blank {
                out.push(' ');
            }
            blank = true;
        } else {
            out.push(c);
            blank = false;
        }
    }
    out
}

/// Whether an address may stand in a link.
pub(super) fn leads(url: &str) -> bool {
    let lower = url.to_lowercase();
    let scheme = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let known = ["https:", "http:", "mailto:"].iter().any(|known| lower.starts_with(known));
    !url.is_empty() && !url.starts_with('#') && (known || !scheme.contains(':'))
}

/// What mail programs mark: the mail that is answered, and the sender's signature.
pub(super) fn of_a_mail(element: &Element, style: &str) -> Option<Why> {
    let id = element.attr("id").unwrap_or_default();
    let class = |name: &str| element.classes().any(|own| own == name);
    let quoted = class("gmail_quote")
        || class("gmail_quote_container")
        || class("yahoo_quoted")
        || class("moz-cite-prefix")
        || class("gmail_attr")
        || matches!(id, "divRplyFwdMsg" | "appendonsend" | "mail-editor-reference-message-container")
        || element.name() == "blockquote" && element.attr("type") == Some("cite")
        || element.name() == "div" && style.contains("border-top:solid#e1e1e1");
    let signed =
        class("gmail_signature") || class("moz-signature") || matches!(id, "Signature" | "signature");
    match (quoted, signed) {
        (true, _) => Some(Why::Quoted),
        (_, true) => Some(Why::Signature),
        _ => None,
    }
}

/// The depth of an item of a list of Word's: `mso-list:l0 level1 lfo1`.
pub(super) fn mso_level(style: &str) -> Option<usize> {
    let rest = style.split("mso-list:").nth(1)?;
    let level = rest.split("level").nth(1)?;
    let digits: String = level.chars().take_while(char::is_ascii_digit).collect();
    Some(digits.parse::<usize>().ok()?.saturating_sub(1))
}

/// Whether the sign that Word draws before an item is a number.
pub(super) fn starts_numbered(node: At<'_>) -> bool {
    let drawn = node.descendants().find(|node| {
        node.value()
            .as_element()
            .and_then(|element| element.attr("style"))
            .is_some_and(|style| style.to_lowercase().replace(' ', "").contains("mso-list:ignore"))
    });
    drawn.is_some_and(|drawn| words_of(drawn).starts_with(|c: char| c.is_ascii_digit()))
}
