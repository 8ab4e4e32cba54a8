//! Logos: the cluster's and the projects'.

use super::super::Issue;
use super::kinds::other_kind;
use crate::diagnostic::Diagnostic;
use crate::model::{Cluster, Project};
use crate::sources::Sources;

/// The path of the cluster's logo, if it has one and the file is there.
pub fn logo(cluster: &Cluster, sources: &Sources) -> Option<String> {
    named(cluster.config.look.logo.as_deref()?, sources)
}

/// The path of the cluster's logo for dark surroundings, if it has one and the file is there.
pub fn dark_logo(cluster: &Cluster, sources: &Sources) -> Option<String> {
    named(cluster.config.look.logo_dark.as_deref()?, sources)
}

/// The path of a picture that is named in YAML: below `sources/images/`, `sources/` or as it is. Of a kind that
/// is not read there is none.
pub(super) fn named(name: &str, sources: &Sources) -> Option<String> {
    let paths = [format!("sources/images/{name}"), format!("sources/{name}"), name.to_string()];
    let there = |path: &String| sources.images.contains_key(path.as_str());
    paths.into_iter().filter(|_| other_kind(name).is_none()).find(there)
}

/// The path of a project's logo, if there is such a file.
pub fn project_logo(issue: &Issue<'_>, project: &Project) -> Option<String> {
    named(project.logo.as_deref()?, issue.sources)
}

/// What a logo's name has to be that leads to no file.
pub(super) fn missing_logo(name: &str, sources: &Sources) -> Diagnostic {
    let names = sources.images.keys().map(|path| path.rsplit('/').next().unwrap_or(path));
    let finding = Diagnostic::error("missing-image", format!("there is no picture `{name}`"));
    match crate::diagnostic::nearest(name, names) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => finding.hint("put it into `sources/images/` and type its file's name"),
    }
}
