//! What a cluster is made of: projects, updates, meetings, events, indicators, manifests and the
//! configuration, as plain data. Each file holds one kind of item: its type, the raw form that serde_yaml
//! reads, and the step between them.
//!
//! In come the texts of [`crate::sources`]; out goes a [`Cluster`], and a finding for each value that is not
//! what it should be. Nothing here decides what is published; how fast mails go to
//! a relay is `rates.rs`'s to know.
//!
//! ```no_run
//! use bulletin::model::Cluster;
//! use bulletin::sources;
//!
//! let sources = sources::read("my-cluster".as_ref(), None);
//! let mut findings = sources.findings.clone();
//! let cluster = Cluster::parse(&sources, &mut findings).expect("a configuration");
//! println!("{} projects", cluster.projects.len());
//! ```

mod accepted;
mod activity;
mod agreed;
mod cluster;
mod config;
mod event;
mod forms;
mod indicator;
mod lists;
mod manifest;
mod meeting;
mod minutes;
mod project;
mod rates;
mod relay;
mod report_options;
mod schema;
mod sent;
mod stage;
mod translation;
mod update;

pub use accepted::Accepted;
pub use activity::Activity;
pub use agreed::{Action, ActionStatus, Decision};
pub use cluster::{ANONYMOUS, Cluster};
pub use config::{Basis, Config, Limits, Look, TransportKind, UnsubscribePattern};
pub use event::{Event, EventStatus};
pub use indicator::{Aggregation, Indicator, IndicatorValue};
pub use lists::{ImageInfo, Organisation, Person, SynergyLink, SynergyStatus, SynergyType};
pub use manifest::Manifest;
pub use meeting::{Attendance, Confidentiality, Meeting, Mode};
pub use minutes::{Vocabulary, days_in, heading_in, split_owners};
pub use project::{Programme, Project, Projects, Rate};
pub use rates::{PaceKind, Rates, WINDOWS, is_loopback};
pub use relay::{DkimKey, RelayConfig, SecretSource, SecurityKind};
pub use report_options::{Cover, Deliverable, Dissemination, ReportOptions, Version};
pub use schema::{FILE_KINDS, FieldText, FileKind};
pub use sent::{SENT_FILE, Sent};
pub use stage::UpdateStatus;
pub use update::{Approval, Channel, Update, UpdateType};
