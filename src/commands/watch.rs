//! `bulletin watch`: builds after every save, and prints what is wrong.

use super::{Console, Exit, Stop, build};
use crate::issue::Stage;
use crate::pipeline::{Folder, Kept, Output};
use crate::preview::{Follow, PreviewError};

/// What is wished for.
pub struct Wishes {
    /// Draft or final.
    pub stage: Stage,
    /// One of the outputs only.
    pub only: Option<Output>,
    /// To look at the files now and then.
    pub poll: bool,
}

/// Builds until it is interrupted.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    wishes: Wishes,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let failure = |error: PreviewError| Stop::Failure(error.to_string());
    let mut follow = Follow::new(&folder.root, wishes.poll).map_err(failure)?;
    let mut kept = Kept::between_builds();
    loop {
        let outcome = build::once(folder, asked, (wishes.stage, wishes.only), &mut kept, console);
        console.stage("");
        if let Err(stop) = outcome {
            // What stops one build is mended before the next.
            stop.exit(console);
        }
        console.say("waiting for the next save; end it with Ctrl-C");
        let Some(change) = follow.next(None) else { return Ok(Exit::Done) };
        console.say(&format!("changed: {}", change.files.join(", ")));
    }
}
