//! What was gathered before: so that a second run adds what is new, and nothing twice.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file in `state/` that remembers.
const FILE: &str = "gathered.tsv";

/// What becomes of a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    New,
    /// It was gathered before, the same: into this file.
    Known(String),
    /// It was gathered before and is another now: into this file.
    Changed(String),
}

/// What was gathered, by what it is known by.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The hash of the original, and the file that was made of it.
    known: BTreeMap<String, (String, String)>,
    /// The state folder.
    state: PathBuf,
}

impl Gathered {
    /// Reads what was gathered before.
    ///
    /// # Errors
    ///
    /// If the file is there and can't be read.
    pub fn read(state: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(state.join(FILE)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let line = |line: &str| {
            let mut cells = line.split('\t').map(str::to_string);
            Some((cells.next()?, (cells.next()?, cells.next()?)))
        };
        Ok(Self { known: text.lines().filter_map(line).collect(), state: state.to_path_buf() })
    }

    /// What becomes of a contribution.
    pub fn fate(&self, identity: &str, sha256: &str) -> Fate {
        match self.known.get(&plain(identity)) {
            None => Fate::New,
            Some((known, path)) if known == sha256 => Fate::Known(path.clone()),
            Some((_, path)) => Fate::Changed(path.clone()),
        }
    }

    /// Notes that a file was made of a contribution.
    pub fn note(&mut self, identity: &str, sha256: &str, path: &str) {
        self.known.insert(plain(identity), (sha256.to_string(), path.to_string()));
    }

    /// Keeps an original, and what was taken away of it. Where a file of that hash is there, it stays.
    ///
    /// # Errors
    ///
    /// If it can't be written.
    pub fn keep(&self, sha256: &str, (bytes, ending): &(Vec<u8>, &str), removed: &str) -> io::Result<()> {
        let folder = self.state.join("originals");
        fs::create_dir_all(&folder)?;
        let name = &sha256[..sha256.len().min(16)];
        for (file, bytes) in [
            (format!("{name}.{ending}"), bytes.as_slice()),
            (format!("{name}.removed.txt"), removed.as_bytes()),
        ] {
            let path = folder.join(file);
            if bytes.is_empty() || path.exists() {
                continue;
            }
            crate::system::private_file(&path)?;
            fs::write(&path, bytes)?;
        }
        Ok(())
    }

    /// Writes what is remembered.
    ///
    /// # Errors
    ///
    /// If it can't be written.
    pub fn write(&self) -> io::Result<()> {
        fs::create_dir_all(&self.state)?;
        let line = |(identity, (sha256, path)): (&String, &(String, String))| {
            format!("{identity}\t{sha256}\t{path}\n")
        };
        let text: String = self.known.iter().map(line).collect();
        let file = tempfile::NamedTempFile::new_in(&self.state)?;
        fs::write(file.path(), text)?;
        file.persist(self.state.join(FILE)).map_err(|error| error.error)?;
        Ok(())
    }
}

/// What a contribution is known by, in a cell.
fn plain(identity: &str) -> String {
    identity.replace(['\t', '\n', '\r'], " ")
}
