//! What goes wrong around a run: the disk, a second sender, a ledger from a backup, changes between
//! two runs, people who leave in the middle, lists that are not clean.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::crash::wait_until;
use super::*;
use crate::desk::{copy, skipped};

/// A server that is slow enough to do something while it works.
fn slow(millis: u64) -> Server {
    Server::scripted(move |at| match at.phase {
        Phase::Dot => Act::Slow(Duration::from_millis(millis)),
        _ => Act::Usual,
    })
}

/// A server that takes some, and then wants to be asked another day.
fn tired(takes: usize) -> Server {
    let taken = std::sync::atomic::AtomicUsize::new(0);
    Server::scripted(move |at| match at.phase {
        Phase::Rcpt if at.before == 0 && taken.fetch_add(1, std::sync::atomic::Ordering::SeqCst) >= takes => {
            Act::say("451 4.7.1 greylisted, try another day")
        }
        _ => Act::Usual,
    })
}

/// A cluster of which 10 of 30 were mailed, and the rest is to be tried again.
fn half_done() -> (Server, Desk, Vec<String>) {
    let server = tired(10);
    let all = readers(30);
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 4\n  wait_minutes: 0");
    send(&desk, &["2024-04", "--yes"], 0.004).exits(3).says("are to be tried again");
    assert_eq!(server.copies().len(), 10);
    desk.replace("bulletin.yaml", "wait_minutes: 0", "wait_minutes: 60");
    (server, desk, all)
}

#[test]
fn two_senders_at_once_are_one_too_many() {
    let server = slow(30);
    let all = readers(100);
    let desk = cluster(server.port, all.clone());
    let mut first = start(&desk);
    wait_until(|| !server.copies().is_empty());
    send(&desk, &["2024-04", "--yes"], 1.0).exits(6).says("another `bulletin send` is going on");
    send(&desk, &["resume"], 1.0).exits(6);
    // Looking is allowed.
    desk.run(&["send", "receipt"]).exits(3).prints("100  planned");
    assert_eq!(first.wait().expect("it ends").code(), Some(0));
    accounts_for_all(&desk, &server, &all);
}

#[test]
fn a_ledger_from_a_backup_is_refused() {
    let (server, desk, all) = half_done();
    fs::copy(desk.path("state/bulletin.db"), desk.path("backup.db")).expect("copied");
    copy(&desk.path("state"), &desk.path("backup"));
    send(&desk, &["resume"], 0.001).exits(0);
    accounts_for_all(&desk, &server, &all);
    // The file alone.
    fs::copy(desk.path("backup.db"), desk.path("state/bulletin.db")).expect("copied");
    send(&desk, &["resume"], 0.001).exits(6).says("was put back from a copy").says("a second time");
    // The whole folder: the number in the user's own folder knows.
    fs::remove_dir_all(desk.path("state")).expect("removed");
    copy(&desk.path("backup"), &desk.path("state"));
    send(&desk, &["resume"], 0.001).exits(6).says("was put back from a copy");
    assert!(server.copies().values().all(|copies| *copies == 1));
}

#[test]
fn a_ledger_that_is_gone_is_missed() {
    let (server, desk, _) = half_done();
    send(&desk, &["resume"], 0.001).exits(0);
    fs::remove_dir_all(desk.path("state")).expect("removed");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(6).says("the ledger that was in state/ is gone");
    // On another machine the totals among the sources know.
    fs::remove_dir_all(desk.path(".own")).expect("removed");
    fs::remove_dir_all(desk.path("state")).expect("removed");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(6).says("`sources/sent.yaml` says that 2024-04 was sent");
    assert!(server.copies().values().all(|copies| *copies == 1));
}

