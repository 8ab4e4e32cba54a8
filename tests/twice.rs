//! Two builds in one process, as a preview makes them: the second, after an edit, gives what a first one
//! would. How long each takes, `cargo bench --bench twice` prints.

use std::collections::BTreeMap;

use bulletin::issue::{self, AsOf, Stage};
use bulletin::pipeline::{Folder, Kept, Quiet, Wanted, WebOutput, build, checked};

use crate::desk::Desk;

/// Every file that a final build makes, by path.
fn built(desk: &Desk, kept: &mut Kept) -> BTreeMap<String, Vec<u8>> {
    let now: jiff::Timestamp = "2024-05-02T09:00:00Z".parse().expect("a moment");
    let folder =
        Folder { root: desk.root().to_path_buf(), config: None, as_of: Some(AsOf::at(now)), today: None };
    let mut loaded = folder.load(kept, &mut Quiet).expect("a configuration");
    let mut findings = std::mem::take(&mut loaded.findings);
    let month = issue::newest(&loaded.cluster).expect("a month");
    let editions = checked(&loaded, &folder, month, Stage::Final, &mut findings, &mut Quiet);
    let editions = editions.unwrap_or_else(|| panic!("{findings:?}"));
    let wanted = Wanted { only: None, pages: false, no_pdf: false, now };
    let built = build(&editions, &loaded, wanted, &mut findings, &mut Quiet);
    let built = built.unwrap_or_else(|| panic!("{findings:?}"));
    let WebOutput::Site(site) = built.web else { panic!("{:?}", built.web) };
    let web = site.files.into_iter().map(|(path, bytes)| (format!("web/{path}"), bytes));
    built.outputs.files.into_iter().chain(web).collect()
}

/// The paths of the files that differ.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths = one.keys().chain(other.keys()).collect::<std::collections::BTreeSet<_>>();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

#[test]
fn a_second_build_in_one_process_gives_what_a_first_one_would() {
    let desk = Desk::example();
    let mut kept = Kept::between_builds();
    let first = built(&desk, &mut kept);
    assert_eq!(differing(&first, &built(&desk, &mut kept)), [""; 0], "nothing was edited");
    // A word of a text, a layout of each output, a word of the interface, and each taken back again.
    for (path, from, to, touched) in [
        ("sources/updates/2024-04/entrack-synergy-call.md", "call", "Call", "report.en.pdf"),
        ("layouts/newsletter/blocks/lead.hbs", "<h2", "<h2 data-edited=\"\"", "newsletter.en.html"),
        ("layouts/report/theme.typ", "leading: 0.62em", "leading: 0.6em", "report.en.pdf"),
        ("layouts/words/en.ftl", "mail-brief = ", "mail-brief = Even ", "newsletter.en.txt"),
    ] {
        let layout = path.strip_prefix("layouts/").and_then(bulletin::layouts::Layouts::embedded_text);
        if let Some(text) = layout {
            desk.write(path, text);
        }
        let before = built(&desk, &mut kept);
        desk.replace(path, from, to);
        let edited = built(&desk, &mut kept);
        assert!(differing(&before, &edited).contains(&touched.to_string()), "{path} was edited");
        assert_eq!(
            differing(&edited, &built(&desk, &mut Kept::default())),
            [""; 0],
            "{path}: as if it were the first"
        );
        desk.replace(path, to, from);
        assert_eq!(differing(&before, &built(&desk, &mut kept)), [""; 0], "{path} is as it was");
    }
}
