//! The outbox: a Maildir under `state/outbox/`. A message that lies in it, read or unread, is not
//! written again.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It lies in the outbox now.
    New,
    /// It lay there already.
    Already,
}

/// An open outbox.
#[derive(Debug)]
pub struct Outbox {
    /// Its folder.
    folder: PathBuf,
    /// The names of the messages that lie in it, without their flags.
    present: BTreeSet<String>,
}

impl Outbox {
    /// Opens an outbox, and makes its folders if they are not there.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut present = BTreeSet::new();
        for part in ["tmp", "new", "cur"] {
            fs::create_dir_all(folder.join(part))?;
        }
        for part in ["new", "cur"] {
            for entry in fs::read_dir(folder.join(part))? {
                let name = base(&entry?.file_name().to_string_lossy());
                // The first release gave its messages a name that no mail program opens.
                present
                    .insert(name.strip_suffix(".bulletin").map(|name| format!("{name}.eml")).unwrap_or(name));
            }
        }
        Ok(Self { folder: folder.to_path_buf(), present })
    }

    /// Whether a message lies in the outbox.
    pub fn holds(&self, name: &str) -> bool {
        self.present.contains(name)
    }

    /// Writes a message under its name, whole or not at all, unless it lies there already.
    pub fn write(&mut self, name: &str, message: &[u8]) -> io::Result<Written> {
        if self.holds(name) {
            return Ok(Written::Already);
        }
        let temporary = self.folder.join("tmp").join(name);
        // It holds an address and a token: nobody else on this machine reads it.
        crate::system::private_file(&temporary)?;
        let mut file = File::options().write(true).truncate(true).open(&temporary)?;
        file.write_all(message)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&temporary, self.folder.join("new").join(name))?;
        self.present.insert(name.to_string());
        Ok(Written::New)
    }
}

/// A file's name without the flags that mail programs put behind it (`:2,S`, on Windows `;2,S`).
fn base(name: &str) -> String {
    name.split([':', ';', '!']).next().unwrap_or(name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_was_read_is_not_written_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut outbox = Outbox::open(folder.path()).expect("an outbox");
        assert_eq!(outbox.write("a.eml", b"x").expect("written"), Written::New);
        assert_eq!(outbox.write("a.eml", b"x").expect("known"), Written::Already);
        fs::rename(folder.path().join("new/a.eml"), folder.path().join("cur/a.eml:2,S")).expect("read");
        let mut again = Outbox::open(folder.path()).expect("an outbox");
        assert_eq!(again.write("a.eml", b"x").expect("known"), Written::Already);
    }
}
