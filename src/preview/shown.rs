//! What the page shows, as data.

use serde::Serialize;

/// What the page shows after a build.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Shown {
    /// The build's number, from 1 on.
    pub build: u64,
    /// The month.
    pub month: String,
    /// How many milliseconds it took to read, check and build.
    pub took: u64,
    /// Why the outputs are those of an earlier build; nothing if they are this one's.
    pub stale: Option<String>,
    /// How many errors were found.
    pub errors: usize,
    /// What was found, in words: `2 errors and 1 warning`.
    pub found: String,
    /// The editions.
    pub editions: Vec<EditionShown>,
    /// What was found.
    pub findings: Vec<FindingShown>,
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditionShown {
    /// Its language.
    pub language: String,
    /// What the language calls itself.
    pub name: String,
    /// The report's pages.
    pub pages: Vec<PageShown>,
    /// Its other outputs by what they are, each with a mark that changes with its content: `mail`, `text`,
    /// `web`, `proof`, `pdf`.
    pub files: Vec<FileShown>,
}

/// A page of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageShown {
    /// Its picture, which changes its name with what it shows.
    pub name: String,
    /// Its width, in points.
    pub width: f64,
    /// Its height, in points.
    pub height: f64,
}

/// Another output.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileShown {
    /// What it is.
    pub kind: &'static str,
    /// Its file.
    pub file: String,
    /// A mark that changes with what it shows.
    pub mark: String,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingShown {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Its rule.
    pub rule: String,
    /// Why the rule is there.
    pub why: &'static str,
    /// What to do wherever it finds something.
    pub cure: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// The file concerned, if one is.
    pub file: Option<String>,
    /// The line, from 1 on.
    pub line: Option<usize>,
    /// The column, from 1 on.
    pub column: Option<usize>,
}

impl Shown {
    /// The build in one line, for the terminal.
    pub fn line(&self) -> String {
        match &self.stale {
            Some(why) => format!("{}. {why}", self.found),
            None => format!("{} built in {} ms: {}", self.month, self.took, self.found),
        }
    }
}
