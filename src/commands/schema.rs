//! `bulletin schema`: what may stand in each file, for editors.

use super::{Console, Exit, Stop};
use crate::diagnostic::nearest;
use crate::model::FILE_KINDS;
use crate::pipeline::{Folder, fresh};

/// Prints one, lists all, or writes all.
pub fn run(
    folder: &Folder,
    kind: Option<&str>,
    write: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let failed = |error: serde_json::Error| Stop::Failure(format!("the schema has no form as JSON: {error}"));
    if let Some(name) = kind {
        let Some(kind) = FILE_KINDS.iter().find(|kind| kind.name == name) else {
            let meant = nearest(name, FILE_KINDS.iter().map(|kind| kind.name));
            let hint = meant.map_or("`bulletin schema` lists them".to_string(), |meant| {
                format!("did you mean `{meant}`?")
            });
            return Err(Stop::Failure(format!("there is no kind of file `{name}`; {hint}")));
        };
        console.data(&kind.json().map_err(failed)?);
        return Ok(Exit::Done);
    }
    if !write {
        FILE_KINDS.iter().for_each(|kind| console.data(&format!("{:14} {}\n", kind.name, kind.files)));
        return Ok(Exit::Done);
    }
    for file in fresh::schemas().map_err(failed)? {
        let target = folder.root.join(&file.path);
        // They are the program's own: a newer one takes the place of an older.
        let parent = target.parent().unwrap_or(&folder.root);
        std::fs::create_dir_all(parent).map_err(|error| Stop::disk(&file.path, error))?;
        std::fs::write(&target, &file.text).map_err(|error| Stop::disk(&file.path, error))?;
        console.data(&format!("{}\n", file.path));
    }
    console.say(
        "editors with a YAML language server find them by the first line of files that `bulletin new` writes",
    );
    Ok(Exit::Done)
}
