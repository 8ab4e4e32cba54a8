//! Going on with a run that has begun.

use std::collections::{BTreeMap, BTreeSet};

use super::carry::{Delivery, Means, settle_outbox};
use super::ledger::{find, frozen, no_ledger, open};
use super::plan::refuse_differences;
use super::settings::Settings;
use super::{
    Ending, LEDGER, Operator, Override, RunKind, SendError, audience, edition_for, preflight, trust,
};
use crate::audience::Recipient;
use crate::delivery::ledger::{Ledger, Run, Sqlite, State};
use crate::delivery::{Difference, Frozen, Outbox, digest};
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Folder, Inputs, Loaded};
use crate::value::{Language, Month, Parse};

/// Goes on with a run of the ledger: the one that is asked for, or the newest.
///
/// # Errors
///
/// Why nothing more was sent: something differs from the plan, or another sender is at work.
pub fn resume(
    folder: &Folder,
    loaded: &Loaded,
    asked: Option<&str>,
    permits: Override,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    if !folder.state().join(LEDGER).exists() {
        return Err(no_ledger(folder));
    }
    let config = &loaded.cluster.config;
    let mut ledger = open(folder, permits.ledger, operator.now())?;
    let run = find(&ledger, asked)?;
    let means = match RunKind::of(&run.name) {
        RunKind::Outbox => {
            let issue = run.name.replace("/outbox", "");
            let outbox = Outbox::open(&folder.state().join("outbox"), &issue)
                .map_err(|error| SendError::disk("the outbox can't be opened", error))?;
            settle_outbox(&mut ledger, &run, &outbox, operator.now().as_millisecond())?;
            Means::Outbox(outbox)
        }
        RunKind::Issue | RunKind::Test => {
            trust::commands(config.smtp.as_ref(), permits, operator)?;
            Means::Relay(Box::new(Settings::read(folder, config)?))
        }
    };
    go_on(folder, loaded, run, ledger, means, permits, operator)
}

/// Goes on with a run, if nothing differs from its plan.
pub(super) fn go_on(
    folder: &Folder,
    loaded: &Loaded,
    run: Run,
    mut ledger: Sqlite,
    means: Means,
    permits: Override,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    let mut frozen = frozen(&run)?;
    let is_test = RunKind::of(&run.name) == RunKind::Test;
    let counts = ledger.counts(run.id)?;
    let mut left = BTreeSet::new();
    let open = counts.open() > 0;
    // Where nobody is left to be mailed nothing can differ; who came later is told of.
    if !open && !is_test {
        let (added, _) = changes_of_audience(folder, loaded, &run, &frozen, &ledger)?;
        let mut since = frozen.differences(&files(loaded, &frozen)?);
        since.extend((added > 0).then_some(Difference::Audience(added)));
        let since: Vec<_> = since.iter().take(12).map(|one| format!("\n  {one}")).collect();
        let since = match since.is_empty() {
            true => String::new(),
            false => format!(
                ". Since it was planned:{}\nnobody gets a second version of it, and who came later gets the next issue{}",
                since.concat(),
                if RunKind::of(&run.name) == RunKind::Outbox {
                    "; empty state/outbox/ to fill it anew"
                } else {
                    ""
                }
            ),
        };
        operator.say(&format!("{} is settled: nothing is sent now{since}", run.name));
    }
    if open && !is_test {
        let added;
        (added, left) = changes_of_audience(folder, loaded, &run, &frozen, &ledger)?;
        let mut differences = frozen.differences(&files(loaded, &frozen)?);
        if added > 0 {
            differences.push(Difference::Audience(added));
        }
        if !differences.is_empty() && !permits.as_planned {
            return Err(refuse_differences(&run, &differences));
        }
        let missing = preflight::missing(&frozen.hosted);
        if !missing.is_empty() {
            return Err(SendError::Refused(format!(
                "readers would meet what is not there:\n  {}\npublish `output/web/` again, then `bulletin send resume {}`",
                missing.join("\n  "),
                run.name
            )));
        }
    }
    if permits.late {
        frozen.not_after = i64::MAX;
    }
    // Whoever asks to go on has put right what stood in the way, or wants to see whether it still does.
    ledger.reopen(run.id, operator.now().as_millisecond())?;
    Delivery { folder, means, run, frozen, left }.carry_out(ledger, operator)
}

/// The hashes of what the messages of a plan would be made of now.
fn files(loaded: &Loaded, frozen: &Frozen) -> Result<BTreeMap<String, String>, SendError> {
    let month = Month::parse(&frozen.issue).map_err(|complaint| SendError::failure(complaint.message))?;
    Ok(Inputs::of(loaded, month).hashes())
}

/// How many were added to the list since the plan, or asked for another language; and who left.
fn changes_of_audience(
    folder: &Folder,
    loaded: &Loaded,
    run: &Run,
    frozen: &Frozen,
    ledger: &Sqlite,
) -> Result<(usize, BTreeSet<String>), SendError> {
    let mut findings = Diagnostics::new();
    let Some(audience) = audience(folder, &loaded.cluster.config, &mut findings) else {
        return Err(SendError::List(findings));
    };
    let languages: Vec<Language> =
        frozen.editions.iter().filter_map(|edition| Language::parse(&edition.language).ok()).collect();
    let pick = |recipient: &Recipient| edition_for(&languages, recipient.language.as_deref());
    if digest(&audience, &pick) == frozen.audience {
        return Ok((0, BTreeSet::new()));
    }
    let planned = ledger.rows(run.id, &State::ALL)?;
    let mut planned: BTreeMap<String, u16> =
        planned.into_iter().map(|row| (row.recipient.normal, row.recipient.edition)).collect();
    let mut added = 0;
    for recipient in &audience.recipients {
        if planned.remove(&recipient.normal()) != Some(pick(recipient)) {
            added += 1;
        }
    }
    Ok((added, planned.into_keys().collect()))
}
