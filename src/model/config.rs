//! `bulletin.yaml`: who publishes, how it looks, to whom it goes. No secret is ever in it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::accepted::{Accepted, RawAccepted};
use super::forms::RawForm;
use super::relay::{self, DkimKey, RawDkim, RawRelay, RelayConfig};
use crate::diagnostic::Diagnostic;
use crate::sources::{Field, List, Origin, Reader, TextField, fields_of};
use crate::value::{
    Colour, Complaint, Language, Localised, MailAddress, Parse, Shape, Typography, WebAddress, choices,
};

choices! {
    /// Why a person may be mailed.
    Basis ("basis") {
        /// Asked for it and confirmed by a mail.
        DoubleOptIn = "double-opt-in",
        /// Asked for it.
        SingleOptIn = "single-opt-in",
        /// Belongs to a body that is informed this way.
        Membership = "membership",
        /// Works for a partner.
        Staff = "staff",
    }
}

choices! {
    /// How messages leave.
    TransportKind ("transport") {
        /// Into a folder of messages that any mail program opens.
        Outbox = "outbox",
        /// To a relay.
        Smtp = "smtp",
    }
}

/// An `https` address with `{token}` in it (RFC 8058, section 3.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsubscribePattern(String);

impl UnsubscribePattern {
    /// The address of a token.
    pub fn with(&self, token: &str) -> String {
        self.0.replace("{token}", token)
    }
}

impl Parse for UnsubscribePattern {
    const SHAPE: Shape = Shape::Form {
        what: "an address with `{token}` in it",
        pattern: "^https://.*\\{token\\}.*$",
        example: "https://example.org/unsubscribe/{token}",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let filled = WebAddress::parse(&text.replace("{token}", "0"))?;
        if text.matches("{token}").count() != 1
            || !filled.as_str().starts_with("https://")
            || !text.is_ascii()
        {
            return Err(Complaint::new(
                format!("`{text}` is no address that unsubscribes: it needs `https://` and `{{token}}` once"),
                "type it as `https://example.org/unsubscribe/{token}`; without such an address leave this line out, and readers unsubscribe by mail",
            ));
        }
        Ok(Self(text.to_string()))
    }
}

/// The configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it was written.
    pub origin: Origin,
    /// The cluster's name.
    pub name: Localised,
    /// Who publishes, with a postal address.
    pub publisher: String,
    /// The sender's address.
    pub from: MailAddress,
    /// Where the privacy notice stands.
    pub privacy_url: WebAddress,
    /// Where `output/web/` is published, if it is.
    pub web_url: Option<WebAddress>,
    /// Where the newsletter's pictures are published; without it they travel in the mail.
    pub images_url: Option<WebAddress>,
    /// The language of texts that name none.
    pub language: Language,
    /// The languages of an issue's editions, unless its manifest names them.
    pub languages: Vec<Language>,
    /// Whose spaces texts have.
    pub typography: Typography,
    /// The address that answers go to; the sender's if absent.
    pub reply_to: Option<MailAddress>,
    /// Why readers get the newsletter, in one sentence.
    pub reason: Option<Localised>,
    /// The list of recipients, below the cluster's folder or absolute.
    pub audience: Option<String>,
    /// The bases on which people are mailed.
    pub mail_to: Vec<Basis>,
    /// How messages leave.
    pub transport: TransportKind,
    /// The relay, if there is one.
    pub smtp: Option<RelayConfig>,
    /// What signs messages; nothing where the relay does.
    pub dkim: Vec<DkimKey>,
    /// The `https` address that unsubscribes, with `{token}` in it.
    pub unsubscribe_url: Option<UnsubscribePattern>,
    /// The IANA time zone of times that name none.
    pub timezone: Option<String>,
    /// How the outputs look.
    pub look: Look,
    /// What headings call the themes of the news, by the theme as projects name it.
    pub themes: BTreeMap<String, Localised>,
    /// What a report may take at most.
    pub limits: Limits,
    /// Whether persons' names may be printed.
    pub publish_names: bool,
    /// Warnings that the cluster lives with.
    pub accept: Vec<Accepted>,
    /// The columns of forms by the fields that they are.
    pub forms: Vec<BTreeMap<String, String>>,
    /// Whose a sender's domain is: domains with projects.
    pub senders: Vec<(String, String)>,
}

/// How the outputs look.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The one accent colour of all outputs, in the place of the theme's.
    pub accent: Option<Colour>,
    /// The theme: a folder below `layouts/themes/`.
    pub theme: Option<String>,
    /// The cluster's logo, below `sources/images/`.
    pub logo: Option<String>,
    /// The logo for dark surroundings.
    pub logo_dark: Option<String>,
    /// The family of the report's text, from `layouts/fonts/`.
    pub font: Option<String>,
}

/// What a report may take at most: a layout that runs away is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pages.
    pub pages: u32,
    /// Seconds of typesetting.
    pub seconds: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pages: 1000, seconds: 120 }
    }
}

