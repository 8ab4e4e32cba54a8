//! What was sent becomes next month's activity and indicator: its totals are noted among the
//! sources, where everybody of the cluster sees them. No address is in them.

use std::fs;
use std::io::Write;

use jiff::Timestamp;

use crate::commands::Desk;
use crate::delivery::ledger::Run;
use crate::delivery::{Frozen, Receipt};
use crate::model::{SENT_FILE, SentLine};

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
    let mut lines = SentLine::parse_all(&before).map_err(|error| {
        let words =
            format!("`{SENT_FILE}` can't be read ({error}): correct it and run `bulletin send resume`");
        std::io::Error::new(std::io::ErrorKind::InvalidData, words)
    })?;
    lines.retain(|line| line.issue != run.name);
    lines.push(line(run, frozen, receipt));
    let head: String = before.split_inclusive('\n').take_while(|line| line.starts_with('#')).collect();
    let text = head + &SentLine::write_all(&lines);
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

/// The line of a run.
fn line(run: &Run, frozen: &Frozen, receipt: &Receipt) -> SentLine {
    let date = Timestamp::from_millisecond(run.created).unwrap_or(Timestamp::UNIX_EPOCH);
    SentLine {
        issue: run.name.clone(),
        date: date.strftime("%Y-%m-%d").to_string(),
        accepted: u32::try_from(receipt.known()).unwrap_or(u32::MAX),
        name: frozen.editions.first().map_or("", |edition| edition.subject.as_str()).to_string(),
        outcome: format!(
            "{} of {} messages accepted by the relay",
            receipt.known(),
            receipt.counts.planned()
        ),
    }
}
