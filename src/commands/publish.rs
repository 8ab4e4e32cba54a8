//! `bulletin publish`: check, build and send, the month in one command.

use super::{Console, Desk, Exit, Stop, send};

/// Builds, writes, and delivers.
pub fn run(
    desk: &Desk,
    asked: Option<&str>,
    options: &send::Options,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    send::build_and_send(desk, asked, options, true, console)
}
