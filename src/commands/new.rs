//! `bulletin new`: the shortest file of a kind, ready to edit.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, argument, load, month};
use crate::cli::New;
use crate::diagnostic::Severity;
use crate::issue;
use crate::pipeline::fresh::Fresh;
use crate::pipeline::{Folder, Loaded, fresh};
use crate::system::write_new;
use crate::theme;
use crate::value::{Date, Id, Month};

/// Writes the file.
pub fn run(folder: &Folder, what: &New, console: &mut dyn Console) -> Result<Exit, Stop> {
    let file = match what {
        New::Theme { from, name } => return theme(folder, from, name.as_deref(), console),
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
    write(folder, &file, console)
}

/// Writes a file where there is none.
fn write(folder: &Folder, file: &Fresh, console: &mut dyn Console) -> Result<Exit, Stop> {
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

/// Copies a theme into the cluster's folder, all of it or nothing.
fn theme(folder: &Folder, from: &str, name: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let layouts = quietly(folder, console)?.layouts;
    let names = theme::names(&layouts);
    if !names.contains(from) {
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(Stop::Failure(format!("there is no theme `{from}`; there are: {}", all.join(", "))));
    }
    let name: Id = argument("", name.unwrap_or(from))?;
    let files: Vec<Fresh> = theme::files(&layouts, from)
        .into_iter()
        .map(|(file, text)| Fresh { path: format!("layouts/themes/{name}/{file}"), text })
        .collect();
    if let Some(there) = files.iter().find(|file| folder.root.join(&file.path).exists()) {
        return Err(Stop::Failure(format!("`{}` is there already; nothing was written", there.path)));
    }
    for file in &files {
        write(folder, file, console)?;
    }
    if name.as_str() != folder_theme(folder, console)? {
        console.say(&format!("note: to use it, write `look: {{theme: {name}}}` into bulletin.yaml"));
    }
    Ok(Exit::Done)
}

/// The theme that the cluster uses.
fn folder_theme(folder: &Folder, console: &mut dyn Console) -> Result<String, Stop> {
    Ok(load(folder, console)?.theme.name)
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
