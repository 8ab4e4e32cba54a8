//! The program is killed, at named places and at random, and resumed: nobody gets two copies, and
//! nobody is lost. `BULLETIN_KILLS` says how often (10 if it does not).

use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use super::*;

/// Connections at the same time.
const CONNECTIONS: u64 = 4;

/// Readers of one issue.
const READERS: usize = 240;

/// How often to kill.
fn kills() -> u64 {
    std::env::var("BULLETIN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(10)
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }
}

#[test]
fn nobody_gets_two_and_nobody_is_lost_however_often_it_is_killed() {
    let mut dice = Dice(2024);
    let (mut killed, mut uncertain, mut issues) = (0, 0, 0);
    while killed < kills() {
        let (more, unsure) = one_issue(&mut dice, kills() - killed, issues);
        killed += more;
        uncertain += unsure;
        issues += 1;
        assert!(issues < 20 + kills(), "the kills never hit");
    }
    eprintln!("{killed} kills over {issues} issues, {uncertain} uncertain");
}

/// Sends one issue with as many kills as it takes; how many there were, and how many are uncertain.
fn one_issue(dice: &mut Dice, most: u64, round: u64) -> (u64, u64) {
    // A server that takes a moment, so that kills meet something; every other one without pipelining.
    let script = |at: &server::At<'_>| match at.phase {
        Phase::Dot | Phase::Rcpt => Act::Slow(Duration::from_millis(2)),
        _ => Act::Usual,
    };
    let server = Server::new(Setup { pipelining: round.is_multiple_of(2), ..Setup::default() }, script);
    let readers = readers(READERS);
    let desk = cluster(server.port, readers.clone());
    let mut killed = 0;
    loop {
        let places = bulletin::delivery::failpoint::PLACES;
        let at_a_place = dice.below(2) == 0;
        let mut command = desk.command(&["send", "2024-04", "--yes", "-q"]);
        command.env("BULLETIN_TEST_TIME", "0.01").stdout(Stdio::null()).stderr(Stdio::null());
        if killed < most && at_a_place {
            let place = places[dice.below(places.len() as u64) as usize];
            // Chunks of 64 are claimed: that place is passed seldom.
            let passes = if place == "after-claim" { 3 } else { 60 };
            command.env("BULLETIN_TEST_KILL", format!("{place}:{}", 1 + dice.below(passes)));
        }
        let mut child = command.spawn().expect("it runs");
        if killed < most && !at_a_place {
            thread::sleep(Duration::from_millis(150 + dice.below(350)));
            let _ = child.kill();
        }
        let status = child.wait().expect("it ends");
        match (status.signal(), status.code()) {
            (Some(_), _) => killed += 1,
            (None, Some(0 | 4)) => break,
            other => panic!("{other:?}: {:?}", desk.run(&["send", "2024-04", "--yes"])),
        }
    }
    accounts_for_all(&desk, &server, &readers);
    let unsure = count(&receipt(&desk), "uncertain");
    assert!(unsure <= killed * CONNECTIONS, "{unsure} uncertain after {killed} kills");
    (killed, unsure)
}

#[test]
fn a_second_interruption_stops_at_once_and_loses_nobody() {
    // The server takes its time with the answer: the first Ctrl-C waits for it, the second does not.
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot if at.rcpt.starts_with("slow") => Act::Slow(Duration::from_secs(20)),
        _ => Act::Usual,
    });
    let mut all = readers(40);
    all.push("slow@example.org".into());
    let desk = cluster(server.port, all.clone());
    desk.replace("bulletin.yaml", "connections: 4", "connections: 1");
    let mut command = desk.command(&["send", "2024-04", "--yes"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let pid = child.id().to_string();
    let interrupt = || std::process::Command::new("kill").args(["-INT", &pid]).status().expect("sent");
    wait_until(|| server.copies().contains_key("slow@example.org"));
    interrupt();
    thread::sleep(Duration::from_millis(500));
    assert_eq!(child.try_wait().expect("known"), None, "it waits for what is in flight");
    let asked = std::time::Instant::now();
    interrupt();
    let status = child.wait().expect("it ends");
    assert!(asked.elapsed() < Duration::from_secs(5));
    assert!(matches!(status.code(), Some(3 | 4)), "{status:?}");
    send(&desk, &["resume"], 1.0).exits(4).says("are uncertain");
    accounts_for_all(&desk, &server, &all);
    assert_eq!(pending(&desk).get("slow@example.org").map(String::as_str), Some("uncertain"));
}

#[test]
fn one_interruption_finishes_what_is_in_flight() {
    let server = Server::scripted(|at| match at.phase {
        Phase::Dot => Act::Slow(Duration::from_millis(20)),
        _ => Act::Usual,
    });
    let all = readers(200);
    let desk = cluster(server.port, all.clone());
    let mut child = start(&desk);
    wait_until(|| server.copies().len() > 20);
    std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("sent");
    assert_eq!(child.wait().expect("it ends").code(), Some(3));
    assert!(server.copies().len() < 200, "it stopped");
    assert_eq!(count(&receipt(&desk), "uncertain"), 0);
    send(&desk, &["resume"], 1.0).exits(0);
    accounts_for_all(&desk, &server, &all);
}

/// Waits for something that another process does.
pub fn wait_until(condition: impl Fn() -> bool) {
    for _ in 0..2000 {
        if condition() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("it never came");
}
