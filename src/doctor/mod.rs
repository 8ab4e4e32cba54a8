//! Whether this machine, this folder, the relay and the sender's domain are as they should be: one line each,
//! with the cure. Nothing is sent, and nothing is changed.
//!
//! In comes a cluster's folder; out go [`Line`]s.

mod desk;
mod dns;
mod domain;
mod relay;

use std::net::SocketAddr;

use crate::pipeline::{Folder, Loaded};
use crate::sending::{Operator, Override};
pub use dns::Dns;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Well,
    /// It works; something is to be known of it.
    Note,
    /// Something is to be done.
    Ill,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What was looked at.
    pub what: &'static str,
    /// How it is.
    pub health: Health,
    /// In words.
    pub said: String,
    /// What to do.
    pub cure: Option<String>,
}

impl Line {
    /// Something that is as it should be.
    fn well(what: &'static str, said: impl Into<String>) -> Self {
        Self { what, health: Health::Well, said: said.into(), cure: None }
    }

    /// Something to be known.
    fn note(what: &'static str, said: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, health: Health::Note, said: said.into(), cure: Some(cure.into()) }
    }

    /// Something to be mended.
    fn ill(what: &'static str, said: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, health: Health::Ill, said: said.into(), cure: Some(cure.into()) }
    }
}

/// Looks at everything. `dns` is another server for names than the machine's.
pub fn examine(
    folder: &Folder,
    loaded: &Loaded,
    dns: Option<SocketAddr>,
    permits: Override,
    operator: &mut dyn Operator,
) -> Vec<Line> {
    let mut lines = desk::examine(folder, loaded, operator.now());
    operator.stage("relay");
    lines.push(relay::examine(folder, &loaded.cluster.config, permits, operator));
    operator.stage("domain");
    let resolver = Dns::new(dns);
    lines.extend(domain::examine(folder, &loaded.cluster.config, &resolver));
    operator.stage("pictures");
    lines.extend(relay::hosted(&loaded.cluster.config));
    lines
}
