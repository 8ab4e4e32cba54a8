//! The pictures of a contribution: their files, and their entries to be filled in.

use std::fmt::Write;

use super::{Picture, Refused, Removed, Why, quoted, tree};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind};
use crate::value::Id;

/// The pictures under names of their own, and their entries; what is no picture is named.
pub(super) fn pictures(
    document: &mut Document,
    pictures: &[Picture],
    (slug, said): (&str, Option<&str>),
    removed: &mut Vec<Removed>,
) -> (Vec<(String, Vec<u8>)>, String) {
    let (mut files, mut entries) = (Vec::new(), String::new());
    for picture in pictures {
        let Some(ending) = ending(&picture.bytes) else {
            removed.push(Removed::new(
                Why::Drawing,
                format!("{}, of a kind that is not shown here", picture.name),
            ));
            remove(&mut document.blocks, &picture.name);
            continue;
        };
        let file = format!("{slug}-{}.{ending}", files.len() + 1);
        let mut alt = String::new();
        for (_, image) in document.images_mut() {
            if image.url == picture.name {
                image.url.clone_from(&file);
                alt.clone_from(&image.alt);
            }
        }
        let alt = if alt.is_empty() {
            "# what it shows, for whoever does not see it".to_string()
        } else {
            quoted(&alt)
        };
        let said = said.map(|said| format!("  # they say: {said}\n")).unwrap_or_default();
        let _ = write!(
            entries,
            "- file: images/{file}\n{said}  alt: {alt}\n  credit: # \"Photo: Name\"\n  licence: # CC BY 4.0, or by whose leave\n"
        );
        files.push((format!("sources/images/{file}"), picture.bytes.clone()));
    }
    (files, entries)
}

/// A paragraph, and its pictures below it.
pub(super) fn pictures_apart(block: Block) -> Vec<Block> {
    let BlockKind::Paragraph(text) = block.kind else { return vec![block] };
    let (shown, words): (Vec<Inline>, Vec<Inline>) =
        text.into_iter().partition(|inline| matches!(inline.kind, InlineKind::Image(_)));
    let blank = Document::text_of(&words).is_empty();
    let words = (!blank).then(|| tree::paragraph(words));
    words.into_iter().chain(shown.into_iter().map(|picture| tree::paragraph(vec![picture]))).collect()
}

/// A picture that came by itself: its path below the cluster's folder, and its entry for `sources/images.yaml`;
/// `None` if a file is none.
///
/// # Errors
///
/// If it is of a kind that is not shown here.
pub fn picture_by_itself(name: &str, bytes: &[u8]) -> Result<Option<(String, String)>, Refused> {
    let Some(ending) = ending(bytes) else { return Ok(None) };
    if ending == "heic" {
        return Err(Refused::new(
            "the picture is of a kind that only some programs show (HEIC or AVIF)",
            "export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible",
        ));
    }
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let slug = Id::slug(stem);
    let slug = if slug.as_str().is_empty() { "picture" } else { slug.as_str() };
    let path = format!("images/{slug}.{ending}");
    let entry = format!(
        "- file: {path}\n  alt: # what it shows, for whoever does not see it\n  credit: # \"Photo: Name\"\n  licence: # CC BY 4.0, or by whose leave\n"
    );
    Ok(Some((format!("sources/{path}"), entry)))
}

/// Takes a picture out of some blocks.
fn remove(blocks: &mut Vec<Block>, name: &str) {
    let shows = |inline: &Inline| matches!(&inline.kind, InlineKind::Image(image) if image.url == name);
    for block in blocks.iter_mut() {
        if let BlockKind::Paragraph(text) = &mut block.kind {
            text.retain(|inline| !shows(inline));
        }
    }
    blocks.retain(|block| !matches!(&block.kind, BlockKind::Paragraph(text) if text.is_empty()));
}

/// How a picture's file ends, by its first bytes.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    let start = |mark: &[u8]| bytes.starts_with(mark);
    Some(match bytes {
        _ if start(b"\x89PNG") => "png",
        _ if start(b"\xFF\xD8\xFF") => "jpg",
        _ if start(b"GIF8") => "gif",
        _ if start(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => "webp",
        _ if start(b"II*\0") || start(b"MM\0*") => "tif",
        _ if start(b"<svg") || start(b"<?xml") && bytes.windows(4).take(1024).any(|four| four == b"<svg") => {
            "svg"
        }
        _ if bytes.get(4..8) == Some(b"ftyp") => "heic",
        _ => return None,
    })
}
