//! What a cluster is made of: plain data, valid by construction where a value can be checked
//! alone. Each file holds one kind of item: its type, the raw form that serde_yaml reads, and the
//! step between them.

mod calendar;
mod cluster;
mod config;
mod lists;
mod manifest;
mod meeting;
mod minutes;
mod project;
mod relay;
mod report_options;
mod sent;
mod translation;
mod update;
mod values;

pub use calendar::{Activity, Aggregation, Event, EventStatus, Indicator, IndicatorValue};
pub use cluster::{ANONYMOUS, Cluster};
pub use config::{Basis, Config, Limits, Look, TransportKind, UnsubscribePattern};
pub use lists::{ImageInfo, Organisation, Person, SynergyLink, SynergyStatus, SynergyType};
pub use manifest::{Dissemination, Manifest};
pub use meeting::{Action, ActionStatus, Attendance, Confidentiality, Decision, Meeting, Mode};
pub use minutes::{Words, split_owners};
pub use project::{Programme, Project, Rate};
pub use relay::{DkimKey, PaceKind, RelayConfig, SecretSource, SecurityKind};
pub use report_options::{Cover, Deliverable, ReportOptions, Version};
pub use sent::{SENT_FILE, Sent, SentLine};
pub use update::{Approval, Channel, Stage, Update, UpdateType};
pub use values::{
    Country, Date, Decimal, Euro, Id, Language, Localised, MailAddress, Moment, Month, Period, WebAddress,
    When,
};
