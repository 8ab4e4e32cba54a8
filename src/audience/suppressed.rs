//! The list of those never to be mailed.

use super::recipient::normal;
use crate::value::{MailAddress, Parse};
use std::collections::BTreeSet;

/// The addresses in a list of those never to be mailed, as they are compared: the first cell of each
/// line. Lines that hold none are given by their number.
pub fn suppressed_in(text: &str) -> (BTreeSet<String>, Vec<usize>) {
    let mut addresses = BTreeSet::new();
    let mut odd = Vec::new();
    for (i, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let cell = line.split([',', ';']).next().unwrap_or_default().trim().trim_matches('"');
        match MailAddress::parse(cell) {
            Ok(address) => {
                addresses.insert(normal(&address));
            }
            // A first line may name the column.
            Err(_)
                if cell.is_empty()
                    || i == 0 && ["email", "e-mail", "address"].contains(&&*cell.to_lowercase()) => {}
            Err(_) => odd.push(i + 1),
        }
    }
    (addresses, odd)
}
