//! Before anybody is mailed: everything of ours that the messages lead to or show must be there,
//! with the right bytes.

use std::io::Read;
use std::time::Duration;

use crate::delivery::Hosted;
use crate::value::sha256;

/// The largest file that is fetched, in bytes.
const LARGEST: u64 = 100 * 1024 * 1024;

/// What is wrong with the published files, in words.
pub(super) fn missing(hosted: &[Hosted]) -> Vec<String> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(60)))
        .http_status_as_error(false)
        .user_agent(concat!("Bulletin/", env!("CARGO_PKG_VERSION"), " (before sending)"))
        .build()
        .into();
    hosted.iter().filter_map(|file| fetch(&agent, file).err()).map(|missing| missing.0).collect()
}

/// What readers would meet in place of a file, in words.
struct NotPublished(String);

/// Fetches one file and compares its bytes.
fn fetch(agent: &ureq::Agent, file: &Hosted) -> Result<(), NotPublished> {
    let url = &file.url;
    let mut response =
        agent.get(url).call().map_err(|error| NotPublished(format!("{url} does not answer: {error}")))?;
    let status = response.status().as_u16();
    if status != 200 {
        return Err(NotPublished(format!("{url} answers {status}")));
    }
    if file.sha256.is_empty() && file.page.is_none() {
        return Ok(());
    }
    let mut bytes = Vec::new();
    let reader = response.body_mut().as_reader();
    reader
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|error| NotPublished(format!("{url} breaks off: {error}")))?;
    if let Some(page) = &file.page {
        // Many a server answers 200 with a login, or with its words for what is not there.
        let mark = format!(r#"<meta name="bulletin" content="{page}">"#);
        return match String::from_utf8_lossy(&bytes).contains(&mark) {
            true => Ok(()),
            false => Err(NotPublished(format!(
                "{url} answers with another page, not with the web edition {page}: is it behind a login, or not published yet?"
            ))),
        };
    }
    match sha256(&bytes) == file.sha256 {
        true => Ok(()),
        false => Err(NotPublished(format!("{url} is another version than the one that was built"))),
    }
}
