//! What the mail says stands with the same value in the web edition and in the report, and each item
//! of the mail leads to its full form.

use std::collections::BTreeSet;

use bulletin::layouts::Layouts;
use bulletin::newsletter::craft::dom::Page;

use crate::canaries::unpacked;
use crate::coverage::rendered;
use crate::desk::Desk;
use crate::officer::rich;

/// Where the web edition of the test is published.
const WEB: &str = "https://news.example.org";

/// A text without spaces and marks that say where lines may end.
fn solid(text: &str) -> String {
    let gone = |c: &char| {
        c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{AD}' | '\u{A0}' | '\u{2009}')
    };
    text.chars().filter(|c| !gone(c)).collect()
}

/// The words of a page's body.
fn body(html: &str) -> String {
    Page::parse(html).named(&["body"]).map(|body| body.visible_text()).collect()
}

/// The addresses that a page leads to, each once, in order.
fn links(html: &str) -> Vec<String> {
    let mut links = Vec::new();
    for link in Page::parse(html).named(&["a"]).filter_map(|link| link.attr("href")) {
        if !links.iter().any(|known| known == link) {
            links.push(link.to_string());
        }
    }
    links
}

/// Looks at one edition.
fn agrees(desk: &Desk, month: &str, language: &str, pages: &str) {
    let mail = desk.read(&format!("output/{month}/newsletter.{language}.html"));
    let text = desk.read(&format!("output/{month}/newsletter.{language}.txt"));
    let web = desk.read(&format!("output/web/{month}/{language}/index.html"));
    let pdf = std::fs::read(desk.path(&format!("output/{month}/report.{language}.pdf"))).expect("a report");
    let (web_words, report) = (solid(&body(&web)), solid(pages));
    let end = mail.find("<!--acknowledgement-->").expect("an acknowledgement");
    let told = Page::parse(&mail[mail.find("<h1").expect("a title")..end]);
    let mut seen = 0;
    // Every item and paragraph; the editor's words and the question are no facts.
    for element in told.named(&["li", "h3", "td", "p"]) {
        let words = element.visible_text();
        // A tile repeats the day beside it, for the eye alone.
        if element.attr("class") == Some("date_tile") {
            continue;
        }
        for token in words.split_whitespace().filter(|token| token.chars().any(|c| c.is_ascii_digit())) {
            let token = token.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ':' | ';'));
            // How many more there are than the mail shows is no fact of theirs.
            if words.split_whitespace().count() <= 4 && element.name() == "p" && !words.contains('(') {
                continue;
            }
            assert!(
                web_words.contains(&solid(token)),
                "{language}: `{token}` of `{words}` is not in the web edition"
            );
            assert!(
                report.contains(&solid(token)),
                "{language}: `{token}` of `{words}` is not in the report"
            );
            seen += 1;
        }
    }
    for link in told.named(&["a"]) {
        // The button's label names the story.
        let story = link.attr("aria-label").filter(|_| link.attr("class") == Some("button_link"));
        let story = story.and_then(|label| label.split_once(": ")).map(|(_, story)| story.to_string());
        let words = story.unwrap_or_else(|| link.visible_text());
        let href = link.attr("href").unwrap_or_default();
        if let Some(place) = href.strip_prefix(&format!("{WEB}/{month}/{language}/#")) {
            assert!(web.contains(&format!("id=\"{place}\"")), "{href}");
            if place != "actions" {
                let name = solid(&words);
                assert!(web_words.contains(&name), "`{words}` is not in the web edition");
                assert!(report.contains(&name), "`{words}` is not in the report");
            }
            seen += 1;
        } else if !href.starts_with(WEB) {
            assert!(links(&web).iter().any(|known| known == href), "{href} is not in the web edition");
            let raw = format!("{}{}", String::from_utf8_lossy(&pdf), unpacked(&pdf));
            assert!(raw.contains(href), "{href} is not in the report");
        }
    }
    assert!(seen > 8, "{seen} facts were looked at");
    // The text part leads to the same places in the same order.
    let unsubscribe = |link: &String| !link.contains("subject=unsubscribe");
    let html: Vec<String> = links(&mail).into_iter().filter(unsubscribe).collect();
    let listed: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix('[')?.split_once("] "))
        .filter(|(number, _)| number.parse::<u32>().is_ok())
        .map(|(_, url)| url.to_string())
        .collect();
    assert_eq!(html, listed);
    let words: BTreeSet<&str> = text.split_whitespace().collect();
    for heading in Page::parse(&mail).named(&["h1", "h2", "h3"]) {
        for word in heading.visible_text().split_whitespace() {
            assert!(
                words.contains(word) || text.contains(word),
                "`{word}` of a heading is not in the text part"
            );
        }
    }
}

