//! Letters to people who have asked for the newsletter: with the page on which they confirm.

use jiff::Timestamp;
use serde::Serialize;

use crate::audience::store::Pending;
use crate::model::Config;
use crate::pipeline::{Folder, Kept, Progress, Quiet};
use crate::sending::{Letter, Operator, Options, letters};
use crate::serve::SUBSCRIBE;
use crate::value::{Language, MailAddress, Month, Parse};

/// Where people confirm: on the host of `unsubscribe_url`, or in the one file of ordinary web space.
pub fn confirming(config: &Config) -> Option<String> {
    let pattern = config.unsubscribe_url.as_ref()?.with("x");
    if let Some((file, _)) = pattern.split_once("?u=") {
        return Some(format!("{file}?c="));
    }
    let (scheme, rest) = pattern.split_once("://")?;
    Some(format!("{scheme}://{}{SUBSCRIBE}/", rest.split('/').next()?))
}

/// What a letter of confirmation says.
#[derive(Serialize)]
struct Said<'a> {
    /// The cluster's name.
    cluster: &'a str,
    /// The page to open.
    address: String,
    /// Who publishes.
    publisher: &'a str,
}

/// Nobody who watches: what is printed of a letter names a person.
struct Nobody(fn() -> Timestamp);

impl Progress for Nobody {
    fn stage(&mut self, _: &str) {}
}

impl Operator for Nobody {
    fn data(&mut self, _: &str) {}
    fn say(&mut self, _: &str) {}
    fn fail(&mut self, _: &str) {}
    fn progress(&mut self, _: &str, _: bool) {}
    fn ask(&mut self, _: &str) -> Option<bool> {
        None
    }
    fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// Writes to some people who have asked; whether it went.
pub fn wrote(folder: &Folder, base: &str, waiting: &[Pending], clock: fn() -> Timestamp) -> bool {
    let Ok(loaded) = folder.load(&mut Kept::default(), &mut Quiet) else { return false };
    let config = &loaded.cluster.config;
    let letter = |one: &Pending| {
        let language = one.language.as_deref().and_then(|tag| Language::parse(tag).ok());
        let language = language.unwrap_or_else(|| config.language.clone());
        let said = Said {
            cluster: config.name.get(&language),
            address: format!("{base}{}", one.token),
            publisher: &config.publisher,
        };
        let to = MailAddress::parse(&one.address).ok()?;
        Letter::written(&loaded.layouts, "confirm", (to, language.clone()), &said).ok()
    };
    let written: Vec<Letter> = waiting.iter().filter_map(letter).collect();
    let now = clock();
    let month = Month::of(crate::issue::AsOf::at(now).date);
    let name = format!("confirm-{}", now.as_millisecond());
    let options = Options { yes: true, ..Options::default() };
    letters(folder, &loaded, (month, &name), &written, &options, &mut Nobody(clock)).is_ok()
}
