//! The cluster's secret key in `state/`: behind Message-IDs and unsubscribe tokens, so that both
//! are the same on every attempt and nobody can guess them.

use std::fs;
use std::io;
use std::path::Path;

use ring::hmac;

use crate::value::hex;

/// A key of 256 bits.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Reads the key of a state folder, or makes one there.
    pub fn open(state: &Path) -> io::Result<Self> {
        let path = state.join("key");
        match fs::read_to_string(&path) {
            Ok(text) => parse(&text).ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, format!("`{}` is damaged; put it back from a backup, or delete it and every unsubscribe address sent so far", path.display()))
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut bytes = [0; 32];
                getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
                crate::system::write_secret(&path, hex(&bytes).as_bytes())?;
                Ok(Self(bytes))
            }
            Err(error) => Err(error),
        }
    }

    /// A key from its bytes, for tests and previews.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The token by which somebody unsubscribes: four digits that name the key, so that keys can be
    /// changed, and a keyed hash of the address as it is compared. Nobody can make one, or find the
    /// address in one.
    pub fn token(&self, normal: &str) -> String {
        let name = &self.hash(&["name of the key"])[..4];
        format!("{name}-{}", self.hash(&["unsubscribe", normal]))
    }

    /// The keyed hash of some parts, as 32 hexadecimal digits (RFC 2104, cut to 128 bits).
    pub fn hash(&self, parts: &[&str]) -> String {
        let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, &self.0));
        for part in parts {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        hex(&context.sign().as_ref()[..16])
    }
}

/// 64 hexadecimal digits as a key.
fn parse(text: &str) -> Option<Key> {
    let text = text.trim();
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(Key(bytes))
}
