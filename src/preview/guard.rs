//! Who may ask the page anything: a browser on this machine that knows its address. A page of elsewhere that
//! turns its own name to this machine (DNS rebinding) names itself in `Host`, and is refused.

/// What a request says of where it comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// `Host` (RFC 9110, section 7.2).
    pub host: Option<&'a str>,
    /// `Origin` (RFC 6454, section 7).
    pub origin: Option<&'a str>,
    /// `Sec-Fetch-Site` (W3C Fetch Metadata).
    pub site: Option<&'a str>,
}

/// Whether a request to this port is from the page itself or from whoever typed its address.
pub fn is_ours(asked: Asked<'_>, port: u16) -> bool {
    let names = [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")];
    let host = asked.host.is_some_and(|host| names.iter().any(|name| name.eq_ignore_ascii_case(host)));
    let origin = asked.origin.is_none_or(|origin| {
        origin.strip_prefix("http://").is_some_and(|origin| names.iter().any(|name| name == origin))
    });
    let site = asked.site.is_none_or(|site| matches!(site, "same-origin" | "none"));
    host && origin && site
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_by_its_own_name_is_answered() {
        let ours = |host, origin, site| is_ours(Asked { host, origin, site }, 4000);
        assert!(ours(Some("127.0.0.1:4000"), None, None));
        assert!(ours(Some("localhost:4000"), Some("http://localhost:4000"), Some("same-origin")));
        assert!(ours(Some("[::1]:4000"), None, Some("none")));
        assert!(!ours(None, None, None));
        assert!(!ours(Some("evil.example"), None, None));
        assert!(!ours(Some("evil.example:4000"), None, None));
        assert!(!ours(Some("127.0.0.1:4001"), None, None));
        assert!(!ours(Some("127.0.0.1:4000.evil.example"), None, None));
        assert!(!ours(Some("127.0.0.1:4000"), Some("https://evil.example"), None));
        assert!(!ours(Some("127.0.0.1:4000"), Some("null"), None));
        assert!(!ours(Some("127.0.0.1:4000"), None, Some("cross-site")));
    }
}
