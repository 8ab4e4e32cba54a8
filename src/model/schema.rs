//! Every file's fields, from the types that read them: as JSON Schema for editors, and as a table for people.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::activity::RawActivity;
use super::config;
use super::event::RawEvent;
use super::indicator::RawIndicator;
use super::lists::{RawImage, RawOrganisation, RawPerson, RawSynergy};
use super::sent::RawSent;
use super::{manifest, meeting, project, update};

/// A kind of file.
pub struct FileKind {
    /// Its name, by which `bulletin explain` and `bulletin schema` know it.
    pub name: &'static str,
    /// Where its files lie.
    pub files: &'static str,
    /// Its schema.
    schema: fn() -> Schema,
}

/// Every kind of file, the configuration first.
pub const FILE_KINDS: &[FileKind] = &[
    FileKind { name: "bulletin", files: "bulletin.yaml", schema: schema::<config::Raw> },
    FileKind { name: "project", files: "sources/projects/ID.yaml", schema: schema::<project::Raw> },
    FileKind {
        name: "update",
        files: "sources/updates/MONTH/PROJECT-NAME.md, between `---` lines at its top",
        schema: schema::<update::Raw>,
    },
    FileKind {
        name: "meeting",
        files: "sources/meetings/DATE-NAME.md, between `---` lines at its top",
        schema: schema::<meeting::Raw>,
    },
    FileKind { name: "issue", files: "sources/issues/MONTH.yaml", schema: schema::<manifest::Raw> },
    FileKind { name: "events", files: "sources/events.yaml", schema: schema::<Vec<RawEvent>> },
    FileKind { name: "indicators", files: "sources/indicators.yaml", schema: schema::<Vec<RawIndicator>> },
    FileKind { name: "activities", files: "sources/activities.yaml", schema: schema::<Vec<RawActivity>> },
    FileKind { name: "synergies", files: "sources/synergies.yaml", schema: schema::<Vec<RawSynergy>> },
    FileKind {
        name: "organisations",
        files: "sources/organisations.yaml",
        schema: schema::<Vec<RawOrganisation>>,
    },
    FileKind { name: "people", files: "sources/people.yaml", schema: schema::<Vec<RawPerson>> },
    FileKind { name: "images", files: "sources/images.yaml", schema: schema::<Vec<RawImage>> },
    FileKind { name: "sent", files: "sources/sent.yaml", schema: schema::<Vec<RawSent>> },
];

/// The schema of a type, in the draft that most editors read.
fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>()
}

/// A field, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldText {
    /// Its path: `look.accent`, `values[].period`.
    pub path: String,
    /// What is typed: `a day, such as 2024-05-31`.
    pub typed: String,
    /// What it means.
    pub meaning: String,
    /// The words that may be typed, each with what it means, where it is one of some.
    pub words: Vec<(String, String)>,
    /// Whether it must be there.
    pub required: bool,
    /// How it may look: `2024-05-31`, `[…]`.
    pub example: String,
}

impl FileKind {
    /// The schema as JSON (draft 07).
    ///
    /// # Errors
    ///
    /// If it has no form as JSON.
    pub fn json(&self) -> serde_json::Result<String> {
        let mut schema = self.value();
        if let Some(object) = schema.as_object_mut() {
            object.insert("title".into(), Value::from(format!("Bulletin: {}", self.files)));
        }
        Ok(serde_json::to_string_pretty(&schema)? + "\n")
    }

    /// What the file is, in a sentence or two.
    pub fn meaning(&self) -> String {
        let schema = self.value();
        let item = schema.get("items").map_or(&schema, |item| resolved(&schema, item));
        words_of(item, "description")
    }

    /// Its fields, by name, each above those below it.
    pub fn fields(&self) -> Vec<FieldText> {
        let schema = self.value();
        let item = schema.get("items").map_or(&schema, |item| resolved(&schema, item));
        let mut fields = Vec::new();
        walk(&schema, item, "", &mut fields);
        fields
    }

