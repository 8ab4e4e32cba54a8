//! `bulletin serve`: the page by which readers leave.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::{Console, Exit, Stop, load};
use crate::audience::store::{Change, Event, Person, Store};
use crate::pipeline::Folder;
use crate::sending::{SendError, Sent, people};
use crate::serve::{NotNoted, PageWords, serve};
use crate::value::{Language, Parse};
use crate::words::Words;

/// What a leaving is looked up in: the store, and whose each token is.
struct Desk {
    folder: Folder,
    store: Store,
    tokens: Sent,
}

impl Desk {
    /// Opens the store and reads whose tokens there are.
    fn open(folder: &Folder) -> Result<Self, SendError> {
        let store = people(folder)?;
        let tokens = Self::tokens(folder, &store)?;
        Ok(Self { folder: folder.clone(), store, tokens })
    }

    /// Whose each token is.
    fn tokens(folder: &Folder, store: &Store) -> Result<Sent, SendError> {
        let all = store.people().map_err(|error| SendError::because("the people in state/", error))?;
        let known: Vec<String> = all.into_iter().map(|person| person.normal).collect();
        Sent::read(folder, &known)
    }

    /// Notes a leaving; of a token that nobody has, nothing.
    fn leave(&mut self, token: &str) -> Result<(), NotNoted> {
        let mut normal = self.tokens.holder(token).map(str::to_string);
        if normal.is_none() {
            // Somebody may have been added, or mailed, since.
            self.tokens = Self::tokens(&self.folder, &self.store).map_err(|_| NotNoted)?;
            normal = self.tokens.holder(token).map(str::to_string);
        }
        let Some(normal) = normal else { return Ok(()) };
        if self.store.suppression(&normal).map_err(|_| NotNoted)?.is_some() {
            return Ok(());
        }
        let at = jiff::Timestamp::now().as_millisecond();
        let person = self.store.find(&normal).map_err(|_| NotNoted)?.unwrap_or_else(|| Person {
            address: normal.clone(),
            normal: normal.clone(),
            language: None,
            audiences: None,
            basis: "unknown".into(),
            confirmed_at: None,
        });
        let event = Event {
            action: "left".into(),
            at,
            channel: "the page to leave".into(),
            words: None,
            basis: None,
            evidence: None,
            batch: None,
        };
        let change = Change { person, event, suppress: Some("left".into()) };
        self.store.apply("the page to leave", at, &[change]).map_err(|_| NotNoted)?;
        Ok(())
    }
}

/// Serves until it is told to stop.
pub fn run(folder: &Folder, listen: &str, path: &str, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    let config = &loaded.cluster.config;
    let listener = std::net::TcpListener::bind(listen)
        .map_err(|error| Stop::Failure(format!("`{listen}` can't be listened at: {error}")))?;
    let address = listener.local_addr().map_err(|error| Stop::Failure(error.to_string()))?;
    let desk = Arc::new(Mutex::new(Desk::open(folder)?));
    let mut known: BTreeMap<String, PageWords> = BTreeMap::new();
    let languages = loaded
        .layouts
        .below("words/")
        .filter_map(|(path, _)| Language::parse(path.strip_prefix("words/")?.strip_suffix(".ftl")?).ok());
    for language in languages.collect::<Vec<_>>() {
        let words = Words::load(&loaded.layouts, &language, config.typography);
        let page = PageWords {
            language: language.as_str().to_string(),
            name: config.name.get(&language).to_string(),
            leave: words.get("mail-unsubscribe"),
            done: words.get("left-done"),
        };
        known.insert(language.as_str().to_string(), page);
    }
    let usual = known.get(config.language.primary()).or_else(|| known.get("en")).cloned();
    let Some(usual) = usual else { return Err(Stop::Failure("there are no words for the page".into())) };
    let words = Box::new(move |tag: &str| known.get(tag).unwrap_or(&usual).clone());
    let leave = Box::new(move |token: &str| match desk.lock() {
        Ok(mut desk) => desk.leave(token),
        Err(_) => Err(NotNoted),
    });
    console.data(&format!("http://{address}/{}/\n", path.trim_matches('/')));
    console.say("readers leave here; it ends with Ctrl-C, once everybody is answered");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Stop::Failure(format!("no page can be served: {error}")))?;
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    runtime
        .block_on(serve(listener, path, leave, words, stop))
        .map_err(|error| Stop::Failure(format!("the page can't be served: {error}")))?;
    Ok(Exit::Done)
}
