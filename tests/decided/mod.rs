//! What the program decides, asked of the library in tables, without the binary: what is in an issue,
//! what a mail says, what becomes of an attempt, and what settles an uncertain one.

mod outcomes;
mod resolving;
mod sections;
mod selection;

use bulletin::delivery::ledger::Planned;
use bulletin::pipeline::{Folder, Kept, Loaded, Quiet};

use crate::desk::Desk;

/// A desk's folder, as the library takes it.
fn folder(desk: &Desk) -> Folder {
    Folder { root: desk.root().to_path_buf(), config: None, as_of: None, today: None }
}

/// Everything that a desk's folder says.
fn loaded(desk: &Desk) -> Loaded {
    folder(desk).load(&mut Kept::default(), &mut Quiet).unwrap_or_else(|error| panic!("{:?}", error.findings))
}

/// Somebody on the list.
fn person(number: usize) -> Planned {
    let address = format!("reader{number}@example.org");
    Planned {
        normal: address.clone(),
        address,
        edition: 0,
        message_id: format!("{number:032x}"),
        token: format!("0a1b-{number:032x}"),
        reviewer: false,
    }
}
