//! A project of the cluster.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, nearest};
use crate::sources::{Field, List, Origin, Reader, TextField};
use crate::value::{Complaint, Country, Date, Euro, Id, Localised, Parse, Shape, WebAddress, choices};

choices! {
    /// The EU programme that funds a project.
    Programme ("programme") {
        /// LIFE 2021-27, granted by CINEA.
        Life = "LIFE",
        /// Horizon 2020, 2014-20.
        H2020 = "H2020",
        /// Horizon Europe, 2021-27.
        HorizonEurope = "HE",
        /// Another programme: its statements are typed in the project's file.
        Other = "other",
    }
}

impl Programme {
    /// The programme's name in full.
    pub fn name(self) -> &'static str {
        match self {
            Self::Life => "LIFE",
            Self::H2020 => "Horizon 2020",
            Self::HorizonEurope => "Horizon Europe",
            Self::Other => "other",
        }
    }
}

choices! {
    /// Whether the EU pays all or a part.
    Rate ("rate") {
        /// Funded.
        Funded = "funded",
        /// Co-funded.
        CoFunded = "co-funded",
    }
}

/// A grant agreement's number: six to nine digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement(pub String);

impl Parse for Agreement {
    const SHAPE: Shape = Shape::Form {
        what: "the digits of a grant agreement",
        pattern: "^[0-9]{6,9}$",
        example: "101120704",
    };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let digits = text.chars().all(|c| c.is_ascii_digit());
        match digits && (6..=9).contains(&text.len()) {
            true => Ok(Self(text.to_string())),
            false => Err(Complaint::new(
                format!("`{text}` is no grant agreement number: six to nine digits"),
                "type the digits alone, such as `101120704`, or leave the line out if you don't know it",
            )),
        }
    }
}

/// A project of the cluster.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its id: the file's name.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// Its short name, such as `RECET`.
    pub acronym: String,
    /// Its full title.
    pub title: Localised,
    /// The programme that funds it.
    pub programme: Programme,
    /// What it does; paragraphs are divided by blank lines.
    pub summary: Localised,
    /// The grant agreement's number; `None` is unknown.
    pub agreement: Option<String>,
    /// The call's or proposal's code, such as `LIFE22-CET-ENTRACK`.
    pub code: Option<String>,
    /// The granting authority, such as CINEA.
    pub granting_authority: Option<String>,
    /// Whether the EU funds it in full.
    pub rate: Rate,
    /// The grant agreement's own funding statement, if it differs.
    pub statement_override: Option<Localised>,
    /// The grant agreement's own disclaimer, if it differs.
    pub disclaimer_override: Option<Localised>,
    /// Its first day.
    pub start: Option<Date>,
    /// Its last day.
    pub end: Option<Date>,
    /// Its whole budget.
    pub budget: Option<Euro>,
    /// The EU's part of the budget.
    pub eu_part: Option<Euro>,
    /// Its coordinator: an organisation's id or name.
    pub coordinator: Option<String>,
    /// Its partners: ids or names.
    pub partners: Vec<String>,
    /// The countries that it works in.
    pub countries: Vec<Country>,
    /// Its web page.
    pub url: Option<WebAddress>,
    /// Its logo below `sources/`.
    pub logo: Option<String>,
    /// What it is about.
    pub themes: Vec<String>,
    /// Whom it works for.
    pub target_groups: Vec<String>,
    /// What it works with.
    pub instruments: Vec<String>,
}

/// A project: sources/projects/ID.yaml. The file's name is its id.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["acronym", "title", "programme", "summary"]))]
pub(super) struct Raw {
    /// Its acronym, as everybody writes it.
    acronym: Option<Field<String>>,
    /// Its full title.
    title: Option<TextField>,
    /// The programme that funds it.
    programme: Option<Field<Programme>>,
    /// What it does for whom; the first sentence stands alone in the newsletter, in at most 18 words.
    summary: Option<TextField>,
    /// The digits of its grant agreement.
    agreement: Option<Field<Agreement>>,
    /// The project's code, for programmes that have one; the programme's name where it is `other`.
    code: Option<Field<String>>,
    /// The granting authority, if the programme's usual one is another.
    granting_authority: Option<Field<String>>,
    /// Whether the EU funds all of it or a part; the programme's usual one if left out.
    rate: Option<Field<Rate>>,
    /// The funding statement that the grant agreement prescribes, word for word.
    statement_override: Option<TextField>,
    /// The disclaimer that the grant agreement prescribes, word for word.
    disclaimer_override: Option<TextField>,
    /// Its first day.
    start: Option<Field<Date>>,
    /// Its last day.
    end: Option<Field<Date>>,
    /// Its whole budget, in euro.
    budget_eur: Option<Field<Euro>>,
    /// The EU's part of it, in euro.
    eu_eur: Option<Field<Euro>>,
    /// The coordinator: an organisation's id or name.
    coordinator: Option<Field<String>>,
    /// The other partners: ids or names.
    partners: Option<List<String>>,
    /// The countries that it works in, as codes of two letters; EL and UK as the EU writes them.
    countries: Option<List<Country>>,
    /// Its web address.
    url: Option<Field<WebAddress>>,
    /// Its logo: a file in sources/images/, PNG, JPEG or SVG.
    logo: Option<Field<String>>,
    /// What it is about; news is grouped by the first, and common ground is found by all.
    themes: Option<List<String>>,
    /// For whom it works.
    target_groups: Option<List<String>>,
    /// What it works with: guides, trainings, tools.
    instruments: Option<List<String>>,
    /// Passages that rules ask about and that are meant as they are.
    accepted: Option<List<String>>,
}

