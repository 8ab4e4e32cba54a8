//! What becomes of an attempt: of the person, of those behind them, and of the run. The relay and the
//! clock are the test's; the ledger is the real one.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

use bulletin::delivery::Suppressions;
use bulletin::delivery::ledger::{Ledger, LedgerError, Row, Run, Sqlite, State};
use bulletin::delivery::reply::{Phase, Reply};
use bulletin::delivery::run::{Clock, Conversation, End, Outgoing, Rules, Setting, Transport, run};
use bulletin::delivery::smtp::{Attempt, ConnectError, Envelope, Refused};
use bulletin::message::{Content, TOKEN, compose};
use bulletin::model::Rates;
use bulletin::value::{MailAddress, Millis, Parse};

use super::person;

/// When a run begins.
const START: Millis = 1_700_000_000_000;

/// A minute.
const MINUTE: Millis = 60_000;

/// A clock that goes on only when somebody waits.
struct Hand(Cell<Millis>);

impl Clock for Hand {
    fn now(&self) -> Millis {
        self.0.get()
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> {
        self.0.set(self.0.get() + i64::try_from(time.as_millis()).expect("a short time"));
        tokio::task::yield_now()
    }
}

/// A relay that does what it is told, an attempt after the other, and takes everything afterwards.
#[derive(Clone)]
struct Told(Rc<RefCell<VecDeque<Attempt>>>);

impl Transport for Told {
    type Conversation = Self;

    async fn connect(&self) -> Result<Self, ConnectError> {
        Ok(self.clone())
    }
}

impl Conversation for Told {
    fn is_usable(&self) -> bool {
        true
    }

    async fn deliver(
        &mut self,
        _: &Envelope,
        _: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        let attempt = self.0.borrow_mut().pop_front().unwrap_or_else(|| says(Phase::Dot, "250 2.0.0 queued"));
        let reaches_the_body = match &attempt {
            Attempt::Answered(phase, _) | Attempt::Broken(phase, _) => *phase >= Phase::Body,
            Attempt::Uncertain(_) => true,
            Attempt::Withheld(_) => false,
        };
        match reaches_the_body {
            true => before_body().await.map_or_else(Attempt::Withheld, |()| attempt),
            false => attempt,
        }
    }

    async fn quit(self) {}
}

/// An answer at a phase, such as `550 5.1.1 no such user`.
fn says(phase: Phase, words: &str) -> Attempt {
    let (code, text) = words.split_once(' ').expect("a code and words");
    Attempt::Answered(phase, Reply::new(code.parse().expect("a code"), text))
}

/// What goes out.
fn outgoing(run: i64) -> Outgoing {
    let from = MailAddress::parse("news@example.org").expect("an address");
    let template = compose(&Content {
        from_name: "Cluster",
        from: &from,
        reply_to: None,
        subject: "News",
        date: jiff::Timestamp::UNIX_EPOCH,
        name: "2024-04",
        html: &format!("<p>News</p><a href=\"https://example.org/u/{TOKEN}\">leave</a>"),
        text: &format!("News\n\nhttps://example.org/u/{TOKEN}\n"),
        pictures: &[],
        unsubscribe_mail: &format!("mailto:news@example.org?subject=unsubscribe%20{TOKEN}"),
        unsubscribe_web: None,
        list: "Cluster",
        archive: None,
    })
    .expect("a template");
    Outgoing {
        run,
        templates: vec![template],
        return_path: "news@example.org".parse().expect("an address"),
        verp: false,
        dsn: false,
        signers: vec![],
    }
}

/// The rules: a retry after ten minutes, a pause of one, five attempts, an hour's patience.
fn rules(limit: Millis) -> Rules {
    Rules {
        rates: Rates { connections: 1, ..Rates::LOCAL },
        retry: 10 * MINUTE,
        pause: MINUTE,
        attempts: 5,
        wait: limit,
        not_after: START + 1_000 * MINUTE,
    }
}

/// How a run ended: why, everybody's row, who is suppressed, and how long it took.
struct Ended {
    end: End,
    rows: Vec<Row>,
    suppressed: usize,
    took: Millis,
}

/// Runs for so many people over a relay that is told what to do.
fn ended(people: usize, attempts: Vec<Attempt>, patience: Millis) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Sqlite::open(&folder.path().join("bulletin.db"), "test").expect("a ledger");
    let planned = Run { id: 0, name: "2024-04".into(), created: START, frozen: String::new() };
    let id = ledger.plan(&planned, &mut (0..people).map(person)).expect("planned");
    let clock = Hand(Cell::new(START));
    let setting = Setting {
        transport: &Told(Rc::new(RefCell::new(attempts.into()))),
        clock: &clock,
        outgoing: &outgoing(id),
        rules: rules(patience),
        suppressions: Suppressions::new(folder.path().join("suppressions.csv"), Default::default()),
    };
    let (ledger, end) = run(ledger, setting, &mut |_| {}).expect("it runs");
    Ended {
        end,
        rows: ledger.rows(id, &State::ALL).expect("rows"),
        suppressed: ledger.suppressed().expect("a list").len(),
        took: clock.now() - START,
    }
}

