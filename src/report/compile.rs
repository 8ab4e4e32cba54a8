//! One compilation of Typst's, and what it says as findings that point into the author's files.

use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use typst_layout::PagedDocument;
use typst_library::WorldExt;
use typst_library::diag::{Severity as TypstSeverity, SourceDiagnostic, Warned};
use typst_syntax::DiagSpan;

use super::ids::path_of;
use super::world::ReportWorld;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};

/// The stack of the thread that typesets, in bytes: deep nesting needs more than the usual.
const STACK: usize = 64 << 20;

/// Compiles for at most so many seconds, turning errors and warnings into findings. It runs in a
/// thread of its own, so that one that runs away can be left behind.
pub(super) fn compile(
    world: &Arc<ReportWorld>,
    seconds: u32,
    findings: &mut Diagnostics,
) -> Option<PagedDocument> {
    let (done, result) = mpsc::channel();
    let theirs = Arc::clone(world);
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody listens any more if the time is up.
        let _ = done.send(typst::compile::<PagedDocument>(&*theirs));
    });
    let compiled = thread.ok().and_then(|_| {
        let limit = Duration::from_secs(u64::from(seconds));
        result
            .recv_timeout(limit)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => {
                    world.abandon();
                    findings.push(beyond(
                        format!("typesetting took longer than {seconds} seconds and was stopped"),
                        "seconds",
                    ));
                }
                RecvTimeoutError::Disconnected => findings.push(
                    Diagnostic::fatal(
                        "typst",
                        "typesetting failed: the typesetter came to a state that it does not know",
                    )
                    .at(Place::file("layouts/report/report.typ"))
                    .hint("try without your own layouts; if it stays, report it with the sources"),
                ),
            })
            .ok()
    });
    let Warned { output, warnings } = compiled?;
    warnings.iter().for_each(|warning| findings.push(finding(warning, world)));
    match output {
        Ok(document) => Some(document),
        Err(errors) => {
            errors.iter().for_each(|error| findings.push(finding(error, world)));
            None
        }
    }
}

/// The finding for a report that a limit stops.
pub(super) fn beyond(message: String, limit: &str) -> Diagnostic {
    Diagnostic::fatal("limit", message)
        .at(Place::file("layouts/report/report.typ"))
        .hint("a layout that repeats itself without end is the usual cause: look at what you changed last")
        .hint(format!("if the report is that large, write `limits: {{{limit}: …}}` in bulletin.yaml"))
}

/// A finding of Typst's as one of ours.
pub(super) fn finding(typst: &SourceDiagnostic, world: &ReportWorld) -> Diagnostic {
    let finding = match typst.severity {
        TypstSeverity::Error => Diagnostic::fatal("typst", typst.message.to_string()),
        TypstSeverity::Warning => Diagnostic::warning("typst", typst.message.to_string()),
    };
    let own = place(typst.span, world);
    let traced = typst.trace.iter().find_map(|point| place(point.span.into(), world));
    let mut finding = Diagnostic { place: own.or(traced), ..finding };
    for hint in &typst.hints {
        finding = finding.hint(hint.v.to_string());
    }
    debug_assert!(finding.severity != Severity::Note);
    finding
}

/// A place of Typst's as one of ours.
fn place(span: DiagSpan, world: &ReportWorld) -> Option<Place> {
    let file = path_of(span.id()?).trim_start_matches('/');
    let range: Range<usize> = world.range(span)?;
    Some(Place::new(file, range))
}
