//! Tables for people and machines: what the funder's forms and other programs want to have, from what is
//! public of an issue.
//!
//! In comes a [`CheckedIssue`]; out go the files that have something to say, by name.
//!
//! ```no_run
//! # use bulletin::{issue::CheckedIssue, layouts::Layouts, tables};
//! # fn example(issue: &CheckedIssue<'_>) -> serde_json::Result<()> {
//! for (name, bytes) in tables::render(issue, &Layouts::defaults())? {
//!     println!("{name}: {} bytes", bytes.len());
//! }
//! # Ok(())
//! # }
//! ```

mod csv;
mod json;

use crate::issue::CheckedIssue;
use crate::layouts::Layouts;

pub use csv::portal;
pub use json::{FORM, issue_json};

/// The tables of an issue by file name; one that would be empty is absent.
///
/// # Errors
///
/// If the issue has no form as JSON.
pub fn render(
    issue: &CheckedIssue<'_>,
    layouts: &Layouts,
) -> serde_json::Result<Vec<(&'static str, Vec<u8>)>> {
    let mut tables = Vec::new();
    let csv = [
        ("activities.csv", csv::activities(issue, layouts)),
        ("actions.csv", csv::actions(issue)),
        ("indicators.csv", csv::indicators(issue)),
    ];
    for (name, table) in csv {
        tables.extend(table.map(|bytes| (name, bytes)));
    }
    let json = serde_json::to_string_pretty(&issue_json(issue))? + "\n";
    tables.push(("issue.json", json.into_bytes()));
    Ok(tables)
}
