//! The outbox: a Maildir under `state/outbox/`, as a transport. A message that lies in it, read or
//! unread, is not written again.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::reply::{Phase, Reply};
use super::run::{Conversation, Transport};
use super::smtp::{Attempt, ConnectError, Envelope, Refused};

/// An open outbox.
#[derive(Debug, Clone)]
pub struct Outbox(Rc<Folder>);

/// The folder and what is known of it.
#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// What the names of an issue's messages begin with.
    issue: String,
    /// The names of the messages that lie in it, without their flags.
    present: RefCell<BTreeSet<String>>,
    /// Why nothing more can be written.
    broken: RefCell<Option<String>>,
}

impl Outbox {
    /// Opens an outbox for an issue's messages, and makes its folders if they are not there.
    ///
    /// # Errors
    ///
    /// If they can't be made or read.
    pub fn open(path: &Path, issue: &str) -> io::Result<Self> {
        let mut present = BTreeSet::new();
        for part in ["tmp", "new", "cur"] {
            fs::create_dir_all(path.join(part))?;
        }
        for part in ["new", "cur"] {
            for entry in fs::read_dir(path.join(part))? {
                let name = base(&entry?.file_name().to_string_lossy());
                // The first release gave its messages a name that no mail program opens.
                present
                    .insert(name.strip_suffix(".bulletin").map(|name| format!("{name}.eml")).unwrap_or(name));
            }
        }
        Ok(Self(Rc::new(Folder {
            path: path.to_path_buf(),
            issue: issue.to_string(),
            present: RefCell::new(present),
            broken: RefCell::default(),
        })))
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Whether a message lies in it, by the part of its Message-ID before the `@`.
    pub fn holds(&self, message: &str) -> bool {
        self.0.present.borrow().contains(&self.name(message))
    }

    /// Whether any message of the issue lies in it.
    pub fn holds_any(&self) -> bool {
        let prefix = format!("{}.", self.0.issue);
        self.0.present.borrow().iter().any(|name| name.starts_with(&prefix))
    }

    /// Takes messages out, of whatever issue, by the parts of their Message-IDs before the `@`.
    ///
    /// # Errors
    ///
    /// If one can't be taken out.
    pub fn take_out(path: &Path, messages: &BTreeSet<&str>) -> io::Result<()> {
        for part in ["tmp", "new", "cur"] {
            let folder = path.join(part);
            if !folder.exists() {
                continue;
            }
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let name = base(&entry.file_name().to_string_lossy());
                let stem =
                    name.strip_suffix(".eml").or_else(|| name.strip_suffix(".bulletin")).unwrap_or(&name);
                if stem.split_once('.').is_some_and(|(_, message)| messages.contains(message)) {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        Ok(())
    }

    /// A message's name.
    fn name(&self, message: &str) -> String {
        format!("{}.{message}.eml", self.0.issue)
    }

    /// Writes a message, whole or not at all.
    fn write(&self, name: &str, message: &[u8]) -> io::Result<()> {
        let temporary = self.0.path.join("tmp").join(name);
        // It holds an address and a token: nobody else on this machine reads it.
        crate::system::private_file(&temporary)?;
        let mut file = File::options().write(true).truncate(true).open(&temporary)?;
        file.write_all(message)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&temporary, self.0.path.join("new").join(name))?;
        self.0.present.borrow_mut().insert(name.to_string());
        Ok(())
    }
}

impl Transport for Outbox {
    // What lies in a folder was asked of no relay.
    const COUNTS: bool = false;
    type Conversation = Self;

    async fn connect(&self) -> Result<Self, ConnectError> {
        match &*self.0.broken.borrow() {
            Some(why) => Err(ConnectError::Stop(why.clone())),
            None => Ok(self.clone()),
        }
    }
}

impl Conversation for Outbox {
    fn is_usable(&self) -> bool {
        self.0.broken.borrow().is_none()
    }

    async fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        if let Err(why) = before_body().await {
            return Attempt::Withheld(why);
        }
        let name = self.name(&envelope.message);
        if self.holds(&envelope.message) {
            return Attempt::Answered(Phase::Dot, Reply::new(250, "it lies in the outbox already"));
        }
        match self.write(&name, message) {
            Ok(()) => Attempt::Answered(Phase::Dot, Reply::new(250, "in the outbox")),
            Err(error) => {
                let why = format!("a message could not be written into `{}`: {error}", self.0.path.display());
                *self.0.broken.borrow_mut() = Some(why.clone());
                Attempt::Broken(Phase::Body, why)
            }
        }
    }

    async fn quit(self) {}
}

/// A file's name without the flags that mail programs put behind it (`:2,S`, on Windows `;2,S`).
fn base(name: &str) -> String {
    name.split([':', ';', '!']).next().unwrap_or(name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_was_read_lies_in_the_outbox() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Outbox::open(folder.path(), "2024-04").expect("an outbox");
        assert!(!outbox.holds("a") && !outbox.holds_any());
        outbox.write(&outbox.name("a"), b"x").expect("written");
        assert!(outbox.holds("a") && outbox.holds_any());
        let name = "2024-04.a.eml";
        fs::rename(folder.path().join("new").join(name), folder.path().join(format!("cur/{name}:2,S")))
            .expect("read");
        let again = Outbox::open(folder.path(), "2024-04").expect("an outbox");
        assert!(again.holds("a"));
        assert!(!Outbox::open(folder.path(), "2024-05").expect("an outbox").holds_any());
    }
}
