//! Addresses without what follows their readers.

/// Parameters of an address that tell who followed it from where, by how they begin.
const FOLLOWING: &[&str] = &[
    "utm_", "mc_cid", "mc_eid", "fbclid", "gclid", "msclkid", "_hsenc", "_hsmi", "mkt_tok", "igshid", "vero_",
];

/// An address as its page is called: out of a mail program's wrapping, and without what follows its reader.
pub(super) fn cleaned(url: &str) -> String {
    let url = url.trim();
    let unwrapped = unwrapped(url);
    let url = unwrapped.as_deref().unwrap_or(url);
    let (rest, anchor) = match url.split_once('#') {
        Some((rest, anchor)) => (rest, Some(anchor)),
        None => (url, None),
    };
    let Some((page, query)) = rest.split_once('?') else { return url.to_string() };
    let follows = |pair: &&str| !FOLLOWING.iter().any(|begins| pair.to_lowercase().starts_with(begins));
    let kept: Vec<&str> = query.split('&').filter(follows).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("{page}{query}{anchor}")
}

/// The address within one of Outlook's Safe Links, or of a redirect of Google's.
fn unwrapped(url: &str) -> Option<String> {
    let lower = url.to_lowercase();
    let host = lower.split("://").nth(1)?.split(['/', '?']).next()?;
    let name = match host {
        host if host.ends_with(".safelinks.protection.outlook.com") => "url",
        "www.google.com" if lower.contains("/url?") => "q",
        "l.facebook.com" => "u",
        _ => return None,
    };
    let query = url.split_once('?')?.1;
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    let decoded = percent_decoded(value);
    decoded.contains("://").then_some(decoded)
}

/// Text whose bytes are written as `%2F`.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match (byte, hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(value)) => {
                out.push(value);
                at += 3;
            }
            (byte, _) => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn what_follows_the_reader_goes_and_the_page_stays() {
        for (typed, page) in [
            ("https://example.org/a?utm_source=x&id=3&utm_medium=y#top", "https://example.org/a?id=3#top"),
            ("https://example.org/a?fbclid=abc", "https://example.org/a"),
            (
                "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fplans%3Fpage%3D2&data=05",
                "https://example.org/plans?page=2",
            ),
            ("https://www.google.com/url?q=https://example.org/&sa=D", "https://example.org/"),
            ("https://example.org/a?id=3", "https://example.org/a?id=3"),
        ] {
            assert_eq!(cleaned(typed), page);
        }
    }
}
