//! `bulletin explain`: what a field means, or why a rule is there and what to do.

use super::{Console, Exit, Stop};
use crate::diagnostic::{nearest, rules};
use crate::model::{FILE_KINDS, FieldText, FileKind};

/// Explains a field, a kind of file or a rule, or lists all.
pub fn run(name: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let Some(name) = name else {
        console.data("Files, whose fields `bulletin explain FILE` lists:\n");
        FILE_KINDS.iter().for_each(|kind| console.data(&format!("  {:14} {}\n", kind.name, kind.files)));
        console.data("\nRules:\n");
        rules().for_each(|rule| console.data(&format!("  {:22} {}\n", rule.name, rule.why)));
        return Ok(Exit::Done);
    };
    if let Some(rule) = rules().find(|rule| rule.name == name) {
        console.data(&format!(
            "{}\n\nWhy: {}\nWhat to do: {}\nIn the book: {}\n",
            rule.name,
            rule.why,
            rule.cure,
            rule.page()
        ));
        return Ok(Exit::Done);
    }
    let (file, path) = name.split_once('.').map_or((name, None), |(file, path)| (file, Some(path)));
    let kind = FILE_KINDS.iter().find(|kind| kind.name == file || kind.name.trim_end_matches('s') == file);
    match (kind, path) {
        (Some(kind), None) => console.data(&about(kind)),
        (Some(kind), Some(path)) => {
            let fields = kind.fields();
            let plain = |field: &FieldText| field.path.replace("[]", "");
            let Some(field) = fields.iter().find(|field| field.path == path || plain(field) == path) else {
                return Err(unknown(name, fields.iter().map(|field| format!("{file}.{}", plain(field)))));
            };
            console.data(&format!(
                "{name}: {}\n\nTyped: {}{}\n",
                field.meaning,
                field.typed,
                if field.required { " (must be there)" } else { "" }
            ));
            field.words.iter().for_each(|(word, said)| console.data(&format!("  {word:14} {said}\n")));
            console.data(&format!("In: {}\n", kind.files));
        }
        (None, None) if known_as(name).next().is_some() => {
            console.data(&format!("Fields called `{name}`:\n"));
            known_as(name)
                .for_each(|(field, meaning)| console.data(&format!("  {field}\n      {meaning}\n")));
        }
        (None, _) => {
            let files = FILE_KINDS.iter().map(|kind| kind.name.to_string());
            return Err(unknown(name, files.chain(rules().map(|rule| rule.name.to_string()))));
        }
    }
    Ok(Exit::Done)
}

/// The fields of that name in every kind of file, each with its full name and its meaning.
fn known_as(name: &str) -> impl Iterator<Item = (String, String)> {
    FILE_KINDS.iter().flat_map(move |kind| {
        let fields = kind.fields().into_iter().map(|field| (field.path.replace("[]", ""), field.meaning));
        let same = fields.filter(move |(path, _)| path.rsplit('.').next() == Some(name));
        same.map(|(path, meaning)| (format!("{}.{path}", kind.name), meaning))
    })
}

/// A kind of file with its fields, a line each.
fn about(kind: &FileKind) -> String {
    let mut text = format!("{}\n{}\n\n", kind.files, kind.meaning());
    for field in kind.fields() {
        let must = if field.required { " (must be there)" } else { "" };
        text += &format!("  {}{must}\n      {}\n", field.path, field.meaning);
    }
    text
}

/// The refusal of a name, with the nearest one that there is.
fn unknown(name: &str, known: impl Iterator<Item = String>) -> Stop {
    let known: Vec<String> = known.collect();
    let meant = nearest(name, known.iter().map(String::as_str));
    let hint =
        meant.map_or("`bulletin explain` lists them".to_string(), |meant| format!("did you mean `{meant}`?"));
    Stop::Failure(format!("there is no file, field or rule `{name}`; {hint}"))
}
