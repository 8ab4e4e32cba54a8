//! The preview: it follows every save, keeps the last good view, and answers nobody but this machine's own
//! page. What a browser sees of it is looked at by `tests/web/preview.mjs`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::desk::{Desk, copy, project};

/// A preview that runs, with its address.
struct Preview {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    /// Starts a preview of a folder.
    fn start(desk: &Desk, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bulletin"))
            .args(["preview", "2024-04"])
            .args(more)
            .current_dir(desk.root())
            .env("BULLETIN_EDITOR", desk.path("editor.sh"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("an address");
        let rest = line.trim().strip_prefix("http://127.0.0.1:").expect("an address on loopback");
        let (port, token) = rest.trim_end_matches('/').split_once('/').expect("a token");
        assert_eq!(token.len(), 32, "{token}");
        Self { child, port: port.parse().expect("a port"), token: token.to_string() }
    }

    /// Sends a request as it stands, and gives the answer's first line, headers and body.
    fn raw(&self, request: &str) -> (String, String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("headers") + 4;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let (first, headers) = head.split_once("\r\n").expect("a line");
        (first.to_string(), headers.to_lowercase(), answer[end..].to_vec())
    }

    /// A request of a method for a path below the token, with more headers.
    fn ask(&self, method: &str, path: &str, more: &str) -> (String, String, Vec<u8>) {
        let (port, token) = (self.port, &self.token);
        self.raw(&format!(
            "{method} /{token}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{more}\r\n"
        ))
    }

    /// The events from now on.
    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
        let (port, token) = (self.port, &self.token);
        let request = format!("GET /{token}/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("sent");
        Events(BufReader::new(stream))
    }

    /// An output.
    fn output(&self, name: &str) -> String {
        let (first, _, body) = self.ask("GET", &format!("files/{name}"), "");
        assert!(first.contains(" 200 "), "{name}: {first}");
        String::from_utf8_lossy(&body).into_owned()
    }
}

/// What a page is told.
struct Events(BufReader<TcpStream>);

impl Events {
    /// The next build of which something holds: a save may be seen while it is written, which makes a build
    /// more.
    fn until(&mut self, holds: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("an event in time") > 0, "the stream ended");
            let Some(data) = line.trim().strip_prefix("data: ") else { continue };
            let shown: serde_json::Value = serde_json::from_str(data).expect("JSON");
            if shown["build"] != 0 && holds(&shown) {
                return shown;
            }
        }
    }
}

/// The names of the first edition's pages.
fn pages(shown: &serde_json::Value) -> Vec<String> {
    let pages = shown["editions"][0]["pages"].as_array().expect("pages").iter();
    pages.map(|page| page["name"].as_str().expect("a name").to_string()).collect()
}

/// The worked example.
fn example() -> Desk {
    let desk = Desk::empty();
    copy(&project().join("sources"), &desk.path("sources"));
    desk.write("bulletin.yaml", std::fs::read(project().join("bulletin.yaml")).expect("readable"));
    desk
}

#[test]
fn nobody_but_this_machines_own_page_is_answered() {
    let desk = example();
    let preview = Preview::start(&desk, &[]);
    preview.events().until(|_| true);
    let (port, token) = (preview.port, preview.token.clone());
    for method in ["GET", "POST", "OPTIONS", "PUT", "DELETE"] {
        for path in [format!("/{token}/"), "/".to_string(), format!("/{token}/files/newsletter.en.html")] {
            for host in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", ""] {
                let request =
                    format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
                let (first, headers, _) = preview.raw(&request);
                assert!(first.contains(" 403 "), "{method} {path} {host}: {first}");
                assert!(!headers.contains("access-control"), "{headers}");
            }
        }
    }
    for more in ["Origin: https://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n"] {
        assert!(preview.ask("GET", "", more).0.contains(" 403 "), "{more}");
        assert!(preview.ask("POST", "open/0", more).0.contains(" 403 "), "{more}");
    }
    // Without the token there is nothing, whatever is asked for.
    let own = format!("Host: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    for path in
        ["/", "/files/newsletter.en.html", "/events", &format!("/{}/", "0".repeat(32)), &format!("/{token}")]
    {
        assert!(preview.raw(&format!("GET {path} HTTP/1.1\r\n{own}")).0.contains(" 404 "), "{path}");
    }
    // No path leads out of what was built, and nothing can be written.
    for path in [
        "files/../bulletin.yaml",
        "files/..%2f..%2fbulletin.yaml",
        "files//etc/passwd",
        "pages/../x.svg",
        "open/0",
    ] {
        assert!(preview.ask("GET", path, "").0.contains(" 404 "), "{path}");
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        assert!(preview.ask(method, "files/newsletter.en.html", "").0.contains(" 405 "), "{method}");
    }
    assert!(preview.ask("POST", "open/99999", "Content-Length: 0\r\n").0.contains(" 404 "));
    let (first, headers, body) = preview.ask("GET", "", "");
    assert!(
        first.contains(" 200 ") && String::from_utf8_lossy(&body).contains("<title>Bulletin preview</title>")
    );
    for header in
        ["content-security-policy: default-src 'none'", "referrer-policy: no-referrer", "nosniff", "no-store"]
    {
        assert!(headers.contains(header), "{header} in {headers}");
    }
}

