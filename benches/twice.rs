//! Builds a cluster's newest issue twice in one process, the second time after one word of a text was
//! edited, as a preview does: `cargo bench --bench twice [-- CLUSTER]`, without one the worked example.
//! It prints what each stage took, and which part of the first the second took.

#![allow(clippy::print_stdout)] // a bench says what it did

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use bulletin::issue::{self, Stage};
use bulletin::pipeline::{Folder, Kept, Progress, Wanted, build, checked};

/// How often it is built again in a process: of all of them the middle one counts.
const ROUNDS: usize = 9;

/// How many processes are measured: a first build is one only once in each.
const PROCESSES: usize = 9;

/// The word that asks for one process's measure.
const ONE: &str = "--one";

/// The name of all stages together.
const ALL: &str = "all";

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

/// Builds, and says what it took, by stage.
fn built(root: &Path, kept: &mut Kept) -> BTreeMap<String, Duration> {
    let start = Instant::now();
    let mut watch = Watch { stage: "begin".into(), since: start, taken: BTreeMap::new() };
    let folder = Folder { root: root.to_path_buf(), config: None, as_of: None, today: None };
    let mut loaded = folder.load(kept, &mut watch).expect("a configuration");
    let mut findings = std::mem::take(&mut loaded.findings);
    let month = issue::newest(&loaded.cluster).expect("a month");
    let editions =
        checked(&loaded, &folder, month, Stage::Draft, &mut findings, &mut watch).expect("no fatal finding");
    let wanted = Wanted { only: None, pages: false, no_pdf: false, now: jiff::Timestamp::UNIX_EPOCH };
    let built = build(&editions, &loaded, wanted, &mut findings, &mut watch).expect("built");
    assert!(!built.newsletters.is_empty());
    watch.stage("");
    watch.taken.insert(ALL.into(), start.elapsed());
    watch.taken
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

/// One process: the first build, and the middle one of those after an edit, by stage.
fn measured(cluster: &Path) -> [BTreeMap<String, Duration>; 2] {
    let desk = tempfile::tempdir().expect("a folder");
    copy(cluster, desk.path());
    let mut kept = Kept::between_builds();
    let first = built(desk.path(), &mut kept);
    let path = text(desk.path());
    let mut later = Vec::new();
    for round in 0..ROUNDS {
        let words = fs::read_to_string(&path).expect("a text");
        fs::write(&path, format!("{} Edited{round}.\n", words.trim_end())).expect("written");
        later.push(built(desk.path(), &mut kept));
    }
    later.sort_by_key(|stages| stages[ALL]);
    [first, later.swap_remove(ROUNDS / 2)]
}

/// The middle one of some durations, in milliseconds.
fn median(mut durations: Vec<f64>) -> f64 {
    durations.sort_by(f64::total_cmp);
    durations[durations.len() / 2]
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let cluster = words.iter().find(|word| *word != ONE);
    let cluster = cluster.map_or(env!("CARGO_MANIFEST_DIR"), String::as_str);
    if words.iter().any(|word| word == ONE) {
        let [first, again] = measured(Path::new(cluster));
        for (stage, took) in &first {
            let again = again.get(stage).copied().unwrap_or_default();
            println!("{stage}\t{}\t{}", took.as_secs_f64() * 1e3, again.as_secs_f64() * 1e3);
        }
        return;
    }
    let own = std::env::current_exe().expect("this program");
    let mut stages: BTreeMap<String, [Vec<f64>; 3]> = BTreeMap::new();
    for _ in 0..PROCESSES {
        let output = Command::new(&own).args([ONE, cluster]).output().expect("it runs");
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [stage, first, again] = cells[..] else { continue };
            let [first, again] = [first, again].map(|cell| cell.parse::<f64>().expect("a number"));
            let all = stages.entry(stage.to_string()).or_default();
            all[0].push(first);
            all[1].push(again);
            all[2].push(again / first);
        }
    }
    println!("{PROCESSES} processes, {ROUNDS} edits in each; medians, in ms");
    println!("stage            first   again");
    for (stage, [first, again, _]) in &stages {
        println!("{stage:14} {:7.1} {:7.1}", median(first.clone()), median(again.clone()));
    }
    let ratios = &stages[ALL][2];
    let [least, most] = [f64::min, f64::max].map(|of| ratios.iter().copied().reduce(of).unwrap_or(f64::NAN));
    println!("again, as a part of the first: {:.3} ({least:.3} to {most:.3})", median(ratios.clone()));
}
