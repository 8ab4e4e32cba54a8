//! The files that are made of a contribution: a draft, its pictures, and what is to be known of them.

use std::fmt::Write;

use super::pictures::{pictures, pictures_apart};
use super::{Contribution, Kind, Owner, Removed, Why, minutes, quoted, tongue, tree};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind};
use crate::model::Cluster;
use crate::value::{Date, Id, Month};

/// The most words of a headline that a text's own first line may be.
const HEADLINE: usize = 16;

/// The longest name of a file, in characters.
const NAME: usize = 64;

/// Words of subjects that say that news is in the mail, and not what it is.
const GENERIC: &[&str] = &[
    "contribution",
    "newsletter",
    "input",
    "news for",
    "our news",
    "update for",
    "text for",
    "beitrag",
    "contributo",
    "contribution",
    "contribución",
    "νέα για",
    "συνεισφορά",
    "принос",
    "новини",
    "prilog",
    "novosti",
    "draft",
    "final version",
    "document",
];

/// What is made of a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its path below the cluster's folder, without what keeps two apart.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its pictures: paths below the cluster's folder, and bytes.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// The entries of its pictures for `sources/images.yaml`.
    pub images: String,
    /// What was taken away, in full.
    pub removed: String,
    /// The same in a line.
    pub cleaned: String,
    /// What a person has to look at.
    pub open: Vec<String>,
}

/// The draft of a contribution.
pub fn drafts(contribution: &Contribution, owner: &Owner, month: Month, cluster: &Cluster) -> Draft {
    let mut open = Vec::new();
    let mut removed = contribution.text.removed.clone();
    let mut document = contribution.text.document.clone();
    let is_minutes = minutes::is_minutes(contribution);
    let title = headline(contribution, &mut document, &mut removed);
    let date = contribution.text.date;
    let met = if is_minutes { first_day(&title, &document).or(date) } else { None };
    if is_minutes {
        document = minutes::shaped(&document, met);
    }
    for inline in document.links_mut() {
        if let InlineKind::Link(url, words) = &mut inline.kind {
            let cleaned = super::links::cleaned(url);
            if Document::text_of(words) == *url {
                *words = vec![tree::text(cleaned.as_str())];
            }
            *url = cleaned;
        }
    }
    document.blocks = std::mem::take(&mut document.blocks).into_iter().flat_map(pictures_apart).collect();
    document.relevel();
    deepen(&mut document.blocks);
    match owner {
        Owner::Several(ids) if !is_minutes => {
            let names: Vec<&str> = ids.iter().map(Id::as_str).collect();
            open.push(format!("it speaks of several projects ({}): whose is it?", names.join(", ")));
        }
        Owner::Unknown if !is_minutes => {
            open.push("nothing tells whose it is: name the project at its top".to_string())
        }
        _ => {}
    }
    let known = title.clone().unwrap_or_default();
    let slug = name(owner, &known, is_minutes);
    let said = (title.is_none()).then(|| few_words(&document)).flatten();
    let (pictures, images) =
        pictures(&mut document, &contribution.text.pictures, (&slug, said.as_deref()), &mut removed);
    if said.is_some() && !pictures.is_empty() {
        open.push("its few words seem to say what the picture is, and whose: then delete this file, and show the picture in the news that it belongs to".to_string());
    }
    if !pictures.is_empty() {
        open.push("whose the pictures are is to be written into sources/images.yaml".to_string());
    }
    if title.is_none() {
        open.push("it has no headline".to_string());
    }
    let words = format!("{known} {}", tree::words(&document));
    let language =
        tongue::of(&words).filter(|language| language.primary() != cluster.config.language.primary());
    let suffix = language.map(|language| format!(".{}", language.as_str())).unwrap_or_default();
    let cleaned = cleaned(&removed);
    let place = match (is_minutes, met) {
        (true, Some(day)) => format!("sources/meetings/{day}-{slug}{suffix}.md"),
        (true, None) => {
            open.push(
                "it does not say on which day the meeting was: the file's name has a day to be corrected"
                    .to_string(),
            );
            format!("sources/meetings/{}-{slug}{suffix}.md", month.last())
        }
        (false, _) => format!("sources/updates/{month}/{slug}{suffix}.md"),
    };
    let mut text = String::from("---\n");
    match is_minutes {
        true => {
            let present: Vec<&str> = cluster
                .projects
                .values()
                .filter(|project| words.to_lowercase().contains(&project.acronym.to_lowercase()))
                .map(|project| project.id.as_str())
                .collect();
            let _ = writeln!(
                text,
                "host: \"TODO: who hosted the meeting\"\npresent: [{}]\nstatus: draft\nconfidentiality: consortium # `public` lets it out",
                present.join(", ")
            );
        }
        false => {
            match owner.project() {
                Some(project) => drop(writeln!(text, "projects: [{project}]")),
                None => text.push_str("projects: [TODO]\n"),
            }
            text.push_str("status: draft\n");
            // The day on which a mail was written is not that of what it tells.
            if let Some(date) = date.filter(|_| contribution.is_dated) {
                let _ = writeln!(text, "date: {date}");
            }
            for (field, value) in contribution.fields.iter().filter(|(field, _)| field == "deadline") {
                match super::read::cell_day(value) {
                    Some(day) => drop(writeln!(text, "{field}: {day}")),
                    None => open.push(format!("the {field} `{value}` can't be read as a day")),
                }
            }
        }
    }
    text.push_str(&provenance(contribution, &cleaned));
    let heading = title.unwrap_or_else(|| "TODO: a headline of a dozen words".to_string());
    let heading = Document { blocks: vec![tree::heading(1, vec![tree::text(heading)])], notes: vec![] };
    let _ = write!(text, "---\n{}\n{}", heading.source(), document.source());
    Draft { path: place, text, pictures, images, removed: in_full(&removed), cleaned, open }
}