#[test]
fn a_save_changes_what_it_concerns_and_a_mistake_leaves_the_last_good_view() {
    for more in [&[][..], &["--poll"]] {
        let desk = example();
        let text = "sources/updates/2024-04/entrack-synergy-call.md";
        let before = desk.read(text);
        let preview = Preview::start(&desk, more);
        let mut events = preview.events();
        let first = events.until(|_| true);
        assert_eq!(first["stale"], serde_json::Value::Null);
        assert!(!preview.output("newsletter.en.html").contains("Quokka"));
        desk.write(text, before.replace("to inform stakeholders", "to inform Quokka stakeholders"));
        let says = |name: &str, word: &str| preview.output(name).contains(word);
        let second = events.until(|_| says("newsletter.en.html", "Quokka"));
        assert!(preview.output("web.en.html").contains("Quokka"));
        // Only pages that show another thing have other names; each can be had.
        let (old, new) = (pages(&first), pages(&second));
        let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
        assert!((1..old.len()).contains(&changed), "{changed} of {} pages changed", old.len());
        for name in &new {
            let (first, headers, body) = preview.ask("GET", &format!("pages/{name}.svg"), "");
            assert!(
                first.contains(" 200 ") && headers.contains("immutable") && body.starts_with(b"<svg"),
                "{name}"
            );
        }
        // A mistake: the last good view stays, and the place is told.
        desk.write(text, format!("---\nnonsense: [\n---\n{before}"));
        let mistake = events.until(|shown| shown["errors"] != 0 && shown["findings"][0]["line"] != 1);
        assert!(mistake["stale"].as_str().expect("a reason").contains("the last good one"), "{mistake}");
        assert_eq!(mistake["findings"][0]["file"], text);
        assert!(mistake["findings"][0]["line"].as_u64().is_some());
        assert!(preview.output("newsletter.en.html").contains("Quokka"));
        desk.write(text, &before);
        let mended = events.until(|shown| shown["errors"] == 0 && shown["stale"].is_null());
        assert_eq!(pages(&mended), old);
        assert!(!preview.output("newsletter.en.html").contains("Quokka"));
        // A layout of one's own.
        desk.write("layouts/words/en.ftl", "mail-privacy = Your data, mate\n");
        events.until(|_| says("newsletter.en.txt", "Your data, mate"));
        assert!(!desk.path("output").exists(), "a preview writes nothing");
    }
}

#[test]
#[cfg(unix)]
fn a_finding_opens_its_file_at_its_line() {
    use std::os::unix::fs::PermissionsExt;
    let desk = example();
    let (script, said) = (desk.path("editor.sh"), desk.path("said.txt"));
    desk.write("editor.sh", format!("#!/bin/sh\necho \"$1\" > {}.new && mv {0}.new {0}\n", said.display()));
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("set");
    let preview = Preview::start(&desk, &[]);
    let shown = preview.events().until(|_| true);
    let finding = &shown["findings"][0];
    assert!(preview.ask("POST", "open/0", "Content-Length: 0\r\n").0.contains(" 200 "));
    let wanted = format!(
        "{}:{}:{}",
        desk.path(finding["file"].as_str().expect("a file")).display(),
        finding["line"],
        finding["column"]
    );
    let begun = std::time::Instant::now();
    while !said.exists() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let said = std::fs::read_to_string(&said).expect("the editor was called");
    assert!(said.trim().ends_with(&wanted) || said.trim() == wanted, "{said} is not {wanted}");
}

#[test]
fn outputs_are_shown_in_light_and_dark_and_without_pictures() {
    let desk = example();
    let preview = Preview::start(&desk, &[]);
    preview.events().until(|_| true);
    let html = |query: &str| preview.ask("GET", &format!("files/newsletter.en.html?{query}"), "");
    assert!(String::from_utf8_lossy(&html("dark").2).contains("@media all"));
    assert!(String::from_utf8_lossy(&html("").2).contains("@media not all"));
    assert!(html("bare").1.contains("img-src 'none'") && html("").1.contains("img-src 'self' data:"));
    assert!(!html("").1.contains("allow-scripts") && html("").1.contains("sandbox"));
    // The PDF is made in a pause.
    let mut events = preview.events();
    events.until(|_| preview.ask("GET", "files/report.en.pdf", "").0.contains(" 200 "));
    let (_, headers, body) = preview.ask("GET", "files/report.en.pdf", "");
    assert!(headers.contains("attachment") && body.starts_with(b"%PDF-"));
}
