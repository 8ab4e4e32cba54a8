//! Signatures by which a receiving server knows that a message is the domain's own and unchanged
//! (DKIM, RFC 6376; RFC 8463 for Ed25519). Off where the relay signs, which is the usual case.
//!
//! The canonical forms are ours, a page of code; hashing and signing are ring's, which is audited and
//! signs RSA twice as fast as the crate that lettre uses. lettre's own signatures leave the `List-*`
//! headers out by default and cannot sign a header that is not there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;

/// The headers that are signed where they are there.
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Help",
    "List-Archive",
];

/// The headers that are signed once more than they are there, so that nobody can add another (RFC
/// 6376, section 8.15; RFC 8058, section 4, for the two that unsubscribe).
const OVERSIGNED: &[&str] =
    &["From", "To", "Subject", "Date", "Reply-To", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"];

/// Why a key can't be used or made.
#[derive(Debug)]
pub struct DkimError(String);

impl std::fmt::Display for DkimError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DkimError {}

/// A key and where its public half is found.
pub struct Signer {
    /// The domain that signs: `d=`.
    domain: String,
    /// Which of its keys: `s=`.
    selector: String,
    key: Key,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({}._domainkey.{})", self.selector, self.domain)
    }
}

/// A private key.
enum Key {
    /// `rsa-sha256`, 2048 bits or more: every receiver knows it.
    Rsa(Box<RsaKeyPair>),
    /// `ed25519-sha256`: shorter and faster, not known everywhere.
    Ed25519(Ed25519KeyPair),
}

impl Signer {
    /// A signer from a private key as PEM: PKCS #8, or PKCS #1 for RSA.
    pub fn new(domain: &str, selector: &str, pem: &[u8]) -> Result<Self, DkimError> {
        let refused = |why: String| DkimError(format!("the key is no private key that can sign: {why}"));
        let der = PrivateKeyDer::from_pem_slice(pem).map_err(|error| refused(error.to_string()))?;
        let rsa = match &der {
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()),
            _ => RsaKeyPair::from_pkcs8(der.secret_der()),
        };
        let key = match rsa {
            Ok(key) => Key::Rsa(Box::new(key)),
            Err(error) => match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der.secret_der()) {
                Ok(key) => Key::Ed25519(key),
                Err(_) => return Err(refused(error.to_string())),
            },
        };
        Ok(Self { domain: domain.to_string(), selector: selector.to_string(), key })
    }

    /// What the DNS must hold for receivers to find the key: name and text.
    pub fn dns_record(&self) -> (String, String) {
        // RFC 6376, section 3.6.1.
        let text = match &self.key {
            Key::Rsa(key) => {
                format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public_rsa(key.public().as_ref())))
            }
            Key::Ed25519(key) => {
                format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(key.public_key().as_ref()))
            }
        };
        (format!("{}._domainkey.{}", self.selector, self.domain), text)
    }

    /// The `DKIM-Signature` header of a message, to be put before it; relaxed canonical forms.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, DkimError> {
        let end = message.windows(4).position(|four| four == b"\r\n\r\n").map_or(message.len(), |at| at + 2);
        let (head, body) = (&message[..end], message.get(end + 2..).unwrap_or_default());
        let fields = fields(head);
        let names = signed_names(&fields);
        let algorithm = match &self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let hash = digest::digest(&digest::SHA256, &relaxed_body(body));
        let mut header = format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; d={}; s={};\r\n\th={};\r\n\tbh={};\r\n\tb=",
            self.domain,
            self.selector,
            names.join(":\r\n\t "),
            STANDARD.encode(hash)
        );
        let mut input = Vec::new();
        let mut used: Vec<&str> = Vec::new();
        for name in &names {
            // The last one of a name is signed first (RFC 6376, section 5.4.2); one that is not there
            // adds nothing.
            let before = used.iter().filter(|known| *known == name).count();
            used.push(name);
            let mut same = fields.iter().rev().filter(|field| field.0.eq_ignore_ascii_case(name));
            if let Some(field) = same.nth(before) {
                relaxed_header(field.0, field.1, &mut input);
                input.extend_from_slice(b"\r\n");
            }
        }
        let own = header.split_once(':').map_or("", |(_, value)| value);
        relaxed_header("dkim-signature", own.as_bytes(), &mut input);
        for line in STANDARD.encode(self.signature(&input)?).as_bytes().chunks(72) {
            header.push_str(&String::from_utf8_lossy(line));
            header.push_str("\r\n\t ");
        }
        header.truncate(header.trim_end().len());
        header.push_str("\r\n");
        Ok(header.into_bytes())
    }

    /// Signs what the receiver will put together, too.
    fn signature(&self, input: &[u8]) -> Result<Vec<u8>, DkimError> {
        match &self.key {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), input, &mut signature)
                    .map_err(|_| DkimError("signing failed".into()))?;
                Ok(signature)
            }
            // RFC 8463, section 3: the hash is what is signed.
            Key::Ed25519(key) => {
                Ok(key.sign(digest::digest(&digest::SHA256, input).as_ref()).as_ref().to_vec())
            }
        }
    }
}

