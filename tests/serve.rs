//! The page by which readers leave: nothing is done by looking at it, one click is enough, and what it has said is on the
//! disk, whatever happens next.

use std::collections::BTreeMap;
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
        // What is said afterwards is read away, so that nothing waits for a reader.
        let mut rest = child.stderr.take().expect("stderr");
        std::thread::spawn(move || rest.read_to_end(&mut Vec::new()));
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

/// The letters that lie in the outbox, by whom they go to.
fn letters(desk: &Desk) -> Vec<(String, String)> {
    let read = |bytes: &Vec<u8>| {
        let message = mail_parser::MessageParser::default().parse(&bytes[..]).expect("a message");
        let to = message.to().and_then(|to| to.first()?.address()).expect("a recipient").to_string();
        (to, message.body_text(0).expect("text").into_owned())
    };
    // What is being written lies in `tmp`.
    match desk.path("state/outbox/new").exists() {
        true => files(&desk.path("state/outbox/new")).values().map(read).collect(),
        false => vec![],
    }
}

#[test]
fn somebody_asks_confirms_and_can_be_proved_and_nobody_is_flooded() {
    let desk = Desk::base();
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}unsubscribe_url: https://leave.example/u/{{token}}\n"));
    let service = Service::start(&desk);
    let form = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: it\r\n";
    let (_, page) = service.ask("GET", "/s", "Accept-Language: it\r\n", "").expect("an answer");
    assert!(page.contains("<label for=\"email\">") && page.contains("https://example.org/privacy"), "{page}");
    // Asked two hundred times for one victim, by a robot that fills in everything, and with what is no address: one
    // letter, and the same answer for all.
    let (status, first) =
        service.ask("POST", "/s", form, "email=anna%40example.org&website=").expect("an answer");
    assert_eq!(status, 200);
    for _ in 0..200 {
        service.ask("POST", "/s", form, "email=Anna%40example.org&website=");
    }
    let body = |text: &str| text.split("\r\n\r\n").nth(1).unwrap_or_default().to_string();
    for other in ["email=robot%40example.org&website=spam", "email=nothing", "email=%22a+b%22%40example.org"]
    {
        let (_, answer) = service.ask("POST", "/s", form, other).expect("an answer");
        assert_eq!(body(&answer), body(&first), "{other}");
    }
    let mut sent = letters(&desk);
    for _ in 0..200 {
        if !sent.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        sent = letters(&desk);
    }
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let sent = letters(&desk);
    assert_eq!(sent.len(), 1, "{sent:?}");
    let (to, text) = &sent[0];
    assert!(to == "anna@example.org" && text.contains("Apra questa pagina"), "{to}: {text}");
    let token = text
        .split("https://leave.example/s/")
        .nth(1)
        .expect("a page")
        .lines()
        .next()
        .expect("a line")
        .trim()
        .to_string();
    // Looking at the page confirms nothing.
    for _ in 0..20 {
        service.ask("GET", &format!("/s/{token}"), "", "");
    }
    desk.run(&["audience", "show", "anna@example.org"]).exits(0).says("nothing is held");
    let (_, done) = service.ask("POST", &format!("/s/{token}"), form, "confirm=yes").expect("an answer");
    let (_, unknown) =
        service.ask("POST", "/s/0123456789abcdef0123456789abcdef", form, "confirm=yes").expect("an answer");
    assert_eq!(body(&done), body(&unknown));
    desk.run(&["audience", "show", "anna@example.org"])
        .exits(0)
        .prints("anna@example.org: it, double-opt-in, confirmed 20")
        .prints("confirmed, the page to subscribe; asked 20")
        .prints("agreed to: “Desidero ricevere");
    desk.run(&["audience", "list"]).exits(0).says("1 of 1 may be mailed");
    // She leaves, and comes back by herself; a list would not bring her.
    desk.run(&["audience", "leave", "anna@example.org"]).exits(0);
    desk.run(&["audience", "add", "anna@example.org", "--basis", "staff"])
        .exits(2)
        .says("never to be mailed");
    service.ask("POST", "/s", form, "email=anna%40example.org&website=").expect("an answer");
    let mut again = letters(&desk);
    for _ in 0..200 {
        if again.len() > 1 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        again = letters(&desk);
    }
    let other =
        again.iter().filter_map(|(_, text)| text.split("https://leave.example/s/").nth(1)?.lines().next());
    let other = other.map(str::trim).find(|own| *own != token).expect("another page").to_string();
    service.ask("POST", &format!("/s/{other}"), form, "confirm=yes").expect("an answer");
    desk.run(&["audience", "list"]).exits(0).says("1 of 1 may be mailed");
}

