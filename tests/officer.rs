//! The questions of `officer.tsv`, answered from the rich cluster's report.

use std::fs;

use bulletin::layouts::Layouts;
use regex::Regex;

use crate::coverage::rendered;
use crate::desk::{Desk, copy, project};

/// The worked example with the rich second month over it, as `tests/rich.sh` makes it.
pub fn rich() -> Desk {
    let desk = Desk::empty();
    copy(&project().join("sources"), &desk.root().join("sources"));
    copy(&project().join("tests/rich"), desk.root());
    fs::remove_file(desk.path("README.md")).expect("the cluster's own README");
    desk
}

/// The pages' texts with single spaces; none if the program refuses to build.
fn pages(desk: &Desk, layouts: &Layouts) -> Vec<String> {
    let built = rendered(desk.root(), layouts);
    let pages = built.map(|built| built.pages).unwrap_or_default();
    let spaced = |text: &str| {
        text.replace(['\u{A0}', '\u{2060}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    pages.iter().map(|page| spaced(&page.text)).collect()
}

#[test]
fn an_officer_finds_an_answer_to_each_question_and_each_comes_from_its_source() {
    let layouts = Layouts::defaults();
    let sheet = fs::read_to_string(project().join("tests/officer.tsv")).expect("the sheet");
    let whole = pages(&rich(), &layouts);
    let mut wrong = Vec::new();
    let rows: Vec<Vec<&str>> =
        sheet.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 12);
    assert_eq!(rows.iter().filter(|row| row[2] == "1").count(), 4, "page 1 alone answers four");
    for row in &rows {
        let [question, answer, page, file, line] = row[..] else { panic!("{row:?}") };
        let answer = Regex::new(answer).expect("a pattern");
        let answered = |pages: &[String]| match page {
            "1" => pages.first().is_some_and(|first| answer.is_match(first)),
            _ => answer.is_match(&pages.join(" ")),
        };
        if !answered(&whole) {
            wrong.push(format!("no answer to {question:?}"));
        }
        let desk = rich();
        match line {
            "" => fs::remove_file(desk.path(file)).expect("the file is there"),
            line => {
                let text = desk.read(file);
                let kept: Vec<&str> = text.lines().filter(|own| !own.contains(line)).collect();
                assert!(kept.len() < text.lines().count(), "{file} has no {line:?}");
                desk.write(file, kept.join("\n") + "\n");
            }
        }
        if answered(&pages(&desk, &layouts)) {
            wrong.push(format!("{question:?} is answered without its source"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}\n{}", whole.join("\n\n"));
}

#[test]
fn the_rich_month_is_whole_in_both_languages() {
    let desk = rich();
    let args = ["build", "2024-05", "-q"];
    desk.run(&args).exits(0);
    for name in
        ["report.en.pdf", "report.el.pdf", "activities.csv", "actions.csv", "indicators.csv", "issue.json"]
    {
        assert!(desk.path("output/2024-05").join(name).exists(), "{name}");
    }
    let first = fs::read(desk.path("output/2024-05/report.el.pdf")).expect("a report");
    // The same bytes in another time zone, with another locale, on one thread.
    let again = rich();
    let mut command = again.command(&args);
    command.env("TZ", "Pacific/Auckland").env("LC_ALL", "el_GR.UTF-8").env("RAYON_NUM_THREADS", "1");
    assert!(command.output().expect("it runs").status.success());
    assert!(first == fs::read(again.path("output/2024-05/report.el.pdf")).expect("a report"));
}
