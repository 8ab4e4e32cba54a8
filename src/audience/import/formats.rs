//! The exports of other programs: what their columns mean, and what of them proves that somebody asked for it.
//!
//! What is not proved is not claimed: a contact list proves nothing, and a time of confirmation alone does not
//! either, where its program also sets it for people that the owner added.

use super::super::dates::{Day, read as read_day};
use crate::value::Millis;

/// What a row says of its person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Claim {
    /// On which basis they may be mailed; `unknown` where nothing proves one.
    pub(super) basis: String,
    /// When a double opt-in was confirmed.
    pub(super) confirmed_at: Option<String>,
    /// Why they are never to be mailed: `left`, `bounced`, `complained`.
    pub(super) gone: Option<&'static str>,
    /// The cells that prove it, as `column=value`.
    pub(super) evidence: Vec<String>,
}

/// A row by the names of its columns.
pub(super) struct Cells<'a> {
    /// The names, in lower case.
    pub(super) header: &'a [String],
    /// The cells.
    pub(super) cells: &'a [String],
    /// The file's name, in lower case.
    pub(super) file: &'a str,
}

impl Cells<'_> {
    /// A cell by its column; blank is absent.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let at = self.header.iter().position(|own| own == name)?;
        self.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Whether a cell says yes.
    fn yes(&self, name: &str) -> bool {
        self.get(name).is_some_and(|cell| {
            matches!(cell.to_lowercase().as_str(), "1" | "yes" | "true" | "ja" | "oui" | "si" | "sí")
        })
    }

    /// The cells of some columns, as evidence.
    fn evidence(&self, names: &[&str]) -> Vec<String> {
        names.iter().filter_map(|name| Some(format!("{name}={}", self.get(name)?))).collect()
    }
}

/// An export that is known.
pub(super) struct Format {
    /// Whose it is.
    pub(super) name: &'static str,
    /// Columns by which it is known, all of them.
    signs: &'static [&'static str],
    /// The columns that may hold the address, the first that is there.
    pub(super) email: &'static [&'static str],
    /// What a row claims.
    pub(super) claim: fn(&Cells<'_>) -> Claim,
}

/// The exports, those first that are known by more.
pub(super) const FORMATS: &[Format] = &[
    Format { name: "Bulletin's own list", signs: &["email", "basis"], email: &["email"], claim: own },
    Format {
        name: "Mailchimp",
        signs: &["email address", "optin_time", "confirm_time"],
        email: &["email address"],
        claim: mailchimp,
    },
    Format { name: "Brevo", signs: &["email", "email_blacklisted"], email: &["email"], claim: brevo },
    Format {
        name: "CleverReach",
        signs: &["email", "activated", "deactivated"],
        email: &["email"],
        claim: cleverreach,
    },
    Format {
        name: "rapidmail",
        signs: &["email", "created", "activated", "status"],
        email: &["email"],
        claim: rapidmail,
    },
    Format {
        name: "MailerLite",
        signs: &["email", "status", "opted_in_at"],
        email: &["email"],
        claim: mailerlite,
    },
    Format {
        name: "listmonk",
        signs: &["uuid", "email", "status", "created_at"],
        email: &["email"],
        claim: listmonk,
    },
    Format { name: "Ghost", signs: &["email", "subscribed_to_emails"], email: &["email"], claim: ghost },
    Format { name: "Substack", signs: &["email", "active_subscription"], email: &["email"], claim: substack },
    Format {
        name: "Buttondown",
        signs: &["email_address", "creation_date"],
        email: &["email_address"],
        claim: unproved,
    },
    Format {
        name: "Google Contacts",
        signs: &["e-mail 1 - value"],
        email: &["e-mail 1 - value"],
        claim: unproved,
    },
    Format {
        name: "Thunderbird",
        signs: &["primary email", "display name"],
        email: &["primary email"],
        claim: unproved,
    },
    Format {
        name: "Thunderbird",
        signs: &["primäre e-mail-adresse"],
        email: &["primäre e-mail-adresse"],
        claim: unproved,
    },
    Format {
        name: "Outlook",
        signs: &[],
        email: &[
            "e-mail address",
            "e-mail-adresse",
            "adresse de messagerie",
            "indirizzo posta elettronica",
            "dirección de correo electrónico",
            "adres e-mail",
            "e-mailová adresa",
            "имейл адрес",
            "e-mail 2: adresse",
        ],
        claim: unproved,
    },
    Format {
        name: "LimeSurvey",
        signs: &["submitdate", "startlanguage"],
        email: &["email", "e-mail"],
        claim: unproved,
    },
    Format {
        name: "Microsoft Forms",
        signs: &["start time", "completion time", "email"],
        email: &["email"],
        claim: unproved,
    },
    Format {
        name: "Google Forms",
        signs: &[],
        email: &[
            "email address",
            "adresse e-mail",
            "e-mail-adresse",
            "dirección de correo electrónico",
            "indirizzo email",
        ],
        claim: unproved,
    },
];

impl Format {
    /// The format that a header is of, and the column of the address.
    pub(super) fn of(header: &[String]) -> Option<(&'static Self, usize)> {
        let at = |name: &&str| header.iter().position(|own| own == name);
        FORMATS.iter().find_map(|format| {
            let known = format.signs.iter().all(|sign| at(sign).is_some());
            let email = format.email.iter().find_map(at)?;
            known.then_some((format, email))
        })
    }
}

