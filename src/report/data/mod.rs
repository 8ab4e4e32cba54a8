//! What the report's layout is given: everything worded and in its order, so that layouts only
//! style. The same JSON is attached to the PDF: it is what was printed, and no more.

mod cover;
mod deliverable;
mod time;
mod together;

pub use cover::cover_note;
use serde_json::{Value, json};

use crate::issue::{Acknowledgement, ActionState, CheckedIssue, Stage, logo};
use crate::layouts::Layouts;
use crate::model::{
    ActionStatus, Channel, Date, Decimal, Decision, Event, EventStatus, Indicator, Meeting, Mode, Programme,
    Project, Update, UpdateType,
};
use crate::words::Words;

/// The data's virtual file.
pub const REPORT_DATA: &str = "/data/report.json";

/// How many next steps page 1 shows; the layout shows no more.
const FIRST_STEPS: usize = 4;

/// How many things done together page 1 shows.
const FIRST_JOINT: usize = 3;

/// The version of the data's form.
const FORM: u32 = 1;

/// Interface words that the layout prints as they are.
const FIXED_WORDS: &[&str] = &[
    "report-title",
    "draft-mark",
    "sensitive-mark",
    "in-short",
    "numbers",
    "asked",
    "asked-nothing",
    "not-reported",
    "not-reported-lead",
    "news",
    "decisions",
    "actions",
    "action-what",
    "action-who",
    "action-due",
    "action-state",
    "events",
    "event-when",
    "event-what",
    "event-where",
    "event-state",
    "indicators",
    "indicator-what",
    "indicator-value",
    "indicator-target",
    "indicator-period",
    "cluster",
    "cluster-project",
    "cluster-programme",
    "cluster-grant",
    "cluster-countries",
    "cluster-dates",
    "profiles",
    "acknowledgement",
    "disclaimers",
    "emblem-alt",
    "colophon",
    "colophon-data",
    "attachment",
    "not-supplied",
    "next-step",
    "next-steps",
    "no-next-step",
    "joint",
    "joint-kind",
    "joint-who",
    "joint-when",
    "meetings",
    "activities",
    "activity-reported",
    "changes",
    "common",
    "common-topic",
    "common-shared",
    "common-state",
    "coming",
    "coming-kind",
    "credits",
    "portal",
    "history",
    "history-version",
    "history-change",
    "history-by",
    "deliverable",
];

/// The data of a report. `sources_hash` is the sources' SHA-256 in hexadecimal.
pub fn report_data(issue: &CheckedIssue<'_>, words: &Words, layouts: &Layouts, sources_hash: &str) -> Value {
    data_for(Channel::Report, issue, words, layouts, sources_hash)
}

/// The same data of what is public: what the web edition shows in the report's words.
pub fn public_data(issue: &CheckedIssue<'_>, words: &Words, layouts: &Layouts) -> Value {
    data_for(Channel::Web, issue, words, layouts, "")
}

/// The lines of the public indicators, as charts, each with its newest number as text.
pub fn indicator_charts(issue: &CheckedIssue<'_>, words: &Words) -> Vec<Value> {
    let layouts = Layouts::none();
    let data = Data { issue, words, layouts: &layouts, channel: Channel::Newsletter };
    let lines = data.lines().into_iter();
    let named = lines.filter_map(|(indicator, mut chart)| {
        let row = data.indicator(indicator)?;
        for (name, field) in [("label", "what"), ("last", "value"), ("unit", "unit"), ("period", "period")] {
            chart[name] = row[field].clone();
        }
        Some(chart)
    });
    named.collect()
}

/// Whether an issue presents the projects: the first one, one in which a project begins, and one
/// whose manifest asks for it.
pub fn introduces_projects(issue: &CheckedIssue<'_>) -> bool {
    let begins = |project: &&Project| {
        project.start.is_some_and(|start| start >= issue.period.0 && start <= issue.period.1)
    };
    issue.scope.is_month()
        && (issue.number == 1 || issue.options().profiles || issue.projects.iter().any(begins))
}