/// The PHP file behind PHP's own web server; nothing where PHP is not installed.
fn web_space(desk: &Desk) -> Option<Service> {
    let folder = desk.path("web");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("newsletter.php").display().to_string();
    desk.run(&["web-forms", &file])
        .exits(0)
        .says("unsubscribe_url: https://YOUR.SITE/newsletter.php?u={token}");
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("a port").port();
    let address = format!("127.0.0.1:{port}");
    let child = std::process::Command::new("php")
        .args(["-S", &address, "-t", &folder.display().to_string()])
        .env("PHP_CLI_SERVER_WORKERS", "4")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let service = Service { child, address };
    for _ in 0..100 {
        if TcpStream::connect(&service.address).is_ok() {
            return Some(service);
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("PHP does not answer");
}

#[test]
fn ordinary_web_space_does_the_same_and_its_log_is_believed_only_where_it_is_signed() {
    let (desk, tokens) = sent(8);
    desk.replace(
        "bulletin.yaml",
        "https://leave.example/u/{token}",
        "https://site.example/newsletter.php?u={token}",
    );
    let Some(service) = web_space(&desk) else {
        return crate::desk::skipped("ordinary web space: php is not installed");
    };
    let form = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Language: el\r\n";
    // Looking does nothing; one click in both encodings; somebody asks; a robot and nonsense do nothing.
    for (_, token) in &tokens {
        let (status, page) = service
            .ask("GET", &format!("/newsletter.php?u={token}"), "Accept-Language: el\r\n", "")
            .expect("an answer");
        assert!(
            status == 200
                && page.contains("<html lang=\"el\">")
                && !page.to_lowercase().contains("set-cookie"),
            "{page}"
        );
    }
    assert!(files(&desk.path("web")).keys().all(|path| !path.contains("log")));
    let (_, first) = service
        .ask("POST", &format!("/newsletter.php?u={}", tokens[0].1), form, "List-Unsubscribe=One-Click")
        .expect("an answer");
    let multipart =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    service
        .ask(
            "POST",
            &format!("/newsletter.php?u={}", tokens[1].1),
            "Content-Type: multipart/form-data; boundary=x\r\n",
            multipart,
        )
        .expect("an answer");
    let body = |text: &str| text.split("\r\n\r\n").nth(1).unwrap_or_default().to_string();
    let (_, unknown) = service
        .ask("POST", "/newsletter.php?u=nothing", form, "List-Unsubscribe=One-Click")
        .expect("an answer");
    assert_eq!(body(&first), body(&unknown));
    service.ask("POST", "/newsletter.php", form, "email=berta%40example.org&website=").expect("an answer");
    service.ask("POST", "/newsletter.php", form, "email=robot%40example.org&website=x").expect("an answer");
    // Many at once: each that was answered is in the log.
    let answered = std::thread::scope(|scope| {
        let service = &service;
        let clicks: Vec<_> = (0..40)
            .map(|number| {
                scope.spawn(move || {
                    service.ask("POST", &format!("/newsletter.php?u=0000-{number:032x}"), form, "leave=yes")
                })
            })
            .collect();
        clicks
            .into_iter()
            .filter_map(|click| click.join().ok().flatten())
            .filter(|(status, _)| *status == 200)
            .count()
    });
    let log =
        files(&desk.path("web")).into_iter().find(|(path, _)| path.ends_with("log.php")).expect("a log");
    let text = String::from_utf8_lossy(&log.1).into_owned();
    assert_eq!(text.matches("\tleave\t").count(), answered + 2, "{text}");
    assert!(!text.contains("example.org"), "{text}");
    // The web shows nothing of it.
    let (_, shown) = service.ask("GET", &format!("/{}", log.0), "", "").expect("an answer");
    assert!(body(&shown).is_empty(), "{shown}");
    // A line that somebody wrote in is left out, and said.
    desk.write("fetched/log.php", format!("{text}v1\t1\tleave\t{}\ten\t{}\n", "eA==", "0".repeat(64)));
    let path = desk.path("fetched/log.php").display().to_string();
    let outcome = desk.run(&["audience", "import", &path, "--yes"]).exits(1);
    let outcome = outcome.says("not signed with this cluster's key; they are left out");
    assert!(
        outcome.out.contains("42  leave") && outcome.out.contains("1  ask for the newsletter"),
        "{}",
        outcome.out
    );
    assert!(outcome.err.contains("1 written to, so that they confirm"), "{}", outcome.err);
    desk.run(&["audience", "list"]).exits(0).says("6 of 8 may be mailed");
    // Berta opens her page, and confirms.
    let letter = letters(&desk).into_iter().find(|(to, _)| to == "berta@example.org").expect("a letter").1;
    let token = letter
        .split("newsletter.php?c=")
        .nth(1)
        .expect("a page")
        .lines()
        .next()
        .expect("a line")
        .trim()
        .to_string();
    service.ask("GET", &format!("/newsletter.php?c={token}"), form, "").expect("an answer");
    service.ask("POST", &format!("/newsletter.php?c={token}"), form, "confirm=yes").expect("an answer");
    let fetched = std::fs::read(desk.path(&format!("web/{}", log.0))).expect("a log");
    desk.write("fetched/log.php", fetched);
    desk.run(&["audience", "import", &path, "--yes"]).exits(0).prints("1  confirm");
    desk.run(&["audience", "show", "berta@example.org"])
        .exits(0)
        .prints("berta@example.org: el, double-opt-in, confirmed");
    desk.run(&["audience", "list"]).exits(0).says("7 of 9 may be mailed");
    // Twice is once.
    let before = letters(&desk).len();
    desk.run(&["audience", "import", &path, "--yes"]).exits(0);
    assert_eq!(before, letters(&desk).len());
    desk.run(&["audience", "list"]).exits(0).says("7 of 9 may be mailed");
}

#[test]
fn who_asks_too_often_waits_and_nobody_else_does() {
    let (desk, _) = sent(2);
    let service = Service::start(&desk);
    // The proxy on this machine says who asks; what stands before that, the asker may have made up.
    let by = |who: &str| {
        let head = format!("X-Forwarded-For: {who}\r\n");
        service.ask("GET", "/s", &head, "").expect("an answer").0
    };
    let answers: Vec<u16> = (0..130).map(|number| by(&format!("198.51.100.{number}, 192.0.2.7"))).collect();
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 120);
    assert!(answers.iter().skip(120).all(|status| *status == 429), "{answers:?}");
    assert_eq!(by("192.0.2.8"), 200);
}

/// Whom the messages of an issue in the outbox go to, with each message.
fn mailed(desk: &Desk, subject: &str) -> BTreeMap<String, String> {
    let read = |bytes: &Vec<u8>| {
        let message = mail_parser::MessageParser::default().parse(&bytes[..])?;
        let to = message.to()?.first()?.address()?.to_string();
        (message.subject()? == subject).then(|| (to, String::from_utf8_lossy(bytes).into_owned()))
    };
    files(&desk.path("state/outbox/new")).values().filter_map(read).collect()
}

/// A header of a message, unfolded.
fn header(message: &str, name: &str) -> String {
    let message = message.replace("\r\n ", "").replace("\r\n\t", "");
    let line = message.lines().find(|line| line.starts_with(&format!("{name}: "))).expect("a header");
    line[name.len() + 2..].trim().to_string()
}

#[test]
fn a_year_of_people_from_an_export_to_an_erasure() {
    let desk = Desk::base();
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", format!("{config}unsubscribe_url: https://leave.example/u/{{token}}\n"));
    // What Mailchimp knew: three who confirmed, and one who has left.
    let row = |name: &str, left: &str| {
        format!("{name}@example.org,2024-01-01 10:00:00,192.0.2.1,2024-01-01 10:05:00,192.0.2.1,{left},\n")
    };
    let export = format!(
        "Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME,CLEAN_TIME\n{}{}{}{}",
        row("zacharias", ""),
        row("ben", ""),
        row("cleo", ""),
        row("dora", "2024-02-01 09:00:00")
    );
    desk.write("in/export.csv", &export);
    let export = desk.path("in/export.csv").display().to_string();
    desk.run(&["audience", "import", &export, "--yes"]).exits(0).says("3 of 4 may be mailed");
    // Emma asks by the page, and confirms.
    let service = Service::start(&desk);
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    service.ask("POST", "/s", form, "email=emma%40example.org&website=").expect("an answer");
    let mut letter = vec![];
    for _ in 0..200 {
        letter = letters(&desk);
        if !letter.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let page = letter[0].1.split("https://leave.example").nth(1).and_then(|rest| rest.lines().next());
    service.ask("POST", page.expect("a page").trim(), form, "confirm=yes").expect("an answer");
    // The first issue reaches four.
    desk.write("sources/issues/2024-04.yaml", "subject: Plans for forty villages\n");
    desk.run(&["publish", "2024-04", "--yes"]).exits(0);
    let first = mailed(&desk, "Plans for forty villages");
    let names = |all: &BTreeMap<String, String>| {
        all.keys().map(|to| to.split('@').next().unwrap_or_default().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(&first), ["ben", "cleo", "emma", "zacharias"]);
    // Emma leaves with one click of her mail program; Ben's mailbox is gone, Cleo is away.
    let leave = header(&first["emma@example.org"], "List-Unsubscribe");
    let address = leave.split('<').find_map(|part| part.strip_prefix("https://leave.example"));
    let path = address.and_then(|rest| rest.split('>').next()).expect("an address of https");
    assert_eq!(header(&first["emma@example.org"], "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let click = service.ask("POST", path, form, "List-Unsubscribe=One-Click").expect("an answer");
    assert_eq!(click.0, 200);
    let id = |name: &str| header(&first[&format!("{name}@example.org")], "Message-ID");
    desk.write(
        "back/bounce.eml",
        format!(
            "From: MAILER-DAEMON@relay.example\r\nTo: news@example.org\r\nSubject: Undelivered Mail\r\nMessage-ID: <1@relay.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; ben@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {}\r\n\r\n--b--\r\n",
            id("ben")
        ),
    );
    desk.write(
        "back/away.eml",
        format!(
            "From: cleo@example.org\r\nTo: news@example.org\r\nSubject: Automatic reply: Plans\r\nMessage-ID: <2@relay.example>\r\nIn-Reply-To: {}\r\nAuto-Submitted: auto-replied\r\n\r\nI am away until Monday.\r\n",
            id("cleo")
        ),
    );
    desk.run(&["mailbox", &desk.path("back").display().to_string()]).exits(0);
    // The next issue goes to the two who are left.
    desk.write(
        "sources/updates/2024-05/recet-schools.md",
        "# Twelve schools are warm\nThe last of twelve schools has its new boiler.\n",
    );
    desk.write("sources/issues/2024-05.yaml", "subject: Twelve schools are warm\n");
    desk.run(&["publish", "2024-05", "--yes"]).exits(0);
    assert_eq!(names(&mailed(&desk, "Twelve schools are warm")), ["cleo", "zacharias"]);
    // What was agreed to can be shown; somebody erased is nowhere, and no export brings them back.
    desk.run(&["audience", "show", "emma@example.org"]).exits(0).prints("agreed to: “").prints("left");
    drop(service);
    desk.run(&["audience", "erase", "zacharias@example.org", "--yes"]).exits(0);
    let outcome = desk.run(&["audience", "import", &export, "--yes"]).exits(0);
    assert!(
        outcome.out.contains("of people who were erased: they never come back: line 2"),
        "{}",
        outcome.out
    );
    assert!(outcome.err.contains("1 of "), "{}", outcome.err);
    for (path, bytes) in files(&desk.path("state")) {
        let holds = bytes.windows(9).any(|window| window.eq_ignore_ascii_case(b"zacharias"));
        assert!(!holds, "{path} still holds the address");
    }
    // Delivered again, nothing goes to them.
    desk.run(&["publish", "2024-05", "--yes"]).exits(0);
    assert_eq!(names(&mailed(&desk, "Twelve schools are warm")), ["cleo"]);
}
