//! The walk over the cluster's folder: the one place of this room that reads the disk.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::front_matter::{blanked, split};
use super::{CONFIG_FILE, Kind, SourceFile, Sources, scan};
use crate::diagnostic::{Diagnostic, Place, nearest};

/// The largest YAML text, front matter included, in bytes.
const MAX_YAML_BYTES: u64 = 1 << 20;

/// The largest Markdown file in bytes; Typst's places reach to 8 MiB.
const MAX_MARKDOWN_BYTES: u64 = 8 << 20;

/// The largest picture file in bytes.
pub const MAX_IMAGE_BYTES: u64 = 40 << 20;

/// Files directly in `sources/` that are read.
const SINGLE_FILES: &[&str] = &[
    "events.yaml",
    "indicators.yaml",
    "activities.yaml",
    "sent.yaml",
    "synergies.yaml",
    "organisations.yaml",
    "people.yaml",
    "images.yaml",
];

/// Folders in `sources/` that are read.
const FOLDERS: &[&str] = &["projects", "updates", "meetings", "issues", "images"];

/// Extensions of pictures; those of other kinds are named where a text shows one.
const IMAGE_EXTENSIONS: &[&str] = &[
    "png", "jpg", "jpeg", "svg", "webp", "gif", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl", "jp2",
    "ico",
];

/// Reads `bulletin.yaml` (or the file named instead) and everything below `sources/`.
///
/// What can't be read is a finding; the rest is read all the same.
pub fn read(root: &Path, config: Option<&Path>) -> Sources {
    let mut sources = read_configuration(root, config);
    let folder = root.join("sources");
    if folder.is_dir() {
        walk(&mut sources, &folder);
    } else {
        sources.findings.push(
            Diagnostic::fatal("missing-folder", format!("there is no folder `{}`", folder.display()))
                .hint("`bulletin init` makes one"),
        );
    }
    same_ids(&mut sources);
    sources
}

/// Reads `bulletin.yaml` (or the file named instead) and nothing else.
pub fn read_configuration(root: &Path, config: Option<&Path>) -> Sources {
    let mut sources = Sources { root: root.to_path_buf(), ..Sources::default() };
    let config_path = config.map_or_else(|| root.join(CONFIG_FILE), Path::to_path_buf);
    if config_path.exists() {
        read_text(&mut sources, &config_path, CONFIG_FILE);
    } else {
        sources.findings.push(
            Diagnostic::fatal("missing-file", format!("there is no `{}`", config_path.display()))
                .hint("`bulletin init` makes a cluster's folder; `--root DIR` names one that is elsewhere"),
        );
    }
    sources
}

/// Walks `sources/` in the order of the names.
fn walk(sources: &mut Sources, folder: &Path) {
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or_else(|| "sources".into(), |p| name(&sources.root, p));
                let reason = error.io_error().map_or_else(|| error.to_string(), io_words);
                sources.findings.push(
                    Diagnostic::fatal("unreadable-file", format!("can't be read: {reason}"))
                        .at(Place::file(path)),
                );
                continue;
            }
        };
        let path = name(&sources.root, entry.path());
        let file_type = entry.file_type();
        if ignored(&path) {
            continue;
        } else if file_type.is_symlink() {
            sources.findings.push(
                Diagnostic::fatal("symbolic-link", "a symbolic link is not followed")
                    .at(Place::file(path))
                    .hint("put the file itself here"),
            );
        } else if file_type.is_dir() {
            folder_like_file(sources, &path);
        } else if is_image(&path) {
            sources.images.insert(path, entry.path().to_path_buf());
        } else {
            sort_in(sources, entry.path(), &path);
        }
    }
}

/// A path below the root with forward slashes.
fn name(root: &Path, path: &Path) -> Arc<str> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").into()
}

/// What systems and editors leave behind: hidden files, thumbnails, lock and backup files.
fn ignored(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || part.starts_with("~$"))
        || path.ends_with('~')
        || path.ends_with("Thumbs.db")
        || path.ends_with("desktop.ini")
}

/// Whether a file's name says that it is a picture.
fn is_image(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| IMAGE_EXTENSIONS.contains(&&*extension))
}

/// A folder whose name is that of a file.
fn folder_like_file(sources: &mut Sources, path: &Arc<str>) {
    if path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".md") {
        sources.findings.push(
            Diagnostic::fatal("unreadable-file", "is a folder; a file was expected")
                .at(Place::file(path.clone())),
        );
    }
}

