//! `sources/sent.yaml`: the totals of every issue that was sent, written by `send` and by nobody else.
//! Each becomes an activity, and a value of the indicator `newsletter-recipients`.

use serde::{Deserialize, Serialize};

use super::calendar::{Activity, ActivityKind, ActivityStatus, Aggregation, Indicator, IndicatorValue};
use super::values::{Date, Decimal, Id, Month, Period};
use crate::sources::{Field, Origin, Parse, Reader};

/// The indicator's id. Whoever defines it in `indicators.yaml` names and translates it.
const INDICATOR: &str = "newsletter-recipients";

/// The file, below `sources/`.
pub const SENT_FILE: &str = "sources/sent.yaml";

/// The totals of an issue.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Where it was written.
    pub origin: Origin,
    /// The issue.
    pub issue: Month,
    /// The day on which it was planned and sent.
    pub date: Date,
    /// Its subject.
    pub name: String,
    /// What came of it, in words.
    pub outcome: String,
    /// How many messages the relay accepted.
    pub accepted: u32,
}

/// A line of the file as it is written and read back by the program itself; `Sent` is the same with its
/// places, for the checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentLine {
    /// The issue.
    pub issue: String,
    /// The day on which it was planned and sent.
    pub date: String,
    /// How many messages the relay accepted.
    pub accepted: u32,
    /// Its subject.
    pub name: String,
    /// What came of it, in words.
    #[serde(default)]
    pub outcome: String,
}

impl SentLine {
    /// Every line of the file, in whatever style of YAML somebody's editor left it.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, serde_yaml::Error> {
        // An empty file is null, not a list.
        Ok(serde_yaml::from_str::<Option<Vec<Self>>>(text)?.unwrap_or_default())
    }

    /// The lines as the file has them: one each. Strings are quoted as in JSON, which YAML reads.
    pub fn write_all(lines: &[Self]) -> String {
        let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
        let line = |one: &Self| {
            format!(
                "- {{issue: {}, date: {}, accepted: {}, name: {}, outcome: {}}}\n",
                one.issue,
                one.date,
                one.accepted,
                quoted(&one.name),
                quoted(&one.outcome)
            )
        };
        lines.iter().map(line).collect()
    }
}

/// The totals as serde_yaml reads them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::missing_docs_in_private_items)] // the fields are those of `Sent`
pub(super) struct RawSent {
    issue: Option<Field<Month>>,
    date: Option<Field<Date>>,
    name: Option<Field<String>>,
    outcome: Option<Field<String>>,
    accepted: Option<Field<u32>>,
}

impl Sent {
    /// Makes totals of their raw form.
    pub(super) fn build(raw: RawSent, reader: &mut Reader<'_>) -> Option<Self> {
        let issue = reader.required(raw.issue, "issue", "2024-04");
        let date = reader.required(raw.date, "date", "2024-05-02");
        let name = reader.required(raw.name, "name", "\"Eight EU projects, one first call\"");
        let accepted = reader.required(raw.accepted, "accepted", "298");
        Some(Self {
            origin: reader.origin(),
            outcome: reader.optional(raw.outcome, "outcome").unwrap_or_default(),
            issue: issue?,
            date: date?,
            name: name?,
            accepted: accepted?,
        })
    }

    /// The activity that it is.
    fn activity(&self) -> Activity {
        Activity {
            origin: self.origin.clone(),
            name: self.name.clone(),
            kind: ActivityKind::Communication,
            status: ActivityStatus::Delivered,
            description: None,
            audience: vec![],
            channel: Some("newsletter".into()),
            outcome: Some(self.outcome.clone()).filter(|outcome| !outcome.is_empty()),
            date: Some(self.date),
            projects: vec![],
            reported_in: None,
            issue: Some(self.issue),
        }
    }

    /// The value that it adds to the indicator.
    fn value(&self) -> Option<IndicatorValue> {
        // It counts from the next month on: an issue that is built once more stays what it was.
        let period = Period { text: self.issue.to_string(), last: self.issue.next().first() };
        let value = Decimal::parse(&self.accepted.to_string()).ok()?;
        Some(IndicatorValue { period, value: Some(value), note: None, evidence: None })
    }
}

/// Adds what was sent to the activities and to the indicator, unless somebody wrote its value.
pub(super) fn add(sent: &[Sent], activities: &mut Vec<Activity>, indicators: &mut Vec<Indicator>) {
    let Some(first) = sent.first() else { return };
    activities.extend(sent.iter().map(Sent::activity));
    let Ok(id) = Id::parse(INDICATOR) else { return };
    let own = indicators.iter().position(|indicator| indicator.id == id);
    let at = own.unwrap_or_else(|| {
        indicators.push(Indicator {
            id,
            origin: first.origin.clone(),
            label: "Newsletter: messages accepted by the relay".into(),
            unit: "messages".into(),
            definition: Some(
                "One message a recipient; acceptance by the sender's mail server, not reading".into(),
            ),
            aggregation: Aggregation::Last,
            project: None,
            baseline: None,
            target: None,
            target_date: None,
            values: vec![],
        });
        indicators.len() - 1
    });
    for value in sent.iter().filter_map(Sent::value) {
        if indicators[at].values.iter().all(|known| known.period.text != value.period.text) {
            indicators[at].values.push(value);
        }
    }
}