    /// The schema as data.
    fn value(&self) -> Value {
        (self.schema)().to_value()
    }
}

/// What a reference leads to.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let named = |schema: &'a Value| {
        let path = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
        root.pointer(path)
    };
    let own = named(schema);
    let any = || schema.get("anyOf")?.as_array()?.iter().find_map(named);
    let all = || schema.get("allOf")?.as_array()?.iter().find_map(named);
    own.or_else(any).or_else(all).unwrap_or(schema)
}

/// The words under a key.
fn words_of(schema: &Value, key: &str) -> String {
    schema.get(key).and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
}

/// Adds the fields of an object, and those below them.
fn walk(root: &Value, schema: &Value, prefix: &str, fields: &mut Vec<FieldText>) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for (name, field) in properties {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        let items = field.get("items");
        let below = resolved(root, items.unwrap_or(field));
        let object = below.get("properties").is_some();
        let (typed, words) = if object {
            (if items.is_some() { "a list".into() } else { "fields below".into() }, vec![])
        } else {
            typed(field)
        };
        let example = if object { "{…}".to_string() } else { example(field) };
        fields.push(FieldText {
            path: path.clone(),
            example,
            typed,
            meaning: words_of(field, "description"),
            words,
            required: required.contains(&name.as_str()),
        });
        if object {
            walk(root, below, &if items.is_some() { format!("{path}[]") } else { path }, fields);
        }
    }
}

/// How a leaf may look.
fn example(field: &Value) -> String {
    let many = field.get("anyOf").and_then(Value::as_array);
    if let Some(list) = many.and_then(|any| any.iter().find_map(|one| one.get("items"))) {
        return format!("[{}]", example(list));
    }
    if let Some(word) = field.pointer("/oneOf/0/const").and_then(Value::as_str) {
        return word.to_string();
    }
    if let Some(example) = field.pointer("/examples/0").and_then(Value::as_str) {
        return if example.starts_with('#') { format!("\"{example}\"") } else { example.to_string() };
    }
    match field.pointer("/type/0").and_then(Value::as_str) {
        Some("boolean") => "true",
        Some("integer") => "1",
        _ if field.get("additionalProperties").is_some_and(|more| !more.is_boolean()) => "{…}",
        _ => "\"…\"",
    }
    .to_string()
}

/// What is typed for a leaf, and the words to choose from.
fn typed(field: &Value) -> (String, Vec<(String, String)>) {
    let many = field.get("anyOf").and_then(Value::as_array);
    if let Some(list) = many.and_then(|any| any.iter().find(|one| one.get("items").is_some())) {
        let (each, words) = typed(list.get("items").unwrap_or(list));
        return (format!("a list: {each}"), words);
    }
    if let Some(any) = many {
        // A text, or one a language.
        return match any.iter().any(|one| one.get("patternProperties").is_some()) {
            true => ("a text, or one a language: `{en: …, el: …}`".into(), vec![]),
            false => any.first().map(typed).unwrap_or_default(),
        };
    }
    if let Some(words) = field.get("oneOf").and_then(Value::as_array) {
        let word =
            |one: &Value| Some((one.get("const")?.as_str()?.to_string(), words_of(one, "description")));
        let words: Vec<(String, String)> = words.iter().filter_map(word).collect();
        let shown: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        return (shown.join(", "), words);
    }
    if let Some(title) = field.get("title").and_then(Value::as_str) {
        let example = field.pointer("/examples/0").and_then(Value::as_str).unwrap_or_default();
        return (format!("{title}, such as `{example}`"), vec![]);
    }
    if field.get("additionalProperties").is_some_and(|more| !more.is_boolean()) {
        return ("names of your choice, each with its text".into(), vec![]);
    }
    let first = field.pointer("/type/0").and_then(Value::as_str).unwrap_or("string");
    let typed = match first {
        "boolean" => "`true` or `false`",
        "integer" => "a whole number",
        _ => "a text",
    };
    (typed.into(), vec![])
}
