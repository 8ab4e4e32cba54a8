//! Everything that is needed to speak to the relay, from the configuration, the machine and its secrets.

use super::{SendError, secrets};
use crate::delivery::run::Rules;
use crate::delivery::smtp::{Limits, Login, Relay, SecretError, Security, tls_client};
use crate::message::TOKEN_LENGTH;
use crate::model::{Config, DkimKey, Rates, RelayConfig, SecurityKind, is_loopback};
use crate::pipeline::Folder;
use crate::value::Millis;

/// Everything that is needed to speak to the relay, checked before anybody is planned.
pub(super) struct Settings {
    pub(super) relay: Relay,
    /// What signs: keys with their private half.
    pub(super) keys: Vec<(DkimKey, Vec<u8>)>,
    /// Whether bounces go elsewhere than to the sender.
    pub(super) own_path: bool,
    pub(super) rules: Rules,
}

impl Settings {
    /// Reads secrets, certificates and keys.
    pub(super) fn read(folder: &Folder, config: &Config) -> Result<Self, SendError> {
        Self::with_login(folder, config, secrets::login)
    }

    /// Says what would be missing, without running a command that gives a secret.
    pub(super) fn check(folder: &Folder, config: &Config) -> Result<(), SendError> {
        Self::with_login(folder, config, |relay| secrets::check(relay).map(|()| None)).map(drop)
    }

    /// The settings with a login that is had in some way.
    fn with_login(
        folder: &Folder,
        config: &Config,
        login: impl FnOnce(&RelayConfig) -> Result<Option<Login>, SecretError>,
    ) -> Result<Self, SendError> {
        let Some(smtp) = &config.smtp else {
            return Err(SendError::failure(
                "there is no relay: set `transport: smtp` and `smtp:` in bulletin.yaml",
            ));
        };
        if smtp.security == SecurityKind::None && !is_loopback(&smtp.host) {
            return Err(SendError::failure(format!(
                "`security: none` to `{}` would show everything to everybody: only a server on this machine is spoken to without TLS; set `security: tls` or `starttls`",
                smtp.host
            )));
        }
        let file = |name: &str, what: &str| {
            std::fs::read(folder.root.join(name))
                .map_err(|error| SendError::because(&format!("{what} `{name}` can't be read"), error))
        };
        let own = smtp.ca.as_deref().map(|name| file(name, "the certificate")).transpose()?;
        let tls = tls_client(own.as_deref())
            .map_err(|error| SendError::because("`smtp: ca` can't be used", error))?;
        let mut keys = Vec::new();
        for key in &config.dkim {
            keys.push((key.clone(), file(&key.file, "the key")?));
        }
        let return_path = smtp.return_path.clone();
        // A token and its `+` must fit into a local part (RFC 5321, section 4.5.3.1.1).
        let longest = 64 - TOKEN_LENGTH - 1;
        let path = return_path.as_ref().unwrap_or(&config.from);
        if smtp.verp && path.local().len() > longest {
            return Err(SendError::failure(format!(
                "`smtp: return_path`: with `verp`, the part before the `@` has {longest} characters at most"
            )));
        }
        let factor = time_factor();
        let relay = Relay {
            host: smtp.host.clone(),
            port: smtp.port,
            security: match smtp.security {
                SecurityKind::Tls => Security::Tls,
                SecurityKind::Starttls => Security::Starttls,
                SecurityKind::None => Security::Plain,
            },
            tls,
            login: login(smtp).map_err(|error| SendError::failure(error.to_string()))?,
            return_path: return_path.unwrap_or_else(|| config.from.clone()),
            verp: smtp.verp,
            dsn: smtp.dsn,
            limits: Limits::scaled(factor),
        };
        Ok(Self { relay, keys, own_path: smtp.return_path.is_some(), rules: rules(smtp, factor) })
    }
}

/// The rules that a configuration gives; `not_after` is the plan's.
fn rules(smtp: &RelayConfig, factor: f64) -> Rules {
    let millis = |seconds: f64| (seconds * 1000.0 * factor) as Millis;
    Rules {
        rates: smtp.rates,
        retry: millis(f64::from(smtp.retry)),
        pause: millis(10.0),
        attempts: smtp.attempts,
        wait: millis(f64::from(smtp.wait) * 60.0),
        not_after: Millis::MAX,
    }
}

/// The rules of the outbox: at once, one after the other, each once.
pub(super) fn outbox_rules() -> Rules {
    let rates = Rates { connections: 1, ..Rates::LOCAL };
    Rules { rates, retry: 1, pause: 1, attempts: 1, wait: 0, not_after: Millis::MAX }
}

/// How much slower time goes: 1 but in tests.
pub(super) fn time_factor() -> f64 {
    match cfg!(feature = "failpoints") {
        true => std::env::var("BULLETIN_TEST_TIME").ok().and_then(|text| text.parse().ok()).unwrap_or(1.0),
        false => 1.0,
    }
}
