//! One issue in five languages: ten documents, each whole in its own language, and what has no
//! translation marked with the one that it is in.

use std::collections::BTreeMap;
use std::fs;

use crate::desk::{Desk, copy, files, project};
use crate::example::attached;

/// The languages of the case.
const LANGUAGES: [&str; 5] = ["en", "el", "bg", "hr", "sl"];

/// The cluster in five languages.
fn five() -> Desk {
    let desk = Desk::empty();
    copy(&project().join("tests/five"), desk.root());
    desk
}

#[test]
fn an_issue_has_a_report_and_a_newsletter_in_each_language() {
    let desk = five();
    desk.run(&["build", "--final", "-q"]).exits(0);
    let said: BTreeMap<&str, [&str; 6]> = BTreeMap::from([
        ("en", ["14 May 2024", "“energy plan”", "Tip", "CO₂", "EUR 1 473 926.71", "Sweden"]),
        ("el", ["14 Μαΐου 2024", "«ενεργειακό σχέδιο»", "Συμβουλή", "CO₂", "1 473 926,71 EUR", "Σουηδία"]),
        ("bg", ["14 май 2024", "„енергиен план“", "Съвет", "CO₂", "1 473 926,71 EUR", "Швеция"]),
        ("hr", ["14. svibnja 2024.", "„energetski plan”", "Savjet", "CO₂", "1 473 926,71 EUR", "Švedska"]),
        ("sl", ["14. maj 2024", "„energetski načrt“", "Nasvet", "CO₂", "1 473 926,71 EUR", "Švedska"]),
    ]);
    for language in LANGUAGES {
        let report = attached(&desk, &format!("output/2024-05/report.{language}.pdf")).replace('\u{A0}', " ");
        let text = desk.read(&format!("output/2024-05/newsletter.{language}.txt"));
        let html = desk.read(&format!("output/2024-05/newsletter.{language}.html"));
        assert!(html.contains(&format!("<html lang=\"{language}\" dir=\"ltr\"")));
        let [_, title, tip, co2, money, country] = said[language];
        for (what, output, said) in [
            ("report", &report, vec![title, money, country]),
            ("text", &text, vec![title, tip, co2]),
            ("html", &html, vec![title, tip, "CO<sub>2</sub>"]),
        ] {
            for said in said {
                assert!(output.contains(said), "{language}: {said} is not in the {what}");
            }
        }
        assert!(report.contains(said[language][0]), "{language}: the day");
        for output in [&report, &text] {
            assert!(!output.contains(".."), "{language}: two full stops");
        }
        if language != "en" {
            // Neither output says in English what has a translation.
            for (what, output) in [("text", &text), ("html", &html)] {
                assert!(!output.contains("mayor can read"), "{language}: English in the {what}");
                assert!(output.contains("Renovation roadmaps"), "{language}: the fallback in the {what}");
            }
            assert!(
                html.contains("lang=\"en\" dir=\"ltr\" class=\"story\""),
                "{language}: the fallback is marked"
            );
        }
    }
    // The actions' words are the translation's, their dates and states the original's.
    let greek = attached(&desk, "output/2024-05/report.el.pdf");
    assert!(greek.contains("να συντάξει το πρώτο κεφάλαιο") && greek.contains("30 Ιουνίου 2024"));
    assert!(greek.contains("Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης"));
    // A statement that was seen in public use prints without a verifier.
    assert!(attached(&desk, "output/2024-05/report.bg.pdf").contains("Съфинансирано от Европейския съюз"));
}

#[test]
fn what_is_not_translated_is_listed_for_the_translator() {
    let desk = five();
    desk.run(&["status"]).exits(0).prints("el 8 of 12, bg 7 of 12, hr 7 of 12, sl 7 of 12");
    let outcome = desk.run(&["translate"]).exits(0);
    for line in [
        "To translate into `el`:",
        "write sources/updates/2024-05/renoverty-roadmaps.el.md",
        "write sources/meetings/2024-05-14-second-call.hr.md",
        "sources/projects/renoverty.yaml: `summary`; write `summary: {en: \"…\", sl: \"…\"}`",
    ] {
        assert!(outcome.out.contains(line), "no {line:?} in:\n{}", outcome.out);
    }
    assert!(!outcome.out.contains("second-call.el.md: a text"), "{}", outcome.out);
}

