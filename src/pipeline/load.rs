//! Everything that a cluster's folder says, read and parsed; and what is kept of it for the next time.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use jiff::tz::TimeZone;

use super::Progress;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Texts, nearest};
use crate::html::Templates;
use crate::issue::{self, AsOf, Issue, Pictures, Prepared, Stage};
use crate::layouts::{FontCoverage, Layouts};
use crate::model::Cluster;
use crate::report::Typesetter;
use crate::sources::{self, Sources};
use crate::theme::{self, Theme};
use crate::value::{Date, Language, Month, Typography};
use crate::words::{AllWords, Words};

/// A cluster's folder and how it is to be looked at.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Its path.
    pub root: PathBuf,
    /// Another configuration file.
    pub config: Option<PathBuf>,
    /// The moment asked for.
    pub as_of: Option<AsOf>,
    /// The day on the clock, where one is looked at: nobody approves on a day that is still to come.
    pub today: Option<Date>,
}

/// A folder of which nothing can be made: without a configuration to go by.
#[derive(Debug)]
pub struct Unreadable {
    /// What is wrong.
    pub findings: Diagnostics,
    /// The texts that findings point into.
    pub texts: Texts,
}

impl Folder {
    /// Reads and parses everything. Errors found so far are in [`Loaded::findings`].
    ///
    /// # Errors
    ///
    /// If there is no configuration.
    pub fn load(&self, kept: &mut Kept, progress: &mut dyn Progress) -> Result<Loaded, Box<Unreadable>> {
        progress.stage("read");
        let mut of_layouts = Diagnostics::new();
        let layouts = kept.layouts(Layouts::read(&self.root, &mut of_layouts));
        // What the typesetter needs is made ready while the sources are read.
        let typesetter = kept.prepared_typesetter(&layouts);
        let sources = sources::read(&self.root, self.config.as_deref());
        let mut findings = sources.findings.clone();
        findings.append(of_layouts);
        progress.stage("parse");
        let cluster = Cluster::parse(&sources, &mut findings);
        let mut texts = sources.texts();
        texts.extend(layouts.texts());
        let audience = cluster.as_ref().and_then(|cluster| cluster.config.audience.as_deref());
        let audience = audience.map(|path| path.trim_start_matches("./"));
        // The list of recipients that the configuration names is no file left unread.
        let unread = sources.unread.iter().filter(|(path, _)| Some(&***path) != audience);
        unread.for_each(|(_, finding)| findings.push(finding.clone()));
        let Some(mut cluster) = cluster else { return Err(Box::new(Unreadable { findings, texts })) };
        issue::resolve(&mut cluster, &sources, &mut findings);
        let words = kept.words(&cluster, &layouts);
        title_alerts(&mut cluster, &words);
        let (typesetter, fonts) = kept.typesetter(&typesetter, &layouts);
        let templates = kept.templates(&layouts);
        let prepared = Arc::clone(&kept.prepared);
        let theme = theme(&cluster, &layouts, &sources, &mut findings);
        Ok(Loaded {
            sources,
            cluster,
            layouts,
            words,
            findings,
            texts,
            typesetter,
            fonts,
            templates,
            prepared,
            theme,
            today: self.today,
        })
    }

    /// The time zone of the cluster, in which moments are told; UTC if its configuration names none.
    pub fn zone(&self) -> TimeZone {
        let sources = sources::read_configuration(&self.root, self.config.as_deref());
        let cluster = Cluster::parse(&sources, &mut Diagnostics::new());
        let named = cluster.and_then(|cluster| cluster.config.timezone);
        named.and_then(|name| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC)
    }

    /// The folder of what must not be lost.
    pub fn state(&self) -> PathBuf {
        self.root.join("state")
    }

    /// The folder of an issue's outputs.
    pub fn issue(&self, month: Month) -> PathBuf {
        self.root.join("output").join(month.to_string())
    }

    /// The folder of the web edition.
    pub fn web(&self) -> PathBuf {
        self.root.join("output").join("web")
    }

    /// The folder of reports over a period.
    pub fn reports(&self) -> PathBuf {
        self.root.join("output").join("reports")
    }
}

