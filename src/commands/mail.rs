//! The message of an edition, put together of its newsletter, its manifest and the configuration.

use crate::issue::CheckedIssue;
use crate::message::{self, Personal, Template};
use crate::model::Config;
use crate::newsletter::{Newsletter, Values};
use crate::web;

/// The values of a mail: its pictures come from where they are hosted, else with it.
pub fn values(issue: &CheckedIssue<'_>, unsubscribe: &str) -> Values {
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

/// The message of an edition, with the places of what is a recipient's own.
pub fn template(
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    ways: &Ways,
    date: jiff::Timestamp,
) -> Result<Template, String> {
    let config = &issue.cluster.config;
    let from = issue.manifest.and_then(|manifest| manifest.from.as_ref()).unwrap_or(&config.from);
    let reply_to =
        issue.manifest.and_then(|manifest| manifest.reply_to.as_ref()).or(config.reply_to.as_ref());
    let own = values(issue, ways.body());
    let hosted = config.images_url.is_some();
    message::compose(&message::Content {
        from_name: &issue.name().text,
        from,
        reply_to,
        subject: &newsletter.subject,
        date,
        name: &format!("{}-{}", issue.month, issue.language.as_str()),
        html: &newsletter.html.html(&own),
        text: &newsletter.text.text(&own),
        pictures: if hosted { &[] } else { &newsletter.pictures },
        unsubscribe_mail: &ways.mail,
        unsubscribe_web: ways.web.as_deref(),
        list: config.name.get(&config.language),
        archive: web::Address::of(issue).archive().as_deref(),
    })
}

/// The message that lies among the outputs: to nobody.
pub fn preview(
    newsletter: &Newsletter,
    issue: &CheckedIssue<'_>,
    ways: &Ways,
    id: &str,
    token: &str,
) -> Result<Vec<u8>, String> {
    let template = template(newsletter, issue, ways, issue.as_of.stamp)?;
    // RFC 5322, section 3.4: an empty group, for a message with no address to show.
    Ok(template.message(&Personal { to: "undisclosed-recipients:;", id, token }))
}

/// The addresses that unsubscribe.
#[derive(Debug, Clone)]
pub struct Ways {
    /// By mail.
    mail: String,
    /// By a click, if there is an `https` address.
    web: Option<String>,
}

impl Ways {
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
