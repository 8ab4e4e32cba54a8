//! What was sent becomes next month's activity and indicator: its totals are noted among the
//! sources, where everybody of the cluster sees them. No address is in them.

use std::fs;
use std::io::Write;

use jiff::Timestamp;

use crate::commands::Desk;
use crate::delivery::ledger::Run;
use crate::delivery::{Frozen, Receipt};
use crate::model::SENT_FILE;

/// What the file begins with.
const HEAD: &str = "# What was sent, written by `bulletin send`: totals only. Each line is an activity, and a value of the\n# indicator `newsletter-recipients`.\n";

/// Notes the totals of a run, in the place of those noted before.
pub fn note(desk: &Desk, run: &Run, frozen: &Frozen, receipt: &Receipt) -> std::io::Result<()> {
    let path = desk.root.join(SENT_FILE);
    let before = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => HEAD.to_string(),
        Err(error) => return Err(error),
    };
    let begins = format!("- {{issue: {},", run.name);
    let kept = before.lines().filter(|line| !line.starts_with(&begins));
    let mut lines: Vec<String> = kept.map(str::to_string).collect();
    lines.push(line(run, frozen, receipt));
    let text = lines.join("\n") + "\n";
    if text == before {
        return Ok(());
    }
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(&desk.root))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    crate::system::open_file_to_all(file.path())?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// The line of a run. Strings are quoted as in JSON, which YAML reads.
fn line(run: &Run, frozen: &Frozen, receipt: &Receipt) -> String {
    let date = Timestamp::from_millisecond(run.created).unwrap_or(Timestamp::UNIX_EPOCH);
    let subject = frozen.editions.first().map_or("", |edition| edition.subject.as_str());
    let outcome =
        format!("{} of {} messages accepted by the relay", receipt.known(), receipt.counts.planned());
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    format!(
        "- {{issue: {}, date: {}, accepted: {}, name: {}, outcome: {}}}",
        run.name,
        date.strftime("%Y-%m-%d"),
        receipt.known(),
        quoted(subject),
        quoted(&outcome)
    )
}
