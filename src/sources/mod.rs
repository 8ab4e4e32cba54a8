//! From the disk to texts: which files there are, what they say, and where each value stands. The only room
//! that knows YAML.
//!
//! In comes a cluster's folder; out go [`Sources`]: each text with its path, and the places of its values,
//! which findings point to. [`read`] is the only function here that touches the disk.
//!
//! ```no_run
//! let sources = bulletin::sources::read("my-cluster".as_ref(), None);
//! for file in sources.files.values() {
//!     println!("{}: {} bytes", file.path, file.text.len());
//! }
//! ```

mod field;
mod front_matter;
pub mod held;
mod places;
mod scan;
mod walk;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

pub use field::{Field, List, TextField};
pub use places::{Places, Scalar};
pub use walk::{MAX_IMAGE_BYTES, PictureError, read, read_configuration, read_image};
pub use yaml::{Level, Reader, fields_of};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Texts};
use crate::value::{Language, sha256};

/// The configuration's file name.
pub const CONFIG_FILE: &str = "bulletin.yaml";

/// What a file's name says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A YAML file.
    Yaml,
    /// Markdown, with or without front matter.
    Markdown,
}

/// One text file of the cluster's folder.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path below the cluster's folder, with forward slashes.
    pub path: Arc<str>,
    /// Its text without a leading byte order mark.
    pub text: Arc<str>,
    /// What it holds.
    pub kind: Kind,
    /// The bytes of its YAML: the whole file, or the front matter with its fences.
    pub yaml: Option<Range<usize>>,
    /// Where the values of its YAML stand, if that could be parsed.
    pub places: Option<Places>,
    /// Where the Markdown body starts.
    pub body: usize,
}

impl SourceFile {
    /// The file name without folder and extension: `recet` of `sources/projects/recet.yaml`.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// What a Markdown file says below its front matter, as twelve digits: they change with any word.
    pub fn wording(&self) -> String {
        let text = self.text[self.body.min(self.text.len())..].replace('\r', "");
        let mut digits = sha256(text.trim().as_bytes());
        digits.truncate(12);
        digits
    }

    /// The place of the value, or else of the key or parent, that a YAML path leads to.
    pub fn place(&self, path: &str) -> Place {
        let range = self.places.as_ref().map_or(0..0, |places| places.nearest(path));
        Place::new(self.path.clone(), range)
    }
}

/// Everything that was read from the cluster's folder.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The cluster's folder; pictures are read below it later.
    pub root: PathBuf,
    /// The text files by path.
    pub files: BTreeMap<Arc<str>, SourceFile>,
    /// The picture files below `sources/`, by path; their bytes are read when they are used.
    pub images: BTreeMap<Arc<str>, PathBuf>,
    /// The files that are not read, each with what is to be said of it: but for the list of recipients,
    /// which the configuration names.
    pub unread: BTreeMap<Arc<str>, Diagnostic>,
    /// What is wrong with the files as files.
    pub findings: Diagnostics,
}

impl Sources {
    /// Makes sources from texts in memory, as a test or `new` needs them.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut sources = Self::default();
        for (path, text) in texts {
            walk::add_text(&mut sources, path, text.to_string());
        }
        sources
    }

    /// The file that a file such as `news.el.md` translates: `news.md`, or `news.en.md` where
    /// English is the default language, if it is there.
    pub fn original(&self, file: &SourceFile, default: &Language) -> Option<&SourceFile> {
        let (stem, _) = file.stem().rsplit_once('.')?;
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let names = [format!("{folder}/{stem}.md"), format!("{folder}/{stem}.{}.md", default.as_str())];
        let found = names.iter().find_map(|name| self.files.get(name.as_str()));
        found.filter(|found| found.path != file.path)
    }

    /// The files directly or deeper below a folder, such as `sources/projects/`.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a SourceFile> {
        self.files.values().filter(move |file| file.path.starts_with(folder))
    }

    /// The texts by path, as printing findings needs them.
    pub fn texts(&self) -> Texts {
        let shown = |file: &SourceFile| match &*file.path == CONFIG_FILE {
            true => without_secrets(&file.text).into(),
            false => file.text.clone(),
        };
        self.files.values().map(|file| (file.path.clone(), shown(file))).collect()
    }

    /// Where a value of an item stands, for findings made after parsing.
    pub fn place(&self, origin: &Origin, field: &str) -> Place {
        let file = self.files.get(&origin.file);
        match (&origin.at, file) {
            (At::Yaml(prefix), Some(file)) => file.place(&join(prefix, field)),
            (At::Text(range), _) => Place::new(origin.file.clone(), range.clone()),
            (At::Yaml(_), None) => Place::file(origin.file.clone()),
        }
    }
}

