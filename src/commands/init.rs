//! `bulletin init`: an empty folder becomes a cluster that builds at once.

use std::io::ErrorKind;
use std::path::Path;

use super::{Console, Exit, Stop};
use crate::issue::AsOf;
use crate::pipeline::fresh;
use crate::sources::CONFIG_FILE;
use crate::system::write_new;
use crate::value::Month;

/// Writes the files; those that are there already are not touched.
pub fn run(dir: Option<&Path>, console: &mut dyn Console) -> Result<Exit, Stop> {
    let root = dir.map_or_else(|| console.here(), |dir| console.here().join(dir));
    if root.join(CONFIG_FILE).exists() {
        return Err(Stop::Failure(format!(
            "`{}` is a cluster already: it has a {CONFIG_FILE}",
            root.display()
        )));
    }
    for folder in fresh::FOLDERS {
        std::fs::create_dir_all(root.join(folder)).map_err(|error| Stop::disk(folder, error))?;
    }
    for file in fresh::cluster(Month::of(AsOf::at(console.now()).date)) {
        match write_new(&root.join(&file.path), &file.text) {
            Ok(()) => console.data(&format!("{}\n", root.join(&file.path).display())),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Stop::disk(&file.path, error)),
        }
    }
    console.say("edit bulletin.yaml and the example project, then run `bulletin build`");
    Ok(Exit::Done)
}
