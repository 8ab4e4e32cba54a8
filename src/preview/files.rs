//! The outputs that are shown, in memory, and how a mail looks in other circumstances.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The outputs of the last good build.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// By path in the folder.
    pub outputs: BTreeMap<String, Arc<[u8]>>,
    /// The report's pages, by name.
    pub pages: BTreeMap<String, Arc<[u8]>>,
}

/// In which surroundings a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surroundings {
    /// As the page asks for where nothing else is wished.
    Light,
    /// As the page asks for in the dark.
    Dark,
}

/// A page without its scripts, which would not run in a frame that runs nothing.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let mut shown = parts.next().unwrap_or_default().to_string();
    shown.extend(parts.filter_map(|part| Some(part.split_once("</script>")?.1)));
    shown
}

/// A page in some surroundings, whatever the browser itself is in: its own dark rules hold always, or never.
pub fn in_surroundings(html: &str, surroundings: Surroundings) -> String {
    let html = without_scripts(html);
    let always = match surroundings {
        Surroundings::Light => "not all",
        Surroundings::Dark => "all",
    };
    let html =
        html.replace("(prefers-color-scheme: dark)", always).replace("(prefers-color-scheme:dark)", always);
    let scheme = if surroundings == Surroundings::Dark { "dark" } else { "light" };
    let root = format!("<style>:root{{color-scheme:{scheme} !important}}</style></head>");
    html.replacen("</head>", &root, 1)
}

/// A plain text as a page, its 78th column marked.
pub fn text_page(text: &str, surroundings: Surroundings) -> String {
    let (ground, ink, line) = match surroundings {
        Surroundings::Light => ("#ffffff", "#16202b", "#c9d1d9"),
        Surroundings::Dark => ("#14181d", "#e6e9ec", "#46505a"),
    };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Text part</title><style>body{{margin:0;background:{ground};color:{ink}}}pre{{margin:0;padding:16px;width:78ch;border-right:1px dashed {line};font:14px/1.45 ui-monospace,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}}</style></head><body><pre>{escaped}</pre></body></html>"
    )
}

/// The media type of an output.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "txt" | "csv" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_rules_hold_always_or_never() {
        let html = "<head><style>@media (prefers-color-scheme: dark){p{color:#fff}}</style></head>";
        assert!(in_surroundings(html, Surroundings::Dark).contains("@media all{"));
        assert!(in_surroundings(html, Surroundings::Light).contains("@media not all{"));
        let html = "<p>a</p><script>let b;</script><p>c</p>";
        assert_eq!(in_surroundings(html, Surroundings::Light), "<p>a</p><p>c</p>");
    }
}
