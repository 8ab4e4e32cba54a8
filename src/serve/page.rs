//! The pages of the service: a question with one button, and that it is done.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;

use super::Asked;

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
    /// The button of whoever asks for the newsletter.
    pub subscribe: String,
    /// The label of the address.
    pub address: String,
    /// What is agreed to.
    pub consent: String,
    /// Where the privacy notice stands.
    pub privacy: String,
    /// That a mail is on its way.
    pub sent: String,
    /// The button of whoever confirms.
    pub confirm: String,
    /// That it is confirmed.
    pub confirmed: String,
}

/// Text that stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page round some content.
fn page(words: &Words, inner: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title><style>body{{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#1b1b1b;background:#fff}}input{{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #767676;border-radius:.3rem;color:inherit;background:transparent}}button{{font:inherit;padding:.8rem 1.4rem;border:0;border-radius:.4rem;background:#0a5c4d;color:#fff;cursor:pointer}}button:focus-visible{{outline:3px solid #1b1b1b;outline-offset:3px}}@media (prefers-color-scheme:dark){{body{{color:#eee;background:#161a1d}}button{{background:#7fd6c2;color:#0d1f1a}}button:focus-visible{{outline-color:#fff}}}}</style></head><body><main><h1>{}</h1>{inner}</main></body></html>\n",
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

/// The question of a page.
pub(super) fn question(words: &Words, asked: &Asked) -> Response {
    let button = |name: &str, label: &str| {
        format!(
            "<form method=\"post\"><button name=\"{name}\" value=\"yes\">{}</button></form>",
            escaped(label)
        )
    };
    let inner = match asked {
        Asked::Leave(_) => button("leave", &words.leave),
        Asked::Confirm(_) => {
            format!("<p>{}</p>{}", escaped(&words.consent), button("confirm", &words.confirm))
        }
        Asked::Subscribe => format!(
            "<form method=\"post\"><p><label for=\"email\">{}</label><br><input id=\"email\" name=\"email\" type=\"email\" required autocomplete=\"email\" maxlength=\"254\"></p><p hidden><label>www <input name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></label></p><p>{} <a href=\"{}\">{}</a></p><button>{}</button></form>",
            escaped(&words.address),
            escaped(&words.consent),
            escaped(&words.privacy),
            escaped(words.privacy.split("://").nth(1).unwrap_or(&words.privacy)),
            escaped(&words.subscribe)
        ),
    };
    page(words, &inner)
}

/// That it is done: the same for everybody, whoever they are.
pub(super) fn done(words: &Words, asked: &Asked) -> Response {
    let said = match asked {
        Asked::Leave(_) => &words.done,
        Asked::Confirm(_) => &words.confirmed,
        Asked::Subscribe => &words.sent,
    };
    page(words, &format!("<p role=\"status\">{}</p>", escaped(said)))
}

/// A line of text.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .body(Body::from(text));
    super::guarded(response.unwrap_or_default())
}
