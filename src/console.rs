//! The terminal: where the program speaks and asks, and the one place where the clock is read. What a command
//! says goes through [`Console`]; here it reaches standard output (data), standard error (talk) and a person.

use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::path::PathBuf;
use std::time::Instant;

use anstream::{AutoStream, ColorChoice};
use jiff::Timestamp;

use bulletin::cli::{DiagnosticsForm, Global, When};
use bulletin::commands::Console;
use bulletin::diagnostic::{Diagnostics, Form, Severity, Texts, print};
use bulletin::pipeline::Progress;
use bulletin::sending::Operator;

/// The terminal that the program runs in.
pub struct Terminal {
    /// Errors only.
    quiet: bool,
    /// Notes and times too.
    verbose: bool,
    /// How findings are printed.
    form: Form,
    /// Whether in colour.
    colour: bool,
    /// The stage that goes on, and since when.
    stage: Option<(String, Instant)>,
    /// Whether a person watches the progress.
    watched: bool,
}

impl Terminal {
    /// A terminal as the options ask for it.
    pub fn new(global: &Global) -> Self {
        let terminal = stderr().is_terminal();
        // https://no-color.org: a variable that holds nothing is not set. A dumb terminal draws nothing.
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = match global.color {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && !plain && !dumb,
        };
        let form = match global.diagnostics {
            DiagnosticsForm::Human => Form::Human { colour },
            DiagnosticsForm::Short => Form::Short,
            DiagnosticsForm::Json => Form::Json,
        };
        let watched = terminal && !dumb && !global.quiet && !global.verbose;
        Self { quiet: global.quiet, verbose: global.verbose, form, colour, stage: None, watched }
    }

    /// Writes to standard error. A reader that has gone away is no error of ours.
    fn err(&self, text: &str) {
        let clear = if self.watched { "\r\u{1b}[K" } else { "" };
        let choice = if self.colour || self.watched { ColorChoice::Always } else { ColorChoice::Never };
        let mut stream = AutoStream::new(stderr(), choice);
        let _ = write!(stream, "{clear}{text}");
        let _ = stream.flush();
    }
}

impl Progress for Terminal {
    fn stage(&mut self, name: &str) {
        if let Some((stage, since)) = self.stage.take()
            && self.verbose
        {
            let spent = since.elapsed().as_secs_f64() * 1000.0;
            self.err(&format!("{stage}: {spent:.1} ms\n"));
        }
        if !name.is_empty() {
            self.stage = Some((name.to_string(), Instant::now()));
        }
        if self.watched {
            self.err(if name.is_empty() { "" } else { name });
        }
    }
}

/// The moment.
#[allow(clippy::disallowed_methods)] // the one place where the clock is read
fn now() -> Timestamp {
    Timestamp::now()
}

impl Operator for Terminal {
    fn data(&mut self, text: &str) {
        if self.watched {
            self.err("");
        }
        let _ = stdout().write_all(text.as_bytes());
        let _ = stdout().flush();
    }

    fn say(&mut self, text: &str) {
        if !self.quiet {
            self.err(&format!("{text}\n"));
        }
    }

    fn fail(&mut self, text: &str) {
        self.err(&format!("{text}\n"));
    }

    fn progress(&mut self, text: &str, seldom: bool) {
        if self.watched {
            self.err(text);
        } else if seldom && !self.quiet {
            self.err(&format!("{text}\n"));
        }
    }

    fn ask(&mut self, question: &str) -> Option<bool> {
        if !stdin().is_terminal() {
            return None;
        }
        self.err(&format!("{question} [y/N] "));
        let mut answer = String::new();
        stdin().read_line(&mut answer).ok()?;
        Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    fn now(&self) -> Timestamp {
        now()
    }
}

impl Console for Terminal {
    fn clock(&self) -> fn() -> Timestamp {
        now
    }

    fn findings(&mut self, findings: Diagnostics, texts: &Texts) {
        let lowest = match (self.quiet, self.verbose) {
            (true, _) => Severity::Error,
            (false, true) => Severity::Note,
            (false, false) => Severity::Warning,
        };
        let mut shown = findings.sorted();
        shown.retain(|finding| finding.severity <= lowest);
        let text = print(&shown, texts, self.form);
        match self.form {
            Form::Json => self.data(&text),
            Form::Human { .. } | Form::Short => self.err(&text),
        }
    }

    fn epoch(&self) -> Option<i64> {
        std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()
    }

    fn answer(&mut self, question: &str) -> Option<String> {
        if !stdin().is_terminal() || !stderr().is_terminal() {
            return None;
        }
        self.err(&format!("{question} "));
        let mut answer = String::new();
        // Ctrl-D is no answer.
        (stdin().read_line(&mut answer).ok()? > 0).then(|| answer.trim().to_string())
    }

    fn here(&self) -> PathBuf {
        std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
    }
}
