//! The link check: HEAD, then GET, a cache, and never in an ordinary build.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use crate::desk::Desk;

/// A web server on the loopback that answers by path and notes what it is asked.
fn server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let notes = Arc::clone(&notes);
            std::thread::spawn(move || {
                let mut stream = stream;
                let mut request = [0_u8; 4096];
                if let Ok(read @ 1..) = stream.read(&mut request) {
                    let text = String::from_utf8_lossy(&request[..read]).into_owned();
                    let line = text.lines().next().unwrap_or_default().to_string();
                    let status = match line.as_str() {
                        line if line.contains("/there") => "200 OK",
                        line if line.starts_with("HEAD") => "405 Method Not Allowed",
                        line if line.contains("/by-get") => "200 OK",
                        line if line.contains("/shy") => "403 Forbidden",
                        _ => "404 Not Found",
                    };
                    notes.lock().expect("notes").push(line);
                    let _ =
                        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                }
            });
        }
    });
    (address, asked)
}

#[test]
fn links_are_asked_by_head_then_by_get_and_good_answers_are_remembered() {
    let (address, asked) = server();
    let desk = Desk::base();
    desk.replace("bulletin.yaml", "https://example.org/privacy", &format!("{address}/there"));
    let text = format!(
        "# News with links\n\nThe first [plan]({address}/there), the second [draft]({address}/by-get), the [lost]({address}/lost)\none and the [shy]({address}/shy#place) one.\n"
    );
    desk.write("sources/updates/2024-04/recet-energy-plans.md", text);
    desk.run(&["check"]).exits(0);
    desk.run(&["build", "-q"]).exits(0);
    assert!(asked.lock().expect("notes").is_empty(), "an ordinary run went to the network");
    desk.run(&["check", "--links", "--diagnostics", "short"])
        .exits(1)
        .says("recet-energy-plans.md:3:")
        .says("/lost is gone: its server answers 404")
        .says("warning: ")
        .says("/shy#place answers 403")
        .does_not_say("/by-get is");
    let first = asked.lock().expect("notes").clone();
    assert!(
        first.iter().any(|line| line.starts_with("HEAD /by-get"))
            && first.iter().any(|line| line.starts_with("GET /by-get"))
    );
    assert!(!first.iter().any(|line| line.starts_with("GET /there")), "HEAD was enough: {first:?}");
    desk.run(&["check", "--links"]).exits(1);
    let second = asked.lock().expect("notes")[first.len()..].to_vec();
    assert!(second.iter().all(|line| line.contains("/lost") || line.contains("/shy")), "{second:?}");
}
