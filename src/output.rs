//! Writing: whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::system;
use crate::web::{SITE_RECORD, Site};

/// How often a file that another program holds open is tried again, and how long between.
const RETRIES: u32 = 5;

/// The pause between two tries.
const PAUSE: Duration = Duration::from_millis(300);

/// The record of an issue's outputs.
pub const BUILD_RECORD: &str = "build.json";

/// The files of an issue's folder, by their path in it, and what is attached to them.
#[derive(Debug, Clone, Default)]
pub struct Outputs(pub BTreeMap<String, Vec<u8>>, BTreeMap<String, serde_json::Value>);

/// Why nothing was written.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl WriteError {
    /// The error in words, with what to do.
    pub fn words(&self) -> String {
        let path = self.path.display();
        match self.error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                format!("the disk is full: `{path}` could not be written; free some space and run this again")
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => {
                format!(
                    "`{path}` can't be replaced: is it open in another program? close it and run this again"
                )
            }
            _ => format!("`{path}` could not be written: {}", self.error),
        }
    }
}

/// Names the path in an error.
fn at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    move |error| WriteError { path: path.to_path_buf(), error }
}

impl Outputs {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The names of the places in a report that links may lead to.
    pub fn places(&self, report: &str) -> Vec<String> {
        let places = self.1.get(report).and_then(|record| record["places"].as_array());
        places.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_string)).collect()
    }

    /// Notes a file that is attached to a report, and the places in that, for the record.
    pub fn attached(&mut self, to: &str, name: &str, bytes: &[u8], places: &[String]) {
        let record = json!({
            "to": to, "name": name, "bytes": bytes.len(), "sha256": sha256(bytes), "places": places,
        });
        self.1.insert(to.to_string(), record);
    }

    /// Adds `build.json`, which names every file with its SHA-256.
    pub fn add_record(&mut self, facts: &serde_json::Value) {
        self.0.remove(BUILD_RECORD);
        let files: Vec<_> = self
            .0
            .iter()
            .map(|(path, bytes)| json!({"path": path, "bytes": bytes.len(), "sha256": sha256(bytes)}))
            .collect();
        let mut record = facts.clone();
        record["files"] = json!(files);
        record["attached"] = self.1.values().cloned().collect();
        let text = serde_json::to_string_pretty(&record).unwrap_or_default() + "\n";
        self.add(BUILD_RECORD, text);
    }

    /// The files that an earlier build wrote, to be kept by a partial build: only if it was made of
    /// the same sources, layouts, stage and date, which `facts` say; else nothing is kept.
    pub fn keep(folder: &Path, facts: &serde_json::Value) -> Self {
        let mut outputs = Self::default();
        let record = fs::read(folder.join(BUILD_RECORD)).unwrap_or_default();
        let record: serde_json::Value = serde_json::from_slice(&record).unwrap_or_default();
        let same =
            facts.as_object().is_some_and(|facts| facts.iter().all(|(name, value)| record[name] == *value));
        let files = record["files"].as_array().filter(|_| same);
        // A record that somebody changed leads nowhere outside.
        let files = files.into_iter().flatten().filter_map(|file| file["path"].as_str());
        for path in files.filter(|path| system::is_inside(path)) {
            if let Ok(bytes) = fs::read(folder.join(path)) {
                outputs.add(path, bytes);
                let of_it = record["attached"].as_array().into_iter().flatten();
                let of_it = of_it.filter(|attached| attached["to"] == path);
                outputs.1.extend(of_it.map(|attached| (path.to_string(), attached.clone())));
            }
        }
        outputs
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
        for (path, bytes) in &self.0 {
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
        let record = fs::read(folder.join(BUILD_RECORD)).unwrap_or_default();
        let record: serde_json::Value = serde_json::from_slice(&record).unwrap_or_default();
        let mut outputs = Self::default();
        for attached in record["attached"].as_array().into_iter().flatten() {
            let to = attached["to"].as_str().filter(|to| system::is_inside(to));
            outputs.1.extend(to.map(|to| (to.to_string(), attached.clone())));
        }
        outputs
    }

    /// Copies what somebody else put into the folder: every file, link and empty folder that the record of the earlier
    /// build does not name and that this build does not write.
    fn keep_foreign(&self, folder: &Path, fresh: &Path) -> io::Result<()> {
        let record = fs::read(folder.join(BUILD_RECORD)).unwrap_or_default();
        let record: serde_json::Value = serde_json::from_slice(&record).unwrap_or_default();
        let named = |path: &str| {
            let files = record["files"].as_array();
            path == BUILD_RECORD || files.is_some_and(|files| files.iter().any(|file| file["path"] == path))
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
            if named(&path) || self.0.contains_key(&path) {
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
    replace(&folder.join(SITE_RECORD), site.record().as_bytes())
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

/// Writes a new file that only its owner may read; one that is there already is an error.
pub fn write_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a new file; one that is there already is not touched.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The SHA-256 of some bytes in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    crate::delivery::hex(&Sha256::digest(bytes))
}
