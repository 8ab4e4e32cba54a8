//! What partners sent, taken in: drafts beside the cluster's texts, originals in `state/`, nothing twice.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Folder, Loaded};
use crate::gather::{self, Contribution, Draft, Fate, Form, Gathered, Input, Owner, Refused};
use crate::system::write_new;
use crate::value::{Id, Month, sha256};

/// What is asked of gathering.
#[derive(Debug, Clone)]
pub struct Gather {
    /// The month that the drafts belong to.
    pub month: Month,
    /// Whose everything is, where that was said.
    pub project: Option<Id>,
    /// Whether everything is minutes.
    pub minutes: bool,
    /// Whether columns of forms are taken as they are proposed.
    pub accept_forms: bool,
    /// Whether nothing is written.
    pub dry_run: bool,
}

/// What became of a contribution.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Where it came from.
    pub source: String,
    /// What becomes of it.
    pub fate: Fate,
    /// The file that was written, or would be; the earlier one where it is known.
    pub path: String,
    /// What was taken away, in a line.
    pub cleaned: String,
    /// What a person has to look at.
    pub open: Vec<String>,
}

/// What became of everything.
#[derive(Debug, Default)]
pub struct Collected {
    /// The contributions.
    pub taken: Vec<Taken>,
    /// What could not be taken in, by its name.
    pub refused: Vec<(String, Refused)>,
}

/// Reads the files that are meant: a folder's, a Maildir's mails, an address's answer.
pub fn inputs(here: &Path, paths: &[String]) -> (Vec<Input>, Vec<(String, Refused)>) {
    let (mut inputs, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        if path.starts_with("https://") || path.starts_with("http://") {
            match gather::fetch(path) {
                Ok(input) => inputs.push(input),
                Err(why) => refused.push((path.clone(), why)),
            }
            continue;
        }
        let mut files = Vec::new();
        let start = here.join(path);
        if !start.exists() {
            refused.push((
                path.clone(),
                Refused::new("there is no such file or folder", "is its name typed as it is?"),
            ));
            continue;
        }
        below(&start, &mut files, 0);
        for file in files {
            let name = file.strip_prefix(here).unwrap_or(&file).to_string_lossy().into_owned();
            match fs::read(&file) {
                Ok(bytes) => inputs.push(Input { name, bytes }),
                Err(error) => refused
                    .push((name, Refused::new(format!("it can't be read: {error}"), "may you open it?"))),
            }
        }
    }
    (inputs, refused)
}

/// The files of a folder, in the order of their names; what programs leave beside them is passed over.
fn below(path: &Path, files: &mut Vec<PathBuf>, depth: usize) {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return;
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    entries.sort();
    for entry in entries {
        let name = entry.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let passed = name.starts_with('.')
            || name.starts_with("~$")
            || name == "tmp"
            || name == "Thumbs.db"
            || entry.is_symlink();
        if !passed && depth < 8 {
            below(&entry, files, depth + 1);
        }
    }
}

/// Takes in what was read: decides whose it is and what is new, and writes.
///
/// # Errors
///
/// If something can't be written; what was written until then is remembered.
pub fn collect(loaded: &Loaded, folder: &Folder, asked: &Gather, inputs: &[Input]) -> io::Result<Collected> {
    let mut out = Collected::default();
    let mut known = Gathered::read(&folder.state())?;
    let config = &loaded.cluster.config;
    let forms: Vec<Form> = config.forms.iter().map(|columns| Form { columns: columns.clone() }).collect();
    let mut reserved = BTreeSet::new();
    for input in inputs {
        match gather::picture_by_itself(&input.name, &input.bytes) {
            Ok(None) => {}
            Ok(Some((path, entry))) => {
                out.taken.push(picture(folder, asked, input, (path, &entry), &mut known)?);
                continue;
            }
            Err(why) => {
                out.refused.push((input.name.clone(), why));
                continue;
            }
        }
        let proposed = match asked.accept_forms {
            true => gather::proposed(input).ok().flatten(),
            false => None,
        };
        let forms: Vec<Form> = forms.iter().cloned().chain(proposed).collect();
        let contributions = match gather::read(input, &forms) {
            Ok(contributions) => contributions,
            Err(why) => {
                out.refused.push((input.name.clone(), why));
                continue;
            }
        };
        for mut contribution in contributions {
            if asked.minutes {
                contribution.kind = gather::Kind::Minutes;
            }
            let taken = one(loaded, folder, asked, &contribution, &mut known, &mut reserved);
            // What was written until here is remembered, whatever comes.
            match taken {
                Ok(taken) => out.taken.push(taken),
                Err(error) => {
                    known.write()?;
                    return Err(error);
                }
            }
        }
    }
    if !asked.dry_run {
        known.write()?;
    }
    Ok(out)
}