#[test]
fn what_is_to_be_translated_is_written_as_files_to_fill_in() {
    let desk = five();
    let news = "sources/updates/2024-05/renoverty-roadmaps";
    let (original, file) = (format!("{news}.md"), format!("{news}.de.md"));
    let outcome = desk.run(&["translate", "2024-05", "--to", "de"]).exits(0);
    assert!(outcome.out.contains(&file), "{}", outcome.out);
    outcome.says("add it to `languages:`");
    let blank = desk.read(&file);
    let written = |desk: &Desk| attached(desk, "output/2024-05/report.de.pdf");
    // As it was written it changes nothing: the original stands, and is marked as such.
    let config = desk.read("bulletin.yaml").replace("languages: [en, el, bg, hr, sl]", "languages: [en, de]");
    desk.write("bulletin.yaml", config);
    desk.run(&["build", "--final", "-q"]).exits(0);
    assert!(written(&desk).contains("Renovation roadmaps"));
    desk.run(&["status"]).exits(0).prints(&format!("{file}: its status is `draft`"));
    let minutes = "sources/meetings/2024-05-14-second-call.de.md";
    assert!(desk.read(minutes).contains("## Beschlüsse") && desk.read(minutes).contains("## Maßnahmen"));
    desk.run(&["status"]).exits(0).prints(&format!("{minutes}: a translation whose status is `draft`"));
    // Nothing is overwritten.
    desk.write(&file, blank.replacen("# …", "# Fahrpläne", 1));
    desk.run(&["translate", "2024-05", "--to", "de"]).exits(0).says("is there already and not finished");
    assert!(desk.read(&file).contains("# Fahrpläne"));
    // Said to be finished, it may have no place left.
    let finished = desk.read(&file).replace("  status: draft\n", "");
    desk.write(&file, &finished);
    desk.run(&["build", "--final", "-q"]).exits(1).says("nothing is written here yet");
    desk.write(&file, finished.replace("\n…", "\nFür jede Gemeinde gibt es einen."));
    let done = desk.run(&["build", "--final", "-q"]).exits(0);
    assert!(!done.err.contains("was changed"), "{}", done.err);
    assert!(written(&desk).contains("Fahrpläne") && !written(&desk).contains("Renovation roadmaps"));
    // A changed original makes an old translation.
    desk.write(&original, desk.read(&original) + "\nOne more sentence.\n");
    desk.run(&["check"]).exits(0).says(&format!("{original} was changed since this was translated"));
}

#[test]
fn minutes_that_translate_none_are_not_held_back_by_half() {
    let desk = five();
    let minutes = "sources/meetings/2024-05-14-second-call.md";
    desk.write(
        minutes,
        desk.read(minutes).replace("host: AISFOR\n", "host: AISFOR\ntranslation: {status: draft}\n"),
    );
    desk.run(&["build", "-q"]).exits(1).says("`translation` stands in minutes that translate none");
}

#[test]
fn a_translation_is_held_back_with_its_original_and_by_itself() {
    let plans = "sources/updates/2024-05/recet-energy-plans.md";
    let greek = "sources/updates/2024-05/recet-energy-plans.el.md";
    let build = |desk: &Desk| {
        desk.run(&["build", "-q"]).exits(0);
        let folder = desk.path("output/2024-05");
        files(&folder).into_iter().filter(|(name, _)| name.ends_with(".txt")).collect::<BTreeMap<_, _>>()
    };
    let holds = |outputs: &BTreeMap<String, Vec<u8>>, language: &str, words: &str| {
        let text = String::from_utf8_lossy(&outputs[&format!("newsletter.{language}.txt")]).into_owned();
        text.contains(words)
    };
    // The original is for the partners only: no language says a word of it.
    let desk = five();
    desk.replace(plans, "date: 2024-05-14", "audience: [internal]");
    desk.replace("sources/issues/2024-05.yaml", "lead: recet-energy-plans\n", "");
    let outputs = build(&desk);
    assert!(!holds(&outputs, "en", "Forty municipalities") && !holds(&outputs, "el", "Σαράντα δήμοι"));
    // The translation is not ready: the original stands in its place.
    let desk = five();
    let text = desk.read(greek);
    desk.write(greek, format!("---\ntranslation: {{by: A, status: draft}}\n---\n{text}"));
    let outputs = build(&desk);
    assert!(!holds(&outputs, "el", "Σαράντα δήμοι") && holds(&outputs, "el", "Forty municipalities"));
    desk.run(&["status"]).exits(0).prints("recet-energy-plans.el.md: its status is `draft`");
}