/// Reads a file that has a meaning, or says why it has none.
fn sort_in(sources: &mut Sources, path: &Path, name: &Arc<str>) {
    match meaning(name) {
        Ok(()) => read_text(sources, path, name),
        Err(hint) => {
            // A name that is nearly right hides what somebody wrote: nothing goes out without it.
            let finding = match hint.iter().any(|hint| hint.starts_with("did you mean")) {
                true => Diagnostic::error("unread-file", "this file is not read"),
                false => Diagnostic::warning("unread-file", "this file is not read"),
            };
            let finding = finding.at(Place::file(name.clone()));
            sources.unread.insert(name.clone(), hint.into_iter().fold(finding, Diagnostic::hint));
        }
    }
}

/// Whether a file is one that is read; else hints on what was meant.
fn meaning(path: &str) -> Result<(), Vec<String>> {
    let parts: Vec<_> = path.split('/').collect();
    let file = parts.last().copied().unwrap_or_default();
    let yaml = file.ends_with(".yaml") || file.ends_with(".yml");
    let markdown = file.ends_with(".md");
    if let Some(draft) = file.strip_suffix(".proposal.md") {
        return Err(vec![format!(
            "what `{draft}.md` was made of was changed since: take over what you want, and delete this file"
        )]);
    }
    match parts.as_slice() {
        ["sources", "projects" | "issues", _] if yaml => Ok(()),
        ["sources", "meetings", _] if markdown => Ok(()),
        ["sources", "updates", _, _] if markdown => Ok(()),
        ["sources", single] if SINGLE_FILES.contains(single) => Ok(()),
        // The list of recipients is read by `send`, where the configuration names it.
        ["sources", csv] if csv.ends_with(".csv") => Err(vec![]),
        ["sources", "projects" | "issues", ..] => Err(suggest(file, "yaml", &parts)),
        ["sources", "meetings" | "updates", ..] => Err(suggest(file, "md", &parts)),
        ["sources", single] => Err(nearest(single, SINGLE_FILES.iter().copied())
            .map(|known| vec![format!("did you mean `{known}`?")])
            .unwrap_or_else(|| vec!["files here are read: projects/, updates/, meetings/, issues/, images/, events.yaml, indicators.yaml, …".into()])),
        ["sources", folder, ..] => Err(match nearest(folder, FOLDERS.iter().copied()) {
            Some(meant) => vec![format!("did you mean the folder `sources/{meant}`?")],
            None => vec![format!("folders that are read: {}", FOLDERS.join(", "))],
        }),
        _ => Err(vec![]),
    }
}

/// Hints for a file in a folder that is read, under a name or depth that is not.
fn suggest(file: &str, extension: &str, parts: &[&str]) -> Vec<String> {
    let stem = file.split('.').next().unwrap_or(file);
    let rightly_named = file.ends_with(&format!(".{extension}"));
    match parts {
        ["sources", "updates", _] if rightly_named => {
            vec![format!("updates lie in a folder of their month: `sources/updates/2024-04/{file}`")]
        }
        _ if rightly_named => vec!["it lies one folder too deep".into()],
        _ => vec![format!("did you mean `{stem}.{extension}`?")],
    }
}

/// Reads a text file, within its limit, as UTF-8.
fn read_text(sources: &mut Sources, path: &Path, name: &str) {
    match load(path, name) {
        Ok(text) => add_text(sources, name, text),
        Err(finding) => sources.findings.push(finding.at(Place::file(name))),
    }
}

/// The text of a file, or a finding without its place.
fn load(path: &Path, name: &str) -> Result<String, Diagnostic> {
    let unreadable = |error: &io::Error| {
        Diagnostic::fatal("unreadable-file", format!("can't be read: {}", io_words(error)))
    };
    let meta = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if meta.is_dir() {
        return Err(Diagnostic::fatal("unreadable-file", "is a folder; a file was expected"));
    }
    let limit = if name.ends_with(".md") { MAX_MARKDOWN_BYTES } else { MAX_YAML_BYTES };
    if meta.len() > limit {
        let (size, limit) = (meta.len() as f64 / 1e6, limit >> 20);
        return Err(Diagnostic::fatal(
            "too-large",
            format!("is {size:.1} MB large; the limit is {limit} MB"),
        )
        .hint("is this the right file? divide a text that is really this long"));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Diagnostic::fatal("not-utf8", "is UTF-16, not UTF-8")
            .hint("save it as UTF-8: in most editors `Save as…`, encoding `UTF-8`"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
        Diagnostic::fatal("not-utf8", format!("is not UTF-8 text (line {line}, byte {})", valid + 1))
            .hint("save it as UTF-8: in most editors `Save as…`, encoding `UTF-8`")
    })
}

