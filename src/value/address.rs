//! Addresses of the web and of mail.

use serde::Serialize;

use super::parse::{Complaint, Parse, Shape};

/// A web address that starts with `https://` or `http://`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host, without a port.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        host.split_once(':').map_or(host, |(host, _)| host)
    }
}

impl Parse for WebAddress {
    const SHAPE: Shape = Shape::Form {
        what: "a web address",
        pattern: "^https?://[^\\s]+$",
        example: "https://example.org/page",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '{' | '}' | '\\');
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !rest.contains(odd) => {
                Ok(Self(text.to_string()))
            }
            Some(_) => Err(Complaint::new(
                format!("`{text}` is no web address"),
                "type it without spaces, such as `https://example.org/page`",
            )),
            None => Err(Complaint::new(
                format!("`{text}` does not start with `https://`"),
                format!("type `https://{}`", text.trim_start_matches('/')),
            )),
        }
    }
}

/// Whether a domain is kept for examples (RFC 2606): no person reads mail there, and no page stands there.
pub fn is_example_domain(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    let ends = |known: &str| domain == known || domain.ends_with(&format!(".{known}"));
    ["example.org", "example.com", "example.net"].into_iter().any(ends)
        || [".test", ".example", ".invalid"].iter().any(|top| domain.ends_with(top))
}

/// A mail address that can be delivered to without quoting: no quoted local part, no IP literal,
/// no leading hyphen, no control characters (RFC 5321, section 4.1.2, narrowed).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MailAddress(String);

impl MailAddress {
    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address as mail carries it, as far as it can: its domain in ASCII.
    pub fn ascii(&self) -> String {
        let domain = self.ascii_domain().unwrap_or_else(|| self.domain().to_string());
        format!("{}@{domain}", self.local())
    }

    /// The domain as mail carries it: lower case, an international one in its ASCII form (RFC
    /// 5890); `None` if it has none.
    pub fn ascii_domain(&self) -> Option<String> {
        idna::domain_to_ascii_strict(self.domain()).ok()
    }
}

impl Parse for MailAddress {
    const SHAPE: Shape =
        Shape::Form { what: "a mail address", pattern: "^[^\\s@]+@[^\\s@]+$", example: "news@example.org" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let refuse = |why: &str| {
            Err(Complaint::new(
                format!("`{}` is no mail address: {why}", text.escape_debug()),
                "type it as `name@example.org`",
            ))
        };
        let Some((local, domain)) = text.rsplit_once('@') else {
            return refuse("there is no `@`");
        };
        let odd = |c: char| c.is_whitespace() || c.is_control() || "\"(),:;<>@[\\]".contains(c);
        if local.is_empty()
            || local.len() > 64
            || local.contains(odd)
            || local.starts_with(['-', '.'])
            || local.ends_with('.')
            || local.contains("..")
        {
            return refuse("look at the part before the `@`");
        }
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        if !domain.contains('.') || !domain.split('.').all(label) || text.len() > 254 {
            return refuse("look at the part behind the `@`");
        }
        Ok(Self(text.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_need_quoting_are_refused() {
        for bad in [
            "-f@example.org",
            "\"a b\"@example.org",
            "a@[192.0.2.1]",
            "a@b",
            "a\r\nb@example.org",
            "a@example..org",
        ] {
            assert!(MailAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert!(MailAddress::parse("maria.rossi+news@mail.example.org").is_ok());
    }
}
