//! A cluster's folder for a test, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The project's root.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A cluster's folder that is removed at the end.
pub struct Desk {
    /// Keeps the folder alive.
    folder: TempDir,
}

impl Desk {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The smallest cluster.
    pub fn base() -> Self {
        let desk = Self::empty();
        copy(&project().join("tests/base"), desk.root());
        desk
    }

    /// A copy of the worked example.
    pub fn example() -> Self {
        let desk = Self::empty();
        copy(&project().join("sources"), &desk.root().join("sources"));
        fs::copy(project().join("bulletin.yaml"), desk.root().join("bulletin.yaml")).expect("copied");
        desk
    }

    /// A copy of a folder of the project.
    pub fn of(folder: &str) -> Self {
        let desk = Self::empty();
        copy(&project().join(folder), desk.root());
        desk
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file in it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, with its folders.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Reads a text file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes a file's text.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not contain {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// The program with arguments, in this folder and in a plain environment.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulletin"));
        command.args(args).current_dir(self.root()).env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
        // What a program keeps for its user is kept here, too.
        command.env("XDG_STATE_HOME", self.path(".own"));
        command
    }

    /// Runs a command that was made ready.
    pub fn output(&self, command: &mut Command) -> Ran {
        Outcome::of(command.output().expect("the program runs"))
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Ran {
        Outcome::of(self.command(args).output().expect("the program runs"))
    }
}

/// A run whose exit code nobody has looked at yet: nothing else can be asked of it before, so that no
/// "does not say" passes because the program died.
#[derive(Debug)]
#[must_use = "how did it end?"]
pub struct Ran(Outcome);

impl Ran {
    /// The exit code, and everything printed if it is another than expected.
    #[track_caller]
    pub fn exits(self, code: i32) -> Outcome {
        let outcome = self.ends();
        assert_eq!(outcome.code, Some(code), "stdout:\n{}\nstderr:\n{}", outcome.out, outcome.err);
        outcome
    }

    /// It ended by itself, with a code that is documented, and without a panic: for tables whose rows end
    /// differently, and that look at the code themselves.
    #[track_caller]
    pub fn ends(self) -> Outcome {
        let outcome = self.0;
        let documented = outcome.code.is_some_and(|code| (0..=6).contains(&code));
        assert!(documented && !outcome.err.contains("panicked"), "{outcome:?}");
        outcome
    }
}

/// How the program ended and what it printed.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code; none if it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Outcome {
    /// Takes a finished process.
    fn of(output: Output) -> Ran {
        Ran(Self {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Standard output holds some words.
    #[track_caller]
    pub fn prints(self, words: &str) -> Self {
        assert!(self.out.contains(words), "no {words:?} in:\n{}", self.out);
        self
    }

    /// Standard error holds some words.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "no {words:?} in:\n{}", self.err);
        self
    }

    /// Standard error does not hold some words.
    #[track_caller]
    pub fn does_not_say(self, words: &str) -> Self {
        assert!(!self.err.contains(words), "{words:?} in:\n{}", self.err);
        self
    }
}

/// Says that something was not tried, past the capture of tests that pass.
pub fn skipped(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "SKIPPED: {what}");
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("readable");
        let target = to.join(entry.path().strip_prefix(from).expect("below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("made");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Every file below a folder with its bytes, by path.
pub fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("readable"))
        })
        .collect()
}

/// The words of a command, as a shell divides them.
pub fn shell_words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_string).collect::<Vec<_>>(),
        _ => vec![part.to_string()],
    });
    words.collect()
}
