//! The pages of the service: a question with one button, and that it is done.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;

/// The words of the pages.
#[derive(Debug, Clone)]
pub struct Words {
    /// The language.
    pub language: String,
    /// The cluster's name.
    pub name: String,
    /// The button.
    pub leave: String,
    /// That it is done.
    pub done: String,
}

/// Text that stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page round some content.
fn page(words: &Words, inner: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title><style>body{{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#1b1b1b;background:#fff}}button{{font:inherit;padding:.8rem 1.4rem;border:0;border-radius:.4rem;background:#0a5c4d;color:#fff;cursor:pointer}}button:focus-visible{{outline:3px solid #1b1b1b;outline-offset:3px}}@media (prefers-color-scheme:dark){{body{{color:#eee;background:#161a1d}}button{{background:#7fd6c2;color:#0d1f1a}}button:focus-visible{{outline-color:#fff}}}}</style></head><body><main><h1>{}</h1>{inner}</main></body></html>\n",
        escaped(&words.language),
        escaped(&words.name),
        escaped(&words.name),
    );
    let response = Response::builder()
        .status(StatusCode::OK)
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .body(Body::from(html));
    super::guarded(response.unwrap_or_default())
}

/// The question.
pub(super) fn ask(words: &Words) -> Response {
    let button = format!(
        "<form method=\"post\"><button name=\"leave\" value=\"yes\">{}</button></form>",
        escaped(&words.leave)
    );
    page(words, &button)
}

/// That it is done: the same for everybody, whoever they are.
pub(super) fn done(words: &Words) -> Response {
    page(words, &format!("<p role=\"status\">{}</p>", escaped(&words.done)))
}

/// A line of text.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .body(Body::from(text));
    super::guarded(response.unwrap_or_default())
}
