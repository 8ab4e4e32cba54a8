//! The one file with calls that only some systems have, and the small ways of writing a file.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Bytes by which memory grows at a time: address space alone, of which a page costs when it is used.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const STEP: libc::c_int = 16 << 20;

/// Asks the system's allocator to grow by large steps. A thread's memory grows by a page a call otherwise,
/// three thousand calls for a month, each a wait for all threads (`mallopt(3)`, `M_TOP_PAD`).
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)]
pub fn grow_memory_in_large_steps() {
    // SAFETY: a plain call with two numbers; it takes the allocator's own lock.
    unsafe { libc::mallopt(libc::M_TOP_PAD, STEP) };
}

/// Other allocators have ways of their own.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn grow_memory_in_large_steps() {}

/// Gives a file that was made for its owner alone the rights that files usually have.
#[cfg(unix)]
pub fn open_file_to_all(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o644))
}

/// Other systems give files their folder's rights.
#[cfg(not(unix))]
pub fn open_file_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a file that only its owner may read, if it is not there.
#[cfg(unix)]
pub fn private_file(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(file).map(drop)
}

/// Other systems give files their folder's rights.
#[cfg(not(unix))]
pub fn private_file(file: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create(true).truncate(false).open(file).map(drop)
}

/// Gives a folder that was made for its owner alone the rights that folders usually have.
#[cfg(unix)]
pub fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

/// Other systems give folders their parent's rights.
#[cfg(not(unix))]
pub fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a link that leads where another one leads.
#[cfg(unix)]
pub fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

/// Other systems tell links to files from links to folders, and may forbid both: what it leads to is
/// copied.
#[cfg(not(unix))]
pub fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    match from.is_dir() {
        true => Err(io::Error::other("a link to a folder can't be kept: move it elsewhere")),
        false => fs::copy(from, to).map(drop),
    }
}

/// Whether a path of a record stays below the folder that the record is of, on every system: no part of
/// it leads up, to a root or to a drive.
pub fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Writes a new file that only its owner may read; one that is there already is an error.
pub fn write_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a new file; one that is there already is not touched.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
