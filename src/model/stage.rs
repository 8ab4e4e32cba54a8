//! How far a text is, and how far its translation.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::sources::{Field, Reader};
use crate::value::choices;

choices! {
    /// How far an update is.
    UpdateStatus ("status") {
        /// Being written.
        Draft = "draft",
        /// Being read by others.
        Review = "review",
        /// Ready.
        Approved = "approved",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

impl UpdateStatus {
    /// The one of two that is further from being printed.
    pub fn or_less_finished(self, other: Self) -> Self {
        let distance = |stage| match stage {
            Self::Approved => 0,
            Self::Review => 1,
            Self::Draft => 2,
            Self::Withdrawn => 3,
        };
        if distance(other) > distance(self) { other } else { self }
    }
}

/// How far a translation is.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawTranslation {
    /// Who translates it; kept, never printed.
    by: Option<Field<String>>,
    /// Until this is `approved` or left out, the original stands in the edition.
    status: Option<Field<UpdateStatus>>,
    /// Which wording of the original it translates; written by `bulletin translate`.
    of: Option<Field<String>>,
}

impl RawTranslation {
    /// How far the translation is, and which wording of the original it translates.
    pub(super) fn read(self, reader: &mut Reader<'_>) -> (Option<UpdateStatus>, Option<String>) {
        let _ = reader.optional(self.by, "translation.by");
        let stage = reader.guarding(self.status, "translation.status");
        (stage, reader.optional(self.of, "translation.of"))
    }
}
