//! The cases that are directories: the files of a cluster, the command, what it prints, and in `expected/`
//! the outputs that must come of it. `BULLETIN_UPDATE=1 cargo test cases` writes what is printed as
//! the new expectation, to be reviewed before it is committed.

use std::fs;
use std::path::Path;

use crate::desk::{Desk, copy, files, project};
use crate::example::attached;

/// Runs every case.
#[test]
fn every_case_prints_what_is_expected() {
    let folder = project().join("tests/cases");
    let update = std::env::var_os("BULLETIN_UPDATE").is_some();
    let mut wrong = Vec::new();
    let mut names: Vec<_> =
        fs::read_dir(&folder).expect("cases").flatten().map(|entry| entry.path()).collect();
    names.sort();
    assert!(names.len() >= 74, "the cases are gone");
    for case in names {
        let desk = folder_of(&case);
        let printed = run(&desk, &case);
        outputs(&desk, &case, update, &mut wrong);
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        if update {
            fs::write(case.join("expected.txt"), &printed).expect("written");
        } else if printed != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- printed\n{printed}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The smallest cluster with a case's files over it.
fn folder_of(case: &Path) -> Desk {
    let desk = Desk::base();
    copy(case, desk.root());
    let _ = fs::remove_file(desk.path("expected.txt"));
    let _ = fs::remove_dir_all(desk.path("expected"));
    // A file in `gone` is taken out of the smallest cluster.
    for gone in fs::read_to_string(desk.path("gone")).unwrap_or_default().lines() {
        fs::remove_file(desk.path(gone)).expect("was there");
    }
    desk
}

/// What a case prints: its command, exit code, standard output and standard error.
fn run(desk: &Desk, case: &Path) -> String {
    let line = fs::read_to_string(case.join("command")).unwrap_or_else(|_| "check".into());
    let args: Vec<&str> = line.split_whitespace().collect();
    let outcome = desk.run(&args).ends();
    let root = desk.root().to_string_lossy().into_owned();
    let clean = |text: &str| text.replace(&root, "ROOT").replace('\\', "/");
    format!(
        "$ bulletin {}\nexit {}\n{}{}",
        args.join(" "),
        outcome.code.unwrap_or(-1),
        clean(&outcome.out),
        clean(&outcome.err)
    )
}

/// Compares the outputs that a case expects, below `expected/`: whole files, and of a report, as
/// `report.en.pdf.json`, the data that it prints.
fn outputs(desk: &Desk, case: &Path, update: bool, wrong: &mut Vec<String>) {
    for (path, expected) in files(&case.join("expected")) {
        let made = desk.root().join("output").join(&path);
        let found = match path.strip_suffix(".pdf.json") {
            Some(report) => attached(desk, &format!("output/{report}.pdf")).into_bytes(),
            None => fs::read(&made).unwrap_or_else(|error| panic!("{}: {path}: {error}", case.display())),
        };
        if update {
            fs::write(case.join("expected").join(&path), &found).expect("written");
        } else if found != expected {
            wrong.push(format!("{}: {path} is another\n{}", case.display(), String::from_utf8_lossy(&found)));
        }
    }
}
