//! A picture's file made ready for print and for mail: decoded once, turned as the camera held it,
//! no larger than what the page and the screen show, without what the camera noted of the place.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Resampling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use super::Picture;

/// The most pixels that a picture may have: 100 megapixels.
const MAX_PIXELS: u64 = 100_000_000;

/// The widest that a picture stands in the report, in pixels: the text's 166 mm at 200 dpi.
const PRINT_WIDTH: u32 = 1308;

/// The widest that a picture stands in the mail, in pixels: twice the 544 that are shown.
pub const MAIL_WIDTH: u32 = 1088;

/// The largest that a picture may be in the mail, in bytes.
const MAIL_BYTES: usize = 200_000;

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

/// Makes a picture of a file's bytes, or says why it can't be.
pub fn prepared(bytes: &[u8]) -> Result<Picture, String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    if head.starts_with("<svg") || head.starts_with("<?xml") && head.contains("<svg") {
        let print = Encoded { bytes: bytes.to_vec(), format: "svg", width: 0, height: 0 };
        return Ok(Picture { width: 0, height: 0, print, mail: None });
    }
    let reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
    let format = match reader.format() {
        Some(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => format,
        _ => return Err("is neither a PNG, a JPEG nor an SVG picture".to_string()),
    };
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(format!("has {width} x {height} pixels; the limit is 100 million"));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    image.apply_orientation(orientation);
    let photo = format == ImageFormat::Jpeg || is_photo(&image);
    let untouched = format == ImageFormat::Jpeg
        && orientation == Orientation::NoTransforms
        && image.width() <= PRINT_WIDTH;
    let print = match untouched.then(|| without_notes(bytes)).flatten() {
        Some(bytes) => Encoded { bytes, format: "jpg", width: image.width(), height: image.height() },
        None => encoded(&narrowed(&image, PRINT_WIDTH), photo, 88)?,
    };
    Ok(Picture { width: image.width(), height: image.height(), print, mail: Some(for_mail(&image, photo)?) })
}

/// The picture for the mail: below its limit of bytes, first by quality, then by size.
fn for_mail(image: &DynamicImage, photo: bool) -> Result<Encoded, String> {
    let mut image = narrowed(image, MAIL_WIDTH);
    let mut smallest = encoded(&image, photo, 82)?;
    while smallest.bytes.len() > MAIL_BYTES && image.width() > 200 {
        for quality in [74, 64, 54] {
            let tried = encoded(&image, true, quality)?;
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

/// A photograph as JPEG, on white where it is transparent; anything else as PNG.
fn encoded(image: &DynamicImage, photo: bool, quality: u8) -> Result<Encoded, String> {
    let mut out = Cursor::new(Vec::new());
    let (width, height) = (image.width(), image.height());
    let format = if photo { "jpg" } else { "png" };
    let written = match photo {
        true => JpegEncoder::new_with_quality(&mut out, quality).encode_image(&on_white(image)),
        false => {
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
            eight_bits(image).write_with_encoder(encoder)
        }
    };
    written.map_err(|error| error.to_string())?;
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

/// A JPEG without what camera and editor noted beside the picture (place, time, names): the
/// segments APP1, APP3 to APP13, APP15 and comments (ITU-T T.81, annex B). Colour profiles stay.
/// `None` if its segments can't be followed.
fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let (0xFF, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        // From the start of the scan on everything is the picture.
        if marker == 0xDA {
            out.extend_from_slice(&bytes[at..]);
            return Some(out);
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at..at + 2 + length)?;
        let notes = matches!(marker, 0xE1 | 0xE3..=0xED | 0xEF | 0xFE);
        if !notes {
            out.extend_from_slice(segment);
        }
        at += 2 + length;
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
        let picture = prepared(&jpeg(&photo(4000, 1000), b"Exif\0\0")).expect("a picture");
        assert_eq!((picture.width, picture.height), (4000, 1000));
        assert_eq!((picture.print.width, picture.print.format), (PRINT_WIDTH, "jpg"));
        let mail = picture.mail.expect("for mail");
        assert!(mail.bytes.len() <= MAIL_BYTES && mail.width <= MAIL_WIDTH, "{} bytes", mail.bytes.len());
    }

    #[test]
    fn a_small_jpeg_is_kept_but_for_the_notes_of_the_camera() {
        let bytes = jpeg(&photo(300, 200), b"Exif\0\0GPS 41.9 N");
        let picture = prepared(&bytes).expect("a picture");
        assert!(!picture.print.bytes.windows(3).any(|window| window == b"GPS"));
        assert_eq!(picture.print.bytes.len(), bytes.len() - b"Exif\0\0GPS 41.9 N".len() - 4);
        assert!(!picture.mail.expect("for mail").bytes.windows(3).any(|window| window == b"GPS"));
    }

    #[test]
    fn a_picture_is_turned_as_the_camera_held_it() {
        // A TIFF header, one entry: orientation (0x0112), short, one value: 6.
        let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let picture = prepared(&jpeg(&photo(300, 200), exif)).expect("a picture");
        assert_eq!((picture.width, picture.height), (200, 300));
        assert_eq!((picture.print.width, picture.print.height), (200, 300));
    }

    #[test]
    fn a_drawing_stays_png_and_what_is_no_picture_is_refused() {
        let drawing =
            DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(20, 10, image::Rgba([1, 2, 3, 128])));
        let mut out = Cursor::new(Vec::new());
        drawing.write_to(&mut out, ImageFormat::Png).expect("a PNG");
        let picture = prepared(&out.into_inner()).expect("a picture");
        assert_eq!((picture.print.format, picture.mail.map(|mail| mail.format)), ("png", Some("png")));
        assert!(prepared(b"GIF89a").is_err());
        assert!(prepared(b"\xFF\xD8\xFF").is_err());
    }
}
