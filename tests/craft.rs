//! The rules of the craft: what holds of the worked example and of the rich month in both languages,
//! and for each rule a layout or a text that breaks it, found in the right file.

use bulletin::layouts::Layouts;

use crate::desk::Desk;
use crate::officer::rich;

/// The frame of the page.
const FRAME: &str = "newsletter/newsletter.hbs";

/// The mail's styles.
const MAIL: &str = "themes/meridian/mail.yaml";

/// The theme's tokens.
const TOKENS: &str = "themes/meridian/tokens.yaml";

/// A rule, the layout that is changed, what in it is replaced by what, and the file that is named.
const BROKEN: &[(u8, &str, &str, &str, &str)] = &[
    (1, FRAME, "<div lang=\"{{lang}}\" dir", "<div dir", FRAME),
    (1, FRAME, "<html lang=\"{{lang}}\" dir=\"{{dir}}\"", "<html lang=\"{{lang}}\"", FRAME),
    (2, FRAME, "<title>{{subject}}</title>", "<title>News</title>", FRAME),
    (3, FRAME, "<div{{{a.sheet}}}>", "<table><tr><td>x</td></tr></table><div{{{a.sheet}}}>", FRAME),
    (
        3,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<table><tr><td>x</td></tr></table>",
        "newsletter/blocks/note.hbs",
    ),
    (
        3,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<table><tr><th>x</th></tr></table>",
        "newsletter/blocks/note.hbs",
    ),
    (4, "newsletter/blocks/masthead.hbs", "<h1", "<h2", FRAME),
    (4, "newsletter/blocks/projects.hbs", "<h2{{{a.h2}}}>{{title}}</h2>", "<h5>{{title}}</h5>", FRAME),
    (5, FRAME, "<meta charset=\"utf-8\">", "", FRAME),
    (5, "newsletter/blocks/projects.hbs", "{{title}}", "{{title}}\u{92}", FRAME),
    (6, FRAME, "max-width:480px", "max-width:700px", FRAME),
    (6, MAIL, "part: \"padding", "part: \"width:560px;padding", FRAME),
    (7, FRAME, "<!--[if mso]></td></tr></table><![endif]-->", "<!--[if mso]></td></tr><![endif]-->", FRAME),
    (7, FRAME, "<td width=\"600\">", "<td width=\"300\">", FRAME),
    (8, FRAME, "PixelsPerInch>96<", "PixelsPerInch>72<", FRAME),
    (
        8,
        "newsletter/blocks/acknowledgement.hbs",
        "height=\"{{emblem.height}}\"",
        "height=\"auto\"",
        "newsletter/blocks/acknowledgement.hbs",
    ),
    (
        10,
        FRAME,
        "@media (max-width:480px){",
        "@media screen{@media (max-width:480px){x{}}}@media (max-width:480px){",
        FRAME,
    ),
    (
        12,
        FRAME,
        "<style>\n:root",
        "<link rel=\"stylesheet\" href=\"https://fonts.example.com/a.css\"><style>\n:root",
        FRAME,
    ),
    (
        12,
        "newsletter/blocks/masthead.hbs",
        "<h1",
        "<img src=\"https://track.example.com/p.png\" alt=\"a\" width=\"1\" height=\"1\" style=\"font-size:14px;color:#000\"><h1",
        FRAME,
    ),
    (
        13,
        MAIL,
        "font-size:{size-text}px;line-height:1.5;color:{ink}\"\n  last",
        "font-size:12px;line-height:1.5;color:{ink}\"\n  last",
        "newsletter/blocks/projects.hbs",
    ),
    (13, TOKENS, "quiet: \"#4d5966\"", "quiet: \"#aab2ba\"", TOKENS),
    (
        13,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<p class=\"ink\" style=\"color:#bbbbbb\">x</p>",
        FRAME,
    ),
    (17, TOKENS, "quiet: \"#b3c0c4\"", "quiet: \"#5a6468\"", FRAME),
    (
        17,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<p style=\"color:#16202b\">No class, no colour in the dark.</p>",
        FRAME,
    ),
    (
        17,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<p class=\"ink\" style=\"color:#16202b;border-left:3px solid #d5dce3\">A glaring edge.</p>",
        FRAME,
    ),
    (
        14,
        "newsletter/blocks/footer.hbs",
        "{{unsubscribe_text}}",
        "click here",
        "newsletter/blocks/footer.hbs",
    ),
    (
        14,
        MAIL,
        "  link: \"color:{accent};text-decoration:underline\"",
        "  link: \"color:{accent}\"",
        "newsletter/blocks/footer.hbs",
    ),
    (
        15,
        "newsletter/blocks/footer.hbs",
        "<p{{{reason_mark}}}",
        "<!--[if mso]><v:rect></v:rect><![endif]--><p{{{reason_mark}}}",
        "newsletter/blocks/footer.hbs",
    ),
    (
        16,
        "newsletter/blocks/note.hbs",
        "{{/each}}",
        "{{/each}}<table><tr><th scope=\"col\" style=\"word-break:break-word\">x</th></tr></table>",
        "newsletter/blocks/note.hbs",
    ),
    (17, FRAME, "{{{dark_css}}}", "", FRAME),
    (17, FRAME, "<meta name=\"color-scheme\" content=\"light dark\">", "", FRAME),
    (
        19,
        "newsletter/blocks/acknowledgement.hbs",
        "alt=\"{{emblem_alt}}\"",
        "",
        "newsletter/blocks/acknowledgement.hbs",
    ),
    (
        19,
        "newsletter/blocks/acknowledgement.hbs",
        "alt=\"{{emblem_alt}}\"",
        "alt=\"emblem.png\"",
        "newsletter/blocks/acknowledgement.hbs",
    ),
    (
        20,
        "newsletter/blocks/footer.hbs",
        "<p{{{reason_mark}}}",
        "<svg></svg><p{{{reason_mark}}}",
        "newsletter/blocks/footer.hbs",
    ),
    (22, MAIL, "display:none;max-height:0", "max-height:0", FRAME),
    (22, MAIL, "preheader: \"display:none", "preheader: \"color:#ffffff;display:none", FRAME),
    (23, "newsletter/blocks/footer.hbs", "href=\"{{unsubscribe}}\"", "href=\"{{privacy_url}}\"", FRAME),
    (23, "newsletter/blocks/footer.hbs", "{{publisher}}", "", FRAME),
    (24, "newsletter/blocks/acknowledgement.hbs", "{{text}} ({{projects}})", "", FRAME),
    (
        24,
        "newsletter/blocks/acknowledgement.hbs",
        "<img src=\"{{emblem.src}}\" alt=\"{{emblem_alt}}\" width=\"{{emblem.width}}\"",
        "<img src=\"{{emblem.src}}\" alt=\"{{emblem_alt}}\" width=\"30\"",
        FRAME,
    ),
    (
        26,
        "newsletter/blocks/footer.hbs",
        "<p{{{reason_mark}}}",
        "<p><a href=\"https://example.org/more\" style=\"text-decoration:underline\">Our other page</a></p><p{{{reason_mark}}}",
        FRAME,
    ),
];

