//! What came back, put to the people whom it speaks of: by our own Message-IDs and tokens, which nobody can guess.

use std::collections::BTreeMap;

use super::SendError;
use super::ledger::open_read_only;
use crate::delivery::Key;
use crate::delivery::ledger::{ERASED, Ledger, State};
use crate::mailbox::Sorted;
use crate::pipeline::Folder;

/// How sure it is of whom a message speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// A Message-ID or a token of ours says so.
    Sure(String),
    /// An address says so, which anybody can write.
    Perhaps(String),
    /// Nothing says.
    Nobody,
}

/// Everybody whom messages went to, by what messages are known by.
pub struct Sent {
    /// By Message-ID.
    messages: BTreeMap<String, String>,
    /// By token.
    tokens: BTreeMap<String, String>,
    /// By the address as it is compared.
    addresses: BTreeMap<String, ()>,
}

impl Sent {
    /// Reads the ledger, if there is one, and makes the tokens of those `known` besides.
    ///
    /// # Errors
    ///
    /// If ledger or key can't be read.
    pub fn read(folder: &Folder, known: &[String]) -> Result<Self, SendError> {
        let mut sent =
            Self { messages: BTreeMap::new(), tokens: BTreeMap::new(), addresses: BTreeMap::new() };
        let all = [
            State::Accepted,
            State::Deferred,
            State::Uncertain,
            State::Rejected,
            State::Blocked,
            State::Expired,
        ];
        if let Ok(ledger) = open_read_only(folder) {
            for name in ledger.runs()? {
                let Some(run) = ledger.run(&name)? else { continue };
                for row in ledger.rows(run.id, &all)? {
                    if row.recipient.normal.ends_with(ERASED) {
                        continue;
                    }
                    sent.messages.insert(row.recipient.message_id.clone(), row.recipient.normal.clone());
                    sent.tokens.insert(row.recipient.token.clone(), row.recipient.normal.clone());
                    sent.addresses.insert(row.recipient.normal.clone(), ());
                }
            }
        }
        let key = Key::open(&folder.state()).map_err(|error| SendError::disk("the key in state/", error))?;
        for normal in known {
            sent.tokens.insert(key.token(normal), normal.clone());
            sent.addresses.insert(normal.clone(), ());
        }
        Ok(sent)
    }

    /// Whose a token is, as their address is compared.
    pub fn holder(&self, token: &str) -> Option<&str> {
        self.tokens.get(token).map(String::as_str)
    }

    /// Which message of ours it speaks of, by its Message-ID.
    pub fn message<'a>(&self, sorted: &'a Sorted) -> Option<&'a str> {
        sorted.messages.iter().find(|id| self.messages.contains_key(*id)).map(String::as_str)
    }

    /// Whose a message is.
    pub fn whose(&self, sorted: &Sorted) -> Whose {
        let by_id = sorted.messages.iter().find_map(|id| self.messages.get(id));
        let by_token = || sorted.tokens.iter().find_map(|token| self.tokens.get(token));
        if let Some(sure) = by_id.or_else(by_token) {
            return Whose::Sure(sure.clone());
        }
        match sorted.addresses.iter().find(|address| self.addresses.contains_key(*address)) {
            Some(address) => Whose::Perhaps(address.clone()),
            None => Whose::Nobody,
        }
    }
}
