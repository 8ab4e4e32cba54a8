//! What a cluster is made of: plain data, valid by construction where a value can be checked
//! alone. Each file holds one kind of item: its type, the raw form that serde_yaml reads, and the
//! step between them.

mod activity;
mod agreed;
mod cluster;
mod config;
mod event;
mod indicator;
mod lists;
mod manifest;
mod meeting;
mod minutes;
mod project;
mod rates;
mod relay;
mod report_options;
mod sent;
mod translation;
mod update;

pub use activity::Activity;
pub use agreed::{Action, ActionStatus, Decision};
pub use cluster::{ANONYMOUS, Cluster};
pub use config::{Basis, Config, Limits, Look, TransportKind, UnsubscribePattern};
pub use event::{Event, EventStatus};
pub use indicator::{Aggregation, Indicator, IndicatorValue};
pub use lists::{ImageInfo, Organisation, Person, SynergyLink, SynergyStatus, SynergyType};
pub use manifest::Manifest;
pub use meeting::{Attendance, Confidentiality, Meeting, Mode};
pub use minutes::{Vocabulary, split_owners};
pub use project::{Programme, Project, Projects, Rate};
pub use rates::{Rates, WINDOWS};
pub use relay::{DkimKey, PaceKind, RelayConfig, SecretSource, SecurityKind, is_loopback};
pub use report_options::{Cover, Deliverable, Dissemination, ReportOptions, Version};
pub use sent::{SENT_FILE, Sent};
pub use update::{Approval, Channel, Update, UpdateStatus, UpdateType};
