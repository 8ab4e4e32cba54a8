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
        console.data(&format!("{}\n\nWhy: {}\nWhat to do: {}\n", rule.name, rule.why, rule.cure));
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
        (None, _) => {
            let files = FILE_KINDS.iter().map(|kind| kind.name.to_string());
            return Err(unknown(name, files.chain(rules().map(|rule| rule.name.to_string()))));
        }
    }
    Ok(Exit::Done)
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
