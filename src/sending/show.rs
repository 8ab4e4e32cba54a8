//! What is about to happen, shown to the operator.

use super::plan::Issue;
use super::shown::{duration, masked_address};
use super::{Operator, edition_for};
use crate::audience::Recipient;
use crate::delivery::{Frozen, Key};
use crate::message::{Personal, Template};
use crate::model::{RelayConfig, SecretSource};

impl Issue<'_, '_> {
    /// Says what is about to happen.
    pub(super) fn show(
        &self,
        frozen: &Frozen,
        relay: Option<&RelayConfig>,
        key: &Key,
        operator: &mut dyn Operator,
    ) {
        operator.say(&format!("from: {}", frozen.from));
        self.show_editions(operator);
        self.show_audience(operator);
        let Some(relay) = relay else { return };
        let size = frozen.editions.iter().map(|edition| edition.template.size()).max().unwrap_or(0);
        operator.say(&format!(
            "{} kB a message; to {}:{}, {} connections at most; takes {}",
            size.div_ceil(1000),
            relay.host,
            relay.port,
            relay.rates.connections,
            duration(relay.rates.time_for(self.audience.recipients.len() as u64))
        ));
        for (what, source) in [("password", &relay.password), ("token", &relay.token)] {
            if let Some(SecretSource::Command(command)) = source {
                operator.say(&format!("the {what} is what this command prints on this machine: {command}"));
            }
        }
        if let Some(template) = frozen.editions.first().map(|edition| &edition.template) {
            operator.say(&first_view(template, self.audience.recipients.first(), key));
        }
    }

    /// The subject of each edition, and how many get it.
    pub(super) fn show_editions(&self, operator: &mut dyn Operator) {
        let languages = self.languages();
        for (at, (issue, newsletter)) in self.editions.iter().zip(&self.built.newsletters).enumerate() {
            if languages.len() == 1 {
                operator.say(&format!("subject: {}", newsletter.subject));
                continue;
            }
            let gets = |recipient: &&Recipient| {
                usize::from(edition_for(&languages, recipient.language.as_deref())) == at
            };
            let count = self.audience.recipients.iter().filter(gets).count();
            let language = issue.language.as_str();
            operator.say(&format!("subject ({language}, {count} recipients): {}", newsletter.subject));
        }
    }

    /// How many are on the list, who does not get it and why.
    pub(super) fn show_audience(&self, operator: &mut dyn Operator) {
        let audience = &self.audience;
        operator.say(&format!(
            "{} on the list, {} get it, {} do not",
            audience.candidates(),
            audience.recipients.len(),
            audience.candidates() - audience.recipients.len()
        ));
        for (reason, count) in &audience.excluded {
            operator.say(&format!("  {count} {}", reason.advice()));
        }
        let merged: Vec<_> = audience
            .merged
            .iter()
            .take(10)
            .map(|(first, other)| format!("line {other} is line {first}"))
            .collect();
        if !merged.is_empty() {
            let more = audience.merged.len() - merged.len();
            let more = if more > 0 { format!(", and {more} more") } else { String::new() };
            operator.say(&format!("  the same person: {}{more}", merged.join(", ")));
        }
    }
}

/// The head of the first recipient's message, the address masked: what is on a screen may be
/// photographed.
fn first_view(template: &Template, recipient: Option<&Recipient>, key: &Key) -> String {
    let normal = recipient.map(Recipient::normal).unwrap_or_default();
    let token = key.token(&normal);
    let to = masked_address(&normal);
    let message = template.message(&Personal { to: &to, id: "…", token: &token });
    let text = String::from_utf8_lossy(&message);
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    let wanted = ["From:", "To:", "Subject:", "Reply-To:", "List-Unsubscribe:"];
    let shown = head.lines().filter(|line| wanted.iter().any(|name| line.starts_with(name)));
    let shown: Vec<_> = shown.map(|line| format!("  | {}", line.replace(&token, "…"))).collect();
    format!("the first message begins:\n{}", shown.join("\n"))
}
