//! What a server offers.

/// What a server offers (RFC 5321, section 4.1.1.1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// Commands in one go (RFC 2920).
    pub pipelining: bool,
    /// TLS (RFC 3207).
    pub starttls: bool,
    /// Reports of failures (RFC 3461).
    pub dsn: bool,
    /// The largest message, in bytes (RFC 1870); 0 if it does not say.
    pub size: usize,
    /// The ways to say who we are (RFC 4954), in capitals.
    pub auth: Vec<String>,
}

impl Offers {
    /// Reads the last answer to `EHLO` in what a server said.
    pub(super) fn parse(heard: &str) -> Self {
        let mut offers = Self::default();
        for line in heard.lines().filter(|line| line.starts_with("250")) {
            let words = line.get(4..).unwrap_or_default().to_uppercase().replace("AUTH=", "AUTH ");
            let mut words = words.split_whitespace();
            match words.next() {
                Some("PIPELINING") => offers.pipelining = true,
                Some("STARTTLS") => offers.starttls = true,
                Some("DSN") => offers.dsn = true,
                Some("SIZE") => offers.size = words.next().and_then(|size| size.parse().ok()).unwrap_or(0),
                Some("AUTH") => offers.auth.extend(words.map(str::to_string)),
                _ => {}
            }
        }
        offers
    }
}
