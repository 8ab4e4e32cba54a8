//! What readers did on ordinary web space: a signed log, read with a key that was derived for it alone.

use ring::hmac;

use super::SendError;
use crate::delivery::Key;
use crate::pipeline::Folder;

/// What begins the log: a web server that runs the file shows nothing of it.
const GUARD: &str = "<?php exit; ?>";

/// Something that a reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The line, from 1.
    pub line: u64,
    /// When, in seconds since 1970.
    pub at: i64,
    /// `leave` or `ask`.
    pub action: String,
    /// The token, or the address.
    pub what: String,
    /// The language of the page.
    pub language: String,
}

/// The key that the file on the web signs with, and what names its folder: both derived, so that whoever reads the
/// file there learns nothing of the cluster's own key.
///
/// # Errors
///
/// If the key can't be read.
pub fn web_key(folder: &Folder) -> Result<(String, String), SendError> {
    let key = Key::open(&folder.state()).map_err(|error| SendError::disk("the key in state/", error))?;
    Ok((key.hash(&["web forms", "key"]), key.hash(&["web forms", "folder"])))
}

/// Whether a file is such a log.
pub fn is_web_log(text: &str) -> bool {
    text.starts_with(GUARD) || text.lines().next().is_some_and(|line| line.starts_with("v1\t"))
}

/// The deeds of a log, and the lines that nobody signed.
///
/// # Errors
///
/// If the key can't be read.
pub fn web_log(folder: &Folder, text: &str) -> Result<(Vec<Deed>, Vec<u64>), SendError> {
    let (key, _) = web_key(folder)?;
    let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes());
    let (mut deeds, mut unsigned) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with(GUARD) {
            continue;
        }
        let number = number as u64 + 1;
        match deed(&key, line, number) {
            Some(deed) => deeds.push(deed),
            None => unsigned.push(number),
        }
    }
    Ok((deeds, unsigned))
}

/// A line as a deed, if it is signed.
fn deed(key: &hmac::Key, line: &str, number: u64) -> Option<Deed> {
    let (row, signature) = line.trim_end().rsplit_once('\t')?;
    let bytes: Option<Vec<u8>> = (0..signature.len() / 2)
        .map(|at| u8::from_str_radix(signature.get(2 * at..2 * at + 2)?, 16).ok())
        .collect();
    hmac::verify(key, row.as_bytes(), &bytes?).ok()?;
    let cells: Vec<&str> = row.split('\t').collect();
    let ["v1", at, action, what, language] = cells[..] else { return None };
    let what = crate::value::base64(what).and_then(|bytes| String::from_utf8(bytes).ok())?;
    Some(Deed {
        line: number,
        at: at.parse().ok()?,
        action: action.to_string(),
        what,
        language: language.to_string(),
    })
}
