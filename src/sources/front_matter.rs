//! The YAML between two `---` lines at the start of a Markdown file.

use std::ops::Range;

/// How a Markdown file is divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The front matter with its fences; `None` if the file starts with its text.
    pub yaml: Option<Range<usize>>,
    /// Where the body starts.
    pub body: usize,
    /// Whether the closing fence is missing.
    pub unclosed: bool,
}

/// Divides a Markdown text into front matter and body. Blank lines above the first fence are nothing.
pub fn split(text: &str) -> Split {
    let mut end = 0;
    let mut opened = false;
    for line in text.split_inclusive('\n') {
        end += line.len();
        match (opened, line.trim_end()) {
            (false, "") => {}
            (false, "---") => opened = true,
            (false, _) => break,
            (true, "---" | "...") => return Split { yaml: Some(0..end), body: end, unclosed: false },
            (true, _) => {}
        }
    }
    Split { yaml: None, body: 0, unclosed: opened }
}

/// The text of some YAML with everything else of the file made blank, so that no offset changes.
pub fn blanked(text: &str, yaml: &Range<usize>, fenced: bool) -> String {
    let part = &text[yaml.clone()];
    if !fenced {
        return part.to_string();
    }
    let mut out = String::with_capacity(part.len());
    let last = part.lines().count();
    let first = part.lines().position(|line| !line.trim().is_empty()).unwrap_or(0);
    for (number, line) in part.split_inclusive('\n').enumerate() {
        if number == first || number + 1 == last {
            out.extend(line.chars().map(|c| if matches!(c, '-' | '.') { ' ' } else { c }));
        } else {
            out.push_str(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_survive_blanking() {
        let text = "---\r\nhost: AISFOR\r\n---\r\n# T\r\n";
        let split = split(text);
        let yaml = split.yaml.clone().expect("there is front matter");
        let blank = blanked(text, &yaml, true);
        assert_eq!(blank.find("host"), text.find("host"));
        assert!(!blank.contains("---"));
        assert_eq!(&text[split.body..], "# T\r\n");
    }

    #[test]
    fn blank_lines_above_the_fence_are_nothing() {
        let text = "\n  \n---\nhost: x\n---\n# T\n";
        let split = split(text);
        assert_eq!(&text[split.body..], "# T\n");
        let blank = blanked(text, &split.yaml.expect("front matter"), true);
        assert_eq!(blank.find("host"), text.find("host"));
        assert!(!blank.contains("---"));
    }

    #[test]
    fn a_missing_fence_is_seen() {
        assert!(split("---\nhost: x\n# T\n").unclosed);
        assert_eq!(split("# T\n---\n").yaml, None);
    }
}
