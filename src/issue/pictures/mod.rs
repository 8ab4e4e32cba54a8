//! Pictures: where the author's address leads, what is known of them, and their bytes.

mod cover;
mod kinds;
mod logos;
mod resolve;
mod scale;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Issue;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::Layouts;
use crate::markdown::Document;
use crate::model::{Channel, Manifest};
use crate::sources::{PictureError, Sources, read_image};
use crate::value::sha256;
pub use cover::{Cover, cover};
pub use logos::{dark_logo, logo, project_logo};
pub use resolve::resolve;
pub use scale::{Encoded, MAIL_WIDTH};

/// A photo narrower than this is coarse in print, in pixels.
const PRINT_MINIMUM: u32 = 1200;

/// The largest that a picture should be in the report, in bytes.
const PRINT_BYTES: usize = 800_000;

/// A picture that was read.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its width in pixels, turned as it is shown; of an SVG, 0.
    pub width: u32,
    /// Its height in pixels; of an SVG, 0.
    pub height: u32,
    /// As the report takes it.
    pub print: Encoded,
    /// As the mail takes it; mail programs show no SVG.
    pub mail: Option<Encoded>,
}

/// Pictures that were made ready, by what they were made of: for the next build.
#[derive(Debug, Default)]
pub struct Prepared(Mutex<BTreeMap<String, Picture>>);

impl Prepared {
    /// A picture made ready, or known.
    fn picture(
        &self,
        bytes: &[u8],
        layouts: &Layouts,
        fonts: &scale::Fonts,
    ) -> Result<Picture, PictureError> {
        let mut key = sha256(bytes);
        if scale::is_svg(bytes) {
            let all = layouts.below("fonts/").map(|(path, bytes)| format!("{path} {}", sha256(bytes)));
            key.push_str(&all.collect::<String>());
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(picture) = known.get(&key) {
            return Ok(picture.clone());
        }
        let picture = scale::prepared(bytes, fonts)?;
        known.insert(key, picture.clone());
        Ok(picture)
    }
}

/// The pictures of an issue by path.
#[derive(Debug, Clone, Default)]
pub struct Pictures(pub BTreeMap<String, Picture>);

impl Pictures {
    /// Reads the pictures that an issue needs; those that can't be are findings. The layouts have the
    /// fonts for the words of drawings.
    pub fn read(
        sources: &Sources,
        needed: &[(String, Place)],
        layouts: &Layouts,
        prepared: &Prepared,
        findings: &mut Diagnostics,
    ) -> Self {
        let drawn = needed.iter().any(|(path, _)| path.to_lowercase().ends_with(".svg"));
        let fonts = scale::Fonts::new(if drawn { layouts.font_database() } else { Default::default() });
        let mut pictures = BTreeMap::new();
        for (path, place) in needed {
            let Some(file) = sources.images.get(path.as_str()) else { continue };
            if pictures.contains_key(path) {
                continue;
            }
            match read_image(file).and_then(|bytes| prepared.picture(&bytes, layouts, &fonts)) {
                Ok(picture) => {
                    for found in heavy(path, &picture) {
                        findings.push(found.at(place.clone()));
                    }
                    if picture.print.format == "jpg" && picture.width < PRINT_MINIMUM {
                        findings.push(coarse(path, picture.width).at(place.clone()));
                    }
                    pictures.insert(path.clone(), picture);
                }
                Err(reason) => findings.push(
                    Diagnostic::fatal("unreadable-image", format!("`{path}` {reason}"))
                        .at(place.clone())
                        .hint("save the picture anew as PNG or JPEG"),
                ),
            }
        }
        Self(pictures)
    }
}

/// The findings for a picture that stays heavy though it was made ready: what it takes and what it
/// may.
fn heavy(path: &str, picture: &Picture) -> Vec<Diagnostic> {
    let media = [
        ("report", picture.print.bytes.len(), PRINT_BYTES),
        ("newsletter", picture.mail.as_ref().map_or(0, |mail| mail.bytes.len()), scale::MAIL_BYTES),
    ];
    let heavy = media.into_iter().filter(|(_, bytes, most)| bytes > most);
    heavy
        .map(|(medium, bytes, most)| {
            let message = format!(
                "`{path}` takes {} kB in the {medium}, which wants {} kB at most",
                bytes.div_ceil(1000),
                most / 1000
            );
            Diagnostic::warning("heavy-image", message).hint(
                "save a photo as JPEG, and a drawing with fewer colours or as SVG without pictures inside",
            )
        })
        .collect()
}

/// The finding for a photo that is coarse in print.
fn coarse(path: &str, width: u32) -> Diagnostic {
    Diagnostic::warning(
        "small-image",
        format!("`{path}` is {width} pixels wide: coarse in print, which wants {PRINT_MINIMUM}"),
    )
    .hint("ask for the picture in its original size; mail and messengers shrink it")
}

/// The pictures that an issue shows, each with the place of its first use.
pub fn needed(issue: &Issue<'_>) -> Vec<(String, Place)> {
    let mut found = Vec::new();
    if let Some(path) = logo(issue.cluster, issue.sources) {
        found.push((path, issue.sources.place(&issue.cluster.config.origin, "look.logo")));
    }
    if let Some((cover, manifest)) = cover(issue).zip(issue.manifest) {
        found.push((cover.path, issue.sources.place(&manifest.origin, "cover")));
    }
    if let Some(path) = dark_logo(issue.cluster, issue.sources) {
        found.push((path, issue.sources.place(&issue.cluster.config.origin, "look.logo_dark")));
    }
    let partners = |manifest: &Manifest| manifest.sections.iter().any(|name| name == "partners");
    if issue.manifest.is_some_and(partners) || issue.scope.is_month() {
        for project in &issue.projects {
            let place = issue.sources.place(&project.origin, "logo");
            found.extend(project_logo(issue, project).map(|path| (path, place)));
        }
    }
    let mut collect = |file: &Arc<str>, document: &Document| {
        for (range, image) in document.clone().images_mut() {
            found.push((image.url.clone(), Place::new(file.clone(), range)));
        }
    };
    for update in issue.updates.iter() {
        collect(&update.item.origin.file, &update.item.body);
    }
    for meeting in issue.meetings(Channel::Report) {
        collect(&meeting.origin.file, &meeting.body);
    }
    found
}
