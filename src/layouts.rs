//! The layouts: embedded in the binary as defaults, each file overridable alone by one of the same name under
//! the cluster's `layouts/`.
//!
//! In comes a cluster's folder; out go [`Layouts`], bytes by path. What they mean, the rooms above know.
//!
//! ```
//! use bulletin::layouts::Layouts;
//!
//! let layouts = Layouts::defaults();
//! assert!(layouts.text("report/report.typ").contains("#front(data)"));
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Texts};
use crate::value::sha256;

/// Embeds files of `layouts/` by their paths below it.
macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../layouts/", $path)).as_slice())),+]
    };
}

/// The default layouts.
const DEFAULTS: &[(&str, &[u8])] = embedded![
    "charts/charts.typ",
    "charts/picture.typ",
    "fonts/DejaVuSans.ttf",
    "fonts/DejaVuSansMono.ttf",
    "fonts/NotoEmoji-Regular.ttf",
    "fonts/SourceSans3-Bold.ttf",
    "fonts/SourceSans3-BoldIt.ttf",
    "fonts/SourceSans3-It.ttf",
    "fonts/SourceSans3-Regular.ttf",
    "fonts/SourceSans3-Semibold.ttf",
    "legal/bg.yaml",
    "legal/cs.yaml",
    "legal/da.yaml",
    "legal/de.yaml",
    "legal/el.yaml",
    "legal/es.yaml",
    "legal/et.yaml",
    "legal/fi.yaml",
    "legal/fr.yaml",
    "legal/ga.yaml",
    "legal/hr.yaml",
    "legal/hu.yaml",
    "legal/it.yaml",
    "legal/lt.yaml",
    "legal/lv.yaml",
    "legal/mt.yaml",
    "legal/nl.yaml",
    "legal/pl.yaml",
    "legal/pt.yaml",
    "legal/ro.yaml",
    "legal/sk.yaml",
    "legal/sl.yaml",
    "legal/sv.yaml",
    "letters/confirm.bg.txt",
    "letters/confirm.de.txt",
    "letters/confirm.el.txt",
    "letters/confirm.en.txt",
    "letters/confirm.es.txt",
    "letters/confirm.fr.txt",
    "letters/confirm.hr.txt",
    "letters/confirm.it.txt",
    "letters/remind.bg.txt",
    "letters/remind.de.txt",
    "letters/remind.el.txt",
    "letters/remind.en.txt",
    "letters/remind.es.txt",
    "letters/remind.fr.txt",
    "letters/remind.hr.txt",
    "letters/remind.it.txt",
    "letters/review.bg.txt",
    "letters/review.de.txt",
    "letters/review.el.txt",
    "letters/review.en.txt",
    "letters/review.es.txt",
    "letters/review.fr.txt",
    "letters/review.hr.txt",
    "letters/review.it.txt",
    "newsletter/blocks/acknowledgement.hbs",
    "newsletter/blocks/actions.hbs",
    "newsletter/blocks/ask.hbs",
    "newsletter/blocks/cards.hbs",
    "newsletter/blocks/charts.hbs",
    "newsletter/blocks/dates.hbs",
    "newsletter/blocks/figures.hbs",
    "newsletter/blocks/footer.hbs",
    "newsletter/blocks/lead.hbs",
    "newsletter/blocks/masthead.hbs",
    "newsletter/blocks/next.hbs",
    "newsletter/blocks/note.hbs",
    "newsletter/blocks/partners.hbs",
    "newsletter/blocks/projects.hbs",
    "newsletter/blocks/quotes.hbs",
    "newsletter/blocks/stories.hbs",
    "web-forms/newsletter.php",
    "newsletter/newsletter.hbs",
    "newsletter/proof.hbs",
    "report/emblem-picture.typ",
    "report/emblem.typ",
    "report/front.typ",
    "report/map.typ",
    "report/parts.typ",
    "report/report.typ",
    "report/share.typ",
    "report/theme.typ",
    "tables/activities.tsv",
    "themes/journal/front.typ",
    "themes/journal/mail.yaml",
    "themes/journal/tokens.yaml",
    "themes/journal/web.css",
    "themes/ledger/front.typ",
    "themes/ledger/mail.yaml",
    "themes/ledger/tokens.yaml",
    "themes/ledger/web.css",
    "themes/meridian/front.typ",
    "themes/meridian/mail.yaml",
    "themes/meridian/tokens.yaml",
    "themes/meridian/web.css",
    "web/index.hbs",
    "web/page.hbs",
    "web/project.hbs",
    "web/style.css",
    "words/bg.ftl",
    "words/countries.tsv",
    "words/cs.ftl",
    "words/da.ftl",
    "words/de.ftl",
    "words/el.ftl",
    "words/en.ftl",
    "words/es.ftl",
    "words/et.ftl",
    "words/fi.ftl",
    "words/fr.ftl",
    "words/ga.ftl",
    "words/hr.ftl",
    "words/hu.ftl",
    "words/it.ftl",
    "words/languages.tsv",
    "words/lt.ftl",
    "words/lv.ftl",
    "words/mt.ftl",
    "words/nl.ftl",
    "words/pl.ftl",
    "words/pt.ftl",
    "words/ro.ftl",
    "words/sk.ftl",
    "words/sl.ftl",
    "words/sv.ftl",
];