/// Takes in a picture that came by itself.
fn picture(
    folder: &Folder,
    asked: &Gather,
    input: &Input,
    (path, entry): (String, &str),
    known: &mut Gathered,
) -> io::Result<Taken> {
    let hash = sha256(&input.bytes);
    let source = input.name.rsplit(['/', '\\']).next().unwrap_or(&input.name).to_string();
    // The same picture under another name is the same.
    let identity = format!("picture:{hash}");
    let fate = known.fate(&identity, &hash);
    if let Fate::Known(path) = &fate {
        return Ok(Taken { source, path: path.clone(), fate, cleaned: String::new(), open: vec![] });
    }
    let path = free(&folder.root, &path, &mut BTreeSet::new());
    if !asked.dry_run {
        let target = folder.root.join(&path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&target, &input.bytes)?;
        let named = path.trim_start_matches("sources/");
        let entry = entry.lines().skip(1).fold(format!("- file: {named}\n"), |out, line| out + line + "\n");
        append(&folder.root.join("sources/images.yaml"), &entry)?;
        known.note(&identity, &hash, &path);
    }
    let open = vec!["whose it is and what it shows is to be written into sources/images.yaml".to_string()];
    Ok(Taken { source, path, fate, cleaned: String::new(), open })
}

/// Takes in one contribution.
fn one(
    loaded: &Loaded,
    folder: &Folder,
    asked: &Gather,
    contribution: &Contribution,
    known: &mut Gathered,
    reserved: &mut BTreeSet<String>,
) -> io::Result<Taken> {
    let cluster = &loaded.cluster;
    let owner = match &asked.project {
        Some(project) => Owner::Named(project.clone()),
        None => Owner::of(contribution, cluster, &cluster.config.senders),
    };
    let fate = known.fate(&contribution.identity, &contribution.sha256);
    let source = contribution.source.clone();
    if let Fate::Known(path) = &fate {
        return Ok(Taken { source, path: path.clone(), fate, cleaned: String::new(), open: vec![] });
    }
    let mut draft = gather::drafts(contribution, &owner, asked.month, cluster);
    let event = Draft::event(contribution, &owner);
    if event.is_some() {
        // An event has no text of its own: what was said of it is kept whole.
        draft.removed.push_str(&draft.text);
        draft.open.push(
            "what was said of it lies in state/originals/: an event has a title, days and a place".into(),
        );
    }
    let path = match (&fate, &event) {
        (Fate::Changed(path), _) => path.replace(".md", ".proposal.md"),
        (_, Some(_)) => "sources/events.yaml".to_string(),
        _ => free(&folder.root, &draft.path, reserved),
    };
    if !asked.dry_run {
        known.keep(&contribution.sha256, &contribution.original, &draft.removed)?;
        match (&fate, &event) {
            (Fate::New, Some(item)) => append(&folder.root.join(&path), item)?,
            (Fate::Changed(_), _) => fs::write(folder.root.join(&path), &draft.text)?,
            _ => {
                write_new(&folder.root.join(&path), &draft.text)?;
                pictures(&folder.root, &draft)?;
            }
        }
        let made = match &fate {
            Fate::Changed(path) => path.clone(),
            _ => path.clone(),
        };
        known.note(&contribution.identity, &contribution.sha256, &made);
    }
    Ok(Taken { source, path, fate, cleaned: draft.cleaned, open: draft.open })
}

/// Writes a draft's pictures, and their entries below those that are there.
fn pictures(root: &Path, draft: &Draft) -> io::Result<()> {
    for (path, bytes) in &draft.pictures {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        if !path.exists() {
            fs::write(path, bytes)?;
        }
    }
    if !draft.images.is_empty() {
        append(&root.join("sources/images.yaml"), &draft.images)?;
    }
    Ok(())
}

/// Adds items below those of a list.
fn append(path: &Path, items: &str) -> io::Result<()> {
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    fs::write(path, format!("{before}{end}{items}"))
}

/// A path at which nothing is yet: with a number, if need be.
fn free(root: &Path, path: &str, reserved: &mut BTreeSet<String>) -> String {
    let (stem, rest) = match path.rsplit_once('/') {
        Some((folder, file)) => {
            let (stem, rest) = file.split_once('.').unwrap_or((file, "md"));
            (format!("{folder}/{stem}"), rest.to_string())
        }
        None => (path.to_string(), "md".to_string()),
    };
    let numbered = (1..).map(|number| match number {
        1 => format!("{stem}.{rest}"),
        number => format!("{stem}-{number}.{rest}"),
    });
    let mut free = numbered.filter(|path| !root.join(path).exists() && !reserved.contains(path));
    let path = free.next().unwrap_or_else(|| path.to_string());
    reserved.insert(path.clone());
    path
}
