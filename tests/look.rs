//! The look: themes, what a cluster changes of them, and what the first page, the mail and the web edition
//! show for it.

use bulletin::newsletter::craft::least_in_the_dark;

use crate::desk::{Desk, copy, project};
use crate::example::attached;
use crate::officer::rich;

/// The month of photos, on the web.
fn photos() -> Desk {
    let desk = rich();
    copy(&project().join("tests/photos"), desk.root());
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "web_url: https://news.example.org/\n");
    desk
}

#[test]
fn a_theme_is_named_copied_and_changed_alone() {
    let desk = Desk::example();
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}look: {{theme: leger}}\n"));
    desk.run(&["check"]).exits(1).says("there is no theme `leger`").says("did you mean `ledger`?");
    desk.write("bulletin.yaml", format!("{config}look: {{theme: ours}}\n"));
    let copied = desk.run(&["new", "theme", "ledger", "--name", "ours"]).exits(0);
    for file in ["front.typ", "mail.yaml", "tokens.yaml", "web.css"] {
        assert!(copied.out.contains(&format!("layouts/themes/ours/{file}")), "{}", copied.out);
    }
    desk.run(&["new", "theme", "ledger", "--name", "ours"])
        .exits(2)
        .says("is there already; nothing was written");
    desk.run(&["new", "theme", "legder"]).exits(2).says("there are: journal, ledger, meridian, ours");
    // What a theme lacks, the default has: one line is enough.
    for file in ["front.typ", "mail.yaml", "web.css"] {
        std::fs::remove_file(desk.path(&format!("layouts/themes/ours/{file}"))).expect("was there");
    }
    desk.write("layouts/themes/ours/tokens.yaml", "colours: {accent: \"#5b2a86\"}\n");
    desk.run(&["build", "--final", "-q"]).exits(0);
    let page = desk.read("output/web/2024-04/en/index.html");
    let mail = desk.read("output/2024-04/newsletter.en.html");
    for output in [&page, &mail, &attached(&desk, "output/2024-04/report.en.pdf")] {
        assert!(output.contains("#5b2a86") && !output.contains("#0a5c4d"), "the colour is in all outputs");
    }
    desk.write("layouts/themes/ours/tokens.yaml", "colours: {accent: papre darker 3%}\n");
    desk.run(&["check"]).exits(1).says("the colour `accent`").says("there is no colour `papre`");
    desk.write("layouts/themes/ours/tokens.yaml", "colours: {mine: \"#5b2a86\"}\n");
    desk.run(&["check"]).exits(1).says("the colour `mine` has no counterpart below `dark:`");
}

#[test]
fn too_light_an_accent_is_said_with_its_contrast_and_a_darker_one() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "look: {accent: \"#f5a623\"}\n");
    desk.run(&["check"]).exits(1).says("has a contrast of 2.0").says("take a darker shade, such as `\"#");
}

#[test]
fn every_text_can_be_read_in_the_dark_in_every_theme() {
    for theme in ["meridian", "ledger", "journal"] {
        let desk = photos();
        desk.replace("bulletin.yaml", "accent: \"#7b341e\"", &format!("theme: {theme}"));
        desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
        let least = least_in_the_dark(&desk.read("output/2024-05/newsletter.en.html"));
        assert!(least >= 4.5, "{theme}: {least:.2}");
    }
}

#[test]
fn a_cover_needs_words_and_a_credit_and_stands_on_page_and_mail() {
    let desk = photos();
    let known = desk.read("sources/images.yaml");
    desk.write("sources/images.yaml", "- {file: images/cover.png, licence: CC BY 4.0}\n");
    desk.run(&["check", "2024-05", "--diagnostics", "short"])
        .exits(1)
        .says("sources/issues/2024-05.yaml:4:8: error: nothing says what the picture on the first page shows")
        .says("nothing says whose the picture on the first page is");
    desk.write("sources/images.yaml", known);
    desk.replace("sources/issues/2024-05.yaml", "cover: cover.png", "cover: covre.png");
    desk.run(&["check", "2024-05"]).exits(1).says("there is no picture `covre.png`").says("`cover.png`?");
    desk.replace("sources/issues/2024-05.yaml", "cover: covre.png", "cover: cover.png");
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let report = attached(&desk, "output/2024-05/report.en.pdf");
    assert!(report.contains("Six houses between a field and the sky"), "what it shows is said");
    // The lead has a picture of its own: that one stands above the mail, over its whole width.
    let mail = desk.read("output/2024-05/newsletter.en.html");
    assert!(
        mail.contains("alt=\"Houses at the edge of a field\" width=\"600\" height=\"375\" class=\"hero\"")
    );
}