/// The operating system's reason in words.
fn io_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        io::ErrorKind::NotFound => "not found".into(),
        _ => error.to_string(),
    }
}

/// Adds a text as a file: divides it, scans it and finds its places.
pub fn add_text(sources: &mut Sources, name: &str, text: String) {
    let path: Arc<str> = name.into();
    let text: Arc<str> = text.strip_prefix('\u{FEFF}').unwrap_or(&text).into();
    let findings = &mut sources.findings;
    scan::controls(&path, &text, findings);
    let conflict = scan::conflicts(&path, &text, findings);
    let kind = if name.ends_with(".md") { Kind::Markdown } else { Kind::Yaml };
    let parts = match kind {
        Kind::Markdown => split(&text),
        Kind::Yaml => super::front_matter::Split { yaml: Some(0..text.len()), body: 0, unclosed: false },
    };
    if text.trim().is_empty() {
        findings.push(
            Diagnostic::fatal("empty-file", "this file is empty")
                .at(Place::file(path.clone()))
                .hint("fill it or delete it"),
        );
    } else if parts.unclosed {
        findings.push(
            Diagnostic::fatal("front-matter", "the front matter is not closed")
                .at(Place::new(path.clone(), 0..3))
                .hint("put a line `---` below its last field"),
        );
    }
    let mut file =
        SourceFile { path: path.clone(), text, kind, yaml: parts.yaml, places: None, body: parts.body };
    let in_head = |yaml: &Range<usize>| kind == Kind::Yaml || file.text[yaml.clone()].contains("<<<<<<<");
    if let Some(yaml) =
        file.yaml.clone().filter(|yaml| !(file.text.trim().is_empty() || conflict && in_head(yaml)))
    {
        file.places = yaml_places(&file, &yaml, findings);
    }
    // Where both versions stand in the body alone, its other faults are told in the same run.
    let head = file.yaml.as_ref().map_or("", |yaml| &file.text[yaml.clone()]);
    let conflict = conflict && (kind == Kind::Yaml || head.contains("<<<<<<<") || head.contains(">>>>>>>"));
    if conflict || parts.unclosed || file.text.trim().is_empty() {
        // Its text stays known for printing findings; nothing is parsed from it.
        file.yaml = None;
        file.body = file.text.len();
    }
    sources.files.insert(path, file);
}

/// The places of a file's YAML, within the limit for YAML.
fn yaml_places(
    file: &SourceFile,
    yaml: &Range<usize>,
    findings: &mut crate::diagnostic::Diagnostics,
) -> Option<super::Places> {
    if yaml.len() as u64 > MAX_YAML_BYTES {
        findings.push(
            Diagnostic::fatal("too-large", "the front matter is larger than 1 MB")
                .at(Place::file(file.path.clone())),
        );
        return None;
    }
    let text = blanked(&file.text, yaml, file.kind == Kind::Markdown);
    scan::places(file, &text, findings)
}

/// Two files that stand for one id, such as `recet.yaml` and `recet.yml`.
fn same_ids(sources: &mut Sources) {
    let mut twins = Vec::new();
    for folder in ["sources/projects/", "sources/issues/"] {
        let mut seen: std::collections::BTreeMap<String, Arc<str>> = std::collections::BTreeMap::new();
        for file in sources.below(folder) {
            let id = file.stem().to_lowercase();
            if let Some(first) = seen.get(&id) {
                twins.push((file.path.clone(), first.clone(), id));
            } else {
                seen.insert(id, file.path.clone());
            }
        }
    }
    for (file, first, id) in twins {
        sources.findings.push(
            Diagnostic::fatal("duplicate-id", format!("the id `{id}` is taken by `{first}`"))
                .at(Place::file(file))
                .hint("join the two files, or give one another name"),
        );
    }
}

/// Why a picture can't be used: the end of a sentence that begins with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureError(String);

impl PictureError {
    /// An error of our own.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// What a decoder says.
    pub fn of(error: impl std::error::Error) -> Self {
        Self(error.to_string())
    }
}

impl std::fmt::Display for PictureError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PictureError {}

/// The bytes of a picture, within the limit.
///
/// # Errors
///
/// If it can't be read, or is larger.
pub fn read_image(path: &Path) -> Result<Vec<u8>, PictureError> {
    let size = fs::metadata(path).map_err(|error| PictureError(io_words(&error)))?.len();
    if size > MAX_IMAGE_BYTES {
        let why = format!("is {} MB large; the limit is {} MB", size >> 20, MAX_IMAGE_BYTES >> 20);
        return Err(PictureError(why));
    }
    fs::read(path).map_err(|error| PictureError(io_words(&error)))
}
