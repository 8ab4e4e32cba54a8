//! From a cluster's folder to finished outputs in memory: load, assemble, check, build. A command, a
//! preview or a service calls these; none of them prints, asks, or writes into `output/`.
//!
//! In come a [`Folder`] and what an earlier build left ([`Kept`]); out go values ([`Loaded`], [`Built`])
//! and findings. How far it is goes to [`Progress`].
//!
//! ```no_run
//! use bulletin::diagnostic::Diagnostics;
//! use bulletin::issue::{self, Stage};
//! use bulletin::pipeline::{Folder, Kept, Quiet, Wanted, build, checked};
//!
//! let folder = Folder { root: "my-cluster".into(), config: None, as_of: None, today: None };
//! let mut loaded = folder.load(&mut Kept::default(), &mut Quiet).expect("a configuration");
//! let mut findings = std::mem::take(&mut loaded.findings);
//! let month = issue::newest(&loaded.cluster).expect("an issue");
//! let editions = checked(&loaded, &folder, month, Stage::Draft, &mut findings, &mut Quiet).expect("no error");
//! let now = "2024-05-02T09:00:00Z".parse().expect("a moment");
//! let built = build(&editions, &loaded, Wanted { only: None, pages: false, no_pdf: false, now }, &mut findings, &mut Quiet);
//! ```

mod build;
mod collect;
mod edition;
pub mod fresh;
mod inputs;
mod load;
mod mail;
mod period;
mod proof;
mod site;

pub use crate::words::survey;
pub use build::{Built, Output, Wanted, WebOutput, build, checked, look_at_layouts};
pub use collect::{Collected, Gather, Taken, collect, inputs};
pub use inputs::Inputs;
pub use load::{Folder, Kept, Loaded, Unreadable};
pub use mail::{UnsubscribeLinks, template};
pub use period::{Period, build_period};

/// Is told how far a build or a run is.
pub trait Progress {
    /// A stage begins; an empty name ends the last one.
    fn stage(&mut self, name: &str);
}

/// Tells nobody.
#[derive(Debug, Clone, Copy)]
pub struct Quiet;

impl Progress for Quiet {
    fn stage(&mut self, _: &str) {}
}
