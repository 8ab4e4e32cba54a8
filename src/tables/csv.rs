//! CSV as spreadsheets read it: RFC 4180 with a byte order mark, without which Excel takes UTF-8
//! for something else.

use crate::issue::CheckedIssue;
use crate::layouts::Layouts;
use crate::model::Activity;
use crate::value::Id;

/// Tells Excel that the text is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A table of rows below a header; `None` without rows.
fn table(header: &[&str], rows: Vec<Vec<String>>) -> Option<Vec<u8>> {
    if rows.is_empty() {
        return None;
    }
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    // Writing into memory does not fail, and each row has as many cells as the header.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().ok()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before `=`, `+`, `-`, `@`
/// unless it is a number.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell.to_string() }
}

/// Acronyms of projects.
fn acronyms(issue: &CheckedIssue<'_>, ids: &[Id]) -> String {
    let names = ids.iter().map(|id| issue.cluster.display(id.as_str()));
    names.collect::<Vec<_>>().join(", ")
}

/// The activities up to the issue's last day, in the portal's columns.
pub fn activities(issue: &CheckedIssue<'_>, layouts: &Layouts) -> Option<Vec<u8>> {
    let Portal { note, header, rows } = portal(issue, layouts);
    let header: Vec<&str> = header.iter().chain(&note).map(String::as_str).collect();
    let noted = |mut row: Vec<String>| {
        row.extend(note.as_ref().map(|_| String::new()));
        row
    };
    table(&header, rows.into_iter().map(noted).collect())
}

/// The activities in the columns of the funder's portal.
pub struct Portal {
    /// What readers must know of the columns.
    pub note: Option<String>,
    /// The columns' headers.
    pub header: Vec<String>,
    /// The cells of each activity.
    pub rows: Vec<Vec<String>>,
}

/// The activities up to the issue's last day, in the columns that `layouts/tables/activities.tsv`
/// names.
pub fn portal(issue: &CheckedIssue<'_>, layouts: &Layouts) -> Portal {
    let text = layouts.text("tables/activities.tsv");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
    let note = columns.iter().find(|(header, _)| *header == "note").map(|(_, note)| *note);
    let columns: Vec<(&str, &str)> = columns.into_iter().filter(|(header, _)| *header != "note").collect();
    let header = columns.iter().map(|(header, _)| (*header).to_string()).collect();
    let listed = issue
        .cluster
        .activities
        .iter()
        .filter(|activity| activity.date.is_none_or(|date| date <= issue.period.1))
        // That an issue was sent stands in the next one: built once more, it stays what it was.
        .filter(|activity| activity.issue.is_none_or(|sent| !issue.scope.is_month() || sent < issue.month));
    let row = |activity: &Activity| columns.iter().map(|(_, field)| cell(issue, activity, field)).collect();
    Portal { note: note.map(str::to_string), header, rows: listed.map(row).collect() }
}

/// One field of an activity.
fn cell(issue: &CheckedIssue<'_>, activity: &Activity, field: &str) -> String {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        "name" => activity.name.clone(),
        "kind" => activity.kind.word().to_string(),
        "description" => or_empty(&activity.description),
        "audience" => activity.audience.join(", "),
        "channel" => or_empty(&activity.channel),
        "outcome" => or_empty(&activity.outcome),
        "status" => activity.status.word().to_string(),
        "date" => activity.date.map(|date| date.to_string()).unwrap_or_default(),
        "projects" => acronyms(issue, &activity.projects),
        "reported_in" => or_empty(&activity.reported_in),
        _ => String::new(),
    }
}

/// The actions of public meetings.
pub fn actions(issue: &CheckedIssue<'_>) -> Option<Vec<u8>> {
    let header = ["id", "what", "who", "due", "status", "opened", "closed", "days open", "overdue"];
    let rows = issue.public_actions.iter().map(|state| {
        let owners = state.action.owners.iter().map(|(name, _)| issue.cluster.display(name));
        vec![
            state.id.to_string(),
            state.text.to_string(),
            owners.collect::<Vec<_>>().join(", "),
            state.action.due.map(|due| due.to_string()).unwrap_or_default(),
            state.action.status.word().to_string(),
            state.opened_at.date.to_string(),
            state.closed.map(|date| date.to_string()).unwrap_or_default(),
            state.age_on(issue.as_of.date).to_string(),
            if state.is_overdue(issue.as_of.date) { "yes" } else { "no" }.to_string(),
        ]
    });
    table(&header, rows.collect())
}

/// Every value of every indicator up to the issue's last day.
pub fn indicators(issue: &CheckedIssue<'_>) -> Option<Vec<u8>> {
    let header =
        ["id", "label", "unit", "project", "period", "value", "cumulated", "target", "note", "evidence"];
    let mut rows = Vec::new();
    for indicator in issue.indicators() {
        let project = indicator.project.as_ref().map(|id| issue.cluster.display(id.as_str()));
        for value in indicator.values.iter().filter(|value| value.period.last <= issue.period.1) {
            let cumulated = indicator.value(value.period.last);
            rows.push(vec![
                indicator.id.to_string(),
                indicator.label.clone(),
                indicator.unit.clone(),
                project.clone().unwrap_or_default(),
                value.period.text.clone(),
                value.value.as_ref().map(|number| number.as_str().to_string()).unwrap_or_default(),
                cumulated.map(|(number, _)| number.as_str().to_string()).unwrap_or_default(),
                indicator.target.as_ref().map(|number| number.as_str().to_string()).unwrap_or_default(),
                value.note.clone().unwrap_or_default(),
                value.evidence.clone().unwrap_or_default(),
            ]);
        }
    }
    table(&header, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        let shown = |cell: &str| harmless(cell);
        assert_eq!(shown("=1+1"), "'=1+1");
        assert_eq!(shown("@x"), "'@x");
        assert_eq!(shown("- item"), "'- item");
        assert_eq!(shown("-1.5"), "-1.5");
        let bytes = table(&["a", "b"], vec![vec!["x, \"y\"".into(), "z\nα".into()]]).expect("a table");
        assert_eq!(String::from_utf8(bytes).expect("UTF-8"), "\u{FEFF}a,b\r\n\"x, \"\"y\"\"\",\"z\nα\"\r\n");
        assert!(table(&["a"], vec![]).is_none());
    }
}
