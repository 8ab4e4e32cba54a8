//! Writes what the report's layout sees into a folder, for `benches/report.sh`, which gives it to
//! another compiler. `cargo bench --bench world -- CLUSTER FOLDER`.

#![allow(clippy::print_stdout)] // a bench says what it did

use std::path::Path;

use bulletin::diagnostic::Diagnostics;
use bulletin::issue::{self, Stage};
use bulletin::pipeline::{Folder, Kept, Quiet, checked};
use bulletin::report;

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let [root, target] = paths.as_slice() else {
        println!("world: nothing to write; benches/report.sh gives it a cluster and a folder");
        return;
    };
    let folder = Folder { root: root.into(), config: None, as_of: None, today: None };
    let loaded = folder.load(&mut Kept::default(), &mut Quiet).expect("a configuration");
    let mut findings = Diagnostics::new();
    let month = issue::newest(&loaded.cluster).expect("a month");
    let editions =
        checked(&loaded, &folder, month, Stage::Draft, &mut findings, &mut Quiet).expect("a draft");
    let edition = &editions[0];
    let pictures = loaded.pictures(&issue::needed(edition), &mut findings);
    let data =
        report::report_data(edition, &loaded.words[&edition.language], (&loaded.layouts, &loaded.theme), "");
    let files = report::virtual_files(edition, &data, &pictures, &loaded.layouts).expect("JSON");
    for (path, bytes) in files {
        let path = Path::new(target).join(path.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
}
