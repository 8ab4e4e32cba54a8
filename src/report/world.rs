//! A deny-by-default world: Typst sees the virtual files that it is given and nothing else; no
//! disk, no network, no system fonts, no clock.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use typst::LibraryExt;
use typst_library::diag::{FileError, FileResult};
use typst_library::foundations::{Bytes, Datetime, Duration};
use typst_library::text::{Font, FontBook};
use typst_library::{Library, World};
use typst_syntax::{FileId, Source, VirtualRoot};
use typst_utils::LazyHash;

use super::ids::{file_id, path_of};
use super::native;
use crate::layouts::{FontCoverage, Layouts};
use crate::markdown::Document;
use crate::value::Date;

/// The virtual files and the date that a compilation sees.
pub struct Files {
    /// The files by path, from `/`.
    files: BTreeMap<String, Bytes>,
    /// The authors' texts, for as long as the world lives.
    texts: BTreeMap<String, Arc<Document>>,
    /// The entry point.
    main: String,
    /// The day that it is.
    today: Date,
}

impl Files {
    /// The files with an entry point and a date.
    pub fn new(main: &str, today: Date) -> Self {
        Self { files: BTreeMap::new(), texts: BTreeMap::new(), main: main.to_string(), today }
    }

    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl AsRef<[u8]> + Send + Sync + 'static) {
        self.files.insert(path.into(), Bytes::new(bytes));
    }

    /// Adds an author's text and what we read it as.
    pub fn add_text(&mut self, path: &str, text: &str, body: &Document) {
        let body = Arc::new(body.clone());
        self.add(native::tree_path(path), native::hand_over(&body).into_bytes());
        self.add(format!("/{path}"), text.as_bytes().to_vec());
        self.texts.insert(native::tree_path(path), body);
    }

    /// The files by path, with each text as JSON in the place of its hash.
    pub fn into_parts(self) -> serde_json::Result<Vec<(String, Vec<u8>)>> {
        let part = |(path, bytes): (String, Bytes)| match self.texts.get(&path) {
            Some(text) => Ok((path, serde_json::to_vec(&**text)?)),
            None => Ok((path, bytes.to_vec())),
        };
        self.files.into_iter().map(part).collect()
    }

    /// Adds the Typst files of the layouts.
    pub fn add_layouts(&mut self, layouts: &Layouts) {
        let themes = layouts.below("themes/").filter(|(path, _)| path.ends_with(".typ"));
        for (path, bytes) in layouts.below("report/").chain(layouts.below("charts/")).chain(themes) {
            self.add(format!("/layouts/{path}"), bytes.clone());
        }
    }
}

/// What all compilations have in common.
pub struct Shared {
    /// Typst's library with our function.
    library: LazyHash<Library>,
    /// What is known of the fonts.
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The Typst files that were parsed, by path: an edit replaces what it touches.
    parsed: Mutex<BTreeMap<String, Source>>,
}

impl Shared {
    /// The library, and the fonts of the layouts.
    pub fn new(layouts: &Layouts) -> Self {
        let mut library = Library::builder().build();
        native::define(&mut library);
        let fonts: Vec<Font> = layouts
            .below("fonts/")
            .filter(|(path, _)| !path.ends_with(".txt") && !path.ends_with(".md"))
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.clone())))
            .collect();
        let book = FontBook::from_fonts(&fonts);
        Self { library: LazyHash::new(library), book: LazyHash::new(book), fonts, parsed: Mutex::default() }
    }

    /// Which characters the fonts have.
    pub fn coverage(&self) -> FontCoverage {
        let infos = || self.fonts.iter().map(Font::info);
        FontCoverage::new(
            infos().flat_map(|info| info.coverage.iter()),
            infos().map(|info| info.family.as_str().to_string()),
        )
    }

    /// Parses the Typst files among some.
    pub fn parse_all(&self, files: &Files) {
        for (path, bytes) in files.files.iter().filter(|(path, _)| path.ends_with(".typ")) {
            if let (Some(id), Ok(text)) = (file_id(path), bytes.as_str()) {
                self.parse(id, text);
            }
        }
    }

    /// A file as Typst source; of one that was parsed before only what changed is parsed again.
    fn parse(&self, id: FileId, text: &str) -> Source {
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        match parsed.get_mut(path_of(id)) {
            Some(source) => {
                source.replace(text);
                source.clone()
            }
            None => {
                let source = Source::new(id, text.to_string());
                parsed.insert(path_of(id).to_string(), source.clone());
                source
            }
        }
    }
}

/// The world of one compilation.
pub struct ReportWorld {
    /// The library and the fonts.
    shared: Arc<Shared>,
    files: Files,
    /// The files that were asked for as Typst source.
    sources: BTreeMap<String, OnceLock<Source>>,
    /// Whether nobody waits for it any more.
    abandoned: AtomicBool,
}

impl ReportWorld {
    /// A world of some files.
    pub fn new(files: Files, shared: Arc<Shared>) -> Self {
        let sources = files.files.keys().map(|path| (path.clone(), OnceLock::new())).collect();
        Self { shared, files, sources, abandoned: AtomicBool::new(false) }
    }

    /// What tells it from worlds of other files.
    pub fn fingerprint(&self) -> String {
        format!("{:032x} {}", typst_utils::hash128(&self.files.files), self.files.today)
    }
}

impl ReportWorld {
    /// Nobody waits for the compilation any more: it ends when it next asks for something.
    pub fn abandon(&self) {
        self.abandoned.store(true, Ordering::Relaxed);
    }

    /// Ends the compilation if nobody waits for it. Typst can't be told to stop; unwinding its thread,
    /// without the words of a panic, is the way out.
    fn go_on(&self) {
        if self.abandoned.load(Ordering::Relaxed) {
            std::panic::resume_unwind(Box::new("nobody waits for it"));
        }
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.files.get(path)?.as_str().ok()
    }
}

/// A file that the world does not serve.
fn refused(id: FileId) -> FileError {
    FileError::NotFound(path_of(id).into())
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.go_on();
        &self.shared.book
    }

    fn main(&self) -> FileId {
        file_id(&self.files.main).expect("the entry point is a constant of ours")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = path_of(id);
        let bytes = self.file(id)?;
        let slot = self.sources.get(path).ok_or_else(|| refused(id))?;
        let text = bytes.as_str().map_err(|_| FileError::InvalidUtf8)?;
        Ok(slot.get_or_init(|| self.shared.parse(id, text)).clone())
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.go_on();
        match id.get().root() {
            VirtualRoot::Project => self.files.files.get(path_of(id)).cloned().ok_or_else(|| refused(id)),
            VirtualRoot::Package(_) => Err(refused(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.go_on();
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        let date = self.files.today;
        Datetime::from_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
    }
}
