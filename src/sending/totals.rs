//! What was sent becomes next month's activity and indicator: its totals are noted among the
//! sources, where everybody of the cluster sees them. No address is in them.

use std::fs;
use std::io::{Error, ErrorKind, Write};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::delivery::ledger::Run;
use crate::delivery::{Frozen, Receipt};
use crate::model::{SENT_FILE, Sent};
use crate::pipeline::Folder;
use crate::sources::{At, Origin};
use crate::value::{Month, Parse};

/// Notes the totals of a run, in the place of those noted before.
pub(super) fn note(folder: &Folder, run: &Run, frozen: &Frozen, receipt: &Receipt) -> std::io::Result<()> {
    let path = folder.root.join(SENT_FILE);
    let before = match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let text = totals(run, frozen, receipt)?.noted(before.as_deref()).map_err(|findings| {
        let why = findings.sorted().first().map(|finding| finding.message.clone()).unwrap_or_default();
        let words = format!("`{SENT_FILE}` can't be read ({why}): correct it and run `bulletin send resume`");
        Error::new(ErrorKind::InvalidData, words)
    })?;
    if before.as_ref() == Some(&text) {
        return Ok(());
    }
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(&folder.root))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    crate::system::open_file_to_all(file.path())?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// The totals of a run.
fn totals(run: &Run, frozen: &Frozen, receipt: &Receipt) -> std::io::Result<Sent> {
    let month = Month::parse(&run.name).map_err(|complaint| Error::other(complaint.message))?;
    let date = Timestamp::from_millisecond(run.created).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Sent {
        origin: Origin { file: SENT_FILE.into(), at: At::Yaml(String::new()) },
        issue: month,
        date: date.to_zoned(TimeZone::UTC).date(),
        accepted: u32::try_from(receipt.known()).unwrap_or(u32::MAX),
        name: frozen.editions.first().map_or("", |edition| edition.subject.as_str()).to_string(),
        outcome: format!(
            "{} of {} messages accepted by the relay",
            receipt.known(),
            receipt.counts.planned()
        ),
    })
}