/// The largest file of a layout, in bytes.
const MAX_BYTES: u64 = 32 << 20;

/// A file of a layout.
#[derive(Clone)]
pub enum Bytes {
    /// One of those in the binary.
    Embedded(&'static [u8]),
    /// One of the cluster's own.
    Own(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Embedded(bytes) => bytes,
            Self::Own(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl PartialEq for Bytes {
    /// What lies in the same place is the same: fonts are long.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&**self, &**other) || **self == **other
    }
}

impl fmt::Debug for Bytes {
    /// Its length: fonts are long.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

/// The layouts of a cluster.
#[derive(Debug, Clone)]
pub struct Layouts {
    /// The files by path.
    files: BTreeMap<String, Bytes>,
    /// The hash over all of them, once somebody asked for it.
    hash: Arc<OnceLock<String>>,
}

impl PartialEq for Layouts {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files
    }
}

impl Layouts {
    /// The embedded layouts.
    pub fn defaults() -> Self {
        Self::of(DEFAULTS.iter().map(|(path, bytes)| ((*path).to_string(), Bytes::Embedded(bytes))).collect())
    }

    /// No layouts at all.
    pub fn none() -> Self {
        Self::of(BTreeMap::new())
    }

    /// Layouts of some files.
    fn of(files: BTreeMap<String, Bytes>) -> Self {
        Self { files, hash: Arc::default() }
    }

    /// The hash over all of them: of each its path and its bytes.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            let all = self.files.iter().flat_map(|(path, bytes)| [path.as_bytes(), b"\0", bytes, b"\0"]);
            sha256(&all.collect::<Vec<_>>().concat())
        })
    }

