//! The cases that are directories. `BULLETIN_UPDATE=1 cargo test cases` writes what is printed as
//! the new expectation, to be reviewed before it is committed.

use std::fs;

use crate::desk::{Desk, copy, project};

/// Runs every case.
#[test]
fn every_case_prints_what_is_expected() {
    let folder = project().join("tests/cases");
    let update = std::env::var_os("BULLETIN_UPDATE").is_some();
    let mut wrong = Vec::new();
    let mut names: Vec<_> =
        fs::read_dir(&folder).expect("cases").flatten().map(|entry| entry.path()).collect();
    names.sort();
    assert!(names.len() >= 11, "the cases are gone");
    for case in names {
        let printed = run(&case);
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        if update {
            fs::write(case.join("expected.txt"), &printed).expect("written");
        } else if printed != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- printed\n{printed}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What a case prints: its command, exit code, standard output and standard error.
fn run(case: &std::path::Path) -> String {
    let desk = Desk::base();
    copy(case, desk.root());
    let _ = fs::remove_file(desk.path("expected.txt"));
    // A file in `gone` is taken out of the smallest cluster.
    for gone in fs::read_to_string(desk.path("gone")).unwrap_or_default().lines() {
        fs::remove_file(desk.path(gone)).expect("was there");
    }
    let line = fs::read_to_string(desk.path("command")).unwrap_or_else(|_| "check".into());
    let args: Vec<&str> = line.split_whitespace().collect();
    let outcome = desk.run(&args);
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
