//! The tree as Markdown: what a text that came in another form is written as, so that it reads back the same.

use super::tree::{Block, BlockKind, Document, Image, Inline, InlineKind, List, Table};

impl Document {
    /// The text as Markdown that [`parse`](super::parse()) reads back to the same words, links, lists and tables.
    pub fn source(&self) -> String {
        let mut out = blocks(&self.blocks, false);
        for (index, note) in self.notes.iter().enumerate() {
            let text = indented(&blocks(note, false), "    ");
            out.push_str(&format!("\n[^{}]: {}\n", index + 1, text.trim_start()));
        }
        out.trim_end().to_string() + "\n"
    }
}

/// Blocks, one below the other; those of a tight list without a line between.
fn blocks(all: &[Block], tight: bool) -> String {
    let mut out = String::new();
    let mut before: Option<&BlockKind> = None;
    for block in all {
        let text = self::block(&block.kind);
        if text.trim().is_empty() {
            continue;
        }
        if let Some(before) = before {
            // Two lists of one kind in a row would become one.
            if let (BlockKind::List(one), BlockKind::List(other)) = (before, &block.kind)
                && one.start.is_some() == other.start.is_some()
            {
                out.push_str("\n<!-- -->\n");
            }
            if !tight {
                out.push('\n');
            }
        }
        out.push_str(&text);
        before = Some(&block.kind);
    }
    out
}

/// A block with its line end.
fn block(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Heading(depth, text) => {
            let words = inlines(text, false).replace("\\\n", " ");
            let hashes = "#".repeat(usize::from(*depth).clamp(1, 6));
            format!("{hashes} {}\n", words.trim().trim_end_matches('#').trim_end())
        }
        BlockKind::Paragraph(text) => paragraph(&inlines(text, false)),
        BlockKind::List(list) => self::list(list),
        BlockKind::Quote(inner) => prefixed(&blocks(inner, false), "> "),
        BlockKind::Alert(alert, inner) => {
            prefixed(&format!("[!{}]\n{}", alert.kind.to_uppercase(), blocks(inner, false)), "> ")
        }
        BlockKind::Code(language, text) => {
            let longest = text.lines().map(|line| line.chars().take_while(|c| *c == '`').count()).max();
            let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
            format!("{fence}{language}\n{}\n{fence}\n", text.trim_end_matches('\n'))
        }
        BlockKind::Table(table) => self::table(table),
        BlockKind::Definitions(entries) => entries.iter().fold(String::new(), |out, (term, meaning)| {
            let meaning = indented(&blocks(meaning, false), "  ");
            out + &format!("{}\n: {}\n", inlines(term, false).trim(), meaning.trim())
        }),
        BlockKind::Rule => "* * *\n".to_string(),
    }
}