#[test]
fn each_reader_gets_the_edition_in_the_language_asked_for() {
    let desk = five();
    desk.write(
        "list.csv",
        "email,language,basis\na@example.org,el,staff\nb@example.org,bg,staff\nc@example.org,it,staff\nd@example.org,,staff\n",
    );
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}audience: list.csv\n"));
    let outcome = desk.run(&["publish", "--yes"]).exits(0);
    assert!(outcome.err.contains("subject (en, 2 recipients): Forty villages"), "{}", outcome.err);
    assert!(outcome.err.contains("subject (el, 1 recipients)"), "{}", outcome.err);
    let mut greetings = Vec::new();
    for (_, bytes) in files(&desk.path("state/outbox")) {
        let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
        let to = message.to().and_then(|to| to.first()).and_then(|to| to.address()).expect("an address");
        greetings.push(format!("{}: {}", to, message.subject().expect("a subject")));
    }
    greetings.sort();
    assert_eq!(
        greetings,
        [
            "a@example.org: Σαράντα χωριά έχουν πλέον ενεργειακό σχέδιο",
            "b@example.org: Четиридесет села вече имат енергиен план",
            "c@example.org: Forty villages now have an energy plan",
            "d@example.org: Forty villages now have an energy plan",
        ]
    );
}

/// Builds, and gives everything that the outputs say.
fn said(desk: &Desk) -> String {
    desk.run(&["build", "2024-05", "-q"]).exits(0);
    let mut all = String::new();
    for (path, bytes) in files(&desk.path("output")) {
        match path.ends_with(".pdf") {
            true => all.push_str(&attached(desk, &format!("output/{path}"))),
            false => all.push_str(&String::from_utf8_lossy(&bytes)),
        }
    }
    all
}

#[test]
fn minutes_translated_for_the_partners_only_give_no_word_to_the_public() {
    let desk = five();
    let greek = "sources/meetings/2024-05-14-second-call.el.md";
    let text = desk.read(greek);
    desk.write(greek, format!("---\nconfidentiality: consortium\n---\n{text}"));
    let said = said(&desk);
    assert!(!said.contains("να συντάξει") && !said.contains("Δεύτερη κλήση"));
    assert!(said.contains("draft the guide"));
}

#[test]
fn what_holds_one_language_back_holds_all_back_whichever_is_the_original() {
    for front in ["audience: [internal]", "embargo_until: 2999-01-01T09:00Z"] {
        let desk = five();
        let file = |tag: &str| format!("sources/updates/2024-05/recet-secret.{tag}.md");
        desk.write(&file("hr"), format!("---\n{front}\n---\n# Tajna zzhr\n\nTekst zzhr.\n"));
        desk.write(&file("el"), "# Μυστικό zzel\n\nΚείμενο zzel.\n");
        desk.write(&file("en"), "# Secret zzen\n\nText zzen.\n");
        let said = said(&desk);
        for word in ["zzhr", "zzel", "zzen"] {
            assert!(!said.contains(word), "{word} with {front}");
        }
    }
}

