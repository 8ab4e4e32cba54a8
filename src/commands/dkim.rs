//! `bulletin dkim`: a key that signs messages, and what the DNS must say of it.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, load};
use crate::message::{Signer, new_key};
use crate::pipeline::Folder;
use crate::system::write_secret;

/// Shows the DNS record of the key in `state/`; makes an Ed25519 key if there is none.
pub fn run(folder: &Folder, selector: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
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
    let name = format!("dkim-{selector}.pem");
    let path = folder.state().join(&name);
    let (pem, made) = match std::fs::read_to_string(&path) {
        // A key that is there is shown once more, never replaced.
        Ok(pem) => (pem, false),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let pem = new_key().map_err(|error| Stop::Failure(error.to_string()))?;
            write_secret(&path, pem.as_bytes())
                .map_err(|error| Stop::disk("the key could not be written", error))?;
            (pem, true)
        }
        Err(error) => return Err(Stop::disk(&format!("state/{name} can't be read"), error)),
    };
    let signer = Signer::new(&domain, selector, pem.as_bytes())
        .map_err(|error| Stop::Failure(format!("state/{name}: {error}")))?;
    let (record, text) = signer.dns_record();
    // A string in the DNS holds 255 bytes at most (RFC 1035, section 3.3).
    let strings: Vec<_> =
        text.as_bytes().chunks(255).map(|part| format!("\"{}\"", String::from_utf8_lossy(part))).collect();
    console.data(&format!("{record}. IN TXT ( {} )\n", strings.join(" ")));
    if made {
        console.say(&format!(
            "this is an Ed25519 key, which some receivers do not know yet: use it beside an RSA key. Make that with `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out state/dkim-NAME.pem` in the cluster's folder; then `bulletin dkim NAME` shows its record. If RSA is all you want, delete state/{name}"
        ));
    }
    console.say(&format!(
        "the private half is `state/{name}`: it never leaves this machine. Have the record put into the DNS of {domain}, wait an hour, then add to bulletin.yaml: `dkim: {{selector: {selector}, key: state/{name}}}`"
    ));
    Ok(Exit::Done)
}
