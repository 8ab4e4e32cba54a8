//! What TLS to a relay is done with.

use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// The client's side of TLS: it believes the bundled roots, the machine's own, and those of a PEM
/// file, if one is given.
pub fn client(own: Option<&[u8]>) -> Result<Arc<ClientConfig>, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    // What the machine holds beside them may be broken in part: the rest counts.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(pem) = own {
        let mut found = 0;
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate =
                certificate.map_err(|error| format!("it holds a broken certificate: {error}"))?;
            roots
                .add(certificate)
                .map_err(|error| format!("it holds a certificate that is none: {error}"))?;
            found += 1;
        }
        if found == 0 {
            return Err("it holds no certificate".into());
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}
