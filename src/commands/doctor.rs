//! `bulletin doctor`: whether machine, folder, relay and domain are as they should be.

use super::{Console, Exit, Stop, load};
use crate::doctor::{Health, examine};
use crate::pipeline::Folder;
use crate::sending::Override;

/// Looks at everything, a line each. `dns` is another server for names.
pub fn run(
    folder: &Folder,
    dns: Option<std::net::SocketAddr>,
    accept_command: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    let permits = Override { command: accept_command, ..Override::default() };
    let lines = examine(folder, &loaded, dns, permits, console);
    console.stage("");
    for line in &lines {
        let mark = match line.health {
            Health::Well => "ok  ",
            Health::Note => "note",
            Health::Ill => "FAIL",
        };
        let cure = line.cure.as_ref().map(|cure| format!("\n                    {cure}")).unwrap_or_default();
        console.data(&format!("{mark}  {:12}  {}{cure}\n", line.what, line.said));
    }
    let ill = lines.iter().filter(|line| line.health == Health::Ill).count();
    match ill {
        0 => console.say("nothing stands in the way"),
        1 => console.say("1 thing is to be mended"),
        many => console.say(&format!("{many} things are to be mended")),
    }
    Ok(if ill > 0 { Exit::Errors } else { Exit::Done })
}
