//! What readers did on ordinary web space, taken into the people's store.
//!
//! In comes the log that the file of [`super::web_forms`] wrote beside itself, each line signed; out go leavings,
//! requests and confirmations in the store, and the letters that ask to confirm.

use super::confirm::{confirming, wrote};
use super::serve::pages;
use super::{Console, Stop, load};
use crate::audience::import::lines;
use crate::audience::normal;
use crate::audience::store::{Pending, Store};
use crate::cli::Import;
use crate::pipeline::Folder;
use crate::sending::{Sent, web_log};
use crate::value::{MailAddress, Parse, hex};

/// Takes in what readers did on ordinary web space; whether every line was signed.
pub(super) fn web_deeds(
    folder: &Folder,
    (name, text): (&str, &str),
    asked: &Import,
    store: &mut Store,
    console: &mut dyn Console,
) -> Result<bool, Stop> {
    let (deeds, unsigned) = web_log(folder, text)?;
    let count = |action: &str| deeds.iter().filter(|deed| deed.action == action).count();
    console.data(&format!(
        "{name}: what readers did, {} lines\n  {:>7}  leave\n  {:>7}  ask for the newsletter\n  {:>7}  confirm\n",
        deeds.len() + unsigned.len(),
        count("leave"),
        count("ask"),
        count("confirm")
    ));
    if !unsigned.is_empty() {
        console.say(&format!(
            "error: {name}: {}: not signed with this cluster's key; they are left out\n  hint: was the file made by this cluster's `bulletin web-forms`? else somebody wrote into it",
            lines(&unsigned)
        ));
    }
    if asked.dry_run {
        return Ok(unsigned.is_empty());
    }
    let known: Vec<String> = store.people()?.into_iter().map(|person| person.normal).collect();
    let sent = Sent::read(folder, &known)?;
    let loaded = load(folder, console)?;
    let pages = pages(&loaded);
    for deed in &deeds {
        let at = deed.at * 1000;
        match deed.action.as_str() {
            "leave" => {
                let Some(normal) = sent.holder(&deed.what) else { continue };
                store.leave(normal, "a page on the web", at)?;
            }
            "confirm" => store.confirm(&deed.what, at)?,
            _ => {
                let Ok(address) = MailAddress::parse(&deed.what) else { continue };
                let words =
                    pages.get(&deed.language).map(|page| store.keep_words(&page.consent)).transpose()?;
                let mut random = [0; 16];
                getrandom::fill(&mut random)
                    .map_err(|error| Stop::Failure(format!("no randomness: {error}")))?;
                store.ask(&Pending {
                    token: hex(&random),
                    normal: normal(&address),
                    address: address.as_str().to_string(),
                    language: Some(deed.language.clone()),
                    words,
                    at,
                })?;
            }
        }
    }
    let waiting = store.unwritten()?;
    if !waiting.is_empty() {
        match confirming(&loaded.cluster.config) {
            Some(base) if wrote(folder, &base, &waiting, console.clock()) => {
                for one in &waiting {
                    store.written(&one.token)?;
                }
                console.say(&format!("{} written to, so that they confirm", waiting.len()));
            }
            Some(_) => console.say("they could not be written to now; the next import tries it again"),
            None => console
                .say("note: `unsubscribe_url` says where they confirm; until then nobody is written to"),
        }
    }
    Ok(unsigned.is_empty())
}
