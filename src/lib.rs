//! Bulletin: from one folder of plain texts to a synergy report (PDF), a newsletter (HTML and text), its
//! web edition, and their delivery.
//!
//! Each arrow is a function of values; only what stands in \[brackets\] touches the disk, the clock or the
//! network:
//!
//! ```text
//! pipeline:
//! [bulletin.yaml, sources/**] --sources::read--> Sources        texts and the places in them
//!   --model::Cluster::parse--> Cluster                           plain data, Markdown as Block and Inline
//!   --issue::assemble-->       Issue                             what belongs in it; what does not, and why
//!   --issue::check-->          CheckedIssue                      nothing unchecked can be rendered
//!   |- report::Typesetter::report -> the PDF's bytes
//!   |- newsletter::render         -> subject, HTML, text, pictures
//!   |- web::page, web::Site       -> pages, archive, feeds, calendar
//!   '- tables::render             -> CSV and JSON
//!   --[output::Outputs::write]--> output/<month>/
//! sending:
//! audience::Audience --delivery::recipients--> who gets it       every row is counted
//! message::compose(newsletter) -> Template                       a recipient's own parts fill it in
//!   --[delivery::run]--> the relay by SMTP, or state/outbox/     what became of each is in state/
//!   --delivery::Receipt--> an account that balances
//! ```
//!
//! A room imports only from rooms below it; `tests/rooms.rs` has the table. [`pipeline`] and [`sending`]
//! are what a command, a preview or a service calls; both know no console. The library never prints:
//! commands speak through [`commands::Console`]. What is wrong is a [`diagnostic::Diagnostic`], whatever
//! language it stands in.

pub mod audience;
pub mod cli;
pub mod commands;
pub mod delivery;
pub mod diagnostic;
pub mod doctor;
pub mod gather;
pub mod html;
pub mod issue;
pub mod layouts;
pub mod links;
pub mod mailbox;
pub mod markdown;
pub mod message;
pub mod model;
pub mod newsletter;
pub mod output;
pub mod pipeline;
pub mod preview;
pub mod report;
pub mod sending;
pub mod serve;
pub mod sources;
pub mod spelling;
mod system;
pub mod tables;
pub mod theme;
pub mod value;
pub mod web;
pub mod words;