/// Who publishes, how it looks, to whom it goes: bulletin.yaml. No secret is ever in it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["name", "publisher", "from", "privacy_url"]))]
pub(super) struct Raw {
    /// The cluster's name.
    name: Option<TextField>,
    /// Who publishes, with a postal address: the law asks for it in each mail.
    publisher: Option<Field<String>>,
    /// The sender's address.
    from: Option<Field<MailAddress>>,
    /// Where the privacy notice stands.
    privacy_url: Option<Field<WebAddress>>,
    /// Where output/web/ is published.
    web_url: Option<Field<WebAddress>>,
    /// Where the newsletter's pictures are published; without it they travel in the mail.
    images_url: Option<Field<WebAddress>>,
    /// The language of texts that name none; the first of `languages` if left out.
    language: Option<Field<Language>>,
    /// The languages of an issue's editions.
    languages: Option<List<Language>>,
    /// Whose spaces French texts have.
    typography: Option<Field<Typography>>,
    /// Where readers' answers go; the sender's address if left out.
    reply_to: Option<Field<MailAddress>>,
    /// Why readers get the newsletter, in one sentence.
    reason: Option<TextField>,
    /// The list of recipients: a CSV file outside this folder.
    audience: Option<Field<String>>,
    /// On which bases people are mailed.
    mail_to: Option<List<Basis>>,
    /// Where messages go.
    transport: Option<Field<TransportKind>>,
    /// The mail server.
    smtp: Option<RawRelay>,
    /// What signs messages, where the relay does not.
    dkim: RawDkim,
    /// The https address by which readers leave, with `{token}` in it.
    unsubscribe_url: Option<Field<UnsubscribePattern>>,
    /// The time zone of hours that name none, such as Europe/Rome.
    timezone: Option<Field<String>>,
    /// How the outputs look.
    look: RawLook,
    /// What headings call the themes of the news, by the theme as projects name it.
    themes: BTreeMap<String, TextField>,
    /// What a report may take at most.
    limits: RawLimits,
    /// What may be published of persons.
    publish: Publish,
    /// Warnings that the cluster lives with, as nothing can be done about them.
    accept: Vec<RawAccepted>,
    /// Forms that partners answer, each with the columns that its fields stand in.
    forms: Vec<RawForm>,
    /// Which project a sender's domain belongs to: `rec.org: recet`.
    senders: BTreeMap<String, Field<String>>,
}

/// How the outputs look.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawLook {
    /// The one accent colour, in quotes: "#0b5d4e".
    accent: Option<Field<Colour>>,
    /// The theme: meridian, ledger, journal, or one of yours in layouts/themes/.
    theme: Option<Field<String>>,
    /// The cluster's logo, in sources/images/.
    logo: Option<Field<String>>,
    /// The logo for dark surroundings.
    logo_dark: Option<Field<String>>,
    /// The family of the report's text, from layouts/fonts/.
    font: Option<Field<String>>,
}

/// What a report may take at most.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct RawLimits {
    /// Pages; 1000 if left out.
    pages: Option<Field<u32>>,
    /// Seconds of typesetting; 120 if left out.
    seconds: Option<Field<u32>>,
}

/// What may be published of persons.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct Publish {
    /// Whether persons' names may be printed.
    name: Option<Field<bool>>,
}

impl Config {
    /// Whether a finding is a warning that the cluster lives with.
    pub fn accepts(&self, finding: &Diagnostic) -> bool {
        self.accept.iter().any(|one| one.is_meant(finding))
    }

