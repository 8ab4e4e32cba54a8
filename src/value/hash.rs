//! Hashes, as records and names hold them.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes in hexadecimal (FIPS 180-4).
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
