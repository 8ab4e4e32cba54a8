//! A mailbox: a file (mbox, `.eml`) or a folder (Maildir) with copies of what was sent, or with
//! bounces. Each names the Message-ID, and whoever has it got it from the relay.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::Evidence;

/// The length of an id in hexadecimal digits.
const ID: usize = 32;

/// Looks for Message-IDs in a mailbox.
pub fn read_mailbox(path: &Path, wanted: &BTreeSet<String>) -> io::Result<Evidence> {
    let mut evidence = Evidence::default();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        for id in ids(&bytes) {
            if wanted.contains(id) {
                let place = entry.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
                evidence.accepted.entry(id.to_string()).or_insert_with(|| format!("in the mailbox, {place}"));
            }
        }
    }
    Ok(evidence)
}

/// Everything that has the shape of an id before an `@`.
fn ids(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let ats = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'@').map(|(at, _)| at);
    ats.filter_map(move |at| {
        let id = bytes.get(at.checked_sub(ID)?..at)?;
        let hex = id.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        std::str::from_utf8(id).ok().filter(|_| hex)
    })
}