#[test]
fn a_list_of_those_who_left_that_breaks_in_mid_run_stops_it() {
    let server = slow(25);
    let desk = cluster(server.port, readers(200));
    let child = desk
        .command(&["send", "2024-04", "--yes"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    wait_until(|| server.copies().len() >= 8);
    // A spreadsheet saves it in another encoding.
    fs::write(desk.path("state/suppressions.csv"), b"ren\xe9@example.org\n").expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(5));
    assert!(String::from_utf8_lossy(&output.stderr).contains("suppressions.csv can't be read any more"));
    assert!(server.copies().len() < 200);
    fs::write(desk.path("state/suppressions.csv"), "rene@example.org\n").expect("written");
    send(&desk, &["resume"], 1.0).exits(0);
    assert_eq!(server.copies().len(), 200);
    assert_eq!(count(&receipt(&desk), "suppressed"), 0, "nobody was taken for one who left");
}

#[test]
fn a_ledger_that_was_copied_elsewhere_is_refused() {
    let (server, desk, _) = half_done();
    let other = Desk::empty();
    copy(desk.root(), other.root());
    fs::remove_dir_all(other.path(".own")).expect("another machine's user");
    send(&other, &["resume"], 0.001).exits(6).says("comes from another folder or machine");
    assert_eq!(server.copies().len(), 10);
    // A person who is sure goes on with it.
    send(&other, &["resume", "--accept-ledger"], 0.001).exits(0);
    assert!(server.copies().values().all(|copies| *copies == 1));
}

#[test]
fn what_was_changed_between_two_runs_is_named() {
    let (server, desk, all) = half_done();
    let update = "sources/updates/2024-04/recet-energy-plans.md";
    let text = desk.read(update);
    desk.write(update, text.clone() + "\nOne more sentence.\n");
    send(&desk, &["resume"], 0.001).exits(6).says(&format!("`{update}` was changed")).says("--as-planned");
    send(&desk, &["2024-04", "--yes"], 0.001).exits(6).says(update);
    desk.write(update, text);
    let footer =
        fs::read_to_string(crate::desk::project().join("layouts/newsletter/newsletter.hbs")).expect("read");
    desk.write("layouts/newsletter/newsletter.hbs", footer.clone() + "\n");
    send(&desk, &["resume"], 0.001).exits(6).says("`layouts/newsletter/newsletter.hbs` was changed");
    fs::remove_dir_all(desk.path("layouts")).expect("removed");
    let config = desk.read("bulletin.yaml");
    desk.write("bulletin.yaml", config.replace("name: ", "name: New "));
    send(&desk, &["resume"], 0.001).exits(6).says("`bulletin.yaml` was changed");
    desk.write("bulletin.yaml", config);
    let list = desk.read("readers.csv");
    desk.write("readers.csv", format!("{list}new@example.org,staff\n"));
    send(&desk, &["resume"], 0.001).exits(6).says("one person was added to the list");
    assert_eq!(server.copies().len(), 10, "nobody was mailed meanwhile");
    // How it is delivered may be put right meanwhile, and the next issue begun.
    desk.write("sources/updates/2024-05/recet-next.md", "# News of May from the project\nIt goes on.\n");
    desk.write("readers.csv", list);
    desk.replace("bulletin.yaml", "connections: 4", "connections: 2");
    send(&desk, &["resume"], 0.001).exits(0);
    accounts_for_all(&desk, &server, &all);
}

#[test]
fn the_rest_can_go_out_as_it_was_planned() {
    let (server, desk, all) = half_done();
    let update = "sources/updates/2024-04/recet-energy-plans.md";
    desk.write(update, desk.read(update) + "\nOne more sentence.\n");
    send(&desk, &["resume", "--as-planned"], 0.001).exits(0);
    accounts_for_all(&desk, &server, &all);
    let accepted = server.accepted();
    assert!(accepted.iter().all(|one| !String::from_utf8_lossy(&one.message).contains("One more sentence")));
}

#[test]
fn who_leaves_between_two_runs_is_not_mailed() {
    let (server, desk, all) = half_done();
    let mailed = server.copies();
    let leaves: Vec<_> = all.iter().filter(|one| !mailed.contains_key(*one)).take(3).cloned().collect();
    // By the list, by the list of those never to be mailed, and by being taken off.
    let mut list = desk
        .read("readers.csv")
        .replace("email,basis\n", "email,basis,unsubscribed_at\n")
        .replace(",staff\n", ",staff,\n");
    list = list.replace(&format!("{},staff,", leaves[0]), &format!("{},staff,2024-05-01", leaves[0]));
    list = list.replace(&format!("{},staff,\n", leaves[1]), "");
    desk.write("readers.csv", list);
    desk.write("state/suppressions.csv", format!("{}\n", leaves[2].to_uppercase()));
    send(&desk, &["resume"], 0.001).exits(0).prints("3  suppressed: left before their turn");
    assert!(leaves.iter().all(|left| !server.copies().contains_key(left)));
    assert_eq!(server.copies().len(), 27);
}

#[test]
fn who_leaves_in_mid_run_is_not_named_after_that_instant() {
    let server = slow(25);
    let mut all = readers(120);
    all.extend(["Anna@Bücher.example.org".to_string(), "ben@example.org".into(), "cleo@example.org".into()]);
    let desk = cluster(server.port, all);
    let mut child = start(&desk);
    wait_until(|| server.copies().len() >= 8);
    // Typed otherwise than in the list: case, the domain's other form, spaces.
    let fresh = desk.path("state/fresh.csv");
    fs::write(
        &fresh,
        "address\nANNA@xn--bcher-kva.example.org\n  Ben@Example.org ;left by phone\n\"cleo@example.org\",x\n",
    )
    .expect("written");
    fs::rename(&fresh, desk.path("state/suppressions.csv")).expect("in one step");
    let instant = Instant::now();
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    let named = server.truth.named.lock().expect("a lock").clone();
    for left in ["Anna@xn--bcher-kva.example.org", "ben@example.org", "cleo@example.org"] {
        let late = named
            .iter()
            .filter(|(rcpt, at)| rcpt == left && *at > instant + Duration::from_millis(50))
            .count();
        assert_eq!(late, 0, "{left} was named after they had left");
    }
    let receipt = receipt(&desk);
    let suppressed = count(&receipt, "suppressed");
    assert_eq!(suppressed + count(&receipt, "accepted"), 123, "{receipt}");
    assert!(suppressed >= 1, "{receipt}");
}

#[test]
fn one_person_is_mailed_once_however_often_they_are_listed() {
    let server = Server::plain();
    let desk = cluster(server.port, vec![]);
    desk.write(
        "readers.csv",
        "email,basis\nAnna@Example.org,staff\n anna@example.org ,staff\n\"ANNA@EXAMPLE.ORG\",staff\n\
         x@bücher.example.org,staff\nx@XN--BCHER-KVA.example.org,staff\n",
    );
    send(&desk, &["2024-04", "--yes"], 1.0)
        .exits(0)
        .says("3 on the list a second time")
        .says("the same person: line 3 is line 2, line 4 is line 2, line 6 is line 5");
    let copies = server.copies();
    assert_eq!(copies.keys().collect::<Vec<_>>(), ["Anna@example.org", "x@xn--bcher-kva.example.org"]);
    assert!(copies.values().all(|copies| *copies == 1));
}

#[test]
fn hostile_rows_among_ten_thousand_are_named_and_the_others_go() {
    let server = Server::plain();
    let mut list: Vec<String> = readers(10_000).into_iter().map(|one| format!("{one},staff")).collect();
    let hostile = [
        "\"evil@example.org\r\nBcc: all@example.org\",staff",
        "\"evil@example.org>\r\nRCPT TO:<x@example.org\",staff",
        "evil@[127.0.0.1],staff",
        "\"\"\"a b\"\"@example.org\",staff",
        "-f@example.org,staff",
        "evil@example.org\u{0}x,staff",
        "evil@exa mple.org,staff",
        "evil@example..org,staff",
        "πάντα@example.org,staff",
        "evil,staff",
    ];
    for (i, row) in hostile.iter().enumerate() {
        list.insert(1000 * i + 5, (*row).to_string());
    }
    let desk = cluster(server.port, vec![]);
    desk.replace("bulletin.yaml", "connections: 4", "connections: 10");
    // A real list lies where it is never shared.
    desk.replace("bulletin.yaml", "audience: readers.csv", "audience: state/readers.csv");
    desk.write("state/readers.csv", format!("email,basis\n{}\n", list.join("\n")));
    let outcome = send(&desk, &["2024-04", "--yes"], 1.0)
        .exits(0)
        .prints("10000  accepted by the relay")
        .says("line 7: ");
    assert_eq!(outcome.err.matches("correct or delete the row").count(), 1, "{}", outcome.err);
    let told = outcome.err.matches("state/readers.csv: line ").count();
    assert_eq!(told, hostile.len(), "each at its line: {}", outcome.err);
    assert!(!outcome.err.contains("evil@example.org"), "no address is printed");
    assert_eq!(server.copies().len(), 10_000);
    assert!(server.accepted().iter().all(|one| one.rcpt.starts_with("reader")));
    let heard = server.truth.heard.lock().expect("a lock");
    assert!(!heard.iter().any(|line| line.contains("evil")), "nothing of it reached the server");
}

/// Whether `strace` can be used; says so loudly if not.
fn traced(what: &str) -> bool {
    let works = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        skipped(&format!("strace is not here or may not trace: {what} was not tried"));
    }
    works
}

