//! serde_yaml, kept in one file: from a document's text to a raw struct, and from its leaves to
//! values with complaints at their places.

mod texts;

use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde_ignored::Path;

use super::front_matter::blanked;
use super::{Field, Kind, List, Origin, SourceFile, held, join};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::value::{Complaint, Language, Parse, Typography};

/// Fields that are planned and that no output prints yet: whoever types one is told.
const WITHHELD: &[&str] = &["images", "social", "type", "timezone", "url"];

/// Reads a document's fields and collects what is wrong with them.
pub struct Reader<'a> {
    /// The file that is read.
    pub file: &'a SourceFile,
    /// The YAML path of what is read at present.
    prefix: String,
    /// The language of texts that name none.
    default: Language,
    /// Whose spaces texts have.
    pub typography: Typography,
    /// Where findings go.
    pub findings: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    /// A reader at the top of a document.
    pub fn new(file: &'a SourceFile, default: &Language, findings: &'a mut Diagnostics) -> Self {
        let typography = Typography::Institutions;
        Self { file, prefix: String::new(), default: default.clone(), typography, findings }
    }

    /// Takes texts that name no language to be in this one from here on.
    pub fn speak(&mut self, language: &Language) {
        self.default = language.clone();
    }

    /// The same reader for texts with these spaces.
    #[must_use]
    pub fn set_by(self, typography: Typography) -> Self {
        Self { typography, ..self }
    }

    /// The same reader at a path below.
    pub fn below(&mut self, path: &str) -> Reader<'_> {
        Reader {
            file: self.file,
            prefix: join(&self.prefix, path),
            default: self.default.clone(),
            typography: self.typography,
            findings: self.findings,
        }
    }

    /// Where the item that is read at present stands.
    pub fn origin(&self) -> Origin {
        Origin::yaml(self.file, self.prefix.clone())
    }

    /// Reads the whole document; `known` are the names that a mistyped field may have meant, by the level
    /// at which they stand.
    ///
    /// `None` if a wrong shape or syntax stops it, which is then among the findings.
    pub fn document<T: DeserializeOwned + Default>(&mut self, known: &[Level]) -> Option<T> {
        let Some(yaml) = &self.file.yaml else {
            return (self.file.kind == Kind::Markdown && self.file.body == 0).then(T::default);
        };
        let places = self.file.places.as_ref()?;
        let text = blanked(&self.file.text, yaml, self.file.kind == Kind::Markdown);
        if text.trim().is_empty() {
            return Some(T::default());
        }
        if !places.duplicates.is_empty() || places.second_document.is_some() {
            return None;
        }
        let mut unknown = Vec::new();
        let document = serde_yaml::Deserializer::from_str(&text);
        let read: Result<T, _> = serde_ignored::deserialize(document, |path| unknown.push(shown(&path)));
        for path in unknown {
            self.unknown(&path, known);
        }
        read.map_err(|error| self.wrong_shape(&error)).ok()
    }

    /// An unknown field, with the nearest known name. One that is meant to hold something back stops
    /// even a draft.
    fn unknown(&mut self, path: &str, known: &[Level]) {
        let name = path.rsplit(['.', ']']).next().unwrap_or(path);
        let range = self.file.places.as_ref().and_then(|places| places.key(path));
        let message = format!("unknown field `{name}`");
        let finding = match held::is_guard(name) {
            true => Diagnostic::fatal("unknown-field", message),
            false => Diagnostic::error("unknown-field", message),
        };
        let finding = finding.at(Place::new(self.file.path.clone(), range.unwrap_or(0..0)));
        if WITHHELD.contains(&name) {
            let message = format!("`{name}` is printed nowhere yet");
            self.findings.push(
                Diagnostic { message, ..finding }
                    .hint("take the line out: nobody would read it; say it in the text"),
            );
            return;
        }
        let above = numberless(path.strip_suffix(name).unwrap_or_default().trim_end_matches('.'));
        let here =
            known.iter().filter(|(level, _)| *level == above).flat_map(|(_, names)| names.iter().copied());
        let mut names: Vec<&str> = here.collect();
        names.dedup();
        let elsewhere = known.iter().find(|(level, names)| *level != above && names.contains(&name));
        let meant = translated(name, &names).or_else(|| nearest(name, names.iter().copied()));
        self.findings.push(match (meant, elsewhere) {
            (_, Some((level, _))) if !level.trim_matches(['[', ']']).is_empty() => {
                finding.hint(format!("`{name}` belongs below `{}:`", level.replace("[]", "")))
            }
            (_, Some(_)) => finding.hint(format!("`{name}` belongs further up, in a line of its own")),
            (Some(meant), None) => finding.hint(format!("did you mean `{meant}`?")),
            (None, None) => finding.hint(format!("known fields: {}", names.join(", "))),
        });
    }

    /// A document, list or mapping of another shape than was asked for.
    fn wrong_shape(&mut self, error: &serde_yaml::Error) {
        let offset = error.location().map_or(0, |location| location.index());
        let text = error.to_string();
        let (message, hint) = shape(text.split(" at line ").next().unwrap_or(&text));
        self.findings.push(
            Diagnostic::fatal("wrong-shape", message)
                .at(Place::new(self.file.path.clone(), offset..offset))
                .hint(hint),
        );
    }

    /// The place of a field of the item that is read at present.
    pub fn place(&self, name: &str) -> Place {
        self.file.place(&join(&self.prefix, name))
    }

    /// A finding about a field.
    fn complain(&mut self, name: &str, complaint: Complaint) {
        let place = self.place(name);
        let finding = Diagnostic::error("invalid-value", format!("{name}: {}", complaint.message));
        self.findings.push(finding.at(place).hint(complaint.hint));
    }

    /// A required field that is not there, or blank.
    pub fn missing(&mut self, name: &str, example: &str) {
        let place = self.place(name);
        self.findings.push(
            Diagnostic::fatal("missing-field", format!("`{name}` is missing"))
                .at(place)
                .hint(format!("add a line, such as `{name}: {example}`")),
        );
    }

    /// An optional leaf.
    pub fn optional<T>(&mut self, field: Option<Field<T>>, name: &str) -> Option<T> {
        match field? {
            Field::Value(value) => Some(value),
            Field::Blank => None,
            Field::Refused(complaint) => {
                self.complain(name, complaint);
                None
            }
        }
    }

    /// An optional leaf that decides who may read something: a refused value stops even a draft,
    /// since the widest default must not take its place.
    pub fn guarding<T>(&mut self, field: Option<Field<T>>, name: &str) -> Option<T> {
        if matches!(field, None | Some(Field::Blank)) && self.is_typed(name) {
            self.says_nothing(name);
            return None;
        }
        if let Some(Field::Refused(complaint)) = field {
            let place = self.place(name);
            let finding = Diagnostic::fatal("invalid-value", format!("{name}: {}", complaint.message));
            self.findings.push(finding.at(place).hint(complaint.hint));
            return None;
        }
        self.optional(field, name)
    }

    /// Whether a field is typed, with or without a value.
    fn is_typed(&self, name: &str) -> bool {
        let path = join(&self.prefix, name);
        self.file.places.as_ref().is_some_and(|places| places.key(&path).is_some())
    }

    /// A field that decides who may read something, and says nothing.
    fn says_nothing(&mut self, name: &str) {
        let place = self.place(name);
        self.findings.push(
            Diagnostic::fatal("empty-guard", format!("`{name}` says nothing: who may read this?"))
                .at(place)
                .hint("fill it in, or delete the line if everybody may"),
        );
    }

    /// A list that decides who may read something: an empty one stops even a draft, and so does a value
    /// that is not accepted.
    pub fn guarding_list<T: Parse>(&mut self, list: Option<List<T>>, name: &str) -> Vec<T> {
        let items = list.map(|list| list.0).unwrap_or_default();
        if items.iter().all(|item| matches!(item, Field::Blank)) && self.is_typed(name) {
            self.says_nothing(name);
            return vec![];
        }
        let numbered = items.into_iter().enumerate();
        numbered.filter_map(|(i, item)| self.guarding(Some(item), &format!("{name}[{i}]"))).collect()
    }

    /// A required leaf.
    pub fn required<T>(&mut self, field: Option<Field<T>>, name: &str, example: &str) -> Option<T> {
        if matches!(field, None | Some(Field::Blank)) {
            self.missing(name, example);
        }
        self.optional(field, name)
    }

    /// A list of leaves; those refused are reported and left out.
    pub fn list<T: Parse>(&mut self, list: Option<List<T>>, name: &str) -> Vec<T> {
        let items = list.map(|list| list.0).unwrap_or_default();
        items
            .into_iter()
            .enumerate()
            .filter_map(|(i, item)| self.optional(Some(item), &format!("{name}[{i}]")))
            .collect()
    }
}

