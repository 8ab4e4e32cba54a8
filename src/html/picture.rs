//! Pictures of a mail or a page, by what they show.

use crate::issue::{Encoded, MAIL_WIDTH};
use crate::value::{Id, sha256};

/// The width of a picture in a mail's text, in CSS pixels: the sheet's less its margins.
pub const PICTURE_WIDTH: u32 = 544;

/// The width of the picture above a mail's lead, in CSS pixels: the sheet's.
pub const HERO_WIDTH: u32 = MAIL_WIDTH / 2;

/// The width of the picture beside a story, in CSS pixels.
pub const THUMB_WIDTH: u32 = 120;

/// The largest that a logo is shown, in CSS pixels: with the white round it smaller than the emblem.
pub const LOGO: (u32, u32) = (82, 46);

/// The emblem's width in the mail, in CSS pixels, with the white border that it has on coloured grounds.
pub const EMBLEM_WIDTH: u32 = 95;

/// What a picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// The EU emblem.
    Emblem,
    /// A logo: the cluster's or a project's, from a file below the cluster's folder.
    Logo(String),
    /// A picture of a text, from a file below the cluster's folder.
    File(String),
    /// The chart of an indicator.
    Chart(Id),
}

impl Shows {
    /// What it is, in a word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Emblem => "EU emblem",
            Self::Logo(_) => "logo",
            Self::File(_) => "picture",
            Self::Chart(_) => "chart",
        }
    }
}

/// A picture that a mail or a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub shows: Shows,
    /// Its file name in the output and in its Content-ID.
    pub name: String,
    /// Its bytes: PNG or JPEG.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
    /// The width at which it is shown, in CSS pixels.
    pub width: u32,
    /// The height at which it is shown, in CSS pixels.
    pub height: u32,
    /// Its width and height in pixels.
    pub pixels: (u32, u32),
}

impl Picture {
    /// The EU emblem, drawn as PNG at 2 pixels a CSS pixel.
    pub fn emblem(png: Vec<u8>) -> Self {
        Self::drawn(Shows::Emblem, "emblem", png)
    }

    /// A picture that was drawn as PNG at 2 pixels a CSS pixel.
    fn drawn(shows: Shows, name: &str, png: Vec<u8>) -> Self {
        // PNG, section 11.2.2: width and height are the first two numbers of the first chunk.
        let number = |at: usize| {
            png.get(at..at + 4).map_or(2, |four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
        };
        let (width, height) = (number(16), number(20));
        Self {
            shows,
            name: named(name, &png, "png"),
            media_type: "image/png",
            width: width / 2,
            height: height / 2,
            pixels: (width, height),
            bytes: png,
        }
    }

    /// The height at a width, in CSS pixels.
    pub fn height_at(&self, width: u32) -> u32 {
        let (wide, high) = (u64::from(self.pixels.0.max(1)), u64::from(self.pixels.1));
        u32::try_from(high * u64::from(width) / wide).unwrap_or(u32::MAX).max(1)
    }

    /// Whether it is wide and large enough to stand over the whole width of a mail.
    pub fn is_wide(&self) -> bool {
        self.pixels.0 >= HERO_WIDTH * 3 / 2 && self.pixels.0 * 4 >= self.pixels.1 * 5
    }

    /// A text's picture at the size at which it is shown: half its pixels, or all of a small one's.
    pub fn file(path: &str, encoded: &Encoded) -> Self {
        let width = encoded.width.min(PICTURE_WIDTH);
        let height = u64::from(encoded.height) * u64::from(width) / u64::from(encoded.width.max(1));
        let stem = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("picture");
        Self {
            shows: Shows::File(path.to_string()),
            name: named(Id::slug(stem).as_str(), &encoded.bytes, encoded.format),
            bytes: encoded.bytes.clone(),
            media_type: if encoded.format == "jpg" { "image/jpeg" } else { "image/png" },
            width,
            height: u32::try_from(height).unwrap_or(u32::MAX).max(1),
            pixels: (encoded.width, encoded.height),
        }
    }

    /// A logo; how large it is shown says [`Picture::logo_size`].
    pub fn logo(path: &str, encoded: &Encoded) -> Self {
        Self { shows: Shows::Logo(path.to_string()), ..Self::file(path, encoded) }
    }

    /// The chart of an indicator, drawn as PNG at 2 pixels a CSS pixel.
    pub fn chart(id: &Id, png: Vec<u8>) -> Self {
        Self::drawn(Shows::Chart(id.clone()), "chart", png)
    }

    /// The file below the cluster's folder that it was made of.
    pub fn path(&self) -> Option<&str> {
        match &self.shows {
            Shows::Logo(path) | Shows::File(path) => Some(path),
            Shows::Emblem | Shows::Chart(_) => None,
        }
    }

    /// The size at which it is shown as a logo, in CSS pixels.
    pub fn logo_size(&self) -> (u32, u32) {
        fitted(self.width, self.height, LOGO)
    }
}

/// The picture of a file, as text or logo, among others.
pub fn of_file<'p>(pictures: &'p [Picture], path: &str) -> Option<&'p Picture> {
    pictures.iter().find(|picture| picture.path() == Some(path))
}

/// The picture that shows something, among others.
pub fn that_shows<'p>(pictures: &'p [Picture], what: &Shows) -> Option<&'p Picture> {
    pictures.iter().find(|picture| picture.shows == *what)
}

/// A size shrunk into a width and a height of a logo.
fn fitted(width: u32, height: u32, (most_wide, most_high): (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (wide, high) = (u64::from(most_wide).min(width), u64::from(most_high).min(height));
    // The smaller of the two scales, in whole numbers.
    let (new_width, new_height) = match wide * height <= high * width {
        true => (wide, wide * height / width),
        false => (high * width / height, high),
    };
    (u32::try_from(new_width.max(1)).unwrap_or(1), u32::try_from(new_height.max(1)).unwrap_or(1))
}

/// A file name that changes with its content.
fn named(stem: &str, bytes: &[u8], extension: &str) -> String {
    format!("{stem}-{}.{extension}", &sha256(bytes)[..10])
}
