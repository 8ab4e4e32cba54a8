//! The month's manifest: what is sent under which subject.

use schemars::JsonSchema;
use serde::Deserialize;

use super::report_options::{self, RawReport, ReportOptions};
use crate::diagnostic::{Diagnostic, nearest};
use crate::sources::{Field, List, Origin, Reader, TextField, fields_of};
use crate::value::{Date, Id, Language, Localised, MailAddress, Moment, Month, Parse};

/// The month's manifest.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// The month: the file's name.
    pub month: Month,
    /// Where it was written.
    pub origin: Origin,
    /// The mail's subject.
    pub subject: Option<Localised>,
    /// The number, if it is not one more than the last one's.
    pub number: Option<u32>,
    /// First and last day.
    pub period: Option<(Date, Date)>,
    /// The line that mail programs show behind the subject.
    pub preheader: Option<Localised>,
    /// A few words from the editor.
    pub note: Option<Localised>,
    /// The sender's address, if it is not the configuration's.
    pub from: Option<MailAddress>,
    /// Where answers go.
    pub reply_to: Option<MailAddress>,
    /// The languages of its editions.
    pub languages: Vec<Language>,
    /// The newsletter's blocks in their order.
    pub sections: Vec<String>,
    /// The id of the update that leads.
    pub lead: Option<Id>,
    /// A question to readers.
    pub ask: Option<Localised>,
    /// What readers answered last time.
    pub answers: Option<Localised>,
    /// Who must approve every item.
    pub approvals_required: Vec<String>,
    /// Until when partners send their news.
    pub contributions_due: Option<Date>,
    /// Not to be sent before this moment.
    pub publish_after: Option<Moment>,
    /// The picture on the report's first page and above the mail's lead.
    pub cover: Option<String>,
    /// What is said of the report.
    pub report: ReportOptions,
}

/// A month's issue: sources/issues/MONTH.yaml.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct Raw {
    /// The mail's subject: what is new for the reader, in at most 60 characters.
    subject: Option<TextField>,
    /// The number; one more than the last one's if left out.
    number: Option<Field<u32>>,
    /// The days that it covers, if they are not the month's.
    period: Option<RawPeriod>,
    /// What mail programs show behind the subject: 40 to 110 characters.
    preheader: Option<TextField>,
    /// A few words of the editor's above everything else.
    note: Option<TextField>,
    /// Another sender for this issue.
    from: Option<Field<MailAddress>>,
    /// Another address for answers.
    reply_to: Option<Field<MailAddress>>,
    /// The languages of this editions.
    languages: Option<List<Language>>,
    /// The blocks of the newsletter, in their order (docs/newsletter.md).
    sections: Option<List<String>>,
    /// The story that leads, by its file's name without folder and extension.
    lead: Option<Field<Id>>,
    /// A question to readers.
    ask: Option<TextField>,
    /// What readers answered to the last one.
    answers: Option<TextField>,
    /// Who must approve each piece of news.
    approvals_required: Option<List<String>>,
    /// Until when partners send their news.
    contributions_due: Option<Field<Date>>,
    /// Not to be sent before this moment.
    publish_after: Option<Field<Moment>>,
    /// The picture on the report's first page and above the mail's lead, in sources/images/.
    cover: Option<Field<String>>,
    /// What the report shows beside its usual parts.
    report: RawReport,
    /// Passages that rules ask about and that are meant as they are.
    accepted: Option<List<String>>,
}

/// The days that an issue covers.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawPeriod {
    /// The first.
    from: Option<Field<Date>>,
    /// The last.
    to: Option<Field<Date>>,
}

/// The newsletter's blocks.
pub const SECTIONS: &[&str] = &[
    "note", "lead", "figures", "stories", "quotes", "charts", "projects", "cards", "next", "actions",
    "dates", "ask", "partners",
];

