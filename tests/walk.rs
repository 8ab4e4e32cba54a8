//! A newcomer's walk: the real program is driven through *Your first issue*, exactly as the book prints it.

use std::fs;
use std::path::PathBuf;

use crate::desk::{Desk, project, shell_words};

/// What a page of the book has one do.
enum Step {
    /// Type a command, and read what it says.
    Type(String, Vec<String>),
    /// Write a file.
    Write(String, String),
    /// Add to a file.
    Add(String, String),
    /// Delete a file.
    Delete(String),
}

/// The steps of a page, in its order.
fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = text.lines();
    let mut above = "";
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```") else {
            let gone = line.strip_prefix("Delete `").and_then(|rest| rest.strip_suffix('`'));
            steps.extend(gone.map(|file| Step::Delete(file.to_string())));
            above = line;
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let file = |line: &str| Some(line.strip_prefix('`')?.strip_suffix('`')?.to_string());
        match (kind, above.strip_prefix("Add to ").and_then(file), file(above)) {
            ("console", ..) => {
                for line in body {
                    match (line.strip_prefix("$ "), steps.last_mut()) {
                        (Some(command), _) => steps.push(Step::Type(command.to_string(), vec![])),
                        (None, Some(Step::Type(_, said))) => said.push(line.to_string()),
                        (None, _) => panic!("{line:?} stands below no command"),
                    }
                }
            }
            ("sh", ..) => {}
            (_, Some(file), _) => steps.push(Step::Add(file, body.join("\n") + "\n")),
            (_, None, Some(file)) => steps.push(Step::Write(file, body.join("\n") + "\n")),
            _ => panic!("nothing says which file this is: {body:?}"),
        }
        above = "";
    }
    steps
}

#[test]
fn the_first_issue_is_made_as_the_book_prints_it() {
    let page = fs::read_to_string(project().join("docs/first-issue.md")).expect("the page");
    let steps = steps(&page);
    assert!(steps.len() > 20, "the page is read");
    let desk = Desk::empty();
    let mut here = PathBuf::from(".");
    let mut mistakes = 0;
    for step in steps {
        match step {
            Step::Write(file, text) => desk.write(&here.join(file).to_string_lossy(), text),
            Step::Delete(file) => {
                fs::remove_file(desk.path(&here.join(file).to_string_lossy())).expect("deleted")
            }
            Step::Add(file, text) => {
                let file = here.join(file).to_string_lossy().into_owned();
                desk.write(&file, desk.read(&file) + &text);
            }
            Step::Type(command, said) => {
                let words = shell_words(&command);
                match &*words[0] {
                    "cd" => here = here.join(&words[1]),
                    "bulletin" => {
                        let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
                        let mut run = desk.command(&arguments);
                        run.current_dir(desk.path(&here.to_string_lossy()));
                        let outcome = desk.output(&mut run).ends();
                        let wrong = said.iter().any(|line| line.starts_with("error"));
                        mistakes += usize::from(wrong);
                        let all = format!("{}{}", outcome.out, outcome.err);
                        assert_eq!(outcome.code, Some(i32::from(wrong)), "{command}\n{all}");
                        for part in
                            said.iter().flat_map(|line| line.split('…')).filter(|part| !part.is_empty())
                        {
                            assert!(all.contains(part), "`{command}` does not say {part:?}:\n{all}");
                        }
                    }
                    other => panic!("nobody knows {other}"),
                }
            }
        }
    }
    assert_eq!(mistakes, 3, "three typical mistakes");
    assert!(desk.path("my-cluster/output/2024-05/report.en.pdf").is_file());
    assert!(desk.path("my-cluster/state/outbox/new").read_dir().expect("an outbox").count() == 1);
}

#[test]
fn the_book_names_every_page_and_its_links_lead_somewhere() {
    let docs = project().join("docs");
    let summary = fs::read_to_string(docs.join("SUMMARY.md")).expect("the summary");
    let mut pages: Vec<String> = fs::read_dir(&docs)
        .expect("the book")
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".md") && name != "SUMMARY.md")
        .collect();
    pages.sort();
    for page in &pages {
        assert!(summary.contains(&format!("({page})")), "SUMMARY.md does not name {page}");
    }
    let all = pages
        .iter()
        .map(|page| docs.join(page))
        .chain(["README.md", "CONTRIBUTING.md"].map(|page| project().join(page)));
    for page in all.chain([docs.join("SUMMARY.md")]) {
        let text = fs::read_to_string(&page).expect("readable");
        let folder = page.parent().expect("a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let outside = link.contains("://") || link.starts_with("mailto:") || target.is_empty();
            // Examples of pictures are no links of the book's.
            let example = link.contains(' ') || link.ends_with(".jpg") || link.contains('…');
            assert!(
                outside || example || folder.join(target).exists(),
                "{}: {link} leads nowhere",
                page.display()
            );
        }
    }
}
