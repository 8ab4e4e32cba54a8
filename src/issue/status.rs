//! The state of an issue in words: who has sent nothing, what is held back and why, what is still needed.

use std::fmt::Write;

use super::state::{Need, State};

impl State {
    /// The state in words, for one screen. Writing into a string does not fail.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let month = &self.issue;
        let _ = writeln!(out, "Issue {} of {month}, as of {}", self.number, self.as_of);
        if !self.has_manifest {
            let _ = writeln!(out, "There is no manifest yet: `bulletin new issue {month}`");
        }
        let _ = writeln!(out, "\nIn the issue:");
        for item in &self.items {
            let _ = writeln!(out, "  {}: {}", item.file, item.title);
        }
        if self.items.is_empty() {
            let _ = writeln!(out, "  nothing yet");
        }
        if !self.no_news_from.is_empty() {
            let _ = writeln!(out, "\nNo news from: {}", self.no_news_from.join(", "));
        }
        if !self.held_back.is_empty() {
            let _ = writeln!(out, "\nHeld back:");
        }
        for held in &self.held_back {
            let _ = writeln!(out, "  {}: {}", held.file, held.reason);
        }
        if self.other_months > 0 {
            let _ = writeln!(out, "\n{} items belong to other months.", self.other_months);
        }
        self.needed(&mut out);
        self.actions(&mut out);
        self.common(&mut out);
        self.translated(&mut out);
        self.sent(&mut out);
        if !self.accepted.is_empty() {
            let _ = writeln!(out, "\nAccepted in bulletin.yaml, and told no more:");
        }
        for one in &self.accepted {
            let file = one.file.as_ref().map(|file| format!(" in {file}")).unwrap_or_default();
            let _ = writeln!(out, "  {}{file}: {}", one.rule, one.reason);
        }
        out
    }

    /// What was sent, a line a run.
    fn sent(&self, out: &mut String) {
        if !self.sent.is_empty() {
            let _ = writeln!(out, "\nSent:");
        }
        for run in &self.sent {
            let _ = write!(out, "  {} to {}: {} of {}", run.date, run.to, run.accepted, run.planned);
            let _ = match (run.open, run.uncertain) {
                (0, 0) => writeln!(out),
                (open, 0) => writeln!(out, "; {open} still to go: `bulletin send resume`"),
                (_, uncertain) => writeln!(out, "; {uncertain} uncertain: `bulletin send resolve`"),
            };
        }
    }

    /// What is still needed, by rule and by date.
    fn needed(&self, out: &mut String) {
        if !self.needs.is_empty() {
            let _ = writeln!(out, "\nStill needed:");
        }
        let others = |need: &Need| match need.count {
            1 => String::new(),
            2 => ", and 1 more such".to_string(),
            many => format!(", and {} more such", many - 1),
        };
        for need in &self.needs {
            let place = need.places.first().map(|place| format!(" ({place})")).unwrap_or_default();
            let _ = writeln!(out, "  {}: {}{place}{}", need.severity, need.message, others(need));
        }
        if !self.dates.is_empty() {
            let _ = writeln!(out, "\nBy date:");
        }
        for due in &self.dates {
            let late = if due.overdue { " (past)" } else { "" };
            let _ = writeln!(out, "  {}{late}: {}", due.date, due.what);
        }
    }

    /// Open actions with their owners and ages.
    fn actions(&self, out: &mut String) {
        if self.open_actions.is_empty() {
            let _ = writeln!(out, "\nNo action is open.");
            return;
        }
        let _ = writeln!(out, "\nOpen actions:");
        for action in &self.open_actions {
            let owners =
                if action.owners.is_empty() { "nobody named".to_string() } else { action.owners.join(", ") };
            let due = match &action.due {
                Some(due) if action.overdue => format!(", overdue since {due}"),
                Some(due) => format!(", due {due}"),
                None => ", no date".to_string(),
            };
            let _ = writeln!(
                out,
                "  {owners}: {}\n    open for {} days{due}; id {}",
                action.text, action.days, action.id
            );
        }
    }

    /// Projects with much in common and nothing done together, to be decided by a person.
    fn common(&self, out: &mut String) {
        if !self.common_ground.is_empty() {
            let _ = writeln!(out, "\nMuch in common, nothing done together yet:");
        }
        for pair in &self.common_ground {
            let _ = writeln!(out, "  {} and {}: {}", pair.first, pair.second, pair.shared);
            let _ = writeln!(
                out,
                "    to decide, in sources/synergies.yaml: `{}` (or suggested, dismissed)",
                pair.to_decide
            );
        }
    }

    /// How much of each edition is in its language, in one line.
    fn translated(&self, out: &mut String) {
        let Some(first) = self.translations.iter().find(|one| one.done < one.all) else { return };
        let parts: Vec<String> = self
            .translations
            .iter()
            .map(|one| format!("{} {} of {}", one.language, one.done, one.all))
            .collect();
        let _ = writeln!(
            out,
            "\nTexts in the language of their edition: {}. `bulletin translate {} --to {}` writes the files to fill in.",
            parts.join(", "),
            self.issue,
            first.language
        );
    }
}
