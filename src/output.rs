//! Writing: an issue's folder, the web edition, whole or not at all, with a record of what was written.
//!
//! In come [`Outputs`], files by path; out comes a folder that holds those and no others of ours.
//!
//! ```no_run
//! use bulletin::output::Outputs;
//!
//! let mut outputs = Outputs::default();
//! outputs.add("newsletter.en.txt", "News\n");
//! outputs.write("output/2024-04".as_ref()).expect("a disk");
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::system;
use crate::value::sha256;
use crate::web::{SITE_RECORD, Site};

/// How often a file that another program holds open is tried again, and how long between.
const RETRIES: u32 = 5;

/// The pause between two tries.
const PAUSE: Duration = Duration::from_millis(300);

/// The record of an issue's outputs.
pub const BUILD_RECORD: &str = "build.json";

/// What was built, of what: the first part of `build.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The program's version.
    pub bulletin: String,
    /// The issue's month.
    pub issue: String,
    /// Its number.
    pub number: u32,
    /// Its editions, the main one first.
    pub languages: Vec<String>,
    /// `draft` or `final`.
    pub stage: String,
    /// The moment that it was made as of.
    pub as_of: String,
    /// The hash over the sources.
    pub sources_sha256: String,
    /// The hash over the layouts.
    pub layouts_sha256: String,
}

/// A file in `build.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct WrittenFile {
    /// Its path in the issue's folder.
    path: String,
    /// Its size.
    bytes: usize,
    /// Its hash.
    sha256: String,
}

/// A file that is attached to a report, in `build.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Attached {
    /// The report's file.
    to: String,
    /// The attached file's name.
    name: String,
    /// Its size.
    bytes: usize,
    /// Its hash.
    sha256: String,
    /// The names of the places in the report that links may lead to.
    places: Vec<String>,
}

/// `build.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    /// What was built, of what.
    #[serde(flatten)]
    facts: Facts,
    /// Every file.
    files: Vec<WrittenFile>,
    /// What is attached to reports.
    attached: Vec<Attached>,
}

impl Record {
    /// The record of an earlier build, if it can be read.
    fn of(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(BUILD_RECORD)).ok()?).ok()
    }
}

/// The files of an issue's folder, by their path in it, and what is attached to them.
#[derive(Debug, Clone, Default)]
pub struct Outputs {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is attached, by the report's file.
    attached: BTreeMap<String, Attached>,
}

/// Why nothing was written.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                write!(
                    f,
                    "the disk is full: `{path}` could not be written; free some space and run this again"
                )
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => write!(
                f,
                "`{path}` can't be replaced: is it open in another program? close it and run this again"
            ),
            _ => write!(f, "`{path}` could not be written: {}", self.error),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Names the path in an error.
fn at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    move |error| WriteError { path: path.to_path_buf(), error }
}

impl Outputs {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// The names of the places in a report that links may lead to.
    pub fn places(&self, report: &str) -> &[String] {
        self.attached.get(report).map_or(&[], |attached| &attached.places)
    }

    /// Notes a file that is attached to a report, and the places in that, for the record.
    pub fn attached(&mut self, to: &str, name: &str, bytes: &[u8], places: Vec<String>) {
        let attached = Attached {
            to: to.to_string(),
            name: name.to_string(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
            places,
        };
        self.attached.insert(to.to_string(), attached);
    }

    /// Adds `build.json`, which names every file with its SHA-256.
    pub fn add_record(&mut self, facts: Facts, findings: &mut Diagnostics) -> Option<()> {
        self.files.remove(BUILD_RECORD);
        let file = |(path, bytes): (&String, &Vec<u8>)| WrittenFile {
            path: path.clone(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
        };
        let record = Record {
            facts,
            files: self.files.iter().map(file).collect(),
            attached: self.attached.values().cloned().collect(),
        };
        let text = serde_json::to_value(&record).and_then(|value| serde_json::to_string_pretty(&value));
        let failed =
            |error| Diagnostic::fatal("record", format!("`{BUILD_RECORD}` can't be written: {error}"));
        let text = text.map_err(|error| findings.push(failed(error))).ok()?;
        self.add(BUILD_RECORD, text + "\n");
        Some(())
    }

    /// The files that an earlier build wrote, to be kept by a partial build: only if it was made of
    /// the same sources, layouts, stage and date, which `facts` say; else nothing is kept.
    pub fn keep(folder: &Path, facts: &Facts) -> Self {
        let mut outputs = Self::default();
        let Some(record) = Record::of(folder).filter(|record| record.facts == *facts) else {
            return outputs;
        };
        // A record that somebody changed leads nowhere outside.
        for file in record.files.iter().filter(|file| system::is_inside(&file.path)) {
            if let Ok(bytes) = fs::read(folder.join(&file.path)) {
                outputs.add(file.path.clone(), bytes);
                let of_it = record.attached.iter().filter(|attached| attached.to == file.path);
                outputs.attached.extend(of_it.map(|attached| (file.path.clone(), attached.clone())));
            }
        }
        outputs
    }

    /// Adds the files of others that are not there.
    pub fn add_others(&mut self, others: Self) {
        for (path, bytes) in others.files {
            self.files.entry(path).or_insert(bytes);
        }
        for (path, attached) in others.attached {
            self.attached.entry(path).or_insert(attached);
        }
    }

    /// Writes all files as one folder: built beside the old one and swapped in whole.
    pub fn write(&self, folder: &Path) -> Result<(), WriteError> {
        let parent = folder.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(at(parent))?;
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let old = parent.join(format!(".{name}-old"));
        if old.exists() && !folder.exists() {
            // An earlier run ended between the two renames: its predecessor's output comes back.
            retried(|| fs::rename(&old, folder)).map_err(at(&old))?;
        }
        let fresh = tempfile::Builder::new()
            .prefix(&format!(".{name}-new-"))
            .tempdir_in(parent)
            .map_err(at(parent))?;
        for (path, bytes) in &self.files {
            let target = fresh.path().join(path);
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder).map_err(at(folder))?;
            }
            write_synced(&target, bytes).map_err(at(&folder.join(path)))?;
        }
        self.keep_foreign(folder, fresh.path()).map_err(at(folder))?;
        system::open_to_all(fresh.path()).map_err(at(folder))?;
        if old.exists() {
            fs::remove_dir_all(&old).map_err(at(&old))?;
        }
        if folder.exists() {
            retried(|| fs::rename(folder, &old)).map_err(at(folder))?;
        }
        if let Err(error) = retried(|| fs::rename(fresh.path(), folder)) {
            // The earlier output comes back before anybody misses it.
            let _ = fs::rename(&old, folder);
            return Err(at(folder)(error));
        }
        // The new folder stands; a leftover of the old one is removed by the next build.
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }
}