    /// Reads the configuration; `None` if a required field stops it.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let own = [
            ("", fields_of::<Raw>()),
            ("look", fields_of::<RawLook>()),
            ("limits", fields_of::<RawLimits>()),
            ("publish", fields_of::<Publish>()),
            ("accept[]", fields_of::<RawAccepted>()),
            ("forms[]", fields_of::<RawForm>()),
        ];
        let raw: Raw = reader.document(&[own.to_vec(), relay::known()].concat())?;
        let languages = reader.list(raw.languages, "languages");
        // A plain file is in the first of the languages (data-model.md).
        let language = reader.optional(raw.language, "language");
        let language = language.or_else(|| languages.first().cloned()).unwrap_or_else(Language::english);
        reader.speak(&language);
        let typography = reader.optional(raw.typography, "typography");
        reader.typography = typography.unwrap_or(Typography::Institutions);
        let name = reader.required_text(raw.name, "name", "Synergy cluster for clean energy transition");
        let publisher = reader.required(raw.publisher, "publisher", "\"Example, Street 1, 00100 Rome\"");
        let from = reader.required(raw.from, "from", "news@example.org");
        let privacy_url = reader.required(raw.privacy_url, "privacy_url", "https://example.org/privacy");
        let reply_to = reader.optional(raw.reply_to, "reply_to");
        super::manifest::no_reply(reader, reply_to.as_ref(), "reply_to");
        match (&reply_to, &from) {
            (None, from) => super::manifest::no_reply(reader, from.as_ref(), "from"),
            (Some(_), Some(from)) => super::manifest::unsendable(reader, from, "from"),
            (Some(_), None) => {}
        }
        let accent = accent(reader, raw.look.accent);
        let forms =
            raw.forms.into_iter().enumerate().map(|(number, form)| form.read(reader, number)).collect();
        let sender = |(domain, project): (String, Field<String>)| {
            Some((domain.clone(), reader.optional(Some(project), &format!("senders.{domain}"))?))
        };
        let senders = raw.senders.into_iter().filter_map(sender).collect();
        let mail_to = reader.list(raw.mail_to, "mail_to");
        let timezone = reader.optional(raw.timezone, "timezone");
        known_zone(reader, timezone.as_deref());
        let label = |(name, text): (String, TextField)| {
            let label = reader.prose(Some(text), &format!("themes.{name}"))?;
            Some((name, label))
        };
        let themes = raw.themes.into_iter().filter_map(label).collect();
        let transport = reader.optional(raw.transport, "transport").unwrap_or(TransportKind::Outbox);
        let smtp = relay(reader, raw.smtp, transport);
        let usual = Limits::default();
        Some(Self {
            origin: reader.origin(),
            forms,
            senders,
            web_url: reader.optional(raw.web_url, "web_url"),
            images_url: reader.optional(raw.images_url, "images_url"),
            languages,
            typography: reader.typography,
            language,
            reply_to,
            reason: reader.prose(raw.reason, "reason"),
            audience: reader.optional(raw.audience, "audience"),
            mail_to: match mail_to.is_empty() {
                true => vec![Basis::DoubleOptIn, Basis::Membership, Basis::Staff],
                false => mail_to,
            },
            transport,
            smtp,
            dkim: relay::keys(raw.dkim, reader),
            unsubscribe_url: reader.optional(raw.unsubscribe_url, "unsubscribe_url"),
            timezone,
            look: Look {
                accent,
                theme: reader.optional(raw.look.theme, "look.theme"),
                logo: reader.optional(raw.look.logo, "look.logo"),
                logo_dark: reader.optional(raw.look.logo_dark, "look.logo_dark"),
                font: reader.optional(raw.look.font, "look.font"),
            },
            themes,
            limits: Limits {
                pages: reader.optional(raw.limits.pages, "limits.pages").unwrap_or(usual.pages),
                seconds: reader.optional(raw.limits.seconds, "limits.seconds").unwrap_or(usual.seconds),
            },
            accept: RawAccepted::read(raw.accept, reader),
            publish_names: reader.optional(raw.publish.name, "publish.name").unwrap_or(false),
            name: name?,
            publisher: publisher?,
            from: from?,
            privacy_url: privacy_url?,
        })
    }
}

/// The accent colour; one that is no text is a comment.
fn accent(reader: &mut Reader<'_>, typed: Option<Field<Colour>>) -> Option<Colour> {
    let empty = typed.is_none();
    let accent = reader.optional(typed, "look.accent");
    if empty && reader.file.places.iter().any(|places| places.key("look.accent").is_some()) {
        let place = reader.file.place("look.accent");
        reader.findings.push(
            Diagnostic::error("invalid-value", "look.accent: there is no colour")
                .at(place)
                .hint("type it in quotes as `\"#0b5d4e\"`: without them everything behind `#` is a comment"),
        );
    }
    accent
}

/// Refuses a time zone that is none.
fn known_zone(reader: &mut Reader<'_>, zone: Option<&str>) {
    if let Some(zone) = zone.filter(|zone| jiff::tz::TimeZone::get(zone).is_err()) {
        reader.findings.push(
            Diagnostic::error("invalid-value", format!("timezone: `{zone}` is no time zone"))
                .at(reader.file.place("timezone"))
                .hint("type an IANA name such as `Europe/Rome`"),
        );
    }
}

/// The relay, if messages go to one.
fn relay(reader: &mut Reader<'_>, raw: Option<RawRelay>, transport: TransportKind) -> Option<RelayConfig> {
    let smtp = match raw {
        Some(raw) => RelayConfig::build(raw, reader),
        None if transport == TransportKind::Smtp => {
            reader.findings.push(
                Diagnostic::error("missing-field", "`transport: smtp` needs a relay, and there is no `smtp:`")
                    .at(reader.file.place("transport"))
                    .hint("add `smtp: {host: smtp.example.org, user: news@example.org, password_env: BULLETIN_PASSWORD}`, or leave `transport` out: then messages go to state/outbox/"),
            );
            None
        }
        None => None,
    };
    if smtp.is_some() && transport == TransportKind::Outbox {
        reader.findings.push(
            Diagnostic::warning("unused-relay", "`smtp:` is not used: messages go to state/outbox/")
                .at(reader.file.place("smtp"))
                .hint("add `transport: smtp` to send to the relay"),
        );
    }
    smtp
}