/// A typesetter, and the characters that its fonts have.
type ReadyTypesetter = (Arc<Typesetter>, Arc<FontCoverage>);

/// What is expensive to make and stays the same between two builds: fonts, words, pictures made ready,
/// and what Typst remembers.
#[derive(Default)]
pub struct Kept {
    /// Whether there is a next build.
    again: bool,
    /// The typesetter and the characters that its fonts have.
    typesetter: Option<ReadyTypesetter>,
    /// The layouts of the last build.
    layouts: Option<Layouts>,
    /// The templates of mail and web.
    templates: Option<Arc<Templates>>,
    /// The words of languages, with the layouts that they were read from, and whose spaces they have.
    words: Option<(Layouts, Typography, AllWords)>,
    /// Pictures that were made ready.
    prepared: Arc<Prepared>,
}

impl Kept {
    /// For many builds in one process.
    pub fn between_builds() -> Self {
        Self { again: true, ..Self::default() }
    }

    /// Whether there is a next build.
    pub fn is_kept(&self) -> bool {
        self.again
    }

    /// The layouts as they were read; those of the last build, with what is known of them, if they are the
    /// same.
    fn layouts(&mut self, read: Layouts) -> Layouts {
        let same = self.layouts.take().filter(|known| *known == read);
        self.layouts.insert(same.unwrap_or(read)).clone()
    }

    /// The templates of some layouts.
    fn templates(&mut self, layouts: &Layouts) -> Arc<Templates> {
        let same = self.templates.take().filter(|known| known.are_of(layouts));
        Arc::clone(self.templates.insert(same.unwrap_or_else(|| Arc::new(Templates::new(layouts)))))
    }

    /// Begins to make the typesetter for some layouts in a thread of its own. Behind it follow, for
    /// whoever asks first, the patterns of the checks, the parsed layouts, and their hash.
    fn prepared_typesetter(&mut self, layouts: &Layouts) -> Receiver<ReadyTypesetter> {
        let (known, again, layouts) = (self.typesetter.take(), self.again, layouts.clone());
        let (made, ready) = mpsc::channel();
        thread::spawn(move || {
            let known = known.filter(|(known, _)| known.has_fonts_of(&layouts));
            let is_new = known.is_none();
            let typesetter = match known {
                Some((known, fonts)) => (Arc::new(known.with_layouts(&layouts)), fonts),
                None => new_typesetter(&layouts, again),
            };
            // Nobody waits for it where there is no configuration.
            let _ = made.send(typesetter.clone());
            if is_new {
                issue::prepare_patterns();
                typesetter.0.parse_layouts();
                layouts.hash();
            }
        });
        ready
    }

    /// The typesetter for some layouts, as soon as it is ready.
    fn typesetter(&mut self, ready: &Receiver<ReadyTypesetter>, layouts: &Layouts) -> ReadyTypesetter {
        let made = ready.recv().unwrap_or_else(|_| new_typesetter(layouts, self.again));
        self.typesetter.insert(made).clone()
    }

    /// The words of every language that a cluster's texts or editions are in.
    fn words(&mut self, cluster: &Cluster, layouts: &Layouts) -> AllWords {
        let same = |known: &Layouts| {
            ["words/", "legal/"].iter().all(|folder| known.below(folder).eq(layouts.below(folder)))
        };
        let typography = cluster.config.typography;
        let mut known = match self.words.take() {
            Some((from, of, words)) if of == typography && same(&from) => words,
            _ => BTreeMap::new(),
        };
        for language in languages(cluster) {
            known
                .entry(language.clone())
                .or_insert_with(|| Arc::new(Words::load(layouts, language, typography)));
        }
        if self.again {
            self.words = Some((layouts.clone(), typography, known.clone()));
        }
        known
    }
}

/// A typesetter, for one build or for many.
fn new_typesetter(layouts: &Layouts, again: bool) -> ReadyTypesetter {
    let fresh = if again { Typesetter::keeping(layouts) } else { Typesetter::new(layouts) };
    let fonts = Arc::new(fresh.coverage());
    (Arc::new(fresh), fonts)
}

