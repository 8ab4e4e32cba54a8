//! Input that nobody should have made: a clear message each, the right exit code, no panic, and the
//! earlier output untouched.

use std::process::Command;

use crate::desk::{Desk, files};

/// Builds once, breaks something, builds again: the message is given and the output is as before.
#[track_caller]
fn refused(break_it: impl FnOnce(&Desk), message: &str) {
    let desk = Desk::base();
    desk.run(&["build", "-q"]).exits(0);
    let before = files(&desk.path("output"));
    break_it(&desk);
    desk.run(&["build"]).exits(1).says(message);
    assert!(files(&desk.path("output")) == before, "the earlier output was touched");
    let left = std::fs::read_dir(desk.path("output")).expect("output").count();
    assert_eq!(left, 1, "something was left behind in output/");
}

/// A project's file.
const PROJECT: &str = "sources/projects/in-plan.yaml";

#[test]
fn a_missing_folder() {
    let remove = |desk: &Desk| std::fs::remove_dir_all(desk.path("sources")).expect("removed");
    refused(remove, "there is no folder `");
    let desk = Desk::empty();
    desk.run(&["build"]).exits(1).says("there is no `").says("`bulletin init` makes a cluster's folder");
    desk.run(&["build", "--root", "nowhere"]).exits(1).says("nowhere");
}

#[test]
fn an_empty_file() {
    refused(|desk| desk.write(PROJECT, ""), "in-plan.yaml:1:1");
    refused(|desk| desk.write(PROJECT, "  \n\n"), "this file is empty");
    refused(|desk| desk.write("bulletin.yaml", ""), "this file is empty");
    refused(|desk| desk.write(PROJECT, "# a comment only\n"), "`acronym` is missing");
    refused(|desk| desk.write("sources/updates/2024-04/recet-empty.md", "\n"), "this file is empty");
}

#[test]
fn a_file_that_is_not_utf_8() {
    let latin = b"acronym: IN-PLAN\ntitle: Caf\xe9\n";
    refused(|desk| desk.write(PROJECT, latin), "in-plan.yaml: is not UTF-8 text (line 2, byte 28)");
    refused(|desk| desk.write(PROJECT, b"\xff\xfea\0"), "is UTF-16, not UTF-8");
}

#[test]
fn a_yaml_file_of_50_megabytes() {
    let text = format!("acronym: IN-PLAN\nsummary: {}\n", "x".repeat(50_000_000));
    refused(|desk| desk.write(PROJECT, text), "is 50.0 MB large; the limit is 1 MB");
}

#[test]
fn an_alias_bomb() {
    let mut text = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (of, name) in ["a", "b", "c", "d", "e", "f", "g", "h"].windows(2).map(|pair| (pair[0], pair[1])) {
        text.push_str(&format!("{name}: &{name} [{}]\n", vec![format!("*{of}"); 9].join(", ")));
    }
    refused(|desk| desk.write(PROJECT, &text), "more than 32 aliases");
    let long = format!("a: &a {}\nlist: [{}]\n", "x".repeat(900_000), "*a, ".repeat(20_000));
    refused(|desk| desk.write(PROJECT, &long), "more than 32 aliases");
    refused(|desk| desk.write(PROJECT, "[".repeat(100_000)), "more than 64 levels of nesting");
    refused(|desk| desk.write(PROJECT, "a: {".repeat(50_000)), "more than 64 levels of nesting");
}

