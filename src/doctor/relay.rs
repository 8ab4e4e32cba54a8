//! The relay, and what is published for the mails.

use std::time::Duration;

use super::Line;
use crate::model::{Config, TransportKind};
use crate::pipeline::Folder;
use crate::sending::{Operator, Override, greet};

/// Whether the relay is there, keeps the connection private, and lets us in. Nothing is sent.
pub(super) fn examine(
    folder: &Folder,
    config: &Config,
    permits: Override,
    operator: &mut dyn Operator,
) -> Line {
    if config.transport == TransportKind::Outbox {
        return Line::note(
            "relay",
            "there is none: messages go to state/outbox/, and to nobody",
            "when you want to send: `transport: smtp` and `smtp:` in bulletin.yaml (docs: Sending, and after)",
        );
    }
    match greet(folder, config, permits, operator) {
        Ok(said) => Line::well("relay", said),
        Err(error) => Line::ill(
            "relay",
            error.to_string(),
            "mend what it names in bulletin.yaml, or ask whoever keeps the relay; then try again",
        ),
    }
}

/// Whether the addresses of published pictures and pages answer.
pub(super) fn hosted(config: &Config) -> Vec<Line> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(20)))
        .http_status_as_error(false)
        .user_agent(concat!("Bulletin/", env!("CARGO_PKG_VERSION"), " (doctor)"))
        .build()
        .into();
    let addresses = [("web", &config.web_url), ("pictures", &config.images_url)];
    let named = addresses.into_iter().filter_map(|(what, url)| Some((what, url.as_ref()?.as_str())));
    named
        .map(|(what, url)| match agent.get(url).call() {
            // A folder of pictures may well refuse to be listed.
            Ok(response)
                if response.status().is_success() || what == "pictures" && response.status() == 403 =>
            {
                Line::well(what, format!("{url} answers"))
            }
            Ok(response) => Line::ill(
                what,
                format!("{url} answers {}", response.status().as_u16()),
                "publish output/web/ there, or correct the address in bulletin.yaml",
            ),
            Err(error) => Line::ill(
                what,
                format!("{url} does not answer: {error}"),
                "look at the address in bulletin.yaml, and at your connection",
            ),
        })
        .collect()
}