/// An event of a form, as an item of `sources/events.yaml`.
pub(super) fn event(contribution: &Contribution, owner: &Owner) -> Option<String> {
    let value = |name: &str| {
        contribution.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    };
    if contribution.kind != Kind::Event {
        return None;
    }
    let day = |text: &str| {
        super::read::cell_day(text).map_or_else(|| format!("TODO # {text}"), |day| day.to_string())
    };
    let mut item = format!(
        "- title: {}\n  starts: {}\n",
        quoted(contribution.text.title.as_deref().unwrap_or("TODO: what it is called")),
        day(value("starts")?)
    );
    for (name, field) in [("ends", value("ends").map(day)), ("place", value("place").map(quoted))] {
        if let Some(field) = field {
            let _ = writeln!(item, "  {name}: {field}");
        }
    }
    if let Some(project) = owner.project() {
        let _ = writeln!(item, "  projects: [{project}]");
    }
    Some(item)
}

impl Draft {
    /// The item of `sources/events.yaml` that is made of a contribution in the place of a text of its own.
    pub fn event(contribution: &Contribution, owner: &Owner) -> Option<String> {
        event(contribution, owner)
    }
}

/// The headline: the text's first heading, its bold or short first line, or what the mail or feed calls it.
fn headline(
    contribution: &Contribution,
    document: &mut Document,
    removed: &mut Vec<Removed>,
) -> Option<String> {
    let named = contribution.text.title.clone().filter(|title| !title.trim().is_empty());
    let first = document.blocks.first();
    let words = match first.map(|block| &block.kind) {
        Some(BlockKind::Heading(_, text)) => Some(Document::text_of(text)),
        Some(BlockKind::Paragraph(text)) => {
            let words = Document::text_of(text);
            let short = words.split_whitespace().count() <= HEADLINE;
            let bold = matches!(text.as_slice(), [Inline { kind: InlineKind::Strong(_), .. }]);
            let said = words.ends_with(['.', '!', '?', ':', ';', ',']);
            let alone = document.blocks.len() > 1;
            (alone && short && !words.is_empty() && (bold || !said && named.as_deref().is_none_or(generic)))
                .then_some(words)
        }
        _ => None,
    };
    if let Some(words) = words {
        document.blocks.remove(0);
        if let Some(named) =
            named.filter(|named| *named != words && !contribution.identity.starts_with("mail:"))
        {
            removed.push(Removed::new(Why::Unmapped, format!("title: {named}")));
        }
        return Some(words);
    }
    match named {
        Some(named) if !generic(&named) => Some(named),
        Some(named) => {
            removed.push(Removed::new(Why::Subject, format!("subject: {named}")));
            None
        }
        None => None,
    }
}

