//! `bulletin serve`: the pages by which readers come and leave.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;

use super::confirm::{confirming, wrote};
use super::{Console, Exit, Stop, load};
use crate::audience::normal;
use crate::audience::store::{Pending, Store, StoreError};
use crate::pipeline::{Folder, Loaded};
use crate::sending::{SendError, Sent, people};
use crate::serve::{Deeds, NotNoted, PageWords, SUBSCRIBE, serve};
use crate::value::{Language, MailAddress, Parse, hex};
use crate::words::Words;

/// How long between two looks for people to write to.
const PAUSE: Duration = Duration::from_millis(500);

/// How long nobody is written to after that failed.
const REST: Duration = Duration::from_secs(30);

/// What a request is looked up in: the store, and whose each token is.
struct Desk {
    folder: Folder,
    store: Store,
    tokens: Sent,
    /// The words that are agreed to, by language.
    consent: BTreeMap<String, String>,
    clock: fn() -> Timestamp,
}

/// The desk, for one request after the other.
struct Shared(Arc<Mutex<Desk>>);

impl Desk {
    /// Whose each token is.
    fn tokens(folder: &Folder, store: &Store) -> Result<Sent, SendError> {
        let all = store.people().map_err(|error| SendError::because("the people in state/", error))?;
        let known: Vec<String> = all.into_iter().map(|person| person.normal).collect();
        Sent::read(folder, &known)
    }

    /// Notes a leaving; of a token that nobody has, nothing.
    fn leave(&mut self, token: &str) -> Result<(), SendError> {
        let broken = |error: StoreError| SendError::because("the people in state/", error);
        let mut normal = self.tokens.holder(token).map(str::to_string);
        if normal.is_none() {
            // Somebody may have been added, or mailed, since.
            self.tokens = Self::tokens(&self.folder, &self.store)?;
            normal = self.tokens.holder(token).map(str::to_string);
        }
        let Some(normal) = normal else { return Ok(()) };
        self.store.leave(&normal, "the page to leave", (self.clock)().as_millisecond()).map_err(broken)
    }

    /// Notes that somebody asks; what is no address asks nothing.
    fn ask(&mut self, typed: &str, language: &str) -> Result<(), SendError> {
        let broken = |error: StoreError| SendError::because("the people in state/", error);
        let Ok(address) = MailAddress::parse(typed) else { return Ok(()) };
        if !address.local().is_ascii() || address.ascii_domain().is_none() {
            return Ok(());
        }
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|error| SendError::because("no randomness", error))?;
        let text = self.consent.get(language).or_else(|| self.consent.get("en")).cloned().unwrap_or_default();
        let words = self.store.keep_words(&text).map_err(broken)?;
        let known = self.consent.contains_key(language);
        let pending = Pending {
            token: hex(&random),
            normal: normal(&address),
            address: address.as_str().to_string(),
            language: known.then(|| language.to_string()),
            words: Some(words),
            at: (self.clock)().as_millisecond(),
        };
        self.store.ask(&pending).map_err(broken)
    }
}

impl Shared {
    /// Does something at the desk.
    fn at(&self, deed: impl FnOnce(&mut Desk) -> Result<(), SendError>) -> Result<(), NotNoted> {
        let mut desk = self.0.lock().map_err(|_| NotNoted)?;
        deed(&mut desk).map_err(|_| NotNoted)
    }
}

impl Deeds for Shared {
    fn leave(&self, token: &str) -> Result<(), NotNoted> {
        self.at(|desk| desk.leave(token))
    }

    fn ask(&self, address: &str, language: &str) -> Result<(), NotNoted> {
        self.at(|desk| desk.ask(address, language))
    }

    fn confirm(&self, token: &str) -> Result<(), NotNoted> {
        self.at(|desk| {
            let at = (desk.clock)().as_millisecond();
            desk.store.confirm(token, at).map_err(|error| SendError::because("the people in state/", error))
        })
    }
}

/// Serves until it is told to stop.
pub fn run(folder: &Folder, listen: &str, path: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    let config = &loaded.cluster.config;
    let listener = std::net::TcpListener::bind(listen)
        .map_err(|error| Stop::Failure(format!("`{listen}` can't be listened at: {error}")))?;
    let address = listener.local_addr().map_err(|error| Stop::Failure(error.to_string()))?;
    let pages = pages(&loaded);
    let store = people(folder)?;
    let tokens = Desk::tokens(folder, &store)?;
    let consent = pages.iter().map(|(tag, page)| (tag.clone(), page.consent.clone())).collect();
    let clock = console.clock();
    let desk = Arc::new(Mutex::new(Desk { folder: folder.clone(), store, tokens, consent, clock }));
    let usual = pages.get(config.language.primary()).or_else(|| pages.get("en")).cloned();
    let Some(usual) = usual else { return Err(Stop::Failure("there are no words for the page".into())) };
    let words = Box::new(move |tag: &str| pages.get(tag).unwrap_or(&usual).clone());
    console.data(&format!("http://{address}/{}/\nhttp://{address}{SUBSCRIBE}\n", path.trim_matches('/')));
    match confirming(config) {
        Some(base) => write_to_them(folder.clone(), Arc::clone(&desk), base, clock),
        None => console.say("note: nobody can subscribe: `unsubscribe_url` in bulletin.yaml says where this page stands for readers"),
    }
    console.say("readers come and leave here; it ends with Ctrl-C, once everybody is answered");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Stop::Failure(format!("no page can be served: {error}")))?;
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    runtime
        .block_on(serve(listener, path, Box::new(Shared(desk)), words, stop))
        .map_err(|error| Stop::Failure(format!("the page can't be served: {error}")))?;
    Ok(Exit::Done)
}

/// The words of the pages, in every language.
pub fn pages(loaded: &Loaded) -> BTreeMap<String, PageWords> {
    let config = &loaded.cluster.config;
    let files = loaded.layouts.below("words/");
    let languages = files
        .filter_map(|(path, _)| Language::parse(path.strip_prefix("words/")?.strip_suffix(".ftl")?).ok());
    let page = |language: Language| {
        let words = Words::load(&loaded.layouts, &language, config.typography);
        let name = config.name.get(&language).to_string();
        let page = PageWords {
            language: language.as_str().to_string(),
            leave: words.get("mail-unsubscribe"),
            done: words.get("left-done"),
            subscribe: words.get("subscribe-button"),
            address: words.get("subscribe-address"),
            consent: words.with("subscribe-consent", &[("name", name.as_str().into())]),
            privacy: config.privacy_url.as_str().to_string(),
            sent: words.get("subscribe-sent"),
            confirm: words.get("subscribe-confirm"),
            confirmed: words.get("subscribe-done"),
            name,
        };
        (language.as_str().to_string(), page)
    };
    languages.map(page).collect()
}

/// Writes to those who ask, in a thread of its own; it ends with the program.
fn write_to_them(folder: Folder, desk: Arc<Mutex<Desk>>, base: String, clock: fn() -> Timestamp) {
    std::thread::spawn(move || {
        loop {
            let waiting = desk.lock().ok().and_then(|desk| desk.store.unwritten().ok()).unwrap_or_default();
            let done = waiting.is_empty() || wrote(&folder, &base, &waiting, clock);
            if done && let Ok(mut desk) = desk.lock() {
                waiting.iter().for_each(|one| drop(desk.store.written(&one.token)));
            }
            // A sender at work, or a relay that is away, is waited for.
            std::thread::sleep(if done { PAUSE } else { REST });
        }
    });
}
