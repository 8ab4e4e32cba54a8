//! Plain texts and Markdown.

use std::sync::Arc;

use super::super::lines::{Line, blocks};
use super::super::spans::{Look, Spans, What};
use super::super::{Text, clean};
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Document};

/// From how many characters on a line was broken by a program, so that the next one goes on with it.
const BROKEN: usize = 60;

/// A text in Markdown, as its author typed it.
pub(super) fn markdown(text: &str) -> Text {
    let body = match text.trim_start().strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((_, body)) => body,
        None => text,
    };
    let path: Arc<str> = Arc::from("a.md");
    let input = markdown::Input { path: &path, text: body, start: 0, style: None };
    Text { document: markdown::parse(&input, &mut Diagnostics::new()), ..Text::default() }
}

/// A plain text; `mail` says whether it has a mail's head and foot.
pub(super) fn read(text: &str, mail: bool) -> Text {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_string()).collect();
    let mut removed = Vec::new();
    let lines = match mail {
        false => lines,
        true => {
            let cut = clean::cut(&lines);
            removed = cut.removed;
            lines.into_iter().zip(cut.kept).filter(|(_, kept)| *kept).map(|(line, _)| line).collect()
        }
    };
    Text {
        document: Document { blocks: blocks(paragraphs(&lines)), notes: vec![] },
        removed,
        ..Text::default()
    }
}

/// Lines as paragraphs: blank ones part them, long ones go on in the next.
fn paragraphs(lines: &[String]) -> Vec<Line> {
    let look = Look::default();
    let mut out = Vec::new();
    let mut spans = Spans::default();
    let mut before: Option<&str> = None;
    let mut quoted = false;
    let mut end = |spans: &mut Spans, quoted: bool| {
        let spans = std::mem::take(spans);
        if !spans.is_blank() {
            out.push(if quoted { Line::Quote(spans) } else { Line::Plain(spans) });
        }
    };
    for line in lines {
        let quotes = line.starts_with('>');
        let words = line.trim_start_matches('>');
        let words = if quotes { words.trim_start() } else { words };
        if words.trim().is_empty() || quotes != quoted {
            end(&mut spans, quoted);
            before = None;
        }
        quoted = quotes;
        if words.trim().is_empty() {
            continue;
        }
        if words.contains('\t') && !words.trim_start().starts_with(['-', '•', '·', '*']) {
            end(&mut spans, quoted);
            spans.text(words, &look);
            end(&mut spans, quoted);
            before = None;
            continue;
        }
        match before {
            Some(before) if before.chars().count() >= BROKEN && !begins_item(words) => spans.text(" ", &look),
            Some(_) => spans.push(What::Break, &look),
            None => {}
        }
        spans.text(if before.is_some() && !begins_item(words) { words.trim_start() } else { words }, &look);
        before = Some(words);
    }
    end(&mut spans, quoted);
    out
}

/// Whether a line begins like an item of a list.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    line.starts_with(['-', '–', '•', '·', '*', '▪', '◦', '○'])
        || digits > 0 && line[digits..].starts_with(['.', ')'])
}
