//! Where the author's addresses of pictures and files lead.

use super::kinds::other_kind;
use super::logos::{missing_logo, named};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::{Document, Image, Inline, InlineKind};
use crate::model::{Cluster, ImageInfo, Manifest};
use crate::sources::Sources;
use crate::value::{Language, Parse};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Finds the file of every picture of the cluster and what is known of it, and reports pictures
/// without alt text or credit.
pub fn resolve(cluster: &mut Cluster, sources: &Sources, findings: &mut Diagnostics) {
    let look = &cluster.config.look;
    let config = |field| sources.place(&cluster.config.origin, field);
    let logos = [("look.logo", &look.logo), ("look.logo_dark", &look.logo_dark)];
    let own = logos.into_iter().filter_map(|(field, name)| Some((name.as_deref()?, config(field))));
    let covers = cluster
        .issues
        .values()
        .filter_map(|manifest| Some((manifest.cover.as_deref()?, sources.place(&manifest.origin, "cover"))));
    let projects = cluster
        .projects
        .values()
        .filter_map(|project| Some((project.logo.as_deref()?, sources.place(&project.origin, "logo"))));
    for (name, place) in own.chain(covers).chain(projects) {
        unusable(name, place, sources, findings);
    }
    for manifest in cluster.issues.values() {
        covers_known(cluster, manifest, sources, findings);
    }
    let images = &cluster.images;
    for update in &mut cluster.updates {
        let resolver = Resolver { sources, images, language: &update.language };
        resolver.document(&update.origin.file, &mut update.body, findings);
    }
    for meeting in &mut cluster.meetings {
        let resolver = Resolver { sources, images, language: &meeting.language };
        resolver.document(&meeting.origin.file, &mut meeting.body, findings);
    }
}

/// Reports a picture that YAML names and that is not there, or of a kind that is not read.
fn unusable(name: &str, place: Place, sources: &Sources, findings: &mut Diagnostics) {
    match (named(name, sources), other_kind(name)) {
        (_, Some((kind, hint))) => findings.push(
            Diagnostic::error("picture-kind", format!("`{name}`: {kind} is not read")).at(place).hint(hint),
        ),
        (None, None) => findings.push(missing_logo(name, sources).at(place)),
        (Some(_), None) => {}
    }
}

/// Reports a picture for the first page of which nothing is known.
fn covers_known(cluster: &Cluster, manifest: &Manifest, sources: &Sources, findings: &mut Diagnostics) {
    let Some(path) = manifest.cover.as_deref().and_then(|name| named(name, sources)) else { return };
    let place = sources.place(&manifest.origin, "cover");
    let file = path.strip_prefix("sources/").unwrap_or(&path);
    let info = cluster.images.get(file);
    if info.is_none_or(|info| info.alt.is_none()) {
        findings.push(
            Diagnostic::error("missing-alt", "nothing says what the picture on the first page shows")
                .at(place.clone())
                .hint(format!("write into sources/images.yaml: `- {{file: {file}, alt: A mayor signs the plan, credit: \"Photo: Name\", licence: CC BY 4.0}}`")),
        );
    }
    if info.is_none_or(|info| info.credit.is_none()) {
        findings.push(
            Diagnostic::error("missing-credit", "nothing says whose the picture on the first page is")
                .at(place)
                .hint("write `credit` and `licence` into its entry in sources/images.yaml"),
        );
    }
}

/// What pictures are looked up in.
pub(super) struct Resolver<'a> {
    /// The files.
    sources: &'a Sources,
    /// What `images.yaml` says, by path below `sources/`.
    images: &'a BTreeMap<String, ImageInfo>,
    /// The language of alt texts.
    language: &'a Language,
}

