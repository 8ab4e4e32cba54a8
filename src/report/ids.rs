//! Virtual files and their ids.

use typst_syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

/// The id of a virtual file.
pub fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The path of a virtual file.
pub fn path_of(id: FileId) -> &'static str {
    id.get().vpath().get_with_slash()
}
