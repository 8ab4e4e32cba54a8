//! Reports of servers: on deliveries (RFC 3464) and on complaints (RFC 5965); and the reply in a server's letter.

use mail_parser::{Message, MimeHeaders, PartType};

use super::Weight;
use crate::delivery::reply::{Phase, Reply};
use crate::delivery::verdict::Class;

/// What a report says.
pub(super) enum Report {
    /// Somebody called it spam.
    Complaint,
    /// A delivery failed, with the reply that says why.
    Failed {
        /// The reply.
        reply: String,
        /// How much it says.
        weight: Weight,
    },
    /// It is late, or worked, or says something else.
    Other,
}

/// The report in a message, if it is one.
pub(super) fn report(message: &Message<'_>) -> Option<Report> {
    let parts = report_parts(message);
    for (kind, text) in &parts {
        if kind == "feedback-report" {
            let abuse = fields(text)
                .any(|(name, value)| name == "feedback-type" && value.eq_ignore_ascii_case("abuse"));
            return Some(if abuse { Report::Complaint } else { Report::Other });
        }
    }
    let (_, text) =
        parts.iter().find(|(kind, _)| kind == "delivery-status" || kind == "global-delivery-status")?;
    for group in groups(text) {
        let value = |wanted: &str| fields(&group).find(|(name, _)| name == wanted).map(|(_, value)| value);
        if value("action").is_some_and(|action| action.to_lowercase().starts_with("failed")) {
            let status = value("status").unwrap_or_default();
            let code = value("diagnostic-code").unwrap_or_default();
            let code = code.split_once(';').map_or(code.as_str(), |(_, reply)| reply).trim().to_string();
            let reply = match reply_in(&code) {
                Some(reply) => reply,
                None => format!("{} {status} {code}", if status.starts_with('4') { 450 } else { 550 }),
            };
            let weight = match status.split(['.', ' ']).next() {
                // A status of the moment is never for ever, whatever the words.
                Some("4") => Weight::Soft,
                _ => weight(&reply),
            };
            return Some(Report::Failed { reply, weight });
        }
    }
    Some(Report::Other)
}

/// The parts of a report that programs read: their subtypes and texts.
fn report_parts(message: &Message<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for part in &message.parts {
        let subtype = part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default().to_lowercase();
        if !matches!(subtype.as_str(), "delivery-status" | "global-delivery-status" | "feedback-report") {
            continue;
        }
        let text = match &part.body {
            PartType::Text(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            PartType::Message(inner) => String::from_utf8_lossy(inner.raw_message()).into_owned(),
            _ => String::from_utf8_lossy(part.contents()).into_owned(),
        };
        found.push((subtype, text));
    }
    found
}

/// The groups of fields of a report, between blank lines.
fn groups(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n")
        .split("\n\n")
        .map(str::to_string)
        .filter(|group| !group.trim().is_empty())
        .collect()
}

/// The fields of a group, their folded lines joined: names in lower case, and values.
fn fields(group: &str) -> impl Iterator<Item = (String, String)> {
    let mut joined: Vec<String> = Vec::new();
    for line in group.lines() {
        match (line.starts_with([' ', '\t']), joined.last_mut()) {
            (true, Some(last)) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => joined.push(line.trim_end().to_string()),
        }
    }
    joined.into_iter().filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_string()))
    })
}

/// The addresses that a report or a server's letter speaks of.
pub(super) fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |address: &str| {
        let bare = address.rsplit(';').next().unwrap_or(address).trim().trim_matches(['<', '>']);
        let bare = bare.strip_prefix("utf-8;").unwrap_or(bare).to_lowercase();
        if bare.contains('@') && !found.contains(&bare) {
            found.push(bare);
        }
    };
    for (_, text) in report_parts(message) {
        for group in groups(&text) {
            for (name, value) in fields(&group) {
                if matches!(name.as_str(), "final-recipient" | "original-recipient" | "original-rcpt-to") {
                    add(&value);
                }
            }
        }
    }
    if let Some(failed) = message.header_raw("X-Failed-Recipients") {
        failed.split(',').for_each(add);
    }
    found
}

/// The reply of a server in its letter: a code of three digits with an enhanced one, or words behind one.
pub(super) fn reply_in(text: &str) -> Option<String> {
    let joined = text.replace("\r\n", "\n");
    let lines: Vec<&str> = joined.lines().map(str::trim).collect();
    for (at, line) in lines.iter().enumerate() {
        for (start, _) in line.match_indices(['4', '5']) {
            let rest = &line[start..];
            let bytes = rest.as_bytes();
            let before = line[..start].chars().next_back();
            let code = bytes.len() > 3
                && bytes[..3].iter().all(u8::is_ascii_digit)
                && matches!(bytes[3], b' ' | b'-' | b'#');
            let apart = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '+'));
            let enhanced = rest.get(4..).is_some_and(|rest| {
                rest.trim_start_matches('#').starts_with(['4', '5']) && rest.contains('.')
            });
            let spoken = line.to_lowercase().contains("smtp") || line.contains("said:") || enhanced;
            if code && apart && spoken {
                // Its words may go on below.
                let more = lines.get(at + 1).filter(|next| !next.is_empty()).copied().unwrap_or_default();
                let reply = format!("{rest} {more}");
                return Some(reply.chars().take(300).collect());
            }
        }
    }
    // qmail and its like say only the enhanced code: `(#5.1.1)`.
    let at = joined.find("(#5.").or_else(|| joined.find("(#4."))?;
    let status = joined[at + 2..].split(')').next()?;
    let words: String = joined[..at].chars().rev().take(160).collect::<Vec<_>>().into_iter().rev().collect();
    Some(format!(
        "{} {status} {}",
        if status.starts_with('4') { 450 } else { 550 },
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    ))
}

/// How much a reply says: by the same table as a relay's own answers.
pub(super) fn weight(reply: &str) -> Weight {
    let code: u16 = reply.get(..3).and_then(|code| code.parse().ok()).unwrap_or(550);
    let lower = reply.to_lowercase();
    if code < 500
        || lower.contains("quota")
        || lower.contains("mailbox full")
        || lower.contains("mailbox is full")
        || lower.contains("over quota")
    {
        return Weight::Soft;
    }
    match Reply::new(code, reply.get(3..).unwrap_or_default().trim_start_matches([' ', '-']))
        .class(Phase::Rcpt)
    {
        Class::Gone => Weight::Hard,
        Class::Refused => Weight::Policy,
        _ if lower.contains("user unknown")
            || lower.contains("no such user")
            || lower.contains("does not exist") =>
        {
            Weight::Hard
        }
        _ => Weight::Policy,
    }
}
