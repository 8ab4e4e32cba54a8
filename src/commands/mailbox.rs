//! `bulletin mailbox`: what came back is read, and what is sure is acted on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Console, Exit, Stop};
use crate::audience::store::{Change, Event, Store};
use crate::cli::MailboxWhat;
use crate::mailbox::{Kind, Sorted, Weight, messages, sorted};
use crate::pipeline::Folder;
use crate::sending::{Sent, Whose, people};

/// What is done, proposed and told.
#[derive(Default)]
struct Outcome {
    /// How many there were, by what they are.
    counts: BTreeMap<&'static str, usize>,
    /// What is acted on.
    changes: Vec<Change>,
    /// What a person has to decide.
    proposed: Vec<String>,
    /// Who answered, and with which subject.
    answers: Vec<String>,
}

/// Reads a mailbox; nothing in it is changed.
pub fn run(folder: &Folder, asked: &MailboxWhat, console: &mut dyn Console) -> Result<Exit, Stop> {
    let path = console.here().join(&asked.path);
    if !path.exists() {
        return Err(Stop::Failure(format!(
            "there is no `{}`: name a Maildir, an mbox, or a folder of .eml files",
            asked.path.display()
        )));
    }
    let all = messages(&path).map_err(|error| Stop::disk(&asked.path.display().to_string(), error))?;
    let mut store = people(folder)?;
    let known: Vec<String> = store.people()?.into_iter().map(|person| person.normal).collect();
    let sent = Sent::read(folder, &known)?;
    let at = console.now().as_millisecond();
    let mut outcome = Outcome::default();
    let mut again = 0;
    let mut fresh: Vec<Sorted> = Vec::new();
    let mut here = BTreeSet::new();
    for one in all.iter().filter_map(|bytes| sorted(bytes)) {
        match (!asked.dry_run && store.saw(&one.id)?) || !here.insert(one.id.clone()) {
            true => again += 1,
            false => fresh.push(one),
        }
    }
    for one in &fresh {
        sort_out(one, &sent, &store, at, &mut outcome)?;
    }
    let mut noted = None;
    if !asked.dry_run && !outcome.changes.is_empty() {
        let batch = store.apply("a mailbox", at, &outcome.changes)?;
        noted = Some(batch);
        console.say(&format!("noted as batch {batch}; `bulletin audience undo {batch}` takes back what bounced or complained; who left has left"));
    }
    if !asked.dry_run {
        let bounced = fresh.iter().filter(|one| matches!(one.kind, Kind::Bounce(..)));
        store.came_back(bounced.filter_map(|one| sent.message(one)), noted)?;
        store.have_seen(fresh.iter().map(|one| one.id.as_str()))?;
    }
    told(&outcome, again, console);
    if asked.dry_run {
        console.say("dry run: nothing was written");
    }
    Ok(Exit::Done)
}

/// What becomes of one message.
fn sort_out(one: &Sorted, sent: &Sent, store: &Store, at: i64, outcome: &mut Outcome) -> Result<(), Stop> {
    let (name, action) = match &one.kind {
        Kind::Bounce(Weight::Hard, _) => ("bounced: there is no such mailbox", Some("bounced")),
        Kind::Bounce(Weight::Soft, _) => ("bounced for now: full or out of reach", None),
        Kind::Bounce(Weight::Policy, _) => ("refused: it says nothing of the person", None),
        Kind::Complaint => ("called it spam", Some("complained")),
        Kind::Leaving => ("leave", Some("left")),
        Kind::AsksToLeave => ("ask to get no more, in their own words", None),
        Kind::Automatic => ("automatic replies: nobody is harmed by them", None),
        Kind::Report => ("reports of something else", None),
        Kind::Reply => ("people answer", None),
    };
    *outcome.counts.entry(name).or_default() += 1;
    let whose = sent.whose(one);
    match (&whose, action) {
        (Whose::Sure(normal), Some(action)) => {
            let twice = outcome.changes.iter().any(|change| change.person.normal == *normal && change.suppress.as_deref() == Some(action));
            if !twice && store.suppression(normal)?.is_none() {
                outcome.changes.push(change(store, normal, action, one, at)?);
            }
        }
        (Whose::Perhaps(normal), Some(action)) => outcome.proposed.push(format!(
            "{normal}: {action}, as a message says that holds nothing of ours: is it true? then `bulletin audience leave {normal}`"
        )),
        (Whose::Sure(normal) | Whose::Perhaps(normal), None) if one.kind == Kind::AsksToLeave => {
            outcome.proposed.push(format!("{normal}: asks to get no more (“{}”): `bulletin audience leave {normal}`", one.subject));
        }
        (Whose::Nobody, _) if one.kind == Kind::AsksToLeave => {
            let from = one.addresses.first().map_or("somebody", String::as_str);
            outcome.proposed.push(format!("{from}: asks to get no more (“{}”), and is on no list under this address: ask under which", one.subject));
        }
        _ => {}
    }
    if one.kind == Kind::Reply {
        let from = one.addresses.first().map_or("somebody", String::as_str);
        outcome.answers.push(format!("{from}: {}", one.subject));
    }
    Ok(())
}

/// The change that a message makes.
fn change(store: &Store, normal: &str, action: &str, one: &Sorted, at: i64) -> Result<Change, Stop> {
    let person = store.person(normal)?;
    let said = match &one.kind {
        Kind::Bounce(_, reply) => format!(", {reply}"),
        _ => String::new(),
    };
    let event = Event {
        action: action.to_string(),
        at,
        channel: "a mailbox".into(),
        words: None,
        basis: None,
        evidence: Some(format!("message {}{said}", one.id)),
        batch: None,
    };
    Ok(Change { person, event, suppress: Some(action.to_string()) })
}

/// Says what there was, what was done, and what a person has to decide.
fn told(outcome: &Outcome, again: usize, console: &mut dyn Console) {
    for (name, count) in &outcome.counts {
        console.data(&format!("{count:>7}  {name}\n"));
    }
    if again > 0 {
        console.data(&format!("{again:>7}  read before\n"));
    }
    let done = |action: &str| {
        outcome.changes.iter().filter(|change| change.suppress.as_deref() == Some(action)).count()
    };
    for (action, words) in
        [("bounced", "whose mailbox is gone"), ("complained", "who complained"), ("left", "who left")]
    {
        if done(action) > 0 {
            console.data(&format!("never to be mailed from now on: {} {words}\n", done(action)));
        }
    }
    if !outcome.proposed.is_empty() {
        console.data(&format!("\nTo be decided:\n  {}\n", outcome.proposed.join("\n  ")));
    }
    if !outcome.answers.is_empty() {
        console.data(&format!("\nAnswers of people:\n  {}\n", outcome.answers.join("\n  ")));
    }
}
