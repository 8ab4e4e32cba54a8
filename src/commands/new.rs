//! `bulletin new`: the shortest file of a kind, ready to edit.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, argument, load, month};
use crate::cli::New;
use crate::diagnostic::Severity;
use crate::issue;
use crate::pipeline::{Folder, Loaded, fresh};
use crate::system::write_new;
use crate::value::{Date, Id, Month};

/// Writes the file.
pub fn run(folder: &Folder, what: &New, console: &mut dyn Console) -> Result<Exit, Stop> {
    let file = match what {
        New::Project { id } => fresh::project(&argument::<Id>("", id)?),
        New::Update { slug, month: asked } => {
            let slug: Id = argument("", slug)?;
            let month = match asked {
                Some(asked) => argument("", asked)?,
                None => month(&mut quietly(folder, console)?, None, console)?,
            };
            fresh::update(&slug, month)
        }
        New::Meeting { date, slug } => {
            let (date, slug): (Date, Id) = (argument("", date)?, argument("", slug)?);
            fresh::meeting(&quietly(folder, console)?.cluster, date, &slug)
        }
        New::Issue { month: Some(asked) } => fresh::manifest(argument("", asked)?),
        New::Issue { month: None } => fresh::manifest(next_month(&quietly(folder, console)?)?),
    };
    let (path, target) = (&file.path, folder.root.join(&file.path));
    match write_new(&target, &file.text) {
        Ok(()) => {
            console.data(&format!("{}\n", target.display()));
            Ok(Exit::Done)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Stop::Failure(format!("`{path}` is there already; nothing was written")))
        }
        Err(error) => Err(Stop::disk(path, error)),
    }
}

/// The month after the newest manifest's, or else the newest there is.
fn next_month(loaded: &Loaded) -> Result<Month, Stop> {
    let newest = loaded.cluster.issues.keys().next_back().map(|month| month.next());
    newest
        .or_else(|| issue::newest(&loaded.cluster))
        .ok_or_else(|| Stop::Failure("name the month: `bulletin new issue 2024-04`".into()))
}

/// Loads the cluster; what is wrong in it is not this command's matter, but is counted.
fn quietly(folder: &Folder, console: &mut dyn Console) -> Result<Loaded, Stop> {
    let loaded = load(folder, console)?;
    let errors = loaded.findings.count(Severity::Error);
    if errors > 0 {
        console.say(&format!("note: {errors} errors in the sources; `bulletin check` prints them"));
    }
    Ok(loaded)
}
