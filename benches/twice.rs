//! Builds a cluster's newest issue twice in one process, the second time after one word of a text was
//! edited, as a preview does: `cargo bench --bench twice [-- CLUSTER]`, without one the worked example.
//! It prints what each stage took, and the second build's part of the first.

#![allow(clippy::print_stdout)] // a bench says what it did

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bulletin::issue::{self, Stage};
use bulletin::pipeline::{Folder, Kept, Progress, Wanted, build, checked};

/// How often it is built again: of all of them the middle one counts.
const ROUNDS: usize = 15;

/// What each stage took.
struct Watch {
    /// The stage that goes on.
    stage: String,
    /// When it began.
    since: Instant,
    /// The stages before.
    taken: BTreeMap<String, Duration>,
}

impl Progress for Watch {
    fn stage(&mut self, name: &str) {
        let stage = std::mem::replace(&mut self.stage, name.to_string());
        *self.taken.entry(stage).or_default() += self.since.elapsed();
        self.since = Instant::now();
    }
}

/// Builds, and says what it took.
fn built(root: &Path, kept: &mut Kept) -> (Duration, BTreeMap<String, Duration>) {
    let start = Instant::now();
    let mut watch = Watch { stage: "begin".into(), since: start, taken: BTreeMap::new() };
    let folder = Folder { root: root.to_path_buf(), config: None, as_of: None };
    let mut loaded = folder.load(kept, &mut watch).expect("a configuration");
    let mut findings = std::mem::take(&mut loaded.findings);
    let month = issue::newest(&loaded.cluster).expect("a month");
    let editions =
        checked(&loaded, &folder, month, Stage::Draft, &mut findings, &mut watch).expect("no fatal finding");
    let wanted = Wanted { only: None, now: jiff::Timestamp::UNIX_EPOCH };
    let built = build(&editions, &loaded, wanted, &mut findings, &mut watch).expect("built");
    assert!(!built.newsletters.is_empty());
    watch.stage("");
    (start.elapsed(), watch.taken)
}

/// The longest update of the newest month.
fn text(root: &Path) -> PathBuf {
    let mut texts: Vec<PathBuf> = walkdir::WalkDir::new(root.join("sources/updates"))
        .into_iter()
        .flatten()
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    texts.sort_by_key(|path| {
        (path.parent().map(Path::to_path_buf), fs::metadata(path).map_or(0, |file| file.len()))
    });
    texts.pop().expect("an update")
}

/// Copies a cluster.
fn copy(from: &Path, to: &Path) {
    for part in ["bulletin.yaml", "sources", "layouts"] {
        for entry in walkdir::WalkDir::new(from.join(part)).into_iter().flatten() {
            let target = to.join(entry.path().strip_prefix(from).expect("below it"));
            match entry.file_type().is_dir() {
                true => fs::create_dir_all(target).expect("made"),
                false => fs::copy(entry.path(), target).map(|_| ()).expect("copied"),
            }
        }
    }
}

fn main() {
    let cluster = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let cluster = cluster.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let desk = tempfile::tempdir().expect("a folder");
    copy(Path::new(&cluster), desk.path());
    let mut kept = Kept::between_builds();
    let (first, before) = built(desk.path(), &mut kept);
    let path = text(desk.path());
    let mut later = Vec::new();
    for round in 0..ROUNDS {
        let words = fs::read_to_string(&path).expect("a text");
        fs::write(&path, format!("{} Edited {round}.\n", words.trim_end())).expect("written");
        later.push(built(desk.path(), &mut kept));
    }
    later.sort_by_key(|(took, _)| *took);
    let (second, after) = &later[later.len() / 2];
    println!("stage          first    again (median of {}), in ms", later.len());
    for (stage, took) in &before {
        let again = after.get(stage).copied().unwrap_or_default();
        println!("{stage:12} {:7.1} {:7.1}", took.as_secs_f64() * 1e3, again.as_secs_f64() * 1e3);
    }
    println!("all          {:7.1} {:7.1}", first.as_secs_f64() * 1e3, second.as_secs_f64() * 1e3);
    println!("ratio        {:.3}", second.as_secs_f64() / first.as_secs_f64());
}
