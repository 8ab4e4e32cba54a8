//! Which news and minutes are in an issue, where they may appear, and why others may not.

use bulletin::issue::{AsOf, Issue, Stage};
use bulletin::model::Channel;
use bulletin::model::Channel::{Newsletter, Report, Web};
use bulletin::value::{Language, Month, Parse};

use super::loaded;
use crate::desk::Desk;

/// Everything that a text of the public may appear in.
const ALL: &[Channel] = &[Newsletter, Report, Web];

/// The issue of April 2024 as of its last day, in a language.
fn edition<T>(desk: &Desk, language: &str, look: impl FnOnce(&Issue<'_>) -> T) -> T {
    let loaded = loaded(desk);
    let month = Month::parse("2024-04").expect("a month");
    let language = Language::parse(language).expect("a language");
    let as_of = Some(AsOf::end_of(month.last()));
    let editions = loaded.assemble(month, as_of, Stage::Final);
    look(editions.iter().find(|issue| issue.language == language).expect("an edition"))
}

/// Where an item of a file stands: its channels, or the words that say why it is in none.
fn fate(issue: &Issue<'_>, file: &str) -> Result<Vec<Channel>, String> {
    let updates = issue.updates.iter().map(|one| (&one.item.origin.file, &one.channels));
    let meetings = issue.meetings.iter().map(|one| (&one.item.origin.file, &one.channels));
    let found = updates.chain(meetings).find(|(path, _)| ***path == *file);
    let reason =
        || issue.left_out.iter().find(|left| &*left.place.file == file).map(|left| left.reason.to_string());
    match found {
        Some((_, channels)) => Ok(channels.clone()),
        None => Err(reason().unwrap_or_else(|| "nothing is said of it".into())),
    }
}

#[test]
fn an_update_is_in_where_its_fields_allow_it() {
    let report_only = "subject: S\nreport: {dissemination: sensitive}\n";
    let asked = "subject: S\napprovals_required: [recet]\n";
    for (front, manifest, wanted) in [
        ("date: 2024-04-01", "", Ok(ALL)),
        ("status: approved", "", Ok(ALL)),
        ("status: draft", "", Err("its status is `draft`; `approved` lets it in")),
        ("status: review", "", Err("its status is `review`; `approved` lets it in")),
        ("status: withdrawn", "", Err("withdrawn")),
        ("audience: [newsletter]", "", Ok(&[Newsletter][..])),
        ("audience: [report, web]", "", Ok(&[Report, Web][..])),
        ("audience: [internal]", "", Err("for the partners only")),
        ("audience: [internal]", report_only, Ok(&[Report][..])),
        ("audience: [newsletter]", report_only, Ok(&[Newsletter][..])),
        ("embargo_until: 2024-04-30T23:59:59Z", "", Ok(ALL)),
        ("embargo_until: 2024-05-01T00:00:00Z", "", Err("under embargo until 2024-05-01T00:00:00Z")),
        ("embargo_until: 2024-05-01T01:00:00+02:00", "", Ok(ALL)),
        ("expires: 2024-04-30", "", Ok(ALL)),
        ("expires: 2024-04-29", "", Err("expired on 2024-04-29")),
        ("date: 2024-04-01", asked, Err("not approved by recet")),
        ("approvals: [{by: recet, on: 2024-04-02}]", asked, Ok(ALL)),
        ("approvals: [{by: in-plan, on: 2024-04-02}]", asked, Err("not approved by recet")),
    ] {
        let desk = Desk::base();
        let file = "sources/updates/2024-04/recet-x.md";
        desk.write(file, format!("---\n{front}\n---\n# News\n\nText.\n"));
        if !manifest.is_empty() {
            desk.write("sources/issues/2024-04.yaml", manifest);
        }
        let found = edition(&desk, "en", |issue| fate(issue, file));
        assert_eq!(found, wanted.map(<[_]>::to_vec).map_err(str::to_string), "{front}\n{manifest}");
    }
}

#[test]
fn a_meeting_is_in_where_its_day_and_its_confidentiality_allow_it() {
    let sensitive = "subject: S\nreport: {dissemination: sensitive}\n";
    for (day, front, manifest, wanted) in [
        ("2024-04-12", "", "", Ok(ALL)),
        ("2024-04-30", "", "", Ok(ALL)),
        ("2024-05-01", "", "", Err("belongs to 2024-05")),
        ("2024-04-12", "confidentiality: public\n", "", Ok(ALL)),
        ("2024-04-12", "confidentiality: consortium\n", "", Err("for the partners only")),
        ("2024-04-12", "confidentiality: consortium\n", sensitive, Ok(&[Report][..])),
    ] {
        let desk = Desk::base();
        let file = format!("sources/meetings/{day}-b.md");
        desk.write(&file, format!("---\nhost: A\npresent: [recet]\n{front}---\n# Meeting\n\nText.\n"));
        if !manifest.is_empty() {
            desk.write("sources/issues/2024-04.yaml", manifest);
        }
        let found = edition(&desk, "en", |issue| fate(issue, &file));
        assert_eq!(found, wanted.map(<[_]>::to_vec).map_err(str::to_string), "{day} {front} {manifest}");
    }
}

#[test]
fn a_translation_stands_for_its_original_where_it_may_appear() {
    let (original, own) = ("sources/updates/2024-04/recet-x.md", "sources/updates/2024-04/recet-x.el.md");
    for (languages, edited, front, first, second) in [
        ("[en, el]", "el", "status: approved", Ok(ALL), Err("nothing is said of it")),
        ("[en, el]", "en", "status: approved", Err("nothing is said of it"), Ok(ALL)),
        ("[en, el]", "el", "status: draft", Err("its status is `draft`; `approved` lets it in"), Ok(ALL)),
        ("[en]", "en", "status: approved", Err("there is no edition in `el`"), Ok(ALL)),
    ] {
        let desk = Desk::base();
        desk.write("sources/issues/2024-04.yaml", format!("subject: S\nlanguages: {languages}\n"));
        desk.write(original, "# News\n\nText.\n");
        desk.write(own, format!("---\ntranslation: {{by: A, {front}}}\n---\n# Νέα\n\nΚείμενο.\n"));
        let found = edition(&desk, edited, |issue| (fate(issue, own), fate(issue, original)));
        let wanted = |fate: Result<&[Channel], &str>| fate.map(<[_]>::to_vec).map_err(str::to_string);
        assert_eq!(found, (wanted(first), wanted(second)), "{languages} {edited} {front}");
    }
}
