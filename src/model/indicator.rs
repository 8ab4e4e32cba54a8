//! What is counted: indicators and their values.

use super::project::{Projects, projects_of};
use crate::sources::{Field, List, Origin, Reader};
use crate::value::{Date, Decimal, Id, Period, choices};
use schemars::JsonSchema;
use serde::Deserialize;

choices! {
    /// How values of several periods become one.
    Aggregation ("aggregation") {
        /// They are added.
        Sum = "sum",
        /// The last one counts.
        Last = "last",
        /// The largest one counts.
        Max = "max",
    }
}

/// One value of an indicator.
#[derive(Debug, Clone)]
pub struct IndicatorValue {
    /// The month, quarter or year that it counts.
    pub period: Period,
    /// The value; `None` where it was said to be unknown.
    pub value: Option<Decimal>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it can be checked.
    pub evidence: Option<String>,
}

/// Something that is counted.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Its name.
    pub label: String,
    /// What is counted.
    pub unit: String,
    /// What exactly counts.
    pub definition: Option<String>,
    /// How periods become one value.
    pub aggregation: Aggregation,
    /// Whose it is; the cluster's if absent.
    pub project: Option<Id>,
    /// The value before.
    pub baseline: Option<Decimal>,
    /// The value wanted.
    pub target: Option<Decimal>,
    /// By when.
    pub target_date: Option<Date>,
    /// The values.
    pub values: Vec<IndicatorValue>,
    /// Whether somebody defined it; else it is the program's own, of what was sent.
    pub defined: bool,
}

/// A number that the funder counts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["id", "label", "unit"]))]
pub(super) struct RawIndicator {
    /// Its id.
    id: Option<Field<Id>>,
    /// What is counted, in words.
    label: Option<Field<String>>,
    /// What one of it is: towns, GWh.
    unit: Option<Field<String>>,
    /// How it is counted.
    definition: Option<Field<String>>,
    /// How the values of several periods make one.
    aggregation: Option<Field<Aggregation>>,
    /// The projects that it is about; all if left out.
    project: Option<List<String>>,
    /// The value at the start.
    baseline: Option<Field<Decimal>>,
    /// The value that is to be reached.
    target: Option<Field<Decimal>>,
    /// Until when.
    target_date: Option<Field<Date>>,
    /// The values by period.
    values: Vec<RawValue>,
}

/// A value of an indicator.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["period", "value"]))]
pub(super) struct RawValue {
    /// The month (2024-05), quarter (2024-Q2) or year (2024).
    period: Option<Field<Period>>,
    /// The number, with a point before decimals.
    value: Option<Field<Decimal>>,
    /// What is to be said of it.
    note: Option<Field<String>>,
    /// Where it can be checked.
    evidence: Option<Field<String>>,
}

impl Indicator {
    /// The value of all periods that ended by a day, by the indicator's own rule, and the last of
    /// these periods; `None` if there is no value yet.
    pub fn value(&self, day: Date) -> Option<(Decimal, &Period)> {
        let counted = self.values.iter().filter(|value| value.period.last <= day);
        let counted = counted.filter_map(|value| value.value.as_ref().map(|number| (number, &value.period)));
        let mut counted: Vec<_> = counted.collect();
        counted.sort_by_key(|(_, period)| period.last);
        let (last, period) = counted.last()?;
        let numbers = counted.iter().map(|(number, _)| (*number).clone());
        let value = match self.aggregation {
            Aggregation::Last => (*last).clone(),
            Aggregation::Sum => numbers.reduce(|a, b| a.plus(&b))?,
            Aggregation::Max => numbers.reduce(|a, b| a.max(&b))?,
        };
        Some((value, period))
    }

    /// Makes an indicator of its raw form.
    pub(super) fn build(raw: RawIndicator, reader: &mut Reader<'_>, projects: &Projects) -> Option<Self> {
        let id = reader.required(raw.id, "id", "newsletter-readers");
        let label = reader.required_prose(raw.label, "label", "Readers of the newsletter");
        let unit = reader.required(raw.unit, "unit", "people");
        let mut values = Vec::new();
        for (i, raw) in raw.values.into_iter().enumerate() {
            let mut at = reader.below(&format!("values[{i}]"));
            let value = at.optional(raw.value, "value");
            let note = at.optional(raw.note, "note");
            let evidence = at.optional(raw.evidence, "evidence");
            if let Some(period) = at.required(raw.period, "period", "2024-04") {
                values.push(IndicatorValue { period, value, note, evidence });
            }
        }
        Some(Self {
            origin: reader.origin(),
            definition: reader.optional(raw.definition, "definition"),
            aggregation: reader.optional(raw.aggregation, "aggregation").unwrap_or(Aggregation::Last),
            project: projects_of(reader, raw.project, "project", projects).into_iter().next(),
            baseline: reader.optional(raw.baseline, "baseline"),
            target: reader.optional(raw.target, "target"),
            target_date: reader.optional(raw.target_date, "target_date"),
            values,
            defined: true,
            id: id?,
            label: label?,
            unit: unit?,
        })
    }
}
