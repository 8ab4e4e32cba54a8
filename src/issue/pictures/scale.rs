//! A picture's file made ready for print and for mail: decoded once, turned as the camera held it,
//! no larger than what the page and the screen show, without what the camera noted of the place.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Resampling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};

use super::Picture;
use crate::sources::PictureError;

/// The most pixels that a picture may have: 100 megapixels.
const MAX_PIXELS: u64 = 100_000_000;

/// The widest that a picture stands in the report, in pixels: the text's 166 mm at 200 dpi.
const PRINT_WIDTH: u32 = 1308;

/// The widest that a picture stands in the mail, in pixels: twice the 544 that are shown.
pub const MAIL_WIDTH: u32 = 1200;

/// The largest that a picture may be in the mail, in bytes.
pub const MAIL_BYTES: usize = 200_000;

/// The kinds of pictures that are read, beside drawings.
const READ: &[ImageFormat] =
    &[ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Tiff];

/// More colours than this make a picture a photograph.
const PHOTO_COLOURS: usize = 4096;

/// A picture as one medium takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// `png`, `jpg` or `svg`.
    pub format: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Whether a file's bytes are a drawing.
pub fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with("<svg") || head.starts_with("<?xml") && head.contains("<svg")
}

/// Makes a picture of a file's bytes, or says why it can't be. `fonts` are for the words of drawings.
pub fn prepared(bytes: &[u8], fonts: &Fonts) -> Result<Picture, PictureError> {
    if is_svg(bytes) {
        let (clean, mail) = drawing(bytes, fonts)?;
        let print = Encoded { bytes: clean, format: "svg", width: 0, height: 0 };
        return Ok(Picture { width: 0, height: 0, print, mail: Some(mail) });
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(PictureError::of)?;
    let format = match reader.format() {
        Some(format) if READ.contains(&format) => format,
        _ => return Err(PictureError::new("is no picture that is read: PNG, JPEG, WebP, GIF, TIFF or SVG")),
    };
    if format == ImageFormat::Jpeg && is_cut_off(bytes) {
        return Err(PictureError::new("is cut off: its end is missing, fetch it again"));
    }
    let mut decoder = reader.into_decoder().map_err(PictureError::of)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        let why = format!("has {width} x {height} pixels; the limit is 100 million");
        return Err(PictureError::new(why));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    // Four colours of print were made three on the way, and their profile is of the four.
    let four = format == ImageFormat::Jpeg && components(bytes) == Some(4);
    let profile = decoder.icc_profile().ok().flatten().filter(|_| !four);
    let mut image = DynamicImage::from_decoder(decoder).map_err(PictureError::of)?;
    image.apply_orientation(orientation);
    // Of what moves the first frame is shown.
    let photo = format == ImageFormat::Jpeg || is_photo(&image);
    let untouched = format == ImageFormat::Jpeg
        && !four
        && orientation == Orientation::NoTransforms
        && image.width() <= PRINT_WIDTH;
    let print = match untouched.then(|| without_notes(bytes)).flatten() {
        Some(bytes) => Encoded { bytes, format: "jpg", width: image.width(), height: image.height() },
        None => encoded(&narrowed(&image, PRINT_WIDTH), photo, 88, profile.as_deref())?,
    };
    Ok(Picture {
        width: image.width(),
        height: image.height(),
        print,
        mail: Some(for_mail(&image, photo, profile.as_deref())?),
    })
}

/// The fonts for the words of drawings.
pub type Fonts = std::sync::Arc<resvg::usvg::fontdb::Database>;

/// A drawing without what a program could run or fetch, its words as shapes; and as a picture on white, twice
/// as wide as it is shown.
fn drawing(bytes: &[u8], fonts: &Fonts) -> Result<(Vec<u8>, Encoded), PictureError> {
    let options = resvg::usvg::Options {
        fontdb: std::sync::Arc::clone(fonts),
        font_family: "Source Sans 3".to_string(),
        // A drawing shows nothing of this machine's.
        resources_dir: None,
        ..resvg::usvg::Options::default()
    };
    let tree = resvg::usvg::Tree::from_data(bytes, &options).map_err(PictureError::of)?;
    let size = tree.size();
    let scale = (f64::from(MAIL_WIDTH) / f64::from(size.width())).min(2.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bounded below
    let pixels = |length: f32| (f64::from(length) * scale).round().clamp(1.0, 8192.0) as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let mut map =
        resvg::tiny_skia::Pixmap::new(width, height).ok_or_else(|| PictureError::new("has no size"))?;
    map.fill(resvg::tiny_skia::Color::WHITE);
    #[allow(clippy::cast_possible_truncation)] // a scale
    let transform = resvg::tiny_skia::Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut map.as_mut());
    let image = image::RgbaImage::from_raw(width, height, map.take())
        .ok_or_else(|| PictureError::new("has no size"))?;
    let clean = tree.to_string(&resvg::usvg::WriteOptions::default()).into_bytes();
    Ok((clean, for_mail(&DynamicImage::ImageRgba8(image), false, None)?))
}

/// How many colours a JPEG is made of: the number in the header of its frame (ITU-T T.81, B.2.2).
fn components(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let (0xFF, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return bytes.get(at + 9).copied();
        }
        at += 2 + usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
    }
}

