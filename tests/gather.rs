//! What partners send: every visible word of it is in its draft or named as left out, what is no news is gone, what is
//! hostile is refused, and nothing comes twice. The corpus is made by `tests/gather/make.py`.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;

use regex::Regex;

use crate::desk::{Desk, files, project};

/// A cluster of two projects.
fn desk() -> Desk {
    let desk = Desk::base();
    desk.write(
        "sources/projects/in-plan.yaml",
        "acronym: IN-PLAN\ntitle: Integrated energy and spatial planning\nprogramme: LIFE\nsummary: Helps towns plan.\nurl: https://in-plan.example\n",
    );
    desk
}

/// The folder of the corpus.
fn corpus() -> std::path::PathBuf {
    project().join("tests/gather/corpus")
}

/// The words of a text, counted: letters and digits, two or more.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// A part of an archive.
fn part(archive: &mut zip::ZipArchive<std::fs::File>, name: &str) -> String {
    let mut text = String::new();
    if let Ok(mut file) = archive.by_name(name) {
        file.read_to_string(&mut text).expect("text");
    }
    text
}

/// HTML without its tags, as crudely as can be.
fn untagged(html: &str) -> String {
    let gone =
        Regex::new(r"(?s)<(?:style|script|head)\b.*?</(?:style|script|head)>|<!--.*?-->").expect("a pattern");
    let ignored = Regex::new(r#"(?s)<span style="mso-list:Ignore">.*?</span></span>"#).expect("a pattern");
    let tags = Regex::new(r"<[^>]*>").expect("a pattern");
    let text = ignored.replace_all(html, " ").into_owned();
    let text = tags.replace_all(&gone.replace_all(&text, " "), " ").into_owned();
    text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The visible words of a file by another reader than ours.
fn visible(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("readable");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let open = || zip::ZipArchive::new(std::fs::File::open(path).expect("opens")).expect("an archive");
    if name.ends_with(".docx") {
        let mut archive = open();
        let words = Regex::new(
            r"(?s)<w:(?:t|delText)(?: [^>]*)?>(.*?)</w:(?:t|delText)>|</w:p>|</w:r>|<w:br/>|<w:tab/>",
        )
        .expect("a pattern");
        let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_string()).collect();
        let mut out = String::new();
        for part_name in names.iter().filter(|name| {
            let file = name.strip_prefix("word/").unwrap_or_default();
            ["document.xml", "footnotes.xml", "comments.xml"].contains(&file)
                || file.starts_with("header")
                || file.starts_with("footer")
        }) {
            let text = part(&mut archive, part_name);
            for found in words.captures_iter(&text) {
                out.push_str(found.get(1).map_or(" ", |words| words.as_str()));
            }
            out.push('\n');
        }
        return untagged(&out);
    }
    if name.ends_with(".odt") {
        let text = part(&mut open(), "content.xml");
        return untagged(&text.replace("<text:s/>", " "));
    }
    if name.ends_with(".eml") {
        let message = mail_parser::MessageParser::default().parse(&bytes).expect("a mail");
        let html = message.parts.iter().find_map(|part| match &part.body {
            mail_parser::PartType::Html(html) => Some(untagged(html)),
            _ => None,
        });
        let text = html.unwrap_or_else(|| message.body_text(0).unwrap_or_default().into_owned());
        return text;
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    match name.as_str() {
        "page.html" => untagged(&text),
        "windows-1251.txt" => encoding_rs::WINDOWS_1251.decode(&bytes).0.into_owned(),
        _ => text,
    }
}

/// What was made of one file: the drafts, and what was left out of them.
fn made(desk: &Desk, before: &[String]) -> (String, String) {
    let sources = files(&desk.path("sources"));
    let fresh = sources.iter().filter(|(path, _)| path.ends_with(".md") && !before.contains(path));
    let drafts: String = fresh.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned() + "\n").collect();
    let kept = files(&desk.path("state/originals"));
    let left = kept.iter().filter(|(path, _)| path.ends_with(".removed.txt"));
    (drafts, left.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect())
}

#[test]
fn every_visible_word_is_in_the_draft_or_named_as_left_out() {
    let mut lost = Vec::new();
    let mut seen = 0;
    for entry in std::fs::read_dir(corpus()).expect("the corpus").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // Forms and feeds are looked at by themselves: their words stand in several drafts.
        if [".csv", ".xlsx", ".xml", ".json"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        seen += 1;
        let desk = desk();
        let before: Vec<String> = files(&desk.path("sources")).into_keys().collect();
        desk.run(&["gather", &path.display().to_string(), "--month", "2024-05"]).exits(0);
        let (drafts, left) = made(&desk, &before);
        let found = counted(&format!("{drafts}\n{left}"));
        for (word, count) in counted(&visible(&path)) {
            // An address is written anew, and the columns of a table of actions become the shape of a list.
            let shape = ["action", "who", "when", "decision", "beschluss", "ap1", "ap2", "no", "to", "bis"]
                .contains(&word.as_str())
                || name.contains("minutes")
                    && ["june", "30", "friday", "30", "june"].contains(&word.as_str())
                || name.contains("protokoll") && ["30", "06", "2024"].contains(&word.as_str())
                || word.starts_with("http")
                || word.starts_with("utm")
                || word == "mail"
                || word == "source";
            if found.get(&word).copied().unwrap_or(0) < count && !shape {
                lost.push(format!(
                    "{name}: `{word}` {count} times, found {}",
                    found.get(&word).unwrap_or(&0)
                ));
            }
        }
    }
    assert!(seen >= 45, "{seen}");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn links_lists_tables_and_notes_arrive_as_such_and_no_residue_stays() {
    let desk = desk();
    let folder = corpus().display().to_string();
    let outcome = desk.run(&["gather", &folder, "--month", "2024-05", "--accept-forms"]).exits(0);
    outcome.says("68 taken in");
    let drafts = files(&desk.path("sources/updates/2024-05"));
    let of = |source: &str| {
        let found = drafts.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        found
            .into_iter()
            .find(|text| text.contains(&format!("source: \"{source}\"")))
            .unwrap_or_else(|| panic!("no {source}"))
    };
    for language in ["en", "el", "bg", "de"] {
        for kind in ["word", "word-footnote", "writer", "pandoc"] {
            let text = of(&format!("{kind}-{language}.docx"));
            assert_eq!(
                text.matches("\n- ").count() + text.matches("\n  - ").count(),
                3,
                "{kind} {language}:\n{text}"
            );
            assert!(text.contains("\n1. ") && text.contains("\n2. "), "{text}");
            assert!(
                text.contains("| Ptuj |") || text.contains("| Πτούι |") || text.contains("| Птуй |"),
                "{text}"
            );
            assert!(text.contains("](https://example.org/plans"), "{text}");
            assert!(text.contains("\n# ") && text.contains("\n## "), "{text}");
        }
        let text = of(&format!("writer-{language}.odt"));
        assert!(
            text.contains("\n  - ") && text.contains("|---|---|---|") && text.contains("\n1. "),
            "{text}"
        );
        assert!(of(&format!("word-footnote-{language}.docx")).contains("[^1]"));
        let text = of(&format!("word-{language}.docx"));
        assert!(
            text.contains("](https://example.org/vote)") && text.contains("^2^") && text.contains("\n> "),
            "{text}"
        );
        // A soft break glues no words; a deleted or hidden word is not there.
        assert!(text.contains("\\\n"), "{text}");
    }
    let all: String = drafts.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    for residue in [
        "utm_",
        "safelinks",
        "maria.rossi@",
        "+39 06",
        "iPhone",
        "news@example.org",
        "track.example.com",
        "alert(1)",
        "MsoNormal",
    ] {
        assert!(!all.contains(residue), "{residue}");
    }
    // No finding of a mail's residue remains when all of it goes out.
    for (path, bytes) in &drafts {
        let text = String::from_utf8_lossy(bytes).replace("status: draft\n", "");
        desk.write(&format!("sources/updates/2024-05/{path}"), text);
    }
    desk.write("sources/issues/2024-05.yaml", "subject: Forty villages\n");
    let printed = desk.run(&["check", "2024-05", "--diagnostics", "json"]).ends();
    let printed = printed.out + &printed.err;
    for rule in [
        "pasted-mail",
        "personal-address",
        "telephone",
        "tracking-link",
        "pasted-bullet",
        "word-debris",
        "raw-html",
        "mojibake",
    ] {
        let found: Vec<&str> =
            printed.lines().filter(|line| line.contains(&format!("\"rule\":\"{rule}\""))).collect();
        assert!(found.is_empty(), "{rule}: {found:#?}");
    }
}

#[test]
fn minutes_become_minutes_with_their_actions_and_decisions() {
    let desk = desk();
    for file in ["minutes.docx", "protokoll.txt"] {
        desk.run(&["gather", &corpus().join(file).display().to_string(), "--month", "2024-05"]).exits(0);
    }
    let path = "sources/meetings/2024-05-14-minutes-of-the-second-synergy-call-14-may-2024.md";
    let text = desk.read(path);
    for line in [
        "## Decisions\n\n- One guide for all mayors",
        "- [ ] RECET: Draft the first chapter of the guide (by 2024-06-30)",
        // Friday is that after the meeting.
        "- [ ] IN-PLAN: Map the towns (by 2024-05-17)",
        "- [ ] PROSPECT+: Invite the mayors (by 2024-06-03)",
        "present: [in-plan, recet]",
        "status: draft",
        "confidentiality: consortium",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // What nobody knows is found, with its place.
    let text = text.replace("status: draft\n", "").replace("TODO: who hosted the meeting", "AISFOR");
    desk.write(path, text);
    desk.write("sources/issues/2024-05.yaml", "subject: Forty villages\n");
    desk.run(&["check", "2024-05"]).exits(1).says("unknown owner `PROSPECT+`").says(path);
}

#[test]
fn a_second_run_adds_nothing_and_a_changed_original_is_put_beside_the_draft() {
    let desk = desk();
    let inbox = desk.path("inbox");
    std::fs::create_dir_all(&inbox).expect("a folder");
    for file in ["word-en.docx", "text-en.eml", "google-form.csv", "atom.xml"] {
        std::fs::copy(corpus().join(file), inbox.join(file)).expect("copied");
    }
    let inbox = inbox.display().to_string();
    let arguments = ["gather", inbox.as_str(), "--month", "2024-05", "--accept-forms"];
    desk.run(&[&arguments[..], &["--dry-run"]].concat()).exits(0).says("5 would be taken in");
    assert!(!desk.path("state").exists());
    desk.run(&arguments).exits(0).says("5 taken in");
    let first = files(&desk.path("sources"));
    desk.run(&arguments).exits(0).says("0 taken in, 5 known already");
    assert_eq!(first, files(&desk.path("sources")));
    // An editor works on a draft; then the sender sends the file again.
    let path = "sources/updates/2024-05/recet-forty-villages-agree-on-an-energy-plan-2.md";
    let edited = desk.read(path).replace("Forty", "Fifty");
    desk.write(path, &edited);
    let changed = std::fs::read_to_string(corpus().join("text-en.eml"))
        .expect("text")
        .replace("this spring", "this summer");
    std::fs::write(Path::new(&inbox).join("text-en.eml"), changed).expect("written");
    let outcome = desk.run(&arguments).exits(0);
    let outcome = outcome.says("0 taken in").says("1 changed since");
    let of_mail = outcome.out.lines().next().expect("a path").to_string();
    assert!(of_mail.ends_with(".proposal.md"), "{of_mail}");
    assert!(desk.read(&of_mail).contains("this summer"));
    assert_eq!(desk.read(path), edited);
    desk.write("sources/issues/2024-05.yaml", "subject: Forty villages\n");
    desk.run(&["check", "2024-05"]).ends().says("was changed since: take over what you want");
    desk.run(&arguments).exits(0).says("0 taken in, 5 known already");
}

#[test]
fn forms_are_mapped_once_and_their_other_answers_stay_private() {
    let desk = desk();
    let form = corpus().join("google-form.csv").display().to_string();
    desk.run(&["gather", &form, "--month", "2024-05"])
        .exits(1)
        .says("no form in bulletin.yaml has this table's columns")
        .says("text: \"What happened?\"");
    let config = desk.read("bulletin.yaml");
    desk.write(
        "bulletin.yaml",
        format!("{config}forms:\n  - {{title: Headline, text: \"What happened?\", project: Project, link: Link to read more, received: Timestamp}}\n"),
    );
    desk.run(&["gather", &form, "--month", "2024-05"]).exits(0).says("2 taken in");
    let drafts = files(&desk.path("sources/updates/2024-05"));
    let all: String = drafts.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(
        !all.contains('@') && all.contains("projects: [in-plan]") && all.contains("Zweite Zeile"),
        "{all}"
    );
    assert!(all.contains("<https://example.org/a>"), "{all}");
    // Whose a domain is, is said once.
    desk.write("bulletin.yaml", format!("{config}senders: {{recet.example: in-plan}}\n"));
    desk.run(&["gather", &corpus().join("text-de.eml").display().to_string(), "--month", "2024-05"]).exits(0);
    let drafts = files(&desk.path("sources/updates/2024-05"));
    assert!(
        drafts.keys().any(|path| path.starts_with("in-plan-vierzig") && path.contains("-2.")),
        "{:?}",
        drafts.keys()
    );
}

/// An archive of named parts.
fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A Word file whose document is that.
fn docx(document: Vec<u8>) -> Vec<u8> {
    archive(&[("[Content_Types].xml", b"<Types/>".to_vec()), ("word/document.xml", document)])
}

/// A document round some paragraphs.
fn body(inner: &str) -> Vec<u8> {
    format!("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{inner}</w:body></w:document>").into_bytes()
}

#[test]
fn what_is_hostile_is_refused_in_words_and_nothing_is_written() {
    let bomb = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(10_000_000);
    let deep = |mark: &str| {
        format!("{}x{}", format!("<{mark}>").repeat(60_000), format!("</{mark}>").repeat(60_000))
    };
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document><w:body>&b;</w:body></w:document>";
    let many: Vec<(String, Vec<u8>)> =
        (0..2_500).map(|number| (format!("word/x{number}.xml"), vec![])).collect();
    let many: Vec<(&str, Vec<u8>)> =
        many.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let deep_table =
        format!("<table>{}x{}</table>", "<tr><td><table>".repeat(3000), "</table></td></tr>".repeat(3000));
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("bomb.docx", docx(bomb), "unpacks to more than"),
        ("nodes.docx", docx(body(&"<w:p/>".repeat(1_100_000))), "elements"),
        ("deep.docx", docx(body(&deep("w:p"))), "deep in each other"),
        ("entities.docx", docx(entities.as_bytes().to_vec()), "declares entities"),
        ("many.docx", archive(&[many, vec![("word/document.xml", body("<w:p/>"))]].concat()), "parts; no text has more than"),
        ("half.docx", docx(body("<w:p/>"))[..100].to_vec(), "broken"),
        ("page.docx", b"<html><body><p>Hello</p></body></html>".to_vec(), "is named .docx and is a web page"),
        ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "Word's old kind"),
        ("mail.msg", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "a mail of Outlook's own kind"),
        ("report.pdf", b"%PDF-1.7".to_vec(), "is a PDF"),
        ("empty.txt", vec![], "is empty"),
        ("program.txt", b"MZ\0\0\0\0".to_vec(), "none that texts come in"),
        ("deep.html", format!("<html><body>{}", "<div>".repeat(5_000)).into_bytes(), "deep in each other"),
        ("deep-table.html", deep_table.into_bytes(), "deep in each other"),
        ("cells.xlsx", archive(&[("xl/workbook.xml", b"<w/>".to_vec()), ("xl/worksheets/sheet1.xml", format!("<s><row>{}</row></s>", "<c r=\"XFD1048576\"><v>1</v></c>".repeat(210_000)).into_bytes())]), "more than 200000 cells"),
        ("entities.xml", b"<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a;</title></item></channel></rss>".to_vec(), "declares entities"),
        ("broken.json", b"{\"items\": [1".to_vec(), "can't be read"),
    ];
    for (name, bytes, said) in cases {
        let desk = desk();
        let before = files(&desk.path("sources"));
        let file = desk.path(&format!("inbox/{name}"));
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, bytes).expect("written");
        desk.run(&["gather", &file.display().to_string(), "--month", "2024-05"])
            .exits(1)
            .says(said)
            .says("hint:")
            .says("0 taken in");
        assert_eq!(before, files(&desk.path("sources")), "{name}");
    }
    // What only tries to reach out is taken in, and does not reach.
    let desk = desk();
    let file = desk.path("inbox/out.docx");
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let rels = "<Relationships><Relationship Id=\"r1\" Target=\"https://track.example.com/a.png\" TargetMode=\"External\"/><Relationship Id=\"r2\" Target=\"../../../etc/passwd\"/></Relationships>";
    let inner = "<w:p><w:r><w:t>RECET opens its office to all mayors of the region</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:link=\"r1\"/></w:drawing></w:r></w:p><w:p><w:r><w:drawing><a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:embed=\"r2\"/></w:drawing></w:r></w:p>";
    std::fs::write(
        &file,
        archive(&[
            ("word/document.xml", body(inner)),
            ("word/_rels/document.xml.rels", rels.as_bytes().to_vec()),
            ("word/vbaProject.bin", b"macro".to_vec()),
            ("../../evil.txt", b"x".to_vec()),
        ]),
    )
    .expect("written");
    desk.run(&["gather", &file.display().to_string(), "--month", "2024-05"])
        .exits(0)
        .prints("something that lies elsewhere (2 lines)");
    assert!(
        !desk.path("sources/images").join("passwd").exists()
            && !desk.root().parent().expect("above").join("evil.txt").exists()
    );
    let left: String = files(&desk.path("state/originals"))
        .iter()
        .filter(|(path, _)| path.ends_with("removed.txt"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(left.contains("track.example.com") && left.contains("etc/passwd"), "{left}");
}

#[test]
fn a_month_of_raw_material_becomes_drafts_that_want_little() {
    let desk = desk();
    desk.write(
        "sources/projects/prospect.yaml",
        "acronym: PROSPECT+\ntitle: Peer learning\nprogramme: LIFE\nsummary: Cities learn from cities.\nurl: https://prospect.example\n",
    );
    desk.write(
        "sources/projects/recet.yaml",
        desk.read("sources/projects/recet.yaml") + "url: https://recet.example\n",
    );
    let inbox = project().join("tests/raw-month").display().to_string();
    desk.run(&["gather", &inbox, "--month", "2024-05", "--accept-forms"]).exits(0).says("9 taken in");
    let text = |name: &str| desk.read(&format!("sources/updates/2024-05/{name}.md"));
    assert!(
        text("prospect-opens-its-second-learning-round")
            .contains("until 30 June 2024. Seventy places are open")
    );
    assert!(!text("prospect-opens-its-second-learning-round").contains("here is our text"));
    assert!(text("in-plan-trains-two-hundred-planners").contains("| Croatia | 60 |"));
    assert!(
        text("recet-heat-plans-for-forty-villages")
            .contains("[on the project's page](https://recet.example/plans)")
    );
    assert!(text("prospect-a-guide-to-energy-bonds-in-five-languages").contains("projects: [prospect]"));
    assert!(text("recet-rural-mayors-meet-in-trieste").contains("projects: [recet]"));
    let minutes = desk.read("sources/meetings/2024-05-22-minutes-of-the-cluster-call-22-may-2024.md");
    assert!(minutes.contains("- [ ] RECET: Draft the leaflet (by 2024-06-14)"), "{minutes}");
    assert!(
        minutes.contains("- [ ] IN-PLAN, PROSPECT+: Send three examples each (by 2024-06-07)"),
        "{minutes}"
    );
    let rights = desk.read("sources/images.yaml");
    assert!(
        rights.contains("# they say: la foto della visita a Ptuj in allegato, di Marko Zajc, CC BY 4.0."),
        "{rights}"
    );
    assert_eq!(rights.matches("credit: #").count(), 3, "{rights}");
    assert!(desk.path("sources/images/logo.png").exists());
    // Nothing of it goes out before somebody says so.
    desk.write("sources/issues/2024-05.yaml", "subject: Forty villages\n");
    desk.run(&["status", "2024-05"]).exits(0).prints("its status is `draft`");
}

#[test]
fn mailboxes_folders_of_mails_and_events_of_forms_are_taken() {
    let desk = desk();
    let read = |name: &str| std::fs::read(corpus().join(name)).expect("readable");
    // A mailbox of two mails, and a Maildir with a read one and a new one.
    let mut mbox = b"From a Mon May 13 09:00:00 2024\n".to_vec();
    mbox.extend(read("text-en.eml"));
    mbox.extend(b"\n\nFrom b Mon May 13 09:00:00 2024\n");
    mbox.extend(read("text-de.eml"));
    desk.write("inbox/all.mbox", mbox);
    desk.write("inbox/Maildir/cur/1.host,2,S", read("text-el.eml"));
    desk.write("inbox/Maildir/new/2.host", read("text-bg.eml"));
    desk.write("inbox/Maildir/tmp/3.host", "half");
    let inbox = desk.path("inbox").display().to_string();
    desk.run(&["gather", &inbox, "--month", "2024-05"]).exits(0).says("4 taken in");
    desk.write("events.csv", "Project,Event title,Description,Start date,End date,Venue\nRECET,Open day,For all mayors of the region,18/06/2024,,Trieste\n");
    let events = desk.path("events.csv").display().to_string();
    desk.run(&["gather", &events, "--month", "2024-05", "--accept-forms"])
        .exits(0)
        .prints("sources/events.yaml");
    let made = desk.read("sources/events.yaml");
    for line in
        ["- title: \"Open day\"", "  starts: 2024-06-18", "  place: \"Trieste\"", "  projects: [recet]"]
    {
        assert!(made.contains(line), "{line}\n{made}");
    }
    desk.run(&["gather", &events, "--month", "2024-05", "--accept-forms"]).exits(0).says("1 known already");
    desk.run(&["gather", "nowhere.docx"]).exits(1).says("there is no such file or folder");
    desk.run(&["gather", &events, "--project", "RECTE"]).exits(2).says("did you mean `RECET`?");
}