impl Outputs {
    /// Nothing but what the record of an earlier build says of the places in its reports.
    pub fn places_of(folder: &Path) -> Self {
        let attached = Record::of(folder).into_iter().flat_map(|record| record.attached);
        let attached = attached.filter(|attached| system::is_inside(&attached.to));
        Self {
            files: BTreeMap::new(),
            attached: attached.map(|attached| (attached.to.clone(), attached)).collect(),
        }
    }

    /// Copies what somebody else put into the folder: every file, link and empty folder that the record of the earlier
    /// build does not name and that this build does not write.
    fn keep_foreign(&self, folder: &Path, fresh: &Path) -> io::Result<()> {
        let record = Record::of(folder);
        let named = |path: &str| {
            let files = record.as_ref().map(|record| &record.files);
            path == BUILD_RECORD || files.is_some_and(|files| files.iter().any(|file| file.path == path))
        };
        if !folder.exists() {
            return Ok(());
        }
        for entry in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry?;
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let path = parts.join("/");
            let target = fresh.join(below);
            let kind = entry.file_type();
            if kind.is_dir() {
                // A folder of ours goes with its last file; an empty one is somebody's.
                if fs::read_dir(entry.path())?.next().is_none() {
                    fs::create_dir_all(target)?;
                }
                continue;
            }
            if named(&path) || self.files.contains_key(&path) {
                continue;
            }
            fs::create_dir_all(target.parent().unwrap_or(fresh))?;
            if kind.is_symlink() {
                system::copy_link(entry.path(), &target)?;
            } else {
                fs::copy(entry.path(), target)?;
            }
        }
        Ok(())
    }
}

/// Writes the files of the web edition, file by file, so that a reader at no moment finds a page
/// half there; the archive, which leads to the others, last. What an earlier build wrote and this
/// one neither writes nor keeps is removed.
pub fn write_site(site: &Site, folder: &Path) -> Result<(), WriteError> {
    let before = Site::recorded(folder);
    let last = "index.html";
    for (path, bytes) in site.files.iter().filter(|(path, _)| *path != last) {
        replace(&folder.join(path), bytes)?;
    }
    if let Some(bytes) = site.files.get(last) {
        replace(&folder.join(last), bytes)?;
    }
    let gone = |path: &&String| !site.files.contains_key(*path) && !site.kept.contains(*path);
    for path in before.files.keys().filter(gone) {
        let _ = fs::remove_file(folder.join(path));
        // Folders that are empty now go, too; others refuse.
        for above in Path::new(path).ancestors().skip(1).filter(|above| above.components().count() > 0) {
            let _ = fs::remove_dir(folder.join(above));
        }
    }
    let record = site.record().map_err(|error| at(folder)(io::Error::other(error)))?;
    replace(&folder.join(SITE_RECORD), record.as_bytes())
}

/// Puts a file in the place of another in one step; one that is the same already is left.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let mut fresh = tempfile::NamedTempFile::new_in(parent).map_err(at(path))?;
    fresh.write_all(bytes).map_err(at(path))?;
    system::open_file_to_all(fresh.path()).map_err(at(path))?;
    fresh.as_file().sync_all().map_err(at(path))?;
    fresh.persist(path).map_err(|error| at(path)(error.error))?;
    Ok(())
}

/// Tries something again while another program holds the file open.
fn retried(mut step: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for _ in 0..RETRIES {
        match step() {
            Err(error)
                if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy)
                    && cfg!(windows) =>
            {
                sleep(PAUSE)
            }
            outcome => return outcome,
        }
    }
    step()
}

/// Writes a file and waits until it is on the disk.
fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
