//! Where dictionaries are kept, and how one is read.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use spellbook::Dictionary;

use crate::diagnostic::{Diagnostic, Place};
use crate::value::Language;

/// A dictionary that was found.
pub struct Found {
    /// What words are looked up in.
    pub dictionary: Dictionary,
    /// Its file.
    pub path: PathBuf,
}

impl Found {
    /// How it is called in a finding: by its language and its file.
    pub fn name(&self, language: &Language) -> String {
        let file = self.path.file_name().unwrap_or_default().to_string_lossy();
        format!("`{}` (dictionary {file})", language.as_str())
    }
}

/// A dictionary that is there and can't be used.
#[derive(Debug)]
pub struct Unreadable {
    /// Its file.
    path: PathBuf,
    /// What is wrong with it.
    why: String,
}

impl Unreadable {
    /// The finding.
    pub fn finding(&self) -> Diagnostic {
        let message = format!("the dictionary {} can't be read: {}", self.path.display(), self.why);
        Diagnostic::warning("spelling", message)
            .hint("get it anew, as two files `.aff` and `.dic` of one name, or delete it")
    }
}

/// The region whose dictionary is taken where several are there and the text names none.
const USUAL: &[(&str, &str)] = &[
    ("bg", "BG"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "GB"),
    ("es", "ES"),
    ("et", "EE"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("ga", "IE"),
    ("hr", "HR"),
    ("hu", "HU"),
    ("it", "IT"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("mt", "MT"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("sk", "SK"),
    ("sl", "SI"),
    ("sv", "SE"),
];

/// The folders that hold dictionaries: the cluster's own first, then those that the environment names, then
/// the usual ones of Linux, macOS and Windows, LibreOffice's among them.
fn folders(root: &Path) -> Vec<PathBuf> {
    let mut all = vec![root.join("dictionaries")];
    // As Hunspell itself has it.
    all.extend(env::var_os("DICPATH").iter().flat_map(env::split_paths));
    let usual = [
        "/usr/share/hunspell",
        "/usr/local/share/hunspell",
        "/opt/homebrew/share/hunspell",
        "/usr/share/myspell/dicts",
        "/usr/share/myspell",
        "/Library/Spelling",
    ];
    all.extend(usual.map(PathBuf::from));
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    all.extend(
        home.iter()
            .flat_map(|home| ["Library/Spelling", ".local/share/hunspell"].map(|below| home.join(below))),
    );
    let offices = [
        "/usr/lib/libreoffice/share/extensions",
        "/opt/libreoffice/share/extensions",
        "/Applications/LibreOffice.app/Contents/Resources/extensions",
        r"C:\Program Files\LibreOffice\share\extensions",
    ];
    for office in offices {
        let mut below: Vec<PathBuf> =
            fs::read_dir(office).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        below.sort();
        all.extend(
            below.into_iter().filter(|path| {
                path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("dict-"))
            }),
        );
    }
    all
}

/// The dictionary of a language, if there is one.
///
/// # Errors
///
/// If the one that there is can't be read.
pub fn dictionary(root: &Path, language: &Language) -> Result<Option<Found>, Unreadable> {
    let Some(path) = folders(root).iter().find_map(|folder| in_folder(folder, language)) else {
        return Ok(None);
    };
    let unreadable = |why: String| Unreadable { path: path.clone(), why };
    let bytes = |path: &Path| fs::read(path).map_err(|error| unreadable(error.to_string()));
    let affixes = bytes(&path.with_extension("aff"))?;
    let charset = charset(&affixes).ok_or_else(|| unreadable("its `SET` names no known encoding".into()))?;
    let (affixes, _) = charset.decode_without_bom_handling(&affixes);
    let words = bytes(&path)?;
    let (words, _) = charset.decode_without_bom_handling(&words);
    let text = |text: &str| text.trim_start_matches('\u{FEFF}').to_string();
    let dictionary =
        Dictionary::new(&text(&affixes), &text(&words)).map_err(|error| unreadable(error.to_string()))?;
    Ok(Some(Found { dictionary, path }))
}

/// The file of a folder that holds a language's words, of the usual region first.
fn in_folder(folder: &Path, language: &Language) -> Option<PathBuf> {
    let primary = language.primary();
    let mut named: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|end| end == "dic") && path.with_extension("aff").is_file()
        })
        .filter(|path| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
            stem == primary || stem.strip_prefix(primary).is_some_and(|rest| rest.starts_with('_'))
        })
        .collect();
    let region = language
        .region()
        .or_else(|| USUAL.iter().find(|(tag, _)| *tag == primary).map(|(_, region)| *region));
    let rank = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
        let usual = region.is_some_and(|region| stem.starts_with(&format!("{primary}_{region}")));
        (!usual, stem != primary, stem)
    };
    named.sort_by_key(rank);
    named.into_iter().next()
}

/// The encoding that an affix file names; UTF-8 where it names none.
fn charset(affixes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let line = affixes.split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(b"SET "));
    let Some(name) = line else { return Some(encoding_rs::UTF_8) };
    let name = name.trim_ascii().to_ascii_lowercase();
    encoding_rs::Encoding::for_label(
        name.strip_prefix(b"microsoft-cp".as_slice())
            .map_or(name.clone(), |page| [b"windows-".as_slice(), page].concat())
            .as_slice(),
    )
}

/// The finding that a language has no dictionary, and where to get one.
pub fn missing(language: &Language) -> Diagnostic {
    let tag = language.as_str();
    let region =
        USUAL.iter().find(|(known, _)| *known == language.primary()).map(|(_, region)| format!("_{region}"));
    let name = format!("{}{}", language.primary(), region.unwrap_or_default());
    Diagnostic::warning("spelling", format!("there is no dictionary of `{tag}`: the spelling of its texts was not looked at"))
        .at(Place::file("bulletin.yaml"))
        .hint(format!(
            "put {name}.aff and {name}.dic into a folder `dictionaries` here (LibreOffice offers them among its extensions), or install the machine's (on Debian and Ubuntu a package `hunspell-{tag}…`)"
        ))
}
