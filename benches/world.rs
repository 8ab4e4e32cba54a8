//! Writes what the report's layout sees into a folder, for `benches/report.sh`, which gives it to
//! another compiler. `cargo bench --bench world -- CLUSTER FOLDER`.

#![allow(clippy::print_stdout)] // a bench says what it did

use std::collections::BTreeMap;
use std::path::Path;

use bulletin::diagnostic::Diagnostics;
use bulletin::issue::{self, Aids, Pictures, Stage};
use bulletin::layouts::Layouts;
use bulletin::model::Cluster;
use bulletin::report;
use bulletin::sources;
use bulletin::words::Words;

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let [root, target] = paths.as_slice() else {
        println!("world: nothing to write; benches/report.sh gives it a cluster and a folder");
        return;
    };
    let mut findings = Diagnostics::new();
    let layouts = Layouts::read(Path::new(root), &mut findings);
    let sources = sources::read(Path::new(root), None);
    let mut cluster = Cluster::parse(&sources, &mut findings).expect("a cluster");
    issue::resolve(&mut cluster, &sources, &mut findings);
    let month = issue::newest(&cluster).expect("a month");
    let edition = issue::assemble(&sources, &cluster, month, &cluster.config.language, None, Stage::Draft);
    let words = BTreeMap::from([(edition.language.clone(), Words::load(&layouts, &edition.language))]);
    let aids = Aids { fonts: layouts.font_coverage(), words: &words };
    let edition = issue::check(edition, &aids, &mut findings).expect("a draft");
    let pictures = Pictures::read(&sources, &issue::needed(&edition), &layouts, &mut findings);
    let data = report::report_data(&edition, &words[&edition.language], &layouts, "");
    let data = serde_json::to_vec_pretty(&data).expect("JSON");
    for (path, bytes) in report::virtual_files(&edition, &data, &pictures, &layouts) {
        let path = Path::new(target).join(path.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
}
