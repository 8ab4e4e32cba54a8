//! The people in `state/`: opened with the cluster's key, and as a list that goes by the same rules as a file.

use std::path::PathBuf;

use super::SendError;
use crate::audience::store::Store;
use crate::delivery::Key;
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
