//! `bulletin init`: an empty folder becomes a cluster that builds at once.

use std::io::ErrorKind;

use super::{Console, Exit, Stop, argument};
use crate::cli::Init;
use crate::issue::AsOf;
use crate::pipeline::fresh::{self, Answers};
use crate::sources::CONFIG_FILE;
use crate::system::write_new;
use crate::value::{Complaint, Month, Parse};

/// Writes the files; those that are there already are not touched.
pub fn run(asked: &Init, console: &mut dyn Console) -> Result<Exit, Stop> {
    let root = asked.dir.as_ref().map_or_else(|| console.here(), |dir| console.here().join(dir));
    if root.join(CONFIG_FILE).exists() {
        return Err(Stop::Failure(format!(
            "`{}` is a cluster already: it has a {CONFIG_FILE}",
            root.display()
        )));
    }
    let month = match &asked.month {
        Some(month) => argument("--month: ", month)?,
        None => Month::of(AsOf::at(console.now()).date),
    };
    let answers = answers(asked, console)?;
    for folder in fresh::FOLDERS {
        std::fs::create_dir_all(root.join(folder)).map_err(|error| Stop::disk(folder, error))?;
    }
    let files = fresh::cluster(month, &answers);
    let files = files.map_err(|error| Stop::Failure(format!("the schemas have no form as JSON: {error}")))?;
    for file in files {
        match write_new(&root.join(&file.path), &file.text) {
            // Schemas are for programs.
            Ok(()) if file.path.starts_with("schemas/") => {}
            Ok(()) => console.data(&format!("{}\n", root.join(&file.path).display())),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Stop::disk(&file.path, error)),
        }
    }
    let there = asked.dir.as_ref().map(|dir| format!("`cd {}`, ", dir.display())).unwrap_or_default();
    console.say(&format!(
        "next: {there}`bulletin preview --open`; then edit the files above, and watch the page follow"
    ));
    Ok(Exit::Done)
}

/// What is known of the new cluster: by the options, or by asking, if none was given.
fn answers(asked: &Init, console: &mut dyn Console) -> Result<Answers, Stop> {
    let given = [&asked.name, &asked.publisher, &asked.from, &asked.language, &asked.project];
    if given.iter().all(|one| one.is_none()) {
        return Ok(questions(console));
    }
    Ok(Answers {
        name: asked.name.clone(),
        publisher: asked.publisher.clone(),
        from: asked.from.as_deref().map(|text| argument("--from: ", text)).transpose()?,
        language: asked.language.as_deref().map(|text| argument("--language: ", text)).transpose()?,
        project: asked.project.clone(),
    })
}

/// Five questions; whatever is left empty can be written later.
fn questions(console: &mut dyn Console) -> Answers {
    let mut answers = Answers { name: text(console, "What is your cluster called?"), ..Answers::default() };
    if answers.name.is_none() {
        // Nobody is there, or nobody wishes to answer.
        return answers;
    }
    answers.publisher =
        text(console, "Who publishes it? Name and postal address (the law asks for it in each mail):");
    answers.from = value(console, "Which address does the newsletter come from?");
    answers.language = value(console, "In which language do you write? (en, el, de, …)");
    answers.project = text(console, "What is the acronym of your first project?");
    answers
}

/// A text, if one is given.
fn text(console: &mut dyn Console, question: &str) -> Option<String> {
    console.answer(question).filter(|answer| !answer.is_empty())
}

/// A value; what is none is said, and asked for again.
fn value<T: Parse>(console: &mut dyn Console, question: &str) -> Option<T> {
    loop {
        let answer = text(console, question)?;
        match T::parse(&answer) {
            Ok(value) => return Some(value),
            Err(Complaint { message, hint }) => console.say(&format!("{message}; {hint}")),
        }
    }
}