#[test]
fn a_fact_that_only_a_translation_has_is_not_lost() {
    let desk = five();
    desk.write(
        "sources/updates/2024-05/recet-both.hr.md",
        "---\ndeadline: 2024-07-01\n---\n# Poziv zzhr\n\nTekst.\n",
    );
    desk.write("sources/updates/2024-05/recet-both.md", "# A call zzen\n\nText.\n");
    desk.run(&["build", "2024-05", "-q"]).exits(0);
    for language in ["en", "hr"] {
        let text = desk.read(&format!("output/2024-05/newsletter.{language}.txt"));
        assert!(text.contains("1 July 2024") || text.contains("1. srpnja 2024."), "{language}:\n{text}");
    }
}

#[test]
fn a_translation_names_an_original_of_its_own_month() {
    let desk = five();
    desk.write("sources/updates/2024-05/recet-s.md", "---\naudience: [internal]\n---\n# S\n\nText.\n");
    desk.write(
        "sources/updates/2024-06/recet-s2.el.md",
        "---\ntranslation_of: recet-s\n---\n# Σ\n\nΚείμενο zzel.\n",
    );
    desk.write("sources/issues/2024-06.yaml", "subject: S\n");
    desk.run(&["build", "2024-06", "--final"]).exits(1).says("there is no update `recet-s` to translate");
    assert!(!desk.path("output").exists());
}

#[test]
fn a_translated_action_has_the_place_of_its_original_whatever_its_id() {
    let desk = five();
    let minutes = "sources/meetings/2024-05-14-second-call.md";
    desk.replace(minutes, "(by 2024-06-30)", "(by 2024-06-30) {#guide}");
    let text = said(&desk);
    assert!(text.contains("να συντάξει το πρώτο κεφάλαιο"));
    // A list of another length is an error: a line of it would print nowhere.
    let greek = "sources/meetings/2024-05-14-second-call.el.md";
    desk.write(greek, desk.read(greek) + "- [ ] RECET: και κάτι ακόμα\n");
    desk.run(&["check"]).exits(1).says("this translation has 3 actions, its original 2");
}

#[test]
fn where_a_translation_does_not_appear_the_original_does() {
    let desk = five();
    let greek = "sources/updates/2024-05/recet-energy-plans.el.md";
    let text = desk.read(greek);
    desk.write(greek, format!("---\naudience: [report]\n---\n{text}"));
    desk.run(&["build", "-q"]).exits(0);
    assert!(desk.read("output/2024-05/newsletter.el.txt").contains("Forty municipalities"));
    assert!(attached(&desk, "output/2024-05/report.el.pdf").contains("Σαράντα χωριά"));
}

#[test]
fn a_language_with_a_region_is_one() {
    let desk = five();
    desk.replace("bulletin.yaml", "languages: [en, el, bg, hr, sl]", "languages: [en-GB, el-CY]");
    let project = "sources/projects/recet.yaml";
    desk.write(project, desk.read(project) + "statement_override: {en-GB: Own words, el-CY: Δικά μας}\n");
    desk.run(&["build", "-q"]).exits(0);
    assert!(attached(&desk, "output/2024-05/report.el-CY.pdf").contains("Δικά μας"));
}

#[test]
fn headings_below_the_title_have_their_levels() {
    let nothing = "# \n\n#\n\n";
    let desk = Desk::base();
    let text = format!(
        "Text.\n\n{nothing}## One\n\nText.\n\n### Deeper\n\nText.\n\n## Two\n\nText.\n\n# Three\n\nText.\n"
    );
    desk.write("sources/updates/2024-04/recet-sub.md", format!("# Title\n\n{text}"));
    desk.write(
        "sources/meetings/2024-04-20-more.md",
        format!("---\nhost: A\npresent: [recet]\n---\n# Meeting\n\n{text}\n## Actions\n\n- [ ] RECET: act\n"),
    );
    desk.run(&["build", "-q"]).exits(0);
    let manifest = desk.read("sources/issues/2024-04.yaml");
    desk.write("sources/issues/2024-04.yaml", format!("{manifest}\nlead: recet-sub\n"));
    desk.run(&["build", "-q"]).exits(0);
    let html = desk.read("output/2024-04/newsletter.en.html");
    let levels: Vec<&str> = html
        .match_indices("<h")
        .map(|(at, _)| &html[at + 2..at + 3])
        .filter(|l| l.parse::<u8>().is_ok())
        .collect();
    let mut last = 0;
    for level in levels.iter().filter_map(|level| level.parse::<u8>().ok()) {
        assert!(level <= last + 1, "a level is skipped: {levels:?}");
        last = level;
    }
}