/// The program under `strace`, told what to do to it.
fn under_strace(desk: &Desk, options: &[&str], args: &[&str]) -> Command {
    let plain = desk.command(args);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(options).arg(env!("CARGO_BIN_EXE_bulletin")).args(args);
    command.current_dir(desk.root()).env("BULLETIN_TEST_TIME", "0.01");
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

#[test]
fn a_disk_that_does_not_work_stops_before_the_next_message() {
    if !traced("a broken and a full disk") {
        return;
    }
    for (fault, words) in [
        ("inject=fsync,fdatasync:error=EIO:when=30+", "the ledger in state/ can't be written"),
        ("inject=pwrite64:error=ENOSPC:when=120+", "the disk is full"),
    ] {
        let server = Server::plain();
        let all = readers(200);
        let desk = cluster(server.port, all.clone());
        let options = ["-o", "/dev/null", "-e", "trace=fsync,fdatasync,pwrite64", "-e", fault];
        let outcome = desk.output(&mut under_strace(&desk, &options, &["send", "2024-04", "--yes"])).exits(2);
        assert!(outcome.err.contains(words), "{}", outcome.err);
        let sent = server.copies().len();
        assert!(sent < 200, "it stopped");
        // The disk is well again: whoever was in flight is uncertain, everybody else gets it.
        let outcome = send(&desk, &["2024-04", "--yes"], 0.01).ends();
        assert!(matches!(outcome.code, Some(0 | 4)), "{outcome:?}");
        accounts_for_all(&desk, &server, &all);
        assert!(count(&receipt(&desk), "uncertain") <= 4);
    }
}

/// What happens on the wire and on the disk, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Event {
    /// Something was read from a socket.
    Heard(String, String),
    /// Something was written to a socket.
    Said(String, String),
    /// The disk has everything of the ledger that was written before it was asked.
    Synced,
}

