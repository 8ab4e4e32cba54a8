//! `bulletin send resume`: goes on with an issue that was not finished.

use super::{Console, Exit, Stop, load};
use crate::cli::Overrides;
use crate::pipeline::Folder;
use crate::sending::resume;

/// Goes on.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    overrides: Overrides,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    Ok(resume(folder, &loaded, asked, overrides.into(), console)?.into())
}
