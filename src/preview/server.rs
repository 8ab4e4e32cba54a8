//! The page's server: on loopback, for this machine's browser alone.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::PreviewError;
use super::editor::Editor;
use super::files::{Files, Surroundings, in_surroundings, media_type, text_page};
use super::guard::{Asked, is_ours};
use super::shown::Shown;
use crate::value::hex;

/// The page and what belongs to it.
const PAGE: &str = include_str!("page/preview.html");

/// How it looks.
const STYLE: &str = include_str!("page/preview.css");

/// What it does.
const SCRIPT: &str = include_str!("page/preview.js");

/// Where the page may be had: its address says a number that nobody can guess.
pub struct Address {
    listener: std::net::TcpListener,
    port: u16,
    token: String,
}

impl Address {
    /// Takes a port of this machine's loopback, a free one if none is asked for.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn take(port: Option<u16>) -> Result<Self, PreviewError> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))
            .map_err(PreviewError::Port)?;
        listener.set_nonblocking(true).map_err(PreviewError::Port)?;
        let port = listener.local_addr().map_err(PreviewError::Port)?.port();
        let mut random = [0; 16];
        getrandom::fill(&mut random)
            .map_err(|error| PreviewError::Port(std::io::Error::other(error.to_string())))?;
        Ok(Self { listener, port, token: hex(&random) })
    }

    /// The address to open.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.token)
    }
}

/// What is shown, and what it is made of.
pub type View = Arc<(Shown, Files)>;

/// What every request sees.
struct Page {
    port: u16,
    token: String,
    view: watch::Receiver<View>,
    /// The cluster's folder.
    root: PathBuf,
    editor: Editor,
}

/// Serves the page until it is told to stop. `view` holds what is shown at present.
///
/// # Errors
///
/// If the port can't be used.
pub async fn serve(
    address: Address,
    view: watch::Receiver<View>,
    root: PathBuf,
    editor: Editor,
) -> Result<(), PreviewError> {
    let listener = TcpListener::from_std(address.listener).map_err(PreviewError::Port)?;
    let page = Arc::new(Page { port: address.port, token: address.token, view, root, editor });
    let router = Router::new().fallback(answer).with_state(page);
    axum::serve(listener, router).await.map_err(PreviewError::Port)
}

/// Answers a request: refused unless it comes from this machine's own page.
async fn answer(State(page): State<Arc<Page>>, request: Request) -> Response {
    let headers = request.headers();
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let asked = Asked {
        host: text(header::HOST),
        origin: text(header::ORIGIN),
        site: headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or("?")),
    };
    if !is_ours(asked, page.port) {
        return plain(StatusCode::FORBIDDEN, "This page answers its own machine only.\n");
    }
    let path = request.uri().path().trim_start_matches('/').to_string();
    let Some(path) = path.strip_prefix(&page.token).and_then(|rest| rest.strip_prefix('/')) else {
        return plain(StatusCode::NOT_FOUND, "There is nothing here.\n");
    };
    let query = request.uri().query().unwrap_or_default();
    match *request.method() {
        Method::GET | Method::HEAD => page.get(path, query),
        Method::POST => page.post(path),
        _ => plain(StatusCode::METHOD_NOT_ALLOWED, "This page is for reading.\n"),
    }
}

