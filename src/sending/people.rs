//! The people in `state/`: opened with the cluster's key, and as a list that goes by the same rules as a file.

use std::path::PathBuf;

use super::ledger::open;
use super::{LEDGER, SUPPRESSIONS, SendError};
use crate::audience::store::Store;
use crate::audience::suppressed_in;
use crate::delivery::ledger::Ledger;
use crate::delivery::{Key, Outbox};
use crate::pipeline::Folder;

/// The file, in `state/`.
const FILE: &str = "audience.db";

/// Where the people of a cluster are kept.
pub fn people_file(folder: &Folder) -> PathBuf {
    folder.state().join(FILE)
}

/// Opens the people of a cluster; the file is made if it is not there.
///
/// # Errors
///
/// If it can't be opened.
pub fn people(folder: &Folder) -> Result<Store, SendError> {
    let state = folder.state();
    let broken = |error| SendError::disk("the people in state/", error);
    std::fs::create_dir_all(&state).map_err(broken)?;
    let path = people_file(folder);
    crate::system::private_file(&path).map_err(broken)?;
    let key = Key::open(&state).map_err(|error| SendError::disk("the key in state/", error))?;
    Store::open(&path, move |normal| key.hash(&["person", normal]))
        .map_err(|error| SendError::because("the people in state/", error))
}

/// Takes somebody out of the ledger of what was sent, and out of the outbox; whether the list of one's own in `state/`
/// (`suppressions.csv`) still names them.
///
/// # Errors
///
/// If a sender is at work, or they can't be written; nothing is half done that another call would not finish.
pub fn erase_from_ledger(folder: &Folder, normal: &str, now: jiff::Timestamp) -> Result<bool, SendError> {
    let state = folder.state();
    let own = std::fs::read_to_string(state.join(SUPPRESSIONS)).unwrap_or_default();
    let named = suppressed_in(&own).0.contains(normal);
    if !state.join(LEDGER).exists() {
        return Ok(named);
    }
    let mut ledger = open(folder, false, now)?;
    // The messages go first: who was erased from the ledger is not found again.
    let messages: Vec<String> = ledger.who(normal)?.into_iter().map(|row| row.recipient.message_id).collect();
    let names =
        messages.iter().map(|id| id.trim_start_matches('<').split('@').next().unwrap_or(id)).collect();
    Outbox::take_out(&state.join("outbox"), &names)
        .map_err(|error| SendError::disk("the outbox can't be changed", error))?;
    ledger.erase(normal, now.as_millisecond())?;
    Ok(named)
}

/// The address of whoever a token or an address names, as it is compared.
///
/// # Errors
///
/// If the store or the key can't be read.
pub fn person_of(folder: &Folder, store: &Store, typed: &str) -> Result<Option<String>, SendError> {
    use crate::audience::normal;
    use crate::value::{MailAddress, Parse};
    if typed.contains('@') {
        return Ok(MailAddress::parse(typed.trim()).ok().map(|address| normal(&address)));
    }
    let key = Key::open(&folder.state()).map_err(|error| SendError::disk("the key in state/", error))?;
    let token = typed.split_whitespace().last().unwrap_or_default();
    let people = store.people().map_err(|error| SendError::because("the people in state/", error))?;
    Ok(people.into_iter().map(|person| person.normal).find(|normal| key.token(normal) == token))
}
