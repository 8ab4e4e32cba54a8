//! The smallest cluster with files in place of its own or beside them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bulletin::diagnostic::{Diagnostics, Form, print};
use bulletin::issue::{self, Aids, Stage};
use bulletin::layouts::Layouts;
use bulletin::model::Cluster;
use bulletin::value::{Language, Parse};
use bulletin::sources::Sources;
use bulletin::words::Words;

const BASE: &[(&str, &str)] = &[
    (
        "bulletin.yaml",
        "name: N\npublisher: P\nfrom: news@example.org\nprivacy_url: https://example.org/p\nlanguages: [en, el]\n",
    ),
    ("sources/projects/recet.yaml", "acronym: RECET\ntitle: T\nprogramme: LIFE\nsummary: S.\n"),
    ("sources/issues/2024-04.yaml", "subject: S\n"),
    ("sources/updates/2024-04/recet-z.md", "# T\n\nText.\n"),
];

static LAYOUTS: LazyLock<Layouts> = LazyLock::new(Layouts::defaults);
static WORDS: LazyLock<AllWords> = LazyLock::new(|| {
    let languages = [Language::english(), Language::parse("el").expect("a language")];
    languages.map(|language| (language.clone(), Words::load(&LAYOUTS, &language))).into()
});

/// Reads, parses, assembles and checks; prints all findings, as a person would see them.
pub fn check(files: &[(&str, &str)]) {
    let mut texts: BTreeMap<&str, &str> = BASE.iter().copied().collect();
    texts.extend(files.iter().copied());
    let sources = Sources::from_texts(texts);
    let mut findings: Diagnostics = sources.findings.clone();
    if let Some(mut cluster) = Cluster::parse(&sources, &mut findings) {
        issue::resolve(&mut cluster, &sources, &mut findings);
        let aids = Aids { fonts: LAYOUTS.font_coverage(), words: &WORDS };
        let month = issue::newest(&cluster);
        for language in month.iter().flat_map(|month| issue::editions(&cluster, *month)) {
            let Some(month) = month else { continue };
            let edition = issue::assemble(&sources, &cluster, month, &language, None, Stage::Final);
            let _ = issue::untranslated(&edition);
            let _ = issue::check(edition, &aids, &mut findings);
        }
    }
    let printed = findings.sorted();
    for finding in &printed {
        assert!(!finding.message.is_empty());
        let Some(place) = &finding.place else { panic!("without a place: {finding:?}") };
        if let Some(text) = sources.texts().get(&place.file) {
            assert!(text.get(place.range.clone()).is_some(), "{finding:?}");
        }
    }
    let _ = print(&printed, &sources.texts(), Form::Human { colour: false });
    let _ = print(&printed, &sources.texts(), Form::Json);
}
