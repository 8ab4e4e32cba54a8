//! What the report's layout is given: everything worded and in its order, so that layouts only
//! style. The same JSON is attached to the PDF: it is what was printed, and no more.

mod cover;
mod deliverable;
mod parts;
mod rows;
mod time;
mod together;

use std::collections::BTreeMap;

pub use cover::cover_note;
pub use parts::{
    AcknowledgementPart, ActionPart, ActivityPart, DecisionPart, EventPart, Fact, IndicatorLine,
    IndicatorPart, JointPart, MeetingPart, NewsGroup, NewsPart, NextStep, NumberPart, ProjectPart,
    ReportData, StatementPart,
};

use crate::issue::{Acknowledgement, ActionState, CheckedIssue, Stage, logo};
use crate::layouts::Layouts;
use crate::model::{Activity, Channel, Programme, Project, Update, UpdateType};
use crate::value::{Date, Language};
use crate::words::Words;
use rows::people;

/// The data's virtual file.
pub const REPORT_DATA: &str = "/data/report.json";

/// How many next steps page 1 shows; the layout shows no more.
const FIRST_STEPS: usize = 4;

/// How many things done together page 1 shows.
const FIRST_JOINT: usize = 3;

/// The colour of what the cluster chose none for.
pub const ACCENT: &str = "#0b5d4e";

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
pub fn report_data(
    issue: &CheckedIssue<'_>,
    words: &Words,
    layouts: &Layouts,
    sources_hash: &str,
) -> ReportData {
    data_for(Channel::Report, issue, words, layouts, sources_hash)
}

/// The same data of what is public: what the web edition shows in the report's words.
pub fn public_data(issue: &CheckedIssue<'_>, words: &Words, layouts: &Layouts) -> ReportData {
    data_for(Channel::Web, issue, words, layouts, "")
}

/// The line of an indicator with its newest number as text, for outputs that draw it alone.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorChart {
    /// The line.
    pub line: IndicatorLine,
    /// The newest value.
    pub newest: IndicatorPart,
}

/// The lines of the public indicators, as charts.
pub fn indicator_charts(issue: &CheckedIssue<'_>, words: &Words) -> Vec<IndicatorChart> {
    let layouts = Layouts::none();
    let data = Data { issue, words, layouts: &layouts, channel: Channel::Newsletter };
    let lines = data.lines().into_iter();
    lines
        .filter_map(|(indicator, line)| Some(IndicatorChart { line, newest: data.indicator(indicator)? }))
        .collect()
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
) -> ReportData {
    let data = Data { issue, words, layouts, channel };
    let config = &issue.cluster.config;
    let (headline, headline_language) = data.headline();
    let (result, result_language) = data.result();
    let period = data.period();
    let joint = data.joint();
    // On page 1 those that most projects did.
    let mut joint_first = joint.clone();
    joint_first.sort_by_key(|row| std::cmp::Reverse(row.count));
    let hidden = joint_first.len().saturating_sub(FIRST_JOINT);
    joint_first.truncate(FIRST_JOINT);
    let number: (&str, _) = ("number", issue.number.into());
    ReportData {
        form: FORM,
        language: issue.language.primary().to_string(),
        region: issue.language.region().map(str::to_string),
        cluster: issue.name().text,
        accent: config.look.accent.clone().unwrap_or_else(|| ACCENT.to_string()),
        logo: logo(issue.cluster, issue.sources),
        font: config.look.font.clone(),
        publisher: words.with("publisher", &[("publisher", config.publisher.as_str().into())]),
        author: config.publisher.clone(),
        title: format!("{} {period}", words.get("report-title")),
        issue_line: match issue.scope.is_month() {
            true => words.with("issue-line", &[number, ("period", period.as_str().into())]),
            false => period.clone(),
        },
        period,
        page_of: words.with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        draft: issue.stage == Stage::Draft,
        sensitive: issue.is_sensitive() && channel == Channel::Report,
        headline,
        headline_language: headline_language.to_string(),
        result,
        result_language: result_language.to_string(),
        default_language: config.language.primary().to_string(),
        numbers: data.numbers(),
        next: data.next_steps(),
        next_more: data.next_more(),
        not_reported: data.not_reported(),
        meetings: issue.meetings(channel).map(|meeting| data.meeting(meeting)).collect(),
        actions: data.actions().iter().map(|state| data.action(state)).collect(),
        events: issue.events.iter().map(|event| data.event(event)).collect(),
        indicators: issue.indicators().filter_map(|indicator| data.indicator(indicator)).collect(),
        projects: issue.projects.iter().map(|project| data.project(project)).collect(),
        acknowledgement: acknowledgement(&Acknowledgement::of(&issue.projects, &issue.language, words)),
        colophon: words.with(
            "colophon-made",
            &[("version", env!("CARGO_PKG_VERSION").into()), ("date", words.date(issue.as_of.date).into())],
        ),
        colophon_hash: words.with("colophon-hash", &[("hash", sources_hash.into())]),
        words: FIXED_WORDS.iter().map(|name| (*name, words.get(name))).collect::<BTreeMap<_, _>>(),
        news: data.news(),
        joint,
        joint_first,
        joint_more: (hidden > 0).then(|| words.count("next-more", hidden)),
        changes: data.changes(),
        common: data.common_ground(),
        matrix: data.matrix(),
        timeline: data.timeline(),
        lines: data.lines().into_iter().map(|(_, line)| line).collect(),
        coming: data.next_period(),
        credits: data.credits(),
        activities: data.activities(),
        silent: data.silent(),
        compact: !issue.scope.is_month(),
        show_profiles: introduces_projects(issue),
        deliverable: data.deliverable(),
        portal: data.portal(),
    }
}

/// The acknowledgement as the layout takes it.
fn acknowledgement(ack: &Acknowledgement) -> AcknowledgementPart {
    let row = |text: &str, projects: &[String], language: &Language| StatementPart {
        projects: projects.to_vec(),
        text: text.to_string(),
        language: language.base(),
    };
    AcknowledgementPart {
        statements: ack.statements.iter().map(|s| row(&s.text, &s.projects, &s.language)).collect(),
        disclaimers: ack.disclaimers.iter().map(|s| row(&s.text, &s.projects, &s.language)).collect(),
        emblem: ack.emblem,
    }
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
    fn numbers(&self) -> Vec<NumberPart> {
        let number = |value: usize, label: String| NumberPart { value: value.to_string(), label };
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
    fn activities(&self) -> Vec<ActivityPart> {
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
        let row = |activity: &Activity| ActivityPart {
            when: activity.date.map(|date| self.words.date(date)).unwrap_or_default(),
            what: activity.name.clone(),
            who: self.acronyms(&activity.projects),
            state: self.words.get(&format!("activity-{}", activity.status.word())),
            reported: activity.reported_in.clone().unwrap_or_default(),
        };
        listed.map(row).collect()
    }

    /// The open actions in words, those that are due first.
    fn next_steps(&self) -> Vec<NextStep> {
        let mut open: Vec<_> = self.actions().iter().filter(|state| state.is_open()).collect();
        open.sort_by_key(|state| (state.action.due.is_none(), state.action.due));
        open.into_iter()
            .map(|state| NextStep {
                who: self.owners(state),
                what: state.text.to_string(),
                language: state.language.base(),
                due: state.action.due.map(|due| self.words.date(due)),
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
}