impl Project {
    /// Reads a project from its file; `None` if a required field stops it.
    pub(super) fn read(id: Id, reader: &mut Reader<'_>) -> Option<Self> {
        let raw: Raw = reader.document(&[("", crate::sources::fields_of::<Raw>())])?;
        let acronym = reader.required(raw.acronym, "acronym", "RECET");
        let title = reader.required_text(raw.title, "title", "Rural Europe for the Clean Energy Transition");
        let programme = reader.required(raw.programme, "programme", "LIFE");
        let summary = reader.required_text(
            raw.summary,
            "summary",
            "Helps rural municipalities plan their energy transition.",
        );
        // What stands there is read where the lint of pasted text needs it.
        let _ = reader.list(raw.accepted, "accepted");
        let project = Self {
            id,
            origin: reader.origin(),
            agreement: reader.optional(raw.agreement, "agreement").map(|a| a.0),
            code: reader.optional(raw.code, "code"),
            granting_authority: reader.optional(raw.granting_authority, "granting_authority"),
            rate: reader.optional(raw.rate, "rate").unwrap_or(match programme {
                Some(Programme::Life) => Rate::CoFunded,
                _ => Rate::Funded,
            }),
            statement_override: reader.text(raw.statement_override, "statement_override"),
            disclaimer_override: reader.text(raw.disclaimer_override, "disclaimer_override"),
            start: reader.optional(raw.start, "start"),
            end: reader.optional(raw.end, "end"),
            budget: reader.optional(raw.budget_eur, "budget_eur"),
            eu_part: reader.optional(raw.eu_eur, "eu_eur"),
            coordinator: reader.optional(raw.coordinator, "coordinator"),
            partners: reader.list(raw.partners, "partners"),
            countries: reader.list(raw.countries, "countries"),
            url: reader.optional(raw.url, "url"),
            logo: reader.optional(raw.logo, "logo"),
            themes: reader.list(raw.themes, "themes"),
            target_groups: reader.list(raw.target_groups, "target_groups"),
            instruments: reader.list(raw.instruments, "instruments"),
            acronym: acronym?,
            title: title?,
            programme: programme?,
            summary: summary?,
        };
        Some(project)
    }
}

/// The projects by id.
pub type Projects = BTreeMap<Id, Project>;

/// Reads a list of projects, each named by its id or acronym in any case. A name that can be an
/// id is looked for by a later check; any other that is unknown is reported here.
pub(super) fn projects_of(
    reader: &mut Reader<'_>,
    list: Option<List<String>>,
    name: &str,
    projects: &Projects,
) -> Vec<Id> {
    let names = reader.list(list, name);
    let numbered = names.iter().enumerate();
    numbered.filter_map(|(i, typed)| project_of(reader, typed, &format!("{name}[{i}]"), projects)).collect()
}

/// The project that a name means; see [`projects_of`].
pub(super) fn project_of(
    reader: &mut Reader<'_>,
    typed: &str,
    field: &str,
    projects: &Projects,
) -> Option<Id> {
    let known = find_project(projects, typed).map(|project| project.id.clone());
    if let Ok(id) = known.map_or_else(|| Id::parse(typed), Ok) {
        return Some(id);
    }
    let finding =
        Diagnostic::error("unknown-reference", format!("unknown project `{typed}`")).at(reader.place(field));
    let acronyms: Vec<&str> = projects.values().map(|project| project.acronym.as_str()).collect();
    reader.findings.push(match nearest(typed, acronyms.iter().copied()) {
        Some(meant) => finding.hint(format!("did you mean `{meant}`?")),
        None => finding.hint(format!("known: {}", acronyms.join(", "))),
    });
    None
}

/// The project that a name means.
pub(super) fn find_project<'a>(projects: &'a BTreeMap<Id, Project>, name: &str) -> Option<&'a Project> {
    let name = compared(name);
    projects.values().find(|p| p.id.as_str() == name || compared(&p.acronym) == name)
}

/// A name as it is compared: composed (NFC), in lower case, without white space round it.
pub(super) fn compared(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}
