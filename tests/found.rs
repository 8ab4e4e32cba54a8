//! Inputs that broke the first release, each in a folder under `tests/found/` with what is expected of
//! it in its README: `text/` and `real/` are built here, `mail/` is sent in `delivery/found.rs`.

use bulletin::layouts::Layouts;

use crate::canaries::unpacked;
use crate::coverage::rendered;
use crate::desk::{Desk, Ran};

/// A copy of a case's folder.
fn case(name: &str) -> Desk {
    Desk::of(&format!("tests/found/{name}"))
}

/// A final build of a month, with findings a line each.
fn built(desk: &Desk, month: &str) -> Ran {
    desk.run(&["build", month, "--final", "--diagnostics", "short"])
}

/// An output of April 2024.
fn april(desk: &Desk, file: &str) -> String {
    desk.read(&format!("output/2024-04/{file}"))
}

/// An output of May 2024.
fn may(desk: &Desk, file: &str) -> String {
    desk.read(&format!("output/2024-05/{file}"))
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the report's pages.
fn pages(desk: &Desk) -> String {
    let report = rendered(desk.root(), &Layouts::defaults()).expect("a report");
    flat(&report.pages.iter().map(|page| page.text.clone() + "\n").collect::<String>())
}

/// A text without white space: a report's runs end where they like.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The bytes of a report.
fn pdf(desk: &Desk, month: &str) -> Vec<u8> {
    std::fs::read(desk.path(&format!("output/{month}/report.en.pdf"))).expect("a report")
}

/// Every place in `text` where `words` stands.
fn times(text: &str, words: &str) -> usize {
    text.matches(words).count()
}

#[test]
fn pictures_stand_wherever_they_were_put() {
    let desk = case("text/01-picture-with-text-lost");
    built(&desk, "2024-04").exits(0).does_not_say("ignored");
    let said = pages(&desk);
    let source = desk.read("sources/updates/2024-04/recet-energy-plans.md");
    assert_eq!(times(&source, "![Alone"), 1);
    let all = times(&source, "photo.jpg");
    assert_eq!(all, 12);
    let credits = ["Photo: N", "Photo: L", "Photo: LL", "Photo: Q", "Photo: T", "Photo: TT", "Photo: K"];
    for credit in credits.iter().chain(&["Photo: 1", "Photo: 2", "Photo: 3", "Photo: 4", "Photo: B"]) {
        assert!(said.contains(&format!("{credit}, CC BY 4.0")), "{credit} is not in the report:\n{said}");
    }
    let raw = String::from_utf8_lossy(&pdf(&desk, "2024-04")).into_owned();
    let figures = times(&raw, "/S/Figure") + times(&raw, "/S /Figure");
    assert!(figures >= all, "{figures} figures");
    let desk = case("real/15-picture-after-text");
    built(&desk, "2024-05").exits(0);
    assert!(pages(&desk).contains("Photo: Anon, CC BY 4.0"));
    let desk = case("real/14-picture-lookalike");
    built(&desk, "2024-05").exits(0).does_not_say("picture");
    assert!(may(&desk, "newsletter.en.txt").contains("Our code begins with #![no_std] and #![x]."));
}

#[test]
fn pictures_that_cannot_be_read_are_named_once_with_what_to_do() {
    let desk = case("text/02-cmyk-jpeg");
    built(&desk, "2024-04").exits(0).does_not_say("CMYK");
    let said = case("text/16-truncated-jpeg").run(&["check", "--diagnostics", "short"]).exits(1);
    said.says("`sources/images/photo.jpg` is cut off: its end is missing, fetch it again");
    // What phones and pages give is read; what can't be read is named with what to do.
    let desk = case("text/17-webp-gif-message");
    built(&desk, "2024-04").exits(0);
    let page = desk.read("output/web/2024-04/en/index.html");
    assert!(page.contains("images/photo-"), "{page}");
    let photo = desk.path("sources/updates/2024-04/recet-energy-plans.md");
    let text = std::fs::read_to_string(&photo).expect("a text").replace("photo.webp", "photo.heic");
    std::fs::write(photo, text).expect("written");
    std::fs::rename(desk.path("sources/images/photo.webp"), desk.path("sources/images/photo.heic"))
        .expect("renamed");
    let said = built(&desk, "2024-04").exits(1);
    assert_eq!(times(&said.err, "error: "), 1, "{}", said.err);
    said.says("error: `photo.heic`: HEIC is not read").says("Most Compatible");
    let desk = case("text/21-svg-not-on-web");
    built(&desk, "2024-04").exits(0).does_not_say("SVG").does_not_say("bulletin.yaml:1:1");
    let page = desk.read("output/web/2024-04/en/index.html");
    let shown = page.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let shown: Vec<_> = shown.filter(|src| src.contains("chart-")).collect();
    assert_eq!(shown.len(), 1, "{page}");
    assert!(desk.path("output/web/2024-04/en").join(shown[0]).exists());
}

#[test]
fn numbers_tabs_and_wide_tables_stay_what_they_are() {
    let desk = case("real/01-caret-tilde");
    let said = built(&desk, "2024-05").exits(0);
    assert_eq!(times(&said.err, "here it was left as typed"), 3, "{}", said.err);
    let typed = "Use fell from 10^6 to 10^9 kWh. Ranges are 5~7 kW and 8~9 kW. We write a^2 + b^2.";
    // A number stays with its unit.
    let unit = |text: &str| text.replace(" kW", "\u{A0}kW");
    assert!(flat(&may(&desk, "newsletter.en.txt")).contains(typed));
    let (mail, printed) = (may(&desk, "newsletter.en.html"), pages(&desk));
    assert!(mail.contains(&unit(typed)), "{mail}");
    assert!(printed.contains(typed) || printed.contains(&unit(typed)), "{printed}");

    let desk = case("text/03-tab-swallowed");
    built(&desk, "2024-04").exits(0);
    let (report, mail) = (pages(&desk), flat(&april(&desk, "newsletter.en.txt")));
    for words in ["RECET LIFE2024", "IN-PLAN LIFE2025", "link text", "Rural Europe"] {
        let joined = words.replace(' ', "");
        assert!(!report.contains(&joined) && !mail.contains(&joined), "{joined}");
        assert!(bare(&report).contains(&joined), "{joined} in\n{report}\n{mail}");
    }

    let desk = case("text/04-wide-table-overprint");
    let said = built(&desk, "2024-04").exits(1);
    said.says(":23:1: error: this table has 12 columns; a page of the report holds");
    let text = desk.read("sources/updates/2024-04/recet-energy-plans.md");
    let fits =
        text.split("\n\n").filter(|block| !block.contains("| 2028 |")).collect::<Vec<_>>().join("\n\n");
    desk.write("sources/updates/2024-04/recet-energy-plans.md", fits);
    built(&desk, "2024-04").exits(0);
    let report = rendered(desk.root(), &Layouts::defaults()).expect("a report");
    let words: String = report.pages.iter().map(|page| page.text.clone()).collect();
    assert!(times(&words, "1\u{A0}234\u{A0}567") > 10, "numbers keep together");
    let over: Vec<_> = report.pages.iter().flat_map(|page| crowded(&page.runs)).collect();
    assert!(over.is_empty(), "printed over each other: {over:?}");
}

/// Runs of text of a page that overlap another on the same line.
fn crowded(runs: &[(f64, f64, f64, String)]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (i, (x, y, width, text)) in runs.iter().enumerate() {
        for (other_x, other_y, _, other) in &runs[i + 1..] {
            if (y - other_y).abs() < 0.5 && other_x > x && other_x + 0.5 < x + width {
                found.push((text.clone(), other.clone()));
            }
        }
    }
    found
}

#[test]
fn event_times_name_their_zone_and_their_end_and_keep_their_ids() {
    let desk = case("text/05-event-time-without-zone-or-end");
    built(&desk, "2024-04").exits(0);
    for text in [flat(&april(&desk, "newsletter.en.txt")), pages(&desk)] {
        assert!(bare(&text).contains("8May2024,10:00–12:30(Athens,UTC+3)"), "{text}");
        assert!(bare(&text).contains("13–15May2024"), "{text}");
    }
    desk.replace("sources/events.yaml", "2024-05-08T10:00", "2025-03-30T03:30");
    desk.replace("sources/events.yaml", "2024-05-08T12:30", "2025-03-30T05:30");
    desk.run(&["check"]).exits(1).says("2025-03-30 03:30 does not exist in Europe/Athens");

    let desk = case("text/18-event-moved");
    let file = "output/web/events/synergy-workshop.ics";
    let lines = |desk: &Desk, name: &str| -> Vec<String> {
        let text = desk.read(file);
        text.lines().filter(|line| line.starts_with(name)).map(str::to_string).collect()
    };
    built(&desk, "2024-04").exits(0);
    let first = (lines(&desk, "UID"), lines(&desk, "DTSTART"), lines(&desk, "SEQUENCE"));
    desk.replace("sources/events.yaml", "2024-06-12T10:00", "2024-06-19T10:00");
    built(&desk, "2024-05").exits(0);
    let second = (lines(&desk, "UID"), lines(&desk, "DTSTART"), lines(&desk, "SEQUENCE"));
    assert_eq!((first.0.len(), &first.0), (1, &second.0), "one id, which stays");
    assert_ne!(first.1, second.1, "the entry is moved");
    let number = |all: &[String]| all[0].trim_start_matches("SEQUENCE:").parse::<u64>().expect("a number");
    assert!(number(&second.2) > number(&first.2));
    assert_eq!(lines(&desk, "STATUS"), ["STATUS:TENTATIVE"]);
    desk.write("sources/events.yaml", desk.read("sources/events.yaml") + "  status: cancelled\n");
    built(&desk, "2024-05").exits(0);
    assert_eq!(lines(&desk, "STATUS"), ["STATUS:CANCELLED"]);
}

#[test]
fn links_are_refused_for_what_is_wrong_with_them_and_never_for_ours() {
    for (name, month) in [
        ("text/06-r14-refuses-ordinary-links", "2024-04"),
        ("real/03-same-words/11-title-as-link", "2024-05"),
        ("real/03-same-words/12-same-words", "2024-05"),
        ("real/03-same-words/20-same-title", "2024-05"),
        ("real/02-struck-link/01-struck-link", "2024-05"),
        ("real/02-struck-link/01b-struck-autolink", "2024-05"),
    ] {
        built(&case(name), month).exits(0).does_not_say("layouts/").does_not_say("error:");
    }
    let desk = case("real/02-struck-link/01-struck-link");
    built(&desk, "2024-05").exits(0);
    let raw =
        String::from_utf8_lossy(&pdf(&desk, "2024-05")).into_owned() + &unpacked(&pdf(&desk, "2024-05"));
    assert!(raw.contains("https://example.org/june") && pages(&desk).contains("moved to June"));

    let said = built(&case("text/22-bad-links"), "2024-04").exits(1);
    assert_eq!(times(&said.err, "error: "), 3, "{}", said.err);
    said.says("`https:/example.org` lacks the two slashes behind `https:`")
        .says("`https://` names no server")
        .says("a user's name or a password stands in this address");
    built(&case("real/11-link-hints"), "2024-05")
        .exits(1)
        .says("type the address of the site before it: `https://example.org/en/news/plan`")
        .says("a place in this text has no address of its own")
        .says("type `https://www.example.org/x`")
        .says("type `mailto:anna@example.org`")
        .does_not_say("https://#")
        .does_not_say("`https:///");
}

#[test]
fn addresses_copied_from_the_report_hold_no_foreign_character() {
    let desk = case("text/25-zero-width-in-addresses");
    built(&desk, "2024-04").exits(0);
    let report = rendered(desk.root(), &Layouts::defaults()).expect("a report");
    for (_, _, _, run) in report.pages.iter().flat_map(|page| &page.runs) {
        let address = run.contains("verylongpath") || run.contains("never.ends") || run.contains("aaaaaaaa");
        assert!(!(address && run.contains(['\u{200B}', '\u{2060}', '\u{AD}'])), "{run:?}");
    }
    for page in &report.pages {
        for (x, _, width, text) in &page.runs {
            assert!(x + width < 575.0 || text.trim().is_empty(), "{text:?} leaves the page: {x} + {width}");
        }
    }
}

#[test]
fn names_are_the_same_however_their_accents_are_encoded() {
    let desk = case("text/07-nfd-names-not-recognised");
    built(&desk, "2024-04").exits(0).does_not_say("unknown project").does_not_say("unknown owner");
    assert!(april(&desk, "actions.csv").contains(",É-PLAN,2024-05-31,open"));
}

#[test]
fn due_dates_are_read_in_every_shape_or_reported() {
    let desk = case("text/09-due-date-silently-dropped");
    built(&desk, "2024-04").exits(0);
    let rows = april(&desk, "actions.csv");
    let actions: Vec<&str> = rows.lines().skip(1).collect();
    let written =
        desk.read("sources/meetings/2024-04-08-call.md").lines().filter(|l| l.starts_with("- [ ]")).count();
    assert_eq!(actions.len(), written);
    assert!(actions.iter().all(|row| row.contains(",RECET,2024-05-31,open,")), "{rows}");
    let desk = case("real/04-due-date-shapes");
    let said = built(&desk, "2024-05").exits(0).says("31 May");
    assert_eq!(times(&may(&desk, "actions.csv"), ",2024-05-31,"), 10, "{}", said.err);
    // What can be two days is none.
    desk.replace("sources/meetings/2024-05-14-call.md", "31/05/2024", "06/05/2024");
    built(&desk, "2024-05")
        .exits(1)
        .says("error: `06/05/2024` is two days, as one reads it")
        .says("2024-05-06");
}

#[test]
fn quotation_marks_are_each_language_s() {
    let desk = case("text/10-single-quotes-mismatched");
    built(&desk, "2024-04").exits(0);
    for (language, single, outer, said) in [
        ("en", "‘single’", "“outer ‘inner’”", "said:“yes”;“no”"),
        ("el", "“single”", "«outer “inner”»", "said:«yes»;«no»"),
        ("it", "“single”", "«outer “inner”»", "said:«yes»;«no»"),
        ("bg", "‚single‘", "„outer ‚inner‘“", "said:„yes“;„no“"),
        ("sl", "‚single‘", "„outer ‚inner‘“", "said:„yes“;„no“"),
        ("de", "‚single‘", "„outer ‚inner‘“", "said:„yes“;„no“"),
        ("hr", "‚single’", "„outer ‚inner’”", "said:„yes”;„no”"),
    ] {
        let text = flat(&april(&desk, &format!("newsletter.{language}.txt")));
        for wanted in [single, outer, said, "’Tis, rock ’n’ roll, ’90s, the towns’ plans"] {
            assert!(text.contains(wanted), "{language}: no {wanted} in {text}");
        }
    }
}

#[test]
fn what_did_not_work_out_is_said_and_what_is_ordinary_is_not() {
    let said = built(&case("text/11-markdown-that-did-not-work"), "2024-04").exits(1);
    for words in [
        ":3:1: warning: these marks do nothing",
        "warning: this mark does nothing",
        "warning: `[Brackets] (https://example.org/x)` is no link",
        "error: a blank stands in this address",
        "warning: `[link][nolink]` leads nowhere",
        ":5:1: warning: `##` makes no heading",
        ":7:1: warning: `-` makes no item",
    ] {
        assert!(said.err.contains(words), "no {words} in {}", said.err);
    }
    built(&case("text/13-mojibake"), "2024-04")
        .exits(1)
        .says("error: U+FFFD stands where a letter was lost")
        .says("`Ã©` looks like a wrongly decoded `é`")
        .says("`Å½` looks like a wrongly decoded `Ž`")
        .says("`<o:p>` was left behind by a word processor");
    built(&case("text/14-pasted-bullets"), "2024-04")
        .exits(0)
        .says("lines begin with signs that make no list");
    built(&case("text/20-footnote-in-headline"), "2024-04")
        .exits(1)
        .says("a headline can't mention a footnote");
    let said = built(&case("real/06-unfinished/04-unfinished-in-code"), "2024-05").exits(0);
    assert_eq!(times(&said.err, "unfinished"), 0, "{}", said.err);
    let said = built(&case("real/06-unfinished/10-shortcut-reference"), "2024-05").exits(1);
    assert_eq!(times(&said.err, "unfinished"), 1, "only what is not defined: {}", said.err);
    built(&case("real/12-joined-words/06-joined-words"), "2024-05")
        .exits(0)
        .does_not_say("joined")
        .does_not_say("lacks");
    let desk = case("real/13-accepted-does-not-reach");
    let said = built(&desk, "2024-05").exits(1);
    assert_eq!(times(&said.err, "proj-x.md:"), 1, "the dead link alone: {}", said.err);
}

#[test]
fn html_gives_its_words_and_its_addresses() {
    let desk = case("real/08-html/07-html");
    // Without a web edition the mail holds the whole lead.
    desk.replace("bulletin.yaml", "web_url", "images_url");
    built(&desk, "2024-05").exits(0);
    let text = flat(&may(&desk, "newsletter.en.txt"));
    for words in [
        "Anna wrote to <village> and <the mayor>: the price is <5 kW and >2 kW. Use Vec<T, A> and Map<K, V, S>",
        "<asker> is it on? <village> yes it is",
        "Heat < 5 degrees and cold > 2 degrees, see the plan [",
        "A mayor and new line.",
        "the other plan [",
        "https://example.org/a",
        "https://example.org/b",
        "Hidden text.",
    ] {
        assert!(text.contains(words), "no {words} in {text}");
    }
    let desk = case("real/08-html/08-html2");
    desk.replace("bulletin.yaml", "web_url", "images_url");
    built(&desk, "2024-05").exits(1).says("unfinished text `TBC`");
    desk.replace("sources/updates/2024-05/proj-x.md", "<TBC>", "<day>");
    built(&desk, "2024-05").exits(0);
    for text in [flat(&may(&desk, "newsletter.en.txt")), pages(&desk)] {
        assert!(text.contains("Ten | Eleven") && text.contains("The date is <day> in <town>."), "{text}");
        assert!(!text.contains("seven") && !text.contains("nine"), "what nobody would see is no text");
    }
}

#[test]
fn a_plain_file_is_in_the_first_of_the_languages() {
    let desk = case("real/05-plain-file-language");
    built(&desk, "2024-05").exits(0);
    assert!(desk.read("output/2024-05/newsletter.sl.html").contains("<html lang=\"sl\""));
    assert!(!desk.path("output/2024-05/newsletter.en.html").exists());
}

#[test]
fn another_month_s_files_judge_their_own_month() {
    let desk = case("real/07-other-months-block");
    built(&desk, "2024-05").exits(0).does_not_say("2024-03").does_not_say("2024-07");
    desk.run(&["check", "2024-07", "--diagnostics", "short"])
        .exits(1)
        .says("sources/updates/2024-07/proj-later.md");
    desk.run(&["check", "2024-03", "--diagnostics", "short"])
        .exits(1)
        .says("sources/updates/2024-03/proj-old.md");
}

#[test]
fn actions_are_found_as_minutes_write_them() {
    let desk = case("real/09-action-shapes/02-action-url");
    built(&desk, "2024-05").exits(0);
    assert!(may(&desk, "actions.csv").contains("Close https://example.org/issues/7 after the call,,"));
    let said = built(&case("real/09-action-shapes/03-action-colon"), "2024-05").exits(1);
    assert_eq!(times(&said.err, "unknown owner `Anna`"), 2, "{}", said.err);
    said.says("a person to sources/people.yaml").does_not_say("Send the minutes at 10");
    let said = built(&case("real/09-action-shapes/16-person-owner"), "2024-05").exits(1);
    assert_eq!(times(&said.err, "unknown owner"), 1, "only who is in no list: {}", said.err);
    let desk = case("real/10-action-headings");
    built(&desk, "2024-05").exits(0);
    let rows = may(&desk, "actions.csv");
    assert!(
        rows.contains("write to the mayors,PROJ,2024-05-31")
            && rows.contains("write to the towns,PROJ,2024-05-31")
    );
}

#[test]
fn fields_below_the_headline_hold_the_month_back() {
    let desk = case("text/27-front-matter-below-the-heading");
    built(&desk, "2024-04").exits(1).says("stands in the text, where it holds nothing back");
    desk.run(&["build", "2024-04"]).exits(1);
    assert!(!desk.path("output").exists(), "not even a draft");
}

#[test]
fn an_event_keeps_its_id_whatever_else_is_written_and_whoever_sends() {
    let desk = case("text/18-event-moved");
    let uid = |desk: &Desk| -> Vec<String> {
        let text = desk.read("output/web/events/synergy-workshop.ics");
        text.lines().filter(|line| line.starts_with("UID")).map(str::to_string).collect()
    };
    built(&desk, "2024-04").exits(0);
    let first = uid(&desk);
    // A second event of the same title, and another address that the mail comes from.
    let events = desk.read("sources/events.yaml");
    desk.write("sources/events.yaml", format!("{events}\n{}", events.replace("2024-06-12", "2024-07-12")));
    desk.replace("bulletin.yaml", "from: ", "from: news@elsewhere.example.org #");
    built(&desk, "2024-05").exits(0);
    assert_eq!((first.len(), &first), (1, &uid(&desk)), "one id, which stays");
    assert!(desk.read("output/web/events/synergy-workshop-2.ics").contains("DTSTART:20240712"));
}
