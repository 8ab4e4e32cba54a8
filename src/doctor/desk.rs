//! The folder and the machine: configuration, layouts, fonts, dictionaries, list, state, clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::Timestamp;

use super::Line;
use crate::diagnostic::{Diagnostics, Severity};
use crate::issue::{self, Stage};
use crate::layouts::Layouts;
use crate::pipeline::{Folder, Loaded, look_at_layouts};
use crate::sending::audience;
use crate::spelling;

/// Looks at all of them.
pub(super) fn examine(folder: &Folder, loaded: &Loaded, now: Timestamp) -> Vec<Line> {
    let layouts = layouts(folder, loaded);
    vec![
        configuration(loaded),
        layouts,
        fonts(loaded),
        dictionaries(folder, loaded),
        recipients(folder, loaded),
        state(folder),
        clock(folder, now),
    ]
}

/// Whether the sources can be read.
fn configuration(loaded: &Loaded) -> Line {
    match loaded.findings.count(Severity::Error) {
        0 => {
            let tags: Vec<&str> = loaded.words.keys().map(|language| language.as_str()).collect();
            Line::well(
                "sources",
                format!("{}, texts in {}", projects(loaded.cluster.projects.len()), tags.join(", ")),
            )
        }
        1 => Line::ill("sources", "there is 1 error", "`bulletin check` prints it"),
        many => Line::ill("sources", format!("there are {many} errors"), "`bulletin check` prints them"),
    }
}

/// A number of projects, in words.
fn projects(count: usize) -> String {
    if count == 1 { "1 project".into() } else { format!("{count} projects") }
}

/// Whether layouts of the cluster's own still fit.
fn layouts(folder: &Folder, loaded: &Loaded) -> Line {
    let defaults = Layouts::defaults();
    let own: Vec<&str> = loaded
        .layouts
        .below("")
        .filter(|(path, bytes)| defaults.bytes(path).is_none_or(|default| default != *bytes))
        .map(|(path, _)| path)
        .collect();
    if own.is_empty() {
        return Line::well("layouts", "the program's own");
    }
    let mut found = Diagnostics::new();
    if let Some(month) = issue::newest(&loaded.cluster) {
        let editions = loaded.assemble(month, folder.as_of, Stage::Draft);
        editions
            .into_iter()
            .map(issue::refused)
            .for_each(|edition| look_at_layouts(&edition, loaded, &mut found));
    }
    let wrong = found.iter().chain(loaded.findings.iter());
    let wrong: Vec<String> = wrong
        .filter(|finding| {
            finding
                .place
                .as_ref()
                .is_some_and(|place| own.iter().any(|path| *place.file == format!("layouts/{path}")))
        })
        .map(|finding| finding.message.clone())
        .collect();
    match wrong.first() {
        None => Line::well("layouts", format!("{} of your own: {}", own.len(), own.join(", "))),
        Some(first) => Line::ill(
            "layouts",
            format!("one of your own does not work: {first}"),
            "`bulletin check` says where; `bulletin new layout` shows the program's own",
        ),
    }
}

/// Whether the font that is asked for is there.
fn fonts(loaded: &Loaded) -> Line {
    match &loaded.cluster.config.look.font {
        None => Line::well("fonts", "Source Sans 3, which comes with the program"),
        Some(font) if loaded.fonts.families().iter().any(|family| family.eq_ignore_ascii_case(font)) => {
            Line::well("fonts", format!("{font} is there"))
        }
        Some(font) => Line::ill(
            "fonts",
            format!("there is no font `{font}`"),
            "put its file into layouts/fonts/, or take `look: {font: …}` out",
        ),
    }
}

/// Whether the languages have dictionaries.
fn dictionaries(folder: &Folder, loaded: &Loaded) -> Line {
    let missing: Vec<&str> = loaded
        .words
        .keys()
        .filter(|language| !matches!(spelling::dictionary(&folder.root, language), Ok(Some(_))))
        .map(|language| language.as_str())
        .collect();
    match missing.is_empty() {
        true => Line::well("dictionaries", "there is one of every language"),
        false => Line::note(
            "dictionaries",
            format!("there is none of {}", missing.join(", ")),
            "only `bulletin check --spelling` needs them: it says where to get one",
        ),
    }
}

