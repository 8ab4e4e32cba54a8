//! The function `markdown` that layouts call. Its macro is internal to Typst: this file is all
//! that a new Typst version may break.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use typst_library::Library;
use typst_library::World;
use typst_library::diag::{SourceResult, bail};
use typst_library::engine::Engine;
use typst_library::foundations::{Content, Str, func};
use typst_syntax::Span;

use super::content::Writer;
use super::ids::file_id;
use crate::markdown::Document;

/// Gives layouts our function.
pub fn define(library: &mut Library) {
    library.global.scope_mut().define_func::<markdown>();
}

/// The path of the tree that belongs to an author's file.
pub fn tree_path(file: &str) -> String {
    format!("/markdown/{file}.json")
}

/// The texts that compilations may ask for, by the hash of what they say. A world's file holds no more
/// than that hash: so Typst knows when a text has changed, and nobody writes it down and reads it again.
static TEXTS: Mutex<BTreeMap<u128, Weak<Document>>> = Mutex::new(BTreeMap::new());

/// Makes a text known for as long as somebody holds it, and gives what stands for it in a world's file.
pub fn hand_over(text: &Arc<Document>) -> String {
    let hash = typst_utils::hash128(&**text);
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    texts.retain(|_, known| known.strong_count() > 0);
    texts.insert(hash, Arc::downgrade(text));
    format!("{hash:032x}")
}

/// The text that a world's file stands for.
fn handed_over(file: &[u8]) -> Option<Arc<Document>> {
    let hash = u128::from_str_radix(std::str::from_utf8(file).ok()?, 16).ok()?;
    TEXTS.lock().unwrap_or_else(PoisonError::into_inner).get(&hash)?.upgrade()
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
    match handed_over(&tree) {
        Some(document) => Ok(Writer::new(author, &path, level, &engine.world).document(&document)),
        None => bail!(span, "the text `{path}` is not there any more"),
    }
}
