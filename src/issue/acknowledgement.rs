//! Funding statements and disclaimers, computed from the projects that an issue speaks of.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Programme, Project, Rate};
use crate::value::{Language, Localised};
use crate::words::Words;

/// A funding statement and the projects that it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The projects' acronyms.
    pub projects: Vec<String>,
    /// The statement.
    pub text: String,
    /// Its language.
    pub language: Language,
}

/// A disclaimer and the projects that it covers.
pub type Disclaimer = Statement;

/// What must stand in everything that the funds paid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Acknowledgement {
    /// The funding statements, each once.
    pub statements: Vec<Statement>,
    /// The disclaimers, each once.
    pub disclaimers: Vec<Disclaimer>,
    /// Whether the EU emblem stands beside them.
    pub emblem: bool,
}

/// What gives a project's text in a language, with the language that it is in.
type Prescribed = fn(&Project, &Language, Option<&Words>) -> Option<(Language, String)>;

/// The authority that granted a project's money, if its programme tells.
fn authority(project: &Project) -> String {
    match (&project.granting_authority, project.programme) {
        (Some(authority), _) => authority.clone(),
        (None, Programme::Life) => "CINEA".to_string(),
        (None, _) => "the granting authority".to_string(),
    }
}

/// `Co-funded by the European Union`: the statement of LIFE and Horizon Europe
/// (LIFE and Horizon Europe model grant agreement, article 17.2).
fn rate_statement(rate: Rate) -> &'static str {
    match rate {
        Rate::Funded => "Funded by the European Union",
        Rate::CoFunded => "Co-funded by the European Union",
    }
}

/// The funding statement of a project; `None` where none is known.
///
/// Horizon 2020: model grant agreement, article 29.4; it contains the number, and an unknown one
/// prints as `[number not supplied]`, which a final build refuses before it gets here.
fn statement(project: &Project, language: &Language, words: Option<&Words>) -> Option<(Language, String)> {
    if let Some(own) = &project.statement_override {
        return Some(spoken(own, language));
    }
    let english = match project.programme {
        Programme::Life | Programme::HorizonEurope => {
            let own =
                words.and_then(|words| Some((words.spoken().clone(), words.statement(project.rate)?.into())));
            if own.is_some() {
                return own;
            }
            Some(rate_statement(project.rate).to_string())
        }
        Programme::H2020 => {
            let number = project.agreement.as_deref().unwrap_or("[number not supplied]");
            let own = words.and_then(|words| Some((words.spoken().clone(), words.h2020(number)?)));
            if own.is_some() {
                return own;
            }
            Some(format!(
                "This project has received funding from the European Union\u{2019}s Horizon 2020 research and innovation programme under grant agreement No\u{A0}{number}"
            ))
        }
        Programme::Other => None,
    };
    english.map(|text| (Language::english(), text))
}

/// A text of a grant agreement with the language that it is in.
fn spoken(text: &Localised, language: &Language) -> (Language, String) {
    let (own, text) = text.in_language(language);
    (own.clone(), text.to_string())
}

/// The disclaimer of a project; `None` where none is known.
///
/// LIFE and Horizon Europe: model grant agreement, article 17.3. Horizon 2020: article 29.5
/// prescribes its content.
fn disclaimer(project: &Project, language: &Language, words: Option<&Words>) -> Option<(Language, String)> {
    if let Some(own) = &project.disclaimer_override {
        return Some(spoken(own, language));
    }
    if let (Programme::Life | Programme::HorizonEurope, Some(words)) = (project.programme, words)
        && let Some(own) = words.disclaimer(project.rate, &authority(project))
    {
        return Some((words.spoken().clone(), own));
    }
    let english = match project.programme {
        Programme::Life | Programme::HorizonEurope => Some(format!(
            "{}. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or {}. Neither the European Union nor the granting authority can be held responsible for them.",
            rate_statement(project.rate),
            authority(project)
        )),
        Programme::H2020 => {
            let agency = project.granting_authority.as_deref().unwrap_or("Commission");
            Some(format!(
                "The content reflects only the author\u{2019}s view and the {agency} is not responsible for any use that may be made of the information it contains."
            ))
        }
        Programme::Other => None,
    };
    english.map(|text| (Language::english(), text))
}