/// Whether the list of recipients can be read whole.
fn recipients(folder: &Folder, loaded: &Loaded) -> Line {
    let config = &loaded.cluster.config;
    let Some(path) = &config.audience else {
        return Line::note(
            "recipients",
            "no list is named",
            "`bulletin new recipient-list ../recipients.csv` writes one; then `audience: ../recipients.csv`",
        );
    };
    let mut found = Diagnostics::new();
    let list = audience(folder, config, &mut found);
    let first = found.iter().find(|finding| finding.severity == Severity::Error);
    match (list, first) {
        (_, Some(wrong)) => Line::ill(
            "recipients",
            format!("{path}: {}", wrong.message),
            wrong.hints.first().cloned().unwrap_or_else(|| "`bulletin check` says more".into()),
        ),
        (Some(list), None) => Line::well(
            "recipients",
            format!("{} on the list, {} may be mailed", list.candidates(), list.recipients.len()),
        ),
        (None, None) => {
            Line::ill("recipients", format!("{path} can't be read"), "look at its name and place")
        }
    }
}

/// Whether the folder of what must not be lost is safe.
fn state(folder: &Folder) -> Line {
    let path = folder.state();
    let tracked = Command::new("git").args(["ls-files", "--", "state"]).current_dir(&folder.root).output();
    let tracked = tracked.is_ok_and(|output| output.status.success() && !output.stdout.is_empty());
    if tracked {
        return Line::ill(
            "state",
            "state/ is under version control: people's addresses go wherever the folder goes",
            "`git rm -r --cached state`, and a line `/state/` in .gitignore; who has a copy has the addresses",
        );
    }
    if let Some(why) = open_to_others(&path) {
        return Line::ill("state", why, format!("`chmod -R go-rwx {}`", path.display()));
    }
    let shown = folder.root.display().to_string();
    let synced = ["Dropbox", "OneDrive", "Google Drive", "Nextcloud", "iCloud"]
        .into_iter()
        .find(|name| shown.contains(name));
    if let Some(service) = synced {
        return Line::ill(
            "state",
            format!("the folder lies in {service}: two machines could send the same issue"),
            "keep the folder on one machine's own disk; share sources/ by version control",
        );
    }
    match path.exists() {
        true => Line::well("state", format!("{} is yours alone", path.display())),
        false => Line::well("state", "nothing was sent from here yet"),
    }
}

/// Why others can read the folder, if they can.
#[cfg(unix)]
fn open_to_others(path: &Path) -> Option<String> {
    use std::os::unix::fs::PermissionsExt;
    let open = |path: &Path| fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
    let ledger = path.join("bulletin.db");
    (open(&ledger) && open(path)).then(|| format!("others on this machine can read {}", ledger.display()))
}

/// Other systems give files their folder's rights.
#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<String> {
    None
}

/// Whether the clock can be right: not before what was done already.
fn clock(folder: &Folder, now: Timestamp) -> Line {
    let zone = folder.zone();
    let shown = |moment: Timestamp| moment.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M %Z").to_string();
    let ledger = fs::metadata(folder.state().join("bulletin.db")).and_then(|meta| meta.modified()).ok();
    let last = ledger.and_then(|at| Timestamp::try_from(at).ok());
    let slack = jiff::SignedDuration::from_mins(5);
    match last {
        Some(last) if now + slack < last => Line::ill(
            "clock",
            format!("it says {}, but something was sent at {}", shown(now), shown(last)),
            "set the clock: paces, embargoes and dates in mails go by it",
        ),
        _ if now < Timestamp::constant(1_735_689_600, 0) => {
            Line::ill("clock", format!("it says {}", shown(now)), "set the clock: this program is younger")
        }
        _ => Line::well("clock", format!("it says {}", shown(now))),
    }
}