/// What a row of the table expects of the one who met the answer: their state, how many attempts it cost,
/// whether they are never mailed again.
type Person = (State, u32, bool);

#[test]
fn an_answer_means_for_a_person_what_it_says_of_them() {
    let fine = || says(Phase::Dot, "250 2.0.0 queued");
    let no_patience = 0;
    for (what, attempt, wanted) in [
        ("taken", fine(), (State::Accepted, 1, false)),
        ("no such user", says(Phase::Rcpt, "550 5.1.1 no such user"), (State::Rejected, 1, true)),
        ("full", says(Phase::Rcpt, "452 4.2.2 mailbox full"), (State::Deferred, 1, false)),
        ("greylisted", says(Phase::Rcpt, "450 4.7.1 greylisted, try again"), (State::Deferred, 0, false)),
        ("spam", says(Phase::Dot, "554 5.7.1 message refused as spam"), (State::Blocked, 1, false)),
        ("unclear", says(Phase::Dot, "299 5.0.0 perhaps"), (State::Uncertain, 1, false)),
        ("cut before the dot", Attempt::Broken(Phase::Body, "reset".into()), (State::Deferred, 0, false)),
        ("cut behind the dot", Attempt::Uncertain("no answer".into()), (State::Uncertain, 1, false)),
    ] {
        // The first is taken: a relay that has taken something is believed.
        let ended = ended(2, vec![fine(), attempt], no_patience);
        let row = &ended.rows[1];
        let found: Person = (row.state, row.attempts, ended.suppressed == 1);
        assert_eq!(found, wanted, "{what}: {:?}, {row:?}", ended.end);
    }
}

#[test]
fn who_is_put_off_is_tried_twice_as_late_each_time_and_five_times_at_most() {
    let full = || says(Phase::Rcpt, "452 4.2.2 mailbox full");
    for (answers, patience, state, attempts, least) in [
        (1, 0, State::Deferred, 1, 0),
        (1, 60, State::Accepted, 2, 7),
        (2, 60, State::Accepted, 3, 22),
        // Each wait is a quarter more or less: 10, 20, 40 and 80 minutes are at least 112.
        (4, 600, State::Accepted, 5, 112),
        (5, 600, State::Expired, 5, 112),
        (9, 600, State::Expired, 5, 112),
    ] {
        let mut attempts_told = vec![says(Phase::Dot, "250 2.0.0 queued")];
        attempts_told.extend((0..answers).map(|_| full()));
        let ended = ended(2, attempts_told, patience * MINUTE);
        let row = &ended.rows[1];
        assert_eq!((row.state, row.attempts, ended.suppressed), (state, attempts, 0), "{answers} times full");
        assert!(
            ended.took >= least * MINUTE && ended.took <= 2 * least * MINUTE + MINUTE,
            "{} ms",
            ended.took
        );
    }
}