impl Resolver<'_> {
    /// All pictures and links of a text.
    fn document(&self, file: &Arc<str>, document: &mut Document, findings: &mut Diagnostics) {
        for link in document.links_mut() {
            self.link(file, link, findings);
        }
        for (range, image) in document.images_mut() {
            self.image(file, range, image, findings);
        }
    }

    /// One link: a relative address leads to a text of the cluster, which has no address of its
    /// own outside it, so that the link's words stay and the link goes; or it leads nowhere.
    fn link(&self, file: &Arc<str>, link: &mut Inline, findings: &mut Diagnostics) {
        let InlineKind::Link(url, text) = &mut link.kind else { return };
        if url.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '.', '?', '#'])) {
            return;
        }
        let path = percent_decoded(url.split(['#', '?']).next().unwrap_or(url)).replace('\\', "/");
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let known = normal(folder, &path).is_some_and(|path| self.sources.files.contains_key(path.as_str()));
        if !known {
            findings.push(
                Diagnostic::error(
                    "relative-link",
                    format!("`{url}` is no full address and no file of the cluster"),
                )
                .at(Place::new(file.clone(), link.range.clone()))
                .hint(address_hint(url)),
            );
        }
        link.kind = InlineKind::Text(Document::text_of(text));
    }

    /// One picture: its address becomes the path of its file.
    fn image(&self, file: &Arc<str>, range: Range<usize>, image: &mut Image, findings: &mut Diagnostics) {
        let place = Place::new(file.clone(), range);
        match self.path(file, &image.url) {
            Ok(path) => {
                let info = self.images.get(path.trim_start_matches("sources/"));
                complete(image, info, self.language);
                image.url = path;
            }
            Err(finding) => findings.push(finding.at(place.clone())),
        }
        if image.alt.trim().is_empty() && !image.decorative {
            findings.push(
                Diagnostic::error("missing-alt", "this picture has no alternative text")
                    .at(place.clone())
                    .hint("say what it shows between the brackets: `![A mayor signs the plan](photo.jpg)`")
                    .hint("if it shows nothing that matters: `decorative: true` in sources/images.yaml"),
            );
        }
        let name = image.url.rsplit('/').next().unwrap_or_default().to_lowercase();
        if !image.alt.trim().is_empty() && image.alt.trim().to_lowercase() == name {
            findings.push(
                Diagnostic::error("missing-alt", "the file's name is no alternative text")
                    .at(place.clone())
                    .hint("say what the picture shows"),
            );
        }
        if image.title.trim().is_empty() && !image.decorative {
            findings.push(
                Diagnostic::error("missing-credit", "this picture has no credit and licence")
                    .at(place)
                    .hint("name them behind the address: `![…](photo.jpg \"Photo: Name, CC BY 4.0\")`"),
            );
        }
    }

    /// The path of a picture's file below the cluster's folder: beside the text, or in
    /// `sources/images/`.
    fn path(&self, file: &Arc<str>, url: &str) -> Result<String, Diagnostic> {
        if url.contains("://") || url.starts_with("data:") {
            return Err(Diagnostic::error("remote-image", format!("`{url}` lies on the web"))
                .hint("save the picture in `sources/images/` and name it: readers are not tracked, and it can't vanish"));
        }
        let decoded = percent_decoded(url).replace('\\', "/");
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = normal(folder, &decoded);
        let below = |path: &Option<String>| path.as_ref().is_some_and(|path| path.starts_with("sources/"));
        if decoded.starts_with('/') || !below(&beside) {
            return Err(Diagnostic::fatal("image-path", format!("`{url}` leaves `sources/`"))
                .hint("copy the picture to `sources/images/` and type its name alone"));
        }
        let images = normal("sources/images", &decoded);
        let known = [beside, images].into_iter().flatten();
        let found = known.into_iter().find(|path| self.sources.images.contains_key(path.as_str()));
        if let (Some(_), Some((kind, hint))) = (&found, other_kind(&decoded)) {
            return Err(Diagnostic::fatal("picture-kind", format!("`{url}`: {kind} is not read")).hint(hint));
        }
        found.ok_or_else(|| {
            let names = self.sources.images.keys().map(|path| path.rsplit('/').next().unwrap_or(path));
            let name = decoded.rsplit('/').next().unwrap_or(&decoded);
            let finding = Diagnostic::error("missing-image", format!("there is no picture `{url}`"));
            match crate::diagnostic::nearest(name, names) {
                Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
                None => finding.hint("put it beside this file or in `sources/images/`"),
            }
        })
    }
}

/// What to type for a relative address: one that would work, or what is missing.
pub(super) fn address_hint(url: &str) -> String {
    let mail = crate::value::MailAddress::parse(url);
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    let top = host.rsplit('.').next().unwrap_or_default();
    let file =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "html", "htm", "md", "zip", "odt", "jpg", "png"];
    let named = host.contains('.')
        && !host.starts_with('.')
        && top.len() >= 2
        && top.chars().all(|c| c.is_ascii_alphabetic())
        && !file.contains(&&*top.to_lowercase());
    match url {
        _ if mail.is_ok() => format!("type `mailto:{url}`"),
        _ if url.starts_with('#') => {
            "a place in this text has no address of its own: take the link out, or type the address of a page".into()
        }
        _ if url.starts_with("//") => format!("type `https:{url}`"),
        _ if url.starts_with('/') => {
            format!("type the address of the site before it: `https://example.org{url}`")
        }
        _ if named => format!("type `https://{url}`"),
        _ => "put the file where everybody can read it, and type its whole address, such as `https://example.org/plan.pdf`".into(),
    }
}

/// Joins a folder and a relative path without `.` and `..`; `None` above the top.
pub(super) fn normal(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Undoes `%20` and the like.
pub(super) fn percent_decoded(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| url.to_string())
}

/// Adds what `images.yaml` knows to what the text says; the text wins.
pub(super) fn complete(image: &mut Image, info: Option<&ImageInfo>, language: &Language) {
    let Some(info) = info else { return };
    image.decorative = info.decorative;
    if let Some(alt) = info.alt.as_ref().filter(|_| image.alt.trim().is_empty()) {
        image.alt = alt.get(language).to_string();
    }
    if image.title.trim().is_empty() {
        let parts = [info.credit.as_deref(), info.licence.as_deref()];
        image.title = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    }
}
