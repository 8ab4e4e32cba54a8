//! The letters of a text whose encoding is said somewhere, or nowhere.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};

/// A text in whatever encoding: by its mark, what it says of itself, or how its bytes are spread.
pub fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    for (mark, coding) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return coding.decode_without_bom_handling(rest).0.into_owned();
        }
    }
    // A cut in the middle of a letter is none of its author's.
    match std::str::from_utf8(bytes) {
        Ok(text) => return text.to_string(),
        Err(error) if error.error_len().is_none() => {
            return String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        }
        Err(_) => {}
    }
    let coding = said(bytes).unwrap_or_else(|| guessed(bytes));
    coding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The text of an XML part; what it says of its encoding no longer holds.
pub fn decoded_xml(bytes: &[u8]) -> String {
    let text = decoded(bytes);
    match text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest.to_string(),
        None => text,
    }
}

/// The encoding that a page or an XML file names in its first lines.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(2048).map(|byte| char::from(*byte)).collect();
    let lower = head.to_lowercase();
    ["charset=", "encoding="].iter().find_map(|mark| {
        let rest = &lower[lower.find(mark)? + mark.len()..];
        let name: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
            .collect();
        Encoding::for_label(name.as_bytes()).filter(|coding| *coding != encoding_rs::UTF_8)
    })
}

/// The encoding that a text's bytes are spread like: words of letters beyond ASCII are Greek or Cyrillic.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let high = bytes.iter().filter(|byte| **byte >= 0xC0).count();
    let low = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let share = |byte: u8| bytes.iter().filter(|own| **own == byte).count() * 100 / high.max(1);
    if high > low {
        // The letter `а` of Cyrillic is one that Greek hardly has.
        return if share(0xE0) >= 4 { WINDOWS_1251 } else { WINDOWS_1253 };
    }
    // č, ć, š, ž, đ, ł, ę of the middle of Europe, which are other signs in the west.
    let central = [0xE8, 0xE6, 0x9A, 0x9E, 0xF0, 0xB3, 0xEA, 0xC8, 0x8A, 0x8E, 0xD0];
    let western = [0xE9, 0xE0, 0xFC, 0xF6, 0xE4, 0xF1, 0xE7, 0xDF, 0xF3, 0xED];
    let count = |known: &[u8]| bytes.iter().filter(|byte| known.contains(byte)).count();
    if count(&central) > count(&western) { WINDOWS_1250 } else { WINDOWS_1252 }
}

/// Base64 as RFC 4648, section 4, with blanks between.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if byte == b'=' {
            break;
        }
        let value = SIGNS.iter().position(|sign| *sign == byte)?;
        held = held << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xFF).ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read() {
        assert_eq!(base64("SGVsbG8=").as_deref(), Some(&b"Hello"[..]));
        assert_eq!(base64("SGV sbG8").as_deref(), Some(&b"Hello"[..]));
        assert_eq!(base64("<"), None);
    }

    #[test]
    fn letters_are_read_in_the_encoding_that_they_have() {
        for (words, coding) in [
            ("Σαράντα χωριά έχουν πλέον ενεργειακό σχέδιο", WINDOWS_1253),
            ("Четиридесет села вече имат план за енергията", WINDOWS_1251),
            ("Četrdeset općina ima plan, žene i djeca također", WINDOWS_1250),
            ("Vierzig Gemeinden hätten gern früher größere Pläne", WINDOWS_1252),
        ] {
            let (bytes, ..) = coding.encode(words);
            assert_eq!(decoded(&bytes), words);
        }
        assert_eq!(decoded(b"\xFF\xFEa\0b\0"), "ab");
        let (page, ..) =
            WINDOWS_1253.encode("<meta charset=\"windows-1253\"><p>and Σαράντα of it, in English words</p>");
        assert!(decoded(&page).contains("Σαράντα"));
    }
}
