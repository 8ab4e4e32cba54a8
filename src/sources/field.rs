//! Leaves of a YAML document: a value, or a complaint that does not hide the next one.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::value::{Complaint, Parse, Shape};

/// A leaf as read: a value, a complaint, or nothing where `~`, `null` or blank was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field<T> {
    /// What was typed, parsed.
    Value(T),
    /// Why it was not accepted.
    Refused(Complaint),
    /// Nothing was typed.
    Blank,
}

impl<T: Parse> Field<T> {
    /// Reads the text of a scalar.
    fn read(text: &str) -> Self {
        match text.trim() {
            "" | "~" | "null" => Self::Blank,
            typed => T::parse(typed).map_or_else(Self::Refused, Self::Value),
        }
    }
}

impl<'de, T: Parse> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Reads a scalar's text as typed: `1.10` stays `1.10`.
        struct Text<T>(PhantomData<T>);
        impl<T: Parse> Visitor<'_> for Text<T> {
            type Value = Field<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a single value")
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Field::read(text))
            }
            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Field::Blank)
            }
        }
        deserializer.deserialize_str(Text(PhantomData))
    }
}

/// A list of leaves; without brackets, commas divide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(pub Vec<Field<T>>);

impl<'de, T: Parse> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Takes a list or one scalar.
        struct Items<T>(PhantomData<T>);
        impl<'de, T: Parse> Visitor<'de> for Items<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, such as `[first, second]`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element::<Field<T>>()? {
                    items.push(item);
                }
                Ok(List(items))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(List(text.split([',', ';']).map(Field::read).collect()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(List(vec![Field::read(&number.to_string())]))
            }
            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(List(vec![]))
            }
        }
        deserializer.deserialize_any(Items(PhantomData))
    }
}

/// A text that may be given in several languages: `title: …` or `title: {en: …, el: …}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextField {
    /// One text, in the default language.
    Plain(String),
    /// A text a language; empty where nothing stands behind it.
    ByLanguage(Vec<(String, String)>),
    /// Something that YAML takes for a number or a truth value; the reader looks up its text.
    AsTyped,
}

impl<'de> Deserialize<'de> for TextField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Takes a text or a mapping from language to text.
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = TextField;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or one text a language such as `{en: …, el: …}`")
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(TextField::Plain(text.to_string()))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
                Ok(TextField::AsTyped)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
                Ok(TextField::AsTyped)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
                Ok(TextField::AsTyped)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
                Ok(TextField::AsTyped)
            }
            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(TextField::Plain(String::new()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some((language, text)) = map.next_entry::<String, Field<String>>()? {
                    let text = match text {
                        Field::Value(text) => text,
                        Field::Refused(_) | Field::Blank => String::new(),
                    };
                    texts.push((language, text));
                }
                Ok(TextField::ByLanguage(texts))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// The schema of a leaf: what may be typed for its value, or nothing.
impl<T: Parse> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        match T::SHAPE {
            Shape::Text => json_schema!({ "type": ["string", "number", "boolean", "null"] }),
            Shape::Flag => json_schema!({ "type": ["boolean", "null"] }),
            Shape::Whole => json_schema!({ "type": ["integer", "null"], "minimum": 0 }),
            Shape::Form { what, pattern, example } => json_schema!({
                "type": ["string", "number", "null"], "pattern": pattern, "title": what, "examples": [example],
            }),
            Shape::Words(words) => {
                let each = words
                    .iter()
                    .map(|(word, said)| json_schema!({ "const": word, "description": said.trim() }));
                let mut each: Vec<Schema> = each.collect();
                each.push(json_schema!({ "type": "null" }));
                json_schema!({ "oneOf": each })
            }
        }
    }
}

impl<T: Parse> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "List".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = Field::<T>::json_schema(generator);
        json_schema!({ "anyOf": [{ "type": "array", "items": item }, item, { "type": "string", "pattern": "[,;]" }] })
    }
}

impl JsonSchema for TextField {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = Field::<String>::json_schema(generator);
        json_schema!({ "anyOf": [text, {
            "type": "object", "title": "a text in several languages",
            "patternProperties": { "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": text }, "additionalProperties": false,
        }] })
    }
}
