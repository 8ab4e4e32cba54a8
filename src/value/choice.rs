//! Choices that are typed as fixed words.

/// An enum whose values are typed as fixed words.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident ($what:literal) {
        $($(#[doc = $said:literal])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[doc = $said])* #[serde(rename = $word)] $variant,)+
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

        impl $crate::value::Parse for $name {
            const SHAPE: $crate::value::Shape =
                $crate::value::Shape::Words(&[$(($word, concat!($($said),*))),+]);

            fn parse(text: &str) -> Result<Self, $crate::value::Complaint> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::value::Complaint::new(
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
