//! Small lists: synergies, organisations, persons, what is known of pictures.

use schemars::JsonSchema;
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

/// What two projects do together, or might.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["from", "to"]))]
pub(super) struct RawSynergy {
    /// The one project, by its id.
    from: Option<Field<String>>,
    /// The other project, by its id.
    to: Option<Field<String>>,
    /// What it is about, in a few words.
    topic: Option<Field<String>>,
    /// What kind of thing they do together.
    r#type: Option<Field<SynergyType>>,
    /// How far it is.
    status: Option<Field<SynergyStatus>>,
    /// Where that can be seen: an address or a document.
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

/// An organisation: a partner, a host, an owner of actions.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["id", "name"]))]
pub(super) struct RawOrganisation {
    /// Its id, by which other files name it.
    id: Option<Field<Id>>,
    /// Its full name.
    name: Option<Field<String>>,
    /// Its short name, as it is printed.
    short: Option<Field<String>>,
    /// Its country, as a code of two letters such as IT.
    country: Option<Field<Country>>,
    /// Its town.
    city: Option<Field<String>>,
    /// Its web address.
    url: Option<Field<WebAddress>>,
    /// Its logo: a file in sources/images/.
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

/// A person whom minutes or actions name. Names are printed only with `publish: {name: true}`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["id", "name"]))]
pub(super) struct RawPerson {
    /// The id, by which other files name the person.
    id: Option<Field<Id>>,
    /// The name.
    name: Option<Field<String>>,
    /// The organisation, by its id or name; it is printed in the person's place.
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

/// What is to be known of a picture before it may be published.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["file"]))]
pub(super) struct RawImage {
    /// The picture, below sources/.
    pub file: Option<Field<String>>,
    /// What it shows, for whoever does not see it.
    alt: Option<TextField>,
    /// Whether it shows nothing that needs words.
    decorative: Option<Field<bool>>,
    /// Whose it is: "Photo: Name".
    credit: Option<Field<String>>,
    /// Under which licence or by whose leave: CC BY 4.0.
    licence: Option<Field<String>>,
    /// Where it was taken from.
    source_url: Option<Field<WebAddress>>,
    /// Who can be recognised in it; kept, never printed.
    people: Option<Field<String>>,
    /// Where their consent lies; kept, never printed.
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