#[test]
fn an_answer_that_speaks_of_all_stops_the_run_or_makes_it_wait() {
    let fine = || says(Phase::Dot, "250 2.0.0 queued");
    let often = |count: usize, attempt: Attempt| -> Vec<Attempt> {
        std::iter::once(fine()).chain(std::iter::repeat_n(attempt, count)).collect()
    };
    for (what, attempts, patience, end, accepted) in [
        ("nothing", vec![], 60, "done", 30),
        (
            "quota",
            often(1, says(Phase::Mail, "550 5.4.5 Daily user sending limit exceeded")),
            60,
            "stopped",
            1,
        ),
        (
            "sender refused",
            often(
                1,
                says(Phase::Mail, "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
            ),
            60,
            "stopped",
            1,
        ),
        ("a pause", often(3, says(Phase::Mail, "421 4.7.0 slow down")), 60, "done", 30),
        ("a pause without end", often(999, says(Phase::Mail, "421 4.7.0 slow down")), 60, "stopped", 1),
        ("cut for a moment", often(3, Attempt::Broken(Phase::Data, "reset".into())), 60, "done", 30),
        ("cut for ever", often(999, Attempt::Broken(Phase::Data, "reset".into())), 60, "stopped", 1),
        ("spam, once", often(1, says(Phase::Dot, "554 5.7.1 message refused as spam")), 60, "blocked", 29),
        ("spam, always", often(99, says(Phase::Dot, "554 5.7.1 message refused as spam")), 60, "breaker", 1),
        ("nobody is known", vec![says(Phase::Rcpt, "550 5.1.1 no such user"); 99], 60, "stopped", 0),
        ("the first are gone", vec![says(Phase::Rcpt, "550 5.1.1 no such user"); 3], 60, "done", 30),
        (
            "the ledger is gone",
            often(1, Attempt::Withheld(Refused::Ledger(LedgerError::Full))),
            60,
            "ledger",
            1,
        ),
        ("somebody else's row", often(1, Attempt::Withheld(Refused::Recipient)), 60, "stopped", 1),
    ] {
        let ended = ended(30, attempts, patience * MINUTE);
        let word = match &ended.end {
            End::Done => "done",
            End::Interrupted => "interrupted",
            End::Stopped(_) => "stopped",
            End::Breaker(_) => "breaker",
            End::Blocked(..) => "blocked",
            End::Late => "late",
            End::Ledger(_) => "ledger",
        };
        let count = ended.rows.iter().filter(|row| row.state == State::Accepted).count();
        assert_eq!((word, count), (end, accepted), "{what}: {:?}", ended.end);
        assert_eq!(ended.suppressed, 0, "{what}: nobody is taken off the list by what is said of all");
        let open =
            ended.rows.iter().filter(|row| row.state.is_open() || row.state == State::Accepted).count();
        assert_eq!(open, 30, "{what}: everybody has it or is to get it");
    }
}

#[test]
fn who_was_erased_is_counted_and_neither_mailed_nor_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bulletin.db");
    let mut ledger = Sqlite::open(&path, "test").expect("a ledger");
    let planned = Run { id: 0, name: "2024-04".into(), created: START, frozen: String::new() };
    let id = ledger.plan(&planned, &mut (0..3).map(person)).expect("planned");
    let gone = person(1);
    ledger.erase(&gone.normal, START).expect("erased");
    let clock = Hand(Cell::new(START));
    let setting = Setting {
        transport: &Told(Rc::new(RefCell::new(
            vec![says(Phase::Dot, "250 2.0.0 queued"), says(Phase::Dot, "250 2.0.0 queued")].into(),
        ))),
        clock: &clock,
        outgoing: &outgoing(id),
        rules: rules(0),
        suppressions: Suppressions::new(folder.path().join("suppressions.csv"), Default::default()),
    };
    let (mut ledger, _) = run(ledger, setting, &mut |_| {}).expect("it runs");
    let states: Vec<State> =
        ledger.rows(id, &State::ALL).expect("rows").iter().map(|row| row.state).collect();
    assert_eq!(states, [State::Accepted, State::Suppressed, State::Accepted]);
    // Somebody whom it was sent to stays counted as sent to.
    ledger.erase(&person(2).normal, START).expect("erased");
    assert_eq!(ledger.counts(id).expect("counts").of(State::Accepted), 2);
    assert!(ledger.who(&person(2).normal).expect("rows").is_empty());
    drop(ledger);
    for entry in std::fs::read_dir(folder.path()).expect("a folder") {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        for name in [&gone.address, &person(2).address, &gone.token] {
            assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()), "{name}");
        }
    }
}
