//! Names that stay on one line: `IN-PLAN`, `LOCAL GoGREEN`.

use crate::markdown::escape_text;

/// HTML in which each of some names, where it stands as a word in the body's text, can't be broken. Tags,
/// comments and the head stay as they are.
pub fn kept_together<'n>(html: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names: Vec<String> =
        names.into_iter().filter(|name| name.contains([' ', '-'])).map(escape_text).collect();
    // The longer ones first: one may begin with another.
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
    names.dedup();
    if names.is_empty() {
        return html.to_string();
    }
    let start = html.find("<body").unwrap_or(0);
    let mut out = html[..start].to_string();
    let mut rest = &html[start..];
    while !rest.is_empty() {
        let text = rest.find('<').unwrap_or(rest.len());
        marked(&rest[..text], &names, &mut out);
        rest = &rest[text..];
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let tag = rest.find(end).map_or(rest.len(), |at| at + end.len());
        out.push_str(&rest[..tag]);
        rest = &rest[tag..];
    }
    out
}

/// A run of text with the names in it marked.
fn marked(text: &str, names: &[String], out: &mut String) {
    let mut from = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let found = names.iter().find(|name| {
            let behind = rest.get(name.len()..).and_then(|rest| rest.chars().next());
            !before && rest.starts_with(name.as_str()) && !behind.is_some_and(char::is_alphanumeric)
        });
        match found {
            Some(name) => {
                out.push_str(&text[from..at]);
                out.push_str("<span style=\"white-space:nowrap\">");
                out.push_str(name);
                out.push_str("</span>");
                at += name.len();
                from = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_text_can_t_be_broken_and_tags_stay() {
        let html =
            "<title>IN-PLAN</title><body><a title=\"IN-PLAN\">IN-PLAN, LIN-PLAN and R&amp;D-X</a></body>";
        let nowrap = |name: &str| format!("<span style=\"white-space:nowrap\">{name}</span>");
        assert_eq!(
            kept_together(html, ["IN-PLAN", "R&D-X", "RECET"]),
            format!(
                "<title>IN-PLAN</title><body><a title=\"IN-PLAN\">{}, LIN-PLAN and {}</a></body>",
                nowrap("IN-PLAN"),
                nowrap("R&amp;D-X")
            )
        );
    }
}
