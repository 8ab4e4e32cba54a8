//! `sources/sent.yaml`: the totals of every issue that was sent, read and written by one type, on behalf
//! of `send` and of nobody else.
//! Each becomes an activity, and a value of the indicator `newsletter-recipients`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::activity::{Activity, ActivityKind, ActivityStatus};
use super::indicator::{Aggregation, Indicator, IndicatorValue};
use crate::diagnostic::Diagnostics;
use crate::sources::{Field, Origin, Reader, Sources, fields_of};
use crate::value::{Date, Decimal, Id, Language, Month, Parse, Period};

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

/// What became of a newsletter that was sent; written by `bulletin send`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["issue", "date"]))]
pub(super) struct RawSent {
    /// The month.
    issue: Option<Field<Month>>,
    /// The day on which it was sent.
    date: Option<Field<Date>>,
    /// What the next report calls it.
    name: Option<Field<String>>,
    /// What came of it, in a sentence.
    outcome: Option<Field<String>>,
    /// How many readers' servers took it.
    accepted: Option<Field<u32>>,
}

/// What the file begins with.
const HEAD: &str = "# What was sent, written by `bulletin send`: totals only. Each line is an activity, and a value of the\n# indicator `newsletter-recipients`.\n";

impl Sent {
    /// Every line of the file's text, in whatever style of YAML somebody's editor left it.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn read_all(text: &str) -> Result<Vec<Self>, Diagnostics> {
        let sources = Sources::from_texts([(SENT_FILE, text)]);
        let mut findings = sources.findings.clone();
        let all = Self::list(&sources, &Language::english(), &mut findings);
        if findings.has_errors() { Err(findings) } else { Ok(all) }
    }

    /// The lines as the file has them, one each. Strings are quoted as in JSON, which YAML reads.
    pub fn write_all(all: &[Self]) -> String {
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
        all.iter().map(line).collect()
    }

    /// The file's text with the totals of one issue in the place of those noted before; `before` is
    /// its text so far, if it is there.
    ///
    /// # Errors
    ///
    /// What is wrong with the file as it stands.
    pub fn noted(self, before: Option<&str>) -> Result<String, Diagnostics> {
        let before = before.unwrap_or(HEAD);
        let mut all = Self::read_all(before)?;
        all.retain(|one| one.issue != self.issue);
        all.push(self);
        let head: String = before.split_inclusive('\n').take_while(|line| line.starts_with('#')).collect();
        Ok(head + &Self::write_all(&all))
    }

    /// The lines of the file among the sources.
    pub(super) fn list(sources: &Sources, language: &Language, findings: &mut Diagnostics) -> Vec<Self> {
        let Some(file) = sources.files.get(SENT_FILE) else { return vec![] };
        let mut reader = Reader::new(file, language, findings);
        let raw: Vec<RawSent> = reader.document(&[("[]", fields_of::<RawSent>())]).unwrap_or_default();
        let items = raw.into_iter().enumerate();
        items.filter_map(|(i, raw)| Self::build(raw, &mut reader.below(&format!("[{i}]")))).collect()
    }

    /// Whether a file is the one with what was sent.
    pub fn is_file(path: &str) -> bool {
        path == SENT_FILE
    }

    /// Makes totals of their raw form.
    fn build(raw: RawSent, reader: &mut Reader<'_>) -> Option<Self> {
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
            defined: false,
        });
        indicators.len() - 1
    });
    for value in sent.iter().filter_map(Sent::value) {
        if indicators[at].values.iter().all(|known| known.period.text != value.period.text) {
            indicators[at].values.push(value);
        }
    }
}

/// A text in double quotes, as both YAML and JSON read it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