#[test]
fn a_file_of_words_may_hold_one_line_and_the_others_stay() {
    let desk = five();
    desk.write("layouts/words/el.ftl", "verified-by = Maria\nmail-dates = Τα επόμενα\n");
    let outcome = desk.run(&["build", "2024-05", "-q"]).exits(0);
    assert!(!outcome.err.contains("el.ftl"), "{}", outcome.err);
    let text = desk.read("output/2024-05/newsletter.el.txt");
    assert!(text.contains("Τα επόμενα") && text.contains("Ποιος κάνει τι") && !text.contains('{'), "{text}");
}

#[test]
fn a_month_without_anything_says_so_and_nothing_else() {
    let outcome = five().run(&["build", "2024-09", "--diagnostics", "short"]).exits(0);
    assert!(outcome.err.contains("there is no news and no meeting for 2024-09"), "{}", outcome.err);
    assert!(!outcome.err.contains("parts.typ"), "{}", outcome.err);
}

#[test]
fn a_mistyped_language_in_a_name_is_one_mistake_with_the_name_to_give() {
    for (typed, hint) in [
        ("recet-energy-plans.gr.md", "name it `recet-energy-plans.el.md`"),
        ("recet-energy-plans.EL.md", "name it `recet-energy-plans.el.md`"),
        ("recet-energy-plans_el.md", "name it `recet-energy-plans.el.md`"),
    ] {
        let desk = five();
        let folder = "sources/updates/2024-05";
        let text = desk.read(&format!("{folder}/recet-energy-plans.el.md"));
        fs::remove_file(desk.path(&format!("{folder}/recet-energy-plans.el.md"))).expect("there");
        desk.write(&format!("{folder}/{typed}"), text);
        let outcome = desk.run(&["check", "--diagnostics", "short"]).exits(1).says(hint);
        assert_eq!(outcome.err.matches("error:").count(), 1, "{typed}: {}", outcome.err);
    }
}

#[test]
fn minutes_may_be_translated_without_naming_who_acts() {
    let desk = five();
    let greek = "sources/meetings/2024-05-14-second-call.el.md";
    let text = desk.read(greek).replace("RECET: ", "").replace("RENOVERTY: ", "");
    desk.write(greek, text);
    let outcome = desk.run(&["check"]).exits(0);
    assert!(!outcome.err.contains("no owner"), "{}", outcome.err);
}

/// The official languages of the EU.
const OFFICIAL: [&str; 24] = [
    "en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt",
    "nl", "pl", "pt", "ro", "sk", "sl", "sv",
];

#[test]
fn an_issue_is_built_in_every_official_language() {
    let desk = five();
    desk.replace(
        "bulletin.yaml",
        "languages: [en, el, bg, hr, sl]",
        &format!("languages: [{}]", OFFICIAL.join(", ")),
    );
    let outcome = desk.run(&["build", "--final", "--diagnostics", "short"]).exits(0);
    for (language, said) in STATEMENTS {
        let report = attached(&desk, &format!("output/2024-05/report.{language}.pdf"));
        let mail = desk.read(&format!("output/2024-05/newsletter.{language}.html"));
        let text = desk.read(&format!("output/2024-05/newsletter.{language}.txt"));
        for output in [&report, &text] {
            assert!(output.contains(said), "{language}: {said}");
        }
        assert!(mail.contains(&format!("<html lang=\"{language}\" dir=\"ltr\"")), "{language}");
        let line =
            format!("no wording in `{language}` has been verified of “Co-funded by the European Union”");
        let doubted = outcome.err.contains(&line);
        let english = said.starts_with("Co-funded") && language != "en";
        assert!(doubted || !english, "{language}: that English stands is said");
    }
    // No letter is without a font, and each edition is warned of once.
    assert!(!outcome.err.contains("no font"), "{}", outcome.err);
    let unverified = outcome.err.matches("has verified the interface words").count();
    assert_eq!(unverified, OFFICIAL.len() - 1, "{}", outcome.err);
}

