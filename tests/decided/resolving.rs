//! What settles those of whom it is uncertain whether they have their message.

use bulletin::delivery::ledger::{Change, Ledger, Outcome, Run, Sqlite, State};
use bulletin::pipeline::Progress;
use bulletin::sending::{Ending, Evidence, Operator, Resolution, SendError, Word, resolve};
use bulletin::value::Millis;
use jiff::Timestamp;

use super::{folder, person};
use crate::desk::Desk;

/// When it was sent.
const SENT: Millis = 1_714_000_000_000;

/// A person who answers every question alike.
struct Person {
    /// What they say; `None` if nobody is there.
    answer: Option<bool>,
    /// Minutes since it was sent.
    minutes: Millis,
    /// What they were asked.
    asked: usize,
}

impl Progress for Person {
    fn stage(&mut self, _: &str) {}
}

impl Operator for Person {
    fn data(&mut self, _: &str) {}

    fn say(&mut self, _: &str) {}

    fn fail(&mut self, _: &str) {}

    fn progress(&mut self, _: &str, _: bool) {}

    fn ask(&mut self, _: &str) -> Option<bool> {
        self.asked += 1;
        self.answer
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(SENT + self.minutes * 60_000).expect("a moment")
    }
}

/// A desk whose ledger holds a run: two whom the relay took, a minute apart, and two between them of whom
/// it is uncertain.
fn uncertain() -> Desk {
    let desk = Desk::base();
    std::fs::create_dir_all(desk.path("state")).expect("made");
    let mut ledger = Sqlite::open(&desk.path("state/bulletin.db"), "test").expect("a ledger");
    let frozen = serde_json::json!({
        "issue": "2024-04", "draft": false, "hosted": [], "from": "news@example.org", "not_after": SENT,
        "editions": [{"language": "en", "subject": "S", "template": {"pieces": [], "fixed": 0}}],
        "files": {}, "audience": "", "candidates": 4, "excluded": {},
    });
    let run = Run { id: 0, name: "2024-04".into(), created: SENT, frozen: frozen.to_string() };
    let id = ledger.plan(&run, &mut (0..4).map(person)).expect("planned");
    let jobs = ledger.claim(id, 0, 4).expect("claimed");
    for (job, minute) in jobs.iter().zip([0, 1, 1, 2]) {
        let at = SENT + minute * 60_000;
        let taken = minute != 1;
        let state = if taken { State::Accepted } else { State::Uncertain };
        let reply = if taken { "250 2.0.0 Ok: queued as A" } else { "no answer behind the dot" };
        let outcome = Outcome { state, spent: true, attempted: true, ..Outcome::shown_accepted(reply) };
        let changes = [Change::Intent { id: job.id, at }, Change::Outcome { id: job.id, at, outcome }];
        assert_eq!(ledger.apply(&changes).expect("noted"), [true, true]);
    }
    desk
}

/// A Postfix log in which the messages of some are in its queue.
fn log(numbers: &[usize]) -> String {
    let lines = numbers.iter().map(|number| {
        format!(
            "Apr 24 23:06:4{number} mx postfix/cleanup[1]: 4Q{number}ABC: message-id=<{number:032x}@example.org>\nApr 24 23:06:4{number} mx postfix/qmgr[2]: 4Q{number}ABC: from=<news@example.org>, size=1, nrcpt=1 (queue active)\n"
        )
    });
    lines.collect()
}

/// How it ended, in a word.
fn word(ended: &Result<Ending, SendError>) -> &'static str {
    match ended {
        Ok(Ending::Done) => "done",
        Ok(Ending::Deferred) => "deferred",
        Ok(Ending::Uncertain) => "uncertain",
        Ok(Ending::Stopped) => "stopped",
        Ok(Ending::Unbalanced) => "unbalanced",
        Err(_) => "refused",
    }
}

#[test]
fn what_was_uncertain_is_settled_by_what_shows_it_and_by_nothing_less() {
    use State::{Accepted, Deferred, Uncertain};
    let by_log = |numbers: &[usize]| (Some(log(numbers)), None);
    let by_word = |word| (None, Some(word));
    for (what, (log, by_word), yes, answer, minutes, end, states, asked) in [
        ("no evidence", (None, None), false, None, 60, "uncertain", [Uncertain, Uncertain], 0),
        ("both in the log", by_log(&[0, 1, 2, 3]), false, None, 60, "done", [Accepted, Accepted], 0),
        // The log holds all that is known to be taken, and a later one: who is not in it has nothing.
        (
            "one in a whole log",
            by_log(&[0, 1, 3]),
            false,
            Some(true),
            60,
            "deferred",
            [Accepted, Deferred],
            1,
        ),
        ("and by a flag", by_log(&[0, 1, 3]), true, None, 60, "deferred", [Accepted, Deferred], 0),
        (
            "but a person says no",
            by_log(&[0, 1, 3]),
            false,
            Some(false),
            60,
            "uncertain",
            [Accepted, Uncertain],
            1,
        ),
        ("or nobody is there", by_log(&[0, 1, 3]), false, None, 60, "uncertain", [Accepted, Uncertain], 1),
        ("too early", by_log(&[0, 1, 3]), true, None, 5, "uncertain", [Accepted, Uncertain], 0),
        // It lacks one that the relay said it took: it is not the whole log.
        ("a log with holes", by_log(&[1, 3]), true, None, 60, "uncertain", [Accepted, Uncertain], 0),
        // It ends before the two: nothing later shows that they would be in it.
        ("a log that ends early", by_log(&[0]), true, None, 60, "uncertain", [Uncertain, Uncertain], 0),
        ("sent, by their word", by_word(Word::Sent), false, Some(true), 60, "done", [Accepted, Accepted], 1),
        (
            "not sent, by their word",
            by_word(Word::NotSent),
            true,
            None,
            60,
            "deferred",
            [Deferred, Deferred],
            0,
        ),
        (
            "a word taken back",
            by_word(Word::NotSent),
            false,
            Some(false),
            60,
            "refused",
            [Uncertain, Uncertain],
            1,
        ),
    ] {
        let desk = uncertain();
        let evidence = match (log, by_word) {
            (Some(text), _) => {
                desk.write("mail.log", text);
                Evidence::Log(desk.path("mail.log"))
            }
            (None, Some(word)) => Evidence::Word(word),
            (None, None) => Evidence::None,
        };
        let mut person = Person { answer, minutes, asked: 0 };
        let resolution = Resolution { issue: None, evidence, yes, accept: true };
        let ended = resolve(&folder(&desk), &resolution, &mut person);
        assert_eq!((word(&ended), person.asked), (end, asked), "{what}: {ended:?}");
        let ledger =
            Sqlite::open_read_only(&desk.path("state/bulletin.db")).expect("a ledger").expect("there");
        let run = ledger.run("2024-04").expect("known").expect("planned");
        let rows = ledger.rows(run.id, &State::ALL).expect("rows");
        let found: Vec<State> = rows.iter().map(|row| row.state).collect();
        assert_eq!(found, [Accepted, states[0], states[1], Accepted], "{what}");
    }
}
