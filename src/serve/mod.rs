//! The small public service by which readers leave: the page that a mail's link opens, and the one click of RFC 8058.
//!
//! It stands behind a proxy that speaks TLS. Nothing is done on GET, since scanners open every link; what was done is
//! on the disk before it is said. A token that nobody has is answered like any other, so that nothing can be learned
//! here; no address and no token is ever printed.

mod page;

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tokio::net::TcpListener;

pub use page::Words as PageWords;

/// The most bytes of a request's body.
const BODY: usize = 16 << 10;

/// How long a request may take.
const TIME: Duration = Duration::from_secs(10);

/// How many requests one address may make in a minute.
const PER_MINUTE: u32 = 120;

/// What the service does for readers; each is `Ok(())` only once it is on the disk. A token that nobody has is no error.
pub trait Deeds: Send + Sync {
    /// Somebody leaves.
    ///
    /// # Errors
    ///
    /// If it is not on the disk.
    fn leave(&self, token: &str) -> Result<(), NotNoted>;
    /// Somebody asks for the newsletter.
    ///
    /// # Errors
    ///
    /// If it is not on the disk.
    fn ask(&self, address: &str, language: &str) -> Result<(), NotNoted>;
    /// Somebody confirms that they asked.
    ///
    /// # Errors
    ///
    /// If it is not on the disk.
    fn confirm(&self, token: &str) -> Result<(), NotNoted>;
}

/// A leaving that is not on the disk: the reader is asked to come again. Why, the machine's keeper finds by `doctor`; a
/// reader has no use for it, and a stranger none to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNoted;

impl std::fmt::Display for NotNoted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it could not be noted")
    }
}

impl std::error::Error for NotNoted {}

/// Where people ask for the newsletter, and below it confirm.
pub const SUBSCRIBE: &str = "/s";

/// What a page is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// To leave, by a token.
    Leave(String),
    /// To ask for the newsletter.
    Subscribe,
    /// To confirm, by a token.
    Confirm(String),
}

/// What every request sees.
struct Service {
    /// The path below which it answers: `/u/`.
    path: String,
    deeds: Box<dyn Deeds>,
    words: Box<dyn Fn(&str) -> PageWords + Send + Sync>,
    /// Who asked how often, since when.
    seen: Mutex<std::collections::BTreeMap<IpAddr, (Instant, u32)>>,
}

/// Serves until `stop` ends; requests that are being answered are answered to their end.
///
/// # Errors
///
/// If the port can't be used.
pub async fn serve(
    listener: std::net::TcpListener,
    path: &str,
    deeds: Box<dyn Deeds>,
    words: Box<dyn Fn(&str) -> PageWords + Send + Sync>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let service =
        Service { path: format!("/{}/", path.trim_matches('/')), deeds, words, seen: Mutex::default() };
    let router = Router::new().fallback(answer).with_state(Arc::new(service));
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}

/// Answers a request.
async fn answer(
    State(service): State<Arc<Service>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let peer = asker(peer.ip(), &request);
    match tokio::time::timeout(TIME, service.answered(peer, request)).await {
        Ok(response) => response,
        Err(_) => page::plain(StatusCode::REQUEST_TIMEOUT, "That took too long.\n"),
    }
}

/// Who asks: behind a proxy on this machine, whom the proxy says (the last of `X-Forwarded-For`: what stands before it,
/// anybody may have written).
fn asker(peer: IpAddr, request: &Request) -> IpAddr {
    if !peer.is_loopback() {
        return peer;
    }
    let said = request.headers().get_all("x-forwarded-for").iter().next_back();
    let last = said.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    last.unwrap_or(peer)
}

