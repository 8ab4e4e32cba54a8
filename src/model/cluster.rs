//! Everything that a cluster's folder says, as one value.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::activity::Activity;
use super::config::Config;
use super::event::{Event, name_events};
use super::indicator::{Indicator, RawValue};
use super::lists::{ImageInfo, Organisation, Person, SynergyLink};
use super::manifest::Manifest;
use super::meeting::Meeting;
use super::minutes::Vocabulary;
use super::project::{Project, Projects, compared, find_project};
use super::sent::Sent;
use super::translation;
use super::update::Update;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::sources::{CONFIG_FILE, Level, Reader, SourceFile, Sources, fields_of};
use crate::value::{Id, Language, Month, Parse, Typography};

/// What [`Cluster::display`] calls a person who is not to be named and belongs to no organisation.
pub const ANONYMOUS: &str = "a partner";

/// Who acts where everybody does, in the languages that minutes are written in.
const EVERYBODY: &[&str] = &[
    "all",
    "all partners",
    "all projects",
    "everybody",
    "everyone",
    "partners",
    "all members",
    "όλοι",
    "όλες",
    "όλοι οι εταίροι",
    "всички",
    "всички партньори",
    "svi",
    "svi partneri",
    "vsi",
    "vsi partnerji",
    "tutti",
    "tutti i partner",
    "alle",
    "alle partner",
    "tous",
    "tous les partenaires",
    "todos",
];

/// A cluster.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Its configuration.
    pub config: Config,
    /// Its projects by id.
    pub projects: BTreeMap<Id, Project>,
    /// Its news.
    pub updates: Vec<Update>,
    /// Its meetings by day and id.
    pub meetings: Vec<Meeting>,
    /// Its events.
    pub events: Vec<Event>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// Its activities.
    pub activities: Vec<Activity>,
    /// The issues that were sent.
    pub sent: Vec<Sent>,
    /// What its projects do together.
    pub synergies: Vec<SynergyLink>,
    /// Organisations by id.
    pub organisations: BTreeMap<Id, Organisation>,
    /// Persons by id.
    pub people: BTreeMap<Id, Person>,
    /// What is known of pictures, by path below `sources/`.
    pub images: BTreeMap<String, ImageInfo>,
    /// The manifests by month.
    pub issues: BTreeMap<Month, Manifest>,
}

impl Cluster {
    /// Parses all sources; what is wrong is found, what is right is there.
    ///
    /// `None` if there is no configuration to go by.
    pub fn parse(sources: &Sources, findings: &mut Diagnostics) -> Option<Self> {
        let english = Language::english();
        let config = sources
            .files
            .get(CONFIG_FILE)
            .and_then(|file| Config::read(&mut Reader::new(file, &english, findings)));
        // The other files are read even so: all problems in one run.
        let language = config.as_ref().map_or(english, |config| config.language.clone());
        let languages = config.iter().flat_map(|config| config.languages.clone()).collect();
        let typography = config.as_ref().map_or(Typography::Institutions, |config| config.typography);
        let mut parts = Parts { sources, language, languages, typography, findings };
        let projects = parts.projects();
        let organisations = parts.list("organisations", Organisation::build, &[]);
        let organisations = parts.by_id(organisations, |org| (org.id.clone(), &org.origin));
        let people = parts.list("people", Person::build, &[]);
        let people = parts.by_id(people, |person| (person.id.clone(), &person.origin));
        let names = Names { projects: &projects, organisations: &organisations, people: &people };
        let meetings = parts.meetings(&projects, &|name| names.knows(name));
        let updates = parts.updates(&projects);
        let known = &projects;
        let mut indicators = parts.list(
            "indicators",
            |raw, reader| Indicator::build(raw, reader, known),
            &[("[].values[]", fields_of::<RawValue>())],
        );
        let mut activities = parts.list("activities", |raw, reader| Activity::build(raw, reader, known), &[]);
        let mut events = parts.list("events", |raw, reader| Event::build(raw, reader, known), &[]);
        name_events(&mut events);
        let sent = Sent::list(parts.sources, &parts.language, parts.findings);
        super::sent::add(&sent, &mut activities, &mut indicators);
        let cluster = Self {
            updates,
            meetings,
            events,
            indicators,
            activities,
            sent,
            synergies: parts.list("synergies", |raw, reader| SynergyLink::build(raw, reader, known), &[]),
            images: parts.images(),
            issues: parts.issues(),
            config: config?,
            projects,
            organisations,
            people,
        };
        Some(cluster)
    }