/// Every language that a cluster's texts or editions are in.
fn languages(cluster: &Cluster) -> impl Iterator<Item = &Language> {
    let config = &cluster.config;
    let updates = cluster.updates.iter().map(|update| &update.language);
    let meetings = cluster.meetings.iter().map(|meeting| &meeting.language);
    let manifests = cluster.issues.values().flat_map(|manifest| &manifest.languages);
    let named =
        config.languages.iter().chain(manifests).chain(config.name.all().map(|(language, _)| language));
    updates.chain(meetings).chain(named).chain([&config.language])
}

/// Everything read and parsed.
pub struct Loaded {
    /// The files.
    pub sources: Sources,
    /// What they say.
    pub cluster: Cluster,
    /// The layouts.
    pub layouts: Layouts,
    /// The words of every language that a text or an edition is in.
    pub words: AllWords,
    /// What is wrong so far.
    pub findings: Diagnostics,
    /// The texts that findings point into.
    pub texts: Texts,
    /// What typesets.
    pub typesetter: Arc<Typesetter>,
    /// Which characters its fonts have.
    pub fonts: Arc<FontCoverage>,
    /// The templates of mail and web.
    pub templates: Arc<Templates>,
    /// Pictures that were made ready.
    pub prepared: Arc<Prepared>,
    /// How everything looks.
    pub theme: Theme,
    /// The day on the clock, where one is looked at.
    pub today: Option<Date>,
}

impl Loaded {
    /// What rules look things up in.
    pub fn aids(&self) -> issue::Aids<'_> {
        issue::Aids { fonts: &self.fonts, words: &self.words, today: self.today }
    }

    /// The words of an edition; that there are none is a finding, and no edition is left out in silence.
    pub fn words_of(&self, language: &Language, findings: &mut Diagnostics) -> Option<&Words> {
        let words = self.words.get(language).map(|words| &**words);
        if words.is_none() {
            let message = format!("there are no words for the edition in `{}`", language.as_str());
            findings.push(Diagnostic::fatal("words", message));
        }
        words
    }

    /// Reads the pictures that an issue needs; those that can't be are findings.
    pub fn pictures(&self, needed: &[(String, Place)], findings: &mut Diagnostics) -> Pictures {
        Pictures::read(&self.sources, needed, &self.layouts, &self.prepared, findings)
    }

    /// Puts the editions of a month's issue together, the main one first.
    pub fn assemble(&self, month: Month, as_of: Option<AsOf>, stage: Stage) -> Vec<Issue<'_>> {
        let edition = |language: &Language| {
            issue::assemble(&self.sources, &self.cluster, month, language, as_of, stage)
        };
        issue::editions(&self.cluster, month).iter().map(edition).collect()
    }
}

/// The theme that the configuration names, in the cluster's colour; the default one where that can't be had.
fn theme(cluster: &Cluster, layouts: &Layouts, sources: &Sources, findings: &mut Diagnostics) -> Theme {
    let look = &cluster.config.look;
    let named = look.theme.as_deref().unwrap_or(theme::DEFAULT);
    let names = theme::names(layouts);
    let known = names.contains(named);
    if !known {
        let finding = Diagnostic::error("unknown-theme", format!("there is no theme `{named}`"))
            .at(sources.place(&cluster.config.origin, "look.theme"));
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        findings.push(match nearest(named, all.iter().copied()) {
            Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
            None => finding.hint(format!(
                "there are: {}; `bulletin new theme` copies one into your folder to make it yours",
                all.join(", ")
            )),
        });
    }
    let accent = look.accent;
    let wanted = Theme::load(layouts, if known { named } else { theme::DEFAULT }, accent);
    wanted.unwrap_or_else(|fault| {
        findings.push(fault);
        Theme::load(&Layouts::defaults(), theme::DEFAULT, accent).expect("the default theme is ours")
    })
}

/// Gives alerts without a title of their own one in their text's language.
fn title_alerts(cluster: &mut Cluster, words: &AllWords) {
    let updates = cluster.updates.iter_mut().map(|update| (&update.language, &mut update.body));
    let meetings = cluster.meetings.iter_mut().map(|meeting| (&meeting.language, &mut meeting.body));
    for (language, body) in updates.chain(meetings) {
        if let Some(words) = words.get(language) {
            body.title_alerts(&|kind| words.get(&format!("alert-{kind}")));
        }
    }
}