/// Nothing is proved.
fn unproved(_: &Cells<'_>) -> Claim {
    Claim { basis: "unknown".into(), ..Claim::default() }
}

/// A list of ours says what it says.
fn own(row: &Cells<'_>) -> Claim {
    Claim {
        basis: row.get("basis").unwrap_or("unknown").to_lowercase(),
        confirmed_at: row.get("confirmed_at").map(str::to_string),
        gone: row.get("unsubscribed_at").map(|_| "left"),
        evidence: row.evidence(&["basis", "consent_at", "consent_source", "confirmed_at", "unsubscribed_at"]),
    }
}

/// A double opt-in that the columns prove.
fn double(row: &Cells<'_>, confirmed: &str, evidence: &[&str]) -> Claim {
    Claim {
        basis: "double-opt-in".into(),
        confirmed_at: Some(confirmed.to_string()),
        gone: None,
        evidence: row.evidence(evidence),
    }
}

/// Mailchimp: proved where somebody opted in first and confirmed later, from an address of their own; the time of
/// confirmation alone is also set for people that the owner added.
fn mailchimp(row: &Cells<'_>) -> Claim {
    let columns = ["optin_time", "optin_ip", "confirm_time", "confirm_ip", "unsub_time", "clean_time"];
    let mut claim = match (row.get("optin_time"), row.get("confirm_time"), row.get("confirm_ip")) {
        (Some(optin), Some(confirmed), Some(_)) if optin < confirmed => double(row, confirmed, &columns),
        (Some(_), Some(_), _) => {
            Claim { basis: "single-opt-in".into(), evidence: row.evidence(&columns), ..Claim::default() }
        }
        _ => unproved(row),
    };
    let named = |word: &str| row.file.contains(word);
    claim.gone = match (row.get("unsub_time"), row.get("clean_time")) {
        (Some(_), _) => Some("left"),
        (_, Some(_)) => Some("bounced"),
        _ if named("unsubscribed") => Some("left"),
        _ if named("cleaned") => Some("bounced"),
        _ => None,
    };
    if named("nonsubscribed") {
        claim = unproved(row);
    }
    claim
}

/// Brevo says that there was a double opt-in, and not when.
fn brevo(row: &Cells<'_>) -> Claim {
    let mut claim = match row.yes("double_opt-in") {
        true => Claim {
            basis: "double-opt-in".into(),
            evidence: row.evidence(&["double_opt-in", "added_time"]),
            ..Claim::default()
        },
        false => unproved(row),
    };
    claim.gone = row.yes("email_blacklisted").then_some("left");
    claim
}

/// CleverReach counts seconds since 1970; 0 is never.
fn cleverreach(row: &Cells<'_>) -> Claim {
    let seconds = |name: &str| {
        row.get(name).and_then(|cell| cell.parse::<Millis>().ok()).filter(|seconds| *seconds > 0)
    };
    let mut claim = match seconds("activated").and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
    {
        Some(moment) => double(row, &moment.to_string(), &["registered", "activated", "source"]),
        None => unproved(row),
    };
    claim.gone = seconds("deactivated").map(|_| "left");
    claim
}

/// rapidmail notes the moment at which the link was followed.
fn rapidmail(row: &Cells<'_>) -> Claim {
    let mut claim = match row.get("activated") {
        Some(activated) if day_in(activated) => double(row, activated, &["created", "activated"]),
        _ => unproved(row),
    };
    claim.gone = match row.get("status").map(str::to_lowercase).as_deref() {
        Some("deleted" | "unsubscribed" | "abgemeldet") => Some("left"),
        Some("bounced") => Some("bounced"),
        Some("abused" | "complained") => Some("complained"),
        _ => None,
    };
    claim
}

/// MailerLite notes moment and address of the opt-in.
fn mailerlite(row: &Cells<'_>) -> Claim {
    let mut claim = match (row.get("opted_in_at"), row.get("optin_ip")) {
        (Some(moment), Some(_)) => double(row, moment, &["subscribed_at", "opted_in_at", "optin_ip"]),
        _ => unproved(row),
    };
    claim.gone = match row.get("status").map(str::to_lowercase).as_deref() {
        Some("unsubscribed") => Some("left"),
        Some("bounced") => Some("bounced"),
        Some("junk") => Some("complained"),
        _ => None,
    };
    claim
}

/// listmonk's export says nothing of an opt-in.
fn listmonk(row: &Cells<'_>) -> Claim {
    let blocked = row.get("status").is_some_and(|status| status.eq_ignore_ascii_case("blocklisted"));
    Claim { gone: blocked.then_some("left"), ..unproved(row) }
}

/// Ghost says who gets mails.
fn ghost(row: &Cells<'_>) -> Claim {
    let off = row.get("subscribed_to_emails").is_some_and(|cell| cell.eq_ignore_ascii_case("false"));
    let gone = off || row.get("deleted_at").is_some();
    Claim { gone: gone.then_some("left"), ..unproved(row) }
}

/// Substack says whose mails are switched off.
fn substack(row: &Cells<'_>) -> Claim {
    Claim { gone: row.yes("email_disabled").then_some("left"), ..unproved(row) }
}

/// Whether a day stands in a cell, among other words.
fn day_in(cell: &str) -> bool {
    cell.split([' ', ',', ';', '(', ')']).any(|word| !matches!(read_day(word), Day::None))
}
