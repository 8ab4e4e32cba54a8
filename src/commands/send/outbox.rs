//! The outbox: each recipient's message in a Maildir, for a rehearsal or another program to send.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Options, edition, show, templates};
use crate::audience::{Audience, Exclusion, Recipient};
use crate::commands::{Console, Desk, Exit, Stop, failure};
use crate::delivery::{Key, Outbox, Written};
use crate::issue::{CheckedIssue, Stage};
use crate::message::{Personal, Template};
use crate::newsletter::Newsletter;

/// What goes out, and to whom.
pub struct Plan<'a, 'i> {
    /// The cluster's folder.
    pub desk: &'a Desk,
    /// The issue's editions, the main one first.
    pub editions: &'a [CheckedIssue<'i>],
    /// The newsletter of each.
    pub newsletters: &'a [Newsletter],
    /// Who gets it.
    pub audience: &'a Audience,
}

impl Plan<'_, '_> {
    /// Shows the plan, asks, and delivers.
    pub fn run(&self, options: &Options, console: &mut dyn Console) -> Result<Exit, Stop> {
        show(self.editions, self.newsletters, self.audience, console);
        if self.audience.recipients.is_empty() {
            return Err(Stop::Refused("nobody on the list may be mailed; the reasons stand above".into()));
        }
        if options.dry_run {
            console.say("dry run: nothing was written");
            return Ok(Exit::Done);
        }
        if !options.yes {
            match console.ask("Deliver it to the outbox?") {
                Some(true) => {}
                Some(false) => {
                    console.say("nothing was sent");
                    return Ok(Exit::Done);
                }
                None => {
                    return Err(Stop::Failure(
                        "nobody is there to answer: add `--yes` to deliver without asking".into(),
                    ));
                }
            }
        }
        self.deliver(console)
    }

    /// The main edition.
    fn main(&self) -> &CheckedIssue<'_> {
        &self.editions[0]
    }

    /// The outbox's folder.
    fn outbox(&self) -> PathBuf {
        self.desk.state().join("outbox")
    }

    /// Writes one message for each recipient who has none yet.
    fn deliver(&self, console: &mut dyn Console) -> Result<Exit, Stop> {
        console.stage("deliver");
        let key = Key::open(&self.desk.state()).map_err(|error| failure("the key in state/", &error))?;
        let folder = self.outbox();
        let mut outbox =
            Outbox::open(&folder).map_err(|error| failure("the outbox can't be opened", &error))?;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let now = console.now();
        self.same_as_before(&outbox, &key)?;
        let templates = templates(self.editions, self.newsletters, now)?;
        for recipient in &self.audience.recipients {
            let Ok((name, message)) = self.message(recipient, &key, &outbox, &templates) else {
                *counts.entry("failed").or_default() += 1;
                continue;
            };
            let written = match message {
                Some(message) => outbox
                    .write(&name, &message)
                    .map_err(|error| failure("a message could not be written", &error))?,
                None => Written::Already,
            };
            *counts.entry(if written == Written::New { "new" } else { "already" }).or_default() += 1;
        }
        console.stage("");
        self.account(&counts, &folder, console);
        match counts.get("failed") {
            Some(failed) => Err(Stop::Failure(format!(
                "{failed} messages could not be composed; nothing was written for them"
            ))),
            None => Ok(Exit::Done),
        }
    }

    /// Refuses to go on where some got the issue already and its text has changed since.
    fn same_as_before(&self, outbox: &Outbox, key: &Key) -> Result<(), Stop> {
        let parts: Vec<String> = self.newsletters.iter().map(Newsletter::fingerprint).collect();
        let fingerprint = crate::output::sha256(parts.join("\n").as_bytes());
        let path = self.desk.state().join(format!("sent-{}", self.name_of_issue()));
        let some_there =
            self.audience.recipients.iter().any(|recipient| outbox.holds(&self.name(recipient, key).0));
        match std::fs::read_to_string(&path) {
            Ok(known) if some_there && known.trim() != fingerprint => Err(Stop::Refused(format!(
                "{} was delivered to some already, with another text or subject; nobody gets two versions. Nothing was sent",
                self.main().month
            ))),
            _ => std::fs::write(&path, format!("{fingerprint}\n"))
                .map_err(|error| failure("the record of what was sent", &error)),
        }
    }

    /// The issue's month, with a mark for drafts.
    fn name_of_issue(&self) -> String {
        let stage = if self.main().stage == Stage::Draft { "-draft" } else { "" };
        format!("{}{stage}", self.main().month)
    }

    /// A message's name in the outbox, and the part of its Message-ID before the `@`.
    fn name(&self, recipient: &Recipient, key: &Key) -> (String, String) {
        let issue = self.name_of_issue();
        let id = key.hash(&["message", &issue, &recipient.normal()]);
        (format!("{issue}.{id}.eml"), id)
    }

    /// A recipient's message with its name in the outbox; `None` if it lies there already.
    fn message(
        &self,
        recipient: &Recipient,
        key: &Key,
        outbox: &Outbox,
        templates: &[Template],
    ) -> Result<(String, Option<Vec<u8>>), String> {
        let (name, id) = self.name(recipient, key);
        if outbox.holds(&name) {
            return Ok((name, None));
        }
        let template = &templates[usize::from(edition(self.editions, recipient))];
        let to = recipient.mailed().ok_or("an address that mail can't carry")?;
        let token = key.token(&recipient.normal());
        let mut message = Vec::new();
        template.write_checked(&Personal { to: &to, id: &id, token: &token }, &mut message)?;
        Ok((name, Some(message)))
    }

    /// Accounts for everybody on the list.
    fn account(&self, counts: &BTreeMap<&str, usize>, folder: &Path, console: &mut dyn Console) {
        let count = |name| counts.get(name).copied().unwrap_or(0);
        console.data(&format!("{}\n", folder.display()));
        let excluded: usize = self
            .audience
            .excluded
            .iter()
            .filter(|(reason, _)| **reason != Exclusion::Twice)
            .map(|(_, count)| count)
            .sum();
        let twice = self.audience.excluded.get(&Exclusion::Twice).copied().unwrap_or(0);
        console.say(&format!(
            "outbox: {} new, {} there already, {excluded} excluded{}",
            count("new"),
            count("already"),
            if twice > 0 { format!(", {twice} on the list twice") } else { String::new() }
        ));
    }
}
