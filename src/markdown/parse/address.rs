//! Addresses that authors wrote: which lead somewhere, and which do not.

use crate::diagnostic::Diagnostic;

/// What is wrong with an address of a kind that may be linked to.
pub(super) fn odd_address(scheme: &str, url: &str) -> Option<Diagnostic> {
    let rest = &url[scheme.len() + 1..];
    let odd = |what: &str, hint: &str| {
        Some(Diagnostic::error("link-address", format!("`{url}` {what}")).hint(hint))
    };
    match scheme {
        "mailto" => {
            let to = rest.split('?').next().unwrap_or_default();
            let whole = to.rsplit_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
            let only_copies = to.is_empty() && rest.starts_with('?');
            if whole || only_copies {
                return None;
            }
            return odd(
                "names nobody to write to",
                "type the whole address, such as `mailto:news@example.org`",
            );
        }
        "tel" if !rest.contains(|c: char| c.is_ascii_digit()) => {
            return odd("names nobody to call", "type the number, such as `tel:+302100000000`");
        }
        "http" | "https" => {}
        _ => return None,
    }
    let Some(rest) = rest.strip_prefix("//") else {
        let host = rest.trim_start_matches('/');
        return Some(
            Diagnostic::error("link-address", format!("`{url}` lacks the two slashes behind `{scheme}:`"))
                .hint(format!("type `{scheme}://{host}`")),
        );
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((_, host)) = authority.rsplit_once('@') {
        return Some(
            // What stands there may be a password: it is not repeated.
            Diagnostic::error("link-address", "a user's name or a password stands in this address")
                .hint(format!("everybody reads it: type `{scheme}://{host}…`, and change the password")),
        );
    }
    let host = match authority.rsplit_once(':') {
        // Of an address such as `[::1]` the last colon divides nothing.
        Some((host, port)) if !port.ends_with(']') => {
            if !port.is_empty() && port.parse::<u16>().is_err() {
                return odd(
                    "has no number of a port behind its colon",
                    "leave the colon and what follows it out",
                );
            }
            host
        }
        _ => authority,
    };
    let named = host.contains('.') || host.starts_with('[') || host == "localhost";
    let odd =
        host.is_empty() || !named || host.split('.').any(|label| label.is_empty() && !host.ends_with('.'));
    odd.then(|| {
        Diagnostic::error("link-address", format!("`{url}` names no server"))
            .hint(format!("type the whole address, such as `{scheme}://example.org/page`"))
    })
}

/// Schemes that an address may have.
pub(super) const SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];
