//! `bulletin new`: the shortest file of a kind, ready to edit.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, argument, load, month};
use crate::cli::New;
use crate::diagnostic::{Severity, nearest};
use crate::issue;
use crate::layouts::Layouts;
use crate::pipeline::fresh::Fresh;
use crate::pipeline::{Folder, Loaded, fresh};
use crate::system::write_new;
use crate::theme;
use crate::value::{Date, Id, Month, Parse};

/// Writes the file.
pub fn run(folder: &Folder, what: &New, console: &mut dyn Console) -> Result<Exit, Stop> {
    let file = match what {
        New::Theme { from, name } => return theme(folder, from, name.as_deref(), console),
        New::Project { acronym } => match Id::parse(acronym) {
            Ok(id) => fresh::project(&id, None),
            Err(_) => fresh::project(&named(acronym)?, Some(acronym)),
        },
        New::Update { title, project, month: asked } => {
            let mut loaded = quietly(folder, console)?;
            let month = match asked {
                Some(asked) => argument("", asked)?,
                None => month(&mut loaded, None, console)?,
            };
            let of = match project {
                Some(typed) => format!("{}-", known_project(&loaded, typed)?),
                None => String::new(),
            };
            match Id::parse(title) {
                Ok(slug) => fresh::update(&argument("", &format!("{of}{slug}"))?, month, None),
                Err(_) => {
                    fresh::update(&argument("", &format!("{of}{}", named(title)?))?, month, Some(title))
                }
            }
        }
        New::Meeting { date, slug } => {
            let (date, slug): (Date, Id) = (argument("", date)?, named(slug)?);
            fresh::meeting(&quietly(folder, console)?.cluster, date, &slug)
        }
        New::Event { title } => return item(folder, fresh::event(title), console),
        New::Indicator { label } => {
            let month = month(&mut quietly(folder, console)?, None, console)?;
            return item(folder, fresh::indicator(&named(label)?, label, month), console);
        }
        New::RecipientList { path } => {
            let path = folder.root.join(path);
            let name = path.display().to_string();
            return match write_new(&path, fresh::RECIPIENTS) {
                Ok(()) => {
                    console.data(&format!("{name}\n"));
                    console.say("note: name it in bulletin.yaml (`audience: …`); `bulletin check` says what is wrong with it");
                    Ok(Exit::Done)
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(there_already(&name)),
                Err(error) => Err(Stop::disk(&name, error)),
            };
        }
        New::Layout { path } => return layout(folder, path.as_deref(), console),
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
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(there_already(path)),
        Err(error) => Err(Stop::disk(path, error)),
    }
}

/// The id of a project that is named by its id or acronym.
fn known_project(loaded: &Loaded, typed: &str) -> Result<Id, Stop> {
    let cluster = &loaded.cluster;
    if let Some(project) = cluster.project(typed) {
        return Ok(project.id.clone());
    }
    let known = cluster.projects.values().flat_map(|project| [project.id.as_str(), &project.acronym]);
    let hint = match nearest(typed, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("`bulletin new project {typed}` writes it"),
    };
    Err(Stop::Failure(format!("there is no project `{typed}`; {hint}")))
}

/// The refusal to write over a file.
fn there_already(path: &str) -> Stop {
    Stop::Failure(format!("`{path}` is there already; nothing was written"))
}

/// A readable id of a title in any alphabet.
fn named(title: &str) -> Result<Id, Stop> {
    let id = Id::slug(title);
    match id.as_str().is_empty() {
        true => Err(Stop::Failure(format!("`{title}` gives no name for a file: write it with letters"))),
        false => Ok(id),
    }
}

/// Writes an item into a list that is not there yet; else it is shown, to be put where it belongs.
fn item(folder: &Folder, file: serde_json::Result<Fresh>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let file = file.map_err(|error| Stop::Failure(format!("the title can't be written: {error}")))?;
    if folder.root.join(&file.path).exists() {
        console.data(&file.text);
        console.say(&format!("note: {} is there already: put these lines below its last one", file.path));
        return Ok(Exit::Done);
    }
    write(folder, &file, console)
}

/// Copies one of the program's layouts into the cluster's folder, or lists them.
fn layout(folder: &Folder, path: Option<&str>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let layouts = Layouts::defaults();
    let all: Vec<&str> =
        layouts.below("").map(|(path, _)| path).filter(|path| !path.starts_with("fonts/")).collect();
    let Some(path) = path else {
        all.iter().for_each(|path| console.data(&format!("{path}\n")));
        return Ok(Exit::Done);
    };
    let path = path.trim_start_matches("layouts/");
    match Layouts::embedded_text(path) {
        Some(text) => {
            write(folder, &Fresh { path: format!("layouts/{path}"), text: text.to_string() }, console)
        }
        None => {
            let meant = nearest(path, all.iter().copied());
            let hint = meant.map_or("`bulletin new layout` lists them".to_string(), |meant| {
                format!("did you mean `{meant}`?")
            });
            Err(Stop::Failure(format!("there is no layout `{path}`; {hint}")))
        }
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
