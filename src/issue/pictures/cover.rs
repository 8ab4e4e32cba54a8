//! The picture on the first page.

use super::super::Issue;
use super::logos::named;

/// The picture that a manifest names for the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its file below the cluster's folder.
    pub path: String,
    /// What it shows, in the edition's language where that is known.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// The picture that the manifest names for the first page, if its file is there. What it shows and whose it
/// is stands in `sources/images.yaml`.
pub fn cover(issue: &Issue<'_>) -> Option<Cover> {
    let path = named(issue.manifest?.cover.as_deref()?, issue.sources)?;
    let info = issue.cluster.images.get(path.strip_prefix("sources/").unwrap_or(&path));
    let alt = info.and_then(|info| info.alt.as_ref()).map(|alt| alt.get(&issue.language).to_string());
    let credit = info.and_then(|info| {
        let parts = [info.credit.clone(), info.licence.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    Some(Cover { path, alt: alt.unwrap_or_default(), credit })
}
