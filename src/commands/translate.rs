//! `bulletin translate`: what has no translation, and files for whoever translates.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, argument, load, month};
use crate::issue::{self, AsOf, Stage};
use crate::pipeline::{Folder, Loaded};
use crate::system::write_new;
use crate::value::{Language, Month};

/// Writes the files of one language, or lists what is missing in all.
pub fn run(
    folder: &Folder,
    asked: Option<&str>,
    to: Option<&str>,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let to: Option<Language> = to.map(|tag| argument("", tag)).transpose()?;
    let mut loaded = load(folder, console)?;
    let month = month(&mut loaded, asked, console)?;
    let now = folder.as_of.unwrap_or_else(|| AsOf::at(console.now()));
    match to {
        Some(language) => write(folder, &loaded, (month, now), &language, console),
        None => {
            let missing: Vec<String> = loaded
                .assemble(month, Some(now), Stage::Final)
                .iter()
                .filter_map(|edition| {
                    let lines: String = issue::untranslated(edition)
                        .iter()
                        .map(|one| format!("  {}: {}; {}\n", one.place.file, one.what, one.todo))
                        .collect();
                    let tag = edition.language.as_str();
                    (!lines.is_empty()).then(|| format!("To translate into `{tag}`:\n{lines}"))
                })
                .collect();
            match missing.is_empty() {
                true => console.say(&format!("everything of {month} is in the languages of its editions")),
                false => console.data(&missing.join("\n")),
            }
            Ok(Exit::Done)
        }
    }
}

/// Writes a file for each text without a translation, and lists what stands in YAML.
fn write(
    folder: &Folder,
    loaded: &Loaded,
    (month, now): (Month, AsOf),
    language: &Language,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let cluster = &loaded.cluster;
    let edition = issue::assemble(&loaded.sources, cluster, month, language, Some(now), Stage::Final);
    let tag = language.as_str();
    for blank in issue::blanks(&edition) {
        match write_new(&folder.root.join(&blank.path), &blank.text) {
            Ok(()) => console.data(&format!("{}\n", blank.path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                console.say(&format!(
                    "note: {} is there already and not finished; nothing was written",
                    blank.path
                ));
            }
            Err(error) => return Err(Stop::disk(&blank.path, error)),
        }
    }
    let missing = issue::untranslated(&edition);
    let in_yaml = missing.iter().filter(|one| one.place.file.ends_with(".yaml"));
    let lines: Vec<String> = in_yaml.map(|one| format!("  {}: {}", one.place.file, one.todo)).collect();
    if !lines.is_empty() {
        console.say(&format!(
            "note: these stand in the files themselves, beside the original:\n{}",
            lines.join("\n")
        ));
    }
    if missing.is_empty() {
        console.say(&format!("everything of {month} is in `{tag}`"));
    }
    if !issue::editions(cluster, month).iter().any(|one| one.primary() == language.primary()) {
        console.say(&format!(
            "note: there is no edition in `{tag}` yet: add it to `languages:` in bulletin.yaml"
        ));
    }
    Ok(Exit::Done)
}
