//! Warnings that a cluster lives with.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Severity, nearest, rules};
use crate::sources::{Field, Reader};

/// Warnings of a rule that a cluster lives with, as nothing can be done about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The rule's name.
    pub rule: String,
    /// Why nothing can be done.
    pub reason: String,
    /// The one file that it is about, if it is about one.
    pub file: Option<String>,
}

impl Accepted {
    /// Whether a finding is a warning that is meant.
    pub fn is_meant(&self, finding: &Diagnostic) -> bool {
        let file = finding.place.as_ref().map(|place| &*place.file);
        finding.severity == Severity::Warning
            && self.rule == finding.rule.name
            && self.file.as_deref().is_none_or(|own| Some(own) == file)
    }
}

/// Warnings that the cluster lives with.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["rule", "reason"]))]
pub(super) struct RawAccepted {
    /// The rule, as `bulletin check` names it.
    rule: Option<Field<String>>,
    /// Why nothing can be done about it.
    reason: Option<Field<String>>,
    /// The one file that it is about; all files if left out.
    r#in: Option<Field<String>>,
}

impl RawAccepted {
    /// The warnings that the cluster lives with.
    pub(super) fn read(raw: Vec<Self>, reader: &mut Reader<'_>) -> Vec<Accepted> {
        let mut all = Vec::new();
        for (i, raw) in raw.into_iter().enumerate() {
            let mut at = reader.below(&format!("accept[{i}]"));
            let rule = at.required(raw.rule, "rule", "grant-number");
            let reason = at.required(raw.reason, "reason", "\"the numbers are confidential until June\"");
            let file = at.optional(raw.r#in, "in");
            let Some((rule, reason)) = rule.zip(reason) else { continue };
            if rules().all(|known| known.name != rule) {
                let finding =
                    Diagnostic::error("invalid-value", format!("accept: there is no rule `{rule}`"));
                let meant = nearest(&rule, rules().map(|known| known.name));
                let hint = meant.map_or("`bulletin explain` lists them".to_string(), |meant| {
                    format!("did you mean `{meant}`?")
                });
                at.findings.push(finding.at(at.file.place(&format!("accept[{i}].rule"))).hint(hint));
                continue;
            }
            all.push(Accepted { rule, reason, file });
        }
        all
    }
}
