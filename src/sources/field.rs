//! Leaves of a YAML document: a value, or a complaint that does not hide the next one.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Why a value was not accepted, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What is wrong; lower case, no full stop.
    pub message: String,
    /// What to type.
    pub hint: String,
}

impl Complaint {
    /// A complaint with its hint.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// A value that is valid once it exists.
pub trait Parse: Sized {
    /// Parses the text of a scalar; it is trimmed and not empty.
    fn parse(text: &str) -> Result<Self, Complaint>;
}

impl Parse for String {
    fn parse(text: &str) -> Result<Self, Complaint> {
        Ok(text.to_string())
    }
}

impl Parse for bool {
    fn parse(text: &str) -> Result<Self, Complaint> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Complaint::new(
                format!("`{text}` is neither `true` nor `false`"),
                "type `true` or `false`",
            )),
        }
    }
}

impl Parse for u32 {
    fn parse(text: &str) -> Result<Self, Complaint> {
        text.parse().map_err(|_| {
            Complaint::new(format!("`{text}` is not a whole number"), "type digits only, such as `25`")
        })
    }
}

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
    /// A text a language.
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
                    if let Field::Value(text) = text {
                        texts.push((language, text));
                    }
                }
                Ok(TextField::ByLanguage(texts))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// An enum whose values are typed as fixed words.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident ($what:literal) {
        $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// The words that may be typed.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that is typed for this value.
            #[allow(dead_code)] // not every choice is printed
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::sources::Parse for $name {
            fn parse(text: &str) -> Result<Self, $crate::sources::Complaint> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::sources::Complaint::new(
                        format!(concat!("unknown ", $what, " `{}`"), text),
                        $crate::diagnostic::nearest(text, Self::WORDS.iter().copied()).map_or_else(
                            || format!("use {}", $crate::diagnostic::one_of(Self::WORDS)),
                            |word| format!("did you mean `{word}`? known: {}", Self::WORDS.join(", ")),
                        ),
                    )),
                }
            }
        }
    };
}
pub(crate) use choices;
