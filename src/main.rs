//! The command line program: it parses arguments, runs a command, and turns how it ended into an
//! exit code.

mod console;

use std::process::ExitCode;

use bulletin::cli::Cli;
use bulletin::commands::run;
use clap::Parser;
use console::Terminal;

/// Runs the command that was typed.
fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal::new(&cli.global);
    let exit = run(&cli, &mut terminal);
    ExitCode::from(exit.code())
}