#[test]
fn an_image_path_that_leaves_the_sources() {
    let update = |url: &str| format!("# News\n\nText.\n\n![A picture]({url} \"Photo: A, CC0\")\n");
    for url in ["../../../secret.png", "/etc/passwd", "..%2f..%2f..%2fsecret.png"] {
        let write = |desk: &Desk| {
            desk.write("sources/updates/2024-04/recet-x.md", update(url));
            desk.write("secret.png", "x");
        };
        refused(write, "leaves `sources/`");
    }
    let broken = |desk: &Desk| {
        desk.write("sources/images/broken.png", "no picture");
        desk.write("sources/updates/2024-04/recet-x.md", update("broken.png"));
    };
    refused(broken, "is no picture that is read");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_loop() {
    let link = |desk: &Desk| {
        std::os::unix::fs::symlink(desk.path("sources"), desk.path("sources/images")).expect("a link")
    };
    refused(link, "sources/images: a symbolic link is not followed");
    let out = |desk: &Desk| std::os::unix::fs::symlink("/etc/passwd", desk.path(PROJECT)).expect("a link");
    refused(out, "in-plan.yaml: a symbolic link is not followed");
}

#[test]
fn a_file_that_can_t_be_read() {
    // Permissions do not stop the administrator, under whom tests may run: a folder does.
    refused(
        |desk| std::fs::create_dir(desk.path(PROJECT)).expect("a folder"),
        "in-plan.yaml: is a folder; a file was expected",
    );
    let config = |desk: &Desk| {
        std::fs::remove_file(desk.path("bulletin.yaml")).expect("removed");
        std::fs::create_dir(desk.path("bulletin.yaml")).expect("a folder");
    };
    let desk = Desk::base();
    config(&desk);
    let root = desk.root().to_string_lossy().into_owned();
    desk.run(&["build", "--root", &root]).exits(1).says("bulletin.yaml: is a folder; a file was expected");
}

#[test]
fn a_layout_that_is_broken() {
    let template = |desk: &Desk| desk.write("layouts/newsletter/blocks/stories.hbs", "<h2>{{titel}}</h2>\n");
    refused(template, "layouts/newsletter/blocks/stories.hbs:1:");
    let theme = bulletin::layouts::Layouts::embedded_text("report/theme.typ").expect("a layout");
    let first = "  show heading: set text(fill: ink)\n";
    let broken = theme.replace(first, "  [αβγ]; nowhere\n");
    let line = broken.lines().position(|line| line.contains("nowhere")).expect("a line") + 1;
    let typst = |desk: &Desk| desk.write("layouts/report/theme.typ", &broken);
    refused(typst, &format!("layouts/report/theme.typ:{line}:10"));
    refused(
        |desk| desk.write("layouts/themes/meridian/tokens.yaml", "colours: 3\n"),
        "the tokens can't be read",
    );
    refused(
        |desk| desk.write("layouts/themes/meridian/mail.yaml", "styles: 3\n"),
        "the mail's styles can't be read",
    );
    let endless = theme.replace(first, "  while data.len() > 0 { pagebreak() }\n");
    refused(|desk| desk.write("layouts/report/theme.typ", endless), "infinite");
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_place() {
    let text = "# Νέα\n\nΗ λέξη 漢 δεν υπάρχει.\n";
    refused(
        |desk| desk.write("sources/updates/2024-04/recet-glyph.md", text),
        "sources/updates/2024-04/recet-glyph.md:3:",
    );
}

/// A folder on a disk of its own that is full cannot be made everywhere; then the test says so.
#[cfg(unix)]
#[test]
fn a_full_disk() {
    let desk = Desk::base();
    desk.run(&["build", "-q"]).exits(0);
    let before = files(&desk.path("output/2024-04"));
    let script = format!(
        "mkdir -p full && mount -t tmpfs -o size=256k tmpfs full && cp -r output/2024-04 full/ && rm -rf output && ln -s full output && dd if=/dev/zero of=full/rest bs=1k 2>/dev/null; \
         '{}' build; code=$?; rm -f full/rest; ls -A full; diff -r full/2024-04 kept >/dev/null && echo untouched; exit $code",
        env!("CARGO_BIN_EXE_bulletin")
    );
    crate::desk::copy(&desk.path("output/2024-04"), &desk.path("kept"));
    let probe = Command::new("unshare").args(["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).output();
    if !probe.is_ok_and(|output| output.status.success()) {
        crate::desk::skipped("a full disk could not be tried: `unshare -m mount` is not allowed here");
        return;
    }
    let output = Command::new("unshare")
        .args(["-m", "sh", "-c", &script])
        .current_dir(desk.root())
        .output()
        .expect("runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{out}\n{err}");
    assert!(err.contains("the disk is full"), "{err}");
    assert!(out.contains("untouched"), "{out}\n{err}");
    assert_eq!(
        out.lines().filter(|line| *line != "untouched").collect::<Vec<_>>(),
        ["2024-04"],
        "left behind"
    );
    assert!(!before.is_empty());
}
