//! `smtp:` and `dkim:` in `bulletin.yaml`: where messages are handed over, how fast (one of the paces of
//! `rates.rs`, or other numbers), how often somebody is tried, and what signs. Secrets are named, never
//! written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::rates::{PaceKind, Rates};
use crate::sources::{Field, Level, List, Reader, fields_of};
use crate::value::{Complaint, MailAddress, Parse, Shape, choices};

choices! {
    /// How the connection to the relay is kept private.
    SecurityKind ("security") {
        /// TLS from the first byte: port 465.
        Tls = "tls",
        /// TLS after a first word: port 587.
        Starttls = "starttls",
        /// None; to this machine only.
        None = "none",
    }
}

/// Where a secret comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretSource {
    /// An environment variable.
    Variable(String),
    /// What a command prints.
    Command(String),
}

/// The relay as configured.
#[derive(Debug, Clone)]
pub struct RelayConfig {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept private.
    pub security: SecurityKind,
    /// The user's name, if it wants a login.
    pub user: Option<String>,
    /// Where the password comes from.
    pub password: Option<SecretSource>,
    /// Where a token comes from, in place of a password.
    pub token: Option<SecretSource>,
    /// A PEM file with root certificates of the house, below the cluster's folder.
    pub ca: Option<String>,
    /// How fast.
    pub rates: Rates,
    /// Where bounces go; the sender's address if absent.
    pub return_path: Option<MailAddress>,
    /// Whether the recipient's token is put into that address.
    pub verp: bool,
    /// Whether reports of failures are asked for.
    pub dsn: bool,
    /// How long before somebody is tried again, in seconds.
    pub retry: u32,
    /// How often somebody is tried.
    pub attempts: u32,
    /// How long a run waits for those to be tried again, in minutes.
    pub wait: u32,
    /// How many hours after its plan an issue may go out.
    pub send_within: u32,
}

/// A key that signs messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DkimKey {
    /// Its name in the DNS.
    pub selector: String,
    /// The file with its private half, below the cluster's folder.
    pub file: String,
}

/// The mail server that takes the messages. No password stands here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawRelay {
    /// Its name.
    host: Option<Field<String>>,
    /// Its port; 587 if left out, 465 with `tls`.
    port: Option<Field<u32>>,
    /// How the connection is protected.
    security: Option<Field<SecurityKind>>,
    /// The name to sign in with.
    user: Option<Field<String>>,
    /// The environment variable that holds the password.
    password_env: Option<Field<VariableName>>,
    /// The command that prints the password.
    password_command: Option<Field<String>>,
    /// The environment variable that holds an OAuth token.
    token_env: Option<Field<VariableName>>,
    /// The command that prints an OAuth token.
    token_command: Option<Field<String>>,
    /// A PEM file with root certificates of the house, below the cluster's folder.
    ca: Option<Field<String>>,
    /// How fast it may be given messages: one of the known services' limits.
    pace: Option<Field<PaceKind>>,
    /// At most so many a second.
    per_second: Option<Field<u32>>,
    /// At most so many a minute.
    per_minute: Option<Field<u32>>,
    /// At most so many an hour.
    per_hour: Option<Field<u32>>,
    /// At most so many a day.
    per_day: Option<Field<u32>>,
    /// At most so many connections at a time.
    connections: Option<Field<u32>>,
    /// Where bounces go; the sender's address if left out.
    return_path: Option<Field<MailAddress>>,
    /// Whether each recipient has a bounce address of their own (VERP): the token is put into `return_path`.
    verp: Option<Field<bool>>,
    /// Whether reports of failures are asked for.
    dsn: Option<Field<bool>>,
    /// How long to wait before somebody deferred is tried again.
    retry_seconds: Option<Field<u32>>,
    /// How often somebody deferred is tried.
    attempts: Option<Field<u32>>,
    /// How long one run waits for those deferred.
    wait_minutes: Option<Field<u32>>,
    /// How long after planning the rest may still go out.
    send_within_hours: Option<Field<u32>>,
}

/// What signs messages, where the relay does not.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawDkim {
    /// The key's name in the DNS; `bulletin dkim` prints the record.
    selector: Option<List<String>>,
    /// The file with its private half, below the cluster's folder.
    key: Option<List<String>>,
}

/// The name of an environment variable. A password is none: whoever types one here is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VariableName(String);

