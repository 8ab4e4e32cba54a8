//! A text with its words taken out, for whoever translates it: marks and shape stay, and each passage stands
//! above its place as a comment.

/// What stands where words are to be written.
pub const BLANK: &str = "…";

/// The skeleton of a Markdown text. `heading` gives the words of headings that must be certain ones.
pub fn skeleton(text: &str, heading: &dyn Fn(&str) -> Option<String>) -> String {
    let parts = passages(text).into_iter().map(|lines| passage(&lines, heading));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The passages of a text, as blank lines divide it; code stays whole, comments are left out.
fn passages(text: &str) -> Vec<Vec<&str>> {
    let mut found: Vec<Vec<&str>> = vec![vec![]];
    let (mut fence, mut comment) = (None, false);
    for line in text.lines() {
        let bare = line.trim_start();
        if comment || fence.is_none() && bare.starts_with("<!--") {
            comment = !line.contains("-->");
            continue;
        }
        match fence {
            Some(mark) if bare.trim_end() == mark => fence = None,
            None => fence = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark)),
            Some(_) => {}
        }
        match found.last_mut() {
            Some(passage) if !line.trim().is_empty() || fence.is_some() => passage.push(line),
            _ => found.push(vec![]),
        }
    }
    found.retain(|passage| !passage.is_empty());
    found
}

/// One passage: what it says in a comment, and its marks below.
fn passage(lines: &[&str], heading: &dyn Fn(&str) -> Option<String>) -> String {
    let is_code = ["```", "~~~"].iter().any(|mark| lines[0].trim_start().starts_with(mark));
    if is_code || lines.iter().all(|line| is_rule(line)) {
        return lines.join("\n");
    }
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        let (marks, words) = divided(line);
        if let Some(own) = marks.starts_with('#').then(|| heading(words)).flatten() {
            return format!("{marks}{own}");
        }
        let goes_on = marks.trim().is_empty() || marks.trim() == ">" && !words.is_empty();
        let row = table_row(line);
        match out.last_mut() {
            _ if row.is_some() || is_rule(line) => out.push(row.unwrap_or_else(|| (*line).to_string())),
            // A line that goes on with the one above.
            Some(last) if goes_on && last.contains(BLANK) => last.push_str(&notes(words)),
            _ if words.is_empty() => out.push((*line).to_string()),
            _ => out.push(format!("{marks}{}", blank(words))),
        }
    }
    // What would end the comment is shown otherwise.
    let original = lines.join("\n").replace("-->", "--&gt;");
    format!("<!-- {original} -->\n{}", out.join("\n"))
}

/// Whether a line is a mere rule: `---`, or that below a table's header.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ':' | '|' | ' '))
}

/// A row of a table with empty cells.
fn table_row(line: &str) -> Option<String> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    (!is_rule(line)).then(|| {
        format!("|{}|", inside.split('|').map(|_| format!(" {BLANK} ")).collect::<Vec<_>>().join("|"))
    })
}

/// The marks that a line begins with (of a heading, a list, a box, a quotation, a note) and its words.
fn divided(line: &str) -> (&str, &str) {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let bare = rest.trim_start();
        let space = rest.len() - bare.len();
        let mark = mark(bare);
        if mark == 0 {
            return (&line[..at + space], bare);
        }
        at += space + mark;
    }
}

/// The length of the mark that a text begins with, with the space behind it.
fn mark(text: &str) -> usize {
    let spaced = |mark: usize| match text[mark..].starts_with(' ') {
        true => mark + 1,
        false if text.len() == mark => mark,
        false => 0,
    };
    let hashes = text.len() - text.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) {
        return spaced(hashes);
    }
    if text.starts_with(['-', '*', '+']) && text[1..].starts_with(' ') {
        return 2;
    }
    if let Some(rest) = text.strip_prefix('>') {
        return 1 + usize::from(rest.starts_with(' '));
    }
    for open in ["[ ]", "[x]", "[X]"] {
        if text.starts_with(open) {
            return spaced(open.len());
        }
    }
    if let Some(end) = text.strip_prefix("[!").and_then(|rest| rest.find(']')) {
        return end + 3;
    }
    if let Some(end) = text.strip_prefix("[^").and_then(|rest| rest.find("]:")) {
        return spaced(end + 4);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match digits {
        1..=9 if text[digits..].starts_with(". ") || text[digits..].starts_with(") ") => digits + 2,
        _ => 0,
    }
}

/// The place of some words; a picture keeps its file.
fn blank(words: &str) -> String {
    let picture = words.strip_prefix("![").and_then(|rest| rest.split_once("]("));
    match picture {
        Some((_, file)) if words.ends_with(')') && !file.trim_end_matches(')').contains(')') => {
            format!("![{BLANK}]({file}")
        }
        _ => format!("{BLANK}{}", notes(words)),
    }
}

/// The mentions of notes in some words, which stay.
fn notes(words: &str) -> String {
    let mentions = words.match_indices("[^").filter_map(|(at, _)| {
        let end = words[at..].find(']')?;
        Some(&words[at..=at + end])
    });
    mentions.collect()
}

/// Whether a line holds nothing but places where words are to be written.
pub fn is_blank(line: &str) -> bool {
    let (_, words) = divided(line);
    let mentioned = notes(words);
    let words = words.strip_suffix(&mentioned).unwrap_or(words).trim();
    let cells = words.trim_matches('|').split('|').map(str::trim);
    words.strip_prefix("![").is_some_and(|rest| rest.starts_with("…]("))
        || cells.clone().all(|cell| cell == BLANK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_left_is_known_by_its_line() {
        for line in [
            "…",
            "# …",
            "- [ ] …",
            "> …",
            "| … | … |",
            "[^1]: …",
            "…[^note]",
            "![…](images/view.jpg)",
            "3. …",
        ] {
            assert!(is_blank(line), "{line}");
        }
        for line in ["", "Und so weiter …", "| a | … |", "> [!TIP]", "|:--|--:|", "…und dann"] {
            assert!(!is_blank(line), "{line}");
        }
    }

    #[test]
    fn marks_and_shape_stay_and_the_words_stand_above() {
        let text = "# A \"plan\"\n\nFirst line[^1]\nand a second -- with --> in it.\n\n- one\n  goes on\n- [ ] RECET: two\n\n> [!TIP]\n> Said\n> more\n\n| What | How |\n|:--|--:|\n| a | b |\n\n![A view](images/view.jpg)\n\n```\ncode\n\nmore\n```\n\n<!-- a note\nto self -->\n\n## Decisions\n\n1. first\n\n[^1]: A note.\n";
        let own = |heading: &str| (heading == "Decisions").then(|| "Beschlüsse".to_string());
        assert_eq!(
            skeleton(text, &own),
            "<!-- # A \"plan\" -->\n# …\n\n<!-- First line[^1]\nand a second -- with --&gt; in it. -->\n…[^1]\n\n<!-- - one\n  goes on\n- [ ] RECET: two -->\n- …\n- [ ] …\n\n<!-- > [!TIP]\n> Said\n> more -->\n> [!TIP]\n> …\n\n<!-- | What | How |\n|:--|--:|\n| a | b | -->\n| … | … |\n|:--|--:|\n| … | … |\n\n<!-- ![A view](images/view.jpg) -->\n![…](images/view.jpg)\n\n```\ncode\n\nmore\n```\n\n## Beschlüsse\n\n<!-- 1. first -->\n1. …\n\n<!-- [^1]: A note. -->\n[^1]: …\n"
        );
    }
}
