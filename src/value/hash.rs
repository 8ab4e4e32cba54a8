//! Hashes, as records and names hold them.

use ring::digest::{SHA256, digest};

/// The SHA-256 of some bytes in hexadecimal (FIPS 180-4).
pub fn sha256(bytes: &[u8]) -> String {
    hex(sha256_bytes(bytes).as_ref())
}

/// The same as bytes.
pub fn sha256_bytes(bytes: &[u8]) -> [u8; 32] {
    let mut own = [0; 32];
    own.copy_from_slice(digest(&SHA256, bytes).as_ref());
    own
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