#[test]
fn each_rule_finds_the_layout_that_breaks_it() {
    let mut wrong = Vec::new();
    for (rule, layout, from, to, named) in BROKEN {
        let desk = Desk::example();
        let text = Layouts::embedded_text(layout).expect("a layout");
        assert!(text.contains(from), "R{rule}: {layout} has no {from}");
        desk.write(&format!("layouts/{layout}"), text.replacen(from, to, 1));
        let outcome = desk.run(&["check", "--diagnostics", "short"]).exits(1);
        let found = outcome.err.lines().any(|line| {
            line.starts_with(&format!("layouts/{named}:"))
                && line.contains("error:")
                && line.ends_with(&format!("(R{rule})"))
        });
        if !found {
            wrong.push(format!("R{rule}, {from:?} to {to:?}, in {named}:\n{}", outcome.err));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_on_texts_and_pictures_name_them() {
    // R9: a mail that Gmail would clip.
    let desk = Desk::base();
    desk.write(
        "sources/issues/2024-04.yaml",
        "subject: \"Much too much\"\npreheader: \"A month with more news than anybody can read in one mail\"\nsections: [stories]\n",
    );
    for number in 0..120 {
        let text = format!(
            "# News number {number} of a long month\n\n{}\n",
            format!("Word {number} after word is written here. ").repeat(22)
        );
        desk.write(&format!("sources/updates/2024-04/recet-{number:03}.md"), text);
    }
    desk.run(&["check", "--diagnostics", "short"]).exits(1).says("Gmail clips it").says("(R9)");
    // R14: an author's links, where the author wrote them.
    let desk = Desk::base();
    desk.write(
        "sources/updates/2024-04/recet-energy-plans.md",
        "# News with two links\n\nThe first [plan](https://example.org/a) is here, and the second\n[plan](https://example.org/b) as well.\n",
    );
    desk.run(&["check", "--diagnostics", "short"])
        .exits(0)
        .says("recet-energy-plans.md:4:1: warning: `plan` leads to")
        .says("(R14)");
    // R18: a picture that would vanish in the dark is laid on white.
    let desk = Desk::base();
    let mut picture = image::RgbaImage::new(300, 200);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        if x > 100 && x < 200 && y > 50 && y < 150 {
            *pixel = image::Rgba([0, 0, 0, 255]);
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    desk.write("sources/images/black.png", bytes.into_inner());
    desk.write(
        "sources/updates/2024-04/recet-energy-plans.md",
        "# News with a black picture\n\nThe picture shows a black square on nothing at all.\n\n![A square](black.png \"Drawing: A, CC0\")\n",
    );
    desk.run(&["build", "--final", "-q"]).exits(0);
    let shown = std::fs::read_dir(desk.path("output/2024-04/images")).expect("pictures");
    let shown = shown.map(|entry| entry.expect("an entry").path());
    let shown = shown.filter(|path| path.to_string_lossy().contains("black")).map(image::open);
    let shown: Vec<_> = shown.map(|picture| picture.expect("a picture").to_rgba8()).collect();
    assert!(!shown.is_empty() && shown.iter().all(|p| p.get_pixel(0, 0).0 == [255, 255, 255, 255]));
    // R21: letters of charts.
    let desk = rich();
    desk.write(
        "sources/issues/2024-05.yaml",
        desk.read("sources/issues/2024-05.yaml") + "sections: [lead, charts]\n",
    );
    let picture = Layouts::embedded_text("charts/picture.typ").expect("a layout");
    desk.write("layouts/charts/picture.typ", picture.replace("size: 11.3pt", "size: 8pt"));
    desk.run(&["check", "2024-05", "--diagnostics", "short"])
        .exits(1)
        .says("layouts/charts/charts.typ")
        .says("(R21)");
    // R22: a line behind the subject that is too short.
    let desk = Desk::example();
    let manifest = desk.read("sources/issues/2024-04.yaml");
    let line = manifest.lines().find(|line| line.starts_with("preheader")).expect("a line").to_string();
    desk.replace("sources/issues/2024-04.yaml", &line, "preheader: \"Too short\"");
    desk.run(&["check", "--diagnostics", "short"])
        .exits(1)
        .says("sources/issues/2024-04.yaml:2:12: error")
        .says("(R22)");
}

#[test]
fn the_rules_hold_in_both_languages_with_and_without_a_web_edition() {
    let desk = rich();
    desk.run(&["check", "2024-05"]).exits(0).does_not_say("error:");
    desk.write(
        "bulletin.yaml",
        desk.read("bulletin.yaml")
            + "web_url: https://news.example.org/\nimages_url: https://news.example.org/images\n",
    );
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let mail =
        String::from_utf8(std::fs::read(desk.path("output/2024-05/newsletter.el.eml")).expect("a mail"))
            .expect("seven bits");
    assert!(!mail.contains("Content-Disposition: inline"), "hosted pictures do not travel");
    let parsed = mail_parser::MessageParser::default().parse(mail.as_bytes()).expect("a message");
    let html = parsed.body_html(0).expect("HTML").into_owned();
    assert!(html.contains("news.example.org, "), "who is contacted is said");
    for src in html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let path = src.strip_prefix("https://news.example.org/images/").expect("hosted");
        assert!(desk.path(&format!("output/web/images/{path}")).is_file(), "{src} is not there");
    }
    // Each address below the web edition's leads to a file, and each place in it exists.
    let mut seen = 0;
    for href in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let Some(path) = href.strip_prefix("https://news.example.org/") else { continue };
        let (file, place) = path.split_once('#').unwrap_or((path, ""));
        let file = if file.is_empty() || file.ends_with('/') {
            format!("{file}index.html")
        } else {
            file.to_string()
        };
        let there = std::fs::read(desk.path(&format!("output/web/{file}")))
            .unwrap_or_else(|_| panic!("{href} leads nowhere"));
        if !place.is_empty() {
            let there = String::from_utf8_lossy(&there);
            assert!(there.contains(&format!("id=\"{place}\"")), "{href}: there is no such place");
        }
        seen += 1;
    }
    assert!(seen > 15, "{seen} links were looked at");
}

#[test]
fn links_from_the_web_edition_into_the_report_resolve() {
    let desk = rich();
    desk.run(&["build", "2024-05", "--final", "-q"]).exits(0);
    let record: serde_json::Value =
        serde_json::from_str(&desk.read("output/2024-05/build.json")).expect("JSON");
    let mut seen = 0;
    for language in ["en", "el"] {
        let page = desk.read(&format!("output/web/2024-05/{language}/index.html"));
        let places = record["attached"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|one| one["to"] == format!("report.{language}.pdf"));
        let places: Vec<&str> = places.expect("a report")["places"]
            .as_array()
            .expect("places")
            .iter()
            .filter_map(|name| name.as_str())
            .collect();
        for href in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if let Some((file, name)) = href.split_once("#nameddest=") {
                assert_eq!(file, format!("../report.{language}.pdf"));
                assert!(places.contains(&name), "{href}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 6, "{seen}");
}