impl Parse for VariableName {
    const SHAPE: Shape = Shape::Form {
        what: "the name of an environment variable",
        pattern: "^[A-Z_][A-Z0-9_]*$",
        example: "BULLETIN_PASSWORD",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let mut characters = text.chars();
        let first = characters.next().is_some_and(|c| c.is_ascii_uppercase() || c == '_');
        if first && characters.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_') {
            return Ok(Self(text.to_string()));
        }
        // What was typed may be the secret itself: it is not repeated.
        Err(Complaint::new(
            "this is no name of an environment variable",
            "type the variable's name, such as `BULLETIN_PASSWORD`, and never the password itself: if one stood here, change it",
        ))
    }
}

/// The names of all fields below `smtp:` and `dkim:`.
pub(super) fn known() -> Vec<Level> {
    vec![
        ("smtp", fields_of::<RawRelay>()),
        ("dkim", fields_of::<RawDkim>()),
        ("dkim[]", fields_of::<RawDkim>()),
    ]
}

impl RelayConfig {
    /// Reads `smtp:`; `None` if there is no relay, or it cannot be read.
    pub(super) fn build(raw: RawRelay, reader: &mut Reader<'_>) -> Option<Self> {
        let mut at = reader.below("smtp");
        let host = at.required(raw.host, "host", "smtp.example.org")?;
        let security = at.optional(raw.security, "security");
        let port = at.optional(raw.port, "port").and_then(|port| u16::try_from(port).ok());
        let security = security.unwrap_or(match port {
            Some(465) => SecurityKind::Tls,
            _ => SecurityKind::Starttls,
        });
        let port = port.unwrap_or(match security {
            SecurityKind::Tls => 465,
            SecurityKind::Starttls => 587,
            SecurityKind::None => 25,
        });
        let variable = |name: VariableName| SecretSource::Variable(name.0);
        let password = at.optional(raw.password_env, "password_env").map(variable);
        let password_command =
            at.optional(raw.password_command, "password_command").map(SecretSource::Command);
        let token = at.optional(raw.token_env, "token_env").map(variable);
        let token_command = at.optional(raw.token_command, "token_command").map(SecretSource::Command);
        let pace = at.optional(raw.pace, "pace").unwrap_or_else(|| PaceKind::of(&host));
        let mut rates = pace.rates();
        let own = [
            at.optional(raw.per_second, "per_second"),
            at.optional(raw.per_minute, "per_minute"),
            at.optional(raw.per_hour, "per_hour"),
            at.optional(raw.per_day, "per_day"),
        ];
        for (most, own) in rates.most.iter_mut().zip(own) {
            *most = own.or(*most);
        }
        rates.connections =
            at.optional(raw.connections, "connections").unwrap_or(rates.connections).clamp(1, 100);
        let return_path = at.optional(raw.return_path, "return_path");
        return_path.iter().for_each(|path| super::manifest::unsendable(&mut at, path, "return_path"));
        Some(Self {
            host,
            port,
            security,
            user: at.optional(raw.user, "user"),
            password: password.or(password_command),
            token: token.or(token_command),
            ca: at.optional(raw.ca, "ca"),
            rates,
            return_path,
            verp: at.optional(raw.verp, "verp").unwrap_or(false),
            dsn: at.optional(raw.dsn, "dsn").unwrap_or(false),
            retry: at.optional(raw.retry_seconds, "retry_seconds").unwrap_or(300).max(1),
            attempts: at.optional(raw.attempts, "attempts").unwrap_or(8).max(1),
            wait: at.optional(raw.wait_minutes, "wait_minutes").unwrap_or(60),
            send_within: at.optional(raw.send_within_hours, "send_within_hours").unwrap_or(72),
        })
    }
}

/// Reads `dkim:`.
pub(super) fn keys(raw: RawDkim, reader: &mut Reader<'_>) -> Vec<DkimKey> {
    let mut at = reader.below("dkim");
    let selectors = at.list(raw.selector, "selector");
    let files = at.list(raw.key, "key");
    if selectors.len() != files.len() {
        let place = reader.file.place("dkim");
        reader.findings.push(
            crate::diagnostic::Diagnostic::error(
                "invalid-value",
                "dkim: each selector needs its key, and each key its selector",
            )
            .at(place)
            .hint("`dkim: {selector: news1, key: state/dkim-news1.pem}`; `bulletin dkim news1` makes both"),
        );
        return vec![];
    }
    selectors.into_iter().zip(files).map(|(selector, file)| DkimKey { selector, file }).collect()
}
