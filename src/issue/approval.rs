//! A yes written into a text's front matter: the one change that the program makes in a file of its user's.

/// A text's file with an approval in its front matter; `None` where its list is written so that no line can be
/// added to it.
pub fn with_approval(text: &str, approval: &str) -> Option<String> {
    let item = format!("  - {{{approval}}}\n");
    let Some((front, body)) = front_matter(text) else {
        return Some(format!("---\napprovals:\n{item}---\n{text}"));
    };
    let mut lines: Vec<String> = front.lines().map(|line| format!("{line}\n")).collect();
    let Some(at) = lines.iter().position(|line| line.starts_with("approvals:")) else {
        lines.push(format!("approvals:\n{item}"));
        return Some(format!("---\n{}---\n{body}", lines.concat()));
    };
    let rest = lines[at]["approvals:".len()..].trim().to_string();
    let rest = rest.split(" #").next().unwrap_or_default().trim();
    if rest.is_empty() {
        // The item stands as far in as those that are there.
        let next = lines.get(at + 1).filter(|next| next.trim_start().starts_with("- "));
        let indent = next.map_or("  ", |next| &next[..next.len() - next.trim_start().len()]).to_string();
        lines.insert(at + 1, format!("{indent}- {{{approval}}}\n"));
    } else if let Some(inner) = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let inner = inner.trim();
        let before = if inner.is_empty() { String::new() } else { format!("{inner}, ") };
        lines[at] = format!("approvals: [{before}{{{approval}}}]\n");
    } else {
        return None;
    }
    Some(format!("---\n{}---\n{body}", lines.concat()))
}

/// A text's file without the line that holds it back.
pub fn released(text: &str) -> String {
    let Some((front, body)) = front_matter(text) else { return text.to_string() };
    let held = |line: &&str| {
        let line = line.split(" #").next().unwrap_or_default().trim();
        line != "status: review" && line != "status: draft"
    };
    let kept: String = front.lines().filter(|line| held(line)).map(|line| format!("{line}\n")).collect();
    format!("---\n{kept}---\n{body}")
}

/// The front matter of a text, between its fences, and what stands below.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let end = rest.find("\n---").map(|at| at + 1).or_else(|| rest.starts_with("---").then_some(0))?;
    let body = rest[end..].split_once('\n').map_or("", |(_, body)| body);
    Some((&rest[..end], body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_is_written_beside_those_that_are_there_and_nothing_else_changes() {
        let yes = "by: recet, on: 2024-05-20";
        for (text, made) in [
            ("# A\n\nB.\n", "---\napprovals:\n  - {by: recet, on: 2024-05-20}\n---\n# A\n\nB.\n"),
            (
                "---\nstatus: review # soon\n---\n# A\n",
                "---\nstatus: review # soon\napprovals:\n  - {by: recet, on: 2024-05-20}\n---\n# A\n",
            ),
            (
                "---\napprovals:\n- by: x\n---\n# A\n",
                "---\napprovals:\n- {by: recet, on: 2024-05-20}\n- by: x\n---\n# A\n",
            ),
            (
                "---\napprovals: [{by: x}]\n---\n# A\n",
                "---\napprovals: [{by: x}, {by: recet, on: 2024-05-20}]\n---\n# A\n",
            ),
        ] {
            assert_eq!(with_approval(text, yes).as_deref(), Some(made));
        }
        assert!(with_approval("---\napprovals: [{by: x},\n  {by: y}]\n---\n# A\n", yes).is_none());
        assert_eq!(
            released("---\nprojects: [x]\nstatus: review\n---\n# A\n"),
            "---\nprojects: [x]\n---\n# A\n"
        );
    }
}