/// The data of what may stand in an output.
fn data_for(
    channel: Channel,
    issue: &CheckedIssue<'_>,
    words: &Words,
    layouts: &Layouts,
    sources_hash: &str,
) -> Value {
    let data = Data { issue, words, layouts, channel };
    let config = &issue.cluster.config;
    let (headline, headline_language) = data.headline();
    let (result, result_language) = data.result();
    let fixed: serde_json::Map<String, Value> =
        FIXED_WORDS.iter().map(|name| ((*name).to_string(), json!(words.get(name)))).collect();
    let mut value = json!({
        "form": FORM,
        "language": issue.language.primary(),
        "region": issue.language.region(),
        "cluster": issue.name().text,
        "accent": config.look.accent.as_deref().unwrap_or("#0b5d4e"),
        "logo": logo(issue.cluster, issue.sources),
        "font": config.look.font,
        "publisher": words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
        "author": config.publisher,
        "title": format!("{} {}", words.get("report-title"), data.period()),
        "issue_line": match issue.scope.is_month() {
            true => words.with("issue-line", &[("number", issue.number.into()), ("period", data.period().into())]),
            false => data.period(),
        },
        "period": data.period(),
        "page_of": words.with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        "draft": issue.stage == Stage::Draft,
        "sensitive": issue.is_sensitive() && channel == Channel::Report,
        "headline": headline, "headline_language": headline_language,
        "result": result, "result_language": result_language,
        "default_language": config.language.primary(),
        "numbers": data.numbers(),
        "next": data.next_steps(),
        "next_more": data.next_more(),
        "not_reported": data.not_reported(),
        "meetings": issue.meetings(channel).map(|meeting| data.meeting(meeting)).collect::<Vec<_>>(),
        "actions": data.actions().iter().map(|state| data.action(state)).collect::<Vec<_>>(),
        "events": issue.events.iter().map(|event| data.event(event)).collect::<Vec<_>>(),
        "indicators": issue.indicators().filter_map(|indicator| data.indicator(indicator)).collect::<Vec<_>>(),
        "projects": issue.projects.iter().map(|project| data.project(project)).collect::<Vec<_>>(),
        "acknowledgement": acknowledgement(&Acknowledgement::of(&issue.projects, &issue.language, words)),
        "colophon": words.with("colophon-made", &[
            ("version", env!("CARGO_PKG_VERSION").into()), ("date", words.date(issue.as_of.date).into()),
        ]),
        "colophon_hash": words.with("colophon-hash", &[("hash", sources_hash.into())]),
        "words": fixed,
    });
    if let (Value::Object(all), Value::Object(parts)) = (&mut value, data.parts()) {
        all.extend(parts);
    }
    value
}

/// The acknowledgement as the layout takes it.
fn acknowledgement(ack: &Acknowledgement) -> Value {
    let rows = |statements: &[crate::issue::Statement]| -> Vec<Value> {
        let row = |s: &crate::issue::Statement| json!({"projects": s.projects, "text": s.text, "language": s.language.primary()});
        statements.iter().map(row).collect()
    };
    json!({"statements": rows(&ack.statements), "disclaimers": rows(&ack.disclaimers), "emblem": ack.emblem})
}

/// What the parts are worded with.
struct Data<'a, 'i> {
    /// The issue.
    issue: &'a CheckedIssue<'i>,
    /// The words.
    words: &'a Words,
    /// The layouts, which name the portal's columns.
    layouts: &'a Layouts,
    /// The output.
    channel: Channel,
}

