//! A feed fetched from its address.

use std::io::Read;
use std::time::Duration;

use super::{Input, Refused};

/// The most bytes of a feed.
const MOST: u64 = 20 << 20;

/// How long it may take.
const TIME: Duration = Duration::from_secs(30);

/// Fetches what stands at an address.
///
/// # Errors
///
/// If it does not answer, answers that there is nothing, or goes on without end.
pub fn fetch(address: &str) -> Result<Input, Refused> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(TIME)).build().into();
    let failed = |why: String| {
        Refused::new(
            format!("{address} does not answer: {why}"),
            "open it in a browser: does it show the feed?",
        )
    };
    let answer = agent.get(address).call().map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    let body = answer.into_body().into_reader();
    body.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(failed(format!("it sent more than {} MB", MOST >> 20)));
    }
    Ok(Input { name: address.to_string(), bytes })
}
