//! One of the people: what is known of them, that they left, that nothing of them stays.

use super::{Console, Exit, Stop};
use crate::audience::store::Store;
use crate::pipeline::Folder;
use crate::sending::{erase_from_ledger, people, person_of};

/// Somebody by an address or a token, who is known.
fn known(folder: &Folder, store: &Store, typed: &str) -> Result<String, Stop> {
    person_of(folder, store, typed)?
        .ok_or_else(|| Stop::Failure("nobody is known by this address or token".into()))
}

/// A leaving; also of somebody who is on no list, so that no list brings them.
pub fn leave(folder: &Folder, typed: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut store = people(folder)?;
    let normal = known(folder, &store, typed)?;
    if store.suppression(&normal)?.is_some() {
        console.say("they have left already");
        return Ok(Exit::Done);
    }
    store.leave(&normal, "by hand", console.now().as_millisecond())?;
    console.say("they have left: nothing goes to them from this instant on");
    Ok(Exit::Done)
}

/// What is held of a person, as JSON has it.
#[derive(serde::Serialize)]
struct Held<'a> {
    /// The address.
    address: Option<&'a str>,
    language: Option<&'a str>,
    audiences: Option<&'a str>,
    basis: Option<&'a str>,
    confirmed_at: Option<&'a str>,
    /// Why they are never to be mailed.
    never_mailed: Option<&'a str>,
    /// What happened, the oldest first.
    events: Vec<HeldEvent<'a>>,
}

/// Something that happened.
#[derive(serde::Serialize)]
struct HeldEvent<'a> {
    action: &'a str,
    at: String,
    channel: &'a str,
    basis: Option<&'a str>,
    evidence: Option<&'a str>,
    /// The hash of the words that were agreed to.
    words: Option<&'a str>,
}

/// What is known of a person.
pub fn show(folder: &Folder, typed: &str, json: bool, console: &mut dyn Console) -> Result<Exit, Stop> {
    let store = people(folder)?;
    let normal = known(folder, &store, typed)?;
    let (person, gone, events) = (store.find(&normal)?, store.suppression(&normal)?, store.events(&normal)?);
    if person.is_none() && gone.is_none() {
        console.say("nothing is held of this address");
        return Ok(Exit::Done);
    }
    let zone = folder.zone();
    let moment = |at: i64| {
        let shown = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M %Z").to_string();
        jiff::Timestamp::from_millisecond(at).map_or_else(|_| String::new(), shown)
    };
    let one = person.as_ref();
    if json {
        let held = Held {
            address: one.map(|one| one.address.as_str()),
            language: one.and_then(|one| one.language.as_deref()),
            audiences: one.and_then(|one| one.audiences.as_deref()),
            basis: one.map(|one| one.basis.as_str()),
            confirmed_at: one.and_then(|one| one.confirmed_at.as_deref()),
            never_mailed: gone.as_ref().map(|gone| gone.reason.as_str()),
            events: events
                .iter()
                .map(|event| HeldEvent {
                    action: &event.action,
                    at: moment(event.at),
                    channel: &event.channel,
                    basis: event.basis.as_deref(),
                    evidence: event.evidence.as_deref(),
                    words: event.words.as_deref(),
                })
                .collect(),
        };
        let text = serde_json::to_string_pretty(&held)
            .map_err(|error| Stop::Failure(format!("what is held has no form as JSON: {error}")))?;
        console.data(&(text + "\n"));
        return Ok(Exit::Done);
    }
    if let Some(one) = one {
        let language = one.language.as_deref().unwrap_or("no language");
        let confirmed = one.confirmed_at.as_ref().map(|at| format!(", confirmed {at}")).unwrap_or_default();
        console.data(&format!("{}: {language}, {}{confirmed}\n", one.address, one.basis));
    }
    if let Some(gone) = gone {
        console.data(&format!("never to be mailed: {} ({})\n", gone.reason, moment(gone.at)));
    }
    for event in events {
        let evidence = event.evidence.map(|evidence| format!("; {evidence}")).unwrap_or_default();
        let words = match &event.words {
            Some(hash) => match store.words(hash)? {
                Some(text) => format!("; agreed to: “{text}”"),
                None => format!("; words {}", hash.get(..16).unwrap_or(hash)),
            },
            None => String::new(),
        };
        console.data(&format!(
            "  {}  {}, {}{evidence}{words}\n",
            moment(event.at),
            event.action,
            event.channel
        ));
    }
    Ok(Exit::Done)
}

/// Takes everything of a person away.
pub fn erase(folder: &Folder, typed: &str, yes: bool, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut store = people(folder)?;
    let normal = known(folder, &store, typed)?;
    if !yes {
        match console.ask("Take everything of them away? It can't be undone.") {
            Some(true) => {}
            Some(false) => return Err(Stop::Failure("nothing was changed".into())),
            None => return Err(Stop::Failure("nobody is there to answer: add `--yes`".into())),
        }
    }
    let named = erase_from_ledger(folder, &normal, console.now())?;
    let had = store.erase(&normal, console.now().as_millisecond())?;
    console.say(match had {
        true => "erased, in the ledger of what was sent and in the outbox, too; a keyed hash stays, by which no list brings them back. Copies that you made of `state/`, and files that you took in, still have them",
        false => "nothing was held of them; a keyed hash is noted, by which no list brings them",
    });
    if named {
        console.say("note: state/suppressions.csv, which is yours, still names them: take their line out; the hash does its work");
    }
    Ok(Exit::Done)
}