    /// The project that a name means: its id or acronym, in any case.
    pub fn project(&self, name: &str) -> Option<&Project> {
        find_project(&self.projects, name)
    }

    /// The organisation that a name means: its id, name or short name, in any case.
    pub fn organisation(&self, name: &str) -> Option<&Organisation> {
        let name = compared(name);
        self.organisations.values().find(|org| is_organisation(org, &name))
    }

    /// How an owner, host or organiser is printed: a project's acronym, an organisation's short
    /// name, a person's name if names may be printed, or the text as typed.
    pub fn display(&self, name: &str) -> String {
        if let Some(project) = self.project(name) {
            return project.acronym.clone();
        }
        if let Some(org) = self.organisation(name) {
            return org.short.clone().unwrap_or_else(|| org.name.clone());
        }
        let lower = compared(name);
        match self.people.values().find(|person| is_person(person, &lower)) {
            Some(person) if self.config.publish_names => person.name.clone(),
            Some(person) => {
                let org = person.organisation.as_ref();
                let known = org.and_then(|org| self.organisation(org));
                let named = known.map(|org| org.short.clone().unwrap_or_else(|| org.name.clone()));
                named.or_else(|| org.cloned()).unwrap_or_else(|| ANONYMOUS.to_string())
            }
            None => name.to_string(),
        }
    }

    /// Whether a name is that of a project, an organisation or a person.
    pub fn knows(&self, name: &str) -> bool {
        let names =
            Names { projects: &self.projects, organisations: &self.organisations, people: &self.people };
        names.knows(name)
    }

    /// The names that an owner may have, for hints.
    pub fn owner_names(&self) -> Vec<&str> {
        let projects = self.projects.values().flat_map(|p| [p.id.as_str(), &p.acronym]);
        let orgs = self.organisations.keys().map(Id::as_str);
        let people = self.people.values().flat_map(|person| [person.id.as_str(), &person.name]);
        projects.chain(orgs).chain(people).collect()
    }
}

/// Whether a name, as it is compared, is an organisation's.
fn is_organisation(org: &Organisation, name: &str) -> bool {
    let short = org.short.as_ref().is_some_and(|short| compared(short) == name);
    org.id.as_str() == name || compared(&org.name) == name || short
}

/// Whether a name, as it is compared, is a person's.
fn is_person(person: &Person, name: &str) -> bool {
    person.id.as_str() == name || compared(&person.name) == name
}

/// Who may be named as an owner.
struct Names<'a> {
    projects: &'a BTreeMap<Id, Project>,
    organisations: &'a BTreeMap<Id, Organisation>,
    /// Persons.
    people: &'a BTreeMap<Id, Person>,
}

impl Names<'_> {
    /// Whether a name is known.
    fn knows(&self, name: &str) -> bool {
        let lower = compared(name);
        EVERYBODY.contains(&&*lower)
            || Vocabulary::get().is_everybody(name)
            || find_project(self.projects, name).is_some()
            || self.people.values().any(|person| is_person(person, &lower))
            || self.organisations.values().any(|org| is_organisation(org, &lower))
    }
}

/// Reads the files of one kind after the other.
struct Parts<'a> {
    /// The files.
    sources: &'a Sources,
    /// The language of texts that name none.
    language: Language,
    /// The languages of the editions.
    languages: Vec<Language>,
    /// Whose spaces texts have.
    typography: Typography,
    /// Where findings go.
    findings: &'a mut Diagnostics,
}

