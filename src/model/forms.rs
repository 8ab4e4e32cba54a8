//! Forms that partners answer: which of their columns is which field.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::sources::{Field, Reader};

/// A form that partners answer: the name of the column that each field stands in.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawForm {
    /// The column of the headline.
    title: Option<Field<String>>,
    /// The column of the text.
    text: Option<Field<String>>,
    /// The column that names the project.
    project: Option<Field<String>>,
    /// The column of an address to read more at.
    link: Option<Field<String>>,
    /// The column of the day of what happened.
    date: Option<Field<String>>,
    /// The column of the last day to react.
    deadline: Option<Field<String>>,
    /// The column of the day on which an event starts.
    starts: Option<Field<String>>,
    /// The column of the day on which it ends.
    ends: Option<Field<String>>,
    /// The column of its place.
    place: Option<Field<String>>,
    /// The column of the moment at which the answer came.
    received: Option<Field<String>>,
    /// The column of the answer's number.
    id: Option<Field<String>>,
}

impl RawForm {
    /// The columns by their fields.
    pub(super) fn read(self, reader: &mut Reader<'_>, number: usize) -> BTreeMap<String, String> {
        let fields = [
            ("title", self.title),
            ("text", self.text),
            ("project", self.project),
            ("link", self.link),
            ("date", self.date),
            ("deadline", self.deadline),
            ("starts", self.starts),
            ("ends", self.ends),
            ("place", self.place),
            ("received", self.received),
            ("id", self.id),
        ];
        let read = |(name, field): (&str, Option<Field<String>>)| {
            Some((name.to_string(), reader.optional(field, &format!("forms[{number}].{name}"))?))
        };
        fields.into_iter().filter_map(read).collect()
    }
}
