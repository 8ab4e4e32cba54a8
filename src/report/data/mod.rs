//! What the report's layout is given: everything worded and in its order, so that layouts only
//! style. The same JSON is attached to the PDF: it is what was printed, and no more.

mod cluster_parts;
mod cover;
mod deliverable;
mod fixed_words;
mod front;
mod front_parts;
mod lines;
mod parts;
mod profile;
mod rows;
mod summary;
mod tiles;
mod time;
mod together;

pub use cluster_parts::{AcknowledgementPart, Fact, ProjectPart, StatementPart, StoryLink};
pub use cover::cover_note;
pub use front_parts::{MapPart, NumberPart, TilePart};
pub use lines::{IndicatorChart, indicator_charts, newest_values};
pub use parts::{
    ActionPart, DecisionPart, EventPart, IndicatorLine, IndicatorPart, JointPart, MeetingPart, NewsGroup,
    NewsPart, ReportData,
};

use crate::issue::{Acknowledgement, ActionState, CheckedIssue, Stage, logo};
use crate::layouts::Layouts;
use crate::model::{Channel, Project, Update, UpdateType};
use crate::theme::Theme;
use crate::value::{Date, Language};
use crate::words::Words;

/// The data's virtual file.
pub const REPORT_DATA: &str = "/data/report.json";

/// How many next steps page 1 shows; the layout shows no more.
const FIRST_STEPS: usize = 4;

/// How many things done together page 1 shows.
const FIRST_JOINT: usize = 3;

/// The version of the data's form.
const FORM: u32 = 2;

/// The data of a report. `sources_hash` is the sources' SHA-256 in hexadecimal.
pub fn report_data(
    issue: &CheckedIssue<'_>,
    words: &Words,
    (layouts, theme): (&Layouts, &Theme),
    sources_hash: &str,
) -> ReportData {
    data_for(Channel::Report, issue, words, (layouts, theme), sources_hash)
}

/// The same data of what is public: what the web edition shows in the report's words.
pub fn public_data(issue: &CheckedIssue<'_>, words: &Words, layouts: &Layouts, theme: &Theme) -> ReportData {
    data_for(Channel::Web, issue, words, (layouts, theme), "")
}

/// Whether an issue presents the projects: the first one, one in which a project begins, and one
/// whose manifest asks for it.
pub fn introduces_projects(issue: &CheckedIssue<'_>) -> bool {
    issue.scope.is_month() && (issue.options().profiles || projects_are_new(issue))
}

/// Whether readers do not know the projects yet, or not all of them: in the first issue, and in one in which a
/// project begins.
pub fn projects_are_new(issue: &CheckedIssue<'_>) -> bool {
    let begins = |project: &&Project| {
        project.start.is_some_and(|start| start >= issue.period.0 && start <= issue.period.1)
    };
    issue.number == 1 || issue.projects.iter().any(begins)
}

/// The data of what may stand in an output.
fn data_for(
    channel: Channel,
    issue: &CheckedIssue<'_>,
    words: &Words,
    (layouts, theme): (&Layouts, &Theme),
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
    let timeline = data.timeline();
    let number: (&str, _) = ("number", issue.number.into());
    ReportData {
        form: FORM,
        language: issue.language.primary().to_string(),
        // Typst's words in `pt` are Brazilian.
        region: issue
            .language
            .region()
            .or((issue.language.as_str() == "pt").then_some("PT"))
            .map(str::to_string),
        cluster: issue.name().text,
        accent: theme.light("accent").to_string(),
        look: theme.clone(),
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
        overdue: data.overdue(),
        map: data.map(),
        cover: data.cover_picture(),
        code: data.code(),
        contacts: data.contacts(),
        next_more: data.next_more(),
        not_reported: data.not_reported(),
        meetings: issue.meetings(channel).map(|meeting| data.meeting(meeting)).collect(),
        actions: data.actions().iter().map(|state| data.action(state)).collect(),
        events: data.event_rows(timeline.as_ref()),
        indicators: issue.indicators().filter_map(|indicator| data.indicator(indicator)).collect(),
        projects: issue.projects.iter().map(|project| data.project(project)).collect(),
        acknowledgement: acknowledgement(&Acknowledgement::of(&issue.projects, &issue.language, words)),
        colophon: words.with(
            "colophon-made",
            &[("version", env!("CARGO_PKG_VERSION").into()), ("date", words.date(issue.as_of.date).into())],
        ),
        colophon_hash: words.with("colophon-hash", &[("hash", sources_hash.into())]),
        words: fixed_words::of(words),
        news: data.news(),
        joint,
        joint_first,
        joint_more: (hidden > 0).then(|| words.count("next-more", hidden)),
        changes: data.changes(),
        moved: data.moved(),
        common: data.common_ground(),
        matrix: data.matrix(),
        strongest: data.strongest(),
        timeline,
        lines: data.lines().into_iter().map(|(_, line)| line).collect(),
        values: data.value_table(),
        coming: data.next_period(),
        credits: data.credits(),
        activities: data.activities(),
        silent: data.silent(),
        long: data.is_long(),
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
    issue: &'a CheckedIssue<'i>,
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
            (Some(from), Some(to)) => Some(self.words.days(from, to)),
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
}