impl Page {
    /// What stands at a path.
    fn get(&self, path: &str, query: &str) -> Response {
        match path {
            "" => return with(SECURE, "text/html; charset=utf-8", PAGE),
            "preview.css" => return with(SECURE, "text/css; charset=utf-8", STYLE),
            "preview.js" => return with(SECURE, "text/javascript; charset=utf-8", SCRIPT),
            "events" => return self.events(),
            _ => {}
        }
        let view = self.view.borrow().clone();
        let files = &view.1;
        if let Some(name) = path.strip_prefix("pages/").and_then(|name| name.strip_suffix(".svg")) {
            let Some(svg) = files.pages.get(name) else {
                return plain(StatusCode::NOT_FOUND, "No such page.\n");
            };
            let mut response = with(DRAWING, "image/svg+xml", svg.to_vec());
            // Its name changes with what it shows.
            let lasting = HeaderValue::from_static("private, max-age=31536000, immutable");
            response.headers_mut().insert(header::CACHE_CONTROL, lasting);
            return response;
        }
        let Some(name) = path.strip_prefix("files/") else {
            return plain(StatusCode::NOT_FOUND, "There is nothing here.\n");
        };
        let Some(bytes) = files.outputs.get(name) else {
            return match name.ends_with(".pdf") {
                true => plain(
                    StatusCode::NOT_FOUND,
                    "The PDF is made as soon as you pause: try again in a moment.\n",
                ),
                false => plain(StatusCode::NOT_FOUND, "No such output.\n"),
            };
        };
        let asks = |wish: &str| query.split('&').any(|part| part == wish);
        let surroundings = if asks("dark") { Surroundings::Dark } else { Surroundings::Light };
        let policy = if asks("bare") { BARE } else { FRAMED };
        if name.ends_with(".html") {
            let html = String::from_utf8_lossy(bytes);
            return with(policy, media_type(name), in_surroundings(&html, surroundings));
        }
        if name.ends_with(".txt") && asks("page") {
            let text = String::from_utf8_lossy(bytes);
            return with(policy, "text/html; charset=utf-8", text_page(&text, surroundings));
        }
        let mut response = with(policy, media_type(name), bytes.to_vec());
        if name.ends_with(".pdf") {
            let saved = format!("attachment; filename=\"{name}\"");
            if let Ok(saved) = HeaderValue::from_str(&saved) {
                response.headers_mut().insert(header::CONTENT_DISPOSITION, saved);
            }
        }
        response
    }

    /// Opens the file of a finding, by its number: a page can name no path.
    fn post(&self, path: &str) -> Response {
        let number: Option<usize> = path.strip_prefix("open/").and_then(|number| number.parse().ok());
        let view = self.view.borrow().clone();
        let finding = number.and_then(|number| view.0.findings.get(number));
        let Some((finding, file)) = finding.and_then(|finding| Some((finding, finding.file.as_ref()?)))
        else {
            return plain(StatusCode::NOT_FOUND, "No such finding.\n");
        };
        let file = self.root.join(file);
        if !file.is_file() {
            return plain(
                StatusCode::NOT_FOUND,
                "That file is part of the program: `bulletin words` and `bulletin new theme` make it yours.\n",
            );
        }
        match self.editor.open(&file, finding.line.unwrap_or(1), finding.column.unwrap_or(1)) {
            Ok(()) => plain(StatusCode::OK, "Opened.\n"),
            Err(error) => {
                plain(StatusCode::INTERNAL_SERVER_ERROR, &format!("The editor can't be started: {error}\n"))
            }
        }
    }

    /// What is shown, now and after each build.
    fn events(&self) -> Response {
        let event = |view: View| {
            let event = Event::default().id(view.0.build.to_string());
            let event = match serde_json::to_string(&view.0) {
                Ok(text) => event.data(text),
                Err(error) => event.comment(error.to_string()),
            };
            Ok::<_, Infallible>(event)
        };
        let stream = WatchStream::new(self.view.clone()).map(event);
        let alive = KeepAlive::new().interval(Duration::from_secs(15));
        let mut response = Sse::new(stream).keep_alive(alive).into_response();
        secure(response.headers_mut(), SECURE);
        response
    }
}

/// What the page itself may load: what it came with.
const SECURE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What an output may load: pictures of its own and its inline styles; it runs nothing.
const FRAMED: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox allow-same-origin; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// The same without pictures.
const BARE: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; sandbox allow-same-origin; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// What a drawing may load: pictures that it holds.
const DRAWING: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

/// The headers of every answer.
fn secure(headers: &mut HeaderMap, policy: &'static str) {
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// An answer of some type.
fn with(policy: &'static str, media_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    secure(response.headers_mut(), policy);
    response
}

/// A line of words.
fn plain(status: StatusCode, words: &str) -> Response {
    let mut response = with(SECURE, "text/plain; charset=utf-8", words.to_string());
    *response.status_mut() = status;
    response
}