    /// The embedded layouts with the cluster's own in their place; fonts may also be added.
    pub fn read(root: &Path, findings: &mut Diagnostics) -> Self {
        let mut layouts = Self::defaults();
        let folder = root.join("layouts");
        if !folder.exists() {
            return layouts;
        }
        for entry in walkdir::WalkDir::new(&folder).min_depth(1).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().and_then(|path| path.strip_prefix(root).ok());
                    let path =
                        path.map_or("layouts".into(), |path| path.to_string_lossy().replace('\\', "/"));
                    let words = "this layout can't be read";
                    findings.push(Diagnostic::fatal("unreadable-file", words).at(Place::file(path)));
                    continue;
                }
            };
            let below = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let path = parts.join("/");
            if entry.file_type().is_dir() {
                continue;
            }
            if !entry.file_type().is_file() && !path.starts_with('.') {
                findings.push(
                    Diagnostic::fatal("linked-file", "a link to another place is not read")
                        .at(Place::file(format!("layouts/{path}")))
                        .hint("put the file itself there"),
                );
                continue;
            }
            if !layouts.files.contains_key(&path) && !added(&path) {
                let licence = path.starts_with("fonts/") && (path.ends_with(".md") || path.ends_with(".txt"));
                if !licence && !path.starts_with('.') {
                    findings.push(unknown(&path));
                }
                continue;
            }
            let small = entry.metadata().is_ok_and(|meta| meta.len() <= MAX_BYTES);
            match std::fs::read(entry.path()) {
                Ok(bytes) if small => {
                    layouts.files.insert(path, Bytes::Own(bytes.into()));
                }
                _ => findings.push(
                    Diagnostic::fatal("unreadable-file", "this layout can't be read, or is too large")
                        .at(Place::file(format!("layouts/{path}"))),
                ),
            }
        }
        layouts
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&Bytes> {
        self.files.get(path)
    }

    /// The text of a file; what is not UTF-8 shows as replacement characters.
    pub fn text(&self, path: &str) -> String {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// The embedded text of a file, whatever the cluster has in its place.
    pub fn embedded_text(path: &str) -> Option<&'static str> {
        let (_, bytes) = DEFAULTS.iter().find(|(own, _)| *own == path)?;
        std::str::from_utf8(bytes).ok()
    }

    /// The files below a folder, with their paths.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Bytes)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.starts_with(folder))
            .map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// The fonts, for the words of drawings.
    pub fn font_database(&self) -> resvg::usvg::fontdb::Database {
        let mut database = resvg::usvg::fontdb::Database::new();
        self.below("fonts/").for_each(|(_, bytes)| database.load_font_data(bytes.to_vec()));
        database.set_sans_serif_family("Source Sans 3");
        database.set_serif_family("Source Sans 3");
        database.set_monospace_family("DejaVu Sans Mono");
        database
    }

    /// The texts of layouts by path, as printing findings needs them.
    pub fn texts(&self) -> Texts {
        let text = |(path, bytes): (&String, &Bytes)| {
            let text = std::str::from_utf8(bytes).ok()?;
            Some((Arc::from(format!("layouts/{path}")), Arc::from(text)))
        };
        self.files.iter().filter_map(text).collect()
    }
}

/// Which characters the fonts of the report have.
#[derive(Debug, Clone, Default)]
pub struct FontCoverage {
    /// The code points.
    characters: BTreeSet<u32>,
    /// The names of the families.
    families: BTreeSet<String>,
}

impl FontCoverage {
    /// A coverage of code points and the names of families.
    pub fn new(
        characters: impl IntoIterator<Item = u32>,
        families: impl IntoIterator<Item = String>,
    ) -> Self {
        Self { characters: characters.into_iter().collect(), families: families.into_iter().collect() }
    }

    /// Whether one of the fonts has a character.
    pub fn has(&self, c: char) -> bool {
        self.characters.contains(&u32::from(c))
    }

    /// The names of the fonts' families, each once.
    pub fn families(&self) -> &BTreeSet<String> {
        &self.families
    }
}

/// The finding for a file that is the namesake of no layout.
fn unknown(path: &str) -> Diagnostic {
    let finding = Diagnostic::warning("unread-file", "this layout is not read")
        .at(Place::file(format!("layouts/{path}")));
    if path == "newsletter/theme.yaml" {
        return finding.hint("the mail's colours and sizes are in layouts/themes/<name>/tokens.yaml now, its styles in mail.yaml beside it: `bulletin new theme meridian` copies both for you to change, then delete this file");
    }
    match crate::diagnostic::nearest(path, DEFAULTS.iter().map(|(path, _)| *path)) {
        Some(meant) => finding.hint(format!("did you mean `layouts/{meant}`?")),
        None => finding.hint("a layout has the name of the default that it takes the place of"),
    }
}

/// Whether a file that is no default's namesake is read: more fonts, more words.
fn added(path: &str) -> bool {
    let font = path.starts_with("fonts/") && [".ttf", ".otf", ".ttc"].iter().any(|end| path.ends_with(end));
    let typst = ["report/", "charts/"].iter().any(|at| path.starts_with(at)) && path.ends_with(".typ");
    let words = path.starts_with("words/") && path.ends_with(".ftl");
    let legal = path.starts_with("legal/") && path.ends_with(".yaml");
    let theme = path.strip_prefix("themes/").and_then(|rest| rest.split_once('/'));
    let theme =
        theme.is_some_and(|(_, file)| ["tokens.yaml", "front.typ", "mail.yaml", "web.css"].contains(&file));
    font || typst || words || legal || theme
}