#[test]
fn the_first_page_has_results_steps_to_come_the_map_and_the_way_to_the_web() {
    let desk = photos();
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let data = attached(&desk, "output/2024-05/report.en.pdf");
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    let labels: Vec<&str> =
        data["numbers"].as_array().expect("numbers").iter().filter_map(|one| one["label"].as_str()).collect();
    assert_eq!(labels, ["Readers of the newsletter", "Energy plans agreed", "Towns in training", "projects"]);
    assert_eq!(data["numbers"][1]["value"], "71");
    assert_eq!(data["numbers"][1]["note"], "59\u{a0}% of 120");
    // A sum's line runs up to what its number says: 12, 31, 71 of 120.
    let plans = &data["indicators"][1]["points"];
    assert_eq!(plans.to_string(), "[[0.0,0.1],[0.5,0.2583],[1.0,0.5917]]");
    let steps = data["next"].as_array().expect("steps");
    assert!(steps.iter().all(|step| step["due"] != "25 May 2024"), "what is past is no next step");
    assert_eq!(data["overdue"], "4 overdue");
    assert_eq!(data["code"]["url"], "https://news.example.org/2024-05/en/");
    let map = data["map"]["alt"].as_str().expect("words");
    assert!(map.starts_with("Projects by country: Italy 4 projects"), "{map}");
    let tiles = data["map"]["tiles"].as_array().expect("tiles");
    let italy = tiles.iter().find(|tile| tile["code"] == "IT").expect("Italy");
    assert_eq!(italy["projects"], 4);
}

#[test]
fn the_mail_names_projects_and_languages_and_keeps_chores_inside() {
    let desk = photos();
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let mail = desk.read("output/2024-05/newsletter.en.html");
    let text = desk.read("output/2024-05/newsletter.en.txt");
    assert!(mail.contains("in Bulgarian") && text.contains("NECPlatform · in Bulgarian"), "{text}");
    assert_eq!(mail.matches("class=\"button_link\"").count(), 1, "one button");
    assert!(!mail.contains("write the press text") && !text.contains("write the press text"));
    assert!(mail.matches("<a ").count() <= 22, "{} links", mail.matches("<a ").count());
    assert!(mail.contains("All 11 stories on the web"));
    assert!(mail.contains("<span style=\"white-space:nowrap\">IN-PLAN</span>"), "no name is broken");
}

#[test]
fn shared_links_show_a_card_of_their_own_and_the_archive_the_report() {
    let desk = photos();
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let page = desk.read("output/web/2024-05/en/index.html");
    assert!(page.contains("content=\"https://news.example.org/2024-05/share.en.png\""));
    assert!(!page.contains(".org/2024-05/en/..") && page.contains("og:image:alt"));
    let card = image::open(desk.path("output/web/2024-05/share.en.png")).expect("a picture");
    assert_eq!((card.width(), card.height()), (1200, 630));
    let index = desk.read("output/web/index.html");
    assert!(
        index.contains("src=\"2024-05/report.en.png\"") && index.contains("Co-funded by the European Union")
    );
    assert!(desk.path("output/web/2024-05/report.en.png").is_file());
    let project = desk.read("output/web/projects/recet.html");
    assert!(project.contains("../2024-05/en/index.html#update-recet-energy-plans"), "{project}");
    for html in [&page, &index, &project] {
        assert!(!html.contains("<script") && html.len() < 200_000);
    }
    // It goes by what is public: a text that was taken back leaves the project's page.
    desk.replace("sources/updates/2024-05/at-last-towns.md", "---\n", "---\nstatus: withdrawn\n");
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    assert!(!desk.read("output/web/projects/at-last.html").contains("at-last-towns"));
}

#[test]
fn every_picture_that_yaml_names_is_named_where_it_can_t_be_used() {
    let desk = Desk::base();
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml") + "look: {logo: logo.heic, logo_dark: logo.avif}\n",
    );
    desk.write("sources/projects/recet.yaml", desk.read("sources/projects/recet.yaml") + "logo: logo.psd\n");
    desk.write("sources/issues/2024-04.yaml", "subject: S\ncover: cover.heic\n");
    for file in ["logo.heic", "logo.avif", "logo.psd", "cover.heic"] {
        desk.write(&format!("sources/images/{file}"), "x");
    }
    let said = desk.run(&["check", "--diagnostics", "short"]).exits(1);
    for (place, file) in [
        ("bulletin.yaml:", "logo.heic"),
        ("bulletin.yaml:", "logo.avif"),
        ("sources/projects/recet.yaml:", "logo.psd"),
        ("sources/issues/2024-04.yaml:2:8:", "cover.heic"),
    ] {
        let line = said.err.lines().find(|line| line.contains(&format!("`{file}`: "))).unwrap_or_default();
        assert!(line.starts_with(place) && line.contains("is not read"), "{file}: {}", said.err);
    }
    assert!(!said.err.contains("layouts/"), "a layout is not to blame: {}", said.err);
}

#[test]
fn a_file_of_the_first_release_s_look_is_led_to_its_new_place() {
    let desk = Desk::base();
    desk.write("layouts/newsletter/theme.yaml", "colours: {accent: \"#123456\"}\n");
    desk.run(&["check"]).exits(0).says("this layout is not read").says("tokens.yaml now").says("mail.yaml");
}

#[test]
fn a_pale_colour_is_found_in_the_theme_that_has_it() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "look: {theme: ledger}\n");
    let tokens = bulletin::layouts::Layouts::embedded_text("themes/ledger/tokens.yaml").expect("tokens");
    let pale = tokens.replacen("  accent: \"#14213d\"", "  accent: \"#14213d\"\n  quiet: \"#aab2ba\"", 1);
    desk.write("layouts/themes/ledger/tokens.yaml", pale);
    desk.run(&["check", "--diagnostics", "short"])
        .exits(1)
        .says("layouts/themes/ledger/tokens.yaml:1:1: error: light: quiet on paper");
}
