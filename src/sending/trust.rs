//! Commands of the configuration: `bulletin.yaml` lies in a folder that others may write to, and what it
//! names is run with the rights of whoever sends. So a command is shown and asked for before its first
//! run on a machine.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::ledger::own_state;
use super::{Operator, Override, SendError};
use crate::model::{RelayConfig, SecretSource};
use crate::value::sha256;

/// The file in the user's own folder that holds the hashes of the commands that were said yes to.
const TRUSTED: &str = "trusted-commands";

/// Asks for each command that gives a secret, unless somebody said yes to it on this machine.
pub(super) fn commands(
    relay: Option<&RelayConfig>,
    permits: Override,
    operator: &mut dyn Operator,
) -> Result<(), SendError> {
    let Some(relay) = relay else { return Ok(()) };
    // Of the two only one is asked for; see `secrets::login`.
    let source = match (&relay.user, &relay.token, &relay.password) {
        (Some(_), Some(token), _) => Some(("token", token)),
        (Some(_), None, Some(password)) => Some(("password", password)),
        _ => None,
    };
    let Some((what, SecretSource::Command(command))) = source else { return Ok(()) };
    let mut trusted = read().map_err(|error| SendError::disk("the list of trusted commands", error))?;
    let hash = sha256(command.as_bytes());
    if trusted.contains(&hash) {
        return Ok(());
    }
    if !permits.command {
        operator.say(&format!(
            "bulletin.yaml names a command that is run on this machine, with your rights, to give the {what}:\n  {command}"
        ));
        match operator.ask("Is it yours, and may it be run from now on?") {
            Some(true) => {}
            Some(false) => {
                return Err(SendError::Declined(format!(
                    "the command was not run, and nothing was sent; name another way to the {what} in bulletin.yaml"
                )));
            }
            None => {
                return Err(SendError::Refused(format!(
                    "this command was never run on this machine, and nobody is there to say that it may: {command}\nsend once by hand and answer the question, or add `--accept-command` if you know it"
                )));
            }
        }
    }
    trusted.insert(hash);
    write(&trusted).map_err(|error| SendError::disk("the list of trusted commands", error))
}

/// Where the hashes stand, if the user has a folder of their own.
fn path() -> Option<PathBuf> {
    Some(own_state()?.join("bulletin").join(TRUSTED))
}

/// The hashes of the commands that were said yes to.
fn read() -> io::Result<BTreeSet<String>> {
    let Some(path) = path() else { return Ok(BTreeSet::new()) };
    match fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().map(str::to_string).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(error),
    }
}

fn write(trusted: &BTreeSet<String>) -> io::Result<()> {
    let Some(path) = path() else { return Ok(()) };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let lines: String = trusted.iter().map(|hash| format!("{hash}\n")).collect();
    fs::write(path, lines)
}
