//! `bulletin send receipt`, `who` and `pending`: the ledger asked.

use super::{Console, Exit, Stop};
use crate::pipeline::Folder;
use crate::sending;

/// The account of an issue.
pub fn receipt(
    folder: &Folder,
    asked: Option<&str>,
    json: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    Ok(sending::receipt(folder, asked, json, console)?.into())
}

/// What became of one person.
pub fn who(folder: &Folder, address: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    Ok(sending::who(folder, address, console)?.into())
}

/// Who did not get an issue, or not for certain.
pub fn pending(folder: &Folder, asked: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    Ok(sending::pending(folder, asked, console)?.into())
}
