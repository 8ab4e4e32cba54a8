//! Bulletin: from one folder of plain-text sources to a synergy report (PDF), a newsletter (HTML
//! and text) and its delivery.
//!
//! Each step is a function of values; only those in \[brackets\] touch the disk, the clock or the
//! network:
//!
//! ```text
//! [bulletin.yaml, sources/**] --sources::read--> Sources
//!   --Cluster::parse-->  Cluster        plain data, and Markdown as Block and Inline
//!   --issue::assemble--> Issue          what belongs in it, and what does not and why
//!   --issue::check-->    CheckedIssue   nothing unchecked can be rendered
//!   |- report::render      -> the PDF's bytes
//!   |- newsletter::render  -> subject, HTML, text, pictures
//!   '- tables::render      -> CSV and JSON
//!   --[output::Outputs::write]--> output/<month>/
//! message::compose(newsletter) -> Template; with a recipient's own parts -> the message's bytes
//!   --[delivery::Outbox]--> state/outbox/
//!   --[delivery::ledger, delivery::run]--> the relay, by SMTP; what became of each, in state/
//! ```
//!
//! The library never prints: commands speak through [`commands::Console`]. What is wrong is a
//! [`diagnostic::Diagnostic`], whatever language it stands in.

pub mod audience;
pub mod cli;
pub mod commands;
pub mod delivery;
pub mod diagnostic;
pub mod html;
pub mod issue;
pub mod layouts;
pub mod links;
pub mod markdown;
pub mod message;
pub mod model;
pub mod newsletter;
pub mod output;
pub mod pipeline;
pub mod report;
pub mod sending;
pub mod sources;
mod system;
pub mod tables;
pub mod value;
pub mod web;
pub mod words;
