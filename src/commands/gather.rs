//! `bulletin gather`: what partners sent becomes drafts.

use super::{Console, Exit, Stop, load, month};
use crate::cli::GatherWhat;
use crate::diagnostic::nearest;
use crate::gather::Fate;
use crate::pipeline::{Collected, Folder, Gather, collect, inputs};

/// Takes in files, folders and addresses, and says what became of each.
pub fn run(folder: &Folder, asked: &GatherWhat, console: &mut dyn Console) -> Result<Exit, Stop> {
    let mut loaded = load(folder, console)?;
    // What is wrong in other texts is `check`'s affair.
    loaded.findings = Default::default();
    let month = month(&mut loaded, asked.month.as_deref(), console)?;
    let project = match &asked.project {
        None => None,
        Some(typed) => match loaded.cluster.project(typed) {
            Some(project) => Some(project.id.clone()),
            None => {
                let known = loaded.cluster.projects.values().map(|project| project.acronym.as_str());
                let meant = nearest(typed, known).map(|meant| format!("; did you mean `{meant}`?"));
                return Err(Stop::Failure(format!(
                    "there is no project `{typed}`{}",
                    meant.unwrap_or_default()
                )));
            }
        },
    };
    let what = Gather {
        month,
        project,
        minutes: asked.minutes,
        accept_forms: asked.accept_forms,
        dry_run: asked.dry_run,
    };
    console.stage("read");
    let (found, refused) = inputs(&console.here(), &asked.paths);
    console.stage("gather");
    let mut done = collect(&loaded, folder, &what, &found).map_err(|error| Stop::disk("sources", error))?;
    console.stage("");
    done.refused.splice(0..0, refused);
    Ok(told(&done, asked.dry_run, console))
}

/// Says what became of everything: a line a draft, and below it what a person has to look at.
fn told(done: &Collected, dry_run: bool, console: &mut dyn Console) -> Exit {
    let (mut new, mut known, mut changed) = (0, 0, 0);
    for taken in &done.taken {
        match &taken.fate {
            Fate::New => new += 1,
            Fate::Known(_) => {
                known += 1;
                continue;
            }
            Fate::Changed(_) => changed += 1,
        }
        console.data(&format!("{}\n", taken.path));
        let mut say = |line: String| console.data(&format!("  {line}\n"));
        say(format!("from {}", taken.source));
        if let Fate::Changed(path) = &taken.fate {
            say(format!(
                "it was changed since {path} was made of it: compare the two, take over what you want, and delete this one"
            ));
        }
        if !taken.cleaned.is_empty() {
            say(format!("left out: {}", taken.cleaned));
        }
        taken.open.iter().for_each(|open| say(format!("to do: {open}")));
    }
    for (name, refused) in &done.refused {
        console.say(&format!(
            "error: {name}: {}\n  hint: {}",
            refused.message,
            refused.hint.replace('\n', "\n  ")
        ));
    }
    let would = if dry_run { "would be " } else { "" };
    let mut parts = vec![format!("{new} {would}taken in")];
    for (count, words) in [
        (known, "known already"),
        (changed, "changed since, beside their drafts"),
        (done.refused.len(), "not taken in"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {words}"));
        }
    }
    console.say(&parts.join(", "));
    if new > 0 && !dry_run {
        console.say("next: read the drafts, take out the line `status: draft`, and `bulletin check`; what was left out lies in state/originals/");
    }
    if done.refused.is_empty() { Exit::Done } else { Exit::Errors }
}
