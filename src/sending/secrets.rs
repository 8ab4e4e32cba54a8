//! Secrets: read when they are needed, from where the configuration says, and kept nowhere.

use std::process::{Command, Stdio};
use std::sync::Arc;

use secrecy::SecretString;

use crate::delivery::smtp::{Login, SecretError};
use crate::model::{RelayConfig, SecretSource};

/// The login of a relay, if it is configured.
///
/// # Errors
///
/// What is missing.
pub(super) fn login(relay: &RelayConfig) -> Result<Option<Login>, SecretError> {
    let Some(user) = &relay.user else { return Ok(None) };
    match (&relay.token, &relay.password) {
        (Some(source), _) => {
            // Whether it can be had is known before anybody is planned.
            read(source, "token")?;
            let source = source.clone();
            Ok(Some(Login::Token(user.clone(), Arc::new(move || read(&source, "token")))))
        }
        (None, Some(source)) => Ok(Some(Login::Password(user.clone(), read(source, "password")?))),
        (None, None) => Err(SecretError(
            "`smtp: user` has no secret: name an environment variable in `password_env`, or a command that prints it in `password_command` (`secret-tool lookup service bulletin`, `pass show bulletin`)".into(),
        )),
    }
}

/// Says what would be missing at a login. A command is not run: it belongs to whoever wrote the
/// configuration, and a look runs nothing of theirs.
pub(super) fn check(relay: &RelayConfig) -> Result<(), SecretError> {
    match (&relay.user, relay.token.as_ref().or(relay.password.as_ref())) {
        (Some(_), Some(source @ SecretSource::Variable(_))) => {
            read(source, if relay.token.is_some() { "token" } else { "password" }).map(drop)
        }
        (Some(_), None) => login(relay).map(drop),
        _ => Ok(()),
    }
}

/// Reads a secret: a variable's value, or the first line that a command prints.
fn read(source: &SecretSource, what: &str) -> Result<SecretString, SecretError> {
    let text = match source {
        SecretSource::Variable(name) => std::env::var(name).map_err(|_| {
            SecretError(format!("the environment variable `{name}`, which holds the {what}, is not set"))
        })?,
        SecretSource::Command(command) => {
            let output =
                shell(command).stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| {
                    SecretError(format!("the command that gives the {what} can't be run: {error}"))
                })?;
            if !output.status.success() {
                return Err(SecretError(format!(
                    "the command that gives the {what} (`smtp: {what}_command`) ended with {}",
                    output.status
                )));
            }
            String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_string()
        }
    };
    match text.trim().is_empty() {
        true => Err(SecretError(format!("the {what} is empty"))),
        false => Ok(SecretString::from(text.trim_end_matches(['\r', '\n']).to_string())),
    }
}

/// A command line as the system's shell runs it.
fn shell(command: &str) -> Command {
    let (program, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut shell = Command::new(program);
    shell.arg(flag).arg(command);
    shell
}
