//! Those never to be mailed, looked up again before each message: whoever leaves while a run is
//! going on is not mailed after that instant.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::PathBuf;
use std::time::SystemTime;

/// The list as it stands on the disk.
#[derive(Debug)]
pub struct Suppressions {
    /// The file.
    path: PathBuf,
    /// What it looked like when it was read: when it was changed, and how long it is.
    seen: Option<(Option<SystemTime>, u64)>,
    /// The addresses in it, as they are compared.
    listed: BTreeSet<String>,
    /// Those who are suppressed for another reason: the ledger's.
    known: BTreeSet<String>,
    /// Whether the list could be read the last time.
    readable: bool,
}

/// A file's state.
fn state_of(data: &Metadata) -> (Option<SystemTime>, u64) {
    (data.modified().ok(), data.len())
}

impl Suppressions {
    /// The list in a file, which need not be there, and addresses known otherwise.
    pub fn new(path: PathBuf, known: BTreeSet<String>) -> Self {
        let mut list = Self { path, seen: None, listed: BTreeSet::new(), known, readable: true };
        list.refresh();
        list
    }

    /// Reads the file if it has changed. One that can't be read suppresses everybody: better nobody
    /// is mailed than one who has left.
    fn refresh(&mut self) {
        let seen = std::fs::metadata(&self.path).ok().map(|data| state_of(&data));
        if seen == self.seen && self.readable {
            return;
        }
        match std::fs::read_to_string(&self.path) {
            Ok(text) => {
                // An editor may be in the middle of saving it: during a run nobody comes off the list.
                self.listed.extend(crate::audience::suppressed_in(&text).0);
                self.readable = true;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => self.readable = true,
            Err(_) => self.readable = false,
        }
        self.seen = seen;
    }

    /// Whether somebody is not to be mailed, by their address as it is compared.
    pub fn holds(&mut self, normal: &str) -> bool {
        self.refresh();
        self.listed.contains(normal) || self.known.contains(normal)
    }

    /// Whether the list can be read.
    pub fn is_readable(&mut self) -> bool {
        self.refresh();
        self.readable
    }
}
