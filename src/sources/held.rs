//! What people type to hold a text back, where the program would not understand it: a field below the
//! headline, a comment that never ends, `INTERNAL` above a paragraph, a word that is nearly `internal`.
//! To hold back must be understood or stop: none of it is ever printed as text.
//!
//! The words are those of the languages that clusters write in. They need not be complete: they are
//! what people were seen to type.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Fields that decide who may read a text; without underscores, in lower case.
pub const FIELDS: &[&str] = &[
    "audience",
    "status",
    "embargountil",
    "embargo",
    "embargoed",
    "embargoeduntil",
    "underembargo",
    "confidentiality",
    "confidential",
    "expires",
    "publishafter",
    "notbefore",
    "holduntil",
    "visibility",
    "dissemination",
    "classification",
    "internal",
    "draft",
    "donotpublish",
    "hidden",
    "withdrawn",
    // Other languages' words for the two most typed.
    "κοινό",
    "εμπάργκο",
    "κατάσταση",
    "аудитория",
    "статус",
    "ембарго",
    "publika",
    "stanje",
    "destinatari",
    "stato",
    "statut",
    "zielgruppe",
    "sperrfrist",
    "vertraulichkeit",
];

/// Names of fields that are meant to decide it, and too ordinary to be looked for in a text.
pub const NAMES: &[&str] =
    &["access", "private", "published", "publish", "public", "secret", "visible", "hide"];

/// Fields whose mere presence holds a text back, whatever stands behind the colon.
pub const SURE_FIELDS: &[&str] = &[
    "embargountil",
    "embargo",
    "embargoed",
    "embargoeduntil",
    "underembargo",
    "confidentiality",
    "confidential",
    "publishafter",
    "holduntil",
    "donotpublish",
    "εμπάργκο",
    "ембарго",
    "sperrfrist",
    "vertraulichkeit",
];

/// A text as it is compared: lower case, without accents, which capitals often lack.
pub fn folded(text: &str) -> String {
    let plain = text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    plain.replace('ς', "σ").replace('’', "'")
}

/// The name of a field as it is compared.
pub fn bare(name: &str) -> String {
    folded(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two words are the same but for a slip.
pub fn near(typed: &str, known: &str) -> bool {
    let length = known.chars().count();
    let slips = match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    typed == known || slips > 0 && strsim::osa_distance(typed, known) <= slips && typed.chars().count() >= 4
}

/// Whether the name of a field, or a part of a file's name, is meant to decide who may read a text.
pub fn is_guard(name: &str) -> bool {
    let name = bare(name);
    let parts =
        ["intern", "confiden", "embarg", "privat", "secret", "publish", "restrict", "withdr", "withheld"];
    FIELDS.iter().chain(NAMES).any(|field| near(&name, field)) || parts.iter().any(|part| name.contains(part))
}