/// What projects that the EU funds in part must print, as it was seen in public use; English where that is
/// in doubt.
const STATEMENTS: [(&str, &str); 24] = [
    ("bg", "Съфинансирано от Европейския съюз"),
    ("cs", "Spolufinancováno Evropskou unií"),
    ("da", "Medfinansieret af Den Europæiske Union"),
    ("de", "Kofinanziert von der Europäischen Union"),
    ("el", "Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης"),
    ("en", "Co-funded by the European Union"),
    ("es", "Cofinanciado por la Unión Europea"),
    ("et", "Kaasrahastanud Euroopa Liit"),
    ("fi", "Euroopan unionin osarahoittama"),
    ("fr", "Cofinancé par l'Union européenne"),
    ("ga", "Co-funded by the European Union"),
    ("hr", "Sufinancira Europska unija"),
    ("hu", "Az Európai Unió társfinanszírozásával"),
    ("it", "Cofinanziato dall'Unione europea"),
    ("lt", "Bendrai finansuoja Europos Sąjunga"),
    ("lv", "Līdzfinansē Eiropas Savienība"),
    ("mt", "Co-funded by the European Union"),
    ("nl", "Medegefinancierd door de Europese Unie"),
    ("pl", "Co-funded by the European Union"),
    ("pt", "Cofinanciado pela União Europeia"),
    ("ro", "Cofinanțat de Uniunea Europeană"),
    ("sk", "Co-funded by the European Union"),
    ("sl", "Sofinancira Evropska unija"),
    ("sv", "Medfinansieras av Europeiska unionen"),
];

#[test]
fn the_words_of_a_language_are_listed_and_written_to_be_mended() {
    let desk = five();
    let listed = desk.run(&["words"]).exits(0);
    assert_eq!(listed.out.lines().count(), OFFICIAL.len(), "{}", listed.out);
    listed
        .prints("en  ")
        .prints("verified by the authors")
        .prints("de  ")
        .prints("not verified by a native reader");
    desk.run(&["words", "de"]).exits(0).prints("layouts/words/de.ftl");
    desk.run(&["words", "de"]).exits(2).says("`layouts/words/de.ftl` is there already");
    // What is mended and verified is no longer missing; of a language of one's own the rest is.
    desk.write("layouts/words/de.ftl", "verified-by = Anna\nnews = Nachrichten\n");
    desk.run(&["words", "uk"]).exits(0);
    desk.write("layouts/words/uk.ftl", "news = Новини\n");
    let missing = desk.run(&["words", "--missing"]).exits(0);
    assert!(!missing.out.contains("de  "), "{}", missing.out);
    desk.run(&["words", "uk", "--missing"]).exits(0).prints("in English: draft-mark");
    desk.replace("bulletin.yaml", "languages: [en, el, bg, hr, sl]", "languages: [en, de]");
    let build = desk.run(&["build", "--diagnostics", "short"]).exits(0);
    assert!(!build.err.contains("has verified the interface words"), "{}", build.err);
    assert!(desk.read("output/2024-05/web.de.html").contains("Nachrichten"));
}

#[test]
fn one_line_verifies_what_the_law_prescribes_and_nothing_is_lost() {
    let desk = five();
    let config = desk.read("bulletin.yaml").replace("languages: [en, el, bg, hr, sl]", "languages: [en, it]");
    desk.write("bulletin.yaml", config);
    desk.write("layouts/legal/it.yaml", "verified_by: A Native\n");
    let outcome = desk.run(&["build", "--final", "-q"]).exits(0);
    assert!(!outcome.err.contains("funding-statement"), "{}", outcome.err);
    let report = attached(&desk, "output/2024-05/report.it.pdf");
    assert!(report.contains("Cofinanziato dall'Unione europea"), "the statement stays Italian");
    assert!(report.contains("non riflettono necessariamente"), "the disclaimer is Italian now");
}
