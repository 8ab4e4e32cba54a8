//! `bulletin words`: which languages there are words in, what is missing, and a file to mend them in.

use super::{Console, Exit, Stop, argument, load};
use crate::pipeline::Folder;
use crate::pipeline::survey::{self, OFFICIAL, Survey};
use crate::system::write_new;
use crate::value::Language;

/// Writes a language's file into the cluster's folder, or lists what there is.
pub fn run(
    folder: &Folder,
    language: Option<&str>,
    missing: bool,
    console: &mut dyn Console,
) -> Result<Exit, Stop> {
    let language: Option<Language> = language.map(|tag| argument("", tag)).transpose()?;
    let layouts = load(folder, console)?.layouts;
    match language {
        Some(language) if !missing => {
            let path = format!("layouts/{}", survey::path(&language));
            let target = folder.root.join(&path);
            match write_new(&target, &survey::begin(&layouts, &language)) {
                Ok(()) => {
                    console.data(&format!("{}\n", target.display()));
                    console.say("note: keep the lines that you want otherwise and delete the rest: what is not there stays as it is");
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    return Err(Stop::Failure(format!("`{path}` is there already; nothing was written")));
                }
                Err(error) => return Err(Stop::disk(&path, error)),
            }
        }
        one => {
            let all: Vec<Language> = match one {
                Some(one) => vec![one],
                None => OFFICIAL.iter().map(|tag| argument("", tag)).collect::<Result<_, _>>()?,
            };
            let mut good = 0;
            for language in &all {
                let state = survey::survey(&layouts, language);
                let whole = state.missing.is_empty() && state.verified_by.is_some();
                good += usize::from(whole);
                if !missing || !whole {
                    console.data(&line(language, &state, missing));
                }
            }
            if missing && good == all.len() {
                console.say("nothing is missing, and everything is verified");
            }
        }
    }
    Ok(Exit::Done)
}

/// `de  274 of 274 messages, not verified by a native reader`, and the names of those that are missing.
fn line(language: &Language, state: &Survey, names: bool) -> String {
    let verified = match &state.verified_by {
        Some(name) => format!("verified by {name}"),
        None => "not verified by a native reader".to_string(),
    };
    let there = state.messages - state.missing.len();
    let mut text = format!("{}  {there} of {} messages, {verified}\n", language.as_str(), state.messages);
    if names && !state.missing.is_empty() {
        text += &format!("    in English: {}\n", state.missing.join(", "));
    }
    text
}
