//! `bulletin approve`: somebody's yes to a text, with what shows it.

use std::fs;
use std::path::Path;

use super::review::{chosen, finished, update_of};
use super::{Console, Exit, Stop, argument, load};
use crate::cli::Approve;
use crate::diagnostic::nearest;
use crate::issue::{AsOf, missing_approvals, released, with_approval};
use crate::pipeline::Folder;
use crate::system::private_file;
use crate::value::{Date, sha256};

/// Writes the approval into the text's front matter, and keeps its evidence in `state/`.
pub fn run(folder: &Folder, asked: &Approve, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    let cluster = &loaded.cluster;
    let update = update_of(&loaded, &asked.update, asked.month.as_deref())?;
    let today = AsOf::at(console.now()).date;
    let on: Date = match &asked.on {
        Some(on) => argument("--on: ", on)?,
        None => today,
    };
    if on > today {
        return Err(Stop::Failure(format!(
            "--on: {on} is still to come: nobody approves on a day that is not there yet"
        )));
    }
    // A project is written by its id, whatever it was called.
    let by = cluster.project(&asked.by).map_or_else(|| asked.by.clone(), |project| project.id.to_string());
    let manifest = cluster.issues.get(&update.month);
    let missing = missing_approvals(update, manifest, &loaded.sources);
    let expected = missing.iter().any(|who| who.eq_ignore_ascii_case(&by));
    let said = update.approvals.iter().any(|approval| approval.by.eq_ignore_ascii_case(&by));
    if !expected && !said && !missing.is_empty() {
        let meant = nearest(&by, missing.iter().map(String::as_str));
        let meant = meant.map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
        return Err(Stop::Failure(format!(
            "`{by}` was not asked: waited for is {}{meant}",
            missing.join(", ")
        )));
    }
    finished(update, &loaded.sources)?;
    let evidence = match &asked.evidence {
        Some(file) => Some(kept(folder, &console.here().join(file))?),
        None => None,
    };
    let path = folder.root.join(&*update.origin.file);
    let text = fs::read_to_string(&path).map_err(|error| Stop::disk(&update.origin.file, error))?;
    let wording =
        loaded.sources.files.get(&update.origin.file).map(|file| file.wording()).unwrap_or_default();
    let by_quoted = if by.chars().all(|c| c.is_alphanumeric() || c == '-') {
        by.clone()
    } else {
        format!("\"{}\"", by.replace('"', "'"))
    };
    let evidence = evidence.map(|hash| format!(", evidence: \"sha256:{}\"", &hash[..16])).unwrap_or_default();
    let line = format!("by: {by_quoted}, on: {on}, of: \"{wording}\"{evidence}");
    let Some(approved) = with_approval(&text, &line) else {
        return Err(Stop::Failure(format!(
            "the list `approvals` of {} is written over several lines: add `{{{line}}}` to it by hand",
            update.origin.file
        )));
    };
    // The last yes lets it out.
    let left: Vec<&String> = missing.iter().filter(|who| !who.eq_ignore_ascii_case(&by)).collect();
    let approved = if left.is_empty() { released(&approved) } else { approved };
    fs::write(&path, approved).map_err(|error| Stop::disk(&update.origin.file, error))?;
    console.data(&format!("{}\n", update.origin.file));
    console.say(&match left.is_empty() {
        true => format!("{} may go out: everybody who was asked has said yes", chosen(update)),
        false => {
            let left: Vec<String> = left.into_iter().map(|who| cluster.display(who)).collect();
            format!("{} still waits for {}", chosen(update), left.join(", "))
        }
    });
    Ok(Exit::Done)
}

/// Keeps a file as evidence, for its owner alone; its hash names it.
fn kept(folder: &Folder, file: &Path) -> Result<String, Stop> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Stop::disk(&name, error))?;
    let hash = sha256(&bytes);
    let ending = file.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let target = folder.state().join("evidence").join(format!("{}{ending}", &hash[..16]));
    let write = || {
        fs::create_dir_all(folder.state().join("evidence"))?;
        private_file(&target)?;
        fs::write(&target, &bytes)
    };
    write().map_err(|error| Stop::disk(&target.display().to_string(), error))?;
    Ok(hash)
}
