//! `bulletin completions` and `bulletin man`: the command line as shells and manuals have it.

use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Console, Exit, Stop};
use crate::cli::Cli;

/// Prints what a shell completes by.
pub fn run(shell: Shell, console: &mut dyn Console) -> Exit {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "bulletin", &mut text);
    console.data(&String::from_utf8_lossy(&text));
    Exit::Done
}

/// Writes the manual's pages, one a command.
pub fn man(dir: &Path, console: &mut dyn Console) -> Result<Exit, Stop> {
    let target = console.here().join(dir);
    let shown = dir.display().to_string();
    std::fs::create_dir_all(&target).map_err(|error| Stop::disk(&shown, error))?;
    clap_mangen::generate_to(Cli::command(), &target).map_err(|error| Stop::disk(&shown, error))?;
    console.data(&format!("{shown}\n"));
    Ok(Exit::Done)
}
