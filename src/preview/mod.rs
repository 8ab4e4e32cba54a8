//! See it while you write: a page on this machine's loopback that shows an issue's outputs and findings, and
//! follows every save.
//!
//! In comes a cluster's folder; out goes a page at an address that nobody else can guess. Nothing is written,
//! nothing is fetched from elsewhere.

mod builder;
mod editor;
mod files;
mod follow;
mod guard;
mod server;
mod shown;

use std::fmt;
use std::path::PathBuf;

pub use builder::Builder;
pub use editor::{Editor, browse};
pub use files::Files;
pub use follow::{Change, Follow};
pub use server::{Address, serve};
pub use shown::{EditionShown, FindingShown, PageShown, Shown};

/// Why there is no preview.
#[derive(Debug)]
pub enum PreviewError {
    /// No port could be had.
    Port(std::io::Error),
    /// The folder can't be watched.
    Watch(PathBuf, String),
}

impl fmt::Display for PreviewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(error) => write!(f, "no page can be shown: {error}"),
            Self::Watch(path, why) => {
                write!(
                    f,
                    "{} can't be watched: {why}; `--poll` looks at it now and then instead",
                    path.display()
                )
            }
        }
    }
}
