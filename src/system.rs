//! The one file with calls that only some systems have.

use std::io;
use std::path::Path;

/// Gives a file that was made for its owner alone the rights that files usually have.
#[cfg(unix)]
pub fn open_file_to_all(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o644))
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
    std::fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(file).map(drop)
}

/// Other systems give files their folder's rights.
#[cfg(not(unix))]
pub fn private_file(file: &Path) -> io::Result<()> {
    std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(file).map(drop)
}

/// Gives a folder that was made for its owner alone the rights that folders usually have.
#[cfg(unix)]
pub fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
}

/// Other systems give folders their parent's rights.
#[cfg(not(unix))]
pub fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}
