//! Speaks to the relay and hands it nothing: for whoever wants to know beforehand whether it would work.

use super::settings::Settings;
use super::{Operator, Override, SendError, trust};
use crate::delivery::smtp::connect;
use crate::model::Config;
use crate::pipeline::Folder;

/// Connects, makes the connection private, signs in, and says good-bye. What the relay is, in words.
///
/// # Errors
///
/// What stands in the way, in words.
pub fn greet(
    folder: &Folder,
    config: &Config,
    permits: Override,
    operator: &mut dyn Operator,
) -> Result<String, SendError> {
    trust::commands(config.smtp.as_ref(), permits, operator)?;
    let settings = Settings::read(folder, config)?;
    let relay = &settings.relay;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| SendError::because("the connection can't be made", error))?;
    let offers = runtime.block_on(async {
        let limit = std::time::Duration::from_secs(30);
        let session = tokio::time::timeout(limit, connect(relay)).await;
        let session = session.map_err(|_| {
            SendError::failure(format!("{}:{} did not answer within 30 seconds", relay.host, relay.port))
        })?;
        let session = session.map_err(|error| SendError::failure(error.to_string()))?;
        let offers = session.offers().clone();
        session.quit().await;
        Ok::<_, SendError>(offers)
    })?;
    let signed = if relay.login.is_some() { "signed in" } else { "no sign-in asked for" };
    let size = if offers.size > 0 {
        format!(", messages up to {} MB", offers.size / 1_000_000)
    } else {
        String::new()
    };
    Ok(format!("{}:{} answers, {signed}{size}", relay.host, relay.port))
}
