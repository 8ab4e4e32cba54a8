//! SMTP (RFC 5321): lettre's low-level connection over our own stream, one step at a time, so that
//! it is known at every moment whether a message may have been accepted.

mod attempt;
mod connect;
mod offers;
mod session;
mod stream;
mod tls;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use secrecy::SecretString;

pub use attempt::{Attempt, Envelope, Refused};
pub use connect::connect;
pub use session::Session;
pub use tls::{TlsError, client as tls_client};

use crate::value::MailAddress;

/// How a connection is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (RFC 8314, section 3.3): port 465.
    Tls,
    /// TLS after `STARTTLS` (RFC 3207), or nothing: port 587.
    Starttls,
    /// None; to this machine only.
    Plain,
}

/// How the relay is told who we are (RFC 4954).
#[derive(Clone)]
pub enum Login {
    /// With a password, by PLAIN (RFC 4616) or LOGIN.
    Password(String, SecretString),
    /// With a token that expires, by XOAUTH2: asked for anew for each connection.
    Token(String, TokenSource),
}

/// Why there is no password or token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretError(pub String);

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SecretError {}

/// Where a token comes from.
pub type TokenSource = Arc<dyn Fn() -> Result<SecretString, SecretError> + Send + Sync>;

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}

/// Where messages are handed over.
#[derive(Clone)]
pub struct Relay {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept private.
    pub security: Security,
    /// What TLS is done with.
    pub tls: Arc<ClientConfig>,
    /// Who we are, if it asks.
    pub login: Option<Login>,
    /// Where bounces go: the envelope's sender.
    pub return_path: MailAddress,
    /// Whether the recipient's token is put into the return path (`bounces+TOKEN@…`).
    pub verp: bool,
    /// Whether reports of failures are asked for (RFC 3461).
    pub dsn: bool,
    /// How long each step may take.
    pub limits: Limits,
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relay({}:{})", self.host, self.port)
    }
}

/// How long each step may take (RFC 5321, section 4.5.3.2).
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until the connection stands.
    pub connect: Duration,
    /// The greeting, `EHLO`, `MAIL`, `RCPT`: 5 minutes.
    pub command: Duration,
    /// `DATA`: 2 minutes.
    pub data: Duration,
    /// A block of the message: 3 minutes.
    pub block: Duration,
    /// The answer after the dot: 10 minutes. Who hangs up before makes duplicates.
    pub dot: Duration,
    /// How many messages go over one connection.
    pub messages: u32,
    /// How long a connection is used.
    pub age: Duration,
}

impl Limits {
    /// What the standard asks for, times a factor, which is 1 but in tests.
    pub fn scaled(factor: f64) -> Self {
        let seconds = |seconds: f64| Duration::from_secs_f64(seconds * factor);
        Self {
            connect: seconds(60.0),
            command: seconds(300.0),
            data: seconds(120.0),
            block: seconds(180.0),
            dot: seconds(600.0),
            messages: 100,
            age: seconds(300.0),
        }
    }
}

/// Why there is no connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectError {
    /// Not now: the network, or a relay that is busy.
    Later(String),
    /// Not without somebody doing something: a certificate, a password, no TLS. In words.
    Stop(String),
}

impl ConnectError {
    /// Whether it may work by itself after a while.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Later(_))
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later(why) | Self::Stop(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ConnectError {}
