//! The people of the projects whom the desk writes to: `contacts.csv`, which never enters version control.

use std::fs;
use std::io::ErrorKind;

use super::SendError;
use crate::model::Cluster;
use crate::pipeline::Folder;
use crate::value::{Id, Language, MailAddress, Parse};

/// The file, beside `bulletin.yaml`.
const FILE: &str = "contacts.csv";

/// Somebody of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The project.
    pub project: Id,
    /// The address.
    pub address: MailAddress,
    /// The language.
    pub language: Language,
}

/// The contacts of a cluster.
///
/// # Errors
///
/// If there is no file, or a line in it can't be read.
pub fn contacts(folder: &Folder, cluster: &Cluster) -> Result<Vec<Contact>, SendError> {
    let text = match fs::read_to_string(folder.root.join(FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(SendError::failure(format!(
                "there is no `{FILE}`: write one beside bulletin.yaml with the columns `project,email,lang`, such as `recet,maria@example.org,it`; it stays out of version control"
            )));
        }
        Err(error) => return Err(SendError::because(&format!("`{FILE}` can't be read"), error)),
    };
    let text = text.trim_start_matches('\u{FEFF}');
    let divider = if text.lines().next().unwrap_or_default().contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(divider).flexible(true).from_reader(text.as_bytes());
    let failed = |line: usize, why: &str| SendError::failure(format!("{FILE}:{line}: {why}"));
    let headers: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(_) => return Err(failed(1, "the columns can't be read: they are `project,email,lang`")),
    };
    let column = |names: &[&str]| headers.iter().position(|name| names.contains(&name.as_str()));
    let (Some(project), Some(email)) = (column(&["project"]), column(&["email", "e-mail", "address"])) else {
        return Err(failed(1, "the columns `project` and `email` are needed, and `lang` if you like"));
    };
    let language = column(&["lang", "language"]);
    let mut all = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let line = number + 2;
        let record = record.map_err(|_| failed(line, "this line can't be read"))?;
        let cell = |at: usize| record.get(at).map(str::trim).unwrap_or_default();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(known) = cluster.project(cell(project)) else {
            return Err(failed(line, &format!("there is no project `{}`", cell(project))));
        };
        // An address is not repeated.
        let address = MailAddress::parse(cell(email))
            .map_err(|_| failed(line, "the address is none that mail can be sent to"))?;
        let typed = language.map(cell).filter(|typed| !typed.is_empty());
        let language = match typed {
            Some(typed) => Language::parse(typed)
                .map_err(|_| failed(line, &format!("`{typed}` is no language: type `en` or `el`")))?,
            None => cluster.config.language.clone(),
        };
        all.push(Contact { project: known.id.clone(), address, language });
    }
    Ok(all)
}
