//! What the program decides, asked of the library in tables, without the binary: what is in an issue,
//! what a mail says, what becomes of an attempt, and what settles an uncertain one.

mod outcomes;
mod resolving;
mod sections;
mod selection;

use bulletin::pipeline::{Folder, Kept, Loaded, Quiet};

use crate::desk::Desk;

/// A desk's folder, as the library takes it.
fn folder(desk: &Desk) -> Folder {
    Folder { root: desk.root().to_path_buf(), config: None, as_of: None }
}

/// Everything that a desk's folder says.
fn loaded(desk: &Desk) -> Loaded {
    folder(desk).load(&mut Kept::default(), &mut Quiet).unwrap_or_else(|error| panic!("{:?}", error.findings))
}
