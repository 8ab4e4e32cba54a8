//! What an issue was made of: one list, from which the report's hash, the build's record and the plan
//! of a run are taken.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Loaded;
use crate::layouts::Layouts;
use crate::model::Sent;
use crate::sources::CONFIG_FILE;
use crate::value::{Month, sha256};

/// Folders whose files each belong to a month.
const MONTHLY: [&str; 3] = ["sources/updates/", "sources/issues/", "sources/meetings/"];

/// The files that an issue was made of.
#[derive(Debug)]
pub struct Inputs<'l> {
    /// The issue.
    month: Month,
    /// The sources by path; of what was sent only what was sent before the month.
    sources: BTreeMap<&'l str, Cow<'l, str>>,
    layouts: &'l Layouts,
}

impl<'l> Inputs<'l> {
    /// What the issue of a month is made of.
    pub fn of(loaded: &'l Loaded, month: Month) -> Self {
        let mut sources = BTreeMap::new();
        for file in loaded.sources.files.values() {
            let text = match Sent::is_file(&file.path) {
                true => {
                    let sent = loaded.cluster.sent.iter().filter(|sent| sent.issue < month);
                    Cow::Owned(Sent::write_all(&sent.cloned().collect::<Vec<_>>()))
                }
                false => Cow::Borrowed(&*file.text),
            };
            if !text.is_empty() {
                sources.insert(&*file.path, text);
            }
        }
        Self { month, sources, layouts: &loaded.layouts }
    }

    /// The hash over all sources, as the report prints it.
    pub fn sources_hash(&self) -> String {
        let files = self.sources.iter();
        let all = files.flat_map(|(path, text)| [path.as_bytes(), b"\0", text.as_bytes(), b"\0"]);
        sha256(&all.collect::<Vec<_>>().concat())
    }

    /// The hash over all layouts.
    pub fn layouts_hash(&self) -> &str {
        self.layouts.hash()
    }

    /// The hash of every file that a message is made of: sources, the configuration but for how it is
    /// delivered, layouts. News, minutes and manifests of later months are not among them: work on the
    /// next issue does not stand in the way of this one.
    pub fn hashes(&self) -> BTreeMap<String, String> {
        let sources = self.sources.iter().filter(|(path, _)| !Sent::is_file(path) && !self.is_later(path));
        let sources = sources.map(|(path, text)| {
            let hash = match *path == CONFIG_FILE {
                true => sha256(without_block(text, "smtp").as_bytes()),
                false => sha256(text.as_bytes()),
            };
            ((*path).to_string(), hash)
        });
        let layouts = self.layouts.below("").map(|(path, bytes)| (format!("layouts/{path}"), sha256(bytes)));
        sources.chain(layouts).collect()
    }

    /// Whether a file belongs to a later month.
    fn is_later(&self, path: &str) -> bool {
        let month = MONTHLY.iter().find_map(|folder| path.strip_prefix(folder));
        month.and_then(|month| month.get(..7)).is_some_and(|month| month > self.month.to_string().as_str())
    }
}

/// A YAML text without one of its blocks: how something is delivered may be put right while it is
/// being delivered.
fn without_block(text: &str, name: &str) -> String {
    let mut inside = false;
    let kept = text.lines().filter(|line| {
        if !line.starts_with([' ', '\t', '#']) && !line.trim().is_empty() {
            inside = line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
        }
        !inside
    });
    kept.collect::<Vec<_>>().join("\n")
}
