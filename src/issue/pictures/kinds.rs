//! The kinds of pictures that are not read.

/// The kinds of pictures that are none of ours, by the end of their names, and what to do with them.
pub(super) fn other_kind(name: &str) -> Option<(&'static str, &'static str)> {
    const SAVE: &str = "save it as PNG or JPEG";
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    Some(match end.as_str() {
        "bmp" => ("BMP", SAVE),
        "avif" => ("AVIF", "open it in a browser, save it as PNG, or ask for it as JPEG"),
        "jxl" => ("JPEG XL", SAVE),
        "jp2" => ("JPEG 2000", SAVE),
        "ico" => ("an icon", SAVE),
        "heic" | "heif" => {
            ("HEIC", "save it as JPEG; an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible")
        }
        "psd" | "ai" | "eps" => ("a file of a drawing program", "export it as PNG, JPEG or SVG"),
        "pdf" => ("PDF", "export the page as PNG or JPEG"),
        _ => return None,
    })
}
