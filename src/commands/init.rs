//! `bulletin init`: an empty folder becomes a cluster that builds at once.

use std::path::Path;

use super::{Console, Exit, Stop, failure};
use crate::output::write_new;
use crate::sources::CONFIG_FILE;

/// The files of a new cluster.
const FILES: &[(&str, &str)] = &[
    (CONFIG_FILE, include_str!("templates/bulletin.yaml")),
    ("sources/projects/example.yaml", include_str!("templates/project.yaml")),
    (
        ".gitignore",
        "# People's data and the record of what was sent never enter version control.\n/state/\n/contacts.csv\n/recipients.csv\n",
    ),
    ("output/.gitignore", "*\n!.gitignore\n"),
];

/// Folders that are there to be filled.
const FOLDERS: &[&str] = &["sources/updates", "sources/meetings", "sources/issues", "sources/images"];

/// Writes the files; those that are there already are not touched.
pub fn run(dir: Option<&Path>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let root = dir.map_or_else(|| console.here(), |dir| console.here().join(dir));
    if root.join(CONFIG_FILE).exists() {
        return Err(Stop::Failure(format!(
            "`{}` is a cluster already: it has a {CONFIG_FILE}",
            root.display()
        )));
    }
    for folder in FOLDERS {
        std::fs::create_dir_all(root.join(folder)).map_err(|error| failure(folder, &error))?;
    }
    let month = crate::model::Month::of(crate::issue::AsOf::at(console.now()).date);
    let update = format!("sources/updates/{month}/example-first-news.md");
    let issue = format!("sources/issues/{month}.yaml");
    let dated = [
        (update.as_str(), include_str!("templates/update.md")),
        (issue.as_str(), include_str!("templates/issue.yaml")),
    ];
    for (path, text) in FILES.iter().chain(&dated) {
        match write_new(&root.join(path), text) {
            Ok(()) => console.data(&format!("{}\n", root.join(path).display())),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failure(path, &error)),
        }
    }
    console.say("edit bulletin.yaml and the example project, then run `bulletin build`");
    Ok(Exit::Done)
}