/// Reads what `strace` wrote. A call that was interrupted by another thread counts when it ended; a
/// wait for the disk only if it began and ended in between, so its beginning takes its place in
/// `began`.
fn events(trace: &str) -> Vec<Event> {
    let mut begun: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut found = Vec::new();
    for line in trace.lines() {
        let (thread, rest) = line.trim().split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        if let Some(call) = rest.strip_suffix("<unfinished ...>") {
            begun.insert(thread.to_string(), (call.trim().to_string(), found.len()));
            continue;
        }
        let (call, at) = match rest.strip_prefix("<... ") {
            Some(resumed) => {
                let Some((call, at)) = begun.remove(thread) else { continue };
                (format!("{call}{}", resumed.split_once("resumed>").map_or("", |(_, rest)| rest)), at)
            }
            None => (rest.to_string(), found.len()),
        };
        let name = call.split('(').next().unwrap_or_default();
        let target =
            call.split('(').nth(1).and_then(|args| args.split('>').next()).unwrap_or_default().to_string();
        let data = call.split_once('"').map_or("", |(_, data)| data).to_string();
        if call.contains("= -1") {
            continue;
        }
        match name {
            "fsync" | "fdatasync" if target.contains("bulletin.db") => {
                // Nothing that was heard after it began is made safe by it.
                let later = found[at..].iter().any(|event| matches!(event, Event::Heard(..)));
                if !later {
                    found.push(Event::Synced);
                } else {
                    found.insert(at, Event::Synced);
                }
            }
            "recvfrom" | "read" if target.contains("TCP") => found.push(Event::Heard(target, data)),
            "sendto" | "write" | "writev" if target.contains("TCP") => found.push(Event::Said(target, data)),
            _ => {}
        }
    }
    found
}

/// How often a body's first byte followed a 354, or a MAIL a 250, with nothing made safe in between.
fn violations(events: &[Event]) -> (usize, usize) {
    let (mut broken, mut checked) = (0, 0);
    for (i, event) in events.iter().enumerate() {
        let Event::Heard(socket, said) = event else { continue };
        if !said.contains("354 go ahead") && !said.contains("queued as") {
            continue;
        }
        let next = events[i + 1..]
            .iter()
            .position(|later| matches!(later, Event::Said(target, _) if target == socket));
        let Some(next) = next else { continue };
        let words = match &events[i + 1 + next] {
            Event::Said(_, words) => words.as_str(),
            _ => "",
        };
        // After the last message there is no other one.
        if words.starts_with("QUIT") {
            continue;
        }
        checked += 1;
        if !events[i + 1..i + 1 + next].contains(&Event::Synced) {
            broken += 1;
        }
    }
    (broken, checked)
}

#[test]
fn the_disk_has_it_before_the_body_and_before_the_next_message() {
    if !traced("the order of disk and wire") {
        return;
    }
    for off in [false, true] {
        let server = Server::plain();
        let desk = cluster(server.port, readers(200));
        let trace = desk.path("trace.txt");
        let path = trace.display().to_string();
        let calls = "trace=fsync,fdatasync,recvfrom,sendto,read,write,writev";
        let mut command = under_strace(
            &desk,
            &["-yy", "-s", "200", "-o", &path, "-e", calls],
            &["send", "2024-04", "--yes"],
        );
        if off {
            command.env("BULLETIN_TEST_SYNCHRONOUS_OFF", "1");
        }
        desk.output(&mut command).exits(0);
        let text = String::from_utf8_lossy(&fs::read(&trace).expect("a trace")).into_owned();
        let (broken, checked) = violations(&events(&text));
        assert!(checked >= 390, "{checked} places were looked at");
        match off {
            false => assert_eq!(broken, 0, "of {checked}"),
            true => {
                assert!(broken > 300, "without waiting for the disk this must be seen: {broken} of {checked}")
            }
        }
    }
}
