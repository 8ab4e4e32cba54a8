//! What goes out, frozen: every message of a run is made of this and of nothing else, however long
//! it takes and however often it is resumed.

use std::collections::BTreeMap;
use std::fmt;

use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};

use super::Key;
use super::ledger::Planned;
use crate::audience::{Audience, Recipient};
use crate::message::Template;
use crate::value::Millis;
use crate::value::hex;

/// An edition as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenEdition {
    /// Its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its message.
    pub template: Template,
}

/// A file that is published and that the messages lead to or show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hosted {
    /// Its address.
    pub url: String,
    /// The SHA-256 of its bytes; empty for a page, which may be changed a little on its way.
    pub sha256: String,
    /// What a page says of itself, such as `2024-04/en`.
    #[serde(default)]
    pub page: Option<String>,
}

/// Everything about a run that must not change while it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The issue's month.
    pub issue: String,
    /// Whether it is a draft: to reviewers only.
    pub draft: bool,
    /// The editions, the main one first.
    pub editions: Vec<FrozenEdition>,
    /// The files that must be where the messages say.
    pub hosted: Vec<Hosted>,
    /// The sender's address.
    pub from: String,
    /// When nothing may go out any more.
    pub not_after: Millis,
    /// The SHA-256 of each source, of the configuration but for `smtp:`, and of each layout.
    pub files: BTreeMap<String, String>,
    /// The digest of who gets it.
    pub audience: String,
    /// How many rows the list has.
    pub candidates: u64,
    /// How many of them are not mailed, by reason.
    pub excluded: BTreeMap<String, u64>,
}

/// What differs between a plan and now, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A file was changed.
    Changed(String),
    /// A file was added.
    Added(String),
    /// A file was taken away.
    Removed(String),
    /// Somebody was added to the list, or asked for another language.
    Audience(usize),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(file) => write!(f, "`{file}` was changed"),
            Self::Added(file) => write!(f, "`{file}` was added"),
            Self::Removed(file) => write!(f, "`{file}` was taken away"),
            Self::Audience(1) => f.write_str(
                "one person was added to the list of recipients, or another language was asked for",
            ),
            Self::Audience(count) => write!(
                f,
                "{count} people were added to the list of recipients, or asked for another language"
            ),
        }
    }
}

impl Frozen {
    /// What differs in the files.
    pub fn differences(&self, files: &BTreeMap<String, String>) -> Vec<Difference> {
        let mut found = Vec::new();
        for (file, hash) in files {
            match self.files.get(file) {
                None => found.push(Difference::Added(file.clone())),
                Some(known) if known != hash => found.push(Difference::Changed(file.clone())),
                Some(_) => {}
            }
        }
        let gone = self.files.keys().filter(|file| !files.contains_key(*file));
        found.extend(gone.cloned().map(Difference::Removed));
        found
    }
}

/// The digest of who gets which edition.
pub fn digest(audience: &Audience, edition: &dyn Fn(&Recipient) -> u16) -> String {
    let mut hash = Context::new(&SHA256);
    for recipient in &audience.recipients {
        hash.update(recipient.normal().as_bytes());
        hash.update(format!("\0{}\n", edition(recipient)).as_bytes());
    }
    hex(hash.finish().as_ref())
}

/// Everybody as planned rows: reviewers first, then the others in an order that a keyed hash gives,
/// the same each time, which spreads each provider's addresses over the run.
pub fn recipients<'a>(
    audience: &'a Audience,
    issue: &'a str,
    key: &'a Key,
    edition: &'a dyn Fn(&Recipient) -> u16,
) -> impl Iterator<Item = Planned> + 'a {
    let id = move |recipient: &Recipient| key.hash(&["message", issue, &recipient.normal()]);
    let mut order: Vec<(bool, [u8; 8], u32)> = audience
        .recipients
        .iter()
        .zip(0_u32..)
        .map(|(recipient, at)| {
            let mut first = [0; 8];
            first.copy_from_slice(&id(recipient).as_bytes()[..8]);
            (!recipient.reviewer, first, at)
        })
        .collect();
    order.sort_unstable();
    order.into_iter().filter_map(move |(_, _, at)| {
        let recipient = audience.recipients.get(at as usize)?;
        let normal = recipient.normal();
        Some(Planned {
            address: recipient.mailed()?,
            message_id: id(recipient),
            token: key.token(&normal),
            edition: edition(recipient),
            reviewer: recipient.reviewer,
            normal,
        })
    })
}
