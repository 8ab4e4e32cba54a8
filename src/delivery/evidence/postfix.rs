//! A Postfix log: `cleanup` notes a message's Message-ID under its queue number, and `qmgr` that
//! number with `queue active` once the message is in the queue, which is before the 250. A number
//! that never became active was given up before its dot.

use std::collections::{BTreeMap, BTreeSet};

use super::Evidence;

/// What a log says, line by line.
#[derive(Debug, Default)]
pub struct PostfixLog {
    /// Message-IDs by queue number.
    ids: BTreeMap<String, String>,
    /// Queue numbers that became active.
    active: BTreeSet<String>,
    /// Message-IDs that became active, with their queue number: a number may be used again later.
    accepted: BTreeMap<String, String>,
}

impl PostfixLog {
    /// Reads a line.
    pub fn line(&mut self, line: &str) {
        let Some((program, rest)) = entry(line) else { return };
        let Some((queue, words)) = rest.split_once(": ") else { return };
        match program {
            "cleanup" => {
                if let Some(id) =
                    words.strip_prefix("message-id=<").and_then(|id| id.split(['@', '>']).next())
                {
                    // The number is a new message's: what was active under it before is another.
                    self.active.remove(queue);
                    self.ids.insert(queue.to_string(), id.to_string());
                }
            }
            "qmgr" if words.contains("(queue active)") => {
                self.active.insert(queue.to_string());
                if let Some(id) = self.ids.get(queue) {
                    self.accepted.insert(id.clone(), queue.to_string());
                }
            }
            _ => {}
        }
    }

    /// What it all says.
    pub fn evidence(self) -> Evidence {
        let refused = self.ids.into_values().filter(|id| !self.accepted.contains_key(id)).collect();
        let accepted = self.accepted.into_iter();
        Evidence {
            accepted: accepted.map(|(id, queue)| (id, format!("in Postfix's log as {queue}"))).collect(),
            refused,
        }
    }
}

/// The program and what it says: `… postfix/cleanup[123]: 4F2A: …`.
fn entry(line: &str) -> Option<(&str, &str)> {
    let from = line.find("postfix")?;
    let (head, rest) = line[from..].split_once("]: ")?;
    let program = head.rsplit('/').next()?.split('[').next()?;
    Some((program, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_became_active_was_accepted() {
        let mut log = PostfixLog::default();
        for line in [
            "Nov 25 08:00:00 host postfix/smtpd[1]: 4F2A: client=localhost[127.0.0.1]",
            "Nov 25 08:00:00 host postfix/cleanup[2]: 4F2A: message-id=<aa@example.org>",
            "Nov 25 08:00:00 host postfix/qmgr[3]: 4F2A: from=<x@example.org>, size=1, nrcpt=1 (queue active)",
            "Nov 25 08:00:01 host postfix/qmgr[3]: 4F2A: removed",
            "Nov 25 08:00:01 host postfix/cleanup[2]: 4F2A: message-id=<bb@example.org>",
            "2026-11-25T08:00:02+01:00 host postfix-out/cleanup[2]: 5AA: message-id=<cc@example.org>",
            "not a line of it",
        ] {
            log.line(line);
        }
        let evidence = log.evidence();
        assert_eq!(evidence.accepted.keys().map(String::as_str).collect::<Vec<_>>(), ["aa"]);
        assert_eq!(evidence.refused.iter().map(String::as_str).collect::<Vec<_>>(), ["bb", "cc"]);
    }
}