/// A paragraph whose first signs make nothing else of it.
fn paragraph(text: &str) -> String {
    let lines = text.trim().lines().map(|line| escaped_start(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// A line that would begin a heading, a list, a quotation or a rule, with that sign escaped.
fn escaped_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..=9).contains(&digits) && rest.starts_with(['.', ')']) {
        let behind = rest[1..].chars().next();
        if behind.is_none_or(char::is_whitespace) {
            return format!("{}\\{rest}", &line[..digits]);
        }
    }
    let begins = match line.chars().next() {
        Some('#') => {
            line.trim_start_matches('#').starts_with(char::is_whitespace) || line.trim_matches('#').is_empty()
        }
        Some('-' | '+') => {
            line[1..].chars().next().is_none_or(char::is_whitespace)
                || line.chars().all(|c| matches!(c, '-' | ' '))
        }
        Some('=') => line.chars().all(|c| matches!(c, '=' | ' ')),
        Some('>' | ':' | '|') => true,
        _ => false,
    };
    if begins { format!("\\{line}") } else { line.to_string() }
}

/// A list, its items set in by the width of their marks.
fn list(list: &List) -> String {
    let mut out = String::new();
    for (index, item) in list.items.iter().enumerate() {
        let mark = match list.start {
            Some(start) => format!("{}. ", start.saturating_add(index)),
            None => "- ".to_string(),
        };
        let task = match item.task {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let inner = blocks(&item.blocks, list.tight);
        let inner = indented(&inner, &" ".repeat(mark.len()));
        if !list.tight && index > 0 {
            out.push('\n');
        }
        out.push_str(&format!("{mark}{task}{}\n", inner.trim()));
    }
    out
}

/// A table with a header row.
fn table(table: &Table) -> String {
    let row = |cells: &[Vec<Inline>]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| inlines(cell, true).replace("\\\n", "<br>").replace('\n', " ").trim().to_string())
            .collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = row(&table.header);
    out.push_str(&format!("|{}\n", "---|".repeat(table.header.len())));
    table.rows.iter().for_each(|cells| out.push_str(&row(cells)));
    out
}

/// Every line but blank ones set in.
fn indented(text: &str, by: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// Every line behind a sign.
fn prefixed(text: &str, sign: &str) -> String {
    text.trim_end().lines().map(|line| format!("{sign}{line}").trim_end().to_string() + "\n").collect()
}

/// Inline text.
fn inlines(all: &[Inline], cell: bool) -> String {
    let mut out = String::new();
    for one in all {
        if one.kind == InlineKind::Break {
            out.truncate(out.trim_end_matches(' ').len());
        }
        out.push_str(&inline(&one.kind, cell));
    }
    out
}

/// A piece of inline text; marks stand close to their words.
fn inline(kind: &InlineKind, cell: bool) -> String {
    match kind {
        InlineKind::Text(text) => escaped(text, cell),
        InlineKind::SoftBreak => " ".to_string(),
        InlineKind::Break => "\\\n".to_string(),
        InlineKind::Code(text) => {
            let ticks = "`".repeat(text.split(|c| c != '`').map(str::len).max().unwrap_or(0) + 1);
            let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
            format!("{ticks}{pad}{text}{pad}{ticks}")
        }
        InlineKind::Emph(inner) => marked(inner, "*", cell),
        InlineKind::Strong(inner) => marked(inner, "**", cell),
        InlineKind::Strike(inner) => marked(inner, "~~", cell),
        InlineKind::Super(inner) => scripted(inner, "^", cell),
        InlineKind::Sub(inner) => scripted(inner, "~", cell),
        InlineKind::Link(url, inner) => link(url, inner, cell),
        InlineKind::Image(image) => picture(image, cell),
        InlineKind::FootnoteRef(index) => format!("[^{}]", index + 1),
    }
}

/// Words between two marks, blanks outside of them.
fn marked(inner: &[Inline], mark: &str, cell: bool) -> String {
    let text = inlines(inner, cell);
    let bare = text.trim();
    if bare.is_empty() {
        return text;
    }
    let before = &text[..text.len() - text.trim_start().len()];
    let behind = &text[text.trim_end().len()..];
    format!("{before}{mark}{bare}{mark}{behind}")
}

/// Raised or lowered words, which hold no blank.
fn scripted(inner: &[Inline], mark: &str, cell: bool) -> String {
    let text = inlines(inner, cell);
    let bare = text.trim();
    match bare.is_empty() || bare.contains(char::is_whitespace) {
        true => text,
        false => format!("{mark}{bare}{mark}"),
    }
}

/// A link; one whose words are its address stands as that.
fn link(url: &str, inner: &[Inline], cell: bool) -> String {
    let words = Document::text_of(inner);
    let plain = !url.contains(|c: char| c.is_whitespace() || c == '<' || c == '>');
    if plain && words == url && url.contains("://") {
        return format!("<{url}>");
    }
    let text = inlines(inner, cell);
    let text = text.trim().replace("\\\n", " ");
    if text.is_empty() {
        return String::new();
    }
    format!("[{text}]({})", address(url))
}

/// An address as a link holds it.
fn address(url: &str) -> String {
    let safe = url.replace(' ', "%20").replace('\n', "").replace('<', "%3C").replace('>', "%3E");
    match safe.contains(['(', ')', '\\']) {
        true => format!("<{safe}>"),
        false => safe,
    }
}

/// A picture.
fn picture(image: &Image, cell: bool) -> String {
    let alt = escaped(&image.alt.split_whitespace().collect::<Vec<_>>().join(" "), cell);
    let title = match image.title.is_empty() {
        true => String::new(),
        false => format!(" \"{}\"", image.title.replace('\\', "\\\\").replace('"', "\\\"")),
    };
    format!("![{alt}]({}{title})", address(&image.url))
}

/// Words with the signs escaped that would mean something.
fn escaped(text: &str, cell: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in chars.iter().copied().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let behind = chars.get(at + 1).copied();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let means = match c {
            '\\' => behind.is_none_or(|c| c.is_ascii_punctuation()),
            '`' | '[' | ']' => true,
            '*' => !(blank(before) && blank(behind)),
            '_' => !(word(before) && word(behind) || blank(before) && blank(behind)),
            '<' => behind.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '^' | '~' => !blank(behind) || !blank(before),
            '&' => behind.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
            '|' => cell,
            '!' => behind == Some('['),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::markdown::{Input, parse};

    fn read(text: &str) -> super::Document {
        let input = Input { path: &"a.md".into(), text, start: 0, style: None };
        parse(&input, &mut Diagnostics::new())
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in [
            "# A heading\n\nWords with *stress* and **more**, [a link](https://example.org/a_(b)).\n",
            "- one\n- two\n  1. first\n  2. second\n\n      code\n",
            "| a | b |\n|---|---|\n| 1 \\| 2 | <https://example.org> |\n",
            "A \\* B, snake_case, \\_under\\_, 1\\. no list, \\# no heading, C:\\\\dir, 5 \\< 6, a \\~ b\n",
            "1\\. Not a list.\n\n\\# Not a heading\n\n\\- not an item\n\n\\> not said\n",
            "Said.[^1]\n\n> quoted words\n>\n> — Anna\n\n[^1]: The note, *with* stress.\n",
            "H~2~O and m^2^, ~~gone~~, `code`, a line\\\nbelow.\n",
            "![a *picture*](photo.jpg \"Photo: A \\\"B\\\" C\")\n\n* * *\n\nEnd &amp; &copy;, AT&T\n",
        ] {
            let tree = read(text);
            let again = read(&tree.source());
            assert_eq!(words(&tree), words(&again), "{text}\n---\n{}", tree.source());
            assert_eq!(tree.source(), again.source(), "{text}");
        }
    }

    /// A tree without its places.
    fn words(tree: &super::Document) -> String {
        let text = serde_json::to_string(tree).expect("JSON");
        regex::Regex::new(r#""range":\{[^}]*\}"#).expect("a pattern").replace_all(&text, "").into_owned()
    }
}