#[test]
fn mail_text_web_edition_and_report_agree() {
    let desk = rich();
    desk.write("bulletin.yaml", desk.read("bulletin.yaml") + &format!("web_url: {WEB}\n"));
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    for language in ["en", "el"] {
        let pages = match language {
            "en" => rendered(desk.root(), &Layouts::defaults()).expect("a report").pages,
            _ => {
                crate::coverage::rendered_in(desk.root(), &Layouts::defaults(), "el").expect("a report").pages
            }
        };
        let pages: String = pages.iter().map(|page| page.text.clone()).collect();
        agrees(&desk, "2024-05", language, &pages);
    }
    let example = Desk::example();
    example.replace("bulletin.yaml", "https://example.org/news", WEB);
    example.run(&["build", "2024-04", "--final", "-q"]).exits(0);
    let pages = rendered(example.root(), &Layouts::defaults()).expect("a report").pages;
    let pages: String = pages.iter().map(|page| page.text.clone()).collect();
    agrees(&example, "2024-04", "en", &pages);
}

#[test]
fn the_mail_is_short_and_the_web_edition_has_what_it_leaves_out() {
    let words = |desk: &Desk, path: &str| bulletin::newsletter::spoken_words(&desk.read(path));
    let example = Desk::example();
    example.run(&["build", "-q", "--final"]).exits(0);
    let count = words(&example, "output/2024-04/newsletter.en.html");
    assert!((350..=450).contains(&count), "the worked example's mail has {count} words");
    let rich = rich();
    rich.run(&["build", "2024-05", "-q", "--final"]).exits(0);
    for language in ["en", "el"] {
        let count = words(&rich, &format!("output/2024-05/newsletter.{language}.html"));
        assert!(count <= 700, "the rich month's mail has {count} words");
    }
    let web = rich.read("output/web/2024-05/en/index.html");
    assert!(body(&web).contains("Whom do we have to ask first?"), "the minutes stand there in full");
    let mail = std::fs::read(rich.path("output/2024-05/newsletter.en.eml")).expect("a mail");
    assert!(bulletin::newsletter::craft::encoded_html(&mail) < 80_000);
    let mail = std::fs::read(example.path("output/2024-04/newsletter.en.eml")).expect("a mail");
    assert!(bulletin::newsletter::craft::encoded_html(&mail) < 45_000);
}

#[test]
fn the_archive_names_every_issue_and_a_withdrawn_text_leaves_it() {
    let desk = rich();
    desk.run(&["build", "2024-05", "-q", "--final"]).exits(0);
    let index = desk.read("output/web/index.html");
    assert!(index.contains("2024-05/en/index.html") && index.contains("2024-04/en/index.html"));
    let feed = desk.read("output/web/feed.en.xml");
    assert_eq!(feed.matches("<entry>").count(), 2);
    let page = desk.read("output/web/2024-05/en/index.html");
    assert!(page.contains("Six pilots finish"));
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("@import"));
    desk.run(&["build", "2024-05", "-q", "--draft"]).exits(0);
    assert_eq!(desk.read("output/web/2024-05/en/index.html"), page, "a draft is not published");
    assert!(desk.read("output/2024-05/web.en.html").contains("Draft"));
    let update = "sources/updates/2024-05/local-gogreen-icep.md";
    let text = desk.read(update);
    desk.write(
        update,
        match text.strip_prefix("---\n") {
            Some(rest) => format!("---\nstatus: withdrawn\n{rest}"),
            None => format!("---\nstatus: withdrawn\n---\n{text}"),
        },
    );
    desk.run(&["build", "2024-05", "-q", "--final"]).exits(0);
    assert!(!desk.read("output/web/2024-05/en/index.html").contains("Six pilots finish"));
}
