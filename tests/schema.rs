//! One source for fields: what reads them makes schemas, tables and explanations; new files pass the checks or
//! say what to fill in. Schemas are held against YAML files by another program in `tests/schemas.py`.

use std::fmt::Write;

use bulletin::diagnostic::rules;
use bulletin::model::FILE_KINDS;

use crate::desk::{Desk, project, shell_words};

/// Compares a document with what the program would write, or writes it where that was asked for.
fn is_written(path: &str, wanted: &str) {
    let file = project().join(path);
    if std::env::var_os("BULLETIN_UPDATE").is_some() {
        std::fs::write(&file, wanted).expect("written");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        there == wanted,
        "{path} is not what the types say: BULLETIN_UPDATE=1 cargo test schema:: writes it anew"
    );
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn the_table_of_fields_is_what_the_types_say() {
    let mut text = "# Every file, every field\n\nMade from the types that read the files; `bulletin explain project.budget_eur` says the same on the command line. **Fields in bold** must be there.\n".to_string();
    for kind in FILE_KINDS {
        let name = kind.name;
        write!(
            text,
            "\n## {name}\n\n{}\n\n{}\n\n| field | typed | meaning |\n|---|---|---|\n",
            kind.files,
            kind.meaning()
        )
        .expect("into a string");
        for field in kind.fields() {
            assert!(!field.meaning.is_empty(), "{name}.{} says nothing of itself", field.path);
            let mark = if field.required { "**" } else { "" };
            let words: Vec<String> =
                field.words.iter().map(|(word, said)| format!("`{word}`: {said}")).collect();
            let typed = if words.is_empty() { field.typed.clone() } else { words.join(" ") };
            writeln!(text, "| {mark}{}{mark} | {} | {} |", field.path, cell(&typed), cell(&field.meaning))
                .expect("into a string");
        }
    }
    is_written("docs/fields.md", &text);
}

#[test]
fn the_page_of_rules_is_what_the_table_says() {
    let mut text = "# When something goes wrong\n\nEvery finding has a rule; `bulletin check` ends with their names, and `bulletin explain RULE` says the same as this page. A warning about something that can't be changed is accepted for the whole cluster in `bulletin.yaml`, with the reason; errors can't be:\n\n```yaml\naccept:\n  - {rule: grant-number, reason: \"the agreements are signed in June\"}\n  - {rule: small-image, in: sources/issues/2024-05.yaml, reason: \"there is no other picture\"}\n```\n\n| rule | why it is there | what to do |\n|---|---|---|\n".to_string();
    for rule in rules() {
        writeln!(text, "| <a id=\"{0}\"></a>`{0}` | {1} | {2} |", rule.name, cell(rule.why), cell(rule.cure))
            .expect("into a string");
    }
    is_written("docs/rules.md", &text);
}

#[test]
fn fields_and_rules_are_explained() {
    let desk = Desk::base();
    desk.run(&["explain", "project.budget_eur"]).exits(0).prints("in euro").prints("1473926.71");
    desk.run(&["explain", "update.audience"]).exits(0).prints("internal");
    desk.run(&["explain", "bulletin.look.accent"]).exits(0).prints("accent colour");
    desk.run(&["explain", "indicators.values.period"]).exits(0).prints("2024-Q2");
    desk.run(&["explain", "update"]).exits(0).prints("embargo_until");
    desk.run(&["explain", "grant-number"]).exits(0).prints("What to do:").prints("rules.html#grant-number");
    desk.run(&["explain", "embargo_until"]).exits(0).prints("update.embargo_until");
    desk.run(&["explain", "timezone"]).exits(0).prints("bulletin.timezone").prints("events.timezone");
    desk.run(&["explain"]).exits(0).prints("Rules:");
    desk.run(&["explain", "project.budget"]).exits(2).says("did you mean `project.budget_eur`?");
    desk.run(&["explain", "grant-numbers"]).exits(2).says("did you mean `grant-number`?");
    desk.run(&["schema", "project"]).exits(0).prints("\"budget_eur\"").prints("draft-07");
    desk.run(&["schema", "projcet"]).exits(2).says("did you mean `project`?");
    desk.run(&["schema", "--write"]).exits(0).prints("schemas/events.schema.json");
    // The check names the rules.
    desk.run(&["check"]).exits(0).says("by rule: grant-number; `bulletin explain grant-number` says why");
}

#[test]
fn what_cannot_be_changed_is_accepted_in_one_place() {
    let desk = Desk::base();
    desk.run(&["check"]).exits(0).says("grant number unknown");
    let config = desk.read("bulletin.yaml");
    let accepted = |rule: &str, more: &str| {
        desk.write(
            "bulletin.yaml",
            format!("{config}accept:\n  - {{rule: {rule}, reason: \"signed in June\"{more}}}\n"),
        );
    };
    accepted("grant-number", "");
    let outcome = desk.run(&["check"]).exits(0);
    assert!(!outcome.err.contains("grant number"), "{}", outcome.err);
    outcome.says("nothing is wrong");
    desk.run(&["status"]).exits(0).prints("grant-number: signed in June");
    let outcome = desk.run(&["build", "--final"]).exits(0);
    assert!(!outcome.err.contains("grant number"), "{}", outcome.err);
    accepted("grant-number", ", in: sources/projects/other.yaml");
    desk.run(&["check"]).exits(0).says("grant number unknown");
    accepted("grant-numbr", "");
    desk.run(&["check"]).exits(1).says("there is no rule `grant-numbr`").says("did you mean `grant-number`?");
    // An error is none that anybody may accept.
    accepted("unfinished-text", "");
    desk.write("sources/updates/2024-04/recet-more.md", "# More\n\nTODO: write this.\n");
    desk.run(&["build", "--final"]).exits(1).says("TODO");
}

#[test]
fn a_new_cluster_takes_what_is_known_and_builds_at_once() {
    let desk = Desk::empty();
    desk.run(&[
        "init",
        "ours",
        "--name",
        "Συστάδα \"έργων\"",
        "--publisher",
        "ΑΙΣΦΟΡ, Οδός 1, Αθήνα",
        "--from",
        "nea@example.org",
        "--language",
        "el",
        "--project",
        "ΔΗΜΟΣ+",
    ])
    .exits(0)
    .says("bulletin preview --open");
    assert!(
        desk.read("ours/bulletin.yaml")
            .starts_with("# yaml-language-server: $schema=schemas/bulletin.schema.json")
    );
    assert!(desk.read("ours/schemas/bulletin.schema.json").contains("privacy_url"));
    assert!(
        desk.read("ours/sources/projects/demos.yaml").contains("acronym: ΔΗΜΟΣ+")
            || desk.path("ours/sources/projects/dimos.yaml").exists()
    );
    desk.run(&["build", "-q", "--root", "ours"]).exits(0);
    desk.run(&["init", "other", "--from", "nobody"]).exits(2).says("--from: ");
    assert!(!desk.path("other").exists());
}

#[test]
fn every_new_file_passes_or_says_what_to_fill_in() {
    let desk = Desk::base();
    for arguments in [
        &["new", "project", "Új Projekt"][..],
        &["new", "update", "Σαράντα χωριά έχουν σχέδιο", "--project", "recet", "--month", "2024-04"],
        &["new", "meeting", "2024-04-20", "Δεύτερη κλήση"],
        &["new", "issue", "2024-05"],
        &["new", "event", "Open day: \"everybody\" is welcome"],
        &["new", "indicator", "Villages with a plan"],
        &["new", "recipient-list", "people/recipients.csv"],
        &["new", "layout", "newsletter/blocks/lead.hbs"],
    ] {
        desk.run(arguments).exits(0);
    }
    assert!(
        desk.read("sources/updates/2024-04/recet-saranta-khoria-ekhoun-skhedio.md")
            .contains("# Σαράντα χωριά")
    );
    assert!(desk.read("sources/projects/uj-projekt.yaml").contains("acronym: Új Projekt"));
    assert!(desk.read("sources/projects/uj-projekt.yaml").contains("# budget_eur: 1473926.71"));
    // Whatever is wrong is a place to fill in, or a name that its file does not have yet.
    let outcome = desk.run(&["check", "2024-04", "--diagnostics", "short"]).ends();
    let wrong: Vec<&str> =
        outcome.err.lines().filter(|line| line.contains(": error: ") && !line.contains("TODO")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // A project is named by its id or acronym; one that there is not is no name of a file.
    desk.run(&["new", "update", "More", "--project", "RECET", "--month", "2024-04"]).exits(0);
    assert!(desk.path("sources/updates/2024-04/recet-more.md").is_file());
    desk.run(&["new", "update", "More", "--project", "rect", "--month", "2024-04"])
        .exits(2)
        .says("did you mean `RECET`?");
    // A list that is there is not written into: the lines are shown.
    desk.run(&["new", "event", "A second day"])
        .exits(0)
        .prints("- title: \"A second day\"")
        .says("is there already");
    desk.run(&["new", "layout", "newsletter/blocks/laed.hbs"])
        .exits(2)
        .says("did you mean `newsletter/blocks/lead.hbs`?");
}

/// The examples in a command's long help, and in those below it.
fn examples(command: &clap::Command, found: &mut Vec<String>) {
    let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    found.extend(help.lines().filter_map(|line| line.strip_prefix("  bulletin ")).map(str::to_string));
    command.get_subcommands().for_each(|below| examples(below, found));
}

#[test]
fn every_command_has_examples_and_each_of_them_is_right() {
    let command = <bulletin::cli::Cli as clap::CommandFactory>::command();
    for below in command.get_subcommands() {
        assert!(below.get_after_long_help().is_some(), "{} has no example", below.get_name());
    }
    let mut found = Vec::new();
    examples(&command, &mut found);
    assert!(found.len() > 30, "{found:#?}");
    for line in found {
        let words = std::iter::once("bulletin".to_string()).chain(shell_words(&line));
        let parsed = <bulletin::cli::Cli as clap::Parser>::try_parse_from(words);
        assert!(
            parsed.is_ok(),
            "{line}: {}",
            parsed.err().map(|error| error.to_string()).unwrap_or_default()
        );
    }
}

#[test]
fn shells_and_manuals_know_the_commands() {
    let desk = Desk::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        desk.run(&["completions", shell]).exits(0).prints("translate");
    }
    desk.run(&["man", "pages"]).exits(0);
    assert!(desk.read("pages/bulletin-preview.1").contains("Examples"));
    // Short help stays on a screen; global options stand apart.
    let short = desk.run(&["build", "-h"]).exits(0);
    assert!(short.out.lines().count() < 40 && !short.out.contains("Examples:"), "{}", short.out);
    short.prints("Global options:");
    desk.run(&["build", "--help"]).exits(0).prints("Examples:");
}

#[test]
fn what_a_month_still_needs_stands_on_one_screen() {
    let desk = Desk::empty();
    crate::desk::copy(&project().join("sources"), &desk.path("sources"));
    let config = std::fs::read_to_string(project().join("bulletin.yaml")).expect("readable");
    desk.write("bulletin.yaml", &config);
    let manifest = desk.read("sources/issues/2024-04.yaml");
    desk.write("sources/issues/2024-04.yaml", format!("{manifest}contributions_due: 2024-04-20\n"));
    let outcome = desk.run(&["status", "--as-of", "2024-04-15"]).exits(0);
    assert!(outcome.out.lines().count() < 50, "{}", outcome.out);
    // Five unknown grant numbers are one line.
    assert_eq!(outcome.out.matches("grant number unknown").count(), 1, "{}", outcome.out);
    let outcome = outcome.prints(", and 4 more such").prints("2024-04-20: the partners' news");
    assert!(!outcome.out.contains("(past)"));
    desk.run(&["status", "--as-of", "2024-04-25"]).exits(0).prints("2024-04-20 (past): the partners' news");
    let json = desk.run(&["status", "--json", "--as-of", "2024-04-15"]).exits(0).out;
    let state: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&state["needs"][0]["rule"], &state["needs"][0]["count"]),
        (&"grant-number".into(), &5.into())
    );
    assert_eq!(state["dates"][0]["date"], "2024-04-20");
    assert!(state["needs"][0]["places"][0].as_str().expect("a place").starts_with("sources/projects/"));
    // What was sent is there, too.
    assert!(!outcome.out.contains("Sent:"));
    desk.run(&["publish", "2024-04", "--yes"]).exits(0);
    desk.run(&["status"]).exits(0).prints("Sent:").prints(" to the outbox: 4 of 4\n");
}

#[test]
fn what_is_left_of_an_example_does_not_go_out_under_a_real_name() {
    let desk = Desk::base();
    desk.replace("bulletin.yaml", "news@example.org", "news@energy-cluster.eu");
    desk.run(&["check"])
        .exits(1)
        .says("`privacy_url` is still that of the example")
        .says("your own privacy notice");
    desk.replace("bulletin.yaml", "https://example.org/privacy", "https://energy-cluster.eu/privacy");
    desk.run(&["check"]).exits(0).does_not_say("of the example");
    desk.run(&["new", "recipient-list", "recipients.csv"]).exits(0);
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}audience: recipients.csv\n"));
    let sample = "this is an example's address: nobody reads there";
    desk.run(&["publish", "--yes"]).ends().says(sample);
}