impl Service {
    /// Whether an address has asked too often.
    fn is_too_often(&self, peer: IpAddr) -> bool {
        if peer.is_loopback() {
            return false;
        }
        let Ok(mut seen) = self.seen.lock() else { return true };
        let now = Instant::now();
        if seen.len() > 10_000 {
            seen.retain(|_, (since, _)| now.duration_since(*since) < Duration::from_secs(60));
        }
        let (since, count) = seen.entry(peer).or_insert((now, 0));
        if now.duration_since(*since) >= Duration::from_secs(60) {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        *count > PER_MINUTE
    }

    /// The answer to a request.
    async fn answered(self: Arc<Self>, peer: IpAddr, request: Request) -> Response {
        if self.is_too_often(peer) {
            return page::plain(StatusCode::TOO_MANY_REQUESTS, "Too many requests; try again in a minute.\n");
        }
        let path = request.uri().path().to_string();
        if path == "/health" {
            return page::plain(StatusCode::OK, "ok\n");
        }
        let language = language_of(&request);
        let words = (self.words)(&language);
        let page = match path
            .strip_prefix(&self.path)
            .map(|token| Asked::Leave(token.trim_end_matches('/').to_string()))
        {
            Some(page) => page,
            None if path == SUBSCRIBE || path == format!("{SUBSCRIBE}/") => Asked::Subscribe,
            None => match path.strip_prefix(SUBSCRIBE).and_then(|rest| rest.strip_prefix('/')) {
                Some(token) => Asked::Confirm(token.trim_end_matches('/').to_string()),
                None => return page::plain(StatusCode::NOT_FOUND, "There is nothing here.\n"),
            },
        };
        match *request.method() {
            Method::GET | Method::HEAD => page::question(&words, &page),
            Method::POST => {
                let Ok(body) = to_bytes(request.into_body(), BODY).await else {
                    return page::plain(StatusCode::PAYLOAD_TOO_LARGE, "That is too much.\n");
                };
                let body = String::from_utf8_lossy(&body).into_owned();
                if !is_meant(&page, &body) {
                    return page::question(&words, &page);
                }
                let (service, asked) = (Arc::clone(&self), page.clone());
                let done = tokio::task::spawn_blocking(move || match &asked {
                    Asked::Leave(token) => service.deeds.leave(token),
                    Asked::Confirm(token) => service.deeds.confirm(token),
                    Asked::Subscribe => match field(&body, "email") {
                        // What only a machine fills in is thrown away.
                        Some(address) if field(&body, "website").is_none() => {
                            service.deeds.ask(&address, &language)
                        }
                        _ => Ok(()),
                    },
                })
                .await;
                match done {
                    Ok(Ok(())) => page::done(&words, &page),
                    _ => page::plain(
                        StatusCode::SERVICE_UNAVAILABLE,
                        "It could not be noted; please try again in a few minutes.\n",
                    ),
                }
            }
            _ => page::plain(StatusCode::METHOD_NOT_ALLOWED, "Open this address in a browser.\n"),
        }
    }
}

/// Whether a POST says what its page asks: the page's button, or one click (RFC 8058, section 3.2) in either encoding.
fn is_meant(page: &Asked, body: &str) -> bool {
    let lower = body.to_lowercase();
    match page {
        Asked::Leave(_) => {
            lower.contains("leave=yes") || lower.contains("list-unsubscribe") && lower.contains("one-click")
        }
        Asked::Confirm(_) => lower.contains("confirm=yes"),
        Asked::Subscribe => lower.contains("email="),
    }
}

/// A field of a form; blank is absent.
fn field(body: &str, name: &str) -> Option<String> {
    let value = body.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    let value = value.replace('+', " ");
    let bytes = value.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match (bytes[at], hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    let text = String::from_utf8_lossy(&out).trim().to_string();
    (!text.is_empty()).then_some(text)
}

/// The language that a browser asks for first.
fn language_of(request: &Request<Body>) -> String {
    let asked =
        request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("en");
    let first = asked.split([',', ';']).next().unwrap_or("en");
    let tag: String =
        first.split('-').next().unwrap_or("en").chars().filter(char::is_ascii_alphabetic).take(3).collect();
    tag.to_lowercase()
}

/// What every answer says to caches, browsers and pages that would frame it.
fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        (
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ),
    ] {
        headers.insert(header::HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}
