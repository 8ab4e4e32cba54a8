//! `bulletin preview`: an issue's outputs and findings in the browser, following every save.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::{Console, Exit, Stop, argument};
use crate::pipeline::Folder;
use crate::preview::{Address, Builder, Editor, Files, Follow, PreviewError, Shown, browse, serve};

/// After which quiet the PDF is made.
const PAUSE: Duration = Duration::from_millis(400);

/// What is wished for.
pub struct Wishes<'a> {
    /// To open the page in the browser.
    pub open: bool,
    /// The port; a free one if none is wished.
    pub port: Option<u16>,
    /// The editor that opens findings.
    pub editor: Option<&'a str>,
    /// To look at the files now and then.
    pub poll: bool,
}

/// Shows the page until it is interrupted.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    wishes: Wishes<'_>,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let month = asked.map(|text| argument("", text)).transpose()?;
    let failure = |error: PreviewError| Stop::Failure(error.to_string());
    let mut follow = Follow::new(&folder.root, wishes.poll).map_err(failure)?;
    let address = Address::take(wishes.port).map_err(failure)?;
    let (url, editor) = (address.url(), Editor::find(wishes.editor));
    let mut builder = Builder::new(folder.clone(), month);
    console.data(&format!("{url}\n"));
    console.say("the page follows every save; end it with Ctrl-C");
    let (show, shown) = watch::channel(Arc::new((Shown::default(), Files::default())));
    // What is built is shown by a thread of its own; it ends with the program.
    std::thread::spawn(move || {
        loop {
            let _ = show.send(Arc::new(builder.build(true)));
            // In a pause the PDF is made, and with it everything that only it finds wrong.
            if let Some(change) = follow.next(Some(PAUSE)) {
                builder.turn_to(&change);
                continue;
            }
            let _ = show.send(Arc::new(builder.build(false)));
            let Some(change) = follow.next(None) else { return };
            builder.turn_to(&change);
        }
    });
    if wishes.open && browse(&url).is_err() {
        console.say("there is no browser to open it with: copy the address");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Stop::Failure(format!("no page can be shown: {error}")))?;
    runtime.block_on(async {
        let mut built = shown.clone();
        let told = async {
            let mut last = String::new();
            while built.changed().await.is_ok() {
                let line = built.borrow_and_update().0.line();
                // A build in a pause that found nothing else is none to speak of.
                if line != last {
                    console.say(&line);
                }
                last = line;
            }
        };
        tokio::select! {
            ended = serve(address, shown, folder.root.clone(), editor) => ended.map_err(failure),
            () = told => Ok(()),
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    })?;
    Ok(Exit::Done)
}
