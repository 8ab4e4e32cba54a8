//! Answers of forms: which column is which field, mapped once in `bulletin.yaml`, or proposed by the columns' names.

use std::collections::BTreeMap;

use super::super::tree::{link, paragraph, text};
use super::super::{Contribution, Kind, Refused, Removed, Text, Why, links, quoted};
use super::{Input, Sheet, cell_day, decoded_sheet, plain_text};
use crate::markdown::{BlockKind, Document};
use crate::value::sha256;

/// The fields that a column may be, each with words that name it in forms.
pub const FIELDS: &[(&str, &[&str])] = &[
    ("title", &["title", "headline", "titel", "titre", "titolo", "título", "τίτλος", "заглавие", "naslov"]),
    (
        "text",
        &[
            "news",
            "text",
            "description",
            "what happened",
            "summary",
            "story",
            "your contribution",
            "beschreibung",
            "beitrag",
            "texte",
            "testo",
            "descrizione",
            "descripción",
            "κείμενο",
            "περιγραφή",
            "нов",
            "текст",
            "описание",
            "tekst",
            "opis",
        ],
    ),
    ("project", &["project", "projekt", "projet", "progetto", "proyecto", "έργο", "проект"]),
    ("link", &["link", "url", "website", "web page", "lien", "enlace", "σύνδεσμος", "връзка", "poveznica"]),
    ("date", &["date of", "when", "datum", "data", "fecha", "ημερομηνία", "дата"]),
    ("deadline", &["deadline", "frist", "échéance", "scadenza", "plazo", "προθεσμία", "срок", "rok"]),
    ("starts", &["event start", "starts", "begins", "start date"]),
    ("ends", &["event end", "ends", "end date"]),
    ("place", &["place", "venue", "location", "ort", "lieu", "luogo", "lugar", "τόπος", "място", "mjesto"]),
    (
        "received",
        &[
            "timestamp",
            "zeitstempel",
            "completion time",
            "submission date",
            "date submitted",
            "submitted",
            "zeitpunkt",
            "horodateur",
            "marca temporal",
            "χρονική σήμανση",
            "клеймо за време",
        ],
    ),
    ("id", &["response id", "contribution id", "id", "reference"]),
];

/// The most answers of a form.
const ANSWERS: usize = 5_000;

/// Which column of a form is which field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Columns by their fields.
    pub columns: BTreeMap<String, String>,
}

impl Form {
    /// Whether all columns that are mapped are there.
    fn fits(&self, header: &[String]) -> bool {
        self.columns.values().all(|column| header.iter().any(|own| same(own, column)))
    }

    /// The lines for `bulletin.yaml`.
    pub fn yaml(&self) -> String {
        let fields = self.columns.iter().map(|(field, column)| format!("{field}: {}", quoted(column)));
        format!("forms:\n  - {}\n", fields.collect::<Vec<_>>().join("\n    "))
    }
}

/// Whether two columns are the same, whatever their case and blanks.
fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

/// The form that a file's columns look like, to be looked at by a person; `None` if it is no table, or has no
/// column that looks like a text.
///
/// # Errors
///
/// If the file is a table and broken.
pub fn proposed(input: &Input) -> Result<Option<Form>, Refused> {
    Ok(decoded_sheet(input)?.and_then(|sheet| of_header(sheet.header())))
}

/// The form that some columns look like.
fn of_header(header: &[String]) -> Option<Form> {
    let mut form = Form::default();
    let mut taken = vec![false; header.len()];
    for whole in [true, false] {
        for (field, words) in FIELDS {
            if form.columns.contains_key(*field) {
                continue;
            }
            let fits = |column: &String| {
                let lower = column.to_lowercase();
                words.iter().any(|word| {
                    if whole { lower.trim() == *word } else { word.len() > 2 && lower.contains(word) }
                })
            };
            let Some(at) = (0..header.len()).find(|at| !taken[*at] && fits(&header[*at])) else { continue };
            taken[at] = true;
            form.columns.insert((*field).to_string(), header[at].clone());
        }
    }
    (form.columns.contains_key("text") || form.columns.contains_key("title")).then_some(form)
}

