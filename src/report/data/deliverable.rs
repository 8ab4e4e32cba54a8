//! The cover sheet of a deliverable, and the activities in the portal's columns.

use super::Data;
use super::cluster_parts::{DeliverablePart, Fact, PortalPart};
use crate::issue::Stage;
use crate::model::Project;
use crate::tables::portal;

impl Data<'_, '_> {
    /// The cover sheet's facts as rows of name and value, and the document's history, if the
    /// manifest asks for it.
    pub(super) fn deliverable(&self) -> Option<DeliverablePart> {
        let (issue, words) = (self.issue, self.words);
        let cover = issue.options().cover?;
        let language = &issue.language;
        let project = self.delivered_by(cover.project.as_ref());
        let about = |value: fn(&Project) -> Option<String>| project.and_then(value);
        let joined = |names: &[String]| {
            let names: Vec<String> =
                names.iter().map(|name| words.named(issue.cluster.display(name))).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let level = words.get(match issue.is_sensitive() {
            true => "deliverable-level-sensitive",
            false => "deliverable-level-public",
        });
        let title = project.map(|project| project.title.in_language(language).1.to_string());
        let lead = cover.lead.as_ref().map(|name| words.named(issue.cluster.display(name)));
        let rows = [
            ("cluster-grant", about(|project| project.agreement.clone())),
            ("cluster-project", about(|project| Some(project.acronym.clone()))),
            ("deliverable-title", title),
            ("cluster-dates", project.and_then(|project| self.days(project.start, project.end))),
            ("profile-web", about(|project| project.url.as_ref().map(|url| url.as_str().to_string()))),
            ("deliverable-number", cover.number.clone()),
            ("deliverable-work-package", cover.work_package.clone()),
            ("deliverable-due", cover.due.map(|date| words.date(date))),
            ("deliverable-actual", Some(words.date(issue.as_of.date))),
            (
                "deliverable-nature",
                Some(cover.nature.clone().unwrap_or_else(|| words.get("deliverable-report"))),
            ),
            ("deliverable-level", Some(level)),
            ("deliverable-lead", lead),
            ("deliverable-authors", joined(&cover.authors)),
            ("deliverable-contributors", joined(&cover.contributors)),
        ];
        let rows = rows
            .into_iter()
            .filter_map(|(name, value)| Some(Fact { name: words.get(name), value: value? }))
            .collect();
        let mut history: Vec<[String; 4]> = cover
            .history
            .iter()
            .map(|line| {
                let by = line.by.as_ref().map(|name| words.named(issue.cluster.display(name)));
                [line.version.clone(), words.date(line.date), line.change.clone(), by.unwrap_or_default()]
            })
            .collect();
        if history.is_empty() {
            let change = words.get(match issue.stage {
                Stage::Draft => "draft-mark",
                Stage::Final => "history-first",
            });
            let by = issue.cluster.config.publisher.split(',').next().unwrap_or_default().trim();
            history.push(["1.0".into(), words.date(issue.as_of.date), change, by.to_string()]);
        }
        let name = cover.name.unwrap_or_else(|| format!("{} {}", words.get("report-title"), self.period()));
        Some(DeliverablePart { name, rows, history })
    }

    /// The project that delivers: the one that is named, else the report's, else the only one.
    fn delivered_by(&self, named: Option<&crate::value::Id>) -> Option<&Project> {
        let id = named.or(self.issue.scope.project.as_ref());
        match (id, self.issue.projects.as_slice()) {
            (Some(id), _) => self.issue.cluster.projects.get(id),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }

    /// The activities in the portal's columns, if the manifest asks for them; a column without
    /// content is left out.
    pub(super) fn portal(&self) -> Option<PortalPart> {
        if !self.issue.options().portal {
            return None;
        }
        let portal = portal(self.issue, self.layouts);
        let full: Vec<usize> = (0..portal.header.len())
            .filter(|column| portal.rows.iter().any(|row| !row[*column].is_empty()))
            .collect();
        let of = |row: &[String]| full.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
        let rows: Vec<_> = portal.rows.iter().map(|row| of(row)).collect();
        (!rows.is_empty()).then(|| PortalPart { note: portal.note.clone(), header: of(&portal.header), rows })
    }
}
