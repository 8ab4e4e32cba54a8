//! `bulletin publish`: check, build and send, the month in one command.

use super::{Console, Exit, Stop, send};
use crate::issue::Stage;
use crate::pipeline::Folder;
use crate::sending::Options;

/// Builds, writes, and delivers.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    stage: Stage,
    yes: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let options = Options { yes, ..Options::default() };
    send::built_and_sent(folder, asked, stage, &options, true, console)
}