/// Whether a JPEG ends before its end: no mark of it stands behind the start of its data. Decoders
/// fill what is missing with grey.
fn is_cut_off(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let (Some(0xFF), Some(marker)) = (bytes.get(at), bytes.get(at + 1)) {
        if *marker == 0xDA {
            break;
        }
        let (Some(high), Some(low)) = (bytes.get(at + 2), bytes.get(at + 3)) else { return true };
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    !bytes.get(at..).is_some_and(|rest| rest.windows(2).any(|pair| pair == [0xFF, 0xD9]))
}

/// The picture for the mail, on white: below its limit of bytes, first by quality, then by size.
fn for_mail(image: &DynamicImage, photo: bool, profile: Option<&[u8]>) -> Result<Encoded, PictureError> {
    // What shows on nothing vanishes in the dark.
    let mut image = on_white(&narrowed(image, MAIL_WIDTH));
    let mut smallest = encoded(&image, photo, 82, profile)?;
    while smallest.bytes.len() > MAIL_BYTES && image.width() > 200 {
        for quality in [74, 64, 54] {
            let tried = encoded(&image, true, quality, profile)?;
            if tried.bytes.len() < smallest.bytes.len() {
                smallest = tried;
            }
            if smallest.bytes.len() <= MAIL_BYTES {
                return Ok(smallest);
            }
        }
        image = narrowed(&image, image.width() * 4 / 5);
    }
    Ok(smallest)
}

/// A picture no wider than a number of pixels.
fn narrowed(image: &DynamicImage, width: u32) -> DynamicImage {
    match image.width() > width {
        true => image.resize(width, u32::MAX, Resampling::Lanczos3),
        false => image.clone(),
    }
}

/// Whether a picture has no transparency and as many colours as photographs have.
fn is_photo(image: &DynamicImage) -> bool {
    let rgba = image.to_rgba8();
    let mut colours = std::collections::BTreeSet::new();
    for pixel in rgba.pixels() {
        if pixel.0[3] != 255 {
            return false;
        }
        colours.insert(pixel.0);
        if colours.len() > PHOTO_COLOURS {
            return true;
        }
    }
    false
}

/// A photograph as JPEG, on white where it is transparent; anything else as PNG. Its colours mean
/// what its profile says.
fn encoded(
    image: &DynamicImage,
    photo: bool,
    quality: u8,
    profile: Option<&[u8]>,
) -> Result<Encoded, PictureError> {
    let mut out = Cursor::new(Vec::new());
    let (width, height) = (image.width(), image.height());
    let format = if photo { "jpg" } else { "png" };
    let profile = profile.map(<[u8]>::to_vec);
    // A profile that the format can't hold is left out.
    let written = match photo {
        true => {
            let mut encoder = JpegEncoder::new_with_quality(&mut out, quality);
            let _ = profile.map(|profile| encoder.set_icc_profile(profile));
            on_white(image).write_with_encoder(encoder)
        }
        false => {
            let mut encoder =
                PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
            let _ = profile.map(|profile| encoder.set_icc_profile(profile));
            eight_bits(image).write_with_encoder(encoder)
        }
    };
    written.map_err(PictureError::of)?;
    Ok(Encoded { bytes: out.into_inner(), format, width, height })
}

/// A picture with eight bits a channel.
fn eight_bits(image: &DynamicImage) -> DynamicImage {
    match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.to_rgba8()),
        false => DynamicImage::ImageRgb8(image.to_rgb8()),
    }
}

