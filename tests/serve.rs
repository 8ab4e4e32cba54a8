//! The page by which readers leave: nothing is done by looking at it, one click is enough, and what it has said is on the
//! disk, whatever happens next.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::desk::{Desk, files};

/// The running service, ended when it is dropped.
struct Service {
    child: Child,
    address: String,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Service {
    /// Starts it on a free port.
    fn start(desk: &Desk) -> Self {
        let mut command = desk.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("an address");
        let address =
            line.trim().trim_start_matches("http://").split('/').next().expect("a host").to_string();
        assert!(line.trim().ends_with("/u/"), "{line}");
        Self { child, address }
    }

    /// Asks for something, as a raw client; status and whole answer.
    fn ask(&self, method: &str, path: &str, head: &str, body: &str) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: leave.example\r\nConnection: close\r\n{head}Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        Some((answer.split(' ').nth(1)?.parse().ok()?, answer))
    }

    /// One click as Gmail makes it, or in the other encoding.
    fn click(&self, token: &str, multipart: bool) -> Option<(u16, String)> {
        match multipart {
            true => self.ask(
                "POST",
                &format!("/u/{token}"),
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
            ),
            false => self.ask(
                "POST",
                &format!("/u/{token}"),
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "List-Unsubscribe=One-Click",
            ),
        }
    }
}

/// A cluster whose readers have been mailed, and the token of each.
fn sent(readers: usize) -> (Desk, Vec<(String, String)>) {
    let desk = Desk::base();
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}unsubscribe_url: https://leave.example/u/{{token}}\n"));
    let list: String = (0..readers).map(|number| format!("reader{number:03}@example.org,staff\n")).collect();
    desk.write("in/list.csv", format!("email,basis\n{list}"));
    let path = desk.path("in/list.csv").display().to_string();
    desk.run(&["audience", "import", &path, "--yes"]).exits(0);
    desk.write("sources/issues/2024-04.yaml", "subject: Plans for forty villages\n");
    desk.run(&["publish", "2024-04", "--yes"]).exits(0);
    let token = |bytes: &Vec<u8>| {
        let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
        let to = message.to().and_then(|to| to.first()?.address()).expect("a recipient").to_string();
        let raw = message
            .header_raw("List-Unsubscribe")
            .expect("a way to leave")
            .replace(['\r', '\n', ' ', '\t'], "");
        assert!(message.header_raw("List-Unsubscribe-Post").is_some());
        (to, raw.split("leave.example/u/").nth(1).expect("an address")[..37].to_string())
    };
    let tokens: Vec<_> = files(&desk.path("state/outbox")).values().map(token).collect();
    assert_eq!(tokens.len(), readers);
    (desk, tokens)
}

#[test]
fn looking_does_nothing_one_click_is_enough_and_nothing_can_be_learned() {
    let (desk, tokens) = sent(6);
    let service = Service::start(&desk);
    // A robot opens every link, again and again.
    for (_, token) in &tokens {
        for method in ["GET", "HEAD", "GET"] {
            for _ in 0..8 {
                assert_eq!(service.ask(method, &format!("/u/{token}"), "", "").expect("an answer").0, 200);
            }
        }
    }
    let (_, page) = service
        .ask("GET", &format!("/u/{}", tokens[0].1), "Accept-Language: el,en\r\n", "")
        .expect("an answer");
    assert!(page.contains("<html lang=\"el\">") && page.contains("<form method=\"post\">"), "{page}");
    for header in [
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "content-security-policy: default-src 'none'",
    ] {
        assert!(page.to_lowercase().contains(header), "{header}\n{page}");
    }
    assert!(
        !page.to_lowercase().contains("set-cookie")
            && !page.contains("<script")
            && !page.contains("location:")
    );
    desk.run(&["audience", "list"]).exits(0).says("6 of 6 may be mailed");
    // A POST that says nothing does nothing.
    assert_eq!(service.ask("POST", &format!("/u/{}", tokens[0].1), "", "").expect("an answer").0, 200);
    desk.run(&["audience", "list"]).exits(0).says("6 of 6 may be mailed");
    // Both encodings, the page's button, twice.
    let (status, first) = service.click(&tokens[0].1, false).expect("an answer");
    assert_eq!(status, 200);
    assert_eq!(service.click(&tokens[1].1, true).expect("an answer").0, 200);
    let button = service
        .ask(
            "POST",
            &format!("/u/{}", tokens[2].1),
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "leave=yes",
        )
        .expect("an answer");
    assert_eq!(button.0, 200);
    service.click(&tokens[0].1, true);
    desk.run(&["audience", "list"]).exits(0).says("3 of 6 may be mailed");
    desk.run(&["audience", "show", &tokens[0].0]).exits(0).prints("left, the page to leave");
    // A token that nobody has is answered alike.
    let date = |text: &str| {
        text.lines().filter(|line| !line.to_lowercase().starts_with("date:")).collect::<Vec<_>>().join("\n")
    };
    let (_, unknown) = service.click("0123-0123456789abcdef0123456789abcdef", false).expect("an answer");
    assert_eq!(date(&first), date(&unknown));
    for path in ["/", "/u", "/../state/audience.db", "/v/x"] {
        assert_eq!(service.ask("GET", path, "", "").expect("an answer").0, 404, "{path}");
    }
    assert_eq!(service.ask("GET", "/health", "", "").expect("an answer").0, 200);
    assert_eq!(service.ask("POST", "/u/x", "", &"x".repeat(40_000)).expect("an answer").0, 413);
    assert_eq!(service.ask("DELETE", "/u/x", "", "").expect("an answer").0, 405);
    // Whoever left is not mailed by the next issue.
    desk.write(
        "sources/updates/2024-05/recet-more.md",
        "# More plans for villages\n\nThirty more villages agree.\n",
    );
    desk.write("sources/issues/2024-05.yaml", "subject: More plans\n");
    desk.run(&["publish", "2024-05", "--yes"]).exits(0).prints("3  in the outbox");
}

#[test]
fn what_was_answered_is_on_the_disk_whatever_ends_the_service() {
    let (desk, tokens) = sent(60);
    let mut noted = Vec::new();
    for round in 0..3 {
        let mut service = Service::start(&desk);
        let own: Vec<_> = tokens[round * 20..(round + 1) * 20].to_vec();
        let answered: Vec<String> = std::thread::scope(|scope| {
            let service = &service;
            let clicks: Vec<_> = own
                .iter()
                .map(|(to, token)| {
                    scope.spawn(move || (service.click(token, false).map(|(status, _)| status), to.clone()))
                })
                .collect();
            clicks
                .into_iter()
                .filter_map(|click| click.join().ok())
                .filter(|(status, _)| *status == Some(200))
                .map(|(_, to)| to)
                .collect()
        });
        // Ended without a word, as by a lack of power.
        service.child.kill().expect("killed");
        noted.extend(answered);
    }
    assert!(!noted.is_empty());
    let list = desk.run(&["audience", "list"]).exits(0).out;
    for to in &noted {
        let line = list.lines().find(|line| line.starts_with(to.as_str())).expect("a line");
        assert!(line.ends_with("\tleft"), "{line}");
    }
}
