//! The passages that authors vouch for.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::sources::SourceFile;

/// The passages that a file's author vouches for, as they are compared, with their places.
pub(in super::super) fn accepted(file: &SourceFile) -> Vec<(String, Range<usize>)> {
    let scalars = file.places.iter().flat_map(|places| places.scalars());
    scalars
        .filter(|(path, _)| path.starts_with("accepted") || path.contains("].accepted"))
        .map(|(_, scalar)| (compared(&scalar.text), scalar.range.clone()))
        .collect()
}

/// Every passage that a file's author was asked about and meant, as it is compared.
pub fn accepted_passages(sources: &crate::sources::Sources) -> BTreeSet<String> {
    sources.files.values().flat_map(accepted).map(|(passage, _)| passage).collect()
}

/// A passage as it is compared: with plain spaces, in lower case.
pub(in super::super) fn compared(passage: &str) -> String {
    passage.replace('\u{A0}', " ").to_lowercase()
}
