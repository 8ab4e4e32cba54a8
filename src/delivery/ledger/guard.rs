//! What tells a ledger from a copy of it: a number that grows with each change is kept in the
//! ledger, beside it, and in the user's own folder. A ledger that is behind one of these has been
//! put back from a copy, and whoever was mailed since would be mailed again.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::value::sha256;

/// Why a ledger is not to be trusted, or not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardError {
    /// Another program is sending.
    Busy(String),
    /// It was put back from a copy: it lacks so many changes.
    Restored(i64),
    /// It was copied from another folder or machine.
    Copied,
    /// The one that was here is gone.
    Lost,
    /// The disk does not work.
    Broken(String),
}

impl GuardError {
    /// What happened, and what to do.
    fn advice(&self) -> String {
        let risk = "whoever was mailed since the copy was taken would get it a second time. Look into the relay's log first; if you are sure, `--accept-ledger` goes on with it";
        match self {
            Self::Busy(who) => format!(
                "another `bulletin send` is going on in this folder{who}: wait for it, or end it with Ctrl-C"
            ),
            Self::Restored(missing) => format!(
                "the ledger in state/ was put back from a copy: {missing} changes that were made after it are missing, and {risk}"
            ),
            Self::Copied => format!("the ledger in state/ comes from another folder or machine: {risk}"),
            Self::Lost => {
                format!("the ledger that was in state/ is gone, and a new one knows nobody: {risk}")
            }
            Self::Broken(why) => format!("the ledger's lock in state/ can't be used: {why}"),
        }
    }
}

impl fmt::Display for GuardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.advice())
    }
}

impl std::error::Error for GuardError {}

/// How often the lock is tried again before somebody else is taken to be sending.
const GLANCES: u32 = 5;

/// How long between two tries.
const GLANCE: Duration = Duration::from_millis(20);

/// The only sender's lock, given back when it is dropped, also by a killed program.
#[derive(Debug)]
pub struct Lock {
    /// Open as long as the lock is ours.
    _file: File,
}

impl Lock {
    /// Whether somebody is sending. It looks with a lock that many may have at once, for no longer than
    /// the question takes, and writes nothing.
    pub fn is_taken(state: &Path) -> bool {
        let Ok(file) = File::open(state.join("ledger.lock")) else { return false };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    /// Takes the lock of a state folder.
    pub fn take(state: &Path, now: &str) -> Result<Self, GuardError> {
        let broken = |error: io::Error| GuardError::Broken(error.to_string());
        std::fs::create_dir_all(state).map_err(broken)?;
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
        let mut file = options.open(state.join("ledger.lock")).map_err(broken)?;
        let mut taken = file.try_lock();
        for _ in 0..GLANCES {
            // Somebody may only be looking whether it is taken.
            if !matches!(taken, Err(TryLockError::WouldBlock)) {
                break;
            }
            std::thread::sleep(GLANCE);
            taken = file.try_lock();
        }
        match taken {
            Ok(()) => {
                file.set_len(0).map_err(broken)?;
                let _ = write!(file, "process {}, since {now}", std::process::id());
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut who = String::new();
                let _ = file.read_to_string(&mut who);
                Err(GuardError::Busy(match who.is_empty() {
                    true => String::new(),
                    false => format!(" ({who})"),
                }))
            }
            Err(TryLockError::Error(error)) => Err(broken(error)),
        }
    }
}

/// Where the numbers beside a ledger stand.
#[derive(Debug)]
pub struct Guard {
    _lock: Lock,
    /// The files, open.
    marks: Vec<File>,
    /// This folder on this machine.
    place: String,
}

impl Guard {
    /// Takes the lock, and compares a ledger's number with those kept beside it and in `own`, the
    /// user's own folder. With `accept`, what is there is believed.
    pub fn open(
        lock: Lock,
        state: &Path,
        own: Option<&Path>,
        (uuid, commits): (&str, i64),
        accept: bool,
    ) -> Result<Self, GuardError> {
        let place = place(state);
        let beside = state.join("ledger.mark");
        let own = own.map(|own| own.join("bulletin"));
        let mut paths = vec![beside.clone()];
        paths.extend(own.as_ref().map(|own| own.join(format!("{uuid}.mark"))));
        // Which ledger belongs to this folder: one that is made anew in its place has forgotten everybody.
        let known = own.map(|own| own.join(format!("{place}.ledger")));
        if !accept {
            let other = known.as_ref().and_then(|known| std::fs::read_to_string(known).ok());
            if other.is_some_and(|other| !other.is_empty() && other.trim() != uuid) {
                return Err(GuardError::Lost);
            }
            for path in &paths {
                check(path, *path == beside, commits, &place)?;
            }
        }
        let marks = paths.iter().enumerate().filter_map(|(i, path)| match open(path) {
            Ok(file) => Some(Ok(file)),
            // A home that can't be written only costs the second look.
            Err(_) if i > 0 => None,
            Err(error) => Some(Err(GuardError::Broken(error.to_string()))),
        });
        let mut guard = Self { _lock: lock, marks: marks.collect::<Result<_, _>>()?, place };
        guard.note(commits);
        for mark in &guard.marks {
            // From here on a mark is never found empty.
            let _ = mark.sync_all();
        }
        if let Some(known) = known {
            let _ = std::fs::write(known, uuid);
        }
        Ok(guard)
    }

    /// Keeps the ledger's number. It need not be on the disk: a number that is behind is believed.
    pub fn note(&mut self, commits: i64) {
        let text = format!("{commits:020} {}\n", self.place);
        for mark in &mut self.marks {
            let _ = mark.seek(SeekFrom::Start(0)).and_then(|_| mark.write_all(text.as_bytes()));
        }
    }
}

/// Whether a ledger was in a state folder: its number is kept beside it, or in the user's own folder.
pub fn had_ledger(state: &Path, own: Option<&Path>) -> bool {
    let known = own.map(|own| own.join("bulletin").join(format!("{}.ledger", place(state))));
    let kept = |path: &Path| std::fs::read_to_string(path).is_ok_and(|text| !text.trim().is_empty());
    kept(&state.join("ledger.mark")) || known.is_some_and(|known| kept(&known))
}

/// Compares a ledger's number with one kept elsewhere.
fn check(path: &Path, beside: bool, commits: i64, place: &str) -> Result<(), GuardError> {
    let Ok(text) = std::fs::read_to_string(path) else {
        // Beside a ledger that has seen changes there is always one.
        return if beside && commits > 0 { Err(GuardError::Copied) } else { Ok(()) };
    };
    // One that was cut off by a loss of power says nothing.
    let Some((number, where_)) = text.trim().split_once(' ') else { return Ok(()) };
    let number: i64 = number.parse().unwrap_or(0);
    if number > commits {
        return Err(GuardError::Restored(number - commits));
    }
    if commits > 0 && where_ != place {
        return Err(GuardError::Copied);
    }
    Ok(())
}

/// Opens a file to keep a number in.
fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create(true).truncate(false).open(path)
}

/// This folder on this machine, as a hash.
fn place(state: &Path) -> String {
    let machine = std::fs::read_to_string("/etc/machine-id").unwrap_or_default();
    let folder: PathBuf = state.canonicalize().unwrap_or_else(|_| state.to_path_buf());
    sha256(format!("{machine}\0{}", folder.display()).as_bytes())
}