/// The words of a text that has hardly any: those of somebody who sends a picture.
fn few_words(document: &Document) -> Option<String> {
    let words = tree::words(document).split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.split(' ').count();
    (!words.is_empty() && count < 30).then_some(words)
}

/// Whether a subject says only that news, or a picture, is in the mail.
fn generic(subject: &str) -> bool {
    let lower = subject.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    [
        "foto",
        "fotos",
        "photo",
        "photos",
        "picture",
        "bild",
        "bilder",
        "immagine",
        "φωτογραφία",
        "снимка",
        "news",
        "text",
    ]
    .contains(&bare)
        || GENERIC.iter().any(|word| lower.contains(word))
}

/// The name of a file.
fn name(owner: &Owner, title: &str, is_minutes: bool) -> String {
    let slug = Id::slug(title);
    let slug = if slug.as_str().is_empty() { "news".to_string() } else { slug.to_string() };
    let whole = match owner.project().filter(|_| !is_minutes) {
        Some(project) if !slug.starts_with(project.as_str()) => format!("{project}-{slug}"),
        _ => slug,
    };
    if whole.len() <= NAME {
        return whole;
    }
    let cut = &whole[..NAME];
    cut.rsplit_once('-').map_or(cut, |(cut, _)| cut).to_string()
}

/// The headings of a text below its headline.
fn deepen(blocks: &mut [Block]) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(depth, _) => *depth = (*depth + 1).min(6),
            BlockKind::Quote(inner) => deepen(inner),
            _ => {}
        }
    }
}

/// The first day that a text names, in its title or its first lines.
fn first_day(title: &Option<String>, document: &Document) -> Option<Date> {
    let first = Document { blocks: document.blocks.iter().take(6).cloned().collect(), notes: vec![] };
    let words = format!("{}\n{}", title.as_deref().unwrap_or_default(), tree::words(&first));
    let words: Vec<&str> = words.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let three = words[at..words.len().min(at + 3)].join(" ");
        super::read::cell_day(three.trim_start_matches(|c: char| !c.is_alphanumeric()))
    })
}

/// What was taken away, counted: `a signature (5 lines), an earlier mail (12 lines)`.
fn cleaned(removed: &[Removed]) -> String {
    let mut whys: Vec<Why> = removed.iter().map(|one| one.why).collect();
    whys.sort();
    whys.dedup();
    let parts: Vec<String> = whys
        .into_iter()
        .map(|why| {
            let lines: usize = removed
                .iter()
                .filter(|one| one.why == why)
                .map(|one| one.words.lines().filter(|line| !line.trim().is_empty()).count())
                .sum();
            format!("{why} ({lines} line{})", if lines == 1 { "" } else { "s" })
        })
        .collect();
    parts.join(", ")
}

/// What was taken away, in full.
fn in_full(removed: &[Removed]) -> String {
    removed.iter().fold(String::new(), |out, one| out + &format!("== {}\n{}\n\n", one.why, one.words))
}

/// Where a text came from; no address of a person is in it.
fn provenance(contribution: &Contribution, cleaned: &str) -> String {
    let source = without_addresses(&contribution.source);
    let mut out = format!("provenance:\n  source: {}\n  sha256: {}\n", quoted(&source), contribution.sha256);
    if let Some(domain) = &contribution.domain {
        let _ = writeln!(out, "  from: {}", quoted(domain));
    }
    if let Some(date) = contribution.text.date {
        let _ = writeln!(out, "  received: {}", quoted(&date.to_string()));
    }
    if !cleaned.is_empty() {
        let _ = writeln!(out, "  cleaned: {}", quoted(cleaned));
    }
    out
}

/// A source's name without mail addresses.
fn without_addresses(source: &str) -> String {
    let word = |word: &str| if word.contains('@') { "…".to_string() } else { word.to_string() };
    source.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