/// A public RSA key as the DNS holds it: SubjectPublicKeyInfo (RFC 5280, section 4.1) round the key's
/// own two numbers (RFC 8017, appendix A.1.1).
fn public_rsa(key: &[u8]) -> Vec<u8> {
    // The algorithm: rsaEncryption, 1.2.840.113549.1.1.1, without parameters.
    const ALGORITHM: [u8; 15] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0];
    let bits = der(3, &[&[0], key].concat());
    der(0x30, &[&ALGORITHM, bits.as_slice()].concat())
}

/// A value in DER with its tag and length (X.690, section 8.1).
fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len().to_be_bytes();
    let length = &length[length.iter().take_while(|byte| **byte == 0).count()..];
    let mut out = vec![tag];
    match length {
        [] => out.push(0),
        [short @ ..128] => out.push(*short),
        long => {
            // At most eight bytes of length.
            out.push(0x80 | long.len() as u8);
            out.extend_from_slice(long);
        }
    }
    out.extend_from_slice(value);
    out
}

/// A new private key as PEM (PKCS #8): Ed25519, short and fast, for a signature beside that of an RSA
/// key, which every receiver knows.
///
/// # Errors
///
/// If the machine gives no random numbers.
pub fn new_key() -> Result<String, DkimError> {
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new());
    let der = key.map_err(|_| DkimError("no key could be made: no randomness".into()))?;
    let lines: Vec<_> = STANDARD
        .encode(der.as_ref())
        .as_bytes()
        .chunks(64)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n")))
}

/// A head's fields: name and value with its folds.
fn fields(head: &[u8]) -> Vec<(&str, &[u8])> {
    let mut found: Vec<(&str, &[u8])> = Vec::new();
    let mut start = 0;
    while start < head.len() {
        let mut end = start;
        loop {
            end = head[end..].windows(2).position(|two| two == b"\r\n").map_or(head.len(), |at| end + at + 2);
            if !matches!(head.get(end), Some(b' ' | b'\t')) {
                break;
            }
        }
        let field = &head[start..end];
        if let Some(colon) = field.iter().position(|byte| *byte == b':')
            && let Ok(name) = std::str::from_utf8(&field[..colon])
        {
            found.push((name.trim_end(), &field[colon + 1..]));
        }
        start = end;
    }
    found
}

/// The names in `h=`: each as often as it is there, some once more.
fn signed_names(fields: &[(&str, &[u8])]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for name in SIGNED {
        let there = fields.iter().filter(|field| field.0.eq_ignore_ascii_case(name)).count();
        let more = usize::from(OVERSIGNED.contains(name));
        names.extend(std::iter::repeat_n(*name, there + more));
    }
    names
}

/// A header in its relaxed form, without its line end (RFC 6376, section 3.4.2).
fn relaxed_header(name: &str, value: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(name.to_ascii_lowercase().as_bytes());
    out.push(b':');
    let start = out.len();
    for word in
        value.split(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).filter(|word| !word.is_empty())
    {
        if out.len() > start {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
}

/// A body in its relaxed form (RFC 6376, section 3.4.4).
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    // Up to where the text has been written that is not blank at its end.
    let mut kept = 0;
    let mut lines = body.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let last = lines.peek().is_none();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mut blank = false;
        for byte in line {
            match byte {
                b' ' | b'\t' => blank = true,
                other => {
                    if std::mem::take(&mut blank) {
                        out.push(b' ');
                    }
                    out.push(*other);
                    kept = out.len() + 2;
                }
            }
        }
        if !last || kept > out.len() {
            out.extend_from_slice(b"\r\n");
        }
    }
    out.truncate(kept.min(out.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms_are_those_of_the_standard() {
        // RFC 6376, section 3.4.5.
        let mut out = Vec::new();
        relaxed_header("A", b" X\r\n", &mut out);
        relaxed_header("B ", b" Y\t\r\n\tZ  \r\n", &mut out);
        assert_eq!(out, b"a:Xb :Y Z");
        assert_eq!(relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
        assert_eq!(relaxed_body(b"\r\n\r\n"), b"");
        assert_eq!(relaxed_body(b"no end"), b"no end\r\n");
    }

    #[test]
    fn a_new_key_signs_and_names_its_record() {
        let pem = new_key().expect("a key");
        let signer = Signer::new("example.org", "s1", pem.as_bytes()).expect("a signer");
        let header = signer.sign(b"From: a@example.org\r\nSubject: x\r\n\r\nbody\r\n").expect("signed");
        let header = String::from_utf8(header).expect("ASCII");
        assert!(header.contains("h=From:\r\n\t From:"), "{header}");
        let (name, text) = signer.dns_record();
        assert_eq!(name, "s1._domainkey.example.org");
        assert!(text.starts_with("v=DKIM1; k=ed25519; p="), "{text}");
    }
}