/// A picture on white.
fn on_white(image: &DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return DynamicImage::ImageRgb8(image.to_rgb8());
    }
    let rgba = image.to_rgba8();
    let mut white = image::RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(white.pixels_mut()) {
        let alpha = u32::from(from.0[3]);
        for (channel, value) in to.0.iter_mut().enumerate() {
            let mixed = (u32::from(from.0[channel]) * alpha + 255 * (255 - alpha)) / 255;
            *value = u8::try_from(mixed).unwrap_or(255);
        }
    }
    DynamicImage::ImageRgb8(white)
}

/// A JPEG without what camera and editor noted beside the picture (place, time, names, a smaller
/// picture): of the application's segments only `JFIF`, colour profiles and Adobe's transform stay,
/// comments go, and so does what stands behind the end (ITU-T T.81, annex B). `None` if its segments
/// can't be followed.
fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let (0xFF, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        if marker == 0xD9 {
            out.extend_from_slice(&[0xFF, 0xD9]);
            return Some(out);
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at..at + 2 + length)?;
        let named = |name: &[u8]| segment[4..].starts_with(name);
        let kept = match marker {
            0xE0 => named(b"JFIF\0"),
            0xE2 => named(b"ICC_PROFILE\0"),
            0xEE => named(b"Adobe"),
            0xE1..=0xEF | 0xFE => false,
            _ => true,
        };
        if kept {
            out.extend_from_slice(segment);
        }
        at += 2 + length;
        // Behind the start of a scan its data lie, up to the next marker that is none of theirs.
        if marker == 0xDA {
            let rest = bytes.get(at..)?;
            let data = rest
                .windows(2)
                .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF))?;
            out.extend_from_slice(&rest[..data]);
            at += data;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with many colours.
    fn photo(width: u32, height: u32) -> DynamicImage {
        let pixel = |x: u32, y: u32| {
            let noise = x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 7;
            image::Rgb([(noise % 256) as u8, (x % 256) as u8, (y % 256) as u8])
        };
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, pixel))
    }

    /// A JPEG of it, with a note of the camera's in a segment of its own.
    fn jpeg(image: &DynamicImage, exif: &[u8]) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        JpegEncoder::new_with_quality(&mut out, 95).encode_image(image).expect("a JPEG");
        let bytes = out.into_inner();
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        [&bytes[..2], &[0xFF, 0xE1], &length, exif, &bytes[2..]].concat()
    }

    #[test]
    fn a_large_photo_is_made_small_enough_for_both_media() {
        let picture = prepared(&jpeg(&photo(4000, 1000), b"Exif\0\0"), &Fonts::default()).expect("a picture");
        assert_eq!((picture.width, picture.height), (4000, 1000));
        assert_eq!((picture.print.width, picture.print.format), (PRINT_WIDTH, "jpg"));
        let mail = picture.mail.expect("for mail");
        assert!(mail.bytes.len() <= MAIL_BYTES && mail.width <= MAIL_WIDTH, "{} bytes", mail.bytes.len());
    }

    #[test]
    fn a_small_jpeg_is_kept_but_for_the_notes_of_the_camera() {
        let bytes = jpeg(&photo(300, 200), b"Exif\0\0GPS 41.9 N");
        let picture = prepared(&bytes, &Fonts::default()).expect("a picture");
        assert!(!picture.print.bytes.windows(3).any(|window| window == b"GPS"));
        assert_eq!(picture.print.bytes.len(), bytes.len() - b"Exif\0\0GPS 41.9 N".len() - 4);
        assert!(!picture.mail.expect("for mail").bytes.windows(3).any(|window| window == b"GPS"));
    }

    #[test]
    fn nothing_behind_the_end_and_no_other_segment_is_kept() {
        let bytes = jpeg(&photo(64, 64), b"Exif\0\0");
        let end = bytes.len();
        // A smaller picture in a segment of its own, a comment, a second picture behind the end.
        let jfxx = [&[0xFF, 0xE0, 0, 12][..], b"JFXX\0thumb"].concat();
        let comment = [&[0xFF, 0xFE, 0, 8][..], b"secret"].concat();
        let more = [&bytes[..2], &jfxx, &comment, &bytes[2..end], b"behind the end"].concat();
        let kept = prepared(&more, &Fonts::default()).expect("a picture").print.bytes;
        for secret in [&b"JFXX"[..], b"secret", b"behind", b"Exif"] {
            assert!(!kept.windows(secret.len()).any(|window| window == secret));
        }
        assert!(kept.windows(5).any(|window| window == b"JFIF\0"));
    }

    #[test]
    fn a_picture_is_turned_as_the_camera_held_it() {
        // A TIFF header, one entry: orientation (0x0112), short, one value: 6.
        let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let picture = prepared(&jpeg(&photo(300, 200), exif), &Fonts::default()).expect("a picture");
        assert_eq!((picture.width, picture.height), (200, 300));
        assert_eq!((picture.print.width, picture.print.height), (200, 300));
    }

    #[test]
    fn webp_gif_and_tiff_are_read_and_what_moves_shows_its_first_frame() {
        let image = photo(300, 200);
        for format in [ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Tiff] {
            let mut out = Cursor::new(Vec::new());
            let rgba = DynamicImage::ImageRgba8(image.to_rgba8());
            rgba.write_to(&mut out, format).expect("a picture");
            let picture = prepared(&out.into_inner(), &Fonts::default()).expect("read");
            assert_eq!((picture.width, picture.height), (300, 200), "{format:?}");
            assert!(["png", "jpg"].contains(&picture.print.format) && picture.mail.is_some());
        }
    }

    #[test]
    fn a_drawing_loses_what_could_run_or_be_fetched() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="x()"><script>alert(1)</script><image href="https://track.example.com/p.png" width="1" height="1"/><a href="https://example.org"><rect width="40" height="20" fill="#123456"/></a></svg>"##;
        let picture = prepared(svg, &Fonts::default()).expect("a drawing");
        let clean = String::from_utf8(picture.print.bytes).expect("text");
        for gone in ["script", "onload", "track.example.com", "example.org"] {
            assert!(!clean.contains(gone), "{clean}");
        }
        assert!(clean.contains("#123456") && picture.mail.is_some_and(|mail| mail.format == "png"));
    }

    #[test]
    fn a_drawing_stays_png_and_what_is_no_picture_is_refused() {
        let drawing =
            DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(20, 10, image::Rgba([1, 2, 3, 128])));
        let mut out = Cursor::new(Vec::new());
        drawing.write_to(&mut out, ImageFormat::Png).expect("a PNG");
        let picture = prepared(&out.into_inner(), &Fonts::default()).expect("a picture");
        assert_eq!((picture.print.format, picture.mail.map(|mail| mail.format)), ("png", Some("png")));
        assert!(prepared(b"GIF89a", &Fonts::default()).is_err());
        assert!(prepared(b"BM\0\0\0\0", &Fonts::default()).is_err());
        assert!(prepared(b"\xFF\xD8\xFF", &Fonts::default()).is_err());
    }
}
