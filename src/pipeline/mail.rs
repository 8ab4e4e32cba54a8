//! The message of an edition, put together of its newsletter, its manifest and the configuration; and
//! the values that mail, disk and proof join into it.

use crate::issue::{Address, CheckedIssue};
use crate::message::{self, InlinePicture, MessageError, Personal, Template};
use crate::model::Config;
use crate::newsletter::{Newsletter, Values};

/// The values of a mail: its pictures come from where they are hosted, else with it.
pub(super) fn values(issue: &CheckedIssue<'_>, unsubscribe: &str) -> Values {
    let config = &issue.cluster.config;
    let from = issue.manifest.and_then(|manifest| manifest.from.as_ref()).unwrap_or(&config.from);
    match &config.images_url {
        Some(base) => Values {
            unsubscribe: unsubscribe.to_string(),
            pictures: format!("{}/", base.as_str().trim_end_matches('/')),
            pictures_end: String::new(),
        },
        None => Values {
            unsubscribe: unsubscribe.to_string(),
            pictures: "cid:".into(),
            pictures_end: message::content_id_end(from),
        },
    }
}

/// The values of what lies among the outputs: its pictures lie beside it.
pub(super) fn on_disk(links: &UnsubscribeLinks) -> Values {
    Values { unsubscribe: links.mail().to_string(), pictures: "images/".into(), pictures_end: String::new() }
}

/// The message of an edition, with the places of what is a recipient's own.
pub fn template(
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    links: &UnsubscribeLinks,
    date: jiff::Timestamp,
) -> Result<Template, MessageError> {
    let config = &issue.cluster.config;
    let from = issue.manifest.and_then(|manifest| manifest.from.as_ref()).unwrap_or(&config.from);
    let reply_to =
        issue.manifest.and_then(|manifest| manifest.reply_to.as_ref()).or(config.reply_to.as_ref());
    let own = values(issue, links.body());
    let shown = newsletter.pictures.iter().filter(|_| config.images_url.is_none());
    let inline: Vec<_> = shown
        .map(|picture| InlinePicture {
            name: &picture.name,
            media_type: picture.media_type,
            bytes: &picture.bytes,
        })
        .collect();
    message::compose(&message::Content {
        from_name: &issue.name().text,
        from,
        reply_to,
        subject: &newsletter.subject,
        date,
        name: &format!("{}-{}", issue.month, issue.language.as_str()),
        html: &newsletter.html.html(&own),
        text: &newsletter.text.text(&own),
        pictures: &inline,
        unsubscribe_mail: &links.mail,
        unsubscribe_web: links.web.as_deref(),
        list: config.name.get(&config.language),
        archive: Address::of(issue).archive().as_deref(),
    })
}

/// The message that lies among the outputs: to nobody.
pub(super) fn preview(
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    links: &UnsubscribeLinks,
    id: &str,
    token: &str,
) -> Result<Vec<u8>, MessageError> {
    let template = template(newsletter, issue, links, issue.as_of.stamp)?;
    // RFC 5322, section 3.4: an empty group, for a message with no address to show.
    Ok(template.message(&Personal { to: "undisclosed-recipients:;", id, token }))
}

/// The links by which somebody leaves.
#[derive(Debug, Clone)]
pub struct UnsubscribeLinks {
    mail: String,
    /// By a click, if there is an `https` address.
    web: Option<String>,
}

impl UnsubscribeLinks {
    /// The addresses with a token.
    pub fn of(config: &Config, token: &str) -> Self {
        let mail = format!("mailto:{}?subject=unsubscribe%20{token}", config.from.ascii());
        Self { mail, web: config.unsubscribe_url.as_ref().map(|pattern| pattern.with(token)) }
    }

    /// The addresses of nobody, for what lies among the outputs.
    pub fn preview(config: &Config) -> Self {
        Self { mail: format!("mailto:{}?subject=unsubscribe", config.from.ascii()), web: None }
    }

    /// The one by mail.
    pub fn mail(&self) -> &str {
        &self.mail
    }

    /// The one that readers see in the message.
    pub fn body(&self) -> &str {
        self.web.as_deref().unwrap_or(&self.mail)
    }
}
