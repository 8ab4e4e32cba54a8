//! Small lists: synergies, organisations, persons, what is known of pictures.

use serde::Deserialize;

use super::project::{Projects, project_of};
use crate::sources::{Field, Origin, Reader, TextField};
use crate::value::{Country, Id, Localised, WebAddress, choices};

choices! {
    /// What two projects do together.
    SynergyType ("type") {
        /// An event.
        JointEvent = "joint-event",
        /// A tool.
        SharedTool = "shared-tool",
        /// Policy work.
        Policy = "policy",
        /// Training.
        Training = "training",
        /// Data.
        Data = "data",
    }
}

choices! {
    /// How far a synergy is.
    SynergyStatus ("status") {
        /// Thought of by somebody.
        Suggested = "suggested",
        /// Agreed.
        Planned = "planned",
        /// Done.
        Done = "done",
        /// Not wanted.
        Dismissed = "dismissed",
    }
}

/// Something that two projects do together.
#[derive(Debug, Clone)]
pub struct SynergyLink {
    /// Where it was written.
    pub origin: Origin,
    /// The one project.
    pub from: Id,
    /// The other.
    pub to: Id,
    /// About what.
    pub topic: String,
    /// What kind of work.
    pub kind: Option<SynergyType>,
    /// How far it is.
    pub status: SynergyStatus,
    /// Where that can be seen.
    pub evidence: Option<String>,
}

/// A synergy as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawSynergy {
    from: Option<Field<String>>,
    to: Option<Field<String>>,
    topic: Option<Field<String>>,
    r#type: Option<Field<SynergyType>>,
    status: Option<Field<SynergyStatus>>,
    evidence: Option<Field<String>>,
}

impl SynergyLink {
    /// Makes a synergy of its raw form.
    pub(super) fn build(raw: RawSynergy, reader: &mut Reader<'_>, projects: &Projects) -> Option<Self> {
        let from = reader.required(raw.from, "from", "recet");
        let from = from.and_then(|name| project_of(reader, &name, "from", projects));
        let to = reader.required(raw.to, "to", "in-plan");
        let to = to.and_then(|name| project_of(reader, &name, "to", projects));
        let topic = reader.required(raw.topic, "topic", "heat planning");
        Some(Self {
            origin: reader.origin(),
            kind: reader.optional(raw.r#type, "type"),
            status: reader.optional(raw.status, "status").unwrap_or(SynergyStatus::Suggested),
            evidence: reader.optional(raw.evidence, "evidence"),
            from: from?,
            to: to?,
            topic: topic?,
        })
    }
}

/// An organisation.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its id.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: Option<String>,
    /// Its country.
    pub country: Option<Country>,
    /// Its city.
    pub city: Option<String>,
    /// Its page.
    pub url: Option<WebAddress>,
    /// Its logo below `sources/`.
    pub logo: Option<String>,
}

/// An organisation as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawOrganisation {
    id: Option<Field<Id>>,
    name: Option<Field<String>>,
    short: Option<Field<String>>,
    country: Option<Field<Country>>,
    city: Option<Field<String>>,
    url: Option<Field<WebAddress>>,
    logo: Option<Field<String>>,
}

impl Organisation {
    /// Makes an organisation of its raw form.
    pub(super) fn build(raw: RawOrganisation, reader: &mut Reader<'_>) -> Option<Self> {
        let id = reader.required(raw.id, "id", "aisfor");
        let name = reader.required(raw.name, "name", "AISFOR");
        Some(Self {
            origin: reader.origin(),
            short: reader.optional(raw.short, "short"),
            country: reader.optional(raw.country, "country"),
            city: reader.optional(raw.city, "city"),
            url: reader.optional(raw.url, "url"),
            logo: reader.optional(raw.logo, "logo"),
            id: id?,
            name: name?,
        })
    }
}

/// A person; the name prints only where the configuration has `publish.name: true`.
#[derive(Debug, Clone)]
pub struct Person {
    /// Its id.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// The name.
    pub name: String,
    /// The organisation's id or name.
    pub organisation: Option<String>,
}

/// A person as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawPerson {
    id: Option<Field<Id>>,
    name: Option<Field<String>>,
    organisation: Option<Field<String>>,
}

impl Person {
    /// Makes a person of its raw form.
    pub(super) fn build(raw: RawPerson, reader: &mut Reader<'_>) -> Option<Self> {
        let id = reader.required(raw.id, "id", "m-rossi");
        let name = reader.required(raw.name, "name", "Maria Rossi");
        Some(Self {
            origin: reader.origin(),
            organisation: reader.optional(raw.organisation, "organisation"),
            id: id?,
            name: name?,
        })
    }
}

/// What is known of a picture.
#[derive(Debug, Clone)]
pub struct ImageInfo {
    /// Where it was written.
    pub origin: Origin,
    /// What it shows.
    pub alt: Option<Localised>,
    /// Whether it shows nothing that matters.
    pub decorative: bool,
    /// Who made it.
    pub credit: Option<String>,
    /// Under which licence it is used: an SPDX or CC id, or `permission: <reference>`.
    pub licence: Option<String>,
    /// Where it came from.
    pub source_url: Option<WebAddress>,
    /// Who can be recognised in it.
    pub people: Option<String>,
    /// Where their consent lies.
    pub consent_ref: Option<String>,
}

/// A picture's entry as serde_yaml reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawImage {
    pub file: Option<Field<String>>,
    alt: Option<TextField>,
    decorative: Option<Field<bool>>,
    credit: Option<Field<String>>,
    licence: Option<Field<String>>,
    source_url: Option<Field<WebAddress>>,
    people: Option<Field<String>>,
    consent_ref: Option<Field<String>>,
}

impl ImageInfo {
    /// Makes a picture's entry of its raw form, with the path that it is about.
    pub(super) fn build(mut raw: RawImage, reader: &mut Reader<'_>) -> Option<(String, Self)> {
        let file = reader.required(raw.file.take(), "file", "images/visit.jpg")?;
        let info = Self {
            origin: reader.origin(),
            alt: reader.text(raw.alt, "alt"),
            decorative: reader.optional(raw.decorative, "decorative").unwrap_or(false),
            credit: reader.optional(raw.credit, "credit"),
            licence: reader.optional(raw.licence, "licence"),
            source_url: reader.optional(raw.source_url, "source_url"),
            people: reader.optional(raw.people, "people"),
            consent_ref: reader.optional(raw.consent_ref, "consent_ref"),
        };
        Some((file, info))
    }
}
