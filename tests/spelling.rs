//! Words are looked up in dictionaries that are there, and only where somebody asks for it.

use crate::desk::{Desk, copy, project};

/// A month of one text, with a small dictionary of its words in the cluster's folder.
fn month(text: &str) -> Desk {
    let desk = Desk::empty();
    copy(&project().join("tests/base"), desk.root());
    desk.write("sources/updates/2024-04/recet-energy-plans.md", format!("# The plans are there\n\n{text}\n"));
    desk.write("dictionaries/en_GB.aff", "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n");
    desk.write(
        "dictionaries/en_GB.dic",
        "14\nthe\nplan/S\nare\nthere\nis\na\nvillage/S\nmayor/S\nread\ndon't\nand\nco\nfunded\ntest\n",
    );
    desk
}

/// What a check says of the spelling of that text and its translations.
fn said(desk: &Desk) -> String {
    let outcome = desk.run(&["check", "2024-04", "--spelling", "--diagnostics", "short"]).ends();
    let mut own = false;
    let mut is_own = |line: &&str| {
        if !line.starts_with(' ') {
            own = line.contains("recet-energy-plans") && line.contains("no word of");
        }
        own
    };
    outcome.err.lines().filter(|line| is_own(line)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_word_that_no_dictionary_has_is_told_with_its_place_and_the_nearest_one() {
    let desk = month("The plns are there. The mayors don't read a co-funded plann and 3plans.");
    let said = said(&desk);
    assert!(
        said.contains("recet-energy-plans.md:3:5: warning: `plns` is no word of `en` (dictionary en_GB.dic)"),
        "{said}"
    );
    assert!(said.contains("did you mean `plans`?"), "{said}");
    assert!(said.contains("recet-energy-plans.md:3:55: warning: `plann`"), "{said}");
    assert_eq!(said.matches("recet-energy-plans.md").count(), 2, "{said}");
    // Without being asked, nothing is looked up.
    let outcome = desk.run(&["check", "2024-04", "--diagnostics", "short"]).ends();
    assert!(!outcome.err.contains("no word of"), "{}", outcome.err);
}

#[test]
fn names_acronyms_terms_addresses_and_comments_need_no_dictionary() {
    let desk = month(
        "RECET and NECPlatform are there, and Zagreb is. The prosumer is a [mayor](https://example.org/wrdos). <!-- wrng --> `cdoe` The\u{a0}plans.",
    );
    assert_eq!(said(&desk), "");
    let desk = month("The plns and the Quux are there.");
    desk.write("dictionaries/words.txt", "# Ours\nplns\n");
    assert_eq!(said(&desk), "");
}

#[test]
fn an_older_encoding_is_read_and_a_broken_dictionary_named() {
    let desk = month("The plans are there.");
    desk.write("bulletin.yaml", format!("languages: [en, el]\n{}", desk.read("bulletin.yaml")));
    desk.write(
        "sources/updates/2024-04/recet-energy-plans.el.md",
        "# Το σχέδιο\n\nΤο σχέδιο και το σχδιο.\n",
    );
    // `το`, `σχέδιο`, `και` in ISO 8859-7.
    let words: &[&[u8]] = &[b"3\n", b"\xf4\xef\n", b"\xf3\xf7\xdd\xe4\xe9\xef\n", b"\xea\xe1\xe9\n"];
    desk.write("dictionaries/el_GR.dic", words.concat());
    desk.write("dictionaries/el_GR.aff", "SET ISO8859-7\n");
    let said = said(&desk);
    assert!(
        said.contains("el.md:3:18: warning: `σχδιο` is no word of `el` (dictionary el_GR.dic)"),
        "{said}"
    );
    assert_eq!(said.matches("recet-energy-plans.el.md").count(), 1, "{said}");
    desk.write("dictionaries/el_GR.aff", "SET KLINGON\n");
    let outcome = desk.run(&["check", "2024-04", "--spelling"]).ends();
    assert!(
        outcome.err.contains("el_GR.dic can't be read: its `SET` names no known encoding"),
        "{}",
        outcome.err
    );
}

#[test]
fn a_language_without_a_dictionary_says_where_to_get_one() {
    let there = ["/usr/share/hunspell/mt_MT.dic", "/usr/share/myspell/dicts/mt_MT.dic"];
    if there.iter().any(|path| std::path::Path::new(path).exists()) {
        eprintln!("SKIPPED: this machine has a Maltese dictionary");
        return;
    }
    let desk = month("The plans are there.");
    desk.write("sources/updates/2024-04/recet-energy-plans.mt.md", "# Il-pjan\n\nIl-pjan.\n");
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("languages: [en, mt]\n{config}"));
    let outcome = desk.run(&["check", "2024-04", "--spelling"]).ends();
    assert!(outcome.err.contains("there is no dictionary of `mt`"), "{}", outcome.err);
    assert!(
        outcome.err.contains("put mt_MT.aff and mt_MT.dic into a folder `dictionaries`"),
        "{}",
        outcome.err
    );
}
