//! A pace that is kept across restarts, in a time that a test makes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;

use bulletin::delivery::Suppressions;
use bulletin::delivery::ledger::{Ledger, Planned, Run, Sqlite, State};
use bulletin::delivery::reply::{Phase, Reply};
use bulletin::delivery::run::{Clock, Conversation, End, Outgoing, Rules, Setting, Transport, run};
use bulletin::delivery::smtp::{Attempt, ConnectError, Envelope, Refused};
use bulletin::message::{TOKEN, Template};
use bulletin::model::Rates;
use bulletin::value::Millis;

/// A clock that jumps to where it is waited for.
struct Made(Cell<Millis>);

impl Clock for Made {
    fn now(&self) -> Millis {
        self.0.get()
    }

    async fn sleep(&self, time: Duration) {
        self.0.set(self.0.get() + time.as_millis() as Millis);
        tokio::task::yield_now().await;
    }
}

/// A relay that accepts everything, notes when, and is gone after some messages.
struct Counting<'a> {
    clock: &'a Made,
    accepted: &'a RefCell<Vec<(Millis, String)>>,
    left: Cell<u32>,
}

/// A connection to it.
struct Line<'a>(&'a Counting<'a>);

impl<'a> Transport for &'a Counting<'a> {
    type Conversation = Line<'a>;

    async fn connect(&self) -> Result<Line<'a>, ConnectError> {
        match self.left.get() {
            0 => Err(ConnectError::Stop("the program is started anew".into())),
            _ => Ok(Line(self)),
        }
    }
}

impl Conversation for Line<'_> {
    fn is_usable(&self) -> bool {
        self.0.left.get() > 0
    }

    async fn deliver(
        &mut self,
        envelope: &Envelope,
        _: &[u8],
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        if self.0.left.get() == 0 {
            return Attempt::Broken(Phase::Mail, "gone".into());
        }
        self.0.left.set(self.0.left.get() - 1);
        if let Err(why) = before_body().await {
            return Attempt::Withheld(why);
        }
        // Each takes another time.
        let at = self.0.clock.now();
        self.0.clock.sleep(Duration::from_millis((at % 1_700) as u64)).await;
        self.0.accepted.borrow_mut().push((self.0.clock.now(), envelope.to.to_string()));
        Attempt::Answered(Phase::Dot, Reply::new(250, "2.0.0 queued"))
    }

    async fn quit(self) {}
}

/// A message as short as they come.
fn template() -> Template {
    let address = bulletin::value::Parse::parse("news@example.org").expect("an address");
    let text = format!("unsubscribe: https://example.org/{TOKEN}");
    bulletin::message::compose(&bulletin::message::Content {
        from_name: "News",
        from: &address,
        reply_to: None,
        subject: "News",
        date: jiff::Timestamp::UNIX_EPOCH,
        name: "paced",
        html: &text,
        text: &text,
        pictures: &[],
        unsubscribe_mail: &format!("mailto:news@example.org?subject={TOKEN}"),
        unsubscribe_web: None,
        list: "News",
        archive: None,
    })
    .expect("a message")
}

/// Somebody on the list.
fn reader(i: usize) -> Planned {
    let address = format!("reader{i}@example.org");
    Planned {
        normal: address.clone(),
        address,
        edition: 0,
        message_id: format!("{i:032x}"),
        token: format!("0000-{i:032x}"),
        reviewer: false,
    }
}

#[test]
fn m365_is_never_asked_for_more_than_it_gives_though_the_program_starts_anew_every_seven_messages() {
    const READERS: usize = 400;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bulletin.db");
    let clock = Made(Cell::new(1_700_000_000_000));
    let accepted = RefCell::new(Vec::new());
    let planned = Run { id: 0, name: "2024-04".into(), created: clock.now(), frozen: String::new() };
    let id = Sqlite::open(&path, "test")
        .expect("a ledger")
        .plan(&planned, &mut (0..READERS).map(reader))
        .expect("planned");
    let rules = Rules {
        rates: Rates::M365,
        retry: 1000,
        pause: 1000,
        attempts: 3,
        wait: 3_600_000,
        not_after: Millis::MAX,
    };
    let mut starts = 0;
    loop {
        let mut ledger = Sqlite::open(&path, "test").expect("a ledger");
        ledger.recover(clock.now()).expect("recovered");
        let outgoing = Outgoing {
            run: id,
            templates: vec![template()],
            return_path: "news@example.org".parse().expect("an address"),
            verp: false,
            dsn: false,
            signers: vec![],
        };
        let counting = Counting { clock: &clock, accepted: &accepted, left: Cell::new(7) };
        let suppressions = Suppressions::new(folder.path().join("none.csv"), BTreeSet::new());
        let stage =
            Setting { transport: &&counting, clock: &clock, outgoing: &outgoing, rules, suppressions };
        let (ledger, end) = run(ledger, stage, &mut |_| {}).expect("it runs");
        starts += 1;
        let counts = ledger.counts(id).expect("counted");
        if counts.of(State::Accepted) as usize == READERS {
            assert_eq!(counts.planned() as usize, READERS);
            break;
        }
        assert!(matches!(end, End::Stopped(_)), "{end:?} {counts:?}");
        assert!(starts < READERS, "it goes on and on: {counts:?}");
    }
    let accepted = accepted.into_inner();
    assert!(starts >= READERS / 7, "{starts} starts");
    assert_eq!(accepted.iter().map(|(_, rcpt)| rcpt).collect::<BTreeSet<_>>().len(), READERS, "each once");
    assert_eq!(accepted.len(), READERS);
    let mut at: Vec<Millis> = accepted.iter().map(|(at, _)| *at).collect();
    at.sort_unstable();
    let fullest =
        at.iter().map(|from| at.iter().filter(|at| (*from..from + 60_000).contains(*at)).count()).max();
    assert!(fullest <= Some(30), "{fullest:?} in 60 seconds");
}
