//! Notices that a cluster's files changed: by what the system tells, or by looking now and then. Only other
//! content is a change; what programs leave beside a file that is being edited is none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::WalkDir;

use super::PreviewError;
use crate::sources::CONFIG_FILE;
use crate::value::sha256_bytes;

/// How long it must be quiet before a change is told: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// How many of these pauses are waited for at most, where a program writes without end.
const PAUSES: usize = 20;

/// How often a folder is looked at that tells nothing by itself.
const POLL: Duration = Duration::from_millis(400);

/// The folders that are followed, below the cluster's.
const FOLDERS: &[&str] = &["sources", "layouts"];

/// The files that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Their paths below the cluster's folder.
    pub files: Vec<String>,
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    /// Its size and when it was written.
    written: (u64, Option<SystemTime>),
    /// The hash of its content.
    hash: [u8; 32],
}

/// Follows a cluster's files.
pub struct Follow {
    root: PathBuf,
    known: BTreeMap<PathBuf, Known>,
    /// What tells of changes; nothing where the folder is looked at now and then.
    told: Option<(RecommendedWatcher, Receiver<()>)>,
    /// The folders that are watched at present.
    watched: BTreeSet<&'static str>,
}

impl Follow {
    /// Follows a folder from now on; `poll` looks at it now and then, for network drives that tell nothing.
    ///
    /// # Errors
    ///
    /// If the system watches no folder.
    pub fn new(root: &Path, poll: bool) -> Result<Self, PreviewError> {
        let failed = |error: notify::Error| PreviewError::Watch(root.to_path_buf(), error.to_string());
        let told = match poll {
            true => None,
            false => {
                let (tell, told) = mpsc::channel();
                let watcher = notify::recommended_watcher(move |_| {
                    // Whoever follows no more needs no telling.
                    let _ = tell.send(());
                });
                let mut watcher = watcher.map_err(failed)?;
                watcher.watch(root, RecursiveMode::NonRecursive).map_err(failed)?;
                Some((watcher, told))
            }
        };
        let mut follow =
            Self { root: root.to_path_buf(), known: BTreeMap::new(), told, watched: BTreeSet::new() };
        follow.watch_folders();
        follow.changed();
        Ok(follow)
    }

    /// Watches the folders that are there, and those that come.
    fn watch_folders(&mut self) {
        let Some((watcher, _)) = &mut self.told else { return };
        for folder in FOLDERS {
            let path = self.root.join(folder);
            match path.is_dir() {
                true if !self.watched.contains(folder) => {
                    if watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                        self.watched.insert(folder);
                    }
                }
                true => {}
                false => {
                    self.watched.remove(folder);
                }
            }
        }
    }

    /// Waits for the next change; `None` if none came within the time, if there is one.
    pub fn next(&mut self, within: Option<Duration>) -> Option<Change> {
        let mut waited = Duration::ZERO;
        loop {
            let step = within.map_or(POLL, |within| POLL.min(within.saturating_sub(waited)));
            if within.is_some_and(|within| waited >= within) {
                return None;
            }
            match &self.told {
                None => std::thread::sleep(step),
                Some((_, told)) => match told.recv_timeout(step) {
                    Ok(()) => {
                        let more = || told.recv_timeout(QUIET).is_ok();
                        (0..PAUSES).take_while(|_| more()).for_each(drop);
                    }
                    Err(RecvTimeoutError::Timeout) => {
                        waited += step;
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => return None,
                },
            }
            waited += step;
            self.watch_folders();
            let files = self.changed();
            if !files.is_empty() {
                return Some(Change { files });
            }
        }
    }

    /// The files whose content is another than it was, or that came or went.
    fn changed(&mut self) -> Vec<String> {
        let mut now = BTreeMap::new();
        for path in self.files() {
            let Ok(meta) = fs::metadata(&path) else { continue };
            let written = (meta.len(), meta.modified().ok());
            let known = self.known.get(&path).filter(|known| known.written == written).cloned();
            // A file that is being replaced right now is looked at again with the next change.
            let read = || Some(Known { written, hash: sha256_bytes(&fs::read(&path).ok()?) });
            if let Some(known) = known.or_else(read) {
                now.insert(path, known);
            }
        }
        let hash = |all: &BTreeMap<PathBuf, Known>, path: &PathBuf| all.get(path).map(|known| known.hash);
        let all: BTreeSet<&PathBuf> = now.keys().chain(self.known.keys()).collect();
        let changed = all.into_iter().filter(|path| hash(&now, path) != hash(&self.known, path));
        let below = |path: &PathBuf| {
            path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
        };
        let changed = changed.map(below).collect();
        self.known = now;
        changed
    }

    /// The files that are followed.
    fn files(&self) -> Vec<PathBuf> {
        let below =
            FOLDERS.iter().flat_map(|folder| WalkDir::new(self.root.join(folder)).into_iter().flatten());
        let files = below.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
        let own = [self.root.join(CONFIG_FILE)];
        files.filter(|path| !is_passing(path)).chain(own).collect()
    }
}

/// Whether a file is one that programs keep beside another while it is edited.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ["~$", ".~lock.", ".#"].iter().any(|begin| name.starts_with(begin))
        || ["~", ".swp", ".swx", ".tmp", ".crdownload"].iter().any(|end| name.ends_with(end))
        || matches!(&*name, "4913" | ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a text, followed.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let text = folder.path().join("sources/news.md");
        fs::create_dir_all(folder.path().join("sources")).expect("made");
        fs::write(&text, "one").expect("written");
        (folder, text)
    }

    /// The files of the next change, if one comes soon.
    fn next(follow: &mut Follow) -> Vec<String> {
        follow.next(Some(Duration::from_millis(1500))).map(|change| change.files).unwrap_or_default()
    }

    #[test]
    fn other_content_is_a_change_and_a_touched_or_passing_file_is_none() {
        for poll in [false, true] {
            let (folder, text) = folder();
            let mut follow = Follow::new(folder.path(), poll).expect("followed");
            fs::write(&text, "other").expect("written");
            assert_eq!(next(&mut follow), ["sources/news.md"], "poll: {poll}");
            // Replaced by renaming, as editors do.
            fs::write(folder.path().join("sources/.news.md~"), "third").expect("written");
            fs::rename(folder.path().join("sources/.news.md~"), &text).expect("renamed");
            assert_eq!(next(&mut follow), ["sources/news.md"], "poll: {poll}");
            fs::write(&text, "third").expect("written");
            fs::write(folder.path().join("sources/~$news.md"), "lock").expect("written");
            assert_eq!(follow.next(Some(Duration::from_millis(500))), None, "poll: {poll}");
            // A folder that comes, with a file in it, and one that goes.
            fs::create_dir_all(folder.path().join("layouts/words")).expect("made");
            fs::write(folder.path().join("layouts/words/en.ftl"), "a = b").expect("written");
            assert_eq!(next(&mut follow), ["layouts/words/en.ftl"], "poll: {poll}");
            fs::remove_dir_all(folder.path().join("sources")).expect("removed");
            assert_eq!(next(&mut follow), ["sources/news.md"], "poll: {poll}");
        }
    }
}