impl<'i> Data<'_, 'i> {
    /// The actions that may stand in the output.
    fn actions(&self) -> &[ActionState<'i>] {
        match self.channel {
            Channel::Report => &self.issue.actions,
            _ => &self.issue.public_actions,
        }
    }

    /// The parts that are absent where there is nothing to show.
    fn parts(&self) -> Value {
        let joint = self.joint();
        // On page 1 those that most projects did.
        let mut first = joint.clone();
        first.sort_by_key(|row| std::cmp::Reverse(row["count"].as_u64()));
        let hidden = first.len().saturating_sub(FIRST_JOINT);
        first.truncate(FIRST_JOINT);
        json!({
        "news": self.news(),
        "joint": joint,
        "joint_first": first,
        "joint_more": (hidden > 0).then(|| self.words.count("next-more", hidden)),
        "changes": self.changes(),
        "common": self.common_ground(),
        "matrix": self.matrix(),
        "timeline": self.timeline(),
        "lines": self.indicator_lines(),
        "coming": self.next_period(),
        "credits": self.credits(),
            "activities": self.activities(),
        "silent": self.silent(),
        "compact": !self.issue.scope.is_month(),
        "show_profiles": introduces_projects(self.issue),
        "deliverable": self.deliverable(),
        "portal": self.portal(),
        })
    }

    /// The period: a month's name, or two days.
    fn period(&self) -> String {
        let (from, to) = self.issue.period;
        if from == self.issue.month.first() && to == self.issue.month.last() {
            return self.words.month(from);
        }
        self.days(Some(from), Some(to)).unwrap_or_default()
    }

    /// Two days as a range.
    fn days(&self, from: Option<Date>, to: Option<Date>) -> Option<String> {
        let day = |date: Date| self.words.date(date).into();
        match (from, to) {
            (Some(from), Some(to)) => {
                Some(self.words.with("dates-from-to", &[("from", day(from)), ("to", day(to))]))
            }
            (Some(from), None) => Some(self.words.with("dates-from", &[("from", day(from))])),
            (None, Some(to)) => Some(self.words.with("dates-to", &[("to", day(to))])),
            (None, None) => None,
        }
    }

    /// The news that leads: what somebody said is none.
    fn lead(&self) -> Option<&'i Update> {
        self.issue.updates(self.channel).find(|update| update.kind != UpdateType::Quote)
    }

    /// The headline: that of the lead, of the first meeting, or the period.
    fn headline(&self) -> (String, &str) {
        if !self.issue.scope.is_month() {
            let project = self.issue.scope.project.as_ref().map(|id| self.issue.cluster.display(id.as_str()));
            let who = project.unwrap_or_else(|| self.issue.name().text);
            let values = [("who", who.into()), ("period", self.period().into())];
            return (self.words.with("period-headline", &values), self.issue.language.primary());
        }
        let lead = self.lead().map(|update| (update.title.clone(), update.language.primary()));
        let meeting = || {
            let first = self.issue.meetings(self.channel).next();
            first.map(|meeting| (meeting.title.clone(), meeting.language.primary()))
        };
        lead.or_else(meeting).unwrap_or_else(|| (self.period(), self.issue.language.primary()))
    }

    /// What happened, in the lead's own first paragraph.
    fn result(&self) -> (String, &str) {
        if !self.issue.scope.is_month() {
            return (cover::counts(self).join(" "), self.issue.language.primary());
        }
        let lead = self.lead().map(|update| (update.summary.clone(), update.language.primary()));
        let meeting = || {
            let mut meetings = self.issue.meetings(self.channel);
            meetings.find_map(|meeting| Some((meeting.body.summary()?, meeting.language.primary())))
        };
        lead.or_else(meeting).unwrap_or_else(|| (String::new(), self.issue.language.primary()))
    }

    /// Up to four computed numbers.
    fn numbers(&self) -> Vec<Value> {
        let number = |value: usize, label: String| json!({"value": value.to_string(), "label": label});
        let issue = self.issue;
        // One project's report counts nothing that is not its own.
        let own: Vec<&Project> =
            issue.projects.iter().copied().filter(|project| self.concerns(&[&project.id])).collect();
        let countries: std::collections::BTreeSet<_> =
            own.iter().flat_map(|project| &project.countries).collect();
        let meetings = issue.meetings(self.channel).count();
        let open = self.actions().iter().filter(|state| state.is_open()).count();
        let projects = own.len();
        let mut numbers = vec![number(
            projects,
            format!("{}: {}", self.words.count("number-projects", projects), self.split(&own)),
        )];
        for (value, name) in
            [(meetings, "number-meetings"), (open, "number-actions"), (countries.len(), "number-countries")]
        {
            if value > 0 {
                numbers.push(number(value, self.words.count(name, value)));
            }
        }
        numbers
    }

    /// How the projects split over programmes: `7 LIFE + 1 H2020`.
    fn split(&self, projects: &[&Project]) -> String {
        let other = self.words.get("programme-other");
        let mut counts: Vec<(usize, &str)> = Vec::new();
        for project in projects {
            let word = match project.programme {
                Programme::Other => other.as_str(),
                programme => programme.word(),
            };
            match counts.iter_mut().find(|(_, known)| *known == word) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, word)),
            }
        }
        counts.sort_by_key(|(count, word)| (std::cmp::Reverse(*count), *word));
        counts.iter().map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(" + ")
    }

    /// How many more steps there are than page 1 shows.
    fn next_more(&self) -> Option<String> {
        let open = self.actions().iter().filter(|state| state.is_open()).count();
        (open > FIRST_STEPS).then(|| self.words.count("next-more", open - FIRST_STEPS))
    }

    /// The activities of a report over a period, with the report in which each stands already.
    fn activities(&self) -> Vec<Value> {
        let issue = self.issue;
        if issue.scope.is_month() {
            return vec![];
        }
        let within = |date: Date| date >= issue.period.0 && date <= issue.period.1;
        let listed = issue.cluster.activities.iter().filter(|activity| {
            let ours =
                activity.projects.is_empty() || activity.projects.iter().any(|id| self.concerns(&[id]));
            activity.date.is_none_or(within) && ours
        });
        let row = |activity: &crate::model::Activity| {
            json!({
                "when": activity.date.map(|date| self.words.date(date)).unwrap_or_default(),
                "what": activity.name, "who": self.acronyms(&activity.projects),
                "state": self.words.get(&format!("activity-{}", activity.status.word())),
                "reported": activity.reported_in.clone().unwrap_or_default(),
            })
        };
        listed.map(row).collect()
    }

    /// The open actions in words, those that are due first.
    fn next_steps(&self) -> Vec<Value> {
        let mut open: Vec<_> = self.actions().iter().filter(|state| state.is_open()).collect();
        open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
        open.into_iter()
            .map(|state| {
                json!({
                    "who": self.owners(state),
                    "what": state.text, "language": state.language.primary(),
                    "due": state.action.due.map(|due| self.words.date(due)),
                })
            })
            .collect()
    }

    /// Each picture's credit, once.
    fn credits(&self) -> Vec<String> {
        let mut credits: Vec<String> = Vec::new();
        // Over a long period the news and minutes are a line each, without their pictures.
        let compact = !self.issue.scope.is_month();
        if compact {
            return credits;
        }
        let updates = self.issue.updates(self.channel).map(|update| update.body.clone());
        let minutes = self.issue.meetings(self.channel).map(|meeting| self.issue.minutes(meeting));
        for mut body in updates.chain(minutes) {
            for (_, image) in body.images_mut() {
                let credit = image.title.trim().to_string();
                if !credit.is_empty() && !credits.contains(&credit) {
                    credits.push(credit);
                }
            }
        }
        credits
    }

    /// The projects of which no news came, if the manifest asks to name them.
    fn silent(&self) -> Option<String> {
        let named = self.issue.options().silent;
        let heard = |project: &&&Project| {
            self.issue.updates(self.channel).any(|update| update.projects.contains(&project.id))
        };
        let silent: Vec<String> =
            self.issue.projects.iter().filter(|project| !heard(project)).map(|p| p.acronym.clone()).collect();
        (named && !silent.is_empty())
            .then(|| self.words.with("silent", &[("projects", self.words.list(&silent).into())]))
    }

    /// What is not in the report because nobody recorded it.
    fn not_reported(&self) -> Vec<String> {
        let issue = self.issue;
        let empty = [
            (issue.updates(self.channel).next().is_none(), "not-reported-news"),
            (issue.meetings(self.channel).next().is_none(), "not-reported-meetings"),
            (
                issue.meetings(self.channel).all(|meeting| meeting.decisions.is_empty()),
                "not-reported-decisions",
            ),
            (issue.events.is_empty(), "not-reported-events"),
            (
                !issue.indicators().any(|indicator| self.indicator(indicator).is_some()),
                "not-reported-indicators",
            ),
            (
                issue.meetings(self.channel).next().is_some()
                    && !issue.meetings(self.channel).any(|meeting| people(meeting).is_some()),
                "not-reported-attendance",
            ),
        ];
        let mut missing: Vec<String> =
            empty.iter().filter(|(empty, _)| *empty).map(|(_, name)| self.words.get(name)).collect();
        let unknown: Vec<String> = issue
            .projects
            .iter()
            .filter(|project| project.agreement.is_none())
            .map(|project| project.acronym.clone())
            .collect();
        if !unknown.is_empty() {
            missing.push(
                self.words.with("not-reported-grants", &[("projects", self.words.list(&unknown).into())]),
            );
        }
        missing
    }

    /// The owners of an action.
    fn owners(&self, state: &ActionState<'_>) -> String {
        let names: Vec<String> = state
            .action
            .owners
            .iter()
            .map(|(name, _)| self.words.named(self.issue.cluster.display(name)))
            .collect();
        match names.is_empty() {
            true => self.words.get("action-no-owner"),
            false => self.words.list(&names),
        }
    }

    /// An action as a row.
    fn action(&self, state: &ActionState<'_>) -> Value {
        let since = [
            ("date", self.words.date(state.opened_at.date).into()),
            ("days", state.age_on(self.issue.as_of.date).into()),
        ];
        let closed = state.closed.map(|date| [("date", self.words.date(date).into())]);
        let text = match (state.action.status, closed) {
            (ActionStatus::Done, Some(on)) => self.words.with("state-done", &on),
            (ActionStatus::Dropped, Some(on)) => self.words.with("state-dropped", &on),
            _ if state.is_overdue(self.issue.as_of.date) => {
                format!(
                    "{}, {}",
                    self.words.get("state-overdue"),
                    self.words.with("state-open-since", &since)
                )
            }
            _ => self.words.with("state-open-since", &since),
        };
        json!({
            "id": state.id,
            "what": state.text, "language": state.language.primary(),
            "who": self.owners(state),
            "due": state.action.due.map_or_else(|| self.words.get("action-no-due"), |due| self.words.date(due)),
            "state": text,
            "open": state.is_open(),
        })
    }

    /// A meeting with its facts as rows of name and value.
    fn meeting(&self, meeting: &Meeting) -> Value {
        let cluster = self.issue.cluster;
        let word = |name: &str| self.words.get(name);
        let mode = meeting.mode.map(|mode| {
            word(match mode {
                Mode::Online => "mode-online",
                Mode::InPerson => "mode-in-person",
                Mode::Hybrid => "mode-hybrid",
            })
        });
        let acronyms = |ids: Vec<String>| self.words.list(&ids);
        let present: Vec<String> = meeting
            .attendance
            .iter()
            .filter_map(|row| {
                row.project
                    .as_ref()
                    .map(|id| cluster.display(id.as_str()))
                    .or_else(|| row.org.as_ref().map(|org| cluster.display(org)))
            })
            .collect();
        let regrets: Vec<String> = meeting.regrets.iter().map(|id| cluster.display(id.as_str())).collect();
        let facts = [
            ("meeting-date", Some(self.words.date(meeting.date))),
            ("meeting-host", Some(self.host(meeting))),
            (
                "meeting-organiser",
                meeting.organiser.as_ref().map(|name| self.words.named(cluster.display(name))),
            ),
            ("meeting-mode", mode),
            ("meeting-place", meeting.place.clone()),
            ("meeting-present", (!present.is_empty()).then(|| acronyms(present))),
            ("meeting-total", people(meeting).map(|count| self.words.number(&Decimal::whole(count)))),
            ("meeting-agenda", (!meeting.agenda.is_empty()).then(|| meeting.agenda.join("; "))),
            ("meeting-regrets", (!regrets.is_empty()).then(|| acronyms(regrets))),
            ("meeting-next", meeting.next.map(|next| self.words.date(next.date()))),
        ];
        let facts: Vec<Value> = facts
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| json!([word(name), value])))
            .collect();
        json!({
            "id": meeting.id, "date": self.words.date(meeting.date), "title": meeting.title, "language": meeting.language.primary(), "markdown": &*meeting.origin.file,
            "has_text": !self.issue.minutes(meeting).blocks.is_empty(),
            "facts": facts,
            "decisions_language": meeting.decisions_language.primary(),
            "decisions": meeting.decisions.iter().map(|Decision { text, id, .. }| json!({"id": id, "text": text})).collect::<Vec<_>>(),
        })
    }

    /// Who hosted a meeting, and that they coordinate a project where they do.
    fn host(&self, meeting: &Meeting) -> String {
        self.words.named(self.issue.cluster.display(&meeting.host))
    }

    /// An event as a row.
    fn event(&self, event: &Event) -> Value {
        let status = match event.status {
            EventStatus::Planned => "event-planned",
            EventStatus::Confirmed => "event-confirmed",
            EventStatus::Held => "event-held",
            EventStatus::Postponed => "event-postponed",
            EventStatus::Cancelled => "event-cancelled",
        };
        let when = self.words.event(event, self.issue.cluster.config.timezone.as_deref());
        json!({
            "id": event.key, "when": when, "what": event.title, "url": event.url.as_ref().map(|url| url.as_str()),
            "where": event.place.clone().or_else(|| (event.mode == Some(Mode::Online)).then(|| self.words.get("mode-online"))),
            "state": self.words.get(status),
        })
    }

    /// An indicator's label, with its project where another one has the same.
    fn indicator_name(&self, indicator: &Indicator) -> String {
        let same = |other: &&Indicator| other.label == indicator.label;
        let twice = self.issue.cluster.indicators.iter().filter(same).count() > 1;
        match indicator.project.as_ref().filter(|_| twice) {
            Some(project) => {
                format!("{} ({})", indicator.label, self.issue.cluster.display(project.as_str()))
            }
            None => indicator.label.clone(),
        }
    }

    /// An indicator as a row, if it has a value up to the issue's last day.
    fn indicator(&self, indicator: &Indicator) -> Option<Value> {
        let (value, period) = indicator.value(self.issue.period.1)?;
        Some(json!({
            "what": self.indicator_name(indicator), "unit": indicator.unit, "period": period.text, "value": self.words.number(&value),
            "target": indicator.target.as_ref().map(|target| self.words.number(target)),
        }))
    }

    /// A project: its row in the table and its profile.
    fn project(&self, project: &Project) -> Value {
        let language = &self.issue.language;
        let (title_language, title) = project.title.in_language(language);
        let (summary_language, summary) = project.summary.in_language(language);
        let countries: Vec<String> =
            project.countries.iter().map(|country| self.words.country(country)).collect();
        let programme = match project.programme {
            Programme::Other => project.code.clone().unwrap_or_else(|| self.words.get("programme-other")),
            programme => programme.word().to_string(),
        };
        let budget = match (project.budget, project.eu_part) {
            (Some(budget), Some(part)) => Some(self.words.with(
                "profile-budget-eu",
                &[("budget", self.words.euro(budget).into()), ("part", self.words.euro(part).into())],
            )),
            (Some(budget), None) => Some(self.words.euro(budget)),
            (None, Some(part)) => Some(format!("{} {}", self.words.get("eu"), self.words.euro(part))),
            (None, None) => None,
        };
        let joined = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
        let facts = [
            (
                "profile-coordinator",
                project.coordinator.as_ref().map(|name| self.issue.cluster.display(name)),
            ),
            (
                "profile-partners",
                joined(
                    &project.partners.iter().map(|name| self.issue.cluster.display(name)).collect::<Vec<_>>(),
                ),
            ),
            ("profile-countries", joined(&countries)),
            ("profile-themes", joined(&project.themes)),
            ("profile-groups", joined(&project.target_groups)),
            ("profile-instruments", joined(&project.instruments)),
            ("profile-budget", budget),
            ("profile-code", project.code.clone()),
            ("profile-web", project.url.as_ref().map(|url| url.as_str().to_string())),
        ];
        let facts: Vec<Value> = facts
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| json!([self.words.get(name), value])))
            .collect();
        json!({
            "id": project.id, "acronym": project.acronym,
            "title": title, "title_language": title_language.primary(),
            "summary": paragraphs(summary), "summary_language": summary_language.primary(),
            "programme": programme,
            "agreement": project.agreement,
            "countries": joined(&project.countries.iter().map(|country| country.eu().to_string()).collect::<Vec<_>>()),
            "dates": self.days(project.start, project.end),
            "facts": facts,
        })
    }
}

/// How many people took part, if that was recorded.
fn people(meeting: &Meeting) -> Option<u32> {
    let counted: Vec<u32> = meeting.attendance.iter().filter_map(|row| row.count).collect();
    meeting.attendance_total.or_else(|| (!counted.is_empty()).then(|| counted.iter().sum()))
}

/// The paragraphs of a plain text, each on one line.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|part| !part.is_empty())
        .collect()
}