impl Sources {
    /// Where a list of an item names a value; the list itself if it is not found in it.
    pub fn place_in_list(&self, origin: &Origin, field: &str, value: &str) -> Place {
        let item = (0..).map(|i| self.place(origin, &format!("{field}[{i}]")));
        let list = self.place(origin, field);
        let text = self.files.get(&origin.file).map(|file| &*file.text).unwrap_or_default();
        item.take_while(|place| !place.range.is_empty())
            .take(10_000)
            .find(|place| {
                text.get(place.range.clone()).is_some_and(|typed| typed.trim_matches(['"', '\'']) == value)
            })
            .unwrap_or(list)
    }
}

/// Joins two YAML paths: `events[2]` and `ends` to `events[2].ends`.
pub fn join(prefix: &str, field: &str) -> String {
    match (prefix.is_empty(), field.is_empty() || field.starts_with('[')) {
        (true, _) => field.to_string(),
        (false, true) => format!("{prefix}{field}"),
        (false, false) => format!("{prefix}.{field}"),
    }
}

/// Where an item of the model was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file's path below the cluster's folder.
    pub file: Arc<str>,
    /// The item inside the file.
    pub at: At,
}

/// An item's position inside its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The YAML path of the item; empty for the whole document.
    Yaml(String),
    /// The bytes of the item in Markdown text.
    Text(Range<usize>),
}

impl Origin {
    /// A whole file's YAML.
    pub fn file(file: &SourceFile) -> Self {
        Self { file: file.path.clone(), at: At::Yaml(String::new()) }
    }

    /// An item inside a file's YAML.
    pub fn yaml(file: &SourceFile, path: impl Into<String>) -> Self {
        Self { file: file.path.clone(), at: At::Yaml(path.into()) }
    }

    /// An item in Markdown text.
    pub fn text(file: &SourceFile, range: Range<usize>) -> Self {
        Self { file: file.path.clone(), at: At::Text(range) }
    }
}

/// What may be shown of `smtp:`, beside the names of variables, and commands that print a secret.
const SHOWN: &[&str] = &[
    "host",
    "port",
    "security",
    "user",
    "ca",
    "pace",
    "per_second",
    "per_minute",
    "per_hour",
    "per_day",
    "connections",
    "return_path",
    "verp",
    "dsn",
    "retry_seconds",
    "attempts",
    "wait_minutes",
    "send_within_hours",
];

/// A configuration as it may be shown: below `smtp:`, where somebody may have typed a password under
/// whatever name, stars stand for what is not known to be harmless, as many bytes, so that no place
/// moves.
fn without_secrets(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let (key, value) = line.split_once(':').unwrap_or(("", line));
        if !line.starts_with([' ', '\t', '#', '\r', '\n']) {
            inside = key == "smtp";
        }
        let name = key.trim();
        let variable = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let harmless = value.trim().is_empty()
            || SHOWN.contains(&name)
            || name.ends_with("_command")
            || name.ends_with("_env") && value.trim().chars().all(variable)
            || line.trim_start().starts_with('#');
        let secret = ["pass", "secret", "token"].iter().any(|word| name.to_lowercase().contains(word));
        if !(inside || secret) || harmless {
            shown.push_str(line);
            continue;
        }
        shown.push_str(key);
        for c in line[key.len()..].chars() {
            match c {
                ':' | ' ' | '\n' | '\r' => shown.push(c),
                other => shown.extend(std::iter::repeat_n('*', other.len_utf8())),
            }
        }
    }
    shown
}
