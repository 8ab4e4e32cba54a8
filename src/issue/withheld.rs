//! Whether an issue as a whole has to wait for the clock.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CheckedIssue;

/// Why an issue may not go out yet by the clock: `publish_after`, and embargoes that a date given by
/// hand would lift.
pub fn withheld(issue: &CheckedIssue<'_>, now: Timestamp) -> Option<String> {
    let after = issue.manifest.and_then(|manifest| manifest.publish_after);
    if let Some(after) = after.filter(|after| after.0 > now) {
        let config = &issue.cluster.config;
        let zone = config.timezone.as_deref().and_then(|name| TimeZone::get(name).ok());
        let zone = zone.unwrap_or(TimeZone::UTC);
        let shown =
            |moment: Timestamp| moment.to_zoned(zone.clone()).strftime("%-d %B %Y, %H:%M (%Z)").to_string();
        return Some(format!(
            "the manifest says not to send before {}; it is {}",
            shown(after.0),
            shown(now)
        ));
    }
    let embargoed =
        issue.updates.iter().find(|selected| selected.item.embargo_until.is_some_and(|until| until.0 > now));
    embargoed.map(|selected| {
        format!(
            "`{}` is under embargo until {}; `--as-of {}` leaves it out",
            selected.item.origin.file,
            selected.item.embargo_until.map(|until| until.0.to_string()).unwrap_or_default(),
            super::AsOf::at(now).date
        )
    })
}
