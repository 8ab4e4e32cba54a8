//! What the DNS says of a name.

use std::net::SocketAddr;

use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};
use hickory_resolver::{Resolver, TokioResolver};
use tokio::runtime::Runtime;

/// Why nothing can be said of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAnswer(pub String);

/// Asks the DNS.
pub struct Dns(Result<(TokioResolver, Runtime), NoAnswer>);

impl Dns {
    /// Asks a server, or the machine's own.
    pub fn new(server: Option<SocketAddr>) -> Self {
        let failed = |error: &dyn std::fmt::Display| NoAnswer(error.to_string());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let resolver = |runtime: &Runtime| {
            let _inside = runtime.enter();
            let builder = match server {
                None => Resolver::builder_tokio().map_err(|error| failed(&error))?,
                Some(address) => {
                    let mut connection = ConnectionConfig::udp();
                    connection.port = address.port();
                    let server = NameServerConfig::new(address.ip(), true, vec![connection]);
                    let config = ResolverConfig::from_parts(None, vec![], vec![server]);
                    Resolver::builder_with_config(config, TokioRuntimeProvider::default())
                }
            };
            builder.build().map_err(|error| failed(&error))
        };
        let made = runtime.map_err(|error| failed(&error));
        Self(made.and_then(|runtime| Ok((resolver(&runtime)?, runtime))))
    }

    /// The records of a kind that a name has; none if there is no such name.
    fn records(&self, name: &str, kind: RecordType) -> Result<Vec<RData>, NoAnswer> {
        let (resolver, runtime) = self.0.as_ref().map_err(Clone::clone)?;
        match runtime.block_on(resolver.lookup(format!("{name}."), kind)) {
            Ok(found) => Ok(found.answers().iter().map(|record| record.data.clone()).collect()),
            Err(error) if error.is_no_records_found() || error.is_nx_domain() => Ok(vec![]),
            Err(error) => Err(NoAnswer(format!("the DNS does not answer for {name}: {error}"))),
        }
    }

    /// The texts of a name (RFC 1035, section 3.3.14), the pieces of each joined.
    ///
    /// # Errors
    ///
    /// If nobody answers.
    pub fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer> {
        let text = |data: RData| match data {
            RData::TXT(text) => {
                let pieces = text.txt_data.iter().map(|piece| String::from_utf8_lossy(piece).into_owned());
                Some(pieces.collect::<String>())
            }
            _ => None,
        };
        Ok(self.records(name, RecordType::TXT)?.into_iter().filter_map(text).collect())
    }

    /// Whether mail for a domain has somewhere to go (RFC 5321, section 5.1).
    ///
    /// # Errors
    ///
    /// If nobody answers.
    pub fn takes_mail(&self, domain: &str) -> Result<bool, NoAnswer> {
        for kind in [RecordType::MX, RecordType::A, RecordType::AAAA] {
            if !self.records(domain, kind)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