impl Parts<'_> {
    /// The language of a file whose name says none: the first of the cluster's for which there is no
    /// file of the same name. So the English `news.md` beside `news.el.md` stays English where Greek is
    /// the first.
    fn plain_language(&self, file: &SourceFile) -> Language {
        let stem = file.path.strip_suffix(".md").unwrap_or(&file.path);
        let own = |language: &&Language| {
            !self.sources.files.contains_key(&*format!("{stem}.{}.md", language.as_str()))
        };
        std::iter::once(&self.language).chain(&self.languages).find(own).unwrap_or(&self.language).clone()
    }

    fn projects(&mut self) -> BTreeMap<Id, Project> {
        let mut projects = BTreeMap::new();
        for file in self.sources.below("sources/projects/") {
            let Some(id) = self.id(file) else { continue };
            let mut reader = Reader::new(file, &self.language, self.findings).set_by(self.typography);
            if let Some(project) = Project::read(id.clone(), &mut reader) {
                projects.insert(id, project);
            }
        }
        projects
    }

    /// The id that a file's name is.
    fn id(&mut self, file: &SourceFile) -> Option<Id> {
        match Id::parse(file.stem()) {
            Ok(id) => Some(id),
            Err(complaint) => {
                self.findings.push(
                    Diagnostic::error("file-name", format!("the file's name: {}", complaint.message))
                        .at(Place::file(file.path.clone()))
                        .hint(complaint.hint),
                );
                None
            }
        }
    }

    /// The meetings, by day.
    fn meetings(&mut self, projects: &Projects, is_owner: &dyn Fn(&str) -> bool) -> Vec<Meeting> {
        let mut meetings = Vec::new();
        for file in self.sources.below("sources/meetings/") {
            let plain = self.plain_language(file);
            let mut reader = Reader::new(file, &plain, self.findings).set_by(self.typography);
            let translates = self.sources.original(file, &self.language).is_some();
            meetings.extend(Meeting::read(&mut reader, &plain, translates, projects, is_owner));
        }
        meetings.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        translation::meetings(&mut meetings, &self.language, self.findings);
        meetings
    }

    fn updates(&mut self, projects: &BTreeMap<Id, Project>) -> Vec<Update> {
        let mut updates = Vec::new();
        for file in self.sources.below("sources/updates/") {
            let plain = self.plain_language(file);
            let mut reader = Reader::new(file, &plain, self.findings).set_by(self.typography);
            updates.extend(Update::read(&mut reader, projects, &plain));
        }
        translation::updates(&mut updates, &self.language);
        updates
    }

    /// The manifests.
    fn issues(&mut self) -> BTreeMap<Month, Manifest> {
        let mut issues = BTreeMap::new();
        for file in self.sources.below("sources/issues/") {
            let mut reader = Reader::new(file, &self.language, self.findings).set_by(self.typography);
            if let Some(manifest) = Manifest::read(&mut reader) {
                issues.insert(manifest.month, manifest);
            }
        }
        issues
    }

    /// Items by their id; a second one of the same id is reported.
    fn by_id<K: Ord + std::fmt::Display, T>(
        &mut self,
        items: Vec<T>,
        id: impl Fn(&T) -> (K, &crate::sources::Origin),
    ) -> BTreeMap<K, T> {
        let mut map = BTreeMap::new();
        for item in items {
            let (key, origin) = id(&item);
            if map.contains_key(&key) {
                self.findings.push(
                    Diagnostic::error("duplicate-id", format!("`{key}` stands in this list a second time"))
                        .at(self.sources.place(origin, ""))
                        .hint("keep one of the two"),
                );
                continue;
            }
            map.insert(key, item);
        }
        map
    }

    /// What is known of pictures, by path below `sources/`; an entry for no file is reported.
    fn images(&mut self) -> BTreeMap<String, ImageInfo> {
        let images = self.list("images", ImageInfo::build, &[]);
        for (file, info) in &images {
            if !self.sources.images.contains_key(format!("sources/{file}").as_str()) {
                let names = self.sources.images.keys().filter_map(|path| path.strip_prefix("sources/"));
                let finding =
                    Diagnostic::error("missing-image", format!("there is no picture `sources/{file}`"))
                        .at(self.sources.place(&info.origin, "file"));
                self.findings.push(match crate::diagnostic::nearest(file, names) {
                    Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
                    None => finding.hint("type its path below `sources/`, such as `images/visit.jpg`"),
                });
            }
        }
        let by_file = self.by_id(images, |(file, info)| (file.clone(), &info.origin));
        by_file.into_iter().map(|(file, (_, info))| (file, info)).collect()
    }

    /// The items of a file that holds a list.
    fn list<R: DeserializeOwned, T>(
        &mut self,
        name: &str,
        build: impl Fn(R, &mut Reader<'_>) -> Option<T>,
        more: &[Level],
    ) -> Vec<T> {
        let Some(file) = self.sources.files.get(&*format!("sources/{name}.yaml")) else {
            return vec![];
        };
        let mut reader = Reader::new(file, &self.language, self.findings).set_by(self.typography);
        let known = [&[("[]", fields_of::<R>())], more].concat();
        let raw: Vec<R> = reader.document(&known).unwrap_or_default();
        let mut items = Vec::new();
        for (i, raw) in raw.into_iter().enumerate() {
            items.extend(build(raw, &mut reader.below(&format!("[{i}]"))));
        }
        items
    }
}
