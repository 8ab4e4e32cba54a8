//! `issue.json`: an issue for other programs, in a form that is documented in docs/issue-json.md and
//! numbered.

use serde_json::{Value, json};

use crate::issue::{Acknowledgement, ActionState, CheckedIssue};
use crate::model::{Channel, Event, Indicator, Meeting, Project, Update};
use crate::value::{Localised, When};

/// The number of the form; it grows when a field changes its meaning or goes.
pub const FORM: u32 = 1;

/// What is public of an issue, with dates in ISO 8601 and amounts in cents of a euro.
pub fn issue_json(issue: &CheckedIssue<'_>) -> Value {
    let config = &issue.cluster.config;
    let updates = issue.updates(Channel::Web);
    let meetings = issue.meetings(Channel::Web);
    json!({
        "form": FORM,
        "issue": issue.month.to_string(),
        "number": issue.number,
        "period": {"from": issue.period.0, "to": issue.period.1},
        "as_of": issue.as_of.date,
        "draft": issue.stage == crate::issue::Stage::Draft,
        "languages": issue.editions.iter().map(|language| language.as_str()).collect::<Vec<_>>(),
        "cluster": {"name": texts(&config.name), "publisher": config.publisher},
        "projects": issue.projects.iter().map(|project| self::project(project)).collect::<Vec<_>>(),
        "updates": updates.map(update).collect::<Vec<_>>(),
        "meetings": meetings.map(|meeting| self::meeting(issue, meeting)).collect::<Vec<_>>(),
        "actions": issue.public_actions.iter().map(|state| action(issue, state)).collect::<Vec<_>>(),
        "events": issue.events.iter().map(|event| self::event(event)).collect::<Vec<_>>(),
        "indicators": issue.indicators().map(|indicator| self::indicator(issue, indicator)).collect::<Vec<_>>(),
        "statements": Acknowledgement::english(&issue.projects).statements.iter().map(|statement| {
            json!({"text": statement.text, "projects": statement.projects})
        }).collect::<Vec<_>>(),
    })
}

/// A text by language.
fn texts(text: &Localised) -> Value {
    Value::Object(text.all().map(|(language, text)| (language.as_str().to_string(), json!(text))).collect())
}

fn project(project: &Project) -> Value {
    json!({
        "id": project.id,
        "acronym": project.acronym,
        "title": texts(&project.title),
        "summary": texts(&project.summary),
        "programme": project.programme.word(),
        "agreement": project.agreement,
        "code": project.code,
        "start": project.start,
        "end": project.end,
        "budget_cents": project.budget.map(|budget| budget.0),
        "eu_cents": project.eu_part.map(|part| part.0),
        "countries": project.countries.iter().map(|country| country.iso()).collect::<Vec<_>>(),
        "themes": project.themes,
        "target_groups": project.target_groups,
        "instruments": project.instruments,
        "url": project.url.as_ref().map(|url| url.as_str()),
    })
}

/// A piece of news.
fn update(update: &Update) -> Value {
    json!({
        "id": update.id,
        "language": update.language,
        "title": update.title,
        "summary": update.summary,
        "type": update.kind.word(),
        "projects": update.projects,
        "date": update.date,
        "deadline": update.deadline,
    })
}

/// A meeting with its decisions; its actions stand among all actions.
fn meeting(issue: &CheckedIssue<'_>, meeting: &Meeting) -> Value {
    json!({
        "id": meeting.id,
        "date": meeting.date,
        "language": meeting.language,
        "title": meeting.title,
        "host": issue.cluster.display(&meeting.host),
        "mode": meeting.mode.map(|mode| mode.word()),
        "place": meeting.place,
        "projects": meeting.projects().collect::<Vec<_>>(),
        "decisions": meeting.decisions.iter().map(|decision| json!({"id": decision.id, "text": decision.text})).collect::<Vec<_>>(),
    })
}

/// An action with its state on the issue's last day.
fn action(issue: &CheckedIssue<'_>, state: &ActionState<'_>) -> Value {
    let owners = state.action.owners.iter().map(|(name, _)| issue.cluster.display(name));
    json!({
        "id": state.id,
        "meeting": state.opened_at.id,
        "text": state.text,
        "owners": owners.collect::<Vec<_>>(),
        "due": state.action.due,
        "status": state.action.status.word(),
        "opened": state.opened_at.date,
        "closed": state.closed,
        "overdue": state.is_overdue(issue.as_of.date),
    })
}

fn event(event: &Event) -> Value {
    json!({
        "title": event.title,
        "starts": when(event.starts),
        "ends": event.ends.map(when),
        "mode": event.mode.map(|mode| mode.word()),
        "place": event.place,
        "url": event.url.as_ref().map(|url| url.as_str()),
        "projects": event.projects,
        "status": event.status.word(),
        "organisers": event.organisers,
        "registration_deadline": event.registration_deadline,
        "expected": event.expected,
        "attended": event.attended,
    })
}

/// A day, or a moment as it was typed.
fn when(when: When) -> String {
    match when {
        When::Day(date) => date.to_string(),
        When::Local(moment) => moment.to_string(),
        When::Exact(stamp, _) => stamp.to_string(),
    }
}

/// An indicator with its values up to the issue's last day and what they come to.
fn indicator(issue: &CheckedIssue<'_>, indicator: &Indicator) -> Value {
    let values = indicator.values.iter().filter(|value| value.period.last <= issue.period.1);
    json!({
        "id": indicator.id,
        "label": indicator.label,
        "unit": indicator.unit,
        "definition": indicator.definition,
        "aggregation": indicator.aggregation.word(),
        "project": indicator.project,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "target_date": indicator.target_date,
        "values": values.map(|value| json!({"period": value.period.text, "value": value.value})).collect::<Vec<_>>(),
        "value": indicator.value(issue.period.1).map(|(value, _)| value),
    })
}