impl Manifest {
    /// Reads a manifest from its file; `None` if its name or shape stops it.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let mut known = vec![("", fields_of::<Raw>()), ("period", fields_of::<RawPeriod>())];
        known.extend(report_options::known());
        let raw: Raw = reader.document(&known)?;
        let month = match Month::parse(reader.file.stem()) {
            Ok(month) => month,
            Err(complaint) => {
                reader.findings.push(
                    Diagnostic::error("file-name", format!("the file's name: {}", complaint.message))
                        .at(crate::diagnostic::Place::file(reader.file.path.clone()))
                        .hint(complaint.hint),
                );
                return None;
            }
        };
        // What stands there is read where the lint of pasted text needs it.
        let _ = reader.list(raw.accepted, "accepted");
        let reply_to = reader.optional(raw.reply_to, "reply_to");
        no_reply(reader, reply_to.as_ref(), "reply_to");
        let sections = reader.list(raw.sections, "sections");
        unknown_sections(reader, &sections);
        let period = raw.period.and_then(|period| {
            let from = reader.optional(period.from, "period.from");
            let to = reader.optional(period.to, "period.to");
            if from.is_some() != to.is_some() {
                reader.missing(if from.is_none() { "period.from" } else { "period.to" }, "2024-04-30");
            }
            from.zip(to)
        });
        Some(Self {
            month,
            origin: reader.origin(),
            subject: reader.prose(raw.subject, "subject"),
            number: reader.optional(raw.number, "number"),
            period,
            preheader: reader.prose(raw.preheader, "preheader"),
            note: reader.prose(raw.note, "note"),
            from: sender(reader, raw.from),
            reply_to,
            languages: reader.list(raw.languages, "languages"),
            sections,
            lead: reader.optional(raw.lead, "lead"),
            ask: reader.prose(raw.ask, "ask"),
            answers: reader.prose(raw.answers, "answers"),
            approvals_required: reader.list(raw.approvals_required, "approvals_required"),
            contributions_due: reader.optional(raw.contributions_due, "contributions_due"),
            publish_after: reader.optional(raw.publish_after, "publish_after"),
            cover: reader.optional(raw.cover, "cover"),
            report: ReportOptions::build(raw.report, reader),
        })
    }
}

/// An address that nobody reads is none to answer to.
pub(super) fn no_reply(reader: &mut Reader<'_>, address: Option<&MailAddress>, field: &str) {
    let Some(address) = address else { return };
    unsendable(reader, address, field);
    let local = address.local().to_lowercase().replace(['-', '_', '.'], "");
    if local.starts_with("noreply") || local.starts_with("donotreply") {
        let place = reader.place(field);
        reader.findings.push(
            Diagnostic::error("no-reply", format!("`{}` says that nobody reads it", address.as_str()))
                .at(place)
                .hint("readers answer the newsletter: name a mailbox that is read"),
        );
    }
}

/// The sender of this issue.
fn sender(reader: &mut Reader<'_>, raw: Option<Field<MailAddress>>) -> Option<MailAddress> {
    let from = reader.optional(raw, "from");
    from.iter().for_each(|from| unsendable(reader, from, "from"));
    from
}

/// An address of ours that most mail servers do not take: letters beyond ASCII before the `@` (RFC 6531),
/// or a domain that has no form in ASCII (RFC 5890).
pub(super) fn unsendable(reader: &mut Reader<'_>, address: &MailAddress, field: &str) {
    let what = match (address.local().is_ascii(), address.ascii_domain()) {
        (true, Some(_)) => return,
        (false, _) => "has letters before the `@` that most mail servers do not take",
        (true, None) => "has a domain that mail can't carry",
    };
    let place = reader.place(field);
    reader.findings.push(
        Diagnostic::error("invalid-value", format!("{field}: `{}` {what}", address.as_str()))
            .at(place)
            .hint("name another mailbox: a-z, digits, point and hyphen before the `@`; any letters may stand behind it"),
    );
}

/// Blocks that there are not.
fn unknown_sections(reader: &mut Reader<'_>, sections: &[String]) {
    for (i, section) in sections.iter().enumerate() {
        if !SECTIONS.contains(&&**section) {
            let place = reader.place(&format!("sections[{i}]"));
            let finding = Diagnostic::error("unknown-section", format!("unknown section `{section}`"));
            let hint = match nearest(section, SECTIONS.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`? there are: {}", SECTIONS.join(", ")),
                None => format!("known: {}", SECTIONS.join(", ")),
            };
            reader.findings.push(finding.at(place).hint(hint));
        }
    }
}
