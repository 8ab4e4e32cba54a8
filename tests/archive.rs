//! What stays in `output/web/` and what leaves it, from one build to the next.

use crate::desk::Desk;
use crate::officer::rich;

/// Two months, published one after the other.
fn published() -> Desk {
    let desk = rich();
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml").replace("languages: [en, el]", "languages: [en]")
            + "web_url: https://news.example.org/\nimages_url: https://news.example.org/images\n",
    );
    desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    desk
}

/// The picture files below `output/web/images/`.
fn hosted(desk: &Desk) -> Vec<String> {
    crate::desk::files(&desk.path("output/web/images")).into_keys().collect()
}

#[test]
fn an_older_issue_built_anew_takes_nothing_from_the_others() {
    let desk = published();
    let before = hosted(&desk);
    let april = desk.read("output/web/2024-04/en/index.html");
    assert!(april.contains("href=\"../report.en.pdf\""), "the earlier report stays linked");

    let index = desk.read("output/web/index.html");
    assert!(index.contains("2024-04/report.en.pdf") && index.contains("2024-05/report.en.pdf"));
    desk.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    assert!(desk.path("output/web/2024-05/en/index.html").is_file());
    assert!(desk.path("output/web/2024-05/report.en.pdf").is_file());
    assert_eq!(desk.read("output/web/index.html"), index, "the archive depends on what was built last");
    assert_eq!(hosted(&desk), before, "pictures of a mail that went out are gone");
}

#[test]
fn a_report_that_became_sensitive_leaves_the_web() {
    let desk = published();
    desk.replace("sources/issues/2024-05.yaml", "report: {", "report: {dissemination: sensitive, ");
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    assert!(!desk.path("output/web/2024-05/report.en.pdf").exists());
    assert!(!desk.read("output/web/2024-05/en/index.html").contains("report.en.pdf"));
    // Of an issue that is not the one that is built, too.
    desk.replace("sources/issues/2024-04.yaml", "report: {", "report: {dissemination: sensitive, ");
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    assert!(!desk.path("output/web/2024-04/report.en.pdf").exists());
}

#[test]
fn what_the_clock_holds_back_is_not_put_on_the_web() {
    let desk = rich();
    let update = "sources/updates/2024-05/local-gogreen-icep.md";
    let text = desk.read(update);
    let held = text.replacen("---\n", "---\nembargo_until: 2031-05-20T10:00+02:00\n", 1);
    desk.write(
        update,
        if held == text { format!("---\nembargo_until: 2031-05-20T10:00+02:00\n---\n{text}") } else { held },
    );
    desk.run(&["build", "2024-05", "--final", "--as-of", "2031-05-31"])
        .exits(0)
        .says("output/web/ was not changed")
        .says("is under embargo until");
    assert!(!desk.path("output/web").exists());
}

#[test]
fn an_issue_that_would_be_refused_now_stays_as_it_was_and_it_is_said() {
    let desk = published();
    let page = desk.read("output/web/2024-04/en/index.html");
    desk.write("sources/updates/2024-04/recet-broken.md", "# Broken\n\nTODO write this.\n");
    desk.run(&["build", "2024-05", "--final"]).exits(0).says("the pages of 2024-04 stay as they were");
    assert_eq!(desk.read("output/web/2024-04/en/index.html"), page);
    assert!(desk.read("output/web/index.html").contains("2024-04/en/index.html"));
}

#[test]
fn two_events_of_a_day_with_other_letters_are_two() {
    let desk = Desk::base();
    desk.write(
        "sources/events.yaml",
        "- {title: Εργαστήριο LIFE, starts: 2024-05-14}\n- {title: Συνάντηση LIFE, starts: 2024-05-14, ends: 2024-05-15T17:00}\n- {title: Later, starts: 2024-06-01, status: postponed}\n",
    );
    desk.run(&["build", "--final", "-q"]).exits(0);
    let calendar = desk.read("output/web/events.ics");
    let ids: std::collections::BTreeSet<&str> =
        calendar.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), 2, "{calendar}");
    assert!(!calendar.contains("Later") && calendar.contains("DTEND;VALUE=DATE:20240516"), "{calendar}");
}

#[test]
fn the_logos_of_partners_show_and_a_note_may_look_like_a_list_of_links() {
    let desk = Desk::base();
    let mut logo = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(200, 80, image::Rgb([20, 90, 60]))
        .write_to(&mut logo, image::ImageFormat::Png)
        .expect("a picture");
    desk.write("sources/images/recet.png", logo.into_inner());
    desk.write("sources/projects/recet.yaml", desk.read("sources/projects/recet.yaml") + "logo: recet.png\n");
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml")
            + "web_url: https://news.example.org\nlook: {accent: \"#7a1f5c\", logo: recet.png}\n",
    );
    desk.write(
        "sources/issues/2024-04.yaml",
        "subject: \"What comes next\"\nnote: \"[1] See the annex of the plan, which holds all numbers.\"\nsections: [note, lead, partners, cards, actions]\n",
    );
    desk.run(&["build", "--final", "-q"]).exits(0);
    let mail = desk.read("output/2024-04/newsletter.en.html");
    assert!(mail.contains("alt=\"RECET\"") && mail.contains("images/recet-"), "{mail}");
    let page = desk.read("output/web/2024-04/en/index.html");
    assert!(page.contains("--accent:#7a1f5c") && page.contains("class=\"logo light\""));
}

#[test]
fn a_colour_without_quotes_and_a_day_that_does_not_exist_are_named() {
    let desk = Desk::base();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + "look:\n  accent: #7a1f5c\n");
    desk.run(&["check"]).exits(1).says("there is no colour").says("type it in quotes");
    let desk = Desk::base();
    desk.write(
        "sources/events.yaml",
        "- {title: A, starts: 2024-06-31}\n- {title: B, starts: 2024-06-03T10:00}\n",
    );
    desk.run(&["check"]).exits(1).says("there is no such day").says("has an hour and no time zone");
    desk.write("sources/events.yaml", "- {title: B, starts: 2024-06-03T10:00, timezone: Europe/Rome}\n");
    desk.run(&["build", "--final", "-q"]).exits(0);
    assert!(desk.read("output/web/2024-04/en/index.html").contains("3 June 2024, 10:00"));
    assert!(desk.read("output/web/events.ics").contains("DTSTART:20240603T080000Z"));
    let update = "sources/updates/2024-04/recet-energy-plans.md";
    desk.write(update, format!("---\naudience: [internal]\n---\n{}", desk.read(update)));
    desk.write(
        "sources/updates/2024-04/recet-more.md",
        "# More news of the project\n\nTwo sentences of news. This is the second of them.\n",
    );
    desk.write("sources/issues/2024-04.yaml", "subject: \"What comes next\"\nlead: recet-energy-plans\n");
    desk.run(&["check"]).exits(0).says("`recet-energy-plans` does not lead");
}