/// The rows of a table as contributions, by the form that its columns fit.
pub(super) fn rows(
    input: &Input,
    sheet: &Sheet,
    ending: &'static str,
    forms: &[Form],
) -> Result<Vec<Contribution>, Refused> {
    let header = sheet.header();
    let Some(form) = forms.iter().find(|form| form.fits(header)) else {
        let message = "no form in bulletin.yaml has this table's columns";
        return Err(match of_header(header) {
            Some(form) => Refused::new(
                message,
                format!(
                    "if this is what they mean, add it to bulletin.yaml (or run this with `--accept-forms`):\n{}",
                    form.yaml()
                ),
            ),
            None => Refused::new(
                message,
                format!(
                    "say which column is the news, in bulletin.yaml: `forms: [{{title: \"…\", text: \"…\"}}]`; its columns are: {}",
                    header.join(", ")
                ),
            ),
        });
    };
    if sheet.rows.len() > ANSWERS {
        return Err(Refused::new(
            format!("the table has {} rows; no form has more than {ANSWERS} answers", sheet.rows.len()),
            "keep the rows that are meant, and save it anew",
        ));
    }
    let name = input.name.rsplit(['/', '\\']).next().unwrap_or(&input.name);
    let key = sha256(header.join("\t").as_bytes());
    let answers = sheet.rows.iter().enumerate().skip(1);
    let row = |(number, cells): (usize, &Vec<String>)| {
        row(form, header, cells).map(|found| {
            let (text, project, fields, id) = found;
            let whole = cells.join("\t");
            Contribution {
                identity: format!(
                    "row:{}#{}",
                    &key[..12],
                    id.unwrap_or_else(|| sha256(whole.as_bytes())[..16].to_string())
                ),
                source: format!("{name}, row {}", number + 1),
                sha256: sha256(whole.as_bytes()),
                original: (whole.into_bytes(), if ending == "csv" { "csv" } else { "tsv" }),
                kind: if fields.iter().any(|(field, _)| field == "starts") {
                    Kind::Event
                } else {
                    Kind::Update
                },
                text,
                domain: None,
                is_dated: form.columns.contains_key("date"),
                project,
                fields,
            }
        })
    };
    Ok(answers.filter_map(row).collect())
}

/// What an answer says: its text, its project, its other fields, and what it is known by.
type Answer = (Text, Option<String>, Vec<(String, String)>, Option<String>);

/// An answer; nothing where no text was given.
fn row(form: &Form, header: &[String], cells: &[String]) -> Option<Answer> {
    let cell = |field: &str| {
        let column = form.columns.get(field)?;
        let at = header.iter().position(|own| same(own, column))?;
        cells.get(at).map(|cell| cell.trim().to_string()).filter(|cell| !cell.is_empty())
    };
    let (title, words) = (cell("title"), cell("text"));
    if title.is_none() && words.is_none() {
        return None;
    }
    let read = plain_text(&words.unwrap_or_default());
    let mut blocks = read.document.blocks;
    if let Some(address) = cell("link") {
        let address = links::cleaned(&address);
        let inline = match address.contains("://") {
            true => link(address.as_str(), vec![text(address.as_str())]),
            false => text(address.as_str()),
        };
        // The mail shows the first paragraph: a link below it would be missed there.
        match blocks.first_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Paragraph(words)) => words.extend([text(" "), inline]),
            _ => blocks.push(paragraph(vec![inline])),
        }
    }
    let mut removed = Vec::new();
    for (at, column) in header.iter().enumerate() {
        let mapped = form.columns.values().any(|own| same(own, column));
        if let Some(answer) = cells.get(at).filter(|answer| !mapped && !answer.trim().is_empty()) {
            removed.push(Removed::new(Why::Unmapped, format!("{column}: {answer}")));
        }
    }
    let fields = ["starts", "ends", "place", "deadline"].iter();
    let fields = fields.filter_map(|field| Some(((*field).to_string(), cell(field)?))).collect();
    let received = cell("received");
    let date = cell("date").as_deref().and_then(cell_day).or_else(|| received.as_deref().and_then(cell_day));
    let id = cell("id").or(received).map(|id| match cell("project") {
        Some(project) => format!("{id} {project}"),
        None => id,
    });
    let text = Text { document: Document { blocks, notes: vec![] }, removed, title, date, ..Text::default() };
    Some((text, cell("project"), fields, id.map(|id| sha256(id.as_bytes())[..16].to_string())))
}