/// What of the prescribed texts of an edition stands in English because its own wording is in doubt.
pub(super) fn doubted(projects: &[&Project], words: &Words) -> Vec<String> {
    let mut doubted: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !doubted.contains(&text) {
            doubted.push(text);
        }
    };
    if words.spoken().primary() == "en" {
        return doubted;
    }
    for project in projects {
        let english = rate_statement(project.rate);
        match project.programme {
            Programme::Life | Programme::HorizonEurope => {
                if project.statement_override.is_none() && words.statement(project.rate).is_none() {
                    add(format!("“{english}”"));
                }
                if project.disclaimer_override.is_none()
                    && words.disclaimer(project.rate, &authority(project)).is_none()
                {
                    add(format!("the disclaimer that begins with “{english}”"));
                }
            }
            Programme::H2020 => {
                if project.statement_override.is_none() && words.h2020("").is_none() {
                    add("Horizon 2020’s sentence".to_string());
                }
            }
            Programme::Other => {}
        }
    }
    doubted
}

impl Acknowledgement {
    /// The acknowledgement in English, as the grant agreements have it.
    pub fn english(projects: &[&Project]) -> Self {
        Self::collected(projects, &Language::english(), None)
    }

    /// The acknowledgement of an edition that speaks of these projects; what is not there in its
    /// language stands in English.
    pub fn of(projects: &[&Project], language: &Language, words: &Words) -> Self {
        Self::collected(projects, language, Some(words))
    }

    /// Each statement and disclaimer once, with the projects that it covers.
    fn collected(projects: &[&Project], language: &Language, words: Option<&Words>) -> Self {
        let collect = |text: Prescribed| {
            let mut order: Vec<Statement> = Vec::new();
            let mut index: BTreeMap<String, usize> = BTreeMap::new();
            for project in projects {
                let Some((spoken, text)) = text(project, language, words) else { continue };
                let at = *index.entry(text.clone()).or_insert_with(|| {
                    order.push(Statement { projects: vec![], text, language: spoken });
                    order.len() - 1
                });
                order[at].projects.push(project.acronym.clone());
            }
            order.sort_by_key(|statement| std::cmp::Reverse(statement.projects.len()));
            order
        };
        let statements = collect(statement);
        let emblem = projects.iter().any(|project| project.programme != Programme::Other);
        Self { emblem: emblem && !statements.is_empty(), disclaimers: collect(disclaimer), statements }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::model::Cluster;
    use crate::sources::Sources;

    /// A cluster of one project in addition to the configuration.
    fn cluster(project: &str) -> Cluster {
        let config = "name: N\npublisher: P\nfrom: a@example.org\nprivacy_url: https://example.org/p\n";
        let sources = Sources::from_texts([("bulletin.yaml", config), ("sources/projects/p.yaml", project)]);
        let mut findings = Diagnostics::new();
        let cluster = Cluster::parse(&sources, &mut findings).expect("a cluster");
        assert!(!findings.has_errors(), "{findings:?}");
        cluster
    }

    /// The acknowledgement of a cluster of one project.
    fn of(project: &str) -> Acknowledgement {
        let cluster = cluster(project);
        let projects: Vec<_> = cluster.projects.values().collect();
        let words = Words::load(
            &crate::layouts::Layouts::defaults(),
            &Language::english(),
            crate::value::Typography::Institutions,
        );
        Acknowledgement::of(&projects, &Language::english(), &words)
    }

    #[test]
    fn life_is_co_funded_and_names_cinea() {
        let ack = of("acronym: A\ntitle: T\nprogramme: LIFE\nsummary: S.\n");
        assert_eq!(ack.statements[0].text, "Co-funded by the European Union");
        assert!(ack.disclaimers[0].text.contains("European Union or CINEA"));
    }

    #[test]
    fn horizon_2020_prints_its_number() {
        let ack = of("acronym: A\ntitle: T\nprogramme: H2020\nsummary: S.\nagreement: 101023271\n");
        assert!(ack.statements[0].text.ends_with("grant agreement No\u{A0}101023271"));
    }

    #[test]
    fn the_grant_agreements_own_words_win() {
        let ack = of("acronym: A\ntitle: T\nprogramme: LIFE\nsummary: S.\nstatement_override: Own words\n");
        assert_eq!(ack.statements[0].text, "Own words");
    }

    #[test]
    fn the_opening_follows_the_rate() {
        let ack = of("acronym: A\ntitle: T\nprogramme: LIFE\nsummary: S.\nrate: funded\n");
        assert_eq!(ack.statements[0].text, "Funded by the European Union");
        assert!(ack.disclaimers[0].text.starts_with("Funded by"));
    }
}
