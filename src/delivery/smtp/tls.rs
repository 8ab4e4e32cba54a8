//! What TLS to a relay is done with.

use std::fmt;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, OtherError, RootCertStore, SignatureScheme,
};

/// Why a file of certificates can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsError(String);

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TlsError {}

/// The client's side of TLS: it believes the bundled roots, the machine's own, and those of a PEM
/// file, if one is given.
pub fn client(own: Option<&[u8]>) -> Result<Arc<ClientConfig>, TlsError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    // What the machine holds beside them may be broken in part: the rest counts.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let mut named = Vec::new();
    if let Some(pem) = own {
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate =
                certificate.map_err(|_| TlsError("it holds a broken certificate: fetch it again".into()))?;
            roots
                .add(certificate.clone())
                .map_err(|_| TlsError("it holds something that is no certificate: fetch it again".into()))?;
            named.push(certificate);
        }
        if named.is_empty() {
            let why = "it holds no certificate: a PEM file has lines `-----BEGIN CERTIFICATE-----`";
            return Err(TlsError(why.into()));
        }
    }
    let provider = Arc::new(default_provider());
    let usual = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
        .build()
        .map_err(|error| TlsError(error.to_string()))?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| TlsError(error.to_string()))?
        // Not less than usual: see below.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier { usual, named }));
    Ok(Arc::new(config.with_no_client_auth()))
}

/// The usual checks; and a certificate that somebody named himself is that server's, although it is a
/// CA's own: so it is when a server signs its own in the usual way (`openssl req -x509`).
#[derive(Debug)]
struct Verifier {
    /// The usual checks.
    usual: Arc<WebPkiServerVerifier>,
    /// The certificates that `smtp: ca` names.
    named: Vec<CertificateDer<'static>>,
}

/// Whether the only fault is that a CA's certificate serves as a server's; its dates were looked at
/// before.
fn is_own_ca(why: &CertificateError) -> bool {
    // The type of the fault is another crate's; its name is all that rustls passes on.
    matches!(why, CertificateError::Other(OtherError(other)) if other.to_string() == "CaUsedAsEndEntity")
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match self.usual.verify_server_cert(shown, between, name, ocsp, now) {
            Err(Error::InvalidCertificate(why))
                if is_own_ca(&why) && self.named.iter().any(|named| named == shown) =>
            {
                let parsed = rustls::server::ParsedCertificate::try_from(shown)?;
                rustls::client::verify_server_name(&parsed, name)?;
                Ok(ServerCertVerified::assertion())
            }
            other => other,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.usual.supported_verify_schemes()
    }
}

/// What is wrong with a certificate, and what to do.
pub fn explained(why: &CertificateError) -> &'static str {
    match why {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "it has run out: ask whoever runs the server to renew it (or is this machine's clock wrong?)"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet: is this machine's clock wrong?"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for another name than `smtp: host` has: somebody may be listening, or the name is misspelt. Ask whoever runs the server which name is on it"
        }
        CertificateError::UnknownIssuer => {
            "nobody known has signed it: somebody may be listening, or it is the house's own, whose certificate `smtp: ca` names. Ask whoever runs the server"
        }
        why if is_own_ca(why) => {
            "it is the certificate of an authority, which is to sign others': name this very certificate in `smtp: ca`, or ask whoever runs the server for one that the authority has signed"
        }
        CertificateError::Revoked => "it was called back: ask whoever runs the server for a new one",
        _ => "it can't be checked: somebody may be listening. Ask whoever runs the server",
    }
}