/// A path of serde_ignored in our writing.
fn shown(path: &Path<'_>) -> String {
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}[{index}]", shown(parent)),
        Path::Map { parent, key } => join(&shown(parent), key),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            shown(parent)
        }
    }
}

/// The names of the fields that may stand at a level of a document: its path without numbers, such as
/// `report.deliverable` or `approvals[]`; empty at the top.
pub type Level = (&'static str, &'static [&'static str]);

/// A path without the numbers of its items.
fn numberless(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// What fields of their own look like, by the name of what holds them.
const EXAMPLES: &[(&str, &str)] = &[
    ("approvals", "approvals: [{by: CHARISMA, on: 2024-04-22}]"),
    ("attendance", "attendance: [{project: RECET, count: 2}]"),
    ("deliverable", "deliverable: {project: recet, number: D5.2}"),
    ("dkim", "dkim: {selector: bulletin, key: state/dkim.pem}"),
    ("limits", "limits: {pages: 200}"),
    ("look", "look: {accent: \"#0b5d4e\"}"),
    ("period", "period: {from: 2024-04-01, to: 2024-04-30}"),
    ("report", "report: {minutes: true}"),
    ("smtp", "smtp: {host: smtp.example.org, user: news@example.org, password_env: BULLETIN_PASSWORD}"),
    ("translation", "translation: {by: Maria, status: approved}"),
    ("values", "values: [{period: 2024-04, value: 3}]"),
];

/// What is said of a document that has another shape than was asked for, and what to type: the parser's
/// own words name types of the program.
fn shape(parser: &str) -> (String, String) {
    let (path, said) = match parser.split_once("invalid type: ") {
        Some((path, said)) => (path.trim_end_matches([':', ' ']), said),
        None => return (parser.to_string(), "look at how the lines are indented, and at `-` and `:`".into()),
    };
    let (found, wanted) = said.split_once(", expected ").unwrap_or((said, ""));
    let found = match found.split_once(' ') {
        Some(("string", text)) => format!("`{}`", text.trim_matches('"')),
        Some(("integer" | "boolean", text)) => text.to_string(),
        Some(("floating", text)) => text.trim_start_matches("point ").to_string(),
        _ => match found {
            "sequence" => "a list".to_string(),
            "map" => "fields (`name: value`)".to_string(),
            "unit value" | "null" => "nothing".to_string(),
            other => other.to_string(),
        },
    };
    let name = path.split('[').next().and_then(|path| path.rsplit('.').next()).unwrap_or(path);
    let example = EXAMPLES.iter().find(|(own, _)| *own == name).map(|(_, example)| *example);
    let (wanted, hint) = match wanted {
        "a sequence" => ("a list".to_string(), "begin each item with `- `".to_string()),
        wanted if wanted.starts_with("struct ") || wanted == "a map" => (
            "fields (`name: value`)".to_string(),
            "write each field in a line of its own: its name, a colon, a blank, its value".to_string(),
        ),
        wanted => (wanted.to_string(), "look at how the lines are indented, and at `-` and `:`".to_string()),
    };
    let hint = example.map_or(hint, |example| format!("type it as `{example}`"));
    // The number of an item of the whole file says nothing: the place does.
    let path = match path.strip_prefix(".[") {
        Some(rest) => rest.split_once(']').map_or("", |(_, rest)| rest.trim_start_matches('.')),
        None => path,
    };
    let at = if path.is_empty() { String::new() } else { format!("{path}: ") };
    (format!("{at}expected {wanted}, found {found}"), hint)
}

/// The field among those known here that somebody named in their own language.
fn translated<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let lines = include_str!("foreign.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut fields = lines.filter_map(|line| {
        let (field, words) = line.split_once('\t').or_else(|| line.split_once(' '))?;
        words.split(' ').any(|word| word == typed).then_some(field)
    });
    fields.find_map(|field| known.iter().copied().find(|known| *known == field))
}

/// The field names of a struct, as its derived `Deserialize` gives them to a deserializer.
pub fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    /// Takes the names and goes no further.
    struct Names<'a>(&'a mut &'static [&'static str]);
    impl<'de> Deserializer<'de> for Names<'_> {
        type Error = de::value::Error;
        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(de::Error::custom("only names are wanted"))
        }
        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Self::Error> {
            *self.0 = fields;
            Err(de::Error::custom("only names are wanted"))
        }
        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
            unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }
    let mut names: &'static [&'static str] = &[];
    // Always an error by design; the names are what we came for.
    let _ = T::deserialize(Names(&mut names));
    names
}
