//! The function `markdown` that layouts call. Its macro is internal to Typst: this file is all
//! that a new Typst version may break.

use typst_library::Library;
use typst_library::World;
use typst_library::diag::{SourceResult, bail};
use typst_library::engine::Engine;
use typst_library::foundations::{Content, Str, func};
use typst_syntax::Span;

use super::content::Writer;
use super::world::file_id;
use crate::markdown::Document;

/// Gives layouts our function.
pub fn define(library: &mut Library) {
    library.global.scope_mut().define_func::<markdown>();
}

/// The path of the tree that belongs to an author's file.
pub fn tree_path(file: &str) -> String {
    format!("/markdown/{file}.json")
}

/// The content of an author's Markdown file; everything in it carries the place in that file.
#[func]
pub fn markdown(
    engine: &mut Engine,
    span: Span,
    /// The file's path below the cluster's folder.
    path: Str,
    /// The level at which the text's first heading stands.
    #[named]
    #[default(2)]
    level: usize,
) -> SourceResult<Content> {
    let tree = file_id(&tree_path(&path)).and_then(|id| engine.world.file(id).ok());
    let author = file_id(&format!("/{path}"));
    let (Some(tree), Some(author)) = (tree, author) else {
        bail!(span, "there is no Markdown text `{path}` in this report");
    };
    match serde_json::from_slice::<Document>(&tree) {
        Ok(document) => Ok(Writer::new(author, &path, level, &engine.world).document(&document)),
        Err(error) => bail!(span, "the text `{path}` can't be read: {error}"),
    }
}
