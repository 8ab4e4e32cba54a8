//! Opens a file at a line in the editor that the person uses.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// An editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Its program.
    program: PathBuf,
    /// How it takes a file and a line.
    takes: Takes,
}

/// How an editor takes a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// `-g FILE:LINE:COLUMN`.
    Goto,
    /// `FILE:LINE:COLUMN`.
    Colons,
    /// `-l LINE FILE`.
    Line,
    /// `+LINE FILE`.
    Plus,
    /// `-nLINE FILE`.
    Number,
    /// `FILE` alone.
    File,
}

/// Editors with windows of their own, the more telling first.
const KNOWN: &[(&str, Takes)] = &[
    ("code", Takes::Goto),
    ("codium", Takes::Goto),
    ("cursor", Takes::Goto),
    ("zed", Takes::Colons),
    ("subl", Takes::Colons),
    ("kate", Takes::Line),
    ("gedit", Takes::Plus),
    ("gnome-text-editor", Takes::Plus),
    ("notepad++", Takes::Number),
];

impl Editor {
    /// The one that is named, or else the first that is installed, or else what the system opens texts with.
    pub fn find(named: Option<&str>) -> Self {
        let takes = |name: &str| {
            let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
            KNOWN.iter().find(|(known, _)| *known == stem).map(|(_, takes)| *takes)
        };
        if let Some(name) = named {
            return Self { program: name.into(), takes: takes(name).unwrap_or(Takes::Colons) };
        }
        let installed = KNOWN.iter().find_map(|(name, takes)| Some((on_path(name)?, *takes)));
        let (program, takes) = installed.unwrap_or_else(|| (system().into(), Takes::File));
        Self { program, takes }
    }

    /// What it is called with.
    fn arguments(&self, file: &Path, line: usize, column: usize) -> Vec<String> {
        let file = file.display().to_string();
        match self.takes {
            Takes::Goto => vec!["-g".into(), format!("{file}:{line}:{column}")],
            Takes::Colons => vec![format!("{file}:{line}:{column}")],
            Takes::Line => vec!["-l".into(), line.to_string(), file],
            Takes::Plus => vec![format!("+{line}"), file],
            Takes::Number => vec![format!("-n{line}"), file],
            Takes::File => vec![file],
        }
    }

    /// Opens a file at a line and column, both from 1 on.
    ///
    /// # Errors
    ///
    /// If the program can't be run.
    pub fn open(&self, file: &Path, line: usize, column: usize) -> std::io::Result<()> {
        let mut command = Command::new(&self.program);
        command.args(self.arguments(file, line, column));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        // It goes on by itself; whoever waits for it leaves nothing behind.
        std::thread::spawn(move || child.wait());
        Ok(())
    }
}

/// A program on the path.
fn on_path(name: &str) -> Option<PathBuf> {
    let names = if cfg!(windows) {
        vec![format!("{name}.cmd"), format!("{name}.exe")]
    } else {
        vec![name.to_string()]
    };
    let path = env::var_os("PATH")?;
    let mut all = env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>());
    all.find(|path| path.is_file())
}

/// What the system opens a file or an address with.
fn system() -> &'static str {
    if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    }
}

/// Opens an address in the browser.
///
/// # Errors
///
/// If there is no program for it.
pub fn browse(address: &str) -> std::io::Result<()> {
    let browser = Editor { program: system().into(), takes: Takes::File };
    browser.open(Path::new(address), 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_given_the_line_as_it_takes_it() {
        let with = |name: &str| Editor::find(Some(name)).arguments(Path::new("/a b/c.md"), 3, 7);
        assert_eq!(with("code"), ["-g", "/a b/c.md:3:7"]);
        assert_eq!(with("/usr/bin/zed"), ["/a b/c.md:3:7"]);
        assert_eq!(with("kate"), ["-l", "3", "/a b/c.md"]);
        assert_eq!(with("gedit"), ["+3", "/a b/c.md"]);
        assert_eq!(with("notepad++"), ["-n3", "/a b/c.md"]);
    }
}
