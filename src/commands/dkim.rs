//! `bulletin dkim`: a key that signs messages, and what the DNS must say of it.

use super::{Console, Desk, Exit, Stop};
use crate::cli::KeyKind;
use crate::message::{Algorithm, Signer, new_key};

/// Makes a key in `state/`, and prints its DNS record.
pub fn run(desk: &Desk, selector: &str, kind: KeyKind, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = desk.load(console)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if selector.is_empty() || selector.len() > 63 || !selector.chars().all(plain) || selector.starts_with('-')
    {
        return Err(Stop::Failure(format!(
            "`{selector}` is no name for a key: use small letters and digits, such as `news1`"
        )));
    }
    let Some(domain) = loaded.cluster.config.from.ascii_domain() else {
        return Err(Stop::Failure("the domain of `from` is no name that mail can carry".into()));
    };
    let algorithm = match kind {
        KeyKind::Rsa => Algorithm::Rsa,
        KeyKind::Ed25519 => Algorithm::Ed25519,
    };
    let name = format!("dkim-{selector}.pem");
    let path = desk.state().join(&name);
    let pem = match std::fs::read_to_string(&path) {
        // A key that is there is shown once more, never replaced.
        Ok(pem) => pem,
        Err(_) => {
            let pem = new_key(algorithm).map_err(|error| Stop::Failure(error.0))?;
            crate::output::write_secret(&path, pem.as_bytes())
                .map_err(|error| super::failure("the key could not be written", &error))?;
            pem
        }
    };
    let signer = Signer::new(&domain, selector, pem.as_bytes())
        .map_err(|error| Stop::Failure(format!("state/{name}: {}", error.0)))?;
    let (record, text) = signer.dns_record().map_err(|error| Stop::Failure(error.0))?;
    // A string in the DNS holds 255 bytes at most (RFC 1035, section 3.3).
    let strings: Vec<_> =
        text.as_bytes().chunks(255).map(|part| format!("\"{}\"", String::from_utf8_lossy(part))).collect();
    console.data(&format!("{record}. IN TXT ( {} )\n", strings.join(" ")));
    console.say(&format!(
        "the private half is `state/{name}`: it never leaves this machine. Have the record put into the DNS of {domain}, wait an hour, then add to bulletin.yaml: `dkim: {{selector: {selector}, key: state/{name}}}`"
    ));
    Ok(Exit::Done)
}
